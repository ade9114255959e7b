//! Histories that contradict themselves: a higher level before a lower one, work of a child, records alike, days to come.
//! Each contradiction names both facts. They are warnings; no decision reads them.

use std::hash::Hash;

use model::contradiction::{Against, Contradiction, DatedFact};
use model::dossier::Dossier;
use model::paths::FactPath;
use model::words::ContradictionKind as Kind;
use model::{CertificateKind, Day};
use policy::occupations::plain_name;
use rustc_hash::FxHashMap;

/// The age from which people may work.
pub const WORKING_AGE: u16 = 16;
/// The age before which nobody has a diploma.
pub const DIPLOMA_AGE: u16 = 10;
/// The most contradictions that are named; a history with more is no better known for them.
pub const MOST_CONTRADICTIONS: usize = 50;

/// The contradictions of a history on a day, in the order of its sections; at most [`MOST_CONTRADICTIONS`].
///
/// Revoked records and certificates that never count are not compared by level. A fact without a day contradicts
/// no other by its day.
#[must_use]
pub fn contradictions(dossier: &Dossier, as_of: Day) -> Vec<Contradiction> {
    let mut found = Vec::new();
    skill_levels(dossier, &mut found);
    title_tiers(dossier, &mut found);
    ages(dossier, &mut found);
    records_alike(dossier, &mut found);
    days_to_come(dossier, as_of, &mut found);
    found.truncate(MOST_CONTRADICTIONS);
    found
}

fn dated(path: FactPath, day: Day) -> DatedFact {
    DatedFact { path, day: Some(day) }
}

fn numbered<T>(list: &Option<Vec<T>>) -> impl Iterator<Item = (u32, &T)> {
    (0..).zip(list.iter().flatten())
}

/// One dated level of a ladder: what the ladder is, the day, the level, the fact.
type Rung<L, R> = (L, Day, R, FactPath);

/// Of one ladder, each level that is dated after a higher one, with the highest one before it.
fn higher_first<L: Ord, R: Ord + Copy>(kind: Kind, mut rungs: Vec<Rung<L, R>>, found: &mut Vec<Contradiction>) {
    rungs.sort_by(|a, b| (&a.0, a.1, a.2, a.3).cmp(&(&b.0, b.1, b.2, b.3)));
    for ladder in rungs.chunk_by(|a, b| a.0 == b.0) {
        let mut highest: Option<&Rung<L, R>> = None;
        for rung in ladder {
            match highest {
                Some(higher) if higher.2 > rung.2 && higher.1 < rung.1 => {
                    let against = Against::Fact(dated(rung.3, rung.1));
                    found.push(Contradiction { kind, fact: dated(higher.3, higher.1), against });
                }
                Some(higher) if higher.2 >= rung.2 => {}
                _ => highest = Some(rung),
            }
        }
    }
}

fn skill_levels(dossier: &Dossier, found: &mut Vec<Contradiction>) {
    let rung = |(index, skill): (u32, &model::dossier::Skill)| {
        let counts = !skill.revoked && skill.kind != Some(CertificateKind::Other);
        let occupation = plain_name(skill.occupation.as_deref().filter(|_| counts)?);
        Some((occupation, skill.date?, skill.level?, FactPath::Skill(index, "date")))
    };
    higher_first(Kind::HigherCertificateFirst, numbered(&dossier.skills).filter_map(rung).collect(), found);
}

fn title_tiers(dossier: &Dossier, found: &mut Vec<Contradiction>) {
    let rung = |(index, title): (u32, &model::dossier::Title)| {
        let series = title.series.filter(|_| !title.revoked)?;
        Some((series, title.date?, title.tier?, FactPath::Title(index, "date")))
    };
    higher_first(Kind::HigherTitleFirst, numbered(&dossier.titles).filter_map(rung).collect(), found);
}

