//! Loads packs: every fault of every file at once, or the compiled policies.

mod chain;
mod evaluation;
mod national;
mod read;
mod tables;

use model::procedure::Procedure;
use model::sheet::Sheet;
use model::{Day, Series, Track};
use rustc_hash::FxHashMap;

use crate::catalogue::Catalogue;
use crate::clause::{Clause, ClauseRef};
use crate::compile;
use crate::condition::{Condition, Subject};
use crate::fault::{Gather, PackFaults};
use crate::files::Files;
use crate::format::{
    Carried, Checked, Document, Equivalences, EvaluatorSpec, Jurisdiction, Related, ReviewerSpec, Road, Text,
    WaiverSpec, WarningSpec,
};
use crate::honours::Honours;
use crate::rule::{Governed, Leaf, Pilot, Test};
use crate::service_points::ServicePoint;
use crate::settings::{Setting, Settings};

pub use national::National;
pub(crate) use read::Adds;

/// A document that another one passes on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PassedOn {
    /// The pack's identifier.
    pub id: String,
    /// The document.
    pub document: Document,
}

/// One compiled policy.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The folder of the pack.
    pub folder: String,
    /// The identifier.
    pub id: String,
    /// Which road it describes.
    pub road: Road,
    /// The place.
    pub jurisdiction: Jurisdiction,
    /// The document.
    pub document: Document,
    /// The documents that it passes on, the nearest first; none for a document with rules of its own.
    pub chain: Vec<PassedOn>,
    /// When and by whom the pack was last checked against its document.
    pub checked: Checked,
    /// The digest of the document's text, where the operator supplied it.
    pub text_digest: Option<String>,
    /// The first day in force.
    pub effective: Day,
    /// The last day in force; none where none is printed.
    pub expires: Option<Day>,
    /// The clauses on the dates in force.
    pub in_force_clauses: Vec<String>,
    /// The digest of the rule files, of those it passes on, and of the operator's changed settings.
    pub digest: String,
    /// The clauses: the document's own, those of the documents it passes on, then the national ones.
    pub clauses: Vec<Clause>,
    /// How many of them are the document's own.
    pub own_clauses: usize,
    /// Which occupations are related.
    pub related: Related,
    /// The catalogue, where the document has one.
    pub catalogue: Option<Catalogue>,
    /// Where examinations can be taken, with the clause of the list.
    pub service_points: Option<(String, Vec<ServicePoint>)>,
    /// Which body reviews which title level.
    pub reviewers: Vec<ReviewerSpec>,
    /// Who evaluates which skill level.
    pub evaluators: Vec<EvaluatorSpec>,
    /// The honour lists.
    pub honours: Honours,
    /// Who decides what is referred.
    pub bodies: Vec<(String, Text)>,
    /// Times in which only some persons are inside.
    pub pilots: Vec<Pilot>,
    /// The groups of conditions that several routes share, by name, as written.
    pub shared: Vec<(String, Vec<Leaf>)>,
    /// The levels governed with their routes: titles first, in ladder order.
    pub governed: Vec<Governed>,
    /// Whether some route asks for a diploma.
    pub asks_for_education: bool,
    /// What need not be done or paid.
    pub waivers: Vec<WaiverSpec>,
    /// How classes of technical schools count.
    pub equivalences: Option<Equivalences>,
    /// What is said beside a decision.
    pub warnings: Vec<WarningSpec>,
    /// The clause that forbids anybody below to ask for less.
    pub no_weakening: Option<String>,
    /// The readings that an operator can choose, and the choices that hold.
    pub settings: Vec<Setting>,
    /// Clauses that the vocabulary itself carries.
    pub carried: Vec<Carried>,
    /// How applications travel; none where the pack does not say.
    pub procedure: Option<Procedure>,
    /// The score sheets that its steps name, by file name.
    pub sheets: Vec<(String, Sheet)>,
    by_id: FxHashMap<String, ClauseRef>,
}

impl Policy {
    /// The clause at a position.
    #[must_use]
    pub fn clause(&self, index: ClauseRef) -> Option<&Clause> {
        self.clauses.get(usize::from(index.0))
    }

    /// The position of a clause by its identifier.
    #[must_use]
    pub fn clause_named(&self, id: &str) -> Option<ClauseRef> {
        self.by_id.get(id).copied()
    }

    /// Whether the policy is in force on a day.
    #[must_use]
    pub fn in_force_on(&self, day: Day) -> bool {
        self.effective <= day && self.expires.is_none_or(|last| day <= last)
    }

