//! Axes of records beside the career: reviews, hours, diplomas, sanctions, honours, and whether standards are given.

use model::dossier::{Education, Honour, Sanction};
use model::{Day, EducationLevel, Grade, SanctionKind, SchoolClass, Word as _};
use policy::condition::{Condition, EducationTest, HoursTest, Reviews};
use policy::rule::Level;

use super::axes::{Axis, Change, change};
use super::passing::{conditions, education_levels, only_post};
use super::person::{Person, years_before};
use super::ways::Way;
use super::world::World;

pub(super) fn records(world: &World<'_>, way: &Way<'_>) -> Vec<Axis> {
    let mut axes = reviews(way);
    axes.extend(hours(world, way));
    let mut sanctions: Vec<Change> = Vec::new();
    let mut standards = false;
    for condition in conditions(way) {
        match condition {
            Condition::Education(test) => axes.extend(diplomas(world, *test)),
            // The first day that is free lies one day after the anniversary.
            Condition::Bar(test) => sanctions.extend(found_years_ago(test.years, &[-2, -1, 0, 1])),
            Condition::FraudReferral(test) => {
                sanctions.extend(found_years_ago(test.years, &[-1, 0, 1]));
                sanctions.extend([test.since.previous(), test.since].map(|day| found_on(move |_| day)));
            }
            Condition::Work(test) => standards |= !matches!(test.years, policy::condition::Years::Printed(_)),
            _ => {}
        }
        if let Condition::Work(test) = condition {
            standards |= test.unless_standard;
        }
    }
    if !sanctions.is_empty() {
        sanctions.extend([found_on(|as_of| as_of), found_on(Day::next)]);
    }
    axes.push(Axis::new(sanctions));
    if standards {
        axes.push(Axis::new(vec![change(|person| person.standards = !person.standards)]));
    }
    axes.extend(honours(way));
    axes
}

fn reviews(way: &Way<'_>) -> Vec<Axis> {
    let tests: Vec<&Reviews> = conditions(way)
        .filter_map(|one| match one {
            Condition::Reviews(test) => Some(test),
            _ => None,
        })
        .collect();
    let Some(last) = tests.iter().map(|test| i16::from(test.last)).max() else { return Vec::new() };
    let excellent = tests.iter().any(|test| test.excellent > 0);
    let graded = |back: i16, grade: Grade| {
        change(move |person: &mut Person| {
            let year = person.as_of.year() - back;
            person.dossier.reviews.insert(year, grade);
        })
    };
    let mut grades = vec![Grade::Fail, Grade::None];
    if excellent {
        grades.extend([Grade::Excellent, Grade::Pass]);
    }
    (0..=last).map(|back| Axis::new(grades.iter().map(|grade| graded(back, *grade)).collect())).collect()
}

fn hours(world: &World<'_>, way: &Way<'_>) -> Vec<Axis> {
    let Level::Title(tier) = world.governed.level else { return Vec::new() };
    let tests: Vec<&HoursTest> = conditions(way)
        .filter_map(|one| match one {
            Condition::Hours(test) => Some(test),
            _ => None,
        })
        .collect();
    let Some(last) = tests.iter().filter_map(|test| test.years.get(&tier)).copied().max() else { return Vec::new() };
    // Enough for every certificate is the passing value; the others are the least for early ones, and just too few.
    let just = |test: &&HoursTest| [test.early.saturating_sub(1), test.early, test.later.saturating_sub(1)];
    let mut tiers: Vec<u16> = tests.iter().flat_map(just).collect();
    tiers.sort_unstable();
    tiers.dedup();
    let set = |back: i16, hours: u16| {
        change(move |person: &mut Person| {
            let year = person.as_of.year() - back;
            person.dossier.continuing_education.insert(year, hours);
        })
    };
    (0..=i16::from(last)).map(|back| Axis::new(tiers.iter().map(|hours| set(back, *hours)).collect())).collect()
}

fn found_on(day: impl Fn(Day) -> Day + 'static) -> Change {
    change(move |person| {
        let date = Some(day(person.as_of));
        person.dossier.sanctions = Some(vec![Sanction { kind: SanctionKind::Fraud, date }]);
    })
}

fn found_years_ago(years: u16, days: &'static [i32]) -> Vec<Change> {
    days.iter().map(|days| found_on(move |as_of| years_before(as_of, years).plus(*days))).collect()
}

fn diplomas(world: &World<'_>, test: EducationTest) -> Vec<Axis> {
    let first = |set: Box<dyn Fn(&mut Education)>| {
        change(move |person: &mut Person| {
            if let Some(own) = person.dossier.education.as_mut().and_then(|all| all.first_mut()) {
                set(own);
            }
        })
    };
    let level = |level: EducationLevel| first(Box::new(move |own| own.level = Some(level)));
    let mut levels: Vec<Change> = education_levels(test.at_least).into_iter().map(level).collect();
    let class = |class: SchoolClass| {
        first(Box::new(move |own| {
            own.class = Some(class);
            own.level = Some(EducationLevel::HighSchool);
        }))
    };
    levels.extend(SchoolClass::ALL.iter().map(|own| class(*own)));
    levels.push(change(|person| person.dossier.education = Some(Vec::new())));
    let other = world.others.first().cloned().unwrap_or_default();
    let relevance = vec![
        first(Box::new(move |own| own.relevant_to = Some(vec![other.clone()]))),
        first(Box::new(|own| own.relevant_to = Some(Vec::new()))),
    ];
    let mut axes = vec![Axis::new(levels), Axis::new(relevance)];
    if !only_post(test.relevant_to) {
        axes.push(Axis::new(vec![first(Box::new(|own| own.date = None))]));
    }
    axes
}

/// A change of an honour, seen from the day asked about.
type OfHonour = Box<dyn Fn(&mut Honour, Day)>;

fn honours(way: &Way<'_>) -> Vec<Axis> {
    let Some((entry, _)) = way.honours.first() else { return Vec::new() };
    let first = |set: OfHonour| {
        change(move |person: &mut Person| {
            let as_of = person.as_of;
            if let Some(own) = person.dossier.honours.as_mut().and_then(|all| all.first_mut()) {
                set(own, as_of);
            }
        })
    };
    let mut sorts = vec![change(|person: &mut Person| {
        let all = person.dossier.honours.get_or_insert_default();
        all.pop();
    })];
    if let Some(last) = entry.rank_at_most {
        sorts.push(first(Box::new(move |own, _| own.rank = Some(last.saturating_add(1)))));
    }
    if !entry.awards.is_empty() {
        sorts.push(first(Box::new(|own, _| own.award = Some("无此奖".to_owned()))));
    }
    let until = |days: i32| first(Box::new(move |own, as_of| own.until = Some(as_of.plus(days))));
    let date = |days: i32| first(Box::new(move |own, as_of| own.date = Some(as_of.plus(days))));
    let mut dates: Vec<Change> = [-1, 0, 1].map(date).to_vec();
    dates.push(first(Box::new(|own, _| own.date = None)));
    vec![Axis::new(sorts), Axis::new([-1, 0, 1].map(until).to_vec()), Axis::new(dates)]
}
