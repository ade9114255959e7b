//! Which of the awards on the way a level really needs.

use super::course::Course;
use super::person::Award;
use super::sights::Sights;
use crate::timeline::Standing;

/// The positions of the targets whose awards the arrival at a target needs: none of them can be left out. Of several such
/// sets it is one of early awards.
pub(super) fn needs(sights: &Sights<'_>, course: &Course, target: usize, least: Standing) -> Vec<usize> {
    let targets = &sights.planner.targets;
    let (Some(arrival), Some(wanted)) = (course.arrival(target), targets.get(target)) else { return Vec::new() };
    // What opened in an earlier round: of levels that open on one day none needs one of its own round.
    let round = |i: usize| course.arrival(i).map_or(usize::MAX, |other| other.round);
    let before =
        |(i, award): &(usize, Award)| round(*i) < arrival.round && award.day <= arrival.day && !award.includes(wanted);
    let awards = course.awards(targets).into_iter().filter(before);
    let (mut places, mut needed): (Vec<usize>, Vec<Award>) = awards.unzip();
    let stands = |awards: &[Award]| sights.outlook(arrival.day, awards, target).standing(arrival.day) >= least;
    for i in (0..needed.len()).rev() {
        let left_out = needed.remove(i);
        if stands(&needed) {
            places.remove(i);
        } else {
            needed.insert(i, left_out);
        }
    }
    places
}
