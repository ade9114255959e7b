//! Casework by the command line: an invented register, a case opened and filed, proved again, backed up and restored.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod support;

use serde_json::Value;
use support::guantong;

const TOKEN: &str = "0123456789abcdef0123456789abcdef";

/// Runs a command over a folder and reads its answer.
fn asked(folder: &str, arguments: &[&str], input: &str) -> Value {
    let token: &[&str] = if arguments.starts_with(&["store"]) { &[] } else { &["--token", TOKEN] };
    let whole = [arguments, &["--data", folder, "--format", "json"], token].concat();
    let answered = guantong(&whole, input);
    assert_eq!(answered.status, 0, "{arguments:?}: {}", answered.err);
    serde_json::from_str(&answered.out).unwrap()
}

fn register(folder: &str, order: &str) {
    let answered = guantong(&["register", "order", "-", "--data", folder], order);
    assert_eq!(answered.status, 0, "{}", answered.err);
}

#[test]
fn a_case_is_opened_filed_proved_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data").display().to_string();
    register(
        &data,
        "order: put-organisation\norganisation: { id: f-1, kind: employer, name: 某厂（虚构）, area: \"370102\" }\n",
    );
    register(
        &data,
        "order: put-organisation\norganisation: { id: a-1, kind: assessor, name: 某机构（虚构）, area: \"370000\",\n  \
         remits: [ { skills: [技师], from: 2020-01-01, source: 虚构 } ] }\n",
    );
    register(&data, &format!("order: add-account\naccount: p-1\nrole: applicant\ntoken: {TOKEN}\n"));
    let draft = "place: 山东\ntarget: skill:technician\nemployer: f-1\ndossier:\n  schema: guantong/dossier/1\n  \
        employment: { status: in-service, occupation: 焊工, field: engineering, employer: { kind: enterprise } }\n  \
        titles: [ { tier: 工程师, series: engineering, date: 2015-06-01 } ]\n  skills: []\n  education: []\n  \
        work: [ { occupation: 焊工, from: 2008-08-01, to: null } ]\n  honours: []\n  sanctions: []\n";
    let opened = asked(&data, &["case", "open", "-"], draft);
    let case = opened["case"].as_str().unwrap().to_owned();
    assert_eq!(opened["status"], "draft");
    let filed = asked(&data, &["case", "order", &case, "-", "--key", "file-0001"], "order: file\n");
    assert_eq!(filed["status"], "acceptance");
    assert_eq!(filed, asked(&data, &["case", "order", &case, "-", "--key", "file-0001"], "order: file\n"));
    assert_eq!(asked(&data, &["case", "replay", &case], "")["holds"], true);
    assert_eq!(asked(&data, &["case", "show", &case], "")["holder"], "a-1");

    let again = guantong(&["case", "order", &case, "-", "--data", &data, "--token", TOKEN], "order: file\n");
    assert_eq!(again.status, 2);
    assert!(again.err.contains("不能提交申报"), "{}", again.err);
    let forged = guantong(&["case", "show", &case, "--data", &data, "--token", "guessed"], "");
    assert_eq!(forged.status, 2);
    assert!(forged.err.contains("口令"), "{}", forged.err);

    let backup = folder.path().join("backup").display().to_string();
    let other = folder.path().join("other").display().to_string();
    let hash = |answer: serde_json::Value| answer["hash"].as_str().unwrap().to_owned();
    let root = hash(asked(&data, &["store", "verify"], ""));
    assert_eq!(hash(asked(&data, &["store", "backup", &backup], "")), root);
    assert_eq!(hash(asked(&other, &["store", "restore", &backup], "")), root);
    assert_eq!(asked(&other, &["case", "replay", &case], "")["holds"], true);
    let twice = guantong(&["store", "restore", &backup, "--data", &other], "");
    assert_eq!(twice.status, 2, "a place that holds data is left alone");
}
