//! Every name that a table has, with what it is found by: made once, when somebody first searches.

use std::collections::HashMap;

use policy::Packs;
use policy::format::Text;
use policy::occupations::OccupationRow;
use policy::synonyms::{Synonym, SynonymKind};

use super::answer::{Confidence, OtherName, Side};
use super::fit::Name;

/// An occupation or group by name.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The name as written.
    pub name: String,
    /// The same as it is compared.
    pub as_compared: Name,
    /// The four-part code.
    pub code: Option<String>,
    /// The three-part code of the group.
    pub group: Option<String>,
    /// The name of the group.
    pub group_name: Option<String>,
    /// How sure that is.
    pub confidence: Confidence,
    /// What the national table remarks.
    pub note: Option<String>,
    /// The other codes that catalogues print beside the name.
    pub printed_codes: Vec<String>,
}

/// A pair of names for what may be the same occupation.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// The names as written and as compared: the name, then the synonym.
    pub sides: [(String, Name); 2],
    /// Where they stand among the entries.
    pub entries: [Option<usize>; 2],
    kind: SynonymKind,
    origin: Text,
}

impl Pair {
    /// One side as another name for the other side.
    pub fn as_other_name(&self, side: usize) -> OtherName {
        OtherName {
            name: self.sides.get(side).map(|(name, _)| name.clone()).unwrap_or_default(),
            kind: self.kind,
            side: if side == 0 { Side::Name } else { Side::Synonym },
            origin: self.origin.clone(),
        }
    }
}

/// All names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// Occupations and groups, those of the national table first.
    pub(super) entries: Vec<Entry>,
    /// Pairs of names.
    pub(super) pairs: Vec<Pair>,
    /// The specialties of the catalogues as compared, by policy and by major: the name, and the scope beside it.
    pub(super) specialties: Vec<Vec<(Name, Option<Name>)>>,
    /// The rows of the lists of service points by the plain names that they print or mean, by policy.
    pub(super) points: Vec<HashMap<String, Vec<usize>>>,
    by_plain: HashMap<String, usize>,
}

impl Index {
    /// The names of all packs.
    pub fn of(packs: &Packs) -> Self {
        let mut index = Self::default();
        for row in &packs.national.occupations.rows {
            index.national(row);
        }
        for policy in &packs.policies {
            for row in policy.catalogue.iter().flat_map(|catalogue| &catalogue.rows) {
                let Some(entry) = index.printed(&row.occupation) else { continue };
                if entry.code.is_none() && entry.group.is_none() {
                    entry.group.clone_from(&row.code);
                }
                if let Some(code) = row.printed_code.as_ref().filter(|code| !entry.printed_codes.contains(*code)) {
                    entry.printed_codes.push(code.clone());
                }
                row.read_as.iter().for_each(|name| _ = index.printed(name));
            }
            for point in policy.service_points.iter().flat_map(|(_, points)| points) {
                index.printed(&point.occupation);
                point.read_as.iter().for_each(|name| _ = index.printed(name));
            }
            index.specialties.push(specialties(policy));
            index.points.push(points(policy));
        }
        for pair in &packs.national.synonyms.pairs {
            index.pair(pair.clone());
        }
        // The national table names later and former names too; a pair of the table of other names comes first.
        for row in &packs.national.occupations.rows {
            index.pairs_of(row);
        }
        index
    }

    /// The entry of a plain name.
    pub(super) fn named(&self, plain: &str) -> Option<usize> {
        self.by_plain.get(plain).copied()
    }

    /// The other names of a plain name.
    pub(super) fn other_names(&self, plain: &str) -> Vec<OtherName> {
        let mut names = Vec::new();
        for pair in &self.pairs {
            let [(_, name), (_, synonym)] = &pair.sides;
            if name.plain == plain {
                names.push(pair.as_other_name(1));
            } else if synonym.plain == plain {
                names.push(pair.as_other_name(0));
            }
        }
        names
    }

    fn national(&mut self, row: &OccupationRow) {
        let some = |text: &String| (!text.is_empty()).then(|| text.clone());
        let as_compared = Name::of(&row.name);
        let confidence = match row.confidence.as_str() {
            "high" => Confidence::High,
            "medium" => Confidence::Medium,
            _ => Confidence::Low,
        };
        self.by_plain.entry(as_compared.plain.clone()).or_insert(self.entries.len());
        self.entries.push(Entry {
            name: row.name.clone(),
            as_compared,
            code: some(&row.code),
            group: some(&row.group),
            group_name: some(&row.group_name),
            confidence,
            note: some(&row.synonyms_note),
            printed_codes: Vec::new(),
        });
    }

    /// The entry of a printed name; added where it is not there yet.
    fn printed(&mut self, name: &str) -> Option<&mut Entry> {
        let plain = super::word::plain(name);
        let new = self.entries.len();
        let at = *self.by_plain.entry(plain).or_insert(new);
        if at == new {
            self.entries.push(Entry {
                name: name.to_owned(),
                as_compared: Name::of(name),
                code: None,
                group: None,
                group_name: None,
                confidence: Confidence::Printed,
                note: None,
                printed_codes: Vec::new(),
            });
        }
        self.entries.get_mut(at)
    }

    fn pair(&mut self, pair: Synonym) {
        let sides = [pair.name, pair.synonym].map(|name| (name.clone(), Name::of(&name)));
        let [(name, one), (_, other)] = &sides;
        let known = self.pairs.iter().any(|known| {
            let [(_, a), (_, b)] = &known.sides;
            (a.plain == one.plain && b.plain == other.plain) || (a.plain == other.plain && b.plain == one.plain)
        });
        if known {
            return;
        }
        if self.named(&one.plain).is_none() && self.named(&other.plain).is_none() {
            self.printed(name);
        }
        let entries = [self.named(&one.plain), self.named(&other.plain)];
        self.pairs.push(Pair { sides, entries, kind: pair.kind, origin: pair.origin });
    }

    fn pairs_of(&mut self, row: &OccupationRow) {
        if row.current_name.is_empty() || super::word::plain(&row.current_name) == super::word::plain(&row.name) {
            return;
        }
        let kind = match row.kind.as_str() {
            "former name" => SynonymKind::FormerName,
            "工种" => SynonymKind::Trade,
            _ => SynonymKind::LaterName,
        };
        let origin =
            Text { zh: "全国职业名称表".to_owned(), en: "the national table of occupations".to_owned() };
        self.pair(Synonym { name: row.current_name.clone(), synonym: row.name.clone(), kind, origin });
    }
}

fn specialties(policy: &policy::Policy) -> Vec<(Name, Option<Name>)> {
    let Some(catalogue) = &policy.catalogue else { return Vec::new() };
    let scope = |major: usize| {
        catalogue.rows.iter().find(|row| row.major == major).and_then(|row| row.scope.as_deref()).map(Name::of)
    };
    catalogue.majors.iter().enumerate().map(|(i, major)| (Name::of(&major.name), scope(i))).collect()
}

fn points(policy: &policy::Policy) -> HashMap<String, Vec<usize>> {
    let mut rows: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, point) in policy.service_points.iter().flat_map(|(_, points)| points).enumerate() {
        for name in std::iter::once(&point.occupation).chain(&point.read_as) {
            rows.entry(super::word::plain(name)).or_default().push(at);
        }
    }
    rows
}
