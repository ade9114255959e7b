//! What levels and states are called on the map: short, since the ladder says the track.

use model::Track;
use model::decision::TargetRef;
use model::words::Series;
use wording::{Lang, Phrasebook};

/// The short name of a level.
pub(crate) fn level(phrases: &Phrasebook, target: &TargetRef) -> String {
    match (phrases.lang(), target.track, target.series) {
        (Lang::Zh, ..) => target.name.to_owned(),
        (Lang::En, Track::Skill, _) => phrases.word("skill-level", target.level).to_owned(),
        (Lang::En, Track::Title, Some(Series::Engineering)) => {
            phrases.word("engineering-title", target.level).to_owned()
        }
        (Lang::En, Track::Title, _) => phrases.word("title-tier", target.level).to_owned(),
    }
}
