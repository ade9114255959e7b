//! What everybody reads without a login, over a made demo: notices of results, announced rounds; and who objects logs in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod site;

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use demo::{Made, Wanted, make, sign_in};
use jiff::Timestamp;
use model::Standards;
use office::{Office, OfficePlace};
use service::Guantong;
use site::{Answer, send_to};
use uuid::Uuid;

const NOW: &str = "2026-11-27T02:30:00Z";

static GUANTONG: LazyLock<Arc<Guantong>> =
    LazyLock::new(|| Arc::new(Guantong::embedded(Standards::default()).unwrap()));

/// A demo of one place behind the router.
struct Town {
    office: Office,
    router: Router,
    made: Made,
    _folder: tempfile::TempDir,
}

impl Town {
    async fn of(place: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now: Timestamp = NOW.parse().unwrap();
        let wanted = Wanted { folder: folder.path().to_owned(), places: vec![place.to_owned()], now };
        let made = make(&wanted, Arc::clone(&GUANTONG), Arc::new(Uuid::new_v4)).await.unwrap();
        let at = OfficePlace { folder: folder.path().to_owned(), database: None };
        let office = Office::open(&at, Arc::clone(&GUANTONG), Arc::new(move || now)).await.unwrap();
        let router = portal::router(Arc::clone(&GUANTONG), Some(office.clone()));
        Self { office, router, made, _folder: folder }
    }

    /// The session of an account.
    async fn session(&self, account: &str) -> String {
        let account = self.made.accounts.iter().find(|one| one.account == account).unwrap();
        sign_in(&self.office, account, NOW.parse().unwrap()).await.unwrap()
    }

    async fn get(&self, path: &str, session: Option<&str>) -> Answer {
        let request = Request::get(path);
        let request = match session {
            Some(session) => request.header("cookie", format!("session={session}")),
            None => request,
        };
        send_to(self.router.clone(), request.body(Body::empty()).unwrap()).await
    }

    async fn post(&self, path: &str, session: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .header("cookie", format!("session={session}"));
        send_to(self.router.clone(), request.body(Body::from(body)).unwrap()).await
    }

    /// The cases in a step.
    fn at(&self, step: &str) -> Vec<&str> {
        self.made.cases.iter().filter(|one| one.status == step).map(|one| one.case.as_str()).collect()
    }
}

#[tokio::test]
async fn notices_of_results_are_for_everybody_and_those_within_a_unit_are_not() {
    let town = Town::of("chongqing").await;
    let (public, internal) = (town.at("notice-after"), town.at("notice-before"));
    assert!(!public.is_empty() && !internal.is_empty());
    let list = town.get("/notices", None).await;
    assert_eq!(list.status, 200);
    for case in &public {
        assert!(list.text.contains(&format!("href=\"/notices/{case}\"")), "{}", list.text);
        let shown = town.get(&format!("/notices/{case}"), None).await;
        assert_eq!(shown.status, 200);
        assert!(
            shown.text.contains("公示至") && shown.text.contains("national.order-40.notice-after"),
            "{}",
            shown.text
        );
        assert!(!shown.text.contains("chongqing-title"), "no account is named: {}", shown.text);
        let english = town.get(&format!("/notices/{case}?lang=en"), None).await;
        assert!(english.text.contains("Open until") && english.text.contains("Log in to object"), "{}", english.text);
    }
    for case in
        internal.iter().copied().chain(town.at("employer-check")).chain(["00000000-0000-4000-8000-000000000000"])
    {
        assert!(!list.text.contains(case));
        assert_eq!(town.get(&format!("/notices/{case}"), None).await.status, 404);
    }
    assert_eq!(town.get("/notices?after=zz", None).await.status, 404);
    assert_eq!(town.get("/notices/%00", None).await.status, 404);
}

