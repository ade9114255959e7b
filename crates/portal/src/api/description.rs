//! The OpenAPI 3.1 document: operations out of the router, shapes out of the schemas that the product prints.

use std::sync::OnceLock;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use service::schemas::{SchemaOf, schema};
use utoipa::OpenApi;

use crate::problem::Told;

/// What the document says about itself.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Guantong",
        description = "Which titles and skill levels a person may apply for, why, and from when. The same answers as `guantong check`; of these requests nothing is stored. Cases are kept, each step of them in a log that only grows.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    tags(
        (name = "decisions", description = "Decisions for a dossier"),
        (name = "plans", description = "Plans for a dossier: when, and the way there"),
        (name = "questions", description = "What to ask a person next"),
        (name = "catalogue", description = "Occupations and specialties"),
        (name = "cases", description = "Cases from the draft to their end; with a token"),
        (name = "committees", description = "Rounds and committees; with a token"),
        (name = "evidence", description = "Files in evidence; with a token"),
        (name = "sessions", description = "Sessions of committees and their votes"),
        (name = "register", description = "Organisations and accounts on record; with a token"),
        (name = "log", description = "The log of everything that happened"),
        (name = "service", description = "The service itself")
    ),
    components(schemas(Told))
)]
pub(crate) struct Description;

/// Describes the interface.
#[utoipa::path(
    get,
    path = "/api/v1/openapi.json",
    operation_id = "description",
    tag = "service",
    responses((status = 200, description = "This document.", body = Object, content_type = "application/json"))
)]
pub(crate) async fn description() -> Response {
    static TEXT: OnceLock<String> = OnceLock::new();
    let text = TEXT.get_or_init(|| crate::openapi().to_string());
    let mut response = text.as_str().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    response
}

/// The whole document: the router's operations with the product's schemas.
pub(crate) fn with_schemas(operations: &utoipa::openapi::OpenApi) -> Value {
    let mut document = serde_json::to_value(operations).unwrap_or(Value::Null);
    let mut shapes = Map::new();
    shapes.insert("DecisionRequest".to_owned(), request());
    shapes.insert("DecisionAnswer".to_owned(), answer("DecisionDocument", "Decisions"));
    shapes.insert("PlanRequest".to_owned(), plan_request());
    shapes.insert("QuestionRequest".to_owned(), question_request());
    shapes.insert("PlanAnswer".to_owned(), answer("PlanDocument", "Plans"));
    for (name, shape) in generated() {
        add(&mut shapes, name, shape);
    }
    if let Some(components) = document.pointer_mut("/components").and_then(Value::as_object_mut) {
        let token =
            json!({ "type": "http", "scheme": "bearer", "description": "The token of an account of the register." });
        components.insert("securitySchemes".to_owned(), json!({ "token": token }));
    }
    let schemas = document.pointer_mut("/components/schemas").and_then(Value::as_object_mut);
    if let Some(schemas) = schemas {
        schemas.extend(shapes);
    }
    if let Some(items) = document.pointer_mut("/components/schemas/Problem/properties/faults/items") {
        *items = fault();
    }
    document
}

/// The schemas that are made from types, with the names that the operations use.
fn generated() -> Vec<(&'static str, Value)> {
    let of_the_product = [
        ("Dossier", SchemaOf::Dossier),
        ("DecisionDocument", SchemaOf::Decision),
        ("Decisions", SchemaOf::Decisions),
        ("PlanDocument", SchemaOf::Plan),
        ("Plans", SchemaOf::Plans),
        ("QuestionDocument", SchemaOf::Question),
        ("CatalogueFound", SchemaOf::Catalogue),
    ];
    let mut all: Vec<_> = of_the_product.into_iter().map(|(name, of)| (name, schema(of))).collect();
    all.extend(super::shapes::shapes());
    all
}

/// Adds a generated schema; its own definitions become components beside it.
fn add(shapes: &mut Map<String, Value>, name: &str, mut schema: Value) {
    point_to_components(&mut schema);
    if let Some(object) = schema.as_object_mut() {
        object.remove("$schema");
        if let Some(Value::Object(definitions)) = object.remove("$defs") {
            shapes.extend(definitions);
        }
    }
    shapes.insert(name.to_owned(), schema);
}

