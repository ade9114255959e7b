//! Orders in a case as they come from outside: data, with the texts that people wrote still in them.

use casework::case::Act;
use model::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One order in a case.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "order", rename_all = "kebab-case", deny_unknown_fields)]
pub enum CaseOrder {
    /// The applicant replaces the dossier.
    Amend {
        /// The whole dossier, `guantong/dossier/1`.
        dossier: Value,
    },
    /// The applicant adds a file that was put into the evidence before.
    Attach {
        /// The file's SHA-256, in hexadecimal.
        file: String,
        /// The records of the dossier that it proves, for example `skills[0]`.
        #[serde(default)]
        proves: Vec<String>,
    },
    /// The applicant takes a file out.
    Detach {
        /// The file's SHA-256.
        file: String,
    },
    /// The applicant files.
    File {
        /// Whether the applicant promises that everything is true.
        #[serde(default)]
        promise: bool,
    },
    /// The applicant hands a returned case in again.
    Resubmit {},
    /// The applicant takes the case back.
    Withdraw {
        /// Why.
        #[serde(default)]
        reason: Option<String>,
    },
    /// The applicant asks to have a result looked at again.
    AskAgain {
        /// Why.
        reason: String,
    },
    /// The committee's office answers that.
    AnswerAskedAgain {
        /// Whether the case goes before a committee again.
        upheld: bool,
        /// Why.
        reason: String,
    },
    /// A verdict on a point.
    Verdict {
        /// The point.
        point: String,
        /// Whether it is met.
        met: bool,
        /// Why; needed where it is not met.
        #[serde(default)]
        reason: Option<String>,
    },
    /// A finding on a question that the text leaves to people.
    Find {
        /// The clause.
        clause: String,
        /// The answer.
        holds: bool,
        /// Why.
        reason: String,
    },
    /// On to the next step.
    Forward {},
    /// Back, with everything at fault.
    Return {
        /// What is at fault.
        faults: Vec<FaultNamed>,
        /// The last day to mend it.
        due: Day,
        /// One of the grounds that the text lists.
        #[serde(default)]
        ground: Option<String>,
        /// To the applicant, or to an earlier step.
        #[serde(default)]
        to: To,
        /// A superior's reason, where something was visible the first time.
        #[serde(default)]
        superior: Option<String>,
    },
    /// Refused.
    Refuse {
        /// The clause on which it rests.
        clause: String,
        /// One of the grounds that the text lists.
        #[serde(default)]
        ground: Option<String>,
        /// Why.
        reason: String,
    },
    /// A notice.
    Publish {
        /// The text, free of identity and telephone numbers.
        text: String,
    },
    /// A corrected notice.
    Republish {
        /// The text.
        text: String,
        /// What was corrected.
        reason: String,
    },
    /// The notice has run its days.
    CloseNotice {},
    /// An objection.
    Object {
        /// What it says.
        text: String,
    },
    /// The answer to an objection.
    AnswerObjection {
        /// Which one, counted from 1.
        number: usize,
        /// Whether it is well founded.
        upheld: bool,
        /// Why.
        reason: String,
    },
    /// A fee.
    Charge {
        /// The part of the examination.
        part: String,
        /// In fen (0.01 yuan).
        fen: u64,
    },
    /// The result of a part of an examination.
    Part {
        /// The part.
        part: String,
        /// Whether it was passed.
        passed: bool,
        /// The marks.
        #[serde(default)]
        sheet: Option<Value>,
    },
    /// The result is confirmed.
    Confirm {},
    /// A decision on fraud.
    Fraud {
        /// The act, as the clause lists it.
        act: String,
        /// The clause.
        clause: String,
        /// The decision: who made it, on which day, its number.
        decision: String,
    },
}

/// One thing at fault.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FaultNamed {
    /// A path of the dossier, `evidence:…` or `proof:skills[0]`.
    pub at: String,
    /// The point of the check that it fails.
    #[serde(default)]
    pub point: Option<String>,
    /// The clause.
    #[serde(default)]
    pub clause: Option<String>,
    /// What is wrong.
    pub problem: String,
    /// What would cure it.
    pub cure: String,
}

/// To whom a case is returned.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum To {
    /// To the applicant.
    #[default]
    Applicant,
    /// To an earlier step, by its id.
    Step(String),
}

impl CaseOrder {
    /// The sort of order that it is.
    pub(crate) fn act(&self) -> Act {
        match self {
            Self::Amend { .. } => Act::Amend,
            Self::Attach { .. } => Act::Attach,
            Self::Detach { .. } => Act::Detach,
            Self::File { .. } => Act::File,
            Self::Resubmit { .. } => Act::Resubmit,
            Self::Withdraw { .. } => Act::Withdraw,
            Self::AskAgain { .. } => Act::AskAgain,
            Self::AnswerAskedAgain { .. } => Act::AnswerAskedAgain,
            Self::Verdict { .. } => Act::Verdict,
            Self::Find { .. } => Act::Find,
            Self::Forward { .. } => Act::Forward,
            Self::Return { .. } => Act::Return,
            Self::Refuse { .. } => Act::Refuse,
            Self::Publish { .. } => Act::Publish,
            Self::Republish { .. } => Act::Republish,
            Self::CloseNotice { .. } => Act::CloseNotice,
            Self::Object { .. } => Act::Object,
            Self::AnswerObjection { .. } => Act::AnswerObjection,
            Self::Charge { .. } => Act::Charge,
            Self::Part { .. } => Act::Part,
            Self::Confirm { .. } => Act::Confirm,
            Self::Fraud { .. } => Act::Fraud,
        }
    }

    /// The texts that people wrote, with the place of each, for bounds on their length.
    pub(crate) fn texts(&self) -> Vec<(String, &str)> {
        match self {
            Self::Withdraw { reason: Some(text) } | Self::Verdict { reason: Some(text), .. } => {
                vec![("reason".to_owned(), text)]
            }
            Self::AskAgain { reason }
            | Self::AnswerAskedAgain { reason, .. }
            | Self::Find { reason, .. }
            | Self::Refuse { reason, .. }
            | Self::AnswerObjection { reason, .. } => vec![("reason".to_owned(), reason)],
            Self::Publish { text } | Self::Object { text } => vec![("text".to_owned(), text)],
            Self::Republish { text, reason } => vec![("text".to_owned(), text), ("reason".to_owned(), reason)],
            Self::Fraud { decision, .. } => vec![("decision".to_owned(), decision)],
            Self::Return { faults, superior, .. } => {
                let named = faults.iter().enumerate().flat_map(|(index, fault)| {
                    let at = |key: &str| format!("faults[{index}].{key}");
                    [(at("problem"), fault.problem.as_str()), (at("cure"), fault.cure.as_str())]
                });
                named.chain(superior.iter().map(|text| ("superior".to_owned(), text.as_str()))).collect()
            }
            _ => Vec::new(),
        }
    }
}
