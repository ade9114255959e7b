//! Compiles one pack with the packs that it passes on.

use std::collections::BTreeMap;

use model::node::{Node, Value};
use model::{Day, SkillLevel, TitleTier, Track};
use sha2::{Digest as _, Sha256};

use super::chain::Link;
use super::tables::tables;
use super::{National, PassedOn, Policy};
use crate::clause::{self, Clause, ClauseRef};
use crate::compile::{self, LADDER_BODY, Scope, Written};
use crate::condition::Condition;
use crate::fault::{Gather, PackFaults};
use crate::files::Files;
use crate::format::{
    Carried, Checked, Document, Equivalences, InForce, Jurisdiction, POLICY_SCHEMA, Related, Road, SettingSpec, Text,
    WaiverSpec, WarnedWhen, WarningSpec,
};
use crate::procedure;
use crate::rule::{During, Governed, Level, Pilot, Rule, Test};
use crate::section;
use crate::settings::{Setting, Settings};
use crate::weakening::{Below, asks_for_less};

/// The keys of every pack.
const HEAD: &[&str] = &["schema", "id", "jurisdiction", "document", "checked", "carried", "road"];
/// The keys of a pack that passes on another one, beside those of every pack.
const PASSING_ON: &[&str] = &["parent", "adds"];
/// The keys of a pack with rules, beside those of every pack.
const RULES: &[&str] = &[
    "in_force", "related", "catalogue", "service_points", "reviewers", "evaluators", "settings", "bodies", "shared",
    "pilots", "titles", "skills", "waivers", "equivalences", "warnings", "no_weakening",
];

/// What every pack says of itself.
struct Head {
    id: String,
    road: Road,
    jurisdiction: Jurisdiction,
    document: Document,
    checked: Checked,
    carried: Vec<Carried>,
}

