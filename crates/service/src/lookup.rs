//! Looks words up in the catalogues: which occupation is meant, which majors list it. Suggestions carry their origin.

use engine::{Names, Occupation};
use model::Word;
use policy::Policy;
use policy::catalogue::{Catalogue, CatalogueRow};
use policy::format::Lists;
use policy::occupations::{is_code, plain_name};

use crate::guantong::Guantong;

/// The most hits of one search.
pub const MOST_HITS: usize = 50;

/// An occupation that a word may mean.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
pub struct OccupationHit {
    /// The name.
    pub name: String,
    /// The four-part code, where known.
    pub code: Option<String>,
    /// The group's code, where known.
    pub group: Option<String>,
    /// How sure the national table is: `high`, `medium` or `low`; `printed` for groups of a catalogue.
    pub confidence: String,
    /// What is to be said about the row, for example a former name.
    pub note: String,
    /// Where each place's catalogue lists it.
    pub places: Vec<PlaceHit>,
}

/// What one place's catalogue says of an occupation.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
pub struct PlaceHit {
    /// The key of the place.
    pub jurisdiction: String,
    /// The Chinese name of the place.
    pub name: String,
    /// `listed`, `unlisted`, `unplaced`, or `no-catalogue`.
    pub standing: &'static str,
    /// The majors that list it, with series, group and clause.
    pub majors: Vec<MajorHit>,
}

/// One major that lists an occupation.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
pub struct MajorHit {
    /// The series.
    pub series: String,
    /// The major.
    pub specialty: String,
    /// The group as printed.
    pub occupation: String,
    /// The group's code.
    pub code: String,
    /// The clause of the major.
    pub clause: String,
    /// What is odd about the printed row.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub errata: String,
}

/// A specialty of a place's catalogue with all occupations that it lists.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
pub struct SpecialtyHit {
    /// The key of the place.
    pub jurisdiction: String,
    /// The Chinese name of the place.
    pub name: String,
    /// The series.
    pub series: String,
    /// The specialty.
    pub specialty: String,
    /// The clause that lists its occupations.
    pub clause: String,
    /// The occupations, as printed.
    pub occupations: Vec<MajorHit>,
}

impl Guantong {
    /// Specialties whose name contains the word, with the occupations that they list.
    #[must_use]
    pub fn specialties(&self, word: &str, place: Option<&Policy>) -> Vec<SpecialtyHit> {
        let word = plain_name(word);
        let mut hits = Vec::new();
        if word.is_empty() {
            return hits;
        }
        let policies: Vec<&Policy> =
            place.map_or_else(|| self.packs().policies.iter().collect(), |policy| vec![policy]);
        for policy in policies {
            let Some(catalogue) = &policy.catalogue else { continue };
            for (i, specialty) in catalogue.majors.iter().enumerate() {
                if !plain_name(&specialty.name).contains(&word) {
                    continue;
                }
                hits.push(SpecialtyHit {
                    jurisdiction: policy.jurisdiction.key.clone(),
                    name: policy.jurisdiction.zh.clone(),
                    series: specialty.series.zh().to_owned(),
                    specialty: specialty.name.clone(),
                    clause: specialty.clause.clone(),
                    occupations: catalogue
                        .rows
                        .iter()
                        .filter(|row| row.major == i)
                        .filter_map(|row| major(catalogue, row))
                        .collect(),
                });
            }
        }
        hits
    }

