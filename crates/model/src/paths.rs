//! Paths of facts in a dossier, as they appear under `missing` and `facts`.

use std::fmt;

/// A fact of the dossier that can be asked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FactPath {
    /// `person.birth_date`; no rule of a policy reads it.
    BirthDate,
    /// `person.sex`; no rule of a policy reads it.
    Sex,
    /// `employment.post_class`; no rule of a policy reads it.
    PostClass,
    /// `employment.status`
    Status,
    /// `employment.employer.kind`
    EmployerKind,
    /// `employment.employer.name`; shown, never asked for.
    EmployerName,
    /// `employment.employer.upper_level`
    UpperLevel,
    /// `employment.field`
    Field,
    /// `employment.frontline`
    Frontline,
    /// `employment.skilled_post`
    SkilledPost,
    /// `employment.appointed_as`
    AppointedAs,
    /// `employment.occupation`
    Occupation,
    /// `employment.specialty`
    Specialty,
    /// `skills`
    Skills,
    /// `skills[i].KEY`
    Skill(u32, &'static str),
    /// `titles`
    Titles,
    /// `titles[i].KEY`
    Title(u32, &'static str),
    /// `work`
    Work,
    /// `work[i].KEY`
    WorkItem(u32, &'static str),
    /// `honours`
    Honours,
    /// `honours[i].KEY`
    Honour(u32, &'static str),
    /// `education`
    Education,
    /// `education[i].KEY`
    Diploma(u32, &'static str),
    /// `evidence`; shown, never asked for.
    Evidence,
    /// `evidence[i].KEY`; shown, never asked for.
    EvidenceItem(u32, &'static str),
    /// `sanctions`
    Sanctions,
    /// `sanctions[i].KEY`
    Sanction(u32, &'static str),
    /// `reviews.YEAR`
    Review(i16),
    /// `continuing_education.YEAR`
    Hours(i16),
}

impl fmt::Display for FactPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let item = |f: &mut fmt::Formatter<'_>, list: &str, index: u32, key: &str| {
            if key.is_empty() { write!(f, "{list}[{index}]") } else { write!(f, "{list}[{index}].{key}") }
        };
        match self {
            Self::BirthDate => f.write_str("person.birth_date"),
            Self::Sex => f.write_str("person.sex"),
            Self::PostClass => f.write_str("employment.post_class"),
            Self::Status => f.write_str("employment.status"),
            Self::EmployerKind => f.write_str("employment.employer.kind"),
            Self::EmployerName => f.write_str("employment.employer.name"),
            Self::UpperLevel => f.write_str("employment.employer.upper_level"),
            Self::Field => f.write_str("employment.field"),
            Self::Frontline => f.write_str("employment.frontline"),
            Self::SkilledPost => f.write_str("employment.skilled_post"),
            Self::AppointedAs => f.write_str("employment.appointed_as"),
            Self::Occupation => f.write_str("employment.occupation"),
            Self::Specialty => f.write_str("employment.specialty"),
            Self::Skills => f.write_str("skills"),
            Self::Skill(index, key) => item(f, "skills", *index, key),
            Self::Titles => f.write_str("titles"),
            Self::Title(index, key) => item(f, "titles", *index, key),
            Self::Work => f.write_str("work"),
            Self::WorkItem(index, key) => item(f, "work", *index, key),
            Self::Honours => f.write_str("honours"),
            Self::Honour(index, key) => item(f, "honours", *index, key),
            Self::Education => f.write_str("education"),
            Self::Diploma(index, key) => item(f, "education", *index, key),
            Self::Evidence => f.write_str("evidence"),
            Self::EvidenceItem(index, key) => item(f, "evidence", *index, key),
            Self::Sanctions => f.write_str("sanctions"),
            Self::Sanction(index, key) => item(f, "sanctions", *index, key),
            Self::Review(year) => write!(f, "reviews.{year}"),
            Self::Hours(year) => write!(f, "continuing_education.{year}"),
        }
    }
}

impl serde::Serialize for FactPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl schemars::JsonSchema for FactPath {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FactPath".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "a path in the dossier, for example skills[0].date" })
    }
}
