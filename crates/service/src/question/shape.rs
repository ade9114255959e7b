//! What the answer to each question looks like: its kind and its allowed values.

use model::paths::FactPath;
use model::question::{AllowedValue, AnswerField, AnswerKind, AnswerShape};
use model::{
    Appointment, EducationLevel, EmployerKind, Grade, PostClass, SchoolClass, Series, Sex, SkillLevel, Status,
    TitleTier, Word,
};
use wording::Phrasebook;

/// The most hours that a year has.
const HOURS_OF_A_YEAR: u32 = 8_784;

/// What the answer to the question for a fact looks like.
pub(super) fn of(path: FactPath, phrases: &Phrasebook) -> AnswerShape {
    let record = |keys: &[&'static str]| {
        let field = |key: &&'static str| AnswerField { key, answer: of_key(path, key, phrases) };
        AnswerShape { fields: keys.iter().map(field).collect(), ..plain(AnswerKind::Records) }
    };
    match path {
        FactPath::Status => words::<Status>("status", phrases),
        FactPath::EmployerKind => words::<EmployerKind>("employer-kind", phrases),
        FactPath::UpperLevel | FactPath::Frontline | FactPath::SkilledPost => plain(AnswerKind::YesNo),
        FactPath::Field => {
            let mut shape = words::<Series>("series", phrases);
            let name = phrases.text("portal-no-series").to_owned();
            shape.values.push(AllowedValue { key: "none".to_owned(), name });
            shape
        }
        FactPath::BirthDate => plain(AnswerKind::Date),
        FactPath::Sex => words::<Sex>("sex", phrases),
        FactPath::PostClass => words::<PostClass>("post-class", phrases),
        FactPath::AppointedAs => words::<Appointment>("appointment", phrases),
        FactPath::Review(_) => words::<Grade>("grade", phrases),
        FactPath::Hours(_) => AnswerShape { least: Some(0), most: Some(HOURS_OF_A_YEAR), ..plain(AnswerKind::Number) },
        FactPath::Skills => record(&["level", "occupation", "date"]),
        FactPath::Titles => record(&["tier", "series", "specialty", "date"]),
        FactPath::Work => record(&["occupation", "from", "to", "skilled"]),
        FactPath::Honours => record(&["name", "rank", "award", "date"]),
        FactPath::Education => record(&["level", "class", "date", "relevant_to"]),
        FactPath::Sanctions => record(&["kind", "date"]),
        FactPath::Skill(_, key)
        | FactPath::Title(_, key)
        | FactPath::WorkItem(_, key)
        | FactPath::Honour(_, key)
        | FactPath::Diploma(_, key)
        | FactPath::Sanction(_, key) => of_key(path.list().unwrap_or(path), key, phrases),
        FactPath::Occupation
        | FactPath::Specialty
        | FactPath::EmployerName
        | FactPath::Evidence
        | FactPath::EvidenceItem(..) => plain(AnswerKind::Text),
    }
}

/// What the value of a record's key looks like.
fn of_key(list: FactPath, key: &str, phrases: &Phrasebook) -> AnswerShape {
    match (list, key) {
        (FactPath::Education, "level") => words::<EducationLevel>("education", phrases),
        (_, "level") => words::<SkillLevel>("skill-level", phrases),
        (_, "tier") => words::<TitleTier>("title-tier", phrases),
        (_, "series") => words::<Series>("series", phrases),
        (_, "class") => words::<SchoolClass>("school-class", phrases),
        (_, "kind") => words::<model::SanctionKind>("sanction-kind", phrases),
        (_, "skilled") => plain(AnswerKind::YesNo),
        (_, "relevant_to") => plain(AnswerKind::Texts),
        (_, "rank") => AnswerShape { least: Some(1), most: None, ..plain(AnswerKind::Number) },
        (_, "to") => plain(AnswerKind::End),
        (_, "date" | "from") => plain(AnswerKind::Date),
        _ => plain(AnswerKind::Text),
    }
}

fn plain(kind: AnswerKind) -> AnswerShape {
    AnswerShape { kind, values: Vec::new(), least: None, most: None, fields: Vec::new() }
}

fn words<W: Word>(vocabulary: &str, phrases: &Phrasebook) -> AnswerShape {
    let value =
        |word: &W| AllowedValue { key: word.key().to_owned(), name: phrases.word(vocabulary, word.key()).to_owned() };
    AnswerShape { values: W::ALL.iter().map(value).collect(), ..plain(AnswerKind::Word) }
}
