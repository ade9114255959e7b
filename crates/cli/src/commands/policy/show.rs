//! `guantong policy show`: a pack as a reader of the document would go through it.

use std::fmt::Write as _;

use model::Word;
use policy::rule::{Leaf, Level, Rule, Test};
use policy::{Clause, Policy};
use wording::{Lang, Phrasebook};

use crate::failure::Failure;

/// The pack, or one clause of it.
pub(crate) fn text(policy: &Policy, clause: Option<&str>, lang: Lang) -> Result<String, Failure> {
    match clause {
        None => Ok(pack(policy, lang)),
        Some(id) => match policy.clause_named(id).and_then(|index| policy.clause(index)) {
            Some(clause) => Ok(one_clause(clause, lang)),
            None => {
                let ids: Vec<&str> = policy.clauses.iter().map(|clause| clause.id.as_str()).collect();
                let hint =
                    model::reader::nearest(id, &ids).map(|near| format!("; did you mean {near}?")).unwrap_or_default();
                Err(Failure::BadInput(format!("{} has no clause {id:?}{hint}", policy.id)))
            }
        },
    }
}

fn one_clause(clause: &Clause, lang: Lang) -> String {
    let phrases = Phrasebook::of(lang);
    let mut out = format!("{}  {}\n{}\n{}\n", clause.id, clause.place, clause.zh, clause.en);
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
        let name = match governed.level {
            Level::Title(tier) => {
                let series = governed.series.first().copied().unwrap_or(model::Series::Engineering);
                format!("title:{tier} {}", model::titles::title_name(series, tier))
            }
            Level::Skill(level) => format!("skill:{level} {}", level.zh()),
        };
        let _ = writeln!(out, "\n■ {name}");
        for route in &governed.routes {
            let effect = phrases.word("effect", route.effect.key());
            let _ = writeln!(out, "  {} — {effect}", route.name.in_language(lang.key()));
            rule(&mut out, policy, &route.rule, 2, lang);
        }
    }
    out
}

fn rule(out: &mut String, policy: &Policy, shown: &Rule, depth: usize, lang: Lang) {
    match shown {
        Rule::All(rules) => rules.iter().for_each(|inner| rule(out, policy, inner, depth, lang)),
        Rule::Any(rules) => {
            let _ = writeln!(out, "{}{}", "  ".repeat(depth), Phrasebook::of(lang).text("cli-any-of"));
            rules.iter().for_each(|inner| rule(out, policy, inner, depth + 1, lang));
        }
        Rule::SomeSkill(inner) | Rule::SomeTitle(inner) => rule(out, policy, inner, depth, lang),
        Rule::Headed(leaf, inner) => {
            line(out, policy, leaf, depth, lang);
            rule(out, policy, inner, depth + 1, lang);
        }
        Rule::Leaf(leaf) => line(out, policy, leaf, depth, lang),
    }
}

fn line(out: &mut String, policy: &Policy, leaf: &Leaf, depth: usize, lang: Lang) {
    let Some(clause) = policy.clause(leaf.clause) else { return };
    let kind = match &leaf.test {
        Test::HonourList { list, at_least } => {
            let list = policy.honours.lists.get(*list).map_or("", |(clause, _)| clause);
            format!("{{\"honours\":{{\"list\":\"{list}\",\"at_least\":{at_least}}}}}")
        }
        Test::Heading => String::new(),
        Test::Condition(condition) => condition.written(),
    };
    let _ = writeln!(out, "{}{:<14} {kind}", "  ".repeat(depth), clause.id);
    let _ = writeln!(out, "{}{:<14} {}", "  ".repeat(depth), "", clause.says(lang.key()));
}
