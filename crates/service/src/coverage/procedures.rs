//! What of a procedure carries a clause: ways and their steps, score sheets, the case engine itself, and whom to ask.

use model::procedure::Procedure;
use model::sheet::Sheet;
use policy::Policy;
use policy::procedure::{At, citations};
use wording::Phrasebook;

use super::Both;
use super::carriers::{By, said};

/// Everything of a policy's procedure that carries a clause, each thing once.
pub(super) fn of(policy: &Policy, id: &str) -> Vec<(By, Both)> {
    let mut all: Vec<(By, Both)> = Vec::new();
    if let Some(procedure) = &policy.procedure {
        ways(procedure, id, &mut all);
    }
    for (_, sheet) in &policy.sheets {
        items(sheet, id, &mut all);
    }
    if let Some(procedure) = &policy.procedure {
        let own = procedure.carried.iter().filter(|carries| carries.clause == id);
        all.extend(own.map(|carries| (By::Casework, Both::from(&carries.by))));
        let ask = procedure.ask.iter().filter(|ask| ask.clause == id);
        all.extend(ask.map(|ask| (By::Ask, Both::from(&ask.name))));
    }
    all
}

fn ways(procedure: &Procedure, id: &str, all: &mut Vec<(By, Both)>) {
    let citing = citations(procedure).into_iter().filter(|(_, clause)| *clause == id);
    let mut told: Vec<String> = Vec::new();
    for (at, _) in citing {
        let path = at.path();
        if told.contains(&path) {
            continue;
        }
        told.push(path);
        let says = match at {
            At::Way(way) => match &way.elsewhere {
                Some(elsewhere) => named("carried-elsewhere", &[("way", &way.name), ("where", elsewhere)]),
                None => named("carried-procedure", &[("way", &way.name)]),
            },
            At::Filing(way) => named("carried-filing", &[("way", &way.name)]),
            At::Step(way, step) => named("carried-step", &[("way", &way.name), ("step", &step.name)]),
        };
        all.push((By::Procedure, says));
    }
}

fn items(sheet: &Sheet, id: &str, all: &mut Vec<(By, Both)>) {
    let own = sheet.items.iter().filter(|item| item.clause == id || item.any_of.iter().any(|one| one.clause == id));
    let own: Vec<&model::text::Text> = own.map(|item| &item.name).collect();
    if !own.is_empty() {
        let says = |lang: wording::Lang| {
            let book = Phrasebook::of(lang);
            let names: Vec<&str> = own.iter().map(|name| name.in_language(lang.key())).collect();
            let items = names.join(book.text("rule-list-mark"));
            book.format("carried-items", &[("sheet", sheet.name.in_language(lang.key())), ("items", &items)])
        };
        all.push((By::Sheet, Both { zh: says(wording::Lang::Zh), en: says(wording::Lang::En) }));
    } else if sheet.clauses.iter().chain(&sheet.skill_has_weight).any(|clause| clause == id) {
        all.push((By::Sheet, named("carried-sheet", &[("sheet", &sheet.name)])));
    }
}

/// A text with names that packs give in both languages.
fn named(id: &str, names: &[(&str, &model::text::Text)]) -> Both {
    let zh: Vec<(&str, &str)> = names.iter().map(|(key, text)| (*key, text.zh.as_str())).collect();
    let en: Vec<(&str, &str)> = names.iter().map(|(key, text)| (*key, text.en.as_str())).collect();
    Both { zh: said(id, &zh).zh, en: said(id, &en).en }
}
