//! Two policies compared: a changed copy shows exactly what was changed, and places are compared in both directions.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::Path;
use std::sync::OnceLock;

use policy::comparison::{About, Comparison, Point, Role, Says, Standing, Topic, compare};
use policy::rule::Level;
use policy::{Files, Packs, Policy, Settings};

fn add(files: &mut Files, root: &Path, folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            add(files, root, &path);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.add(name, std::fs::read_to_string(&path).unwrap());
        }
    }
}

fn files() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
        let mut files = Files::default();
        add(&mut files, &root, &root);
        files
    })
}

fn packs() -> &'static Packs {
    static PACKS: OnceLock<Packs> = OnceLock::new();
    PACKS.get_or_init(|| Packs::load(files(), &Settings::default()).unwrap())
}

fn place(key: &str) -> &'static Policy {
    packs().named(key).unwrap()
}

/// A place's pack after changes of its files: file, what stands there, what is to stand there.
fn changed(key: &str, changes: &[(&str, &str, &str)]) -> Policy {
    let mut files = files().clone();
    for (file, from, to) in changes {
        let path = format!("{}/{file}", place(key).folder);
        let text = files.get(&path).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from:?} stands once in {path}");
        let text = text.replace(from, to);
        files.add(path, text);
    }
    match Packs::load(&files, &Settings::default()) {
        Ok(packs) => packs.named(key).unwrap().clone(),
        Err(faults) => panic!("{faults}"),
    }
}

fn differing<'c, 'p>(comparison: &'c Comparison<'p>) -> Vec<(Topic, &'c Point<'p>)> {
    let all = comparison.topics.iter().flat_map(|(topic, points)| points.iter().map(|point| (*topic, point)));
    all.filter(|(_, point)| point.standing != Standing::Same).collect()
}

#[test]
fn a_policy_does_not_differ_from_itself() {
    for policy in &packs().policies {
        let comparison = compare(policy, policy);
        assert!(comparison.one_document, "{}", policy.id);
        assert!(differing(&comparison).is_empty(), "{}: {:?}", policy.id, differing(&comparison));
        assert!(comparison.count(Standing::Same) > 20, "{}", policy.id);
    }
}

