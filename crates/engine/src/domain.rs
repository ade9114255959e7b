//! The values that a missing fact may take: for each kind of fact, one of every sort that a rule can tell apart.

use std::borrow::Cow;

use model::dossier::{End, Field};
use model::paths::FactPath;
use model::words::Word;
use model::{Appointment, Day, EmployerKind, Grade, Series, SkillLevel, Status, TitleTier};
use policy::format::Relation;
use policy::rule::{Governed, Level};

use crate::critical::{critical_days, critical_ends};
use crate::facts::{Facts, HonourFact, SanctionFact, SkillFact, TitleFact, WorkFact};
use crate::occupation::Occupation;

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
    Titles(Vec<TitleFact>),
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

/// Of a dossier that names more occupations than this, the first ones serve as guesses for missing ones.
const MOST_OCCUPATIONS: usize = 100;

/// The index of a record that no dossier states.
const IMAGINED: u32 = u32::MAX;

/// Two occupations of each sort that the standards, the catalogue and the named occupations can tell apart.
fn of_standards(facts: &mut Facts<'_>, named: &[Occupation]) -> Vec<Occupation> {
    let standards = facts.standards;
    let stated = facts.names.all().len();
    let (by, major) = (facts.policy.related.by, facts.major);
    let mut sorts = Vec::new();
    let mut kept = Vec::new();
    for (name, years) in standards.occupations() {
        let own = facts.names.place(name);
        if usize::try_from(own.name).is_ok_and(|name| name < stated) {
            continue;
        }
        let related: Vec<bool> = named.iter().map(|other| own.related(*other, by)).collect();
        let in_major = major.is_some_and(|major| own.majors & (1 << major) != 0);
        let sort = (years, own.placed(), own.majors != 0, in_major, related);
        if sorts.iter().filter(|other| **other == sort).count() < 2 {
            sorts.push(sort);
            kept.push(own);
        }
    }
    kept
}

/// The occupations that a missing name may stand for: every one that is named, one related to each, and strangers of
/// every sort that the catalogue can tell apart.
pub(crate) fn occupations(facts: &mut Facts<'_>) -> Vec<Occupation> {
    let policy = facts.policy;
    let mut pool = facts.names.all();
    pool.truncate(MOST_OCCUPATIONS);
    pool.extend(of_standards(facts, &pool));
    let group_relates = policy.related.by == Relation::Group;
    for own in pool.clone() {
        if own.code != 0 || (group_relates && own.group != 0) {
            pool.push(facts.names.imagine(own.code, own.group, own.majors));
        }
    }
    let Some(catalogue) = &policy.catalogue else {
        for _ in 0..2 {
            pool.push(facts.names.imagine(0, 0, 0));
        }
        return pool;
    };
    // Two fresh listed groups, one of them listed by the post's major and one not, two names each.
    let taken: Vec<u32> = pool.iter().map(|own| own.group).collect();
    let mut fresh: Vec<(u32, u32)> = Vec::new();
    for row in &catalogue.rows {
        let group = policy::occupations::code_digits(&row.code);
        let majors = catalogue.majors_of(&row.code);
        let sort = |majors: u32| facts.major.is_some_and(|major| majors & (1 << major) != 0);
        let same = fresh.iter().filter(|(_, other)| sort(*other) == sort(majors)).count();
        let wanted = if facts.major.is_some() { 1 } else { 2 };
        if same < wanted && !taken.contains(&group) && !fresh.iter().any(|(other, _)| *other == group) {
            fresh.push((group, majors));
        }
    }
    fresh.push((u32::MAX, 0));
    for (group, majors) in fresh {
        for _ in 0..2 {
            pool.push(facts.names.imagine(0, group, majors));
        }
    }
    for _ in 0..2 {
        pool.push(facts.names.imagine(0, 0, 0));
    }
    pool
}

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
        days.sort_unstable();
        days.into_iter().map(Guess::Day).collect::<Vec<_>>()
    };
    let days = || between(Day::FIRST, facts.as_of);
    match path {
        FactPath::Status => words(Guess::Status),
        FactPath::EmployerKind => words(Guess::EmployerKind),
        FactPath::Field => {
            let mut fields: Vec<Guess<'a>> = Series::ALL.iter().map(|s| Guess::Field(Field::Of(*s))).collect();
            fields.push(Guess::Field(Field::None));
            fields
        }
        FactPath::Frontline | FactPath::SkilledPost => vec![Guess::Bool(true), Guess::Bool(false)],
        FactPath::AppointedAs => words(Guess::Appointed),
        FactPath::Occupation | FactPath::Skill(_, "occupation") => {
            pool.iter().copied().map(Guess::Occupation).collect()
        }
        FactPath::WorkItem(_, "occupation") => {
            told_apart_by_work(facts, pool).into_iter().map(Guess::Occupation).collect()
        }
        FactPath::Review(_) => [Grade::Pass, Grade::None, Grade::Fail].into_iter().map(Guess::Grade).collect(),
        FactPath::Skill(_, "level") => words(Guess::Level),
        FactPath::Title(_, "tier") => words(Guess::Tier),
        FactPath::Title(_, "series") => words(Guess::Series),
        FactPath::Skill(_, _) | FactPath::Title(_, _) | FactPath::Sanction(_, _) => days(),
        FactPath::WorkItem(index, "from") => {
            let last = match work(facts, index).and_then(|work| work.to) {
                Some(End::On(day)) => day.min(facts.as_of),
                _ => facts.as_of,
            };
            between(Day::FIRST, last)
        }
        FactPath::WorkItem(index, _) => {
            let first = work(facts, index).and_then(|work| work.from).unwrap_or(Day::FIRST);
            if first >= facts.as_of {
                return vec![Guess::End(End::GoingOn)];
            }
            let mut ends = critical_days(path, facts, governed);
            ends.retain(|day| first < *day && *day < facts.as_of);
            ends.push(first);
            ends.sort_unstable_by(|a, b| b.cmp(a));
            let ended = ends.into_iter().map(|day| Guess::End(End::On(day)));
            std::iter::once(Guess::End(End::GoingOn)).chain(ended).collect()
        }
        FactPath::Honour(_, "rank") => vec![Guess::Rank(1), Guess::Rank(u32::MAX)],
        FactPath::Honour(index, "award") => awards(facts, index),
        FactPath::Honour(_, _) => {
            let lists = &facts.policy.honours;
            let names = lists.entries.iter().map(|entry| Cow::Owned(policy::honours::plain_honour(&entry.name)));
            names.chain(std::iter::once(Cow::Borrowed(""))).map(Guess::Text).collect()
        }
        FactPath::Skills => skills(facts, governed, pool),
        FactPath::Titles => titles(facts, governed),
        FactPath::Work => work_lists(facts, governed, pool),
        FactPath::Honours => honours(facts, governed),
        FactPath::Sanctions => {
            let found = |date| vec![SanctionFact { index: IMAGINED, date: Some(date) }];
            vec![Vec::new(), found(Day::FIRST), found(facts.as_of)].into_iter().map(Guess::Sanctions).collect()
        }
        FactPath::Specialty | FactPath::Education | FactPath::Hours(_) => Vec::new(),
    }
}

