//! What is refused: guessing, forms from elsewhere, half a login, a cookie alone.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::entrance::{Browser, Entrance, PASSWORD, token};
use crate::site::{Answer, fields_of_form};

const WRONG: &str = "quiet copper lantern rivers";

/// A browser at another address.
fn at<'a>(entrance: &'a Entrance, address: &str) -> Browser<'a> {
    Browser { address: address.parse().unwrap(), ..entrance.browser() }
}

pub async fn unknown_accounts_and_wrong_passwords_get_one_answer(entrance: &Entrance) {
    entrance.set_password("worker-1").await;
    let browser = entrance.browser();
    let mut answers = Vec::new();
    // One with a password, one without, none, and what cannot be one.
    for account in ["worker-1", "worker-2", "nobody-9", "谁-1"] {
        let answer = browser.log_in(account, WRONG).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{account}");
        assert!(!answer.text.contains(WRONG));
        answers.push(answer.text.replace(account, "ACCOUNT"));
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:#?}");
    assert_eq!(browser.session(), "");
    let odd = browser.log_in("a\0b", "\0").await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", odd.text);
    let long = browser.log_in("worker-2", &"x".repeat(5_000)).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Capitals and blanks around the account do not matter, in the password they do.
    assert_eq!(at(entrance, "192.0.2.7").log_in(" Worker-1 ", PASSWORD).await.header("location"), "/desk");
    assert_eq!(at(entrance, "192.0.2.7").log_in("worker-1", &PASSWORD.to_uppercase()).await.status, 422);
}

fn waits(answer: &Answer) -> bool {
    answer.status == StatusCode::TOO_MANY_REQUESTS && answer.header("retry-after").parse::<u64>().is_ok_and(|n| n > 0)
}

pub async fn guessing_waits_and_the_owner_gets_in_from_a_known_browser(entrance: &Entrance) {
    let owner = entrance.applicant("worker-1").await;
    entrance.set_password("worker-2").await;
    let guesser = at(entrance, "203.0.113.5");
    for _ in 0..5 {
        assert_eq!(guesser.log_in("worker-1", WRONG).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(waits(&guesser.log_in("worker-1", WRONG).await));
    assert!(waits(&guesser.log_in("worker-1", PASSWORD).await), "even with the right one");
    entrance.pass(1);
    assert_eq!(guesser.log_in("worker-1", WRONG).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let second = guesser.log_in("worker-1", WRONG).await;
    assert_eq!((waits(&second), second.header("retry-after")), (true, "2"), "twice as long");
    // From many addresses at once: then the account as such waits, a minute at most.
    for n in 10..30 {
        at(entrance, &format!("203.0.113.{n}")).log_in("worker-1", WRONG).await;
    }
    let elsewhere = at(entrance, "198.51.100.77");
    assert!(waits(&elsewhere.log_in("worker-1", PASSWORD).await));
    assert_eq!(elsewhere.log_in("worker-2", PASSWORD).await.header("location"), "/desk", "others do not wait");
    // The owner gets in from a browser that is known, meanwhile.
    owner.send_form("/account", "offer", &[]).await;
    owner.cookies.borrow_mut().remove("session");
    assert_eq!(owner.log_in("worker-1", PASSWORD).await.header("location"), "/desk");
    // That browser is known for this account only.
    owner.cookies.borrow_mut().remove("session");
    for _ in 0..5 {
        owner.log_in("worker-2", WRONG).await;
    }
    assert!(waits(&owner.log_in("worker-2", WRONG).await));
    entrance.pass(60);
    assert_eq!(at(entrance, "198.51.100.78").log_in("worker-1", PASSWORD).await.header("location"), "/desk");
}

pub async fn codes_are_guessed_slowly(entrance: &Entrance) {
    let (_, secret, _) = entrance.staff("clerk-1").await;
    entrance.pass(60);
    let guesser = entrance.browser();
    guesser.log_in("clerk-1", PASSWORD).await;
    let right = entrance.code(&secret, 0);
    let wrong = if right == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        let answer = guesser.send_form("/login/code", "code-form", &[("code", wrong)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(waits(&guesser.send_form("/login/code", "code-form", &[("code", &right)]).await));
    // The password does not begin the count anew, nor does another address.
    let again = at(entrance, "203.0.113.5");
    assert!(waits(&again.log_in_with("clerk-1", &right).await));
    entrance.pass(1);
    assert_eq!(again.send_form("/login/code", "code-form", &[("code", &right)]).await.header("location"), "/desk");
}

pub async fn forms_from_elsewhere_do_nothing(entrance: &Entrance) {
    let browser = entrance.applicant("worker-1").await;
    let other = entrance.applicant("worker-2").await;
    let token_of = |page: &Answer| fields_of_form(&page.text, "password-form").remove("form_token").unwrap();
    let (own, foreign) = (token_of(&browser.get("/account").await), token_of(&other.get("/account").await));
    assert_ne!(own, foreign);
    let new = "other copper lantern river";
    let fields = |token: &str| {
        vec![
            ("form_token".to_owned(), token.to_owned()),
            ("present".to_owned(), PASSWORD.to_owned()),
            ("new".to_owned(), new.to_owned()),
        ]
    };
    for path in [
        "/account/password", "/account/sessions", "/account/factor", "/account/recovery", "/account/confirm", "/logout",
    ] {
        for token in ["", "0", foreign.as_str(), browser.session().as_str()] {
            let fields = fields(token);
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let answer = browser.post(path, &fields).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {token}");
        }
        let fields = fields(&own);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        for (name, value) in
            [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.example")]
        {
            assert_eq!(
                browser.post_with(path, &fields, name, value).await.status,
                StatusCode::FORBIDDEN,
                "{path} {value}"
            );
        }
    }
    assert_eq!(browser.get("/logout").await.status, StatusCode::SEE_OTHER);
    assert!(browser.is_in().await, "nothing was done");
    assert_eq!(entrance.browser().log_in("worker-1", PASSWORD).await.header("location"), "/desk");
    // A form is void once its session is: what was sent before the logout cannot be sent again.
    browser.post("/logout", &[("form_token", &own)]).await;
    browser.log_in("worker-1", PASSWORD).await;
    assert_eq!(
        browser.post("/account/sessions", &[("form_token", &own), ("end", "all")]).await.status,
        StatusCode::FORBIDDEN
    );
    // Before a login, too.
    let fresh = entrance.browser();
    let fields = [("account", "worker-1"), ("password", PASSWORD)];
    assert_eq!(fresh.post("/login", &fields).await.status, StatusCode::FORBIDDEN);
    fresh.get("/login").await;
    assert_eq!(fresh.post("/login", &fields).await.status, StatusCode::FORBIDDEN);
    let path = entrance.invite("worker-1", false).await;
    assert_eq!(fresh.post(&path, &[("new", new)]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(fresh.get(&path).await.status, StatusCode::OK, "not used up");
    assert_eq!(
        fresh.post("/login", &[("form_token", &"x".repeat(40_000))]).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

pub async fn a_password_alone_opens_nothing(entrance: &Entrance) {
    entrance.set_password("admin").await;
    let enrolling = entrance.browser();
    assert_eq!(enrolling.log_in("admin", PASSWORD).await.header("location"), "/account/factor");
    let (_, _, _) = entrance.staff("clerk-1").await;
    let waiting = entrance.browser();
    assert_eq!(waiting.log_in("clerk-1", PASSWORD).await.header("location"), "/login/code");
    for (browser, to, account) in [(&enrolling, "/account/factor", "admin"), (&waiting, "/login/code", "clerk-1")] {
        for path in ["/account", "/account/confirm", "/account/password", "/account/sessions", "/account/recovery"] {
            assert_eq!(browser.get(path).await.header("location"), to, "{path}");
        }
        let token = office_token(entrance, browser).await;
        let all = [
            ("form_token", token.as_str()),
            ("end", "all"),
            ("present", PASSWORD),
            ("new", "other copper lantern river"),
            ("proof", PASSWORD),
        ];
        for path in [
            "/account/password",
            "/account/confirm",
            "/account/recovery",
            "/account/factor/remove",
            "/account/sessions",
        ] {
            assert_eq!(browser.post(path, &all).await.header("location"), to, "{path}");
        }
        assert!(!browser.get("/policies").await.text.contains(account), "the bar is for who is in");
        let request = Request::get("/api/v1/cases").header("x-form-token", token);
        assert_eq!(browser.send(request, Body::empty()).await.status, StatusCode::UNAUTHORIZED);
    }
    // Who waits for the code cannot set up another factor instead.
    assert_eq!(waiting.get("/account/factor").await.header("location"), "/login/code");
    let token = office_token(entrance, &waiting).await;
    for path in ["/account/factor", "/account/factor/code"] {
        assert_eq!(waiting.post(path, &[("form_token", &token)]).await.header("location"), "/login/code");
    }
}

async fn office_token(entrance: &Entrance, browser: &Browser<'_>) -> String {
    entrance.office.visitor(&browser.session()).await.unwrap().expect("a session").form_token()
}

pub async fn the_api_takes_a_session_only_with_its_forms_token(entrance: &Entrance) {
    let browser = entrance.applicant("worker-1").await;
    let list = |headers: Vec<(&'static str, String)>| {
        let request = headers
            .into_iter()
            .fold(Request::get("/api/v1/cases?own=true"), |request, (name, value)| request.header(name, value));
        browser.send(request, Body::empty())
    };
    let form = office_token(entrance, &browser).await;
    assert_eq!(list(vec![]).await.status, StatusCode::UNAUTHORIZED, "a cookie alone");
    assert_eq!(list(vec![("x-form-token", "0".repeat(64))]).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(list(vec![("x-form-token", browser.session())]).await.status, StatusCode::UNAUTHORIZED);
    let ours = ("x-form-token", form.clone());
    assert_eq!(
        list(vec![ours.clone(), ("sec-fetch-site", "cross-site".into())]).await.status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(list(vec![ours.clone()]).await.status, StatusCode::OK);
    assert_eq!(list(vec![ours.clone(), ("sec-fetch-site", "same-origin".into())]).await.status, StatusCode::OK);
    // A token of a program goes on working, and wins over a cookie.
    let bearer = |which| ("authorization", format!("Bearer {}", token("worker-2", which)));
    assert_eq!(list(vec![bearer("first")]).await.status, StatusCode::OK);
    assert_eq!(list(vec![ours.clone(), bearer("other")]).await.status, StatusCode::UNAUTHORIZED);
    browser.post("/logout", &[("form_token", &form)]).await;
    assert_eq!(list(vec![ours]).await.status, StatusCode::UNAUTHORIZED);
}

pub async fn addresses_are_taken_as_they_come(entrance: &Entrance) {
    entrance.set_password("worker-1").await;
    let browser = Browser { router: entrance.behind_tls(), ..entrance.browser() };
    let page = browser.get("/login").await;
    assert!(page.header("set-cookie").starts_with("__Host-form="), "{}", page.header("set-cookie"));
    assert!(page.header("set-cookie").contains("; Secure"));
    let form = fields_of_form(&page.text, "login").remove("form_token").unwrap();
    let enter = async |password: &str, forwarded: String| {
        let fields = [("form_token", form.as_str()), ("account", "worker-1"), ("password", password)];
        browser.post_with("/login", &fields, "x-forwarded-for", &forwarded).await
    };
    // What a visitor writes before the proxy's own word does not count.
    for n in 0..5 {
        assert_eq!(enter(WRONG, format!("192.0.2.{n}, 203.0.113.5")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(waits(&enter(PASSWORD, "192.0.2.99, 203.0.113.5".into()).await));
    let inside = enter(PASSWORD, "203.0.113.5, 203.0.113.6".into()).await;
    assert_eq!(inside.header("location"), "/desk");
    for line in inside.headers.get_all("set-cookie") {
        let line = line.to_str().unwrap();
        assert!(line.starts_with("__Host-") && line.contains("; Secure") && line.contains("; HttpOnly"), "{line}");
    }
    assert!(browser.is_in().await);
    // In clear the same cookies are not looked at, nor is the header.
    let clear = Browser { router: entrance.router.clone(), ..browser.stolen() };
    assert!(!clear.is_in().await);
}
