//! What no notice may show: identity numbers and mobile telephone numbers, found by their own rules.

use crate::refusal::Refusal;

/// The weights of GB 11643-1999 for the first seventeen digits.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// The check characters by the remainder.
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// Refuses a text with an identity number or a mobile number in it, however its digits are grouped. Masked forms
/// (`3701**********1234`) may stand.
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
        let (groups, end) = groups(&plain, at);
        if let Some(code) = names_a_person(&groups) {
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

/// The groups of digits from a place on that single blanks or hyphens hold together, a final X taken in; and where they end.
fn groups(text: &[char], from: usize) -> (Vec<Vec<char>>, usize) {
    let mut groups = vec![Vec::new()];
    let mut at = from;
    while let Some(c) = text.get(at) {
        let digit_next = text.get(at + 1).is_some_and(char::is_ascii_digit);
        let x_next = text.get(at + 1) == Some(&'X');
        match (c, groups.last_mut()) {
            ('0'..='9', Some(group)) => group.push(*c),
            ('X', Some(group)) => {
                group.push('X');
                at += 1;
                break;
            }
            (' ' | '-' | '\u{2010}'..='\u{2014}' | '\u{a0}', _) if digit_next || x_next => groups.push(Vec::new()),
            _ => break,
        }
        at += 1;
    }
    (groups, at)
}

/// Whether neighbouring groups, put together, are an identity number or a mobile number; or one group holds an identity number.
fn names_a_person(groups: &[Vec<char>]) -> Option<&'static str> {
    for first in 0..groups.len() {
        let mut whole: Vec<char> = Vec::new();
        for group in groups.iter().skip(first) {
            whole.extend(group);
            if is_identity_number(&whole) {
                return Some("identity-number-in-text");
            }
            if is_mobile(&whole) {
                return Some("telephone-number-in-text");
            }
            if whole.len() > LONGEST {
                break;
            }
        }
    }
    let holds_one = |group: &Vec<char>| group.windows(18).any(|part| is_identity_number(part) && has_birth_date(part));
    groups.iter().any(holds_one).then_some("identity-number-in-text")
}

/// The longest number looked for: a mobile number after 0086 has 15 digits, an identity number 18.
const LONGEST: usize = 18;

/// A mobile number of the mainland, also after 0, 86 or 0086.
fn is_mobile(digits: &[char]) -> bool {
    let bare = [&['0', '0', '8', '6'][..], &['8', '6'], &['0']].into_iter().find_map(|code| digits.strip_prefix(code));
    let mobile = |digits: &[char]| matches!(digits, ['1', '3'..='9', rest @ ..] if rest.len() == 9 && rest.iter().all(char::is_ascii_digit));
    mobile(digits) || bare.is_some_and(mobile)
}

/// Whether the middle of eighteen characters can be a day of birth: other long numbers pass the check one time in eleven.
fn has_birth_date(window: &[char]) -> bool {
    let text: String = window.iter().skip(6).take(8).collect();
    let part = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u16>().ok()).unwrap_or(0);
    (1800..2100).contains(&part(0..4)) && (1..=12).contains(&part(4..6)) && (1..=31).contains(&part(6..8))
}

fn is_identity_number(window: &[char]) -> bool {
    let Some((check, body)) = window.split_last() else { return false };
    if body.len() != WEIGHTS.len() {
        return false;
    }
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
            "1 13812345678",
            "2026 13812345678",
            "13812345678 13912345678",
            "008613812345678",
            "013812345678",
            "编号 7 11010519491231002X",
            "11010519491231002 X",
            "000011010519491231002X",
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
            "公示期 2026-11-27 2026-12-04",
            "证书编号 S000037000000119300123",
            "第1页 共138页",
            "110105194912310021",
        ] {
            assert!(fit_to_publish(text).is_ok(), "{text}");
        }
    }
}
