//! Compiles the routes of a pack: shared conditions in their places, carriers bound, honour lists spelt out.

use std::collections::BTreeMap;

mod conditions;
mod counted;

use model::node::Node;
use model::{Series, SkillLevel, TitleTier};

use crate::clause::ClauseRef;
use crate::condition::{Carrier, Condition, HonourOf, Subject, Years};
use crate::fault::Gather;
use crate::format::RouteHead;
use crate::rule::{Governed, Leaf, Level, Route, Rule, Test};
use crate::section;

use conditions::chosen;
pub(crate) use conditions::{LADDER_BODY, Scope, Written, conditions};

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
    added: &[Written],
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
        section::known(gather, &path, item, &["id", "name", "opens", "effect", "setting", "with", "when"]);
        // What the operator did not choose is checked all the same.
        let keep = chosen(gather, scope, &path, item);
        let when = section::items(gather, &path, item, "when");
        let written = conditions(gather, scope, &format!("{path}.when"), when, body);
        let Some(head) = section::read::<RouteHead<L>>(gather, &path, item) else { continue };
        if !section::is_name(&head.id) {
            let problem = format!("{:?} is no identifier", head.id);
            gather.add(item.line(), format!("{path}.id"), problem, "write small letters, digits and hyphens");
        }
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
                Some(group) => all.extend(group.iter().map(|one| one.left_to(body))),
                None => {
                    let names: Vec<&str> = shared.keys().map(String::as_str).collect();
                    let remedy = format!("known groups are {}", names.join(", "));
                    gather.add(item.line(), format!("{path}.with"), format!("`shared` has no group {name:?}"), remedy);
                }
            }
            used.push(name.clone());
        }
        all.extend(written);
        all.extend(added.iter().map(|one| one.left_to(body)));
        if all.iter().all(Written::is_judged) {
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
            if !keep {
                continue;
            }
            let route = Route {
                id: head.id.clone(),
                name: head.name.clone(),
                with: head.with.clone(),
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

pub(crate) fn rule(scope: &Scope<'_>, written: &Written, level: Level) -> Rule {
    match written {
        Written::All(inner) => Rule::All(inner.iter().map(|one| rule(scope, one, level)).collect()),
        Written::Any(inner) => Rule::Any(inner.iter().map(|one| rule(scope, one, level)).collect()),
        Written::Headed(leaf, inner) => Rule::Headed(leaf.clone(), Box::new(rule(scope, inner, level))),
        Written::One(leaf) => match (&leaf.test, level) {
            (Test::Condition(Condition::Honour(of)), Level::Title(tier)) => {
                let opens = |list: TitleTier| list == tier || (list > tier && *of == HonourOf::Target);
                let lists = scope.honours.lists.iter().enumerate().filter(|(_, (_, list))| opens(*list));
                Rule::Any(
                    lists
                        .filter_map(|(list, (clause, _))| {
                            let index = scope.clauses.iter().position(|own| own.id == *clause)?;
                            let clause = ClauseRef(u16::try_from(index).ok()?);
                            let test = Test::HonourList { list, at_least: 1 };
                            Some(Rule::Leaf(Leaf { clause, test, ..leaf.clone() }))
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
                Condition::LevelLeft(levels) => skills.extend(levels.iter().copied()),
                Condition::Title(test) => tiers.push(test.at_least),
                Condition::Work(test) => standard |= !matches!(test.years, Years::Printed(_)),
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
