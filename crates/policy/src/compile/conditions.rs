//! Reads conditions as packs write them: their kind, their clause and what stands beside them.

use std::collections::BTreeMap;

use model::node::{Node, Value};
use model::{EmployerKind, Stage};

use super::counted::{counted, says};
use crate::clause::{Clause, ClauseRef};
use crate::condition::{Carrier, Condition, HonoursOf, KINDS, TitleSpecialty};
use crate::fault::Gather;
use crate::format::Text;
use crate::honours::Honours;
use crate::rule::{During, Leaf, Test};
use crate::section;
use crate::settings::Setting;

/// What conditions may refer to.
pub(crate) struct Scope<'a> {
    pub clauses: &'a [Clause],
    pub honours: &'a Honours,
    pub bodies: &'a [(String, Text)],
    pub has_catalogue: bool,
    pub settings: &'a [Setting],
}

impl Scope<'_> {
    pub fn clause(&self, gather: &mut Gather<'_>, line: Option<u32>, path: &str, id: &str) -> Option<ClauseRef> {
        let found = self.clauses.iter().position(|clause| clause.id == id).and_then(|i| u16::try_from(i).ok());
        if found.is_none() {
            let ids: Vec<&str> = self.clauses.iter().map(|clause| clause.id.as_str()).collect();
            let remedy = match model::reader::nearest(id, &ids) {
                Some(near) => format!("did you mean {near}?"),
                None => "name a clause of the ledger".to_owned(),
            };
            gather.add(line, path, format!("the ledger has no clause {id:?}"), remedy);
        }
        found.map(ClauseRef)
    }

    pub fn body(&self, gather: &mut Gather<'_>, line: Option<u32>, path: &str, key: &str) -> u16 {
        let found = self.bodies.iter().position(|(name, _)| name == key).and_then(|i| u16::try_from(i).ok());
        found.unwrap_or_else(|| {
            gather.add(line, path, format!("{key:?} is no key of `bodies`"), "add it to `bodies`");
            0
        })
    }
}

/// A condition as written, before its carrier is bound.
#[derive(Clone, Debug)]
pub(crate) enum Written {
    One(Leaf),
    All(Vec<Written>),
    Any(Vec<Written>),
    Headed(Leaf, Box<Written>),
}

/// The body of a condition that names none: that of the ladder in which it is used.
pub(crate) const LADDER_BODY: u16 = u16::MAX;

impl Written {
    /// The same condition, left to a body where it names none of its own.
    pub fn left_to(&self, body: u16) -> Self {
        let leaf = |leaf: &Leaf| {
            let refer_to = if leaf.refer_to == LADDER_BODY { body } else { leaf.refer_to };
            Leaf { refer_to, ..leaf.clone() }
        };
        match self {
            Self::One(own) => Self::One(leaf(own)),
            Self::All(inner) => Self::All(inner.iter().map(|one| one.left_to(body)).collect()),
            Self::Any(inner) => Self::Any(inner.iter().map(|one| one.left_to(body)).collect()),
            Self::Headed(own, inner) => Self::Headed(leaf(own), Box::new(inner.left_to(body))),
        }
    }

    /// Every condition of it.
    pub fn leaves(&self) -> Vec<Leaf> {
        match self {
            Self::One(leaf) => vec![leaf.clone()],
            Self::All(inner) | Self::Any(inner) => inner.iter().flat_map(Self::leaves).collect(),
            Self::Headed(leaf, inner) => std::iter::once(leaf.clone()).chain(inner.leaves()).collect(),
        }
    }

    /// Whether people judge all of it.
    pub fn is_judged(&self) -> bool {
        match self {
            Self::One(leaf) => leaf.stage == Stage::Review,
            Self::All(inner) | Self::Any(inner) => inner.iter().all(Self::is_judged),
            Self::Headed(_, inner) => inner.is_judged(),
        }
    }

    /// Which carriers it reads: a certificate, a title.
    pub fn carriers(&self) -> (bool, bool) {
        match self {
            Self::One(leaf) => match &leaf.test {
                Test::Condition(condition) => match condition.carrier() {
                    Some(Carrier::Skill) => (true, false),
                    Some(Carrier::Title) => (false, true),
                    None => (false, false),
                },
                Test::HonourList { .. } | Test::Heading => (false, false),
            },
            Self::Headed(_, inner) => inner.carriers(),
            Self::All(inner) | Self::Any(inner) => inner.iter().fold((false, false), |(skill, title), one| {
                let (s, t) = one.carriers();
                (skill || s, title || t)
            }),
        }
    }
}

