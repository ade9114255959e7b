//! The next question as a text: the question, its path, what an answer looks like, why it is asked and by which clauses.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use model::question::{AnswerKind, AnswerShape, NextQuestion, QuestionDocument};
use wording::{Lang, Phrasebook};

/// The text of the next question, or that nothing is left to ask.
pub(crate) fn text(document: &QuestionDocument, lang: Lang) -> String {
    let phrases = Phrasebook::of(lang);
    let mut out = String::new();
    if let Some(next) = &document.next {
        question(&mut out, next, phrases);
    }
    let _ = writeln!(out, "{}", document.says);
    if document.next.is_some() {
        let _ = writeln!(out, "{}", phrases.format("question-rest", &[("count", &document.open.len().to_string())]));
    }
    out
}

fn question(out: &mut String, next: &NextQuestion, phrases: &Phrasebook) {
    let _ = writeln!(out, "{}", next.question);
    let _ = writeln!(out, "  {}: {}", next.path, shape(&next.answer, phrases));
    for field in &next.answer.fields {
        let _ = writeln!(out, "    {}: {}", field.key, shape(&field.answer, phrases));
    }
    let _ = writeln!(out, "{}", next.why);
    let mut clauses: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for read in &next.clauses {
        clauses.entry(&read.jurisdiction).or_default().push(&read.clause);
    }
    for (place, clauses) in clauses {
        let _ = writeln!(out, "  {place}: {}", clauses.join(", "));
    }
}

/// What an answer looks like, in one line.
fn shape(answer: &AnswerShape, phrases: &Phrasebook) -> String {
    match answer.kind {
        AnswerKind::YesNo => "true | false".to_owned(),
        AnswerKind::Word => {
            let value = |value: &model::question::AllowedValue| format!("{} {}", value.key, value.name);
            answer.values.iter().map(value).collect::<Vec<_>>().join(" | ")
        }
        AnswerKind::Text => phrases.text("cli-answer-text").to_owned(),
        AnswerKind::Texts => phrases.text("cli-answer-texts").to_owned(),
        AnswerKind::Date => phrases.text("cli-answer-date").to_owned(),
        AnswerKind::End => phrases.text("cli-answer-end").to_owned(),
        AnswerKind::Records => phrases.text("cli-answer-records").to_owned(),
        AnswerKind::Number => match (answer.least, answer.most) {
            (Some(least), Some(most)) => {
                let (least, most) = (least.to_string(), most.to_string());
                phrases.format("cli-answer-between", &[("least", &least), ("most", &most)])
            }
            (least, _) => phrases.format("cli-answer-at-least", &[("least", &least.unwrap_or_default().to_string())]),
        },
    }
}
