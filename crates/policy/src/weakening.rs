//! Whether conditions that a district or an employer adds ask for less than the rules above them.

use crate::clause::Clause;
use crate::compile::Written;
use crate::condition::Condition;
use crate::pack::Adds;
use crate::rule::{Governed, Level, Test};

/// Where the conditions come from, and what forbids them to ask for less.
#[derive(Clone, Copy)]
pub(crate) struct Below<'p> {
    /// How many packs the chain has.
    pub chain: usize,
    /// The clause that forbids it.
    pub forbidden_by: Option<&'p str>,
}

/// What is wrong with conditions that are added: each has to cite a clause of its own, and may not ask for less than
/// the rules above ask for in the same respect.
pub(crate) fn asks_for_less(
    adds: &Adds,
    governed: &[Governed],
    clauses: &[Clause],
    own_clauses: usize,
    below: Below<'_>,
) -> Vec<String> {
    let mut faults = Vec::new();
    if below.chain == 1 {
        return faults;
    }
    for (written, titles) in [(&adds.titles, true), (&adds.skills, false)] {
        let mut own = Vec::new();
        written.iter().for_each(|one| leaves(one, &mut own));
        for (clause, condition) in own {
            let id = clauses.get(clause).map_or("", |clause| clause.id.as_str());
            if clause >= own_clauses && below.chain == 2 {
                faults.push(format!("the added condition cites {id}, which is no clause of its own document"));
            }
            let mut weaker = None;
            for rules in governed.iter().filter(|rules| matches!(rules.level, Level::Title(_)) == titles) {
                for route in &rules.routes {
                    route.rule.leaves(&mut |leaf| {
                        if usize::from(leaf.clause.0) != clause
                            && let Test::Condition(above) = &leaf.test
                            && is_less(condition, above)
                        {
                            weaker = weaker.or(Some(leaf.clause));
                        }
                    });
                }
            }
            let above = weaker.and_then(|clause| clauses.get(usize::from(clause.0)));
            if let Some(above) = above {
                let by = below.forbidden_by.map(|clause| format!("; {clause} forbids it")).unwrap_or_default();
                faults.push(format!("{id} asks for less than {} of the document above it{by}", above.id));
            }
        }
    }
    faults
}

fn leaves<'w>(written: &'w Written, out: &mut Vec<(usize, &'w Condition)>) {
    match written {
        Written::One(leaf) => {
            if let Test::Condition(condition) = &leaf.test {
                out.push((usize::from(leaf.clause.0), condition));
            }
        }
        Written::All(inner) | Written::Any(inner) => inner.iter().for_each(|one| leaves(one, out)),
        Written::Headed(_, inner) => leaves(inner, out),
    }
}

/// Whether one condition asks for less than another of the same kind.
fn is_less(own: &Condition, above: &Condition) -> bool {
    use crate::condition::Years;
    let years = |years: Years| match years {
        Years::Printed(years) => Some(years),
        Years::General(years) => Some(years.general),
        Years::Left(_) => None,
    };
    match (own, above) {
        (Condition::Reviews(own), Condition::Reviews(above)) => {
            // All of more years ask for more; of more years to choose from, a number of 优秀 asks for less.
            match (own.excellent, above.excellent) {
                (0, 0) => own.last < above.last,
                (0, _) | (_, 0) => false,
                (few, many) => few < many || own.last > above.last,
            }
        }
        (Condition::Bar(own), Condition::Bar(above)) => own.years < above.years,
        (Condition::FraudReferral(own), Condition::FraudReferral(above)) => {
            own.years < above.years || own.since > above.since
        }
        (Condition::HoldsSkill(own), Condition::HoldsSkill(above)) => own.at_least < above.at_least,
        (Condition::Skill(own), Condition::Skill(above)) => own.at_least < above.at_least,
        (Condition::Title(own), Condition::Title(above)) => own.at_least < above.at_least,
        (Condition::YearsAfter(own), Condition::YearsAfter(above)) => own.of == above.of && own.years < above.years,
        (Condition::Work(own), Condition::Work(above)) => {
            own.since == above.since && years(own.years).zip(years(above.years)).is_some_and(|(own, above)| own < above)
        }
        (Condition::Education(own), Condition::Education(above)) => own.at_least < above.at_least,
        (Condition::Hours(own), Condition::Hours(above)) => {
            let fewer_years = own.years.iter().any(|(tier, n)| above.years.get(tier).is_some_and(|above| n < above));
            own.early < above.early || own.later < above.later || fewer_years
        }
        (Condition::Status(own), Condition::Status(above)) => own.yes.iter().any(|status| !above.yes.contains(status)),
        (Condition::EmployerKind(own), Condition::EmployerKind(above)) => {
            let open = |kinds: &crate::condition::EmployerKinds, kind| {
                kinds.yes.as_ref().is_none_or(|yes| yes.contains(&kind)) && !kinds.no.contains(&kind)
            };
            own.yes.iter().flatten().any(|kind| !open(above, *kind))
        }
        _ => false,
    }
}
