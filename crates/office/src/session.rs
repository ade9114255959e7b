//! Sessions of committees: their orders from outside, and what they bring to the cases on the agenda.

use std::collections::BTreeMap;

use casework::aggregate::Event;
use casework::case::{Command as CaseCommand, DocumentRef};
use casework::session::{Command, Outcome, Session, SessionEvent, Vote};
use casework::{Refusal, Role};
use serde_json::{Value, json};
use store::{Unit, View, ViewChange};

use crate::account::{Caller, is_of_office};
use crate::documents::Drafts;
use crate::error::OfficeError;
use crate::history::{Loaded, event};
use crate::office::Office;
use crate::once::Once;

mod agenda;
mod ballots;
mod convene;
mod shown;

pub use ballots::{BlindlySigned, CastOrder, SignatureOrder, Taken};
use convene::arranging;
pub use convene::{Arranging, ConveneOrder, ToReview};
pub use shown::{AgendaCaseShown, OpinionShown, SeatShown, SessionView, VoteShown};

/// The key under which the sessions of an office are found.
pub(crate) const OF_OFFICE: &str = "session-of-office";
/// The key under which the sessions of a member are found.
pub(crate) const OF_MEMBER: &str = "session-of-member";

/// The stream of a session.
pub(crate) fn stream(id: &str) -> String {
    format!("session/{id}")
}

/// A session with the graded reasons that its history holds, by case.
struct Sitting {
    loaded: Loaded<Session>,
    reasons: BTreeMap<String, DocumentRef>,
}

impl Office {
    /// Carries out an order to a session: an [`Arranging`] or another command of `casework::session` as JSON, with texts where it
    /// has references. What it brings to the cases of the agenda (standing on it, the result) is committed in the same unit. Who
    /// the members are, whose the cases are and what holds comes from the records.
    /// With a `key`, asking again gives the first answer and does nothing.
    ///
    /// # Errors
    /// The order is refused or has faults, the committee may not review a case, or the store cannot be reached.
    pub async fn order_session(
        &self,
        by: &Caller,
        id: &str,
        order: &Value,
        key: Option<&str>,
    ) -> Result<u64, OfficeError> {
        let once = Once::of(by, key, &json!({ "session": id, "order": order }));
        let make = || async {
            let mut drafts = Drafts::default();
            let sitting = self.sitting(id).await?;
            let mut command = match arranging(order)? {
                Some(Arranging::Convene(order)) => Command::Convene(Box::new(self.convening(by, &order).await?)),
                Some(Arranging::Replace { out, by: expert }) => {
                    Command::Replace { out, by: self.new_member(&sitting.loaded.state, by, &expert).await? }
                }
                None => self.read_command(order, &mut drafts)?,
            };
            sitting.loaded.state.permitted(by, &command)?;
            let urn = self.urn_of(by, id, &sitting, &mut command).await?;
            let decided = self.decide(stream(id), &sitting.loaded, by, command)?;
            let (appends, personal) = (vec![decided.append], drafts.into_documents());
            let views = row(id, &decided.after).map(ViewChange::Put).into_iter().collect();
            let mut unit = Unit { appends, views, personal, urn, ..Unit::default() };
            for (case, command) in consequences(id, &sitting, &decided.events) {
                let loaded = self.load_case(&case).await?;
                // Who took the case back, or was found out, meanwhile gets no result, and keeps nobody else's from coming.
                if loaded.state.is_over() && !matches!(command, CaseCommand::Enlist { .. }) {
                    continue;
                }
                self.add_order(&mut unit, &case, &loaded, by, command)?;
            }
            Ok((unit, decided.version))
        };
        self.commit_once(once, make).await
    }

    /// A session as it is now, for its members and its office.
    ///
    /// # Errors
    /// There is none, the caller has no part in it, or the store cannot be reached.
    pub async fn session(&self, by: &Caller, id: &str) -> Result<Session, OfficeError> {
        let sitting = self.sitting(id).await?;
        for_whom(&sitting.loaded.state, id, by)?;
        Ok(sitting.loaded.state)
    }

    async fn sitting(&self, id: &str) -> Result<Sitting, OfficeError> {
        let records = self.store.stream(&stream(id)).await?;
        let mut sitting = Sitting { loaded: Loaded::default(), reasons: BTreeMap::new() };
        for record in &records {
            let event: Event<SessionEvent> = event(record)?;
            if let SessionEvent::Concluded { case, reasons: Some(reasons), .. } = &event.what {
                sitting.reasons.insert(case.clone(), reasons.text.clone());
            }
            sitting.loaded.evolve(&event);
        }
        Ok(sitting)
    }
}

/// The row of a session in the lists.
fn row(id: &str, session: &Session) -> Option<View> {
    let convening = session.convening.as_ref()?;
    let of_member = |member: &casework::session::Member| (OF_MEMBER.to_owned(), member.id.clone());
    let mut search: Vec<_> = convening.members.iter().map(of_member).collect();
    search.push((OF_OFFICE.to_owned(), convening.office.clone()));
    Some(View {
        id: stream(id),
        kind: "session".to_owned(),
        holder: convening.office.clone(),
        state: session.phase().key().to_owned(),
        place: String::new(),
        due: Some(convening.on.date()),
        search,
        body: json!({ "session": id, "committee": convening.committee }),
    })
}

/// Whether a clerk of the office asks, before anything is looked up for the order.
fn by_office(by: &Caller, office: &str, command: &str) -> Result<(), Refusal> {
    if by.role == Role::Clerk && by.organisation.as_deref() == Some(office) {
        return Ok(());
    }
    Err(Refusal::new("session-not-office").with("command", command))
}

/// A session is for its members and its office.
fn for_whom(session: &Session, id: &str, by: &Caller) -> Result<(), OfficeError> {
    let Some(convening) = &session.convening else {
        return Err(OfficeError::NotFound { what: "session", id: id.to_owned() });
    };
    if convening.member(&by.id).is_none() && !is_of_office(by, &convening.office) {
        return Err(OfficeError::NotForYou { what: format!("session {id}") });
    }
    Ok(())
}

/// What a session's events bring to its cases.
fn consequences(id: &str, sitting: &Sitting, events: &[SessionEvent]) -> Vec<(String, CaseCommand)> {
    let session = || id.to_owned();
    let mut orders = Vec::new();
    for event in events {
        match event {
            SessionEvent::Convened(convening) => {
                let enlist = |case: &String| (case.clone(), CaseCommand::Enlist { session: session() });
                orders.extend(convening.agenda.iter().map(|item| enlist(&item.case)));
            }
            SessionEvent::Announced { results } => {
                orders.extend(results.iter().filter_map(|(case, outcome)| {
                    let reasons = sitting.reasons.get(case).cloned();
                    let command = match outcome {
                        Outcome::Passed | Outcome::NotPassed => {
                            let Vote::Closed(result) = &sitting.loaded.state.items.get(case)?.vote else { return None };
                            CaseCommand::Result { session: session(), tally: result.tally, reasons }
                        }
                        Outcome::GateFailed => CaseCommand::FailGate { session: session(), reasons: reasons? },
                        Outcome::Postponed => CaseCommand::PutOff { session: session() },
                    };
                    Some((case.clone(), command))
                }));
            }
            _ => {}
        }
    }
    orders
}
