//! A pack with any single field damaged is refused, with the file, the place and the remedy: every field of every pack
//! in turn. Tables and ledgers are damaged one column at a time in all rows, and each row has to be named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::Path;

use model::node::{Format, Node};
use policy::{Files, PackFault, Packs, Settings};
use serde_json::{Value, json};

fn files() -> Files {
    fn add(files: &mut Files, root: &Path, folder: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                add(files, root, &path);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                files.add(path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"), text);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    let mut files = Files::default();
    add(&mut files, &root, &root);
    files
}

/// The files of one pack, of the folders that it lies in, and the national ones.
fn files_of(all: &Files, folder: &str) -> Files {
    let mut own = Files::default();
    let dir = |path: &str| path.rsplit_once('/').map_or("", |(dir, _)| dir).to_owned();
    for path in all.paths() {
        let above = folder == dir(path) || folder.starts_with(&format!("{}/", dir(path)));
        if above || dir(path) == "national" {
            own.add(path, all.get(path).unwrap());
        }
    }
    own
}

fn faults(files: &Files) -> Vec<PackFault> {
    Packs::load(files, &Settings::default()).map_or_else(|faults| faults.0, |_| Vec::new())
}

/// Where any text makes sense, so that only a blank or a value of another kind can be refused.
fn is_free(path: &[String]) -> bool {
    let last = path.last().map_or("", String::as_str);
    let holds = |name: &str| path.iter().any(|step| step == name);
    matches!(last, "zh" | "en" | "title" | "number" | "issuer" | "superseded_by")
        || path == ["id"]
        || path == ["jurisdiction", "key"]
        || holds("aliases")
        || holds("employer_named")
        || holds("specialty_among")
        || (holds("counted") && holds("honour"))
}

/// Where a list or a text may be blank without harm.
fn may_be_blank(path: &[String]) -> bool {
    let holds = |name: &str| path.iter().any(|step| step == name);
    holds("aliases")
        || holds("employer_named")
        || holds("specialty_among")
        || (holds("counted") && holds("honour"))
        || path.last().is_some_and(|last| last == "number")
        || path.last().is_some_and(|last| last == "superseded_by")
}

fn at<'v>(value: &'v mut Value, path: &[String]) -> &'v mut Value {
    path.iter().fold(value, |value, step| match value {
        Value::Array(list) => &mut list[step.parse::<usize>().unwrap()],
        other => &mut other[step.as_str()],
    })
}

fn paths(value: &Value, path: &mut Vec<String>, out: &mut Vec<Vec<String>>) {
    out.push(path.clone());
    let kids: Vec<(String, &Value)> = match value {
        Value::Array(list) => list.iter().enumerate().map(|(i, kid)| (i.to_string(), kid)).collect(),
        Value::Object(map) => map.iter().map(|(key, kid)| (key.clone(), kid)).collect(),
        _ => Vec::new(),
    };
    for (step, kid) in kids {
        path.push(step);
        paths(kid, path, out);
        path.pop();
    }
}

/// The same files with ledgers and national tables cut down to what the rules refer to, for speed.
fn cut_down(own: &Files) -> Files {
    let mut cut = own.clone();
    for path in own.paths().filter(|path| path.ends_with("clauses.yaml")) {
        let mut ledger = Node::read_as(own.get(path).unwrap(), Format::Yaml).unwrap().to_json();
        for clause in ledger.as_array_mut().unwrap() {
            let clause = clause.as_object_mut().unwrap();
            clause.retain(|key, _| {
                matches!(
                    key.as_str(),
                    "id" | "where"
                        | "kind"
                        | "subject"
                        | "part"
                        | "zh"
                        | "en"
                        | "provenance"
                        | "provenance_zh"
                        | "confidence"
                )
            });
            clause.insert("zh".to_owned(), json!("文"));
            clause.insert("en".to_owned(), json!("text"));
            clause.insert("parameters".to_owned(), json!({}));
        }
        cut.add(path, ledger.to_string());
    }
    let occupations = "national/occupations.csv";
    let few: Vec<&str> = own.get(occupations).unwrap().lines().take(3).collect();
    cut.add(occupations, few.join("\n"));
    cut
}

/// Every way in which one value is damaged.
fn damages(value: &Value, path: &[String]) -> Vec<Value> {
    let mut all = match value {
        // A number of years may stand in place of `{ general: … }`.
        Value::Object(_) if path.last().is_some_and(|last| last == "years") => vec![json!("damaged")],
        Value::Object(_) | Value::Array(_) => vec![json!("damaged"), json!(7)],
        _ => vec![json!({ "damaged": true }), json!(["damaged"])],
    };
    match value {
        Value::String(_) if !is_free(path) => all.extend([json!("\u{fffd}damaged"), json!("")]),
        Value::String(_) if !may_be_blank(path) => all.push(json!("")),
        // Counted records may have many characters and low ranks.
        Value::Number(_) if path.iter().any(|step| step == "counted") => all.extend([json!(-1), json!("many")]),
        Value::Number(_) => all.extend([json!(-1), json!(70_000), json!("many")]),
        Value::Bool(_) => all.push(json!("maybe")),
        _ => {}
    }
    all
}

