//! `/cases/{id}/uploads`: files that come part after part, in the manner of tus 1.0 (core and creation), so that a line that breaks costs
//! nothing. The form of `/cases/{id}/evidence` does the same without scripts.

use std::future::poll_fn;
use std::pin::Pin;

use axum::Extension;
use axum::body::{Body, HttpBody as _};
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use office::{OfficeError, Part, Upload, Wanting};
use store::evidence::MOST_BYTES;

use super::order::said;
use crate::api::is_id;
use crate::guard::{self, HEADER};
use crate::pages::inside::{Answer, Inside, Instead, Named};
use crate::pages::message;
use crate::visit::Visit;

const RESUMABLE: &str = "tus-resumable";
const OFFSET: &str = "upload-offset";
const LENGTH: &str = "upload-length";
const METADATA: &str = "upload-metadata";
const MOST: &str = "tus-max-size";
/// The type of the body of a part.
const PART_TYPE: &str = "application/offset+octet-stream";
/// How many bytes are gathered before they are written.
const GATHERED: usize = 256 << 10;

type Two = Result<Path<(String, String)>, PathRejection>;

/// Announces a file by its size; the answer says where its parts go. What is too large is refused at once.
pub(crate) async fn announce(
    inside: Inside,
    Named(id): Named,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
) -> Answer {
    ours(&inside, &visit, &headers)?;
    let Some(length) = number(&headers, LENGTH) else { return Ok(plain(StatusCode::BAD_REQUEST)) };
    let metadata = headers.get(METADATA).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let proves = metadata_of(metadata, "proves").filter(|path| !path.is_empty());
    let wanting = Wanting {
        name: metadata_of(metadata, "filename").unwrap_or_default(),
        length,
        proves: proves.into_iter().collect(),
    };
    match inside.office.announce(inside.by(), &id, wanting).await {
        Ok(upload) => {
            let mut response = plain(StatusCode::CREATED);
            let to = HeaderValue::from_str(&format!("/cases/{id}/uploads/{upload}"));
            response.headers_mut().extend(to.ok().map(|to| (header::LOCATION, to)));
            Ok(response)
        }
        Err(error) => refused(&inside, &id, error).await,
    }
}

/// How far a file has come.
pub(crate) async fn offset(inside: Inside, path: Two) -> Answer {
    let (id, upload) = ids(&inside, path)?;
    let upload = inside.told(inside.office.upload(inside.by(), &id, &upload).await)?;
    Ok(stands(StatusCode::OK, &upload))
}

