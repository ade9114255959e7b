//! Retirement ages: the national table, checked when it is read, and when one person retires by it.

use model::Dossier;
use model::node::{Format, Node};
use model::paths::FactPath;
use model::retirement::{AgeRule, Case, Flexible, Month, groups};
use model::words::{RetirementGroup, Word as _};
use serde::Deserialize;

use crate::clause::Clause;
use crate::fault::Gather;
use crate::section;

/// The schema identifier of the table.
pub const RETIREMENT_SCHEMA: &str = "guantong/retirement/1";

/// The ages as they are now, in years.
const BASE_AGES: std::ops::RangeInclusive<u16> = 40..=70;
/// The most months of a step, of a rise and of a choice.
const MOST_MONTHS: u16 = 120;

/// The retirement ages, with the clauses of the national ledger.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RetirementAges {
    /// The clause on the ages of each group, once for each.
    pub clauses: Vec<(RetirementGroup, String)>,
    /// The ages, one rule a group.
    pub rules: Vec<AgeRule>,
    /// The clause on going earlier or later.
    pub flexible_clause: String,
    /// How far one may go earlier or later.
    pub flexible: Flexible,
    /// The clause on who belongs to which group.
    pub groups_clause: String,
}

/// When one person retires.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Retirement {
    /// One case; two for a woman whose class of post is not stated, of whom either may hold.
    pub cases: Vec<Case>,
    /// The fact that would settle which of two cases holds.
    pub open: Option<FactPath>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FlexibleSpec {
    clause: String,
    earlier_months: u16,
    later_months: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupSpec {
    group: RetirementGroup,
    clause: String,
    base_age: u16,
    born_from: Month,
    step_months: u16,
    most_months: u16,
}

impl GroupSpec {
    /// The rule; numbers out of bounds, and a first month of birth that does not go with the age, are faults.
    fn checked(&self, g: &mut Gather<'_>, line: Option<u32>, path: &str, in_force: Option<Month>) -> AgeRule {
        bounded(g, line, &format!("{path}.base_age"), self.base_age, BASE_AGES);
        bounded(g, line, &format!("{path}.step_months"), self.step_months, 1..=MOST_MONTHS);
        bounded(g, line, &format!("{path}.most_months"), self.most_months, 1..=MOST_MONTHS);
        let base_months = self.base_age.saturating_mul(12);
        if in_force.is_some() && self.born_from.plus(base_months) != in_force {
            let (born, age) = (self.born_from, self.base_age);
            let problem = format!("those born in {born} are not {age} in the month of `in_force_from`");
            g.add(line, format!("{path}.born_from"), problem, "correct the month or the age");
        }
        let (step, most) = (self.step_months, self.most_months);
        AgeRule { group: self.group, base_months, born_from: self.born_from, step, most }
    }
}

impl RetirementAges {
    /// Reads the table; what contradicts itself or the ledger is a fault.
    pub(crate) fn read(g: &mut Gather<'_>, text: &str, ledger: &[Clause]) -> Option<Self> {
        let node = match Node::read_as(text, Format::Yaml) {
            Ok(node) => node,
            Err(faults) => {
                g.all(faults);
                return None;
            }
        };
        let before = g.faults.0.len();
        section::known(g, "", &node, &["schema", "in_force_from", "groups_clause", "flexible", "groups"]);
        let schema: Option<String> = section::required(g, "", &node, "schema");
        if schema.is_some_and(|schema| schema != RETIREMENT_SCHEMA) {
            g.add(node.line(), "schema", "the schema is not known here", format!("write {RETIREMENT_SCHEMA}"));
        }
        let in_force: Option<Month> = section::required(g, "", &node, "in_force_from");
        let groups_clause: Option<String> = section::required(g, "", &node, "groups_clause");
        let choice: Option<FlexibleSpec> = section::required(g, "", &node, "flexible");
        let line = |key: &str| node.get(key).and_then(Node::line);
        if let Some(clause) = &groups_clause {
            cited(g, line("groups_clause"), "groups_clause", clause, ledger);
        }
        if let Some(choice) = &choice {
            cited(g, line("flexible"), "flexible.clause", &choice.clause, ledger);
            bounded(g, line("flexible"), "flexible.earlier_months", choice.earlier_months, 0..=MOST_MONTHS);
            bounded(g, line("flexible"), "flexible.later_months", choice.later_months, 0..=MOST_MONTHS);
        }
        let (mut rules, mut clauses): (Vec<AgeRule>, Vec<_>) = (Vec::new(), Vec::new());
        for (i, item) in section::items(g, "", &node, "groups").iter().enumerate() {
            let path = format!("groups[{i}]");
            let Some(spec) = section::read::<GroupSpec>(g, &path, item) else { continue };
            if rules.iter().any(|rule| rule.group == spec.group) {
                g.add(item.line(), &path, format!("the group {} stands twice", spec.group), "keep one");
            }
            cited(g, item.line(), &format!("{path}.clause"), &spec.clause, ledger);
            rules.push(spec.checked(g, item.line(), &path, in_force));
            clauses.push((spec.group, spec.clause));
        }
        for group in RetirementGroup::ALL.iter().filter(|group| rules.iter().all(|rule| rule.group != **group)) {
            g.add(line("groups"), "groups", format!("the ages of {group} are missing"), "add them");
        }
        if g.faults.0.len() > before {
            return None;
        }
        let (choice, from) = (choice?, in_force?);
        let flexible = Flexible { earlier: choice.earlier_months, later: choice.later_months, from };
        Some(Self { clauses, rules, flexible_clause: choice.clause, flexible, groups_clause: groups_clause? })
    }

    /// When a person retires by the statutory age, and how far that may be moved. The age alone never decides whether
    /// somebody is in service: `employment.status` does.
    ///
    /// # Errors
    /// The facts that are not stated: `person.birth_date`, `person.sex`, or both.
    pub fn of(&self, dossier: &Dossier) -> Result<Retirement, Vec<FactPath>> {
        let (birth, sex) = match (dossier.person.birth_date, dossier.person.sex) {
            (Some(birth), Some(sex)) => (Month::of(birth), sex),
            (None, Some(_)) => return Err(vec![FactPath::BirthDate]),
            (Some(_), None) => return Err(vec![FactPath::Sex]),
            (None, None) => return Err(vec![FactPath::BirthDate, FactPath::Sex]),
        };
        let groups = groups(sex, dossier.employment.post_class);
        let rule = |group: &RetirementGroup| self.rules.iter().find(|rule| rule.group == *group);
        let cases: Vec<Case> =
            groups.iter().filter_map(rule).filter_map(|rule| Case::of(rule, &self.flexible, birth)).collect();
        let open = (groups.len() > 1).then_some(FactPath::PostClass);
        Ok(Retirement { cases, open })
    }

    /// The clauses that a group's month rests on.
    pub fn clauses_of(&self, group: RetirementGroup) -> impl Iterator<Item = &str> {
        let own = self.clauses.iter().filter(move |(of, _)| *of == group).map(|(_, clause)| clause.as_str());
        let choice = (group != RetirementGroup::Men).then_some(self.groups_clause.as_str());
        own.chain(choice).chain(std::iter::once(self.flexible_clause.as_str()))
    }
}

fn cited(g: &mut Gather<'_>, line: Option<u32>, path: &str, clause: &str, ledger: &[Clause]) {
    if !ledger.iter().any(|own| own.id == clause) {
        g.add(line, path, format!("the national ledger has no clause {clause:?}"), "add it");
    }
}

fn bounded(g: &mut Gather<'_>, line: Option<u32>, path: &str, number: u16, within: std::ops::RangeInclusive<u16>) {
    if !within.contains(&number) {
        let remedy = format!("write {} to {}", within.start(), within.end());
        g.add(line, path, format!("{number} is out of bounds"), remedy);
    }
}
