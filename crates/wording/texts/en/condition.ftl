### Why a condition holds, fails, can't be told, or is left to people.
### What ends in -yes, -no, -unknown and -refer is a whole sentence for that answer; the rest are parts of sentences, or sentences for one answer only.

## The person and the employer

status-yes = The employment status is “{ $status }”, which is within the scope.
status-no = The employment status is “{ $status }”, which is outside the scope.
status-unknown = The employment status is “{ $status }”; whether that is within the scope can’t be told yet.
status-refer = The employment status is “{ $status }”; whether that is within the scope is for the competent body to decide.
status-absent-yes = The employment status is not stated, which makes no difference here.
status-absent-no = The employment status is not stated, so it can’t be taken as within the scope.
status-absent-unknown = The employment status is not stated, so whether it is within the scope can’t be told.
status-absent-refer = The employment status is not stated; whether it is within the scope is for the competent body to decide.
employer-yes = The kind of employer is “{ $kind }”, which is within the scope.
employer-no = The kind of employer is “{ $kind }”, which is outside the scope.
employer-unknown = The kind of employer is “{ $kind }”; whether that is within the scope can’t be told yet.
employer-refer = The kind of employer is “{ $kind }”; whether that is within the scope is for the competent body to decide.
employer-absent-yes = The kind of employer is not stated, which makes no difference here.
employer-absent-no = The kind of employer is not stated, so it can’t be taken as within the scope.
employer-absent-unknown = The kind of employer is not stated, so whether it is within the scope can’t be told.
employer-absent-refer = The kind of employer is not stated; whether it is within the scope is for the competent body to decide.

## The post

field-yes = The present post belongs to the field of { $field }, which agrees with the series of { $series }.
field-no = The present post belongs to the field of { $field }, which does not agree with the series of { $series }.
field-unknown = The present post belongs to the field of { $field }; whether that agrees with the series of { $series } can’t be told yet.
field-refer = The present post belongs to the field of { $field }; whether that corresponds to the series of { $series } is for the competent body to decide.
field-none-yes = The present post belongs to the field of none of the title series, which makes no difference here.
field-none-no = The present post belongs to the field of none of the title series, so it does not agree with the series of { $series }.
field-none-unknown = The present post belongs to the field of none of the title series; whether it can correspond to the series of { $series } can’t be told yet.
field-none-refer = The present post belongs to the field of none of the title series; whether it can correspond to the series of { $series } is for the competent body to decide.
field-absent-yes = The field of the present post is not stated, which makes no difference here.
field-absent-no = The field of the present post is not stated, so it can’t be taken to agree with the series of { $series }.
field-absent-unknown = The field of the present post is not stated, so whether it agrees with the series of { $series } can’t be told.
field-absent-refer = The field of the present post is not stated; whether it corresponds to the series of { $series } is for the competent body to decide.
frontline-post = front-line production post
skilled-post = skilled post
post-is-yes = The present post is a { $post }, as required.
post-is-no = The present post is a { $post }, which does not meet the requirement.
post-is-unknown = The present post is a { $post }; whether that meets the requirement can’t be told yet.
post-is-refer = The present post is a { $post }; whether that meets the requirement is for the competent body to decide.
post-is-not-yes = The present post is not a { $post }, which makes no difference here.
post-is-not-no = The present post is not a { $post }, as it has to be.
post-is-not-unknown = The present post is not a { $post }; whether the requirement is met can’t be told yet.
post-is-not-refer = The present post is not a { $post }; whether the requirement is met is for the competent body to decide.
post-absent-yes = Whether the present post is a { $post } is not stated, which makes no difference here.
post-absent-no = Whether the present post is a { $post } is not stated, so it can’t be taken as one.
post-absent-unknown = Whether the present post is a { $post } is not stated.
post-absent-refer = Whether the present post is a { $post } is not stated; the competent body has to decide it.
appointed-yes = The employer has appointed the applicant as { $post }.
appointed-no = The employer has appointed the applicant as { $post }, but this condition is not met.
appointed-unknown = The employer has appointed the applicant as { $post }; whether that meets the requirement can’t be told yet.
appointed-refer = The employer has appointed the applicant as { $post }; whether that meets the requirement is for the competent body to decide.
not-appointed-yes = The employer has not appointed the applicant as { $post }, which makes no difference here.
not-appointed-no = The employer has not appointed the applicant as { $post }.
not-appointed-unknown = The employer has not appointed the applicant as { $post }; whether the requirement is met can’t be told yet.
not-appointed-refer = The employer has not appointed the applicant as { $post }; whether the requirement is met is for the competent body to decide.
appointed-absent-yes = Whether the employer has appointed the applicant as { $post } is not stated, which makes no difference here.
appointed-absent-no = Whether the employer has appointed the applicant as { $post } is not stated, so it can’t be taken as done.
appointed-absent-unknown = Whether the employer has appointed the applicant as { $post } is not stated.
appointed-absent-refer = Whether the employer has appointed the applicant as { $post } is not stated; the competent body has to decide it.

