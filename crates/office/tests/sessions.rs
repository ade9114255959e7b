//! Who sits in a session and whose cases it has comes from the records, whatever the one who convenes it says.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says why")]

#[path = "support/mod.rs"]
mod support;

use office::OfficeError;
use serde_json::{Value, json};
use support::walk::convening;
use support::{PROVED, World, applicant, clerk, county, worker};

/// A case that lies before the committee, whose pool has an expert more, of the applicant's own employer.
async fn before_the_committee() -> (World, String) {
    let world = World::new("shandong", "2026-03-02", None).await;
    world.committee("shandong", county("shandong")).await;
    let today = world.today();
    let colleague = json!({ "id": "e-26", "organisation": "factory", "skilled": true, "specialties": [],
                            "term": { "from": today, "until": today.plus(700) } });
    let order = json!({ "command": "add-expert", "expert": colleague });
    world.office.order_committee(&office::Office::operator(), "c-1", &order, None).await.expect("an expert");
    let case = world.open("shandong", "title:intermediate", worker()).await;
    for path in PROVED {
        world.prove(&case, path).await;
    }
    world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    world.walk_to(&case, 0, "review").await;
    (world, case)
}

async fn refused(world: &World, order: &Value) -> &'static str {
    match world.office.order_session(&clerk("committee-office"), "s-1", order, None).await {
        Err(OfficeError::Refused(refusal)) => refusal.code,
        other => panic!("{other:?} is no refusal"),
    }
}

#[tokio::test]
async fn a_colleague_keeps_out() {
    let (world, case) = before_the_committee().await;
    let mut order = convening(&case, world.today());
    order["members"][24] = json!("e-26");
    let office = clerk("committee-office");
    world.office.order_session(&office, "s-1", &order, None).await.expect("a session");
    let session = world.office.session(&office, "s-1").await.expect("a session");
    let item = session.items.get(&case).expect("the case");
    assert_eq!(item.agenda.concerned.applicant, applicant().id);
    assert_eq!((item.agenda.level.as_str(), item.agenda.skilled), ("intermediate", true));
    assert_eq!(item.recused.keys().collect::<Vec<_>>(), ["e-26"], "the employer is the same");
    let shown = world.office.case(&applicant(), &case).await.expect("a case");
    assert_eq!(shown.status_name, "review");
    let sheet = session.convening.expect("a convening").sheets.remove(0);
    assert_eq!(sheet.papers_clause.as_deref(), Some("SD-3.3"), "nobody fails for want of papers alone");
}

#[tokio::test]
async fn strangers_and_committees_without_the_remit_are_refused() {
    let (world, case) = before_the_committee().await;
    let today = world.today();
    let mut stranger = convening(&case, today);
    stranger["members"][24] = json!("e-99");
    assert_eq!(refused(&world, &stranger).await, "expert-unknown");
    let mut drawn = convening(&case, today);
    drawn["draw"] = json!("d-1");
    assert_eq!(refused(&world, &drawn).await, "draw-unknown");
    let mut late = convening(&case, today);
    late["on"] = json!(today.plus(800));
    assert_eq!(refused(&world, &late).await, "committee-filing-not-valid");
    let narrow = json!({
        "command": "register", "office": "committee-office", "size": 25, "filing": { "from": today, "until": today.plus(30) },
        "remit": { "place": "shandong", "series": "engineering", "area": "370000", "tiers": ["assistant"] },
    });
    let operator = office::Office::operator();
    world.office.order_committee(&operator, "c-2", &narrow, None).await.expect("a committee");
    for number in 1..=25 {
        let expert = json!({ "id": format!("e-{number:02}"), "organisation": "institute", "skilled": true,
                             "term": { "from": today, "until": today.plus(30) } });
        let order = json!({ "command": "add-expert", "expert": expert });
        world.office.order_committee(&operator, "c-2", &order, None).await.expect("an expert");
    }
    let mut beyond = convening(&case, today);
    beyond["committee"] = json!("c-2");
    assert_eq!(refused(&world, &beyond).await, "committee-out-of-remit");
}