    /// Whether a word names this policy's place: its key, code, name or an alias.
    #[must_use]
    pub fn is_called(&self, word: &str) -> bool {
        let place = &self.jurisdiction;
        let word = word.trim();
        place.key.eq_ignore_ascii_case(word)
            || place.code == word
            || place.zh == word
            || place.en.eq_ignore_ascii_case(word)
            || place.aliases.iter().any(|alias| alias == word)
    }

    /// Whose occupation a level's routes look up in the catalogue.
    #[must_use]
    pub fn catalogue_subject(&self, governed: &Governed) -> Option<Subject> {
        compile::catalogue_subject(governed)
    }

    /// Whether people decide where a level's routes find an occupation unlisted.
    #[must_use]
    pub fn unlisted_is_referred(&self, governed: &Governed) -> bool {
        let mut referred = false;
        for route in &governed.routes {
            route.rule.leaves(&mut |leaf| {
                referred |= leaf.otherwise_refer && matches!(leaf.test, Test::Condition(Condition::Catalogue(_)));
            });
        }
        referred
    }

    /// A score sheet by the name of its file.
    #[must_use]
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|(file, _)| file == name).map(|(_, sheet)| sheet)
    }

    /// The catalogue majors that are looked at for a title of a series, or for a skill level, as bits.
    #[must_use]
    pub fn majors_towards(&self, track: Track, series: Option<Series>) -> u32 {
        self.catalogue.as_ref().map_or(0, |catalogue| {
            let of_series = series.map_or(u32::MAX, |series| catalogue.of_series(series));
            catalogue.towards(track) & of_series
        })
    }

    /// The time of a pilot that a day lies in, for a track.
    #[must_use]
    pub fn pilot_on(&self, day: Day, track: Track) -> Option<&Pilot> {
        let on =
            |pilot: &&Pilot| pilot.during.from <= day && day <= pilot.during.until && pilot.tracks.contains(&track);
        self.pilots.iter().find(on)
    }
}

/// All loaded packs.
#[derive(Clone, Debug)]
pub struct Packs {
    /// What no province decides.
    pub national: National,
    /// The policies of the places, in the order of their GB/T 2260 codes.
    pub policies: Vec<Policy>,
    /// What describes ordinary promotion within one ladder: no place, and asked only by its own name.
    pub ordinary: Vec<Policy>,
}

impl Packs {
    /// Loads every pack of the files, with the readings that the operator chose.
    ///
    /// # Errors
    /// All faults of all files, with file and line.
    pub fn load(files: &Files, settings: &Settings) -> Result<Self, PackFaults> {
        let mut faults = PackFaults::default();
        let national = national::national(files, &mut faults);
        let mut policies: Vec<Policy> = chain::chains(files, &mut faults)
            .iter()
            .filter_map(|chain| read::policy(files, chain, &national, settings, &mut faults))
            .collect();
        if policies.is_empty() && faults.0.is_empty() {
            let mut gather = Gather { file: "policies".to_owned(), faults: &mut faults };
            gather.add(None, "", "there is no pack", "add a folder with a policy.yaml");
        }
        policies
            .sort_by(|a, b| a.jurisdiction.code.cmp(&b.jurisdiction.code).then_with(|| a.effective.cmp(&b.effective)));
        let (policies, ordinary): (Vec<Policy>, Vec<Policy>) =
            policies.into_iter().partition(|policy| policy.road == Road::Bridge);
        for pair in policies.windows(2).chain(ordinary.windows(2)) {
            if let [a, b] = pair
                && (a.id == b.id
                    || (a.jurisdiction.key == b.jurisdiction.key && a.expires.is_none_or(|last| last >= b.effective)))
            {
                let mut gather = Gather { file: format!("{}/policy.yaml", b.folder), faults: &mut faults };
                gather.add(None, "id", format!("{} overlaps {}", b.id, a.id), "give each place one policy at a time");
            }
        }
        if faults.0.is_empty() {
            let all = policies.iter().chain(&ordinary);
            let ids: Vec<&str> = all.clone().map(|policy| policy.id.as_str()).collect();
            settings.check(&mut faults, all.flat_map(|policy| &policy.settings), &ids);
        }
        if faults.0.is_empty() { Ok(Self { national, policies, ordinary }) } else { Err(faults) }
    }

    /// Every pack: those of the places, then those of ordinary promotion.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Policy> + Clone {
        self.policies.iter().chain(&self.ordinary)
    }

    /// The policy of a place, or of ordinary promotion, by key, code, name or alias.
    #[must_use]
    pub fn named(&self, word: &str) -> Option<&Policy> {
        self.all().find(|policy| policy.is_called(word))
    }

    /// The policy with an identifier.
    #[must_use]
    pub fn with_id(&self, id: &str) -> Option<&Policy> {
        self.all().find(|policy| policy.id == id)
    }
}
