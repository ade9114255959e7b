//! Occupations and specialties: what a word may mean, what each place says of it, who reviews, who evaluates, where.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use model::{Direction, Series, SkillLevel, TitleTier, Word};
use service::lookup::{
    Alike, DirectionHit, Follows, Found, LONGEST_WORD, OccupationHit, OtherName, Place, Point, Search, Standing, Text,
};

use crate::frame::{Frame, capital, encoded, public_page};
use crate::language::Reader;
use crate::pages::policies::named;
use crate::state::Portal;

/// A choice of the form: what is sent, what it is called, whether it is the one.
struct Choice<'p> {
    key: &'p str,
    name: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "catalogue.html")]
struct CataloguePage<'p> {
    frame: Frame,
    word: String,
    place: &'p str,
    direction: Option<Direction>,
    places: Vec<Choice<'p>>,
    directions: Vec<Choice<'p>>,
    found: Option<Found>,
}

/// Looks a word up.
pub(crate) async fn catalogue(
    State(portal): State<Arc<Portal>>,
    Extension(reader): Extension<Reader>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let value = |key: &str| {
        let found = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == key);
        found.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let word: String = value("q").chars().take(LONGEST_WORD).collect();
    let place = named(&portal.guantong, &value("place")).map_or("", |policy| &policy.jurisdiction.key);
    let direction = Direction::parse(&value("direction"));
    let jurisdiction = (!place.is_empty()).then_some(place);
    let found = portal.guantong.search(&Search { word: &word, jurisdiction, direction }).ok();
    let frame = Frame::titled(&reader, "catalogue", "portal-catalogue");
    let mut places: Vec<Choice<'_>> = Vec::new();
    for policy in &portal.guantong.packs().policies {
        let key = &policy.jurisdiction.key;
        if places.iter().all(|known| known.key != key) {
            let name = frame.either(&policy.jurisdiction.zh, &policy.jurisdiction.en).to_owned();
            places.push(Choice { key, name, chosen: place == key });
        }
    }
    let mut directions =
        vec![Choice { key: "", name: frame.t("portal-direction-both").to_owned(), chosen: direction.is_none() }];
    for one in Direction::ALL {
        let name = frame.label("direction", one.key());
        directions.push(Choice { key: one.key(), name, chosen: direction == Some(*one) });
    }
    public_page(&CataloguePage { frame, word, place, direction, places, directions, found })
}

