//! Every route can be gone by somebody, and here is such a person.

use model::paths::FactPath;
use model::{Day, Dossier, Standards};
use policy::condition::Condition;
use policy::rule::{Governed, Level, Test};
use policy::{National, Policy};

use crate::complete::open_person;
use crate::decide::wanted;
use crate::facts::Facts;

/// A route with a person who can go it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RouteProof {
    /// The level that the route opens.
    pub level: Level,
    /// The identifier of the route.
    pub route: String,
    /// Facts of a person for whom the route does not fail; `None` where there is no such person: a fault of the pack.
    pub person: Option<Vec<(FactPath, String)>>,
}

/// Looks for a person for every route of a policy, on a day, with standards that ask for one year.
#[must_use]
pub fn routes_can_be_gone(policy: &Policy, national: &National, standards: &Standards, as_of: Day) -> Vec<RouteProof> {
    let mut nobody = Dossier::default();
    for route in policy.governed.iter().flat_map(|governed| &governed.routes) {
        route.rule.leaves(&mut |leaf| {
            if let (Test::Condition(Condition::ByFinding(_)), Some(clause)) = (&leaf.test, policy.clause(leaf.clause)) {
                nobody.findings.insert(clause.id.clone(), true);
            }
        });
    }
    let facts = Facts::new(policy, national, standards, &nobody, as_of);
    let prove = |governed: &Governed| {
        let target = governed.target();
        governed
            .routes
            .iter()
            .map(|route| RouteProof {
                level: governed.level,
                route: route.id.clone(),
                person: open_person(&facts, governed, wanted(&target), &route.rule),
            })
            .collect::<Vec<_>>()
    };
    policy.governed.iter().flat_map(prove).collect()
}
