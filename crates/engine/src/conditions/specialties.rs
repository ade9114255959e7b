//! Conditions on specialties: the post's and the title's against the catalogue and each other, and series left to people.

use model::paths::FactPath;
use model::reason::Reason;
use model::{Series, Track};
use policy::condition::{Subject, TitleSpecialty};
use smallvec::SmallVec;

use super::occupations::{subject, subject_path};
use super::{Asks, Bound, Wanted, one, yes_or_no};
use crate::facts::Facts;
use crate::timeline::{Settled, Standing};

/// The post's specialty decides only where it is a major's name; any other value, or none, is not tested.
pub(super) fn specialty(of: Subject, facts: &Facts<'_>, bound: Bound) -> Asks<Settled> {
    if facts.post_majors == 0 {
        return Ok(yes_or_no(true));
    }
    let occupation = subject(of, facts, bound)?;
    Ok(yes_or_no(occupation.majors & facts.post_majors != 0))
}

pub(super) fn why_specialty<'f>(
    of: Subject,
    facts: &'f Facts<'_>,
    bound: Bound,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let named = facts.post_majors != 0;
    let occupation = subject(of, facts, bound).ok().and_then(|own| facts.names.written(own));
    let specialty = facts.dossier.employment.specialty.as_deref().filter(|_| named);
    let mut paths = one(FactPath::Specialty);
    if named {
        paths.push(subject_path(of, facts, bound));
    }
    (Reason::Specialty { specialty, occupation }, paths)
}

/// The title's specialty decides only where it is a major's name of some table; the present occupation is looked up in
/// the tables towards a skill level.
pub(super) fn title_in_catalogue(facts: &Facts<'_>, bound: Bound) -> Asks<Settled> {
    let named = bound.title(facts).map_or(0, |title| title.majors);
    if named == 0 {
        return Ok(yes_or_no(true));
    }
    let occupation = facts.occupation.ok_or(FactPath::Occupation)?;
    let lists = named & facts.policy.majors_towards(Track::Skill, None);
    Ok(yes_or_no(occupation.majors & lists != 0))
}

/// Both given and different fails; anything else is not tested.
pub(super) fn title_and_post(facts: &Facts<'_>, bound: Bound) -> Settled {
    let title = bound.title(facts).and_then(|title| title.specialty);
    let differ = title.zip(facts.specialty.as_deref()).is_some_and(|(title, post)| title != post);
    yes_or_no(!differ)
}

pub(super) fn why_title<'f>(
    of: TitleSpecialty,
    facts: &'f Facts<'_>,
    bound: Bound,
) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let title = bound.title(facts);
    let specialty = title.and_then(|title| title.specialty);
    let mut paths = one(title.map_or(FactPath::Titles, |title| FactPath::Title(title.index, "specialty")));
    let reason = match of {
        TitleSpecialty::Catalogue => {
            let specialty = specialty.filter(|_| title.is_some_and(|title| title.majors != 0));
            let occupation = facts.occupation.and_then(|own| facts.names.written(own));
            paths.extend(specialty.map(|_| FactPath::Occupation));
            Reason::TitleSpecialty { specialty, occupation }
        }
        TitleSpecialty::Post => {
            paths.push(FactPath::Specialty);
            Reason::TitleAndPost { title: specialty, post: facts.specialty.as_deref() }
        }
    };
    (reason, paths)
}

/// A series that the text leaves to people.
pub(super) fn series_left(series: &[Series], wanted: Wanted) -> Settled {
    let left = matches!(wanted, Wanted::Title(_, own) if series.contains(&own));
    Settled::always(if left { Standing::Refer } else { Standing::Yes })
}

pub(super) fn why_series_left<'f>(series: &[Series], wanted: Wanted) -> (Reason<'f>, SmallVec<[FactPath; 3]>) {
    let own = match wanted {
        Wanted::Title(_, own) => own,
        Wanted::Skill(_) => Series::Engineering,
    };
    (Reason::SeriesLeft { series: own, left: series.contains(&own) }, SmallVec::new())
}
