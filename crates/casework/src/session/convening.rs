//! Convening a session: members, groups and agenda have to fit; who has to keep out of a case by duty is found here.

use std::collections::BTreeSet;

use model::Day;

use super::agenda::{AgendaItem, Convening, Group, Member};
use super::command::{Ground, SessionEvent};
use crate::committee::{Relation, barred};
use crate::refusal::Refusal;

impl Convening {
    /// Whether the session can be convened like this, on this day.
    pub(super) fn check(&self, today: Day) -> Result<(), Refusal> {
        if self.on < today {
            return Err(Refusal::new("session-in-the-past").with("day", self.on));
        }
        let ids: BTreeSet<&str> = self.members.iter().map(|member| member.id.as_str()).collect();
        if ids.len() != self.members.len() || ids.len() != usize::from(self.size) {
            return Err(Refusal::new("session-other-size").with("members", ids.len()).with("size", self.size));
        }
        if self.size.is_multiple_of(2) {
            return Err(Refusal::new("session-even").citing(self.rules.odd_clause.as_deref()).with("size", self.size));
        }
        if !ids.contains(self.chair.as_str()) {
            return Err(Refusal::new("session-chair-no-member"));
        }
        self.check_sheets()?;
        let keys: BTreeSet<&str> = self.groups.iter().map(|group| group.key.as_str()).collect();
        if keys.len() != self.groups.len() {
            return Err(Refusal::new("session-group-twice"));
        }
        self.groups.iter().try_for_each(|group| self.check_group(group, &ids))?;
        self.check_agenda()
    }

    fn check_sheets(&self) -> Result<(), Refusal> {
        let ids: BTreeSet<&str> = self.sheets.iter().map(|sheet| sheet.id.as_str()).collect();
        if ids.len() != self.sheets.len() {
            return Err(Refusal::new("session-sheet-twice"));
        }
        for sheet in &self.sheets {
            sheet.check().map_err(|faults| {
                Refusal::new("session-sheet-faulty").with("sheet", &sheet.id).with("count", faults.faults.len())
            })?;
        }
        Ok(())
    }

    fn check_group(&self, group: &Group, members: &BTreeSet<&str>) -> Result<(), Refusal> {
        if let Some(expert) = group.experts.iter().find(|expert| !members.contains(expert.as_str())) {
            return Err(Refusal::new("group-stranger").with("group", &group.key).with("expert", expert));
        }
        let least = &self.rules.group_least;
        let distinct: BTreeSet<&String> = group.experts.iter().collect();
        if distinct.len() < usize::from(least.value) {
            let refusal = Refusal::new("group-too-small").citing(least.clause.as_deref());
            return Err(refusal.with("group", &group.key).with("least", least.value));
        }
        let skilled = |expert: &String| self.member(expert).is_some_and(|member| member.skilled);
        if group.skilled_talent && !group.experts.iter().any(skilled) {
            return Err(Refusal::new("group-without-skilled").with("group", &group.key));
        }
        Ok(())
    }

    fn check_agenda(&self) -> Result<(), Refusal> {
        if self.agenda.is_empty() {
            return Err(Refusal::new("agenda-empty"));
        }
        let mut cases = BTreeSet::new();
        for item in &self.agenda {
            if !cases.insert(&item.case) {
                return Err(Refusal::new("agenda-case-twice").with("case", &item.case));
            }
            if self.sheet(&item.sheet).is_none() {
                return Err(Refusal::new("agenda-no-sheet").with("case", &item.case).with("sheet", &item.sheet));
            }
            let Some(group) = self.group(&item.group) else {
                return Err(Refusal::new("agenda-no-group").with("case", &item.case).with("group", &item.group));
            };
            let clause = self.rules.separate_group_clause.as_deref();
            if clause.is_some() && item.skilled != group.skilled_talent {
                return Err(Refusal::new("agenda-other-group").citing(clause).with("case", &item.case));
            }
        }
        Ok(())
    }

    /// Who keeps out of which case by duty.
    pub(super) fn recused_by_duty(&self) -> Vec<SessionEvent> {
        self.agenda.iter().flat_map(|item| self.members.iter().filter_map(|member| recused(item, member))).collect()
    }

    /// The cases out of which a new member keeps by duty.
    pub(super) fn recused_in_all(&self, member: &Member) -> Vec<SessionEvent> {
        self.agenda.iter().filter_map(|item| recused(item, member)).collect()
    }
}

fn recused(item: &AgendaItem, member: &Member) -> Option<SessionEvent> {
    let relations: BTreeSet<Relation> = member.relations.iter().cloned().collect();
    let bar = barred(&member.id, &member.organisation, &relations, &item.concerned)?;
    let (case, expert) = (item.case.clone(), member.id.clone());
    Some(SessionEvent::Recused { case, expert, ground: Ground::Duty { bar }, reason: None })
}
