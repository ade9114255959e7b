//! Searches occupations and specialties: by name, part, code, other name, pinyin, initials; what each place says of them.
//! Other names, pinyin and likeness suggest; nothing is decided by them.

mod answer;
mod fit;
mod hit;
mod index;
mod nearest;
mod place;
mod points;
mod sound;
mod specialty;
mod word;

use model::{Direction, Faults};
use policy::Policy;

pub use answer::*;
pub(crate) use index::Index;
pub(crate) use place::rows_of;
pub use policy::format::{EvaluatedBy, EvaluatedWhen, ReviewedBy, Text};
pub use policy::synonyms::SynonymKind;
pub use word::{LONGEST_WORD, UnusableWord};

use crate::ask::Refusal;
use crate::guantong::Guantong;
use word::Word;

/// The most occupations of one answer.
pub const MOST_HITS: usize = 50;

/// A search.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Search<'s> {
    /// A name, a part of it, pinyin, initials or a code.
    pub word: &'s str,
    /// The place by key, code, name or identifier of its policy; all places where none is named.
    pub jurisdiction: Option<&'s str>,
    /// The direction; both where none is named.
    pub direction: Option<Direction>,
}

/// An occupation that fits: its position, or a code that no table has; how, and by which other name.
struct Fit {
    entry: Option<usize>,
    how: How,
    other_name: Option<OtherName>,
}

impl Guantong {
    /// Searches.
    ///
    /// # Errors
    /// The word is blank or too long, or the place is not loaded.
    pub fn search(&self, search: &Search<'_>) -> Result<Found, Refusal> {
        let word = Word::read(search.word)
            .map_err(|fault| Faults::one("q", fault.problem(), fault.remedy()))
            .map_err(Refusal::Faults)?;
        let policies = self.policies_asked(search.jurisdiction)?;
        let directions = specialty::directions(search.direction);
        let index = self.index();
        let mut fits = fits(index, &word);
        let further = fits.len().saturating_sub(MOST_HITS);
        fits.truncate(MOST_HITS);
        let occupations: Vec<OccupationHit> =
            fits.into_iter().filter_map(|fit| self.hit(index, &word, fit, &policies, &directions)).collect();
        let specialties = specialty::specialties(index, &word, &policies, &directions);
        let nothing = occupations.is_empty() && specialties.is_empty();
        Ok(Found {
            schema: CATALOGUE_SCHEMA,
            word: search.word.trim().to_owned(),
            jurisdiction: search.jurisdiction.and(policies.first()).map(|(_, policy)| policy.jurisdiction.key.clone()),
            direction: search.direction,
            places: policies.iter().map(|(_, policy)| about(policy)).collect(),
            occupations,
            further,
            specialties,
            nearest: if nothing { nearest::nearest(index, &word) } else { Vec::new() },
        })
    }

    /// The policies of the place asked about, or all, with their positions.
    fn policies_asked(&self, place: Option<&str>) -> Result<Vec<(usize, &Policy)>, Refusal> {
        let all = self.packs().policies.iter().enumerate();
        let Some(place) = place else { return Ok(all.collect()) };
        let asked: Vec<_> = all.filter(|(_, policy)| policy.is_called(place) || policy.id == place).collect();
        if asked.is_empty() {
            return Err(Refusal::UnknownPlace { word: place.to_owned(), known: self.places() });
        }
        Ok(asked)
    }

    fn hit(
        &self,
        index: &Index,
        word: &Word,
        fit: Fit,
        policies: &[(usize, &Policy)],
        directions: &[Direction],
    ) -> Option<OccupationHit> {
        let found_by = FoundBy { how: fit.how, other_name: fit.other_name };
        let mut hit = match fit.entry {
            Some(at) => {
                let entry = index.entries.get(at)?;
                OccupationHit {
                    name: entry.name.clone(),
                    code: entry.code.clone(),
                    group: entry.group.clone(),
                    group_name: entry.group_name.clone(),
                    confidence: entry.confidence,
                    note: entry.note.clone(),
                    found_by,
                    other_names: index.other_names(&entry.as_compared.plain),
                    places: Vec::new(),
                }
            }
            None => {
                let code = word.hyphenated()?;
                OccupationHit {
                    group: code.get(..7).map(str::to_owned),
                    code: (code.len() > 7).then(|| code.clone()),
                    name: code,
                    group_name: None,
                    confidence: Confidence::Written,
                    note: None,
                    found_by,
                    other_names: Vec::new(),
                    places: Vec::new(),
                }
            }
        };
        let place = |asked: &(usize, &Policy)| place::place_of(self, *asked, &hit.name, &hit.other_names, directions);
        hit.places = policies.iter().map(place).collect();
        Some(hit)
    }
}

