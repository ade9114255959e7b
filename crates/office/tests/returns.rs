//! Returns with their faults and cures, objections, fraud, notices over an unknown year, repeated and concurrent orders.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says why")]

#[path = "support/mod.rs"]
mod support;

use casework::Role;
use office::{CaseOrder, OfficeError};
use serde_json::{Value, json};
use support::{World, applicant, clerk, county, of};

fn worker() -> Value {
    json!({
        "schema": "guantong/dossier/1",
        "person": { "birth_date": "1986-04-12", "sex": "male" },
        "employment": {
            "status": "in-service", "occupation": "焊工", "field": "engineering", "frontline": true, "skilled_post": true,
            "appointed_as": "none",
            "employer": { "kind": "enterprise", "non_public": false, "upper_level": false, "recorded_assessor": false }
        },
        "education": [], "titles": [], "honours": [], "sanctions": [],
        "skills": [{ "level": "technician", "occupation": "焊工", "date": "2019-05-20", "kind": "level" }],
        "work": [{ "occupation": "焊工", "from": "2008-08-01", "to": null }],
        "reviews": { "2023": "pass", "2024": "pass", "2025": "pass" }
    })
}

/// A case that lies with the employer.
async fn filed(day: &str) -> (World, String) {
    let world = World::new("shandong", day, None).await;
    world.committee("shandong", county("shandong")).await;
    let case = world.open("shandong", "title:intermediate", worker()).await;
    let unproved = world.try_order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    assert!(matches!(&unproved, Err(OfficeError::Refused(refusal)) if refusal.code == "no-document"), "{unproved:?}");
    for path in ["skills[0]", "reviews"] {
        world.prove(&case, path).await;
    }
    let unpromised = world.try_order(&applicant(), &case, json!({ "order": "file" })).await;
    assert!(
        matches!(&unpromised, Err(OfficeError::Refused(refusal)) if refusal.code == "no-promise"),
        "{unpromised:?}"
    );
    world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    (world, case)
}

async fn refused(world: &World, by: &casework::Actor, case: &str, order: Value) -> &'static str {
    match world.try_order(by, case, order).await {
        Err(OfficeError::Refused(refusal)) => refusal.code,
        other => panic!("{other:?} is no refusal"),
    }
}

async fn judge(world: &World, case: &str, unmet: &str) {
    for point in ["lawful", "truthful", "complete", "valid"] {
        let order = json!({ "order": "verdict", "point": point, "met": point != unmet, "reason": "核对原件" });
        world.order(&clerk("factory"), case, order).await;
    }
}

fn fault(at: &str, point: Option<&str>) -> Value {
    json!({ "at": at, "point": point, "problem": "证书日期与原件不符", "cure": "按原件更正日期" })
}

#[tokio::test]
async fn a_return_names_everything_at_once_and_the_second_one_needs_a_superior() {
    let (world, case) = filed("2026-03-02").await;
    let office = clerk("factory");
    let back = |faults: Value| json!({ "order": "return", "faults": faults, "due": "2026-03-20" });
    assert_eq!(refused(&world, &office, &case, back(json!([]))).await, "return-without-faults");
    let one = json!([fault("skills[0].date", Some("truthful"))]);
    assert_eq!(refused(&world, &office, &case, back(one.clone())).await, "points-open", "every point first");
    judge(&world, &case, "truthful").await;
    let elsewhere = json!([fault("skills[0].date", None)]);
    assert_eq!(refused(&world, &office, &case, back(elsewhere)).await, "unmet-point-unnamed");
    assert_eq!(world.order(&office, &case, back(one)).await.status, "returned");

    assert_eq!(refused(&world, &applicant(), &case, json!({ "order": "resubmit" })).await, "nothing-changed");
    let mut mended = worker();
    mended["skills"][0]["date"] = json!("2019-06-20");
    world.order(&applicant(), &case, json!({ "order": "amend", "dossier": mended })).await;
    let again = world.order(&applicant(), &case, json!({ "order": "resubmit" })).await;
    assert_eq!(again.status, "employer-check");
    let shown = world.office.case(&office, &case).await.expect("a case");
    assert_eq!(shown.case.returns[0].changed, ["skills[0].date"], "the office sees what changed");

    // What was met keeps its verdict; what was not is judged again.
    let met = json!({ "order": "verdict", "point": "truthful", "met": true, "reason": "已核对" });
    world.order(&office, &case, met).await;
    let visible = json!([fault("employment.occupation", None)]);
    assert_eq!(refused(&world, &office, &case, back(visible.clone())).await, "visible-the-first-time");
    let mut with_reason = back(visible);
    with_reason["superior"] = json!("首次审核时遗漏，经负责人同意一次性补正");
    assert_eq!(
        refused(&world, &office, &case, with_reason.clone()).await,
        "visible-the-first-time",
        "a clerk is no superior"
    );
    assert_eq!(world.order(&of("factory", Role::Supervisor), &case, with_reason).await.status, "returned");

    // Not mended in time: it counts as taken back.
    world.on("2026-03-20");
    assert_eq!(world.office.tick().await.expect("a tick").lapsed, 0);
    world.on("2026-03-21");
    assert_eq!(world.office.tick().await.expect("a tick").lapsed, 1);
    assert_eq!(world.office.case(&applicant(), &case).await.expect("a case").status_name, "withdrawn");
}

