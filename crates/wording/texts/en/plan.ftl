### Plans: when each level opens at the earliest, and the way there.

plan-held = The level of { $target }, or a higher one, is already held.
plan-open = An application for { $target } is open now.
plan-later = An application for { $target } opens on { $day } at the earliest.
plan-if-decided = If the competent body decides in favour, an application for { $target } opens on { $day } at the earliest.
plan-undetermined = Still missing to tell when { $target } opens: { $count } facts.
plan-if-renewed = The policy has run out; if it were continued, an application for { $target } would open on { $day } at the earliest.
plan-undetermined-one = Still missing to tell when { $target } opens: { $count } fact.
plan-included = { $higher } comes first and includes { $target }; no application of its own is needed.
plan-closed = As things stand, no way leads to { $target }.
plan-closes-expiry = File by { $day }: the policy runs out on that day ({ $clauses }), and nothing that follows it has been published.
plan-closes-rules-change = File by { $day }: the rules change on the next day ({ $clauses }).
plan-closes-conditions = File by { $day }: from the next day on { $clauses } is no longer met.
plan-warning-expired = This policy ran out on { $last }; all days below assume that it is continued.
plan-warning-past-expiry = This policy runs out on { $last }, and nothing that follows it has been published; days after that assume that it is continued.
plan-list-mark = {", "}

plan-state-held = held
plan-state-open = open now
plan-state-later = later
plan-state-if-decided = if decided
plan-state-if-renewed = policy has run out
plan-state-undetermined = facts missing
plan-state-closed = no way

plan-way = The earliest way ({ $day })
plan-way-if-decided = The way if decided in favour ({ $day })
plan-way-both = Together with ordinary promotion ({ $day })
plan-way-ordinary = By ordinary promotion ({ $day })
plan-step = { $number }. { $day } apply for { $target } ({ $route })
plan-step-awarded = { $number }. { $day } apply for { $target } ({ $route }), granted { $awarded }
plan-slack = ({ $days } days to spare)
plan-decided-by = { $body } decides ({ $clause })
plan-stopped = Not by “{ $route }”:

## The interchange map

map-title = Two ladders and their ramps: { $place }
map-subtitle = { $day } · { $document }
map-ladder-skill = Skill levels
map-ladder-title = Titles
map-now = now
map-here = You are here
map-included = included in the next
map-missing = { $count } facts missing
map-missing-one = { $count } fact missing
map-ordinary = by ordinary promotion { $day }
map-steps = The way
map-closed = Closed ramps
map-step = From { $day }: { $target }, by “{ $route }”
map-step-decided = From { $day }, if decided in favour: { $target }, by “{ $route }”
map-and = { $first }. { $second }
map-ramp-closed = { $target }, “{ $route }”: { $why } ({ $clause })
map-ramp-closed-silent = { $target }, “{ $route }”
map-more-closed = and { $count } more

## The page of the plan

portal-plan = When, and how to get there
portal-plan-open = When, and how to get there
portal-plan-answer = See today’s answer
portal-plan-lead = From { $day } on, if post and occupation stay the same, work goes on, future reviews pass and yearly hours are met: when each level opens at the earliest, and which comes first.
portal-plan-lag = From application to award, allow
portal-plan-lag-p0d = no time
portal-plan-lag-p6m = 6 months
portal-plan-lag-p1y = 1 year
portal-plan-lag-p2y = 2 years
portal-plan-again = Work it out again
portal-plan-places = When each place opens
portal-plan-places-lead = When the same person may apply in each place at the earliest. Choose a place or an answer to see the way.
portal-plan-sooner = If filled in, it may come earlier
portal-plan-map-scroll = Swipe sideways to see the whole map.
portal-plan-place-by-place = Map and ways, place by place
portal-plan-levels = The way to each level
portal-plan-map-file = Save the map (SVG)
portal-plan-step = { $day } apply for { $target }: { $route }
portal-plan-step-awarded = { $day } apply for { $target }: { $route }; granted { $awarded }
portal-plan-waits = Waits until:
portal-plan-decided = Decided by:
portal-plan-slack = Conditions met earlier
portal-plan-stops = Why there is no way
portal-recognised = What each place makes of certificates, titles, honours and diplomas
portal-recognised-lead = By the rules in force in each place. A title from elsewhere usually has to be reviewed again or confirmed first.
portal-recognised-record = Held
portal-recognised-yes = counts
portal-recognised-refer = to be decided
portal-recognised-no = does not suffice
portal-recognised-unknown = not needed
plan-retirement = Statutory retirement: { $month } ({ $group }, at { $years }; as early as { $earliest } by choice, as late as { $latest } if the employer agrees).
plan-retirement-months = Statutory retirement: { $month } ({ $group }, at { $years } years and { $months } months; as early as { $earliest } by choice, as late as { $latest } if the employer agrees).
plan-warning-retired = Some days lie past the statutory retirement month { $month } ({ $group }); after retirement no title is applied for. Whether retirement is put off is for the person and the employer to agree.
portal-plan-after-retirement = past retirement ({ $group })
plan-unsure = The source is not confirmed: { $clauses }