    /// Occupations whose name or code contains the word, exact matches first, at most [`MOST_HITS`].
    #[must_use]
    pub fn occupations(&self, word: &str, place: Option<&Policy>) -> Vec<OccupationHit> {
        let word = plain_name(word);
        if word.is_empty() {
            return Vec::new();
        }
        let policies: Vec<&Policy> =
            place.map_or_else(|| self.packs().policies.iter().collect(), |policy| vec![policy]);
        let mut hits: Vec<(u8, OccupationHit)> = Vec::new();
        let rank = |name: &str, code: &str| match () {
            () if name == word || code == word => Some(0),
            () if name.starts_with(&word) || (word.len() >= 4 && code.starts_with(&word)) => Some(1),
            () if name.contains(&word) => Some(2),
            () => None,
        };
        for row in &self.packs().national.occupations.rows {
            let Some(rank) = rank(&plain_name(&row.name), &row.code) else { continue };
            let some = |text: &String| (!text.is_empty()).then(|| text.clone());
            let mut note = row.synonyms_note.clone();
            if !row.current_name.is_empty() {
                note = format!("{} → {} {note}", row.kind, row.current_name).trim().to_owned();
            }
            hits.push((
                rank,
                OccupationHit {
                    name: row.name.clone(),
                    code: some(&row.code),
                    group: some(&row.group),
                    confidence: row.confidence.clone(),
                    note,
                    places: self.places_of(&row.name, &policies),
                },
            ));
        }
        for catalogue in policies.iter().filter_map(|policy| policy.catalogue.as_ref()) {
            for row in &catalogue.rows {
                let code = row.code.as_deref().unwrap_or_default();
                let Some(rank) = rank(&plain_name(&row.occupation), code) else { continue };
                if hits.iter().any(|(_, hit)| hit.name == row.occupation) {
                    continue;
                }
                hits.push((
                    rank,
                    OccupationHit {
                        name: row.occupation.clone(),
                        code: None,
                        group: row.code.clone(),
                        confidence: "printed".to_owned(),
                        note: String::new(),
                        places: self.places_of(&row.occupation, &policies),
                    },
                ));
            }
        }
        if hits.is_empty() && (is_code(&word, 3) || is_code(&word, 4)) {
            let group = word.get(..7).map(str::to_owned);
            let places = self.places_of(&word, &policies);
            let code = is_code(&word, 4).then(|| word.clone());
            let (confidence, note) = ("written".to_owned(), String::new());
            hits.push((0, OccupationHit { name: word.clone(), code, group, confidence, note, places }));
        }
        hits.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.name.chars().count().cmp(&b.1.name.chars().count())));
        hits.into_iter().map(|(_, hit)| hit).take(MOST_HITS).collect()
    }

    fn places_of(&self, name: &str, policies: &[&Policy]) -> Vec<PlaceHit> {
        policies.iter().map(|policy| self.place_of(name, policy)).collect()
    }

    fn place_of(&self, name: &str, policy: &Policy) -> PlaceHit {
        let placed = Names::new(policy, &self.packs().national).place(name);
        let mut hit = PlaceHit {
            jurisdiction: policy.jurisdiction.key.clone(),
            name: policy.jurisdiction.zh.clone(),
            standing: "no-catalogue",
            majors: Vec::new(),
        };
        let Some(catalogue) = &policy.catalogue else { return hit };
        let groups = catalogue.lists == Lists::Groups;
        hit.standing = match (placed.majors != 0, groups && !placed.placed()) {
            (true, _) => "listed",
            (false, false) => "unlisted",
            (false, true) => "unplaced",
        };
        let plain = plain_name(name);
        hit.majors = rows_of(catalogue, &plain, placed).filter_map(|row| major(catalogue, row)).collect();
        hit
    }
}

/// The rows that list an occupation.
pub(crate) fn rows_of<'c>(
    catalogue: &'c Catalogue,
    plain: &'c str,
    placed: Occupation,
) -> impl Iterator<Item = &'c CatalogueRow> {
    catalogue.rows.iter().filter(move |row| match &row.code {
        Some(code) => policy::occupations::code_digits(code) == placed.group,
        None => std::iter::once(&row.occupation).chain(&row.read_as).any(|name| plain_name(name) == plain),
    })
}

fn major(catalogue: &Catalogue, row: &CatalogueRow) -> Option<MajorHit> {
    let major = catalogue.majors.get(row.major)?;
    Some(MajorHit {
        series: major.series.zh().to_owned(),
        specialty: major.name.clone(),
        occupation: row.occupation.clone(),
        code: row.code.clone().unwrap_or_default(),
        clause: major.clause.clone(),
        errata: row.errata.clone(),
    })
}
