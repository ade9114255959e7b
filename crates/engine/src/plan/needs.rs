//! Which of the awards on the way a level really needs.

use model::Target;

use super::Planner;
use super::course::Course;
use super::outlook::{Outlook, readings};
use super::person::{Award, person};
use crate::timeline::Standing;

/// The positions of the targets whose awards the arrival at a target needs: none of them can be left out. Of several such
/// sets it is one of early awards.
pub(super) fn needs(planner: &Planner<'_>, course: &Course, target: usize, least: Standing) -> Vec<usize> {
    let (Some(Some(arrival)), Some(wanted)) = (course.arrivals.get(target), planner.targets.get(target)) else {
        return Vec::new();
    };
    // What opened in an earlier round: of levels that open on one day none needs one of its own round.
    let round = |i: usize| course.arrivals.get(i).and_then(Option::as_ref).map_or(usize::MAX, |other| other.round);
    let before = |(i, award): &(usize, Award)| round(*i) < arrival.round && award.day <= arrival.day;
    let mut needed: Vec<(usize, Award)> = course.awards(planner.targets).into_iter().filter(before).collect();
    for i in (0..needed.len()).rev() {
        let mut fewer = needed.clone();
        fewer.remove(i);
        if stands(planner, &fewer, wanted, arrival.day, least) {
            needed = fewer;
        }
    }
    needed.into_iter().map(|(i, _)| i).collect()
}

fn stands(planner: &Planner<'_>, awards: &[(usize, Award)], target: &Target, day: model::Day, least: Standing) -> bool {
    let awards: Vec<Award> = awards.iter().map(|(_, award)| award.clone()).collect();
    let person = person(planner.dossier, planner.as_of, day, &awards);
    let readings = readings(planner.roads, planner.national, planner.standards, &person, day);
    Outlook::of(&readings, target).standing(day) >= least
}
