### What the self-check asks; ids begin with question-, followed by the fact of the dossier.

question-employment-status = Are you in service, retired, rehired after retirement, or not employed?
question-employment-employer-kind = What kind of employer do you work for?
question-employment-employer-upper-level = Is your employer a central or provincial enterprise seated in the place?
question-employment-field = Which title series does the field of your present post belong to?
question-employment-frontline = Is your present post a front-line production post?
question-employment-skilled-post = Is your present post a skill post?
question-employment-appointed-as = Has your employer appointed you special technician?
question-employment-occupation = What is the occupation of your present post?
question-employment-specialty = What is the specialty of your present post?
question-skills = Do you have skill certificates, and which?
question-skills-level = Which level is skill certificate no. { $n }?
question-skills-occupation = Which occupation does skill certificate no. { $n } name?
question-skills-date = On which day was skill certificate no. { $n } issued?
question-titles = Do you hold titles, and which?
question-titles-tier = Which tier is title no. { $n }?
question-titles-series = Which series does title no. { $n } belong to?
question-titles-date = On which day was title no. { $n } approved?
question-work = What work have you done, and from which day to which?
question-work-occupation = Which occupation was work period no. { $n } in?
question-work-from = On which day did work period no. { $n } begin?
question-work-to = On which day did work period no. { $n } end, or is it still going on?
question-honours = Do you have honours or contest results, and which?
question-honours-name = What is honour no. { $n } called?
question-honours-rank = Which rank did you reach with honour no. { $n }?
question-honours-award = Which award did you receive with honour no. { $n }?
question-education = Do you have education relevant to your occupation, and which?
question-education-level = Which level is diploma no. { $n }?
question-education-relevant-to = Which occupations is the major of diploma no. { $n } relevant to?
question-sanctions = Has fraud ever been found in an application of yours?
question-sanctions-date = On which day was fraud no. { $n } found?
question-reviews-year = What was the result of your { $key } annual review in your present post?
question-continuing-education-year = How many hours of continuing education did you complete in { $key }?

question-why = The answers for { $decides } { $decides ->
    [one] target depend
   *[other] targets depend
  } on it.
question-why-expected = The answers for { $decides } { $decides ->
    [one] target depend
   *[other] targets depend
  } on it; on average, { $expected } of them will be settled by it.
question-progress = { $settled } of { $targets } targets settled.
question-rest = { $count ->
    [one] 1 fact may still matter.
   *[other] { $count } facts may still matter.
  }
question-nothing = Nothing is left to ask: whatever the remaining facts are, they change no answer.
question-nothing-unknown = Nothing is left that you could tell. { $count } { $count ->
    [one] target depends
   *[other] targets depend
  } on what is not known and can't be answered yet.