#[tokio::test]
async fn whoever_is_in_objects_once_and_the_office_answers() {
    let town = Town::of("chongqing").await;
    let case = town.at("notice-after")[0].to_owned();
    let path = format!("/notices/{case}/object");
    assert_eq!(town.get(&path, None).await.header("location"), "/login");
    let session = town.session("chongqing-skill-ended").await;
    let page = town.get(&path, Some(&session)).await;
    assert_eq!(page.status, 200);
    let token = page.text.split_once("name=\"form_token\" value=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
    let send = |text: &'static str, key: &'static str| {
        let (token, path, session) = (token.clone(), path.clone(), session.clone());
        let town = &town;
        async move { town.post(&path, &session, &[("form_token", &token), ("key", key), ("text", text)]).await }
    };
    let blank = send("  ", "objection-0").await;
    assert_eq!(blank.status, 422, "{}", blank.text);
    assert_eq!(town.post(&path, &session, &[("text", "没有令牌")]).await.status, 403);
    for _ in 0..2 {
        let done = send("申报人的从业时间有误。", "objection-1").await;
        assert!(done.status == 200 && done.text.contains("异议已收到"), "{}", done.text);
    }
    // It stands once; nobody but the office reads who raised it, and the objector sees nothing of the case.
    assert_eq!(town.get(&format!("/cases/{case}"), Some(&session)).await.status, 404);
    let clerk = town.session("chongqing-committee-clerk").await;
    let seen = town.get(&format!("/cases/{case}"), Some(&clerk)).await;
    assert_eq!(seen.text.matches("申报人的从业时间有误。").count(), 1, "{}", seen.text);
    let desk = town.get("/desk?kind=objection", Some(&clerk)).await;
    assert!(desk.text.contains(&format!("/cases/{case}#objection-1")), "{}", desk.text);
    assert!(!seen.text.contains("value=\"close-notice\""), "it cannot end yet");
    // No notice, no objection.
    let none = format!("/notices/{}/object", town.at("employer-check")[0]);
    assert_eq!(town.get(&none, Some(&session)).await.status, 404);
    assert_eq!(town.post(&none, &session, &[("form_token", &token), ("text", "x")]).await.status, 404);
}

#[tokio::test]
async fn announced_rounds_are_for_everybody() {
    let town = Town::of("shandong").await;
    let page = town.get("/batches", None).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("申报时间") && page.text.contains("业绩和年限截止日期"), "{}", page.text);
    assert!(page.text.contains("技能人才申报须知"), "the section for skilled workers: {}", page.text);
    assert!(town.get("/batches?lang=en", None).await.text.contains("Work and years count up to"));
    assert_eq!(town.get("/batches?after=zz", None).await.status, 404);
}

#[tokio::test]
async fn an_examiner_is_offered_the_parts_that_are_to_be_taken() {
    let town = Town::of("chongqing").await;
    let examiner = town.session("chongqing-assessor-examiner").await;
    let case = town.at("examination")[0].to_owned();
    let page = town.get(&format!("/cases/{case}"), Some(&examiner)).await.text;
    assert!(page.contains("免考。"), "the page says what is waived, and by which clause: {page}");
    let form = page.split("value=\"part\"").nth(1).unwrap().split("</form>").next().unwrap();
    assert!(!form.contains("value=\"theory-exam\"") && form.contains("value=\"practical\""), "{form}");
    let token = page.split_once("name=\"form_token\" value=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
    let path = format!("/cases/{case}/orders");
    let part = [("form_token", token.as_str()), ("order", "part"), ("choice", "practical")];
    let unsaid = town.post(&path, &examiner, &part).await;
    assert!(unsaid.status == 422 && unsaid.text.contains("没有选择结论或者事项。"), "{}", unsaid.text);
    let chosen: Vec<_> = part.iter().copied().chain([("holds", "yes")]).collect();
    assert_eq!(town.post(&path, &examiner, &chosen).await.header("location"), format!("/cases/{case}"));
}
