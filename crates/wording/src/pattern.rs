//! Messages taken apart: text and variables in a row, by name or by number.

use std::borrow::Cow;

use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// A piece of a message whose variables go by name.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    /// Text as it stands.
    Text(Cow<'static, str>),
    /// The place of a variable.
    Variable(&'static str),
}

/// A piece of a message whose variables go by number.
#[derive(Debug)]
pub(crate) enum Piece {
    /// Text as it stands.
    Text(Cow<'static, str>),
    /// The place of an argument.
    Argument(usize),
}

/// A message that is made by pushing strings.
#[derive(Debug, Default)]
pub(crate) struct Pattern {
    /// The pieces, in order.
    pub(crate) pieces: Box<[Piece]>,
}

impl Pattern {
    /// A message that is one text.
    pub(crate) fn plain(text: &'static str) -> Self {
        Self { pieces: [Piece::Text(Cow::Borrowed(text))].into() }
    }

    /// Numbers the variables as they are declared; the name of an undeclared one stays as text, which a test finds.
    pub(crate) fn numbered(parts: &[Part], declared: &[&str]) -> Self {
        let piece = |part: &Part| match part {
            Part::Text(text) => Piece::Text(text.clone()),
            Part::Variable(name) => declared
                .iter()
                .position(|known| known == name)
                .map_or(Piece::Text(Cow::Borrowed(name)), Piece::Argument),
        };
        Self { pieces: parts.iter().map(piece).collect() }
    }
}

/// Takes a message apart; `None` where it has more than text, string literals and plain variables.
pub(crate) fn parts(pattern: &ast::Pattern<&'static str>) -> Option<Vec<Part>> {
    let mut parts: Vec<Part> = Vec::with_capacity(pattern.elements.len());
    for element in &pattern.elements {
        let part = match element {
            PatternElement::TextElement { value } => Part::Text(Cow::Borrowed(value)),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::StringLiteral { value } => Part::Text(unescape_unicode_to_string(value)),
                InlineExpression::VariableReference { id } => Part::Variable(id.name),
                _ => return None,
            },
            PatternElement::Placeable { expression: Expression::Select { .. } } => return None,
        };
        match (parts.last_mut(), part) {
            (Some(Part::Text(before)), Part::Text(text)) => before.to_mut().push_str(&text),
            (_, part) => parts.push(part),
        }
    }
    Some(parts)
}
