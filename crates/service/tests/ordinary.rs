//! Ordinary promotion: a pack apart from the places, with the provenance of each clause and the operator's choice of a table.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use model::{Day, Dossier, Outcome, Standards, Target};
use policy::format::Road;
use policy::{Files, Settings};
use service::{Ask, Guantong, embedded_files};
use wording::Lang;

const WELDER: &str = r#"{"schema": "guantong/dossier/1",
    "employment": {"status": "in-service", "occupation": "焊工"},
    "skills": [{"level": "senior-worker", "occupation": "焊工", "date": "2022-03-01"}],
    "work": [{"occupation": "焊工", "from": "2015-01-01", "to": null}],
    "education": [], "titles": [], "sanctions": []}"#;

fn product(settings: &Settings) -> Guantong {
    Guantong::load(embedded_files(), Standards::default(), settings.clone()).unwrap()
}

fn asked(guantong: &Guantong, target: &str) -> (Outcome, Option<Day>) {
    let dossier = Dossier::read(WELDER).unwrap();
    let targets = [Target::parse(target).unwrap()];
    let ask = Ask {
        dossier: &dossier,
        jurisdiction: Some("全国"),
        as_of: Day::parse("2025-06-01").unwrap(),
        targets: &targets,
        standards: None,
        remedies: false,
        lang: Lang::Zh,
    };
    let answers = guantong.check(&ask).unwrap();
    let decision = &answers.documents()[0].decisions[0];
    (decision.outcome, decision.earliest)
}

#[test]
fn it_is_none_of_the_places() {
    let guantong = product(&Settings::default());
    let packs = guantong.packs();
    assert!(packs.policies.iter().all(|policy| policy.road == Road::Bridge));
    let ordinary: Vec<&str> = packs.ordinary.iter().map(|policy| policy.id.as_str()).collect();
    assert_eq!(ordinary, ["national-ordinary"]);
    let dossier = Dossier::read(WELDER).unwrap();
    let as_of = Day::parse("2025-06-01").unwrap();
    let ask = Ask {
        dossier: &dossier,
        jurisdiction: None,
        as_of,
        targets: &[],
        standards: None,
        remedies: false,
        lang: Lang::En,
    };
    let places: Vec<String> =
        guantong.check(&ask).unwrap().documents().iter().map(|one| one.jurisdiction.key.clone()).collect();
    assert_eq!(places.len(), packs.policies.len());
    assert!(!places.contains(&"national".to_owned()));
    let marked: Vec<_> = guantong.overview().into_iter().filter(|one| one.road == Road::Ordinary).collect();
    assert_eq!(marked.len(), 1);
    assert_eq!(marked[0].key, "national");
    assert!(!guantong.places().contains("national"));
}

#[test]
fn each_clause_says_in_both_languages_where_it_comes_from() {
    let guantong = product(&Settings::default());
    let policy = &guantong.packs().ordinary[0];
    let own = &policy.clauses[..policy.own_clauses];
    for clause in own {
        assert_ne!(clause.comes_from("zh"), clause.comes_from("en"), "{}", clause.id);
        assert!(clause.confidence.is_some(), "{}", clause.id);
    }
    let unsure: Vec<&str> = own.iter().filter(|clause| clause.is_unsure()).map(|clause| clause.id.as_str()).collect();
    assert!(unsure.contains(&"ORD-T.10.a") && !unsure.contains(&"ORD-S.7"), "{unsure:?}");
}

#[test]
fn a_clause_without_provenance_is_refused() {
    let file = "national/ordinary/clauses.yaml";
    let all = embedded_files();
    let mut files = Files::default();
    for path in all.paths() {
        files.add(path, all.get(path).unwrap());
    }
    files.add(file, all.get(file).unwrap().replacen("  confidence: high\n", "", 1));
    let faults = Guantong::load(files, Standards::default(), Settings::default()).unwrap_err();
    let named = |fault: &policy::PackFault| fault.file == file && fault.path == "[0].confidence";
    assert!(faults.0.iter().any(named), "{faults}");
}

#[test]
fn the_operator_chooses_the_table() {
    let day = |text| Some(Day::parse(text).unwrap());
    let guantong = product(&Settings::default());
    assert_eq!(asked(&guantong, "skill:technician"), (Outcome::NotYet, day("2027-03-01")));
    let text = "schema: guantong/settings/1\nreadings: { ORD-S.2: \"2018\" }\n";
    let guantong = product(&Settings::read("settings.yaml", text).unwrap());
    assert_eq!(asked(&guantong, "skill:technician"), (Outcome::NotYet, day("2026-03-01")));
    let routes = guantong.packs().ordinary[0].governed.iter().flat_map(|governed| &governed.routes);
    let (old, other): (Vec<_>, Vec<_>) =
        routes.map(|route| route.id.as_str()).partition(|route| route.ends_with("-2018"));
    assert_eq!(old.len(), 10);
    assert!(!other.contains(&"technician-by-certificate") && other.contains(&"senior-5-years"), "{other:?}");
}
