//! Procedures and score sheets with a fault are refused, each with the place and what would do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::Path;

use policy::{Files, PackFault, Packs, Settings};

/// The files of Shandong's pack, or of another one, with the national ones.
fn files(folder: &str) -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    let mut files = Files::default();
    for name in ["national", folder] {
        for entry in std::fs::read_dir(root.join(name)).unwrap() {
            let path = entry.unwrap().path();
            if let Ok(text) = std::fs::read_to_string(&path) {
                files.add(format!("{name}/{}", path.file_name().unwrap().to_str().unwrap()), text);
            }
        }
    }
    files
}

/// The faults after one text of a file is replaced by another; the text has to be there.
fn faults(folder: &str, name: &str, old: &str, new: &str) -> Vec<PackFault> {
    let mut files = files(folder);
    let file = format!("{folder}/{name}");
    let text = files.get(&file).unwrap();
    assert!(text.contains(old), "{file} has no {old:?}");
    let text = text.replacen(old, new, 1);
    files.add(file, text);
    Packs::load(&files, &Settings::default()).map_or_else(|faults| faults.0, |_| Vec::new())
}

fn refused(folder: &str, name: &str, old: &str, new: &str, place: &str, problem: &str) {
    let found = faults(folder, name, old, new);
    let told = found.iter().any(|fault| {
        fault.file == format!("{folder}/{name}")
            && fault.path == place
            && fault.problem.contains(problem)
            && !fault.remedy.is_empty()
    });
    assert!(told, "{name}: {old:?} as {new:?} should be told at {place} with {problem:?}: {found:#?}");
}

#[test]
fn the_packs_are_sound() {
    for folder in ["shandong", "shanxi", "guangdong", "zhejiang/shaoxing", "chongqing"] {
        let found = Packs::load(&files(folder), &Settings::default());
        assert!(found.is_ok(), "{folder}: {found:#?}");
    }
}

#[test]
fn ways_and_steps_are_checked() {
    let table = [
        ("schema: guantong/procedure/1", "schema: guantong/procedure/9", "schema", "not known here"),
        ("round: SD-3.2.1.a", "round: SD-3.2.1.x", "ways.title-review.filing", "no ledger has the clause SD-3.2.1.x"),
        ("promise: SD-3.2.1.b", "promise: SD-0.z", "ways.title-review.filing", "no ledger has the clause SD-0.z"),
        ("id: title-review", "id: title-by-examination", "ways.title-by-examination", "stands twice"),
        ("id: title-review", "id: Title Review", "ways.Title Review", "is no name"),
        ("id: notice-before", "id: employer-check", "ways.title-review.employer-check", "stands twice"),
        ("working_days: 5", "working_days: 0", "ways.title-review.notice-before", "at least one working day"),
        ("by: [county-bureau]", "by: []", "ways.title-review.county-bureau", "who acts"),
        ("clauses: [SD-3.2]", "clauses: []", "ways.title-review.clauses", "no clause is cited"),
        (
            "{ id: truthful, clause: SD-3.2.2.a",
            "{ id: lawful, clause: SD-3.2.2.a",
            "ways.title-review.employer-check",
            "\"lawful\" stands twice",
        ),
        (
            "sheet: sheet-skilled-workers.yaml",
            "sheet: sheet-other.yaml",
            "ways.title-review.review",
            "no score sheet sheet-other.yaml",
        ),
        ("id: theory-exam", "id: theory", "ways.skill-qualification.examination", "policy.yaml waives no theory"),
        ("fee: theory-fee", "fee: practical-fee", "ways.skill-qualification.examination", "waives no practical-fee"),
        (
            "judges: { clauses: [SD-2.d] }",
            "judges: { clauses: [SD-2.z] }",
            "ways.title-review.committee-office",
            "no ledger has the clause SD-2.z",
        ),
        ("  - clause: SD-6.c", "  - clause: SD-6.z", "carried", "no ledger has the clause SD-6.z"),
    ];
    for (old, new, place, problem) in table {
        refused("shandong", "procedure.yaml", old, new, place, problem);
    }
}

