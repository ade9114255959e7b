//! The routes of two policies side by side: which serve the same purpose, and what each asks for.

use model::{SkillLevel, TitleTier, Track};

use super::requirement::{Requirement, parts};
use super::role::Role;
use super::{About, Place, Point, Provision, Says, Standing, standing};
use crate::condition::Condition;
use crate::pack::Policy;
use crate::rule::{Governed, Level, Route, Test};

/// A route with its policy.
type Own<'p> = (&'p Policy, &'p Route);

/// Routes to one level of which each stands for the other.
pub(super) struct Pair<'p> {
    level: Level,
    a: Option<Own<'p>>,
    b: Option<Own<'p>>,
}

/// The routes of both policies to each level of a track: titles and levels in ladder order.
pub(super) fn pairs<'p>(a: &'p Policy, b: &'p Policy, track: Track) -> Vec<Pair<'p>> {
    let mut levels: Vec<Level> = Vec::new();
    for governed in a.governed.iter().chain(&b.governed) {
        if governed.level.track() == track && !levels.contains(&governed.level) {
            levels.push(governed.level);
        }
    }
    levels.sort_by_key(|level| match level {
        Level::Title(tier) => *tier as usize,
        Level::Skill(level) => *level as usize,
    });
    levels.into_iter().flat_map(|level| at_level(a, b, level)).collect()
}

fn at_level<'p>(a: &'p Policy, b: &'p Policy, level: Level) -> Vec<Pair<'p>> {
    let (of_a, of_b) = (routes_to(a, level), routes_to(b, level));
    let mut partner: Vec<Option<usize>> =
        of_a.iter().map(|route| of_b.iter().position(|other| other.id == route.id)).collect();
    for (route, own) in of_a.iter().zip(0..) {
        if partner.get(own).is_some_and(Option::is_some) {
            continue;
        }
        let wanted = signature(route);
        let free = |index: &usize| !partner.contains(&Some(*index));
        let found =
            (0..of_b.len()).filter(free).find(|index| of_b.get(*index).is_some_and(|other| signature(other) == wanted));
        if let Some(place) = partner.get_mut(own) {
            *place = found;
        }
    }
    let mut pairs: Vec<Pair<'p>> = of_a
        .iter()
        .zip(&partner)
        .map(|(route, partner)| Pair {
            level,
            a: Some((a, *route)),
            b: partner.and_then(|index| of_b.get(index)).map(|route| (b, *route)),
        })
        .collect();
    let alone = of_b.iter().enumerate().filter(|(index, _)| !partner.contains(&Some(*index)));
    pairs.extend(alone.map(|(_, route)| Pair { level, a: None, b: Some((b, *route)) }));
    pairs
}

fn routes_to(policy: &Policy, level: Level) -> Vec<&Route> {
    let own = |governed: &&Governed| governed.level == level;
    policy.governed.iter().filter(own).flat_map(|governed| &governed.routes).collect()
}

/// What carries a route: certificate, title, honours, a finding.
#[derive(PartialEq, Eq, Default)]
struct Signature {
    skill: Option<SkillLevel>,
    title: Option<TitleTier>,
    honour: bool,
    finding: bool,
}

fn signature(route: &Route) -> Signature {
    let mut signature = Signature::default();
    route.rule.leaves(&mut |leaf| match &leaf.test {
        Test::HonourList { .. } => signature.honour = true,
        Test::Condition(Condition::Skill(test)) => signature.skill = Some(test.at_least),
        Test::Condition(Condition::Title(test)) => signature.title = Some(test.at_least),
        Test::Condition(Condition::ByFinding(_)) => signature.finding = true,
        _ => {}
    });
    // Where honours open a route, a finding in place of one is the same way in.
    signature.finding &= !signature.honour;
    signature
}

/// The routes themselves: what each opens; of a route without a partner also what it asks for.
pub(super) fn routes<'p>(pairs: &[Pair<'p>], one_document: bool) -> Vec<Point<'p>> {
    let mut points: Vec<Point<'p>> = Vec::new();
    for pair in pairs {
        let Some((_, named)) = pair.a.or(pair.b) else { continue };
        let (a, b) = (route(pair, pair.a), route(pair, pair.b));
        let renamed = matches!((pair.a, pair.b), (Some((_, a)), Some((_, b))) if a.name != b.name);
        let Some(mut standing) = standing(one_document, &a, &b) else { continue };
        if one_document && renamed {
            standing = Standing::Differs;
        }
        // One route to several levels is told once, where it asks for the same.
        let known = points.iter_mut().find(|point| {
            let same_name = matches!(&point.about, About::Route(_, name) if *name == &named.name);
            same_name && point.standing == standing && point.a == a && point.b == b
        });
        match known.map(|point| &mut point.about) {
            Some(About::Route(levels, _)) => levels.push(pair.level),
            _ => {
                let about = About::Route(vec![pair.level], &named.name);
                points.push(Point { about, scope: Vec::new(), everywhere: false, a, b, standing });
            }
        }
    }
    points
}

