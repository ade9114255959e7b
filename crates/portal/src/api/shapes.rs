//! The shapes of casework in the description: orders and answers out of their types.

use ballot::Published;
use office::{
    Answered, BlindlySigned, CaseOrder, CastOrder, History, Listed, ListedOrganisations, OpenOrder, RegisterOrder,
    Replayed, SignatureOrder, Taken,
};
use schemars::schema_for;
use serde_json::{Value, json};
use service::schemas::answer;

use super::evidence::KeptFile;
use super::log::LogRoot;
use super::register::RegisterAnswered;

/// The shapes with their names.
pub(super) fn shapes() -> Vec<(&'static str, Value)> {
    vec![
        ("OpenOrder", open_order()),
        ("CaseOrder", schema_for!(CaseOrder).to_value()),
        ("Answered", answer::<Answered>()),
        ("CaseShown", case_shown()),
        ("Listed", answer::<Listed>()),
        ("History", answer::<History>()),
        ("Replayed", answer::<Replayed>()),
        ("Content", json!({ "description": "What the document holds: a text, or a JSON document." })),
        ("SignatureOrder", schema_for!(SignatureOrder).to_value()),
        ("BlindlySigned", answer::<BlindlySigned>()),
        ("CastOrder", schema_for!(CastOrder).to_value()),
        ("Taken", answer::<Taken>()),
        ("Published", answer::<Published>()),
        ("RegisterOrder", schema_for!(RegisterOrder).to_value()),
        ("RegisterAnswered", answer::<RegisterAnswered>()),
        ("ListedOrganisations", answer::<ListedOrganisations>()),
        ("KeptFile", answer::<KeptFile>()),
        ("LogRoot", answer::<LogRoot>()),
        ("FileForm", file_form()),
    ]
}

/// An order that opens a case; its dossier is the one of a check.
fn open_order() -> Value {
    let mut schema = schema_for!(OpenOrder).to_value();
    if let Some(dossier) = schema.pointer_mut("/properties/dossier") {
        *dossier = json!({ "$ref": "#/components/schemas/Dossier" });
    }
    schema
}

fn case_shown() -> Value {
    json!({
        "type": "object",
        "description": "A case as it stands. `case` is its state: what was opened, the way with its steps, the answers of the rules, verdicts, findings, returns, objections and files; texts stand there by the ids of their documents.",
        "required": ["id", "version", "status_name", "holder", "asked_here", "case"],
        "properties": {
            "id": { "type": "string", "description": "the case" },
            "version": { "type": "integer", "minimum": 0, "description": "how many records it has" },
            "status_name": { "type": "string", "description": "the id of its step, or where it ended" },
            "holder": { "type": ["string", "null"], "description": "whose turn it is: an organisation, or the applicant's account" },
            "asked_here": { "type": "array", "items": { "type": "string" }, "description": "clauses whose questions are answered in the present step and still open" },
            "case": { "type": "object", "additionalProperties": true, "description": "the state" }
        }
    })
}

fn file_form() -> Value {
    json!({
        "type": "object",
        "required": ["file"],
        "properties": { "file": { "type": "string", "format": "binary", "description": "PDF, JPEG or PNG, with a file name whose ending fits" } }
    })
}
