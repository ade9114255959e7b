//! Worked examples beside the packs (`policies/*/cases/*.yaml`): a dossier, a day, and the decisions that hold.

use model::decision::Decision;
use model::node::{Format, Node, Value};
use model::remedy::{ChangeSet, ListedChange};
use model::{Day, Dossier, Standards, Target, Truth};
use policy::{Files, PackFault};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use wording::Lang;

mod plan;

pub use plan::{ExpectedPlan, PlanText};

use crate::ask::Ask;
use crate::dossier_changes::{remove, set};
use crate::guantong::Guantong;

/// The schema identifier of a file of worked examples.
pub const CASES_SCHEMA: &str = "guantong/cases/1";

/// One worked example.
#[derive(Clone, Debug)]
pub struct Case {
    /// The file, below the policies folder.
    pub file: String,
    /// The line on which it begins.
    pub line: u32,
    /// Its name, unique in the place.
    pub id: String,
    /// The place.
    pub jurisdiction: String,
    /// Why the answer holds.
    pub why: String,
    /// The day asked about.
    pub as_of: Day,
    /// The person.
    pub dossier: Dossier,
    /// Years left to standards.
    pub standards: Standards,
    /// What has to be answered.
    pub expect: Vec<(Target, Expected)>,
    /// What has to be planned.
    pub plan: Option<ExpectedPlan>,
}

/// What has to be answered for one target; only the stated parts are compared.
#[derive(Clone, PartialEq, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Expected {
    outcome: Option<String>,
    #[serde(deserialize_with = "stated")]
    earliest: Option<Option<String>>,
    after_expiry: Option<bool>,
    #[serde(deserialize_with = "stated")]
    effect: Option<Option<String>>,
    missing: Option<Vec<String>>,
    waivers: Option<Vec<String>>,
    clauses: Option<Vec<String>>,
    to_be_judged_includes: Option<Vec<String>>,
    /// Clauses that nobody has to judge any more.
    to_be_judged_excludes: Option<Vec<String>>,
    /// Clauses that counted evidence settles, all of them, in the order of the answer.
    settled_by_evidence: Option<Vec<String>>,
    listed: Option<String>,
    /// Every set of changes that would open the level, in order: `LABEL KIND [DETAIL] CLAUSE…` for each change, for example
    /// `obtain certificate technician SD-3.1.2.2`, `wait P3Y SD-3.1.2.2`.
    remedies: Option<Vec<Vec<String>>>,
    /// Sets of changes that are among them.
    remedies_include: Option<Vec<Vec<String>>>,
}

/// A key that is there, even as null.
fn stated<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(deserializer).map(Some)
}

/// A file of worked examples, for the schema.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Cases")]
#[allow(dead_code, reason = "describes the file in the generated schema; its parts are read one by one")]
struct CasesFile {
    /// `guantong/cases/1`.
    #[schemars(extend("const" = CASES_SCHEMA))]
    schema: String,
    /// The key of the place.
    jurisdiction: String,
    /// The dossier that every example changes.
    base: serde_json::Map<String, serde_json::Value>,
    /// The examples.
    cases: Vec<CaseText>,
}

/// The JSON Schema of a file of worked examples.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(CasesFile).to_value()
}

/// One worked example as written.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CaseText {
    /// Its name, unique in the place.
    id: String,
    /// Why the answer holds, in a sentence with the clause.
    why: String,
    /// The day asked about.
    as_of: Day,
    /// Dotted path in the dossier → new value; done after `remove`.
    #[serde(default)]
    set: serde_json::Map<String, serde_json::Value>,
    /// Dotted paths that are taken out of the dossier, so that they are unknown.
    #[serde(default)]
    remove: Vec<String>,
    /// Years left to standards.
    #[serde(default)]
    standards: Option<serde_json::Value>,
    /// Target → outcome, or the parts of the decision that have to be so.
    #[serde(default)]
    expect: BTreeMap<String, ExpectText>,
    /// The plan that has to be made.
    #[serde(default)]
    plan: Option<PlanText>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum ExpectText {
    Outcome(String),
    Parts(Box<Expected>),
}

/// Reads every worked example of the files.
///
/// # Errors
/// Every fault of every file, with its line.
pub fn read(files: &Files) -> Result<Vec<Case>, Vec<PackFault>> {
    let mut cases = Vec::new();
    let mut faults = Vec::new();
    for path in files.paths().filter(|path| path.contains("/cases/") && path.ends_with(".yaml")) {
        read_file(path, files.get(path).unwrap_or_default(), &mut cases, &mut faults);
    }
    if faults.is_empty() { Ok(cases) } else { Err(faults) }
}