fn route<'p>(pair: &Pair<'p>, side: Option<Own<'p>>) -> Vec<Provision<'p>> {
    let Some((policy, route)) = side else { return Vec::new() };
    let mut asked: Vec<Requirement<'p>> = Vec::new();
    if pair.a.is_none() || pair.b.is_none() {
        let common = common(policy, pair.level.track());
        for one in parts(policy, &route.rule) {
            if !asked.iter().chain(&common).any(|known| known.means_what(&one)) {
                asked.push(one);
            }
        }
    }
    let clauses = clauses_of(&asked);
    vec![Provision { says: Says::Route(route.effect, &route.name, asked), clauses }]
}

/// What every route of a policy on a track asks for.
fn common(policy: &Policy, track: Track) -> Vec<Requirement<'_>> {
    let own = policy.governed.iter().filter(|governed| governed.level.track() == track);
    let mut routes = own.flat_map(|governed| &governed.routes).map(|route| parts(policy, &route.rule));
    let Some(mut common) = routes.next() else { return Vec::new() };
    let mut several = false;
    for asked in routes {
        several = true;
        common.retain(|one| asked.iter().any(|other| other.means_what(one)));
    }
    if several { common } else { Vec::new() }
}

fn clauses_of<'p>(asked: &[Requirement<'p>]) -> Vec<&'p str> {
    let mut clauses: Vec<&'p str> = Vec::new();
    for clause in asked.iter().flat_map(Requirement::clauses) {
        if !clauses.contains(&clause) {
            clauses.push(clause);
        }
    }
    clauses
}

/// What the routes that both policies have ask for, by role; where it is the same for several routes, said once.
pub(super) fn conditions<'p>(pairs: &[Pair<'p>], one_document: bool) -> Vec<Point<'p>> {
    let both: Vec<(Level, Own<'p>, Own<'p>)> =
        pairs.iter().filter_map(|pair| Some((pair.level, pair.a?, pair.b?))).collect();
    let mut points: Vec<Point<'p>> = Vec::new();
    for (level, a, b) in &both {
        let levels = both.iter().filter(|(_, other, _)| other.1.id == a.1.id).count();
        let place = Place { level: *level, route: (&a.1.id, &a.1.name), levels };
        let (of_a, of_b) = (by_role(a.0, a.1), by_role(b.0, b.1));
        let mut roles: Vec<Role> = of_a.iter().chain(&of_b).map(|(role, _)| *role).collect();
        roles.sort_unstable();
        roles.dedup();
        for role in roles {
            let of = |side: &[(Role, Provision<'p>)]| -> Vec<Provision<'p>> {
                side.iter().filter(|(own, _)| *own == role).map(|(_, provision)| provision.clone()).collect()
            };
            add(&mut points, one_document, (role, place), (of(&of_a), of(&of_b)));
        }
    }
    let all = both.len();
    for point in &mut points {
        point.everywhere = point.scope.len() == all;
    }
    points.sort_by_key(|point| match point.about {
        About::Condition(role) => role,
        _ => Role::Judged,
    });
    points
}

type Sides<'p> = (Vec<Provision<'p>>, Vec<Provision<'p>>);

fn add<'p>(points: &mut Vec<Point<'p>>, one_document: bool, at: (Role, Place<'p>), (a, b): Sides<'p>) {
    let (role, place) = at;
    let about = About::Condition(role);
    if let Some(known) = points.iter_mut().find(|point| point.about == about && point.a == a && point.b == b) {
        known.scope.push(place);
        return;
    }
    let Some(standing) = standing(one_document, &a, &b) else { return };
    points.push(Point { about, scope: vec![place], everywhere: false, a, b, standing });
}

fn by_role<'p>(policy: &'p Policy, route: &'p Route) -> Vec<(Role, Provision<'p>)> {
    let mut found: Vec<(Role, Provision<'p>)> = Vec::new();
    for asked in parts(policy, &route.rule) {
        let role = Role::of(&asked);
        let clauses = asked.clauses();
        let provision = Provision { says: Says::Asks(asked), clauses };
        let known = |(own, other): &(Role, Provision<'p>)| *own == role && other.says.means_what(&provision.says);
        // A route may ask for the same twice, by two clauses.
        match found.iter_mut().find(|one| known(one)) {
            Some((_, same)) => {
                same.clauses.extend(provision.clauses.iter().copied());
                same.clauses.dedup();
            }
            None => found.push((role, provision)),
        }
    }
    found
}
