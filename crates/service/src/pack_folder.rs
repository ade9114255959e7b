//! One pack in a folder of its own, for example a changed copy, loaded beside the packs that are loaded already.

use model::Standards;
use model::node::{Format, Node, Value};
use policy::{Files, PackFault, PackFaults, Policy, Settings};

use crate::guantong::Guantong;

impl Guantong {
    /// Loads the pack whose files stand in `folder`; the packs that it passes on and the national facts are taken from
    /// those that are loaded, and so are the operator's settings that it has.
    ///
    /// # Errors
    /// All faults of the pack.
    pub fn pack_in_folder(&self, folder: &str, own: &[(String, String)]) -> Result<Policy, PackFaults> {
        let folder = folder.trim_end_matches('/');
        let Some((_, rules)) = own.iter().find(|(name, _)| name == "policy.yaml") else {
            return Err(fault(folder, "there is no policy.yaml in it", "name the folder of one pack"));
        };
        let mut files = Files::default();
        let mut take = |from: &str| {
            for path in self.files().paths() {
                let inside = path.strip_prefix(from).and_then(|rest| rest.strip_prefix('/'));
                if let Some(text) = self.files().get(path).filter(|_| inside.is_some_and(|name| !name.contains('/'))) {
                    files.add(path, text);
                }
            }
        };
        take("national");
        for id in self.passed_on_by(rules) {
            if let Some(policy) = self.packs().with_id(&id) {
                take(&policy.folder);
            }
        }
        for (name, text) in own {
            files.add(format!("{folder}/{name}"), text.as_str());
        }
        // Settings of other packs would be faults here.
        let plain = Self::load(files.clone(), Standards::default(), Settings::default())?;
        let mut settings = self.settings().clone();
        let has = |clause: &String| {
            let mut all = plain.packs().all().flat_map(|policy| &policy.settings);
            all.any(|setting| setting.spec.clause == *clause)
        };
        settings.readings.retain(|clause, _| has(clause));
        settings.texts.retain(|pack, _| plain.packs().with_id(pack).is_some());
        let chosen = Self::load(files, Standards::default(), settings)?;
        let loaded = chosen.packs().all().find(|policy| policy.folder == folder).cloned();
        loaded.ok_or_else(|| fault(folder, "the pack could not be loaded", "correct its policy.yaml"))
    }

    /// The identifiers of the packs that a `policy.yaml` passes on.
    fn passed_on_by(&self, rules: &str) -> Vec<String> {
        let node = Node::read_as(rules, Format::Yaml).ok();
        let parent = node.as_ref().and_then(|node| match &node.get("parent")?.value {
            Value::Text(text) => Some(text.to_string()),
            _ => None,
        });
        let Some(parent) = parent else { return Vec::new() };
        let policy = self.packs().with_id(&parent);
        let above = policy.into_iter().flat_map(|policy| policy.chain.iter().map(|passed| passed.id.clone()));
        let above: Vec<String> = above.collect();
        std::iter::once(parent).chain(above).collect()
    }
}

fn fault(folder: &str, problem: &str, remedy: &str) -> PackFaults {
    let (problem, remedy) = (problem.to_owned(), remedy.to_owned());
    PackFaults(vec![PackFault { file: folder.to_owned(), line: None, path: String::new(), problem, remedy }])
}
