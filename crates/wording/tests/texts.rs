//! Texts of the surfaces, names of words, labels of paths and names of targets.

use std::collections::BTreeSet;

use model::paths::FactPath;
use model::{Dossier, Target};
use wording::{Lang, Phrasebook};

fn zh() -> &'static Phrasebook {
    Phrasebook::of(Lang::Zh)
}

fn en() -> &'static Phrasebook {
    Phrasebook::of(Lang::En)
}

fn path(book: &Phrasebook, path: &str) -> String {
    let mut out = String::new();
    book.path(&mut out, path);
    out
}

#[test]
fn texts_come_by_id_and_an_unknown_id_stays() {
    assert_eq!((zh().text("label-app"), en().text("label-app")), ("贯通", "Guantong"));
    assert_eq!(zh().text("no-such-text"), "no-such-text");
    assert_eq!(zh().text("portal-title"), "portal-title", "a text with variables is no text without");
    assert_eq!(zh().lang(), Lang::Zh);
    assert!(en().ids().any(|id| id == "label-app"));
}

#[test]
fn variables_are_filled_in() {
    assert_eq!(en().format("portal-title", &[("page", "Check")]), "Check · Guantong");
    assert_eq!(en().format("portal-title", &[("other", "x")]), "{$page} · Guantong");
    assert_eq!(en().format("label-app", &[("page", "x")]), "Guantong");
    assert_eq!(en().format("no-such-text", &[]), "no-such-text");
}

#[test]
fn plurals_follow_the_language() {
    let more = |book: &Phrasebook, count: &str| book.format("label-facts-needed", &[("count", count)]);
    assert_eq!(more(en(), "1"), "1 more fact needed");
    assert_eq!(more(en(), "2"), "2 more facts needed");
    assert_eq!(more(en(), "12000"), "12000 more facts needed");
    assert_eq!(more(en(), "some"), "some more facts needed");
    assert_eq!(more(zh(), "1"), "还差1项信息");
}

#[test]
fn words_have_names_and_unknown_ones_stay() {
    assert_eq!(zh().word("outcome", "eligible"), "可申报");
    assert_eq!(en().word("skill-level", "technician"), "technician (技师)");
    assert_eq!(en().word("truth", "refer"), "for people to decide");
    assert_eq!(en().word("outcome", "no-such"), "no-such");
    assert_eq!(en().word("no-such", "eligible"), "eligible");
}

#[test]
fn targets_have_names() {
    let names = |text: &str| {
        let target = Target::parse(text).unwrap();
        let (mut chinese, mut english) = (String::new(), String::new());
        zh().target(&mut chinese, &target);
        en().target(&mut english, &target);
        (chinese, english)
    };
    let expect = |text: &str, chinese: &str, english: &str| {
        assert_eq!(names(text), (chinese.to_owned(), english.to_owned()));
    };
    expect("title:intermediate", "工程师", "engineer (工程师)");
    expect("title:senior", "正高级工程师", "senior engineer of full senior grade (正高级工程师)");
    expect("title:intermediate:agriculture", "农艺师（农业系列）", "intermediate tier in agriculture (农艺师)");
    expect("title:intermediate:art", "艺术系列中级", "intermediate tier in the arts (中级)");
    expect("skill:technician", "技师", "technician (技师)");
    expect("skill:technician:焊工", "技师（焊工）", "technician (技师) in the occupation “焊工”");
}

#[test]
fn paths_have_labels() {
    assert_eq!(path(zh(), "skills[0].date"), "第1项技能证书的取得日期");
    assert_eq!(path(en(), "skills[0].date"), "date of skill certificate no. 1");
    assert_eq!(path(zh(), "reviews.2024"), "2024年度考核结果");
    assert_eq!(path(en(), "continuing_education.2025"), "hours of continuing education in 2025");
    assert_eq!(path(zh(), "education[2].relevant_to[1]"), "第3项学历所学专业对应的职业");
    assert_eq!(path(en(), "findings.SX-A.5.3.1"), "determination about clause SX-A.5.3.1");
    assert_eq!(path(zh(), "evidence"), "业绩材料");
    assert_eq!(path(zh(), "evidence[2].own_characters"), "第3项业绩材料的本人撰写字数");
    assert_eq!(path(zh(), "evidence[2].accepted"), "第3项业绩材料：是否通过验收或论证");
    assert_eq!(path(en(), "evidence[0].kind"), "kind of entry no. 1 of the counted evidence");
}