fn point_to_components(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            for (key, entry) in entries {
                match entry {
                    Value::String(text) if key == "$ref" => {
                        *text = text.replace("#/$defs/", "#/components/schemas/");
                    }
                    other => point_to_components(other),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(point_to_components),
        _ => {}
    }
}

fn request() -> Value {
    json!({
        "type": "object",
        "description": "A question: a person, and optionally a place, a day, targets, the years of standards, whether to say what would open each level, a language.",
        "required": ["dossier"],
        "additionalProperties": false,
        "properties": {
            "dossier": { "$ref": "#/components/schemas/Dossier" },
            "jurisdiction": { "type": "string", "description": "a place by key, GB/T 2260 code or name; all places when absent" },
            "as_of": { "type": "string", "description": "the day asked about, YYYY-MM-DD; today in Asia/Shanghai when absent" },
            "targets": {
                "type": "array", "maxItems": 100,
                "items": { "type": "string", "description": "title:LEVEL[:SERIES] or skill:LEVEL[:OCCUPATION]" },
                "description": "all that the policy governs when absent or empty"
            },
            "standards": {
                "type": "object",
                "description": "years of work that the occupation's standard asks for: occupation (or *) → skill level → years",
                "additionalProperties": { "type": "object", "additionalProperties": { "type": "integer", "minimum": 0, "maximum": 60 } }
            },
            "remedies": { "type": "boolean", "description": "whether to say, for each level that is neither open nor held, which smallest sets of changes would open it; false when absent" },
            "lang": { "type": "string", "enum": ["zh", "en"], "description": "the language of the sentences; Accept-Language, else zh, when absent" }
        },
        "example": { "dossier": { "schema": "guantong/dossier/1", "skills": [{ "level": "technician", "occupation": "焊工", "date": "2019-05-20" }] }, "as_of": "2026-11-21" }
    })
}

/// The question of a plan: that of decisions without targets, with the time that it takes to grant a level.
fn plan_request() -> Value {
    let lag = json!({ "type": "string", "description": "how long after eligibility a level is granted, as an ISO 8601 duration; P0D when absent" });
    request_with(
        "A question: a person, and optionally a place, a day, how long it takes to grant a level, the years of standards, a language.",
        "award_lag",
        lag,
    )
}

/// What an interview goes on from: the question of decisions without targets, with the facts that the person cannot tell.
fn question_request() -> Value {
    let skip = json!({
        "type": "array", "maxItems": 1000,
        "items": { "type": "string", "description": "the path of an earlier question, for example skills[0].date" },
        "description": "facts that the person cannot tell; none when absent"
    });
    request_with(
        "What is known so far, and optionally a place, a day, what the person cannot tell, the years of standards, a language.",
        "skip",
        skip,
    )
}

/// The question of decisions with another key in the place of targets.
fn request_with(description: &str, key: &str, value: Value) -> Value {
    let mut request = request();
    if let Some(object) = request.as_object_mut() {
        object.insert("description".to_owned(), description.into());
    }
    if let Some(properties) = request.pointer_mut("/properties").and_then(Value::as_object_mut) {
        properties.remove("targets");
        properties.remove("remedies");
        properties.insert(key.to_owned(), value);
    }
    request
}

fn answer(one: &str, all: &str) -> Value {
    let shape = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    json!({
        "description": "One place's document where a place is named, otherwise all places' documents.",
        "oneOf": [shape(one), shape(all)]
    })
}

fn fault() -> Value {
    json!({
        "type": "object",
        "required": ["path", "problem", "remedy"],
        "properties": {
            "path": { "type": "string", "description": "where, for example dossier.skills[0].date; empty for the whole body" },
            "line": { "type": "integer", "minimum": 1, "description": "the line, where it is told" },
            "problem": { "type": "string", "description": "what is wrong" },
            "remedy": { "type": "string", "description": "what would do" }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_schemas_give_one_name_to_different_shapes() {
        let mut known = Map::new();
        for (name, shape) in generated() {
            let mut own = Map::new();
            add(&mut own, name, shape);
            for (key, mut shape) in own {
                // A schema of its own has a title; as a part of another it has none.
                shape.as_object_mut().map(|shape| shape.remove("title"));
                let before = known.insert(key.clone(), shape.clone());
                assert!(before.is_none_or(|before| before == shape), "{key}, in {name}, is another shape elsewhere");
            }
        }
        assert!(known.len() > 60, "{}", known.len());
    }
}
