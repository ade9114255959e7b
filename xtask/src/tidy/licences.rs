//! The licences of all dependencies against the list in `deny.toml`; advisories too where cargo-deny is installed.

use anyhow::{Context, Result};
use cargo_metadata::Package;
use spdx::{Expression, Licensee, ParseMode};
use toml::de::DeTable;

use crate::problem::Problem;
use crate::process;
use crate::tally::{Outcome, Tally};
use crate::tree::Tree;
use crate::workspace::Workspace;

const LIST: &str = "deny.toml";

/// Names each dependency whose licence the list doesn't allow.
pub fn check(tree: &Tree, workspace: &Workspace) -> Result<Vec<Problem>> {
    let allowed = allowed(tree)?;
    let foreign = workspace.metadata.packages.iter().filter(|package| package.source.is_some());
    Ok(foreign.filter_map(|package| refused(package, &allowed)).collect())
}

/// Runs cargo-deny for what it knows beyond the list, or says that it can't be done here.
pub fn check_with_cargo_deny(workspace: &Workspace) -> Result<Outcome> {
    if process::ask("cargo", &["deny", "--version"]).is_none() {
        return Ok(Outcome::skipped("cargo-deny is not installed, so no security advisories were looked up"));
    }
    let listed = process::run(&mut workspace.cargo(&["deny", "check", "licenses", "bans", "sources"]))?;
    let heard = process::listen(&mut workspace.cargo(&["deny", "check", "advisories"]))?;
    if !heard.succeeded && heard.text.contains("failed to fetch advisory database") {
        let mut outcome = Outcome::skipped("the database of security advisories can't be reached from here");
        outcome.tally += Tally::of_check(listed);
        return Ok(outcome);
    }
    Ok(Tally::of_check(listed && heard.succeeded).into())
}

fn allowed(tree: &Tree) -> Result<Vec<Licensee>> {
    let file = tree.file(LIST).context("deny.toml, the list of allowed licences, is missing")?;
    let table = DeTable::parse(&file.text).context("deny.toml")?;
    let licences = table.get_ref().get("licenses").and_then(|part| part.get_ref().as_table());
    let list = licences.and_then(|part| part.get("allow")?.get_ref().as_array());
    let names = list.context("deny.toml has no list `allow` under [licenses]")?.iter();
    names.filter_map(|name| name.get_ref().as_str()).map(licensee).collect()
}

fn licensee(name: &str) -> Result<Licensee> {
    Licensee::parse(name).with_context(|| format!("deny.toml: `{name}` is no SPDX licence"))
}

fn refused(package: &Package, allowed: &[Licensee]) -> Option<Problem> {
    let what = match package.license.as_deref() {
        None => "names no licence".to_owned(),
        Some(licence) if permits(licence, allowed) => return None,
        Some(licence) => format!("has the licence {licence}, which isn't allowed"),
    };
    let what = format!("the dependency {} {} {what}", package.name, package.version);
    Some(Problem::in_file("Cargo.lock", what, "use another crate, or allow the licence in deny.toml with a reason"))
}

/// Whether a licence expression can be met by allowed licences alone; the old form `MIT/Apache-2.0` is understood.
fn permits(licence: &str, allowed: &[Licensee]) -> bool {
    let expression = Expression::parse_mode(licence, ParseMode::LAX);
    expression.is_ok_and(|parsed| parsed.evaluate(|asked| allowed.iter().any(|licensee| licensee.satisfies(asked))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_met_by_allowed_licences_alone() -> Result<()> {
        let list = Tree::of(&[(LIST, "[licenses]\nallow = [\"MIT\", \"Unicode-3.0\"]\n")]);
        let allowed = allowed(&list)?;
        for licence in ["MIT", "MIT OR GPL-3.0-only", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert!(permits(licence, &allowed), "{licence}");
        }
        for licence in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "Proprietary", ""] {
            assert!(!permits(licence, &allowed), "{licence}");
        }
        Ok(())
    }

    #[test]
    fn an_unknown_name_in_the_list_is_an_error() {
        assert!(allowed(&Tree::of(&[(LIST, "[licenses]\nallow = [\"Mitt\"]\n")])).is_err());
        assert!(allowed(&Tree::of(&[(LIST, "[bans]\n")])).is_err());
        assert!(allowed(&Tree::default()).is_err());
    }
}
