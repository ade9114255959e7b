//! Checks packs as a whole: they load, every clause is covered, every route can be gone, every worked example holds.

use engine::proofs::routes_can_be_gone;
use model::Standards;
use policy::{Files, PackFault, Settings};

use crate::cases;
use crate::coverage;
use crate::guantong::Guantong;

/// What a check of packs found.
#[derive(Clone, Debug, Default)]
pub struct LintReport {
    /// Faults: of the files, of coverage, of worked examples.
    pub faults: Vec<PackFault>,
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
    for policy in &guantong.packs().policies {
        report.policies += 1;
        let covered = coverage::of_policy(&guantong, policy, read.as_deref().unwrap_or_default());
        report.faults.extend(coverage::faults(&covered));
    }
    for policy in &guantong.packs().policies {
        for proof in routes_can_be_gone(policy, &guantong.packs().national, &Standards::one_year(), policy.effective) {
            report.routes += 1;
            if proof.person.is_none() {
                report.faults.push(PackFault {
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
    match read {
        Err(faults) => report.faults.extend(faults),
        Ok(cases) => {
            for case in &cases {
                report.cases += case.places(&guantong).len();
                for difference in case.differences(&guantong) {
                    report.faults.push(PackFault {
                        file: case.file.clone(),
                        line: Some(case.line),
                        path: case.id.clone(),
                        problem: difference,
                        remedy: format!("correct the rule or the example; it says: {}", case.why),
                    });
                }
            }
        }
    }
    report
}
