//! Plain examples of what fulfils a condition: an honour of a list, a kind of employer, a listed occupation.

use model::dossier::Honour;
use model::{Day, EmployerKind, Word as _};
use policy::Policy;
use policy::condition::{Condition, EmployerKinds};
use policy::honours::HonourEntry;
use policy::rule::{Leaf, Test};

use crate::conditions::Wanted;

/// An honour that the entry means.
pub(crate) fn honour(entry: &HonourEntry, date: Day) -> Honour {
    Honour {
        name: Some(entry.name.replace('*', "某地")),
        rank: Some(entry.rank_at_most.unwrap_or(1)),
        award: entry.awards.first().cloned(),
        date: Some(date),
        ..Honour::default()
    }
}

/// The kinds of employers that pass all of the conditions on them.
pub(crate) fn passing_kinds(leaves: &[&Leaf]) -> Vec<EmployerKind> {
    let passes = |test: &EmployerKinds, kind: &EmployerKind| {
        !test.no.contains(kind) && !test.refer.contains(kind) && test.yes.as_ref().is_none_or(|yes| yes.contains(kind))
    };
    let all = |kind: &EmployerKind| {
        leaves.iter().all(|leaf| match &leaf.test {
            Test::Condition(Condition::EmployerKind(test)) => passes(test, kind),
            _ => true,
        })
    };
    EmployerKind::ALL.iter().copied().filter(all).collect()
}

/// The first occupation that the catalogue lists for what is wanted.
pub(crate) fn listed(policy: &Policy, wanted: Wanted) -> Option<&str> {
    let series = match wanted {
        Wanted::Title(_, series) => Some(series),
        Wanted::Skill(_) => None,
    };
    let majors = policy.majors_towards(wanted.track(), series);
    let row = policy.catalogue.as_ref()?.rows.iter().find(|row| majors & (1 << row.major) != 0)?;
    Some(row.occupation.as_str())
}
