//! Credentials, invitations, sessions and gates: each is used once, ends when it has to, and only credentials are in backups.

use store::{Invitation, Login, Store};

use crate::stage::Stage;

fn invitation(digest: &str, account: &str, of: &str, forgets_factor: bool) -> Invitation {
    Invitation { digest: digest.into(), account: account.into(), register_id: of.into(), until: 100, forgets_factor }
}

fn login(digest: &str, account: &str, used: i64) -> Login {
    Login {
        digest: digest.into(),
        account: account.into(),
        stage: "open".into(),
        began: 5,
        used,
        confirmed: (used % 2 == 0).then_some(7),
        browser: "Firefox · Linux".into(),
    }
}

async fn with_password(store: &Store, account: &str) {
    let one = invitation(&format!("i-{account}"), account, "r-1", false);
    store.put_invitation(&one).await.unwrap();
    assert!(store.accept_invitation(&one, "hash-1", 10).await.unwrap());
}

pub async fn an_invitation_is_used_once_and_ends_all_sessions(stage: &Stage) {
    let store = stage.open().await;
    let first = invitation("i-1", "a", "r-1", false);
    store.put_invitation(&first).await.unwrap();
    assert_eq!(store.invitation("i-1", 99).await.unwrap(), Some(first.clone()));
    assert_eq!(store.invitation("i-1", 100).await.unwrap(), None, "over");
    assert!(!store.accept_invitation(&first, "h", 100).await.unwrap());
    // A later one makes it void.
    let second = invitation("i-2", "a", "r-1", false);
    store.put_invitation(&second).await.unwrap();
    assert!(!store.accept_invitation(&first, "h", 10).await.unwrap());
    for (digest, account) in [("s-1", "a"), ("s-2", "a"), ("s-3", "b")] {
        assert!(store.put_login(&login(digest, account, 6), None).await.unwrap());
    }
    // Of two who use it at once one is let in.
    let (one, other) =
        tokio::join!(store.accept_invitation(&second, "h-1", 10), store.accept_invitation(&second, "h-2", 10));
    assert!(one.unwrap() ^ other.unwrap());
    assert!(!store.accept_invitation(&second, "h-3", 10).await.unwrap());
    assert!(store.credential("a").await.unwrap().unwrap().password.starts_with("h-"));
    assert_eq!(store.logins("a").await.unwrap(), []);
    assert_eq!(store.logins("b").await.unwrap().len(), 1);
}

