//! How an application travels in one place, as packs write it (`procedure.yaml`): ways of steps, each with its clauses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::Text;
use crate::words::{Effect, EmployerKind, Series, SkillLevel, TitleTier, Track};

mod material;
mod step;

pub use material::{MaterialKind, Substitute};
pub use step::{About, Body, Check, Exam, Ground, Group, Judges, Notice, Part, Point, Review, Step, Work};

/// The schema identifier of a `procedure.yaml`.
pub const PROCEDURE_SCHEMA: &str = "guantong/procedure/1";

/// The procedures of one place: the first way whose `when` fits is taken.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// `guantong/procedure/1`.
    #[schemars(extend("const" = PROCEDURE_SCHEMA))]
    pub schema: String,
    /// The ways, the more particular ones first.
    pub ways: Vec<Way>,
    /// Provisions that the procedure as a whole carries, and how.
    #[serde(default)]
    pub carried: Vec<Carries>,
    /// Whom to ask about it, where the text says so.
    #[serde(default)]
    pub ask: Vec<Ask>,
}

/// An office that answers questions about the procedure.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// The clause.
    pub clause: String,
    /// On which direction; on both where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub track: Option<Track>,
    /// The office in words; no person and no telephone number.
    pub name: Text,
}

/// A clause that the case engine carries for every way of the place, and how.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Carries {
    /// The clause.
    pub clause: String,
    /// How the engine carries it.
    pub by: Text,
}

/// One way of an application, from filing to its end.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Way {
    /// Its identifier within the place.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Titles or skill levels.
    pub track: Track,
    /// The clauses that make it.
    pub clauses: Vec<String>,
    /// When an application takes it.
    #[serde(default)]
    pub when: When,
    /// Where an application does not travel here at all: where it goes instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<Text>,
    /// The clause that has applications filed only in a round that was announced; none where they are taken at any time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<String>,
    /// The clause by which the notice of a round has a section for skilled workers; none where no text asks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skilled_section: Option<String>,
    /// What filing asks for.
    #[serde(default)]
    pub filing: Filing,
    /// The steps in their order.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// What stands at the end.
    #[serde(default)]
    pub end: End,
}

/// When an application takes a way, or a step of it. What is not named is not asked.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// For these title levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub titles: Vec<TitleTier>,
    /// For these skill levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<SkillLevel>,
    /// For titles of these series.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<Series>,
    /// Where eligibility opens this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
    /// Where the employer is of one of these kinds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub employer: Vec<EmployerKind>,
    /// Where the employer is, or is not, a non-public organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub non_public: Option<bool>,
    /// Where the employer is, or is not, a central or provincial enterprise seated in the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper_level: Option<bool>,
    /// Where the register has, or has not, the employer as assessor of this occupation and level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_assessor: Option<bool>,
    /// Where the register authorises, or does not authorise, the employer to review titles itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub self_reviewing: Option<bool>,
    /// Where the register has, or has not, the title as one gained by examination.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_examination: Option<bool>,
    /// Where the register has, or has not, the occupation as one of an access-type qualification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_qualification: Option<bool>,
    /// Where the applicant hands in through a personnel agency, or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through_agency: Option<bool>,
}

/// What filing asks for.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Filing {
    /// The clause on the signed promise that everything is true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise: Option<String>,
    /// The clause by which only the person's own will files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voluntary: Option<String>,
    /// The clause that opens the way through a personnel agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The documents that have to lie in the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Document>,
}

/// A document that has to lie in the file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The clause.
    pub clause: String,
    /// For which facts of the dossier.
    pub proves: Proves,
    /// The document in words.
    pub name: Text,
}

/// Which facts need a document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Proves {
    /// Each skill certificate of the dossier.
    Skills,
    /// Each title of the dossier.
    Titles,
    /// Each honour of the dossier.
    Honours,
    /// Each diploma of the dossier.
    Education,
    /// The annual reviews.
    Reviews,
    /// The hours of continuing education.
    ContinuingEducation,
}

impl Proves {
    /// The key of the dossier whose records it means.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Skills => "skills",
            Self::Titles => "titles",
            Self::Honours => "honours",
            Self::Education => "education",
            Self::Reviews => "reviews",
            Self::ContinuingEducation => "continuing_education",
        }
    }
}

/// What stands at the end of a way.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// The level is granted.
    #[default]
    Granted,
    /// The application is recommended to a body outside the place, which decides.
    Recommended,
    /// The employer appoints to the post.
    Appointed,
}