fn work<'f>(facts: &'f Facts<'_>, index: u32) -> Option<&'f WorkFact> {
    facts.work.as_ref()?.iter().find(|work| work.index == index)
}

/// Work is only told apart by what it is related to: one occupation of each sort, where all others are known.
pub(crate) fn told_apart_by_work(facts: &Facts<'_>, pool: &[Occupation]) -> Vec<Occupation> {
    let mut others: Vec<Occupation> = Vec::new();
    others.extend(facts.occupation);
    for skill in facts.skills.iter().flatten() {
        match skill.occupation {
            Some(own) => others.push(own),
            None => return pool.to_vec(),
        }
    }
    if facts.occupation.is_none() || facts.skills.is_none() {
        return pool.to_vec();
    }
    let mut sorts: Vec<Vec<bool>> = Vec::new();
    let mut kept = Vec::new();
    for own in pool {
        let sort: Vec<bool> = others.iter().map(|other| own.related(*other, facts.policy.related.by)).collect();
        if !sorts.contains(&sort) {
            sorts.push(sort);
            kept.push(*own);
        }
    }
    kept
}

fn skills<'a>(facts: &Facts<'a>, governed: &Governed, pool: &[Occupation]) -> Vec<Guess<'a>> {
    let mut levels = governed.skill_levels.clone();
    levels.insert(0, SkillLevel::JuniorWorker);
    levels.dedup();
    let mut dates = vec![Day::FIRST, facts.as_of];
    dates.extend(critical_days(FactPath::Skills, facts, governed));
    let mut lists = vec![Guess::Skills(Vec::new())];
    for level in levels {
        for occupation in pool {
            for date in dates.iter().copied() {
                lists.push(Guess::Skills(vec![SkillFact {
                    index: IMAGINED,
                    level: Some(level),
                    occupation: Some(*occupation),
                    date: Some(date),
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
    let mut lists = vec![Guess::Titles(Vec::new())];
    for tier in tiers {
        for series in Series::ALL {
            for date in [Day::FIRST, facts.as_of] {
                let title = TitleFact { index: IMAGINED, tier: Some(tier), series: Some(*series), date: Some(date) };
                lists.push(Guess::Titles(vec![title]));
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
    let ended = End::On(facts.as_of.previous());
    let mut lists = vec![Guess::Work(Vec::new())];
    for occupation in told_apart_by_work(facts, pool) {
        lists.push(period(occupation, Day::FIRST, End::GoingOn, true));
        lists.push(period(occupation, facts.as_of, End::GoingOn, true));
        lists.push(period(occupation, Day::FIRST, ended, true));
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
        lists.push(Guess::Honours(vec![HonourFact {
            index: IMAGINED,
            name: Some(Cow::Owned(policy::honours::plain_honour(&entry.name))),
            rank: Some(1),
            award: entry.awards.first().map(|award| Cow::Borrowed(award.as_str())),
            date: Some(Day::FIRST),
            until: None,
        }]));
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
