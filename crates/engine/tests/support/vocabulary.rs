//! What people of a place are made of: the names, series and days that its document can tell apart, and some that it cannot.

use model::words::Word;
use model::{Day, Series};
use policy::Policy;
use policy::condition::{Condition, TitleSpecialty};
use policy::rule::{Leaf, Test};

use super::choices::Choices;
use super::records::{AWARDS, HONOURS, OCCUPATIONS};

/// Days that every place is asked about: first days of policies and years, leap days, days before a year ends.
pub const DAYS: &[&str] =
    &["2026-11-21", "2025-12-31", "2026-01-01", "2024-02-29", "2028-02-29", "2021-01-01", "2020-06-15", "2027-02-28"];

/// The names that one scene draws from.
#[derive(Clone, Default)]
pub struct Vocabulary {
    /// The occupation that most records are of.
    pub home: String,
    /// Occupations: some related to it, some listed, some unlisted, some that nobody can place.
    pub occupations: Vec<String>,
    /// Honours of the place's lists and of none.
    pub honours: Vec<String>,
    /// Awards of the place's lists and of none.
    pub awards: Vec<String>,
    /// Specialties: listed fields, names of majors, others.
    pub specialties: Vec<String>,
    /// Names of employers, those of pilots among them.
    pub employers: Vec<String>,
    /// Series: the one that the person works in first.
    pub series: Vec<Series>,
}

/// Every condition of a policy, those of its pilots included.
pub fn leaves(policy: &Policy) -> Vec<&Leaf> {
    let mut leaves = Vec::new();
    for route in policy.governed.iter().flat_map(|governed| &governed.routes) {
        route.rule.leaves(&mut |leaf| leaves.push(leaf));
    }
    for pilot in &policy.pilots {
        pilot.inside.leaves(&mut |leaf| leaves.push(leaf));
    }
    leaves
}

/// Every condition of a policy that is one of the closed vocabulary.
pub fn conditions(policy: &Policy) -> impl Iterator<Item = &Condition> {
    leaves(policy).into_iter().filter_map(|leaf| match &leaf.test {
        Test::Condition(condition) => Some(condition),
        _ => None,
    })
}

/// Whether the place may ask for the post's specialty.
pub fn asks_for_specialty(policy: &Policy) -> bool {
    conditions(policy).any(|condition| matches!(condition, Condition::SpecialtyAmong(_)))
}

/// Whether an employer of unknown kind passes in the place.
pub fn absent_kind_passes(policy: &Policy) -> bool {
    conditions(policy).any(|condition| matches!(condition, Condition::EmployerKind(test) if test.absent_passes))
}

/// Whether the place compares the title's specialty with the post's, where both are stated.
pub fn compares_specialties(policy: &Policy) -> bool {
    conditions(policy).any(|condition| matches!(condition, Condition::TitleSpecialty(TitleSpecialty::Post)))
}

/// A day to ask about: often one on which the place's rules change, or one beside it.
pub fn day(choices: &mut Choices, policy: &Policy) -> Day {
    if choices.below(3) < 2 {
        return Day::parse(choices.pick::<&str>(DAYS)).expect("a day");
    }
    let mut days = vec![policy.effective, policy.effective];
    days.extend(policy.expires.into_iter().flat_map(|last| [last, last, last.plus(-40)]));
    let durings = leaves(policy).into_iter().filter_map(|leaf| leaf.during);
    for during in durings.chain(policy.pilots.iter().map(|pilot| pilot.during)) {
        days.extend([during.from, during.until, during.until.plus(-30)]);
    }
    days.sort_unstable();
    days.dedup();
    let day = *choices.pick(&days);
    day.plus(*choices.pick(&[0, 1, 0, -1]))
}

impl Vocabulary {
    /// A vocabulary for one person of a place.
    pub fn of(c: &mut Choices, policy: &Policy) -> Self {
        let mut own = Self { series: series(c, policy), ..Self::default() };
        own.occupations(c, policy);
        own.specialties(c, policy);
        own.honours.extend(policy.honours.entries.iter().map(|entry| entry.name.replace('*', "湖南省")));
        own.awards.extend(policy.honours.entries.iter().flat_map(|entry| entry.awards.iter().cloned()));
        let others = |list: &mut Vec<String>, names: &[&str]| list.extend(names.iter().map(|name| (*name).to_owned()));
        others(&mut own.honours, HONOURS);
        others(&mut own.awards, AWARDS);
        own.employers.push("某机械厂".to_owned());
        for condition in conditions(policy) {
            if let Condition::EmployerNamed(names) = condition {
                own.employers.extend(names.iter().cloned());
            }
        }
        own
    }

    /// Home, occupations of its rows and of other rows, and some that stand in no table.
    fn occupations(&mut self, c: &mut Choices, policy: &Policy) {
        let rows = policy.catalogue.as_ref().map(|catalogue| catalogue.rows.as_slice()).unwrap_or_default();
        self.home = OCCUPATIONS[c.below(9)].to_owned();
        if !rows.is_empty() && c.once_in(2) {
            self.home = c.pick(rows).occupation.clone();
        }
        let of_home = |major: usize| rows.iter().any(|row| row.major == major && row.occupation == self.home);
        let fellows: Vec<&String> = rows.iter().filter(|row| of_home(row.major)).map(|row| &row.occupation).collect();
        let mut named: Vec<String> = Vec::new();
        for _ in 0..2 {
            if !fellows.is_empty() {
                named.push((*c.pick(&fellows)).clone());
            }
        }
        for _ in 0..3 {
            if !rows.is_empty() {
                let row = c.pick(rows);
                named.push(row.read_as.clone().filter(|_| c.once_in(2)).unwrap_or_else(|| row.occupation.clone()));
            }
        }
        named.extend(OCCUPATIONS.iter().map(|name| (*name).to_owned()));
        self.occupations = named;
    }

    fn specialties(&mut self, c: &mut Choices, policy: &Policy) {
        self.specialties.push("机电".to_owned());
        for condition in conditions(policy) {
            if let Condition::SpecialtyAmong(fields) = condition {
                self.specialties.extend(fields.first().cloned());
                self.specialties.push(c.pick(fields).clone());
            }
        }
        let majors = policy.catalogue.as_ref().map(|catalogue| catalogue.majors.as_slice()).unwrap_or_default();
        for _ in 0..3 {
            if !majors.is_empty() {
                self.specialties.push(c.pick(majors).name.clone());
            }
        }
        self.specialties.push("某专业".to_owned());
    }
}

/// The series of the person's post, most often engineering, and one or two others that may be asked for.
fn series(c: &mut Choices, policy: &Policy) -> Vec<Series> {
    let mut governed: Vec<Series> = policy.governed.iter().flat_map(|governed| governed.series.clone()).collect();
    governed.sort_unstable();
    governed.dedup();
    let mut all = vec![if c.once_in(3) { *c.pick(&governed) } else { Series::Engineering }];
    for other in [*c.pick(&governed), *c.pick(Series::ALL)] {
        if !all.contains(&other) {
            all.push(other);
        }
    }
    all
}
