# The search for occupations and specialties: texts that the command line and the pages share.

catalogue-listed = Listed
catalogue-unlisted = Not listed
catalogue-unplaced = In no group
catalogue-no-catalogue = No catalogue
catalogue-unlisted-refused = The catalogue does not list it, so nobody can apply from it.
catalogue-unlisted-referred = The catalogue does not list it, which is no refusal: { $body } decides.
catalogue-unlisted-not-tested = The catalogue does not list it; this direction does not ask whether the occupation is listed.
catalogue-unplaced-referred = It cannot be placed in a group of the catalogue: { $body } decides.
catalogue-no-catalogue-open = The document has no catalogue of occupations and does not limit them by one.
catalogue-committee = Reviewing body
catalogue-scope = Scope
catalogue-printed = printed as “{ $name }”
catalogue-read-as = to be read as “{ $name }”
catalogue-listed-as = The catalogue lists names that may be the same occupation (suggestions only):

catalogue-other-names = Other names (suggestions only; nothing is decided by them)
catalogue-other-former-name-synonym = former name or spelling
catalogue-other-former-name-name = present name
catalogue-other-later-name-synonym = later name
catalogue-other-later-name-name = earlier name
catalogue-other-regional-synonym = regional name
catalogue-other-regional-name = usual name
catalogue-other-trade-synonym = name in the trade, or a trade of it
catalogue-other-trade-name = its occupation or usual name
catalogue-other-abbreviation-synonym = short form
catalogue-other-abbreviation-name = full form
catalogue-other-misprint-synonym = printed otherwise in a document
catalogue-other-misprint-name = printed otherwise in a document
catalogue-origin = source: { $origin }

catalogue-how-code = the code fits
catalogue-how-name = the name fits
catalogue-how-pinyin = the pinyin fits
catalogue-how-initials = the pinyin initials fit
catalogue-how-part-of-code = in the same group
catalogue-how-beginning = the name begins so
catalogue-how-part = the name contains it
catalogue-how-beginning-by-pinyin = the pinyin begins so
catalogue-how-part-by-pinyin = the pinyin contains it
catalogue-by-other-name = “{ $name }” may be this one ({ $kind }; { $origin })

catalogue-confidence-high = code known with high confidence
catalogue-confidence-medium = code known with medium confidence, not used for decisions
catalogue-confidence-low = code known with low confidence, not used for decisions
catalogue-confidence-printed = a name that a document prints
catalogue-confidence-written = the code as written

catalogue-further-names = Further occupations that are near
catalogue-further-left = { $count } more are left out; write more of the word.
catalogue-specialties = Specialties
catalogue-specialty-lists = Occupations: { $count }
catalogue-nearest = Nothing was found for “{ $word }”. Did you mean:
catalogue-nothing = Nothing was found for “{ $word }”. Try another word, or a classification code such as 6-18-02-04.
catalogue-sound = sounds the same
catalogue-spelling = spelled much the same

catalogue-reviewers = Who reviews titles
catalogue-evaluators = Who evaluates skills
catalogue-not-said = The document does not say.
catalogue-points = Service points for skill testing
catalogue-points-none-at = { $levels }: no service point is listed under this name; ask the local human-resources bureau.
catalogue-points-all-none = No service point is listed under this name; ask the local human-resources bureau.
catalogue-point-here = Apply here for: { $levels }
catalogue-point-possible = { $levels }: not applied for here, only a possible place of the test
catalogue-point-printed = printed as “{ $name }” in the list
catalogue-point-other = Also listed as “{ $name }”, which may be the same occupation ({ $origin })
catalogue-point-numbers = no. { $numbers }