/// Every day that a history states, with its fact; a period by its first day.
fn days(dossier: &Dossier) -> Vec<(FactPath, Day)> {
    let education = numbered(&dossier.education).map(|(i, one)| (FactPath::Diploma(i, "date"), one.date));
    let skills = numbered(&dossier.skills).map(|(i, one)| (FactPath::Skill(i, "date"), one.date));
    let titles = numbered(&dossier.titles).map(|(i, one)| (FactPath::Title(i, "date"), one.date));
    let work = numbered(&dossier.work).map(|(i, one)| (FactPath::WorkItem(i, "from"), one.from));
    let honours = numbered(&dossier.honours).map(|(i, one)| (FactPath::Honour(i, "date"), one.date));
    let evidence = numbered(&dossier.evidence).map(|(i, one)| (FactPath::EvidenceItem(i, "date"), one.date));
    let sanctions = numbered(&dossier.sanctions).map(|(i, one)| (FactPath::Sanction(i, "date"), one.date));
    let all = education.chain(skills).chain(titles).chain(work).chain(honours).chain(evidence).chain(sanctions);
    all.filter_map(|(path, day)| Some((path, day?))).collect()
}

/// What lies before the birth, or before an age at which it can be.
fn ages(dossier: &Dossier, found: &mut Vec<Contradiction>) {
    let Some(birth) = dossier.person.birth_date else { return };
    let (working, schooled) = (birth.anniversary(WORKING_AGE), birth.anniversary(DIPLOMA_AGE));
    for (path, day) in days(dossier) {
        let kind = match path {
            _ if day < birth => Kind::BeforeBirth,
            FactPath::WorkItem(..) if day < working => Kind::WorkBeforeSixteen,
            FactPath::Skill(..) | FactPath::Title(..) if day < working => Kind::CertificateBeforeSixteen,
            FactPath::Diploma(..) if day < schooled => Kind::DiplomaBeforeTen,
            _ => continue,
        };
        let against = Against::Fact(dated(FactPath::BirthDate, birth));
        found.push(Contradiction { kind, fact: dated(path, day), against });
    }
}

/// Each record that states something and says the same as an earlier one of its list.
fn alike<T: Eq + Hash + Default>(
    list: &Option<Vec<T>>,
    path: impl Fn(u32) -> FactPath,
    day: impl Fn(&T) -> Option<Day>,
    found: &mut Vec<Contradiction>,
) {
    let nothing = T::default();
    let mut seen: FxHashMap<&T, u32> = FxHashMap::default();
    for (index, one) in numbered(list).filter(|(_, one)| **one != nothing) {
        let first = *seen.entry(one).or_insert(index);
        if first != index {
            let fact = |index| DatedFact { path: path(index), day: day(one) };
            found.push(Contradiction { kind: Kind::Alike, fact: fact(index), against: Against::Fact(fact(first)) });
        }
    }
}

fn records_alike(dossier: &Dossier, found: &mut Vec<Contradiction>) {
    alike(&dossier.education, |i| FactPath::Diploma(i, ""), |one| one.date, found);
    alike(&dossier.skills, |i| FactPath::Skill(i, ""), |one| one.date, found);
    alike(&dossier.titles, |i| FactPath::Title(i, ""), |one| one.date, found);
    alike(&dossier.work, |i| FactPath::WorkItem(i, ""), |one| one.from, found);
    alike(&dossier.honours, |i| FactPath::Honour(i, ""), |one| one.date, found);
}

/// What is dated after the day asked about, and does not count on it.
fn days_to_come(dossier: &Dossier, as_of: Day, found: &mut Vec<Contradiction>) {
    let birth = dossier.person.birth_date.map(|day| (FactPath::BirthDate, day));
    let reviews = dossier.reviews.keys().map(|year| (FactPath::Review(*year), Day::first_of_year(*year)));
    let hours = dossier.continuing_education.keys().map(|year| (FactPath::Hours(*year), Day::first_of_year(*year)));
    let all = birth.into_iter().chain(days(dossier)).chain(reviews).chain(hours);
    found.extend(all.filter(|(_, day)| *day > as_of).map(|(path, day)| Contradiction {
        kind: Kind::AfterDayAsked,
        fact: dated(path, day),
        against: Against::DayAsked(as_of),
    }));
}

#[cfg(test)]
#[path = "contradictions_tests.rs"]
mod tests;
