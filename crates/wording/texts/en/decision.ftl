### Texts of the decision document.

warning-expired = The document was in force until { $last }; check whether another one has taken its place.
warning-superseded = Another pack has taken the place of this one: { $pack }.
warning-long-unchecked = The rules were last checked against the document on { $checked }, long before the day asked about; check whether the document still stands.
warning-unknown-finding = The finding on clause "{ $clause }" is on no clause of the loaded policies and was not used.
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
