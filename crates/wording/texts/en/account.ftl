### Texts of logins and of the pages for the owner of an account; their ids begin with account-.

account-title = My account
account-bar = Logged in:{" "}
account-login = Log in
account-logout = Log out
account-login-lead = For everyone who files an application or works on one. The self-check needs no login.
account-login-help = No account yet, or the password is lost? An administrator of this installation sends you a link with which you set one.
account-parked = Your answers are kept for one hour; once you are in you go on with the application and fill in nothing twice. If you have no account yet, go back and save your answers first, then ask your employer or the office that takes applications for a link that opens one; accounts are not opened without it.
account-id = Account
account-password = Password

account-role-applicant = applicant
account-role-clerk = clerk
account-role-supervisor = supervisor
account-role-expert = expert
account-role-chair = chair of a committee
account-role-examiner = examiner
account-role-inspector = inspector
account-role-administrator = administrator

## The second factor

account-code-title = Enter the code
account-code-lead = The password is right. Now enter the code that your authenticator app shows.
account-code = Code
account-code-help = Six digits from the app; if you do not have it at hand, one of your recovery codes.
account-code-go = Continue
account-code-again = Begin again with the password
account-confirm-title = Confirm that it is you
account-confirm-lead = What you are about to do needs a fresh confirmation. It holds for five minutes.
account-confirm-go = Confirm
account-factor-title = Second factor
account-factor-lead = Besides the password, a code from an app on your phone is asked for when you log in.
account-factor-first = Your role works only with a second factor. Set it up now; then you are logged in.
account-factor-app = You need an authenticator app on your phone, one that shows time-based codes (TOTP).
account-factor-begin = Set up the second factor
account-factor-replace = Set up another one
account-factor-remove = Do without the second factor
account-factor-another = Show another picture
account-factor-scan = Scan this picture with the app.
account-factor-picture = QR code of the second factor
account-factor-typed = Or type this key into the app (based on time, six digits):
account-factor-code = The code that the app shows now
account-factor-take = Take this second factor
account-factor-on = { $count ->
    [one] It is set up. One recovery code is left.
   *[other] It is set up. { $count } recovery codes are left.
}
account-factor-off = It is not set up. With it, your account stays closed even to someone who knows the password.
account-recovery-title = Recovery codes
account-recovery-lead = Each of these codes stands in for the app once, for example when the phone is lost. They are shown only now.
account-recovery-keep = Write them down or print them, and keep them apart from the phone. Earlier recovery codes no longer work.
account-recovery-done = I have kept them
account-recovery-new = Make new recovery codes

## The password

account-password-title = Password
account-password-present = Present password
account-password-new = New password
account-password-help = 12 to 128 characters, for example a few words that do not belong together; Chinese is fine, too. No digits or symbols are required.
account-password-change = Change the password
account-password-changed = The password is changed. All other logins of this account have ended.
account-password-set = The password is set. Log in with it now.
account-password-set-go = Set the password
account-invitation-title = Set a password
account-invitation-lead = This link sets the password of the account { $account } once. All logins of the account end.

## Logins

account-sessions-title = Where you are logged in
account-sessions-help = A login ends after 30 minutes without use, and after 12 hours at the latest.
account-sessions-end = Log out everywhere
account-session-unknown = Unknown browser
account-session-this = this one
account-session-times = since { $began }, last used { $used }
account-session-end = End
account-session-ended = The login has ended.

## What was not done

account-said-refused = The account or the password is wrong.
account-said-code = This code is wrong, or it was used already. Wait for the next one.
account-said-present = The present password is wrong.
account-said-wait = { $seconds ->
    [one] There were too many failed attempts. Try again in one second.
   *[other] There were too many failed attempts. Try again in { $seconds } seconds.
}
account-said-too-short = The password is too short: use at least { $shortest } characters.
account-said-too-long = The password is too long: use at most { $longest } characters.
account-said-guessable = This password is common or easily guessed. Use several words that do not belong together.
account-said-like-account = The name of the account may not be part of the password. Use something else.
