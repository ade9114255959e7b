//! The values that a missing fact may take: for each kind of fact, one of every sort that a rule can tell apart.

use std::borrow::Cow;

use model::dossier::{End, Field};
use model::paths::FactPath;
use model::words::Word;
use model::{Appointment, Day, EducationLevel, EmployerKind, Grade, Series, SkillLevel, Status, TitleTier};
use policy::condition::TitleSpecialty;
use policy::rule::{Governed, Level};
use smallvec::SmallVec;

use crate::critical::{critical_beginnings, critical_days, critical_ends};
use crate::facts::{DiplomaFact, Facts, HonourFact, SanctionFact, SkillFact, TitleFact, WorkFact};
use crate::occupation::Occupation;
use crate::pool::told_apart_by_work;
use crate::sorts;

/// A value that a missing fact may take.
#[derive(Clone, Debug)]
pub(crate) enum Guess<'a> {
    Status(Status),
    EmployerKind(EmployerKind),
    Field(Field),
    Bool(bool),
    Appointed(Appointment),
    Occupation(Occupation),
    Grade(Grade),
    Level(SkillLevel),
    Tier(TitleTier),
    Series(Series),
    Day(Day),
    End(End),
    Rank(u32),
    Text(Cow<'a, str>),
    Skills(Vec<SkillFact>),
    Hours(u16),
    EducationLevel(EducationLevel),
    /// Occupations by their names in the dossier.
    Names(SmallVec<[u32; 2]>),
    Education(Vec<DiplomaFact>),
    Titles(Vec<TitleFact<'a>>),
    Work(Vec<WorkFact>),
    Honours(Vec<HonourFact<'a>>),
    Sanctions(Vec<SanctionFact>),
}

impl Guess<'_> {
    /// The value as a person would write it.
    pub fn shown(&self, facts: &Facts<'_>) -> String {
        let place = |occupation: &Option<Occupation>| match occupation.and_then(|own| facts.names.written(own)) {
            Some(name) if !name.starts_with('\u{0}') => name.to_owned(),
            _ => match occupation {
                Some(own) if own.majors != 0 => format!("an occupation of group {}", own.group),
                _ => "another occupation".to_owned(),
            },
        };
        match self {
            Self::Status(word) => word.to_string(),
            Self::EmployerKind(word) => word.to_string(),
            Self::Field(Field::Of(series)) => series.to_string(),
            Self::Field(Field::None) => "none".to_owned(),
            Self::Bool(yes) => yes.to_string(),
            Self::Appointed(word) => word.to_string(),
            Self::Occupation(own) => place(&Some(*own)),
            Self::Grade(word) => word.to_string(),
            Self::Level(word) => word.to_string(),
            Self::Tier(word) => word.to_string(),
            Self::Series(word) => word.to_string(),
            Self::Day(day) => day.to_string(),
            Self::End(End::GoingOn) => "null".to_owned(),
            Self::End(End::On(day)) => day.to_string(),
            Self::Rank(rank) => rank.to_string(),
            Self::Text(text) => text.to_string(),
            Self::Hours(hours) => hours.to_string(),
            Self::EducationLevel(word) => word.to_string(),
            Self::Names(names) => format!("{} occupations", names.len()),
            Self::Education(list) => listed(list, |diploma| word(diploma.level)),
            Self::Skills(list) => {
                listed(list, |skill| format!("{} {} {}", word(skill.level), place(&skill.occupation), word(skill.date)))
            }
            Self::Titles(list) => {
                listed(list, |title| format!("{} {} {}", word(title.tier), word(title.series), word(title.date)))
            }
            Self::Work(list) => listed(list, |work| format!("{} from {}", place(&work.occupation), word(work.from))),
            Self::Honours(list) => listed(list, |honour| honour.name.as_deref().unwrap_or_default().to_owned()),
            Self::Sanctions(list) => listed(list, |sanction| format!("fraud {}", word(sanction.date))),
        }
    }
}

fn word(value: Option<impl std::fmt::Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn listed<T>(list: &[T], one: impl Fn(&T) -> String) -> String {
    format!("[{}]", list.iter().map(one).collect::<Vec<_>>().join(", "))
}

/// The index of a record that no dossier states.
const IMAGINED: u32 = u32::MAX;

/// The values that the fact at `path` may take.
pub(crate) fn guesses<'a>(
    path: FactPath,
    facts: &Facts<'a>,
    governed: &Governed,
    pool: &[Occupation],
) -> Vec<Guess<'a>> {
    fn words<'a, W: Word>(make: fn(W) -> Guess<'a>) -> Vec<Guess<'a>> {
        W::ALL.iter().copied().map(make).collect()
    }
    let between = |first: Day, last: Day| {
        let mut days = vec![first, last];
        days.extend(critical_days(path, facts, governed).into_iter().filter(|day| first < *day && *day < last));
        if matches!(path, FactPath::Skill(..)) {
            days.extend(sorts::certificate_days(facts, governed).into_iter().filter(|day| first < *day && *day < last));
        }
        days.sort_unstable();
        days.dedup();
        days.into_iter().map(Guess::Day).collect::<Vec<_>>()
    };
    let days = || between(Day::FIRST, facts.stated_on);
    match path {
        FactPath::Status => words(Guess::Status),
        FactPath::EmployerKind => words(Guess::EmployerKind),
        FactPath::Field => {
            let mut fields: Vec<Guess<'a>> = Series::ALL.iter().map(|s| Guess::Field(Field::Of(*s))).collect();
            fields.push(Guess::Field(Field::None));
            fields
        }
        FactPath::Frontline | FactPath::SkilledPost | FactPath::UpperLevel => {
            vec![Guess::Bool(true), Guess::Bool(false)]
        }
        FactPath::AppointedAs => words(Guess::Appointed),
        FactPath::Occupation | FactPath::Skill(_, "occupation") => {
            pool.iter().copied().map(Guess::Occupation).collect()
        }
        FactPath::WorkItem(_, "occupation") => {
            told_apart_by_work(facts, governed, pool).into_iter().map(Guess::Occupation).collect()
        }
        FactPath::Review(_) => {
            let excellent = sorts::asks_for_excellent(governed).then_some(Grade::Excellent);
            excellent.into_iter().chain([Grade::Pass, Grade::None, Grade::Fail]).map(Guess::Grade).collect()
        }
        FactPath::Hours(_) => sorts::hours(governed).into_iter().map(Guess::Hours).collect(),
        FactPath::Specialty => {
            let fields = sorts::specialties(facts.policy, governed);
            fields.into_iter().map(|field| Guess::Text(Cow::Owned(field.to_owned()))).collect()
        }
        FactPath::Diploma(_, "level") => words(Guess::EducationLevel),
        FactPath::Diploma(..) => relevances(facts, pool).into_iter().map(Guess::Names).collect(),
        FactPath::Education => education(facts, governed, pool),
        FactPath::Skill(_, "level") => words(Guess::Level),
        FactPath::Title(_, "tier") => words(Guess::Tier),
        FactPath::Title(_, "series") => words(Guess::Series),
        FactPath::Skill(_, _) | FactPath::Title(_, _) | FactPath::Sanction(_, _) => days(),
        FactPath::WorkItem(index, "from") => {
            let last = match work(facts, index).and_then(|work| work.to) {
                Some(End::On(day)) => day.min(facts.stated_on),
                _ => facts.stated_on,
            };
            between(Day::FIRST, last)
        }
        FactPath::WorkItem(index, _) => {
            let first = work(facts, index).and_then(|work| work.from).unwrap_or(Day::FIRST);
            if first >= facts.stated_on {
                return vec![Guess::End(End::GoingOn)];
            }
            let mut ends = critical_days(path, facts, governed);
            ends.retain(|day| first < *day && *day < facts.stated_on);
            ends.push(first);
            ends.sort_unstable_by(|a, b| b.cmp(a));
            let ended = ends.into_iter().map(|day| Guess::End(End::On(day)));
            std::iter::once(Guess::End(End::GoingOn)).chain(ended).collect()
        }
        FactPath::Honour(_, "rank") => vec![Guess::Rank(1), Guess::Rank(u32::MAX)],
        FactPath::Honour(index, "award") => awards(facts, index),
        FactPath::Honour(_, _) => {
            let lists = &facts.policy.honours;
            let names = lists.entries.iter().map(|entry| Cow::Owned(entry.plain_name()));
            names.chain(std::iter::once(Cow::Borrowed(""))).map(Guess::Text).collect()
        }
        FactPath::Skills => skills(facts, governed, pool),
        FactPath::Titles => titles(facts, governed),
        FactPath::Work => work_lists(facts, governed, pool),
        FactPath::Honours => honours(facts, governed),
        FactPath::Sanctions => {
            let found = |date| vec![SanctionFact { index: IMAGINED, date: Some(date) }];
            vec![Vec::new(), found(Day::FIRST), found(facts.stated_on)].into_iter().map(Guess::Sanctions).collect()
        }
        FactPath::BirthDate
        | FactPath::Sex
        | FactPath::PostClass
        | FactPath::EmployerName
        | FactPath::Evidence
        | FactPath::EvidenceItem(..) => Vec::new(),
    }
}

