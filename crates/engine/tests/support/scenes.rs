//! A person, a place, a day and the standards: everything that a decision is made of, at random.

use std::collections::BTreeMap;

use engine::{Facts, Verdict, decide};
use model::dossier::{Dossier, Education, Employer, Employment, Field};
use model::words::Word;
use model::{Appointment, Day, EducationLevel, EmployerKind, Outcome, Series, SkillLevel, Standards, Status, Target};
use policy::Policy;
use policy::rule::Level;
use proptest::prelude::*;

use super::choices::{Choices, tapes};
use super::packs::packs;
use super::records;

/// Days to ask about: first days of policies and years, leap days, days before a year ends.
pub const DAYS: &[&str] =
    &["2026-11-21", "2025-12-31", "2026-01-01", "2024-02-29", "2028-02-29", "2021-01-01", "2020-06-15", "2027-02-28"];

/// Years left to standards: none, one number for all, one for some occupations.
const STANDARDS: &[&str] = &[
    "{}",
    "{\"*\": {\"technician\": 4, \"senior-technician\": 6, \"senior-worker\": 2}}",
    "{\"焊工\": {\"technician\": 3, \"senior-worker\": 0}, \"刨（插）工\": {\"senior-technician\": 5}}",
    "{\"焊工\": {\"technician\": 8}, \"电工\": {\"technician\": 2, \"senior-technician\": 1}, \"*\": {\"technician\": 5}}",
];

/// Everything that a decision is made of.
#[derive(Clone)]
pub struct Scene {
    /// The policy.
    pub policy: &'static Policy,
    /// The day.
    pub as_of: Day,
    /// Years left to standards.
    pub standards: Standards,
    /// The person; every fact that a rule can ask for is stated.
    pub dossier: Dossier,
    /// The occupation that most records are of.
    pub home: String,
    /// Further choices.
    pub choices: Choices,
}

/// The answer for a target as the contract compares it: the outcome, with its day when it is not yet.
pub type Compared = (Outcome, Option<Day>);

impl Scene {
    /// A scene from choices.
    pub fn from(mut choices: Choices) -> Self {
        let c = &mut choices;
        let policies = &packs().policies;
        let policy = c.pick(policies);
        let as_of = Day::parse(c.pick::<&str>(DAYS)).expect("a day");
        let standards = Standards::read(c.pick::<&str>(STANDARDS)).expect("standards");
        let home = (*c.pick(&records::OCCUPATIONS[..9])).to_owned();
        let mut scene = Self { policy, as_of, standards, dossier: Dossier::default(), home, choices };
        scene.dossier = scene.person();
        scene
    }

    fn person(&mut self) -> Dossier {
        let (as_of, home) = (self.as_of, self.home.clone());
        let findings = self.findings();
        let employment = self.employment();
        let c = &mut self.choices;
        let mut list = |most: usize, empty: usize| if c.once_in(empty) { 0 } else { c.below(most) + 1 };
        let (skills, titles, work, honours) = (list(3, 6), list(3, 4), list(4, 8), list(3, 2));
        let sanctions = if c.once_in(5) { c.below(2) + 1 } else { 0 };
        let education = Education {
            level: Some(EducationLevel::JuniorCollege),
            relevant_to: Some(vec![records::occupation(c, &home)]),
            ..Education::default()
        };
        let mut reviews = BTreeMap::new();
        for year in as_of.year() - 4..=as_of.year() {
            if year < as_of.year() || c.once_in(4) {
                reviews.insert(year, records::grade(c));
            }
        }
        Dossier {
            employment,
            education: Some(vec![education]),
            skills: Some((0..skills).map(|_| records::skill(c, &home, as_of)).collect()),
            titles: Some((0..titles).map(|_| records::title(c, as_of)).collect()),
            work: Some((0..work).map(|_| records::work(c, &home, as_of)).collect()),
            reviews,
            honours: Some((0..honours).map(|_| records::honour(c, as_of)).collect()),
            sanctions: Some((0..sanctions).map(|_| records::sanction(c, as_of)).collect()),
            findings,
            ..Dossier::default()
        }
    }

