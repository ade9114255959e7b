//! Checks a pack against its ledger: honours ranked as the clauses say, and which clauses nothing carries.

use std::collections::BTreeSet;

use model::Word as _;
use model::titles::title_named;

use crate::clause::{Clause, Part};
use crate::fault::Gather;
use crate::honours::Honours;
use crate::pack::Policy;

/// Each honour list has to open the title that its clause names.
pub(crate) fn honours_against_ledger(gather: &mut Gather<'_>, clauses: &[Clause], honours: &Honours) {
    for (id, opens) in &honours.lists {
        let Some(clause) = clauses.iter().find(|clause| clause.id == *id) else { continue };
        let named = ["opens", "title_level", "opens_title_up_to"]
            .iter()
            .find_map(|key| clause.parameters.get(key).and_then(|value| value.as_str()));
        let Some(named) = named else { continue };
        let tier = title_named(named).map(|title| title.tier).or_else(|| model::TitleTier::parse(named));
        if tier.is_some_and(|tier| tier != *opens) {
            let problem = format!("honours.csv lets {id} open {opens}, the ledger names {named}");
            gather.add(None, "honours.csv", problem, "correct the one that differs from the document");
        }
    }
}

/// Which clauses of a policy something carries, and which nothing does.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Coverage {
    /// Clauses that a rule, waiver, list or definition of the pack carries.
    pub carried: Vec<String>,
    /// Clauses with effect on a decision that nothing carries: faults.
    pub uncarried: Vec<String>,
    /// Clauses of other parts of the product, by part.
    pub elsewhere: Vec<(Part, usize)>,
}

/// Accounts for every clause of a policy's own document.
#[must_use]
pub fn coverage(policy: &Policy) -> Coverage {
    let cited = cited(policy);
    let mut coverage = Coverage::default();
    let mut elsewhere: std::collections::BTreeMap<Part, usize> = std::collections::BTreeMap::new();
    for clause in policy.clauses.iter().take(policy.own_clauses) {
        if cited.contains(clause.id.as_str()) {
            coverage.carried.push(clause.id.clone());
        } else if clause.part == Part::Decision {
            coverage.uncarried.push(clause.id.clone());
        } else {
            *elsewhere.entry(clause.part).or_default() += 1;
        }
    }
    coverage.elsewhere = elsewhere.into_iter().collect();
    coverage
}

/// Every clause that the pack cites.
fn cited(policy: &Policy) -> BTreeSet<&str> {
    let mut cited: BTreeSet<&str> = BTreeSet::new();
    let mut cite = |rule: &crate::rule::Rule| {
        rule.leaves(&mut |leaf| {
            if let Some(clause) = policy.clause(leaf.clause) {
                cited.insert(&clause.id);
            }
        });
    };
    policy.governed.iter().flat_map(|governed| &governed.routes).for_each(|route| cite(&route.rule));
    policy.pilots.iter().for_each(|pilot| cite(&pilot.inside));
    cited.extend(policy.pilots.iter().filter_map(|pilot| policy.clause(pilot.clause)).map(|clause| clause.id.as_str()));
    cited.insert(&policy.related.clause);
    cited.extend(policy.in_force_clauses.iter().map(String::as_str));
    cited.extend(policy.waivers.iter().map(|waiver| waiver.clause.as_str()));
    cited.extend(policy.warnings.iter().map(|warning| warning.clause.as_str()));
    cited.extend(policy.equivalences.iter().map(|equal| equal.clause.as_str()));
    cited.extend(policy.carried.iter().map(|entry| entry.clause.as_str()));
    cited.extend(policy.settings.iter().map(|setting| setting.spec.clause.as_str()));
    cited.extend(policy.no_weakening.as_deref());
    cited.extend(policy.service_points.iter().map(|(clause, _)| clause.as_str()));
    cited.extend(policy.reviewers.iter().map(|reviewer| reviewer.clause.as_str()));
    cited.extend(policy.evaluators.iter().map(|evaluator| evaluator.clause.as_str()));
    cited.extend(policy.honours.lists.iter().map(|(clause, _)| clause.as_str()));
    if let Some(catalogue) = &policy.catalogue {
        cited.extend(catalogue.clauses.iter().map(String::as_str));
        cited.extend(catalogue.majors.iter().map(|major| major.clause.as_str()));
    }
    cited
}