/// Compiles the first pack of a chain; `None` where it has faults.
pub(super) fn policy(
    files: &Files,
    chain: &[Link<'_>],
    national: &National,
    settings: &Settings,
    faults: &mut PackFaults,
) -> Option<Policy> {
    let (own, root) = (chain.first()?, chain.last()?);
    let passes_on = chain.len() > 1;
    let before = faults.0.len();
    let head = head(&mut Gather { file: own.beside("policy.yaml"), faults }, own, root, passes_on);
    let mut clauses = ledger(files, own, faults);
    let own_clauses = clauses.len();
    if head.as_ref().is_some_and(|head| head.road == Road::Ordinary) {
        clause::says_where_from(&mut Gather { file: own.beside("clauses.yaml"), faults }, &clauses);
    }
    // The faults of the packs that are passed on are told where those packs are read themselves.
    let mut above = PackFaults::default();
    for link in chain.iter().skip(1) {
        clauses.extend(ledger(files, link, &mut above));
    }
    clauses.extend(national.clauses.iter().cloned());
    let rules = if passes_on { &mut above } else { &mut *faults };
    let tables = tables(files, root, &clauses, rules);
    let g = &mut Gather { file: root.beside("policy.yaml"), faults: rules };
    let node = &root.node;
    let specs: Vec<SettingSpec> = section::optional(g, "", node, "settings");
    let chosen = settings.choose(g, specs, node.get("settings").and_then(Node::line));
    let bodies: BTreeMap<String, Text> = section::required(g, "", node, "bodies").unwrap_or_default();
    let bodies: Vec<(String, Text)> = bodies.into_iter().collect();
    let scope = Scope {
        clauses: &clauses,
        honours: &tables.honours,
        bodies: &bodies,
        has_catalogue: tables.catalogue.is_some(),
        settings: &chosen,
    };
    let in_force = in_force(g, node, &chosen);
    let related: Option<Related> = section::required(g, "", node, "related");
    let waivers: Vec<WaiverSpec> = section::optional(g, "", node, "waivers");
    let equivalences: Option<Equivalences> = section::optional(g, "", node, "equivalences");
    let warnings: Vec<WarningSpec> = section::optional(g, "", node, "warnings");
    let no_weakening: Option<String> = section::optional(g, "", node, "no_weakening");
    let mut cited: Vec<(&str, String)> = Vec::new();
    cited.extend(related.iter().map(|related| ("related", related.clause.clone())));
    cited.extend(in_force.iter().flat_map(|dates| dates.clauses.iter().map(|id| ("in_force", id.clone()))));
    cited.extend(waivers.iter().map(|waiver| ("waivers", waiver.clause.clone())));
    cited.extend(warnings.iter().map(|warning| ("warnings", warning.clause.clone())));
    for warning in &warnings {
        if let WarnedWhen::QualificationAfterSetting(clause) = &warning.when
            && !chosen.iter().any(|setting| setting.spec.clause == *clause && setting.spec.any_day)
        {
            let line = node.get("warnings").and_then(Node::line);
            g.add(line, "warnings", format!("{clause} is no setting that takes a day"), "name such a setting");
        }
    }
    cited.extend(no_weakening.iter().map(|clause| ("no_weakening", clause.clone())));
    cited.extend(chosen.iter().map(|setting| ("settings", setting.spec.clause.clone())));
    cited.extend(equivalences.iter().map(|equal| ("equivalences", equal.clause.clone())));
    cited.extend(tables.honours.lists.iter().map(|(id, _)| ("honours.csv", id.clone())));
    cited.extend(tables.service_points.iter().map(|(clause, _)| ("service_points", clause.clone())));
    if let Some(catalogue) = &tables.catalogue {
        cited.extend(catalogue.clauses.iter().map(|clause| ("catalogue", clause.clone())));
        cited.extend(catalogue.majors.iter().map(|major| ("catalogue", major.clause.clone())));
    }
    for (path, id) in &cited {
        scope.clause(g, node.get(path).and_then(Node::line), path, id);
    }
    crate::ledger_checks::honours_against_ledger(g, &clauses, &tables.honours);
    let shared = shared(g, &scope, node);
    let pilots = pilots(g, &scope, node);
    let adds = adds(chain, &scope, faults, own);
    let rules = if passes_on { &mut above } else { &mut *faults };
    let g = &mut Gather { file: root.beside("policy.yaml"), faults: rules };
    let mut used = Vec::new();
    let mut governed = Vec::new();
    for (key, track) in [("titles", Track::Title), ("skills", Track::Skill)] {
        let Some(ladder) = node.get(key) else {
            g.add(node.line(), key, format!("the key `{key}` is missing"), "add it");
            continue;
        };
        governed.extend(match track {
            Track::Title => compile::ladder::<TitleTier>(g, &scope, key, ladder, &shared, &adds.titles, &mut used),
            Track::Skill => compile::ladder::<SkillLevel>(g, &scope, key, ladder, &shared, &adds.skills, &mut used),
        });
    }
    unused_bodies(g, node, &bodies, &governed);
    for name in shared.keys().filter(|name| !used.contains(name)) {
        let line = node.get("shared").and_then(Node::line);
        g.add(line, format!("shared.{name}"), "no route uses the group", "use it, or take it out");
    }
    let carried_at = own.node.get("carried").and_then(Node::line);
    let g = &mut Gather { file: own.beside("policy.yaml"), faults };
    for entry in head.iter().flat_map(|head| &head.carried) {
        scope.clause(g, carried_at, "carried", &entry.clause);
    }
    let below = Below { chain: chain.len(), forbidden_by: no_weakening.as_deref() };
    for fault in asks_for_less(&adds, &governed, &clauses, own_clauses, below) {
        g.add(own.node.get("adds").and_then(Node::line), "adds", fault, "ask for at least as much, or take it out");
    }
    let rules = procedure::Rules { clauses: &clauses, waivers: &waivers, governed: &governed };
    let procedure = super::tables::procedure(files, chain, &rules, faults);
    let (procedure, sheets) = procedure.map_or((None, Vec::new()), |(procedure, sheets)| (Some(procedure), sheets));
    if faults.0.len() > before || !above.0.is_empty() {
        return None;
    }
    let (head, in_force) = (head?, in_force?);
    let by_id = clauses
        .iter()
        .enumerate()
        .rev()
        .filter_map(|(i, clause)| Some((clause.id.clone(), ClauseRef(u16::try_from(i).ok()?))))
        .collect();
    Some(Policy {
        folder: own.folder.to_owned(),
        chain: passed_on(chain),
        text_digest: settings.texts.get(&head.id).cloned(),
        id: head.id,
        road: head.road,
        jurisdiction: head.jurisdiction,
        document: head.document,
        checked: head.checked,
        carried: head.carried,
        procedure,
        sheets,
        effective: in_force.from,
        expires: in_force.until,
        in_force_clauses: in_force.clauses,
        digest: digest(files, chain, &chosen),
        clauses,
        own_clauses,
        related: related?,
        catalogue: tables.catalogue,
        service_points: tables.service_points,
        reviewers: tables.reviewers,
        evaluators: tables.evaluators,
        honours: tables.honours,
        bodies,
        pilots,
        shared: shared
            .iter()
            .map(|(name, all)| (name.clone(), all.iter().flat_map(Written::leaves).collect()))
            .collect(),
        asks_for_education: asks_for_education(&governed),
        governed,
        waivers,
        equivalences,
        warnings,
        no_weakening,
        settings: chosen,
        by_id,
    })
}

fn head(g: &mut Gather<'_>, own: &Link<'_>, root: &Link<'_>, passes_on: bool) -> Option<Head> {
    let node = &own.node;
    if passes_on {
        let forbidden = root.node.get("no_weakening").and_then(|node| match &node.value {
            Value::Text(clause) => Some(clause.to_string()),
            _ => None,
        });
        for key in RULES.iter().filter(|key| node.get(key).is_some()) {
            let why = forbidden.as_deref().map(|clause| format!(": {clause} forbids it")).unwrap_or_default();
            let problem = format!("a pack that passes on another one may not set its own `{key}`{why}");
            g.add(node.get(key).and_then(Node::line), *key, problem, "take it out; `adds` takes further conditions");
        }
    }
    let keys: Vec<&str> = HEAD.iter().chain(if passes_on { PASSING_ON } else { &[] }).chain(RULES).copied().collect();
    section::known(g, "", node, &keys);
    let schema: Option<String> = section::required(g, "", node, "schema");
    if schema.as_deref().is_some_and(|schema| schema != POLICY_SCHEMA) {
        g.add(node.line(), "schema", "the schema is not known here", format!("write {POLICY_SCHEMA}"));
    }
    let id: Option<String> = section::required(g, "", node, "id");
    if let Some(id) = id.as_deref().filter(|id| !section::is_name(id)) {
        let problem = format!("{id:?} is no identifier");
        g.add(node.get("id").and_then(Node::line), "id", problem, "write small letters, digits and hyphens");
    }
    let road: Road = section::optional(g, "", node, "road");
    if passes_on && node.get("road").is_some() {
        let remedy = "take it out; the road is that of the document passed on";
        g.add(node.get("road").and_then(Node::line), "road", "a pack that passes on another one has no road", remedy);
    }
    let jurisdiction: Option<Jurisdiction> = section::required(g, "", node, "jurisdiction");
    if let Some(place) = &jurisdiction
        && (place.code.len() != 6 || !place.code.bytes().all(|b| b.is_ascii_digit()))
    {
        let problem = format!("{:?} is not six digits", place.code);
        g.add(node.line(), "jurisdiction.code", problem, "write the GB/T 2260 code");
    }
    let document: Option<Document> = section::required(g, "", node, "document");
    let checked: Option<Checked> = section::required(g, "", node, "checked");
    let carried: Vec<Carried> = section::optional(g, "", node, "carried");
    Some(Head { id: id?, road, jurisdiction: jurisdiction?, document: document?, checked: checked?, carried })
}

fn ledger(files: &Files, link: &Link<'_>, faults: &mut PackFaults) -> Vec<Clause> {
    let gather = &mut Gather { file: link.beside("clauses.yaml"), faults };
    match files.get(&link.beside("clauses.yaml")) {
        Some(text) => clause::ledger(gather, text),
        None => {
            gather.add(None, "", "the ledger is missing", "add clauses.yaml");
            Vec::new()
        }
    }
}

fn in_force(g: &mut Gather<'_>, node: &Node<'_>, settings: &[Setting]) -> Option<InForce> {
    let mut dates: InForce = section::required(g, "", node, "in_force")?;
    let line = node.get("in_force").and_then(Node::line);
    let mut chosen = |key: &str, clause: &Option<String>| {
        let clause = clause.as_ref()?;
        let setting = settings.iter().find(|setting| setting.spec.clause == *clause);
        let day = setting.and_then(|setting| Day::parse(&setting.chosen).ok());
        if day.is_none() {
            let problem = format!("{clause} is no setting whose choices are days");
            g.add(line, section::join("in_force", key), problem, "name such a setting");
        }
        day
    };
    let (from, until) = (chosen("from_setting", &dates.from_setting), chosen("until_setting", &dates.until_setting));
    dates.from = from.unwrap_or(dates.from);
    dates.until = until.or(dates.until);
    if dates.until.is_some_and(|until| until < dates.from) {
        g.add(line, "in_force", "the last day lies before the first", "correct the dates");
    }
    if dates.clauses.is_empty() {
        g.add(line, "in_force.clauses", "no clause is cited", "cite the clause that says so");
    }
    Some(dates)
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
        groups.insert(name.to_string(), compile::conditions(g, scope, &path, items, LADDER_BODY));
    }
    groups
}

