//! Loads packs: every fault of every file at once, or the compiled policies.

use std::collections::BTreeMap;

use model::Day;
use model::node::{Format, Node, Value};
use rustc_hash::FxHashMap;

use crate::catalogue::Catalogue;
use crate::clause::{self, Clause, ClauseRef};
use crate::compile::{self, Scope, Written};
use crate::condition::Subject;
use crate::fault::{Gather, PackFaults};
use crate::files::Files;
use crate::format::{
    Carried, CatalogueSpec, Document, Equivalences, InForce, Jurisdiction, POLICY_SCHEMA, Related, Text, WaiverSpec,
};
use crate::honours::Honours;
use crate::occupations::Occupations;
use crate::rule::Governed;
use crate::section;
use crate::template::Template;

/// The folder of national facts.
const NATIONAL: &str = "national";

/// What no province decides.
#[derive(Clone, Debug, Default)]
pub struct National {
    /// The ledger of national facts.
    pub clauses: Vec<Clause>,
    /// The occupations that can be placed.
    pub occupations: Occupations,
    /// What the standards' general tables would indicate.
    pub templates: Vec<Template>,
}

/// One compiled policy.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The folder of the pack.
    pub folder: String,
    /// The identifier.
    pub id: String,
    /// The place.
    pub jurisdiction: Jurisdiction,
    /// The document.
    pub document: Document,
    /// The first day in force.
    pub effective: Day,
    /// The last day in force; none where none is printed.
    pub expires: Option<Day>,
    /// The clauses on the dates in force.
    pub in_force_clauses: Vec<String>,
    /// The digest of the rule files.
    pub digest: String,
    /// The clauses: the document's own, then the national ones.
    pub clauses: Vec<Clause>,
    /// How many of them are the document's own.
    pub own_clauses: usize,
    /// Which occupations are related.
    pub related: Related,
    /// The catalogue, where the document has one.
    pub catalogue: Option<Catalogue>,
    /// The honour lists.
    pub honours: Honours,
    /// Who decides what is referred.
    pub bodies: Vec<(String, Text)>,
    /// The levels governed with their routes: titles first, in ladder order.
    pub governed: Vec<Governed>,
    /// What need not be done or paid.
    pub waivers: Vec<WaiverSpec>,
    /// How classes of technical schools count.
    pub equivalences: Option<Equivalences>,
    /// Clauses that the vocabulary itself carries.
    pub carried: Vec<Carried>,
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
}

/// All loaded packs.
#[derive(Clone, Debug)]
pub struct Packs {
    /// What no province decides.
    pub national: National,
    /// The policies, in the order of their GB/T 2260 codes.
    pub policies: Vec<Policy>,
}

impl Packs {
    /// Loads every pack of the files.
    ///
    /// # Errors
    /// All faults of all files, with file and line.
    pub fn load(files: &Files) -> Result<Self, PackFaults> {
        let mut faults = PackFaults::default();
        let national = national(files, &mut faults);
        let mut policies: Vec<Policy> =
            files.packs().filter_map(|folder| policy(files, folder, &national, &mut faults)).collect();
        if policies.is_empty() && faults.0.is_empty() {
            let mut gather = Gather { file: "policies".to_owned(), faults: &mut faults };
            gather.add(None, "", "there is no pack", "add a folder with a policy.yaml");
        }
        policies
            .sort_by(|a, b| a.jurisdiction.code.cmp(&b.jurisdiction.code).then_with(|| a.effective.cmp(&b.effective)));
        for pair in policies.windows(2) {
            if let [a, b] = pair
                && (a.id == b.id
                    || (a.jurisdiction.key == b.jurisdiction.key && a.expires.is_none_or(|last| last >= b.effective)))
            {
                let mut gather = Gather { file: format!("{}/policy.yaml", b.folder), faults: &mut faults };
                gather.add(None, "id", format!("{} overlaps {}", b.id, a.id), "give each place one policy at a time");
            }
        }
        if faults.0.is_empty() { Ok(Self { national, policies }) } else { Err(faults) }
    }

    /// The policy of a place, by key, code, name or alias.
    #[must_use]
    pub fn named(&self, word: &str) -> Option<&Policy> {
        self.policies.iter().find(|policy| policy.is_called(word))
    }
}

