//! Any dossier becomes a form and the same dossier again: absent stays absent, none stays none, nothing is lost.

use model::Dossier;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{Form, fill, gather};

/// What a browser sends for a form: every field as text, what is kept as JSON.
fn sent(form: &Form) -> Form {
    let kept = Value::Object(form.kept.clone()).to_string();
    let mut pairs: Vec<(String, String)> = form.values.clone().into_iter().collect();
    pairs.push(("kept".to_owned(), kept));
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish();
    let decoded: Vec<(String, String)> = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    Form::of_pairs(decoded.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

fn word(words: &'static [&'static str]) -> BoxedStrategy<Value> {
    proptest::sample::select(words).prop_map(Value::from).boxed()
}

/// Texts as people write them, and as nobody should.
fn text() -> BoxedStrategy<Value> {
    prop_oneof![
        4 => word(&["焊工", "车工", "机电", "6-18-02-04", "某机械厂"]),
        1 => "[^\\s\\p{C}]{1,6}( |,|、|;|\"|<|&|\n|\u{7f}|\u{2028})?[^\\s\\p{C}]{1,6}".prop_map(Value::from),
    ]
    .boxed()
}

fn day() -> BoxedStrategy<Value> {
    (1980..2030_i32, 1..=12_u32, 1..=28_u32).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}").into()).boxed()
}

fn truth() -> BoxedStrategy<Value> {
    any::<bool>().prop_map(Value::from).boxed()
}

/// A mapping whose keys are there or not.
fn record(fields: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let fields: Vec<_> = fields.into_iter().map(|(key, value)| option::of(value).prop_map(move |v| (key, v))).collect();
    fields
        .prop_map(|fields| {
            let stated = fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
            Value::Object(stated.collect::<Map<String, Value>>())
        })
        .boxed()
}

fn list(of: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    prop_oneof![6 => vec(of.clone(), 0..5), 1 => vec(of, 10..16)].prop_map(Value::from).boxed()
}

fn years(of: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    btree_map((2005..2030_i32).prop_map(|year| year.to_string()), of, 0..16)
        .prop_map(|years| Value::Object(years.into_iter().collect()))
        .boxed()
}

fn employment() -> BoxedStrategy<Value> {
    let employer = record(vec![
        ("name", text()),
        ("kind", word(&["enterprise", "public-institution", "civil-service", "other"])),
        ("non_public", truth()),
        ("upper_level", truth()),
        ("recorded_assessor", truth()),
    ]);
    record(vec![
        ("status", word(&["in-service", "retired", "rehired", "not-employed"])),
        ("employer", employer),
        ("field", word(&["engineering", "agriculture", "none"])),
        ("frontline", truth()),
        ("skilled_post", truth()),
        ("appointed_as", word(&["special-technician", "none"])),
        ("occupation", text()),
        ("specialty", text()),
        ("post_class", word(&["worker", "cadre"])),
    ])
}

fn work() -> BoxedStrategy<Value> {
    let end = prop_oneof![Just(Value::Null), day()];
    record(vec![("occupation", text()), ("from", day()), ("to", end.boxed()), ("skilled", truth())])
        .prop_map(|mut work| {
            let backwards = matches!((work["from"].as_str(), work["to"].as_str()), (Some(from), Some(to)) if to < from);
            if let (true, Some(record)) = (backwards, work.as_object_mut()) {
                record.remove("from");
            }
            work
        })
        .boxed()
}

fn of_kind(mut record: Value, kind: &str) -> Value {
    if let Some(record) = record.as_object_mut() {
        record.insert("kind".to_owned(), kind.into());
    }
    record
}