/// A mapping whose keys are names of the pack's own; renaming one that nothing refers to is no damage.
fn renamed(value: &Value, path: &[String]) -> Vec<Value> {
    let Value::Object(map) = value else { return Vec::new() };
    let mut all = Vec::new();
    for key in map.keys() {
        let mut damaged = map.clone();
        let kid = damaged.remove(key).unwrap();
        damaged.insert(format!("{key}-damaged"), kid);
        all.push(Value::Object(damaged));
    }
    // A choice that no condition names can be called as one likes.
    if path.last().is_some_and(|last| last == "choices") { Vec::new() } else { all }
}

/// Damages every field of a file; of fields that stand in the same place of several items of a list, one is enough where
/// `once` says so.
fn damage_rules(folder: &str, name: &str, once: bool) {
    let all = files();
    let own = cut_down(&files_of(&all, folder));
    let file = format!("{folder}/{name}");
    assert_eq!(faults(&own), Vec::new(), "{folder} is sound");
    let text = own.get(&file).unwrap();
    let whole = Node::read_as(text, Format::Yaml).unwrap().to_json();
    let mut all_paths = Vec::new();
    paths(&whole, &mut Vec::new(), &mut all_paths);
    let mut tried = 0;
    let mut shapes = std::collections::BTreeSet::new();
    let shape = |path: &[String]| -> Vec<String> {
        path.iter().filter(|step| step.parse::<usize>().is_err()).cloned().collect()
    };
    for path in all_paths.iter().filter(|path| !path.is_empty()) {
        if once && !shapes.insert((shape(path), path.last().is_some_and(|last| last.parse::<usize>().is_ok()))) {
            continue;
        }
        let mut original = whole.clone();
        let value = at(&mut original, path).clone();
        for damaged in damages(&value, path).into_iter().chain(renamed(&value, path)) {
            let mut document = whole.clone();
            *at(&mut document, path) = damaged.clone();
            let mut files = own.clone();
            files.add(file.as_str(), document.to_string());
            let found = faults(&files);
            let named = found.iter().any(|fault| fault.file.starts_with(folder) && !fault.remedy.is_empty());
            assert!(named, "{file}: {} as {damaged} is not refused: {found:?}", path.join("."));
            tried += 1;
        }
    }
    assert!(tried > 20, "{folder}: {tried}");
}

/// Damages one column of a table in all rows at once; every row has to be named.
fn damage_table(folder: &str, name: &str, free: &[&str], may_be_blank: &[&str]) {
    let all = files();
    let own = files_of(&all, folder);
    let file = format!("{folder}/{name}");
    let text = own.get(&file).unwrap_or_else(|| panic!("{file}"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let written = |damage: &dyn Fn(usize, usize, &str) -> String| {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&headers).unwrap();
        for (r, row) in rows.iter().enumerate() {
            writer.write_record(row.iter().enumerate().map(|(c, cell)| damage(r, c, cell))).unwrap();
        }
        String::from_utf8(writer.into_inner().unwrap()).unwrap()
    };
    let errata = headers.iter().position(|header| header == "errata").unwrap_or(0);
    for (column, header) in headers.iter().enumerate() {
        let mut ways = Vec::new();
        if !free.contains(&header) {
            ways.push("\u{fffd}damaged");
        }
        if !may_be_blank.contains(&header) {
            ways.push("");
        }
        for way in ways {
            let damaged = written(&|_, c, cell| if c == column { way.to_owned() } else { cell.to_owned() });
            let mut files = own.clone();
            files.add(file.as_str(), damaged);
            let found = faults(&files);
            for (row, line) in rows.iter().zip(0..) {
                // Where the printed code is a known misprint, any code may stand.
                if header == "gbm" && !row[errata].is_empty() && !way.is_empty() {
                    continue;
                }
                let line: u32 = line + 2;
                let named = found.iter().any(|fault| {
                    let whole_table = fault.file.ends_with("policy.yaml") && !fault.remedy.is_empty();
                    (fault.file == file && fault.line == Some(line) && !fault.remedy.is_empty()) || whole_table
                });
                assert!(named, "{file}:{line}: {header} as {way:?} is not refused: {:?}", found.first());
            }
        }
        // The remark in Chinese may be missing, and columns that nothing reads may be called as one likes.
        if matches!(header, "errata_zh" | "series_seq" | "open_ended") {
            continue;
        }
        let mut without = headers.clone();
        without = without.iter().enumerate().map(|(c, name)| if c == column { "damaged" } else { name }).collect();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&without).unwrap();
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        let mut files = own.clone();
        files.add(file.as_str(), String::from_utf8(writer.into_inner().unwrap()).unwrap());
        assert!(!faults(&files).is_empty(), "{file}: the column {header} may be missing");
    }
}

