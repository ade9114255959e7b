//! Sessions: their tokens, their ends, and what needs a fresh confirmation.

use crate::entrance::{Entrance, MINUTE, PASSWORD};

pub async fn a_session_cannot_be_planted_and_changes_its_token(entrance: &Entrance) {
    entrance.set_password("worker-1").await;
    let (browser, planted) = (entrance.browser(), "ab".repeat(32));
    browser.cookies.borrow_mut().insert("session".into(), planted.clone());
    assert!(!browser.is_in().await);
    browser.log_in("worker-1", PASSWORD).await;
    let first = browser.session();
    assert!(first.len() == 64 && first != planted);
    // Logging in again ends the session before.
    let before = browser.stolen();
    let other = browser.stolen();
    other.cookies.borrow_mut().remove("form");
    let answer = browser.send_form("/account", "everywhere", &[("end", "all")]).await;
    assert_eq!(answer.header("location"), "/login");
    assert!(!before.is_in().await);
    browser.log_in("worker-1", PASSWORD).await;
    let second = browser.session();
    assert_ne!(second, first);
    // So does a step-up: the token before is worth nothing.
    let before = browser.stolen();
    let answer = browser.send_form("/account/confirm", "confirm", &[("proof", PASSWORD)]).await;
    assert_eq!(answer.header("location"), "/account", "{}", answer.text);
    assert!(browser.is_in().await && browser.session() != second && !before.is_in().await);
    // And so does the code after the password.
    let (clerk, secret, _) = entrance.staff("clerk-1").await;
    assert!(clerk.is_in().await);
    entrance.pass(30);
    let browser = entrance.browser();
    browser.log_in("clerk-1", PASSWORD).await;
    let waiting = browser.stolen();
    let code = entrance.code(&secret, 0);
    browser.send_form("/login/code", "code-form", &[("code", &code)]).await;
    assert!(browser.is_in().await && !waiting.is_in().await && waiting.session() != browser.session());
}

pub async fn a_stolen_cookie_is_worth_nothing_after_the_logout(entrance: &Entrance) {
    let browser = entrance.applicant("worker-1").await;
    let thief = browser.stolen();
    assert!(thief.is_in().await, "until then it is");
    let token = crate::site::fields_of_form(&browser.get("/account").await.text, "offer").remove("form_token").unwrap();
    let out = browser.post("/logout", &[("form_token", &token)]).await;
    assert_eq!(out.header("location"), "/");
    assert!(browser.session().is_empty(), "the cookie is taken away");
    assert!(!thief.is_in().await);
}

pub async fn a_session_ends_when_idle_and_after_its_time(entrance: &Entrance) {
    let browser = entrance.applicant("worker-1").await;
    entrance.pass(30 * MINUTE - 1);
    assert!(browser.is_in().await);
    entrance.pass(30 * MINUTE);
    assert!(!browser.is_in().await, "idle");
    browser.log_in("worker-1", PASSWORD).await;
    for _ in 0..35 {
        entrance.pass(20 * MINUTE);
        assert!(browser.is_in().await);
    }
    entrance.pass(20 * MINUTE);
    assert!(!browser.is_in().await, "twelve hours");
    // A step-up does not begin them anew.
    browser.log_in("worker-1", PASSWORD).await;
    for _ in 0..35 {
        entrance.pass(20 * MINUTE);
        browser.send_form("/account/confirm", "confirm", &[("proof", PASSWORD)]).await;
    }
    assert!(browser.is_in().await);
    entrance.pass(20 * MINUTE);
    assert!(!browser.is_in().await, "twelve hours");
    // A password waits five minutes for its code.
    let (_, secret, _) = entrance.staff("clerk-1").await;
    let late = entrance.browser();
    assert_eq!(late.log_in("clerk-1", PASSWORD).await.header("location"), "/login/code");
    entrance.pass(5 * MINUTE);
    assert_eq!(late.get("/login/code").await.header("location"), "/login");
    let code = entrance.code(&secret, 0);
    assert_eq!(late.log_in_with("clerk-1", &code).await.header("location"), "/desk");
}

