//! `/notices/{case}/object`: whoever is in objects to a notice.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use office::{CaseOrder, Said};
use uuid::Uuid;

use super::order::said;
use crate::frame::{Frame, page};
use crate::pages::inside::{Answer, Inside, Named, Sent};

#[derive(Template)]
#[template(path = "cases/object.html")]
struct ObjectPage {
    frame: Frame,
    action: String,
    notice: String,
    form_token: String,
    key: String,
    text: String,
    said: Option<Said>,
    is_done: bool,
}

/// Shows the form, for a notice that runs.
pub(crate) async fn show(inside: Inside, Named(case): Named) -> Answer {
    inside.told(inside.office.public_notice(&case).await)?;
    Ok(form(&inside, &case, String::new(), None, false))
}

/// Takes an objection.
pub(crate) async fn object(Named(case): Named, sent: Sent) -> Answer {
    let Sent { inside, fields } = sent;
    inside.told(inside.office.public_notice(&case).await)?;
    let text = fields.get("text").trim().to_owned();
    let order = CaseOrder::Object { text: text.clone() };
    match inside.office.order_from_outside(inside.by(), &case, &order, fields.key().as_deref()).await {
        Ok(_) => Ok(form(&inside, &case, String::new(), None, true)),
        Err(error) => {
            let said = said(&inside, &case, error).await?;
            Ok(form(&inside, &case, text, Some(said), false))
        }
    }
}

fn form(inside: &Inside, case: &str, text: String, said: Option<Said>, is_done: bool) -> Response {
    let frame = Frame::titled(&inside.reader, "notices", "notices-object");
    let status = if said.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = ObjectPage {
        action: frame.link(&format!("/notices/{case}/object")),
        notice: frame.link(&format!("/notices/{case}")),
        form_token: inside.visitor.form_token(),
        key: Uuid::new_v4().to_string(),
        text,
        said,
        is_done,
        frame,
    };
    page(status, &shown)
}
