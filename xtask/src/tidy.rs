//! `tidy`: the house rules that compilers don't know, all faults at once.

mod architecture;
mod arrows;
mod layout;
mod leftovers;
mod licences;
mod pins;
mod places;
mod purity;

use anyhow::Result;

use crate::problem::Problem;
use crate::tally::Outcome;
use crate::tree::Tree;
use crate::workspace::Workspace;

/// Runs all checks and prints what they found; any number of problems is one failed check.
pub fn run(workspace: &Workspace) -> Result<Outcome> {
    let tree = Tree::read(workspace.root())?;
    let mut problems = Vec::new();
    problems.extend(arrows::check(&tree, workspace));
    problems.extend(purity::check(&tree));
    problems.extend(architecture::check(&tree, &workspace.members()));
    problems.extend(places::check(&tree)?);
    problems.extend(layout::check(&tree));
    problems.extend(pins::check(&tree));
    problems.extend(leftovers::check(&tree)?);
    problems.extend(licences::check(&tree, workspace)?);
    report(&mut problems);

    let mut outcome = licences::check_with_cargo_deny(workspace)?;
    outcome.tally.failed += u64::from(!problems.is_empty());
    Ok(outcome)
}

fn report(problems: &mut [Problem]) {
    problems.sort();
    problems.iter().for_each(|problem| println!("{problem}"));
    match problems.len() {
        0 => println!("tidy: nothing to say"),
        1 => println!("tidy: 1 problem"),
        many => println!("tidy: {many} problems"),
    }
}
