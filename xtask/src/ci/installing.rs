//! Getting the tools that a run needs, where it may: Debian packages as root, cargo-nextest and cargo-mutants from source.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;
use crate::workspace::Workspace;

const NEXTEST_VERSION: &str = "0.9.143";
const MUTANTS_VERSION: &str = "27.1.0";

/// Sees to it that `cargo nextest` can be called; another version that is already here will do.
pub fn nextest(workspace: &Workspace) -> Result<()> {
    tool(workspace, "nextest", NEXTEST_VERSION)
}

/// Sees to it that `cargo mutants` can be called.
pub fn mutants(workspace: &Workspace) -> Result<()> {
    tool(workspace, "mutants", MUTANTS_VERSION)
}

fn tool(workspace: &Workspace, name: &str, version: &str) -> Result<()> {
    if process::ask("cargo", &[name, "--version"]).is_some() {
        return Ok(());
    }
    let package = format!("cargo-{name}");
    println!("{package} is missing; it is built once, which takes some minutes");
    // Unoptimised it is built in less than half the time, which counts for more than how fast it starts tests.
    let mut install = workspace.cargo(&["install", &package, "--locked", "--version", version, "--debug"]);
    // Its own build must not land in the project's target folder, nor obey the project's settings.
    install.current_dir(std::env::temp_dir()).env_remove("CARGO_TARGET_DIR");
    if !process::run(&mut install)? {
        bail!("{package} could not be installed; `cargo install {package} --locked --version {version}` would do");
    }
    Ok(())
}

/// Sees to it that the tests find PostgreSQL's own programs, where Debian puts them or where `PG_BIN` says. Debian's package also starts a
/// server of the system, which the tests leave alone: they start their own.
pub fn postgresql() -> Result<(), String> {
    let debian = Path::new("/usr/lib/postgresql");
    let there =
        std::fs::read_dir(debian).is_ok_and(|mut versions| versions.any(|version| version.is_ok_and(has_initdb)));
    if there || std::env::var_os("PG_BIN").is_some() { Ok(()) } else { debian_packages(&["postgresql-15"]) }
}

fn has_initdb(version: std::fs::DirEntry) -> bool {
    version.path().join("bin/initdb").exists()
}

/// Installs Debian packages, or says why it couldn't.
pub fn debian_packages(packages: &[&str]) -> Result<(), String> {
    let list = packages.join(" ");
    if !Path::new("/usr/bin/apt-get").exists() {
        return Err(format!("{list} can only be installed by itself on Debian, with apt-get"));
    }
    if process::ask("id", &["-u"]).as_deref() != Some("0") {
        return Err(format!("installing needs root; `apt-get install {list}` would do"));
    }
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        process::run(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive")).unwrap_or(false)
    };
    // A list of packages that is a little old may still do, so only the installation decides.
    apt(&["update", "--quiet"]);
    let mut arguments = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    arguments.extend(packages);
    if apt(&arguments) { Ok(()) } else { Err(format!("`apt-get install {list}` failed")) }
}
