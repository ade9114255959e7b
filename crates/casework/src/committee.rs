//! A review committee on file: its remit and filing, its pool of experts, and the draws from it (stream `committee-…`).

mod command;
pub mod draw;
mod expert;
mod remit;
mod rules;

use std::collections::{BTreeMap, BTreeSet};

use model::Day;

pub use command::{Command, CommitteeEvent, Registration};
pub use expert::{Bar, Concerned, Expert, Relation, RelationKind, barred};
pub use remit::{Asked, Remit, Term};
pub use rules::{Bound, Breadth, CommitteeRules, LeastSize};

use crate::aggregate::{Aggregate, Event};
use crate::order::{Actor, Order, Role};
use crate::refusal::Refusal;
use crate::session::Sheet;
use draw::{Commitment, DrawRecord};
use expert::plain_id;

/// How far a draw has come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DrawState {
    /// Pool and secret are fixed.
    Committed(Box<Commitment>),
    /// It was made; the record has all replacements.
    Drawn(Box<DrawRecord>),
}

/// A committee.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Committee {
    /// What it is on file with; none before it was registered.
    pub registration: Option<Registration>,
    /// Whether it was taken off the file.
    pub dissolved: bool,
    /// The pool, by expert.
    pub pool: BTreeMap<String, Expert>,
    /// What was declared, by expert; it stays when an expert leaves the pool and comes back.
    pub relations: BTreeMap<String, BTreeSet<Relation>>,
    /// The draws, by id.
    pub draws: BTreeMap<String, DrawState>,
    /// The scoring sheets on file, by id.
    pub sheets: BTreeMap<String, Sheet>,
}

impl Committee {
    /// Whether the committee is on file on a day.
    ///
    /// # Errors
    /// That it is unknown, dissolved, or that the filing has run out or has not begun.
    pub fn on_file(&self, day: Day) -> Result<&Registration, Refusal> {
        let registration = self.registered()?;
        let filing = registration.filing;
        if !filing.contains(day) {
            let clause = registration.rules.filing_years.clause.as_deref();
            let refusal = Refusal::new("committee-filing-not-valid").citing(clause);
            return Err(refusal.with("from", filing.from).with("until", filing.until).with("day", day));
        }
        Ok(registration)
    }

    /// Whether the committee may open a case on a day: on file and within its remit.
    ///
    /// # Errors
    /// Which of the two isn't so.
    pub fn may_review(&self, asked: &Asked<'_>, day: Day) -> Result<(), Refusal> {
        self.on_file(day)?.remit.covers(asked)
    }

    fn registered(&self) -> Result<&Registration, Refusal> {
        let Some(registration) = &self.registration else { return Err(Refusal::new("committee-unknown")) };
        if self.dissolved {
            return Err(Refusal::new("committee-dissolved"));
        }
        Ok(registration)
    }

    /// Whether an order comes from whom it has to come: to be asked before anything is worked out for it.
    ///
    /// # Errors
    /// It comes from somebody else, or there is no such committee.
    pub fn permitted(&self, by: &Actor, command: &Command) -> Result<(), Refusal> {
        match command {
            Command::Register(_) | Command::Renew(_) | Command::Dissolve { .. } => {
                if by.role == Role::Administrator {
                    Ok(())
                } else {
                    Err(Refusal::new("committee-not-register"))
                }
            }
            Command::Declare { expert, .. } | Command::Retract { expert, .. }
                if by.role == Role::Expert && by.id == *expert =>
            {
                Ok(())
            }
            _ => self.by_office(by).map(|_| ()),
        }
    }

    /// The committee's office, by its clerks, or who keeps the register.
    fn by_office(&self, by: &Actor) -> Result<&Registration, Refusal> {
        let registration = self.registered()?;
        let office = by.role == Role::Clerk && by.organisation.as_ref() == Some(&registration.office);
        if !office && by.role != Role::Administrator {
            return Err(Refusal::new("committee-not-office"));
        }
        Ok(registration)
    }

    /// A scoring sheet on file; `clause` is the one that asks for it, where a text does.
    ///
    /// # Errors
    /// There is none of that id.
    pub fn sheet(&self, id: &str, clause: Option<&str>) -> Result<&Sheet, Refusal> {
        self.sheets.get(id).ok_or_else(|| Refusal::new("sheet-not-on-file").citing(clause).with("sheet", id))
    }

    fn file(&self, by: &Actor, sheet: &Sheet) -> Result<(), Refusal> {
        self.by_office(by)?;
        plain_id(&sheet.id)?;
        sheet.check().map_err(|faults| {
            Refusal::new("session-sheet-faulty").with("sheet", &sheet.id).with("count", faults.faults.len())
        })
    }

