//! Years that a text leaves to the occupation's standard (`--standards FILE`).

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::fault::Faults;
use crate::node::Node;
use crate::reader::{Place, Reader};
use crate::words::{SkillLevel, Word};

/// The most years that a standard may ask for.
const MOST_YEARS: i64 = 60;

/// Occupation (or `*` for all others) → skill level → years of work in the occupation.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Standards {
    entries: BTreeMap<String, BTreeMap<SkillLevel, u16>>,
}

impl Standards {
    /// Reads a standards file, JSON or YAML.
    ///
    /// # Errors
    /// Every fault of the file at once, with path and line.
    pub fn read(text: &str) -> Result<Self, Faults> {
        let node = Node::read(text)?;
        Self::from_node(&node)
    }

    /// Reads standards out of a document.
    ///
    /// # Errors
    /// As [`Standards::read`].
    pub fn from_node(node: &Node<'_>) -> Result<Self, Faults> {
        let mut reader = Reader::default();
        let root = Place::Root;
        let mut entries = BTreeMap::new();
        for (occupation, levels) in reader.free_map(&root, node) {
            let place = root.key(occupation);
            let mut years = BTreeMap::new();
            for (name, number) in reader.free_map(&place, levels) {
                let place = place.key(name);
                let Some(level) = SkillLevel::parse(name) else {
                    let remedy = format!("write one of {}", SkillLevel::choices());
                    reader.fault(&place, number, format!("`{name}` is no skill level"), remedy);
                    continue;
                };
                let Some(count) = reader.whole(&place, number, 0, MOST_YEARS) else { continue };
                if years.insert(level, u16::try_from(count).unwrap_or(0)).is_some() {
                    reader.fault(&place, number, "the level stands twice", "keep one of them");
                }
            }
            if entries.insert(plain(occupation).into_owned(), years).is_some() {
                reader.fault(&place, levels, "the occupation stands twice", "keep one of them");
            }
        }
        reader.faults.unless(Self { entries })
    }

    /// Standards that ask for one year at every level of every occupation.
    #[must_use]
    pub fn one_year() -> Self {
        let years = SkillLevel::ALL.iter().map(|level| (*level, 1)).collect();
        Self { entries: BTreeMap::from([("*".to_owned(), years)]) }
    }

    /// The years of work that the standard of `occupation` asks for at `level`; the entry `*` serves all others.
    #[must_use]
    pub fn years(&self, occupation: &str, level: SkillLevel) -> Option<u16> {
        let entry = self.entries.get(plain(occupation).as_ref()).or_else(|| self.entries.get("*"))?;
        entry.get(&level).copied()
    }

    /// The occupations that have an entry of their own, with their years by level.
    pub fn occupations(&self) -> impl Iterator<Item = (&str, &BTreeMap<SkillLevel, u16>)> {
        self.entries.iter().map(|(name, years)| (name.as_str(), years)).filter(|(name, _)| *name != "*")
    }

    /// Whether there is no entry at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// A name as occupations are compared: without blanks, with unified brackets.
fn plain(name: &str) -> Cow<'_, str> {
    if !name.contains(|c: char| c.is_whitespace() || c == '(' || c == ')') {
        return Cow::Borrowed(name);
    }
    let unified = name.chars().filter(|c| !c.is_whitespace()).map(|c| match c {
        '(' => '（',
        ')' => '）',
        other => other,
    });
    Cow::Owned(unified.collect())
}