#[tokio::test]
async fn sessions_score_by_what_the_committee_has_on_file_and_the_policy_asks_for() {
    let (world, case) = before_the_committee().await;
    let mut unknown = convening(&case, world.today());
    unknown["agenda"][0]["sheet"] = json!("another");
    assert_eq!(refused(&world, &unknown).await, "sheet-not-on-file");
    let (operator, clerk) = (office::Office::operator(), clerk("committee-office"));
    let item = |id: &str, weight: u32, skill: bool| json!({ "id": id, "weight": weight, "scale": { "scale": "points", "most": 100 }, "skill": skill });
    let bare = json!({ "id": "another", "areas": [
        { "key": "ethics", "kind": "ethics", "gate": { "least": 2000 }, "items": [item("ethics", 3000, false)] },
        { "key": "ability", "kind": "ability", "items": [item("anything", 7000, true)] },
    ]});
    let file = json!({ "command": "file-sheet", "sheet": bare });
    world.office.order_committee(&clerk, "c-1", &file, None).await.expect("a sheet on file");
    assert_eq!(refused(&world, &unknown).await, "sheet-lacks-items");
    let mut faulty = file.clone();
    faulty["sheet"]["areas"][1]["items"][0]["weight"] = json!(6000);
    match world.office.order_committee(&clerk, "c-1", &faulty, None).await {
        Err(OfficeError::Faults(faults)) => {
            assert_eq!(faults.faults[0].path, "sheet.areas");
            assert!(faults.faults[0].problem.contains("9000"), "{faults:?}");
        }
        other => panic!("{other:?}"),
    }
    let take = json!({ "command": "withdraw-sheet", "sheet": "another", "reason": "改用新的评分标准" });
    world.office.order_committee(&clerk, "c-1", &take, None).await.expect("taken off");
    assert_eq!(refused(&world, &unknown).await, "sheet-not-on-file");
    for told in [
        json!({ "command": "convene", "rules": {} }),
        json!({ "command": "announce", "document": { "id": "d", "digest": "e" } }),
    ] {
        assert!(matches!(world.office.order_session(&clerk, "s-1", &told, None).await, Err(OfficeError::Faults(_))));
    }
    let plan = json!({ "command": "plan", "window_clause": "X" });
    assert!(matches!(world.office.order_round(&clerk, "r-2", &plan, None).await, Err(OfficeError::Faults(_))));
    let register = json!({ "command": "register", "rules": {} });
    assert!(matches!(
        world.office.order_committee(&operator, "c-3", &register, None).await,
        Err(OfficeError::Faults(_))
    ));
}

#[tokio::test]
async fn a_round_is_announced_with_the_section_that_the_text_asks_for() {
    let world = World::new("shandong", "2026-03-02", None).await;
    let today = world.today();
    let term = json!({ "from": today, "until": today.plus(30) });
    world.committee("shandong", county("shandong")).await;
    let office = clerk("committee-office");
    let plan = json!({
        "command": "plan", "place": "shandong", "year": 2026, "series": "engineering", "committee": "c-1",
        "office": "committee-office", "reference_date": today, "windows": [term],
    });
    world.office.order_round(&office, "r-2", &plan, None).await.expect("a round");
    let bare = json!({ "command": "announce", "text": "年度评审通知（虚构）" });
    match world.office.order_round(&office, "r-2", &bare, None).await {
        Err(OfficeError::Refused(refusal)) => assert_eq!(refusal.clause.as_deref(), Some("SD-6.1.b")),
        other => panic!("{other:?}"),
    }
    let whole = json!({ "command": "announce", "text": "年度评审通知（虚构）", "skilled_section": "高技能人才申报说明（虚构）" });
    world.office.order_round(&office, "r-2", &whole, None).await.expect("announced");
}

#[tokio::test]
async fn who_takes_a_case_back_holds_up_no_announcement() {
    let (world, case) = before_the_committee().await;
    let office = clerk("committee-office");
    world.office.order_session(&office, "s-1", &convening(&case, world.today()), None).await.expect("a session");
    world.order(&applicant(), &case, json!({ "order": "withdraw" })).await;
    let chair = support::walk::expert(1);
    let put_off = json!({ "command": "postpone", "case": case, "reason": "申报人已撤回" });
    world.office.order_session(&office, "s-1", &put_off, None).await.expect("put off");
    world.office.order_session(&chair, "s-1", &json!({ "command": "announce" }), None).await.expect("announced");
    assert_eq!(world.office.case(&applicant(), &case).await.expect("a case").status_name, "withdrawn");
}

#[tokio::test]
async fn a_case_that_cannot_be_read_holds_up_no_other() {
    let (world, case) = before_the_committee().await;
    let other = world.open("shandong", "title:intermediate", worker()).await;
    for path in PROVED {
        world.prove(&other, path).await;
    }
    world.order(&applicant(), &other, json!({ "order": "file", "promise": true })).await;
    world.walk_to(&other, 0, "notice-before").await;
    world.order(&clerk("factory"), &other, json!({ "order": "publish", "text": "推荐名单（虚构）" })).await;
    // A record that this release does not know, as a later one or a hand in the database would leave it; it stands in the list
    // of notices as well.
    let broken = store::View {
        id: "case/broken".to_owned(),
        kind: "case".to_owned(),
        holder: "factory".to_owned(),
        state: "notice".to_owned(),
        place: "shandong".to_owned(),
        due: None,
        search: Vec::new(),
        body: json!({}),
    };
    let record = store::NewRecord {
        kind: "of-later-times".to_owned(),
        actor: "p-1".to_owned(),
        at: "2026-03-02T00:00:00Z".to_owned(),
        body: json!({}),
    };
    let unit = store::Unit {
        appends: vec![store::Append { stream: "case/broken".to_owned(), expected_version: 0, records: vec![record] }],
        views: vec![store::ViewChange::Put(broken)],
        ..store::Unit::default()
    };
    world.office.store().commit(unit).await.expect("a unit");
    for _ in 0..15 {
        world.tomorrow();
    }
    let ticked = world.office.tick().await.expect("a tick");
    assert_eq!(ticked.closed, 1, "{ticked:?}");
    assert!(matches!(ticked.unreadable.as_slice(), [one] if one.starts_with("broken")), "{ticked:?}");
    assert_eq!(world.office.case(&applicant(), &case).await.expect("a case").status_name, "review");
}
