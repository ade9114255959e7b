//! Which records of a person the rules of each place go by: what would be recognised there, and by which clauses.

use model::decision::{Condition, Decision, DecisionDocument};
use model::recognised::{Recognised, RecognisedIn};
use model::{Dossier, Outcome, Stage, Truth, Word};
use wording::Phrasebook;

/// How each place takes the certificates, titles, honours and diplomas of a dossier.
pub(crate) fn recognised(dossier: &Dossier, documents: &[DecisionDocument], phrases: &Phrasebook) -> Vec<Recognised> {
    let row = |(path, name): (String, String)| Recognised {
        places: documents.iter().map(|document| in_place(document, &path)).collect(),
        path,
        name,
    };
    records(dossier, phrases).into_iter().map(row).collect()
}

fn in_place(document: &DecisionDocument, path: &str) -> RecognisedIn {
    let reads = |condition: &&Condition| {
        condition.stage == Stage::Filing
            && condition.facts.iter().any(|fact| {
                let fact = fact.to_string();
                fact == path || fact.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'))
            })
    };
    let governed = |decision: &&Decision| decision.outcome != Outcome::NotGoverned;
    let conditions = document.decisions.iter().filter(governed).flat_map(|decision| &decision.routes);
    let conditions: Vec<&Condition> = conditions.flat_map(|route| &route.conditions).filter(reads).collect();
    let standing = [Truth::Yes, Truth::Refer, Truth::No]
        .into_iter()
        .find(|truth| conditions.iter().any(|condition| condition.holds == *truth))
        .unwrap_or(Truth::Unknown);
    let mut clauses: Vec<String> = Vec::new();
    for condition in conditions.iter().filter(|condition| condition.holds == standing) {
        if !clauses.contains(&condition.clause) {
            clauses.push(condition.clause.clone());
        }
    }
    RecognisedIn { jurisdiction: document.jurisdiction.key.clone(), standing, clauses }
}

/// The records by their paths and names.
fn records(dossier: &Dossier, phrases: &Phrasebook) -> Vec<(String, String)> {
    let joined = |parts: [Option<String>; 2]| parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut records = Vec::new();
    for (i, skill) in dossier.skills.iter().flatten().enumerate() {
        let level = skill.level.map(|level| phrases.word("skill-level", level.key()).to_owned());
        records.push((format!("skills[{i}]"), joined([skill.occupation.clone(), level])));
    }
    for (i, title) in dossier.titles.iter().flatten().enumerate() {
        let name = title.tier.zip(title.series).map(|(tier, series)| {
            let mut name = String::new();
            phrases.target(&mut name, &model::Target::Title { tier, series });
            name
        });
        records.push((format!("titles[{i}]"), joined([name, title.specialty.clone()])));
    }
    for (i, honour) in dossier.honours.iter().flatten().enumerate() {
        records.push((format!("honours[{i}]"), joined([honour.name.clone(), honour.award.clone()])));
    }
    for (i, diploma) in dossier.education.iter().flatten().enumerate() {
        let level = diploma.level.map(|level| phrases.word("education", level.key()).to_owned());
        let class = diploma.class.map(|class| phrases.word("school-class", class.key()).to_owned());
        records.push((format!("education[{i}]"), joined([level, class])));
    }
    for (path, name) in &mut records {
        if name.is_empty() {
            phrases.path(name, path);
        }
    }
    records
}
