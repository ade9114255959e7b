//! What levels and states are called on the map: short, since the ladder says the track.

use model::Track;
use model::decision::TargetRef;
use model::words::Series;
use wording::{Lang, Phrasebook};

/// The short name of a level.
pub(crate) fn level(phrases: &Phrasebook, target: &TargetRef) -> String {
    let name = match (phrases.lang(), target.track, target.series) {
        (Lang::Zh, ..) => target.name.to_owned(),
        (Lang::En, Track::Skill, _) => phrases.word("skill-level", target.level).to_owned(),
        (Lang::En, Track::Title, Some(Series::Engineering)) => {
            phrases.word("engineering-title", target.level).to_owned()
        }
        (Lang::En, Track::Title, _) => phrases.word("title-tier", target.level).to_owned(),
    };
    // English names carry the Chinese one in brackets, for which a card has no room.
    let name = name.split(" (").next().unwrap_or(&name);
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
