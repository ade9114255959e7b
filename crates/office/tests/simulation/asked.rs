//! What is asked of an office under a key, what it answered, and the book of both.

use casework::Actor;
use office::{Answered, CaseOrder, Office, OfficeError, OpenOrder, RegisterOrder};
use serde_json::Value;
use store::StoreError;

#[derive(Clone, Debug)]
pub enum What {
    Open(OpenOrder),
    Case(String, CaseOrder),
    Session(String, Value),
    Committee(String, Value),
    Round(String, Value),
    Register(RegisterOrder),
}

/// A request; who asks again with the key gets the first answer.
#[derive(Clone, Debug)]
pub struct Asked {
    pub by: Actor,
    pub what: What,
    pub key: String,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    Case(Answered),
    Version(u64),
}

/// The answer, or the code of the refusal.
pub type Told = Result<Answer, String>;

/// What stands for a fault of the database.
pub const STORE_FAULT: &str = "store-fault";
/// The clock of the node is behind what happened.
const CLOCK_BEHIND: &str = "clock-behind";
/// What says nothing of the request: asked again, it may be granted.
pub const AGAIN: &[&str] = &[STORE_FAULT, CLOCK_BEHIND];

impl Asked {
    pub async fn ask(self, office: Office) -> Told {
        let (by, key) = (&self.by, Some(self.key.as_str()));
        let told = match &self.what {
            What::Open(order) => office.open_case(by, order, key).await.map(Answer::Case),
            What::Case(id, order) => office.order(by, id, order, key).await.map(Answer::Case),
            What::Session(id, order) => office.order_session(by, id, order, key).await.map(Answer::Version),
            What::Committee(id, order) => office.order_committee(by, id, order, key).await.map(Answer::Version),
            What::Round(id, order) => office.order_round(by, id, order, key).await.map(Answer::Version),
            What::Register(order) => office.order_register(by, order, key).await.map(Answer::Version),
        };
        told.map_err(|error| code(&error))
    }

    /// How often the order looks at the clock, the last time just before its unit is handed over; none where that depends on
    /// what it finds.
    pub fn looks(&self) -> Option<usize> {
        use CaseOrder::{CloseNotice, File, Publish, Republish};
        match &self.what {
            // The clock counts again first.
            What::Case(_, CloseNotice {}) => None,
            What::Case(_, File { .. } | Publish { .. } | Republish { .. }) => Some(2),
            What::Session(_, order) => (order["command"] != "convene" && order["command"] != "announce").then_some(1),
            _ => Some(1),
        }
    }

    pub fn name(&self) -> String {
        let word = |value: Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or("?").to_owned();
        let whose = &self.by.id;
        match &self.what {
            What::Open(order) => format!("{whose} opens {}", order.target),
            What::Case(id, order) => {
                format!(
                    "{whose} {} {}",
                    word(serde_json::to_value(order).expect("JSON"), "order"),
                    &id[..8.min(id.len())]
                )
            }
            What::Session(id, order) | What::Committee(id, order) | What::Round(id, order) => {
                format!("{whose} {} {id}", word(order.clone(), "command"))
            }
            What::Register(_) => format!("{whose} registers"),
        }
    }
}

fn code(error: &OfficeError) -> String {
    match error {
        OfficeError::Refused(refusal) => refusal.code.to_owned(),
        OfficeError::Faults(_) => "faults".to_owned(),
        OfficeError::NotForYou { .. } => "not-for-you".to_owned(),
        OfficeError::NotFound { what, .. } => format!("no-{what}"),
        OfficeError::Store(StoreError::KeyReused { .. }) => "key-reused".to_owned(),
        OfficeError::Store(StoreError::Database { .. }) => STORE_FAULT.to_owned(),
        OfficeError::ClockBehind { .. } => CLOCK_BEHIND.to_owned(),
        other => panic!("an answer that nobody may get: {other:?}"),
    }
}

/// One line of the book: what was asked, and what was heard of it.
#[derive(Clone, Debug)]
pub struct Line {
    pub asked: Asked,
    /// When it was first sent, in seconds.
    pub since: i64,
    pub heard: Option<Told>,
}

impl Line {
    pub fn granted(&self) -> Option<&Answer> {
        self.heard.as_ref().and_then(|told| told.as_ref().ok())
    }
}
