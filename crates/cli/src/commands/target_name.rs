//! What a target of a document is called in the language of the text.

use model::Target;
use model::decision::TargetRef;
use wording::Phrasebook;

/// What a target is called.
pub(super) fn target_name(phrases: &Phrasebook, target: &TargetRef) -> String {
    let series = target.series.map(|series| format!(":{series}")).unwrap_or_default();
    let mut name = String::new();
    match Target::parse(&format!("{}:{}{series}", target.track, target.level)) {
        Ok(target) => phrases.target(&mut name, &target),
        Err(_) => name.push_str(target.name),
    }
    name
}