fn dossier() -> BoxedStrategy<Value> {
    let level = word(&["junior-worker", "senior-worker", "technician", "chief-technician"]);
    let education = record(vec![
        ("level", word(&["high-school", "junior-college", "doctor"])),
        ("class", word(&["senior-class", "technician-class"])),
        ("date", day()),
        ("relevant_to", vec(text(), 0..3).prop_map(Value::from).boxed()),
    ]);
    let skill = record(vec![
        ("level", level),
        ("occupation", text()),
        ("date", day()),
        ("kind", word(&["qualification", "level", "other"])),
        ("revoked", truth()),
    ]);
    let title = record(vec![
        ("tier", word(&["assistant", "senior"])),
        ("series", word(&["engineering", "art"])),
        ("specialty", text()),
        ("date", day()),
        ("revoked", truth()),
    ]);
    let honour = record(vec![
        ("name", text()),
        ("rank", (1..40_i64).prop_map(Value::from).boxed()),
        ("award", text()),
        ("date", day()),
        ("revoked", truth()),
    ]);
    let sanction = option::of(day()).prop_map(|date| match date {
        Some(date) => json!({ "kind": "fraud", "date": date }),
        None => json!({ "kind": "fraud" }),
    });
    let evidence = prop_oneof![
        record(vec![
            ("name", text()),
            ("date", day()),
            ("skill_level", word(&["technician"])),
            ("relation_proven", truth())
        ])
        .prop_map(|record| of_kind(record, "apprentice")),
        record(vec![("level", word(&["city", "plant"])), ("role", word(&["lead"])), ("accepted", truth())])
            .prop_map(|record| of_kind(record, "project")),
        record(vec![("characters", (0..9_999_i64).prop_map(Value::from).boxed()), ("revoked", truth())])
            .prop_map(|record| of_kind(record, "report")),
    ];
    record(vec![
        ("person", record(vec![("id", text()), ("name", text()), ("birth_date", day()), ("sex", word(&["female"]))])),
        ("employment", employment()),
        ("education", list(education)),
        ("skills", list(skill)),
        ("titles", list(title)),
        ("work", list(work())),
        ("reviews", years(word(&["excellent", "pass", "fail", "none", "ungraded"]))),
        ("continuing_education", years((0..400_i64).prop_map(Value::from).boxed())),
        ("honours", list(honour)),
        ("evidence", list(evidence.boxed())),
        ("sanctions", list(sanction.boxed())),
        ("findings", record(vec![("X-1.a", truth()), ("national.x", truth())])),
    ])
}

proptest! {
    #[test]
    fn any_dossier_survives_the_form(document in dossier()) {
        let Ok(original) = Dossier::read(&document.to_string()) else { return Err(TestCaseError::reject("no dossier")) };
        let form = fill(&original);
        prop_assert_eq!(gather(&form).unwrap(), original.clone());
        let again = sent(&form);
        prop_assert_eq!(gather(&again).unwrap(), original.clone());
        prop_assert_eq!(gather(&sent(&fill(&gather(&again).unwrap()))).unwrap(), original);
    }
}

fn read(document: &Value) -> Dossier {
    Dossier::read(&document.to_string()).unwrap()
}

#[test]
fn absent_and_none_are_different_in_every_list() {
    for list in ["skills", "titles", "work", "honours", "education", "sanctions"] {
        let absent = fill(&read(&json!({})));
        assert_eq!(absent.text(list), "");
        assert_eq!(gather(&sent(&absent)).unwrap(), read(&json!({})));
        let none = fill(&read(&json!({ list: [] })));
        assert_eq!(none.text(list), "none");
        assert_eq!(gather(&sent(&none)).unwrap(), read(&json!({ list: [] })));
        assert_ne!(gather(&absent).unwrap(), gather(&none).unwrap());
    }
}

#[test]
fn counted_evidence_is_kept_as_it_is() {
    let evidence = json!([{ "kind": "apprentice", "name": "甲", "skill_level": "technician" }, { "kind": "paper" }]);
    for evidence in [evidence, json!([])] {
        let form = fill(&read(&json!({ "evidence": evidence })));
        assert_eq!(form.kept.get("evidence"), Some(&evidence));
        assert_eq!(gather(&sent(&form)).unwrap(), read(&json!({ "evidence": evidence })));
    }
}

#[test]
fn a_contradiction_is_a_fault_and_not_guessed_away() {
    for choice in ["", "none"] {
        let form = Form::of_pairs([("skills", choice), ("skills[0].level", "technician")].into_iter());
        assert_eq!(gather(&form).unwrap_err().faults[0].path, "skills");
    }
    let form =
        Form::of_pairs([("work", "some"), ("work[0].to", "2020-01-01"), ("work[0].going_on", "yes")].into_iter());
    assert_eq!(gather(&form).unwrap_err().faults[0].path, "work[0].to");
}

#[test]
fn a_blank_row_before_a_filled_one_moves_up_with_what_is_kept() {
    let document = json!({ "skills": [
        { "level": "technician", "kind": "level" }, { "level": "senior-worker", "revoked": true }
    ]});
    let mut form = fill(&read(&document));
    form.set("skills[0].level", "");
    let gathered = gather(&sent(&form)).unwrap();
    assert_eq!(gathered, read(&json!({ "skills": [{ "level": "senior-worker", "revoked": true }] })));
}

#[test]
fn rows_are_added_and_removed() {
    let list = super::list_named("skills").unwrap();
    let mut form = fill(&read(&json!({ "skills": [{ "level": "technician" }, { "level": "senior-worker" }] })));
    form.add_row(list);
    assert_eq!(form.shown_rows(list), 3);
    form.remove_row(list, 0);
    assert_eq!(gather(&form).unwrap(), read(&json!({ "skills": [{ "level": "senior-worker" }] })));
}
