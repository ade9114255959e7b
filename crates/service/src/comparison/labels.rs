//! What the points of a comparison are called, and for which levels and routes they are said.

use model::{Direction, Track, Word};
use policy::comparison::{About, Place, Point};
use policy::format::WarnedWhen;

use super::says::Writer;

/// The key of what a point is about.
pub(super) fn key(about: &About<'_>) -> &'static str {
    match about {
        About::Document => "document",
        About::Issued => "issued",
        About::PassesOn => "passes-on",
        About::From => "from",
        About::Until => "until",
        About::Checked => "checked",
        About::Series => "series",
        About::Levels(Track::Title) => "levels-title",
        About::Levels(Track::Skill) => "levels-skill",
        About::Pilot(_) => "pilot",
        About::Route(..) => "route",
        About::Condition(role) => role.key(),
        About::Honour(_) => "honour",
        About::Related => "related",
        About::Catalogue(Direction::SkillToTitle) => "catalogue-skill-to-title",
        About::Catalogue(Direction::TitleToSkill) => "catalogue-title-to-skill",
        About::CatalogueRow(..) => "catalogue-row",
        About::ServicePoints => "service-points",
        About::ServicePoint(..) => "service-point",
        About::Waiver(_) => "waiver",
        About::Class(_) => "class",
        About::Warning(WarnedWhen::FraudWithinYears(_)) => "warning-fraud",
        About::Warning(WarnedWhen::HoldsLevel(_)) => "warning-level",
        About::Warning(WarnedWhen::QualificationAfterSetting(_)) => "warning-qualification",
        About::Warning(WarnedWhen::Always) => "warning-always",
        About::Setting(_) => "setting",
        About::NoWeakening => "no-weakening",
        About::Body(_) => "body",
        About::Clause(_) => "clause",
    }
}

/// What a point is called.
pub(super) fn name(writer: &Writer<'_>, about: &About<'_>) -> String {
    let phrases = writer.phrases;
    let id = format!("compare-about-{}", key(about));
    let known = |id: String, otherwise: &str| {
        let text = phrases.text(&id);
        if text == id { otherwise.to_owned() } else { text.to_owned() }
    };
    match about {
        About::Condition(role) => phrases.text(&format!("compare-role-{}", role.key())).to_owned(),
        About::Pilot(index) => phrases.format(&id, &[("number", &(index + 1).to_string())]),
        About::Route(levels, name) => {
            let levels = writer.list(levels.iter().map(|level| writer.level(*level)));
            phrases.format(&id, &[("level", &levels), ("route", writer.in_language(name))])
        }
        About::Honour(name) => name.trim_start_matches('*').to_owned(),
        About::CatalogueRow(major, occupation) => phrases.format(&id, &[("major", major), ("occupation", occupation)]),
        About::ServicePoint(institution, occupation) => {
            phrases.format(&id, &[("institution", institution), ("occupation", occupation)])
        }
        About::Waiver(what) => known(format!("compare-about-waiver-{what}"), what),
        About::Body(key) => known(format!("compare-about-body-{key}"), key),
        About::Class(class) => phrases.format(&id, &[("class", phrases.word("school-class", class.key()))]),
        About::Setting(clause) => phrases.format(&id, &[("clause", clause)]),
        About::Clause(clause) => phrases.format(&id, &[("id", clause)]),
        _ => phrases.text(&id).to_owned(),
    }
}

/// For which levels and routes a point is said.
pub(super) fn scope(writer: &Writer<'_>, point: &Point<'_>) -> Vec<String> {
    if point.scope.is_empty() {
        return Vec::new();
    }
    if point.everywhere {
        return vec![writer.phrases.text("compare-scope-all").to_owned()];
    }
    let mut routes: Vec<(&Place<'_>, Vec<String>)> = Vec::new();
    for place in &point.scope {
        let level = writer.level(place.level);
        match routes.iter_mut().find(|(known, _)| known.route.0 == place.route.0) {
            Some((_, levels)) => levels.push(level),
            None => routes.push((place, vec![level])),
        }
    }
    let said = |(place, levels): &(&Place<'_>, Vec<String>)| {
        let route = writer.in_language(place.route.1);
        if levels.len() == place.levels {
            return route.to_owned();
        }
        writer.phrases.format("compare-scope-route", &[("level", &writer.list(levels)), ("route", route)])
    };
    routes.iter().map(said).collect()
}
