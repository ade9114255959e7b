//! An engineer's application for a skill level, from the draft to its end.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says why")]

#[path = "support/mod.rs"]
mod support;

use casework::Role;
use office::OfficeError;
use serde_json::{Value, json};
use support::{World, applicant, clerk, of};

fn engineer() -> Value {
    json!({
        "schema": "guantong/dossier/1",
        "person": { "birth_date": "1986-04-12", "sex": "male" },
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

#[tokio::test]
async fn from_the_draft_to_the_certificate_with_the_theory_waived() {
    let world = World::new("shandong", "2026-03-02", None).await;
    let case = world.open("shandong", "skill:technician", engineer()).await;
    let filed = world.order(&applicant(), &case, json!({ "order": "file", "promise": true })).await;
    assert_eq!(filed.status, "acceptance");
    let refused = world.try_order(&clerk("factory"), &case, json!({ "order": "forward" })).await;
    assert!(matches!(refused, Err(OfficeError::Refused(refusal)) if refusal.code == "not-your-turn"));
    let office = clerk("assessor");
    world.order(&office, &case, json!({ "order": "verdict", "point": "title", "met": true })).await;
    let shown = world.office.case(&office, &case).await.expect("a case");
    for clause in shown.asked_here {
        let order = json!({ "order": "find", "clause": clause, "holds": true, "reason": "材料属实" });
        world.order(&office, &case, order).await;
    }
    assert_eq!(world.order(&office, &case, json!({ "order": "forward" })).await.status, "examination");
    let examiner = of("assessor", Role::Examiner);
    let waived = json!({ "order": "part", "part": "theory-exam", "passed": true });
    let refused = world.try_order(&examiner, &case, waived).await;
    assert!(matches!(refused, Err(OfficeError::Refused(refusal)) if refusal.code == "part-waived"));
    let fee = json!({ "order": "charge", "part": "theory-exam", "fen": 10_000 });
    let refused = world.try_order(&office, &case, fee).await;
    assert!(
        matches!(refused, Err(OfficeError::Refused(refusal)) if refusal.clause.as_deref() == Some("SD-6.2.c")),
        "who is exempt pays nothing"
    );
    let practical = json!({ "order": "part", "part": "practical", "passed": true });
    assert_eq!(world.order(&examiner, &case, practical).await.status, "comprehensive-review");
    let review = json!({ "order": "part", "part": "comprehensive-review", "passed": true });
    assert_eq!(world.order(&examiner, &case, review).await.status, "confirmation");
    let done = world.order(&office, &case, json!({ "order": "confirm" })).await;
    assert_eq!(done.status, "ended");
    let replayed = world.office.replay(&applicant(), &case).await.expect("a replay");
    assert!(replayed.holds && replayed.decisions.len() >= 2, "{replayed:?}");
    assert_eq!(
        world.office.store().verify(None).await.expect("a chain").seq,
        world.office.store().root().await.expect("a root").seq
    );
}
