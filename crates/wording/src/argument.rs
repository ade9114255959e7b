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
    // The cases of a year beyond four digits, or a month or day beyond two, don't exist for a `Day`.
    let year = date.year().unsigned_abs() % 10_000;
    let (month, day) = (date.month().unsigned_abs() % 100, date.day().unsigned_abs() % 100);
    push_two_digits(out, year / 100);
    push_two_digits(out, year % 100);
    out.push('-');
    push_two_digits(out, month.into());
    out.push('-');
    push_two_digits(out, day.into());
}

fn push_two_digits(out: &mut String, number: u16) {
    for digit in [number / 10, number % 10] {
        out.push(char::from(b'0' + u8::try_from(digit % 10).unwrap_or_default()));
    }
}

/// Writes a whole number in digits.
pub(crate) fn push_number(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    let mut rest = number.unsigned_abs();
    let mut digits = [b'0'; 20];
    let mut first = digits.len();
    for (place, digit) in digits.iter_mut().enumerate().rev() {
        *digit = b'0' + u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        first = place;
        if rest == 0 {
            break;
        }
    }
    digits.iter().skip(first).for_each(|digit| out.push(char::from(*digit)));
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
