//! A history that contradicts itself is answered as ever, with a warning that names both facts, once for the person.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use model::contradiction::{Against, Contradiction, DatedFact};
use model::paths::FactPath;
use model::words::ContradictionKind;
use model::{Day, Dossier, Standards, Word as _};
use serde_json::{Value, json};
use service::{Ask, Guantong};
use wording::{Lang, Phrasebook};

fn answered(place: Option<&str>, lang: Lang, skills: &str) -> Value {
    let guantong = Guantong::embedded(Standards::default()).unwrap();
    let dossier = Dossier::read(&format!("schema: guantong/dossier/1\nskills: {skills}\n")).unwrap();
    let as_of = Day::parse("2026-11-27").unwrap();
    let ask =
        Ask { dossier: &dossier, jurisdiction: place, as_of, targets: &[], standards: None, remedies: false, lang };
    serde_json::to_value(guantong.check(&ask).unwrap()).unwrap()
}

const TURNED: &str =
    "[ { level: 技师, occupation: 焊工, date: 2018-05-01 }, { level: 高级工, occupation: 焊工, date: 2020-06-01 } ]";

#[test]
fn one_place_carries_it_in_its_document() {
    let document = answered(Some("chongqing"), Lang::Zh, TURNED);
    let expected = json!([{
        "kind": "higher-certificate-first",
        "facts": [
            { "path": "skills[0].date", "day": "2018-05-01" },
            { "path": "skills[1].date", "day": "2020-06-01" }
        ],
        "says": "同一职业的高等级证书早于低等级证书：第1项技能证书的取得日期（2018-05-01），第2项技能证书的取得日期（2020-06-01）。请核对两个日期。"
    }]);
    assert_eq!(document["contradictions"], expected);
}

#[test]
fn several_places_carry_it_once() {
    let all = answered(None, Lang::En, TURNED);
    assert_eq!(all["contradictions"].as_array().unwrap().len(), 1);
    let says = all["contradictions"][0]["says"].as_str().unwrap();
    assert!(says.contains("no. 1 (2018-05-01), date of skill certificate no. 2 (2020-06-01)"), "{says}");
    assert!(all["results"].as_array().unwrap().iter().all(|one| one.get("contradictions").is_none()));
}

#[test]
fn it_changes_no_answer_and_a_sound_history_carries_none() {
    let turned = answered(Some("chongqing"), Lang::Zh, TURNED);
    let sound = answered(Some("chongqing"), Lang::Zh, "[ { level: 技师, occupation: 焊工, date: 2018-05-01 } ]");
    assert!(sound.get("contradictions").is_none());
    let outcomes = |document: &Value| {
        let decisions = document["decisions"].as_array().unwrap().clone();
        decisions.iter().map(|one| one["outcome"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(outcomes(&turned), outcomes(&sound));
}

#[test]
fn each_kind_has_a_sentence_in_both_languages_that_names_both_facts() {
    let day = |text| Day::parse(text).unwrap();
    let fact = DatedFact { path: FactPath::WorkItem(2, "from"), day: Some(day("2001-02-03")) };
    for lang in Lang::ALL {
        let book = Phrasebook::of(*lang);
        for kind in ContradictionKind::ALL {
            let against = match kind {
                ContradictionKind::AfterDayAsked => Against::DayAsked(day("1999-08-09")),
                _ => Against::Fact(DatedFact { path: FactPath::BirthDate, day: Some(day("1999-08-09")) }),
            };
            let says = book.contradiction(&Contradiction { kind: *kind, fact, against });
            let mut label = String::new();
            book.path(&mut label, "work[2].from");
            for part in [label.as_str(), "2001-02-03", "1999-08-09"] {
                assert!(says.contains(part), "{kind}: {says}");
            }
            assert!(!says.contains(['{', '$']) && !says.contains("contradiction-"), "{kind}: {says}");
        }
    }
}
