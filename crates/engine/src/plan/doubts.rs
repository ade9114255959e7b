//! Whether a level may be held already, though nothing that is stated says so. Whoever holds a level isn't granted it once
//! more, and what is held may carry less than the grant would: it is of another specialty, of a level above that people
//! have to judge, or without the post to which an employer would appoint.

use model::Target;
use model::paths::FactPath;

use crate::facts::Facts;
use crate::occupation::Occupation;

/// The facts by which the level or a higher one might turn out to be held; none where it is known whether it is.
pub(super) fn may_hold(facts: &Facts<'_>, target: &Target) -> Vec<FactPath> {
    match target {
        Target::Title { tier, series } => {
            let Some(titles) = &facts.titles else { return vec![FactPath::Titles] };
            let may = titles.iter().filter(|title| {
                title.tier.is_none_or(|own| own >= *tier) && title.series.is_none_or(|own| own == *series)
            });
            let of = may.flat_map(|title| {
                let record = |key| FactPath::Title(title.index, key);
                let stated = [title.tier.is_some(), title.series.is_some(), title.date.is_some()];
                unstated(stated, ["tier", "series", "date"].map(record))
            });
            of.collect()
        }
        Target::Skill { level, .. } => {
            let Some(skills) = &facts.skills else { return vec![FactPath::Skills] };
            let post = facts.occupation.map(|occupation| occupation.name);
            let of_post = |own: Occupation| post.is_none_or(|post| own.name == post);
            let may = skills
                .iter()
                .filter(|skill| skill.level.is_none_or(|own| own >= *level) && skill.occupation.is_none_or(of_post));
            let of = may.flat_map(|skill| {
                let record = |key| FactPath::Skill(skill.index, key);
                let stated = [skill.level.is_some(), skill.occupation.is_some(), skill.date.is_some()];
                let of_record = unstated(stated, ["level", "occupation", "date"].map(record));
                of_record.chain(post.is_none().then_some(FactPath::Occupation))
            });
            of.collect()
        }
    }
}

/// The paths of what is not stated.
fn unstated(stated: [bool; 3], paths: [FactPath; 3]) -> impl Iterator<Item = FactPath> {
    stated.into_iter().zip(paths).filter_map(|(stated, path)| (!stated).then_some(path))
}
