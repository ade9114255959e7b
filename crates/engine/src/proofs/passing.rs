//! A person who passes one way through a route: every fact is stated, every clock long since met.

use model::dossier::{Dossier, Education, Employer, Employment, End, Field, Skill, Title, Work};
use model::{Appointment, Day, EducationLevel, EmployerKind, Grade, Series, SkillLevel, Status, Word as _};
use policy::condition::{Condition, FieldOf, Post, Subject, Years};
use policy::rule::{Leaf, Rule, Test};

use super::person::{Person, years_before};
use super::ways::Way;
use super::world::World;
use crate::carried_on::ENOUGH_HOURS;
use crate::fulfil::{honour, passing_kinds};

/// The years that a way's clocks ask for.
#[derive(Clone, Default)]
pub(super) struct Clocks {
    /// After the date of the certificate that carries it.
    pub skill: Vec<u16>,
    /// After the date of the title that carries it.
    pub title: Vec<u16>,
    /// Of work, from whenever.
    pub work: Vec<u16>,
    /// The longest window of hours, which certificates lie before.
    window: u16,
}

impl Clocks {
    pub fn of(way: &Way<'_>) -> Self {
        use policy::condition::Carrier;
        let mut clocks = Self::default();
        for condition in conditions(way) {
            let (of, years, work) = match condition {
                Condition::Hours(test) => {
                    clocks.window = test.years.values().copied().map(u16::from).fold(clocks.window, u16::max);
                    continue;
                }
                Condition::YearsAfter(test) => (Some(test.of), vec![test.years], false),
                Condition::Work(test) => {
                    let years = match test.years {
                        Years::Printed(years) => vec![years],
                        Years::Left(_) => vec![1],
                        Years::General(years) => vec![years.general, 1],
                    };
                    (test.since, years, true)
                }
                _ => continue,
            };
            match of {
                Some(Carrier::Skill) => clocks.skill.extend(&years),
                Some(Carrier::Title) => clocks.title.extend(&years),
                None => {}
            }
            if work {
                clocks.work.extend(&years);
            }
        }
        for years in [&mut clocks.skill, &mut clocks.title, &mut clocks.work] {
            years.sort_unstable();
            years.dedup();
        }
        clocks
    }

    /// When certificates and titles are dated so that every clock is met.
    pub fn carried_since(&self, as_of: Day) -> Day {
        let years = self.skill.iter().chain(&self.title).chain(&self.work).copied().max().unwrap_or(0);
        years_before(as_of, years.max(self.window) + 2)
    }

    /// When work begins so that every clock is met.
    pub fn working_since(&self, as_of: Day) -> Day {
        let years = self.work.iter().copied().max().unwrap_or(0);
        years_before(self.carried_since(as_of), years + 4)
    }
}

pub(super) fn conditions<'w>(way: &'w Way<'_>) -> impl Iterator<Item = &'w Condition> {
    way.leaves.iter().filter_map(|leaf| match &leaf.test {
        Test::Condition(condition) => Some(condition),
        _ => None,
    })
}

/// The person who passes.
pub(super) fn passing(world: &World<'_>, way: &Way<'_>, as_of: Day) -> Person {
    let clocks = Clocks::of(way);
    let carried = clocks.carried_since(as_of);
    let mut dossier = Dossier {
        employment: Employment {
            status: Some(status(way)),
            employer: Employer { kind: Some(kind(way)), upper_level: Some(false), ..Employer::default() },
            field: Some(field(world)),
            frontline: Some(true),
            skilled_post: Some(true),
            appointed_as: Some(Appointment::None),
            occupation: Some(world.listed.clone()),
            ..Employment::default()
        },
        education: Some(Vec::new()),
        skills: Some(Vec::new()),
        titles: Some(Vec::new()),
        work: Some(vec![Work {
            occupation: Some(world.listed.clone()),
            from: Some(clocks.working_since(as_of)),
            to: Some(End::GoingOn),
            skilled: true,
        }]),
        honours: Some(Vec::new()),
        sanctions: Some(Vec::new()),
        ..Dossier::default()
    };
    let (reviews, hours) = windows(world, way);
    dossier.reviews.extend((as_of.year() - reviews..as_of.year()).map(|year| (year, Grade::Pass)));
    dossier.continuing_education.extend((as_of.year() - hours..as_of.year()).map(|year| (year, ENOUGH_HOURS)));
    for (entry, many) in &way.honours {
        let honour = honour(entry, years_before(as_of, 1));
        dossier.honours.get_or_insert_default().extend(vec![honour; usize::from(*many)]);
    }
    let mut insiders = Vec::new();
    for pilot in &world.policy.pilots {
        every_leaf(&pilot.inside, &mut insiders);
    }
    for leaf in insiders.into_iter().chain(way.leaves.iter().copied()) {
        meet(world, leaf, carried, as_of, &mut dossier);
    }
    let standards = !conditions(way).any(|one| matches!(one, Condition::Work(test) if test.unless_standard));
    Person { as_of, dossier, standards }
}

