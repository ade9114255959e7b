//! What stands around the rules of two policies: dates, ladders, pilots, waivers, warnings, settings, bodies.

use model::{Day, SchoolClass, Track};

use super::requirement::{Requirement, parts};
use super::{About, Point, Provision, Says};
use crate::format::Document;
use crate::pack::Policy;
use crate::rule::Level;

/// The document and its days in force; what names a document is compared only between versions of one.
pub(super) fn in_force<'p>(a: &'p Policy, b: &'p Policy, one_document: bool) -> Vec<Point<'p>> {
    let whole = |about: About<'p>, of: &dyn Fn(&'p Policy) -> Says<'p>, cited: bool| {
        let provision = |policy: &'p Policy| {
            let clauses = policy.in_force_clauses.iter().take(if cited { usize::MAX } else { 0 });
            vec![Provision::new(of(policy), clauses)]
        };
        Point::whole(one_document, about, provision(a), provision(b))
    };
    let day = |day: Option<Day>| day.map_or(Says::Nothing, Says::Day);
    let mut points: Vec<Point<'p>> = Vec::new();
    if one_document {
        points.extend(whole(About::Document, &|policy| Says::Printed(named(&policy.document)), false));
        points.extend(whole(About::Issued, &|policy| Says::Printed(vec![policy.document.issuer.as_str()]), false));
        points.extend(whole(About::Checked, &|policy| Says::Day(policy.checked.on), false));
    }
    let passes_on = |policy: &'p Policy| -> Vec<Provision<'p>> {
        let passed = policy.chain.iter().map(|passed| Says::Printed(named(&passed.document)));
        passed.map(|says| Provision::new(says, [])).collect()
    };
    points.extend(Point::whole(one_document, About::PassesOn, passes_on(a), passes_on(b)));
    points.extend(whole(About::From, &|policy| Says::Day(policy.effective), true));
    points.extend(whole(About::Until, &|policy| day(policy.expires), true));
    points
}

fn named(document: &Document) -> Vec<&str> {
    std::iter::once(document.title.as_str()).chain(document.number.as_deref()).collect()
}

/// The series and the levels of each ladder.
pub(super) fn governed<'p>(a: &'p Policy, b: &'p Policy, one_document: bool) -> Vec<Point<'p>> {
    let series = |policy: &'p Policy| -> Vec<Provision<'p>> {
        let titles = policy.governed.iter().find(|governed| governed.level.track() == Track::Title);
        titles.map(|titles| Provision::new(Says::Series(&titles.series), [])).into_iter().collect()
    };
    let levels = |policy: &'p Policy, track: Track| -> Vec<Provision<'p>> {
        let own = policy.governed.iter().map(|governed| governed.level).filter(|level| level.track() == track);
        let levels: Vec<Level> = own.collect();
        if levels.is_empty() { Vec::new() } else { vec![Provision::new(Says::Levels(levels), [])] }
    };
    let mut points: Vec<Point<'p>> = Vec::new();
    points.extend(Point::whole(one_document, About::Series, series(a), series(b)));
    for track in [Track::Title, Track::Skill] {
        points.extend(Point::whole(one_document, About::Levels(track), levels(a, track), levels(b, track)));
    }
    points
}

/// Times in which only some persons are inside, in the order of the packs.
pub(super) fn pilots<'p>(a: &'p Policy, b: &'p Policy, one_document: bool) -> Vec<Point<'p>> {
    let pilot = |policy: &'p Policy, index: usize| -> Vec<Provision<'p>> {
        let Some(pilot) = policy.pilots.get(index) else { return Vec::new() };
        let inside = parts(policy, &pilot.inside);
        let mut clauses: Vec<&'p str> =
            policy.clause(pilot.clause).map(|clause| clause.id.as_str()).into_iter().collect();
        clauses.extend(inside.iter().flat_map(Requirement::clauses));
        clauses.dedup();
        vec![Provision { says: Says::Pilot(pilot.during, &pilot.tracks, inside), clauses }]
    };
    let most = a.pilots.len().max(b.pilots.len());
    let point = |index| Point::whole(one_document, About::Pilot(index), pilot(a, index), pilot(b, index));
    (0..most).filter_map(point).collect()
}

