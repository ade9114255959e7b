//! What all places answer to one person: the cells, the clauses that decide, and who answers alike.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use model::{Day, Dossier, Outcome, Standards};
use service::{Answers, Ask, Guantong, SideBySide, TargetRow};
use wording::Lang;

const WELDER: &str = "\
employment: { status: 在职, employer: { kind: 企业, upper_level: false }, field: 工程, frontline: true, skilled_post: true, appointed_as: none, occupation: 焊工 }
education: []
skills: [{ level: 技师, occupation: 焊工, date: 2024-05-20 }]
titles: []
work: [{ occupation: 焊工, from: 2006-08-01, to: null }]
reviews: { 2023: 合格, 2024: 合格, 2025: 合格 }
continuing_education: { 2023: 90, 2024: 90, 2025: 90 }
honours: []
sanctions: []
";

fn answers(text: &str) -> Answers {
    let guantong = Guantong::embedded(Standards::default()).unwrap();
    let dossier = Dossier::read(text).unwrap();
    let as_of = Day::parse("2026-11-21").unwrap();
    let ask = Ask {
        dossier: &dossier,
        jurisdiction: None,
        as_of,
        targets: &[],
        standards: None,
        lang: Lang::Zh,
        remedies: false,
    };
    guantong.check(&ask).unwrap()
}

fn row<'r, 'd>(answers: &'r SideBySide<'d>, level: &str) -> &'r TargetRow<'d> {
    answers.rows.iter().find(|row| row.target.level == level).unwrap()
}

#[test]
fn targets_of_all_places_stand_in_ladder_order() {
    let answers = answers(WELDER);
    let side_by_side = SideBySide::of(answers.documents());
    let levels: Vec<&str> = side_by_side.rows.iter().map(|row| row.target.level).collect();
    assert_eq!(
        levels,
        [
            "assistant", "intermediate", "deputy-senior", "senior", "senior-worker", "technician", "senior-technician",
            "special-technician"
        ]
    );
    assert_eq!(side_by_side.places.len(), 7);
    let special = row(&side_by_side, "special-technician");
    assert_eq!(special.cells.iter().flatten().count(), 1, "one place has it");
    assert!(special.differs());
    assert!(row(&side_by_side, "technician").is_held_everywhere());
    assert!(!row(&side_by_side, "technician").differs());
}

#[test]
fn each_cell_names_the_clause_that_decides() {
    let answers = answers(WELDER);
    let side_by_side = SideBySide::of(answers.documents());
    let engineer = row(&side_by_side, "intermediate");
    let mut found: Vec<(&str, Outcome, Option<String>, &str)> = Vec::new();
    for (document, cell) in side_by_side.places.iter().zip(&engineer.cells) {
        let cell = cell.as_ref().unwrap();
        let clause = cell.deciding.first().map_or("", |condition| condition.clause.as_str());
        let earliest = cell.decision.earliest.map(|day| day.to_string());
        found.push((&document.jurisdiction.key, cell.decision.outcome, earliest, clause));
    }
    let not_yet = |key, clause| (key, Outcome::NotYet, Some("2027-05-20".to_owned()), clause);
    assert_eq!(
        found,
        [
            ("shanxi", Outcome::NotEligible, None, "SX-A.2.2"),
            not_yet("shaoxing", "ZJSX-1.2.2"),
            not_yet("shandong", "SD-3.1.2.2"),
            not_yet("guangdong", "GD-3.2.2"),
            not_yet("jieyang", "GD-3.2.2"),
            not_yet("jiexi", "GD-3.2.2"),
            not_yet("chongqing", "CQ-3.1.2"),
        ]
    );
}

#[test]
fn places_that_answer_alike_for_one_reason_stand_together_best_first() {
    let answers = answers(WELDER);
    let side_by_side = SideBySide::of(answers.documents());
    let groups = row(&side_by_side, "intermediate").alike();
    assert_eq!(groups.first().unwrap().outcome, Outcome::NotYet);
    assert_eq!(groups.last().unwrap().outcome, Outcome::NotEligible);
    assert_eq!(groups.iter().map(|group| group.places.len()).sum::<usize>(), 7);
    assert!(groups.len() < 7, "{groups:?}");
}

#[test]
fn facts_that_are_missing_are_named_by_the_conditions_that_ask_for_them() {
    let unknown = WELDER.replace("reviews: { 2023: 合格, 2024: 合格, 2025: 合格 }\n", "");
    let answers = answers(&unknown.replace("2024-05-20", "2019-05-20"));
    let side_by_side = SideBySide::of(answers.documents());
    let engineer = row(&side_by_side, "intermediate");
    for (document, cell) in side_by_side.places.iter().zip(&engineer.cells) {
        let cell = cell.as_ref().unwrap();
        if cell.decision.outcome != Outcome::Undetermined {
            continue;
        }
        let first = cell.deciding.first().unwrap();
        let asks = first.facts.iter().any(|fact| cell.decision.missing.contains(&fact.to_string()));
        assert!(asks, "{}: {first:?}", document.jurisdiction.key);
    }
}
