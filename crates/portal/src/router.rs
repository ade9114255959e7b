//! Which address leads where, and the layers around all of them.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, head, post};
use model::node::MOST_BYTES;
use office::Office;
use serde_json::Value;
use service::Guantong;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;
use tower_http::trace::TraceLayer;
use utoipa::OpenApi as _;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::{
    ballots, cases, catalogue as catalogue_api, decisions, description, evidence, filings, health, log, one_case,
    ordered, orders, plans, questions, register,
};
use crate::pages::applications::{self, opening};
use crate::pages::cases::{case, desk, dossier, evidence as evidence_pages, files, object, order, return_to, uploads};
use crate::pages::logins::{account, confirm, factor, invitation, login, login_code};
use crate::pages::public::{batches, notice, notices};
use crate::pages::{
    api_guide, begin, catalogue, check, clause, comparison, dossier_file, interview, message, plan, policies, start,
};
use crate::problem::Problem;
use crate::state::{Outside, Portal};
use crate::{assets, guard, headers, language, visit};

/// How long somebody who is sending a body may fall silent: then it counts as broken off.
const SILENCE: Duration = Duration::from_secs(20);

/// The most bytes of a form of a case: the text of a notice and a list of faults fit.
const MOST_CASE_FORM_BYTES: usize = 256 * 1024;

/// All addresses of the portal and its API. Without an office the self-check is offered, and no casework and no logins.
pub fn router(guantong: Arc<Guantong>, office: Option<Office>) -> Router {
    router_behind(guantong, office, Outside::default())
}

/// The same, told what stands between it and its visitors.
pub fn router_behind(guantong: Arc<Guantong>, office: Option<Office>, outside: Outside) -> Router {
    let portal = Arc::new(Portal::new(guantong, office, outside));
    let (api, _) = api().split_for_parts();
    Router::new()
        .route("/", get(begin::begin))
        .route("/begin", post(begin::again).get(check::to_start))
        .route("/interview", post(interview::answer).get(check::to_start))
        .route("/interview/again", post(interview::again).get(check::to_start))
        .route("/check", post(check::check).get(check::to_start))
        .route("/plan", post(plan::plan).get(check::to_start))
        .route("/plan/map.svg", post(plan::map_file).get(check::to_start))
        .route("/form", post(check::form).get(start::start))
        .route("/load", post(dossier_file::load).get(check::to_start))
        .route("/save", post(check::save).get(check::to_start))
        .route("/applications/begin", post(applications::begin).get(check::to_start))
        .route("/policies", get(policies::policies))
        .route("/policies/compare", get(comparison::comparison))
        .route("/policies/{key}", get(policies::policy))
        .route("/policies/{key}/clauses/{id}", get(clause::clause))
        .route("/clauses/{id}", get(clause::find))
        .route("/catalogue", get(catalogue::catalogue))
        .route("/notices", get(notices::show))
        .route("/notices/{id}", get(notice::show))
        .route("/batches", get(batches::show))
        .route("/api", get(api_guide::api_guide))
        .route("/assets/{name}", get(assets::asset))
        .merge(api)
        .merge(logins())
        .merge(casework())
        .fallback(message::not_found)
        .method_not_allowed_fallback(message::wrong_method)
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(RequestBodyTimeoutLayer::new(SILENCE))
        .layer(CatchPanicLayer::custom(broken))
        .layer(from_fn_with_state(Arc::clone(&portal), visit::find))
        .layer(from_fn(language::find))
        .layer(from_fn(headers::guard))
        .layer(CompressionLayer::new())
        .layer(TraceLayer::new_for_http())
        .with_state(portal)
}

/// Logins and what an account's owner changes. Their forms are short.
fn logins() -> Router<Arc<Portal>> {
    Router::new()
        .route("/login", get(login::show).post(login::enter))
        .route("/login/code", get(login_code::show).post(login_code::enter))
        .route("/logout", post(login::leave).get(check::to_start))
        .route("/account", get(account::show))
        .route("/account/confirm", get(confirm::show).post(confirm::confirm))
        .route("/account/password", post(account::change_password).get(account::to_account))
        .route("/account/factor", get(factor::show).post(factor::offer))
        .route("/account/factor/code", post(factor::take).get(account::to_account))
        .route("/account/factor/remove", post(factor::remove).get(account::to_account))
        .route("/account/recovery", post(factor::new_codes).get(account::to_account))
        .route("/account/sessions", post(account::end_sessions).get(account::to_account))
        .route("/invitation/{token}", get(invitation::show).post(invitation::accept))
        .layer(DefaultBodyLimit::max(guard::MOST_FORM_BYTES))
}

