//! `/notices`: the notices of results that run.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};

use super::{PER_PAGE, after, listed};
use crate::frame::{Frame, public_page};
use crate::language::Reader;
use crate::pages::cases::steps::organisation_name;
use crate::pages::cases::{level_name, place_name};
use crate::pages::inside::{Answer, office, told};
use crate::state::Portal;

/// A notice as a row.
struct Row {
    href: String,
    level: String,
    place: String,
    by: String,
    published: String,
    last: String,
}

#[derive(Template)]
#[template(path = "public/notices.html")]
struct NoticesPage {
    frame: Frame,
    rows: Vec<Row>,
    next: Option<String>,
}

/// Shows the list.
pub(crate) async fn show(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    RawQuery(query): RawQuery,
) -> Answer {
    let office = office(&portal, &reader)?;
    let found = office.public_notices(after(query.as_deref()).as_deref(), PER_PAGE).await;
    let found = listed(&reader, found)?;
    let register = told(&reader, office.register().await)?;
    let frame = Frame::titled(&reader, "notices", "notices-title");
    let row = |notice: office::PublicNotice| Row {
        href: frame.link(&format!("/notices/{}", notice.case)),
        level: level_name(&frame, &notice.target),
        place: place_name(&frame, &portal, &notice.place),
        by: organisation_name(&register, &notice.by),
        published: notice.published.to_string(),
        last: notice.last.to_string(),
    };
    let rows = found.notices.into_iter().map(row).collect();
    let next = found.next.map(|next| frame.link(&format!("/notices?after={next}")));
    Ok(public_page(&NoticesPage { rows, next, frame }))
}
