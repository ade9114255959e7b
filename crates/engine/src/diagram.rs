//! Decision diagrams over missing facts. Reduced and ordered, so that a fact stands in a diagram exactly when it matters.

mod restrict;

use std::hash::Hash;

use model::paths::FactPath;
use rustc_hash::FxHashMap;

/// A diagram in its [`Diagrams`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Id(u32);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Branch {
    path: FactPath,
    kids: Box<[Id]>,
}

#[derive(Clone)]
enum Node<T> {
    End(T),
    Branch(Branch),
}

/// A store of reduced ordered diagrams that share their parts. Facts are ordered as [`FactPath`] is.
pub struct Diagrams<T> {
    nodes: Vec<Node<T>>,
    ends: FxHashMap<T, Id>,
    branches: FxHashMap<Branch, Id>,
}

impl<T: Clone + Eq + Hash> Default for Diagrams<T> {
    fn default() -> Self {
        Self { nodes: Vec::new(), ends: FxHashMap::default(), branches: FxHashMap::default() }
    }
}

impl<T: Clone + Eq + Hash> Diagrams<T> {
    /// How many nodes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Every fact that some diagram of the store looks at.
    pub fn paths(&self) -> impl Iterator<Item = FactPath> {
        self.branches.keys().map(|branch| branch.path)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    fn add(&mut self, node: Node<T>) -> Id {
        let id = Id(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(node);
        id
    }

    /// The diagram that is `value` whatever the facts.
    pub fn end(&mut self, value: T) -> Id {
        if let Some(id) = self.ends.get(&value) {
            return *id;
        }
        let id = self.add(Node::End(value.clone()));
        self.ends.insert(value, id);
        id
    }

    /// The value of a diagram that no fact matters to.
    #[must_use]
    pub fn settled(&self, id: Id) -> Option<&T> {
        match self.nodes.get(id.0 as usize) {
            Some(Node::End(value)) => Some(value),
            _ => None,
        }
    }

    fn top(&self, id: Id) -> Option<FactPath> {
        match self.nodes.get(id.0 as usize) {
            Some(Node::Branch(branch)) => Some(branch.path),
            _ => None,
        }
    }

    fn kid(&self, id: Id, path: FactPath, value: usize) -> Id {
        match self.nodes.get(id.0 as usize) {
            Some(Node::Branch(branch)) if branch.path == path => branch.kids.get(value).copied().unwrap_or(id),
            _ => id,
        }
    }

    fn width(&self, ids: &[Id], path: FactPath) -> usize {
        ids.iter()
            .find_map(|id| match self.nodes.get(id.0 as usize) {
                Some(Node::Branch(branch)) if branch.path == path => Some(branch.kids.len()),
                _ => None,
            })
            .unwrap_or(0)
    }

    fn branch(&mut self, path: FactPath, kids: Vec<Id>) -> Id {
        if let Some(first) = kids.first()
            && kids.iter().all(|kid| kid == first)
        {
            return *first;
        }
        let branch = Branch { path, kids: kids.into_boxed_slice() };
        if let Some(id) = self.branches.get(&branch) {
            return *id;
        }
        let id = self.add(Node::Branch(branch.clone()));
        self.branches.insert(branch, id);
        id
    }

    /// The diagram that is `kids[v]` where the fact has its value number `v`.
    pub fn case(&mut self, path: FactPath, kids: Vec<Id>) -> Id {
        let mut memo = FxHashMap::default();
        self.case_memo(path, kids, &mut memo)
    }

    fn case_memo(&mut self, path: FactPath, kids: Vec<Id>, memo: &mut FxHashMap<Vec<Id>, Id>) -> Id {
        let above = kids.iter().filter_map(|kid| self.top(*kid)).filter(|top| *top < path).min();
        let Some(top) = above else { return self.branch(path, kids) };
        if let Some(id) = memo.get(&kids) {
            return *id;
        }
        let mut outer = Vec::new();
        for value in 0..self.width(&kids, top) {
            let inner: Vec<Id> = kids.iter().map(|kid| self.kid(*kid, top, value)).collect();
            outer.push(self.case_memo(path, inner, memo));
        }
        let id = self.branch(top, outer);
        memo.insert(kids, id);
        id
    }

    /// Combines two diagrams value by value. `combine` has to be commutative and idempotent.
    pub fn apply(&mut self, a: Id, b: Id, combine: &impl Fn(&T, &T) -> T, memo: &mut FxHashMap<(Id, Id), Id>) -> Id {
        if a == b {
            return a;
        }
        let key = (a.min(b), a.max(b));
        if let Some(id) = memo.get(&key) {
            return *id;
        }
        let id = match (self.top(a), self.top(b)) {
            (None, None) => match (self.settled(a).cloned(), self.settled(b).cloned()) {
                (Some(x), Some(y)) => self.end(combine(&x, &y)),
                _ => a,
            },
            (top_a, top_b) => {
                let path = match (top_a, top_b) {
                    (Some(x), Some(y)) => x.min(y),
                    (Some(x), None) | (None, Some(x)) => x,
                    (None, None) => return a,
                };
                let mut kids = Vec::new();
                for value in 0..self.width(&[a, b], path) {
                    let (x, y) = (self.kid(a, path, value), self.kid(b, path, value));
                    kids.push(self.apply(x, y, combine, memo));
                }
                self.branch(path, kids)
            }
        };
        memo.insert(key, id);
        id
    }

    /// Combines many diagrams in a balanced way; `of_none` where there are none.
    pub fn fold(&mut self, mut ids: Vec<Id>, of_none: T, combine: impl Fn(&T, &T) -> T) -> Id {
        let mut memo = FxHashMap::default();
        ids.sort_unstable();
        ids.dedup();
        while ids.len() > 1 {
            let mut next = Vec::with_capacity(ids.len().div_ceil(2));
            for pair in ids.chunks(2) {
                next.push(match pair {
                    [a, b] => self.apply(*a, *b, &combine, &mut memo),
                    [a] => *a,
                    _ => continue,
                });
            }
            ids = next;
        }
        match ids.first() {
            Some(id) => *id,
            None => self.end(of_none),
        }
    }

    /// The same diagram with every value replaced, in another store.
    pub fn map<U: Clone + Eq + Hash>(&self, id: Id, into: &mut Diagrams<U>, change: &impl Fn(&T) -> U) -> Id {
        let mut memo = FxHashMap::default();
        self.map_memo(id, into, change, &mut memo)
    }

    fn map_memo<U: Clone + Eq + Hash>(
        &self,
        id: Id,
        into: &mut Diagrams<U>,
        change: &impl Fn(&T) -> U,
        memo: &mut FxHashMap<Id, Id>,
    ) -> Id {
        if let Some(done) = memo.get(&id) {
            return *done;
        }
        let mapped = match self.nodes.get(id.0 as usize) {
            Some(Node::Branch(branch)) => {
                let kids = branch.kids.iter().map(|kid| self.map_memo(*kid, into, change, memo)).collect();
                into.branch(branch.path, kids)
            }
            Some(Node::End(value)) => into.end(change(value)),
            None => id,
        };
        memo.insert(id, mapped);
        mapped
    }

    /// The facts that matter to a diagram, in order.
    #[must_use]
    pub fn support(&self, id: Id) -> Vec<FactPath> {
        let mut paths = std::collections::BTreeSet::new();
        self.visit(id, |node| {
            if let Node::Branch(branch) = node {
                paths.insert(branch.path);
            }
        });
        paths.into_iter().collect()
    }

    /// Every value that a diagram may have, each once.
    #[must_use]
    pub fn values(&self, id: Id) -> Vec<&T> {
        let mut values = Vec::new();
        self.visit(id, |node| {
            if let Node::End(value) = node {
                values.push(value);
            }
        });
        values
    }

    fn visit<'d>(&'d self, id: Id, mut see: impl FnMut(&'d Node<T>)) {
        let mut seen = rustc_hash::FxHashSet::default();
        let mut stack = vec![id];
        while let Some(id) = stack.pop() {
            let Some(node) = self.nodes.get(id.0 as usize).filter(|_| seen.insert(id)) else { continue };
            see(node);
            if let Node::Branch(branch) = node {
                stack.extend(branch.kids.iter().copied());
            }
        }
    }

    /// Facts with the numbers of their values that lead to an end that `is` wanted; `None` where no end is.
    #[must_use]
    pub fn witness(&self, id: Id, is: &impl Fn(&T) -> bool) -> Option<Vec<(FactPath, usize)>> {
        let mut barren = rustc_hash::FxHashSet::default();
        let mut path = Vec::new();
        self.search(id, is, &mut barren, &mut path).then_some(path)
    }

    fn search(
        &self,
        id: Id,
        is: &impl Fn(&T) -> bool,
        barren: &mut rustc_hash::FxHashSet<Id>,
        path: &mut Vec<(FactPath, usize)>,
    ) -> bool {
        if barren.contains(&id) {
            return false;
        }
        match self.nodes.get(id.0 as usize) {
            Some(Node::End(value)) if is(value) => return true,
            Some(Node::Branch(branch)) => {
                for (value, kid) in branch.kids.iter().enumerate() {
                    path.push((branch.path, value));
                    if self.search(*kid, is, barren, path) {
                        return true;
                    }
                    path.pop();
                }
            }
            _ => {}
        }
        barren.insert(id);
        false
    }
}

#[cfg(test)]
#[path = "diagram_tests.rs"]
mod tests;
