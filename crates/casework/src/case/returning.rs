//! Returns: everything at fault at once, each with what cures it, and by when.

use model::Day;

use super::{Case, CaseEvent, Command, DocumentRef, Fault, ReturnTo};
use crate::order::{Order, Role};
use crate::refusal::Refusal;

/// The most faults that one return may name.
pub const MOST_FAULTS: usize = 500;

impl Case {
    pub(super) fn send_back(
        &self,
        order: &Order<Command>,
        faults: &[Fault],
        due: Day,
        ground: Option<&str>,
        to: &ReturnTo,
        superior: Option<&DocumentRef>,
    ) -> Result<Vec<CaseEvent>, Refusal> {
        let Some((now, step)) = self.step() else { return Err(Refusal::new("out-of-order")) };
        let clause = step.clauses.first().cloned().unwrap_or_default();
        if faults.is_empty() {
            return Err(Refusal::by(clause, "return-without-faults"));
        }
        if faults.len() > MOST_FAULTS {
            return Err(Refusal::new("too-many-faults").with("most", MOST_FAULTS));
        }
        if let Some(blank) = faults.iter().find(|fault| fault.at.trim().is_empty()) {
            return Err(Refusal::by(clause, "fault-without-place").with("point", blank.point.as_deref().unwrap_or("-")));
        }
        if due <= order.at.day {
            return Err(Refusal::new("due-too-soon").with("due", due).with("today", order.at.day));
        }
        let unjudged = self.unjudged_points();
        if !unjudged.is_empty() {
            return Err(Refusal::by(clause, "points-open").with("points", unjudged.join(" ")));
        }
        let named = |point: &&str| faults.iter().any(|fault| fault.point.as_deref() == Some(*point));
        let unnamed: Vec<&str> = self.unmet_points().into_iter().filter(|point| !named(point)).collect();
        if !unnamed.is_empty() {
            return Err(Refusal::by(clause, "unmet-point-unnamed").with("points", unnamed.join(" ")));
        }
        if let model::procedure::Work::Check(check) = &step.work {
            self.ground_is_known(check, ground)?;
        }
        if let ReturnTo::Step(id) = to {
            let earlier = self.way.iter().flat_map(|way| way.steps.iter().take(now));
            if !earlier.into_iter().any(|step| step.id == *id) {
                return Err(Refusal::new("no-such-earlier-step").with("step", id));
            }
        }
        if let Some(fault) = faults.iter().find(|fault| self.was_visible(order.by.organisation.as_deref(), fault))
            && (superior.is_none() || order.by.role != Role::Supervisor)
        {
            return Err(Refusal::new("visible-the-first-time").with("at", &fault.at));
        }
        Ok(vec![CaseEvent::Returned {
            faults: faults.to_vec(),
            due,
            ground: ground.map(str::to_owned),
            to: to.clone(),
            superior: superior.cloned(),
        }])
    }

    /// Whether the same office returned the case before, did not name this fault, and nothing of it changed since.
    fn was_visible(&self, organisation: Option<&str>, fault: &Fault) -> bool {
        let mut before = self.returns.iter().filter(|one| Some(one.organisation.as_str()) == organisation);
        let named_or_changed = |one: &super::Returned| {
            one.faults.iter().any(|named| named.at == fault.at)
                || one.changed.iter().any(|changed| touches(changed, &fault.at))
        };
        before.clone().next().is_some() && !before.any(named_or_changed)
    }
}

/// Whether a change at one path touches another: the same, one above it, or one below it.
fn touches(changed: &str, at: &str) -> bool {
    let at = at.strip_prefix("proof:").unwrap_or(at);
    let changed = changed.strip_prefix("proof:").unwrap_or(changed);
    let below = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    below(at, changed) || below(changed, at)
}

#[cfg(test)]
mod tests {
    use super::touches;

    #[test]
    fn a_change_touches_what_it_is_part_of_and_what_is_part_of_it() {
        assert!(touches("skills[0].date", "skills[0].date"));
        assert!(touches("skills[0]", "skills[0].date"));
        assert!(touches("skills[0].date", "skills"));
        assert!(touches("proof:skills[0]", "skills[0]"));
        assert!(!touches("skills[1]", "skills[0]"));
        assert!(!touches("skills[1]", "skills[10]"));
        assert!(!touches("work", "workshop"));
    }
}
