//! Coverage: what carries each clause of each document, with the worked examples that exercise it on both sides.

mod carriers;
mod conditions;
mod examples;
mod faults;
mod lines;
mod procedures;
mod reasons;
mod sides;

use policy::format::Text;
use policy::{Clause, Files, Part, Policy};
use schemars::JsonSchema;
use serde::Serialize;

use crate::cases::Case;
use crate::guantong::Guantong;

pub use carriers::{By, Carrier, RouteRef};
pub use conditions::{AskedCondition, Conditions, Way};
pub use faults::faults;
pub use lines::{Lines, lines};
pub use reasons::why_nothing;
pub use sides::{Edge, Side, Sides};

/// The schema identifier of the coverage of packs.
pub const COVERAGE_SCHEMA: &str = "guantong/coverage/1";

/// How a clause stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Something carries it.
    Carried,
    /// Its home is a part of the product that is still to come.
    Open,
    /// It decides nothing.
    Nothing,
    /// It bears on decisions, and nothing carries it: a fault.
    Uncovered,
}

impl Standing {
    /// The id of its name.
    #[must_use]
    pub fn name_id(self) -> &'static str {
        match self {
            Self::Carried => "clause-standing-carried",
            Self::Open => "clause-standing-open",
            Self::Nothing => "clause-standing-nothing",
            Self::Uncovered => "clause-standing-uncovered",
        }
    }
}

/// A sentence in both languages.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Both {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Both {
    /// The sentence in the language `zh` or `en`.
    #[must_use]
    pub fn in_language(&self, lang: &str) -> &str {
        if lang == "en" { &self.en } else { &self.zh }
    }
}

impl From<&Text> for Both {
    fn from(text: &Text) -> Self {
        Self { zh: text.zh.clone(), en: text.en.clone() }
    }
}

/// The coverage of all packs, as it is printed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Coverage")]
pub struct CoverageDocument {
    /// `guantong/coverage/1`.
    #[schemars(extend("const" = COVERAGE_SCHEMA))]
    pub schema: &'static str,
    /// The policies.
    pub policies: Vec<PolicyCoverage>,
}

/// The coverage of one policy.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct PolicyCoverage {
    /// The pack's identifier.
    pub id: String,
    /// The folder of the pack.
    pub folder: String,
    /// The key of the place.
    pub jurisdiction: String,
    /// The Chinese name of the place.
    pub name: String,
    /// How many worked examples are the pack's own.
    pub examples: usize,
    /// The clauses of its own document, in the document's order.
    pub clauses: Vec<ClauseCoverage>,
    /// Which lines of the document's plain text the clauses stand in.
    pub lines: Lines,
}

/// The coverage of one clause.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct ClauseCoverage {
    /// The clause.
    pub clause: String,
    /// Where it stands in the document.
    #[serde(rename = "where")]
    pub place: String,
    /// What kind of provision it is.
    pub kind: String,
    /// Which part of the product is its home.
    pub part: String,
    /// How it stands.
    pub standing: Standing,
    /// Why nothing carries it, where it decides nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Both>,
    /// What carries it.
    pub carriers: Vec<Carrier>,
    /// The worked examples in which a condition with this clause holds, fails or is referred.
    pub examples: Sides,
    /// The worked examples whose reason names it.
    pub named: Side,
}

impl PolicyCoverage {
    /// The clauses that stand in a certain way.
    pub fn standing(&self, standing: Standing) -> impl Iterator<Item = &ClauseCoverage> {
        self.clauses.iter().filter(move |clause| clause.standing == standing)
    }

    /// The coverage of a clause.
    #[must_use]
    pub fn clause(&self, id: &str) -> Option<&ClauseCoverage> {
        self.clauses.iter().find(|clause| clause.clause == id)
    }
}

/// Accounts for every clause of every policy, or of one place's, running the worked examples.
#[must_use]
pub fn report(guantong: &Guantong, cases: &[Case], place: Option<&Policy>) -> CoverageDocument {
    let policies = guantong.packs().all().filter(|policy| place.is_none_or(|one| one.id == policy.id));
    CoverageDocument {
        schema: COVERAGE_SCHEMA,
        policies: policies.map(|policy| of_policy(guantong, policy, cases)).collect(),
    }
}

/// Accounts for every clause of a policy's own document.
#[must_use]
pub fn of_policy(guantong: &Guantong, policy: &Policy, cases: &[Case]) -> PolicyCoverage {
    let place = &policy.jurisdiction;
    let own: Vec<&Case> = cases
        .iter()
        .filter(|case| guantong.packs().named(&case.jurisdiction).is_some_and(|named| named.id == policy.id))
        .collect();
    let conditions = Conditions::of(policy);
    let tally = examples::run(guantong, policy, &conditions, &own);
    PolicyCoverage {
        id: policy.id.clone(),
        folder: policy.folder.clone(),
        jurisdiction: place.key.clone(),
        name: place.zh.clone(),
        examples: own.len(),
        clauses: own_clauses(policy).iter().map(|clause| of_clause(policy, &conditions, clause, &tally)).collect(),
        lines: lines(guantong.files(), policy),
    }
}

/// What carries each clause of a policy's own document, without running the worked examples.
#[must_use]
pub fn without_examples(policy: &Policy, files: &Files) -> PolicyCoverage {
    let conditions = Conditions::of(policy);
    let tally = examples::Tally::none(&conditions);
    PolicyCoverage {
        id: policy.id.clone(),
        folder: policy.folder.clone(),
        jurisdiction: policy.jurisdiction.key.clone(),
        name: policy.jurisdiction.zh.clone(),
        examples: 0,
        clauses: own_clauses(policy).iter().map(|clause| of_clause(policy, &conditions, clause, &tally)).collect(),
        lines: lines(files, policy),
    }
}

fn own_clauses(policy: &Policy) -> &[Clause] {
    policy.clauses.get(..policy.own_clauses).unwrap_or_default()
}

fn of_clause(policy: &Policy, conditions: &Conditions<'_>, clause: &Clause, tally: &examples::Tally) -> ClauseCoverage {
    let carriers = carriers::of(policy, conditions, clause, tally);
    let proceeds = carriers.iter().any(|carrier| carrier.by.is_of_procedure());
    let decides = carriers.iter().any(|carrier| !carrier.by.is_of_procedure());
    let standing = match clause.part {
        // A step that cites what bears on decisions decides nothing by that.
        Part::Decision if decides => Standing::Carried,
        Part::Decision => Standing::Uncovered,
        Part::Procedure if proceeds => Standing::Carried,
        // What a pack already does for a step or a certificate is shown; the clause stays open until its part is there.
        Part::Procedure | Part::Certificate => Standing::Open,
        Part::Information | Part::Register if decides || proceeds => Standing::Carried,
        Part::Information => Standing::Nothing,
        Part::Register => Standing::Open,
    };
    ClauseCoverage {
        clause: clause.id.clone(),
        place: clause.place.clone(),
        kind: clause.kind.key().to_owned(),
        part: clause.part.key().to_owned(),
        standing,
        reason: (standing == Standing::Nothing).then(|| why_nothing(clause)),
        examples: tally.of_clause(&clause.id),
        named: tally.naming(&clause.id),
        carriers,
    }
}
