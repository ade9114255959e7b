//! A person who shows a fault, as a dossier that reproduces it with `guantong check`.

use engine::proofs::Person;
use model::Target;
use policy::Policy;
use serde_json::Value;

/// A person with what has to be asked.
#[derive(Clone, PartialEq, Debug)]
pub struct Witness {
    /// The key of the place.
    pub place: String,
    /// What is asked for.
    pub target: Target,
    /// The person and the day.
    pub person: Person,
}

impl Witness {
    pub(super) fn of(policy: &Policy, target: Target, person: Person) -> Self {
        Self { place: policy.jurisdiction.key.clone(), target, person }
    }

    /// The dossier in YAML; above it stands, as a remark, the command that asks.
    #[must_use]
    pub fn yaml(&self) -> String {
        let (place, day, target) = (&self.place, self.person.as_of, &self.target);
        let standards = if self.person.standards { " --standards standards.yaml" } else { "" };
        let mut text = format!("# guantong check witness.yaml -j {place} --as-of {day} --target {target}{standards}\n");
        if self.person.standards {
            let levels = "junior-worker intermediate-worker senior-worker technician senior-technician special-technician chief-technician";
            let years: Vec<String> = levels.split(' ').map(|level| format!("{level}: 1")).collect();
            text.push_str(&format!("# standards.yaml holds: \"*\": {{ {} }}\n", years.join(", ")));
        }
        match serde_json::to_value(&self.person.dossier) {
            Ok(Value::Object(sections)) => {
                for (key, value) in &sections {
                    section(&mut text, key, value);
                }
            }
            _ => text.push_str("{}\n"),
        }
        text
    }
}

fn section(text: &mut String, key: &str, value: &Value) {
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            text.push_str(&format!("{key}:\n"));
            for (key, value) in entries {
                text.push_str(&format!("  {}: {}\n", scalar(key), flow(value)));
            }
        }
        Value::Array(items) if !items.is_empty() => {
            text.push_str(&format!("{key}:\n"));
            items.iter().for_each(|item| text.push_str(&format!("  - {}\n", flow(item))));
        }
        other => text.push_str(&format!("{key}: {}\n", flow(other))),
    }
}

fn flow(value: &Value) -> String {
    match value {
        Value::Object(entries) => {
            let inner: Vec<String> =
                entries.iter().map(|(key, value)| format!("{}: {}", scalar(key), flow(value))).collect();
            format!("{{ {} }}", inner.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::String(text) => scalar(text),
        other => other.to_string(),
    }
}

/// A text as it is, or quoted where YAML would read it otherwise.
fn scalar(text: &str) -> String {
    let plain = text.starts_with(char::is_alphanumeric)
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.' | '、'))
        && !matches!(text.to_ascii_lowercase().as_str(), "true" | "false" | "null")
        && (text.parse::<f64>().is_err() || text.len() == 4);
    if plain { text.to_owned() } else { Value::from(text).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_witness_reads_as_the_same_dossier() {
        let packs = crate::Guantong::embedded(model::Standards::default()).map(|loaded| loaded.packs().clone());
        for policy in packs.into_iter().flat_map(|packs| packs.policies.into_iter().chain(packs.ordinary)) {
            let national = policy::National::default();
            for route in policy.governed.iter().flat_map(|governed| &governed.routes) {
                let passer = engine::proofs::passer(&policy, &national, &route.id);
                let witness = passer.map(|(target, person)| Witness::of(&policy, target, person));
                let read = witness.as_ref().map(|witness| model::Dossier::read(&witness.yaml()));
                assert_eq!(read, witness.map(|witness| Ok(witness.person.dossier)), "{}", route.id);
            }
        }
    }

    #[test]
    fn texts_that_yaml_would_read_otherwise_are_quoted() {
        for (text, written) in [
            ("焊工", "焊工"),
            ("2021-12-31", "2021-12-31"),
            ("true", "\"true\""),
            ("a: b", "\"a: b\""),
            ("", "\"\""),
            ("- x", "\"- x\""),
            ("SD-3.1.1", "SD-3.1.1"),
        ] {
            assert_eq!(scalar(text), written);
        }
    }
}
