//! `GET /api/v1/catalogue`: the same search and the same answer as `guantong catalogue`.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use model::{Direction, Faults, Word as _};
use service::lookup::Search;

use crate::problem::Problem;
use crate::state::{NoAnswer, Portal};

/// Searches occupations and specialties: what each place lists, who reviews, who evaluates, where.
#[utoipa::path(
    get,
    path = "/api/v1/catalogue",
    operation_id = "searchCatalogue",
    tag = "catalogue",
    params(
        ("q" = String, Query, description = "A name, a part of it, another name, pinyin, initials or a classification code; at most 100 characters.", example = "dhg"),
        ("jurisdiction" = Option<String>, Query, description = "A place by key, GB/T 2260 code or name; all places when absent."),
        ("direction" = Option<String>, Query, description = "skill-to-title or title-to-skill; both when absent."),
    ),
    responses(
        (status = 200, description = "What was found. Other names, pinyin and likeness are suggestions; nothing is decided by them.",
            body = ref("#/components/schemas/CatalogueFound"), content_type = "application/json"),
        (status = 422, description = "A parameter has a fault.", body = ref("#/components/schemas/Problem"), content_type = "application/problem+json"),
        (status = 503, description = "Too many questions are being answered.", body = ref("#/components/schemas/Problem"), content_type = "application/problem+json"),
    )
)]
pub(crate) async fn catalogue(State(portal): State<Arc<Portal>>, RawQuery(query): RawQuery) -> Response {
    let asked = match Asked::read(query.as_deref().unwrap_or_default()) {
        Ok(asked) => asked,
        Err(faults) => return Problem::faults(faults).into_response(),
    };
    let guantong = Arc::clone(&portal.guantong);
    let answered = portal.in_turn(move || {
        let Asked { word, jurisdiction, direction } = &asked;
        let found = guantong.search(&Search { word, jurisdiction: jurisdiction.as_deref(), direction: *direction })?;
        Ok(serde_json::to_vec(&found))
    });
    match answered.await.and_then(|found| found.map_err(NoAnswer::Refused)) {
        Ok(Ok(text)) => {
            let mut response = text.into_response();
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=60"));
            response
        }
        Ok(Err(_)) => Problem::broken().into_response(),
        Err(fault) => Problem::from(fault).into_response(),
    }
}

/// The parameters.
struct Asked {
    word: String,
    jurisdiction: Option<String>,
    direction: Option<Direction>,
}

impl Asked {
    /// Reads the parameters; a blank one is as good as absent.
    fn read(query: &str) -> Result<Self, Faults> {
        let mut asked = Self { word: String::new(), jurisdiction: None, direction: None };
        let mut faults = Faults::default();
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = value.trim();
            match key.as_ref() {
                "q" => asked.word = value.to_owned(),
                _ if value.is_empty() => {}
                "jurisdiction" => asked.jurisdiction = Some(value.to_owned()),
                "direction" => {
                    asked.direction = Direction::parse(value);
                    if asked.direction.is_none() {
                        let remedy = format!("write one of {}", Direction::choices());
                        faults.add("direction", None, format!("{value:?} is no direction"), remedy);
                    }
                }
                // Further parameters, such as the language, change nothing.
                _ => {}
            }
        }
        faults.unless(asked)
    }
}
