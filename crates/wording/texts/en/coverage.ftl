### What carries a clause, and why nothing does; the coverage report, the guide and the policy pages use them.

carried-pilot = From { $from } to { $until } only those inside the pilot are governed.
carried-in-force-from = In force from { $from }; no end is stated.
carried-in-force-until = In force from { $from } to { $until }.
carried-related-same = Only the same occupation, by name or code, is related.
carried-related-group = Occupations of one group (小类) of the classification are related.
carried-related-row = Occupations of one row of the catalogue are related.
carried-equivalence = Classes of technical schools count as: { $pairs }.
carried-equivalence-pair = { $class } as { $level }
carried-setting = { $what }; it stands at: { $reading }.
carried-no-weakening = A pack below this one that asks for less, or admits more, is refused when it is loaded.
carried-honours = A list of { $total } honours, open up to the { $tier }.
carried-catalogue = A catalogue table: { $rows } rows, { $majors } specialties.
carried-major = The specialty { $major } of the catalogue: { $rows } rows.
carried-service-points = { $institutions } service points, { $rows } rows by occupation and level.
carried-procedure = Applications travel this way: { $way }.
carried-elsewhere = Applications go elsewhere ({ $way }): { $where }
carried-filing = It is asked for at filing: { $way }.
carried-step = The step “{ $step }” of the way “{ $way }”.
carried-sheet = The score sheet “{ $sheet }”.
carried-items = The score sheet “{ $sheet }”: { $items }.

nothing-principle = A principle: it gives the purpose and decides nothing.
nothing-duty = A duty of authorities or employers: nothing that a person applies for hangs on it.
nothing-benefit = A benefit or an encouragement: it follows from a title or level and opens none.
nothing-scope = It names another way, outside the levels that are decided here.
nothing-temporal = A date for the record: nothing counts from it.
nothing-procedure = A contact or a remark on working methods: no step and no answer hangs on it.
nothing-other = For information: it decides nothing.

by-rule = rule
by-way = { $by } (way { $number } of { $of })
by-pilot = pilot
by-in-force = days in force
by-related = related occupations
by-honour-list = honour list
by-catalogue = catalogue
by-specialty = specialty
by-service-points = service points
by-reviewer = who reviews
by-evaluator = who evaluates
by-exemption = exemption
by-fee = fee
by-equivalence = equivalence
by-warning = warning
by-setting = setting
by-no-weakening = no weakening
by-definition = definition
by-procedure = procedure
by-sheet = score sheet
by-casework = case engine
by-ask = whom to ask

clause-standing-carried = carried
clause-standing-open = open
clause-standing-nothing = no effect on decisions
clause-standing-uncovered = not covered
