//! Where everything stands on the map.

use model::Track;
use model::decision::TargetRef;
use model::plan::PlanDocument;
use wording::Phrasebook;

use crate::legend::{self, Line};
use crate::ramp::{self, Curve, small};
use crate::rung::{self, HEIGHT, PITCH, Rung, WIDTH};

/// The width of the drawing.
const PAGE: f32 = 960.0;
/// The margin at its sides.
const MARGIN: f32 = 28.0;
/// Where the ladders begin.
const TOP: f32 = 142.0;

/// The whole map.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub width: f32,
    pub height: f32,
    pub middle: f32,
    pub ladders: [Ladder; 2],
    pub curves: Vec<Curve>,
    pub lines: Vec<Line>,
    pub rule: f32,
}

/// One ladder.
#[derive(Clone, Debug)]
pub(crate) struct Ladder {
    pub name: String,
    pub x: f32,
    pub y: f32,
    pub rungs: Vec<Rung>,
    /// The rails at both sides of the cards.
    pub rails: [f32; 2],
    pub foot: f32,
}

impl Layout {
    pub fn of(plan: &PlanDocument, phrases: &Phrasebook) -> Self {
        let count = |track: Track| plan.levels.iter().filter(|level| level.target.track == track).count();
        let highest = small(count(Track::Skill).max(count(Track::Title)).max(1));
        let bottom = TOP + highest * PITCH - (PITCH - HEIGHT);
        let (left, right) = (MARGIN, PAGE - MARGIN - WIDTH);
        let ladder = |track: Track, x: f32| {
            let rungs = rung::ladder(plan, track, phrases, x, bottom);
            let y = rungs.iter().map(|rung| rung.y).fold(bottom, f32::min) - 18.0;
            Ladder {
                name: phrases
                    .text(match track {
                        Track::Skill => "map-ladder-skill",
                        Track::Title => "map-ladder-title",
                    })
                    .to_owned(),
                x: x + WIDTH / 2.0,
                y,
                rungs,
                rails: [x + 34.0, x + WIDTH - 34.0],
                foot: bottom + 14.0,
            }
        };
        let ladders = [ladder(Track::Skill, left), ladder(Track::Title, right)];
        let place = |target: &TargetRef| {
            let x = if target.track == Track::Skill { left } else { right };
            let same = plan.levels.iter().filter(|level| level.target.track == target.track);
            let row = same.into_iter().position(|level| level.target.level == target.level)?;
            Some((x, bottom - HEIGHT - small(row) * PITCH))
        };
        let number = |ramp: &model::plan::Ramp| legend::number(plan, ramp);
        let curves = ramp::curves(&ramp::merged(plan), &place, &number);
        let rule = bottom + 40.0;
        let (lines, end) = legend::legend(plan, phrases, rule + 34.0, (MARGIN, PAGE - 2.0 * MARGIN));
        Self { width: PAGE, height: end + 20.0, middle: PAGE / 2.0, ladders, curves, lines, rule }
    }
}