fn pilots(g: &mut Gather<'_>, scope: &Scope<'_>, node: &Node<'_>) -> Vec<Pilot> {
    let mut pilots = Vec::new();
    for (i, item) in section::items(g, "", node, "pilots").iter().enumerate() {
        let path = format!("pilots[{i}]");
        section::known(g, &path, item, &["clause", "from", "until", "tracks", "inside"]);
        let clause: Option<String> = section::required(g, &path, item, "clause");
        let clause = clause.and_then(|id| scope.clause(g, item.line(), &section::join(&path, "clause"), &id));
        let from: Option<Day> = section::required(g, &path, item, "from");
        let until: Option<Day> = section::required(g, &path, item, "until");
        let tracks: Option<Vec<Track>> = section::required(g, &path, item, "tracks");
        let inside = section::items(g, &path, item, "inside");
        let inside = compile::conditions(g, scope, &section::join(&path, "inside"), inside, LADDER_BODY);
        if inside.is_empty() || inside.iter().any(|one| one.carriers() != (false, false)) {
            let remedy = "name conditions on the person alone, not on what carries a route";
            g.add(item.line(), section::join(&path, "inside"), "it does not say who is inside", remedy);
        }
        let (Some(clause), Some(from), Some(until), Some(tracks)) = (clause, from, until, tracks) else { continue };
        if until < from {
            g.add(item.line(), &path, "the last day lies before the first", "correct the dates");
        }
        let level = Level::Title(TitleTier::Assistant);
        let inside = Rule::All(inside.iter().map(|one| compile::rule(scope, one, level)).collect());
        pilots.push(Pilot { clause, during: During { from, until }, tracks, inside });
    }
    pilots
}

