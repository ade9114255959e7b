//! The yardstick: one province's rules from skill to title, written by hand as a careful programmer would write them for
//! this one document, three-valued, on the same dossier. No reasons, no other direction, no other day than the one asked.

use std::collections::HashMap;

use model::dossier::{Dossier, End, Field};
use model::{Appointment, CertificateKind, Day, EmployerKind, Outcome, Series, SkillLevel, Status, TitleTier};
use policy::honours::plain_honour;
use policy::occupations::{is_code, plain_name};
use policy::{National, Policy};

/// What the document's tables say, looked up by name.
pub struct Tables {
    groups_by_name: HashMap<String, String>,
    listed: HashMap<String, u32>,
    majors: Vec<String>,
    places: HashMap<String, (Option<String>, Option<String>)>,
    honours: HashMap<String, Vec<ListedHonour>>,
    effective: Day,
}

struct ListedHonour {
    rank_at_most: Option<u32>,
    awards: Vec<String>,
    opens: TitleTier,
    skilled_worker: bool,
}

/// Yes, no until a day (or for ever), left to people, or not known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Yes,
    Refer,
    No(Option<Day>),
    Unknown,
}

use Known::{No, Refer, Unknown, Yes};

impl Known {
    fn rank(self) -> (u8, Option<Day>) {
        match self {
            No(None) => (0, None),
            No(day) => (1, day),
            Unknown => (2, None),
            Refer => (3, None),
            Yes => (4, None),
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (No(Some(a)), No(Some(b))) => No(Some(a.max(b))),
            _ if self.rank().0 <= other.rank().0 => self,
            _ => other,
        }
    }

    fn or(self, other: Self) -> Self {
        match (self, other) {
            (No(Some(a)), No(Some(b))) => No(Some(a.min(b))),
            (Unknown, Refer) | (Refer, Unknown) => Unknown,
            _ if self.rank().0 >= other.rank().0 => self,
            _ => other,
        }
    }

    fn of(fact: Option<bool>) -> Self {
        match fact {
            Some(true) => Yes,
            Some(false) => No(None),
            None => Unknown,
        }
    }
}

/// An occupation, placed.
struct Placed<'a> {
    name: std::borrow::Cow<'a, str>,
    code: Option<&'a str>,
    group: Option<&'a str>,
    majors: u32,
}

impl Tables {
    /// Copies the tables out of a pack.
    pub fn of(policy: &Policy, national: &National) -> Self {
        let catalogue = policy.catalogue.as_ref();
        let rows = || catalogue.iter().flat_map(|catalogue| &catalogue.rows);
        let entries = national.occupations.rows.iter().filter(|row| row.confidence == "high");
        let part = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let mut honours: HashMap<String, Vec<ListedHonour>> = HashMap::new();
        for entry in &policy.honours.entries {
            for name in std::iter::once(plain_honour(&entry.name)).chain(entry.aliases.iter().cloned()) {
                honours.entry(name).or_default().push(ListedHonour {
                    rank_at_most: entry.rank_at_most,
                    awards: entry.awards.clone(),
                    opens: entry.opens,
                    skilled_worker: entry.skilled_worker,
                });
            }
        }
        Self {
            groups_by_name: rows().filter_map(|row| Some((plain_name(&row.occupation), row.code.clone()?))).collect(),
            listed: rows()
                .filter_map(|row| row.code.clone())
                .map(|code| (code.clone(), catalogue.map_or(0, |c| c.majors_of("", Some(&code)))))
                .collect(),
            majors: catalogue.iter().flat_map(|all| all.majors.iter().map(|major| major.name.clone())).collect(),
            places: entries.map(|row| (plain_name(&row.name), (part(&row.code), part(&row.group)))).collect(),
            honours,
            effective: policy.effective,
        }
    }

    fn place<'a>(&'a self, written: &'a str) -> Placed<'a> {
        let blank = |c: char| c.is_whitespace() || c == '(' || c == ')';
        let name: std::borrow::Cow<str> =
            if written.contains(blank) { plain_name(written).into() } else { written.into() };
        let (code, group) = if is_code(written, 4) {
            (Some(written), written.get(..7))
        } else if is_code(written, 3) {
            (None, Some(written))
        } else if let Some(group) = self.groups_by_name.get(&*name) {
            (None, Some(group.as_str()))
        } else {
            let place = self.places.get(&*name);
            place.map_or((None, None), |(code, group)| (code.as_deref(), group.as_deref()))
        };
        let majors = group.and_then(|group| self.listed.get(group)).copied().unwrap_or(0);
        Placed { name, code, group, majors }
    }
}

fn related(a: &Placed<'_>, b: &Placed<'_>) -> bool {
    a.name == b.name || a.code.is_some() && a.code == b.code || a.group.is_some() && a.group == b.group
}