    fn expert(&self, expert: &str) -> Result<&Expert, Refusal> {
        self.pool.get(expert).ok_or_else(|| Refusal::new("expert-unknown").with("expert", expert))
    }

    fn register(&self, by: &Actor, registration: &Registration) -> Result<(), Refusal> {
        if by.role != Role::Administrator {
            return Err(Refusal::new("committee-not-register"));
        }
        registration.remit.check()?;
        let Registration { remit, size, filing, consent, rules, .. } = registration;
        rules.check(remit, *size, *filing, consent.as_deref())
    }

    fn add(&self, order: &Order<Command>, expert: &Expert) -> Result<(), Refusal> {
        let registration = self.by_office(&order.by)?;
        plain_id(&expert.id)?;
        if self.pool.get(&expert.id).is_some_and(|known| order.at.day <= known.term.until) {
            return Err(Refusal::new("expert-in-pool").with("expert", &expert.id));
        }
        registration.rules.term_fits(expert.term)
    }

    /// A declaration comes from the expert himself or from the office. Whether this one is known.
    fn declared(&self, by: &Actor, expert: &str, relation: &Relation) -> Result<bool, Refusal> {
        self.expert(expert)?;
        if by.role == Role::Expert && by.id == expert {
            self.registered()?;
        } else {
            self.by_office(by)?;
        }
        Ok(self.relations.get(expert).is_some_and(|known| known.contains(relation)))
    }

    /// The pool as a draw for these applicants and this day sees it.
    fn candidates(&self, agenda: &[Concerned], on: Day) -> Vec<draw::Candidate> {
        let none = BTreeSet::new();
        let bar = |expert: &Expert| {
            let relations = self.relations.get(&expert.id).unwrap_or(&none);
            let bars = agenda.iter().filter_map(|by| barred(&expert.id, &expert.organisation, relations, by));
            if expert.term.contains(on) { bars.min() } else { Some(Bar::OutOfTerm) }
        };
        let candidate =
            |expert: &Expert| draw::Candidate { id: expert.id.clone(), skilled: expert.skilled, barred: bar(expert) };
        self.pool.values().map(candidate).collect()
    }

    fn skilled_enough(&self, registration: &Registration, on: Day) -> Result<(), Refusal> {
        let Some(least) = &registration.rules.skilled_in_pool else { return Ok(()) };
        let skilled = |expert: &&Expert| expert.skilled && expert.term.contains(on);
        let count = self.pool.values().filter(skilled).count();
        if count < usize::from(least.value) {
            let refusal = Refusal::new("committee-few-skilled").citing(least.clause.as_deref());
            return Err(refusal.with("count", count).with("least", least.value));
        }
        Ok(())
    }

    /// A draw that was made.
    ///
    /// # Errors
    /// There is none, or it was only committed to.
    pub fn drawn(&self, draw: &str) -> Result<&DrawRecord, Refusal> {
        match self.draws.get(draw) {
            Some(DrawState::Drawn(record)) => Ok(record),
            Some(DrawState::Committed(_)) => Err(Refusal::new("draw-not-made").with("draw", draw)),
            None => Err(Refusal::new("draw-unknown").with("draw", draw)),
        }
    }

    fn make_draw(&self, order: &Order<Command>, draw: &str, secret: &str, value: &str) -> Result<DrawRecord, Refusal> {
        self.by_office(&order.by)?;
        let commitment = match self.draws.get(draw) {
            Some(DrawState::Committed(commitment)) => commitment,
            Some(DrawState::Drawn(_)) => return Err(Refusal::new("draw-made").with("draw", draw)),
            None => return Err(Refusal::new("draw-unknown").with("draw", draw)),
        };
        if order.at.day < commitment.public_day {
            return Err(Refusal::new("draw-value-not-known-yet").with("day", commitment.public_day));
        }
        DrawRecord::draw(commitment.as_ref().clone(), secret, value)
    }

    fn commit_draw(&self, order: &Order<Command>) -> Result<Commitment, Refusal> {
        let Command::CommitDraw {
            draw,
            seats,
            skilled_at_least,
            agenda,
            session_on,
            secret_commitment,
            public_source,
            public_day,
        } = &order.command
        else {
            return Err(Refusal::new("draw-unknown").with("draw", ""));
        };
        let registration = self.by_office(&order.by)?;
        self.on_file(*session_on)?;
        if self.draws.contains_key(draw) {
            return Err(Refusal::new("draw-there").with("draw", draw));
        }
        if *seats != registration.size {
            return Err(Refusal::new("draw-other-size").with("seats", seats).with("size", registration.size));
        }
        self.skilled_enough(registration, *session_on)?;
        let asked = draw::Asked {
            draw: draw.clone(),
            committed_on: order.at.day,
            seats: *seats,
            skilled_at_least: *skilled_at_least,
            secret_commitment: secret_commitment.clone(),
            public_source: public_source.clone(),
            public_day: *public_day,
        };
        Commitment::new(asked, self.candidates(agenda, *session_on))
    }
}

