### Texts of the portal; their ids begin with portal-.

portal-title = { $page } · Guantong
portal-language = 中文
portal-skip = Skip to content
portal-menu = Main sections
portal-menu-check = Self-check
portal-menu-policies = Policies
portal-menu-catalogue = Occupations
portal-menu-api = API
portal-crumbs = You are here
portal-footer-rules = Answers follow the listed documents clause by clause, for people and employers to check beforehand. Whether an application is accepted or passes is for the competent bodies to decide.
portal-footer-store = Of the self-check nothing is stored; only applications are kept.
portal-colon = {": "}
portal-comma = {", "}

## The form

portal-check = What can I apply for?
portal-check-lead = Fill in your career to see which titles and skill levels you can apply for now, under which clause, and from which day.
portal-ask = Show the answer
portal-save = Save the dossier
portal-save-help = The dossier is saved as a file that you keep yourself. Load it next time and go on from there.
portal-beside = Guidance and loading
portal-how = How to fill it in
portal-how-unknown = If you are unsure, choose “not stated”. You will be asked again only for what changes the answer.
portal-how-none = “None” is not the same as “not stated”: choose “none” and the answer counts on there being none.
portal-how-store = What you fill in is used for this one answer and not stored on the server.
portal-example = Fill in an invented example
portal-load-title = Load a saved dossier
portal-load-file = Dossier file
portal-load-help = A JSON file that you saved before, or YAML of the same shape, of at most 10 MB.
portal-load = Load
portal-notice-example = An invented example is filled in; it is no real person. Show the answer as it is, or change something first.
portal-notice-invented = The facts come from an invented example; this is no real person.
portal-notice-loaded = The dossier is loaded. Check it, then show the answer.
portal-notice-not-loaded = This file cannot be loaded
portal-kept = Parts of the dossier are not shown in the form. They are kept as they are and count for the answer:
portal-faults = Please correct these first
portal-further = There are { $count } more; they are listed once these are corrected.
portal-line = (line { $line })
portal-all-places = All places
portal-no-series = In no series
portal-tier-with-title = { $tier } ({ $title } and the like)
portal-relevance-none = Relevant to no occupation
portal-relevance-some = Relevant to these occupations
portal-beyond = Another { $count } records are not shown in the form. They are kept as they are and count for the answer.
portal-remove = Remove number { $n }

portal-section-question = The question
portal-section-post = Your present post
portal-section-held = Certificates and titles you hold
portal-section-work = Work
portal-section-reviews = Annual reviews
portal-section-honours = Honours and contests
portal-section-education = Education
portal-section-sanctions = Integrity record
portal-section-rare = Further facts
portal-rare = A few facts that only some places ask for
portal-hours = Hours of continuing education
portal-help-hours = Hours completed in each year; 0 if there were none.
portal-help-reviews-section = Results in your present post for the three years before the day asked about.

portal-field-person-name = Name
portal-field-person-sex = Sex
portal-field-person-birth-date = Date of birth
portal-field-place = Place
portal-field-as-of = As of which day
portal-help-place = All places unless you choose one.
portal-help-as-of = Today unless changed; 20261121 will do.
portal-field-employment-status = Employment status
portal-field-employment-employer-kind = Kind of employer
portal-field-employment-field = Field of the post
portal-help-employment-field = Posts in production, manufacturing, construction and testing usually belong to engineering.
portal-field-employment-frontline = Is it a front-line production post?
portal-field-employment-skilled-post = Is it a skill post?
portal-field-employment-occupation = Occupation of the post
portal-help-employment-occupation = Its Chinese name, for example 焊工, or its code in the national classification.
portal-field-employment-specialty = Specialty of the post
portal-field-employment-appointed-as = Special post you are appointed to
portal-field-employment-employer-upper-level = Is it a central or provincial enterprise seated in the place?
portal-field-employment-employer-name = Full name of the employer

portal-field-skills = Skill certificates
portal-help-skills = National qualification certificates or skill-level certificates.
portal-none-skills = None
portal-some-skills = Yes, these
portal-add-skills = Add a certificate
portal-row-skills = Certificate { $n }
portal-field-skills-level = Level
portal-field-skills-occupation = Occupation on the certificate
portal-field-skills-date = Date of issue

portal-field-titles = Titles
portal-none-titles = None
portal-some-titles = Yes, these
portal-add-titles = Add a title
portal-row-titles = Title { $n }
portal-field-titles-tier = Tier
portal-field-titles-series = Series
portal-field-titles-specialty = Specialty
portal-field-titles-date = Date of approval