## Annual reviews

reviews-yes = The annual reviews of { $from } to { $to } are all “pass” (合格) or better.
reviews-no = The annual reviews of { $from } to { $to } are not all “pass” (合格) or better.
reviews-unknown = Not all annual reviews of { $from } to { $to } are stated, so whether they are all “pass” (合格) or better can’t be told.
reviews-refer = Whether the annual reviews of { $from } to { $to } meet the requirement is for the competent body to decide.
review-only-yes = The annual review of { $year } is “pass” (合格) or better.
review-only-no = The annual review of { $year } is not “pass” (合格) or better.
review-only-unknown = The annual review of { $year } is not fully stated, so whether it is “pass” (合格) or better can’t be told.
review-only-refer = Whether the annual review of { $year } meets the requirement is for the competent body to decide.
review-passed-yes = The annual review of { $year } is { $grade }, which is “pass” (合格) or better.
review-passed-no = The annual review of { $year } is { $grade }, which does not meet this condition.
review-passed-unknown = The annual review of { $year } is { $grade }; whether that meets the requirement can’t be told yet.
review-passed-refer = The annual review of { $year } is { $grade }; whether that meets the requirement is for the competent body to decide.
review-failed-yes = The annual review of { $year } is { $grade }, which makes no difference here.
review-failed-no = The annual review of { $year } is { $grade }, which is less than “pass” (合格); from { $leaves } on that year no longer counts.
review-failed-unknown = The annual review of { $year } is { $grade }; not all reviews are stated, so nothing can be concluded yet.
review-failed-refer = The annual review of { $year } is { $grade }, which is less than “pass” (合格); whether an application is open is for the competent body to decide.
review-none-yes = No annual review was held for { $year }, which makes no difference here.
review-none-no = No annual review was held for { $year }, so the requirement is not met; from { $leaves } on that year no longer counts.
review-none-unknown = No annual review was held for { $year }; not all reviews are stated, so nothing can be concluded yet.
review-none-refer = No annual review was held for { $year }; whether an application is open is for the competent body to decide.
review-absent-yes = The annual review of { $year } is not stated, which makes no difference here.
review-absent-no = The annual review of { $year } is not stated, so it can’t be taken as passed.
review-absent-unknown = The annual review of { $year } is not stated.
review-absent-refer = The annual review of { $year } is not stated; the competent body has to decide.

## The bar after fraud

bar-none-yes = No finding of fraud within { $years } is on record.
bar-none-no = There is a finding of fraud, which bars applications for { $years }.
bar-none-unknown = Whether there is a finding of fraud, and of what date, is not stated.
bar-none-refer = There is a finding of fraud; whether an application is open is for the competent body to decide.
bar-found-yes = Fraud was found on { $found }, but the bar of { $years } makes no difference here.
bar-found-no = Fraud was found on { $found }, which bars applications for { $years }.
bar-found-unknown = Fraud was found on { $found }; whether the bar of { $years } applies can’t be told yet.
bar-found-refer = Fraud was found on { $found }; whether an application is open within { $years } is for the competent body to decide.
bar-dated-yes = Fraud was found on { $found }; the bar of { $years } is over, and applications have been open since { $free }.
bar-dated-no = Fraud was found on { $found }, which bars applications for { $years }; they are open again from { $free }.
bar-dated-unknown = Fraud was found on { $found }; whether the bar of { $years } applies before { $free } can’t be told yet.
bar-dated-refer = Fraud was found on { $found }; whether an application is open before { $free } is for the competent body to decide.

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

## Catalogue, occupation and specialty

