//! Conditions on certificates, titles and what their occupations have to do with the post and the catalogue.

use model::paths::FactPath;
use model::reason::{Placing, Reason};
use model::{Series, SkillLevel, TitleTier, Word};
use policy::Policy;
use policy::condition::{HoldsSkill, SkillTest, Subject, TitleTest};
use policy::format::Lists;
use smallvec::SmallVec;

use super::{Asks, Bound, Wanted, one, yes_or_no};
use crate::facts::Facts;
use crate::occupation::Occupation;
use crate::timeline::{Settled, Standing};

pub(super) fn holds_skill(test: HoldsSkill, facts: &Facts<'_>, element: usize) -> Asks<Settled> {
    let Some(skill) = facts.skills.as_ref().and_then(|skills| skills.get(element)) else { return Ok(yes_or_no(false)) };
    let level = skill.level.ok_or(FactPath::Skill(skill.index, "level"))?;
    Ok(yes_or_no(level >= test.at_least))
}

pub(super) fn skill(test: SkillTest, facts: &Facts<'_>, bound: Bound) -> Asks<Settled> {
    let Some(skill) = bound.skill(facts) else { return Ok(yes_or_no(false)) };
    if skill.level.is_some_and(|level| level < test.at_least) {
        return Ok(yes_or_no(false));
    }
    if test.in_post {
        let own = skill.occupation()?;
        let post = facts.occupation.ok_or(FactPath::Occupation)?;
        if own.name != post.name {
            return Ok(yes_or_no(false));
        }
    }
    skill.level.ok_or(FactPath::Skill(skill.index, "level")).map(|_| yes_or_no(true))
}

pub(super) fn why_skill<'f>(
    wanted: SkillLevel,
    in_post: bool,
    facts: &'f Facts<'_>,
    element: Option<usize>,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let skill = element.and_then(|element| facts.skills.as_ref()?.get(element));
    let reason = Reason::Skill {
        wanted,
        level: skill.and_then(|skill| skill.level),
        occupation: skill.and_then(|skill| skill.occupation).and_then(|own| facts.names.written(own)),
        date: skill.and_then(|skill| skill.date),
        any: skill.is_some(),
        in_post,
    };
    (reason, one(skill.map_or(FactPath::Skills, |skill| FactPath::Skill(skill.index, ""))))
}

pub(super) fn title(test: &TitleTest, facts: &Facts<'_>, bound: Bound) -> Asks<Settled> {
    let Some(title) = bound.title(facts) else { return Ok(yes_or_no(false)) };
    if title.tier.is_some_and(|tier| tier < test.at_least)
        || title.series.is_some_and(|own| !test.series.all().contains(&own))
    {
        return Ok(yes_or_no(false));
    }
    if Some(&test.at_least) != TitleTier::ALL.first() {
        title.tier.ok_or(FactPath::Title(title.index, "tier"))?;
    }
    if Series::ALL.iter().any(|series| !test.series.all().contains(series)) {
        title.series.ok_or(FactPath::Title(title.index, "series"))?;
    }
    Ok(yes_or_no(true))
}

pub(super) fn why_title<'f>(
    test: &TitleTest,
    facts: &Facts<'_>,
    bound: Bound,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let title = bound.title(facts);
    let all = test.series.all();
    let own = title.and_then(|title| title.series).filter(|own| all.contains(own));
    let reason = Reason::Title {
        wanted: test.at_least,
        series: own.or(all.first().copied()).unwrap_or(Series::Engineering),
        tier: title.and_then(|title| title.tier),
        of: title.and_then(|title| title.series),
        any: title.is_some(),
    };
    (reason, one(title.map_or(FactPath::Titles, |title| FactPath::Title(title.index, ""))))
}

/// The occupation looked at: the carrying certificate's, or the present post's where none carries.
pub(super) fn subject(of: Subject, facts: &Facts<'_>, bound: Bound) -> Asks<Occupation> {
    match (of, bound.skill(facts)) {
        (Subject::Skill, Some(skill)) => skill.occupation(),
        _ => facts.occupation.ok_or(FactPath::Occupation),
    }
}

