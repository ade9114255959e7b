//! `guantong policy show`: a pack as a reader of the document would go through it.

use std::fmt::Write as _;

use model::Word;
use policy::rule::{Leaf, Rule};
use policy::{Clause, Policy};
use service::Guantong;
use service::coverage::without_examples;
use service::words::RuleWords;
use wording::{Lang, Phrasebook};

use crate::failure::Failure;

/// The pack, or one clause of it.
pub(crate) fn text(guantong: &Guantong, policy: &Policy, clause: Option<&str>, lang: Lang) -> Result<String, Failure> {
    match clause {
        None => Ok(pack(policy, lang)),
        Some(id) => match policy.clause_named(id).and_then(|index| policy.clause(index)) {
            Some(clause) => Ok(one_clause(guantong, policy, clause, lang)),
            None => {
                let ids: Vec<&str> = policy.clauses.iter().map(|clause| clause.id.as_str()).collect();
                let hint =
                    model::reader::nearest(id, &ids).map(|near| format!("; did you mean {near}?")).unwrap_or_default();
                Err(Failure::BadInput(format!("{} has no clause {id:?}{hint}", policy.id)))
            }
        },
    }
}

fn one_clause(guantong: &Guantong, policy: &Policy, clause: &Clause, lang: Lang) -> String {
    let phrases = Phrasebook::of(lang);
    let mut out = format!("{}  {}\n{}\n{}\n", clause.id, clause.place, clause.zh, clause.en);
    if let Some(covered) = without_examples(policy, guantong.files()).clause(&clause.id) {
        let standing = phrases.text(covered.standing.name_id());
        let reason = covered.reason.as_ref().map(|reason| reason.in_language(lang.key())).unwrap_or_default();
        let _ = writeln!(out, "\n{standing}  {reason}");
        for carrier in &covered.carriers {
            let (by, says) = (&carrier.by_words(lang), carrier.says.in_language(lang.key()));
            let _ = writeln!(out, "  {}", phrases.format("cli-carried-by", &[("by", by), ("says", says)]));
            if let Some(of) = &carrier.of {
                let of = phrases.format("cli-asked-of", &[("of", of.in_language(lang.key()))]);
                let _ = writeln!(out, "    {of}");
            }
        }
    }
    for (id, text) in [("cli-clause-software", &clause.software), ("cli-clause-reading", &clause.ambiguity)] {
        if let Some(text) = text {
            let _ = write!(out, "\n{}\n{text}\n", phrases.text(id));
        }
    }
    if clause.parameters.as_object().is_some_and(|map| !map.is_empty()) {
        let parameters = serde_json::to_string_pretty(&clause.parameters).unwrap_or_default();
        let _ = write!(out, "\n{}\n{parameters}\n", phrases.text("cli-clause-parameters"));
    }
    out
}

fn pack(policy: &Policy, lang: Lang) -> String {
    let phrases = Phrasebook::of(lang);
    let words = RuleWords::new(policy, lang);
    let mut out = String::new();
    let number = policy.document.number.as_deref().unwrap_or_default();
    let _ = writeln!(out, "{}  《{}》 {number}", policy.jurisdiction.zh, policy.document.title);
    if let Some(note) = &policy.document.number_note {
        let _ = writeln!(out, "{}", note.in_language(lang.key()));
    }
    let until = policy.expires.map_or_else(|| phrases.text("cli-no-end").to_owned(), |day| day.to_string());
    let _ = writeln!(out, "{} – {until}  ({})", policy.effective, policy.in_force_clauses.join(", "));
    let _ = writeln!(out, "{}", policy.digest);
    for governed in &policy.governed {
        let target = governed.target();
        let _ = writeln!(out, "\n■ {}:{} {}", target.track(), target.level(), words.level(governed));
        for route in &governed.routes {
            let effect = phrases.word("effect", route.effect.key());
            let _ = writeln!(out, "  {} — {effect}", route.name.in_language(lang.key()));
            rule(&mut out, policy, words, &route.rule, 2, lang);
        }
    }
    out
}

fn rule(out: &mut String, policy: &Policy, words: RuleWords<'_>, shown: &Rule, depth: usize, lang: Lang) {
    match shown {
        Rule::All(rules) if depth > 2 => {
            let _ = writeln!(out, "{}{}", "  ".repeat(depth), Phrasebook::of(lang).text("cli-all-of"));
            rules.iter().for_each(|inner| rule(out, policy, words, inner, depth + 1, lang));
        }
        Rule::All(rules) => rules.iter().for_each(|inner| rule(out, policy, words, inner, depth, lang)),
        Rule::Any(rules) => {
            let _ = writeln!(out, "{}{}", "  ".repeat(depth), Phrasebook::of(lang).text("cli-any-of"));
            rules.iter().for_each(|inner| rule(out, policy, words, inner, depth + 1, lang));
        }
        Rule::SomeSkill(inner) | Rule::SomeTitle(inner) => rule(out, policy, words, inner, depth, lang),
        Rule::Headed(leaf, inner) => {
            line(out, policy, words, leaf, depth, lang);
            rule(out, policy, words, inner, depth + 1, lang);
        }
        Rule::Leaf(leaf) => line(out, policy, words, leaf, depth, lang),
    }
}

fn line(out: &mut String, policy: &Policy, words: RuleWords<'_>, leaf: &Leaf, depth: usize, lang: Lang) {
    let Some(clause) = policy.clause(leaf.clause) else { return };
    let _ = writeln!(out, "{}{:<14} {}", "  ".repeat(depth), clause.id, words.sentence(leaf));
    if leaf.stage == model::Stage::Review {
        let _ = writeln!(out, "{}{:<14} {}", "  ".repeat(depth), "", clause.says(lang.key()));
    }
}
