//! `guantong policy` and `guantong catalogue` as a person runs them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{guantong, root};

fn copied(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("guantong-{name}-{}", std::process::id()));
    copy(&root().join("policies"), &folder);
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::copy(entry.path(), target).map(|_| ()).unwrap()
        }
    }
}

#[test]
fn the_embedded_packs_are_sound_and_complete() {
    for command in ["lint", "coverage"] {
        let answered = guantong(&["policy", command], "");
        assert_eq!(answered.status, 0, "{}{}", answered.out, answered.err);
    }
}

#[test]
fn every_fault_of_a_pack_is_named_with_file_and_line() {
    let folder = copied("faulty");
    let file = folder.join("shandong/policy.yaml");
    let text = fs::read_to_string(&file).unwrap();
    let text = text
        .replace("clause: SD-3.1.2.2, skill", "clause: SD-3.1.2.22, skill")
        .replace("years: 4, since", "yeers: 4, since");
    fs::write(&file, text).unwrap();
    let answered = guantong(&["policy", "lint", folder.to_str().unwrap()], "");
    assert_eq!(answered.status, 1);
    assert!(
        answered.out.contains("shandong/policy.yaml:") && answered.out.contains("did you mean SD-3.1.2.2?"),
        "{}",
        answered.out
    );
    assert!(answered.out.contains("unknown field `yeers`"), "{}", answered.out);
    let refused = guantong(&["check", "docs/examples/technician.yaml", "--policies", folder.to_str().unwrap()], "");
    assert_eq!((refused.status, refused.out.as_str()), (2, ""));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_route_that_nobody_can_go_is_a_fault() {
    let folder = copied("closed");
    let file = folder.join("chongqing/policy.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replace("post: skilled }", "post: skilled }\n    - { clause: CQ-2.2.a, status: { yes: [] } }"),
    )
    .unwrap();
    let answered = guantong(&["policy", "lint", folder.to_str().unwrap()], "");
    assert_eq!(answered.status, 1);
    assert!(answered.out.contains("nobody can go the route assistant-first"), "{}", answered.out);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn an_idle_route_is_told_with_a_person_whom_check_confirms() {
    let folder = copied("idle");
    let file = folder.join("chongqing/policy.yaml");
    let text = fs::read_to_string(&file).unwrap();
    let route = "    - id: idle
      name: { zh: 多余, en: idle }
      opens: [technician]
      with: [skill-scope]
      when:
        - { clause: CQ-3.2.1.a, title: { at_least: deputy-senior, series: engineering } }
        - { clause: CQ-3.2.1.a, work: { years: standard, matching: related-to-post } }
";
    fs::write(&file, text.replace("    - id: engineer-promotion", &format!("{route}    - id: engineer-promotion")))
        .unwrap();
    let answered = guantong(&["policy", "lint", folder.to_str().unwrap()], "");
    assert_eq!(answered.status, 1);
    assert!(answered.out.contains("the route idle to technician can never matter"), "{}", answered.out);
    let from = answered.out.find("# guantong check").unwrap();
    let until = from + answered.out[from..].find("null }\n").unwrap() + 7;
    let standards = folder.join("standards.yaml");
    fs::write(&standards, "\"*\": { technician: 1 }").unwrap();
    let arguments = ["check", "-", "-j", "chongqing", "--as-of", "2021-06-15", "--target", "skill:technician"];
    let options = ["--standards", standards.to_str().unwrap(), "--format", "json"];
    let confirmed = guantong(&[&arguments[..], &options[..]].concat(), &answered.out[from..until]);
    assert!(confirmed.out.contains("\"outcome\": \"eligible\""), "{}{}", confirmed.out, confirmed.err);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn packs_of_a_folder_replace_the_embedded_ones() {
    let folder = copied("one-place");
    fs::remove_dir_all(folder.join("shandong")).unwrap();
    let file = folder.join("chongqing/policy.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("years: 3, since: skill", "years: 9, since: skill")).unwrap();
    let arguments = [
        "check",
        "docs/examples/technician.yaml",
        "--as-of",
        "2026-11-21",
        "--target",
        "title:工程师",
        "--format",
        "json",
    ];
    let answered = guantong(&[&arguments[..], &["--policies", folder.to_str().unwrap()]].concat(), "");
    let all: serde_json::Value = serde_json::from_str(&answered.out).unwrap();
    let results = all["results"].as_array().unwrap();
    assert_eq!(results.len(), 6);
    let changed = results.iter().find(|one| one["jurisdiction"]["key"] == "chongqing").unwrap();
    assert_ne!(changed["decisions"][0]["outcome"], "eligible");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn clauses_and_rules_are_shown() {
    let clause = guantong(&["policy", "show", "山东", "SD-3.1.1.c"], "");
    assert!(clause.out.contains("SD-3.1.1.c"), "{}", clause.out);
    let wrong = guantong(&["policy", "show", "山东", "SD-3.1.1.z"], "");
    assert_eq!(wrong.status, 2);
    assert!(wrong.err.contains("did you mean"), "{}", wrong.err);
    let pack = guantong(&["policy", "show", "chongqing"], "");
    assert!(pack.out.contains("CQ-3.1.2") && pack.out.contains("title:intermediate 工程师"), "{}", pack.out);
}

#[test]
fn occupations_and_specialties_are_found() {
    let by_name = guantong(&["catalogue", "焊工", "-j", "shandong"], "");
    assert!(by_name.out.contains("冶金工程技术"), "{}", by_name.out);
    let by_specialty = guantong(&["catalogue", "黄金", "--direction", "title-to-skill"], "");
    assert!(by_specialty.out.contains("6-16-01"), "{}", by_specialty.out);
    assert_eq!(guantong(&["catalogue", "焊工", "-j", "nowhere"], "").status, 2);
    let nothing = guantong(&["catalogue", "不存在的职业"], "");
    assert!(nothing.status == 0 && nothing.out.contains("没有查到“不存在的职业”"), "{}", nothing.out);
    for (word, says) in [("", "the word is blank"), (&"焊".repeat(10_000), "10000 characters, more than 100")] {
        let refused = guantong(&["catalogue", word], "");
        assert!(refused.status == 2 && refused.err.contains(says), "{}", refused.err);
    }
}

#[test]
fn a_search_tells_bodies_points_and_other_names() {
    let by_initials = guantong(&["--lang", "zh", "catalogue", "dhg", "-j", "shaoxing"], "").out;
    for part in
        ["电焊工  6-18-02", "焊工  所属职业或通行名称；来源：", "由市人力社保局认定。（ZJSX-2.3）", "（ZJSX-1.3.1）"]
    {
        assert!(by_initials.contains(part), "{part} in {by_initials}");
    }
    let points =
        guantong(&["--lang", "en", "catalogue", "电工", "-j", "shaoxing", "--direction", "title-to-skill"], "").out;
    assert!(
        points.contains("senior technician (高级技师): not applied for here, only a possible place of the test"),
        "{points}"
    );
    assert!(!points.contains("Who reviews titles"), "{points}");
    let committee = guantong(&["catalogue", "钢筋工", "-j", "jiexi"], "").out;
    assert!(committee.contains("广东省交通工程技术高级专业技术资格评审委员会"), "{committee}");
    let near = guantong(&["catalogue", "电汗工"], "").out;
    assert!(near.contains("电焊工（读音相同）"), "{near}");
    let answered =
        guantong(&["catalogue", "厨师", "-j", "guangdong", "--direction", "skill-to-title", "--format", "json"], "");
    let found: serde_json::Value = serde_json::from_str(&answered.out).unwrap();
    assert_eq!(found["schema"], "guantong/catalogue/1");
    let way = &found["occupations"][0]["places"][0]["directions"][0];
    assert_eq!((&way["standing"], &way["follows"]), (&"unlisted".into(), &"referred".into()));
    assert_eq!(way["listed_as"][0]["kind"], "trade");
}

#[test]
fn an_operator_may_say_how_a_service_point_is_reached() {
    let folder = copied("reached");
    let list = folder.join("zhejiang/shaoxing/service-points.csv");
    let text = fs::read_to_string(&list).unwrap();
    let with = |line: (usize, &str)| match line {
        (0, head) => format!("{head},address,contact,phone\n"),
        (1, row) => format!("{row},某路1号,培训科,0575-00000000\n"),
        (_, row) => format!("{row},,,\n"),
    };
    fs::write(&list, text.lines().enumerate().map(with).collect::<String>()).unwrap();
    let place = folder.display().to_string();
    let answered = guantong(&["--policies", &place, "catalogue", "车工", "-j", "shaoxing"], "");
    assert!(answered.out.contains("某路1号；培训科；0575-00000000"), "{} {}", answered.out, answered.err);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn schemas_are_printed() {
    for of in ["pack", "dossier", "decision", "decisions", "cases", "catalogue"] {
        let answered = guantong(&["policy", "schema", "--of", of], "");
        let schema: serde_json::Value = serde_json::from_str(&answered.out).unwrap();
        assert!(schema.get("$schema").is_some(), "{of}");
    }
}
