//! Catalogues that link title specialties ("majors") with occupations, by group of the classification or by name.

use std::collections::BTreeMap;

use model::{Direction, Series, Track};
use rustc_hash::FxHashMap;

use crate::fault::Gather;
use crate::format::{Lists, TableSpec};
use crate::occupations::{is_code, plain_name};
use crate::table;

/// The most majors of all catalogue tables of one pack.
pub const MOST_MAJORS: usize = 32;

/// One major: a specialty of a series with the occupations that a table lists under it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Major {
    /// The name as printed.
    pub name: String,
    /// The series.
    pub series: Series,
    /// The direction that the table serves; both where none.
    pub direction: Option<Direction>,
    /// The clause of the major, or of its table.
    pub clause: String,
}

/// One printed row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CatalogueRow {
    /// The position of its major in [`Catalogue::majors`].
    pub major: usize,
    /// The occupation or group as printed.
    pub occupation: String,
    /// What a misprinted name has to be read as.
    pub read_as: Option<String>,
    /// The three-part code of the group, in a table of groups.
    pub code: Option<String>,
    /// The other code printed beside it.
    pub printed_code: Option<String>,
    /// The body that reviews, where the table names it.
    pub body: Option<String>,
    /// Further fields that the table prints beside the major.
    pub scope: Option<String>,
    /// What is odd about the row.
    pub errata: String,
    /// The same in Chinese, where an optional column `errata_zh` has it.
    pub errata_zh: Option<String>,
}

/// The catalogue of a document: all its tables. Majors are bits, in the order of [`Catalogue::majors`].
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// What the tables list.
    pub lists: Lists,
    /// The clauses of the tables.
    pub clauses: Vec<String>,
    /// The majors of all tables.
    pub majors: Vec<Major>,
    /// The rows as printed.
    pub rows: Vec<CatalogueRow>,
    toward_titles: u32,
    toward_skills: u32,
    by_series: Vec<(Series, u32)>,
    by_group: FxHashMap<String, u32>,
    by_name: FxHashMap<String, u32>,
    group_by_name: FxHashMap<String, String>,
}

impl Catalogue {
    pub(crate) fn new(lists: Lists) -> Self {
        Self {
            lists,
            clauses: Vec::new(),
            majors: Vec::new(),
            rows: Vec::new(),
            toward_titles: 0,
            toward_skills: 0,
            by_series: Vec::new(),
            by_group: FxHashMap::default(),
            by_name: FxHashMap::default(),
            group_by_name: FxHashMap::default(),
        }
    }

    /// Adds the rows of one table.
    pub(crate) fn add(&mut self, gather: &mut Gather<'_>, spec: &TableSpec, text: &str) {
        self.clauses.push(spec.clause.clone());
        let first = self.majors.len();
        for (line, fields) in table::rows::<BTreeMap<String, String>>(gather, text) {
            let mut field = |column: &str| match fields.get(column) {
                Some(value) => value.as_str(),
                None => {
                    gather.add(Some(1), column, format!("the table has no column `{column}`"), "correct `columns`");
                    ""
                }
            };
            let columns = &spec.columns;
            let (major, occupation, errata) = (field(&columns.major), field(&columns.occupation), field("errata"));
            let number = columns.number.as_deref().map(&mut field);
            let printed_series = columns.series.as_deref().map(&mut field);
            let code = columns.code.as_deref().map(&mut field);
            let printed_code = columns.printed_code.as_deref().map(&mut field);
            let body = columns.body.as_deref().map(&mut field);
            let scope = columns.scope.as_deref().map(&mut field);
            let errata_zh = fields.get("errata_zh").map(String::as_str);
            if major.is_empty() || occupation.is_empty() {
                gather.add(Some(line), &columns.major, "the major or the occupation is blank", "fill it in");
                continue;
            }
            let Some(series) = spec.series.of(printed_series) else {
                let problem = format!("{:?} is no series of the table", printed_series.unwrap_or_default());
                gather.add(Some(line), "series", problem, "name it under `series`");
                continue;
            };
            let Some(index) = self.major(gather, line, spec, first, (major, series)) else { continue };
            if number.is_some_and(|number| number.parse::<usize>().ok() != Some(index - first + 1)) {
                gather.add(Some(line), "number", "the majors are not numbered in order", "number them from 1");
            }
            if let Some(code) = code {
                self.group(gather, line, (code, printed_code, occupation, errata), index);
            }
            let read_as = read_as(errata);
            for name in std::iter::once(occupation).chain(read_as.as_deref()) {
                *self.by_name.entry(plain_name(name)).or_default() |= 1 << index;
            }
            let some = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
            self.rows.push(CatalogueRow {
                major: index,
                occupation: occupation.to_owned(),
                read_as,
                code: some(code),
                printed_code: some(printed_code),
                errata_zh: some(errata_zh),
                body: some(body),
                scope: some(scope),
                errata: errata.to_owned(),
            });
        }
    }

