//! Text in lines of a width: SVG does not wrap by itself.

/// The width of a character, in parts of the type size: East Asian ones are square, others about half of it.
fn width(character: char) -> f32 {
    match character {
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' => 1.0,
        'A'..='Z' | 'm' | 'w' | '—' | '…' => 0.72,
        'i' | 'l' | 'j' | 't' | 'f' | 'r' | ' ' | '.' | ',' | '\'' | '(' | ')' => 0.34,
        _ => 0.56,
    }
}

/// The width of a text, in units of the drawing, at a type size.
pub(crate) fn measured(text: &str, size: f32) -> f32 {
    text.chars().map(width).sum::<f32>() * size
}

/// The text without characters that XML cannot hold.
pub(crate) fn clean(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().map(|c| if c == '\n' || c == '\t' { ' ' } else { c }).filter(allowed).collect()
}

/// Marks that do not begin a line.
const CLOSING: &str = "，。、；：！？）】》”’,.;:!?)%";

/// The text in lines that are at most so wide: broken between words, and between East Asian characters.
pub(crate) fn lines(text: &str, size: f32, most: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0.0;
    for piece in pieces(&clean(text)) {
        let wide = measured(&piece, size);
        let closing = piece.chars().next().is_some_and(|c| CLOSING.contains(c));
        if used + wide > most && used > 0.0 && !closing {
            lines.push(String::new());
            used = 0.0;
        }
        if let Some(line) = lines.last_mut() {
            if line.is_empty() && piece == " " {
                continue;
            }
            line.push_str(&piece);
            used += wide;
        }
    }
    lines
}

/// Words, blanks, and single East Asian characters.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        if c == ' ' || width(c) >= 1.0 {
            if !word.is_empty() {
                pieces.push(std::mem::take(&mut word));
            }
            pieces.push(c.to_string());
        } else {
            word.push(c);
        }
    }
    if !word.is_empty() {
        pieces.push(word);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_as_wide_as_allowed_and_lose_nothing() {
        let text = "技师满3年可以申报工程师，按规定须在生产一线岗位工作。";
        let lines = lines(text, 10.0, 100.0);
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| measured(line, 10.0) <= 112.0), "{lines:?}");
        assert_eq!(lines.concat(), text);
        assert!(lines.iter().skip(1).all(|line| !line.starts_with('，')));
    }

    #[test]
    fn words_stay_whole_and_control_characters_go() {
        let lines = lines("three years as\u{0} technician", 10.0, 80.0);
        assert_eq!(lines.join("|").replace(" |", "|"), "three years as|technician");
    }
}
