//! What has been answered so far, in the order in which it was asked.

use model::paths::FactPath;

use crate::form::{LISTS, SCALARS, list_named};
use crate::form_view::FormView;
use crate::talk::Talk;

/// One answer, or that it is not known.
pub(super) struct Answered {
    /// The path of the fact.
    pub(super) path: String,
    /// What the fact is called.
    pub(super) label: String,
    /// What was answered; several lines for the records of a list.
    pub(super) lines: Vec<String>,
}

/// Everything that is stated or not known.
pub(super) fn answered(view: &FormView<'_>, talk: &Talk) -> Vec<Answered> {
    let mut facts: Vec<FactPath> = talk.asked.clone();
    let form = SCALARS.iter().map(|scalar| scalar.path).chain(LISTS.iter().map(|list| list.name));
    let years = view.form.values.keys().map(String::as_str).filter(|name| !name.contains(['[']));
    for fact in form.chain(years).filter_map(FactPath::parse).chain(talk.skip.iter().copied()) {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    facts.into_iter().filter_map(|fact| one(view, talk, fact)).collect()
}

fn one(view: &FormView<'_>, talk: &Talk, fact: FactPath) -> Option<Answered> {
    let path = fact.to_string();
    let lines = match (talk.skip.contains(&fact), list_named(&path)) {
        (true, _) => vec![view.frame.t("portal-talk-unknown").to_owned()],
        (false, Some(list)) => view.said_list(list),
        // What a record's question added stands in the line of its list.
        (false, None) if fact.list().is_some() => return None,
        (false, None) => vec![view.said(&path)],
    };
    let mut label = String::new();
    view.frame.book().path(&mut label, &path);
    let said = lines.iter().any(|line| !line.is_empty());
    said.then(|| Answered { path, label: crate::frame::capital(&label), lines })
}
