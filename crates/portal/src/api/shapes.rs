//! The shapes of casework in the description: orders and answers out of their types.

use ballot::Published;
use office::{
    AgendaCaseShown, Answered, BlindlySigned, CaseOrder, CastOrder, CommitteeShown, History, Listed, ListedFilings,
    ListedOrganisations, OpenOrder, RegisterOrder, Replayed, RoundShown, SessionView, SignatureOrder, Taken,
};
use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};
use service::schemas::answer;

use super::evidence::KeptFile;
use super::log::LogRoot;
use super::ordered::OrderAnswered;
use super::register::RegisterAnswered;

/// What commands have and orders have not: it comes from the packs.
const NOT_TOLD: &[&str] = &["rules", "window_clause", "skilled_section_clause"];

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
        ("RoundOrder", order::<casework::round::Command>("Round")),
        ("CommitteeOrder", order::<casework::committee::Command>("Committee")),
        ("SessionOrder", session_order()),
        ("ListedFilings", answer::<ListedFilings>()),
        ("RoundShown", answer::<RoundShown>()),
        ("CommitteeShown", answer::<CommitteeShown>()),
        ("SessionView", answer::<SessionView>()),
        ("AgendaCaseShown", answer::<AgendaCaseShown>()),
        ("OrderAnswered", answer::<OrderAnswered>()),
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

/// An order to a session: the commands, and in the place of those that need the records what the one who gives them says.
fn session_order() -> Value {
    let mut schema = order::<casework::session::Command>("Session");
    let mut arranging = order::<office::Arranging>("Session");
    let told = |one: &Value| one.pointer("/properties/command/const").cloned();
    let variants = arranging["oneOf"].take().as_array().cloned().unwrap_or_default();
    if let Some(commands) = schema["oneOf"].as_array_mut() {
        commands.retain(|command| !variants.iter().any(|variant| told(variant) == told(command)));
        commands.splice(0..0, variants);
    }
    if let (Some(parts), Some(own)) = (schema["$defs"].as_object_mut(), arranging["$defs"].as_object()) {
        parts.extend(own.clone());
    }
    schema
}

/// An order out of a command: a text stands where the command has the reference to one, and the numbers of the packs are
/// none of the sender's. The names of its parts get a prefix, since other orders have parts of the same name.
fn order<T: JsonSchema>(prefix: &str) -> Value {
    let mut schema = schema_for!(T).to_value();
    let parts = schema.as_object_mut().and_then(|schema| schema.remove("$defs"));
    let mut named = serde_json::Map::new();
    for (name, mut part) in parts.and_then(|parts| parts.as_object().cloned()).unwrap_or_default() {
        if name != "DocumentRef" {
            as_sent(&mut part, prefix);
            named.insert(format!("{prefix}{name}"), part);
        }
    }
    as_sent(&mut schema, prefix);
    schema["$defs"] = Value::Object(named);
    schema
}

fn as_sent(value: &mut Value, prefix: &str) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(to)) = fields.get("$ref").cloned() {
                let name = to.trim_start_matches("#/$defs/");
                if name == "DocumentRef" {
                    fields.remove("$ref");
                    fields.insert("type".to_owned(), "string".into());
                    fields.insert("minLength".to_owned(), 1.into());
                    fields.insert("maxLength".to_owned(), office::LONGEST_TEXT.into());
                } else {
                    fields.insert("$ref".to_owned(), format!("#/$defs/{prefix}{name}").into());
                }
            }
            if let Some(properties) = fields.get_mut("properties").and_then(Value::as_object_mut) {
                properties.retain(|name, _| !NOT_TOLD.contains(&name.as_str()));
            }
            if let Some(required) = fields.get_mut("required").and_then(Value::as_array_mut) {
                required.retain(|name| !name.as_str().is_some_and(|name| NOT_TOLD.contains(&name)));
            }
            fields.values_mut().for_each(|field| as_sent(field, prefix));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| as_sent(item, prefix)),
        _ => {}
    }
}
