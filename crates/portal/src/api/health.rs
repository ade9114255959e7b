//! `GET /healthz`: whether the service answers.

/// Says that the service answers.
#[utoipa::path(
    get,
    path = "/healthz",
    operation_id = "health",
    tag = "service",
    responses((status = 200, description = "The service answers.", body = String, content_type = "text/plain", example = "ok"))
)]
pub(crate) async fn health() -> &'static str {
    "ok"
}
