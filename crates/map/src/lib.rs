//! Draws a plan as the interchange map: two ladders side by side with their ramps, the person's place, the day at each level.
//! Pure: the same plan gives the same SVG. It reads as text for a screen reader, prints, and is themed by class names.

mod label;
mod layout;
mod legend;
mod ramp;
mod rung;
mod wrap;

use askama::Template;
use model::plan::PlanDocument;
use wording::{Lang, Phrasebook};

use layout::Layout;

/// The whole drawing.
#[derive(Template)]
#[template(path = "map.svg", escape = "html")]
struct Drawing {
    lang: &'static str,
    title: String,
    subtitle: String,
    description: String,
    layout: Layout,
}

/// The map of a plan as a standalone SVG document.
#[must_use]
pub fn svg(plan: &PlanDocument, lang: Lang) -> String {
    let phrases = Phrasebook::of(lang);
    let day = plan.as_of.to_string();
    let place = match lang {
        Lang::Zh => plan.jurisdiction.name.clone(),
        Lang::En => plan.jurisdiction.name_in_english.clone(),
    };
    let title = phrases.format("map-title", &[("place", &place)]);
    let subtitle = phrases.format("map-subtitle", &[("day", &day), ("document", &plan.policy.document)]);
    let description = plan.levels.iter().map(|level| level.summary.as_str()).collect::<Vec<_>>().join(" ");
    let layout = Layout::of(plan, phrases);
    let drawing = Drawing { lang: lang.key(), title, subtitle, description: wrap::clean(&description), layout };
    // Writing into memory does not fail; a template that did would leave an empty picture.
    drawing.render().unwrap_or_default()
}