/// Casework behind the login.
fn casework() -> Router<Arc<Portal>> {
    Router::new()
        .route("/desk", get(desk::show))
        .route("/applications/new", get(opening::show).post(opening::open))
        .route("/cases/{id}", get(case::show))
        .route("/cases/{id}/dossier", get(dossier::show).post(dossier::save))
        .route("/cases/{id}/orders", post(order::order).get(case::to_case))
        .route("/cases/{id}/return", get(return_to::show).post(return_to::send_back))
        .route("/notices/{id}/object", get(object::show).post(object::object))
        .route("/cases/{id}/files/{file}", get(files::file))
        .layer(DefaultBodyLimit::max(MOST_CASE_FORM_BYTES))
        .merge(files_of_cases())
}

/// Files on their way into a case: their bodies may be larger than any other.
fn files_of_cases() -> Router<Arc<Portal>> {
    Router::new()
        .route("/cases/{id}/evidence", get(evidence_pages::show).post(evidence_pages::add))
        .route("/cases/{id}/uploads", post(uploads::announce).get(case::to_case))
        .route("/cases/{id}/uploads/{upload}", head(uploads::offset).patch(uploads::write).delete(uploads::give_up))
        .layer(DefaultBodyLimit::max(evidence::MOST_BODY_BYTES))
}

/// The endpoints for programs with their description.
fn api() -> OpenApiRouter<Arc<Portal>> {
    OpenApiRouter::with_openapi(description::Description::openapi())
        .routes(routes!(decisions::decisions))
        .routes(routes!(plans::plans))
        .routes(routes!(questions::questions))
        .routes(routes!(catalogue_api::catalogue))
        .routes(routes!(cases::list, cases::open))
        .routes(routes!(one_case::show))
        .routes(routes!(one_case::history))
        .routes(routes!(one_case::replay))
        .routes(routes!(one_case::document))
        .routes(routes!(orders::order))
        .routes(routes!(ballots::sign))
        .routes(routes!(ballots::cast, ballots::published))
        .merge(evidence_files())
        .routes(routes!(register::order))
        .routes(routes!(register::organisations))
        .routes(routes!(filings::sessions))
        .routes(routes!(filings::session))
        .routes(routes!(filings::agenda_case))
        .routes(routes!(filings::rounds))
        .routes(routes!(filings::round))
        .routes(routes!(filings::committees))
        .routes(routes!(filings::committee))
        .routes(routes!(ordered::round))
        .routes(routes!(ordered::committee))
        .routes(routes!(ordered::session))
        .routes(routes!(log::root))
        .routes(routes!(description::description))
        .routes(routes!(health::health))
}

/// Files in evidence: their bodies may be larger than any other.
fn evidence_files() -> OpenApiRouter<Arc<Portal>> {
    OpenApiRouter::new()
        .routes(routes!(evidence::put))
        .routes(routes!(evidence::get))
        .layer(DefaultBodyLimit::max(evidence::MOST_BODY_BYTES))
}

/// The OpenAPI document that the router serves.
#[must_use]
pub fn openapi() -> Value {
    description::with_schemas(&api().split_for_parts().1)
}

/// The answer where a handler broke; what happened goes to the log.
fn broken(fault: Box<dyn Any + Send>) -> Response {
    let text = fault.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| fault.downcast_ref::<String>().cloned()).unwrap_or_default();
    tracing::error!(fault = text, "a handler broke");
    Problem::broken().into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::{Request, StatusCode, header};
    use tower::ServiceExt as _;

    async fn breaks() -> &'static str {
        panic!("on purpose")
    }

    #[tokio::test]
    async fn a_broken_handler_is_answered_and_says_nothing_of_its_inside() {
        let router: Router = Router::new().route("/", get(breaks)).layer(CatchPanicLayer::custom(broken));
        let answer = router.oneshot(Request::get("/").body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/problem+json");
        let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        assert!(!String::from_utf8_lossy(&body).contains("on purpose"));
    }
}
