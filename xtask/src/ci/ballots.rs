//! Published electronic votes counted again by a program that shares nothing with the product.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use super::browser::counted;
use super::schemathesis::{NO_PYTHON, environment};
use crate::process;
use crate::tally::{Outcome, Tally};
use crate::workspace::Workspace;

/// The tests that leave records behind where `BALLOT_RECORDS` says.
const LEAVING_RECORDS: &str = "nothing_leads_from_an_expert_to_a_ballot";

/// Has the tests hold votes on both databases, and counts their records in Python.
pub fn run(workspace: &Workspace) -> Result<Outcome> {
    let folder = workspace.root().join("tests/ballots");
    let Some(python) = environment(&folder, ".venv/bin/installed")? else {
        return Ok(Outcome::skipped(NO_PYTHON));
    };
    fs::write(folder.join(".venv/bin/installed"), "")?;
    let records = workspace.root().join("target/ballots");
    if records.exists() {
        fs::remove_dir_all(&records)?;
    }
    fs::create_dir_all(&records)?;
    let mut votes = workspace.cargo(&["nextest", "run", "--workspace", LEAVING_RECORDS]);
    if !process::run(votes.env("BALLOT_RECORDS", &records))? {
        bail!("the tests that hold the votes failed");
    }
    let mut count = Command::new(&python);
    let heard = process::listen(count.arg("count.py").arg(&records).current_dir(&folder))?;
    let Some(mut tally) = counted(&heard.text, "ballots: ") else {
        bail!("the count ended without its line `ballots: N passed, N failed, N skipped`");
    };
    if !heard.succeeded && tally.failed == 0 {
        tally = Tally { failed: 1, ..tally };
    }
    Ok(tally.into())
}
