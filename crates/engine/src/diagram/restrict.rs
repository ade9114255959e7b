//! Diagrams with one fact taken away: known to have a value, or never to be known.

use std::hash::Hash;

use model::paths::FactPath;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Diagrams, Id, Node};

impl<T: Clone + Eq + Hash> Diagrams<T> {
    /// In how many values of a fact a diagram branches; none where it does not look at the fact.
    #[must_use]
    pub fn width_of(&self, id: Id, path: FactPath) -> usize {
        let mut width = 0;
        self.visit(id, |node| {
            if let Node::Branch(branch) = node
                && branch.path == path
            {
                width = width.max(branch.kids.len());
            }
        });
        width
    }

    /// The value of a diagram where the fact has its value number `value`, if nothing else matters then.
    #[must_use]
    pub fn settled_with(&self, id: Id, path: FactPath, value: usize) -> Option<&T> {
        let mut seen = FxHashSet::default();
        let mut stack = vec![id];
        let mut found: Option<&T> = None;
        while let Some(id) = stack.pop() {
            match self.nodes.get(id.0 as usize).filter(|_| seen.insert(id)) {
                // Equal values are one node.
                Some(Node::End(_)) if found.is_some() => return None,
                Some(Node::End(end)) => found = Some(end),
                Some(Node::Branch(branch)) if branch.path == path => stack.extend(branch.kids.get(value)),
                Some(Node::Branch(branch)) => stack.extend(branch.kids.iter()),
                None => {}
            }
        }
        found
    }

    /// The diagram that does not look at the fact: what its values give, combined. `combine` has to be commutative,
    /// associative and idempotent.
    pub fn without(&mut self, id: Id, path: FactPath, combine: &impl Fn(&T, &T) -> T) -> Id {
        self.without_memo(id, path, combine, &mut FxHashMap::default())
    }

    fn without_memo(
        &mut self,
        id: Id,
        path: FactPath,
        combine: &impl Fn(&T, &T) -> T,
        memo: &mut FxHashMap<Id, Id>,
    ) -> Id {
        let branch = match self.nodes.get(id.0 as usize) {
            Some(Node::Branch(branch)) if branch.path <= path => branch.clone(),
            _ => return id,
        };
        if let Some(done) = memo.get(&id) {
            return *done;
        }
        let done = if branch.path == path {
            let (mut kids, mut pairs) = (branch.kids.iter(), FxHashMap::default());
            let first = kids.next().copied().unwrap_or(id);
            kids.fold(first, |all, kid| self.apply(all, *kid, combine, &mut pairs))
        } else {
            let kids = branch.kids.iter().map(|kid| self.without_memo(*kid, path, combine, memo)).collect();
            self.branch(branch.path, kids)
        };
        memo.insert(id, done);
        done
    }
}