    fn major(
        &mut self,
        gather: &mut Gather<'_>,
        line: u32,
        spec: &TableSpec,
        first: usize,
        (name, series): (&str, Series),
    ) -> Option<usize> {
        let own = self.majors.iter().skip(first).position(|major| major.name == name && major.series == series);
        if let Some(own) = own {
            return Some(first + own);
        }
        if self.majors.len() >= MOST_MAJORS {
            gather.add(Some(line), "major", format!("more than {MOST_MAJORS} majors"), "split the catalogue");
            return None;
        }
        let number = self.majors.len() - first + 1;
        let clause = match &spec.major_clause_prefix {
            Some(prefix) => format!("{prefix}{number}"),
            None => spec.clause.clone(),
        };
        let bit = 1 << self.majors.len();
        self.majors.push(Major { name: name.to_owned(), series, direction: spec.direction, clause });
        if spec.direction != Some(Direction::TitleToSkill) {
            self.toward_titles |= bit;
        }
        if spec.direction != Some(Direction::SkillToTitle) {
            self.toward_skills |= bit;
        }
        match self.by_series.iter_mut().find(|(own, _)| *own == series) {
            Some((_, bits)) => *bits |= bit,
            None => self.by_series.push((series, bit)),
        }
        Some(self.majors.len() - 1)
    }

    fn group(
        &mut self,
        gather: &mut Gather<'_>,
        line: u32,
        (code, printed, occupation, errata): (&str, Option<&str>, &str, &str),
        major: usize,
    ) {
        if !is_code(code, 3) {
            gather.add(Some(line), "code", format!("{code:?} is not a code of 3 parts"), "correct it");
        }
        let expected = format!("GBM{}", code.replace('-', ""));
        if let Some(printed) =
            printed.filter(|printed| printed.is_empty() || (*printed != expected && errata.is_empty()))
        {
            let problem = format!("{printed} is not {expected}");
            gather.add(Some(line), "printed_code", problem, "correct it, or say in `errata` what is printed");
        }
        *self.by_group.entry(code.to_owned()).or_default() |= 1 << major;
        let known = self.group_by_name.insert(plain_name(occupation), code.to_owned());
        if known.is_some_and(|known| known != code) {
            gather.add(Some(line), "occupation", "the name stands for two codes", "correct one of them");
        }
    }

    /// The majors that list an occupation of a plain name and a group, as bits; 0 where none does.
    #[must_use]
    pub fn majors_of(&self, plain: &str, group: Option<&str>) -> u32 {
        match self.lists {
            Lists::Groups => group.and_then(|group| self.by_group.get(group)).copied().unwrap_or(0),
            Lists::Names => self.by_name.get(plain).copied().unwrap_or(0),
        }
    }

    /// The code of a group by its printed name.
    #[must_use]
    pub fn group_named(&self, plain: &str) -> Option<&str> {
        self.group_by_name.get(plain).map(String::as_str)
    }

    /// The majors of exactly this name, as bits.
    #[must_use]
    pub fn majors_named(&self, name: &str) -> u32 {
        let named = self.majors.iter().enumerate().filter(|(_, major)| major.name == name);
        named.fold(0, |bits, (i, _)| bits | 1 << i)
    }

    /// The majors whose tables serve a direction, named by the track that it leads to, as bits.
    #[must_use]
    pub fn towards(&self, track: Track) -> u32 {
        match track {
            Track::Title => self.toward_titles,
            Track::Skill => self.toward_skills,
        }
    }

    /// The majors of a series, as bits.
    #[must_use]
    pub fn of_series(&self, series: Series) -> u32 {
        self.by_series.iter().find(|(own, _)| *own == series).map_or(0, |(_, bits)| *bits)
    }

    /// The distinct sets of majors that rows of names, or groups with their codes, stand in.
    #[must_use]
    pub fn kinds(&self) -> Vec<(u32, u32)> {
        let mut kinds: Vec<(u32, u32)> = match self.lists {
            Lists::Names => self.by_name.values().map(|majors| (0, *majors)).collect(),
            Lists::Groups => {
                self.by_group.iter().map(|(code, majors)| (crate::occupations::code_digits(code), *majors)).collect()
            }
        };
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

/// What a misprint has to be read as, from a remark such as `misprint: read X (so printed elsewhere)`.
#[must_use]
pub fn read_as(errata: &str) -> Option<String> {
    let (_, rest) = errata.strip_prefix("misprint:")?.split_once("read ")?;
    rest.split_whitespace().next().map(str::to_owned)
}
