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
    let date = day.date();
    let year = date.year().unsigned_abs();
    let [y1, y2] = two_digits(year / 100);
    let [y3, y4] = two_digits(year % 100);
    let [m1, m2] = two_digits(date.month().unsigned_abs().into());
    let [d1, d2] = two_digits(date.day().unsigned_abs().into());
    let text = [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2];
    out.push_str(str::from_utf8(&text).unwrap_or_default());
}

/// The last two digits of a number.
fn two_digits(number: u16) -> [u8; 2] {
    let digit = |digit: u16| b"0123456789"[usize::from(digit % 10)];
    [digit(number / 10), digit(number)]
}

/// Writes a whole number in digits.
pub(crate) fn push_number(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    let mut rest = number.unsigned_abs();
    let mut digits = [0; 20];
    let mut first = digits.len();
    for (place, digit) in digits.iter_mut().enumerate().rev() {
        *digit = b"0123456789"[(rest % 10) as usize];
        rest /= 10;
        first = place;
        if rest == 0 {
            break;
        }
    }
    let text = digits.get(first..).and_then(|digits| str::from_utf8(digits).ok());
    out.push_str(text.unwrap_or_default());
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
        for day in [Day::FIRST, Day::LAST, Day::new(2024, 2, 29).unwrap(), Day::new(1986, 11, 5).unwrap()] {
            assert_eq!(made(|out| push_day(out, day)), day.to_string());
        }
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
