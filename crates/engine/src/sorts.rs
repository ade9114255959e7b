//! What the rules to one level can tell apart in numbers, words and days: the thresholds that missing facts are tried around.

use model::{Day, EducationLevel, Track, Word as _};
use policy::Policy;
use policy::condition::{Condition, HoursTest, Matching, TitleSpecialty};
use policy::rule::{Governed, Leaf, Level, Test};

use crate::facts::Facts;

fn leaves<'p>(governed: &'p Governed, mut visit: impl FnMut(&'p Leaf)) {
    governed.routes.iter().for_each(|route| route.rule.leaves(&mut visit));
}

fn conditions<'p>(governed: &'p Governed, mut visit: impl FnMut(&'p Condition)) {
    leaves(governed, |leaf| {
        if let Test::Condition(condition) = &leaf.test {
            visit(condition);
        }
    });
}

/// Whether some route asks for a review graded 优秀.
pub(crate) fn asks_for_excellent(governed: &Governed) -> bool {
    let mut asks = false;
    conditions(governed, |condition| asks |= matches!(condition, Condition::Reviews(test) if test.excellent > 0));
    asks
}

fn hours_tests(governed: &Governed) -> Vec<&HoursTest> {
    let mut tests = Vec::new();
    conditions(governed, |condition| {
        if let Condition::Hours(test) = condition {
            tests.push(test);
        }
    });
    tests
}

/// Numbers of hours, from the most to none: one of each sort.
pub(crate) fn hours(governed: &Governed) -> Vec<u16> {
    let mut hours: Vec<u16> = hours_tests(governed).iter().flat_map(|test| [test.early, test.later]).collect();
    hours.push(0);
    hours.sort_unstable_by(|a, b| b.cmp(a));
    hours.dedup();
    hours
}

/// Whether some route can tell two occupations apart that no table and no code can: by their names.
pub(crate) fn names_matter(governed: &Governed) -> bool {
    let mut matter = false;
    conditions(governed, |condition| {
        matter |= match condition {
            Condition::Skill(test) => test.in_post,
            Condition::Education(_) => true,
            _ => false,
        };
    });
    matter
}

/// Whose occupation the routes compare that of work with: the certificate's, the present post's.
pub(crate) fn work_is_compared_with(governed: &Governed) -> (bool, bool) {
    let (mut skill, mut post) = (false, false);
    conditions(governed, |condition| {
        if let Condition::Work(test) = condition {
            skill |= test.matching == Matching::RelatedToSkill;
            post |= test.matching == Matching::RelatedToPost;
        }
    });
    (skill, post)
}

/// Days on which a certificate begins to need more hours, or on which one more year is left out of the window.
pub(crate) fn certificate_days(facts: &Facts<'_>, governed: &Governed) -> Vec<Day> {
    let mut days = Vec::new();
    for test in hours_tests(governed) {
        let later = Day::first_of_year(test.early_until + 1);
        days.extend([later.previous(), later]);
        let Level::Title(tier) = governed.level else { continue };
        let last = test.years.get(&tier).copied().unwrap_or(0);
        for year in facts.year - i16::from(last)..facts.year {
            let first = Day::first_of_year(year);
            days.extend([first, first.next()]);
        }
    }
    days.retain(|day| *day < facts.as_of);
    days.sort_unstable();
    days.dedup();
    days
}

/// Specialties of a post: each that a route or a pilot names, and another one.
pub(crate) fn specialties<'p>(policy: &'p Policy, governed: &'p Governed) -> Vec<&'p str> {
    let mut names: Vec<&str> = vec![""];
    let mut note = |condition: &'p Condition| {
        if let Condition::SpecialtyAmong(fields) = condition {
            names.extend(fields.iter().map(String::as_str));
        }
    };
    conditions(governed, &mut note);
    for pilot in &policy.pilots {
        pilot.inside.leaves(&mut |leaf| {
            if let Test::Condition(condition) = &leaf.test {
                note(condition);
            }
        });
    }
    names.sort_unstable();
    names.dedup();
    names
}

/// Levels of diplomas: each that a route asks for, and the lowest of all.
pub(crate) fn education_levels(governed: &Governed) -> Vec<EducationLevel> {
    let mut levels: Vec<EducationLevel> = EducationLevel::ALL.first().copied().into_iter().collect();
    conditions(governed, |condition| {
        if let Condition::Education(test) = condition {
            levels.push(test.at_least);
        }
    });
    levels.sort_unstable();
    levels.dedup();
    levels
}

/// The majors, as bits, that the specialty of a title may name where no titles are stated: none, and such as do not list
/// the present occupation, where a route compares them.
pub(crate) fn majors_of_titles(facts: &Facts<'_>, governed: &Governed) -> Vec<u32> {
    let mut majors = vec![0];
    let Some(catalogue) = facts.policy.catalogue.as_ref().filter(|_| facts.titles.is_none()) else { return majors };
    let mut compared = false;
    conditions(governed, |condition| {
        compared |= matches!(condition, Condition::TitleSpecialty(TitleSpecialty::Catalogue));
    });
    let named = catalogue.majors.iter().map(|major| catalogue.majors_named(&major.name));
    let mut strange = named.filter(|majors| {
        let towards = majors & catalogue.towards(Track::Skill);
        towards != 0 && facts.occupation.is_none_or(|own| own.majors & towards == 0)
    });
    majors.extend(strange.next().filter(|_| compared));
    majors
}

/// How many honours of a list are needed at most.
pub(crate) fn honours_of_list(governed: &Governed, list: usize) -> u8 {
    let mut most = 1;
    leaves(governed, |leaf| {
        if let Test::HonourList { list: own, at_least } = leaf.test
            && own == list
        {
            most = most.max(at_least);
        }
    });
    most
}
