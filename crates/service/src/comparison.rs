//! Two policies compared, in words: a document that the command line, the pages and programs read.

mod asks;
mod labels;
mod says;

use model::Day;
use policy::Policy;
use policy::comparison::{Comparison, Point, Provision, Standing, compare};
use serde::Serialize;
use wording::{Lang, Phrasebook};

use crate::document::document_name;
use says::Writer;

/// The schema identifier of a comparison.
pub const COMPARISON_SCHEMA: &str = "guantong/comparison/1";

/// Two policies, topic by topic.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PolicyComparison {
    /// `guantong/comparison/1`.
    pub schema: &'static str,
    /// The language of the sentences.
    pub lang: &'static str,
    /// The first policy.
    pub a: Side,
    /// The second policy.
    pub b: Side,
    /// Whether both cite clauses of one document; where they do, another clause is a difference too.
    pub one_document: bool,
    /// How many points stand how.
    pub counts: Counts,
    /// The topics.
    pub topics: Vec<TopicRows>,
}

/// One of both policies.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Side {
    /// The pack's identifier.
    pub id: String,
    /// The key of the place.
    pub key: String,
    /// The GB/T 2260 code of the place.
    pub code: String,
    /// The place in the language of the sentences.
    pub place: String,
    /// The document: title and number.
    pub document: String,
    /// The first day in force.
    pub effective: Day,
    /// The last day in force; null where none is printed.
    pub expires: Option<Day>,
    /// The digest of the pack.
    pub digest: String,
}

/// How many points stand how.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Counts {
    /// Both say something, and not the same.
    pub differs: usize,
    /// Only the first says something.
    pub only_a: usize,
    /// Only the second says something.
    pub only_b: usize,
    /// Both say the same.
    pub same: usize,
}

/// A topic with its points.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TopicRows {
    /// The key of the topic.
    pub topic: &'static str,
    /// What the topic is called.
    pub name: String,
    /// The points, those that differ first.
    pub rows: Vec<Row>,
}

/// One point.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Row {
    /// The key of what it is about, for example `reviews`, `until`, `honour`.
    pub about: String,
    /// What it is called.
    pub name: String,
    /// The levels and routes for which it is said; empty where it is said of the whole policy.
    pub applies_to: Vec<String>,
    /// `same`, `differs`, `only-a` or `only-b`.
    pub standing: &'static str,
    /// What the first policy says.
    pub a: Vec<Said>,
    /// What the second policy says.
    pub b: Vec<Said>,
}

/// Something that a policy says.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Said {
    /// In words.
    pub says: String,
    /// The parts, where it is several things together.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Said>,
    /// The clauses; of something in parts only those that stand above the parts.
    pub clauses: Vec<String>,
}

/// Compares two policies in a language.
#[must_use]
pub fn compare_policies(a: &Policy, b: &Policy, lang: Lang) -> PolicyComparison {
    let comparison = compare(a, b);
    let phrases = Phrasebook::of(lang);
    PolicyComparison {
        schema: COMPARISON_SCHEMA,
        lang: lang.key(),
        a: side(a, lang),
        b: side(b, lang),
        one_document: comparison.one_document,
        counts: counts(&comparison),
        topics: topics(&comparison, phrases),
    }
}

impl PolicyComparison {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_same(&self) -> bool {
        (self.counts.differs, self.counts.only_a, self.counts.only_b) == (0, 0, 0)
    }

    /// What both are called: by place, or by pack where both are of one place.
    #[must_use]
    pub fn names(&self) -> (&str, &str) {
        match (self.a.place == self.b.place, self.a.id == self.b.id) {
            (false, _) => (&self.a.place, &self.b.place),
            (true, false) => (&self.a.id, &self.b.id),
            (true, true) => ("A", "B"),
        }
    }

    /// How many points stand how, in a sentence.
    #[must_use]
    pub fn summary(&self, phrases: &Phrasebook) -> String {
        if self.is_same() {
            return phrases.text("compare-no-difference").to_owned();
        }
        let counts = [self.counts.differs, self.counts.only_a, self.counts.only_b, self.counts.same];
        let [differs, only_a, only_b, same] = counts.map(|count| count.to_string());
        let (a, b) = self.names();
        let (a, b) = (("a", a.to_owned()), ("b", b.to_owned()));
        let arguments = [a, b, ("differs", differs), ("only-a", only_a), ("only-b", only_b), ("same", same)];
        let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        phrases.format("compare-summary", &arguments)
    }
}

fn side(policy: &Policy, lang: Lang) -> Side {
    let place = &policy.jurisdiction;
    Side {
        id: policy.id.clone(),
        key: place.key.clone(),
        code: place.code.clone(),
        place: if lang == Lang::En { place.en.clone() } else { place.zh.clone() },
        document: document_name(policy),
        effective: policy.effective,
        expires: policy.expires,
        digest: policy.digest.clone(),
    }
}

fn counts(comparison: &Comparison<'_>) -> Counts {
    Counts {
        differs: comparison.count(Standing::Differs),
        only_a: comparison.count(Standing::OnlyA),
        only_b: comparison.count(Standing::OnlyB),
        same: comparison.count(Standing::Same),
    }
}

fn topics(comparison: &Comparison<'_>, phrases: &'static Phrasebook) -> Vec<TopicRows> {
    let (a, b) = (Writer::new(phrases, comparison.a), Writer::new(phrases, comparison.b));
    let row = |point: &Point<'_>| Row {
        about: labels::key(&point.about).to_owned(),
        name: labels::name(&a, &point.about),
        applies_to: labels::scope(&a, point),
        standing: point.standing.key(),
        a: said(&a, &point.a),
        b: said(&b, &point.b),
    };
    let topic = |(topic, points): &(policy::comparison::Topic, Vec<Point<'_>>)| {
        let mut ordered: Vec<&Point<'_>> = points.iter().collect();
        ordered.sort_by_key(|point| point.standing == Standing::Same);
        TopicRows {
            topic: topic.key(),
            name: phrases.text(&format!("compare-topic-{}", topic.key())).to_owned(),
            rows: ordered.into_iter().map(row).collect(),
        }
    };
    comparison.topics.iter().map(topic).collect()
}

fn said(writer: &Writer<'_>, provisions: &[Provision<'_>]) -> Vec<Said> {
    provisions.iter().map(|provision| writer.said(provision)).collect()
}
