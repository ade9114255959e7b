//! The ways through a rule: for every choice among its alternatives, the conditions that then have to hold.

use policy::ClauseRef;
use policy::rule::{Leaf, Rule};

/// The most ways of one rule that are gone through.
pub(crate) const MOST_WAYS: usize = 256;

/// What a competent human determined about a clause.
pub(crate) type Found<'f> = &'f dyn Fn(ClauseRef) -> Option<bool>;

/// Every way through a rule, for a person about whom so much was found. Alternatives of which each is judged by people are
/// no choice, except where one of them was judged to be lacking; a group on whose clause there is a finding is that finding.
pub(crate) fn ways<'p>(rule: &'p Rule, found: Found<'_>) -> Vec<Vec<&'p Leaf>> {
    let mut all = vec![Vec::new()];
    extend(rule, found, &mut all);
    all
}

fn extend<'p>(rule: &'p Rule, found: Found<'_>, all: &mut Vec<Vec<&'p Leaf>>) {
    match rule {
        Rule::All(rules) => rules.iter().for_each(|rule| extend(rule, found, all)),
        Rule::Any(rules) if rules.iter().any(|rule| judged(rule, found)) && rules.iter().all(of_people) => {}
        Rule::Any(rules) => {
            let before = std::mem::take(all);
            for rule in rules {
                let mut own = before.clone();
                extend(rule, found, &mut own);
                all.append(&mut own);
            }
            all.truncate(MOST_WAYS);
        }
        Rule::SomeSkill(rule) | Rule::SomeTitle(rule) => extend(rule, found, all),
        Rule::Headed(leaf, _) if found(leaf.clause).is_some() => all.iter_mut().for_each(|way| way.push(leaf)),
        Rule::Headed(_, rule) => extend(rule, found, all),
        Rule::Leaf(leaf) => all.iter_mut().for_each(|way| way.push(leaf)),
    }
}

/// Whether people judge all of a rule.
fn of_people(rule: &Rule) -> bool {
    let mut all = true;
    rule.leaves(&mut |leaf| all &= leaf.stage == model::Stage::Review);
    all
}

/// Whether people judge all of a rule, and judged nothing of it to be lacking.
fn judged(rule: &Rule, found: Found<'_>) -> bool {
    let mut all = true;
    rule.leaves(&mut |leaf| all &= leaf.stage == model::Stage::Review && found(leaf.clause) != Some(false));
    all
}