pub(super) fn subject_path(of: Subject, facts: &Facts<'_>, bound: Bound) -> FactPath {
    match (of, bound.skill(facts)) {
        (Subject::Skill, Some(skill)) => FactPath::Skill(skill.index, "occupation"),
        _ => FactPath::Occupation,
    }
}

/// Where an occupation stands with the catalogue that leads to what is wanted.
pub(crate) fn placing(policy: &Policy, occupation: Occupation, wanted: Wanted) -> Placing {
    let series = match wanted {
        Wanted::Title(_, series) => Some(series),
        Wanted::Skill(_) => None,
    };
    let groups = policy.catalogue.as_ref().is_some_and(|catalogue| catalogue.lists == Lists::Groups);
    if occupation.majors & policy.majors_towards(wanted.track(), series) != 0 {
        Placing::Listed
    } else if groups && !occupation.placed() {
        Placing::Unplaced
    } else {
        Placing::Unlisted
    }
}

pub(super) fn catalogue(of: Subject, facts: &Facts<'_>, wanted: Wanted, bound: Bound) -> Asks<Settled> {
    Ok(Settled::always(match placing(facts.policy, subject(of, facts, bound)?, wanted) {
        Placing::Listed => Standing::Yes,
        Placing::Unlisted => Standing::No,
        Placing::Unplaced => Standing::Refer,
    }))
}

pub(super) fn why_catalogue<'f>(
    of: Subject,
    facts: &'f Facts<'_>,
    wanted: Wanted,
    bound: Bound,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let occupation = subject(of, facts, bound).ok();
    let name = occupation.and_then(|own| facts.names.written(own));
    let placing = occupation.map_or(Placing::Unplaced, |own| placing(facts.policy, own, wanted));
    (Reason::Catalogue(name, placing), one(subject_path(of, facts, bound)))
}

pub(super) fn related(facts: &Facts<'_>, wanted: Wanted, bound: Bound) -> Asks<Settled> {
    let Some(skill) = bound.skill(facts) else { return Ok(yes_or_no(true)) };
    let own = skill.occupation()?;
    let post = facts.occupation.ok_or(FactPath::Occupation)?;
    Ok(yes_or_no(own.related(post, facts.relating(wanted.track()))))
}

pub(super) fn why_related<'f>(facts: &'f Facts<'_>, bound: Bound) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let name = |occupation: Option<Occupation>| occupation.and_then(|own| facts.names.written(own));
    let reason = Reason::Related {
        certificate: name(bound.skill(facts).and_then(|skill| skill.occupation)),
        post: name(facts.occupation),
    };
    let mut paths = one(FactPath::Occupation);
    if let Some(skill) = bound.skill(facts) {
        paths.insert(0, FactPath::Skill(skill.index, "occupation"));
    }
    (reason, paths)
}

/// A level whose crossing the text leaves open.
pub(super) fn level_left(levels: &[SkillLevel], facts: &Facts<'_>, bound: Bound) -> Asks<Settled> {
    let Some(skill) = bound.skill(facts) else { return Ok(yes_or_no(true)) };
    let level = skill.level.ok_or(FactPath::Skill(skill.index, "level"))?;
    Ok(Settled::always(if levels.contains(&level) { Standing::Refer } else { Standing::Yes }))
}

pub(super) fn why_level_left<'f>(
    levels: &[SkillLevel],
    facts: &Facts<'_>,
    bound: Bound,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let skill = bound.skill(facts);
    let level = skill.and_then(|skill| skill.level);
    let left = level.is_some_and(|level| levels.contains(&level));
    let path = skill.map_or(FactPath::Skills, |skill| FactPath::Skill(skill.index, "level"));
    (Reason::LevelLeft { level, left }, one(path))
}
