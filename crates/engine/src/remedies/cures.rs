//! What would cure one condition that does not hold: alternatives, each a few changes; none where time alone does.

use model::dossier::Field;
use model::remedy::Change;
use model::{Stage, Status, Track};
use policy::condition::{Condition, FieldOf, Post, Statuses, Subject, TitleSpecialty};
use policy::rule::{Leaf, Test};

use super::opening::{Changed, missing};
use super::{Cure, Question};
use crate::conditions::{Bound, Wanted, found};
use crate::evaluate::Asked;
use crate::fulfil::{listed, passing_kinds};
use crate::timeline::{Standing, Timeline};

/// The conditions of a way, with what carries it.
pub(super) struct Cures<'c, 'q, 'a> {
    pub question: &'c Question<'q, 'a>,
    /// The person with the new records that carry the way.
    pub changed: &'c Changed<'c, 'c>,
    pub way: &'c [&'c Leaf],
    pub bound: Bound,
}

impl Cures<'_, '_, '_> {
    pub(super) fn asked(&self) -> Asked<'_, '_> {
        Asked { facts: self.changed.facts, wanted: self.question.wanted }
    }

    /// Alternatives that would make a condition hold, an empty one where it does or will; `None` where nothing would.
    pub fn of(&self, leaf: &Leaf) -> Option<Vec<Vec<Cure>>> {
        if let Some(path) = missing(self.asked(), leaf, self.bound) {
            return Some(vec![vec![self.cure(leaf, Change::State(path))]]);
        }
        let line = self.changed.line(self.asked(), leaf, self.bound)?;
        if line.constant() == Some(Standing::Yes) {
            return Some(vec![Vec::new()]);
        }
        if found(leaf, self.changed.facts).is_some() {
            return Some(vec![vec![self.found_no(leaf)]]);
        }
        let as_of = self.changed.facts.as_of;
        let mut all: Vec<Vec<Cure>> = Vec::new();
        if line.first_at_least(Standing::Yes, as_of).is_some() {
            all.push(Vec::new());
        }
        if line.today() != Standing::Yes {
            all.extend(self.changes(leaf, &line).into_iter().map(|change| vec![self.cure(leaf, change)]));
            if leads_to_people(&line, as_of) {
                all.push(vec![self.by_others(leaf, Change::Decided)]);
            }
        }
        (!all.is_empty()).then_some(all)
    }

    fn cure(&self, leaf: &Leaf, change: Change) -> Cure {
        let body = matches!(change, Change::Decided(_) | Change::Found(_) | Change::JudgedAgain(_));
        Cure { change, clauses: vec![leaf.clause], body: body.then(|| usize::from(leaf.refer_to)) }
    }

    fn by_others(&self, leaf: &Leaf, change: impl Fn(String) -> Change) -> Cure {
        let clause = self.changed.facts.policy.clause(leaf.clause).map(|clause| clause.id.clone());
        self.cure(leaf, change(clause.unwrap_or_default()))
    }

    fn found_no(&self, leaf: &Leaf) -> Cure {
        match leaf.stage {
            Stage::Review => self.by_others(leaf, Change::JudgedAgain),
            Stage::Filing => self.by_others(leaf, Change::FoundNo),
        }
    }

    /// Single changes that would make a condition hold.
    fn changes(&self, leaf: &Leaf, line: &Timeline) -> Vec<Change> {
        let condition = match &leaf.test {
            Test::HonourList { list, at_least } => return self.honours(leaf, *list, *at_least),
            Test::Heading => return Vec::new(),
            Test::Condition(condition) => condition,
        };
        let facts = self.changed.facts;
        let one = |change: Change| vec![change];
        match condition {
            Condition::Status(test) => self.status(test),
            Condition::EmployerKind(_) => match passing_kinds(self.way) {
                kinds if kinds.is_empty() => Vec::new(),
                kinds => one(Change::EmployerKind(kinds)),
            },
            Condition::UpperLevel(own) => one(Change::UpperLevel(*own)),
            Condition::EmployerNamed(names) => one(Change::EmployerNamed(names.clone())),
            Condition::SpecialtyAmong(fields) => one(Change::Specialty(fields.clone())),
            Condition::Field(of) => self.field(*of).map(Change::Field).into_iter().collect(),
            Condition::Post(Post::Frontline) => one(Change::Frontline),
            Condition::Post(Post::Skilled) => one(Change::SkilledPost),
            Condition::Appointed(post) => one(Change::Appointed(*post)),
            Condition::Reviews(test) if test.excellent > 0 => self.excellent(),
            Condition::Hours(test) => self.hours(test),
            Condition::Education(test) => self.diploma(*test),
            Condition::HoldsSkill(test) => {
                let occupation = facts.dossier.employment.occupation.clone();
                one(Change::Certificate { level: test.at_least, occupation, any_listed: false })
            }
            Condition::Work(test) if line.first_at_least(Standing::Yes, facts.as_of).is_none() => self.work(*test),
            Condition::Catalogue(of) => self.catalogue(*of, line),
            Condition::Related(_) => self.post_of_certificate(),
            Condition::Skill(test) if test.in_post => self.post_of_certificate(),
            Condition::Specialty(of) => self.specialty(*of),
            Condition::TitleSpecialty(TitleSpecialty::Post) => {
                let title = self.bound.title(facts).and_then(|title| title.specialty);
                title.map(|name| Change::Specialty(vec![name.to_owned()])).into_iter().collect()
            }
            Condition::ByFinding(_) => vec![self.by_others(leaf, Change::Found).change],
            _ => Vec::new(),
        }
    }

    fn status(&self, test: &Statuses) -> Vec<Change> {
        match self.changed.facts.status {
            Some(Status::NotEmployed) => vec![Change::Employment],
            Some(status) if !test.yes.contains(&status) => vec![Change::Status(status)],
            _ => Vec::new(),
        }
    }

    fn field(&self, of: FieldOf) -> Option<model::Series> {
        match (of, self.question.wanted) {
            (FieldOf::Title, _) => self.bound.title(self.changed.facts)?.series,
            (FieldOf::Series(series), _) | (FieldOf::Target, Wanted::Title(_, series)) => Some(series),
            (FieldOf::Target, Wanted::Skill(_)) => match self.changed.facts.field {
                Some(Field::Of(series)) => Some(series),
                _ => None,
            },
        }
    }

    /// Another post helps towards a title only: a skill level is one of the present occupation.
    pub(super) fn other_post(&self, occupation: Option<&str>, any_listed: bool) -> Option<Change> {
        let towards_title = self.question.wanted.track() == Track::Title;
        let occupation = occupation.filter(|_| towards_title)?.to_owned();
        Some(Change::PostIn { occupation, any_listed })
    }

    fn post_of_certificate(&self) -> Vec<Change> {
        let facts = self.changed.facts;
        let own = self.bound.skill(facts).and_then(|skill| facts.names.written(skill.occupation?));
        self.other_post(own, false).into_iter().collect()
    }

    fn catalogue(&self, of: Subject, line: &Timeline) -> Vec<Change> {
        let facts = self.changed.facts;
        let post = facts.dossier.employment.occupation.as_deref();
        let of_post = of == Subject::Post || self.bound.skill(facts).is_none();
        let own = match self.bound.skill(facts) {
            Some(skill) if !of_post => skill.occupation.and_then(|own| facts.names.written(own)),
            _ => post,
        };
        let listed = listed(facts.policy, self.question.wanted).filter(|_| of_post);
        let mut all: Vec<Change> = self.other_post(listed, true).into_iter().collect();
        if line.never() {
            all.push(Change::Unlisted(own.map(str::to_owned)));
        }
        all
    }

    /// The specialties whose majors list the occupation looked at.
    fn specialty(&self, of: Subject) -> Vec<Change> {
        let facts = self.changed.facts;
        let own = match (of, self.bound.skill(facts)) {
            (Subject::Skill, Some(skill)) => skill.occupation,
            _ => facts.occupation,
        };
        let Some((own, catalogue)) = own.zip(facts.policy.catalogue.as_ref()) else { return Vec::new() };
        let towards = catalogue.towards(Track::Title);
        let of_majors = catalogue.rows.iter().find(|row| facts.post_majors & towards & (1 << row.major) != 0);
        let of_majors = of_majors.filter(|_| of == Subject::Post).map(|row| row.occupation.as_str());
        let mut all: Vec<Change> = self.other_post(of_majors, true).into_iter().collect();
        let listing =
            |major: &&policy::catalogue::Major| own.majors & towards & catalogue.majors_named(&major.name) != 0;
        let mut names: Vec<String> = catalogue.majors.iter().filter(listing).map(|major| major.name.clone()).collect();
        names.dedup();
        all.extend((!names.is_empty()).then_some(Change::Specialty(names)));
        all
    }
}

/// Whether a condition is, or comes to be, left to people.
fn leads_to_people(line: &Timeline, as_of: model::Day) -> bool {
    let open = line.first_at_least(Standing::Refer, as_of);
    open.is_some_and(|day| line.at(day) == Standing::Refer)
}
