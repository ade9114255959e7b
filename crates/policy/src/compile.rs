//! Compiles the routes of a pack: shared conditions in their places, carriers bound, honour lists spelt out.

use std::collections::BTreeMap;

use model::node::{Node, Value};
use model::{Series, SkillLevel, Stage, TitleTier};

use crate::clause::{Clause, ClauseRef};
use crate::condition::{Carrier, Condition, HonourOf, KINDS, Standard, Subject, Years};
use crate::fault::Gather;
use crate::format::{RouteHead, Text};
use crate::honours::Honours;
use crate::rule::{Governed, Leaf, Level, Route, Rule, Test};
use crate::section;

/// What conditions may refer to.
pub(crate) struct Scope<'a> {
    pub clauses: &'a [Clause],
    pub honours: &'a Honours,
    pub bodies: &'a [(String, Text)],
    pub has_catalogue: bool,
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
}

impl Written {
    fn carriers(&self) -> (bool, bool) {
        match self {
            Self::One(leaf) => match &leaf.test {
                Test::Condition(condition) => match condition.carrier() {
                    Some(Carrier::Skill) => (true, false),
                    Some(Carrier::Title) => (false, true),
                    None => (false, false),
                },
                Test::HonourList(_) => (false, false),
            },
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
            section::known(gather, path, node, &[key]);
            let items = section::items(gather, path, node, key);
            return Some(wrap(conditions(gather, scope, &format!("{path}.{key}"), items, body)));
        }
    }
    let keys: Vec<&str> = ["clause", "otherwise", "refer_to"].into_iter().chain(KINDS.iter().copied()).collect();
    section::known(gather, path, node, &keys);
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
    let named: Option<String> = match &condition {
        Some(Condition::Judged(body) | Condition::LeftTo(body)) => Some(body.clone()),
        _ => section::optional(gather, path, node, "refer_to"),
    };
    let refer_to = named.map_or(body, |key| scope.body(gather, node.line(), path, &key));
    let (clause, condition) = (clause?, condition?);
    if !scope.has_catalogue && matches!(condition, Condition::Catalogue(_) | Condition::Specialty(_)) {
        gather.add(node.line(), path, "the pack has no catalogue", "add `catalogue`, or take the condition out");
    }
    if condition == Condition::Honour(HonourOf::Target) && scope.honours.entries.is_empty() {
        gather.add(node.line(), path, "the pack has no honours.csv", "add it, or take the condition out");
    }
    let stage = if condition.is_judged() { Stage::Review } else { Stage::Filing };
    Some(Written::One(Leaf { clause, test: Test::Condition(condition), stage, otherwise_refer, refer_to }))
}

/// The levels of one ladder, as the pack's section names them.
pub(crate) trait LadderLevel: Copy + PartialEq + serde::de::DeserializeOwned + std::fmt::Display {
    fn level(self) -> Level;
}

impl LadderLevel for TitleTier {
    fn level(self) -> Level {
        Level::Title(self)
    }
}

impl LadderLevel for SkillLevel {
    fn level(self) -> Level {
        Level::Skill(self)
    }
}

/// Compiles one ladder section.
pub(crate) fn ladder<L: LadderLevel>(
    gather: &mut Gather<'_>,
    scope: &Scope<'_>,
    path: &str,
    node: &Node<'_>,
    shared: &BTreeMap<String, Vec<Written>>,
    used: &mut Vec<String>,
) -> Vec<Governed> {
    section::known(gather, path, node, &["series", "levels", "effect", "refers_to", "routes"]);
    let levels: Vec<L> = section::required(gather, path, node, "levels").unwrap_or_default();
    let series: Vec<Series> = section::optional(gather, path, node, "series");
    let effect: Option<model::Effect> = section::required(gather, path, node, "effect");
    let refers_to: Option<String> = section::required(gather, path, node, "refers_to");
    let body = refers_to.map_or(0, |key| scope.body(gather, node.line(), &section::join(path, "refers_to"), &key));
    let mut governed: Vec<Governed> = levels
        .iter()
        .map(|level| Governed {
            level: level.level(),
            series: series.clone(),
            routes: Vec::new(),
            skill_levels: Vec::new(),
            title_tiers: Vec::new(),
            standard: false,
        })
        .collect();
    let mut ids: Vec<String> = Vec::new();
    for (i, item) in section::items(gather, path, node, "routes").iter().enumerate() {
        let path = format!("{path}.routes[{i}]");
        section::known(gather, &path, item, &["id", "name", "opens", "effect", "with", "when"]);
        let when = section::items(gather, &path, item, "when");
        let written = conditions(gather, scope, &format!("{path}.when"), when, body);
        let Some(head) = section::read::<RouteHead<L>>(gather, &path, item) else { continue };
        if ids.contains(&head.id) {
            gather.add(
                item.line(),
                format!("{path}.id"),
                format!("the route {} stands twice", head.id),
                "name each once",
            );
        }
        ids.push(head.id.clone());
        let mut all = Vec::new();
        for name in &head.with {
            match shared.get(name) {
                Some(group) => all.extend(group.iter().cloned()),
                None => {
                    let names: Vec<&str> = shared.keys().map(String::as_str).collect();
                    let remedy = format!("known groups are {}", names.join(", "));
                    gather.add(item.line(), format!("{path}.with"), format!("`shared` has no group {name:?}"), remedy);
                }
            }
            used.push(name.clone());
        }
        all.extend(written);
        if !all.iter().any(|one| !matches!(one, Written::One(leaf) if leaf.stage == Stage::Review)) {
            gather.add(item.line(), &path, "the route asks for nothing", "add conditions");
        }
        for level in &head.opens {
            let Some(index) = levels.iter().position(|own| own == level) else {
                gather.add(
                    item.line(),
                    format!("{path}.opens"),
                    format!("{level} is no level of this ladder"),
                    "add it to `levels`, or take it out",
                );
                continue;
            };
            let Some(rule) = bind(gather, &path, item.line(), scope, &all, level.level()) else { continue };
            let route = Route {
                id: head.id.clone(),
                name: head.name.clone(),
                effect: head.effect.or(effect).unwrap_or(model::Effect::ApplyForReview),
                conditions: rule.count(),
                rule,
            };
            if let Some(entry) = governed.get_mut(index) {
                entry.routes.push(route);
            }
        }
    }
    for entry in &mut governed {
        if entry.routes.is_empty() {
            gather.add(
                node.line(),
                path,
                format!("no route opens {:?}", entry.level),
                "add a route, or take the level out",
            );
        }
        thresholds(entry);
    }
    governed
}

