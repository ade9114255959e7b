//! `guantong policy diff` as a person runs it: places, packs in folders, a changed copy, and what cannot be compared.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{guantong, root};

/// A copy of a pack's folder, taken away in the end.
struct PackCopy(PathBuf);

impl PackCopy {
    fn of(pack: &str, name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("guantong-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for entry in fs::read_dir(root().join("policies").join(pack)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
            }
        }
        Self(folder)
    }

    fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from}");
        fs::write(path, text.replace(from, to)).unwrap();
    }

    fn path(&self) -> &str {
        Path::to_str(&self.0).unwrap()
    }
}

impl Drop for PackCopy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn json(arguments: &[&str]) -> serde_json::Value {
    let answered = guantong(&[arguments, &["--format", "json"]].concat(), "");
    assert_eq!(answered.status, 0, "{}", answered.err);
    serde_json::from_str(&answered.out).unwrap()
}

/// The points that are not the same: what they are about, and what each says.
fn differing(comparison: &serde_json::Value) -> Vec<(String, String, String)> {
    let rows = comparison["topics"].as_array().unwrap().iter().flat_map(|topic| topic["rows"].as_array().unwrap());
    let says = |row: &serde_json::Value, side: &str| row[side][0]["says"].as_str().unwrap_or_default().to_owned();
    rows.filter(|row| row["standing"] != "same")
        .map(|row| (row["about"].as_str().unwrap().to_owned(), says(row, "a"), says(row, "b")))
        .collect()
}

#[test]
fn a_changed_copy_shows_exactly_what_was_changed() {
    let copy = PackCopy::of("shandong", "changed");
    copy.change("policy.yaml", "SD-3.1.2.2, work: { years: 3,", "SD-3.1.2.2, work: { years: 4,");
    copy.change("policy.yaml", "from: 2021-01-01, clauses", "from: 2021-01-01, until: 2027-12-31, clauses");
    copy.change("honours.csv", "省级二类技能竞赛,,3,", "省级二类技能竞赛,,2,");
    let comparison = json(&["policy", "diff", "shandong", copy.path()]);
    assert_eq!(comparison["schema"], "guantong/comparison/1");
    assert_eq!(comparison["counts"]["differs"], 3);
    let found = differing(&comparison);
    let abouts: Vec<&str> = found.iter().map(|(about, ..)| about.as_str()).collect();
    assert_eq!(abouts, ["until", "work", "honour"]);
    assert_eq!((found[0].1.as_str(), found[0].2.as_str()), ("未规定", "2027-12-31"));
    assert!(found[1].1.contains("满3年") && found[1].2.contains("满4年"), "{found:?}");
    assert!(found[2].1.ends_with("限前3名") && found[2].2.ends_with("限前2名"), "{found:?}");
    let text = guantong(&["policy", "diff", "shandong", copy.path()], "").out;
    assert_eq!(text.matches('≠').count(), 3, "{text}");
    assert!(!text.contains("生产一线"), "what is the same is not shown: {text}");
    let english = guantong(&["--lang", "en", "policy", "diff", copy.path(), "shandong"], "").out;
    for part in ["In force until", "2027-12-31", "None stated", "4 years", "rank 2 or better"] {
        assert!(english.contains(part), "{part} is missing in:\n{english}");
    }
}

#[test]
fn a_copy_of_a_pack_that_passes_on_another_is_loaded_with_it() {
    let copy = PackCopy::of("guangdong/jieyang", "passed-on");
    let same = json(&["policy", "diff", "jieyang", copy.path()]);
    assert_eq!(differing(&same), []);
    copy.change("policy.yaml", "parent: guangdong-2022", "parent: guangdong-2023");
    let refused = guantong(&["policy", "diff", "jieyang", copy.path()], "");
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("policy.yaml:5: parent: there is no pack guangdong-2023"), "{}", refused.err);
}

#[test]
fn places_go_by_key_code_name_or_pack() {
    for (a, b) in [("山东", "500000"), ("shandong-2020", "chongqing"), ("shandong", "policies/chongqing")] {
        let comparison = json(&["policy", "diff", a, b]);
        assert_eq!((&comparison["a"]["key"], &comparison["b"]["key"]), (&"shandong".into(), &"chongqing".into()));
        assert_eq!(comparison["one_document"], false);
    }
    let all = guantong(&["policy", "diff", "shandong", "chongqing", "--all"], "").out;
    assert!(all.contains("= 生产一线岗位") && all.contains("SD-2.a") && all.contains("CQ-2.1"), "{all}");
    let own = guantong(&["policy", "diff", "shanxi", "shanxi"], "").out;
    assert!(own.contains("没有不同"), "{own}");
}

#[test]
fn what_cannot_be_compared_is_refused() {
    for (a, b, expected) in [
        ("shandong", "atlantis", "no policy is loaded for \"atlantis\""),
        ("shandong", "policies", "there is no policy.yaml in it; name the folder of one pack"),
    ] {
        let refused = guantong(&["policy", "diff", a, b], "");
        assert_eq!(refused.status, 2);
        assert!(refused.out.is_empty());
        assert!(refused.err.contains(expected), "{}", refused.err);
    }
}
