//! The vote in a case: opened, papers taken, voided or closed. What is done with a paper never comes in here.

use super::command::{Casting, SessionEvent};
use super::vote::{Attendance, Ballot};
use super::{Item, Session, Vote};
use crate::case::DocumentRef;
use crate::refusal::Refusal;

impl Session {
    pub(super) fn open_vote(
        &self,
        case: &str,
        casting: Casting,
        key: Option<&String>,
    ) -> Result<Vec<SessionEvent>, Refusal> {
        let (convening, item) = (self.convened()?, self.item(case)?);
        let rules = &convening.rules;
        let attendance = self.attendance(item)?;
        if !attendance.is_quorate() {
            let refusal = Refusal::new("session-no-quorum").citing(rules.quorum_clause.as_deref());
            let needed = super::vote::two_thirds(attendance.size);
            return Err(refusal
                .with("present", attendance.counted())
                .with("size", attendance.size)
                .with("needed", needed));
        }
        if item.agenda.defence && item.defended.is_none() {
            return Err(Refusal::new("vote-before-defence").with("case", case));
        }
        self.scored_by_all(item)?;
        if let Some(gate) = self.summary(item)?.failed_gate() {
            let refusal = Refusal::new("vote-gate-failed").citing(gate.clause.as_deref());
            return Err(refusal.with("area", &gate.area).with("passed", gate.passed));
        }
        if rules.opinion_needed && item.opinion.is_none() {
            let clause = rules.group_least.clause.as_deref();
            return Err(Refusal::new("vote-before-opinion").citing(clause).with("case", case));
        }
        if (casting == Casting::Electronic) != key.is_some() {
            return Err(Refusal::new("vote-key").with("case", case));
        }
        let (case, key) = (case.to_owned(), key.cloned());
        Ok(vec![SessionEvent::VoteOpened { case, round: item.rounds.saturating_add(1), key }])
    }

    /// Whether all experts of the group who take part have scored, where that is asked for.
    pub(super) fn scored_by_all(&self, item: &Item) -> Result<(), Refusal> {
        let convening = self.convened()?;
        if !convening.rules.scores_needed {
            return Ok(());
        }
        let group = convening.group(&item.agenda.group).map(|group| group.experts.as_slice()).unwrap_or_default();
        let outstanding =
            |expert: &&String| self.takes_part(item, expert).is_ok() && !item.scores.contains_key(*expert);
        let count = group.iter().filter(outstanding).count();
        if count > 0 || item.scores.is_empty() {
            return Err(Refusal::new("scores-outstanding").with("case", &item.agenda.case).with("count", count));
        }
        Ok(())
    }

    pub(super) fn issue_paper(&self, case: &str, expert: &str, signed: bool) -> Result<Vec<SessionEvent>, Refusal> {
        let item = self.item(case)?;
        item.cast_as(signed)?;
        self.takes_part(item, expert)?;
        if item.papers().is_some_and(|papers| papers.contains(expert)) {
            let clause = self.convened()?.rules.vote_clause.as_deref();
            return Err(Refusal::new("paper-issued").citing(clause).with("expert", expert));
        }
        let (case, expert) = (case.to_owned(), expert.to_owned());
        Ok(vec![SessionEvent::PaperIssued { case, round: item.rounds, expert }])
    }

    pub(super) fn void_vote(&self, case: &str, reason: &DocumentRef) -> Result<Vec<SessionEvent>, Refusal> {
        let round = self.item(case)?.rounds;
        Ok(vec![SessionEvent::VoteVoided { case: case.to_owned(), round, reason: reason.clone() }])
    }

    pub(super) fn close_vote(
        &self,
        case: &str,
        ballots: &[Ballot],
        early: Option<&DocumentRef>,
        urn: Option<&String>,
    ) -> Result<Vec<SessionEvent>, Refusal> {
        let item = self.item(case)?;
        item.cast_as(urn.is_some())?;
        let papers = item.papers().map_or(0, std::collections::BTreeSet::len);
        let taking_part = self.present.iter().filter(|expert| !item.recused.contains_key(*expert)).count();
        let outstanding = taking_part.saturating_sub(papers);
        if outstanding > 0 && early.is_none() {
            return Err(Refusal::new("papers-outstanding").with("case", case).with("count", outstanding));
        }
        let not_handed_in = papers.saturating_sub(ballots.len());
        if urn.is_some() && not_handed_in > 0 && early.is_none() {
            return Err(Refusal::new("ballots-outstanding").with("case", case).with("count", not_handed_in));
        }
        let papers = u32::try_from(papers).unwrap_or(u32::MAX);
        let result = self.attendance(item)?.count(papers, ballots)?;
        let mut ballots = ballots.to_vec();
        ballots.sort_unstable();
        let (case, early, urn) = (case.to_owned(), early.cloned(), urn.cloned());
        Ok(vec![SessionEvent::VoteClosed { case, round: item.rounds, ballots, result, early, urn }])
    }

    /// Who attends, as the vote in a case counts them.
    ///
    /// # Errors
    /// There is no session yet.
    pub fn attendance(&self, item: &Item) -> Result<Attendance, Refusal> {
        let convening = self.convened()?;
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let recused = self.present.iter().filter(|expert| item.recused.contains_key(*expert)).count();
        Ok(Attendance {
            size: u32::from(convening.size),
            present: count(self.present.len()),
            recused: count(recused),
            recused_presence: convening.rules.recused_presence,
        })
    }
}

impl Item {
    fn papers(&self) -> Option<&std::collections::BTreeSet<String>> {
        match &self.vote {
            Vote::Open { papers, .. } => Some(papers),
            Vote::NotOpened | Vote::Closed(_) => None,
        }
    }

    /// The public key of the vote, while it is open and electronic.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match &self.vote {
            Vote::Open { key, .. } => key.as_deref(),
            Vote::NotOpened | Vote::Closed(_) => None,
        }
    }

    /// Whether ballots of the vote are cast in this way: an urn has no papers, and a box no signatures.
    fn cast_as(&self, electronic: bool) -> Result<(), Refusal> {
        match (self.key().is_some(), electronic) {
            (true, false) => Err(Refusal::new("vote-electronic").with("case", &self.agenda.case)),
            (false, true) => Err(Refusal::new("vote-on-paper").with("case", &self.agenda.case)),
            _ => Ok(()),
        }
    }
}
