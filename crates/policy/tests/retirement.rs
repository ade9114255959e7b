//! Retirement ages of the national table: known pairs of birth and month, and a table that contradicts itself.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::path::Path;

use model::paths::FactPath;
use model::{Day, Dossier, PostClass, RetirementGroup, Sex};
use policy::retirement::{Retirement, RetirementAges};
use policy::{Files, PackFaults, Packs, Settings};

fn files() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    let mut files = Files::default();
    for folder in ["national", "chongqing"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if let Ok(text) = std::fs::read_to_string(&path) {
                files.add(path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"), text);
            }
        }
    }
    files
}

fn ages() -> RetirementAges {
    Packs::load(&files(), &Settings::default()).unwrap().national.retirement.unwrap()
}

fn person(birth: Option<&str>, sex: Option<Sex>, class: Option<PostClass>) -> Dossier {
    let mut dossier = Dossier::default();
    dossier.person.birth_date = birth.map(|text| Day::parse(text).unwrap());
    dossier.person.sex = sex;
    dossier.employment.post_class = class;
    dossier
}

/// Age in years and months, statutory month, earliest, latest.
fn case(sex: Sex, class: Option<PostClass>, birth: &str) -> (u16, u16, String, String, String) {
    let retirement = ages().of(&person(Some(birth), Some(sex), class)).unwrap();
    assert_eq!((retirement.cases.len(), retirement.open), (1, None));
    let case = &retirement.cases[0];
    let months = |month: model::retirement::Month| month.to_string();
    (case.age_months / 12, case.age_months % 12, months(case.month), months(case.earliest), months(case.latest))
}

#[test]
fn known_months() {
    use PostClass::{Cadre, Worker};
    use Sex::{Female, Male};
    // Columns: sex, class of post, birth; years, months, statutory month, earliest, latest.
    let known = [
        (Male, None, "1964-12", 60, 0, "2024-12", "2024-12", "2024-12"),
        (Male, None, "1965-01", 60, 1, "2025-02", "2025-01", "2028-02"),
        (Male, None, "1965-05", 60, 2, "2025-07", "2025-05", "2028-07"),
        (Male, None, "1970-06", 61, 5, "2031-11", "2030-06", "2034-11"),
        (Male, None, "1976-08", 62, 11, "2039-07", "2036-08", "2042-07"),
        (Male, None, "1976-09", 63, 0, "2039-09", "2036-09", "2042-09"),
        (Male, None, "1990-01", 63, 0, "2053-01", "2050-01", "2056-01"),
        (Female, Some(Cadre), "1969-12", 55, 0, "2024-12", "2024-12", "2024-12"),
        (Female, Some(Cadre), "1981-09", 58, 0, "2039-09", "2036-09", "2042-09"),
        (Female, Some(Worker), "1975-03", 50, 2, "2025-05", "2025-03", "2028-05"),
        (Female, Some(Worker), "1984-10", 54, 11, "2039-09", "2036-09", "2042-09"),
        (Female, Some(Worker), "1984-11", 55, 0, "2039-11", "2036-11", "2042-11"),
    ];
    for (sex, class, birth, years, months, statutory, earliest, latest) in known {
        let expected = (years, months, statutory.to_owned(), earliest.to_owned(), latest.to_owned());
        assert_eq!(case(sex, class, birth), expected, "{sex} {class:?} {birth}");
    }
}

#[test]
fn the_day_of_the_month_does_not_matter_and_neither_does_the_post_of_a_man() {
    assert_eq!(case(Sex::Male, None, "1970-06-01"), case(Sex::Male, Some(PostClass::Worker), "1970-06-30"));
}

#[test]
fn a_woman_whose_post_is_not_stated_has_both() {
    let Retirement { cases, open } = ages().of(&person(Some("1980-01-01"), Some(Sex::Female), None)).unwrap();
    assert_eq!(open, Some(FactPath::PostClass));
    let shown: Vec<_> = cases.iter().map(|case| (case.group, case.month.to_string())).collect();
    let expected = [(RetirementGroup::WomenWorkers, "2032-08"), (RetirementGroup::WomenCadres, "2037-08")];
    assert_eq!(shown, expected.map(|(group, month)| (group, month.to_owned())));
}

#[test]
fn what_is_missing_is_named() {
    use FactPath::{BirthDate, Sex as SexFact};
    assert_eq!(ages().of(&person(None, None, None)), Err(vec![BirthDate, SexFact]));
    assert_eq!(ages().of(&person(None, Some(Sex::Male), None)), Err(vec![BirthDate]));
    assert_eq!(ages().of(&person(Some("1980-01-01"), None, Some(PostClass::Worker))), Err(vec![SexFact]));
}

#[test]
fn the_clauses_are_named() {
    let ages = ages();
    let of = |group| ages.clauses_of(group).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(of(RetirementGroup::Men), ["national.retirement.men", "national.retirement.flexible"]);
    let women = ["national.retirement.women-workers", "national.retirement.groups", "national.retirement.flexible"];
    assert_eq!(of(RetirementGroup::WomenWorkers), women);
}

#[test]
fn a_table_that_contradicts_itself_is_refused_with_its_place() {
    let file = "national/retirement.yaml";
    let text = files().get(file).unwrap().to_owned();
    let damages = [
        ("guantong/retirement/1", "guantong/retirement/2", "schema"),
        ("base_age: 60", "base_age: 61", "groups[0].born_from"),
        ("base_age: 60", "base_age: 30", "groups[0].base_age"),
        ("born_from: \"1965-01\"", "born_from: \"1965-02\"", "groups[0].born_from"),
        ("born_from: \"1965-01\"", "born_from: \"1965-13\"", "groups[0].born_from"),
        ("step_months: 2", "step_months: 0", "groups[2].step_months"),
        ("most_months: 60", "most_months: 600", "groups[2].most_months"),
        ("most_months: 60", "most_years: 5", "groups[2].most_years"),
        ("group: women-workers", "group: women-cadres", "groups[2]"),
        ("group: women-workers", "group: women", "groups[2].group"),
        ("clause: national.retirement.men", "clause: national.retirement.man", "groups[0].clause"),
        ("groups_clause: national.retirement.groups", "groups_clause: x", "groups_clause"),
        ("clause: national.retirement.flexible", "clause: x", "flexible.clause"),
        ("earlier_months: 36", "earlier_months: 360", "flexible.earlier_months"),
        ("earlier_months: 36, ", "", "flexible"),
        ("in_force_from: \"2025-01\"", "in_force_from: \"2025\"", "in_force_from"),
        ("in_force_from: \"2025-01\"", "in_force: \"2025-01\"", "in_force"),
    ];
    for (good, bad, path) in damages {
        assert!(text.contains(good), "{good}");
        let mut files = files();
        files.add(file, text.replacen(good, bad, 1));
        let PackFaults(faults) = Packs::load(&files, &Settings::default()).unwrap_err();
        let named = faults.iter().any(|fault| fault.file == file && fault.path == path && fault.line.is_some());
        assert!(named, "{good} → {bad}: {faults:?}");
    }
}