portal-field-work = Periods of work actually done
portal-help-work = From which day to which. If you know only the month, write 2006-08; it counts as the last day of that month.
portal-none-work = None
portal-some-work = Yes, these
portal-add-work = Add a period
portal-row-work = Period { $n }
portal-field-work-occupation = Occupation
portal-field-work-from = First day
portal-field-work-to = Last day
portal-field-work-going-on = Still going on
portal-field-work-unskilled = Not technical-skill work

portal-field-reviews = { $year }
portal-field-continuing-education = { $year }

portal-field-honours = Honours and contest results
portal-help-honours = The name as the policies print it; for contests also the rank or the award.
portal-none-honours = None
portal-some-honours = Yes, these
portal-add-honours = Add an honour
portal-row-honours = Honour { $n }
portal-field-honours-name = Name
portal-field-honours-rank = Rank
portal-field-honours-award = Award
portal-field-honours-date = Date

portal-field-education = Education relevant to the occupation
portal-none-education = None
portal-some-education = Yes, these
portal-add-education = Add a diploma
portal-row-education = Diploma { $n }
portal-field-education-level = Level
portal-field-education-class = Technical-school class
portal-field-education-date = Date
portal-field-education-relevance = Major and occupation
portal-field-education-relevant-to = Relevant occupations
portal-help-education-relevant-to = Separate several with commas.

portal-field-sanctions = Has fraud ever been found?
portal-help-sanctions = Falsified or plagiarised material in an application, as found by a competent body.
portal-none-sanctions = No
portal-some-sanctions = Yes, this
portal-add-sanctions = Add a finding
portal-row-sanctions = Finding { $n }
portal-field-sanctions-date = Date of the finding

## What is wrong with an entry

portal-fault-date = “{ $value }” is not a date. Write 2019-05-20, or 2019-05 if you know only the month.
portal-fault-day = There is no such day as “{ $value }”. Please check it.
portal-fault-number = “{ $value }” does not fit. Write a whole number from { $least } to { $most }.
portal-fault-word = “{ $value }” is not one of the choices.
portal-fault-blank = This is blank. Leave the entry out if it is unknown.
portal-fault-long = The text is too long; at most 500 characters are read.
portal-fault-mapping = This should be a mapping of names and values.
portal-fault-list = This should be a list; write [] if there is none.
portal-fault-text = This should be a text.
portal-fault-yes-no = This should be true or false.
portal-fault-key = There is no entry named “{ $value }”.
portal-fault-near = Did you mean “{ $near }”?
portal-fault-year = “{ $value }” is not a year.
portal-fault-records = There are too many records; at most 20,000 are read for one person.
portal-fault-schema = The schema is not known here; write guantong/dossier/1.
portal-fault-work-ends = The last day lies before the first day.
portal-fault-honour-ends = The honour ends before its date.
portal-fault-finding-kind = The kind of the finding is missing (kind: fraud).
portal-fault-evidence-kind = The kind of the evidence is missing (kind).
portal-fault-evidence-ends = The evidence ends before its date.
portal-fault-evidence-twice = The same evidence stands twice; take one out, or write what tells the two apart.
portal-fault-evidence-key = Evidence of this kind has no entry “{ $value }”; take it out.
portal-fault-none-chosen = “None” is chosen, but something is filled in below. Choose that there are these, or clear the entries.
portal-fault-nothing-chosen = “Not stated” is chosen, but something is filled in below. Choose that there are these, or clear the entries.
portal-fault-no-row = You chose that there are some, but nothing is filled in below. Fill in at least one, or choose “none” or “not stated”.
portal-fault-end-and-going-on = There is a last day, and “still going on” is marked too. Keep one of them.
portal-fault-relevance-none = “Relevant to no occupation” is chosen, but occupations are named. Keep one of them.
portal-fault-relevance-some = Please name the relevant occupations.
portal-fault-place = No policy of this place is loaded. Please choose another.
portal-fault-unreadable = The file cannot be read:{" "}

## The answer