fn listed(occupation: Option<&Placed<'_>>) -> Known {
    match occupation {
        None => Unknown,
        Some(placed) if placed.group.is_none() => Refer,
        Some(placed) => Known::of(Some(placed.majors != 0)),
    }
}

fn of_major(major: Option<usize>, occupation: Option<&Placed<'_>>) -> Known {
    match (major, occupation) {
        (None, _) => Yes,
        (Some(_), None) => Unknown,
        (Some(major), Some(placed)) if placed.majors & (1 << major) != 0 => Yes,
        _ => Refer,
    }
}

/// The first day on which the years are worked, counting days in `periods` from `since` on.
fn worked(periods: &mut [(Day, Day)], since: Day, years: u16) -> Option<Day> {
    periods.sort_unstable();
    let (mut needed, mut counted_to) = (None, since.previous());
    for (from, to) in periods.iter() {
        let first = (*from).max(counted_to.next());
        if *to < first {
            continue;
        }
        let still: i32 = needed.unwrap_or_else(|| first.anniversary(years).days_since(first));
        let days = to.days_since(first).saturating_add(1);
        if days >= still {
            return Some(first.plus(still));
        }
        needed = Some(still - days);
        counted_to = *to;
    }
    None
}

fn until(as_of: Day, day: Option<Day>) -> Known {
    match day {
        Some(day) if day <= as_of => Yes,
        other => No(other),
    }
}

/// The outcome for one title, with its day when it is not yet.
pub fn decide(tables: &Tables, dossier: &Dossier, tier: TitleTier, as_of: Day) -> (Outcome, Option<Day>) {
    if as_of < tables.effective || tier < TitleTier::Assistant {
        return (Outcome::NotGoverned, None);
    }
    let happened = |date: Option<Day>| date.is_none_or(|date| date <= as_of);
    let holds = dossier.titles.iter().flatten().any(|title| {
        !title.revoked
            && title.series == Some(Series::Engineering)
            && title.tier.is_some_and(|own| own >= tier)
            && title.date.is_some_and(|date| date <= as_of)
    });
    if holds {
        return (Outcome::Held, None);
    }
    let general = scope(dossier).and(reviews(dossier, as_of)).and(bar(dossier, as_of));
    let post = dossier.employment.occupation.as_deref().map(|name| tables.place(name));
    let specialty = dossier.employment.specialty.as_deref();
    let major = specialty.and_then(|name| tables.majors.iter().position(|major| major == name));
    let certificates: Option<Vec<_>> = dossier.skills.as_ref().map(|skills| {
        let counts = |kind| kind != Some(CertificateKind::Other);
        skills.iter().filter(|skill| !skill.revoked && counts(skill.kind) && happened(skill.date)).collect()
    });
    let senior_worker = match &certificates {
        None => Unknown,
        Some(list) => list.iter().fold(No(None), |best, skill| {
            best.or(Known::of(skill.level.map(|level| level >= SkillLevel::SeniorWorker)))
        }),
    };
    let (level, years) = match tier {
        TitleTier::Assistant => (SkillLevel::SeniorWorker, 2),
        TitleTier::Intermediate => (SkillLevel::Technician, 3),
        TitleTier::DeputySenior => (SkillLevel::SeniorTechnician, 4),
        _ => (SkillLevel::SpecialTechnician, 0),
    };
    let by_certificate = match &certificates {
        None => Unknown,
        Some(list) => list.iter().fold(No(None), |best, skill| {
            let mut known = Known::of(skill.level.map(|own| own >= level));
            if known == No(None) {
                return best;
            }
            let own = skill.occupation.as_deref().map(|name| tables.place(name));
            known = known.and(match (&own, &post) {
                (Some(own), Some(post)) if related(own, post) => Yes,
                (Some(_), Some(_)) => Refer,
                _ => Unknown,
            });
            known = known.and(listed(own.as_ref())).and(of_major(major, own.as_ref()));
            known = known.and(if tier == TitleTier::Senior {
                let appointed = dossier.employment.appointed_as;
                Known::of(appointed.map(|post| post == Appointment::SpecialTechnician))
            } else {
                experience(tables, dossier, skill.date, own.as_ref(), years, as_of)
            });
            best.or(known)
        }),
    };
    let or_refer = |known: Known| if matches!(known, No(_)) { Refer } else { known };
    // An honour has to be good on the day on which all else opens.
    let opens = match general {
        No(Some(day)) => day,
        _ => as_of,
    };
    let by_honour = or_refer(senior_worker)
        .and(listed(post.as_ref()))
        .and(of_major(major, post.as_ref()))
        .and(honours(tables, dossier, certificates.as_ref().map(Vec::len), tier, (as_of, opens)));
    let routes = senior_worker.and(by_certificate).or(by_honour);
    match general.and(routes) {
        Yes => (Outcome::Eligible, None),
        Unknown => (Outcome::Undetermined, None),
        Refer => (Outcome::Referred, None),
        No(Some(day)) => (Outcome::NotYet, Some(with_reviews(dossier, as_of, day))),
        No(None) => (Outcome::NotEligible, None),
    }
}