fn work<'f>(facts: &'f Facts<'_>, index: u32) -> Option<&'f WorkFact> {
    facts.work.as_ref()?.iter().find(|work| work.index == index)
}

fn skills<'a>(facts: &Facts<'a>, governed: &Governed, pool: &[Occupation]) -> Vec<Guess<'a>> {
    let mut levels = governed.skill_levels.clone();
    levels.insert(0, SkillLevel::JuniorWorker);
    levels.dedup();
    let mut dates = vec![Day::FIRST, facts.stated_on];
    dates.extend(critical_days(FactPath::Skills, facts, governed));
    dates.extend(sorts::certificate_days(facts, governed));
    dates.retain(|day| *day <= facts.stated_on);
    dates.sort_unstable();
    dates.dedup();
    let mut lists = vec![Guess::Skills(Vec::new())];
    for level in levels {
        for occupation in pool {
            for date in dates.iter().copied() {
                lists.push(Guess::Skills(vec![SkillFact {
                    index: IMAGINED,
                    level: Some(level),
                    occupation: Some(*occupation),
                    date: Some(date),
                    of_post: false,
                }]));
            }
        }
    }
    lists
}

fn titles<'a>(facts: &Facts<'a>, governed: &Governed) -> Vec<Guess<'a>> {
    let mut tiers = governed.title_tiers.clone();
    tiers.insert(0, TitleTier::TechnicalStaff);
    tiers.dedup();
    let mut dates = vec![Day::FIRST, facts.stated_on];
    dates.extend(critical_days(FactPath::Titles, facts, governed));
    dates.retain(|day| *day <= facts.stated_on);
    dates.sort_unstable();
    dates.dedup();
    let mut lists = vec![Guess::Titles(Vec::new())];
    // No specialty, one that no post has, and one whose major lists another occupation.
    let mut specialties: Vec<(Option<&'static str>, u32)> = vec![(None, 0)];
    specialties.extend(sorts::compares_title(governed, TitleSpecialty::Post).then_some((Some("\u{0}"), 0)));
    specialties.extend(sorts::majors_of_titles(facts, governed).map(|majors| (None, majors)));
    for tier in tiers {
        for series in Series::ALL {
            for date in dates.iter().copied() {
                lists.extend(specialties.iter().map(|(specialty, majors)| {
                    Guess::Titles(vec![TitleFact {
                        index: IMAGINED,
                        tier: Some(tier),
                        series: Some(*series),
                        date: Some(date),
                        specialty: *specialty,
                        majors: *majors,
                    }])
                }));
            }
        }
    }
    lists
}

