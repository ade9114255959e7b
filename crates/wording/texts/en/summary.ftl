### One sentence that answers for one target.

summary-held-title = The applicant already holds this title or a higher one: { $target }.
summary-held-skill = The applicant already holds this skill level or a higher one: { $target }.
summary-eligible = An application for { $target } is open{ $since }.
summary-review = An application for title review is open for { $target }{ $since }.
summary-recognition = Direct recognition of the title is open for { $target }{ $since }.
summary-assessment = An application for skill assessment is open for { $target }{ $since }.
summary-appointment = Appointment by the employer is open for { $target }{ $since }.
summary-since = {"; "}the conditions have been met since { $earliest }
summary-undetermined = Too little is stated to tell whether an application for { $target } is open.
summary-undetermined-one = { $count } more fact is needed to tell whether an application for { $target } is open.
summary-undetermined-many = { $count } more facts are needed to tell whether an application for { $target } is open.
summary-referred = Whether an application for { $target } is open is for the competent body to decide.
summary-not-yet = An application for { $target } is not open yet; the required time has not passed.
summary-not-yet-until = An application for { $target } is not open yet; the conditions are met on { $earliest } at the earliest.
summary-not-yet-after-expiry = An application for { $target } is not open yet; the conditions are met on { $earliest } at the earliest, after this policy has run out, so the policy of that time decides.
summary-not-yet-after-day = An application for { $target } is not open yet; the conditions are met on { $earliest } at the earliest, but this policy runs out on { $expires }, so the policy of that time decides.
summary-not-eligible = As things stand, the conditions for { $target } are not met.
summary-not-governed = On this day no policy governs { $target }, or the applicant is outside its scope (the policy looked at is in force from { $effective }).
summary-not-governed-until = On this day no policy governs { $target }, or the applicant is outside its scope (the policy looked at is in force from { $effective } to { $expires }).

## What a target is called

target-title-named = { $tier } in { $series } ({ $name })
target-title-unnamed = { $tier } in { $series } ({ $name })
target-skill = { $level }
target-skill-in = { $level } in the occupation “{ $occupation }”
