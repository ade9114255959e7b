### How working days were counted: one sentence for each day.

counting-published = { $day }: the day of publication, not counted.
counting-workday = { $day }: a working day, number { $number }.
counting-make-up-workday = { $day }: a weekend day that is worked in exchange, number { $number }.
counting-weekend = { $day }: a weekend day, not counted.
counting-holiday = { $day }: a public holiday, not counted.
counting-taken-for-workday = { $day }: the calendar of this year is not known yet; taken for a working day, number { $number }.
counting-taken-for-weekend = { $day }: the calendar of this year is not known yet; taken for a weekend day, not counted.
counting-follow-up = What follows may happen on { $day } at the earliest.
counting-year-unknown = The calendar of { $year } is not known yet: these days are an estimate, and nothing closes on them.
counting-next-year-may-rule = The notice for { $year } may still change the end of December: these days are an estimate.
