### Texts of the decision document.

warning-expired = The document was in force until { $last }; check whether another one has taken its place.
warning-superseded = Another pack has taken the place of this one: { $pack }.
warning-long-unchecked = The rules were last checked against the document on { $checked }, long before the day asked about; check whether the document still stands.
warning-unknown-finding = The finding on clause "{ $clause }" is on no clause of the loaded policies and was not used.
contradiction-fact = { $fact } ({ $day })
contradiction-higher-certificate-first = A higher certificate comes before a lower one of the same occupation: { $fact }, { $against }. Please check both dates.
contradiction-higher-title-first = A higher title comes before a lower one of the same series: { $fact }, { $against }. Please check both dates.
contradiction-work-before-sixteen = Work begins before the age of 16: { $fact }, { $against }. Please check both dates.
contradiction-certificate-before-sixteen = A certificate or title was obtained before the age of 16: { $fact }, { $against }. Please check both dates.
contradiction-before-birth = Something happened before the birth: { $fact }, { $against }. Please check both dates.
contradiction-diploma-before-ten = A diploma was obtained before the age of 10: { $fact }, { $against }. Please check both dates.
contradiction-alike = Two records say the same in everything: { $fact }, { $against }. Please check whether one was entered twice.
contradiction-after-day-asked = Dated after the day asked about, { $against }, and therefore not counted: { $fact }. Please check the date.
route-pilot = Pilot: who is inside
route-not-governed = Not governed
route-not-in-ladder = This document does not provide for { $target }.
route-in-force-from = This document is in force from { $from }; on the day asked about it was not yet.
route-in-force-until = This document is in force from { $from } to { $until }; the day asked about is outside.
note-equivalence = For titles, graduation from a { $class } of a technical school counts as { $level }.
condition-judged-by = Judged by { $body }; it does not keep anyone from applying: { $clause }
condition-and-more = { $first } { $second }
condition-counted = Counted: { $items }.
condition-counted-more = Counted: { $items } and further ones.
condition-counted-mark = ;{ " " }