#[test]
fn keys_of_counted_evidence_without_a_label_go_by_their_entry() {
    assert_eq!(path(zh(), "evidence[1].level"), "第2项业绩材料的级别");
    for generic in ["evidence[1]", "evidence[1].since", "evidence[1].roles[0]"] {
        assert_eq!(path(zh(), generic), "第2项业绩材料");
        assert_eq!(path(en(), generic), "entry no. 2 of the counted evidence");
    }
    for odd in ["evidence.kind", "evidence[", "evidence[1]kind", "evidence[1].", "skills[1].since"] {
        assert_eq!(path(zh(), odd), odd);
    }
}

#[test]
fn what_is_no_path_stays() {
    for odd in
        ["", "x", "skills[", "skills[0", "skills[x].date", "skills[0]date", "skills[0].", "reviews.", "[0]", "a.b"]
    {
        assert_eq!(path(zh(), odd), odd);
    }
    assert_eq!(path(zh(), "skills[4294967295]"), "第4294967296项技能证书");
    assert_eq!(path(zh(), "skills[4294967296]"), "skills[4294967296]");
}

#[test]
fn every_path_that_can_be_missing_has_a_label() {
    let paths = [
        FactPath::BirthDate,
        FactPath::Sex,
        FactPath::PostClass,
        FactPath::Status,
        FactPath::EmployerKind,
        FactPath::EmployerName,
        FactPath::UpperLevel,
        FactPath::Field,
        FactPath::Frontline,
        FactPath::SkilledPost,
        FactPath::AppointedAs,
        FactPath::Occupation,
        FactPath::Specialty,
        FactPath::Skills,
        FactPath::Skill(0, ""),
        FactPath::Titles,
        FactPath::Title(1, "tier"),
        FactPath::Work,
        FactPath::WorkItem(2, "to"),
        FactPath::Honours,
        FactPath::Honour(3, "rank"),
        FactPath::Education,
        FactPath::Diploma(5, "relevant_to"),
        FactPath::Evidence,
        FactPath::EvidenceItem(6, "own_characters"),
        FactPath::Sanctions,
        FactPath::Sanction(4, "date"),
        FactPath::Review(2024),
        FactPath::Hours(2025),
    ];
    for fact in paths {
        let fact = fact.to_string();
        // A label in English may read like the path; both languages share one table.
        assert!(path(zh(), &fact) != fact, "{fact}");
    }
}

/// Walks the dossier's schema, so that a key added there is missed here.
#[test]
fn every_key_of_a_dossier_has_a_label() {
    let schema = serde_json::to_value(schemars::schema_for!(Dossier)).unwrap();
    let mut paths = BTreeSet::new();
    walk(&schema, &schema, "", &mut paths);
    assert!(paths.len() > 60 && paths.contains("honours[0].until"), "{paths:?}");
    for fact in paths {
        assert!(path(zh(), &fact) != fact, "{fact}");
    }
}

fn walk(schema: &serde_json::Value, root: &serde_json::Value, at: &str, paths: &mut BTreeSet<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        return walk(&root["$defs"][name.trim_start_matches("#/$defs/")], root, at, paths);
    }
    for alternative in schema["anyOf"].as_array().into_iter().flatten() {
        walk(alternative, root, at, paths);
    }
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        let at = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
        walk(inner, root, &at, paths);
        paths.insert(at);
    }
    if schema["items"].is_object() {
        walk(&schema["items"], root, &format!("{at}[0]"), paths);
        paths.insert(format!("{at}[0]"));
    }
}
