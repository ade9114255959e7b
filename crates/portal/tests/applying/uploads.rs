//! Files: part after part, by a form, and those that are not taken.

use axum::body::Body;
use axum::http::{Method, Request};

use crate::entrance::{Browser, Entrance};
use crate::people::{PNG, add_file, form_token, offices, send_parts, with_draft, worker};
use crate::site::Answer;
use crate::walk::worker_1;

/// `证书.png` in base64, and `skills[0]`.
const METADATA: &str = "filename 6K+B5LmmLnBuZw==,proves c2tpbGxzWzBd";

async fn sends(browser: &Browser<'_>, method: Method, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
    let mut request = Request::builder().method(method).uri(path).header("sec-fetch-site", "same-origin");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    browser.send(request, Body::from(body.to_vec())).await
}

async fn draft(entrance: &Entrance) -> (Browser<'_>, String, String) {
    offices(entrance, "500112").await;
    let (browser, case) = with_draft(entrance, "chongqing", "title:intermediate:engineering", &worker()).await;
    let token = form_token(&browser.get(&format!("{case}/evidence")).await.text);
    (browser, case, token)
}

async fn files(entrance: &Entrance, case: &str) -> Vec<Vec<String>> {
    let shown = entrance.office.case(&worker_1(), case.rsplit('/').next().unwrap()).await.unwrap();
    shown.case.evidence.into_iter().map(|file| file.proves).collect()
}

pub async fn files_come_in_parts_and_go_on_where_they_stopped(entrance: &Entrance) {
    let (browser, case, token) = draft(entrance).await;
    let token = ("x-form-token", token.as_str());
    let length = PNG.len().to_string();
    let announce = [token, ("upload-length", length.as_str()), ("upload-metadata", METADATA)];
    let begun = sends(&browser, Method::POST, &format!("{case}/uploads"), &announce, b"").await;
    assert_eq!(begun.status, 201, "{}", begun.text);
    let place = begun.header("location").to_owned();
    let head = sends(&browser, Method::HEAD, &place, &[], b"").await;
    assert_eq!((head.header("upload-offset"), head.header("upload-length")), ("0", length.as_str()));
    let kind = ("content-type", "application/offset+octet-stream");
    let part = |from: &'static str| [token, kind, ("upload-offset", from)];
    assert_eq!(sends(&browser, Method::PATCH, &place, &part("0"), &PNG[..20]).await.header("upload-offset"), "20");
    let wrong = sends(&browser, Method::PATCH, &place, &part("0"), &PNG[..20]).await;
    assert_eq!(
        (wrong.status.as_u16(), wrong.header("upload-offset")),
        (409, "20"),
        "the client is told where to go on"
    );
    let kindless = sends(&browser, Method::PATCH, &place, &[token, ("upload-offset", "20")], &PNG[20..]).await;
    assert_eq!(kindless.status, 415);
    let tokenless = sends(&browser, Method::PATCH, &place, &part("20")[1..], &PNG[20..]).await;
    assert_eq!(tokenless.status, 403);
    assert!(files(entrance, &case).await.is_empty());
    let last = sends(&browser, Method::PATCH, &place, &part("20"), &PNG[20..]).await;
    assert_eq!((last.status.as_u16(), last.header("upload-offset")), (204, length.as_str()));
    assert_eq!(files(entrance, &case).await, [["skills[0]"]]);
    assert_eq!(sends(&browser, Method::HEAD, &place, &[], b"").await.status, 404, "nothing is left");
    assert_eq!(std::fs::read_dir(entrance.folder().join("uploads")).unwrap().count(), 0);
    // More than was announced is refused, and somebody else finds nothing.
    let begun = sends(&browser, Method::POST, &format!("{case}/uploads"), &announce, b"").await;
    let place = begun.header("location").to_owned();
    let other = entrance.applicant("worker-2").await;
    assert_eq!(sends(&other, Method::HEAD, &place, &[], b"").await.status, 404);
    let long = [PNG, PNG].concat();
    assert_eq!(sends(&browser, Method::PATCH, &place, &part("0"), &long).await.status, 422);
    assert_eq!(sends(&browser, Method::DELETE, &place, &[token], b"").await.status, 204);
    assert_eq!(sends(&browser, Method::DELETE, &place, &[token], b"").await.status, 404);
}

