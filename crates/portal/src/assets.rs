//! The style sheet and the script, embedded, under addresses that change with their content.

use std::sync::OnceLock;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest as _, Sha256};

const CSS: &str = concat!(
    include_str!("../assets/base.css"),
    include_str!("../assets/form.css"),
    include_str!("../assets/interview.css"),
    include_str!("../assets/result.css"),
    include_str!("../assets/remedies.css"),
    include_str!("../assets/plan.css"),
    include_str!("../assets/reading.css"),
    include_str!("../assets/catalogue.css"),
    include_str!("../assets/compare.css"),
    include_str!("../assets/account.css"),
    include_str!("../assets/cases.css"),
    include_str!("../assets/apply.css"),
    include_str!("../assets/print.css")
);
const JS: &str = concat!(include_str!("../assets/portal.js"), include_str!("../assets/applying.js"));
const ICON: &str = include_str!("../assets/seal.svg");

/// The address of the style sheet.
pub(crate) fn css_path() -> &'static str {
    static PATH: OnceLock<String> = OnceLock::new();
    PATH.get_or_init(|| address(CSS, "css"))
}

/// The address of the script.
pub(crate) fn js_path() -> &'static str {
    static PATH: OnceLock<String> = OnceLock::new();
    PATH.get_or_init(|| address(JS, "js"))
}

fn address(content: &str, ending: &str) -> String {
    use std::fmt::Write as _;
    let mut path = "/assets/portal-".to_owned();
    for byte in Sha256::digest(content.as_bytes()).iter().take(8) {
        let _ = write!(path, "{byte:02x}");
    }
    let _ = write!(path, ".{ending}");
    path
}

/// An embedded file.
pub(crate) async fn asset(Path(name): Path<String>) -> Response {
    let address = format!("/assets/{name}");
    let (kind, content, keep) = match () {
        () if address == css_path() => ("text/css; charset=utf-8", CSS, "public, max-age=31536000, immutable"),
        () if address == js_path() => ("text/javascript; charset=utf-8", JS, "public, max-age=31536000, immutable"),
        () if name == "seal.svg" => ("image/svg+xml", ICON, "public, max-age=86400"),
        () => return StatusCode::NOT_FOUND.into_response(),
    };
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], content).into_response()
}