/// What need not be done or paid, and what classes of technical schools count as.
pub(super) fn waivers<'p>(a: &'p Policy, b: &'p Policy, one_document: bool) -> Vec<Point<'p>> {
    let waiver = |policy: &'p Policy, what: &str| -> Vec<Provision<'p>> {
        let own = policy.waivers.iter().filter(|waiver| waiver.what.key() == what);
        own.map(|own| Provision::new(Says::Waiver(own.when, &own.says), [&own.clause])).collect()
    };
    let class = |policy: &'p Policy, class: SchoolClass| -> Vec<Provision<'p>> {
        let Some(equal) = &policy.equivalences else { return Vec::new() };
        let level = equal.classes.get(&class);
        level.map(|level| Provision::new(Says::CountsAs(*level), [&equal.clause])).into_iter().collect()
    };
    let mut whats: Vec<&'p str> = a.waivers.iter().chain(&b.waivers).map(|waiver| waiver.what.key()).collect();
    whats.sort_unstable();
    whats.dedup();
    let waived = whats.into_iter().map(|what| (About::Waiver(what), waiver(a, what), waiver(b, what)));
    let classes = <SchoolClass as model::Word>::ALL.iter();
    let classes = classes.map(|one| (About::Class(*one), class(a, *one), class(b, *one)));
    waived.chain(classes).filter_map(|(about, a, b)| Point::whole(one_document, about, a, b)).collect()
}

/// What is said beside a decision.
pub(super) fn warnings<'p>(a: &'p Policy, b: &'p Policy, one_document: bool) -> Vec<Point<'p>> {
    let kind = std::mem::discriminant::<crate::format::WarnedWhen>;
    let of = |policy: &'p Policy, when| -> Vec<Provision<'p>> {
        let own = policy.warnings.iter().filter(|warning| kind(&warning.when) == when);
        own.map(|own| Provision::new(Says::Warning(own.track, &own.when, &own.says), [&own.clause])).collect()
    };
    let mut seen = Vec::new();
    let mut points = Vec::new();
    for warning in a.warnings.iter().chain(&b.warnings) {
        let when = kind(&warning.when);
        if seen.contains(&when) {
            continue;
        }
        seen.push(when);
        points.extend(Point::whole(one_document, About::Warning(&warning.when), of(a, when), of(b, when)));
    }
    points
}

/// Readings that an operator can choose, and the clause that forbids anybody below to ask for less.
pub(super) fn settings<'p>(a: &'p Policy, b: &'p Policy, one_document: bool) -> Vec<Point<'p>> {
    let of = |policy: &'p Policy, clause: &str| -> Vec<Provision<'p>> {
        let own = policy.settings.iter().filter(|setting| setting.spec.clause == clause);
        own.map(|own| Provision::new(Says::Setting(own), [&own.spec.clause])).collect()
    };
    let forbids = |policy: &'p Policy| -> Vec<Provision<'p>> {
        let clause = policy.no_weakening.iter();
        clause.map(|clause| Provision::new(Says::NoWeakening, [clause])).collect()
    };
    let mut clauses: Vec<&'p str> = Vec::new();
    for setting in a.settings.iter().chain(&b.settings) {
        if !clauses.contains(&setting.spec.clause.as_str()) {
            clauses.push(&setting.spec.clause);
        }
    }
    let settings = clauses.into_iter().map(|clause| (About::Setting(clause), of(a, clause), of(b, clause)));
    let forbidden = std::iter::once((About::NoWeakening, forbids(a), forbids(b)));
    settings.chain(forbidden).filter_map(|(about, a, b)| Point::whole(one_document, about, a, b)).collect()
}

/// Who decides what is referred.
pub(super) fn bodies<'p>(a: &'p Policy, b: &'p Policy, one_document: bool) -> Vec<Point<'p>> {
    let of = |policy: &'p Policy, key: &str| -> Vec<Provision<'p>> {
        let own = policy.bodies.iter().filter(|(own, _)| own == key);
        own.map(|(_, name)| Provision::new(Says::Text(name), [])).collect()
    };
    let mut keys: Vec<&'p str> = a.bodies.iter().chain(&b.bodies).map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().filter_map(|key| Point::whole(one_document, About::Body(key), of(a, key), of(b, key))).collect()
}
