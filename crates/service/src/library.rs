//! What pages read about the packs: which rules cite a clause, where a clause stands, which names the packs print.

use std::collections::BTreeSet;

use model::Target;
pub use policy::{Clause, Part, Policy};

use crate::guantong::Guantong;

/// A route that cites a clause.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Citation {
    /// The level that the route leads to.
    pub target: Target,
    /// The route's identifier.
    pub route: String,
    /// What the route is called, in Chinese.
    pub zh: String,
    /// What the route is called, in English.
    pub en: String,
}

/// Every route of a policy that cites the clause, in the order of the pack.
#[must_use]
pub fn citations(policy: &Policy, id: &str) -> Vec<Citation> {
    let Some(clause) = policy.clause_named(id) else { return Vec::new() };
    let mut found = Vec::new();
    for governed in &policy.governed {
        for route in &governed.routes {
            let mut cites = false;
            route.rule.leaves(&mut |leaf| cites |= leaf.clause == clause);
            if cites {
                let (zh, en) = (route.name.zh.clone(), route.name.en.clone());
                found.push(Citation { target: governed.target(), route: route.id.clone(), zh, en });
            }
        }
    }
    found
}

impl Guantong {
    /// The policy whose own document has the clause.
    #[must_use]
    pub fn policy_of_clause(&self, id: &str) -> Option<&Policy> {
        let own = |policy: &&Policy| policy.clauses.iter().take(policy.own_clauses).any(|clause| clause.id == id);
        self.packs().all().find(own)
    }

    /// The names of all honours that the packs print.
    #[must_use]
    pub fn honour_names(&self) -> BTreeSet<&str> {
        let entries = self.packs().policies.iter().flat_map(|policy| &policy.honours.entries);
        entries.map(|entry| entry.name.as_str()).collect()
    }

    /// The awards that the honour lists name.
    #[must_use]
    pub fn award_names(&self) -> BTreeSet<&str> {
        let entries = self.packs().policies.iter().flat_map(|policy| &policy.honours.entries);
        entries.flat_map(|entry| entry.awards.iter().map(String::as_str)).collect()
    }

    /// The names of all occupations of the national table and the catalogues.
    #[must_use]
    pub fn occupation_names(&self) -> BTreeSet<&str> {
        let national = self.packs().national.occupations.rows.iter().map(|row| row.name.as_str());
        let catalogues = self.packs().policies.iter().filter_map(|policy| policy.catalogue.as_ref());
        national
            .chain(catalogues.flat_map(|catalogue| catalogue.rows.iter().map(|row| row.occupation.as_str())))
            .collect()
    }

    /// The names of all majors of the catalogues.
    #[must_use]
    pub fn major_names(&self) -> BTreeSet<&str> {
        let catalogues = self.packs().policies.iter().filter_map(|policy| policy.catalogue.as_ref());
        catalogues.flat_map(|catalogue| catalogue.majors.iter().map(|major| major.name.as_str())).collect()
    }
}
