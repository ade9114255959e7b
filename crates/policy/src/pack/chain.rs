//! Which pack passes on which: a chain from the pack itself to the document with the rules.

use std::collections::BTreeMap;

use model::node::{Format, Node, Value};

use crate::fault::{Gather, PackFaults};
use crate::files::Files;

/// One pack of a chain.
#[derive(Clone, Debug)]
pub(super) struct Link<'f> {
    /// Its folder.
    pub folder: &'f str,
    /// Its `policy.yaml`.
    pub node: Node<'f>,
}

impl Link<'_> {
    /// A file of the pack.
    pub fn beside(&self, name: &str) -> String {
        format!("{}/{name}", self.folder)
    }
}

/// The longest chain of packs that pass on one another.
const LONGEST: usize = 8;

/// The chain of every pack: itself, the packs that it passes on, and last the one with the rules.
pub(super) fn chains<'f>(files: &'f Files, faults: &mut PackFaults) -> Vec<Vec<Link<'f>>> {
    let mut links: Vec<Link<'f>> = Vec::new();
    for folder in files.packs() {
        let file = format!("{folder}/policy.yaml");
        let Some(text) = files.get(&file) else { continue };
        match Node::read_as(text, Format::Yaml) {
            Ok(node) => links.push(Link { folder, node }),
            Err(found) => Gather { file, faults }.all(found),
        }
    }
    let by_id: BTreeMap<&str, usize> =
        links.iter().enumerate().filter_map(|(i, link)| Some((text(&link.node, "id")?, i))).collect();
    let ids: Vec<&str> = by_id.keys().copied().collect();
    let mut chains = Vec::new();
    for link in &links {
        let mut chain = vec![link.clone()];
        let mut fault = None;
        while let Some(parent) = chain.last().and_then(|last| text(&last.node, "parent")) {
            let known = by_id.get(parent).and_then(|index| links.get(*index));
            fault = match known {
                None => Some((format!("there is no pack {parent}"), near(parent, &ids))),
                Some(_) if chain.len() >= LONGEST => {
                    Some(("the packs pass on one another without end".to_owned(), "correct `parent`".to_owned()))
                }
                Some(known) => {
                    chain.push(known.clone());
                    continue;
                }
            };
            break;
        }
        match fault {
            None => chains.push(chain),
            Some((problem, remedy)) if chain.len() == 1 || chain.len() >= LONGEST => {
                let mut gather = Gather { file: link.beside("policy.yaml"), faults };
                gather.add(link.node.get("parent").and_then(Node::line), "parent", problem, remedy);
            }
            // The fault is told where the parent is named.
            Some(_) => {}
        }
    }
    chains
}

fn near(id: &str, ids: &[&str]) -> String {
    match model::reader::nearest(id, ids) {
        Some(near) => format!("did you mean {near}?"),
        None => format!("the packs are {}", ids.join(", ")),
    }
}

fn text<'n>(node: &'n Node<'_>, key: &str) -> Option<&'n str> {
    match &node.get(key)?.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}