#[test]
fn nobody_is_left_without_a_way_and_none_ends_in_the_air() {
    let file = "procedure.yaml";
    // Only who has an access-type qualification would still find a way.
    let last = "  - id: skill-assessor\n    name: { zh: 社会培训评价组织职业技能等级认定, en: Recognition of the skill level by a social organisation }\n    track: skill\n";
    let when = format!("{last}    when: {{ non_public: true }}\n");
    refused("shandong", file, last, &when, "ways", "skill:senior-worker (apply-for-assessment) may find no way");
    let shaoxing = "when: { titles: [assistant], effect: apply-for-review }";
    let other = "when: { titles: [technical-staff], effect: apply-for-review }";
    refused("zhejiang/shaoxing", file, shaoxing, other, "ways", "title:assistant:engineering (apply-for-review)");
    let direct = "when: { titles: [intermediate], effect: direct-recognition }";
    let narrow = "when: { titles: [intermediate], effect: direct-recognition, non_public: true }";
    refused("zhejiang/shaoxing", file, direct, narrow, "ways", "(direct-recognition) may find no way");
    refused(
        "zhejiang/shaoxing",
        file,
        "    end: recommended\n",
        "",
        "ways.title-deputy-senior",
        "the last step confirms",
    );
    refused(
        "shandong",
        file,
        "    end: appointed\n",
        "    end: recommended\n",
        "ways.special-technician",
        "confirmed by nobody",
    );
    let both = "    elsewhere: { zh: 别处, en: somewhere else }\n    round: SD-3.2.1.a\n";
    refused("shandong", file, "    round: SD-3.2.1.a\n", both, "ways.title-review", "a way has either");
}

#[test]
fn every_part_may_not_be_waived_and_only_checks_fall_away() {
    let practical = "{ id: practical, clause: CQ-4.3.a, name: { zh: 技能考核, en: skill test } }";
    let waived = "{ id: theory-exam, clause: CQ-4.3.a, name: { zh: 技能考核, en: skill test }, may_be_waived: true }";
    let place = "ways.skill-qualification.examination";
    refused("chongqing", "procedure.yaml", practical, waived, place, "every part of the examination can be waived");
    let notice = "        work: { notice: { working_days: 5, clause: national.order-40.notice-after";
    let absent = format!("        where_it_exists: true\n{notice}");
    let place = "ways.title-review.notice-after";
    refused("chongqing", "procedure.yaml", notice, &absent, place, "only a check may fall away");
}

#[test]
fn score_sheets_are_checked() {
    let sheet = "sheet-skilled-workers.yaml";
    let table = [
        ("guantong/sheet/1", "guantong/sheet/2", "schema", "not known here"),
        ("clauses: [SD-3.3]", "clauses: []", "clauses", "no clause is cited"),
        ("clause: SD-3.3.1\n", "clause: SD-3.3.9\n", "items.ethics", "no ledger has the clause SD-3.3.9"),
        ("id: quality", "id: efficiency", "items.efficiency", "stands twice"),
        (
            "area: performance\n    name: { zh: 生产效率",
            "area: ethics\n    name: { zh: 生产效率",
            "items.efficiency",
            "ethics stands after",
        ),
        ("gate: true", "gate: true\n    optional: true", "items.ethics", "a gate cannot be left out"),
    ];
    for (old, new, place, problem) in table {
        refused("shandong", sheet, old, new, place, problem);
    }
    refused("shanxi", sheet, "at_least: 3,", "at_least: 0,", "items.experience", "nothing is counted");
    let missing = faults("shandong", sheet, "    weight: null\n", "");
    assert!(missing.iter().any(|fault| fault.problem.contains("weight")), "a weight is null or a number: {missing:?}");
    let unused = faults(
        "zhejiang/shaoxing",
        "procedure.yaml",
        "sheet: sheet-recommendation.yaml",
        "sheet: sheet-skilled-workers.yaml",
    );
    assert!(unused.iter().any(|fault| fault.problem == "no step uses the score sheet"), "{unused:?}");
    // Skill content that every committee would weigh at nothing does not satisfy the clause that asks for a weight.
    let mut files = files("zhejiang/shaoxing");
    let file = "zhejiang/shaoxing/sheet-recommendation.yaml";
    let text =
        files.get(file).unwrap().replace("    weight: null\n    skill: true\n", "    weight: 0\n    skill: true\n");
    files.add(file, text);
    let found = Packs::load(&files, &Settings::default()).unwrap_err().0;
    assert!(found.iter().any(|fault| fault.problem.contains("skill is to have a weight")), "{found:?}");
}