/// Takes the next part; where it was the last one, the file is in the case.
pub(crate) async fn write(
    inside: Inside,
    path: Two,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let (id, upload) = ids(&inside, path)?;
    ours(&inside, &visit, &headers)?;
    if headers.get(header::CONTENT_TYPE).is_none_or(|kind| kind != PART_TYPE) {
        return Ok(plain(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let Some(part) = inside.told(inside.office.open_part(inside.by(), &id, &upload).await)? else {
        return Ok(plain(StatusCode::LOCKED));
    };
    let Some(from) = number(&headers, OFFSET) else { return Ok(plain(StatusCode::BAD_REQUEST)) };
    if from != part.upload().offset {
        return Ok(stands(StatusCode::CONFLICT, &part.upload()));
    }
    let part = match written(part, body).await {
        Ok(Some(part)) => part,
        // The line broke: what has come stays.
        Ok(None) => return Ok(plain(StatusCode::BAD_REQUEST)),
        Err(error) => return refused(&inside, &id, error).await,
    };
    let now = part.upload();
    match inside.office.close_part(inside.by(), part).await {
        Ok(_) => Ok(stands(StatusCode::NO_CONTENT, &now)),
        Err(error) => refused(&inside, &id, error).await,
    }
}

/// Gives a file up that is on its way.
pub(crate) async fn give_up(
    inside: Inside,
    path: Two,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
) -> Answer {
    let (id, upload) = ids(&inside, path)?;
    ours(&inside, &visit, &headers)?;
    inside.told(inside.office.give_up(inside.by(), &id, &upload).await)?;
    Ok(plain(StatusCode::NO_CONTENT))
}

/// Writes a body as it comes. None where it broke off.
async fn written(mut part: Part, mut body: Body) -> Result<Option<Part>, OfficeError> {
    let mut gathered = Vec::new();
    loop {
        let frame = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await;
        let (is_over, broke) = (frame.is_none(), matches!(frame, Some(Err(_))));
        if let Some(Ok(frame)) = frame
            && let Ok(data) = frame.into_data()
        {
            gathered.extend_from_slice(&data);
        }
        if is_over || broke || gathered.len() >= GATHERED {
            part = part.write(std::mem::take(&mut gathered)).await?;
        }
        if is_over || broke {
            return Ok((!broke).then_some(part));
        }
    }
}

fn ids(inside: &Inside, path: Two) -> Answer<(String, String)> {
    match path {
        Ok(Path((id, upload))) if is_id(&id) && is_id(&upload) => Ok((id, upload)),
        _ => inside.nothing(),
    }
}

/// Refuses what does not come from a page of this session.
fn ours(inside: &Inside, visit: &Visit, headers: &HeaderMap) -> Result<(), Instead> {
    let token = headers.get(HEADER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if guard::is_of_session(visit, headers, token) {
        return Ok(());
    }
    Err(Instead::from(Box::new(message::stale_form(&inside.reader, StatusCode::FORBIDDEN))))
}

/// What is wrong, in a sentence for whoever sends the file.
async fn refused(inside: &Inside, id: &str, error: OfficeError) -> Answer {
    let status = match &error {
        OfficeError::Evidence(store::evidence::EvidenceError::TooLarge { .. }) => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let said = said(inside, id, error).await?;
    let mut response = (status, format!("{} {}", said.sentence, said.remedy)).into_response();
    head(&mut response);
    Ok(response)
}

fn number(headers: &HeaderMap, name: &str) -> Option<u64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

fn head(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(RESUMABLE, HeaderValue::from_static("1.0.0"));
    headers.insert(MOST, HeaderValue::from(MOST_BYTES));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
}

fn plain(status: StatusCode) -> Response {
    let mut response = status.into_response();
    head(&mut response);
    response
}

fn stands(status: StatusCode, upload: &Upload) -> Response {
    let mut response = plain(status);
    response.headers_mut().insert(OFFSET, HeaderValue::from(upload.offset));
    response.headers_mut().insert(LENGTH, HeaderValue::from(upload.length));
    response
}

/// A value out of `Upload-Metadata`: pairs of a key and a text in base64, with commas between.
fn metadata_of(metadata: &str, key: &str) -> Option<String> {
    let pairs = metadata.split(',').filter_map(|pair| pair.trim().split_once(' '));
    let (_, value) = pairs.into_iter().find(|(name, _)| *name == key)?;
    String::from_utf8(of_base64(value.trim())?).ok()
}

/// Reads base64 as RFC 4648 writes it, with or without its padding.
fn of_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in text.trim_end_matches('=').bytes() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        held = held << 6 | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).unwrap_or_default());
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_come_as_base64() {
        let metadata = "filename 6K+B5LmmLnBuZw==,proves c2tpbGxzWzBd";
        assert_eq!(metadata_of(metadata, "filename").as_deref(), Some("证书.png"));
        assert_eq!(metadata_of(metadata, "proves").as_deref(), Some("skills[0]"));
        assert_eq!(metadata_of(metadata, "other"), None);
        assert_eq!(of_base64("Zg").as_deref(), Some(&b"f"[..]));
        assert_eq!(of_base64("Zm9v").as_deref(), Some(&b"foo"[..]));
        assert_eq!(of_base64("Z-"), None);
    }
}
