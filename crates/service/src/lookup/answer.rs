//! What a search answers: occupations with what each place says of them, specialties, nearest names.

use model::{Day, Direction, Series, SkillLevel, TitleTier};
use policy::format::{EvaluatedBy, EvaluatedWhen, ReviewedBy, Text};
use schemars::JsonSchema;
use serde::Serialize;

pub use super::hit::*;

/// The schema of the answer.
pub const CATALOGUE_SCHEMA: &str = "guantong/catalogue/1";

/// The answer to one search. Other names, pinyin and likeness only ever suggest; decisions match names exactly.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "CatalogueAnswer")]
pub struct Found {
    /// `guantong/catalogue/1`.
    #[schemars(extend("const" = CATALOGUE_SCHEMA))]
    pub schema: &'static str,
    /// The word as given.
    pub word: String,
    /// The place asked about; all where none.
    pub jurisdiction: Option<String>,
    /// The direction asked about; both where none.
    pub direction: Option<Direction>,
    /// The places that the answer speaks of, with who reviews and who evaluates there.
    pub places: Vec<Place>,
    /// Occupations, the best fit first.
    pub occupations: Vec<OccupationHit>,
    /// How many further occupations fit and are left out.
    pub further: usize,
    /// Specialties of the catalogues, with the occupations that they list.
    pub specialties: Vec<SpecialtyHit>,
    /// Names that are much like the word, where nothing else was found.
    pub nearest: Vec<Nearest>,
}

/// How many occupations are shown in full where none fits as a whole.
const FEW: usize = 3;

impl Found {
    /// How many occupations, from the first, a reader wants to see in full: those whose own name or code fits as a
    /// whole, else the first few. The others are told by name.
    #[must_use]
    pub fn in_full(&self) -> usize {
        let whole = |hit: &&OccupationHit| hit.found_by.how.is_whole() && hit.found_by.other_name.is_none();
        match self.occupations.iter().take_while(whole).count() {
            0 => FEW.min(self.occupations.len()),
            whole => whole.min(FEW),
        }
    }

    /// Whether the word is the name of a specialty and of no occupation.
    #[must_use]
    pub fn is_specialty(&self) -> bool {
        let specialty = self.specialties.first().is_some_and(|hit| hit.how.is_whole());
        specialty && self.occupations.first().is_none_or(|hit| !hit.found_by.how.is_whole())
    }

    /// What the places say of an occupation, those together that have the same rules.
    #[must_use]
    pub fn together<'f>(&'f self, hit: &'f OccupationHit) -> Vec<(Vec<&'f Place>, &'f PlaceHit)> {
        let mut groups: Vec<(Vec<&Place>, &PlaceHit)> = Vec::new();
        for at in &hit.places {
            let Some(place) = self.place(&at.policy) else { continue };
            let same = |places: &[&Place]| places.iter().any(|known| known.rules() == place.rules());
            match groups.iter_mut().find(|(places, known)| same(places) && known.directions == at.directions) {
                Some((places, _)) => places.push(place),
                None => groups.push((vec![place], at)),
            }
        }
        groups
    }

    /// What is said of a policy as a whole.
    #[must_use]
    pub fn place(&self, policy: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.policy == policy)
    }
}

/// A place, with what holds for all its occupations alike.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "CataloguePlace")]
pub struct Place {
    /// The key.
    pub jurisdiction: String,
    /// The GB/T 2260 code.
    pub code: String,
    /// What it is called.
    pub name: Text,
    /// The pack's identifier; a place may have several, one after the other.
    pub policy: String,
    /// The identifier of the pack whose rules it has, where it passes another one on.
    pub passes_on: Option<String>,
    /// The first day in force.
    pub effective: Day,
    /// The last day in force; null where none is printed.
    pub expires: Option<Day>,
    /// Whether its document has a catalogue.
    pub has_catalogue: bool,
    /// Which body reviews which title level, as far as the document says.
    pub reviewers: Vec<Reviewer>,
    /// Who evaluates which skill level, as far as the document says.
    pub evaluators: Vec<Evaluator>,
    /// The clause of the list of service points; null where the document has none.
    pub service_points_clause: Option<String>,
}

impl Place {
    /// Who reviews titles in the series of the specialties that list an occupation; in all where none lists it.
    pub fn reviewers_for<'p>(&'p self, way: &'p DirectionHit) -> impl Iterator<Item = &'p Reviewer> {
        let concerned = |one: &&Reviewer| {
            one.series.is_empty()
                || way.specialties.is_empty()
                || way.specialties.iter().any(|row| one.series.contains(&row.series))
        };
        self.reviewers.iter().filter(concerned)
    }

    /// The identifier of the pack whose rules it has.
    #[must_use]
    pub fn rules(&self) -> &str {
        self.passes_on.as_deref().unwrap_or(&self.policy)
    }
}

/// Which body reviews titles of some levels.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Reviewer {
    /// The clause.
    pub clause: String,
    /// The title levels.
    pub levels: Vec<TitleTier>,
    /// Only for these series; for all that the policy governs where none.
    pub series: Vec<Series>,
    /// How the body is found.
    pub by: ReviewedBy,
    /// The body in words.
    pub says: Text,
}

/// Who evaluates skill levels.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Evaluator {
    /// The clause.
    pub clause: String,
    /// The skill levels.
    pub levels: Vec<SkillLevel>,
    /// Who.
    pub by: EvaluatedBy,
    /// When it is this one.
    pub when: EvaluatedWhen,
    /// Who and when in words.
    pub says: Text,
}

/// A specialty of a place's catalogue with all occupations that it lists.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct SpecialtyHit {
    /// The keys of the places with this catalogue: that of the document, and those that pass it on.
    pub jurisdictions: Vec<String>,
    /// The identifier of the first one's pack.
    pub policy: String,
    /// The directions that its table serves.
    pub directions: Vec<Direction>,
    /// The series.
    pub series: Series,
    /// The specialty.
    pub specialty: String,
    /// Further fields that the table prints beside it.
    pub scope: Option<String>,
    /// The clause that lists its occupations.
    pub clause: String,
    /// The bodies that review, where the table names them.
    pub bodies: Vec<String>,
    /// How the word found it.
    pub how: How,
    /// The occupations or groups, as printed.
    pub occupations: Vec<PrintedRow>,
}

/// A name that is much like a word.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Nearest {
    /// The name.
    pub name: String,
    /// Why it is named.
    pub why: Alike,
}

/// In what a name is like a word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Alike {
    /// It sounds the same.
    Sound,
    /// It is written almost the same.
    Spelling,
}
