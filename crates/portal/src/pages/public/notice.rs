//! `/notices/{case}`: one notice with its days, and how to object.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use office::PublicNotice;

use crate::frame::{Frame, public_page};
use crate::language::Reader;
use crate::pages::cases::steps::organisation_name;
use crate::pages::cases::{level_name, place_name};
use crate::pages::inside::{Answer, Named, office, told};
use crate::state::Portal;

#[derive(Template)]
#[template(path = "public/notice.html")]
struct NoticePage {
    frame: Frame,
    level: String,
    place: String,
    by: String,
    object: String,
    is_in: bool,
    notice: PublicNotice,
}

/// Shows a notice.
pub(crate) async fn show(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Named(case): Named,
) -> Answer {
    let office = office(&portal, &reader)?;
    let notice = told(&reader, office.public_notice(&case).await)?;
    let register = told(&reader, office.register().await)?;
    let mut frame = Frame::titled(&reader, "notices", "notices-title");
    frame.title = level_name(&frame, &notice.target);
    let shown = NoticePage {
        level: frame.title.clone(),
        place: place_name(&frame, &portal, &notice.place),
        by: organisation_name(&register, &notice.by),
        object: frame.link(&format!("/notices/{case}/object")),
        is_in: reader.who.is_some(),
        notice,
        frame,
    };
    Ok(public_page(&shown))
}