pub async fn a_factor_counts_once_it_is_taken_and_each_step_once(stage: &Stage) {
    let store = stage.open().await;
    with_password(&store, "a").await;
    assert!(store.offer_factor("a", "sealed-1").await.unwrap());
    let kept = store.credential("a").await.unwrap().unwrap();
    assert_eq!((kept.factor, kept.offered.as_deref(), kept.factor_step), (None, Some("sealed-1"), -1));
    assert!(!store.take_factor("a", "sealed-0", 3, &[], "").await.unwrap(), "that one was not offered");
    let codes: Vec<String> = (0..10).map(|n| format!("c-{n}")).collect();
    store.put_login(&login("s-1", "a", 6), None).await.unwrap();
    store.put_login(&login("s-2", "a", 6), None).await.unwrap();
    assert!(store.take_factor("a", "sealed-1", 3, &codes, "s-2").await.unwrap());
    assert_eq!(store.logins("a").await.unwrap(), [login("s-2", "a", 6)]);
    assert!(!store.use_step("a", 3).await.unwrap() && !store.use_step("a", 2).await.unwrap());
    let (one, other) = tokio::join!(store.use_step("a", 4), store.use_step("a", 4));
    assert!(one.unwrap() ^ other.unwrap(), "one of two");
    let (one, other) = tokio::join!(store.use_recovery_code("a", "c-3"), store.use_recovery_code("a", "c-3"));
    assert!(one.unwrap() ^ other.unwrap());
    assert!(!store.use_recovery_code("b", "c-4").await.unwrap(), "somebody else's");
    assert_eq!(store.recovery_codes_left("a").await.unwrap(), 9);
    store.put_recovery_codes("a", &["d".into()]).await.unwrap();
    assert!(!store.use_recovery_code("a", "c-4").await.unwrap() && store.use_recovery_code("a", "d").await.unwrap());
    assert!(store.reseal_factor("a", "sealed-1", "sealed-2").await.unwrap());
    assert!(!store.reseal_factor("a", "sealed-1", "sealed-3").await.unwrap());
    // An invitation leaves the factor, unless it says otherwise or the id was given to another account.
    for (digest, of, forgets, stays) in [("i-2", "r-1", false, true), ("i-3", "r-1", true, false)] {
        let one = invitation(digest, "a", of, forgets);
        store.put_invitation(&one).await.unwrap();
        assert!(store.accept_invitation(&one, "hash", 10).await.unwrap());
        assert_eq!(store.credential("a").await.unwrap().unwrap().factor.is_some(), stays);
    }
    store.offer_factor("a", "sealed-4").await.unwrap();
    assert!(store.take_factor("a", "sealed-4", 9, &codes, "").await.unwrap());
    let other = invitation("i-4", "a", "r-2", false);
    store.put_invitation(&other).await.unwrap();
    assert!(store.accept_invitation(&other, "hash", 10).await.unwrap());
    let kept = store.credential("a").await.unwrap().unwrap();
    assert_eq!((kept.register_id.as_str(), kept.factor), ("r-2", None));
    assert_eq!(store.recovery_codes_left("a").await.unwrap(), 0);
}

pub async fn sessions_are_replaced_listed_and_ended(stage: &Stage) {
    let store = stage.open().await;
    with_password(&store, "a").await;
    for (digest, used) in [("s-1", 6), ("s-2", 8), ("s-3", 7)] {
        assert!(store.put_login(&login(digest, "a", used), None).await.unwrap());
    }
    let listed: Vec<String> = store.logins("a").await.unwrap().into_iter().map(|one| one.digest).collect();
    assert_eq!(listed, ["s-2", "s-3", "s-1"]);
    assert_eq!(store.login("s-3").await.unwrap(), Some(login("s-3", "a", 7)));
    // A token is given in place of another once only, and only to the same account.
    assert!(!store.put_login(&login("s-4", "b", 9), Some("s-3")).await.unwrap());
    let (one, other) = (login("s-5", "a", 9), login("s-6", "a", 9));
    let (one, other) = tokio::join!(store.put_login(&one, Some("s-3")), store.put_login(&other, Some("s-3")));
    assert!(one.unwrap() ^ other.unwrap());
    assert_eq!(store.login("s-3").await.unwrap(), None);
    assert!(store.note_login("s-1", 20).await.unwrap() && !store.note_login("s-1", 19).await.unwrap());
    assert!(!store.end_login("b", "s-1").await.unwrap() && store.end_login("a", "s-1").await.unwrap());
    assert!(store.change_password("a", "hash-1", "hash-2", "s-2").await.unwrap());
    assert!(!store.change_password("a", "hash-1", "hash-3", "s-2").await.unwrap(), "changed meanwhile");
    assert_eq!(store.logins("a").await.unwrap().len(), 1);
    assert!(store.know_browser("k", "a", 50).await.unwrap());
    assert!(store.knows_browser("k", "a", 49).await.unwrap() && !store.knows_browser("k", "b", 49).await.unwrap());
    assert!(!store.knows_browser("k", "a", 50).await.unwrap());
    assert_eq!(store.end_logins("a").await.unwrap(), 1);
    assert!(!store.knows_browser("k", "a", 49).await.unwrap());
    // What is over is swept, and nothing else.
    store.put_login(&login("s-7", "a", 6), None).await.unwrap();
    store.put_login(&login("s-8", "a", 30), None).await.unwrap();
    store.sweep_logins(5, 30, 0, 0).await.unwrap();
    assert_eq!(store.logins("a").await.unwrap(), [login("s-8", "a", 30)]);
    store.sweep_logins(6, 30, 0, 0).await.unwrap();
    assert_eq!(store.logins("a").await.unwrap(), []);
}

