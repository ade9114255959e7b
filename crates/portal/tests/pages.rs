//! Every page: there, in both languages, guarded by headers, and never running what somebody wrote into it.

mod site;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use site::{get, get_with, post, send};

const PAGES: &[&str] = &[
    "/",
    "/?example=1",
    "/form",
    "/policies",
    "/policies/shandong",
    "/policies/national",
    "/policies/compare",
    "/policies/compare?a=shandong",
    "/policies/compare?a=shandong&b=shandong",
    "/policies/compare?a=shandong&b=guangdong",
    "/policies/compare?a=guangdong&b=jieyang",
    "/policies/shandong/clauses/SD-2.d",
    "/policies/shandong/clauses/national.2024-56",
    "/policies/national/clauses/national.2024-56",
    "/catalogue",
    "/catalogue?q=%E7%84%8A%E5%B7%A5",
    "/catalogue?q=6-18-02&place=shandong",
    "/catalogue?q=dhg&place=shaoxing&direction=title-to-skill",
    "/catalogue?q=%E7%BA%BA%E7%BB%87",
    "/catalogue?q=%E7%94%B5%E6%B1%97%E5%B7%A5",
    "/api",
];

#[tokio::test]
async fn every_page_is_there_in_both_languages() {
    for page in PAGES {
        for (lang, html) in [("zh", "lang=\"zh-CN\""), ("en", "lang=\"en\"")] {
            let sign = if page.contains('?') { '&' } else { '?' };
            let answer = get(&format!("{page}{sign}lang={lang}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{page}");
            assert!(answer.text.contains(&format!("<html {html}>")), "{page} {lang}");
            assert!(answer.text.contains("hreflang=\"zh-CN\"") && answer.text.contains("hreflang=\"en\""));
            assert!(
                !answer.text.contains(">portal-") && !answer.text.contains("\"portal-"),
                "{page}: a text is missing"
            );
            assert!(!answer.text.contains("{ $") && !answer.text.contains("{$"), "{page}: a variable is missing");
            assert!(answer.header("set-cookie").starts_with(&format!("lang={lang};")), "{page}");
        }
    }
}

#[tokio::test]
async fn every_clause_of_every_policy_has_its_page() {
    for place in ["shandong", "chongqing"] {
        let list = get(&format!("/policies/{place}")).await.text;
        let links: Vec<&str> =
            list.split("class=\"clause-id\" href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(links.len() > 30, "{place}");
        for link in links {
            let answer = get(link).await;
            assert_eq!(answer.status, StatusCode::OK, "{link}");
            assert!(!answer.text.contains(">portal-"), "{link}: a text is missing");
        }
    }
}

#[tokio::test]
async fn the_language_comes_from_the_address_then_the_cookie_then_the_browser_then_is_chinese() {
    let is = |text: &str, lang: &str| text.contains(&format!("<html lang=\"{lang}\">"));
    assert!(is(&get("/").await.text, "zh-CN"));
    assert!(is(&get_with("/", "accept-language", "en-GB,en;q=0.9").await.text, "en"));
    assert!(is(&get_with("/", "accept-language", "de").await.text, "zh-CN"));
    assert!(is(&get_with("/", "cookie", "lang=en").await.text, "en"));
    let request = Request::get("/?lang=zh").header("cookie", "lang=en").header("accept-language", "en");
    let answer = send(request.body(Body::empty()).unwrap()).await;
    assert!(is(&answer.text, "zh-CN"));
    assert!(answer.header("set-cookie").contains("SameSite=Lax"));
    assert!(
        answer.text.contains("href=\"/policies?lang=zh\""),
        "links keep a language that the browser does not ask for"
    );
    assert!(answer.header("vary").contains("accept-language"));
}

#[tokio::test]
async fn every_answer_carries_the_guarding_headers() {
    for path in
        ["/", "/policies", "/nothing", "/api/v1/nothing", "/healthz", "/assets/seal.svg", "/api/v1/openapi.json"]
    {
        let answer = get(path).await;
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ] {
            assert!(policy.contains(part), "{path}: {part}");
        }
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
    }
    assert_eq!(get("/?example=1").await.header("cache-control"), "no-store");
    assert_eq!(post("/check", &[]).await.header("cache-control"), "no-store");
}

#[tokio::test]
async fn pages_use_nothing_inline_and_nothing_foreign() {
    for page in PAGES {
        let text = get(page).await.text;
        assert!(!text.contains("style=\"") && !text.contains("<style") && !text.contains("onclick"), "{page}");
        assert!(!text.contains("src=\"http") && !text.contains("href=\"http"), "{page}");
        for script in text.split("<script").skip(1) {
            assert!(script.starts_with(" src=\"/assets/portal-"), "{page}");
        }
    }
}

#[tokio::test]
async fn assets_are_named_by_their_content_and_kept() {
    let text = get("/").await.text;
    for ending in ["css", "js"] {
        let start = text
            .find("/assets/portal-")
            .map(|_| ())
            .and_then(|()| text.split('"').find(|part| part.starts_with("/assets/portal-") && part.ends_with(ending)));
        let asset = get(start.expect("linked")).await;
        assert_eq!(asset.status, StatusCode::OK);
        assert!(asset.header("cache-control").contains("immutable"));
    }
    assert_eq!(get("/assets/portal-0000000000000000.css").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn clauses_are_found_by_their_identifier_alone() {
    let answer = get("/clauses/SD-2.d").await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, "/policies/shandong/clauses/SD-2.d")
    );
    let answer = get("/clauses/national.2024-56?lang=en").await;
    assert_eq!(answer.header("location"), "/policies/national/clauses/national.2024-56?lang=en");
    assert_eq!(get("/clauses/XX-1").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_not_there_is_said_in_the_form_of_the_asker() {
    for path in ["/nothing", "/policies/nowhere", "/policies/shandong/clauses/XX-9", "/policies/nowhere/clauses/SD-2.d"]
    {
        let answer = get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.header("content-type").starts_with("text/html"), "{path}");
        assert!(answer.text.contains("<h1>"), "{path}");
    }
    let answer = get("/api/v1/nothing").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let answer = post("/policies", &[]).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(answer.header("content-type").starts_with("text/html"));
    let answer = get("/api/v1/decisions").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    for path in ["/check", "/begin", "/interview", "/interview/again", "/load", "/save"] {
        assert_eq!(get(path).await.header("location"), "/", "{path}");
    }
}

#[tokio::test]
async fn what_somebody_writes_is_never_run() {
    const EVIL: &str = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'";
    let encoded = form_urlencoded::byte_serialize(EVIL.as_bytes()).collect::<String>();
    let mut pages = vec![
        get(&format!("/catalogue?q={encoded}")).await.text,
        get(&format!("/nothing/{encoded}?x={encoded}")).await.text,
        get(&format!("/?lang={encoded}&x={encoded}")).await.text,
        site::load(EVIL.as_bytes()).await.text,
    ];
    let mut dossier = site::example();
    dossier["employment"]["occupation"] = EVIL.into();
    dossier["skills"][0]["occupation"] = EVIL.into();
    dossier["person"] = serde_json::json!({ "name": EVIL });
    dossier["findings"] = serde_json::json!({ EVIL: true });
    let text = dossier.to_string();
    for path in ["/check", "/form"] {
        pages.push(post(path, &[("dossier", &text), ("place", EVIL)]).await.text);
        pages.push(post(path, &[("dossier", &text), ("as_of", EVIL)]).await.text);
        pages.push(post(path, &[("dossier", &text)]).await.text);
        pages.push(post(path, &[("dossier", EVIL)]).await.text);
        pages.push(
            post(path, &[("skills", EVIL), ("skills[0].date", EVIL), ("reviews.2025", EVIL), (EVIL, EVIL)]).await.text,
        );
        pages.push(
            post(path, &[("kept", &serde_json::json!({ "person": { EVIL: EVIL } }).to_string()), ("ask", EVIL)])
                .await
                .text,
        );
    }
    for page in pages {
        assert!(!page.contains("<script>alert") && !page.contains("<img src=x"), "{page}");
    }
}

#[tokio::test]
async fn a_search_shows_what_follows_who_decides_and_where() {
    let page = get("/catalogue?q=dhg&place=shaoxing&lang=zh").await.text;
    for part in [
        "电焊工",
        "拼音首字母相符",
        "目录未列入的不等于不能申报，由市人力社保局认定。",
        "ZJSX-1.3.2",
        "ZJSX-A3.0",
        "另按“焊工”列出",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let one_way = get("/catalogue?q=dhg&place=shaoxing&direction=skill-to-title&lang=zh").await.text;
    assert!(one_way.contains("ZJSX-1.3.2") && !one_way.contains("ZJSX-2.3.1"));
    let link = "/catalogue?q=%E7%84%8A%E5%B7%A5&#38;place=shaoxing&#38;direction=skill-to-title";
    assert!(one_way.contains(link), "links keep the place and the direction");
    let everywhere = get("/catalogue?q=%E7%84%8A%E5%B7%A5&lang=en").await.text;
    assert!(everywhere.contains("Guangdong, Jieyang, Jiexi"), "places with the same rules stand together");
}

#[tokio::test]
async fn ordinary_promotion_has_pages_of_its_own_and_is_none_of_the_places() {
    let list = get("/policies").await.text;
    assert!(!list.contains("national-ordinary"), "it is no place");
    let page = get("/policies/national-ordinary").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("/policies/national-ordinary/clauses/ORD-T.10.a"));
    let clause = get("/policies/national-ordinary/clauses/ORD-T.10.a").await.text;
    assert!(clause.contains("<p lang=\"zh-CN\">一般常识，未见文本") && clause.contains("<dd>中</dd>"), "{clause}");
    let english = get("/policies/national-ordinary/clauses/ORD-T.10.a?lang=en").await.text;
    assert!(english.contains("General knowledge; no text was seen"));
    let found = get("/clauses/ORD-S.7").await;
    assert!(found.header("location").contains("/policies/national-ordinary/clauses/ORD-S.7"), "{}", found.status);
    let national = get("/policies/national").await.text;
    assert!(national.contains("national.retirement.men"), "the national ledger keeps its page");
}
