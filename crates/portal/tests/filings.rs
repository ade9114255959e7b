//! Sessions, rounds and committees as readers see them over HTTP, and who objected to a notice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod site;
#[path = "../../office/tests/support/mod.rs"]
mod support;

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use office::RegisterOrder;
use serde_json::{Value, json};
use site::{Answer, send_to};
use support::walk::{convening, expert};
use support::{GUANTONG, PROVED, World, applicant, clerk, county, worker};

/// Makes two tests of each function: one on SQLite, one on PostgreSQL.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $name() { super::$name(None).await })+
        }
        mod postgres {
            $(#[tokio::test]
            async fn $name() {
                let server = testserver::Server::shared().expect("a PostgreSQL that the tests start");
                super::$name(Some(server.database().expect("a database"))).await
            })+
        }
    };
}

on_both! {
    whoever_keeps_out_of_a_case_sees_nothing_of_it,
    rounds_and_committees_are_listed_and_shown,
    who_objected_is_for_the_objector_and_the_office_that_answers,
}

fn token(account: &str) -> String {
    format!("token-of-{account}-0123456789")
}

struct Desk {
    world: World,
    router: Router,
}

impl Desk {
    async fn new(database: Option<String>) -> Self {
        let world = World::new("shandong", "2026-03-02", database).await;
        world.committee("shandong", county("shandong")).await;
        let colleague = json!({ "command": "add-expert", "expert": {
            "id": "e-26", "organisation": "factory", "skilled": true, "specialties": [],
            "term": { "from": world.today(), "until": world.today().plus(700) } } });
        world.office.order_committee(&office::Office::operator(), "c-1", &colleague, None).await.expect("an expert");
        let office = Some("committee-office");
        for (account, role, organisation) in [
            ("p-1", "applicant", None),
            ("p-9", "applicant", None),
            ("e-01", "chair", office),
            ("e-02", "expert", office),
            ("e-26", "expert", Some("factory")),
            ("committee-office-clerk", "clerk", office),
            ("factory-clerk", "clerk", Some("factory")),
            ("county-bureau-clerk", "clerk", Some("county-bureau")),
            ("assessor-clerk", "clerk", Some("assessor")),
        ] {
            let order = json!({ "order": "add-account", "account": account, "role": role, "organisation": organisation, "token": token(account) });
            world.register(serde_json::from_value::<RegisterOrder>(order).unwrap()).await;
        }
        let router = portal::router(Arc::clone(&GUANTONG), Some(world.office.clone()));
        Self { world, router }
    }

    async fn get(&self, account: &str, path: &str) -> Answer {
        let request = Request::get(path).header("authorization", format!("Bearer {}", token(account)));
        send_to(self.router.clone(), request.body(Body::empty()).unwrap()).await
    }

    async fn seen(&self, account: &str, path: &str) -> Value {
        let answer = self.get(account, path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path} for {account}: {}", answer.text);
        answer.json()
    }

    /// Not found, with the same words but for the id.
    async fn hidden(&self, account: &str, path: &str) -> String {
        let answer = self.get(account, path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path} for {account}: {}", answer.text);
        answer.json()["code"].as_str().unwrap().to_owned()
    }

    /// A case that has come to a step.
    async fn case_at(&self, step: &str) -> String {
        let case = self.world.open("shandong", "title:intermediate", worker()).await;
        for path in PROVED {
            self.world.prove(&case, path).await;
        }
        self.world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
        self.world.walk_to(&case, 0, step).await;
        case
    }
}

