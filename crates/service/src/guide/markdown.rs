//! Writes Markdown with lines of a readable length; text of the packs is escaped.

use wording::Lang;

/// How long lines of running English text are. Chinese text has no blanks to break at without leaving gaps.
const WIDTH: usize = 110;

/// A document in the making.
pub(super) struct Markdown {
    out: String,
    wraps: bool,
}

impl Markdown {
    pub(super) fn new(lang: Lang) -> Self {
        Self { out: String::new(), wraps: lang == Lang::En }
    }

    pub(super) fn text(self) -> String {
        let mut text = self.out.trim_end().to_owned();
        text.push('\n');
        text
    }

    /// A heading with blank lines around it; the text is escaped.
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.blank();
        self.line(&format!("{} {}", "#".repeat(level), escaped(text)));
        self.blank();
    }

    /// A line as it is.
    pub(super) fn line(&mut self, text: &str) {
        self.out += text.trim_end();
        self.out.push('\n');
    }

    /// One empty line, however often it is asked for.
    pub(super) fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A paragraph of Markdown, wrapped.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.blank();
        self.wrapped("", "", text);
        self.blank();
    }

    /// An item of a list of Markdown, wrapped.
    pub(super) fn item(&mut self, text: &str) {
        self.wrapped("- ", "  ", text);
    }

    /// A row of a table; the cells are escaped for a table only.
    pub(super) fn row(&mut self, cells: &[&str]) {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|").replace('\n', " ")).collect();
        self.line(&format!("| {} |", cells.join(" | ")));
    }

    fn wrapped(&mut self, first: &str, next: &str, text: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !self.wraps {
            return self.line(&format!("{first}{text}"));
        }
        let mut line = first.to_owned();
        let mut words = 0;
        for word in text.split(' ') {
            let length = width(&line) + 1 + width(word);
            if words > 0 && length > WIDTH && !begins_a_block(word) {
                self.line(&line);
                next.clone_into(&mut line);
                words = 0;
            }
            if words > 0 {
                line.push(' ');
            }
            line += word;
            words += 1;
        }
        self.line(&line);
    }
}

/// How wide a text is: Chinese characters and marks are twice as wide as letters.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum()
}

/// Whether a word at the beginning of a line would begin something else than text.
fn begins_a_block(word: &str) -> bool {
    let numbered = word.trim_start_matches(|c: char| c.is_ascii_digit());
    matches!(word, "-" | "+" | "*" | "=" | "---")
        || word.starts_with(['#', '>', '|'])
        || matches!(numbered, "." | ")")
        || (numbered != word && (numbered.starts_with('.') || numbered.starts_with(')')))
}

/// Text of a pack with the characters that Markdown would read escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '<' | '[' | ']') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_wrapped_and_never_begin_a_block() {
        let mut out = Markdown::new(Lang::En);
        let long = format!("{} - 1. # {}", "word ".repeat(21), "word ".repeat(30));
        out.item(&long);
        let text = out.text();
        assert!(text.lines().count() > 2, "{text}");
        assert!(text.lines().skip(1).all(|line| line.starts_with("  word")), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH + 10), "{text}");
    }

    #[test]
    fn chinese_is_not_broken() {
        let mut out = Markdown::new(Lang::Zh);
        out.paragraph(&"甲 ".repeat(100));
        assert_eq!(out.text().lines().count(), 1);
    }

    #[test]
    fn what_markdown_would_read_is_escaped() {
        assert_eq!(escaped("a*b_c<d[e]`f`\ng"), "a\\*b\\_c\\<d\\[e\\]\\`f\\` g");
    }
}