/// Reads a list of conditions.
pub(crate) fn conditions(
    gather: &mut Gather<'_>,
    scope: &Scope<'_>,
    path: &str,
    items: &[Node<'_>],
    body: u16,
) -> Vec<Written> {
    items
        .iter()
        .enumerate()
        .filter_map(|(i, item)| condition(gather, scope, &format!("{path}[{i}]"), item, body))
        .collect()
}

fn condition(gather: &mut Gather<'_>, scope: &Scope<'_>, path: &str, node: &Node<'_>, body: u16) -> Option<Written> {
    for (key, wrap) in [("any", Written::Any as fn(Vec<Written>) -> Written), ("all", Written::All)] {
        if node.get(key).is_some() {
            return group(gather, scope, path, node, (key, wrap), body);
        }
    }
    let keys: Vec<&str> = MODIFIERS.iter().chain(KINDS).copied().collect();
    section::known(gather, path, node, &keys);
    // What the operator did not choose is checked all the same.
    let keep = chosen(gather, scope, path, node);
    let Value::Map(entries) = &node.value else { return None };
    let kinds: Vec<&(std::borrow::Cow<'_, str>, Node<'_>)> =
        entries.iter().filter(|(key, _)| KINDS.contains(&key.as_ref())).collect();
    let [(kind, value)] = kinds.as_slice() else {
        let problem = format!("a condition has one kind; this one has {}", kinds.len());
        gather.add(node.line(), path, problem, format!("write one of {}", KINDS.join(", ")));
        return None;
    };
    let id: Option<String> = section::required(gather, path, node, "clause");
    let clause = id.and_then(|id| scope.clause(gather, node.line(), &section::join(path, "clause"), &id));
    let fragment = Node { line: value.line, value: Value::Map(vec![(kind.clone(), value.clone())]) };
    let condition: Option<Condition> = section::read(gather, path, &fragment);
    let otherwise_refer = match node.get("otherwise") {
        None => false,
        Some(Node { value: Value::Text(text), .. }) if text == "refer" => true,
        Some(other) => {
            gather.add(
                other.line(),
                section::join(path, "otherwise"),
                format!("{} is not read here", other.describe()),
                "write `refer`, or leave it out",
            );
            false
        }
    };
    let during: Option<During> = section::optional(gather, path, node, "during");
    if during.is_some_and(|during| during.until < during.from) {
        gather.add(
            node.line(),
            section::join(path, "during"),
            "the last day lies before the first",
            "correct the days",
        );
    }
    let for_employers: Vec<EmployerKind> = section::optional(gather, path, node, "for_employers");
    let named: Option<String> = match &condition {
        Some(Condition::Judged(body) | Condition::LeftTo(body) | Condition::ByFinding(body)) => Some(body.clone()),
        _ => section::optional(gather, path, node, "refer_to"),
    };
    let refer_to = named.map_or(body, |key| scope.body(gather, node.line(), path, &key));
    let (clause, condition) = (clause?, condition?);
    checked(gather, scope, path, node, &condition);
    if !for_employers.is_empty() && !condition.is_judged() {
        let problem = "only what people judge can be for some employers";
        gather.add(node.line(), section::join(path, "for_employers"), problem, "take it out, or use employer_kind");
    }
    let judged = condition.is_judged();
    let counted = counted(gather, path, node, judged);
    let says = says(gather, path, node, judged);
    let stage = if judged { Stage::Review } else { Stage::Filing };
    let test = match &condition {
        Condition::Honours(HonoursOf { list, at_least }) => {
            let list = scope.honours.lists.iter().position(|(own, _)| own == list)?;
            Test::HonourList { list, at_least: *at_least }
        }
        _ => Test::Condition(condition),
    };
    let leaf = Leaf { clause, test, stage, otherwise_refer, refer_to, during, for_employers, counted, says };
    keep.then_some(Written::One(leaf))
}

/// What a condition may carry beside its kind.
const MODIFIERS: &[&str] =
    &["clause", "otherwise", "refer_to", "during", "for_employers", "setting", "counted", "says"];

/// A group of conditions, named by a clause or not.
fn group(
    gather: &mut Gather<'_>,
    scope: &Scope<'_>,
    path: &str,
    node: &Node<'_>,
    (key, wrap): (&str, fn(Vec<Written>) -> Written),
    body: u16,
) -> Option<Written> {
    section::known(gather, path, node, &[key, "clause"]);
    let items = section::items(gather, path, node, key);
    if items.is_empty() {
        gather.add(node.line(), section::join(path, key), "the group is empty", "add conditions, or take it out");
    }
    let inner = wrap(conditions(gather, scope, &format!("{path}.{key}"), items, body));
    if node.get("clause").is_none() {
        return Some(inner);
    }
    let id: String = section::required(gather, path, node, "clause")?;
    let clause = scope.clause(gather, node.line(), &section::join(path, "clause"), &id)?;
    let stage = if inner.is_judged() { Stage::Review } else { Stage::Filing };
    let heading = Leaf {
        clause,
        test: Test::Heading,
        stage,
        otherwise_refer: false,
        refer_to: body,
        during: None,
        for_employers: Vec::new(),
        counted: None,
        says: None,
    };
    Some(Written::Headed(heading, Box::new(inner)))
}

/// Whether the operator's choices keep the condition; one without `setting` always stays.
pub(super) fn chosen(gather: &mut Gather<'_>, scope: &Scope<'_>, path: &str, node: &Node<'_>) -> bool {
    let wanted: BTreeMap<String, String> = section::optional(gather, path, node, "setting");
    let mut keep = true;
    for (clause, choice) in wanted {
        let path = section::join(path, "setting");
        let Some(setting) = scope.settings.iter().find(|setting| setting.spec.clause == clause) else {
            gather.add(node.line(), path, format!("`settings` has no {clause}"), "add it to `settings`");
            continue;
        };
        if !setting.spec.takes(&choice) {
            gather.add(node.line(), path, format!("{choice:?} is no choice of {clause}"), setting.spec.remedy());
        }
        keep &= setting.chosen == choice;
    }
    keep
}

/// What a condition needs of the rest of the pack.
fn checked(gather: &mut Gather<'_>, scope: &Scope<'_>, path: &str, node: &Node<'_>, condition: &Condition) {
    let line = node.line();
    match condition {
        Condition::Catalogue(_) | Condition::Specialty(_) | Condition::TitleSpecialty(TitleSpecialty::Catalogue)
            if !scope.has_catalogue =>
        {
            gather.add(line, path, "the pack has no catalogue", "add `catalogue`, or take the condition out");
        }
        Condition::Honour(_) if scope.honours.entries.is_empty() => {
            gather.add(line, path, "the pack has no honours.csv", "add it, or take the condition out");
        }
        Condition::Honours(HonoursOf { list, at_least }) => {
            if !scope.honours.lists.iter().any(|(own, _)| own == list) {
                let lists: Vec<&str> = scope.honours.lists.iter().map(|(own, _)| own.as_str()).collect();
                let remedy = format!("write one of {}", lists.join(", "));
                gather.add(line, path, format!("honours.csv has no list {list:?}"), remedy);
            }
            if !(1..=10).contains(at_least) {
                gather.add(line, path, format!("at_least {at_least} is out of bounds"), "write 1 to 10");
            }
        }
        Condition::Reviews(test) if !(1..=10).contains(&test.last) || test.excellent > test.last => {
            gather.add(line, path, "the number of reviews is out of bounds", "write 1 to 10 years, and no more 优秀");
        }
        Condition::Hours(test) if test.years.values().any(|years| !(1..=10).contains(years)) => {
            gather.add(line, path, "the number of years is out of bounds", "write 1 to 10");
        }
        Condition::Hours(test) if !(1900..=2200).contains(&test.early_until) => {
            gather.add(line, path, format!("the year {} is out of bounds", test.early_until), "write a calendar year");
        }
        Condition::Hours(test) if test.early > test.later || test.later > 8784 => {
            gather.add(line, path, "the hours are out of bounds", "write early ≤ later ≤ 8784");
        }
        Condition::EmployerNamed(names) | Condition::SpecialtyAmong(names) if names.is_empty() => {
            gather.add(line, path, "the list is empty", "name somebody, or take the condition out");
        }
        _ => {}
    }
}
