//! Texts of form fields as values of the dossier, and back; a value that would not survive the way is kept aside.

use model::Day;
use model::day::DayFault;
use serde_json::Value;

use super::spec::Kind;

/// The value that a text stands for; `None` where the field is blank.
pub(crate) fn value_of(kind: Kind, text: &str) -> Option<Value> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    Some(match kind {
        Kind::Text(_) | Kind::Word(_) => text.into(),
        Kind::Date => date(text).into(),
        Kind::YesNo | Kind::Mark => match text {
            "yes" => true.into(),
            "no" => false.into(),
            other => other.into(),
        },
        Kind::Number => text.parse::<i64>().map_or_else(|_| text.into(), Value::from),
        Kind::Names => names(text).into(),
    })
}

/// The text that stands for a value, where the field can show it without loss.
pub(crate) fn text_of(kind: Kind, value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => {
            let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            texts?.join("、")
        }
        Value::Null | Value::Object(_) => return None,
    };
    let one_line = !text.chars().any(char::is_control);
    (one_line && value_of(kind, &text).as_ref() == Some(value)).then_some(text)
}

/// The day that a text stands for; `None` where it is blank.
pub(crate) fn day(text: &str) -> Option<Result<Day, DayFault>> {
    let text = text.trim();
    (!text.is_empty()).then(|| Day::parse(&date(text)))
}

fn names(text: &str) -> Vec<String> {
    let parts = text.split(['、', ',', '，', ';', '；']);
    parts.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// A date as people write it (`20190520`, `2019/5/20`, `2019年5月20日`, `2019.5`) as the contract writes it; anything else as it is.
fn date(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if digits(&plain) {
        return match (plain.len(), plain.get(..4), plain.get(4..6), plain.get(6..)) {
            (8, Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}"),
            (6, Some(year), Some(month), _) => format!("{year}-{month}"),
            _ => text.to_owned(),
        };
    }
    let parts: Vec<&str> = plain.trim_end_matches(['日', '月']).split(['年', '月', '-', '.', '/']).collect();
    let sound = parts.iter().all(|part| digits(part) && part.len() <= 4);
    match parts.as_slice() {
        [year, month, day] if sound && year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        [year, month] if sound && year.len() == 4 => format!("{year}-{month:0>2}"),
        _ => text.to_owned(),
    }
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '－' | '—' | '–' => '-',
        '．' | '。' => '.',
        '／' => '/',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (written, meant) in [
            ("2019-05-20", "2019-05-20"),
            ("20190520", "2019-05-20"),
            ("2019/5/20", "2019-05-20"),
            ("2019.5.20", "2019-05-20"),
            ("2019年5月20日", "2019-05-20"),
            ("２０１９－０５－２０", "2019-05-20"),
            ("2019年5月", "2019-05"),
            ("201905", "2019-05"),
            ("2019-02-30", "2019-02-30"),
            ("yesterday", "yesterday"),
            ("20/5/2019", "20/5/2019"),
            ("2019", "2019"),
        ] {
            assert_eq!(date(written), meant, "{written}");
        }
    }

    #[test]
    fn what_a_field_would_change_is_not_shown() {
        let text = Kind::Text(None);
        assert_eq!(text_of(text, &"焊工".into()).as_deref(), Some("焊工"));
        assert_eq!(text_of(text, &" 焊工".into()), None);
        assert_eq!(text_of(text, &"焊\n工".into()), None);
        assert_eq!(text_of(Kind::Names, &serde_json::json!(["焊工", "车工"])).as_deref(), Some("焊工、车工"));
        assert_eq!(text_of(Kind::Names, &serde_json::json!(["焊工,车工"])), None);
        assert_eq!(text_of(Kind::Number, &4.into()).as_deref(), Some("4"));
    }
}
