//! What happens in a session before the votes: attendance, recusal, opinions, defence, scores.

use std::collections::{BTreeMap, BTreeSet};

use super::agenda::{Convening, Material, Member};
use super::command::{Command, Ground, SessionEvent};
use super::scoring::Score;
use super::{Item, Phase, Session, Vote};
use crate::case::DocumentRef;
use crate::order::{Order, Role};
use crate::refusal::Refusal;

impl Session {
    pub(super) fn replace(&self, convening: &Convening, out: &str, by: &Member) -> Result<Vec<SessionEvent>, Refusal> {
        if convening.member(out).is_none() {
            return Err(Refusal::new("session-no-member").with("expert", out));
        }
        if convening.member(&by.id).is_some() {
            return Err(Refusal::new("session-member-twice").with("expert", &by.id));
        }
        if out == convening.chair {
            return Err(Refusal::new("session-chair-leaves"));
        }
        let mut after = convening.clone();
        after.replace(out, by);
        after.check(convening.on)?;
        let mut events = vec![SessionEvent::Replaced { out: out.to_owned(), by: by.clone() }];
        events.extend(convening.recused_in_all(by));
        Ok(events)
    }

    pub(super) fn attend(&self, order: &Order<Command>, present: &[String]) -> Result<Vec<SessionEvent>, Refusal> {
        let convening = self.convened()?;
        if order.at.day < convening.on {
            return Err(Refusal::new("session-not-yet").with("day", convening.on));
        }
        if self.items.values().any(|item| item.rounds > 0) {
            return Err(Refusal::new("session-attendance-settled"));
        }
        let distinct: BTreeSet<&String> = present.iter().collect();
        if let Some(stranger) = distinct.iter().find(|id| convening.member(id).is_none()) {
            return Err(Refusal::new("session-no-member").with("expert", stranger));
        }
        let used = |id: &String| self.items.values().any(|item| item.has_worked(id));
        if let Some(gone) = self.present.iter().find(|id| !distinct.contains(id) && used(id)) {
            return Err(Refusal::new("session-has-worked").with("expert", gone));
        }
        Ok(vec![SessionEvent::Attended { present: distinct.into_iter().cloned().collect() }])
    }

    pub(super) fn recuse(
        &self,
        order: &Order<Command>,
        case: &str,
        expert: &str,
        reason: &DocumentRef,
    ) -> Result<Vec<SessionEvent>, Refusal> {
        let (convening, item) = (self.convened()?, self.item(case)?);
        if convening.member(expert).is_none() {
            return Err(Refusal::new("session-no-member").with("expert", expert));
        }
        if item.recused.contains_key(expert) {
            return Err(Refusal::new("recused-already").with("expert", expert));
        }
        if matches!(&item.vote, Vote::Open { papers, .. } if papers.contains(expert)) {
            let clause = convening.rules.recusal_clause.as_deref();
            return Err(Refusal::new("recusal-after-paper").citing(clause).with("expert", expert));
        }
        let ground = if order.by.role == Role::Clerk { Ground::Office } else { Ground::Declared };
        let (case, expert) = (case.to_owned(), expert.to_owned());
        Ok(vec![SessionEvent::Recused { case, expert, ground, reason: Some(reason.clone()) }])
    }

    pub(super) fn opinion(
        &self,
        order: &Order<Command>,
        case: &str,
        experts: &[String],
        text: &DocumentRef,
        recommends: bool,
    ) -> Result<Vec<SessionEvent>, Refusal> {
        let experts = self.signed(order, self.item(case)?, experts)?;
        Ok(vec![SessionEvent::OpinionGiven { case: case.to_owned(), experts, text: text.clone(), recommends }])
    }

    /// The experts of the case's group who sign something together, the one who orders it among them, and enough of them.
    pub(super) fn signed(
        &self,
        order: &Order<Command>,
        item: &Item,
        experts: &[String],
    ) -> Result<Vec<String>, Refusal> {
        let convening = self.convened()?;
        let signing: BTreeSet<&String> = experts.iter().collect();
        if !signing.contains(&order.by.id) {
            return Err(Refusal::new("opinion-not-own"));
        }
        for expert in &signing {
            self.takes_part(item, expert)?;
            if !convening.group(&item.agenda.group).is_some_and(|group| group.experts.contains(expert)) {
                let refusal = Refusal::new("opinion-of-stranger").with("expert", expert);
                return Err(refusal.with("group", &item.agenda.group));
            }
        }
        let least = &convening.rules.group_least;
        if signing.len() < usize::from(least.value) {
            let refusal = Refusal::new("opinion-of-too-few").citing(least.clause.as_deref());
            return Err(refusal.with("experts", signing.len()).with("least", least.value));
        }
        Ok(signing.into_iter().cloned().collect())
    }

    pub(super) fn defend(&self, case: &str, materials: &[Material]) -> Result<Vec<SessionEvent>, Refusal> {
        let (convening, item) = (self.convened()?, self.item(case)?);
        if !item.agenda.defence {
            return Err(Refusal::new("defence-not-on-agenda").with("case", case));
        }
        if item.defended.is_some() {
            return Err(Refusal::new("defence-held").with("case", case));
        }
        let needed = item.agenda.stand_ins.as_ref().and_then(|rule| rule.needed.as_deref());
        if materials.is_empty() && (needed.is_some() || convening.rules.materials_needed) {
            let clause = needed.or(convening.rules.materials_clause.as_deref());
            return Err(Refusal::new("defence-of-nothing").citing(clause).with("case", case));
        }
        Ok(vec![SessionEvent::Defended { case: case.to_owned(), materials: item.standing(materials)? }])
    }

    pub(super) fn score(
        &self,
        order: &Order<Command>,
        case: &str,
        scores: &BTreeMap<String, Score>,
    ) -> Result<Vec<SessionEvent>, Refusal> {
        let (item, expert) = (self.item(case)?, &order.by.id);
        self.takes_part(item, expert)?;
        let total = self.sheet(item)?.total(scores)?;
        Ok(vec![SessionEvent::Scored { case: case.to_owned(), expert: expert.clone(), scores: scores.clone(), total }])
    }

    /// Whether the expert is a member, attends, and is not recused in the case.
    pub(super) fn takes_part(&self, item: &Item, expert: &str) -> Result<(), Refusal> {
        let convening = self.convened()?;
        if convening.member(expert).is_none() {
            return Err(Refusal::new("session-no-member").with("expert", expert));
        }
        if self.phase() != Phase::Sitting || !self.present.contains(expert) {
            let clause = convening.rules.vote_clause.as_deref();
            return Err(Refusal::new("expert-absent").citing(clause).with("expert", expert));
        }
        if item.recused.contains_key(expert) {
            let clause = convening.rules.recusal_clause.as_deref();
            return Err(Refusal::new("expert-recused").citing(clause).with("expert", expert));
        }
        Ok(())
    }
}

impl Convening {
    /// Puts one member in another's place, in the groups too.
    pub(super) fn replace(&mut self, out: &str, by: &Member) {
        self.members.iter_mut().filter(|member| member.id == out).for_each(|member| *member = by.clone());
        let places = self.groups.iter_mut().flat_map(|group| &mut group.experts).filter(|expert| *expert == out);
        places.for_each(|expert| by.id.clone_into(expert));
    }
}
