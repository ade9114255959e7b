//! How people get in: invitations, passwords, second factors, recovery codes.

use axum::http::StatusCode;
use serde_json::json;

use crate::entrance::{Entrance, MINUTE, PASSWORD, codes};

pub async fn staff_get_in_with_password_and_code(entrance: &Entrance) {
    let (browser, secret, recovery) = entrance.staff("clerk-1").await;
    assert_eq!(recovery.len(), 10);
    assert!(browser.is_in().await);
    let left = browser.send_form("/account", "recovery", &[]).await;
    assert_eq!(codes(&left.text).len(), 10, "{}", left.text);
    // The code that set it up does not let in as well, nor does any code twice.
    entrance.pass(30);
    let other = entrance.browser();
    let answer = other.log_in_with("clerk-1", &entrance.code(&secret, -30)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let code = entrance.code(&secret, 0);
    assert_eq!(other.send_form("/login/code", "code-form", &[("code", &code)]).await.header("location"), "/desk");
    assert!(other.is_in().await);
    let third = entrance.browser();
    assert_eq!(third.log_in_with("clerk-1", &code).await.status, StatusCode::UNPROCESSABLE_ENTITY, "used");
    // A code two steps old is expired, one step is let pass.
    entrance.pass(90);
    let expired = entrance.code(&secret, -60);
    assert_eq!(third.send_form("/login/code", "code-form", &[("code", &expired)]).await.status, 422);
    let late = entrance.code(&secret, -30);
    assert_eq!(third.send_form("/login/code", "code-form", &[("code", &late)]).await.header("location"), "/desk");
    // The secret lies sealed: neither the database nor the key file shows it.
    let kept = entrance.office.store().credential("clerk-1").await.unwrap().unwrap();
    let bytes = totp_rs::Secret::try_from_base32(secret.replace(' ', "")).unwrap();
    let hex: String = bytes.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let sealed = kept.factor.unwrap();
    assert!(sealed.starts_with("s1.1.") && !sealed.contains(&hex) && kept.offered.is_none());
    assert!(kept.password.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    assert!(entrance.folder().join("sealing.keys").is_file());
}

pub async fn an_applicant_may_do_without_a_second_factor(entrance: &Entrance) {
    let browser = entrance.applicant("worker-1").await;
    assert!(browser.is_in().await);
    // It may be set up, and taken away again.
    let (secret, _) = browser.set_up_factor(entrance).await;
    let again = entrance.browser();
    entrance.pass(30);
    assert_eq!(again.log_in_with("worker-1", &entrance.code(&secret, 0)).await.header("location"), "/desk");
    assert_eq!(browser.send_form("/account", "remove", &[]).await.header("location"), "/account");
    assert_eq!(entrance.browser().log_in("worker-1", PASSWORD).await.header("location"), "/desk");
    // Not so for staff: there is no button, and the form is not obeyed.
    let (clerk, ..) = entrance.staff("clerk-1").await;
    let page = clerk.get("/account").await.text;
    assert!(!page.contains("<form id=\"remove\""));
    let token = crate::site::fields_of_form(&page, "offer").remove("form_token").unwrap();
    assert_eq!(clerk.post("/account/factor/remove", &[("form_token", &token)]).await.status, 303);
    assert!(entrance.office.store().credential("clerk-1").await.unwrap().unwrap().factor.is_some());
}

pub async fn a_recovery_code_lets_in_once(entrance: &Entrance) {
    let (browser, _, recovery) = entrance.staff("clerk-1").await;
    let typed = recovery[3].to_uppercase().replace('-', " ");
    let other = entrance.browser();
    assert_eq!(other.log_in_with("clerk-1", &typed).await.header("location"), "/desk");
    let third = entrance.browser();
    assert_eq!(third.log_in_with("clerk-1", &typed).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(entrance.office.store().recovery_codes_left("clerk-1").await.unwrap(), 9);
    // New ones make the earlier ones void.
    let fresh = codes(&browser.send_form("/account", "recovery", &[]).await.text);
    assert_eq!(third.send_form("/login/code", "code-form", &[("code", &recovery[4])]).await.status, 422);
    assert_eq!(third.send_form("/login/code", "code-form", &[("code", &fresh[0])]).await.header("location"), "/desk");
}

pub async fn an_invitation_sets_a_password_once(entrance: &Entrance) {
    let earlier = entrance.invite("worker-1", false).await;
    let path = entrance.invite("worker-1", false).await;
    let browser = entrance.browser();
    assert_eq!(browser.get(&earlier).await.status, StatusCode::NOT_FOUND, "a newer one was issued");
    for (faulty, why) in [
        ("short", "12"),
        ("passwordpassword", "互不相干"),
        ("quiet copper worker-1 river", "不能包含账号"),
        (&"丝绸古道".repeat(33), "128"),
    ] {
        let answer = browser.send_form(&path, "invitation", &[("new", faulty)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains(why) && answer.text.contains("role=\"alert\""), "{}", answer.text);
        assert!(!answer.text.contains(faulty), "a password is never shown");
    }
    assert_eq!(browser.send_form(&path, "invitation", &[("new", PASSWORD)]).await.header("location"), "/login?set=1");
    assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND, "used");
    let token = crate::site::fields_of_form(&browser.get("/login").await.text, "login").remove("form_token").unwrap();
    let answer = browser.post(&path, &[("form_token", &token), ("new", "other copper lantern river")]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.log_in("worker-1", PASSWORD).await.header("location"), "/desk");
    for none in ["/invitation/x", "/invitation/%00", &format!("/invitation/{}", "0".repeat(64))] {
        assert_eq!(browser.get(none).await.status, StatusCode::NOT_FOUND, "{none}");
    }
}

pub async fn an_invitation_is_over_after_a_day_and_may_forget_the_factor(entrance: &Entrance) {
    entrance.staff("clerk-1").await;
    let path = entrance.invite("clerk-1", true).await;
    let browser = entrance.browser();
    entrance.pass(24 * 60 * MINUTE - 1);
    assert_eq!(browser.get(&path).await.status, StatusCode::OK);
    entrance.pass(1);
    assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND);
    let path = entrance.invite("clerk-1", true).await;
    browser.send_form(&path, "invitation", &[("new", PASSWORD)]).await;
    assert_eq!(browser.log_in("clerk-1", PASSWORD).await.header("location"), "/account/factor", "it is set up anew");
    // Only an administrator invites, and only accounts on record.
    let clerk = office::Caller { id: "clerk-1".into(), organisation: None, role: casework::Role::Clerk };
    assert!(entrance.office.invite(&clerk, "worker-1", false).await.is_err());
    assert!(entrance.office.invite(&office::Office::operator(), "nobody", false).await.is_err());
}

pub async fn an_account_that_was_ended_leaves_nothing_to_its_successor(entrance: &Entrance) {
    let browser = entrance.applicant("worker-1").await;
    let path = entrance.invite("worker-1", false).await;
    entrance.order(json!({ "order": "end-account", "account": "worker-1" })).await;
    assert!(!browser.is_in().await);
    entrance.add("worker-1", "administrator", None, "second").await;
    assert!(!browser.is_in().await, "the session was of another account");
    assert_eq!(entrance.browser().log_in("worker-1", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND);
}
