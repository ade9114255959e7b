//! Occupations as the rules compare them: by name, by code, by group, by the majors that list them.

use std::borrow::Cow;

use model::Track;
use policy::format::Relation;
use policy::occupations::{code_digits, is_code, plain_name};
use policy::{National, Policy};
use rustc_hash::FxHashMap;

/// An occupation, placed where it can be.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Occupation {
    /// The position of its name among the names of the dossier.
    pub name: u32,
    /// Its four-part code as digits, or 0.
    pub code: u32,
    /// Its group's three-part code as digits, or 0.
    pub group: u32,
    /// The majors of the catalogue that list it, as bits.
    pub majors: u32,
}

impl Occupation {
    /// Whether it can be placed in a group.
    #[must_use]
    pub fn placed(self) -> bool {
        self.group != 0
    }

    /// Whether two occupations are related.
    #[must_use]
    pub fn related(self, other: Self, relating: Relating) -> bool {
        self.name == other.name
            || (self.code != 0 && self.code == other.code)
            || (relating.group && self.group != 0 && self.group == other.group)
            || self.majors & other.majors & relating.rows != 0
    }
}

/// What relates two occupations beside the same name and the same code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Relating {
    /// The same group of the classification.
    pub group: bool,
    /// One of these catalogue majors lists both, as bits.
    pub rows: u32,
}

impl Relating {
    /// What relates occupations in a policy, for targets of a track.
    #[must_use]
    pub fn of(policy: &Policy, track: Track) -> Self {
        let rows = match policy.related.by {
            Relation::Row => policy.majors_towards(track, None),
            Relation::Same | Relation::Group => 0,
        };
        Self { group: policy.related.by == Relation::Group, rows }
    }
}

/// The names of one dossier's occupations, each placed once.
#[derive(Clone, Debug)]
pub struct Names<'a> {
    policy: &'a Policy,
    national: &'a National,
    known: Vec<(Cow<'a, str>, Cow<'a, str>, Occupation)>,
    by_plain: FxHashMap<Cow<'a, str>, u32>,
}

/// Up to this many names are compared one by one.
const FEW: usize = 16;

impl<'a> Names<'a> {
    /// No names yet.
    #[must_use]
    pub fn new(policy: &'a Policy, national: &'a National) -> Self {
        Self { policy, national, known: Vec::new(), by_plain: FxHashMap::default() }
    }

    /// The occupation of a name as written.
    pub fn place(&mut self, written: &'a str) -> Occupation {
        self.place_as(Cow::Borrowed(written), borrowed_plain(written))
    }

    /// The occupation of a name that the dossier does not state.
    pub fn place_asked(&mut self, written: &str) -> Occupation {
        self.place_as(Cow::Owned(written.to_owned()), Cow::Owned(plain_name(written)))
    }

    fn place_as(&mut self, written: Cow<'a, str>, plain: Cow<'a, str>) -> Occupation {
        if self.known.len() <= FEW {
            if let Some((_, _, occupation)) = self.known.iter().find(|(_, known, _)| *known == plain) {
                return *occupation;
            }
        } else if let Some((_, _, occupation)) =
            self.by_plain.get(&plain).and_then(|index| self.known.get(*index as usize))
        {
            return *occupation;
        }
        let (code, group) = self.codes(&plain);
        let majors = self.policy.catalogue.as_ref().map_or(0, |catalogue| catalogue.majors_of(&plain, group));
        let (code, group) = (code.map_or(0, code_digits), group.map_or(0, code_digits));
        self.add(written, plain, |name| Occupation { name, code, group, majors })
    }

    /// Adds an occupation that no dossier names, for asking what another one would change.
    pub fn imagine(&mut self, code: u32, group: u32, majors: u32) -> Occupation {
        let name = format!("\u{0}{}", self.known.len());
        self.add(Cow::Owned(name.clone()), Cow::Owned(name), |name| Occupation { name, code, group, majors })
    }

    /// The name as first written.
    #[must_use]
    pub fn written(&self, occupation: Occupation) -> Option<&str> {
        self.known.get(occupation.name as usize).map(|(written, _, _)| written.as_ref())
    }

    /// Every occupation named so far.
    #[must_use]
    pub fn all(&self) -> Vec<Occupation> {
        self.known.iter().map(|(_, _, occupation)| *occupation).collect()
    }

    fn add(&mut self, written: Cow<'a, str>, plain: Cow<'a, str>, make: impl FnOnce(u32) -> Occupation) -> Occupation {
        let name = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let occupation = make(name);
        if self.known.len() == FEW {
            for (index, (_, known, _)) in self.known.iter().enumerate() {
                self.by_plain.insert(known.clone(), u32::try_from(index).unwrap_or(u32::MAX));
            }
        }
        if self.known.len() >= FEW {
            self.by_plain.insert(plain.clone(), name);
        }
        self.known.push((written, plain, occupation));
        occupation
    }

    /// The code and group of a name: as written, by a printed group name, or by the national table.
    fn codes<'p>(&'p self, plain: &'p str) -> (Option<&'p str>, Option<&'p str>) {
        if is_code(plain, 4) {
            return (Some(plain), plain.get(..7));
        }
        if is_code(plain, 3) {
            return (None, Some(plain));
        }
        if let Some(group) = self.policy.catalogue.as_ref().and_then(|catalogue| catalogue.group_named(plain)) {
            return (None, Some(group));
        }
        self.national.occupations.place(plain).unwrap_or((None, None))
    }
}

fn borrowed_plain(written: &str) -> Cow<'_, str> {
    if written.chars().any(|c| c.is_whitespace() || c == '(' || c == ')') {
        Cow::Owned(plain_name(written))
    } else {
        Cow::Borrowed(written)
    }
}
