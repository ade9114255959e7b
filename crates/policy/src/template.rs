//! National templates: what the general tables of the occupational standards would indicate. No rule of any policy.

use model::node::Node;
use model::{Series, SkillLevel, TitleTier};
use serde::Deserialize;
use std::collections::BTreeMap;

use crate::clause::ClauseRef;
use crate::condition::{Carrier, Condition, Matching, SeriesAmong, SkillTest, TitleTest, WorkTest, Years};
use crate::fault::Gather;
use crate::format::Text;
use crate::rule::{Leaf, Rule};
use crate::section;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "schema")]
    _schema: String,
    id: String,
    clause: String,
    name: Text,
    #[serde(rename = "provenance")]
    _provenance: String,
    confidence: String,
    levels: BTreeMap<SkillLevel, Vec<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(rename = "id")]
    _id: String,
    zh: String,
    en: String,
    when: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Item {
    Certificate {
        certificate: SkillLevel,
        years: u16,
    },
    Title {
        title: TitleTier,
        years: u16,
    },
    Work {
        work: u16,
    },
    Diploma {
        #[serde(rename = "diploma")]
        _diploma: String,
        #[serde(rename = "relevant")]
        _relevant: bool,
    },
}

/// A national template.
#[derive(Clone, Debug)]
pub struct Template {
    /// The identifier.
    pub id: String,
    /// The clause of the national ledger.
    pub clause: String,
    /// What the template is called.
    pub name: Text,
    /// How sure the project is of its text.
    pub confidence: String,
    levels: BTreeMap<SkillLevel, Vec<Alternative>>,
}

/// One alternative of a template for a level.
#[derive(Clone, Debug)]
pub struct Alternative {
    /// What it asks for.
    pub says: Text,
    /// The same as a rule; diplomas are left to people.
    pub rule: Rule,
}

impl Template {
    pub(crate) fn read(gather: &mut Gather<'_>, text: &str) -> Option<Self> {
        let node = match Node::read_as(text, model::node::Format::Yaml) {
            Ok(node) => node,
            Err(faults) => {
                gather.all(faults);
                return None;
            }
        };
        let file: File = section::read(gather, "", &node)?;
        let levels = file
            .levels
            .into_iter()
            .map(|(level, entries)| {
                let alternatives = entries.into_iter().map(|entry| Alternative {
                    says: Text { zh: entry.zh, en: entry.en },
                    rule: Rule::All(entry.when.iter().map(rule).collect()),
                });
                (level, alternatives.collect())
            })
            .collect();
        Some(Self { id: file.id, clause: file.clause, name: file.name, confidence: file.confidence, levels })
    }

    /// The alternatives for a level.
    #[must_use]
    pub fn alternatives(&self, level: SkillLevel) -> &[Alternative] {
        self.levels.get(&level).map_or(&[], Vec::as_slice)
    }
}

fn leaf(condition: Condition) -> Rule {
    Rule::Leaf(Leaf::plain(ClauseRef(u16::MAX), condition))
}

fn work(years: u16, since: Option<Carrier>) -> Rule {
    leaf(Condition::Work(WorkTest {
        years: Years::Printed(years),
        since,
        matching: Matching::RelatedToPost,
        unless_standard: false,
    }))
}

fn rule(item: &Item) -> Rule {
    match item {
        Item::Certificate { certificate, years } => Rule::SomeSkill(Box::new(Rule::All(vec![
            leaf(Condition::Skill(SkillTest { at_least: *certificate, in_post: true })),
            work(*years, Some(Carrier::Skill)),
        ]))),
        Item::Title { title, years } => Rule::SomeTitle(Box::new(Rule::All(vec![
            leaf(Condition::Title(TitleTest { at_least: *title, series: SeriesAmong::One(Series::Engineering) })),
            work(*years, Some(Carrier::Title)),
        ]))),
        Item::Work { work: years } => work(*years, None),
        Item::Diploma { .. } => leaf(Condition::LeftTo(String::new())),
    }
}