    fn employment(&mut self) -> Employment {
        let (c, home) = (&mut self.choices, &self.home);
        let majors: Vec<String> = self
            .policy
            .catalogue
            .iter()
            .flat_map(|all| all.majors.iter().take(3).map(|major| major.name.clone()))
            .collect();
        let mostly = |c: &mut Choices, times: usize| !c.once_in(times);
        Employment {
            status: Some(if mostly(c, 6) { Status::InService } else { *c.pick(Status::ALL) }),
            employer: Employer {
                kind: Some(if mostly(c, 5) { EmployerKind::Enterprise } else { *c.pick(EmployerKind::ALL) }),
                ..Employer::default()
            },
            field: Some(if mostly(c, 8) { Field::Of(Series::Engineering) } else { field(c) }),
            frontline: Some(mostly(c, 8)),
            skilled_post: Some(mostly(c, 6)),
            appointed_as: Some(if mostly(c, 3) { Appointment::None } else { Appointment::SpecialTechnician }),
            occupation: Some(records::occupation(c, home)),
            specialty: match c.below(6) {
                5 if !majors.is_empty() => Some(c.pick(&majors).clone()),
                4 => Some("机电".to_owned()),
                _ => None,
            },
            post_class: None,
        }
    }

    /// Findings on clauses that rules cite; most people have none.
    fn findings(&mut self) -> BTreeMap<String, bool> {
        let mut findings = BTreeMap::new();
        if !self.choices.once_in(5) {
            return findings;
        }
        let mut cited = Vec::new();
        for route in self.policy.governed.iter().flat_map(|governed| &governed.routes) {
            route.rule.leaves(&mut |leaf| cited.extend(self.policy.clause(leaf.clause).map(|clause| &clause.id)));
        }
        for _ in 0..=self.choices.below(2) {
            let id = (*self.choices.pick(&cited)).clone();
            findings.insert(id, !self.choices.once_in(3));
        }
        findings
    }

    /// Every target that the policy governs; skill levels also by the name of an occupation.
    pub fn targets(&self) -> Vec<Target> {
        let mut targets = Vec::new();
        for governed in &self.policy.governed {
            match governed.level {
                Level::Title(tier) => {
                    targets.extend(governed.series.iter().map(|series| Target::Title { tier, series: *series }));
                }
                Level::Skill(level) => {
                    targets.push(Target::Skill { level, occupation: None });
                    targets.push(Target::Skill { level, occupation: Some(self.home.clone()) });
                }
            }
        }
        targets.push(Target::Skill { level: SkillLevel::ChiefTechnician, occupation: None });
        targets
    }

    /// The decision for a version of the person on the scene's day.
    pub fn verdict(&self, dossier: &Dossier, target: &Target) -> Verdict {
        self.verdict_on(dossier, target, self.as_of)
    }

    /// The decision for a version of the person on another day.
    pub fn verdict_on(&self, dossier: &Dossier, target: &Target, day: Day) -> Verdict {
        decide(&self.facts(dossier, day), target)
    }

    /// The facts of a version of the person.
    pub fn facts<'d>(&'d self, dossier: &'d Dossier, day: Day) -> Facts<'d> {
        Facts::new(self.policy, &packs().national, &self.standards, dossier, day)
    }

    /// The answer for a version of the person.
    pub fn answer(&self, dossier: &Dossier, target: &Target) -> Compared {
        compared(&self.verdict(dossier, target))
    }

    /// All that is needed to look at a failure.
    pub fn told(&self, dossier: &Dossier, target: &Target) -> String {
        format!(
            "{} in {} on {} with {:?}\n{}",
            target,
            self.policy.id,
            self.as_of,
            self.standards,
            serde_json::to_string(dossier).unwrap_or_default()
        )
    }
}

/// What of a decision the contract compares.
pub fn compared(verdict: &Verdict) -> Compared {
    (verdict.outcome, verdict.earliest.filter(|_| verdict.outcome == Outcome::NotYet))
}

fn field(choices: &mut Choices) -> Field {
    let series = choices.below(Series::ALL.len() + 1);
    Series::ALL.get(series).map_or(Field::None, |series| Field::Of(*series))
}

impl std::fmt::Debug for Scene {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let dossier = serde_json::to_string(&self.dossier).unwrap_or_default();
        write!(f, "{} on {} with {:?}\n{dossier}", self.policy.id, self.as_of, self.standards)
    }
}

/// Random scenes that proptest can shrink.
pub fn scenes() -> impl Strategy<Value = Scene> {
    tapes().prop_map(Scene::from)
}
