//! One clause: where it stands, what it says in both languages, its parameters, the reading taken, and what cites it.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use service::library::{Citation, Clause};

use crate::frame::{Frame, encoded, public_page};
use crate::language::Reader;
use crate::pages::carriers::Carried;
use crate::pages::message::{no_answer, nothing_here};
use crate::pages::parameters::Parameters;
use crate::pages::policies::{NATIONAL, citing, key_of, named};
use crate::state::Portal;

/// A route that cites the clause, in words.
struct CitingRoute {
    target: String,
    route: String,
}

/// A neighbour in the ledger.
struct Neighbour {
    id: String,
    href: String,
}

#[derive(Template)]
#[template(path = "clause.html")]
struct ClausePage<'c> {
    frame: Frame,
    clause: &'c Clause,
    document: String,
    number: String,
    policy_href: String,
    parameters: String,
    carried: Option<Carried>,
    citing: Vec<CitingRoute>,
    previous: Option<Neighbour>,
    next: Option<Neighbour>,
}

/// A clause of a policy, or of the national ledger.
pub(crate) async fn clause(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Path((key, id)): Path<(String, String)>,
) -> Response {
    let packs = portal.guantong.packs();
    let policy = named(&portal.guantong, &key).filter(|_| key != NATIONAL);
    let clauses: &[Clause] = match policy {
        Some(policy) => &policy.clauses,
        None if key == NATIONAL => &packs.national.clauses,
        None => return nothing_here(&reader),
    };
    let Some(position) = clauses.iter().position(|clause| clause.id == id) else { return nothing_here(&reader) };
    let Some(clause) = clauses.get(position) else { return nothing_here(&reader) };
    let frame = Frame::new(&reader, "policies", clause.id.clone());
    let neighbour = |position: Option<usize>| {
        let clause = clauses.get(position?)?;
        Some(Neighbour { id: clause.id.clone(), href: frame.clause(&key, &clause.id) })
    };
    let covered = match portal.guantong.policy_of_clause(&id) {
        Some(owner) => match portal.coverage(&owner.id).await {
            Ok(covered) => Some(covered),
            Err(fault) => return no_answer(&reader, &fault),
        },
        None => None,
    };
    let covered = covered.as_ref().and_then(|covered| covered.clause(&id));
    let own = policy.filter(|policy| position < policy.own_clauses);
    let document = match own {
        Some(policy) => frame.either(&policy.document.title, &policy.document.en).to_owned(),
        None => frame.t("portal-national").to_owned(),
    };
    let home = if own.is_some() { key.as_str() } else { NATIONAL };
    public_page(&ClausePage {
        document,
        number: own.and_then(|policy| policy.document.number.clone()).unwrap_or_default(),
        policy_href: frame.link(&format!("/policies/{}", encoded(home))),
        parameters: Parameters::rendered(&clause.parameters),
        carried: covered.map(|clause| Carried::of(&frame, clause)),
        citing: citing(policy, &id).iter().map(|citation| citing_route(&frame, citation)).collect(),
        previous: neighbour(position.checked_sub(1)),
        next: neighbour(position.checked_add(1)),
        clause,
        frame: frame.clone(),
    })
}

fn citing_route(frame: &Frame, citation: &Citation) -> CitingRoute {
    let mut target = String::new();
    frame.book().target(&mut target, &citation.target);
    CitingRoute { target, route: frame.either(&citation.zh, &citation.en).to_owned() }
}

/// A clause by its identifier alone.
pub(crate) async fn find(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Path(id): Path<String>,
) -> Response {
    let frame = Frame::new(&reader, "policies", "");
    let guantong = &portal.guantong;
    if let Some(policy) = guantong.policy_of_clause(&id) {
        return Redirect::to(&frame.clause(&key_of(guantong, policy), &id)).into_response();
    }
    if guantong.packs().national.clauses.iter().any(|clause| clause.id == id) {
        return Redirect::to(&frame.clause(NATIONAL, &id)).into_response();
    }
    nothing_here(&reader)
}

/// The id of the name of the part that carries a clause.
fn part_id(clause: &Clause) -> String {
    format!("portal-part-{}", clause.part.key())
}

/// The id of how sure the project is of a national fact.
fn confidence_id(confidence: &str) -> String {
    format!("portal-confidence-{confidence}")
}
