//! What no notice may show: identity numbers and mobile telephone numbers, found by their own rules.

use crate::refusal::Refusal;

/// The weights of GB 11643-1999 for the first seventeen digits.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// The check characters by the remainder.
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// Refuses a text with an identity number or a mobile number in it. Masked forms (`3701**********1234`) may stand.
///
/// # Errors
/// The text holds one; the refusal says which sort and how far in, never the number itself.
pub fn fit_to_publish(text: &str) -> Result<(), Refusal> {
    let plain: Vec<char> = text.chars().map(narrow).collect();
    let mut at = 0;
    while let Some(first) = plain.get(at) {
        if !first.is_ascii_digit() {
            at += 1;
            continue;
        }
        let (run, end) = digits(&plain, at);
        if let Some(code) = names_a_person(&run) {
            return Err(Refusal::new(code).with("position", at + 1));
        }
        at = end;
    }
    Ok(())
}

/// Full-width digits and letters as the usual ones.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c).to_ascii_uppercase()
        }
        other => other.to_ascii_uppercase(),
    }
}

/// The run of digits from a place on, with single blanks and hyphens left out and a final X taken in; and where it ends.
fn digits(text: &[char], from: usize) -> (String, usize) {
    let mut run = String::new();
    let mut at = from;
    while let Some(c) = text.get(at) {
        match c {
            '0'..='9' => run.push(*c),
            'X' if run.len() >= 17 => run.push('X'),
            ' ' | '-' | '\u{2010}'..='\u{2014}' | '\u{a0}' if text.get(at + 1).is_some_and(char::is_ascii_digit) => {}
            _ => break,
        }
        at += 1;
    }
    (run, at)
}

/// Whether a run of digits holds an identity number or a mobile number.
fn names_a_person(run: &str) -> Option<&'static str> {
    let chars: Vec<char> = run.chars().collect();
    if chars.windows(18).any(is_identity_number) {
        return Some("identity-number-in-text");
    }
    let mobile =
        |window: &[char]| matches!(window, ['1', '3'..='9', rest @ ..] if rest.iter().all(char::is_ascii_digit));
    let country_code = chars.strip_prefix(&['8', '6']);
    let whole = |chars: &[char]| chars.len() == 11 && mobile(chars);
    (whole(&chars) || country_code.is_some_and(whole)).then_some("telephone-number-in-text")
}

fn is_identity_number(window: &[char]) -> bool {
    let Some((check, body)) = window.split_last() else { return false };
    let Some(digits) = body.iter().map(|c| c.to_digit(10)).collect::<Option<Vec<u32>>>() else { return false };
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    usize::try_from(sum % 11).ok().and_then(|rest| CHECKS.get(rest)) == Some(check)
}

#[cfg(test)]
mod tests {
    use super::fit_to_publish;

    #[test]
    fn numbers_that_name_a_person_are_found_however_they_are_written() {
        for text in [
            "张三 11010519491231002X",
            "身份证11010519491231002x。",
            "１１０１０５１９４９１２３１００２Ｘ",
            "110105 19491231 002X",
            "联系电话13812345678",
            "+86 138-1234-5678",
            "手机：１３８１２３４５６７８",
        ] {
            assert!(fit_to_publish(text).is_err(), "{text}");
        }
    }

    #[test]
    fn masked_forms_days_and_document_numbers_may_stand() {
        for text in [
            "",
            "1101**********002X",
            "138****5678",
            "2026-11-27 至 2026-12-04",
            "鲁人社发〔2020〕16号",
            "证书编号 1937001234567890",
            "咨询电话 0531-86000000",
            "110105194912310021",
        ] {
            assert!(fit_to_publish(text).is_ok(), "{text}");
        }
    }
}
