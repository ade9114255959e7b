//! Counted evidence: whether what the dossier states reaches a number that settles what people judge. It is only shown;
//! no outcome comes from it, and nothing of it is asked for.

use model::dossier::Evidence;
use model::paths::FactPath;
use model::reason::Reason;
use model::words::evidence::EvidenceRole;
use model::{Day, SkillLevel};
use policy::condition::{Counted, CountedGroup, Filter, Stated};
use policy::rule::Leaf;
use smallvec::SmallVec;

use crate::facts::{Facts, HonourFact};

/// The records that count towards one number.
struct Count {
    wanted: u32,
    records: SmallVec<[FactPath; 3]>,
}

impl Count {
    fn found(&self) -> u32 {
        u32::try_from(self.records.len()).unwrap_or(u32::MAX)
    }

    fn settles(&self) -> bool {
        self.found() >= self.wanted
    }
}

/// Whether counted evidence settles what people would judge. What a competent human determined goes before it.
pub(crate) fn settles(leaf: &Leaf, facts: &Facts<'_>) -> bool {
    best(leaf, facts).is_some_and(|count| count.settles())
}

/// How far the evidence goes, with the records that count; `Judged` where none does.
pub(super) fn why<'f>(leaf: &Leaf, facts: &Facts<'_>) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    match best(leaf, facts) {
        Some(count) => (Reason::Counted { wanted: count.wanted, found: count.found() }, count.records),
        None => (Reason::Judged, SmallVec::new()),
    }
}

/// The first number that is reached, else the one that the least is lacking to; `None` where no record counts.
fn best(leaf: &Leaf, facts: &Facts<'_>) -> Option<Count> {
    let counted = leaf.counted.as_ref()?;
    let nothing =
        facts.dossier.evidence.as_ref().is_none_or(Vec::is_empty) && facts.honours.as_ref().is_none_or(Vec::is_empty);
    if nothing || facts.finding(leaf.clause).is_some() {
        return None;
    }
    let counts = counted.any.iter().map(|group| count(counted, group, facts)).filter(|count| !count.records.is_empty());
    counts.min_by_key(|count| count.wanted.saturating_sub(count.found()))
}

fn count(counted: &Counted, group: &CountedGroup, facts: &Facts<'_>) -> Count {
    let in_window = |date: Option<Day>| counted.since.is_none_or(|level| held_on(level, date, facts));
    let evidence = (0u32..).zip(facts.dossier.evidence.iter().flatten());
    let evidence = evidence
        .filter(|(_, one)| !one.revoked && one.date.is_none_or(|date| date <= facts.as_of) && in_window(one.date))
        .filter(|(_, one)| group.of.iter().any(|filter| passes(filter, one, facts)))
        .map(|(index, _)| FactPath::EvidenceItem(index, ""));
    let honours = facts.honours.iter().flatten().filter(|one| in_window(one.date));
    let honours = honours
        .filter(|one| group.of.iter().any(|filter| is_named(filter, one, facts.as_of)))
        .map(|one| FactPath::Honour(one.index, ""));
    Count { wanted: group.at_least, records: evidence.chain(honours).collect() }
}

/// Whether a day is known to lie on or after the first certificate at or above a level.
fn held_on(level: SkillLevel, day: Option<Day>, facts: &Facts<'_>) -> bool {
    day.zip(first_certificate(level, facts)).is_some_and(|(day, first)| first <= day)
}

fn first_certificate(level: SkillLevel, facts: &Facts<'_>) -> Option<Day> {
    let reached = facts.skills.iter().flatten().filter(|skill| skill.level.is_some_and(|own| own >= level));
    reached.filter_map(|skill| skill.date).min()
}

/// Whether an honour is one that the filter names, and its term has not run out.
fn is_named(filter: &Filter, honour: &HonourFact<'_>, as_of: Day) -> bool {
    honour.until.is_none_or(|last| as_of <= last)
        && honour.name.as_deref().is_some_and(|name| filter.honour.iter().any(|own| own == name))
}

/// Whether a record states everything that the filter asks for.
fn passes(filter: &Filter, one: &Evidence, facts: &Facts<'_>) -> bool {
    filter.kind.contains(&one.kind)
        && among(&filter.level, one.level)
        && among(&filter.category, one.category)
        && among(&filter.commended_by, one.commended_by)
        && among(&filter.authorship, one.authorship)
        && among(&filter.outlet, one.outlet)
        && filter.role.is_none_or(|role| has_role(role, filter.holding, one, facts))
        && reaches(filter.skill_level, one.skill_level)
        && reaches(filter.characters, one.characters)
        && reaches(filter.own_characters, one.own_characters)
        && at_worst(filter.rank, one.rank)
        && at_worst(filter.prize, one.prize)
        && filter.stated.iter().all(|stated| states(*stated, one, facts.as_of))
}

/// Whether a value is one of those asked for; any is where none is named.
fn among<T: PartialEq>(wanted: &[T], own: Option<T>) -> bool {
    wanted.is_empty() || own.is_some_and(|own| wanted.contains(&own))
}

/// Whether a value reaches the least that is asked for.
fn reaches<T: PartialOrd>(least: Option<T>, own: Option<T>) -> bool {
    least.is_none_or(|least| own.is_some_and(|own| own >= least))
}

/// Whether a rank or the class of a prize, which begin with the best, is no worse than the last that counts.
fn at_worst<T: PartialOrd>(last: Option<T>, own: Option<T>) -> bool {
    last.is_none_or(|last| own.is_some_and(|own| own <= last))
}

/// Whether the person had the role: a higher one always does; where a level makes the role, taking part while holding
/// it is enough, and the role alone is not for a day before it.
fn has_role(wanted: EvidenceRole, holding: Option<SkillLevel>, one: &Evidence, facts: &Facts<'_>) -> bool {
    let Some(own) = one.role else { return false };
    match holding {
        _ if own > wanted => true,
        None => own == wanted,
        Some(level) if own == wanted => one.date.is_none() || held_on(level, one.date, facts),
        Some(level) => held_on(level, one.date, facts),
    }
}

fn states(stated: Stated, one: &Evidence, as_of: Day) -> bool {
    let value = match stated {
        Stated::Accepted => one.accepted,
        Stated::Issued => one.issued,
        Stated::BenefitProven => one.benefit_proven,
        Stated::RelationProven => one.relation_proven,
        Stated::NationalQuality => one.national_quality,
        Stated::ProblemSolved => one.problem_solved,
        Stated::InForce => one.in_force.map(|is| is && one.until.is_none_or(|last| as_of <= last)),
        Stated::PutToUse => one.put_to_use,
        Stated::InSpecialty => one.in_specialty,
    };
    value == Some(true)
}