impl CataloguePage<'_> {
    /// The address of a search for a name, with the place and the direction of this one.
    fn href(&self, name: &str) -> String {
        let mut path = format!("/catalogue?q={}", encoded(name));
        if !self.place.is_empty() {
            path.push_str(&format!("&place={}", encoded(self.place)));
        }
        if let Some(direction) = self.direction {
            path.push_str(&format!("&direction={}", direction.key()));
        }
        self.frame.link(&path)
    }

    fn either<'t>(&self, text: &'t Text) -> &'t str {
        self.frame.either(&text.zh, &text.en)
    }

    /// The code or group that stands beside a name.
    fn code<'h>(&self, hit: &'h OccupationHit) -> &'h str {
        hit.code.as_ref().or(hit.group.as_ref()).map_or("", |code| if *code == hit.name { "" } else { code })
    }

    /// How the word found an occupation.
    fn found_by(&self, hit: &OccupationHit) -> String {
        match &hit.found_by.other_name {
            None => capital(self.frame.t(&format!("catalogue-how-{}", hit.found_by.how.key()))),
            Some(other) => {
                let kind = self.frame.book().text(&other.text_id()).to_owned();
                let args = [("name", other.name.as_str()), ("kind", &kind), ("origin", self.either(&other.origin))];
                self.frame.book().format("catalogue-by-other-name", &args)
            }
        }
    }

    /// How sure the table is of an occupation.
    fn confidence(&self, hit: &OccupationHit) -> String {
        self.frame.t(&format!("catalogue-confidence-{}", hit.confidence.key())).to_owned()
    }

    /// What sort of other name it is, and where that comes from.
    fn about(&self, other: &OtherName) -> String {
        let origin = self.frame.f("catalogue-origin", "origin", self.either(&other.origin));
        format!("{}{}{origin}", self.frame.t(&other.text_id()), self.frame.either("；", "; "))
    }

    /// What places are called.
    fn names_of(&self, places: &[&Place]) -> String {
        let names: Vec<&str> = places.iter().map(|place| self.frame.either(&place.name.zh, &place.name.en)).collect();
        names.join(self.frame.t("portal-comma"))
    }

    /// What the places with these keys are called.
    fn named(&self, found: &Found, keys: &[String]) -> String {
        let named = |key: &String| found.places.iter().find(|place| place.jurisdiction == *key);
        let places: Vec<&Place> = keys.iter().filter_map(named).collect();
        self.names_of(&places)
    }

    fn first<'k>(&self, keys: &'k [String]) -> &'k str {
        keys.first().map_or("", String::as_str)
    }

    /// The sign and colour of a direction: those of the outcome that it leads to.
    fn colour(&self, hit: &DirectionHit) -> &'static str {
        match (hit.standing, hit.follows) {
            (Standing::Listed, _) => "eligible",
            (Standing::NoCatalogue, _) => "",
            (_, Follows::Refused) => "not-eligible",
            (_, Follows::Referred) => "referred",
            (_, Follows::Open | Follows::NotTested) => "",
        }
    }

    fn standing(&self, hit: &DirectionHit) -> String {
        self.frame.t(&format!("catalogue-{}", hit.standing.key())).to_owned()
    }

    /// What follows where an occupation is not listed; blank where it is.
    fn follows(&self, hit: &DirectionHit) -> String {
        hit.says(self.frame.lang).map(|(id, body)| self.frame.f(id, "body", body)).unwrap_or_default()
    }

    fn direction(&self, direction: Direction) -> String {
        self.frame.label("direction", direction.key())
    }

    fn directions(&self, directions: &[Direction]) -> String {
        self.words("direction", directions)
    }

    fn series(&self, series: Series) -> &str {
        self.frame.book().word("series", series.key())
    }

    fn levels(&self, levels: &[SkillLevel]) -> String {
        self.words("skill-level", levels)
    }

    fn tiers(&self, levels: &[TitleTier]) -> String {
        self.words("title-tier", levels)
    }

    fn words<W: Word>(&self, kind: &str, words: &[W]) -> String {
        let names: Vec<&str> = words.iter().map(|word| self.frame.book().word(kind, word.key())).collect();
        names.join(self.frame.t("portal-comma"))
    }

    fn is_toward_titles(&self, hit: &DirectionHit) -> bool {
        hit.direction == Direction::SkillToTitle
    }

    /// In what a name is like the word.
    fn alike(&self, why: Alike) -> &str {
        match why {
            Alike::Sound => self.frame.t("catalogue-sound"),
            Alike::Spelling => self.frame.t("catalogue-spelling"),
        }
    }

    /// Whether the list has an institution under a name that is neither the occupation's nor the other name.
    fn is_printed_otherwise(&self, hit: &OccupationHit, point: &Point) -> bool {
        point.printed != hit.name && point.other_name.as_ref().is_none_or(|other| other.name != point.printed)
    }

    /// How an institution is reached, where the operator's list says so.
    fn reach<'t>(&self, point: &'t Point) -> Vec<&'t String> {
        [&point.address, &point.contact, &point.phone].into_iter().flatten().collect()
    }

    /// The numbers that an institution has in the list.
    fn numbers(&self, numbers: &[u32]) -> String {
        let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
        self.frame.f("catalogue-point-numbers", "numbers", numbers.join(self.frame.t("portal-comma")))
    }
}
