//! The data files: places, organisations, people and stories.

use std::collections::BTreeMap;

use casework::Role;
use casework::register::{Organisation, Remit};
use model::node::Node;
use model::procedure::Body;
use model::{Faults, Track};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A file that every case has in evidence.
pub(crate) const EVIDENCE: &[u8] = include_bytes!("../data/evidence.png");

/// Everything that is played.
#[derive(Debug)]
pub(crate) struct Script {
    pub places: Vec<PlaceScript>,
    pub organisations: Vec<OrganisationScript>,
    pub people: People,
    pub stories: Stories,
}

/// A place, with where its organisations lie.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlaceScript {
    pub place: String,
    /// GB/T 2260 codes by what `organisations.yaml` calls them.
    pub areas: BTreeMap<String, String>,
    /// The ids of its organisations there.
    pub organisations: Vec<String>,
}

/// An organisation that a place may have.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrganisationScript {
    pub id: String,
    kind: Body,
    area: String,
    #[serde(default)]
    under: Option<String>,
    /// Whether applicants for a skill level choose it.
    #[serde(default)]
    pub chosen: bool,
    /// The roles in which somebody acts for it.
    pub accounts: Vec<Role>,
    name: String,
    #[serde(default)]
    remits: Vec<Remit>,
}

/// The applicants.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct People {
    surnames: Vec<String>,
    given: Vec<String>,
    marked: String,
    applicants: Vec<ApplicantScript>,
}

/// Somebody who applies for a level of one track.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ApplicantScript {
    track: Track,
    pub target: String,
    /// The paths of the dossier that the file in evidence is said to prove.
    pub proves: Vec<String>,
    dossier: Value,
}

/// How far a case goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Goes {
    Ended,
    NotPassed,
    Objected,
    Returned,
    Refused,
    Withdrawn,
    Draft,
    EachStep,
}

impl Goes {
    /// The word, as the data files spell it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::NotPassed => "not-passed",
            Self::Objected => "objected",
            Self::Returned => "returned",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Draft => "draft",
            Self::EachStep => "each-step",
        }
    }
}

/// The stories, the committees that sit over them, and what people write.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stories {
    pub stories: Vec<StoryScript>,
    pub committee: CommitteeScript,
    pub texts: Texts,
}

/// A story of each of its tracks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoryScript {
    pub goes: Goes,
    pub tracks: Vec<Track>,
    #[serde(default)]
    pub login: bool,
}

/// The committee of each place.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CommitteeScript {
    pub members: usize,
    pub group: usize,
    pub points: u32,
    pub consent: String,
}

/// What people write.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Texts {
    pub finding: String,
    pub notice: String,
    pub objection: String,
    pub fault_at: String,
    pub problem: String,
    pub cure: String,
    pub unmet: String,
    pub refused: String,
    pub withdrawn: String,
    pub opinion: String,
    pub voted_down: String,
    pub round: String,
    pub skilled_section: String,
}

impl Script {
    /// The files of this crate.
    pub fn embedded() -> Result<Self, Faults> {
        Ok(Self {
            places: read("places.yaml", include_str!("../data/places.yaml"))?,
            organisations: read("organisations.yaml", include_str!("../data/organisations.yaml"))?,
            people: read("people.yaml", include_str!("../data/people.yaml"))?,
            stories: read("stories.yaml", include_str!("../data/stories.yaml"))?,
        })
    }

    /// The organisations of a place.
    pub fn of(&self, place: &PlaceScript) -> Result<Vec<&OrganisationScript>, Faults> {
        let known = |id: &String| {
            let found = self.organisations.iter().find(|one| one.id == *id);
            found.ok_or_else(|| {
                Faults::one("organisations", format!("there is no {id}"), "name one of organisations.yaml")
            })
        };
        place.organisations.iter().map(known).collect()
    }
}

impl PlaceScript {
    /// The code of an area of the place.
    pub fn area(&self, name: &str) -> Result<&str, Faults> {
        let code = self.areas.get(name).map(String::as_str);
        code.ok_or_else(|| Faults::one(format!("{}.areas", self.place), format!("there is no {name}"), "add its code"))
    }

    /// The id of an organisation of the place.
    pub fn id_of(&self, organisation: &str) -> String {
        format!("{}-{organisation}", self.place)
    }
}

impl OrganisationScript {
    /// The organisation as it comes into the register; `name` is the place's.
    pub fn registered(&self, place: &PlaceScript, name: &str) -> Result<Organisation, Faults> {
        Ok(Organisation {
            id: place.id_of(&self.id),
            kind: self.kind,
            name: self.name.replace("{name}", name),
            area: place.area(&self.area)?.to_owned(),
            under: self.under.as_ref().map(|under| place.id_of(under)),
            remits: self.remits.clone(),
        })
    }
}

impl People {
    /// The name of the person of a number, the same for the same number.
    pub fn name(&self, number: usize) -> String {
        let of = |list: &[String], number: usize| list.get(number % list.len().max(1)).cloned().unwrap_or_default();
        let given = number / self.surnames.len().max(1) + number;
        format!("{}{}{}", of(&self.surnames, number), of(&self.given, given), self.marked)
    }

    /// Who applies for a level of a track.
    pub fn applicant(&self, track: Track) -> Result<&ApplicantScript, Faults> {
        let found = self.applicants.iter().find(|one| one.track == track);
        found.ok_or_else(|| {
            Faults::one("applicants", format!("nobody applies for a {track:?}"), "add somebody to people.yaml")
        })
    }
}

impl ApplicantScript {
    /// The dossier of a person of this name, `{y-N}` counted back from a year.
    pub fn dossier(&self, name: &str, year: i16) -> Result<Value, Faults> {
        let mut text = self.dossier.to_string().replace("{name}", name);
        for back in 0..100 {
            text = text.replace(&format!("{{y-{back}}}"), &(year - back).to_string());
        }
        serde_json::from_str(&text).map_err(|error| fault("people.yaml", &error))
    }
}

fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Faults> {
    serde_json::from_value(Node::read(text)?.to_json()).map_err(|error| fault(file, &error))
}

fn fault(file: &str, error: &serde_json::Error) -> Faults {
    Faults::one(file, error.to_string(), "correct the data of the demo")
}