pub async fn gates_count_each_attempt(stage: &Stage) {
    let store = stage.open().await;
    let gates = ["x".to_owned(), "b".to_owned()];
    // The gate "x" waits from its third failure on, "b" from its fifth.
    let wait = |gate: usize, failures: i64| if failures >= [3, 5][gate] { 100 } else { 0 };
    for now in 0..3 {
        assert_eq!(store.pass_gates(&gates, now, -1000, wait).await.unwrap(), None);
    }
    assert_eq!(store.pass_gates(&gates, 3, -1000, wait).await.unwrap(), Some(102), "three failures");
    // What was refused was not counted anywhere.
    assert_eq!(store.pass_gates(&gates[1..], 3, -1000, |_, failures| 10 * (failures - 4)).await.unwrap(), None);
    assert_eq!(store.pass_gates(&gates, 102, -1000, wait).await.unwrap(), None);
    store.take_back(&gates, 102).await.unwrap();
    assert_eq!(store.pass_gates(&gates, 102, -1000, wait).await.unwrap(), None);
    store.clear_gates(&gates).await.unwrap();
    assert_eq!(store.pass_gates(&gates, 102, -1000, wait).await.unwrap(), None);
    // Failures that lie back long are forgotten.
    let first = |_, failures| if failures > 1 { 1000 } else { 0 };
    assert_eq!(store.pass_gates(&gates, 500, 103, first).await.unwrap(), None);
    assert_eq!(store.pass_gates(&gates, 500, 103, first).await.unwrap(), None);
    assert_eq!(store.pass_gates(&gates, 500, 103, first).await.unwrap(), Some(1500));
    // Of many at once no more pass than one after the other would.
    let many = (0..16).map(|_| {
        let store = store.clone();
        tokio::spawn(async move {
            let three = |_, failures| if failures >= 3 { 100 } else { 0 };
            store.pass_gates(&["c".to_owned(), "a".to_owned()], 10, -1000, three).await.unwrap().is_none()
        })
    });
    let mut passed = 0;
    for one in many.collect::<Vec<_>>() {
        passed += usize::from(one.await.unwrap());
    }
    assert_eq!(passed, 3);
}

pub async fn a_backup_has_credentials_and_no_sessions(stage: &Stage) {
    let store = stage.open().await;
    with_password(&store, "a").await;
    store.offer_factor("a", "sealed-1").await.unwrap();
    assert!(store.take_factor("a", "sealed-1", 3, &["c-1".into()], "").await.unwrap());
    store.put_login(&login("the-session", "a", 6), None).await.unwrap();
    store.know_browser("the-browser", "a", 50).await.unwrap();
    store.put_invitation(&invitation("the-link", "a", "r-1", true)).await.unwrap();
    store.pass_gates(&["the-gate".into()], 1, 0, |_, _| 0).await.unwrap();
    let file = stage.folder.path().join("backup");
    store.backup(&file).await.unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(["hash-1", "sealed-1", "c-1"].iter().all(|kept| text.contains(kept)));
    assert!(["the-session", "the-browser", "the-link", "the-gate"].iter().all(|gone| !text.contains(gone)));
    let other = if stage.is_sqlite() { Stage::postgres() } else { Stage::sqlite() };
    let moved = Store::restore(&other.place, &file, None).await.unwrap();
    assert_eq!(moved.credential("a").await.unwrap(), store.credential("a").await.unwrap());
    assert_eq!(moved.recovery_codes_left("a").await.unwrap(), 1);
    assert_eq!(moved.logins("a").await.unwrap(), []);
}
