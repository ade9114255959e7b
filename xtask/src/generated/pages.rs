//! The guide's policy pages: one for each place that the product lists, in both languages, and a list of them.

use std::collections::BTreeSet;

use anyhow::{Context, Result};

use super::{Generated, printed};
use crate::problem::Problem;
use crate::workspace::Workspace;

/// Where the pages stand.
const FOLDER: &str = "docs/guide/policies";
/// The languages with the endings of their files.
const LANGUAGES: &[(&str, &str)] = &[("en", "md"), ("zh", "zh.md")];

/// Every page with the product's arguments that print it.
pub fn pages(workspace: &Workspace) -> Result<Vec<Generated>> {
    let list = printed(workspace, &["policy", "list", "--format", "json"])?;
    let list: serde_json::Value = serde_json::from_slice(&list).context("`guantong policy list` printed no JSON")?;
    let policies = list.as_array().context("`guantong policy list` printed no list")?;
    let mut pages = Vec::new();
    for (lang, ending) in LANGUAGES {
        let guide = ["policy", "guide", "--lang", lang].map(str::to_owned);
        pages.push(Generated { path: format!("{FOLDER}/README.{ending}"), arguments: guide.to_vec() });
        for key in policies.iter().filter_map(|policy| policy.get("key")?.as_str()) {
            let arguments = guide.iter().cloned().chain([key.to_owned()]).collect();
            pages.push(Generated { path: format!("{FOLDER}/{key}.{ending}"), arguments });
        }
    }
    Ok(pages)
}

/// Pages of places that the product no longer lists.
pub fn stale(workspace: &Workspace, pages: &[Generated]) -> Vec<Problem> {
    let known: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let files = std::fs::read_dir(workspace.root().join(FOLDER)).into_iter().flatten().filter_map(Result::ok);
    let mut paths: Vec<String> = files.map(|file| format!("{FOLDER}/{}", file.file_name().to_string_lossy())).collect();
    paths.sort_unstable();
    let stale = paths.iter().filter(|path| !known.contains(path.as_str()));
    stale.map(|path| Problem::in_file(path, "no loaded policy has this page", "delete it")).collect()
}
