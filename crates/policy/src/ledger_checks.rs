//! Checks a pack against its ledger: honours ranked as the clauses say.

use model::Word as _;
use model::titles::title_named;

use crate::clause::Clause;
use crate::fault::Gather;
use crate::honours::Honours;

/// Each honour list has to open the title that its clause names.
pub(crate) fn honours_against_ledger(gather: &mut Gather<'_>, clauses: &[Clause], honours: &Honours) {
    for (id, opens) in &honours.lists {
        let Some(clause) = clauses.iter().find(|clause| clause.id == *id) else { continue };
        let named = ["opens", "title_level", "opens_title_up_to"]
            .iter()
            .find_map(|key| clause.parameters.get(key).and_then(|value| value.as_str()));
        let Some(named) = named else { continue };
        let tier = title_named(named).map(|title| title.tier).or_else(|| model::TitleTier::parse(named));
        if tier.is_some_and(|tier| tier != *opens) {
            let problem = format!("honours.csv lets {id} open {opens}, the ledger names {named}");
            gather.add(None, "honours.csv", problem, "correct the one that differs from the document");
        }
    }
}
