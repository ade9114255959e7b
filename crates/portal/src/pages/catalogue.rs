//! Occupations: what a word may mean, and where each place's catalogue lists it.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use service::lookup::{MOST_HITS, OccupationHit};

use crate::frame::{Frame, public_page};
use crate::language::Reader;
use crate::pages::policies::named;
use crate::state::Portal;

/// The longest word that is looked up.
const LONGEST: usize = 100;

struct PlaceChoice<'p> {
    key: &'p str,
    name: &'p str,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "catalogue.html")]
struct CataloguePage<'p> {
    frame: Frame,
    word: String,
    places: Vec<PlaceChoice<'p>>,
    hits: Vec<OccupationHit>,
    most: bool,
}

/// Looks a word up.
pub(crate) async fn catalogue(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let value = |key: &str| {
        let found = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == key);
        found.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let word: String = value("q").chars().take(LONGEST).collect();
    let place = named(&portal.guantong, &value("place"));
    let hits = portal.guantong.occupations(&word, place);
    let frame = Frame::titled(&reader, "catalogue", "portal-catalogue");
    let mut places: Vec<PlaceChoice<'_>> = Vec::new();
    for policy in &portal.guantong.packs().policies {
        let (key, zh, en) = (&policy.jurisdiction.key, &policy.jurisdiction.zh, &policy.jurisdiction.en);
        if places.iter().all(|known| known.key != key) {
            let chosen = place.is_some_and(|place| place.jurisdiction.key == *key);
            let name = if reader.lang == wording::Lang::En { en } else { zh };
            places.push(PlaceChoice { key, name, chosen });
        }
    }
    public_page(&CataloguePage { most: hits.len() >= MOST_HITS, frame, word, places, hits })
}

impl CataloguePage<'_> {
    /// What a place is called in the reader's language.
    fn place<'n>(&'n self, key: &str, otherwise: &'n str) -> &'n str {
        self.places.iter().find(|place| place.key == key).map_or(otherwise, |place| place.name)
    }
}

/// The id of how sure the table is of a row.
fn confidence(key: &str) -> &'static str {
    match key {
        "high" => "portal-row-high",
        "medium" => "portal-row-medium",
        "low" => "portal-row-low",
        "printed" => "portal-row-printed",
        _ => "portal-row-written",
    }
}

/// The id of where an occupation stands in a catalogue.
fn standing(key: &str) -> &'static str {
    match key {
        "listed" => "portal-listed",
        "unlisted" => "portal-unlisted",
        "unplaced" => "portal-unplaced",
        _ => "portal-no-catalogue",
    }
}