pub async fn what_cannot_be_taken_is_refused_with_its_sentence(entrance: &Entrance) {
    let (browser, case, token) = draft(entrance).await;
    for (name, bytes, says) in [
        ("证书.pdf", PNG, "文件证书.pdf实际上是image/png。"),
        ("证书.png", &PNG[..30], "损坏"),
        ("证书.exe", b"MZ\x90\0 and more", "证书.exe"),
        ("证书.png", b"", "证书.png"),
    ] {
        let answer = add_file(&browser, &case, "skills[0]", name, bytes).await;
        assert_eq!(answer.status, 422, "{name}: {}", answer.text);
        let alert = answer.text.split_once("role=\"alert\"").expect("it says why").1;
        assert!(alert.split_once("</div>").unwrap().0.contains(says), "{name}: {alert}");
    }
    // In parts the last one is told the same.
    let length = PNG.len().to_string();
    let metadata = "filename 6K+B5LmmLnBkZg==,proves c2tpbGxzWzBd";
    let token = ("x-form-token", token.as_str());
    let announce = [token, ("upload-length", length.as_str()), ("upload-metadata", metadata)];
    let begun = sends(&browser, Method::POST, &format!("{case}/uploads"), &announce, b"").await;
    let headers = [token, ("content-type", "application/offset+octet-stream"), ("upload-offset", "0")];
    let lied = sends(&browser, Method::PATCH, begun.header("location"), &headers, PNG).await;
    assert!(lied.status == 422 && lied.text.contains("证书.pdf"), "{} {}", lied.status, lied.text);
    assert!(files(entrance, &case).await.is_empty());
    let path = format!("{case}/evidence");
    let forged = [("form_token", "00"), ("order", "upload"), ("proves", "skills[0]")];
    assert_eq!(send_parts(&browser, &path, &forged, Some(("证书.png", PNG))).await.status, 403);
    assert_eq!(browser.post(&path, &[("order", "upload")]).await.status, 415);
}

pub async fn what_is_too_large_is_refused_at_once(entrance: &Entrance) {
    let (browser, case, token) = draft(entrance).await;
    let five = (5_u64 << 30).to_string();
    let announce = [("x-form-token", token.as_str()), ("upload-length", five.as_str()), ("upload-metadata", METADATA)];
    let refused = sends(&browser, Method::POST, &format!("{case}/uploads"), &announce, b"").await;
    assert_eq!((refused.status.as_u16(), refused.header("tus-max-size")), (413, "20971520"));
    assert!(refused.text.contains("证书.png"), "{}", refused.text);
    // A form that says so is not read: its body here would fail the test by breaking off.
    let headers = [("content-type", "multipart/form-data; boundary=cut"), ("content-length", five.as_str())];
    let refused = sends(&browser, Method::POST, &format!("{case}/evidence"), &headers, b"").await;
    assert_eq!((refused.status.as_u16(), refused.header("connection")), (413, "close"), "{}", refused.text);
    assert!(refused.text.contains("role=\"alert\""), "{}", refused.text);
    for length in ["", "-1", "many"] {
        let announce = [("x-form-token", token.as_str()), ("upload-length", length)];
        assert_eq!(sends(&browser, Method::POST, &format!("{case}/uploads"), &announce, b"").await.status, 400);
    }
    let empty = [("x-form-token", token.as_str()), ("upload-length", "0"), ("upload-metadata", METADATA)];
    assert_eq!(sends(&browser, Method::POST, &format!("{case}/uploads"), &empty, b"").await.status, 422);
    assert!(!entrance.folder().join("uploads").exists() && files(entrance, &case).await.is_empty());
}

pub async fn one_file_may_prove_several_records_and_be_taken_out(entrance: &Entrance) {
    let (browser, case, token) = draft(entrance).await;
    let path = format!("{case}/evidence");
    add_file(&browser, &case, "skills[0]", "证书.png", PNG).await;
    let page = browser.get(&path).await.text;
    let id = page.split_once("<option value=\"").expect("a file to use again").1.split_once('"').unwrap().0.to_owned();
    let again = [("form_token", token.as_str()), ("order", "attach"), ("proves", "education[0]"), ("id", id.as_str())];
    assert_eq!(send_parts(&browser, &path, &again, None).await.status, 303);
    assert_eq!(files(entrance, &case).await, [["skills[0]"], ["education[0]"]]);
    let twice = send_parts(&browser, &path, &again, None).await;
    assert!(twice.status == 422 && twice.text.contains("已经在案卷中"), "{}", twice.text);
    let out = [("form_token", token.as_str()), ("order", "detach"), ("id", id.as_str())];
    assert_eq!(send_parts(&browser, &path, &out, None).await.status, 303);
    assert!(files(entrance, &case).await.is_empty());
}
