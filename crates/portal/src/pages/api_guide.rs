//! The page for people on the interface for programs.

use askama::Template;
use axum::Extension;
use axum::response::Response;

use crate::frame::{Frame, public_page};
use crate::language::Reader;

#[derive(Template)]
#[template(path = "api_guide.html")]
struct ApiGuide {
    frame: Frame,
}

/// How programs ask.
pub(crate) async fn api_guide(Extension(reader): Extension<Reader>) -> Response {
    public_page(&ApiGuide { frame: Frame::titled(&reader, "api", "portal-api") })
}
