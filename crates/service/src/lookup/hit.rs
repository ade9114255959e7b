//! What a search answers of one occupation: how it was found, what else it is called, what each place says of it.

use model::{Direction, Series, SkillLevel};
use policy::format::Text;
use policy::synonyms::SynonymKind;
use schemars::JsonSchema;
use serde::Serialize;
use wording::Lang;

/// An occupation that a word may mean.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct OccupationHit {
    /// The name.
    pub name: String,
    /// The four-part code, where known.
    pub code: Option<String>,
    /// The three-part code of the group, where known.
    pub group: Option<String>,
    /// The name of the group, where known.
    pub group_name: Option<String>,
    /// How sure the placing is.
    pub confidence: Confidence,
    /// What the national table remarks, in English.
    pub note: Option<String>,
    /// How the word found it.
    pub found_by: FoundBy,
    /// What else it is called: suggestions, with their origin.
    pub other_names: Vec<OtherName>,
    /// What each place says of it.
    pub places: Vec<PlaceHit>,
}

/// How sure the national table is of an occupation, or where a name comes from that it does not have.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// The national table places it with high confidence; decisions use that.
    High,
    /// Medium; decisions do not use it.
    Medium,
    /// Low; decisions do not use it.
    Low,
    /// A catalogue or a list of service points prints the name.
    Printed,
    /// The code as written.
    Written,
}

impl Confidence {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
            Self::Printed => "printed",
            Self::Written => "written",
        }
    }
}

/// How a word found an occupation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct FoundBy {
    /// What of it fits the word.
    pub how: How,
    /// The other name that fits, where it is not the occupation's own: a suggestion.
    pub other_name: Option<OtherName>,
}

/// What of a name fits a word; the better fit first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The whole code.
    Code,
    /// The whole name.
    Name,
    /// The whole name in pinyin.
    Pinyin,
    /// The whole name by initials, or by initials and syllables.
    Initials,
    /// The beginning of the code.
    PartOfCode,
    /// The beginning of the name.
    Beginning,
    /// A part of the name.
    Part,
    /// The beginning of the name in pinyin or initials.
    BeginningByPinyin,
    /// A part of the name in pinyin or initials.
    PartByPinyin,
}

impl How {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Pinyin => "pinyin",
            Self::Initials => "initials",
            Self::PartOfCode => "part-of-code",
            Self::Beginning => "beginning",
            Self::Part => "part",
            Self::BeginningByPinyin => "beginning-by-pinyin",
            Self::PartByPinyin => "part-by-pinyin",
        }
    }

    /// Whether the whole of the name or code fits.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self <= Self::Initials
    }
}

/// Another name of an occupation, with where that comes from. It is a suggestion and decides nothing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct OtherName {
    /// The other name.
    pub name: String,
    /// What sort of pair it is.
    pub kind: SynonymKind,
    /// Which side of the pair the other name is: pairs are read both ways.
    pub side: Side,
    /// Where the pair comes from, and how sure it is.
    pub origin: Text,
}

impl OtherName {
    /// The id of the text that says what sort of other name it is.
    #[must_use]
    pub fn text_id(&self) -> String {
        format!("catalogue-other-{}-{}", self.kind.key(), self.side.key())
    }
}

/// A side of a pair of names.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The name of the pair.
    Name,
    /// The synonym of the pair.
    Synonym,
}

impl Side {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Synonym => "synonym",
        }
    }
}

/// What one place says of an occupation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct PlaceHit {
    /// The key of the place.
    pub jurisdiction: String,
    /// The pack's identifier.
    pub policy: String,
    /// Direction by direction.
    pub directions: Vec<DirectionHit>,
}

/// What a place says of an occupation in one direction.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct DirectionHit {
    /// The direction.
    pub direction: Direction,
    /// Whether the catalogue lists it.
    pub standing: Standing,
    /// What follows from that.
    pub follows: Follows,
    /// The clause of the rule that looks the occupation up; null where none does.
    pub clause: Option<String>,
    /// Who decides, where it is referred.
    pub referred_to: Option<Text>,
    /// The specialties that list it.
    pub specialties: Vec<ListedUnder>,
    /// Other names of it that this catalogue lists, where it does not list it itself: suggestions.
    pub listed_as: Vec<OtherName>,
    /// Where the examination can be taken; null where the document has no list, or in the other direction.
    pub service_points: Option<Points>,
}

