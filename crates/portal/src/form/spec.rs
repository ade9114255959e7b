//! What the form asks: single facts by their path in the dossier, and lists with the columns of a row.

/// How a fact is filled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// A free text, with a list of suggestions.
    Text(Option<&'static str>),
    /// A date.
    Date,
    /// Yes, no, or not stated.
    YesNo,
    /// A word out of a vocabulary, or not stated.
    Word(Choices),
    /// A whole number.
    Number,
    /// Occupations, separated by commas.
    Names,
    /// A mark that is set or not; unset is the usual case, not an unknown one.
    Mark,
}

/// The vocabularies that the form offers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Choices {
    /// The sex.
    Sex,
    /// How a person stands to the employer.
    Status,
    /// Kinds of employers.
    EmployerKind,
    /// The series, and none of them.
    Field,
    /// The series.
    Series,
    /// Appointments, and none.
    Appointment,
    /// Skill levels.
    SkillLevel,
    /// Title tiers.
    TitleTier,
    /// Review grades.
    Grade,
    /// Education levels.
    Education,
    /// Technical-school classes.
    SchoolClass,
    /// Whether a diploma is relevant: to none, to named occupations.
    Relevance,
}

/// A single fact.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scalar {
    /// The path in the dossier, which is also the field's name.
    pub(crate) path: &'static str,
    /// How it is filled in.
    pub(crate) kind: Kind,
}

/// A list of records.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListSpec {
    /// The key in the dossier.
    pub(crate) name: &'static str,
    /// The columns of a row.
    pub(crate) columns: &'static [Scalar],
    /// How many blank rows a fresh form shows.
    pub(crate) fresh: usize,
}

const OCCUPATIONS: Kind = Kind::Text(Some("occupations"));

const fn fact(path: &'static str, kind: Kind) -> Scalar {
    Scalar { path, kind }
}

/// The single facts, in the order of the form.
pub(crate) const SCALARS: &[Scalar] = &[
    fact("employment.status", Kind::Word(Choices::Status)),
    fact("employment.employer.kind", Kind::Word(Choices::EmployerKind)),
    fact("employment.field", Kind::Word(Choices::Field)),
    fact("employment.frontline", Kind::YesNo),
    fact("employment.skilled_post", Kind::YesNo),
    fact("employment.occupation", OCCUPATIONS),
    fact("employment.specialty", Kind::Text(Some("majors"))),
    fact("employment.appointed_as", Kind::Word(Choices::Appointment)),
    fact("employment.employer.upper_level", Kind::YesNo),
    fact("employment.employer.name", Kind::Text(None)),
];

/// The lists, in the order of the form.
pub(crate) const LISTS: &[ListSpec] = &[
    ListSpec {
        name: "skills",
        columns: &[
            fact("level", Kind::Word(Choices::SkillLevel)),
            fact("occupation", OCCUPATIONS),
            fact("date", Kind::Date),
        ],
        fresh: 2,
    },
    ListSpec {
        name: "titles",
        columns: &[
            fact("tier", Kind::Word(Choices::TitleTier)),
            fact("series", Kind::Word(Choices::Series)),
            fact("specialty", Kind::Text(Some("majors"))),
            fact("date", Kind::Date),
        ],
        fresh: 1,
    },
    ListSpec {
        name: "work",
        columns: &[
            fact("occupation", OCCUPATIONS),
            fact("from", Kind::Date),
            fact("to", Kind::Date),
            fact("going_on", Kind::Mark),
            fact("unskilled", Kind::Mark),
        ],
        fresh: 2,
    },
    ListSpec {
        name: "honours",
        columns: &[
            fact("name", Kind::Text(Some("honours"))),
            fact("rank", Kind::Number),
            fact("award", Kind::Text(Some("awards"))),
            fact("date", Kind::Date),
        ],
        fresh: 1,
    },
    ListSpec {
        name: "education",
        columns: &[
            fact("level", Kind::Word(Choices::Education)),
            fact("class", Kind::Word(Choices::SchoolClass)),
            fact("date", Kind::Date),
            fact("relevance", Kind::Word(Choices::Relevance)),
            fact("relevant_to", Kind::Names),
        ],
        fresh: 1,
    },
    ListSpec { name: "sanctions", columns: &[fact("date", Kind::Date)], fresh: 1 },
];

/// How many years of reviews before the day are asked for.
pub(crate) const REVIEW_YEARS: i16 = 3;
/// How many years of hours before the day are asked for.
pub(crate) const HOURS_YEARS: i16 = 4;
/// The most rows of a list that the form shows; further records are kept aside.
pub(crate) const MOST_ROWS: usize = 12;

/// The list of a name.
pub(crate) fn list_named(name: &str) -> Option<&'static ListSpec> {
    LISTS.iter().find(|list| list.name == name)
}
