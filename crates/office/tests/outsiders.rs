//! Who may give an order is asked first: to anybody else nothing is read, counted or evaluated, and nobody learns of faults.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says why")]

#[path = "support/mod.rs"]
mod support;

use casework::{Actor, Role};
use office::{OfficeError, OpenOrder};
use serde_json::{Value, json};
use support::walk::convening;
use support::{PROVED, World, applicant, clerk, county, worker};

fn stranger() -> Actor {
    Actor { id: "p-66".to_owned(), organisation: None, role: Role::Applicant }
}

fn code<T: std::fmt::Debug>(done: Result<T, OfficeError>) -> &'static str {
    match done {
        Err(OfficeError::Refused(refusal)) => refusal.code,
        other => panic!("{other:?} is no refusal"),
    }
}

async fn a_case(world: &World) -> String {
    let case = world.open("shandong", "title:intermediate", worker()).await;
    for path in PROVED {
        world.prove(&case, path).await;
    }
    case
}

async fn in_cases(database: Option<String>) {
    let world = World::new("shandong", "2026-03-02", database).await;
    world.committee("shandong", county("shandong")).await;
    let case = a_case(&world).await;
    let kept =
        world.office.evidence().put("a.png", support::PICTURE.to_vec()).await.expect("a picture").hash.to_string();
    let before = world.office.store().root().await.expect("a root");
    // A file that is there, one that is not, and a dossier that is none: all answered alike.
    for order in [
        json!({ "order": "attach", "file": kept }),
        json!({ "order": "attach", "file": "0".repeat(64) }),
        json!({ "order": "amend", "dossier": { "schema": "guantong/dossier/9" } }),
        json!({ "order": "file", "promise": true }),
    ] {
        assert_eq!(code(world.try_order(&stranger(), &case, order.clone()).await), "not-your-turn", "{order}");
    }
    let nobodys = OpenOrder {
        place: "atlantis".to_owned(),
        target: "nothing".to_owned(),
        employer: Some("no-such-employer".to_owned()),
        agency: None,
        assessor: None,
        dossier: json!({}),
    };
    assert_eq!(code(world.office.open_case(&clerk("factory"), &nobodys, None).await), "not-your-turn");
    assert_eq!(world.office.store().root().await.expect("a root"), before, "nothing happened");
    world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    // A fault of a decision that is asked for by somebody else is not told either: a clause that there is not.
    let find = json!({ "order": "find", "clause": "no-such-clause", "holds": true, "reason": "（虚构）" });
    assert_eq!(code(world.try_order(&clerk("assessor"), &case, find).await), "not-your-turn");
}

#[tokio::test]
async fn nothing_is_worked_out_for_strangers_to_a_case() {
    in_cases(None).await;
}

#[tokio::test]
async fn nothing_is_worked_out_for_strangers_to_a_case_on_postgresql() {
    let server = testserver::Server::shared().expect("a PostgreSQL that the tests start");
    in_cases(Some(server.database().expect("a database"))).await;
}

#[tokio::test]
async fn a_notice_is_not_counted_again_for_somebody_else() {
    let world = World::new("shandong", "2026-09-14", None).await;
    world.committee("shandong", county("shandong")).await;
    let case = a_case(&world).await;
    world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    world.walk_to(&case, 0, "notice-before").await;
    // The 25th could have been ruled by the notice for 2027, which never came: on the 28th the notice is counted anew.
    world.on("2026-12-17");
    let published = world.order(&clerk("factory"), &case, json!({ "order": "publish", "text": "名单（虚构）" })).await;
    world.on("2026-12-28");
    assert_eq!(code(world.try_order(&stranger(), &case, json!({ "order": "close-notice" })).await), "not-your-turn");
    let shown = world.office.case(&applicant(), &case).await.expect("a case");
    assert_eq!(shown.version, published.version, "nothing was counted for a stranger");
    let closed = world.order(&clerk("factory"), &case, json!({ "order": "close-notice" })).await;
    assert!(
        closed.version > published.version + 1,
        "for the one whose turn it is, it is counted and closes: {closed:?}"
    );
}

#[tokio::test]
async fn nothing_is_looked_up_for_other_offices() {
    let world = World::new("shandong", "2026-03-02", None).await;
    world.committee("shandong", county("shandong")).await;
    let (today, other, office) = (world.today(), clerk("factory"), clerk("committee-office"));
    let session = async |by: &Actor, order: Value| code(world.office.order_session(by, "s-1", &order, None).await);
    assert_eq!(session(&other, convening("no-such-case", today)).await, "session-not-office");
    let plan = json!({
        "command": "plan", "place": "shandong", "year": 2026, "series": "engineering", "committee": "no-such-committee",
        "office": "committee-office", "reference_date": today, "windows": [{ "from": today, "until": today }],
    });
    assert_eq!(code(world.office.order_round(&other, "r-9", &plan, None).await), "round-not-office");
    let faulty = json!({ "command": "file-sheet", "sheet": { "id": "faulty", "areas": [] } });
    assert_eq!(code(world.office.order_committee(&other, "c-1", &faulty, None).await), "committee-not-office");

    let case = a_case(&world).await;
    world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    world.walk_to(&case, 0, "review").await;
    world.session(&office, convening(&case, world.today())).await;
    // Whether a case is on the agenda is nobody else's knowledge.
    for asked in [case.as_str(), "no-such-case"] {
        let postpone = json!({ "command": "postpone", "case": asked, "reason": "（虚构）" });
        assert_eq!(session(&other, postpone).await, "session-not-office", "{asked}");
    }
    let replace = json!({ "command": "replace", "out": "e-25", "by": "no-such-expert" });
    assert_eq!(session(&other, replace).await, "session-not-office");
}
