### What is held and since when: why a condition on it holds, fails, can’t be told, or is left to people.
### What ends in -yes, -no, -unknown and -refer is a whole sentence for that answer; the rest are parts of sentences, or sentences for one answer only.

## Skill certificates

certificate = a certificate of { $level }{ $occupation }{ $dated }
certificate-unlevelled = a certificate of unstated level{ $occupation }{ $dated }
certificate-occupation = { " " }in the occupation “{ $occupation }”
certificate-dated = { " " }(dated { $date })
level-or-higher = { $level } or higher
level-or-higher-in-post = { $level } or higher in the present occupation
skill-yes = The applicant holds { $certificate }, which meets the requirement: { $wanted }.
skill-no = The applicant holds { $certificate }, which does not meet the requirement: { $wanted }.
skill-unknown = The applicant holds { $certificate }; whether it meets the requirement ({ $wanted }) can’t be told yet.
skill-refer = The applicant holds { $certificate }; whether it meets the requirement ({ $wanted }) is for the competent body to decide.
skill-lower = The applicant holds { $certificate }, which is below the required level of { $level }.
skill-other-occupation = The applicant holds { $certificate }, which is not of the present occupation.
skill-later = What is awarded after { $as_of } does not count: { $certificate }.
skill-none-yes = There is no skill certificate of { $wanted }, which makes no difference here.
skill-none-no = There is no skill certificate that counts as { $wanted }.
skill-none-unknown = Skill certificates are not stated, so whether there is one of { $wanted } can’t be told.
skill-none-refer = There is no skill certificate of { $wanted }; whether an application is open is for the competent body to decide.

## Titles

title-unranked = of unstated tier, series of { $series }
title-of-no-series = { $tier }, series not stated
title-unstated = of unstated tier and series
title-held-yes = The title held, { $title }, meets the requirement: { $wanted } or higher.
title-held-no = The title held, { $title }, does not meet the requirement: { $wanted } or higher.
title-held-unknown = Whether the title held, { $title }, meets the requirement ({ $wanted } or higher) can’t be told yet.
title-held-refer = Whether the title held, { $title }, meets the requirement ({ $wanted } or higher) is for the competent body to decide.
title-lower = The title held, { $title }, is below the required one: { $wanted }.
title-other-series = The title held, { $title }, does not belong to the series of { $series }; the requirement is { $wanted } or higher.
title-none-yes = There is no title of { $wanted } or higher, which makes no difference here.
title-none-no = There is no title that counts as { $wanted } or higher.
title-none-unknown = Titles are not stated, so whether there is one of { $wanted } or higher can’t be told.
title-none-refer = There is no title of { $wanted } or higher; whether an application is open is for the competent body to decide.

## Diplomas

diploma = a diploma of the level of { $level }{ $class }
diploma-class = , counted through a technical-school class
diploma-unlevelled = a diploma of unstated level
education-relevant-yes = The applicant holds { $diploma }; its major is relevant to the occupation, which meets the requirement: { $wanted }.
education-relevant-no = The applicant holds { $diploma }; its major is relevant to the occupation, but it does not meet the requirement: { $wanted }.
education-relevant-unknown = The applicant holds { $diploma }; its major is relevant to the occupation; whether it meets the requirement ({ $wanted }) can’t be told yet.
education-relevant-refer = The applicant holds { $diploma }; its major is relevant to the occupation; whether it meets the requirement ({ $wanted }) is for the competent body to decide.
education-other-yes = The applicant holds { $diploma }; its major is stated as relevant to other occupations only, which makes no difference here.
education-other-no = The applicant holds { $diploma }; its major is stated as relevant to other occupations only, which does not meet the requirement: { $wanted }, with a relevant major.
education-other-unknown = The applicant holds { $diploma }; its major is stated as relevant to other occupations only; whether it meets the requirement ({ $wanted }, with a relevant major) can’t be told yet.
education-other-refer = The applicant holds { $diploma }; its major is stated as relevant to other occupations only; whether the major is close enough is for the competent body to decide.
education-irrelevant-yes = The applicant holds { $diploma }; its major is relevant to no occupation, which makes no difference here.
education-irrelevant-no = The applicant holds { $diploma }; its major is relevant to no occupation, which does not meet the requirement: { $wanted }, with a relevant major.
education-irrelevant-unknown = The applicant holds { $diploma }; its major is relevant to no occupation; whether it meets the requirement ({ $wanted }, with a relevant major) can’t be told yet.
education-irrelevant-refer = The applicant holds { $diploma }; its major is relevant to no occupation; whether it meets the requirement ({ $wanted }, with a relevant major) is for the competent body to decide.
education-unstated-yes = The applicant holds { $diploma }; what its major is relevant to is not stated, which makes no difference here.
education-unstated-no = The applicant holds { $diploma }; what its major is relevant to is not stated, so it can’t be taken to meet the requirement: { $wanted }, with a relevant major.
education-unstated-unknown = The applicant holds { $diploma }; what its major is relevant to is not stated, so whether it meets the requirement ({ $wanted }, with a relevant major) can’t be told.
education-unstated-refer = The applicant holds { $diploma }; what its major is relevant to is not stated; whether it meets the requirement ({ $wanted }, with a relevant major) is for the competent body to decide.
education-lower = The applicant holds { $diploma }, which is below the required level of { $level }.
education-none-yes = There is no diploma of { $wanted }, which makes no difference here.
education-none-no = There is no diploma that counts as { $wanted }.
education-none-unknown = Diplomas are not stated, so whether there is one of { $wanted } can’t be told.
education-none-refer = There is no diploma of { $wanted }; whether an application is open is for the competent body to decide.

