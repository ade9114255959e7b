//! What is wrong with the coverage of a pack: clauses that nothing carries, thresholds with examples on one side only, lines.

use policy::PackFault;

use super::{ClauseCoverage, PolicyCoverage, Side, Standing};

/// Every fault of a policy's coverage.
#[must_use]
pub fn faults(coverage: &PolicyCoverage) -> Vec<PackFault> {
    let mut faults: Vec<PackFault> = Vec::new();
    for clause in coverage.standing(Standing::Uncovered) {
        faults.push(PackFault {
            file: format!("{}/clauses.yaml", coverage.folder),
            line: None,
            path: clause.clause.clone(),
            problem: format!("the clause {} bears on decisions, and no rule carries it", clause.clause),
            remedy: "cite it in policy.yaml, or correct its `part`".to_owned(),
        });
    }
    // A pack that has no examples at all says so; each of its thresholds need not say it again.
    if coverage.examples > 0 {
        let decisions = coverage.clauses.iter().filter(|clause| clause.part == "decision");
        for clause in decisions {
            faults.extend(one_sided(coverage, clause));
            faults.extend(off_the_edge(coverage, clause));
        }
    }
    faults.extend(coverage.lines.faults.iter().cloned());
    faults
}

/// The thresholds of a clause that worked examples do not exercise on both sides.
fn one_sided<'c>(
    coverage: &'c PolicyCoverage,
    clause: &'c ClauseCoverage,
) -> impl Iterator<Item = PackFault> + use<'c> {
    let thresholds = clause.carriers.iter().filter(|carrier| carrier.threshold);
    thresholds.filter_map(|carrier| {
        let sides = carrier.examples.as_ref().filter(|sides| !sides.are_both())?;
        let (side, there) = match (sides.yes.count, sides.no.count + sides.refer.count + sides.short.count) {
            (0, 0) => ("on neither side", String::new()),
            (0, _) => ("only where it does not hold", first(&[&sides.no, &sides.refer, &sides.short])),
            _ => ("only where it holds", first(&[&sides.yes])),
        };
        Some(PackFault {
            file: format!("{}/policy.yaml", coverage.folder),
            line: None,
            path: clause.clause.clone(),
            problem: format!("worked examples exercise {:?} {side}{there}", carrier.says.en),
            remedy: "add an example on the other side to the pack's `cases`".to_owned(),
        })
    })
}

/// The clocks of a clause that no worked example asks on the day on which they are met, and on the day before.
fn off_the_edge<'c>(
    coverage: &'c PolicyCoverage,
    clause: &'c ClauseCoverage,
) -> impl Iterator<Item = PackFault> + use<'c> {
    clause.carriers.iter().filter_map(|carrier| {
        let edge = carrier.edge.as_ref()?;
        let lacking = match (edge.on_the_day.count, edge.day_before.count) {
            (0, 0) => "on the day on which it is met, nor on the day before",
            (0, _) => "on the day on which it is met",
            (_, 0) => "on the day before it is met",
            _ => return None,
        };
        Some(PackFault {
            file: format!("{}/policy.yaml", coverage.folder),
            line: None,
            path: clause.clause.clone(),
            problem: format!("no worked example asks {:?} {lacking}", carrier.says.en),
            remedy: "add the example to the pack's `cases`".to_owned(),
        })
    })
}

fn first(sides: &[&Side]) -> String {
    let ids = sides.iter().flat_map(|side| &side.first).next();
    ids.map(|id| format!(", for example {id}")).unwrap_or_default()
}
