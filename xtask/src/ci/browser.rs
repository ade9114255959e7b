//! The tests in `tests/browser`: the built product in a real browser, or the reason why that can't be here.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::installing;
use crate::process;
use crate::tally::{Outcome, Tally};
use crate::workspace::Workspace;

const OLDEST_NODE: u32 = 20;

/// Whether the pictures that the documents show may be replaced.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pictures {
    Keep,
    Replace,
}

/// Installs what is missing and runs the suite against the product that is already built.
pub fn run(workspace: &Workspace, pictures: Pictures) -> Result<Outcome> {
    let chromium = match node_is_here().and_then(|()| chromium()) {
        Ok(path) => path,
        Err(reason) => return Ok(Outcome::skipped(reason)),
    };
    let folder = workspace.root().join("tests/browser");
    packages(&folder)?;
    let mut suite = Command::new("node");
    suite.arg("run.mjs").current_dir(&folder);
    suite.env("GUANTONG", workspace.product()).env("CHROMIUM", chromium);
    match pictures {
        Pictures::Keep => suite.env_remove("UPDATE_IMAGES"),
        Pictures::Replace => suite.env("UPDATE_IMAGES", "1"),
    };
    let heard = process::listen(&mut suite)?;
    let Some(mut tally) = count(&heard.text) else {
        bail!("the browser tests ended without their line `browser tests: N passed, N failed, N skipped`");
    };
    if !heard.succeeded && tally.failed == 0 {
        tally.failed = 1;
    }
    let mut outcome = Outcome::from(tally);
    if tally.skipped > 0 {
        outcome.skips.push(format!("{} marked `skip`", tally.skipped));
    }
    Ok(outcome)
}

fn node_is_here() -> Result<(), String> {
    let wanted = format!("Node.js {OLDEST_NODE} or later with npm would do");
    let version = process::ask("node", &["--version"]).ok_or(format!("node is not installed; {wanted}"))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        return Err(format!("node is {version}; {wanted}"));
    }
    process::ask("npm", &["--version"]).ok_or(format!("npm is not installed; {wanted}"))?;
    Ok(())
}

/// The browser's path: the one in `CHROMIUM`, or Debian's, installed if need be together with a Chinese font.
fn chromium() -> Result<PathBuf, String> {
    let named = env::var_os("CHROMIUM").map(PathBuf::from);
    let path = named.clone().unwrap_or_else(|| PathBuf::from("/usr/bin/chromium"));
    let mut missing = Vec::new();
    if !path.exists() {
        if named.is_some() {
            return Err(format!("CHROMIUM names {}, which doesn't exist", path.display()));
        }
        missing.push("chromium");
    }
    if process::ask("fc-list", &[":lang=zh"]).is_none_or(|fonts| fonts.is_empty()) {
        missing.push("fonts-noto-cjk");
    }
    if !missing.is_empty() {
        installing::debian_packages(&missing)
            .map_err(|reason| format!("{} missing: {reason}", missing.join(" and ")))?;
    }
    Ok(path)
}

/// Installs the npm packages of the lock file unless they are there already.
fn packages(folder: &Path) -> Result<()> {
    let npm = |arguments: &[&str]| {
        let mut command = Command::new("npm");
        command.args(arguments).current_dir(folder);
        command
    };
    let complete = npm(&["ls", "--silent"]).output().is_ok_and(|answer| answer.status.success());
    if !complete && !process::run(&mut npm(&["ci", "--no-audit", "--no-fund"]))? {
        bail!("`npm ci` failed in tests/browser; it needs the npm registry once");
    }
    Ok(())
}

/// Reads the suite's last line, `browser tests: N passed, N failed, N skipped`.
fn count(text: &str) -> Option<Tally> {
    counted(text, "browser tests: ")
}

/// Reads the last line that begins so and goes on with `N passed, N failed, N skipped`.
pub(super) fn counted(text: &str, beginning: &str) -> Option<Tally> {
    let line = text.lines().rev().find_map(|line| line.strip_prefix(beginning))?;
    let mut tally = Tally::default();
    for part in line.split(", ") {
        let (number, kind) = part.split_once(' ')?;
        let number = number.parse::<u64>().ok()?;
        match kind {
            "passed" => tally.passed = number,
            "failed" => tally.failed = number,
            "skipped" => tally.skipped = number,
            _ => return None,
        }
    }
    Some(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_counted() {
        let tally = count("✔ a\nbrowser tests: 4 passed, 1 failed, 2 skipped\nnpm notice\n");
        assert_eq!(tally.map(|t| t.to_string()).as_deref(), Some("4 passed, 1 failed, 2 skipped"));
        assert_eq!(count("Error: Cannot find module"), None);
    }
}