/// Damages one key of every clause of a ledger at once; every clause has to be named.
fn damage_ledger(folder: &str) {
    let all = files();
    let own = files_of(&all, folder);
    let file = format!("{folder}/clauses.yaml");
    let whole = Node::read_as(own.get(&file).unwrap(), Format::Yaml).unwrap().to_json();
    let clauses = whole.as_array().unwrap();
    for key in [
        "id", "where", "kind", "subject", "part", "zh", "en", "parameters", "software", "ambiguity", "provenance",
        "confidence",
    ] {
        for damage in [json!(["damaged"]), json!(""), json!({ "damaged": { "damaged": [] } })] {
            if key == "parameters" && damage.is_object() {
                continue;
            }
            let mut damaged = clauses.clone();
            let mut touched = Vec::new();
            for (i, clause) in damaged.iter_mut().enumerate() {
                if let Some(value) = clause.get_mut(key) {
                    *value = damage.clone();
                    touched.push(i);
                }
            }
            let mut files = own.clone();
            files.add(file.as_str(), Value::Array(damaged).to_string());
            let found = faults(&files);
            for i in touched {
                let place = format!("[{i}]");
                let named = found.iter().any(|fault| fault.file == file && fault.path.starts_with(&place));
                assert!(named, "{file}: {place}.{key} as {damage} is not refused");
            }
        }
        let mut damaged = clauses.clone();
        for clause in &mut damaged {
            let map = clause.as_object_mut().unwrap();
            if let Some(value) = map.remove(key) {
                map.insert(format!("{key}-damaged"), value);
            }
        }
        let mut files = own.clone();
        files.add(file.as_str(), Value::Array(damaged).to_string());
        let touched = clauses.iter().any(|clause| clause.get(key).is_some());
        assert!(!touched || !faults(&files).is_empty(), "{file}: the key {key} may be called otherwise");
    }
}

#[test]
fn procedures() {
    // What a number, a name or a flag of a procedure means is checked in `procedures.rs`; here every sort of field is damaged.
    for folder in ["shandong", "zhejiang/shaoxing"] {
        damage_rules(folder, "procedure.yaml", true);
    }
}

#[test]
fn score_sheets() {
    damage_rules("shanxi", "sheet-skilled-workers.yaml", true);
    damage_rules("zhejiang/shaoxing", "sheet-recommendation.yaml", true);
}

macro_rules! packs {
    ($($name:ident $folder:literal),+) => {
        $(mod $name {
            #[test]
            fn rules() {
                super::damage_rules($folder, "policy.yaml", false);
            }

            #[test]
            fn ledger() {
                super::damage_ledger($folder);
            }
        })+

        #[test]
        fn every_pack_is_damaged() {
            let all = files();
            let mut known = vec![$($folder),+];
            known.sort_unstable();
            let mut packs: Vec<&str> = all.packs().collect();
            packs.sort_unstable();
            assert_eq!(packs, known);
        }
    };
}

packs!(
    shandong "shandong", shanxi "shanxi", guangdong "guangdong", jieyang "guangdong/jieyang",
    jiexi "guangdong/jieyang/jiexi", shaoxing "zhejiang/shaoxing", chongqing "chongqing",
    ordinary "national/ordinary"
);

const HONOURS_FREE: [&str; 4] = ["name", "aliases", "award", "note"];
const HONOURS_BLANK: [&str; 5] = ["aliases", "rank_at_most", "award", "holder_must_be_skilled_worker", "note"];

#[test]
fn honours() {
    for folder in ["shandong", "shanxi", "guangdong", "zhejiang/shaoxing", "chongqing"] {
        damage_table(folder, "honours.csv", &HONOURS_FREE, &HONOURS_BLANK);
    }
}

#[test]
fn catalogues() {
    let free = ["occupation", "major", "errata", "errata_zh"];
    damage_table("shandong", "catalogue.csv", &free, &["errata", "errata_zh"]);
    let free = ["series_seq", "specialty", "occupation", "committee", "open_ended", "errata", "errata_zh"];
    damage_table(
        "guangdong",
        "catalogue.csv",
        &free,
        &["series_seq", "committee", "open_ended", "errata", "errata_zh"],
    );
    for name in ["skill-to-title.csv", "title-to-skill.csv"] {
        let free = ["engineering_series", "specialty", "occupation", "errata", "errata_zh"];
        damage_table("zhejiang/shaoxing", name, &free, &["specialty", "errata", "errata_zh"]);
    }
    let free = ["institution", "occupation", "errata", "errata_zh"];
    damage_table("zhejiang/shaoxing", "service-points.csv", &free, &["errata", "errata_zh"]);
}

#[test]
fn national_tables() {
    let free = ["name", "group_name", "current_name", "synonyms_note", "basis"];
    let blank = ["code", "group", "group_name", "current_name", "synonyms_note", "basis"];
    damage_table("national", "occupations.csv", &free, &blank);
    damage_ledger("national");
}
