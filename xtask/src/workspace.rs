//! Where the workspace is and what it consists of, as cargo tells it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use cargo_metadata::{Metadata, MetadataCommand, Package};

/// The workspace that this command was started in.
pub struct Workspace {
    pub metadata: Metadata,
}

impl Workspace {
    /// Asks cargo, from the folder of this crate where `cargo run` names it, so that any current folder will do.
    pub fn load() -> Result<Self> {
        let mut question = MetadataCommand::new();
        if let Some(folder) = env::var_os("CARGO_MANIFEST_DIR") {
            question.current_dir(PathBuf::from(folder));
        }
        let metadata = question.exec().context("cargo metadata could not describe the workspace")?;
        Ok(Self { metadata })
    }

    /// The top folder.
    pub fn root(&self) -> &Path {
        self.metadata.workspace_root.as_std_path()
    }

    /// The product's binary, as `cargo build` leaves it.
    pub fn product(&self) -> PathBuf {
        self.metadata.target_directory.join("debug").join(format!("guantong{}", env::consts::EXE_SUFFIX)).into()
    }

    /// A cargo command in the top folder.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments).current_dir(self.root());
        command
    }

    /// The crates of this workspace, each with the name that the import arrows use and its manifest's path.
    pub fn members(&self) -> Vec<Member<'_>> {
        let root = &self.metadata.workspace_root;
        let member = |package| Member::of(package, root);
        self.metadata.workspace_packages().into_iter().filter_map(member).collect()
    }
}

/// One crate of this workspace.
pub struct Member<'a> {
    pub package: &'a Package,
    /// The folder's own name: `crates/model` is `model`.
    pub name: &'a str,
    /// The manifest's path from the top folder, with forward slashes.
    pub manifest: String,
}

impl<'a> Member<'a> {
    fn of(package: &'a Package, root: &cargo_metadata::camino::Utf8Path) -> Option<Self> {
        let manifest = package.manifest_path.strip_prefix(root).ok()?.as_str().replace('\\', "/");
        let name = package.manifest_path.parent()?.file_name()?;
        Some(Self { package, name, manifest })
    }

    /// The crate's folder from the top folder.
    pub fn folder(&self) -> &str {
        self.manifest.trim_end_matches("Cargo.toml").trim_end_matches('/')
    }
}
