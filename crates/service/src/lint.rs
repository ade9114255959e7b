//! Checks packs as a whole: they load, every clause is covered, no route is idle, the laws that everybody relies on are
//! proved of every boundary value, every worked example holds.

mod proved;
mod witness;

use engine::proofs::{passer, routes_can_be_gone};
use model::Standards;
use policy::{Files, PackFault, Packs, Settings};

use crate::cases;
use crate::coverage;
use crate::guantong::Guantong;

pub use proved::Proved;
pub use witness::Witness;

/// What a check of packs found.
#[derive(Clone, Debug, Default)]
pub struct LintReport {
    /// Faults: of the files, of coverage, of the rules, of worked examples.
    pub faults: Vec<PackFault>,
    /// What may be meant, and should be looked at.
    pub notes: Vec<PackFault>,
    /// Persons who show some of the faults: the position of the fault, and the person.
    pub witnesses: Vec<(usize, Witness)>,
    /// What was proved of each policy.
    pub proved: Vec<Proved>,
    /// How many policies were checked.
    pub policies: usize,
    /// How many routes were proved to be open to somebody.
    pub routes: usize,
    /// How many worked examples were run.
    pub cases: usize,
}

/// Checks the packs of the files.
#[must_use]
pub fn lint(files: Files) -> LintReport {
    let mut report = LintReport::default();
    let read = cases::read(&files);
    let guantong = match Guantong::load(files, Standards::default(), Settings::default()) {
        Ok(guantong) => guantong,
        Err(faults) => {
            report.faults = faults.0;
            return report;
        }
    };
    let packs = guantong.packs();
    report.policies = packs.all().count();
    report.covered(&guantong, read.as_deref().unwrap_or_default());
    report.rules(packs);
    report.closed_routes(packs);
    // Of packs whose rules are at fault the laws would only say the same again, and take their time.
    let file = |fault: &PackFault| !fault.file.ends_with("/clauses.yaml");
    if !report.faults.iter().any(file) {
        report.laws(packs);
    }
    match read {
        Err(faults) => report.faults.extend(faults),
        Ok(cases) => cases.iter().for_each(|case| report.example(case, &guantong)),
    }
    report
}

impl LintReport {
    /// The person who shows a fault, by its position.
    #[must_use]
    pub fn witness(&self, fault: usize) -> Option<&Witness> {
        self.witnesses.iter().find(|(own, _)| *own == fault).map(|(_, witness)| witness)
    }

    fn shown(&mut self, fault: PackFault, witness: Option<Witness>) {
        self.witnesses.extend(witness.map(|witness| (self.faults.len(), witness)));
        self.faults.push(fault);
    }

    /// Every clause is carried, with worked examples on both sides of its thresholds.
    fn covered(&mut self, guantong: &Guantong, cases: &[cases::Case]) {
        for policy in guantong.packs().all() {
            let covered = coverage::of_policy(guantong, policy, cases);
            self.faults.extend(coverage::faults(&covered));
        }
    }

    /// Idle routes, honours, names, versions and pilots; an idle route with somebody who goes it.
    fn rules(&mut self, packs: &Packs) {
        let found = policy::checks::check(packs);
        for fault in found.faults {
            let policy = packs.all().find(|policy| fault.file == format!("{}/policy.yaml", policy.folder));
            let person = policy.and_then(|policy| Some((policy, passer(policy, &packs.national, &fault.path)?)));
            let witness = person.map(|(policy, (target, person))| Witness::of(policy, target, person));
            self.shown(fault, witness);
        }
        self.notes = found.notes;
    }

    fn closed_routes(&mut self, packs: &Packs) {
        for policy in packs.all() {
            let (entry, none) = (Standards::one_year(), Standards::default());
            let with = |standards| routes_can_be_gone(policy, &packs.national, standards, policy.effective);
            // An entry of the occupation's standard opens the ways that wait for it, and closes those it replaces.
            let without = with(&none);
            for (proof, other) in with(&entry).into_iter().zip(without) {
                self.routes += 1;
                if proof.person.is_none() && other.person.is_none() {
                    self.faults.push(PackFault {
                        file: format!("{}/policy.yaml", policy.folder),
                        line: None,
                        path: proof.route.clone(),
                        problem: format!(
                            "nobody can go the route {} to {:?}: its conditions exclude each other",
                            proof.route, proof.level
                        ),
                        remedy: "correct its conditions".to_owned(),
                    });
                }
            }
        }
    }

    fn laws(&mut self, packs: &Packs) {
        let (proved, faults) = proved::prove(packs);
        self.proved = proved;
        faults.into_iter().for_each(|(fault, witness)| self.shown(fault, witness));
    }

    fn example(&mut self, case: &cases::Case, guantong: &Guantong) {
        self.cases += case.places(guantong).len();
        for difference in case.differences(guantong) {
            self.faults.push(PackFault {
                file: case.file.clone(),
                line: Some(case.line),
                path: case.id.clone(),
                problem: difference,
                remedy: format!("correct the rule or the example; it says: {}", case.why),
            });
        }
    }
}
