//! `screenshots`: the browser tests once more, allowed to replace the pictures that the documents show.

use anyhow::Result;

use crate::ci::browser;
use crate::process;
use crate::workspace::Workspace;

/// Builds the product and runs the browser tests; `false` when either fails or no browser is here.
pub fn run(workspace: &Workspace) -> Result<bool> {
    if !process::run(&mut workspace.cargo(&["build", "--quiet", "--workspace", "--bins"]))? {
        return Ok(false);
    }
    let outcome = browser::run(workspace, browser::Pictures::Replace)?;
    outcome.skips.iter().for_each(|skip| println!("skipped: {skip}"));
    println!("{}", outcome.tally);
    Ok(outcome.tally.failed == 0 && outcome.tally.passed > 0)
}
