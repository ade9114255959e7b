//! Areas by their GB/T 2260 codes: two digits for the province, two for the city, two for the county.

/// Whether a text is six digits.
#[must_use]
pub fn is_code(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit())
}

/// Whether an area, by its code, holds another one: 370000 holds 370100, which holds 370102.
#[must_use]
pub fn covers(area: &str, inner: &str) -> bool {
    if !is_code(area) || !is_code(inner) {
        return false;
    }
    let significant = match area {
        _ if area.ends_with("0000") => 2,
        _ if area.ends_with("00") => 4,
        _ => 6,
    };
    area.get(..significant) == inner.get(..significant)
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn an_area_holds_what_lies_in_it() {
        for (area, inner, holds) in [
            ("370000", "370102", true),
            ("370100", "370102", true),
            ("370102", "370102", true),
            ("370102", "370100", false),
            ("370100", "370202", false),
            ("500000", "500112", true),
            ("", "370102", false),
            ("370000", "鲁", false),
        ] {
            assert_eq!(covers(area, inner), holds, "{area} {inner}");
        }
    }
}
