//! Other names of occupations: former, later, regional, of the trade. They are suggestions and decide nothing.

use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::Gather;
use crate::format::Text;
use crate::occupations::plain_name;
use crate::table;

/// What sort of other name it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SynonymKind {
    /// A name of an earlier classification, or an earlier spelling.
    FormerName,
    /// A name of a later classification.
    LaterName,
    /// A name of some regions.
    Regional,
    /// A name of the trade, or a trade that belongs to the occupation.
    Trade,
    /// A short form.
    Abbreviation,
    /// A misprint of a document.
    Misprint,
}

impl SynonymKind {
    const ALL: [Self; 6] =
        [Self::FormerName, Self::LaterName, Self::Regional, Self::Trade, Self::Abbreviation, Self::Misprint];

    /// The key, as the table writes it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::FormerName => "former-name",
            Self::LaterName => "later-name",
            Self::Regional => "regional",
            Self::Trade => "trade",
            Self::Abbreviation => "abbreviation",
            Self::Misprint => "misprint",
        }
    }
}

/// One pair of names for what may be the same occupation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Synonym {
    /// The name.
    pub name: String,
    /// The other name.
    pub synonym: String,
    /// What sort of other name.
    pub kind: SynonymKind,
    /// Where that comes from, and how sure it is.
    pub origin: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    synonym: String,
    kind: String,
    origin: String,
    #[serde(default)]
    origin_zh: Option<String>,
}

/// The table of other names.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    /// All pairs, in the order of the file.
    pub pairs: Vec<Synonym>,
    by_name: FxHashMap<String, Vec<usize>>,
}

impl Synonyms {
    pub(crate) fn read(gather: &mut Gather<'_>, text: &str) -> Self {
        let mut table = Self::default();
        let mut lines: FxHashMap<(String, String), u32> = FxHashMap::default();
        for (line, row) in table::rows::<Row>(gather, text) {
            let before = gather.faults.0.len();
            for (column, value) in [("name", &row.name), ("synonym", &row.synonym), ("origin", &row.origin)] {
                if value.trim().is_empty() {
                    gather.add(Some(line), column, format!("the {column} is blank"), "fill it in");
                }
            }
            let kind = SynonymKind::ALL.into_iter().find(|kind| kind.key() == row.kind);
            if kind.is_none() {
                let known: Vec<&str> = SynonymKind::ALL.iter().map(|kind| kind.key()).collect();
                let remedy = format!("write one of {}", known.join(", "));
                gather.add(Some(line), "kind", format!("{:?} is no kind of name", row.kind), remedy);
            }
            let (name, synonym) = (plain_name(&row.name), plain_name(&row.synonym));
            if name == synonym && !name.is_empty() {
                gather.add(Some(line), "synonym", "the name is its own other name", "take the row out");
            }
            let key = if name < synonym { (name, synonym) } else { (synonym, name) };
            if let Some(first) = lines.get(&key) {
                let problem = format!("line {first} has the same two names; pairs are read both ways");
                gather.add(Some(line), "synonym", problem, "take one out");
            }
            lines.entry(key).or_insert(line);
            let (Some(kind), true) = (kind, gather.faults.0.len() == before) else { continue };
            let zh = row.origin_zh.filter(|zh| !zh.trim().is_empty()).unwrap_or_else(|| row.origin.clone());
            let origin = Text { zh, en: row.origin };
            table.add(Synonym { name: row.name, synonym: row.synonym, kind, origin });
        }
        table
    }

    fn add(&mut self, pair: Synonym) {
        let index = self.pairs.len();
        for name in [&pair.name, &pair.synonym] {
            self.by_name.entry(plain_name(name)).or_default().push(index);
        }
        self.pairs.push(pair);
    }

    /// The pairs that a plain name stands in, on either side.
    pub fn of(&self, plain: &str) -> impl Iterator<Item = &Synonym> {
        self.by_name.get(plain).into_iter().flatten().filter_map(|index| self.pairs.get(*index))
    }
}
