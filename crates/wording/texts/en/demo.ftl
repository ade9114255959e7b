### Texts of guantong demo; the ids begin with demo-.

demo-made = The demo is in { $folder }: { $cases } cases and { $accounts } accounts that can log in, played from { $from } to { $until }. All people, organisations and cases are invented.
demo-once = Passwords and secrets were drawn at random just now and are shown this once. An account with a secret is also asked for a code: type the secret into an authenticator app (TOTP), which shows it.
demo-in-file = Accounts, passwords and secrets are in { $file }, which only its owner can read.
demo-next = Next: guantong serve --data { $folder }, then open /login in a browser.
demo-everywhere = All places
demo-column-account = Account
demo-column-role = Role
demo-column-password = Password
demo-column-secret = Secret of the code
demo-column-look = What to look at
demo-not-empty = { $folder } is not empty; name a new folder with --data.
demo-folder = The folder { $folder } cannot be used: { $problem }; check its permissions, or choose another.
demo-no-place = There is no demo of { $asked }; there is one of { $known }.
demo-no-days = The calendar does not know enough working days before today; add years to calendar.csv of the packs.
demo-broke-off = The demo was not finished: { $what }: { $problem }. Take the folder away and try again; if you use packs or settings of your own, leave them out first.
demo-file = { $file } cannot be written: { $problem }; name a new file.

demo-look-ended = An own case that has ended: everything that happened, and who did it
demo-look-not-passed = An own case that did not pass: the reasons; after a vote, ask to have it looked at again
demo-look-objected = An own case whose notice is running, with an objection
demo-look-returned = An own case that was sent back: see what is at fault, mend it, hand it in again
demo-look-draft = An own draft: change it, add files, file it
demo-look-employer = Applications of the staff: check, return, recommend; the notice within the unit, objections (the supervisor can give reasons for a second return)
demo-look-competent = Cases that wait for the competent department's check
demo-look-county-bureau = Cases that wait for the district or county bureau's check
demo-look-city-bureau = Cases that wait for the city bureau's check or confirmation
demo-look-founder = Cases whose result waits to be confirmed
demo-look-committee = Cases that wait for acceptance and review, notices of results; a session is convened for today
demo-look-assessor = Cases that wait for acceptance, examination and confirmation (the examiner enters results)
demo-look-testing = Cases that wait for acceptance, examination and confirmation (the examiner enters results)
demo-look-service-point = Cases that wait for acceptance, examination and confirmation (the examiner enters results)
demo-look-chair = Today's session: open and close the votes, announce the results
demo-look-expert = Today's session: score, sign the opinion, vote
demo-look-administrator = Organisations and accounts on record; no say in any case
demo-look-inspector = Every case; decisions on fraud are entered here