portal-result = Your answer
portal-result-lead = By the policies in force on { $day } and the facts you stated.
portal-contradictions = Some of what you stated does not go together
portal-contradictions-lead = These are reminders; they change no answer.
portal-change = Change answers
portal-overview = At a glance
portal-in-force-from = In force from { $from }
portal-in-force-until = In force from { $from } to { $until }
portal-after-expiry = after the policy expires
portal-missing = Still to be known
portal-judged = { $count ->
    [one] 1 point for reviewers to judge
   *[other] { $count } points for reviewers to judge
}
portal-routes = Routes
portal-stage-review = Judged in the review
portal-open = To be judged
portal-catalogue-yes = “{ $occupation }” is in the catalogue
portal-catalogue-no = “{ $occupation }” is not in the catalogue
portal-catalogue-unknown = It cannot yet be told whether “{ $occupation }” is in the catalogue
portal-catalogue-refer = Whether “{ $occupation }” is in the catalogue is for the competent body to decide
portal-catalogue-no-match = No row of the catalogue matches.
portal-errata = As printed:{" "}
portal-indicative = Indicative, not a rule: years in the templates of national standards
portal-indicative-lead = The local policy leaves the years to the national standard of the occupation. These are only the general templates from which standards are written. The standard in force and the local notice decide.

## Policies and clauses

portal-policies = Policy documents
portal-policies-lead = The documents that answers follow. For each clause you can see where it stands, what it says, and the reading taken.
portal-number = Number
portal-issuer = Issued by
portal-from = In force from
portal-until = In force until
portal-no-end = No end printed
portal-standing = Today
portal-is-in-force = In force
portal-not-in-force = Not in force
portal-clauses = Clauses
portal-digest = Digest of the rules
portal-coverage = Coverage
portal-national = National provisions
portal-national-lead = National provisions and general facts on which the local documents rest. For most of them the official text was not seen; each says how it is known and how sure it is.
portal-parts = By use
portal-part-decision = Decisions
portal-part-decision-help = Clauses that decide who may apply.
portal-part-procedure = Procedure
portal-part-procedure-help = Who does what, in which order, by when.
portal-part-certificate = Certificates
portal-part-certificate-help = Issue, effect and revocation of certificates.
portal-part-register = Registers
portal-part-register-help = Lists, catalogues and look-ups.
portal-part-information = For information
portal-part-information-help = Principles, duties and benefits without effect on a decision.
portal-examples-count = { $count } worked examples
portal-examples = Examples:
portal-asked-of = Applies to: { $of }.
portal-by-name = { $standing }, by name
portal-checked = Checked
portal-checked-by = { $day }, { $who }
portal-routes-count = { $count ->
    [one] 1 route asks it
   *[other] { $count } routes ask it
}
portal-side-short = evidence too little
portal-named-in = Named in the examples
portal-has-reading = Reading taken
portal-clause = Clause { $id }
portal-says = What it says
portal-paraphrase = A paraphrase, not a quotation; both languages say the same.
portal-reading = What the text leaves open, and the reading taken
portal-in-english = This is recorded in English only.
portal-parameters = Names, numbers and dates in the clause
portal-used = How it is used
portal-part = Use
portal-cited = Routes that cite this clause:
portal-not-cited = No route cites this clause directly.
portal-software = How the product acts on it
portal-provenance = Where it comes from
portal-confidence = Confidence
portal-confidence-high = high
portal-confidence-medium = medium
portal-confidence-low = low
portal-neighbours = Neighbouring clauses

## Occupations

portal-catalogue = Find an occupation
portal-catalogue-lead = Enter an occupation or a specialty to see whether each place lists it, under which specialty, who reviews and evaluates, and where the test can be taken. A Chinese name or a part of it, an older or everyday name, pinyin, initials or a code will do.
portal-word = Occupation, specialty or code
portal-word-help = For example 焊工, yuesao, dhg, 6-18-02
portal-direction = Direction
portal-direction-both = Both
portal-search = Search
portal-hits = { $count ->
    [one] 1 occupation for “{ $word }”
   *[other] { $count } occupations for “{ $word }”
}

## API

