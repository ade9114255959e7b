//! The ramps between the ladders: curves from the level that a route starts from to the one that it leads to.

use model::Track;
use model::decision::TargetRef;
use model::plan::{PlanDocument, Ramp, RampState};

use crate::rung::{HEIGHT, WIDTH};

/// A curve on the map: the best of the routes between the same two levels.
#[derive(Clone, Debug)]
pub(crate) struct Curve {
    pub state: &'static str,
    pub path: String,
    pub arrow: String,
    pub ink: &'static str,
    pub width: f32,
    pub dash: &'static str,
    /// The number of the step in the legend, where the way goes over it.
    pub number: Option<usize>,
    pub badge: (f32, f32),
    /// What a screen reader says.
    pub says: String,
}

/// Where the card of a level stands: its outer left corner.
pub(crate) type Place<'p> = dyn Fn(&TargetRef) -> Option<(f32, f32)> + 'p;

/// The ramps, one for each pair of levels, those that matter most last so that they lie on top.
pub(crate) fn merged(plan: &PlanDocument) -> Vec<&Ramp> {
    let mut merged: Vec<&Ramp> = Vec::new();
    for ramp in plan.ramps.iter().filter(|ramp| ramp.from.is_some()) {
        match merged.iter_mut().find(|other| other.from == ramp.from && other.to == ramp.to) {
            Some(other) if weight(ramp.state) > weight(other.state) => *other = ramp,
            Some(_) => {}
            None => merged.push(ramp),
        }
    }
    merged.sort_by_key(|ramp| weight(ramp.state));
    merged
}

fn weight(state: RampState) -> u8 {
    match state {
        RampState::Closed => 0,
        RampState::Behind => 1,
        RampState::Undetermined => 2,
        RampState::Spare => 3,
        RampState::IfDecided => 4,
        RampState::Taken => 5,
    }
}

/// Draws the ramps; `number` gives the number of a ramp's step in the legend.
pub(crate) fn curves(ramps: &[&Ramp], place: &Place<'_>, number: &dyn Fn(&Ramp) -> Option<usize>) -> Vec<Curve> {
    let end = |target: &TargetRef, other: &TargetRef, arrives: bool| {
        let (x, y) = place(target)?;
        let x = if target.track == Track::Skill { x + WIDTH } else { x };
        // Ends on one edge are spread by how high their other ends are, so that curves do not lie on each other.
        let mut others: Vec<(i32, bool)> = ramps
            .iter()
            .filter_map(|ramp| {
                let from = ramp.from.as_ref()?;
                if &ramp.to == target { Some((from, true)) } else { (from == target).then_some((&ramp.to, false)) }
            })
            .filter_map(|(other, arrives)| Some((rounded(place(other)?.1), arrives == leftward(target))))
            .collect();
        others.sort_unstable();
        others.dedup();
        let own = (rounded(place(other)?.1), arrives == leftward(target));
        let rank = others.iter().position(|one| *one == own).unwrap_or(0);
        let (rank, count) = (small(rank), small(others.len().max(1)));
        Some((x, y + HEIGHT * (rank + 1.0) / (count + 1.0)))
    };
    let curve = |ramp: &&Ramp| {
        let from = ramp.from.as_ref()?;
        let ((x1, y1), (x2, y2)) = (end(from, &ramp.to, false)?, end(&ramp.to, from, true)?);
        let sign = if x2 > x1 { 1.0 } else { -1.0 };
        let (tip, reach) = (x2 - sign * 3.0, (x2 - x1).abs() * 0.5);
        let stop = tip - sign * 9.0;
        let (ink, width, dash) = match ramp.state {
            RampState::Taken => ("#1f4a77", 4.0, ""),
            RampState::IfDecided => ("#66408a", 3.5, "9 5"),
            RampState::Spare => ("#1a6170", 2.0, ""),
            RampState::Undetermined => ("#7a4d00", 2.0, "2 6"),
            RampState::Behind => ("#868d93", 2.0, ""),
            RampState::Closed => ("#b9bdb9", 1.5, "5 6"),
        };
        Some(Curve {
            state: ramp.state.key(),
            path: format!(
                "M{x1:.1} {y1:.1}C{:.1} {y1:.1} {:.1} {y2:.1} {stop:.1} {y2:.1}",
                x1 + sign * reach,
                x2 - sign * reach
            ),
            arrow: format!("M{tip:.1} {y2:.1}l{:.1} -6v12z", -sign * 11.0),
            ink,
            width,
            dash,
            number: number(ramp),
            // A third of the way before the tip, where curves have parted again.
            badge: bezier((x1, y1), (x2, y2), sign * reach, 0.72),
            says: ramp.name.clone(),
        })
    };
    ramps.iter().filter_map(curve).collect()
}

/// Whether arriving at a level means going to the left: of two opposite ramps the one to the left lies lower at both ends.
fn leftward(target: &TargetRef) -> bool {
    target.track == Track::Skill
}

/// The point of the curve at a part of it.
fn bezier((x1, y1): (f32, f32), (x2, y2): (f32, f32), reach: f32, t: f32) -> (f32, f32) {
    let s = 1.0 - t;
    let (a, b, c, d) = (s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t);
    (a * x1 + b * (x1 + reach) + c * (x2 - reach) + d * x2, (a + b) * y1 + (c + d) * y2)
}

#[allow(clippy::cast_possible_truncation, reason = "coordinates of the drawing are small")]
fn rounded(y: f32) -> i32 {
    y.round() as i32
}

#[allow(clippy::cast_precision_loss, reason = "a map has few ramps")]
pub(crate) fn small(number: usize) -> f32 {
    number as f32
}