/// Conditions that the packs of a chain add to those of the last.
#[derive(Debug, Default)]
pub(crate) struct Adds {
    pub titles: Vec<Written>,
    pub skills: Vec<Written>,
}

fn adds(chain: &[Link<'_>], scope: &Scope<'_>, faults: &mut PackFaults, own: &Link<'_>) -> Adds {
    let mut adds = Adds::default();
    let mut elsewhere = PackFaults::default();
    for link in chain.iter().take(chain.len().saturating_sub(1)) {
        let Some(node) = link.node.get("adds") else { continue };
        let faults = if link.folder == own.folder { &mut *faults } else { &mut elsewhere };
        let g = &mut Gather { file: link.beside("policy.yaml"), faults };
        section::known(g, "adds", node, &["titles", "skills"]);
        for (key, all) in [("titles", &mut adds.titles), ("skills", &mut adds.skills)] {
            let items = section::items(g, "adds", node, key);
            all.extend(compile::conditions(g, scope, &format!("adds.{key}"), items, LADDER_BODY));
        }
    }
    adds
}

/// Bodies that nothing is left to.
fn unused_bodies(g: &mut Gather<'_>, node: &Node<'_>, bodies: &[(String, Text)], governed: &[Governed]) {
    let mut used = vec![false; bodies.len()];
    for route in governed.iter().flat_map(|governed| &governed.routes) {
        route.rule.leaves(&mut |leaf| {
            if let Some(used) = used.get_mut(usize::from(leaf.refer_to)) {
                *used = true;
            }
        });
    }
    for ((key, _), _) in bodies.iter().zip(&used).filter(|(_, used)| !**used) {
        let line = node.get("bodies").and_then(|bodies| bodies.get(key)).and_then(Node::line);
        g.add(line, format!("bodies.{key}"), "nothing is left to the body", "name it in a condition, or take it out");
    }
}

fn asks_for_education(governed: &[Governed]) -> bool {
    let mut asks = false;
    for route in governed.iter().flat_map(|governed| &governed.routes) {
        route.rule.leaves(&mut |leaf| asks |= matches!(leaf.test, Test::Condition(Condition::Education(_))));
    }
    asks
}

fn passed_on(chain: &[Link<'_>]) -> Vec<PassedOn> {
    let mut nowhere = PackFaults::default();
    let mut passed = Vec::new();
    for link in chain.iter().skip(1) {
        let g = &mut Gather { file: link.beside("policy.yaml"), faults: &mut nowhere };
        let id: Option<String> = section::required(g, "", &link.node, "id");
        let document: Option<Document> = section::required(g, "", &link.node, "document");
        if let (Some(id), Some(document)) = (id, document) {
            passed.push(PassedOn { id, document });
        }
    }
    passed
}

/// The digest of the rule files of a chain, and of the settings that the operator changed.
fn digest(files: &Files, chain: &[Link<'_>], settings: &[Setting]) -> String {
    let mut parts: Vec<String> = chain.iter().map(|link| files.digest(link.folder)).collect();
    parts.extend(
        settings
            .iter()
            .filter(|setting| setting.is_changed())
            .map(|setting| format!("{}={}", setting.spec.clause, setting.chosen)),
    );
    match parts.as_slice() {
        [one] => one.clone(),
        _ => {
            let hash = Sha256::digest(parts.join("\n").as_bytes());
            crate::files::digest_text(&hash)
        }
    }
}
