//! A catalogue that links title majors with occupation groups.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::fault::Gather;
use crate::format::CatalogueSpec;
use crate::occupations::{is_code, plain_name};
use crate::table;

/// The most majors of one catalogue.
pub const MOST_MAJORS: usize = 32;

/// One printed row.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatalogueRow {
    /// The number of the major.
    pub major_seq: u8,
    /// The major.
    pub major: String,
    /// The three-part code of the group.
    pub code: String,
    /// The printed national code beside it.
    pub gbm: String,
    /// The name of the group as printed.
    pub occupation: String,
    /// What is odd about the row.
    pub errata: String,
}

/// A closed catalogue of groups by major.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// How the pack describes it.
    pub spec: CatalogueSpec,
    /// The rows as printed.
    pub rows: Vec<CatalogueRow>,
    /// The majors, in the order of their numbers.
    pub majors: Vec<String>,
    by_group: FxHashMap<String, u32>,
    group_by_name: FxHashMap<String, String>,
}

impl Catalogue {
    pub(crate) fn read(gather: &mut Gather<'_>, spec: CatalogueSpec, text: &str) -> Self {
        let mut catalogue = Self {
            spec,
            rows: Vec::new(),
            majors: Vec::new(),
            by_group: FxHashMap::default(),
            group_by_name: FxHashMap::default(),
        };
        for (line, row) in table::rows::<CatalogueRow>(gather, text) {
            if !is_code(&row.code, 3) {
                gather.add(Some(line), "code", format!("{:?} is not a code of 3 parts", row.code), "correct it");
            }
            let printed = format!("GBM{}", row.code.replace('-', ""));
            if row.gbm != printed && row.errata.is_empty() {
                let problem = format!("{} is not {printed}", row.gbm);
                gather.add(Some(line), "gbm", problem, "correct it, or say in `errata` what is printed");
            }
            let index = match catalogue.majors.iter().position(|major| *major == row.major) {
                Some(index) => index,
                None => {
                    catalogue.majors.push(row.major.clone());
                    catalogue.majors.len() - 1
                }
            };
            if usize::from(row.major_seq) != index + 1 {
                gather.add(Some(line), "major_seq", "the majors are not numbered in order", "number them from 1");
            }
            if index >= MOST_MAJORS {
                gather.add(Some(line), "major", format!("more than {MOST_MAJORS} majors"), "split the catalogue");
                continue;
            }
            *catalogue.by_group.entry(row.code.clone()).or_default() |= 1 << index;
            let name = plain_name(&row.occupation);
            let known = catalogue.group_by_name.insert(name, row.code.clone());
            if known.is_some_and(|code| code != row.code) {
                gather.add(Some(line), "occupation", "the name stands for two codes", "correct one of them");
            }
            catalogue.rows.push(row);
        }
        catalogue
    }

    /// The majors that list a group, as bits in the order of [`Catalogue::majors`]; 0 where none does.
    #[must_use]
    pub fn majors_of(&self, group: &str) -> u32 {
        self.by_group.get(group).copied().unwrap_or(0)
    }

    /// The code of a group by its printed name.
    #[must_use]
    pub fn group_named(&self, plain: &str) -> Option<&str> {
        self.group_by_name.get(plain).map(String::as_str)
    }

    /// The position of a major by its exact name.
    #[must_use]
    pub fn major_named(&self, name: &str) -> Option<usize> {
        self.majors.iter().position(|major| major == name)
    }
}