fn read_file(path: &str, text: &str, cases: &mut Vec<Case>, faults: &mut Vec<PackFault>) {
    let mut fault = |line: Option<u32>, at: String, problem: String| {
        let remedy = "correct the worked example".to_owned();
        faults.push(PackFault { file: path.to_owned(), line, path: at, problem, remedy });
    };
    let node = match Node::read_as(text, Format::Yaml) {
        Ok(node) => node,
        Err(found) => return found.faults.into_iter().for_each(|f| fault(f.line, f.path, f.problem)),
    };
    let text_of = |key: &str| match node.get(key).map(|node| &node.value) {
        Some(Value::Text(text)) => text.to_string(),
        _ => String::new(),
    };
    if text_of("schema") != CASES_SCHEMA {
        fault(node.line(), "schema".to_owned(), format!("the schema is not {CASES_SCHEMA}"));
    }
    let jurisdiction = text_of("jurisdiction");
    let base = node.get("base").map_or(serde_json::Value::Null, Node::to_json);
    let Some(Value::List(items)) = node.get("cases").map(|node| &node.value) else {
        return fault(node.line(), "cases".to_owned(), "there is no list of cases".to_owned());
    };
    for (i, item) in items.iter().enumerate() {
        let at = format!("cases[{i}]");
        match one(item, &base) {
            Ok(Parts { case, dossier, standards, expect, plan }) => cases.push(Case {
                file: path.to_owned(),
                line: item.line,
                id: case.id,
                jurisdiction: jurisdiction.clone(),
                why: case.why,
                as_of: case.as_of,
                dossier,
                standards,
                expect,
                plan,
            }),
            Err(problem) => fault(item.line(), at, problem),
        }
    }
}

struct Parts {
    case: CaseText,
    dossier: Dossier,
    standards: Standards,
    expect: Vec<(Target, Expected)>,
    plan: Option<ExpectedPlan>,
}

fn one(item: &Node<'_>, base: &serde_json::Value) -> Result<Parts, String> {
    let mut case: CaseText = serde_json::from_value(item.to_json()).map_err(|error| error.to_string())?;
    let mut document = base.clone();
    for path in &case.remove {
        remove(&mut document, path);
    }
    for (path, value) in std::mem::take(&mut case.set) {
        set(&mut document, &path, value);
    }
    let dossier = Dossier::read(&document.to_string()).map_err(|faults| faults.to_string())?;
    let standards = match &case.standards {
        Some(standards) => Standards::read(&standards.to_string()).map_err(|faults| faults.to_string())?,
        None => Standards::default(),
    };
    let mut expect = Vec::new();
    for (target, expected) in std::mem::take(&mut case.expect) {
        let expected = match expected {
            ExpectText::Outcome(outcome) => Expected { outcome: Some(outcome), ..Expected::default() },
            ExpectText::Parts(parts) => *parts,
        };
        expect.push((Target::parse(&target)?, expected));
    }
    let plan = case.plan.take().map(ExpectedPlan::read).transpose()?;
    if expect.is_empty() && plan.is_none() {
        return Err("nothing is expected; add `expect` or `plan`".to_owned());
    }
    Ok(Parts { case, dossier, standards, expect, plan })
}

impl Case {
    /// The keys of the places that the example is true of: its own, and those that pass on its document.
    #[must_use]
    pub fn places<'g>(&self, guantong: &'g Guantong) -> Vec<&'g str> {
        let Some(own) = guantong.packs().named(&self.jurisdiction) else { return Vec::new() };
        let is =
            |policy: &&policy::Policy| policy.id == own.id || policy.chain.iter().any(|passed| passed.id == own.id);
        guantong.packs().all().filter(is).map(|policy| policy.jurisdiction.key.as_str()).collect()
    }

    /// What the product answers differently in any of the places, in words; empty where everything agrees.
    #[must_use]
    pub fn differences(&self, guantong: &Guantong) -> Vec<String> {
        let places = self.places(guantong);
        if places.is_empty() {
            return vec![format!("no pack is loaded for {}", self.jurisdiction)];
        }
        let in_place = |place: &&str| {
            let differences = self.differences_in(guantong, place).into_iter();
            differences.map(|difference| format!("{place}: {difference}")).collect::<Vec<_>>()
        };
        places.iter().flat_map(in_place).collect()
    }

    fn differences_in(&self, guantong: &Guantong, place: &str) -> Vec<String> {
        let mut differences = self.differing_decisions(guantong, place);
        if let Some(plan) = &self.plan {
            differences.extend(plan.differences(self, guantong, place));
        }
        differences
    }

    fn differing_decisions(&self, guantong: &Guantong, place: &str) -> Vec<String> {
        if self.expect.is_empty() {
            return Vec::new();
        }
        let targets: Vec<Target> = self.expect.iter().map(|(target, _)| target.clone()).collect();
        let ask = Ask {
            dossier: &self.dossier,
            jurisdiction: Some(place),
            as_of: self.as_of,
            targets: &targets,
            standards: Some(&self.standards),
            lang: Lang::Zh,
            remedies: self.expect.iter().any(|(_, one)| one.remedies.is_some() || one.remedies_include.is_some()),
        };
        let answers = match guantong.check(&ask) {
            Ok(answers) => answers,
            Err(refusal) => return vec![refusal.to_string()],
        };
        let decisions = answers.documents().iter().flat_map(|document| &document.decisions);
        let mut differences = Vec::new();
        for ((target, expected), decision) in self.expect.iter().zip(decisions) {
            for difference in expected.compare(decision) {
                differences.push(format!("{target}: {difference}"));
            }
        }
        differences
    }
}