/// How many years back the level's conditions look at reviews and at hours.
fn windows(world: &World<'_>, way: &Way<'_>) -> (i16, i16) {
    let (mut reviews, mut hours) = (0, 0);
    let mut look = |leaf: &Leaf| match &leaf.test {
        Test::Condition(Condition::Reviews(test)) => reviews = reviews.max(i16::from(test.last)),
        Test::Condition(Condition::Hours(test)) => {
            hours = test.years.values().copied().map(i16::from).fold(hours, i16::max)
        }
        _ => {}
    };
    world.governed.routes.iter().for_each(|route| route.rule.leaves(&mut look));
    way.leaves.iter().for_each(|leaf| look(leaf));
    (reviews, hours)
}

fn every_leaf<'p>(rule: &'p Rule, out: &mut Vec<&'p Leaf>) {
    rule.leaves(&mut |leaf| out.push(leaf));
}

fn status(way: &Way<'_>) -> Status {
    let passes = |status: &Status| {
        conditions(way).all(|one| !matches!(one, Condition::Status(test) if !test.yes.contains(status)))
    };
    Status::ALL.iter().copied().find(passes).unwrap_or(Status::InService)
}

fn kind(way: &Way<'_>) -> EmployerKind {
    passing_kinds(&way.leaves).first().copied().unwrap_or(EmployerKind::Enterprise)
}

fn field(world: &World<'_>) -> Field {
    match &world.target {
        model::Target::Title { series, .. } => Field::Of(*series),
        model::Target::Skill { .. } => Field::Of(Series::Engineering),
    }
}

/// Makes one condition hold, and leaves what others already ask for.
fn meet(world: &World<'_>, leaf: &Leaf, carried: Day, as_of: Day, dossier: &mut Dossier) {
    let Test::Condition(condition) = &leaf.test else { return };
    match condition {
        Condition::UpperLevel(own) => dossier.employment.employer.upper_level = Some(*own),
        Condition::EmployerNamed(names) => dossier.employment.employer.name = names.first().cloned(),
        Condition::SpecialtyAmong(fields) if dossier.employment.specialty.is_none() => {
            dossier.employment.specialty = fields.first().cloned();
        }
        Condition::Field(FieldOf::Series(series)) => dossier.employment.field = Some(Field::Of(*series)),
        Condition::Post(Post::Frontline) => dossier.employment.frontline = Some(true),
        Condition::Post(Post::Skilled) => dossier.employment.skilled_post = Some(true),
        Condition::Appointed(post) => dossier.employment.appointed_as = Some(*post),
        Condition::Reviews(test) => {
            for back in 1..=i16::from(test.excellent) {
                dossier.reviews.insert(as_of.year() - back, Grade::Excellent);
            }
        }
        Condition::Education(test) => {
            let own = dossier.education.get_or_insert_default();
            let level = own.first().and_then(|one| one.level).map_or(test.at_least, |level| level.max(test.at_least));
            let relevant_to = Some(vec![world.listed.clone()]);
            *own = vec![Education { level: Some(level), date: Some(carried), relevant_to, ..Education::default() }];
        }
        Condition::HoldsSkill(test) => skill(world, test.at_least, carried, dossier),
        Condition::Skill(test) => skill(world, test.at_least, carried, dossier),
        Condition::Title(test) => {
            let own = dossier.titles.get_or_insert_default();
            let tier = own.first().and_then(|one| one.tier).map_or(test.at_least, |tier| tier.max(test.at_least));
            let series = test.series.all().first().copied();
            let date = Some(carried);
            *own = vec![Title { tier: Some(tier), series, date, ..Title::default() }];
        }
        Condition::ByFinding(_) => {
            let clause = world.policy.clause(leaf.clause).map(|clause| clause.id.clone());
            dossier.findings.extend(clause.map(|id| (id, true)));
        }
        _ => {}
    }
}

fn skill(world: &World<'_>, at_least: SkillLevel, carried: Day, dossier: &mut Dossier) {
    let own = dossier.skills.get_or_insert_default();
    let level = own.first().and_then(|one| one.level).map_or(at_least, |level| level.max(at_least));
    let occupation = Some(world.listed.clone());
    *own = vec![Skill { level: Some(level), occupation, date: Some(carried), ..Skill::default() }];
}

/// Levels of education: below, at and above what is asked for.
pub(super) fn education_levels(at_least: EducationLevel) -> Vec<EducationLevel> {
    let below = EducationLevel::ALL.iter().copied().rfind(|level| *level < at_least);
    let above = EducationLevel::ALL.iter().copied().find(|level| *level > at_least);
    below.into_iter().chain(above).collect()
}

/// Whether a diploma is asked of the post's occupation alone.
pub(super) fn only_post(subject: Subject) -> bool {
    subject == Subject::Post
}