fn ids(listed: &Value) -> Vec<&str> {
    listed["listed"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

async fn whoever_keeps_out_of_a_case_sees_nothing_of_it(database: Option<String>) {
    let desk = Desk::new(database).await;
    let case = desk.case_at("review").await;
    let mut order = convening(&case, desk.world.today());
    order["members"][24] = json!("e-26");
    let office = clerk("committee-office");
    desk.world.session(&office, order).await;
    let (at, of_case) = ("/api/v1/sessions/s-1", format!("/api/v1/sessions/s-1/cases/{case}"));
    for account in ["e-01", "e-02", "e-26", "committee-office-clerk"] {
        let listed = desk.seen(account, "/api/v1/sessions").await;
        assert_eq!((ids(&listed), &listed["listed"][0]["state"]), (vec!["s-1"], &json!("convened")), "{account}");
    }
    assert!(ids(&desk.seen("factory-clerk", "/api/v1/sessions").await).is_empty());

    let mut present: Vec<String> = (1..=20).map(|number| expert(number).id).collect();
    present.push("e-26".to_owned());
    desk.world.session(&office, json!({ "command": "attend", "present": present })).await;
    let seen = desk.seen("e-02", at).await;
    assert_eq!((&seen["phase"], &seen["cases"][0]["case"]), (&json!("sitting"), &json!(case)));
    assert_eq!((&seen["cases"][0]["recused"], &seen["cases"][0]["vote"]), (&json!(["e-26"]), &Value::Null));
    assert!(seen["version"].as_u64().is_some_and(|version| version >= 2));
    let kept_out = desk.get("e-26", at).await;
    assert!(kept_out.status == StatusCode::OK && !kept_out.text.contains(&case), "{}", kept_out.text);
    assert_eq!((&kept_out.json()["cases"], &kept_out.json()["version"]), (&json!([]), &Value::Null));

    // What goes on in the case changes nothing of what who keeps out of it gets.
    let scores: serde_json::Map<String, Value> =
        desk.world.office.session(&office, "s-1").await.unwrap().convening.unwrap().sheets[0]
            .items()
            .map(|(_, item)| (item.id.clone(), json!({ "points": 80 })))
            .collect();
    for number in 1..=3 {
        desk.world.session(&expert(number), json!({ "command": "score", "case": case, "scores": scores })).await;
    }
    assert_eq!(desk.get("e-26", at).await.text, kept_out.text);
    let (own, all) = (desk.seen("e-02", &of_case).await, desk.seen("committee-office-clerk", &of_case).await);
    assert_eq!(own["scored"], json!(["e-01", "e-02", "e-03"]));
    assert!(own["own_total"].is_object() && own.get("summary").is_none(), "{own}");
    assert!(all["summary"].is_object() && all.get("own_total").is_none(), "{all}");
    let opinion = json!({ "command": "opinion", "case": case, "experts": ["e-01", "e-02", "e-03"], "text": "建议通过", "recommends": true });
    desk.world.session(&expert(2), opinion).await;
    desk.world.session(&expert(1), json!({ "command": "open-vote", "case": case, "casting": "electronic" })).await;
    let ballots = "/api/v1/sessions/s-1/ballots";
    assert_eq!(desk.seen("e-02", ballots).await["open"][0]["case"], json!(case));
    assert_eq!(desk.seen("e-26", ballots).await["open"], json!([]), "nor of its vote");
    assert_eq!(desk.seen("e-02", &of_case).await["vote"]["own_paper"], json!(false));
    assert_eq!(desk.get("e-26", at).await.text, kept_out.text);
    let nothing = desk.hidden("e-26", &of_case).await;
    assert_eq!(nothing, desk.hidden("e-26", "/api/v1/sessions/s-1/cases/no-such-case").await);
    for (account, path) in
        [("factory-clerk", at), ("p-1", at), ("factory-clerk", of_case.as_str()), ("e-02", "/api/v1/sessions/s-9")]
    {
        desk.hidden(account, path).await;
    }
}

async fn rounds_and_committees_are_listed_and_shown(database: Option<String>) {
    let desk = Desk::new(database).await;
    let (today, office) = (desk.world.today(), clerk("committee-office"));
    let plan = |from: i32, until: i32| {
        json!({
            "command": "plan", "place": "shandong", "year": 2026, "series": "engineering", "committee": "c-1",
            "office": "committee-office", "reference_date": today, "windows": [{ "from": today.plus(from), "until": today.plus(until) }],
        })
    };
    let notice = json!({ "command": "announce", "text": "年度评审通知（虚构）", "skilled_section": "高技能人才申报说明（虚构）" });
    for (id, from, until) in [("r-2", 0, 10), ("r-3", 20, 40), ("r-4", 0, 50)] {
        desk.world.office.order_round(&office, id, &plan(from, until), None).await.expect("a plan");
        if id != "r-4" {
            desk.world.office.order_round(&office, id, &notice, None).await.expect("a round");
        }
    }
    let open = desk.seen("factory-clerk", "/api/v1/rounds").await;
    assert_eq!(ids(&open), ["r-2", "r-1"], "announced, and open today; what ends first comes first");
    let first = desk.seen("p-1", "/api/v1/rounds?limit=1").await;
    let next = first["next"].as_str().expect("a cursor");
    assert_eq!(
        (ids(&first), ids(&desk.seen("p-1", &format!("/api/v1/rounds?limit=1&after={next}")).await)),
        (vec!["r-2"], vec!["r-1"])
    );
    assert_eq!(desk.get("p-1", "/api/v1/rounds?after=no-cursor").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let round = desk.seen("p-1", "/api/v1/rounds/r-3").await;
    assert_eq!((&round["phase"], &round["notice"]), (&json!("announced"), &json!("年度评审通知（虚构）")));
    assert_eq!(desk.seen("committee-office-clerk", "/api/v1/rounds/r-4").await["phase"], "planned");
    assert_eq!(
        desk.hidden("factory-clerk", "/api/v1/rounds/r-4").await,
        desk.hidden("factory-clerk", "/api/v1/rounds/r-9").await
    );
    for _ in 0..21 {
        desk.world.tomorrow();
    }
    assert_eq!(ids(&desk.seen("p-1", "/api/v1/rounds").await), ["r-1", "r-3"]);

    let committees = desk.seen("p-1", "/api/v1/committees").await;
    assert_eq!((ids(&committees), &committees["listed"][0]["place"]), (vec!["c-1"], &json!("shandong")));
    let pool = |account: &'static str| async { desk.seen(account, "/api/v1/committees/c-1").await["pool"].clone() };
    assert_eq!(pool("p-1").await, Value::Null, "who is in the pool is not for everybody");
    assert_eq!(pool("e-02").await.as_array().map(Vec::len), Some(1), "an expert sees himself");
    assert_eq!(pool("committee-office-clerk").await.as_array().map(Vec::len), Some(26));
    desk.hidden("p-1", "/api/v1/committees/c-9").await;
    let dissolve = json!({ "command": "dissolve", "reason": "机构调整（虚构）" });
    desk.world.office.order_committee(&office::Office::operator(), "c-1", &dissolve, None).await.expect("dissolved");
    assert!(ids(&desk.seen("p-1", "/api/v1/committees").await).is_empty());
}

async fn who_objected_is_for_the_objector_and_the_office_that_answers(database: Option<String>) {
    let desk = Desk::new(database).await;
    let case = desk.case_at("notice-before").await;
    let factory = clerk("factory");
    desk.world.order(&factory, &case, json!({ "order": "publish", "text": "推荐名单（虚构）" })).await;
    let objector = casework::Actor { id: "p-9".to_owned(), organisation: None, role: casework::Role::Applicant };
    desk.world.order(&objector, &case, json!({ "order": "object", "text": "情况不实（虚构）" })).await;
    let answer = json!({ "order": "answer-objection", "number": 1, "upheld": false, "reason": "经核查属实（虚构）" });
    desk.world.order(&factory, &case, answer).await;
    let (at, history) = (format!("/api/v1/cases/{case}"), format!("/api/v1/cases/{case}/history"));
    let objected = |history: &Value| {
        let records = history["records"].as_array().unwrap().clone();
        let index = records.iter().position(|record| record["kind"] == "objected").expect("an objection");
        (records[index].clone(), records[index + 1].clone())
    };
    // The office that answers.
    assert_eq!(desk.seen("factory-clerk", &at).await["case"]["objections"][0]["by"], "p-9");
    let (told, after) = objected(&desk.seen("factory-clerk", &history).await);
    assert_eq!((&told["actor"], &after["previous"]), (&json!("p-9"), &told["hash"]));
    // The applicant, and the office of a later step.
    for account in ["p-1", "committee-office-clerk"] {
        let seen = desk.get(account, &at).await;
        let objection = &seen.json()["case"]["objections"][0];
        assert!(objection["answer"][0] == json!(false) && objection["text"]["id"].is_string(), "{objection}");
        let history = desk.get(account, &history).await;
        assert!(!seen.text.contains("p-9") && !history.text.contains("p-9"), "{}", history.text);
        let (told, after) = objected(&history.json());
        assert_eq!((&told["actor"], &told["hash"], &after["previous"]), (&Value::Null, &Value::Null, &Value::Null));
        let text = objection["text"]["id"].as_str().unwrap();
        assert_eq!(desk.seen(account, &format!("{at}/documents/{text}")).await, "情况不实（虚构）");
    }
}
