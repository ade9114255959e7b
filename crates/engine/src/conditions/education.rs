//! Diplomas: the level, as the document counts classes of technical schools, and what the major has to do with the occupation.

use model::EducationLevel;
use model::paths::FactPath;
use model::reason::{Reason, Relevance};
use policy::condition::{EducationTest, Subject};
use smallvec::SmallVec;

use super::{Asks, Bound, one, yes_or_no};
use crate::facts::{DiplomaFact, Facts, SkillFact};
use crate::occupation::Occupation;
use crate::timeline::{Settled, Standing};

/// What a class counts as, where classes count at all.
fn by_class(test: EducationTest, facts: &Facts<'_>, diploma: &DiplomaFact) -> Option<EducationLevel> {
    let class = diploma.class?;
    facts.policy.equivalences.as_ref().filter(|_| test.classes)?.classes.get(&class).copied()
}

/// Whether the level is high enough.
fn level(test: EducationTest, facts: &Facts<'_>, diploma: &DiplomaFact) -> Asks<bool> {
    if diploma.class.is_some() && !test.classes {
        return Ok(false);
    }
    if by_class(test, facts, diploma).is_some_and(|level| level >= test.at_least) {
        return Ok(true);
    }
    diploma.level.map(|level| level >= test.at_least).ok_or(FactPath::Diploma(diploma.index, "level"))
}

/// What the major has to do with the occupations asked about: the present one, or the carrying certificate's.
fn relevance(test: EducationTest, facts: &Facts<'_>, bound: Bound, diploma: &DiplomaFact) -> Asks<Relevance> {
    let names = diploma.relevant_to.as_ref().ok_or(FactPath::Diploma(diploma.index, "relevant_to"))?;
    if names.is_empty() {
        return Ok(Relevance::None);
    }
    let certificate = bound.skill(facts).filter(|_| test.relevant_to == Subject::Skill);
    let is = |own: Option<Occupation>| own.is_some_and(|own| names.contains(&own.name));
    if is(facts.occupation) || is(certificate.and_then(|skill| skill.occupation)) {
        return Ok(Relevance::Relevant);
    }
    facts.occupation.ok_or(FactPath::Occupation)?;
    certificate.map(SkillFact::occupation).transpose().map(|_| Relevance::Other)
}

/// One diploma; an unrelated major fails, another one is left to people.
pub(super) fn education(test: EducationTest, facts: &Facts<'_>, bound: Bound, element: usize) -> Asks<Settled> {
    let Some(diploma) = facts.education.as_ref().and_then(|all| all.get(element)) else { return Ok(yes_or_no(false)) };
    let high_enough = level(test, facts, diploma);
    if high_enough == Ok(false) {
        return Ok(yes_or_no(false));
    }
    let relevance = relevance(test, facts, bound, diploma);
    if relevance == Ok(Relevance::None) {
        return Ok(yes_or_no(false));
    }
    high_enough?;
    Ok(Settled::always(match relevance? {
        Relevance::Relevant => Standing::Yes,
        Relevance::Other => Standing::Refer,
        Relevance::None | Relevance::Unstated => Standing::No,
    }))
}

pub(super) fn why<'f>(
    test: EducationTest,
    facts: &Facts<'_>,
    bound: Bound,
    element: Option<usize>,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let diploma = element.and_then(|element| facts.education.as_ref()?.get(element));
    let class = diploma.and_then(|diploma| by_class(test, facts, diploma));
    let level = class.max(diploma.and_then(|diploma| diploma.level));
    let reason = Reason::Education {
        wanted: test.at_least,
        level,
        by_class: class.is_some() && class == level,
        relevance: diploma
            .and_then(|diploma| relevance(test, facts, bound, diploma).ok())
            .unwrap_or(Relevance::Unstated),
        any: diploma.is_some(),
    };
    (reason, one(diploma.map_or(FactPath::Education, |diploma| FactPath::Diploma(diploma.index, ""))))
}
