### Short labels that the command line and the portal share.

label-app = Guantong
label-tagline = Crossing between skilled-worker levels and professional titles
label-yes = yes
label-no = no
label-not-stated = not stated
label-none = none
label-target = Target
label-jurisdiction = Place
label-policy = Policy
label-as-of = Day asked about
label-outcome = Answer
label-effect = Opens
label-route = Route
label-conditions = Conditions
label-clause = Clause
label-facts = Facts used
label-missing = Facts needed
label-earliest = Earliest date
label-to-be-judged = Clauses for the reviewing body to judge
label-referred-to = Who decides
label-waivers = Not required
label-catalogue = Catalogue
label-warnings = Notes
label-facts-needed = { $count ->
    [one] { $count } more fact needed
   *[other] { $count } more facts needed
}
