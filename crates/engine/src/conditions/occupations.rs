//! Conditions on certificates, titles and what their occupations have to do with the post and the catalogue.

use model::SkillLevel;
use model::paths::FactPath;
use model::reason::{Placing, Reason};
use policy::condition::{HoldsSkill, SkillTest, Subject, TitleTest};
use smallvec::SmallVec;

use super::{Asks, Bound, one};
use crate::facts::Facts;
use crate::occupation::Occupation;
use crate::timeline::{Settled, Standing};

fn yes_or_no(yes: bool) -> Settled {
    Settled::always(if yes { Standing::Yes } else { Standing::No })
}

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
        let own = skill.occupation.ok_or(FactPath::Skill(skill.index, "occupation"))?;
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

pub(super) fn title(test: TitleTest, facts: &Facts<'_>, bound: Bound) -> Asks<Settled> {
    let Some(title) = bound.title(facts) else { return Ok(yes_or_no(false)) };
    if title.tier.is_some_and(|tier| tier < test.at_least) || title.series.is_some_and(|own| own != test.series) {
        return Ok(yes_or_no(false));
    }
    title.tier.ok_or(FactPath::Title(title.index, "tier"))?;
    title.series.ok_or(FactPath::Title(title.index, "series")).map(|_| yes_or_no(true))
}

pub(super) fn why_title<'f>(test: TitleTest, facts: &Facts<'_>, bound: Bound) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let title = bound.title(facts);
    let reason = Reason::Title {
        wanted: test.at_least,
        series: test.series,
        tier: title.and_then(|title| title.tier),
        of: title.and_then(|title| title.series),
        any: title.is_some(),
    };
    (reason, one(title.map_or(FactPath::Titles, |title| FactPath::Title(title.index, ""))))
}

/// The occupation looked at: the carrying certificate's, or the present post's where none carries.
fn subject(of: Subject, facts: &Facts<'_>, bound: Bound) -> Asks<Occupation> {
    match (of, bound.skill(facts)) {
        (Subject::Skill, Some(skill)) => skill.occupation.ok_or(FactPath::Skill(skill.index, "occupation")),
        _ => facts.occupation.ok_or(FactPath::Occupation),
    }
}

fn subject_path(of: Subject, facts: &Facts<'_>, bound: Bound) -> FactPath {
    match (of, bound.skill(facts)) {
        (Subject::Skill, Some(skill)) => FactPath::Skill(skill.index, "occupation"),
        _ => FactPath::Occupation,
    }
}

/// Where an occupation stands with the catalogue.
pub(crate) fn placing(occupation: Occupation) -> Placing {
    if !occupation.placed() {
        Placing::Unplaced
    } else if occupation.majors == 0 {
        Placing::Unlisted
    } else {
        Placing::Listed
    }
}

pub(super) fn catalogue(of: Subject, facts: &Facts<'_>, bound: Bound) -> Asks<Settled> {
    Ok(Settled::always(match placing(subject(of, facts, bound)?) {
        Placing::Listed => Standing::Yes,
        Placing::Unlisted => Standing::No,
        Placing::Unplaced => Standing::Refer,
    }))
}

pub(super) fn why_catalogue<'f>(
    of: Subject,
    facts: &'f Facts<'_>,
    bound: Bound,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let occupation = subject(of, facts, bound).ok();
    let name = occupation.and_then(|own| facts.names.written(own));
    (Reason::Catalogue(name, occupation.map_or(Placing::Unplaced, placing)), one(subject_path(of, facts, bound)))
}

pub(super) fn related(facts: &Facts<'_>, bound: Bound) -> Asks<Settled> {
    let Some(skill) = bound.skill(facts) else { return Ok(yes_or_no(true)) };
    let own = skill.occupation.ok_or(FactPath::Skill(skill.index, "occupation"))?;
    let post = facts.occupation.ok_or(FactPath::Occupation)?;
    Ok(yes_or_no(own.related(post, facts.policy.related.by)))
}

pub(super) fn why_related<'f>(facts: &'f Facts<'_>, bound: Bound) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let name = |occupation: Option<Occupation>| occupation.and_then(|own| facts.names.written(own));
    let reason = Reason::Related {
        certificate: name(bound.skill(facts).and_then(|skill| skill.occupation)),
        post: name(facts.occupation),
    };
    let mut paths = one(subject_path(Subject::Skill, facts, bound));
    paths.push(FactPath::Occupation);
    (reason, paths)
}

/// A specialty decides only where it is a major's name; any other value, or none, is not tested.
pub(super) fn specialty(of: Subject, facts: &Facts<'_>, bound: Bound) -> Asks<Settled> {
    let Some(major) = facts.major else { return Ok(yes_or_no(true)) };
    let occupation = subject(of, facts, bound)?;
    Ok(yes_or_no(occupation.majors & (1 << major) != 0))
}

pub(super) fn why_specialty<'f>(
    of: Subject,
    facts: &'f Facts<'_>,
    bound: Bound,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let occupation = subject(of, facts, bound).ok().and_then(|own| facts.names.written(own));
    let specialty = facts.major.and(facts.dossier.employment.specialty.as_deref());
    let mut paths = one(FactPath::Specialty);
    if facts.major.is_some() {
        paths.push(subject_path(of, facts, bound));
    }
    (Reason::Specialty { specialty, occupation }, paths)
}
