//! What can be asked, and how a question is refused.

use std::collections::BTreeSet;

use model::node::{Node, Value};
use model::paths::FactPath;
use model::reader::{Place, Reader};
use model::{AwardLag, Day, Dossier, Faults, Standards, Target};
use wording::Lang;

/// A question: a person, a place, a day, targets.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// The person.
    pub dossier: &'a Dossier,
    /// The place by key, code or name; all places where none is named.
    pub jurisdiction: Option<&'a str>,
    /// The day asked about.
    pub as_of: Day,
    /// The targets; all that the policy governs where none is named.
    pub targets: &'a [Target],
    /// Years left to standards; those of the operator where none are given.
    pub standards: Option<&'a Standards>,
    /// The language of the sentences.
    pub lang: Lang,
    /// Whether to say what would open each level that is not open.
    pub remedies: bool,
}

/// A question as it comes over HTTP: `{dossier, jurisdiction?, as_of?, targets?, standards?, remedies?, lang?}`.
#[derive(Clone, Debug)]
pub struct Request {
    /// The person.
    pub dossier: Dossier,
    /// The place.
    pub jurisdiction: Option<String>,
    /// The day; today where none is given.
    pub as_of: Option<Day>,
    /// The targets.
    pub targets: Vec<Target>,
    /// Years left to standards.
    pub standards: Option<Standards>,
    /// Whether to say what would open each level that is not open; only decisions ask for it.
    pub remedies: bool,
    /// Facts that the person cannot tell; only interviews ask for them.
    pub skip: BTreeSet<FactPath>,
    /// How long after eligibility a level is granted; only plans ask for it.
    pub award_lag: Option<AwardLag>,
    /// The language; the caller's choice where none is given.
    pub lang: Option<Lang>,
}

/// Why a question is not answered.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refusal {
    /// The input has faults.
    #[error("{0}")]
    Faults(#[from] Faults),
    /// No pack has the place.
    #[error("no policy is loaded for {word:?}; known are {known}")]
    UnknownPlace {
        /// The word as given.
        word: String,
        /// The keys and names of the places that are loaded.
        known: String,
    },
}

impl Refusal {
    /// The refusal as faults, with the path of the input at fault.
    #[must_use]
    pub fn faults(&self) -> Faults {
        match self {
            Self::Faults(faults) => faults.clone(),
            Self::UnknownPlace { word, known } => Faults::one(
                "jurisdiction",
                format!("no policy is loaded for {word:?}"),
                format!("write one of {known}"),
            ),
        }
    }
}

impl Request {
    /// Reads a request for decisions out of a JSON text.
    ///
    /// # Errors
    /// Every fault at once, with its path.
    pub fn read(text: &str) -> Result<Self, Faults> {
        Self::read_with(text, &["targets", "remedies"])
    }

    /// Reads a request for plans, `{dossier, jurisdiction?, as_of?, award_lag?, standards?, lang?}`, out of a JSON text.
    ///
    /// # Errors
    /// Every fault at once, with its path.
    pub fn read_for_plan(text: &str) -> Result<Self, Faults> {
        Self::read_with(text, &["award_lag"])
    }

    /// Reads a request for the next question, `{dossier, jurisdiction?, as_of?, skip?, standards?, lang?}`, out of a JSON text.
    ///
    /// # Errors
    /// Every fault at once, with its path.
    pub fn read_for_question(text: &str) -> Result<Self, Faults> {
        Self::read_with(text, &["skip"])
    }

