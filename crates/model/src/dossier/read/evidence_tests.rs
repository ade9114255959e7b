//! Tests of reading counted evidence.
use crate::Dossier;
use crate::words::evidence::{EvidenceKind, EvidenceLevel, EvidenceRole};
use crate::words::{SkillLevel, Word as _};

fn faults(records: &str) -> Vec<String> {
    let text = format!("{{\"evidence\": {records}}}");
    Dossier::read(&text).unwrap_err().faults.iter().map(ToString::to_string).collect()
}

fn one_fault(records: &str, starts: &str, contains: &[&str]) {
    let found = faults(records);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with(starts), "{}", found[0]);
    for part in contains {
        assert!(found[0].contains(part), "{part:?} is not in {}", found[0]);
    }
}

#[test]
fn absent_and_none_are_different() {
    assert_eq!(Dossier::read("{\"skills\": []}").unwrap().evidence, None);
    assert_eq!(Dossier::read("{\"evidence\": []}").unwrap().evidence, Some(vec![]));
}

#[test]
fn words_are_read_in_both_languages() {
    let english = r#"[{"kind":"project","category":"key-project","level":"provincial","role":"technical-backbone","accepted":true},
        {"kind":"apprentice","skill_level":"technician","relation_proven":"yes"}]"#;
    let chinese = r#"[{"kind":"项目","category":"重点工程","level":"省（部）级","role":"技术骨干","accepted":"是"},
        {"kind":"徒弟","skill_level":"技师","relation_proven":"是"}]"#;
    let read = |records| Dossier::read(&format!("{{\"evidence\": {records}}}")).unwrap().evidence.unwrap();
    assert_eq!(read(english), read(chinese));
    assert_eq!(read(english)[0].level, Some(EvidenceLevel::Provincial));
    assert_eq!(read(english)[0].role, Some(EvidenceRole::TechnicalBackbone));
    assert_eq!(read(english)[1].skill_level, Some(SkillLevel::Technician));
}

#[test]
fn what_is_no_list_is_refused() {
    one_fault("{\"kind\": \"paper\"}", "evidence: ", &["is not a list", "[] where there is none"]);
    one_fault("null", "evidence: ", &["leave the key out where it is unknown"]);
    one_fault("[\"paper\"]", "evidence[0]: ", &["is not a mapping"]);
}

#[test]
fn the_kind_is_needed_and_known() {
    one_fault(
        "[{\"level\": \"city\"}]",
        "evidence[0]: ",
        &["the kind of the evidence is missing", "apprentice 培养徒弟"],
    );
    one_fault("[{\"kind\": \"aprentice\"}]", "evidence[0].kind: ", &["did you mean `apprentice`?"]);
    one_fault("[{\"kind\": 3}]", "evidence[0].kind: ", &["is not a text"]);
}

#[test]
fn unknown_keys_are_refused_with_the_nearest() {
    one_fault(
        "[{\"kind\": \"report\", \"charcters\": 2000}]",
        "evidence[0].charcters: ",
        &["did you mean `characters`?"],
    );
    one_fault("[{\"kind\": \"apprentice\", \"count\": 3}]", "evidence[0].count: ", &["is not known"]);
}

#[test]
fn a_key_of_another_kind_is_refused() {
    one_fault(
        "[{\"kind\": \"textbook\", \"characters\": 12000}]",
        "evidence[0].characters: ",
        &[
            "says nothing of textbook 培训教材",
            "known keys of this kind are kind, name, date, revoked, skill_level, own_characters",
        ],
    );
    one_fault(
        "[{\"kind\": \"apprentice\", \"role\": \"lead\"}]",
        "evidence[0].role: ",
        &["says nothing of apprentice"],
    );
}

#[test]
fn numbers_are_whole_and_within_bounds() {
    one_fault(
        "[{\"kind\": \"report\", \"characters\": -1}]",
        "evidence[0].characters: ",
        &["a whole number from 0 to"],
    );
    one_fault("[{\"kind\": \"report\", \"characters\": 2000.5}]", "evidence[0].characters: ", &["a whole number"]);
    one_fault("[{\"kind\": \"report\", \"characters\": \"2000\"}]", "evidence[0].characters: ", &["a whole number"]);
    one_fault("[{\"kind\": \"contest\", \"rank\": 0}]", "evidence[0].rank: ", &["from 1 to 1000000"]);
}

#[test]
fn days_exist_and_stand_in_order() {
    one_fault("[{\"kind\": \"paper\", \"date\": \"2023-02-30\"}]", "evidence[0].date: ", &["2023-02-30"]);
    one_fault(
        "[{\"kind\": \"invention-patent\", \"date\": \"2023-02-01\", \"until\": \"2022-02-01\"}]",
        "evidence[0]: ",
        &["ends on 2022-02-01, before its date 2023-02-01"],
    );
}

#[test]
fn the_same_named_record_does_not_stand_twice() {
    one_fault(
        "[{\"kind\":\"apprentice\",\"name\":\"甲\"},{\"kind\":\"paper\",\"name\":\"甲\"},{\"kind\":\"徒弟\",\"name\":\" 甲\"}]",
        "evidence[2]: ",
        &["stands twice: it is entry 1 already"],
    );
    let unnamed = "{\"evidence\": [{\"kind\":\"apprentice\"},{\"kind\":\"apprentice\"}]}";
    assert_eq!(Dossier::read(unnamed).unwrap().evidence.unwrap().len(), 2);
}

#[test]
fn every_fault_is_reported_at_once() {
    let found = faults(
        r#"[{"kind":"award"},{"kind":"paper","authorship":"second","outlet":"blog","in_specialty":"maybe"},
            {"level":"village"},{"kind":"merit","prize":"fourth","colour":"red"}]"#,
    );
    assert_eq!(found.len(), 8, "{found:#?}");
}

#[test]
fn evidence_counts_among_the_records() {
    let many = vec!["{\"kind\":\"paper\"}"; crate::dossier::MOST_RECORDS + 1].join(",");
    assert!(faults(&format!("[{many}]"))[0].contains("20001 records"));
}

#[test]
fn saved_evidence_reads_as_itself() {
    for kind in EvidenceKind::ALL {
        let keys = crate::dossier::Evidence::keys(*kind);
        let value = |key: &&str| match *key {
            "level" | "commended_by" => "\"city\"",
            "category" => "\"design\"",
            "role" => "\"lead\"",
            "skill_level" => "\"技师\"",
            "prize" => "\"三等奖\"",
            "rank" | "characters" | "own_characters" => "3000",
            "authorship" => "\"独立\"",
            "outlet" => "\"内部刊物\"",
            "until" => "\"2040-01-01\"",
            _ => "true",
        };
        let fields: Vec<String> = keys.iter().map(|key| format!("\"{key}\": {}", value(key))).collect();
        let text = format!(
            "{{\"evidence\": [{{\"kind\": \"{}\", \"name\": \"甲\", \"date\": \"2020-05\", \"revoked\": true, {}}}]}}",
            kind.zh(),
            fields.join(", ")
        );
        let dossier = Dossier::read(&text).unwrap();
        let saved = serde_json::to_value(&dossier).unwrap();
        assert_eq!(saved["evidence"][0].as_object().unwrap().len(), keys.len() + 4, "{kind}");
        assert_eq!(Dossier::read(&saved.to_string()).unwrap(), dossier);
    }
}
