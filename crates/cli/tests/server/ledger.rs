//! What was acknowledged against what is kept: nothing lost, nothing twice, no row, message or key without its event, and the other way round.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::clients::Worked;
use crate::http::Request;
use crate::node::{Node, Site};

/// Compares everything, through the server and in a backup.
/// Cases that somebody else worked on are left out.
pub fn balance(site: &Site, node: &Node, worked: &[Worked], others: &[String]) {
    let rows = site.rows();
    let table = |name: &str| rows.iter().filter(|row| row[0] == name).map(|row| row[1..].to_vec()).collect::<Vec<_>>();
    let mut worklist: BTreeMap<String, Vec<Value>> =
        table("worklist").into_iter().map(|row| (row[0].as_str().unwrap().to_owned(), row)).collect();
    let mut search: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for key in table("search_keys") {
        let [name, value, id] = [0, 1, 2].map(|column| key[column].as_str().unwrap().to_owned());
        search.entry(id).or_default().insert((name, value));
    }
    let mut outbox: BTreeMap<(String, u64), Vec<Value>> = BTreeMap::new();
    for row in table("outbox") {
        let body: Value = serde_json::from_str(row[3].as_str().unwrap()).unwrap();
        let at = (body["case"].as_str().unwrap().to_owned(), body["version"].as_u64().unwrap());
        assert_eq!(row[1], format!("case/{}/{}/{}", at.0, at.1, row[2].as_str().unwrap()));
        outbox.entry(at).or_default().push(body["status"].clone());
    }
    for case in worked {
        let at = format!("/api/v1/cases/{}", case.id);
        let shown = Request::get(&at, &case.applicant).send(node.address).unwrap().ok();
        let history = Request::get(&format!("{at}/history"), &case.applicant).send(node.address).unwrap().ok();
        let history = history["records"].as_array().unwrap();
        events(case, history, &mut outbox);
        row(&shown, history, worklist.remove(&format!("case/{}", case.id)).expect("a row"));
        found_by(&shown, &case.applicant, search.remove(&format!("case/{}", case.id)).expect("search keys"));
        for (file, bytes) in case.files.iter().filter(|(file, _)| shown.to_string().contains(file)) {
            let kept = Request::get(&format!("/api/v1/evidence/{file}"), &case.applicant).send(node.address).unwrap();
            assert_eq!((kept.status, kept.text.as_bytes()), (200, bytes.as_slice()));
        }
    }
    worklist.retain(|id, _| !others.contains(&id.replace("case/", "")));
    outbox.retain(|(id, _), _| !others.contains(id));
    assert!(worklist.is_empty(), "rows that no case has: {worklist:?}");
    assert!(outbox.is_empty(), "messages that no event has: {outbox:?}");
    let keys: BTreeSet<String> = table("request_keys").iter().map(|row| row[1].as_str().unwrap().to_owned()).collect();
    assert_eq!(keys.len(), worked.iter().map(|case| case.orders.len()).sum::<usize>(), "a key for each order, no more");
}

/// The history is what was acknowledged, in order; where the status changed, and only there, somebody was told.
fn events(case: &Worked, history: &[Value], outbox: &mut BTreeMap<(String, u64), Vec<Value>>) {
    let mut acknowledged: Vec<Value> = Vec::new();
    let mut status = Value::Null;
    for order in &case.orders {
        let answer = order.answer.json();
        acknowledged.extend(answer["events"].as_array().unwrap().iter().cloned());
        let version = acknowledged.len() as u64;
        assert_eq!((&answer["case"], answer["version"].as_u64()), (&Value::from(&*case.id), Some(version)), "{answer}");
        let told = outbox.remove(&(case.id.clone(), version)).unwrap_or_default();
        if answer["status"] == status {
            assert!(told.is_empty(), "nothing changed in {answer}, and still {told:?}");
        } else {
            assert!(!told.is_empty(), "nobody was told of {answer}");
            assert!(told.iter().all(|told| *told == answer["status"]), "{told:?} of {answer}");
        }
        status = answer["status"].clone();
    }
    let kept: Vec<_> = history.iter().map(|record| record["kind"].clone()).collect();
    assert_eq!(kept, acknowledged, "{}", case.id);
}

/// The row of the worklist says what the history leads to.
fn row(shown: &Value, history: &[Value], row: Vec<Value>) {
    let body: Value = serde_json::from_str(row[7].as_str().unwrap()).unwrap();
    assert_eq!(body["status"], shown["status_name"], "{row:?}");
    assert_eq!(row[2].as_str(), Some(shown["holder"].as_str().unwrap_or("nobody")), "{row:?}");
    assert_eq!(row[6], history.last().unwrap()["seq"], "{row:?}");
    assert_eq!(body["case"], shown["id"]);
    let over = ["withdrawn", "ended"].contains(&shown["status_name"].as_str().unwrap());
    assert_eq!(row[3] == "over", over, "{row:?}");
}

/// The case is found by its applicant, its employer and each of its files, and by nothing else.
fn found_by(shown: &Value, applicant: &str, found: BTreeSet<(String, String)>) {
    let key = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let files = shown["case"]["evidence"].as_array().unwrap().iter();
    let files = files.map(|file| key("evidence", file["id"].as_str().unwrap()));
    let expected = [key("applicant", applicant), key("employer", "factory")].into_iter().chain(files).collect();
    assert_eq!(found, expected);
}

/// Whoever asks again with the same key gets the first answer, byte for byte, and changes nothing.
pub fn repeat(node: &Node, worked: &[Worked]) {
    let root = || Request::get("/api/v1/log/root", "clerk").send(node.address).unwrap().ok();
    let before = root();
    for order in worked.iter().flat_map(|case| &case.orders).step_by(5) {
        let again = order.request.send(node.address).unwrap();
        assert_eq!((again.status, &again.text), (order.answer.status, &order.answer.text));
    }
    assert_eq!(root(), before);
}
