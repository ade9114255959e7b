//! Whether two policies make the same rules, so that what is proved of one is proved of the other: a document that is passed
//! on without conditions of its own.

use policy::Policy;
use policy::rule::{Leaf, Rule};

/// Whether the policies come from one document with rules, and each route of one is the same route of the other.
#[must_use]
pub fn alike(one: &Policy, other: &Policy) -> bool {
    let root = |policy: &'_ Policy| policy.chain.last().map_or(policy.id.clone(), |passed| passed.id.clone());
    let levels = one.governed.len() == other.governed.len();
    root(one) == root(other)
        && (one.effective, one.expires) == (other.effective, other.expires)
        && levels
        && one.governed.iter().zip(&other.governed).all(|(own, their)| {
            (own.level, &own.series, own.routes.len()) == (their.level, &their.series, their.routes.len())
                && own.routes.iter().zip(&their.routes).all(|(own, their)| {
                    (&own.id, own.effect) == (&their.id, their.effect)
                        && Both { one, other }.rules(&own.rule, &their.rule)
                })
        })
}

struct Both<'p> {
    one: &'p Policy,
    other: &'p Policy,
}

impl Both<'_> {
    fn rules(&self, own: &Rule, their: &Rule) -> bool {
        match (own, their) {
            (Rule::All(own), Rule::All(their)) | (Rule::Any(own), Rule::Any(their)) => {
                own.len() == their.len() && own.iter().zip(their).all(|(own, their)| self.rules(own, their))
            }
            (Rule::SomeSkill(own), Rule::SomeSkill(their)) | (Rule::SomeTitle(own), Rule::SomeTitle(their)) => {
                self.rules(own, their)
            }
            (Rule::Headed(head, own), Rule::Headed(their_head, their)) => {
                self.leaves(head, their_head) && self.rules(own, their)
            }
            (Rule::Leaf(own), Rule::Leaf(their)) => self.leaves(own, their),
            _ => false,
        }
    }

    fn leaves(&self, own: &Leaf, their: &Leaf) -> bool {
        let id = |policy: &Policy, leaf: &Leaf| policy.clause(leaf.clause).map(|clause| clause.id.clone());
        id(self.one, own) == id(self.other, their) && *own == Leaf { clause: own.clause, ..their.clone() }
    }
}
