//! Display names of the closed vocabularies, found by a word's number.

use std::borrow::Cow;

use model::words::Word;
use model::{
    Appointment, CertificateKind, Direction, EducationLevel, Effect, EmployerKind, Grade, Outcome, PostClass,
    RetirementGroup, SanctionKind, SchoolClass, Series, Sex, SkillLevel, Stage, Status, TitleTier, Track, Truth,
};

use crate::texts::{Text, Texts};

/// A vocabulary of the texts: the middle part of its messages' ids, and its keys in the order of their numbers.
pub(crate) struct Vocabulary {
    /// The name, for example `skill-level`.
    pub(crate) kind: &'static str,
    /// The keys.
    pub(crate) keys: fn() -> Vec<&'static str>,
}

/// A word that has a display name.
pub(crate) trait Named {
    /// The number of its vocabulary.
    const LIST: List;
    /// Its number in the vocabulary.
    fn number(self) -> usize;
}

macro_rules! vocabularies {
    ($($kind:ident = $name:literal $(of $word:ident)? $(keys $keys:path)?,)+) => {
        /// The vocabularies.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum List { $(#[doc = $name] $kind,)+ }

        /// All vocabularies, each at the place of its number.
        pub(crate) const VOCABULARIES: &[Vocabulary] =
            &[$(Vocabulary { kind: $name, keys: $(keys_of::<$word>)? $($keys)? },)+];

        $($(impl Named for $word {
            const LIST: List = List::$kind;
            fn number(self) -> usize { self as usize }
        })?)+
    };
}

vocabularies! {
    Track = "track" of Track,
    SkillLevel = "skill-level" of SkillLevel,
    TitleTier = "title-tier" of TitleTier,
    PlainTier = "plain-tier" keys keys_of::<TitleTier>,
    EngineeringTitle = "engineering-title" keys keys_of::<TitleTier>,
    Series = "series" of Series,
    Grade = "grade" of Grade,
    Education = "education" of EducationLevel,
    SchoolClass = "school-class" of SchoolClass,
    Status = "status" of Status,
    EmployerKind = "employer-kind" of EmployerKind,
    CertificateKind = "certificate-kind" of CertificateKind,
    Appointment = "appointment" of Appointment,
    PostClass = "post-class" of PostClass,
    Sex = "sex" of Sex,
    RetirementGroup = "retirement-group" of RetirementGroup,
    SanctionKind = "sanction-kind" of SanctionKind,
    Outcome = "outcome" of Outcome,
    Effect = "effect" of Effect,
    Stage = "stage" of Stage,
    Direction = "direction" of Direction,
    Truth = "truth" keys truths,
}

fn keys_of<W: Word>() -> Vec<&'static str> {
    W::ALL.iter().map(|word| word.key()).collect()
}

/// The four truths, in the order in which verdicts are kept.
pub(crate) const TRUTHS: [Truth; 4] = [Truth::Yes, Truth::No, Truth::Unknown, Truth::Refer];

impl Named for Truth {
    const LIST: List = List::Truth;
    fn number(self) -> usize {
        match self {
            Self::Yes => 0,
            Self::No => 1,
            Self::Unknown => 2,
            Self::Refer => 3,
        }
    }
}

fn truths() -> Vec<&'static str> {
    TRUTHS.iter().map(|truth| truth.key()).collect()
}

/// The display names of one vocabulary.
#[derive(Debug)]
pub(crate) struct Names {
    keys: Vec<&'static str>,
    names: Vec<Cow<'static, str>>,
}

impl Names {
    /// Takes the names out of the texts; a key stands for a name that is missing, which a test finds.
    pub(crate) fn of(vocabulary: &Vocabulary, texts: &Texts) -> Self {
        let keys = (vocabulary.keys)();
        let name = |key: &&'static str| match texts.by_id.get(word_id(vocabulary.kind, key).as_str()) {
            Some(Text::Plain(name)) => name.clone(),
            _ => Cow::Borrowed(*key),
        };
        Self { names: keys.iter().map(name).collect(), keys }
    }

    /// The name of a word by its number.
    pub(crate) fn name(&self, number: usize) -> Option<&str> {
        self.names.get(number).map(Cow::as_ref)
    }

    /// The name of a word by its key.
    pub(crate) fn named(&self, key: &str) -> Option<&str> {
        self.name(self.keys.iter().position(|known| *known == key)?)
    }
}

/// The id of a word's message.
pub(crate) fn word_id(kind: &str, key: &str) -> String {
    format!("word-{kind}-{key}")
}