fn national(files: &Files, faults: &mut PackFaults) -> National {
    let mut national = National::default();
    let path = |name: &str| format!("{NATIONAL}/{name}");
    if let Some(text) = files.get(&path("clauses.yaml")) {
        national.clauses = clause::ledger(&mut Gather { file: path("clauses.yaml"), faults }, text);
    }
    if let Some(text) = files.get(&path("occupations.csv")) {
        national.occupations = Occupations::read(&mut Gather { file: path("occupations.csv"), faults }, text);
    }
    let templates: Vec<&str> = files.paths().filter(|file| file.starts_with("national/template-")).collect();
    for file in templates {
        let mut gather = Gather { file: file.to_owned(), faults };
        let template = files.get(file).and_then(|text| Template::read(&mut gather, text));
        if let Some(template) = template {
            if !national.clauses.iter().any(|clause| clause.id == template.clause) {
                gather.add(
                    None,
                    "clause",
                    format!("the national ledger has no clause {:?}", template.clause),
                    "add it",
                );
            }
            national.templates.push(template);
        }
    }
    national
}

const KEYS: &[&str] = &[
    "schema", "id", "jurisdiction", "document", "in_force", "related", "catalogue", "bodies", "shared", "titles",
    "skills", "waivers", "equivalences", "carried",
];

