//! The evidence list of a case: which documents the way asks for, for which records, and what is there.

use casework::case::Evidence;
use model::Dossier;
use model::procedure::Document;
use office::{Ahead, CaseShown};

use super::marks::proof_id;
use super::told::FaultRow;
use crate::form::{LISTS, fill};
use crate::form_view::FormView;
use crate::frame::Frame;

/// A file, as a link.
pub(crate) struct FileLink {
    pub(crate) id: String,
    pub(crate) href: String,
    /// Its kind and size.
    pub(crate) about: String,
}

/// A document that the way asks for.
pub(crate) struct Wanted {
    pub(crate) name: String,
    pub(crate) clause: String,
}

/// A record of the dossier with its documents.
pub(crate) struct Proof {
    /// The id of the line.
    pub(crate) anchor: String,
    /// The path of the record.
    pub(crate) path: String,
    /// What the record is, and what it says.
    pub(crate) label: String,
    pub(crate) says: String,
    pub(crate) wanted: Vec<Wanted>,
    pub(crate) files: Vec<FileLink>,
    /// Files of the case that may prove this record as well.
    pub(crate) offered: Vec<FileLink>,
    /// `there`, `missing`, or `free` where no document is asked for.
    pub(crate) state: &'static str,
    /// What an office found at fault.
    pub(crate) marks: Vec<String>,
}

/// The evidence of a case.
pub(crate) struct Proofs {
    pub(crate) proofs: Vec<Proof>,
    /// Documents that the way asks for of records that the dossier has none of.
    pub(crate) idle: Vec<Wanted>,
    /// Files that prove no record that is there.
    pub(crate) others: Vec<FileLink>,
    pub(crate) missing: usize,
}

/// A file of a case, as a link.
pub(crate) fn link(frame: &Frame, case: &str, file: &Evidence) -> FileLink {
    let kind = frame.t(&format!("file-{}", file.media_type.replace('/', "-"))).to_owned();
    let size = frame.f("file-size", "size", file.bytes.div_ceil(1024));
    FileLink {
        id: file.id.clone(),
        href: frame.link(&format!("/cases/{case}/files/{}", file.id)),
        about: format!("{kind} {size}"),
    }
}

/// The files that prove a record.
pub(crate) fn files_for(frame: &Frame, shown: &CaseShown, record: &str) -> Vec<FileLink> {
    let proves = |file: &&Evidence| file.proves.iter().any(|path| path == record);
    shown.case.evidence.iter().filter(proves).map(|file| link(frame, &shown.id, file)).collect()
}

/// The files of a case that do not prove a record yet, each once.
fn offered(frame: &Frame, shown: &CaseShown, record: &str) -> Vec<FileLink> {
    let proves = |id: &str| {
        shown.case.evidence.iter().any(|file| file.id == id && file.proves.iter().any(|path| path == record))
    };
    let mut offered: Vec<&Evidence> = shown.case.evidence.iter().filter(|file| !proves(&file.id)).collect();
    offered.sort_unstable_by(|one, other| one.id.cmp(&other.id));
    offered.dedup_by(|one, other| one.id == other.id);
    let named = |file: &Evidence| {
        let mut named = link(frame, &shown.id, file);
        let for_what: Vec<String> = file.proves.iter().map(|path| path_name(frame, path)).collect();
        if !for_what.is_empty() {
            named.about = format!("{} · {}", for_what.join(frame.t("portal-comma")), named.about);
        }
        named
    };
    offered.into_iter().map(named).collect()
}

/// The list.
pub(crate) fn proofs(
    frame: &Frame,
    shown: &CaseShown,
    dossier: &Dossier,
    ahead: &Ahead,
    faults: &[FaultRow],
) -> Proofs {
    let documents: &[Document] = ahead.way.as_ref().map_or(&[], |way| way.filing.documents.as_slice());
    let form = fill(dossier);
    let view = FormView { frame, form: &form, faults: &[], marks: &[], focus: None, asking: false };
    let wanted = |key: &str| -> Vec<Wanted> {
        let of_key = documents.iter().filter(|document| document.proves.key() == key);
        of_key.map(|one| document(frame, one)).collect()
    };
    let proof = |claim: &casework::case::Claim| {
        let (wanted, files) = (wanted(&claim.key), files_for(frame, shown, &claim.path));
        let state = match (wanted.is_empty(), files.is_empty()) {
            (_, false) => "there",
            (true, true) => "free",
            (false, true) => "missing",
        };
        let at = format!("proof:{}", claim.path);
        let marks = faults.iter().filter(|fault| fault.path == at);
        let marks =
            marks.map(|fault| frame.f2("mark-problem-and-cure", "problem", &fault.problem, "cure", &fault.cure));
        Proof {
            anchor: proof_id(&claim.path),
            label: path_name(frame, &claim.path),
            says: says(&view, &claim.path),
            path: claim.path.clone(),
            offered: offered(frame, shown, &claim.path),
            marks: marks.collect(),
            wanted,
            files,
            state,
        }
    };
    let proofs: Vec<Proof> = ahead.claims.iter().map(proof).collect();
    let there = |key: &str| ahead.claims.iter().any(|claim| claim.key == key);
    let known = |file: &Evidence| file.proves.iter().any(|path| ahead.claims.iter().any(|claim| claim.path == *path));
    Proofs {
        missing: proofs.iter().filter(|proof| proof.state == "missing").count(),
        proofs,
        idle: documents.iter().filter(|one| !there(one.proves.key())).map(|one| document(frame, one)).collect(),
        others: shown
            .case
            .evidence
            .iter()
            .filter(|file| !known(file))
            .map(|file| link(frame, &shown.id, file))
            .collect(),
    }
}

fn document(frame: &Frame, one: &Document) -> Wanted {
    Wanted { name: frame.either(&one.name.zh, &one.name.en).to_owned(), clause: one.clause.clone() }
}

/// What a path is called.
pub(crate) fn path_name(frame: &Frame, path: &str) -> String {
    let mut name = String::new();
    frame.book().path(&mut name, path);
    crate::frame::capital(&name)
}

/// What a record says.
fn says(view: &FormView<'_>, path: &str) -> String {
    let row = path.split_once('[').and_then(|(list, rest)| {
        let row: usize = rest.strip_suffix(']')?.parse().ok()?;
        Some(view.said_row(LISTS.iter().find(|one| one.name == list)?, row))
    });
    row.unwrap_or_else(|| {
        let years = view.form.values.keys().filter_map(|name| name.strip_prefix(path)?.strip_prefix('.'));
        let years: Vec<&str> = years.collect();
        years.join(view.frame.t("portal-comma"))
    })
}
