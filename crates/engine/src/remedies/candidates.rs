//! Combinations of changes that may open a level: over all routes, their ways, and what may carry them.

use model::Word as _;
use model::dossier::Field;
use model::remedy::Change;
use model::{SkillLevel, TitleTier};
use policy::condition::{Carrier, Condition, Subject};
use policy::rule::{Leaf, Test};

use super::apply::applied;
use super::cures::Cures;
use super::opening::{Changed, carriers, reads};
use super::{Cure, MOST_CARRIERS, MOST_TRIED, Question};
use crate::conditions::Bound;
use crate::decide::stands;
use crate::facts::Facts;
use crate::fulfil::listed;
use crate::timeline::Standing;
use crate::ways::ways;

/// The most combinations of one way with one carrier.
const MOST_OF_ONE_WAY: usize = 96;

/// What may carry a way: a record of the person at a position, nothing, or a new record.
#[derive(Clone)]
enum Carries {
    Own(Option<usize>),
    New(Cure),
}

/// Combinations of changes that are worth trying, and whether some were left out.
pub(super) fn candidates(question: &Question<'_, '_>) -> (Vec<Vec<Cure>>, bool) {
    let mut all = Gathered::default();
    let facts = question.facts;
    let found = |clause| facts.finding(clause);
    let pilots = of_pilot(question);
    for route in &question.governed.routes {
        for way in ways(&route.rule, &found) {
            for skill in skills(question, &way) {
                for title in titles(question, &way) {
                    all.cut |= of_carriers(question, &way, &skill, &title, &pilots, &mut all.sets);
                }
            }
        }
    }
    let many = |records: Option<usize>| records.is_some_and(|records| records > MOST_CARRIERS);
    all.cut |= many(facts.skills.as_ref().map(Vec::len)) || many(facts.titles.as_ref().map(Vec::len));
    all.sets.sort_by_key(Vec::len);
    all.cut |= all.sets.len() > MOST_TRIED;
    all.sets.truncate(MOST_TRIED);
    (all.sets, all.cut)
}

#[derive(Default)]
struct Gathered {
    sets: Vec<Vec<Cure>>,
    cut: bool,
}

/// Adds the combinations of one way with what carries it; whether some were left out.
fn of_carriers(
    question: &Question<'_, '_>,
    way: &[&Leaf],
    skill: &Carries,
    title: &Carries,
    pilots: &[Vec<Cure>],
    sets: &mut Vec<Vec<Cure>>,
) -> bool {
    let before = question.facts;
    let new = |carries: &Carries| if let Carries::New(cure) = carries { Some(cure.clone()) } else { None };
    let base: Vec<Cure> = [new(skill), new(title)].into_iter().flatten().collect();
    let dossier = applied(before.dossier, before.policy, question.wanted, before.as_of, &base);
    let facts = Facts::new(before.policy, before.national, before.standards, &dossier, before.as_of);
    let newest = |many: Option<usize>| many.and_then(|many| many.checked_sub(1));
    let bound = Bound {
        skill: match skill {
            Carries::Own(own) => *own,
            Carries::New(_) => newest(facts.skills.as_ref().map(Vec::len)),
        },
        title: match title {
            Carries::Own(own) => *own,
            Carries::New(_) => newest(facts.titles.as_ref().map(Vec::len)),
        },
    };
    let changed = Changed::new(&facts, before.dossier, &base);
    let cures = Cures { question, changed: &changed, way, bound };
    let mut own = vec![base];
    let mut cut = false;
    for leaf in way {
        let Some(alternatives) = cures.of(leaf) else { return false };
        own = product(own, &alternatives);
        cut |= own.len() > MOST_OF_ONE_WAY;
        own.truncate(MOST_OF_ONE_WAY);
    }
    for set in product(own, pilots) {
        if !sets.contains(&set) {
            sets.push(set);
        }
    }
    cut
}

/// Every combination of a set with an alternative; equal changes are one, with the clauses of both.
fn product(sets: Vec<Vec<Cure>>, alternatives: &[Vec<Cure>]) -> Vec<Vec<Cure>> {
    let mut all: Vec<Vec<Cure>> = Vec::new();
    for set in sets {
        for alternative in alternatives {
            let mut set = set.clone();
            alternative.iter().for_each(|cure| add(&mut set, cure));
            if !all.contains(&set) {
                all.push(set);
            }
        }
    }
    all
}

fn add(set: &mut Vec<Cure>, cure: &Cure) {
    let same = set.iter_mut().find(|own| match (&own.change, &cure.change) {
        // The higher certificate of an occupation cures what the lower one does.
        (
            Change::Certificate { level: a, occupation: own, .. },
            Change::Certificate { level: b, occupation: other, .. },
        ) => a >= b && (own == other || other.is_none()),
        (own, other) => own == other,
    });
    match same {
        Some(own) => {
            own.clauses.extend(
                cure.clauses.iter().filter(|clause| !own.clauses.contains(clause)).copied().collect::<Vec<_>>(),
            );
        }
        None => set.push(cure.clone()),
    }
}

