//! The rungs of the ladders: one card a level, with its state and its day.

use model::Track;
use model::plan::{LevelState, PlanDocument, PlannedLevel};
use wording::Phrasebook;

use crate::label;
use crate::wrap::{clean, measured};

/// The width of a card.
pub(crate) const WIDTH: f32 = 276.0;
/// The height of a card.
pub(crate) const HEIGHT: f32 = 92.0;
/// From one card to the next.
pub(crate) const PITCH: f32 = 118.0;

/// How much wider bold type may be than is reckoned.
const BOLD: f32 = 1.25;
/// The type size of a name.
const SIZE: f32 = 18.0;

/// One card.
#[derive(Clone, Debug)]
pub(crate) struct Rung {
    pub x: f32,
    pub y: f32,
    pub state: &'static str,
    pub name: String,
    /// The type size of the name: smaller where it is long.
    pub size: f32,
    pub label: String,
    pub day: String,
    pub beside: String,
    pub here: bool,
    /// What a screen reader says.
    pub says: String,
    pub colours: Colours,
}

/// Colours for where no style sheet is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Colours {
    pub wash: &'static str,
    pub ink: &'static str,
}

/// The colours of a state.
pub(crate) fn colours(state: LevelState) -> Colours {
    let (wash, ink) = match state {
        LevelState::Held => ("#e6eef7", "#1f4a77"),
        LevelState::Open => ("#e6f2eb", "#1d6b45"),
        LevelState::Later => ("#e2f1f4", "#1a6170"),
        LevelState::IfDecided => ("#f0e9f6", "#66408a"),
        LevelState::Undetermined | LevelState::IfRenewed => ("#fbf0d9", "#7a4d00"),
        LevelState::Closed => ("#ececea", "#55606b"),
    };
    Colours { wash, ink }
}

/// The cards of one ladder, the lowest level first; `top` is where the highest ladder begins.
pub(crate) fn ladder(plan: &PlanDocument, track: Track, phrases: &Phrasebook, x: f32, bottom: f32) -> Vec<Rung> {
    let levels: Vec<&PlannedLevel> = plan.levels.iter().filter(|level| level.target.track == track).collect();
    let here = levels.iter().rposition(|level| level.state == LevelState::Held);
    let mut y = bottom - HEIGHT;
    let mut rungs = Vec::new();
    for (i, level) in levels.into_iter().enumerate() {
        rungs.push(rung(level, phrases, (x, y), here == Some(i)));
        y -= PITCH;
    }
    rungs
}

fn rung(level: &PlannedLevel, phrases: &Phrasebook, (x, y): (f32, f32), here: bool) -> Rung {
    let way = level.way.as_ref().or(level.way_if_decided.as_ref());
    let label = match (&level.included_in, level.state) {
        (Some(_), LevelState::Closed) => "map-included".to_owned(),
        (_, state) => format!("plan-state-{}", state.key()),
    };
    let day = match (level.state, way) {
        (LevelState::Held, _) => String::new(),
        (LevelState::Open, _) => phrases.text("map-now").to_owned(),
        (_, Some(way)) => way.from.to_string(),
        (LevelState::Undetermined, None) => {
            let id = if level.missing.len() == 1 { "map-missing-one" } else { "map-missing" };
            phrases.format(id, &[("count", &level.missing.len().to_string())])
        }
        _ => "—".to_owned(),
    };
    let ordinary = level.way_by_ordinary_promotion.as_ref().filter(|_| level.state != LevelState::Held);
    let beside = match (here, ordinary) {
        (true, _) => phrases.text("map-here").to_owned(),
        (false, Some(way)) => phrases.format("map-ordinary", &[("day", &way.from.to_string())]),
        (false, None) => String::new(),
    };
    let name = clean(&label::level(phrases, &level.target));
    Rung {
        x,
        y,
        state: level.state.key(),
        size: SIZE.min(SIZE * (WIDTH - 32.0) / (measured(&name, SIZE) * BOLD)),
        name,
        label: phrases.text(&label).to_owned(),
        day,
        beside,
        here,
        says: clean(&level.summary),
        colours: colours(level.state),
    }
}
