//! Related occupations, catalogues and service points of two policies; row against row where both print one table.

use model::{Direction, Track};

use super::{About, Point, Provision, Says, Standing};
use crate::catalogue::CatalogueRow;
use crate::pack::Policy;
use crate::rule::Level;
use crate::service_points::ServicePoint;

/// Related occupations, catalogues, service points.
pub(super) fn occupations<'p>(a: &'p Policy, b: &'p Policy, one_document: bool) -> Vec<Point<'p>> {
    let related = |policy: &'p Policy| {
        vec![Provision::new(Says::Related(policy.related.by), std::iter::once(&policy.related.clause))]
    };
    let mut points: Vec<Point<'p>> = Vec::new();
    points.extend(Point::whole(one_document, About::Related, related(a), related(b)));
    for direction in [Direction::SkillToTitle, Direction::TitleToSkill] {
        let about = About::Catalogue(direction);
        points.extend(table(one_document, about, catalogue(a, direction), catalogue(b, direction)));
    }
    if one_document {
        rows(a, b, &mut points);
    }
    points.extend(table(one_document, About::ServicePoints, service_points(a), service_points(b)));
    if one_document {
        institutions(a, b, &mut points);
    }
    points
}

/// A table as a whole; of one document its rows are compared one by one, so that their number tells nothing more.
fn table<'p>(one_document: bool, about: About<'p>, a: Vec<Provision<'p>>, b: Vec<Provision<'p>>) -> Option<Point<'p>> {
    let mut point = Point::whole(one_document, about, a, b)?;
    let kind = |side: &[Provision<'p>]| match side {
        [Provision { says: Says::Catalogue(lists, ..), .. }] => Some(Some(*lists)),
        [Provision { says: Says::Count(_), .. }] => Some(None),
        _ => None,
    };
    if one_document && point.standing == Standing::Differs && kind(&point.a) == kind(&point.b) {
        point.standing = Standing::Same;
    }
    Some(point)
}

fn catalogue(policy: &Policy, direction: Direction) -> Vec<Provision<'_>> {
    let Some(catalogue) = &policy.catalogue else { return Vec::new() };
    let track = match direction {
        Direction::SkillToTitle => Track::Title,
        Direction::TitleToSkill => Track::Skill,
    };
    let bits = catalogue.towards(track);
    if bits == 0 {
        return Vec::new();
    }
    let serves = |major: usize| u32::try_from(major).is_ok_and(|major| bits.checked_shr(major).unwrap_or(0) & 1 == 1);
    let rows = catalogue.rows.iter().filter(|row| serves(row.major)).count();
    let both_ways = |clause: &&String| {
        catalogue.clauses.len() == 1
            || catalogue.majors.iter().enumerate().any(|(i, major)| serves(i) && major.clause == **clause)
    };
    let majors = usize::try_from(bits.count_ones()).unwrap_or(0);
    vec![Provision::new(Says::Catalogue(catalogue.lists, majors, rows), catalogue.clauses.iter().filter(both_ways))]
}

/// A row with the major that it stands under.
type Listed<'p> = (&'p str, &'p str, &'p CatalogueRow);

fn listed(policy: &Policy) -> Vec<Listed<'_>> {
    let Some(catalogue) = &policy.catalogue else { return Vec::new() };
    let row = |row| {
        let row: &CatalogueRow = row;
        let major = catalogue.majors.get(row.major)?;
        Some((major.name.as_str(), major.clause.as_str(), row))
    };
    catalogue.rows.iter().filter_map(row).collect()
}

/// The rows that only one of both has, or that read differently; those that are the same are not told one by one.
fn rows<'p>(a: &'p Policy, b: &'p Policy, points: &mut Vec<Point<'p>>) {
    let (of_a, of_b) = (listed(a), listed(b));
    let matching = |(major, clause, row): &Listed<'p>, all: &[Listed<'p>]| {
        let same =
            |other: &&Listed<'p>| (other.0, other.1) == (*major, *clause) && other.2.occupation == row.occupation;
        all.iter().find(same).copied()
    };
    let provision = |(_, clause, row): Listed<'p>| Provision { says: Says::CatalogueRow(row), clauses: vec![clause] };
    for one in &of_a {
        let other = matching(one, &of_b);
        if other.is_some_and(|other| CatalogueRow { major: one.2.major, ..other.2.clone() } == *one.2) {
            continue;
        }
        let about = About::CatalogueRow(one.0, &one.2.occupation);
        let b = other.map(provision).into_iter().collect();
        points.extend(Point::whole(true, about, vec![provision(*one)], b));
    }
    for one in of_b.iter().filter(|one| matching(one, &of_a).is_none()) {
        let about = About::CatalogueRow(one.0, &one.2.occupation);
        points.extend(Point::whole(true, about, Vec::new(), vec![provision(*one)]));
    }
}

fn service_points(policy: &Policy) -> Vec<Provision<'_>> {
    let list = policy.service_points.iter();
    list.map(|(clause, points)| Provision::new(Says::Count(points.len()), std::iter::once(clause))).collect()
}

fn institutions<'p>(a: &'p Policy, b: &'p Policy, points: &mut Vec<Point<'p>>) {
    let (Some(of_a), Some(of_b)) = (&a.service_points, &b.service_points) else { return };
    let mut only = |own: &'p (String, Vec<ServicePoint>), other: &'p [ServicePoint], first: bool| {
        for point in own.1.iter().filter(|point| !other.contains(point)) {
            let about = About::ServicePoint(&point.institution, &point.occupation);
            let level = vec![Level::Skill(point.level)];
            let provision = vec![Provision::new(Says::Levels(level), std::iter::once(&own.0))];
            let (a, b) = if first { (provision, Vec::new()) } else { (Vec::new(), provision) };
            points.extend(Point::whole(true, about, a, b));
        }
    };
    only(of_a, &of_b.1, true);
    only(of_b, &of_a.1, false);
}