listed-yes = The catalogue lists the occupation “{ $occupation }”.
listed-no = The catalogue lists the occupation “{ $occupation }”, but this condition is not met.
listed-unknown = The catalogue lists the occupation “{ $occupation }”; whether that meets the requirement can’t be told yet.
listed-refer = The catalogue lists the occupation “{ $occupation }”; whether an application is open is for the competent body to decide.
unlisted-yes = The catalogue does not list the occupation “{ $occupation }”, which makes no difference here.
unlisted-no = The catalogue does not list the occupation “{ $occupation }”.
unlisted-unknown = The catalogue does not list the occupation “{ $occupation }”; whether the requirement is met can’t be told yet.
unlisted-refer = The catalogue does not list the occupation “{ $occupation }”; whether an application is open is for the competent body to decide.
unplaced-yes = The occupation “{ $occupation }” can’t be found in the classification of occupations, which makes no difference here.
unplaced-no = The occupation “{ $occupation }” can’t be found in the classification of occupations, so it can’t be taken as listed in the catalogue.
unplaced-unknown = The occupation “{ $occupation }” can’t be found in the classification of occupations, so whether the catalogue lists it can’t be told.
unplaced-refer = The occupation “{ $occupation }” can’t be found in the classification of occupations; whether the catalogue lists it is for the competent body to decide.
occupation-absent-yes = The occupation is not stated, which makes no difference here.
occupation-absent-no = The occupation is not stated, so it can’t be taken as listed in the catalogue.
occupation-absent-unknown = The occupation is not stated, so whether the catalogue lists it can’t be told.
occupation-absent-refer = The occupation is not stated; whether the catalogue lists it is for the competent body to decide.
same-occupation-yes = The certificate and the present post are both of the occupation “{ $occupation }”.
same-occupation-no = The certificate and the present post are both of the occupation “{ $occupation }”, but this condition is not met.
same-occupation-unknown = The certificate and the present post are both of the occupation “{ $occupation }”; whether that meets the requirement can’t be told yet.
same-occupation-refer = The certificate and the present post are both of the occupation “{ $occupation }”; whether that meets the requirement is for the competent body to decide.
related-yes = The certificate’s occupation “{ $certificate }” and the present occupation “{ $post }” are related.
related-no = The certificate’s occupation “{ $certificate }” and the present occupation “{ $post }” are not related.
related-unknown = Whether the certificate’s occupation “{ $certificate }” and the present occupation “{ $post }” are related can’t be told yet.
related-refer = The certificate’s occupation “{ $certificate }” and the present occupation “{ $post }” are not listed as related; whether they are is for the competent body to decide.
related-to-post-yes = There is no certificate’s occupation to compare with the present occupation “{ $post }”.
related-to-post-no = The certificate’s occupation is not stated, so it can’t be taken as related to the present occupation “{ $post }”.
related-to-post-unknown = The certificate’s occupation is not stated, so whether it is related to the present occupation “{ $post }” can’t be told.
related-to-post-refer = The certificate’s occupation is not stated; whether it is related to the present occupation “{ $post }” is for the competent body to decide.
related-to-certificate-yes = The present occupation is not stated and the certificate’s occupation is “{ $certificate }”, which makes no difference here.
related-to-certificate-no = The present occupation is not stated, so it can’t be taken as related to the certificate’s occupation “{ $certificate }”.
related-to-certificate-unknown = The present occupation is not stated, so whether it is related to the certificate’s occupation “{ $certificate }” can’t be told.
related-to-certificate-refer = The present occupation is not stated; whether it is related to the certificate’s occupation “{ $certificate }” is for the competent body to decide.
related-absent-yes = There is no certificate’s and no present occupation to compare.
related-absent-no = Neither the certificate’s nor the present occupation is stated, so they can’t be taken as related.
related-absent-unknown = Neither the certificate’s nor the present occupation is stated, so whether they are related can’t be told.
related-absent-refer = Neither the certificate’s nor the present occupation is stated; whether they are related is for the competent body to decide.
specialty-yes = The specialty “{ $specialty }” goes with the occupation “{ $occupation }”.
specialty-no = The specialty “{ $specialty }” does not list the occupation “{ $occupation }”.
specialty-unknown = Whether the specialty “{ $specialty }” goes with the occupation “{ $occupation }” can’t be told yet.
specialty-refer = The specialty “{ $specialty }” does not list the occupation “{ $occupation }”; whether an application is open is for the competent body to decide.
specialty-alone-yes = The specialty “{ $specialty }” meets the requirement.
specialty-alone-no = The specialty “{ $specialty }” does not meet the requirement.
specialty-alone-unknown = The occupation is not stated, so whether the specialty “{ $specialty }” goes with it can’t be told.
specialty-alone-refer = Whether the specialty “{ $specialty }” meets the requirement is for the competent body to decide.
specialty-absent-yes = There is no specialty that has to be compared.
specialty-absent-no = There is no specialty to compare, so it can’t be taken to meet the requirement.
specialty-absent-unknown = No specialty is stated.
specialty-absent-refer = There is no specialty to compare; the competent body has to decide.

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

## Judged or determined by people

judged-yes = The reviewing body has judged that this is met.
judged-no = The reviewing body has judged that this is not met.
judged-unknown = The reviewing body judges this at the review; it does not stand in the way of an application.
judged-refer = The reviewing body has to judge this.
left-yes = The text leaves this to the competent body, which has decided that it is met.
left-no = The text leaves this to the competent body, which has decided that it is not met.
left-unknown = The text leaves this to the competent body, which has not decided it yet.
left-refer = The text leaves this to the competent body; nothing is concluded here.
finding-yes = Determined as met (by a person entitled to decide it).
finding-no = Determined as not met (by a person entitled to decide it).
finding-unknown = Not determined yet (a person entitled to decide it has to).
finding-refer = A person entitled to decide it has to determine this.