fn scope(dossier: &Dossier) -> Known {
    let employment = &dossier.employment;
    Known::of(employment.status.map(|status| status == Status::InService))
        .and(Known::of(Some(employment.employer.kind != Some(EmployerKind::CivilService))))
        .and(Known::of(employment.field.map(|field| field == Field::Of(Series::Engineering))))
        .and(Known::of(employment.frontline))
}

/// The reviews of the three years before a year; unrecorded ones of the running and later years pass.
fn window(dossier: &Dossier, this_year: i16, year: i16) -> Known {
    (year - 3..year).fold(Yes, |all, reviewed| {
        all.and(match dossier.reviews.get(&reviewed) {
            None if reviewed >= this_year => Yes,
            Some(_) if reviewed > this_year => Yes,
            None => Unknown,
            Some(model::Grade::None) => Refer,
            Some(grade) => Known::of(Some(grade.passes())),
        })
    })
}

fn reviews(dossier: &Dossier, as_of: Day) -> Known {
    let this_year = as_of.year();
    match window(dossier, this_year, this_year) {
        No(_) => {
            let opens =
                (this_year + 1..=this_year + 4).find(|year| !matches!(window(dossier, this_year, *year), No(_)));
            No(opens.map(Day::first_of_year))
        }
        known => known,
    }
}

/// A failed review of the running year can close again what a clock has opened by then.
fn with_reviews(dossier: &Dossier, as_of: Day, day: Day) -> Day {
    let (this_year, first) = (as_of.year(), day.year());
    let opens = (first..=first + 4).find(|year| !matches!(window(dossier, this_year, *year), No(_)));
    opens.filter(|year| *year > first).map_or(day, Day::first_of_year)
}

fn bar(dossier: &Dossier, as_of: Day) -> Known {
    let Some(sanctions) = &dossier.sanctions else { return Unknown };
    sanctions.iter().filter(|found| found.date.is_none_or(|date| date <= as_of)).fold(Yes, |all, found| {
        all.and(match found.date {
            None => Unknown,
            Some(date) => until(as_of, Some(date.anniversary(5).next())),
        })
    })
}

/// Years of work in the certificate's or a related occupation since its date; other skilled work is left to people.
fn experience(
    tables: &Tables,
    dossier: &Dossier,
    date: Option<Day>,
    own: Option<&Placed<'_>>,
    years: u16,
    as_of: Day,
) -> Known {
    let (Some(date), Some(own), Some(work)) = (date, own, &dossier.work) else { return Unknown };
    let (mut matching, mut counted) = (Vec::with_capacity(work.len()), Vec::with_capacity(work.len()));
    for one in work.iter().filter(|one| one.skilled && one.from.is_none_or(|from| from <= as_of)) {
        let (Some(from), Some(to), Some(name)) = (one.from, one.to, &one.occupation) else { return Unknown };
        let last = match to {
            End::On(day) if day < as_of => day,
            _ => Day::LAST,
        };
        counted.push((from, last));
        if *name == own.name || related(&tables.place(name), own) {
            matching.push((from, last));
        }
    }
    let with_other = match until(as_of, worked(&mut counted, date, years)) {
        Yes => Refer,
        other => other,
    };
    match until(as_of, worked(&mut matching, date, years)) {
        Yes => Yes,
        known => known.or(with_other),
    }
}

fn honours(
    tables: &Tables,
    dossier: &Dossier,
    certificates: Option<usize>,
    tier: TitleTier,
    (as_of, opens): (Day, Day),
) -> Known {
    let Some(honours) = &dossier.honours else { return Unknown };
    let mut best = No(None);
    for honour in honours {
        let given = honour.date.is_none_or(|date| date <= as_of);
        if honour.revoked || !given || honour.until.is_some_and(|last| last < opens) {
            continue;
        }
        let Some(name) = &honour.name else {
            best = best.or(Unknown);
            continue;
        };
        let Some(entries) = tables.honours.get(&plain_honour(name)) else { continue };
        for entry in entries.iter().filter(|entry| entry.opens >= tier) {
            let award = match &honour.award {
                _ if entry.awards.is_empty() => Yes,
                None => Unknown,
                Some(award) => Known::of(Some(entry.awards.contains(&plain_honour(award)))),
            };
            let rank = match (entry.rank_at_most, honour.rank) {
                (None, _) => Yes,
                (Some(_), None) => Unknown,
                (Some(last), Some(rank)) => Known::of(Some(rank <= last)),
            };
            let holder = match (entry.skilled_worker, certificates) {
                (false, _) | (true, Some(1..)) => Yes,
                (true, None) => Unknown,
                (true, Some(0)) => match dossier.employment.skilled_post {
                    Some(true) => Refer,
                    other => Known::of(other),
                },
            };
            best = best.or(award.and(rank).and(holder));
        }
    }
    best
}
