//! What a proof asks the engine: one level of one policy, with names of occupations of every sort that the policy tells apart.

use model::{Day, Standards, Target};
use policy::format::{Lists, Relation};
use policy::rule::Governed;
use policy::{National, Policy};

use crate::conditions::Wanted;
use crate::decide::{Verdict, conclude, decide, routes, wanted};
use crate::facts::Facts;
use crate::fulfil::listed;
use crate::occupation::Names;

/// A name that no table has.
const STRANGER: &str = "无此职业";
/// A group that no catalogue has.
const UNLISTED: &str = "9-99-99";

/// One level of one policy.
pub(super) struct World<'p> {
    pub policy: &'p Policy,
    pub national: &'p National,
    pub governed: &'p Governed,
    pub target: Target,
    pub wanted: Wanted,
    /// An occupation that the catalogue lists for the target.
    pub listed: String,
    /// Others: related to it under another name, unlisted, of no group at all.
    pub others: Vec<String>,
    /// A major's name that does not list the occupation, where the catalogue has one.
    pub other_major: Option<String>,
    none: Standards,
    given: Standards,
}

impl<'p> World<'p> {
    pub fn new(policy: &'p Policy, national: &'p National, governed: &'p Governed, target: Target) -> Self {
        let wanted = wanted(&target);
        let listed = listed(policy, wanted).unwrap_or("某职业").to_owned();
        let others = others(policy, wanted, &listed);
        let own = Names::new(policy, national).place_asked(&listed).majors;
        let other_major = policy.catalogue.as_ref().and_then(|all| {
            let lists = |name: &str| all.majors_named(name) & own != 0;
            all.majors.iter().find(|major| !lists(&major.name)).map(|major| major.name.clone())
        });
        let (none, given) = (Standards::default(), Standards::one_year());
        Self { policy, national, governed, target, wanted, listed, others, other_major, none, given }
    }

    pub fn facts<'a>(&'a self, dossier: &'a model::Dossier, standards: bool, day: Day) -> Facts<'a> {
        let standards = if standards { &self.given } else { &self.none };
        Facts::new(self.policy, self.national, standards, dossier, day)
    }

    /// The decision on a day.
    pub fn decide(&self, dossier: &model::Dossier, standards: bool, day: Day) -> Verdict {
        decide(&self.facts(dossier, standards, day), &self.target)
    }

    /// The decision on a day, as if the policy were in force on it.
    pub fn decide_ever(&self, dossier: &model::Dossier, standards: bool, day: Day) -> Verdict {
        let facts = self.facts(dossier, standards, day);
        let known = routes(&facts, self.governed, &self.target);
        conclude(&facts, self.governed, &self.target, &known).0
    }
}

fn others(policy: &Policy, wanted: Wanted, listed: &str) -> Vec<String> {
    let mut others = vec![STRANGER.to_owned()];
    let Some(catalogue) = &policy.catalogue else { return others };
    let row = catalogue.rows.iter().find(|row| row.occupation == listed);
    if catalogue.lists == Lists::Groups {
        others.push(UNLISTED.to_owned());
        others.extend(row.and_then(|row| row.code.clone()));
    } else if policy.related.by == Relation::Row {
        let towards = policy.majors_towards(wanted.track(), None);
        let same = |other: &&policy::catalogue::CatalogueRow| {
            other.occupation != listed && row.is_some_and(|row| row.major == other.major)
        };
        let related = catalogue.rows.iter().find(|row| same(row) && towards & (1 << row.major) != 0);
        others.extend(related.map(|row| row.occupation.clone()));
    }
    others
}
