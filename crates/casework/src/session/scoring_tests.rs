//! Sheets and totals: gates, counted items, own scales, weights on skill, and integers throughout.

use proptest::prelude::*;

use super::super::sheet::{Area, AreaKind, CountedItems, Gate, GradeStep};
use super::*;

fn item(id: &str, weight: u32, scale: Scale) -> Item {
    Item { id: id.into(), weight, scale, skill: false, optional: false }
}

fn area(key: &str, kind: AreaKind, items: Vec<Item>) -> Area {
    Area { key: key.into(), kind, gate: None, items, counted: Vec::new() }
}

/// Ethics 10 points with a gate of 6, ability 50 (skill 30), performance 40 with two of three counted items.
pub(in crate::session) fn sheet() -> Sheet {
    let grades = [("excellent", 10_000), ("good", 8_000), ("pass", 6_000), ("fail", 0)];
    let steps = grades.map(|(key, worth)| GradeStep { key: key.into(), worth }).to_vec();
    let mut ethics = area("ethics", AreaKind::Ethics, vec![item("SD-3.3.1", 1_000, Scale::Points { most: 10_000 })]);
    ethics.gate = Some(Gate { least: 600, clause: Some("SD-3.3.1".into()) });
    let craft = Item { skill: true, ..item("craft", 3_000, Scale::Grades { grades: steps }) };
    let ability = area("ability", AreaKind::Ability, vec![craft, item("problems", 2_000, Scale::Points { most: 700 })]);
    let met = |n: u8| item(&format!("SX-A.5.3.{n}"), 0, Scale::Met);
    let mut performance = vec![item("record", 4_000, Scale::Points { most: 300 })];
    performance.extend([met(1), met(2), met(3)]);
    let mut performance = area("performance", AreaKind::Performance, performance);
    let of = (1..=3).map(|n| format!("SX-A.5.3.{n}")).collect();
    performance.counted = vec![CountedItems { key: "SX-A.5.3".into(), of, at_least: 2 }];
    Sheet {
        id: "skilled".into(),
        areas: vec![ethics, ability, performance],
        gate_rule: GateRule::TwoThirds,
        skill_clause: Some("ZJSX-1.4.d".into()),
        papers_clause: Some("SD-3.3".into()),
    }
}

pub(in crate::session) fn scores(ethics: u32, craft: &str, problems: u32, record: u32) -> BTreeMap<String, Score> {
    let met = |n: u8, met| (format!("SX-A.5.3.{n}"), Score::Met(met));
    BTreeMap::from([
        ("SD-3.3.1".into(), Score::Points(ethics)),
        ("craft".into(), Score::Grade(craft.into())),
        ("problems".into(), Score::Points(problems)),
        ("record".into(), Score::Points(record)),
        met(1, true),
        met(2, true),
        met(3, false),
    ])
}

#[test]
fn totals_are_whole_hundredths() {
    assert!(sheet().check().is_ok());
    assert_eq!(sheet().skill_weight(), 3_000);
    let total = sheet().total(&scores(9_000, "good", 500, 100)).unwrap();
    // 900; 2400 + 20.00 × 5 ÷ 7 = 14.2857 → 1429; 40.00 ÷ 3 = 13.33 → 1333.
    assert_eq!((total.areas.as_slice(), total.total), (&[900, 3_829, 1_333][..], 6_062));
    assert_eq!(total.counted, [CountedTotal { key: "SX-A.5.3".into(), met: 2, at_least: 2 }]);
    let full = sheet().total(&scores(10_000, "excellent", 700, 300)).unwrap();
    assert_eq!(full.total, FULL);
}

#[test]
fn below_the_gate_of_ethics_nothing_else_counts() {
    let at = sheet().total(&scores(6_000, "good", 700, 300)).unwrap();
    assert!(at.gates_failed.is_empty() && at.total > 0);
    let below = sheet().total(&scores(5_900, "excellent", 700, 300)).unwrap();
    assert_eq!((below.gates_failed.as_slice(), below.total), (&["ethics".to_owned()][..], 0));
    let holds = |passing: usize, failing: usize, gate_rule| {
        let sheet = Sheet { gate_rule, ..sheet() };
        let all = [vec![at.clone(); passing], vec![below.clone(); failing]].concat();
        sheet.summary(all.iter()).failed_gate().is_none()
    };
    assert!(holds(2, 1, GateRule::TwoThirds) && !holds(3, 2, GateRule::TwoThirds));
    assert!(holds(3, 0, GateRule::Everyone) && !holds(9, 1, GateRule::Everyone));
}

