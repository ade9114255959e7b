//! Closing windows: the last day on which a level that is open can still be applied for.

use model::{Day, Target};
use policy::ClauseRef;

use super::outlook::{Way, readings};
use super::person::{Award, person};
use super::sights::Sights;
use crate::conditions::Bound;
use crate::decide::wanted;
use crate::evaluate::Asked;
use crate::facts::Facts;
use crate::timeline::Standing;

/// The end of a time in which a level is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Closing {
    /// The last day on which to file.
    pub last_day: Day,
    /// Why it ends.
    pub why: Why,
}

/// Why a level closes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// The rules expire and no later version is published.
    Expiry,
    /// Another version of the rules takes effect, or a pilot begins or ends.
    Turn,
    /// Conditions of the route no longer hold: their clauses in the rules of that day.
    Conditions(Vec<ClauseRef>),
}

/// How many turns of the rules are looked at.
const MOST_TURNS: usize = 16;

/// When a level that stands at least so on `day` no longer does, by any way of any road; with the awards that it needs.
pub(super) fn closing(
    sights: &Sights<'_>,
    target: usize,
    awards: &[Award],
    day: Day,
    least: Standing,
) -> Option<Closing> {
    let planner = sights.planner;
    let mut from = day;
    for _ in 0..MOST_TURNS {
        let outlook = sights.outlook(from, awards, target);
        if outlook.standing(from) < least {
            return Some(Closing { last_day: from.previous(), why: Why::Turn });
        }
        let open = |way: &&Way| way.line.at(from) >= least;
        let below = outlook.first_below(least, from);
        let expires = |way: &Way| {
            let rules = planner.roads.get(way.road)?.on(from)?;
            rules.expires.filter(|last| *last >= from)
        };
        // Past its last day a way counts no more: the level closes when the last of its ways has.
        let ends = outlook.ways.iter().filter(open).map(expires).collect::<Option<Vec<Day>>>();
        let expiry = ends.and_then(|ends| ends.into_iter().max());
        let turn = planner.roads.iter().filter_map(|road| road.next_turn(from)).min();
        let within = |day: Day| turn.is_none_or(|turn| day < turn);
        match (below.filter(|day| within(*day)), expiry.map(Day::next).filter(|day| within(*day)), turn) {
            (Some(below), expiry, _) if expiry.is_none_or(|expiry| below < expiry) => {
                let target = planner.targets.get(target)?;
                let person = person(planner.dossier, planner.as_of, from, awards);
                let readings = readings(planner, &person, awards, from);
                let clauses = readings.iter().flat_map(|reading| ending(&reading.facts, target, from, below, least));
                return Some(Closing { last_day: below.previous(), why: Why::Conditions(clauses.collect()) });
            }
            (_, Some(expiry), _) => return Some(Closing { last_day: expiry.previous(), why: Why::Expiry }),
            (_, None, Some(turn)) => from = turn,
            (_, None, None) => return None,
        }
    }
    None
}

/// The clauses of the conditions that hold on `from` and no longer on `day`, in the routes that then close.
fn ending(facts: &Facts<'_>, target: &Target, from: Day, day: Day, least: Standing) -> Vec<ClauseRef> {
    let mut clauses = Vec::new();
    let asked = Asked { facts, wanted: wanted(target) };
    let Some(governed) = facts.policy.governed.iter().find(|governed| governed.serves(target)) else { return clauses };
    for route in &governed.routes {
        let whole = asked.rule(&route.rule, Bound::default());
        if whole.is_none_or(|whole| whole.line.at(from) < least) {
            continue;
        }
        route.rule.leaves(&mut |leaf| {
            let ends = asked.leaf(leaf, Bound::default());
            let ends = ends.is_some_and(|one| one.line.at(from) >= least && one.line.at(day) < least);
            if ends && !clauses.contains(&leaf.clause) {
                clauses.push(leaf.clause);
            }
        });
    }
    clauses
}
