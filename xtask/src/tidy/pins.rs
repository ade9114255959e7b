//! Every dependency from a registry is pinned to one version, so that a build is the same everywhere.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::Problem;
use crate::tree::{File, Tree};

const TABLES: &[&str] = &["dependencies", "dev-dependencies", "build-dependencies"];

/// Reads all manifests: the workspace's table and each crate's own.
pub fn check(tree: &Tree) -> Vec<Problem> {
    let manifest = |file: &&File| file.path == "Cargo.toml" || file.path.ends_with("/Cargo.toml");
    tree.files.iter().filter(manifest).flat_map(check_manifest).collect()
}

fn check_manifest(file: &File) -> Vec<Problem> {
    let manifest = match DeTable::parse(&file.text) {
        Ok(manifest) => manifest,
        Err(error) => {
            return vec![Problem::in_file(&file.path, format!("not TOML: {}", error.message()), "correct it")];
        }
    };
    let mut tables = dependency_tables(manifest.get_ref());
    for (_, inner) in ["workspace", "target"].iter().filter_map(|name| manifest.get_ref().get_key_value(*name)) {
        let Some(inner) = inner.get_ref().as_table() else { continue };
        tables.extend(dependency_tables(inner));
        tables.extend(inner.values().filter_map(|platform| platform.get_ref().as_table()).flat_map(dependency_tables));
    }
    tables.into_iter().flatten().filter_map(|(name, value)| loose(file, name.get_ref(), value)).collect()
}

fn dependency_tables<'a, 'i>(table: &'a DeTable<'i>) -> Vec<&'a DeTable<'i>> {
    TABLES.iter().filter_map(|name| table.get(*name)?.get_ref().as_table()).collect()
}

/// The problem of a dependency that comes from a registry (or from git) without one exact version.
fn loose(file: &File, name: &str, value: &Spanned<DeValue>) -> Option<Problem> {
    let (version, elsewhere) = match value.get_ref() {
        DeValue::String(version) => (Some(version.as_ref()), false),
        DeValue::Table(table) => {
            let version = table.get("version").and_then(|version| version.get_ref().as_str());
            (version, version.is_none() && (table.contains_key("path") || table.contains_key("workspace")))
        }
        _ => (None, false),
    };
    if elsewhere || version.is_some_and(is_exact) {
        return None;
    }
    let what = format!("`{name}` is not pinned: {}", version.unwrap_or("no version"));
    let line = file.text[..value.span().start].matches('\n').count() + 1;
    Some(Problem::on_line(&file.path, line, what, "write the exact version, as in \"=1.2.3\""))
}

fn is_exact(version: &str) -> bool {
    version.strip_prefix('=').is_some_and(|number| number.split('.').count() >= 3 && !number.contains([',', '*']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loose_versions_are_named_with_their_line() {
        let text = "[workspace.dependencies]\nown = { path = \"own\" }\na = \"=1.2.3\"\nb = \"1.2\"\n\
                    c = { version = \"=1.2\", features = [] }\nd = { git = \"x\" }\n\
                    [dependencies]\na.workspace = true\n[target.'cfg(unix)'.dependencies]\ne = \"*\"\n";
        let found = check(&Tree::of(&[("Cargo.toml", text)]));
        let mut lines: Vec<_> = found.iter().filter_map(|problem| problem.line).collect();
        lines.sort_unstable();
        assert_eq!(lines, [4, 5, 6, 10]);
    }
}
