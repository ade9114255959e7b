//! The import arrows: which of our crates may use which, as the manifests have it.

use cargo_metadata::DependencyKind;

use crate::problem::Problem;
use crate::tree::Tree;
use crate::workspace::{Member, Workspace};

/// A crate, by its folder's name, and the crates of ours that it may use. Who isn't named here may not exist.
const ARROWS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("policy", &["model"]),
    ("engine", &["model", "policy"]),
    ("wording", &["model"]),
    ("map", &["model", "wording"]),
    ("accounts", &[]),
    ("sealing", &[]),
    ("testserver", &[]),
    ("store", &["model", "testserver"]),
    ("casework", &["model"]),
    ("ballot", &["model", "casework"]),
    ("service", &["model", "policy", "engine", "wording"]),
    (
        "office",
        &["model", "policy", "wording", "accounts", "sealing", "casework", "ballot", "store", "service", "testserver"],
    ),
    ("demo", &["model", "accounts", "casework", "service", "office"]),
    (
        "portal",
        &["model", "wording", "map", "accounts", "casework", "ballot", "store", "service", "office", "testserver"],
    ),
    (
        "cli",
        &[
            "model", "policy", "engine", "wording", "map", "casework", "ballot", "store", "service", "office", "demo",
            "portal", "testserver",
        ],
    ),
];

/// What a crate's tests may use beyond that, although it stands above or beside the crate: the people that it plays.
const TESTED_WITH: &[(&str, &[&str])] = &[("office", &["demo"]), ("portal", &["demo"])];

/// The crates that may use all others: they test the product and look after it.
const UNBOUND: &[&str] = &["tests", "xtask"];

/// Names each dependency, of any kind, that no arrow allows.
pub fn check(tree: &Tree, workspace: &Workspace) -> Vec<Problem> {
    workspace.members().iter().flat_map(|member| check_member(tree, member)).collect()
}

/// One of our crates as another uses it: the key in the manifest, the folder's name, and whether only its tests do.
struct Use<'a> {
    key: &'a str,
    to: &'a str,
    of_tests: bool,
}

fn check_member(tree: &Tree, member: &Member) -> Vec<Problem> {
    let uses = member.package.dependencies.iter().filter_map(|dependency| {
        let key = dependency.rename.as_deref().unwrap_or(&dependency.name);
        let of_tests = dependency.kind == DependencyKind::Development;
        Some(Use { key, to: dependency.path.as_ref()?.file_name()?, of_tests })
    });
    check_uses(tree, member.name, &member.manifest, uses)
}

fn check_uses<'a>(tree: &Tree, name: &str, manifest: &str, uses: impl Iterator<Item = Use<'a>>) -> Vec<Problem> {
    if UNBOUND.contains(&name) {
        return Vec::new();
    }
    let Some((_, allowed)) = ARROWS.iter().find(|(from, _)| *from == name) else {
        let what = format!("the crate `{name}` has no row in the table of import arrows");
        return vec![Problem::in_file(manifest, what, "add one in xtask/src/tidy/arrows.rs and in ARCHITECTURE.md")];
    };
    let in_tests = TESTED_WITH.iter().filter(|(from, _)| *from == name).flat_map(|(_, with)| *with);
    let in_tests: Vec<&str> = in_tests.copied().collect();
    let may = |one: &Use<'_>| allowed.contains(&one.to) || (one.of_tests && in_tests.contains(&one.to));
    uses.filter(|one| !may(one)).map(|one| forbidden(tree, name, manifest, &one, allowed)).collect()
}

fn forbidden(tree: &Tree, from: &str, manifest: &str, one: &Use, allowed: &[&str]) -> Problem {
    let may = if allowed.is_empty() { "no crate of ours".to_owned() } else { format!("only {}", allowed.join(", ")) };
    let what = format!("`{from}` may not use `{}`: it may use {may}", one.to);
    let remedy = "move what is needed down, or hand it in as a value";
    let names = |line: &str| line.strip_prefix(one.key).is_some_and(|rest| rest.starts_with([' ', '.', '=']));
    let file = tree.file(manifest);
    match file.and_then(|file| file.lines().find(|(_, line)| names(line.trim_start()))) {
        Some((line, _)) => Problem::on_line(manifest, line, what, remedy),
        None => Problem::in_file(manifest, what, remedy),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_arrows_are_named_with_their_line() {
        let text = "[dependencies]\nmodel.workspace = true\nguantong = { path = \"../cli\" }\n";
        let tree = Tree::of(&[("crates/engine/Cargo.toml", text)]);
        let uses =
            [Use { key: "model", to: "model", of_tests: false }, Use { key: "guantong", to: "cli", of_tests: true }];
        let found = check_uses(&tree, "engine", "crates/engine/Cargo.toml", uses.into_iter());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, Some(3));
        assert!(found[0].what.contains("may not use `cli`") && found[0].what.contains("only model, policy"));
    }

    #[test]
    fn tests_may_use_what_their_crate_may_not() {
        let (name, with) = TESTED_WITH[0];
        let uses = |of_tests| [Use { key: "x", to: with[0], of_tests }].into_iter();
        assert!(check_uses(&Tree::default(), name, "Cargo.toml", uses(true)).is_empty());
        assert_eq!(check_uses(&Tree::default(), name, "Cargo.toml", uses(false)).len(), 1);
    }

    #[test]
    fn an_unlisted_crate_is_a_problem_and_tests_are_free() {
        let none = Tree::default();
        assert_eq!(check_uses(&none, "oracle", "crates/oracle/Cargo.toml", std::iter::empty()).len(), 1);
        let uses = [Use { key: "engine", to: "engine", of_tests: false }];
        assert!(check_uses(&none, "tests", "tests/Cargo.toml", uses.into_iter()).is_empty());
    }

    #[test]
    fn the_table_has_no_circle() {
        for (index, (_, uses)) in ARROWS.iter().enumerate() {
            assert!(uses.iter().all(|used| ARROWS[..index].iter().any(|(earlier, _)| earlier == used)));
        }
    }
}