impl Aggregate for Committee {
    type Command = Command;
    type Event = CommitteeEvent;

    fn decide(&self, order: &Order<Command>) -> Result<Vec<CommitteeEvent>, Refusal> {
        let by = &order.by;
        let event = match &order.command {
            Command::Register(registration) => {
                if self.registration.is_some() {
                    return Err(Refusal::new("committee-registered"));
                }
                self.register(by, registration)?;
                CommitteeEvent::Registered(registration.clone())
            }
            Command::Renew(registration) => {
                self.registered()?;
                self.register(by, registration)?;
                CommitteeEvent::Renewed(registration.clone())
            }
            Command::Dissolve { reason } => {
                self.registered()?;
                if by.role != Role::Administrator {
                    return Err(Refusal::new("committee-not-register"));
                }
                CommitteeEvent::Dissolved { reason: reason.clone() }
            }
            Command::AddExpert { expert } => {
                self.add(order, expert)?;
                CommitteeEvent::ExpertAdded { expert: expert.clone() }
            }
            Command::RemoveExpert { expert, reason } => {
                self.by_office(by)?;
                self.expert(expert)?;
                CommitteeEvent::ExpertRemoved { expert: expert.clone(), reason: reason.clone() }
            }
            Command::Declare { expert, relation } => {
                if self.declared(by, expert, relation)? {
                    return Err(Refusal::new("relation-declared"));
                }
                CommitteeEvent::Declared { expert: expert.clone(), relation: relation.clone() }
            }
            Command::Retract { expert, relation, reason } => {
                if !self.declared(by, expert, relation)? {
                    return Err(Refusal::new("relation-unknown"));
                }
                let (expert, relation, reason) = (expert.clone(), relation.clone(), reason.clone());
                CommitteeEvent::Retracted { expert, relation, reason }
            }
            Command::CommitDraw { .. } => CommitteeEvent::DrawCommitted { commitment: self.commit_draw(order)? },
            Command::Draw { draw, secret, public_value } => {
                CommitteeEvent::Drawn { record: self.make_draw(order, draw, secret, public_value)? }
            }
            Command::Replace { draw, out, reason } => {
                self.by_office(by)?;
                CommitteeEvent::Replaced { record: self.drawn(draw)?.replace(out, *reason)? }
            }
            Command::FileSheet { sheet } => {
                self.file(by, sheet)?;
                CommitteeEvent::SheetFiled { sheet: sheet.clone() }
            }
            Command::WithdrawSheet { sheet, reason } => {
                self.by_office(by)?;
                self.sheet(sheet, None)?;
                CommitteeEvent::SheetWithdrawn { sheet: sheet.clone(), reason: reason.clone() }
            }
        };
        Ok(vec![event])
    }

    fn evolve(&mut self, event: &Event<CommitteeEvent>) {
        match &event.what {
            CommitteeEvent::Registered(registration) | CommitteeEvent::Renewed(registration) => {
                self.registration = Some(registration.clone());
            }
            CommitteeEvent::Dissolved { .. } => self.dissolved = true,
            CommitteeEvent::ExpertAdded { expert } => {
                self.pool.insert(expert.id.clone(), expert.clone());
            }
            CommitteeEvent::ExpertRemoved { expert, .. } => {
                self.pool.remove(expert);
            }
            CommitteeEvent::Declared { expert, relation } => {
                self.relations.entry(expert.clone()).or_default().insert(relation.clone());
            }
            CommitteeEvent::Retracted { expert, relation, .. } => {
                if let Some(known) = self.relations.get_mut(expert) {
                    known.remove(relation);
                }
            }
            CommitteeEvent::DrawCommitted { commitment } => {
                self.draws.insert(commitment.draw.clone(), DrawState::Committed(Box::new(commitment.clone())));
            }
            CommitteeEvent::Drawn { record } | CommitteeEvent::Replaced { record } => {
                self.draws.insert(record.commitment.draw.clone(), DrawState::Drawn(Box::new(record.clone())));
            }
            CommitteeEvent::SheetFiled { sheet } => {
                self.sheets.insert(sheet.id.clone(), sheet.clone());
            }
            CommitteeEvent::SheetWithdrawn { sheet, .. } => {
                self.sheets.remove(sheet);
            }
        }
    }
}

#[cfg(test)]
mod tests;
