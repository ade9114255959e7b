//! The API asked in every way that its own description allows, and in ways that it does not, by Schemathesis.

use std::process::Command;

use anyhow::{Result, bail};

use super::browser::counted;
use crate::process;
use crate::tally::{Outcome, Tally};
use crate::workspace::Workspace;

/// Installs the tester into an environment of its own and runs it against the product that is already built.
pub fn run(workspace: &Workspace) -> Result<Outcome> {
    if process::ask("python3", &["-c", "import venv, ensurepip"]).is_none() {
        return Ok(Outcome::skipped("python3 with venv is not installed; `apt-get install python3-venv` would do"));
    }
    let folder = workspace.root().join("tests/schemathesis");
    let python = folder.join(".venv/bin/python");
    if !folder.join(".venv/bin/schemathesis").exists() {
        let mut environment = Command::new("python3");
        environment.args(["-m", "venv", ".venv"]).current_dir(&folder);
        let mut install = Command::new(&python);
        install.args(["-m", "pip", "install", "--quiet", "--requirement", "requirements.txt"]).current_dir(&folder);
        if !process::run(&mut environment)? || !process::run(&mut install)? {
            bail!("Schemathesis could not be installed in tests/schemathesis; it needs the Python registry once");
        }
    }
    let mut suite = Command::new(&python);
    suite.arg("run.py").current_dir(&folder).env("GUANTONG", workspace.product());
    let heard = process::listen(&mut suite)?;
    let Some(mut tally) = counted(&heard.text, "schemathesis: ") else {
        bail!("the run ended without its line `schemathesis: N passed, N failed, N skipped`");
    };
    if !heard.succeeded && tally.failed == 0 {
        tally = Tally { failed: 1, ..tally };
    }
    Ok(tally.into())
}
