//! An invented town with one assessor: its register, its tokens, an engineer, and packs of one place, so that a server starts at once.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// How many applicants there are: `p-0`, `p-1` and so on.
pub const APPLICANTS: usize = 4;

/// The smallest PNG that is whole.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xfc\xcf\xf0\xbf\x1e\0\x06\x83\x02\x7f\x94\xad\xd0\xeb\0\0\0\0IEND\xaeB`\x82";

/// The token of an account.
pub fn token(account: &str) -> String {
    format!("token-of-{account}-0123456789")
}

/// The packs of Shandong and those of the whole country alone: these are read in a quarter of the time that all packs take.
pub fn packs(folder: &Path) -> PathBuf {
    let packs = folder.join("packs");
    let all = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    for name in ["national", "shandong"] {
        copy(&all.join(name), &packs.join(name));
    }
    packs
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// The orders that set the register up.
pub fn register() -> Vec<Value> {
    let remit = json!({ "skills": ["senior-worker", "technician"], "from": "2019-01-01", "source": "invented" });
    let mut orders = vec![
        json!({ "order": "put-organisation", "organisation":
            { "id": "factory", "kind": "employer", "name": "factory (invented)", "area": "370102" } }),
        json!({ "order": "put-organisation", "organisation":
            { "id": "assessor", "kind": "assessor", "name": "assessor (invented)", "area": "370000", "remits": [remit] } }),
    ];
    let mut account = |id: &str, role: &str, organisation: Option<&str>| {
        orders.push(json!({ "order": "add-account", "account": id, "role": role, "organisation": organisation, "token": token(id) }));
    };
    for number in 0..APPLICANTS {
        account(&format!("p-{number}"), "applicant", None);
    }
    account("clerk", "clerk", Some("assessor"));
    account("examiner", "examiner", Some("assessor"));
    orders
}

/// The order that opens a case.
pub fn opening() -> Value {
    json!({ "place": "shandong", "target": "skill:technician", "employer": "factory", "dossier": engineer() })
}

/// An engineer whose name has characters beyond the basic plane.
pub fn engineer() -> Value {
    json!({
        "schema": "guantong/dossier/1",
        "person": { "birth_date": "1986-04-12", "sex": "male", "name": "𠮷野🛠" },
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

/// A document of one line, another one for each text.
pub fn pdf(text: &str) -> Vec<u8> {
    format!("%PDF-1.4\n% {text}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n").into_bytes()
}
