//! The operator's settings: which reading holds where a ledger calls it a setting, and the texts that were supplied.

use std::collections::BTreeMap;

use model::node::{Format, Node, Value};

use crate::fault::{Gather, PackFaults};
use crate::format::SettingSpec;
use crate::section;

/// The schema identifier of a settings file.
pub const SETTINGS_SCHEMA: &str = "guantong/settings/1";

/// What an operator chose (`guantong/settings/1`).
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Settings {
    /// Clause → the choice.
    pub readings: BTreeMap<String, String>,
    /// Pack → the SHA-256 of the document's text that the operator compared it with, `sha256:…`.
    pub texts: BTreeMap<String, String>,
    /// After how many days without a check against its document a pack is called long unchecked (1 to 36,500).
    pub unchecked_after_days: Option<u32>,
    /// The file's name, for messages.
    #[serde(default)]
    file: String,
}

/// A setting of a pack and the choice that holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setting {
    /// How the pack describes it.
    pub spec: SettingSpec,
    /// The choice that holds.
    pub chosen: String,
}

impl Setting {
    /// Whether the operator chose another reading than the ledger's default.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.chosen != self.spec.default
    }
}

impl Settings {
    /// Reads a settings file; `file` names it in messages.
    ///
    /// # Errors
    /// Every fault at once: malformed YAML, unknown keys, values of the wrong kind.
    pub fn read(file: &str, text: &str) -> Result<Self, PackFaults> {
        let mut faults = PackFaults::default();
        let mut settings = Self { file: file.to_owned(), ..Self::default() };
        let gather = &mut Gather { file: file.to_owned(), faults: &mut faults };
        match Node::read_as(text, Format::Yaml) {
            Err(found) => gather.all(found),
            Ok(node) => {
                section::known(gather, "", &node, &["schema", "readings", "texts", "unchecked_after_days"]);
                let schema: Option<String> = section::required(gather, "", &node, "schema");
                if schema.is_some_and(|schema| schema != SETTINGS_SCHEMA) {
                    let remedy = format!("write {SETTINGS_SCHEMA}");
                    gather.add(node.line(), "schema", "the schema is not known here", remedy);
                }
                settings.readings = texts(gather, "readings", &node);
                settings.texts = texts(gather, "texts", &node);
                for (pack, digest) in &settings.texts {
                    let hex = digest.strip_prefix("sha256:").unwrap_or_default();
                    if hex.len() != 64 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
                        let problem = format!("{digest:?} is no SHA-256");
                        gather.add(node.line(), format!("texts.{pack}"), problem, "write sha256: and 64 hex digits");
                    }
                }
                settings.unchecked_after_days = section::optional(gather, "", &node, "unchecked_after_days");
                if settings.unchecked_after_days.is_some_and(|days| !(1..=36_500).contains(&days)) {
                    gather.add(node.line(), "unchecked_after_days", "the number is out of bounds", "write 1 to 36500");
                }
            }
        }
        if faults.0.is_empty() { Ok(settings) } else { Err(faults) }
    }

    /// The choices that hold for the settings of a pack.
    pub(crate) fn choose(&self, gather: &mut Gather<'_>, specs: Vec<SettingSpec>, line: Option<u32>) -> Vec<Setting> {
        let mut settings = Vec::new();
        for spec in specs {
            if spec.any_day != spec.choices.is_empty() {
                let problem = format!("{} has neither choices nor any day, or both", spec.clause);
                gather.add(line, "settings", problem, "write `choices`, or `any_day: true`");
            }
            if !spec.takes(&spec.default) {
                let problem = format!("the default {:?} of {} is no choice", spec.default, spec.clause);
                gather.add(line, "settings", problem, "add it to `choices`");
            }
            // A choice that cannot be made is told by [`Settings::check`], at the place where it stands.
            let chosen = self.readings.get(&spec.clause).filter(|choice| spec.takes(choice));
            let chosen = chosen.unwrap_or(&spec.default).clone();
            settings.push(Setting { spec, chosen });
        }
        settings
    }

    /// Every reading that no pack has as a setting, or whose value is no choice; every text of an unknown pack.
    pub(crate) fn check<'p>(
        &self,
        faults: &mut PackFaults,
        settings: impl Iterator<Item = &'p Setting> + Clone,
        packs: &[&str],
    ) {
        let gather = &mut Gather { file: self.file.clone(), faults };
        for (clause, choice) in &self.readings {
            let path = format!("readings.{clause}");
            let mut of_clause = settings.clone().filter(|setting| setting.spec.clause == *clause).peekable();
            let Some(setting) = of_clause.peek() else {
                let mut known: Vec<&str> = settings.clone().map(|setting| setting.spec.clause.as_str()).collect();
                known.sort_unstable();
                known.dedup();
                let remedy = format!("the settings are {}", known.join(", "));
                gather.add(None, path, format!("{clause} is no setting of any pack"), remedy);
                continue;
            };
            if !setting.spec.takes(choice) {
                gather.add(None, path, format!("{choice:?} is no choice of {clause}"), setting.spec.remedy());
            }
        }
        for pack in self.texts.keys().filter(|pack| !packs.contains(&pack.as_str())) {
            let remedy = format!("the packs are {}", packs.join(", "));
            gather.add(None, format!("texts.{pack}"), format!("there is no pack {pack}"), remedy);
        }
    }
}

fn texts(gather: &mut Gather<'_>, key: &str, node: &Node<'_>) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let Some(inner) = node.get(key) else { return texts };
    let Value::Map(entries) = &inner.value else {
        gather.add(inner.line(), key, format!("{} is not a mapping", inner.describe()), "write a mapping");
        return texts;
    };
    for (name, value) in entries {
        match &value.value {
            Value::Text(text) => {
                texts.insert(name.to_string(), text.to_string());
            }
            _ => gather.add(value.line(), format!("{key}.{name}"), "the value is not a text", "write it in quotes"),
        }
    }
    texts
}
