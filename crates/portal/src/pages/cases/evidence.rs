//! `/cases/{id}/evidence`: what the way asks for, what is there, and forms that send files, attach and take out.

use askama::Template;
use axum::Extension;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::http::{HeaderMap, StatusCode, header};
use casework::case::Act;
use office::{CaseOrder, OfficeError, Said};
use store::evidence::{EvidenceError, MOST_BYTES};

use super::dossier::{dossier_of, heading};
use super::order::said;
use super::proofs::{Proofs, proofs};
use super::told::faults;
use crate::api::evidence::MOST_BODY_BYTES;
use crate::frame::{Frame, page};
use crate::guard::{self, FIELD};
use crate::pages::inside::{Answer, Inside, Named};
use crate::pages::message;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "cases/evidence.html")]
struct EvidencePage {
    frame: Frame,
    case: String,
    dossier: String,
    action: String,
    uploads: String,
    form_token: String,
    level: String,
    place: String,
    place_key: String,
    proofs: Proofs,
    may_change: bool,
    hindrance: Option<Said>,
    is_ready: bool,
    most: String,
    said: Option<Said>,
    has_done: bool,
}

/// What a form of the page sends.
#[derive(Default)]
struct Sending {
    form_token: String,
    order: String,
    proves: String,
    id: String,
    file: Option<(String, Vec<u8>)>,
}

/// Shows the evidence.
pub(crate) async fn show(inside: Inside, Named(id): Named, query: axum::extract::RawQuery) -> Answer {
    let has_done = query.0.unwrap_or_default().split('&').any(|pair| pair == "done=1");
    evidence_page(&inside, &id, None, has_done).await
}

/// Takes a file, attaches one that is there to a further record, or takes one out.
pub(crate) async fn add(
    inside: Inside,
    Named(id): Named,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Answer {
    let shown = inside.told(inside.office.case(inside.by(), &id).await)?;
    // Whose form it is stands in the body, which is not read where it is said to be too large.
    if let Some(bytes) = declared(&headers).filter(|bytes| *bytes > MOST_BODY_BYTES) {
        if !guard::is_from_here(&headers) {
            return Ok(message::stale_form(&inside.reader, StatusCode::FORBIDDEN));
        }
        return too_large(&inside, &id, bytes).await;
    }
    let Ok(form) = form else { return Ok(message::refused(&inside.reader, StatusCode::UNSUPPORTED_MEDIA_TYPE)) };
    let sending = match received(form).await {
        Ok(sending) => sending,
        Err(StatusCode::PAYLOAD_TOO_LARGE) => return too_large(&inside, &id, MOST_BODY_BYTES).await,
        Err(status) => return Ok(message::refused(&inside.reader, status)),
    };
    if !guard::is_of_session(&visit, &headers, &sending.form_token) {
        return Ok(message::stale_form(&inside.reader, StatusCode::FORBIDDEN));
    }
    if !shown.offers.contains(&Act::Attach) {
        let own = shown.case.opened.as_ref().is_some_and(|opened| opened.applicant == inside.by().id);
        return if own { Ok(inside.to(&format!("/cases/{id}"))) } else { inside.nothing() };
    }
    match done(&inside, &id, sending).await {
        Ok(()) => Ok(inside.to(&format!("/cases/{id}/evidence?done=1"))),
        Err(error) => {
            let said = said(&inside, &id, error).await?;
            evidence_page(&inside, &id, Some(said), false).await
        }
    }
}

async fn done(inside: &Inside, id: &str, sending: Sending) -> Result<(), OfficeError> {
    let proves: Vec<String> = Some(sending.proves).filter(|path| !path.is_empty()).into_iter().collect();
    let order = match sending.order.as_str() {
        "detach" => CaseOrder::Detach { file: sending.id },
        "attach" => CaseOrder::Attach { file: sending.id, proves },
        _ => {
            let (name, bytes) = sending.file.unwrap_or_default();
            let kept = inside.office.evidence().put(&name, bytes).await?;
            CaseOrder::Attach { file: kept.hash.to_string(), proves }
        }
    };
    inside.office.order_from_outside(inside.by(), id, &order, None).await.map(|_| ())
}

/// The size that a body is said to have.
fn declared(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

async fn too_large(inside: &Inside, id: &str, bytes: usize) -> Answer {
    let name = Frame::new(&inside.reader, "", "").t("file-unnamed").to_owned();
    let error = OfficeError::Evidence(EvidenceError::TooLarge { name, bytes });
    let said = inside.office.said(&error, Some(id), inside.reader.lang).await;
    let mut response = evidence_page(inside, id, Some(said), false).await?;
    *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
    // What is still on its way is not waited for.
    response.headers_mut().insert(header::CONNECTION, header::HeaderValue::from_static("close"));
    Ok(response)
}

/// Reads the parts of the form.
async fn received(mut form: Multipart) -> Result<Sending, StatusCode> {
    let mut sending = Sending::default();
    while let Some(part) = form.next_field().await.map_err(|fault| fault.status())? {
        let name = part.name().unwrap_or_default().to_owned();
        if name == "file" {
            let named = part.file_name().unwrap_or_default().to_owned();
            let bytes = part.bytes().await.map_err(|fault| fault.status())?;
            sending.file = Some((named, bytes.to_vec()));
            continue;
        }
        let text = part.text().await.map_err(|fault| fault.status())?;
        match name.as_str() {
            FIELD => sending.form_token = text,
            "order" => sending.order = text,
            "proves" => sending.proves = text,
            "id" => sending.id = text,
            _ => {}
        }
    }
    Ok(sending)
}

async fn evidence_page(inside: &Inside, id: &str, said: Option<Said>, has_done: bool) -> Answer {
    let shown = inside.told(inside.office.case(inside.by(), id).await)?;
    let dossier = dossier_of(inside, &shown.case).await?;
    let ahead = inside.told(inside.office.ahead(inside.by(), id).await)?;
    let (mut frame, level, place, place_key) = heading(inside, &shown.case);
    frame.title = frame.t("evidence-title").to_owned();
    let returned = faults(&frame, inside, &shown.case).await?;
    let hindrance = ahead.hindrance.as_ref();
    let content = EvidencePage {
        case: frame.link(&format!("/cases/{id}")),
        dossier: frame.link(&format!("/cases/{id}/dossier")),
        action: frame.link(&format!("/cases/{id}/evidence")),
        uploads: frame.link(&format!("/cases/{id}/uploads")),
        form_token: inside.visitor.form_token(),
        level,
        place,
        place_key,
        proofs: proofs(&frame, &shown, &dossier, &ahead, &returned),
        may_change: shown.offers.contains(&Act::Attach),
        hindrance: hindrance.map(|one| inside.office.said_refusal(one, Some(&shown.case), inside.reader.lang)),
        is_ready: ahead.hindrance.is_none() && shown.case.with_applicant(),
        most: (MOST_BYTES >> 20).to_string(),
        has_done,
        said,
        frame: frame.clone(),
    };
    let status = if content.said.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page(status, &content))
}