#[test]
fn a_changed_copy_shows_the_number_the_honour_and_the_date_and_nothing_else() {
    let copy = changed(
        "shandong",
        &[
            ("policy.yaml", "SD-3.1.2.2, work: { years: 3, since: skill", "SD-3.1.2.2, work: { years: 4, since: skill"),
            ("policy.yaml", "in_force: { from: 2021-01-01,", "in_force: { from: 2021-01-01, until: 2027-12-31,"),
            ("honours.csv", "省级一类技能竞赛,,5,", "省级一类技能竞赛,,6,"),
        ],
    );
    let comparison = compare(place("shandong"), &copy);
    let found = differing(&comparison);
    let abouts: Vec<(Topic, &About<'_>)> = found.iter().map(|(topic, point)| (*topic, &point.about)).collect();
    assert_eq!(
        abouts,
        [
            (Topic::InForce, &About::Until),
            (Topic::TitleConditions, &About::Condition(Role::Work)),
            (Topic::Honours, &About::Honour("省级一类技能竞赛")),
        ]
    );
    for (_, point) in &found {
        assert_eq!(point.standing, Standing::Differs);
        assert_eq!((point.a.len(), point.b.len()), (1, 1));
        assert_eq!(point.a[0].clauses, point.b[0].clauses);
    }
    assert_eq!(found[0].1.a[0].says, Says::Nothing);
    assert_eq!(found[1].1.a[0].clauses, ["SD-3.1.2.2"]);
    let scope: Vec<Level> = found[1].1.scope.iter().map(|place| place.level).collect();
    assert_eq!(scope, [Level::Title(model::TitleTier::Intermediate)]);
    assert_eq!(found[2].1.a[0].clauses, ["SD-3.1.3.1"]);
}

#[test]
fn each_sort_of_change_is_one_point() {
    let cases: &[(&str, &str, &str, &str, Topic, Standing)] = &[
        (
            "shandong",
            "policy.yaml",
            "bar: { years: 5 } }\n  # The certificate",
            "bar: { years: 3 } }\n  # The certificate",
            Topic::TitleConditions,
            Standing::Differs,
        ),
        (
            "shandong",
            "honours.csv",
            "齐鲁工匠,,,,intermediate,SD-3.1.3.2,open,,\n",
            "",
            Topic::Honours,
            Standing::OnlyA,
        ),
        (
            "shandong",
            "clauses.yaml",
            "从2021年1月1日起执行。",
            "自2021年1月1日起执行。",
            Topic::Clauses,
            Standing::Differs,
        ),
        (
            "guangdong",
            "policy.yaml",
            "fraud_within_years: 3",
            "fraud_within_years: 4",
            Topic::Warnings,
            Standing::Differs,
        ),
        (
            "guangdong",
            "policy.yaml",
            "default: title-date",
            "default: career-start",
            Topic::Settings,
            Standing::Differs,
        ),
        (
            "shanxi",
            "policy.yaml",
            "    until: 2019-12-31\n",
            "    until: 2019-11-30\n",
            Topic::Pilots,
            Standing::Differs,
        ),
        (
            "shanxi",
            "policy.yaml",
            "senior-class: junior-college",
            "senior-class: secondary-vocational",
            Topic::Waivers,
            Standing::Differs,
        ),
        (
            "chongqing",
            "policy.yaml",
            "clause: CQ-3.1.2, work",
            "clause: CQ-3.1.3, work",
            Topic::TitleConditions,
            Standing::Differs,
        ),
        (
            "chongqing",
            "policy.yaml",
            "related: { by: same,",
            "related: { by: row,",
            Topic::Occupations,
            Standing::Differs,
        ),
        ("chongqing", "policy.yaml", "zh: 人力社保部门", "zh: 市人力社保局", Topic::Bodies, Standing::Differs),
    ];
    for (key, file, from, to, topic, standing) in cases {
        let copy = changed(key, &[(file, from, to)]);
        let comparison = compare(place(key), &copy);
        let found = differing(&comparison);
        // A reading that is chosen may change conditions, too; the setting itself is one point.
        let own: Vec<_> = found.iter().filter(|(own, _)| own == topic).collect();
        assert_eq!(own.len(), 1, "{key} {to:?}: {found:?}");
        assert_eq!(own[0].1.standing, *standing, "{key} {to:?}");
        if *topic != Topic::Settings {
            assert_eq!(found.len(), 1, "{key} {to:?}: {found:?}");
        }
    }
}

#[test]
fn places_are_compared_alike_in_both_directions() {
    for a in &packs().policies {
        for b in &packs().policies {
            let (there, back) = (compare(a, b), compare(b, a));
            assert_eq!(there.count(Standing::OnlyA), back.count(Standing::OnlyB), "{} {}", a.id, b.id);
            assert_eq!(there.one_document, back.one_document);
            for (_, point) in there.topics.iter().flat_map(|(_, points)| points.iter().map(|point| ((), point))) {
                for (side, policy) in [(&point.a, a), (&point.b, b)] {
                    for clause in side.iter().flat_map(|provision| &provision.clauses) {
                        assert!(policy.clause_named(clause).is_some(), "{}: {clause}", policy.id);
                    }
                }
            }
        }
    }
}

#[test]
fn a_pack_that_passes_another_on_differs_only_in_its_document_and_its_own_clauses() {
    let comparison = compare(place("guangdong"), place("jieyang"));
    assert!(comparison.one_document);
    let topics: Vec<Topic> = differing(&comparison).iter().map(|(topic, _)| *topic).collect();
    assert!(topics.iter().all(|topic| matches!(topic, Topic::InForce | Topic::Clauses)), "{topics:?}");
    let different = compare(place("shandong"), place("chongqing"));
    assert!(!different.one_document);
    assert!(different.count(Standing::Differs) > 5 && different.count(Standing::Same) > 5);
}
