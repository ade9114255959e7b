//! Reads what stands beside the rules of a pack: honours, catalogues, service points, who reviews and evaluates.

use model::node::Node;
use model::procedure::Procedure;
use model::sheet::Sheet;

use super::chain::Link;
use super::evaluation::{self, Leans};
use crate::catalogue::Catalogue;
use crate::clause::Clause;
use crate::fault::{Gather, PackFaults};
use crate::files::Files;
use crate::format::{EvaluatorSpec, ReviewerSpec, ServicePointsSpec, TableSpec};
use crate::honours::Honours;
use crate::procedure::{self, Rules};
use crate::section;
use crate::service_points::{self, ServicePoint};
use crate::sheet;

/// The tables beside the rules.
pub(super) struct Tables {
    pub honours: Honours,
    pub catalogue: Option<Catalogue>,
    pub service_points: Option<(String, Vec<ServicePoint>)>,
    pub reviewers: Vec<ReviewerSpec>,
    pub evaluators: Vec<EvaluatorSpec>,
}

pub(super) fn tables(files: &Files, root: &Link<'_>, clauses: &[Clause], faults: &mut PackFaults) -> Tables {
    let honours = match files.get(&root.beside("honours.csv")) {
        Some(text) => Honours::read(&mut Gather { file: root.beside("honours.csv"), faults }, text),
        None => Honours::default(),
    };
    let rules = || root.beside("policy.yaml");
    let specs: Vec<TableSpec> = section::optional(&mut Gather { file: rules(), faults }, "", &root.node, "catalogue");
    let mut catalogue: Option<Catalogue> = None;
    for spec in &specs {
        let Some(text) = beside(files, root, "catalogue", &spec.file, faults) else { continue };
        let whole = catalogue.get_or_insert_with(|| Catalogue::new(spec.lists));
        if whole.lists != spec.lists {
            let mut gather = Gather { file: rules(), faults };
            gather.add(None, "catalogue", "one table lists groups and another names", "let all list the same");
        }
        whole.add(&mut Gather { file: root.beside(&spec.file), faults }, spec, text);
    }
    let spec: Option<ServicePointsSpec> =
        section::optional(&mut Gather { file: rules(), faults }, "", &root.node, "service_points");
    let service_points = spec.and_then(|spec| {
        let text = beside(files, root, "service_points", &spec.file, faults)?;
        Some((spec.clause, service_points::read(&mut Gather { file: root.beside(&spec.file), faults }, text)))
    });
    let bodies = catalogue.iter().flat_map(|catalogue| &catalogue.rows).any(|row| row.body.is_some());
    let leans = Leans { points: service_points.is_some(), bodies };
    let mut gather = Gather { file: rules(), faults };
    let reviewers = evaluation::reviewers(&mut gather, &root.node, clauses, leans);
    let evaluators = evaluation::evaluators(&mut gather, &root.node, clauses, leans);
    Tables { honours, catalogue, service_points, reviewers, evaluators }
}

fn beside<'f>(files: &'f Files, root: &Link<'_>, key: &str, file: &str, faults: &mut PackFaults) -> Option<&'f str> {
    let text = files.get(&root.beside(file));
    if text.is_none() {
        let mut gather = Gather { file: root.beside("policy.yaml"), faults };
        let line = root.node.get(key).and_then(Node::line);
        gather.add(line, format!("{key}.file"), format!("there is no file {file}"), "add it beside policy.yaml");
    }
    text
}

/// The procedure of a chain of packs, that of the nearest which has one, with the score sheets beside it.
pub(super) fn procedure(
    files: &Files,
    chain: &[Link<'_>],
    rules: &Rules<'_>,
    faults: &mut PackFaults,
) -> Option<(Procedure, Vec<(String, Sheet)>)> {
    let paths = chain.iter().map(|link| (link, link.beside("procedure.yaml"))).enumerate();
    let (depth, link, file, text) = paths
        .filter_map(|(depth, (link, file))| files.get(&file).map(|text| (depth, link, file.clone(), text)))
        .next()?;
    // The faults of a pack that is passed on are told where that pack is read itself.
    let mut above = PackFaults::default();
    let faults = if depth == 0 { faults } else { &mut above };
    let g = &mut Gather { file, faults };
    let procedure = procedure::read(g, text, rules)?;
    let sheets = sheet::sheets(files, link.folder, &procedure, rules.clauses, faults);
    Some((procedure, sheets))
}
