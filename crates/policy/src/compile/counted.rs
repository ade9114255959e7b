//! Reads and checks what stands beside a condition that people judge: its counted part, and the part of the clause meant.

use model::Word as _;
use model::dossier::Evidence;
use model::node::Node;

use crate::condition::{Counted, Filter};
use crate::fault::Gather;
use crate::format::Text;
use crate::honours::plain_honour;
use crate::section;

/// The most records that a group may ask for.
const MOST_WANTED: u32 = 100;

/// The counted part, where one is written.
pub(super) fn counted(gather: &mut Gather<'_>, path: &str, node: &Node<'_>, judged: bool) -> Option<Box<Counted>> {
    let value = node.get("counted")?;
    let path = section::join(path, "counted");
    if !judged {
        let problem = "only what people judge can be settled by counted evidence";
        gather.add(value.line(), &path, problem, "write `judged` beside it, or take it out");
    }
    let mut counted: Counted = section::read(gather, &path, value)?;
    let mut fault = |path: &str, problem: String, remedy: &str| gather.add(value.line(), path, problem, remedy);
    if counted.any.is_empty() {
        fault(&section::join(&path, "any"), "nothing is counted".to_owned(), "add a group, or take `counted` out");
    }
    for (i, group) in counted.any.iter_mut().enumerate() {
        let path = format!("{path}.any[{i}]");
        if !(1..=MOST_WANTED).contains(&group.at_least) {
            let problem = format!("at_least {} is out of bounds", group.at_least);
            fault(&section::join(&path, "at_least"), problem, "write 1 to 100");
        }
        if group.of.is_empty() {
            fault(&section::join(&path, "of"), "the group counts nothing".to_owned(), "say which records count");
        }
        for (j, filter) in group.of.iter_mut().enumerate() {
            filter.honour = filter.honour.iter().map(|name| plain_honour(name)).collect();
            check(filter, |problem, remedy| fault(&format!("{path}.of[{j}]"), problem, remedy));
        }
    }
    Some(Box::new(counted))
}

/// A filter that no record could pass, or that says less than it seems to.
fn check(filter: &Filter, mut fault: impl FnMut(String, &str)) {
    let keys = filter.keys();
    match (filter.kind.is_empty(), filter.honour.is_empty()) {
        (true, true) => fault("the filter names no kind".to_owned(), "add `kind`, or name honours by `honour`"),
        (false, false) => fault("a record is evidence or an honour".to_owned(), "write `kind` or `honour`"),
        (true, false) if !keys.is_empty() => {
            fault(format!("an honour states no {}", keys.join(", ")), "take it out: honours are named only");
        }
        _ => {}
    }
    for kind in &filter.kind {
        for key in keys.iter().filter(|key| !Evidence::keys(*kind).contains(key)) {
            let problem = format!("no {kind} {} states `{key}`, so none would pass", kind.zh());
            fault(problem, "take the key or the kind out, or write two filters");
        }
    }
    if filter.holding.is_some() && filter.role.is_none() {
        fault("`holding` says what makes a role, and no role is asked for".to_owned(), "add `role`, or take it out");
    }
    for (key, number) in
        [("rank", filter.rank), ("characters", filter.characters), ("own_characters", filter.own_characters)]
    {
        if number == Some(0) {
            fault(format!("`{key}` 0 asks for nothing"), "write 1 or more, or take it out");
        }
    }
}

/// The part of the clause that is judged here, where it is not the whole of it.
pub(super) fn says(gather: &mut Gather<'_>, path: &str, node: &Node<'_>, judged: bool) -> Option<Text> {
    let value = node.get("says")?;
    let path = section::join(path, "says");
    if !judged {
        let problem = "only what people judge is told in the pack's words";
        gather.add(value.line(), &path, problem, "take it out: the facts tell it");
    }
    section::read(gather, &path, value)
}
