//! The policies: which there are, and the clauses of one, grouped, with what carries each.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use service::Guantong;
use service::coverage::{PolicyCoverage, Standing};
use service::library::{Clause, Part, Policy, citations};

use crate::frame::{Frame, encoded, public_page};
use crate::language::Reader;
use crate::pages::carriers::Carried;
use crate::pages::message::{no_answer, nothing_here};
use crate::state::Portal;

/// The key under which the ledger of national facts stands.
pub(crate) const NATIONAL: &str = "national";

/// One policy in the list.
struct PolicyRow<'p> {
    key: String,
    place: &'p str,
    title: &'p str,
    original: &'p str,
    number: String,
    issuer: &'p str,
    from: String,
    until: String,
    in_force: bool,
    digest: &'p str,
    clauses: usize,
    checked: String,
}

#[derive(Template)]
#[template(path = "policies.html")]
struct PoliciesPage<'p> {
    frame: Frame,
    rows: Vec<PolicyRow<'p>>,
    national: usize,
}

/// A clause in the list of a policy.
struct ClauseRow<'p> {
    id: &'p str,
    place: &'p str,
    says: &'p str,
    carried: Option<Carried>,
    open: bool,
}

/// The clauses that one part of the product carries.
struct PartGroup<'p> {
    key: &'static str,
    clauses: Vec<ClauseRow<'p>>,
}

#[derive(Template)]
#[template(path = "policy.html")]
struct PolicyPage<'p> {
    frame: Frame,
    key: String,
    policy: Option<PolicyRow<'p>>,
    number_note: &'p str,
    groups: Vec<PartGroup<'p>>,
    figures: Vec<Figure>,
    examples: String,
}

/// How many clauses stand in a certain way.
struct Figure {
    name: &'static str,
    class: &'static str,
    clauses: Vec<String>,
}

const PARTS: [Part; 5] = [Part::Decision, Part::Procedure, Part::Certificate, Part::Register, Part::Information];

/// The list of policies.
pub(crate) async fn policies(State(portal): State<Arc<Portal>>, Extension(reader): Extension<Reader>) -> Response {
    let frame = Frame::titled(&reader, "policies", "portal-policies");
    let packs = portal.guantong.packs();
    let rows = packs.policies.iter().map(|policy| row(&frame, &portal.guantong, policy)).collect();
    public_page(&PoliciesPage { rows, national: packs.national.clauses.len(), frame })
}

/// One policy.
pub(crate) async fn policy(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    Path(key): Path<String>,
) -> Response {
    let packs = portal.guantong.packs();
    if key == NATIONAL {
        let frame = Frame::titled(&reader, "policies", "portal-national");
        let groups = groups(&frame, &packs.national.clauses, None);
        let (number_note, figures, examples) = ("", Vec::new(), String::new());
        return public_page(&PolicyPage { frame, key, policy: None, number_note, groups, figures, examples });
    }
    let Some(policy) = named(&portal.guantong, &key) else { return nothing_here(&reader) };
    let covered = match portal.coverage(&policy.id).await {
        Ok(covered) => covered,
        Err(fault) => return no_answer(&reader, &fault),
    };
    let mut frame = Frame::titled(&reader, "policies", "portal-policies");
    let mut row = row(&frame, &portal.guantong, policy);
    row.key.clone_from(&key);
    frame.title = format!("{} · {}", row.place, row.title);
    let own = policy.clauses.get(..policy.own_clauses).unwrap_or_default();
    let groups = groups(&frame, own, Some(&covered));
    let note = policy.document.number_note.as_ref();
    public_page(&PolicyPage {
        number_note: note.map(|note| note.in_language(reader.lang.key())).unwrap_or_default(),
        policy: Some(row),
        key,
        groups,
        figures: figures(&frame, &covered),
        examples: frame.f("portal-examples-count", "count", covered.examples),
        frame,
    })
}

/// A policy by its identifier, or by its place.
pub(crate) fn named<'g>(guantong: &'g Guantong, key: &str) -> Option<&'g Policy> {
    let packs = guantong.packs();
    packs.with_id(key).or_else(|| packs.named(key))
}

/// The key of a policy's page: its place, or its identifier where the place has several.
pub(crate) fn key_of(guantong: &Guantong, policy: &Policy) -> String {
    let place = &policy.jurisdiction.key;
    // The page of the key that ordinary promotion goes by is that of the national ledger.
    let first = place != NATIONAL && guantong.packs().named(place).is_some_and(|first| first.id == policy.id);
    if first { place.clone() } else { policy.id.clone() }
}