fn work_lists<'a>(facts: &Facts<'a>, governed: &Governed, pool: &[Occupation]) -> Vec<Guess<'a>> {
    let period = |occupation: Occupation, from: Day, to: End, skilled: bool| {
        let occupation = Some(occupation);
        Guess::Work(vec![WorkFact { index: IMAGINED, occupation, from: Some(from), to: Some(to), skilled }])
    };
    let ended = End::On(facts.stated_on.previous());
    let mut lists = vec![Guess::Work(Vec::new())];
    for occupation in told_apart_by_work(facts, governed, pool) {
        lists.push(period(occupation, Day::FIRST, End::GoingOn, true));
        lists.push(period(occupation, facts.stated_on, End::GoingOn, true));
        lists.push(period(occupation, Day::FIRST, ended, true));
        for begin in critical_beginnings(facts, governed) {
            lists.push(period(occupation, begin, End::GoingOn, true));
        }
        for end in critical_ends(facts, governed) {
            lists.push(period(occupation, Day::FIRST, End::On(end), true));
        }
        lists.push(period(occupation, Day::FIRST, End::GoingOn, false));
        lists.push(period(occupation, Day::FIRST, ended, false));
    }
    lists
}

fn honours<'a>(facts: &Facts<'a>, governed: &Governed) -> Vec<Guess<'a>> {
    let mut lists = vec![Guess::Honours(Vec::new())];
    let mut sorts = Vec::new();
    for entry in &facts.policy.honours.entries {
        let sort = (entry.list, entry.refer, entry.skilled_worker);
        let opens = matches!(governed.level, Level::Title(tier) if entry.opens >= tier);
        if !opens || sorts.contains(&sort) {
            continue;
        }
        sorts.push(sort);
        let honour = HonourFact {
            index: IMAGINED,
            name: Some(Cow::Owned(entry.plain_name())),
            rank: Some(1),
            award: entry.awards.first().map(|award| Cow::Borrowed(award.as_str())),
            date: Some(Day::FIRST),
            until: None,
        };
        let many = usize::from(crate::sorts::honours_of_list(governed, entry.list));
        lists.push(Guess::Honours(vec![honour; many]));
    }
    lists
}