    /// Reads a request with the keys that only its kind has.
    fn read_with(text: &str, own: &[&str]) -> Result<Self, Faults> {
        let node = Node::read_as(text, model::node::Format::Json)?;
        let mut reader = Reader::default();
        let root = Place::Root;
        let known: Vec<&str> =
            ["dossier", "jurisdiction", "as_of", "standards", "lang"].iter().chain(own).copied().collect();
        let Some(entries) = reader.map(&root, &node, &known) else { return Err(reader.faults) };
        let mut request = Self {
            dossier: Dossier::default(),
            jurisdiction: None,
            as_of: None,
            targets: Vec::new(),
            remedies: false,
            standards: None,
            skip: BTreeSet::new(),
            award_lag: None,
            lang: None,
        };
        let mut inner = Vec::new();
        for (key, value) in entries {
            let place = root.key(key);
            match key.as_ref() {
                "dossier" => match Dossier::from_node_at(value, "dossier") {
                    Ok(dossier) => request.dossier = dossier,
                    Err(faults) => inner.push(faults),
                },
                "standards" => match Standards::from_node(value) {
                    Ok(standards) => request.standards = Some(standards),
                    Err(mut faults) => {
                        for fault in &mut faults.faults {
                            fault.path = format!("standards.{}", fault.path).trim_end_matches('.').to_owned();
                        }
                        inner.push(faults);
                    }
                },
                "jurisdiction" => request.jurisdiction = reader.identifier(&place, value),
                "as_of" => request.as_of = reader.day(&place, value),
                "lang" => {
                    let text = reader.text(&place, value);
                    request.lang = text.and_then(Lang::parse);
                    if text.is_some() && request.lang.is_none() {
                        reader.fault(&place, value, format!("{} is no language", value.describe()), "write zh or en");
                    }
                }
                "award_lag" => {
                    let text = reader.text(&place, value);
                    match text.map(AwardLag::parse) {
                        Some(Ok(lag)) => request.award_lag = Some(lag),
                        Some(Err(fault)) => {
                            let fault = fault.to_string();
                            let (problem, remedy) = fault.split_once("; ").unwrap_or((&fault, "correct it"));
                            reader.fault(&place, value, problem, remedy);
                        }
                        None => {}
                    }
                }
                "remedies" => request.remedies = reader.yes_or_no(&place, value).unwrap_or(false),
                "skip" => skipped(&mut reader, &place, value, &mut request.skip),
                "targets" => targets(&mut reader, &place, value, &mut request.targets),
                _ => {}
            }
        }
        if node.get("dossier").is_none() {
            reader.faults.add("dossier", None, "the dossier is missing", "add it; {} states nothing");
        }
        for faults in inner {
            for fault in faults.faults {
                reader.faults.add(fault.path, fault.line, fault.problem, fault.remedy);
            }
            reader.faults.further += faults.further;
        }
        reader.faults.unless(request)
    }
}

/// The most facts that one question may leave out.
const MOST_SKIPPED: usize = 1_000;

/// Facts that are not to be asked for.
fn skipped(reader: &mut Reader, place: &Place<'_>, node: &Node<'_>, skip: &mut BTreeSet<FactPath>) {
    let Some(items) = reader.list(place, node) else { return };
    if items.len() > MOST_SKIPPED {
        reader.fault(place, node, format!("{} facts", items.len()), format!("at most {MOST_SKIPPED} are left out"));
        return;
    }
    for (i, item) in items.iter().enumerate() {
        let place = Place::Item(place, i);
        let Some(text) = reader.text(&place, item) else { continue };
        match fact_to_skip(text) {
            Ok(path) => drop(skip.insert(path)),
            Err(problem) => reader.fault(&place, item, problem, FACTS_TO_SKIP),
        }
    }
}

/// What a path of a fact that is not to be asked for looks like.
pub const FACTS_TO_SKIP: &str = "write a path as an earlier question had it, for example skills[0].date";

/// The fact that is not to be asked for.
///
/// # Errors
/// What is wrong, where no question is ever about the path.
pub fn fact_to_skip(text: &str) -> Result<FactPath, String> {
    FactPath::parse(text.trim()).ok_or_else(|| format!("no question is about {text:?}"))
}

/// The most targets of one question.
const MOST_TARGETS: usize = 100;

fn targets(reader: &mut Reader, place: &Place<'_>, node: &Node<'_>, targets: &mut Vec<Target>) {
    let Some(items) = reader.list(place, node) else { return };
    if items.len() > MOST_TARGETS {
        reader.fault(place, node, format!("{} targets", items.len()), format!("at most {MOST_TARGETS} are answered"));
        return;
    }
    for (i, item) in items.iter().enumerate() {
        let place = Place::Item(place, i);
        let Value::Text(text) = &item.value else {
            reader.fault(
                &place,
                item,
                format!("{} is not a text", item.describe()),
                "write title:LEVEL or skill:LEVEL",
            );
            continue;
        };
        match Target::parse(text) {
            Ok(target) => targets.push(target),
            Err(problem) => {
                let (problem, remedy) = problem.split_once("; ").unwrap_or((&problem, "correct it"));
                reader.fault(&place, item, problem, remedy);
            }
        }
    }
}
