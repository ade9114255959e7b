//! The honour lists of a document: which honour opens which titles.

use model::{TitleTier, Word};
use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::fault::Gather;
use crate::table;

/// One row of `honours.csv`.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    aliases: String,
    rank_at_most: Option<u32>,
    award: String,
    opens_title_up_to: String,
    clause: String,
    effect: String,
    holder_must_be_skilled_worker: String,
    note: String,
}

/// One honour of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HonourEntry {
    /// The name as printed.
    pub name: String,
    /// Further names by which it is known.
    pub aliases: Vec<String>,
    /// The last rank that counts; any where none.
    pub rank_at_most: Option<u32>,
    /// The awards that count, plain; any where empty.
    pub awards: Vec<String>,
    /// The highest title it opens.
    pub opens: TitleTier,
    /// The index of its list.
    pub list: usize,
    /// Whether it opens only by people's word.
    pub refer: bool,
    /// Whether its holder has to be a skilled worker.
    pub skilled_worker: bool,
    /// What is to be said about it.
    pub note: String,
}

/// The honour lists of a document.
#[derive(Clone, Debug, Default)]
pub struct Honours {
    /// All entries, in the order of the file.
    pub entries: Vec<HonourEntry>,
    /// The clause of each list with the highest title that it opens.
    pub lists: Vec<(String, TitleTier)>,
    by_name: FxHashMap<String, Vec<usize>>,
    /// Entries that stand for every name with an ending, where no entry has the name itself.
    by_ending: Vec<(String, Vec<usize>)>,
}

impl HonourEntry {
    /// A plain name that the entry stands for.
    #[must_use]
    pub fn plain_name(&self) -> String {
        plain_honour(self.name.trim_start_matches(ANY))
    }
}

/// Begins a name that stands for every name with the ending behind it.
const ANY: char = '*';

/// A name as honours are compared: without blanks and quotation marks, with unified brackets.
#[must_use]
pub fn plain_honour(text: &str) -> String {
    text.chars()
        .filter(|c| {
            !c.is_whitespace()
                && !matches!(c, '“' | '”' | '"' | '\'' | '‘' | '’' | '「' | '」' | '『' | '』' | '＂' | '＇')
        })
        .map(|c| match c {
            '(' => '（',
            ')' => '）',
            other => other,
        })
        .collect()
}

impl Honours {
    pub(crate) fn read(gather: &mut Gather<'_>, text: &str) -> Self {
        let mut honours = Self::default();
        for (line, row) in table::rows::<Row>(gather, text) {
            let Some(opens) = TitleTier::parse(&row.opens_title_up_to) else {
                let remedy = format!("write one of {}", TitleTier::choices());
                gather.add(
                    Some(line),
                    "opens_title_up_to",
                    format!("{:?} is no title tier", row.opens_title_up_to),
                    remedy,
                );
                continue;
            };
            let refer = match row.effect.as_str() {
                "open" => false,
                "refer" => true,
                other => {
                    gather.add(Some(line), "effect", format!("{other:?} is no effect"), "write open or refer");
                    continue;
                }
            };
            let skilled_worker = match row.holder_must_be_skilled_worker.as_str() {
                "" | "no" => false,
                "yes" => true,
                other => {
                    let problem = format!("{other:?} is neither yes nor blank");
                    gather.add(Some(line), "holder_must_be_skilled_worker", problem, "write yes, or leave it blank");
                    continue;
                }
            };
            if plain_honour(&row.name).is_empty() {
                gather.add(Some(line), "name", "the name is blank", "write the honour as the document prints it");
                continue;
            }
            if row.rank_at_most == Some(0) {
                gather.add(Some(line), "rank_at_most", "ranks begin at 1", "correct the rank");
            }
            let list = match honours.lists.iter().position(|(clause, _)| *clause == row.clause) {
                Some(list) => list,
                None => {
                    honours.lists.push((row.clause.clone(), opens));
                    honours.lists.len() - 1
                }
            };
            if let Some((clause, tier)) = honours.lists.get(list)
                && *tier != opens
            {
                let problem = format!("the list {clause} opens {tier}, this row {opens}");
                gather.add(Some(line), "opens_title_up_to", problem, "give all honours of a list the same tier");
            }
            let split = |text: &str, by: char| -> Vec<String> {
                text.split(by).map(plain_honour).filter(|part| !part.is_empty()).collect()
            };
            let entry = HonourEntry {
                aliases: split(&row.aliases, '、').into_iter().flat_map(|a| split(&a, ';')).collect(),
                awards: split(&row.award, '、'),
                rank_at_most: row.rank_at_most,
                opens,
                list,
                refer,
                skilled_worker,
                note: row.note,
                name: row.name,
            };
            let index = honours.entries.len();
            if entry.name.starts_with(ANY) {
                if entry.plain_name().is_empty() {
                    gather.add(Some(line), "name", "the ending is blank", "write what the names end with after `*`");
                }
                honours.by_ending.push((entry.plain_name(), vec![index]));
                honours.entries.push(entry);
                continue;
            }
            for name in std::iter::once(plain_honour(&entry.name)).chain(entry.aliases.iter().cloned()) {
                let same = honours.by_name.entry(name).or_default();
                let clash = same.iter().any(|other| {
                    honours
                        .entries
                        .get(*other)
                        .is_some_and(|other| other.awards == entry.awards && other.list == entry.list)
                });
                if clash {
                    gather.add(Some(line), "name", format!("{} stands twice in its list", entry.name), "keep one row");
                }
                same.push(index);
            }
            honours.entries.push(entry);
        }
        honours
    }

    /// The entries of the given name, which has to be [`plain_honour`].
    #[must_use]
    pub fn named(&self, plain: &str) -> &[usize] {
        match self.by_name.get(plain) {
            Some(entries) => entries,
            None => self
                .by_ending
                .iter()
                .find(|(ending, _)| plain.ends_with(ending.as_str()))
                .map_or(&[], |(_, entries)| entries.as_slice()),
        }
    }
}