fn awards<'a>(facts: &Facts<'a>, index: u32) -> Vec<Guess<'a>> {
    let mut awards: Vec<Cow<'a, str>> = vec![Cow::Borrowed("")];
    let honour = facts.honours.iter().flatten().find(|honour| honour.index == index);
    let lists = &facts.policy.honours;
    let entries: Vec<usize> = match honour.and_then(|honour| honour.name.as_deref()) {
        Some(name) => lists.named(name).to_vec(),
        None => (0..lists.entries.len()).collect(),
    };
    for award in entries.into_iter().filter_map(|i| lists.entries.get(i)).flat_map(|entry| &entry.awards) {
        if !awards.iter().any(|own| own == award) {
            awards.push(Cow::Borrowed(award.as_str()));
        }
    }
    awards.into_iter().map(Guess::Text).collect()
}

/// What a diploma's major may be relevant to: every occupation named in the dossier alone, another one, none, all of them.
fn relevances(facts: &Facts<'_>, pool: &[Occupation]) -> Vec<SmallVec<[u32; 2]>> {
    let named = facts.names.all();
    let mut kinds: Vec<SmallVec<[u32; 2]>> = vec![named.iter().map(|own| own.name).collect()];
    kinds.extend(named.iter().map(|own| SmallVec::from_slice(&[own.name])));
    kinds.extend(pool.iter().filter(|own| !named.contains(own)).map(|own| SmallVec::from_slice(&[own.name])));
    kinds.push(SmallVec::new());
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

fn education<'a>(facts: &Facts<'a>, governed: &Governed, pool: &[Occupation]) -> Vec<Guess<'a>> {
    let mut lists = vec![Guess::Education(Vec::new())];
    for level in sorts::education_levels(governed) {
        for relevant_to in relevances(facts, pool) {
            lists.push(Guess::Education(vec![DiplomaFact {
                index: IMAGINED,
                level: Some(level),
                class: None,
                relevant_to: Some(relevant_to),
            }]));
        }
    }
    lists
}