## Years after a certificate or title

clock-yes = The { $carrier } is of { $from }; the required time of { $years } after it ended on { $reached }.
clock-no = The { $carrier } is of { $from }; the required time of { $years } after it ends on { $reached }.
clock-unknown = The { $carrier } is of { $from }, and the time of { $years } after it ends on { $reached }; whether that meets the requirement can’t be told yet.
clock-refer = The { $carrier } is of { $from }, and the time of { $years } after it ends on { $reached }; whether that meets the requirement is for the competent body to decide.
clock-past-no = The { $carrier } is of { $from }, and the time of { $years } after it ended on { $reached }, but this condition is not met.
clock-open-yes = The { $carrier } is of { $from }, and the required time of { $years } has passed.
clock-open-no = The { $carrier } is of { $from }, and the required time of { $years } has not passed yet.
clock-open-unknown = The { $carrier } is of { $from }; whether the required time of { $years } has passed can’t be told yet.
clock-open-refer = The { $carrier } is of { $from }; whether the required time of { $years } has passed is for the competent body to decide.
clock-absent-yes = The time of { $years } after a { $carrier } makes no difference here.
clock-absent-no = There is no { $carrier } after which the required time of { $years } has passed.
clock-absent-unknown = The date of the { $carrier } is not stated, so whether the required time of { $years } has passed can’t be told.
clock-absent-refer = Whether there is a { $carrier } after which the required time of { $years } has passed is for the competent body to decide.
clock-zero = No time has to pass after the { $carrier }.

## Years of work