/// Binds carriers and spells out honour lists for one level.
fn bind(
    gather: &mut Gather<'_>,
    path: &str,
    line: Option<u32>,
    scope: &Scope<'_>,
    all: &[Written],
    level: Level,
) -> Option<Rule> {
    let carried = |want: Carrier| {
        all.iter().any(|one| {
            matches!(
                (one, want),
                (Written::One(Leaf { test: Test::Condition(Condition::Skill(_)), .. }), Carrier::Skill)
                    | (Written::One(Leaf { test: Test::Condition(Condition::Title(_)), .. }), Carrier::Title)
            )
        })
    };
    let (mut plain, mut skill, mut title) = (Vec::new(), Vec::new(), Vec::new());
    for one in all {
        let (needs_skill, needs_title) = one.carriers();
        for (needs, kind, name) in [(needs_skill, Carrier::Skill, "skill"), (needs_title, Carrier::Title, "title")] {
            if needs && !carried(kind) {
                gather.add(
                    line,
                    path,
                    format!("a condition reads the carrying {name}, and the route has none"),
                    format!("add a `{name}` condition"),
                );
                return None;
            }
        }
        if needs_skill && needs_title {
            gather.add(line, path, "one condition reads both carriers", "write one condition for each");
            return None;
        }
        let rule = rule(scope, one, level);
        if needs_skill {
            skill.push(rule);
        } else if needs_title {
            title.push(rule);
        } else {
            plain.push(rule);
        }
    }
    if !title.is_empty() {
        plain.push(Rule::SomeTitle(Box::new(Rule::All(title))));
    }
    if !skill.is_empty() {
        plain.push(Rule::SomeSkill(Box::new(Rule::All(skill))));
    }
    Some(Rule::All(plain))
}

fn rule(scope: &Scope<'_>, written: &Written, level: Level) -> Rule {
    match written {
        Written::All(inner) => Rule::All(inner.iter().map(|one| rule(scope, one, level)).collect()),
        Written::Any(inner) => Rule::Any(inner.iter().map(|one| rule(scope, one, level)).collect()),
        Written::One(leaf) => match (&leaf.test, level) {
            (Test::Condition(Condition::Honour(HonourOf::Target)), Level::Title(tier)) => {
                let lists = scope.honours.lists.iter().enumerate().filter(|(_, (_, opens))| *opens >= tier);
                Rule::Any(
                    lists
                        .filter_map(|(list, (clause, _))| {
                            let index = scope.clauses.iter().position(|own| own.id == *clause)?;
                            let clause = ClauseRef(u16::try_from(index).ok()?);
                            Some(Rule::SomeHonour(Leaf { clause, test: Test::HonourList(list), ..leaf.clone() }))
                        })
                        .collect(),
                )
            }
            _ => Rule::Leaf(leaf.clone()),
        },
    }
}

/// Notes which levels and tiers the routes ask for.
fn thresholds(entry: &mut Governed) {
    let (mut skills, mut tiers, mut standard) = (Vec::new(), Vec::new(), false);
    for route in &entry.routes {
        route.rule.leaves(&mut |leaf| {
            let Test::Condition(condition) = &leaf.test else { return };
            match condition {
                Condition::HoldsSkill(test) => skills.push(test.at_least),
                Condition::Skill(test) => skills.push(test.at_least),
                Condition::Title(test) => tiers.push(test.at_least),
                Condition::Work(test) => standard |= test.years == Years::Left(Standard::Standard),
                _ => {}
            }
        });
    }
    skills.sort_unstable();
    skills.dedup();
    tiers.sort_unstable();
    tiers.dedup();
    (entry.skill_levels, entry.title_tiers, entry.standard) = (skills, tiers, standard);
}

/// Whose occupation the routes to a level look up in the catalogue, if they do.
pub(crate) fn catalogue_subject(entry: &Governed) -> Option<Subject> {
    let mut subject = None;
    for route in &entry.routes {
        route.rule.leaves(&mut |leaf| {
            if let Test::Condition(Condition::Catalogue(of)) = &leaf.test {
                subject = subject.or(Some(*of));
            }
        });
    }
    subject
}
