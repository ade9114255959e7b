//! A whole case by the command line: the register, an engineer's application for a skill level, its proof, and the log.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use support::{Answered, guantong};

struct Desk {
    folder: tempfile::TempDir,
    tokens: BTreeMap<&'static str, String>,
}

/// The smallest PNG that is whole.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xfc\xcf\xf0\xbf\x1e\0\x06\x83\x02\x7f\x94\xad\xd0\xeb\0\0\0\0IEND\xaeB`\x82";

impl Desk {
    fn new() -> Self {
        let mut desk = Self { folder: tempfile::tempdir().unwrap(), tokens: BTreeMap::new() };
        let remit = json!({ "skills": ["senior-worker", "technician", "senior-technician"], "from": "2019-01-01", "source": "invented" });
        let organisations = json!([
            { "id": "factory", "kind": "employer", "name": "某机械厂（虚构）", "area": "370102" },
            { "id": "assessor", "kind": "assessor", "name": "某评价机构（虚构）", "area": "370000", "remits": [remit] },
        ]);
        desk.write("organisations.json", &organisations);
        desk.write("standards.json", &json!({ "*": { "senior-worker": 1, "technician": 1, "senior-technician": 1 } }));
        let put = desk.run(None, &["register", "put", &desk.path("organisations.json")]);
        assert_eq!(put.status, 0, "{}", put.err);
        for (account, role, organisation) in [
            ("p-1", "applicant", None),
            ("p-2", "applicant", None),
            ("clerk", "clerk", Some("assessor")),
            ("examiner", "examiner", Some("assessor")),
        ] {
            let mut arguments = vec!["register", "account", account, "--role", role, "--format", "json"];
            arguments.extend(organisation.into_iter().flat_map(|organisation| ["--organisation", organisation]));
            let added = desk.json(None, &arguments);
            let token = added["token"].as_str().unwrap().to_owned();
            assert!(token.len() >= 64);
            desk.tokens.insert(account, token);
        }
        desk
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn write(&self, name: &str, value: &Value) -> String {
        std::fs::write(self.folder.path().join(name), value.to_string()).unwrap();
        self.path(name)
    }

    fn run(&self, account: Option<&str>, arguments: &[&str]) -> Answered {
        let (data, standards) = (self.data(), self.path("standards.json"));
        let mut all = arguments.to_vec();
        all.extend(["--data", data.to_str().unwrap()]);
        if !arguments.starts_with(&["store"]) {
            all.extend(["--standards", &standards]);
        }
        if let Some(account) = account {
            all.extend(["--token", self.tokens.get(account).map_or(account, String::as_str)]);
        }
        guantong(&all, "")
    }

    fn json(&self, account: Option<&str>, arguments: &[&str]) -> Value {
        let answered = self.run(account, arguments);
        assert_eq!(answered.status, 0, "{arguments:?}: {}{}", answered.out, answered.err);
        serde_json::from_str(&answered.out).unwrap_or_else(|_| panic!("{arguments:?}: {}", answered.out))
    }

    fn says(&self, account: Option<&str>, arguments: &[&str], text: &str) {
        let answered = self.run(account, arguments);
        assert_eq!(answered.status, 0, "{arguments:?}: {}{}", answered.out, answered.err);
        assert!(answered.out.contains(text), "{arguments:?}: {}", answered.out);
    }

    fn refuses(&self, account: Option<&str>, arguments: &[&str], text: &str) {
        let answered = self.run(account, arguments);
        assert_eq!((answered.status, answered.out.as_str()), (2, ""), "{arguments:?}: {}", answered.err);
        assert!(answered.err.contains(text), "{arguments:?}: {}", answered.err);
    }
}

/// The name has a character beyond the basic plane.
fn engineer() -> Value {
    json!({
        "schema": "guantong/dossier/1",
        "person": { "birth_date": "1986-04-12", "sex": "male", "name": "𠮷野" },
        "employment": {
            "status": "in-service", "occupation": "焊工", "field": "engineering", "frontline": true, "skilled_post": true,
            "employer": { "kind": "enterprise", "non_public": false, "upper_level": false }
        },
        "education": [{ "level": "bachelor", "date": "2008-07-01", "relevant_to": ["焊工"] }],
        "skills": [],
        "titles": [{ "tier": "intermediate", "series": "engineering", "date": "2015-06-01" }],
        "work": [{ "occupation": "焊工", "from": "2008-08-01", "to": null }],
        "reviews": { "2023": "pass", "2024": "pass", "2025": "pass" },
        "honours": [], "sanctions": []
    })
}

fn open(desk: &Desk) -> String {
    let dossier = desk.write("dossier.json", &engineer());
    let arguments = [
        "case", "open", &dossier, "-j", "shandong", "--target", "skill:technician", "--employer", "factory",
        "--format", "json",
    ];
    desk.json(Some("p-1"), &arguments)["case"].as_str().unwrap().to_owned()
}

#[test]
fn a_skill_level_from_the_draft_to_the_end() {
    let desk = Desk::new();
    let case = open(&desk);
    let scan = desk.folder.path().join("证书.png");
    std::fs::write(&scan, PNG).unwrap();
    desk.says(Some("p-1"), &["case", "attach", &case, scan.to_str().unwrap(), "--proves", "titles[0]"], "草稿");
    desk.says(Some("p-1"), &["case", "file", &case, "--promise"], "受理");
    desk.refuses(Some("p-2"), &["case", "show", &case], "无权查看");
    desk.refuses(Some("examiner"), &["case", "forward", &case], "无权推送下一环节");
    desk.refuses(Some("clerk"), &["case", "forward", &case], "尚未给出意见");
    desk.says(Some("clerk"), &["case", "list"], &case);
    mended(&desk, &case);
    desk.says(Some("clerk"), &["case", "verdict", &case, "title", "--met"], "受理");
    let shown = desk.json(Some("clerk"), &["case", "show", &case, "--format", "json"]);
    for clause in shown["asked_here"].as_array().unwrap() {
        let arguments = ["case", "find", &case, clause.as_str().unwrap(), "--holds", "--reason", "材料属实"];
        assert_eq!(desk.run(Some("clerk"), &arguments).status, 0);
    }
    let forwarded = desk.json(Some("clerk"), &["case", "forward", &case, "--key", "forward-once", "--format", "json"]);
    assert_eq!(forwarded["status"], "examination");
    let again = desk.json(Some("clerk"), &["case", "forward", &case, "--key", "forward-once", "--format", "json"]);
    assert_eq!(forwarded, again, "the same key, the same answer, and one effect");
    desk.refuses(Some("examiner"), &["case", "part", &case, "theory-exam", "--passed"], "免考");
    desk.says(Some("examiner"), &["case", "part", &case, "practical", "--passed"], &case);
    desk.says(Some("examiner"), &["--lang", "en", "case", "part", &case, "comprehensive-review", "--passed"], "Case ");
    desk.says(Some("clerk"), &["case", "confirm", &case], "办结");
    proved(&desk, &case);
}

/// Returned with what is at fault, seen by the applicant, mended and handed in again.
fn mended(desk: &Desk, case: &str) {
    let none = desk.write("none.json", &json!([]));
    let tomorrow = "2099-01-01";
    desk.says(Some("clerk"), &["case", "verdict", case, "title", "--not-met", "--reason", "日期不清"], "受理");
    let arguments = ["case", "return", case, "--faults", &none, "--due", tomorrow];
    desk.refuses(Some("clerk"), &arguments, "请一次性列出全部问题");
    let faults =
        json!([{ "at": "titles[0].date", "point": "title", "problem": "日期与证书不符", "cure": "按证书填写" }]);
    let faults = desk.write("faults.json", &faults);
    desk.says(Some("clerk"), &["case", "return", case, "--faults", &faults, "--due", tomorrow], "退回补正");
    let shown = desk.run(Some("p-1"), &["case", "show", case]).out;
    assert!(shown.contains("第1项职称的取得日期") && shown.contains("按证书填写"), "{shown}");
    desk.refuses(Some("p-1"), &["case", "resubmit", case], "没有任何变化");
    let mut dossier = engineer();
    dossier["titles"][0]["date"] = json!("2015-06-02");
    let dossier = desk.write("mended.json", &dossier);
    desk.says(Some("p-1"), &["case", "amend", case, &dossier], "退回补正");
    desk.says(Some("p-1"), &["case", "resubmit", case], "受理");
}

/// The decisions come out again, the history names nobody, the log is whole, and it can be moved.
fn proved(desk: &Desk, case: &str) {
    desk.says(Some("p-1"), &["case", "replay", case], "全部重现");
    let history = desk.run(Some("clerk"), &["case", "history", case, "--format", "json"]).out;
    assert!(!history.contains("𠮷野"), "no name stands in the log");
    let history: Value = serde_json::from_str(&history).unwrap();
    let opened = &history["records"][0];
    assert_eq!((&opened["kind"], &opened["actor"]), (&json!("opened"), &json!("p-1")));
    let dossier = opened["body"]["dossier"]["id"].as_str().unwrap();
    let dossier = desk.json(Some("clerk"), &["case", "document", case, dossier]);
    assert_eq!(dossier["person"]["name"], "𠮷野");
    let shown = desk.json(Some("p-1"), &["case", "show", case, "--format", "json"]);
    let file = shown["case"]["evidence"][0]["id"].as_str().unwrap().to_owned();
    let written = desk.path("written.png");
    assert_eq!(desk.run(Some("clerk"), &["evidence", "get", &file, "-o", &written]).status, 0);
    assert_eq!(std::fs::read(&written).unwrap(), PNG);
    desk.refuses(Some("p-2"), &["evidence", "get", &file, "-o", &written], "没有文件");
    let root = desk.json(None, &["store", "verify", "--format", "json"]);
    let known = format!("{}:{}", root["seq"], root["hash"].as_str().unwrap());
    let (backup, other) = (desk.path("backup"), desk.path("other"));
    desk.says(None, &["store", "backup", &backup], root["hash"].as_str().unwrap());
    let restored = guantong(&["store", "restore", &backup, "--data", &other, "--root", &known], "");
    assert_eq!(restored.status, 0, "{}", restored.err);
    with_its_evidence(desk, &backup, &other, &file);
    desk.says(None, &["store", "move", "--to-data", &desk.path("moved")], "链尾不变");
    desk.says(None, &["clock"], "公示期满0件");
    let other_root = format!("{}:{}", root["seq"], "0".repeat(64));
    let verified = guantong(&["store", "verify", "--data", &other, "--root", &other_root], "");
    assert!(verified.status == 1 && verified.out.contains("记录链不完整"), "{}{}", verified.out, verified.err);
}

/// A backup has the evidence files beside it, and what is not there any more, or not what it was, is named.
fn with_its_evidence(desk: &Desk, backup: &str, other: &str, file: &str) {
    let (kept, restored) = (format!("{backup}.evidence/{}/{file}", &file[..2]), desk.path("restored.png"));
    let clerk = ["--data", other, "--token", &desk.tokens["clerk"]];
    let got = guantong(&[&["evidence", "get", file, "-o", &restored], &clerk[..]].concat(), "");
    assert_eq!((got.status, std::fs::read(&restored).unwrap()), (0, PNG.to_vec()), "{}", got.err);
    std::fs::write(&kept, b"another").unwrap();
    let altered = guantong(&["store", "restore", backup, "--data", &desk.path("altered")], "");
    assert!(altered.status == 1 && altered.out.contains(&format!("改动，没有复制：{file}")), "{}", altered.out);
    std::fs::remove_file(&kept).unwrap();
    let missing = guantong(&["store", "restore", backup, "--data", &desk.path("missing"), "--format", "json"], "");
    let told: Value = serde_json::from_str(&missing.out).unwrap();
    assert_eq!((missing.status, &told["evidence"]["missing"]), (1, &json!([file])));
    let without = guantong(&["store", "restore", backup, "--data", &desk.path("bare"), "--without-evidence"], "");
    assert_eq!(without.status, 0, "{}", without.err);
}

#[test]
fn bad_input_is_named_and_changes_nothing() {
    let desk = Desk::new();
    let case = open(&desk);
    desk.refuses(None, &["case", "show", &case], "GUANTONG_TOKEN");
    desk.refuses(Some("not-a-token-of-anybody"), &["case", "show", &case], "口令不对");
    desk.refuses(Some("p-1"), &["case", "show", "no-such-case"], "没有案卷no-such-case");
    let order = desk.write("order.json", &json!({ "order": "fly" }));
    desk.refuses(Some("p-1"), &["case", "order", &case, &order], "order.json: order: unknown variant `fly`");
    let lie = desk.folder.path().join("lie.png");
    std::fs::write(&lie, b"%PDF-1.4\n%%EOF\n").unwrap();
    desk.refuses(Some("p-1"), &["case", "attach", &case, lie.to_str().unwrap()], "实际上是application/pdf");
    let organisation = json!({ "id": "x", "kind": "employer", "name": " ", "area": "37" });
    let organisation = desk.write("bad.json", &organisation);
    desk.refuses(None, &["register", "put", &organisation], "没有填写名称");
    desk.refuses(Some("p-1"), &["register", "end-account", "p-2"], "只有系统管理员");
    let nothing = guantong(&["store", "verify", "--data", &desk.path("nothing")], "");
    assert_eq!(nothing.status, 2);
    assert!(!Path::new(&desk.path("nothing")).exists(), "looking makes nothing");
    desk.says(None, &["store", "root"], "第");
    desk.says(Some("p-1"), &["case", "history", &case], "第1条");
}