count-years-one = { $count } year
count-years = { $count } years
years-of-standard = { $years } (as the occupation’s standard has it)
years-of-unread-standard = the years of the occupation’s standard
since-day = Counted from the { $carrier } of { $from }
since-career = In all
carrier-skill = skill certificate
carrier-title = title
since-undated = Counted from the date of the { $carrier }
work-yes = { $since }, the work that counts reached { $years } on { $reached }.
work-no = { $since }, the work that counts has to reach { $years }; if it goes on, that is on { $reached }.
work-unknown = { $since }, the work that counts reaches { $years } on { $reached }; whether that meets the requirement can’t be told yet.
work-refer = { $since }, the work that counts reaches { $years } on { $reached }; whether that meets the requirement is for the competent body to decide.
work-past-no = { $since }, the work that counts reaches { $years } on { $reached }, but this condition is not met.
work-short-yes = { $since }, the work that counts has reached { $years }.
work-short-no = { $since }, the work that counts has to reach { $years }; the work stated does not.
work-short-unknown = { $since }, whether the work that counts has reached { $years } can’t be told, because the work is not fully stated.
work-short-refer = { $since }, whether the work that counts has reached { $years } is for the competent body to decide.
work-other-yes = { $since }, the work together with other skilled work reached { $years } on { $other }.
work-other-no = { $since }, the work that counts has to reach { $years }, and the work stated does not; together with other skilled work that is on { $other }, and whether it counts is then for the competent body to decide.
work-other-unknown = { $since }, whether the work that counts has reached { $years } can’t be told, because the work is not fully stated; together with other skilled work that is on { $other }.
work-other-refer = { $since }, the work that counts does not reach { $years }; together with other skilled work that is on { $other }, and whether the other work counts is for the competent body to decide.
work-both-yes = { $since }, the work that counts reaches { $years } on { $reached }; together with other skilled work that was on { $other }.
work-both-no = { $since }, the work that counts has to reach { $years }; if it goes on, that is on { $reached }; together with other skilled work it is on { $other }, and whether the other work counts is then for the competent body to decide.
work-both-unknown = { $since }, the work that counts reaches { $years } on { $reached }, and on { $other } together with other skilled work; whether that meets the requirement can’t be told yet.
work-both-refer = { $since }, the work that counts reaches { $years } on { $reached }; together with other skilled work that is on { $other }, and whether the other work counts is for the competent body to decide.
work-undated = The date of the { $carrier } is not stated, so whether the work that counts after it has reached { $years } can’t be told.
work-nothing-counts = There is no { $carrier } from which { $years } of work could count.
work-zero = No years of work are required here.
no-standard-yes = The years of work for { $level } are set by the occupation’s standard, which is not on record; that makes no difference here.
no-standard-no = The years of work for { $level } are set by the occupation’s standard, which is not on record, so they can’t be taken as reached.
no-standard-unknown = The years of work for { $level } are set by the occupation’s standard, which is not on record, so whether they are reached can’t be told.
no-standard-refer = The years of work for { $level } are set by the occupation’s standard, which is not on record; the competent body has to decide by that standard.
standard-instead-yes = The occupation’s standard asks for { $years } of work for { $level }; that makes no difference here.
standard-instead-no = The occupation’s standard asks for { $years } of work for { $level }, which takes the place of the general numbers of years.
standard-instead-unknown = The occupation’s standard asks for { $years } of work for { $level }; whether a shorter way is open can’t be told yet.
standard-instead-refer = The occupation’s standard asks for { $years } of work for { $level }; whether a shorter way is open is for the competent body to decide.

## Honours

honour = The honour “{ $name }”{ $rank }{ $term }
honour-rank = { " " }(rank { $rank })
honour-given = { " " }(given on { $date })
honour-until = { " " }(valid until { $until })
honour-term = { " " }(given on { $date }, valid until { $until })
honour-listed-yes = { $honour } is one of those listed here.
honour-listed-no = { $honour } does not meet what is listed here.
honour-listed-unknown = { $honour } is not fully stated, so whether it is one of those listed here can’t be told.
honour-listed-refer = { $honour } was stated; whether it serves here is for the competent body to decide.
honour-worker-yes = { $honour } is one of those listed here, and its holder counts as a skilled worker.
honour-worker-no = { $honour } does not serve here, because its holder has to be a skilled worker.
honour-worker-unknown = { $honour } serves a skilled worker only; whether the applicant is one can’t be told.
honour-worker-refer = { $honour } serves a skilled worker only; whether the applicant is one is for the competent body to decide.
honour-expired = { $honour } has run out and does not count.
honour-later = { $honour } is later than { $as_of } and does not count.
honour-absent-yes = There is no honour of those listed here, which makes no difference.
honour-absent-no = There is no honour, contest rank or role of those listed here.
honour-absent-unknown = Honours are not stated, so whether there is one of those listed here can’t be told.
honour-absent-refer = Whether there is an honour of those listed here is for the competent body to decide.
honours-yes = The number of honours listed here that count is { $found }, which reaches the { $wanted } needed.
honours-no = The number of honours listed here that count is { $found }, which does not reach the { $wanted } needed.
honours-unknown = The number of honours listed here that count is { $found }; whether that reaches the { $wanted } needed can’t be told yet.
honours-refer = The number of honours listed here that count is { $found }; whether that reaches the { $wanted } needed is for the competent body to decide.
