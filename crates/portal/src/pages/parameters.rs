//! The parameters of a clause: names, numbers and dates, as nested lists.

use askama::Template;
use serde_json::Value;

/// A value of the ledger.
#[derive(Template)]
#[template(path = "parameters.html")]
pub(crate) enum Parameters {
    /// A single value.
    Text(String),
    /// A list of single values.
    Words(Vec<String>),
    /// A list of values.
    List(Vec<Parameters>),
    /// Values by name.
    Map(Vec<(String, Parameters)>),
}

impl Parameters {
    fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Text("—".to_owned()),
            Value::Bool(value) => Self::Text(value.to_string()),
            Value::Number(value) => Self::Text(value.to_string()),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) if items.iter().all(|item| !item.is_array() && !item.is_object()) => {
                Self::Words(items.iter().map(word).collect())
            }
            Value::Array(items) => Self::List(items.iter().map(Self::of).collect()),
            Value::Object(entries) => {
                Self::Map(entries.iter().map(|(key, value)| (key.replace('_', " "), Self::of(value))).collect())
            }
        }
    }

    /// The parameters as HTML; blank where there are none.
    pub(crate) fn rendered(value: &Value) -> String {
        let none = match value {
            Value::Null => true,
            Value::Object(entries) => entries.is_empty(),
            _ => false,
        };
        if none { String::new() } else { Self::of(value).render().unwrap_or_default() }
    }
}

fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
