//! Cases of an earlier release: restored from its backup, their decisions come out byte for byte by the packs of their time, and work goes on.

use std::collections::BTreeSet;

use serde_json::json;

use crate::http::Request;
use crate::node::Site;
use crate::town;

#[test]
fn cases_of_the_first_schema_are_replayed_and_go_on_on_sqlite() {
    go_on(&Site::sqlite());
}

#[test]
fn cases_of_the_first_schema_are_replayed_and_go_on_on_postgresql() {
    go_on(&Site::postgres());
}

fn go_on(site: &Site) {
    let backup = concat!(env!("CARGO_MANIFEST_DIR"), "/../store/tests/earlier/1/rows.backup");
    let restored = site.asked(&["store", "restore", backup, "--format", "json"]);
    let streams: BTreeSet<String> = site.table("log").iter().map(|row| row[1].as_str().unwrap().to_owned()).collect();
    let cases: Vec<&str> = streams.iter().filter_map(|stream| stream.strip_prefix("case/")).collect();
    let (token, mut evaluated) = (town::token("p-1"), 0);
    for case in &cases {
        let replayed = site.asked(&["case", "replay", case, "--format", "json", "--token", &token]);
        assert_eq!(replayed["holds"], true, "{replayed}");
        evaluated += replayed["decisions"].as_array().unwrap().len();
    }
    assert!(cases.len() >= 3 && evaluated >= 4, "{cases:?} {evaluated}");
    let node = site.start(&[]);
    let mut withdrawn = 0;
    for case in &cases {
        let at = format!("/api/v1/cases/{case}");
        let shown = Request::get(&at, "p-1").send(node.address).unwrap().ok();
        if shown["status_name"] == "returned" {
            let order = Request::post(&format!("{at}/orders"), "p-1", &json!({ "order": "withdraw" }));
            assert_eq!(order.send(node.address).unwrap().ok()["events"], json!(["withdrawn"]));
            withdrawn += 1;
        }
    }
    assert_eq!(withdrawn, 1);
    let verified = site.asked(&["store", "verify", "--format", "json"]);
    assert_eq!(verified["seq"].as_u64(), restored["seq"].as_u64().map(|seq| seq + 1));
}