portal-api = API for programs
portal-api-lead = The same answers, for programs; nothing of these requests is stored. Cases ask for a token, and each step of them goes into a log that only grows.
portal-api-cases = Cases
portal-api-cases-lead = The token of the account comes as Authorization: Bearer. Repeated with the same Idempotency-Key, a request is carried out once and answered with the same bytes. Of a refusal, code is the kind in every language, clause what it rests on, detail says why, and remedy what would do.
portal-api-casework = A case was not dealt with: 401 no known token, 403 not for this account, 404 not there or not to be seen, 409 the procedure does not allow it, 410 erased, 413 the file is too large, 422 the content has faults, 503 the store is away (what was acknowledged is kept)
portal-api-no-office = Only the self-check is offered here, no cases
portal-api-description = Description (OpenAPI 3.1)
portal-api-request = Example request
portal-api-ask = Send a dossier and receive the decisions of every place and target. The facts in this example are invented:
portal-api-absent = An absent key means unknown. An empty list, false and none mean known to be none.
portal-api-parts = You may add jurisdiction (a place), as_of (a day), targets, standards (years of an occupation's standard) and lang (zh or en).
portal-api-catalogue = Searches occupations and specialties: what each place lists, who reviews, who evaluates, where. q is a name, pinyin, initials or a code; jurisdiction (a place) and direction may be left out.
portal-api-errors = Errors
portal-api-errors-lead = Errors are application/problem+json. Where the content has faults, faults lists the path, problem and remedy of each.
portal-api-status = Status
portal-api-kind = Kind
portal-api-means = Meaning
portal-api-malformed = The body is not readable JSON
portal-api-not-found = There is nothing at this address
portal-api-wrong-method = The address does not take this method
portal-api-too-large = The body has more than 10 MiB
portal-api-wrong-type = The content type is not application/json
portal-api-faults = The content has faults; each is listed
portal-api-broken = Something broke in the server
portal-api-busy = Too many requests at once; try again in a moment

## Other pages

portal-to-start = Back to the self-check
portal-not-found = There is no such page
portal-not-found-lead = The address may be mistyped, or the clause is not in the loaded policies.
portal-wrong-method = This address cannot be opened like this
portal-wrong-method-lead = Please start from the self-check.
portal-too-large = That is too large
portal-too-large-lead = At most 10 MB are taken at once. Try again with less; nothing was stored.
portal-wrong-type = The content has another type
portal-wrong-type-lead = Please use the form on this site.
portal-bad-request = The content needed did not arrive
portal-bad-request-lead = Go back to the self-check and choose a file or fill in the form.
portal-busy = We are busy
portal-busy-lead = Many people are asking at once. Please try again in a moment.
portal-broken = Something went wrong
portal-broken-lead = The fault is on our side and not in what you filled in. Nothing was stored.

## Comparing

portal-place-within = { $place } ({ $above })
portal-places = Places on record
portal-everywhere = everywhere
portal-ask-all = See all places
portal-compare = Compare two places
portal-compare-with = Compare with another place
portal-compare-lead = Choose two places to see, point by point, what each document says, by which clause, and where they differ.
portal-compare-a = First place
portal-compare-b = Second place
portal-compare-show = Compare
portal-compare-choose = Choose two different places.
portal-compare-same-rows = The same: { $count }
portal-compare-topics = By topic
portal-matrix-lead = Each cell has the place’s answer, its date and the clause that decides it; the answer leads to all reasons of that place.
portal-matrix-why = Why they differ
portal-matrix-same = All places answer alike for every target.
portal-matrix-lacks = no such level there
portal-matrix-details = All reasons, place by place

## One question at a time

portal-talk-begin = One question at a time
portal-talk-begin-help = First what settles most, so that fewer questions follow; what changes no answer is not asked.
portal-talk-start = Begin
portal-talk-whole = The whole form at once
portal-talk-next = Next
portal-talk-unknown = I don’t know
portal-talk-back = Back
portal-talk-why = Why this is asked
portal-talk-answered = Answered so far
portal-talk-none = Nothing yet. Each answer is listed here and can be changed at any time.
portal-talk-edit = Change
portal-talk-edit-of = Change: { $label }
portal-talk-result = Show the answer now
portal-talk-rest = Ask me the rest
portal-talk-on = One question at a time
portal-fault-nothing-answered = Nothing is answered yet. Fill it in, or choose “I don’t know”.
portal-talk-where = Place and day

## Logins

portal-stale-form = This form is no longer valid
portal-stale-form-lead = It was made for another login, or it did not come from this site. Nothing was done. Open the page again and send the form from there.
portal-not-parked = An application cannot be begun just now
portal-not-parked-lead = Too many people are beginning one at the same moment, and your answers were not kept. Go back, save them, and try again a little later.
portal-over-link = This link no longer works
portal-over-link-lead = It was used already, a newer one was issued, or its 24 hours are over. Ask an administrator of this installation for another one.