#[tokio::test]
async fn an_objection_stops_a_notice_until_it_is_answered_and_fraud_ends_a_case() {
    let (world, case) = filed("2026-09-18").await;
    judge(&world, &case, "").await;
    let office = clerk("factory");
    for clause in world.office.case(&office, &case).await.expect("a case").asked_here {
        let find = json!({ "order": "find", "clause": clause, "holds": true, "reason": "经核实" });
        world.order(&office, &case, find).await;
    }
    world.order(&office, &case, json!({ "order": "forward" })).await;
    for text in ["张三 11010519491231002X", "电话 138 1234 5678"] {
        let code = refused(&world, &office, &case, json!({ "order": "publish", "text": text })).await;
        assert!(code.ends_with("-in-text"), "{code}");
    }
    world.order(&office, &case, json!({ "order": "publish", "text": "推荐名单：张某" })).await;
    // 2026-09-20 is a worked Sunday, 09-25 to 09-27 are off: the fifth working day is 09-24, what follows is on 09-28.
    let objector = casework::Actor { id: "p-9".to_owned(), organisation: None, role: Role::Applicant };
    world.on("2026-09-22");
    world.order(&objector, &case, json!({ "order": "object", "text": "业绩与实际不符" })).await;
    world.on("2026-09-27");
    assert_eq!(world.office.tick().await.expect("a tick").closed, 0);
    world.on("2026-09-28");
    assert_eq!(world.office.tick().await.expect("a tick").closed, 0, "an open objection");
    assert_eq!(refused(&world, &office, &case, json!({ "order": "close-notice" })).await, "objections-open");
    let answer = json!({ "order": "answer-objection", "number": 1, "upheld": false, "reason": "经核查，业绩属实" });
    world.order(&office, &case, answer).await;
    assert_eq!(world.office.tick().await.expect("a tick").closed, 1);

    let inspector = of("provincial-bureau", Role::Inspector);
    let fraud =
        json!({ "order": "fraud", "act": "伪造业绩材料", "clause": "SD-6.3.a", "decision": "2026-09-28 认定（虚构）" });
    assert_eq!(world.order(&inspector, &case, fraud).await.status, "refused-for-fraud");
    assert_eq!(
        refused(&world, &applicant(), &case, json!({ "order": "amend", "dossier": worker() })).await,
        "out-of-order"
    );
}

#[tokio::test]
async fn a_notice_never_closes_on_a_year_that_nobody_ruled() {
    let (world, case) = filed("2026-12-21").await;
    judge(&world, &case, "").await;
    let office = clerk("factory");
    for clause in world.office.case(&office, &case).await.expect("a case").asked_here {
        let find = json!({ "order": "find", "clause": clause, "holds": true, "reason": "经核实" });
        world.order(&office, &case, find).await;
    }
    world.order(&office, &case, json!({ "order": "forward" })).await;
    world.on("2026-12-29");
    world.order(&office, &case, json!({ "order": "publish", "text": "推荐名单：张某" })).await;
    world.on("2027-02-01");
    assert_eq!(world.office.tick().await.expect("a tick").closed, 0);
    assert_eq!(refused(&world, &office, &case, json!({ "order": "close-notice" })).await, "calendar-unknown");
}

#[tokio::test]
async fn the_same_key_ten_times_is_one_effect_and_another_request_under_it_is_refused() {
    let (world, case) = filed("2026-03-02").await;
    let order: CaseOrder =
        serde_json::from_value(json!({ "order": "verdict", "point": "lawful", "met": true })).expect("an order");
    let other: CaseOrder =
        serde_json::from_value(json!({ "order": "verdict", "point": "valid", "met": true })).expect("an order");
    let office = clerk("factory");
    let first = world.office.order(&office, &case, &order, Some("key-00001")).await.expect("an answer");
    for _ in 0..9 {
        let again = world.office.order(&office, &case, &order, Some("key-00001")).await.expect("an answer");
        assert_eq!(serde_json::to_string(&again).expect("json"), serde_json::to_string(&first).expect("json"));
    }
    assert_eq!(world.office.case(&office, &case).await.expect("a case").version, first.version);
    assert!(world.office.order(&office, &case, &other, Some("key-00001")).await.is_err());
    // The applicant's own findings do not count, and a stranger does not see the case.
    let stranger = casework::Actor { id: "p-2".to_owned(), organisation: None, role: Role::Applicant };
    assert!(matches!(world.office.case(&stranger, &case).await, Err(OfficeError::NotForYou { .. })));
}

#[tokio::test]
async fn an_altered_record_or_document_is_found() {
    let (world, case) = filed("2026-03-02").await;
    let replayed = world.office.replay(&applicant(), &case).await.expect("a replay");
    assert!(replayed.holds && replayed.decisions.len() == 1, "{replayed:?}");
    let shown = world.office.case(&applicant(), &case).await.expect("a case");
    let dossier = shown.case.dossier.expect("a dossier");
    world.office.store().erase_personal(&dossier.id, "2026-03-03T00:00:00Z").await.expect("erased");
    let replayed = world.office.replay(&applicant(), &case).await.expect("a replay");
    assert!(!replayed.holds, "what was erased cannot be made again, and that is told");
    world.office.store().verify(None).await.expect("an erasure leaves the chain whole");
}