pub async fn one_session_ends_or_all(entrance: &Entrance) {
    let first = entrance.applicant("worker-1").await;
    let second = entrance.browser();
    second.log_in("worker-1", PASSWORD).await;
    let third = entrance.browser();
    third.log_in("worker-1", PASSWORD).await;
    let stranger = entrance.applicant("worker-2").await;
    let page = first.get("/account").await.text;
    let ids: Vec<&str> =
        page.split("name=\"end\" value=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect();
    assert_eq!(ids.len(), 4, "three sessions, and all of them: {ids:?}");
    let own = page.split("</li>").position(|row| row.contains("本次登录")).unwrap();
    let other = ids[if own == 0 { 1 } else { 0 }];
    // Somebody else cannot end it.
    stranger.send_form("/account", "everywhere", &[("end", other)]).await;
    assert!(second.is_in().await && third.is_in().await && stranger.is_in().await);
    first.send_form("/account", "everywhere", &[("end", other)]).await;
    assert!(first.is_in().await && (second.is_in().await ^ third.is_in().await));
    let answer = first.send_form("/account", "everywhere", &[("end", "all")]).await;
    assert_eq!(answer.header("location"), "/login");
    assert!(!first.is_in().await && !second.is_in().await && !third.is_in().await && stranger.is_in().await);
}

pub async fn a_reset_ends_all_sessions(entrance: &Entrance) {
    let (browser, secret, _) = entrance.staff("clerk-1").await;
    assert!(browser.is_in().await);
    entrance.set_password("clerk-1").await;
    assert!(!browser.is_in().await);
    // The second factor stays what it was.
    entrance.pass(30);
    assert_eq!(browser.log_in_with("clerk-1", &entrance.code(&secret, 0)).await.header("location"), "/desk");
    assert!(entrance.office.end_sessions("clerk-1").await.unwrap() > 0);
    assert!(!browser.is_in().await);
}

pub async fn a_change_needs_a_fresh_confirmation(entrance: &Entrance) {
    let (browser, secret, _) = entrance.staff("clerk-1").await;
    let other = entrance.browser();
    entrance.pass(30);
    other.log_in_with("clerk-1", &entrance.code(&secret, 0)).await;
    entrance.pass(5 * MINUTE);
    let new = "other copper lantern river";
    for (form, fields) in
        [("password-form", vec![("present", PASSWORD), ("new", new)]), ("offer", vec![]), ("recovery", vec![])]
    {
        assert_eq!(browser.send_form("/account", form, &fields).await.header("location"), "/account/confirm", "{form}");
    }
    let visitor = entrance.office.visitor(&browser.session()).await.unwrap().unwrap();
    assert!(visitor.is_open() && !visitor.may_sign());
    assert_eq!(
        browser.send_form("/account/confirm", "confirm", &[("proof", PASSWORD)]).await.status,
        422,
        "not the password"
    );
    let code = entrance.code(&secret, 0);
    assert_eq!(
        browser.send_form("/account/confirm", "confirm", &[("proof", &code)]).await.header("location"),
        "/account"
    );
    assert!(entrance.office.visitor(&browser.session()).await.unwrap().unwrap().may_sign());
    let wrong = browser.send_form("/account", "password-form", &[("present", new), ("new", new)]).await;
    assert_eq!(wrong.status, 422);
    let weak = browser.send_form("/account", "password-form", &[("present", PASSWORD), ("new", "123456789012")]).await;
    assert_eq!(weak.status, 422);
    let done = browser.send_form("/account", "password-form", &[("present", PASSWORD), ("new", new)]).await;
    assert_eq!(done.status, 200);
    assert!(browser.is_in().await && !other.is_in().await, "the others have ended");
    assert_eq!(other.log_in("clerk-1", PASSWORD).await.status, 422);
    assert_eq!(other.log_in("clerk-1", new).await.header("location"), "/login/code");
    // An applicant without a second factor proves it with the password, and may not sign.
    let applicant = entrance.applicant("worker-1").await;
    assert!(!entrance.office.visitor(&applicant.session()).await.unwrap().unwrap().may_sign());
    entrance.pass(5 * MINUTE);
    assert_eq!(applicant.send_form("/account/factor", "offer", &[]).await.header("location"), "/account/confirm");
    applicant.send_form("/account/confirm", "confirm", &[("proof", PASSWORD)]).await;
    assert_eq!(applicant.send_form("/account/factor", "offer", &[]).await.header("location"), "/account/factor");
}

pub async fn pages_speak_both_languages_and_say_who_is_in(entrance: &Entrance) {
    let (browser, ..) = entrance.staff("clerk-1").await;
    for (lang, role, out) in [("zh", "经办人", "退出"), ("en", "clerk", "Log out")] {
        for path in ["/account", "/account/confirm", "/account/factor", "/policies"] {
            let answer = browser.get(&format!("{path}?lang={lang}")).await;
            assert_eq!(answer.status, 200, "{path}");
            for words in ["clerk-1", role, "某机械厂", out] {
                assert!(answer.text.contains(words), "{path} {lang}: {words}");
            }
            assert!(!answer.text.contains("account-said") && !answer.text.contains("account-role"), "{path}");
            assert_eq!(answer.header("cache-control"), "no-store", "{path}: of this visitor only");
        }
    }
    let stranger = entrance.browser();
    assert!(!stranger.get("/policies").await.text.contains("clerk-1"));
    assert!(stranger.get("/?lang=en").await.text.contains("Log in"));
}