/// Where a pilot runs that the person is outside of: what would bring the person inside, or nothing, to wait for its end.
fn of_pilot(question: &Question<'_, '_>) -> Vec<Vec<Cure>> {
    let facts = question.facts;
    let mut all = vec![Vec::new()];
    let day = facts.as_of.max(facts.policy.effective);
    let Some(pilot) = facts.policy.pilot_on(day, question.wanted.track()) else { return all };
    if stands(&pilot.inside, facts, question.wanted).is_ok_and(|standing| standing != Standing::No) {
        return all;
    }
    let changed = Changed::new(facts, facts.dossier, &[]);
    for way in ways(&pilot.inside, &|clause| facts.finding(clause)) {
        let cures = Cures { question, changed: &changed, way: &way, bound: Bound::default() };
        let each: Option<Vec<_>> = way.iter().map(|leaf| cures.of(leaf)).collect();
        let Some(each) = each else { continue };
        all.extend(each.iter().fold(vec![Vec::new()], |sets, alternatives| product(sets, alternatives)));
    }
    all
}

/// What may carry a way that reads a certificate.
fn skills(question: &Question<'_, '_>, way: &[&Leaf]) -> Vec<Carries> {
    let facts = question.facts;
    let reading = |leaf: &&Leaf| reads(leaf) == Some(Carrier::Skill) && facts.finding(leaf.clause).is_none();
    if !way.iter().any(reading) || facts.skills.is_none() {
        return vec![Carries::Own(facts.skills.as_ref().filter(|all| !all.is_empty()).map(|_| 0))];
    }
    let mut all: Vec<Carries> = carriers(facts.skills.as_ref().map(Vec::len)).map(Carries::Own).collect();
    all.extend(new_certificates(question, way).into_iter().map(Carries::New));
    all
}

/// New certificates that a way would take: in the present occupation, and in one that the catalogue lists where it looks for
/// the certificate's and does not list the present one.
fn new_certificates(question: &Question<'_, '_>, way: &[&Leaf]) -> Vec<Cure> {
    let facts = question.facts;
    let mut level: Option<SkillLevel> = None;
    let (mut in_catalogue, mut clauses) = (false, Vec::new());
    for leaf in way {
        let Test::Condition(condition) = &leaf.test else { continue };
        let at_least = match condition {
            Condition::Skill(test) => test.at_least,
            Condition::HoldsSkill(test) => test.at_least,
            Condition::Catalogue(Subject::Skill) => {
                in_catalogue = true;
                continue;
            }
            _ => continue,
        };
        level = level.max(Some(at_least));
        if !clauses.contains(&leaf.clause) {
            clauses.push(leaf.clause);
        }
    }
    let Some(level) = level else { return Vec::new() };
    let cure = |occupation: Option<String>, any_listed: bool| Cure {
        change: Change::Certificate { level, occupation, any_listed },
        clauses: clauses.clone(),
        body: None,
    };
    let mut all = vec![cure(facts.dossier.employment.occupation.clone(), false)];
    if let Some(listed) = listed(facts.policy, question.wanted).filter(|_| in_catalogue && !post_listed(question)) {
        all.push(cure(Some(listed.to_owned()), true));
    }
    all
}

/// Whether the catalogue lists the present occupation for what is wanted.
fn post_listed(question: &Question<'_, '_>) -> bool {
    let placing = |own| crate::conditions::placing(question.facts.policy, own, question.wanted);
    question.facts.occupation.is_some_and(|own| placing(own) == model::reason::Placing::Listed)
}

/// What may carry a way that reads a title.
fn titles(question: &Question<'_, '_>, way: &[&Leaf]) -> Vec<Carries> {
    let facts = question.facts;
    let reading = |leaf: &&Leaf| reads(leaf) == Some(Carrier::Title) && facts.finding(leaf.clause).is_none();
    if !way.iter().any(reading) || facts.titles.is_none() {
        return vec![Carries::Own(facts.titles.as_ref().filter(|all| !all.is_empty()).map(|_| 0))];
    }
    let mut all: Vec<Carries> = carriers(facts.titles.as_ref().map(Vec::len)).map(Carries::Own).collect();
    all.extend(new_title(question, way).map(Carries::New));
    all
}

fn new_title(question: &Question<'_, '_>, way: &[&Leaf]) -> Option<Cure> {
    let tests: Vec<_> = way
        .iter()
        .filter_map(|leaf| match &leaf.test {
            Test::Condition(Condition::Title(test)) => Some((leaf.clause, test)),
            _ => None,
        })
        .collect();
    let tier = tests.iter().map(|(_, test)| test.at_least).max().or(TitleTier::ALL.first().copied())?;
    let passes = |series: &model::Series| tests.iter().all(|(_, test)| test.series.all().contains(series));
    let field = if let Some(Field::Of(series)) = question.facts.field { Some(series) } else { None };
    let first = || tests.first().and_then(|(_, test)| test.series.all().iter().copied().find(|own| passes(own)));
    let series = field.filter(passes).or_else(first)?;
    let mut clauses: Vec<_> = tests.iter().map(|(clause, _)| *clause).collect();
    clauses.dedup();
    Some(Cure { change: Change::Title { tier, series }, clauses, body: None })
}