impl DirectionHit {
    /// The text that says what follows where the catalogue does not list the occupation, and the body that it names.
    #[must_use]
    pub fn says(&self, lang: Lang) -> Option<(&'static str, &str)> {
        let id = match (self.standing, self.follows) {
            (Standing::Listed, _) => return None,
            (Standing::NoCatalogue, _) => "catalogue-no-catalogue-open",
            (Standing::Unplaced, Follows::Referred) => "catalogue-unplaced-referred",
            (_, Follows::Referred) => "catalogue-unlisted-referred",
            (_, Follows::Refused) => "catalogue-unlisted-refused",
            (_, Follows::Open | Follows::NotTested) => "catalogue-unlisted-not-tested",
        };
        Some((id, self.referred_to.as_ref().map_or("", |body| body.in_language(lang.key()))))
    }
}

/// Whether a catalogue lists an occupation.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It is listed.
    Listed,
    /// It is not listed.
    Unlisted,
    /// The catalogue lists groups, and the name cannot be placed in one.
    Unplaced,
    /// The document has no catalogue.
    NoCatalogue,
}

impl Standing {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Unlisted => "unlisted",
            Self::Unplaced => "unplaced",
            Self::NoCatalogue => "no-catalogue",
        }
    }
}

/// What follows from where an occupation stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Follows {
    /// The catalogue is no obstacle.
    Open,
    /// No application.
    Refused,
    /// People decide.
    Referred,
    /// No rule of this direction looks the occupation up.
    NotTested,
}

impl Follows {
    /// The key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Refused => "refused",
            Self::Referred => "referred",
            Self::NotTested => "not-tested",
        }
    }
}

/// One row of a catalogue that lists an occupation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ListedUnder {
    /// The series.
    pub series: Series,
    /// The specialty.
    pub specialty: String,
    /// Further fields that the table prints beside it.
    pub scope: Option<String>,
    /// The clause.
    pub clause: String,
    /// The body that reviews titles, where the table names it; null in the other direction.
    pub body: Option<String>,
    /// The occupation or group as printed.
    #[serde(flatten)]
    pub row: PrintedRow,
}

/// An occupation or group as a table prints it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct PrintedRow {
    /// The name as printed.
    pub occupation: String,
    /// What a misprinted name has to be read as.
    pub read_as: Option<String>,
    /// The code of the group, in a table of groups.
    pub group: Option<String>,
    /// What is odd about the printed row.
    pub errata: Option<Text>,
}

/// Where an examination can be taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "ServicePoints")]
pub struct Points {
    /// The institutions, in the order of the list; the rows of one institution are one.
    pub institutions: Vec<Point>,
    /// Levels for which one applies at a service point and none is listed: ask the bureau.
    pub none_listed: Vec<SkillLevel>,
}

impl Points {
    /// The institutions that the list has under the name itself.
    pub fn own(&self) -> impl Iterator<Item = &Point> {
        self.institutions.iter().filter(|point| point.other_name.is_none())
    }

    /// Those that it has under other names, name by name: suggestions.
    #[must_use]
    pub fn by_other_names(&self) -> Vec<(&OtherName, Vec<&Point>)> {
        let mut groups: Vec<(&OtherName, Vec<&Point>)> = Vec::new();
        for point in &self.institutions {
            let Some(other) = &point.other_name else { continue };
            match groups.iter_mut().find(|(known, _)| *known == other) {
                Some((_, points)) => points.push(point),
                None => groups.push((other, vec![point])),
            }
        }
        groups
    }
}

/// An institution where an examination can be taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "ServicePoint")]
pub struct Point {
    /// The institution.
    pub institution: String,
    /// Its numbers in the list.
    pub numbers: Vec<u32>,
    /// The levels for which one applies here.
    pub apply_here: Vec<SkillLevel>,
    /// Levels for which it is only a possible place of the test: one applies elsewhere.
    pub possible_place: Vec<SkillLevel>,
    /// The occupation as the list prints it.
    pub printed: String,
    /// What a misprinted occupation has to be read as.
    pub read_as: Option<String>,
    /// The other name under which the list has it: a suggestion.
    pub other_name: Option<OtherName>,
    /// What is odd about the printed rows.
    pub errata: Vec<Text>,
    /// The address, where the operator's list has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Whom to ask for, where the operator's list has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The telephone number, where the operator's list has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}