/// Every occupation that fits, the best fit first: its own name before another name, the shorter name before the longer.
fn fits(index: &Index, word: &Word) -> Vec<Fit> {
    let mut best: Vec<Option<(How, Option<OtherName>)>> = vec![None; index.entries.len()];
    for (entry, best) in index.entries.iter().zip(&mut best) {
        let by_code = || {
            let codes = entry.code.iter().chain(&entry.group);
            let printed = entry.printed_codes.iter().filter_map(|printed| fit::fits_printed_code(word, printed));
            codes.filter_map(|code| fit::fits_code(word, code)).chain(printed).min()
        };
        let by_code = by_code().map(|how| if entry.is_member(word) { How::PartOfCode } else { how });
        *best = by_code.into_iter().chain(entry.as_compared.fits(word)).min().map(|how| (how, None));
    }
    for pair in &index.pairs {
        for (side, other) in [(0, 1), (1, 0)] {
            let (Some((_, name)), Some(Some(to))) = (pair.sides.get(side), pair.entries.get(other)) else { continue };
            let Some(how) = name.fits(word) else { continue };
            // A name that a table has is found itself; only the whole of it leads on to its other names.
            let leads = how.is_whole() || pair.entries.get(side) == Some(&None);
            let Some(best) = best.get_mut(*to).filter(|_| leads) else { continue };
            if best.as_ref().is_none_or(|(known, _)| how < *known) {
                *best = Some((how, Some(pair.as_other_name(side))));
            }
        }
    }
    let mut fits: Vec<Fit> = best
        .into_iter()
        .enumerate()
        .filter_map(|(at, best)| best.map(|(how, other_name)| Fit { entry: Some(at), how, other_name }))
        .collect();
    let long = |fit: &Fit| fit.entry.and_then(|at| index.entries.get(at)).map_or(0, |entry| entry.name.chars().count());
    fits.sort_by_key(|fit| (fit.how, fit.other_name.is_some(), long(fit), fit.entry));
    if fits.iter().all(|fit| fit.how != How::Code) && word.hyphenated().is_some() {
        fits.insert(0, Fit { entry: None, how: How::Code, other_name: None });
    }
    fits
}

impl index::Entry {
    /// Whether the word is the code of the group that the occupation belongs to, not its own.
    fn is_member(&self, word: &Word) -> bool {
        self.code.as_deref().is_none_or(|code| fit::fits_code(word, code) != Some(How::Code))
            && self.confidence != Confidence::Printed
    }
}

/// What holds for all occupations of a place alike.
fn about(policy: &Policy) -> Place {
    let reviewers = policy.reviewers.iter().map(|spec| Reviewer {
        clause: spec.clause.clone(),
        levels: spec.levels.clone(),
        series: spec.series.clone(),
        by: spec.by,
        says: spec.says.clone(),
    });
    let evaluators = policy.evaluators.iter().map(|spec| Evaluator {
        clause: spec.clause.clone(),
        levels: spec.levels.clone(),
        by: spec.by,
        when: spec.when,
        says: spec.says.clone(),
    });
    Place {
        jurisdiction: policy.jurisdiction.key.clone(),
        code: policy.jurisdiction.code.clone(),
        name: Text { zh: policy.jurisdiction.zh.clone(), en: policy.jurisdiction.en.clone() },
        policy: policy.id.clone(),
        passes_on: policy.chain.last().map(|root| root.id.clone()),
        effective: policy.effective,
        expires: policy.expires,
        has_catalogue: policy.catalogue.is_some(),
        reviewers: reviewers.collect(),
        evaluators: evaluators.collect(),
        service_points_clause: policy.service_points.as_ref().map(|(clause, _)| clause.clone()),
    }
}

#[cfg(test)]
mod tests;
