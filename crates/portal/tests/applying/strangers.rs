//! Who is not concerned learns nothing; who acts in a case reads and does not write.

use axum::body::Body;
use axum::http::{Method, Request};

use crate::entrance::{Browser, Entrance};
use crate::people::{PNG, add_file, form_token, give, offices, send_parts, with_draft, worker};

/// What every page of an application answers to somebody, without and with what a form would send.
async fn all(browser: &Browser<'_>, case: &str, token: &str) -> Vec<(String, u16)> {
    let mut answers = Vec::new();
    for path in [case.to_owned(), format!("{case}/dossier"), format!("{case}/evidence")] {
        answers.push((format!("GET {path}"), browser.get(&path).await.status.as_u16()));
    }
    let fields = [("form_token", token), ("based_on", "x"), ("person.name", "某人")];
    let saved = browser.post(&format!("{case}/dossier"), &fields).await;
    answers.push(("POST dossier".to_owned(), saved.status.as_u16()));
    let parts = [("form_token", token), ("order", "upload"), ("proves", "skills[0]")];
    let sent = send_parts(browser, &format!("{case}/evidence"), &parts, Some(("a.png", PNG))).await;
    answers.push(("POST evidence".to_owned(), sent.status.as_u16()));
    let uploads = format!("{case}/uploads");
    for (method, path) in [
        (Method::POST, uploads.clone()),
        (Method::HEAD, format!("{uploads}/00")),
        (Method::PATCH, format!("{uploads}/00")),
        (Method::DELETE, format!("{uploads}/00")),
    ] {
        let request = Request::builder()
            .method(method.clone())
            .uri(&path)
            .header("sec-fetch-site", "same-origin")
            .header("x-form-token", token)
            .header("upload-length", "10")
            .header("upload-offset", "0")
            .header("content-type", "application/offset+octet-stream");
        let answer = browser.send(request, Body::empty()).await;
        answers.push((format!("{method} {path}"), answer.status.as_u16()));
    }
    answers
}

pub async fn nobody_else_learns_of_a_draft(entrance: &Entrance) {
    offices(entrance, "500112").await;
    let (_, case) = with_draft(entrance, "chongqing", "title:intermediate:engineering", &worker()).await;
    let other = entrance.applicant("worker-2").await;
    let token = form_token(&other.get("/desk").await.text);
    // A case that is not there is answered the same.
    for of in [case.as_str(), "/cases/00000000-0000-0000-0000-000000000000"] {
        for (what, status) in all(&other, of, &token).await {
            assert_eq!(status, 404, "{what}");
        }
    }
    let (clerk, ..) = entrance.staff("works-clerk").await;
    let token = form_token(&clerk.get("/desk").await.text);
    for (what, status) in all(&clerk, &case, &token).await {
        assert_eq!(status, 404, "{what}");
    }
    let nobody = entrance.browser();
    for (what, status) in all(&nobody, &case, "").await {
        assert_eq!(status, 303, "{what} leads to the login");
    }
}

pub async fn whoever_acts_reads_and_does_not_write(entrance: &Entrance) {
    offices(entrance, "500112").await;
    let (browser, case) = with_draft(entrance, "chongqing", "title:intermediate:engineering", &worker()).await;
    add_file(&browser, &case, "skills[0]", "证书.png", PNG).await;
    assert_eq!(give(&browser, &case, &[("order", "file"), ("promise", "yes")]).await.status, 303);
    let (clerk, ..) = entrance.staff("works-clerk").await;
    let read = clerk.get(&format!("{case}/dossier")).await;
    assert!(read.status == 200 && read.text.contains("焊工") && read.text.contains("class=\"file\""), "{}", read.text);
    assert!(!read.text.contains("based_on"), "{}", read.text);
    let evidence = clerk.get(&format!("{case}/evidence")).await;
    assert!(evidence.status == 200 && !evidence.text.contains("type=\"file\""), "{}", evidence.text);
    let token = form_token(&read.text);
    let writes: Vec<_> =
        all(&clerk, &case, &token).await.into_iter().filter(|(what, _)| !what.starts_with("GET")).collect();
    for (what, status) in writes {
        assert!(status == 404 || (what.contains("POST /cases") && status == 422), "{what}: {status}");
    }
    // The applicant, who has handed it in, is led back to the case.
    let token = form_token(&browser.get(&case).await.text);
    let late = browser.post(&format!("{case}/dossier"), &[("form_token", &token), ("based_on", "x")]).await;
    assert_eq!(late.header("location"), case);
}
