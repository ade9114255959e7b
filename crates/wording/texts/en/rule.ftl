### What a rule asks for, as the guide, the policy pages and `policy show` say it. The ids begin with rule-.
### Fragments without a full stop; rule-stop ends a sentence.

rule-stop = .
rule-list-mark = ,{ " " }
rule-list-or = { " " }or{ " " }
rule-otherwise-refer = ; otherwise { $body } decides
rule-during = { " " }(asked only from { $from } to { $until })
rule-for-employers = { " " }(only where the employer is: { $kinds })
rule-of-pilot = the pilot from { $from } to { $until }
rule-names-mark = ;{ " " }
rule-every-title-route = every way to a title
rule-every-skill-route = every way to a skill level
rule-shared = shared conditions “{ $name }”

## Person, employer and post

rule-status = The employment status is { $among }
rule-status-refer = ; where it is { $refer }, { $body } decides
rule-employer-among = The kind of employer is { $among }
rule-employer-any = The kind of employer may be any
rule-employer-not = { " " }except { $kinds }
rule-employer-refer = ; for { $refer }, { $body } decides
rule-employer-absent = ; a kind that is not stated passes
rule-upper-level = The employer is a central or provincial enterprise seated in the place
rule-not-upper-level = The employer is no central or provincial enterprise seated in the place
rule-employer-named = The employer is one of: { $names }
rule-specialty-among = The post’s specialty is one of: { $names }
rule-field-target = The post belongs to the field of the title’s series
rule-field-title = The post belongs to the field of the title that is held
rule-field-series = The post belongs to the field of { $series }
rule-post-frontline = The post is a front-line production post
rule-post-skilled = The post is a skill post
rule-appointed = The employer has appointed the person as { $post }

## Record

rule-reviews = The annual reviews of the last { $years } are all pass (合格) or better
rule-reviews-unassessed = ; a year without a review is for { $body } to decide
rule-excellent = Of the annual reviews of the last { $years } at least { $count } with the grade excellent (优秀)
rule-hours = Continuing education in each full calendar year before the day and after the certificate: { $early } hours for a certificate of { $until } or before, else { $later }; looked at are { $spans }
rule-hours-span = { $years } towards { $title }
rule-bar = No fraud was found within { $years }; the anniversary itself is still barred
rule-fraud-referral = A fraud found on { $since } or later is referred to { $body } before it is { $years } old

## Certificates, titles and diplomas

rule-level-or-higher = { $level } or higher
rule-holds-skill = A skill certificate of { $level } is held
rule-skill = The route is carried by a skill certificate of { $level }
rule-in-post = { " " }in the present occupation
rule-title = The route is carried by a title: { $title }
rule-title-one = { $title } or higher
rule-title-several = { $tier } or higher, in { $series }
rule-education = A diploma of { $level } in a major that goes with { $occupation }
rule-education-skill = the certificate’s or the present occupation
rule-education-post = the present occupation
rule-classes-count = ; classes of technical schools count as their equivalents
rule-classes-do-not-count = ; classes of technical schools do not count
rule-honours-one = An honour of the list { $list } ({ $total } listed)
rule-honours-several = { $count } honours of the list { $list } ({ $total } listed)
rule-honours-referred = ; { $referred } of them are for { $body } to decide

## Years

rule-years-one = { $count } year
rule-years = { $count } years
rule-years-of-standard = the years that the occupation’s standard names for this level
rule-years-general = { $years } (an entry of the occupation’s standard takes their place)
rule-carrier-skill = the certificate
rule-carrier-title = the title
rule-years-after = { $years } have passed since { $carrier } was obtained
rule-since = since { $carrier } was obtained
rule-career = over the whole career
rule-work = Work { $since }: { $years }; counted is { $matching }
rule-work-related-to-skill = skilled work in the certificate’s occupation or a related one; if other skilled work is needed, { $body } decides
rule-work-related-to-post = skilled work in the present occupation or a related one; if other skilled work is needed, { $body } decides
rule-work-skilled = all skilled work
rule-work-any = any work
rule-unless-standard = ; closed where the occupation’s standard has an entry of its own

## Catalogue, occupation and specialty

rule-occupation-skill = the certificate’s occupation
rule-occupation-post = the present occupation
rule-catalogue = The catalogue lists { $occupation }
rule-catalogue-unlisted = ; where it does not, { $body } decides
rule-catalogue-refused = ; where it does not, there is no application
rule-catalogue-unplaced = ; a name that cannot be placed is for { $body } to decide
rule-related = The certificate’s occupation and the present one are the same or related
rule-specialty = Where the post’s specialty is one of the catalogue’s, that specialty lists { $occupation }
rule-title-specialty-catalogue = Where the title’s specialty is one of the catalogue’s, that specialty lists the present occupation
rule-title-specialty-post = Where the specialties of the title and of the post are both stated, they are the same
rule-series-left = The series is none of { $series }, which the text leaves to { $body }
rule-level-left = The certificate is none of { $levels }, whose crossing over the text leaves open ({ $body } decides)

## People

rule-by-finding = Holds only where { $body } has determined it; without a finding it fails and is not asked for
rule-judged = Judged by { $body } at the review
rule-left-to = Left to { $body } in every case
rule-heading = A finding on this clause settles the whole group under it
rule-judged-part = Judged by { $body } at the review: { $part }

## Counted evidence

rule-counted = ; settled by counted evidence{ $since }: { $groups }
rule-counted-since = { " " }dated on or after the first certificate of { $level }
rule-counted-group = at least { $count } of { $of }
rule-counted-or = ; or{ " " }
rule-counted-or-of = { " " }or{ " " }
rule-counted-mark = ,{ " " }
rule-counted-filter = { $kinds } ({ $asked })
rule-counted-honour = the honours { $names }
rule-counted-level = level: { $among }
rule-counted-category = category: { $among }
rule-counted-commended = commended by: { $among }
rule-counted-role = as { $role } or higher
rule-counted-holding = or taking part while holding { $level }
rule-counted-skill-level = for { $level }
rule-counted-prize = prize class: { $prize } or better
rule-counted-rank = rank { $count } or better
rule-counted-characters = { $count } characters or more
rule-counted-own-characters = { $count } own characters or more
rule-counted-authorship = author: { $among }
rule-counted-outlet = published in: { $among }
rule-counted-accepted = accepted
rule-counted-issued = issued
rule-counted-benefit-proven = benefit proven
rule-counted-relation-proven = mentor proven
rule-counted-national-quality = of national good quality
rule-counted-problem-solved = a key problem solved
rule-counted-in-force = in force
rule-counted-put-to-use = put to use
rule-counted-in-specialty = in the own specialty
