//! `/batches`: the rounds that are announced, with their windows.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use model::Word as _;

use super::{PER_PAGE, after, listed};
use crate::frame::{Frame, capital, public_page};
use crate::language::Reader;
use crate::pages::cases::place_name;
use crate::pages::cases::steps::organisation_name;
use crate::pages::inside::{Answer, office, told};
use crate::state::Portal;

/// A round as it is shown.
struct Row {
    id: String,
    title: String,
    place: String,
    by: String,
    window: Option<(String, String)>,
    reference: String,
    text: String,
    section: Option<String>,
}

#[derive(Template)]
#[template(path = "public/batches.html")]
struct BatchesPage {
    frame: Frame,
    rows: Vec<Row>,
    next: Option<String>,
}

/// Shows the rounds.
pub(crate) async fn show(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    RawQuery(query): RawQuery,
) -> Answer {
    let office = office(&portal, &reader)?;
    let found = office.public_rounds(after(query.as_deref()).as_deref(), PER_PAGE).await;
    let found = listed(&reader, found)?;
    let register = told(&reader, office.register().await)?;
    let frame = Frame::titled(&reader, "batches", "batches-title");
    let row = |round: office::RoundShown| Row {
        title: capital(&frame.f2(
            "batches-name",
            "year",
            round.plan.year,
            "series",
            frame.word("series", round.plan.series.key()),
        )),
        place: place_name(&frame, &portal, &round.plan.place),
        by: organisation_name(&register, &round.plan.office),
        window: round.window.map(|window| (window.from.to_string(), window.until.to_string())),
        reference: round.plan.reference_date.to_string(),
        text: round.notice.unwrap_or_default(),
        section: round.skilled_section,
        id: round.id,
    };
    let rows = found.rounds.into_iter().map(row).collect();
    let next = found.next.map(|next| frame.link(&format!("/batches?after={next}")));
    Ok(public_page(&BatchesPage { rows, next, frame }))
}