fn policy(files: &Files, folder: &str, national: &National, faults: &mut PackFaults) -> Option<Policy> {
    let before = faults.0.len();
    let beside = |name: &str| format!("{folder}/{name}");
    let text = files.get(&beside("policy.yaml"))?;
    let mut clauses = match files.get(&beside("clauses.yaml")) {
        Some(text) => clause::ledger(&mut Gather { file: beside("clauses.yaml"), faults }, text),
        None => {
            Gather { file: beside("clauses.yaml"), faults }.add(None, "", "the ledger is missing", "add clauses.yaml");
            Vec::new()
        }
    };
    let own_clauses = clauses.len();
    clauses.extend(national.clauses.iter().cloned());
    let honours = match files.get(&beside("honours.csv")) {
        Some(text) => Honours::read(&mut Gather { file: beside("honours.csv"), faults }, text),
        None => Honours::default(),
    };
    let node = match Node::read_as(text, Format::Yaml) {
        Ok(node) => node,
        Err(found) => {
            Gather { file: beside("policy.yaml"), faults }.all(found);
            return None;
        }
    };
    let mut spec: Option<CatalogueSpec> = None;
    if let Some(section_node) = node.get("catalogue") {
        spec = section::read(&mut Gather { file: beside("policy.yaml"), faults }, "catalogue", section_node);
    }
    let catalogue = spec.and_then(|spec| match files.get(&beside(&spec.file)) {
        Some(text) => {
            let file = beside(&spec.file);
            Some(Catalogue::read(&mut Gather { file, faults }, spec, text))
        }
        None => {
            let problem = format!("there is no file {}", spec.file);
            Gather { file: beside("policy.yaml"), faults }.add(
                None,
                "catalogue.file",
                problem,
                "add it beside policy.yaml",
            );
            None
        }
    });
    let g = &mut Gather { file: beside("policy.yaml"), faults };
    section::known(g, "", &node, KEYS);
    let schema: Option<String> = section::required(g, "", &node, "schema");
    if schema.as_deref().is_some_and(|schema| schema != POLICY_SCHEMA) {
        g.add(node.line(), "schema", "the schema is not known here", format!("write {POLICY_SCHEMA}"));
    }
    let id: Option<String> = section::required(g, "", &node, "id");
    let jurisdiction: Option<Jurisdiction> = section::required(g, "", &node, "jurisdiction");
    if let Some(place) = &jurisdiction
        && (place.code.len() != 6 || !place.code.bytes().all(|b| b.is_ascii_digit()))
    {
        g.add(
            node.line(),
            "jurisdiction.code",
            format!("{:?} is not six digits", place.code),
            "write the GB/T 2260 code",
        );
    }
    let document: Option<Document> = section::required(g, "", &node, "document");
    let in_force: Option<InForce> = section::required(g, "", &node, "in_force");
    if let Some(InForce { from, until: Some(until), .. }) = &in_force
        && until < from
    {
        g.add(node.line(), "in_force", "the last day lies before the first", "correct the dates");
    }
    let related: Option<Related> = section::required(g, "", &node, "related");
    let bodies: BTreeMap<String, Text> = section::required(g, "", &node, "bodies").unwrap_or_default();
    let bodies: Vec<(String, Text)> = bodies.into_iter().collect();
    let waivers: Vec<WaiverSpec> = section::optional(g, "", &node, "waivers");
    let equivalences: Option<Equivalences> = section::optional(g, "", &node, "equivalences");
    let carried: Vec<Carried> = section::optional(g, "", &node, "carried");
    let scope = Scope { clauses: &clauses, honours: &honours, bodies: &bodies, has_catalogue: catalogue.is_some() };
    let mut cited: Vec<(&str, String)> = Vec::new();
    cited.extend(related.iter().map(|related| ("related", related.clause.clone())));
    cited.extend(in_force.iter().flat_map(|dates| dates.clauses.iter().map(|id| ("in_force", id.clone()))));
    cited.extend(waivers.iter().map(|waiver| ("waivers", waiver.clause.clone())));
    cited.extend(equivalences.iter().map(|equal| ("equivalences", equal.clause.clone())));
    cited.extend(carried.iter().map(|entry| ("carried", entry.clause.clone())));
    cited.extend(honours.lists.iter().map(|(id, _)| ("honours.csv", id.clone())));
    if let Some(catalogue) = &catalogue {
        cited.push(("catalogue", catalogue.spec.clause.clone()));
        cited.extend(
            (1..=catalogue.majors.len()).map(|n| ("catalogue", format!("{}{n}", catalogue.spec.major_clause_prefix))),
        );
    }
    for (path, id) in &cited {
        let line = node.get(path).and_then(Node::line);
        scope.clause(g, line, path, id);
    }
    crate::ledger_checks::honours_against_ledger(g, &clauses, &honours);
    let shared = shared(g, &scope, &node);
    let mut used = Vec::new();
    let mut governed = Vec::new();
    match node.get("titles") {
        Some(section_node) => {
            governed.extend(compile::ladder::<model::TitleTier>(g, &scope, "titles", section_node, &shared, &mut used))
        }
        None => g.add(node.line(), "titles", "the key `titles` is missing", "add it"),
    }
    match node.get("skills") {
        Some(section_node) => {
            governed.extend(compile::ladder::<model::SkillLevel>(g, &scope, "skills", section_node, &shared, &mut used))
        }
        None => g.add(node.line(), "skills", "the key `skills` is missing", "add it"),
    }
    for name in shared.keys().filter(|name| !used.contains(name)) {
        g.add(
            node.get("shared").and_then(Node::line),
            format!("shared.{name}"),
            "no route uses the group",
            "use it, or take it out",
        );
    }
    if g.faults.0.len() > before {
        return None;
    }
    let (in_force, related) = (in_force?, related?);
    let by_id = clauses
        .iter()
        .enumerate()
        .filter_map(|(i, clause)| Some((clause.id.clone(), ClauseRef(u16::try_from(i).ok()?))))
        .collect();
    Some(Policy {
        folder: folder.to_owned(),
        id: id?,
        jurisdiction: jurisdiction?,
        document: document?,
        effective: in_force.from,
        expires: in_force.until,
        in_force_clauses: in_force.clauses,
        digest: files.digest(folder),
        clauses,
        own_clauses,
        related,
        catalogue,
        honours,
        bodies,
        governed,
        waivers,
        equivalences,
        carried,
        by_id,
    })
}

fn shared(g: &mut Gather<'_>, scope: &Scope<'_>, node: &Node<'_>) -> BTreeMap<String, Vec<Written>> {
    let mut groups = BTreeMap::new();
    let Some(section_node) = node.get("shared") else { return groups };
    let Value::Map(entries) = &section_node.value else {
        g.add(section_node.line(), "shared", "`shared` is not a mapping", "write group names with lists of conditions");
        return groups;
    };
    for (name, _) in entries {
        let path = format!("shared.{name}");
        let items = section::items(g, "shared", section_node, name);
        groups.insert(name.to_string(), compile::conditions(g, scope, &path, items, 0));
    }
    groups
}
