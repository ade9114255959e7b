//! What goes into the places of a message, written without allocating.

use model::{Day, Series, Target, TitleTier};

use crate::message::Message;

/// An argument of a message.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Argument<'a> {
    /// Nothing, where a part of the sentence is left out.
    Nothing,
    /// A display name.
    Name(&'a str),
    /// Text of the dossier; characters that steer a screen become blanks.
    Stated(&'a str),
    /// Names in a row; of many only the first, and how many there are.
    List(&'a [String]),
    /// A number in digits.
    Number(i64),
    /// A number of years with its unit.
    Years(u16),
    /// A day, `YYYY-MM-DD`.
    Day(Day),
    /// A part of the sentence.
    Part(Message, &'a [Argument<'a>]),
    /// What a title is called.
    Title(Series, TitleTier),
    /// What a target is called.
    Target(&'a Target),
}

/// Writes a day as `YYYY-MM-DD`.
pub(crate) fn push_day(out: &mut String, day: Day) {
    let (year, month, day) = civil(day);
    let ([y1, y2], [y3, y4]) = (two_digits(year / 100), two_digits(year % 100));
    let ([m1, m2], [d1, d2]) = (two_digits(month), two_digits(day));
    let text = [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2];
    out.push_str(str::from_utf8(&text).unwrap_or_default());
}

/// Year, month and day, counted in years that begin on 1 March, so that the leap day is the last; the calendar type of
/// `Day::date` takes several times as long, and most of a sentence's time with it.
fn civil(day: Day) -> (u32, u32, u32) {
    const FIRST: u32 = 365_183; // from 1 March of the year 0 to `Day::FIRST`
    let days = FIRST + day.days_since(Day::FIRST).unsigned_abs();
    let (era, rest) = (days / 146_097, days % 146_097);
    let year = (rest - rest / 1460 + rest / 36_524 - rest / 146_096) / 365;
    let rest = rest - (365 * year + year / 4 - year / 100);
    let month = (5 * rest + 2) / 153;
    let day = rest - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (era * 400 + year + later, month, day)
}

/// The last two digits of a number.
fn two_digits(number: u32) -> [u8; 2] {
    let [number, ..] = (number % 100).to_le_bytes();
    [b'0' + number / 10, b'0' + number % 10]
}

/// Writes a whole number in digits.
pub(crate) fn push_number(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    push_digits(out, number.unsigned_abs());
}

fn push_digits(out: &mut String, number: u64) {
    if number >= 10 {
        push_digits(out, number / 10);
    }
    let [digit, ..] = (number % 10).to_le_bytes();
    out.push(char::from(b'0' + digit));
}

/// Writes text of the dossier on one line.
pub(crate) fn push_stated(out: &mut String, text: &str) {
    if text.chars().any(steers) {
        out.extend(text.chars().map(|c| if steers(c) { ' ' } else { c }));
    } else {
        out.push_str(text);
    }
}

/// Whether a character moves the cursor, breaks the line or turns the direction of writing.
fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(write: impl Fn(&mut String)) -> String {
        let mut out = String::new();
        write(&mut out);
        out
    }

    #[test]
    fn days_are_written_as_they_print() {
        let mut day = Day::FIRST;
        while day < Day::LAST {
            assert_eq!(made(|out| push_day(out, day)), day.to_string());
            // Every day of the time that careers lie in, and a sample of the rest.
            day = day.plus(if (1900..2100).contains(&day.year()) { 1 } else { 23 });
        }
        assert_eq!(made(|out| push_day(out, Day::LAST)), "9999-12-31");
    }

    #[test]
    fn numbers_are_written_as_they_print() {
        for number in [0, 7, 10, 105, -3, i64::MAX, i64::MIN] {
            assert_eq!(made(|out| push_number(out, number)), number.to_string());
        }
    }

    #[test]
    fn stated_text_stays_on_its_line() {
        assert_eq!(made(|out| push_stated(out, "焊\n工\u{1b}[2J\u{202e}")), "焊 工 [2J ");
        assert_eq!(made(|out| push_stated(out, "焊工")), "焊工");
    }
}
