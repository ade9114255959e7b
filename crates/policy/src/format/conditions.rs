//! One condition as packs write it, for the editors' JSON Schema.

use schemars::JsonSchema;

use crate::condition::Condition;

/// One condition as packs write it: its clause, its kind, and what happens when it fails.
#[derive(Clone, Debug)]
pub struct ConditionSchema;

impl JsonSchema for ConditionSchema {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Condition".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let kinds = Condition::json_schema(generator).to_value();
        let employers = generator.subschema_for::<model::EmployerKind>().to_value();
        let counted = generator.subschema_for::<crate::condition::Counted>().to_value();
        let text = generator.subschema_for::<crate::format::Text>().to_value();
        let during = generator.subschema_for::<crate::rule::During>().to_value();
        let mut variants = kinds.get("oneOf").and_then(|list| list.as_array()).cloned().unwrap_or_default();
        for variant in &mut variants {
            if let Some(properties) = variant.get_mut("properties").and_then(|p| p.as_object_mut()) {
                properties.insert(
                    "clause".into(),
                    serde_json::json!({ "type": "string", "description": "the clause, as the ledger names it" }),
                );
                properties.insert("otherwise".into(), serde_json::json!({ "const": "refer", "description": "a failure is left to people instead of failing" }));
                properties.insert("during".into(), during.clone());
                properties.insert(
                    "for_employers".into(),
                    serde_json::json!({ "type": "array", "items": employers, "description": "of a condition that people judge: only for these kinds of employers" }),
                );
                properties.insert(
                    "setting".into(),
                    serde_json::json!({ "type": "object", "additionalProperties": { "type": "string" }, "description": "only where the operator's choice for the clause is this one" }),
                );
                if properties.contains_key("judged") {
                    properties.insert("counted".into(), counted.clone());
                    properties.insert("says".into(), text.clone());
                }
                properties.insert(
                    "refer_to".into(),
                    serde_json::json!({ "type": "string", "description": "who decides, a key of bodies" }),
                );
            }
            if let Some(required) = variant.get_mut("required").and_then(|r| r.as_array_mut()) {
                required.push("clause".into());
            }
        }
        let nested = generator.subschema_for::<Vec<ConditionSchema>>().to_value();
        for key in ["any", "all"] {
            let clause =
                serde_json::json!({ "type": "string", "description": "the clause that names the whole group" });
            variants.push(serde_json::json!({
                "type": "object", "properties": { key: nested, "clause": clause }, "required": [key], "additionalProperties": false,
                "description": if key == "any" { "one of these has to hold" } else { "all of these have to hold" }
            }));
        }
        schemars::json_schema!({ "oneOf": variants })
    }
}