/// A set of changes as examples write it.
fn written(set: &ChangeSet) -> Vec<String> {
    let change = |change: &ListedChange| {
        let (path, until) = (change.path.map(|path| path.to_string()), change.until.map(|day| day.to_string()));
        let kind = (change.kind != change.label.key()).then(|| change.kind.to_owned());
        let details = [kind, change.level.map(str::to_owned), path, until, change.after.clone()];
        let words = std::iter::once(change.label.key().to_owned()).chain(details.into_iter().flatten());
        words.chain(change.clauses.iter().cloned()).collect::<Vec<_>>().join(" ")
    };
    set.changes.iter().map(change).collect()
}

impl Expected {
    fn compare(&self, decision: &Decision) -> Vec<String> {
        let mut found = Vec::new();
        let mut same = |what: &str, expected: &dyn std::fmt::Debug, got: &dyn std::fmt::Debug, equal: bool| {
            if !equal {
                found.push(format!("{what} is {got:?}, should be {expected:?}"));
            }
        };
        if let Some(outcome) = &self.outcome {
            let got = decision.outcome.to_string();
            same("outcome", outcome, &got, *outcome == got);
        }
        if let Some(earliest) = &self.earliest {
            let got = decision.earliest.map(|day| day.to_string());
            same("earliest", earliest, &got, *earliest == got);
        }
        if let Some(after) = &self.after_expiry {
            same("after_expiry", after, &decision.after_expiry, *after == decision.after_expiry);
        }
        if let Some(effect) = &self.effect {
            let got = decision.effect.map(|effect| effect.to_string());
            same("effect", effect, &got, *effect == got);
        }
        if let Some(missing) = &self.missing {
            same("missing", missing, &decision.missing, *missing == decision.missing);
        }
        if let Some(waivers) = &self.waivers {
            let got: Vec<String> = decision.waivers.iter().map(|waiver| waiver.what.clone()).collect();
            same("waivers", waivers, &got, *waivers == got);
        }
        if let Some(listed) = &self.listed {
            let got = decision.catalogue.as_ref().map_or(Truth::Unknown, |catalogue| catalogue.listed).key();
            same("catalogue.listed", listed, &got, listed == got);
        }
        let cited: Vec<&str> = decision
            .routes
            .iter()
            .flat_map(|route| &route.conditions)
            .map(|condition| condition.clause.as_str())
            .collect();
        for clause in self.clauses.iter().flatten() {
            same("clauses", clause, &cited, cited.contains(&clause.as_str()));
        }
        for clause in self.to_be_judged_includes.iter().flatten() {
            same("to_be_judged", clause, &decision.to_be_judged, decision.to_be_judged.contains(clause));
        }
        for clause in self.to_be_judged_excludes.iter().flatten() {
            let without = format!("without {clause}");
            same("to_be_judged", &without, &decision.to_be_judged, !decision.to_be_judged.contains(clause));
        }
        let sets: Vec<Vec<String>> = decision.remedies.iter().flat_map(|all| &all.sets).map(written).collect();
        if let Some(remedies) = &self.remedies {
            same("remedies", remedies, &sets, *remedies == sets);
        }
        for set in self.remedies_include.iter().flatten() {
            same("remedies", set, &sets, sets.contains(set));
        }
        if let Some(clauses) = &self.settled_by_evidence {
            let conditions = decision.routes.iter().flat_map(|route| &route.conditions);
            let got: Vec<String> = conditions.filter(|one| one.by_evidence).map(|one| one.clause.clone()).collect();
            same("settled_by_evidence", clauses, &got, *clauses == got);
        }
        found
    }
}