/// What a policy's place is called, with the place whose document it passes on.
pub(crate) fn place_name(frame: &Frame, guantong: &Guantong, policy: &Policy) -> String {
    let place = either(frame, &policy.jurisdiction.zh, &policy.jurisdiction.en);
    let root = policy.chain.last().and_then(|passed| guantong.packs().with_id(&passed.id));
    match root {
        Some(root) => {
            let above = either(frame, &root.jurisdiction.zh, &root.jurisdiction.en);
            frame.f2("portal-place-within", "place", place, "above", above)
        }
        None => place.to_owned(),
    }
}

fn row<'p>(frame: &Frame, guantong: &Guantong, policy: &'p Policy) -> PolicyRow<'p> {
    let document = &policy.document;
    PolicyRow {
        key: key_of(guantong, policy),
        place: either(frame, &policy.jurisdiction.zh, &policy.jurisdiction.en),
        title: either(frame, &document.title, &document.en),
        original: if frame.lang == wording::Lang::En { &document.title } else { "" },
        number: document.number.clone().unwrap_or_default(),
        issuer: &document.issuer,
        from: policy.effective.to_string(),
        until: policy.expires.map(|day| day.to_string()).unwrap_or_default(),
        in_force: policy.in_force_on(service::today()),
        digest: &policy.digest,
        clauses: policy.own_clauses,
        checked: frame.f2(
            "portal-checked-by",
            "day",
            policy.checked.on,
            "who",
            policy.checked.by.in_language(frame.lang.key()),
        ),
    }
}

fn either<'p>(frame: &Frame, zh: &'p str, en: &'p str) -> &'p str {
    if frame.lang == wording::Lang::En { en } else { zh }
}

/// How many clauses stand in which way; those that are open or uncovered by name.
fn figures(frame: &Frame, covered: &PolicyCoverage) -> Vec<Figure> {
    let of = |(standing, class): (Standing, &'static str)| Figure {
        name: frame.book().text(standing.name_id()),
        class,
        clauses: covered.standing(standing).map(|clause| clause.clause.clone()).collect(),
    };
    [
        (Standing::Uncovered, "uncovered"),
        (Standing::Carried, "carried"),
        (Standing::Open, "open-part"),
        (Standing::Nothing, "nothing"),
    ]
    .into_iter()
    .map(of)
    .filter(|figure| !figure.clauses.is_empty())
    .collect()
}

fn groups<'p>(frame: &Frame, clauses: &'p [Clause], covered: Option<&PolicyCoverage>) -> Vec<PartGroup<'p>> {
    let row = |clause: &'p Clause| ClauseRow {
        id: &clause.id,
        place: &clause.place,
        says: clause.says(frame.lang.key()),
        carried: covered.and_then(|covered| covered.clause(&clause.id)).map(|clause| Carried::of(frame, clause)),
        open: clause.ambiguity.is_some(),
    };
    let of = |part: Part| PartGroup {
        key: part.key(),
        clauses: clauses.iter().filter(|clause| clause.part == part).map(row).collect(),
    };
    PARTS.into_iter().map(of).filter(|group| !group.clauses.is_empty()).collect()
}

impl PolicyRow<'_> {
    /// The address of the policy's page.
    fn href(&self) -> String {
        format!("/policies/{}", encoded(&self.key))
    }
}

impl PartGroup<'_> {
    /// The id of the heading.
    fn title_id(&self) -> String {
        format!("portal-part-{}", self.key)
    }

    /// The id of what the heading means.
    fn help_id(&self) -> String {
        format!("portal-part-{}-help", self.key)
    }
}

impl PolicyPage<'_> {
    /// The address of the page that compares this policy with another.
    fn compare(&self) -> String {
        self.frame.link(&format!("/policies/compare?a={}", encoded(&self.key)))
    }

    /// The address of a clause of this policy.
    fn clause(&self, id: &str) -> String {
        self.frame.link(&format!("/policies/{}/clauses/{}", encoded(&self.key), encoded(id)))
    }
}

/// How many routes of a policy cite a clause, for the clause's own page.
pub(crate) fn citing(policy: Option<&Policy>, id: &str) -> Vec<service::library::Citation> {
    policy.map(|policy| citations(policy, id)).unwrap_or_default()
}