#[test]
fn means_and_counted_items_of_all_experts() {
    let mut fewer = scores(9_000, "good", 500, 100);
    fewer.insert("SX-A.5.3.2".into(), Score::Met(false));
    let totals = [sheet().total(&fewer).unwrap(), sheet().total(&scores(10_000, "excellent", 700, 300)).unwrap()];
    let summary = sheet().summary(totals.iter());
    assert_eq!((summary.experts, summary.sum, summary.mean), (2, 16_062, 8_031));
    assert_eq!(summary.areas, [950, 4_415, 2_667]);
    assert_eq!(summary.counted["SX-A.5.3"], 1);
    assert_eq!(sheet().summary([].iter()).mean, 0);
}

#[test]
fn scores_that_do_not_fit_are_refused() {
    let code = |change: fn(&mut BTreeMap<String, Score>)| {
        let mut scores = scores(9_000, "good", 500, 100);
        change(&mut scores);
        sheet().total(&scores).unwrap_err().code
    };
    assert_eq!(code(|scores| drop(scores.insert("other".into(), Score::Met(true)))), "score-unknown-item");
    assert_eq!(code(|scores| drop(scores.remove("problems"))), "scores-incomplete");
    assert_eq!(code(|scores| drop(scores.insert("problems".into(), Score::Points(701)))), "score-beyond-scale");
    assert_eq!(code(|scores| drop(scores.insert("problems".into(), Score::Met(true)))), "score-beyond-scale");
    assert_eq!(code(|scores| drop(scores.insert("craft".into(), Score::Grade("great".into())))), "score-beyond-scale");
    let mut lenient = sheet();
    lenient.areas[1].items[1].optional = true;
    let mut without = scores(9_000, "good", 500, 100);
    without.remove("problems");
    assert_eq!(lenient.total(&without).unwrap().areas[1], 2_400);
}

#[test]
fn faults_of_a_sheet_are_named_at_once() {
    let mut sheet = sheet();
    sheet.areas.swap(0, 1);
    sheet.areas[0].items[0].skill = false;
    sheet.areas[0].items[1].scale = Scale::Points { most: 0 };
    sheet.areas[1].gate = Some(Gate { least: 1_001, clause: None });
    sheet.areas[2].key = "ability".into();
    sheet.areas[2].items[0] = item("craft", 3_999, Scale::Grades { grades: vec![] });
    sheet.areas[2].counted[0].of.push("craft".into());
    sheet.areas[2].counted[0].at_least = 9;
    let told = sheet.check().unwrap_err().to_string();
    for expected in [
        "ethics don't come first",
        "add up to 9999",
        "no item carries a weight on skill",
        "the most points are nothing",
        "the gate can't be reached",
        "\"ability\" is taken",
        "\"craft\" stands twice",
        "fewer than two grades",
        "counts what is no item",
        "asks for 9 of 4",
    ] {
        assert!(told.contains(expected), "{expected} is not in\n{told}");
    }
}

proptest! {
    #[test]
    fn more_points_never_give_less(ethics in 6_000_u32..10_000, problems in 0_u32..700, record in 0_u32..300) {
        let total = |ethics, problems, record| sheet().total(&scores(ethics, "pass", problems, record)).unwrap().total;
        let base = total(ethics, problems, record);
        prop_assert!(base <= total(ethics + 1, problems, record));
        prop_assert!(base <= total(ethics, problems + 1, record));
        prop_assert!(base <= total(ethics, problems, record + 1));
        prop_assert!(base <= FULL);
    }

    #[test]
    fn stored_sheets_and_scores_give_the_same_total(ethics in 0_u32..=10_000, problems in 0_u32..=700, record in 0_u32..=300) {
        let given = scores(ethics, "good", problems, record);
        let text = serde_json::to_string(&(sheet(), &given)).unwrap();
        let (sheet_again, again): (Sheet, BTreeMap<String, Score>) = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(sheet_again.total(&again), sheet().total(&given));
    }
}
