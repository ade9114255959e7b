//! The API asked in every way that its own description allows, and in ways that it does not, by Schemathesis.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::browser::counted;
use crate::process;
use crate::tally::{Outcome, Tally};
use crate::workspace::Workspace;

/// Why a step in Python is skipped.
pub const NO_PYTHON: &str = "python3 with venv is not installed; `apt-get install python3-venv` would do";

/// The Python of a folder's own environment, with what its `requirements.txt` asks for; `sign` is a file that is there once all of it
/// is. None where there is no Python.
pub fn environment(folder: &Path, sign: &str) -> Result<Option<PathBuf>> {
    if process::ask("python3", &["-c", "import venv, ensurepip"]).is_none() {
        return Ok(None);
    }
    let python = folder.join(".venv/bin/python");
    if !folder.join(sign).exists() {
        let mut environment = Command::new("python3");
        environment.args(["-m", "venv", ".venv"]).current_dir(folder);
        let mut install = Command::new(&python);
        install.args(["-m", "pip", "install", "--quiet", "--requirement", "requirements.txt"]).current_dir(folder);
        if !process::run(&mut environment)? || !process::run(&mut install)? {
            bail!(
                "what {}/requirements.txt asks for could not be installed; it needs the Python registry once",
                folder.display()
            );
        }
    }
    Ok(Some(python))
}

/// Installs the tester into an environment of its own and runs it against the product that is already built.
pub fn run(workspace: &Workspace) -> Result<Outcome> {
    let folder = workspace.root().join("tests/schemathesis");
    let Some(python) = environment(&folder, ".venv/bin/schemathesis")? else {
        return Ok(Outcome::skipped(NO_PYTHON));
    };
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
