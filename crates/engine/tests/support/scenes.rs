//! A person, a place, a day and the standards: everything that a decision is made of, at random.

use std::collections::BTreeMap;

use engine::{Facts, Verdict, decide};
use model::dossier::{Dossier, Employer, Employment, Field};
use model::words::Word;
use model::{Appointment, Day, EmployerKind, Outcome, PostClass, Series, SkillLevel, Standards, Status, Target};
use policy::Policy;
use policy::condition::Condition;
use policy::rule::{Level, Test};
use proptest::prelude::*;

use super::choices::{Choices, tapes};
use super::packs::packs;
use super::records;
use super::vocabulary::{self, Vocabulary};

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
    /// The names that records are made of.
    pub vocabulary: Vocabulary,
    /// Further choices.
    pub choices: Choices,
}

/// The answer for a target as the contract compares it: the outcome, with its day when it is not yet.
pub type Compared = (Outcome, Option<Day>);

impl Scene {
    /// A scene from choices.
    pub fn from(mut choices: Choices) -> Self {
        let policies = &packs().policies;
        let policy = choices.pick(policies);
        Self::of(choices, policy)
    }

    /// A scene of one policy.
    pub fn of(mut choices: Choices, policy: &'static Policy) -> Self {
        let c = &mut choices;
        let as_of = vocabulary::day(c, policy);
        let standards = Standards::read(c.pick::<&str>(STANDARDS)).expect("standards");
        let vocabulary = Vocabulary::of(c, policy);
        let mut scene = Self { policy, as_of, standards, dossier: Dossier::default(), vocabulary, choices };
        scene.dossier = scene.person();
        scene
    }

    fn person(&mut self) -> Dossier {
        let findings = self.findings();
        let employment = self.employment();
        let (as_of, of, c) = (self.as_of, &self.vocabulary, &mut self.choices);
        let mut list = |most: usize, empty: usize| if c.once_in(empty) { 0 } else { c.below(most) + 1 };
        let (skills, titles, work, honours) = (list(3, 6), list(3, 4), list(4, 8), list(3, 2));
        let sanctions = if c.once_in(5) { c.below(2) + 1 } else { 0 };
        let education = *c.pick(&[1, 1, 2, 0, 3]);
        let (mut reviews, mut continuing_education) = (BTreeMap::new(), BTreeMap::new());
        for year in as_of.year() - 4..=as_of.year() {
            if year < as_of.year() || c.once_in(4) {
                reviews.insert(year, records::grade(c));
                continuing_education.insert(year, records::hours(c));
            }
        }
        Dossier {
            employment,
            education: Some((0..education).map(|_| records::diploma(c, of, as_of)).collect()),
            skills: Some((0..skills).map(|_| records::skill(c, of, as_of)).collect()),
            titles: Some((0..titles).map(|_| records::title(c, of, as_of)).collect()),
            work: Some((0..work).map(|_| records::work(c, of, as_of)).collect()),
            reviews,
            continuing_education,
            honours: Some((0..honours).map(|_| records::honour(c, of, as_of)).collect()),
            sanctions: Some((0..sanctions).map(|_| records::sanction(c, as_of)).collect()),
            findings,
            ..Dossier::default()
        }
    }

    fn employment(&mut self) -> Employment {
        let (c, of) = (&mut self.choices, &self.vocabulary);
        let mostly = |c: &mut Choices, times: usize| !c.once_in(times);
        let own = of.series.first().copied().unwrap_or(Series::Engineering);
        let asks = vocabulary::asks_for_specialty(self.policy);
        Employment {
            status: Some(if mostly(c, 6) { Status::InService } else { *c.pick(Status::ALL) }),
            employer: Employer {
                name: c.once_in(2).then(|| c.pick(&of.employers).clone()),
                kind: Some(if mostly(c, 5) { EmployerKind::Enterprise } else { *c.pick(EmployerKind::ALL) }),
                upper_level: Some(c.once_in(6)),
                ..Employer::default()
            },
            field: Some(if mostly(c, 8) { Field::Of(own) } else { field(c) }),
            frontline: Some(mostly(c, 8)),
            skilled_post: Some(mostly(c, 6)),
            appointed_as: Some(if mostly(c, 3) { Appointment::None } else { Appointment::SpecialTechnician }),
            occupation: Some(records::occupation(c, of)),
            specialty: (asks || c.once_in(3)).then(|| c.pick(&of.specialties).clone()),
            post_class: c.once_in(5).then(|| *c.pick(PostClass::ALL)),
        }
    }

    /// Findings on clauses that rules cite; most people have none.
    fn findings(&mut self) -> BTreeMap<String, bool> {
        let mut findings = BTreeMap::new();
        if !self.choices.once_in(5) {
            return findings;
        }
        let leaves = vocabulary::leaves(self.policy);
        let only = |test: &Test| matches!(test, Test::Condition(Condition::ByFinding(_)) | Test::Heading);
        let id = |clause| self.policy.clause(clause).map(|clause| &clause.id);
        let mut cited: Vec<&String> = leaves.iter().filter_map(|leaf| id(leaf.clause)).collect();
        let rare: Vec<&String> =
            leaves.iter().filter(|leaf| only(&leaf.test)).filter_map(|leaf| id(leaf.clause)).collect();
        if !rare.is_empty() && self.choices.once_in(2) {
            cited = rare;
        }
        for _ in 0..=self.choices.below(2) {
            let id = (*self.choices.pick(&cited)).clone();
            findings.insert(id, !self.choices.once_in(3));
        }
        findings
    }

    /// Every target that the policy governs in the scene's series; skill levels also by the name of an occupation.
    pub fn targets(&self) -> Vec<Target> {
        let mut targets = Vec::new();
        for governed in &self.policy.governed {
            match governed.level {
                Level::Title(tier) => {
                    let asked = self.vocabulary.series.iter().filter(|series| governed.series.contains(series));
                    targets.extend(asked.map(|series| Target::Title { tier, series: *series }));
                }
                Level::Skill(level) => {
                    targets.push(Target::Skill { level, occupation: None });
                    targets.push(Target::Skill { level, occupation: Some(self.vocabulary.home.clone()) });
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
