//! Runs the proofs of all packs, on all processors, and tells what does not hold with a person who shows it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use engine::proofs::{Counterexample, Law, Proof, Task, alike, tasks};
use policy::{PackFault, Packs, Policy};

use super::witness::Witness;

/// What was proved of one policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proved {
    /// The key of the place.
    pub place: String,
    /// The policy.
    pub policy: String,
    /// How many ways its routes have.
    pub ways: usize,
    /// How many persons were tried.
    pub persons: usize,
    /// How many decisions were made.
    pub decisions: usize,
    /// The policy whose proof serves it too, where it makes the same rules.
    pub same_as: Option<String>,
}

/// Proves the laws of all packs.
pub(super) fn prove(packs: &Packs) -> (Vec<Proved>, Vec<(PackFault, Option<Witness>)>) {
    let mut proved = Vec::new();
    let mut faults = Vec::new();
    let Some(proofs) = all_proofs(packs) else { return (proved, vec![(unfinished(), None)]) };
    for (i, policy) in packs.all().enumerate() {
        let same = twin(packs, i);
        let figures = |of: Option<&Proof>| of.map_or((0, 0, 0), |one| (one.ways, one.persons, one.decisions));
        let (ways, persons, decisions) = figures(proofs.get(i));
        proved.push(Proved {
            place: policy.jurisdiction.key.clone(),
            policy: policy.id.clone(),
            ways,
            persons,
            decisions,
            same_as: same.map(|other| other.id.clone()),
        });
        for example in proofs.get(i).into_iter().flat_map(|proof| &proof.faults) {
            let witness = Witness::of(policy, example.target.clone(), example.person.clone());
            faults.push((fault(policy, example), Some(witness)));
        }
    }
    (proved, faults)
}

/// The first policy with the same rules, where it stands before this one; the passed-on documents follow theirs.
fn twin(packs: &Packs, index: usize) -> Option<&Policy> {
    let own = packs.all().nth(index)?;
    packs.all().take(index).find(|other| alike(other, own))
}

/// One proof for each policy, in their order, empty for those that share another's; `None` where some part did not end.
fn all_proofs(packs: &Packs) -> Option<Vec<Proof>> {
    let policies = packs.all().enumerate().filter(|(i, _)| twin(packs, *i).is_none());
    let all: Vec<(usize, Task<'_>)> =
        policies.flat_map(|(i, policy)| tasks(policy).into_iter().map(move |task| (i, task))).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some((policy, task)) = all.get(at) else { return done };
            done.push((at, *policy, task.prove(&packs.national)));
        }
    };
    let workers = thread::available_parallelism().map_or(1, usize::from).min(8);
    let mut parts: Vec<(usize, usize, Proof)> = thread::scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let mut done = work();
        done.extend(others.into_iter().flat_map(|one| one.join().unwrap_or_default()));
        done
    });
    parts.sort_by_key(|(at, _, _)| *at);
    let mut proofs = vec![Proof::default(); packs.all().count()];
    let brought = parts.len() == all.len();
    for (_, policy, part) in parts {
        if let Some(proof) = proofs.get_mut(policy) {
            proof.add(part);
        }
    }
    brought.then_some(proofs)
}

fn unfinished() -> PackFault {
    PackFault {
        file: "policies".to_owned(),
        line: None,
        path: String::new(),
        problem: "the proofs did not end".to_owned(),
        remedy: "report this as a fault of the program, with what stands on standard error".to_owned(),
    }
}

fn fault(policy: &Policy, example: &Counterexample) -> PackFault {
    let (law, remedy) = match example.law {
        Law::Passes => ("somebody passes each way of a route", "correct the conditions that exclude each other"),
        Law::Complete => ("a dossier that states every fact is decided", "report this as a fault of the program"),
        Law::MoreWork => ("more days of work never hurt", "correct the conditions on work of the level's routes"),
        Law::LaterDay => (
            "a later day hurts only where the policy, a pilot or a time turns, fraud is found, an honour lapses, or a recorded year enters or leaves a window",
            "correct the condition that turns",
        ),
        Law::Earliest => {
            ("`earliest` is the first day on which it no longer fails", "report this as a fault of the program")
        }
        Law::Since => {
            ("`earliest` is the first day on which the clocks were met", "report this as a fault of the program")
        }
    };
    PackFault {
        file: format!("{}/policy.yaml", policy.folder),
        line: None,
        path: example.route.clone(),
        problem: format!("not so for {}: {law}: {}", example.target, example.says),
        remedy: remedy.to_owned(),
    }
}
