//! The decision for one target: its outcome, its day, the route that answers and the facts that are missing.

use std::collections::BTreeSet;

use model::dossier::Dossier;
use model::paths::FactPath;
use model::{Day, Effect, Outcome, Target, Truth};
use policy::Policy;
use policy::rule::{Governed, Route, Rule};

use smallvec::SmallVec;

use crate::complete::{Completed, Prospects, complete};
use crate::conditions::{Asks, Bound, Wanted, found, settle};
use crate::evaluate::{Asked, Known};
use crate::facts::Facts;
use crate::holds::today;
use crate::timeline::{Met, Standing, Timeline};

/// The answer of one completion: an outcome, with its day when it is not yet.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Answer {
    /// The level is held.
    Held,
    /// A route holds.
    Eligible,
    /// A route is left to people, and none holds.
    Referred,
    /// A route will no longer fail from this day.
    NotYet(Day),
    /// None of these.
    NotEligible,
    /// The person is outside a pilot.
    NotGoverned,
}

impl Answer {
    /// The answer that a timeline of all routes together gives.
    #[must_use]
    pub fn of(line: &Timeline, as_of: Day) -> Self {
        match (line.today(), line.first_open(as_of)) {
            (Standing::Yes, _) => Self::Eligible,
            (Standing::Refer, _) => Self::Referred,
            (Standing::No, Some(day)) => Self::NotYet(day),
            (Standing::No, None) => Self::NotEligible,
        }
    }

    /// The outcome.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        match self {
            Self::Held => Outcome::Held,
            Self::Eligible => Outcome::Eligible,
            Self::Referred => Outcome::Referred,
            Self::NotYet(_) => Outcome::NotYet,
            Self::NotEligible => Outcome::NotEligible,
            Self::NotGoverned => Outcome::NotGoverned,
        }
    }
}

/// The decision for one target, without reasons.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// The answer.
    pub outcome: Outcome,
    /// What eligibility opens; only when eligible.
    pub effect: Option<Effect>,
    /// The position of the route that answers, among the routes to this level.
    pub route: Option<usize>,
    /// Eligible: since when; not yet: from when.
    pub earliest: Option<Day>,
    /// Whether `earliest` lies past the policy's last day.
    pub after_expiry: bool,
    /// The facts that decide an undetermined answer, in no particular order.
    pub missing: Vec<FactPath>,
}

impl Verdict {
    /// A bare outcome.
    #[must_use]
    pub fn bare(outcome: Outcome) -> Self {
        Self { outcome, effect: None, route: None, earliest: None, after_expiry: false, missing: Vec::new() }
    }
}

/// The routes that `policy` has to a target on the day of `facts`; `None` where it does not govern it.
#[must_use]
pub fn governed<'p>(policy: &'p Policy, target: &Target, as_of: Day) -> Option<&'p Governed> {
    if !policy.in_force_on(as_of) {
        return None;
    }
    policy.governed.iter().find(|governed| governed.serves(target))
}

/// Decides one target.
#[must_use]
pub fn decide(facts: &Facts<'_>, target: &Target) -> Verdict {
    let Some(governed) = governed(facts.policy, target, facts.as_of) else {
        return Verdict::bare(Outcome::NotGoverned);
    };
    decide_by(facts, governed, target)
}

/// Decides one target by the routes of a policy, whether or not it is in force on the day.
pub(crate) fn decide_by(facts: &Facts<'_>, governed: &Governed, target: &Target) -> Verdict {
    if other_occupation(facts.dossier, target) == Some(false)
        && inside(facts, wanted(target)) == Ok(true)
        && held_above(facts, wanted(target)) == Ok(true)
    {
        return Verdict::bare(Outcome::Held);
    }
    let known = routes(facts, governed, target);
    conclude(facts, governed, target, &known).0
}

pub(crate) fn wanted(target: &Target) -> Wanted {
    match target {
        Target::Title { tier, series } => Wanted::Title(*tier, *series),
        Target::Skill { level, .. } => Wanted::Skill(*level),
    }
}

/// What is known of every route.
pub(crate) fn routes(facts: &Facts<'_>, governed: &Governed, target: &Target) -> Vec<Known> {
    let asked = Asked { facts, wanted: wanted(target) };
    governed.routes.iter().map(|route| asked.rule(&route.rule, Bound::default())).collect()
}

/// The decision from what is known of the routes, and what all completions say where they were asked.
pub(crate) fn conclude<'g, 'a>(
    facts: &Facts<'a>,
    governed: &'g Governed,
    target: &Target,
    known: &[Known],
) -> (Verdict, Option<Completed<'g, 'a>>) {
    let wanted = wanted(target);
    let asked = Asked { facts, wanted };
    match other_occupation(facts.dossier, target) {
        Some(true) => return (Verdict::bare(Outcome::NotGoverned), None),
        Some(false) => {}
        None => return (occupation_missing(facts, governed, target), None),
    }
    let holds = |(route, known): (&Route, &Known)| match known {
        Some(one) => today(one),
        None => asked.holds(&route.rule, Bound::default()),
    };
    let holding: SmallVec<[Option<Met>; 4]> = governed.routes.iter().zip(known).map(holds).collect();
    match inside(facts, wanted).and_then(|inside| if inside { held_above(facts, wanted).map(Some) } else { Ok(None) }) {
        Ok(None) => return (Verdict::bare(Outcome::NotGoverned), None),
        Ok(Some(true)) => return (Verdict::bare(Outcome::Held), None),
        Ok(Some(false)) if holding.iter().any(Option::is_some) => {
            return (eligible(facts, governed, &holding, None), None);
        }
        Ok(Some(false)) if known.iter().all(Option::is_some) => {
            let line = known.iter().flatten().fold(Timeline::always(Standing::No), |line, one| line.join(&one.line));
            return (settled(facts, known, Answer::of(&line, facts.as_of)), None);
        }
        _ => {}
    }
    let completed = complete(facts, governed, wanted);
    let verdict = match completed.answer {
        Some(Answer::Eligible) => eligible(facts, governed, &holding, Some(&completed)),
        Some(answer) => {
            let mut verdict = settled(facts, known, answer);
            if matches!(answer, Answer::Referred | Answer::NotYet(_)) && verdict.route.is_none() {
                verdict.route = completed.routes.iter().position(|route| *route == Some(answer));
            }
            verdict
        }
        None => Verdict { missing: completed.missing.clone(), ..Verdict::bare(Outcome::Undetermined) },
    };
    (verdict, Some(completed))
}

/// Decides one target, and says what may still be asked where missing facts leave it open; the facts `unknown` will never be
/// known.
pub(crate) fn decide_openly(
    facts: &Facts<'_>,
    target: &Target,
    unknown: &BTreeSet<FactPath>,
) -> (Verdict, Option<Prospects>) {
    let Some(governed) = governed(facts.policy, target, facts.as_of) else {
        return (Verdict::bare(Outcome::NotGoverned), None);
    };
    let known = routes(facts, governed, target);
    let (verdict, completed) = conclude(facts, governed, target, &known);
    if verdict.outcome != Outcome::Undetermined {
        return (verdict, None);
    }
    let completed = completed.unwrap_or_else(|| of_named_occupation(facts, governed, target));
    (verdict, Some(completed.prospects(unknown)))
}

/// The decision where the target names an occupation and the present one is missing.
fn occupation_missing(facts: &Facts<'_>, governed: &Governed, target: &Target) -> Verdict {
    let completed = of_named_occupation(facts, governed, target);
    if completed.answer == Some(Answer::NotGoverned) {
        return Verdict::bare(Outcome::NotGoverned);
    }
    Verdict { missing: completed.missing, ..Verdict::bare(Outcome::Undetermined) }
}

/// All completions where the present occupation is missing: any other than the one that the target names is not governed.
fn of_named_occupation<'g, 'a>(facts: &Facts<'a>, governed: &'g Governed, target: &Target) -> Completed<'g, 'a> {
    let mut named = facts.clone();
    if let Target::Skill { occupation: Some(asked), .. } = target {
        named.occupation = Some(named.names.place_asked(asked));
    }
    complete(&named, governed, wanted(target)).or_else(FactPath::Occupation, Answer::NotGoverned)
}

/// The verdict where some route holds on the day asked about: `holding` says which are known to, and since when.
fn eligible(
    facts: &Facts<'_>,
    governed: &Governed,
    holding: &[Option<Met>],
    completed: Option<&Completed<'_, '_>>,
) -> Verdict {
    let since = |met: Met| match met {
        Met::Timeless => Some(facts.policy.effective),
        Met::On(day) => Some(day.max(facts.policy.effective)),
        Met::Undated => None,
    };
    let opens_most = |i: usize| governed.routes.get(i).is_some_and(|route| route.effect == Effect::DirectRecognition);
    let candidates = holding.iter().enumerate().filter_map(|(i, met)| Some((i, since((*met)?))));
    // The route that opens most, then the one that has held longest, undated ones last.
    let rank = |(i, day): &(usize, Option<Day>)| (!opens_most(*i), day.is_none(), day.unwrap_or(facts.as_of));
    let best = candidates.clone().min_by_key(rank).map(|(i, _)| i);
    // Otherwise one that holds whatever is missing; where none does alone, what the plainest of them opens.
    let holds = |i: &usize| completed.and_then(|all| *all.routes.get(*i)?) == Some(Answer::Eligible);
    let route = best.or_else(|| (0..governed.routes.len()).filter(holds).min_by_key(|i| !opens_most(*i)));
    let plainest = || (0..governed.routes.len()).min_by_key(|i| opens_most(*i));
    Verdict {
        effect: route.or_else(plainest).and_then(|i| governed.routes.get(i)).map(|route| route.effect),
        route,
        earliest: candidates.filter_map(|(_, day)| day).min(),
        ..Verdict::bare(Outcome::Eligible)
    }
}

/// The verdict for any other answer that stands, with the first route of the pack that gives it.
fn settled(facts: &Facts<'_>, known: &[Known], answer: Answer) -> Verdict {
    let gives = |one: &Known| one.as_ref().is_some_and(|one| Answer::of(&one.line, facts.as_of) == answer);
    let earliest = if let Answer::NotYet(day) = answer { Some(day) } else { None };
    let route = match answer {
        Answer::Referred | Answer::NotYet(_) => known.iter().position(gives),
        Answer::Held | Answer::Eligible | Answer::NotEligible | Answer::NotGoverned => None,
    };
    Verdict {
        route,
        earliest,
        after_expiry: earliest.zip(facts.policy.expires).is_some_and(|(day, last)| day > last),
        ..Verdict::bare(answer.outcome())
    }
}

/// Whether a skill target names another occupation than the present one; `None` where that is not known.
pub(crate) fn other_occupation(dossier: &Dossier, target: &Target) -> Option<bool> {
    let Target::Skill { occupation: Some(asked), .. } = target else { return Some(false) };
    let post = dossier.employment.occupation.as_ref()?;
    Some(policy::occupations::plain_name(post) != policy::occupations::plain_name(asked))
}

/// Whether the person is inside, where a pilot runs on the day for what is wanted; true where none runs.
///
/// # Errors
/// A fact that has to be known.
pub(crate) fn inside(facts: &Facts<'_>, wanted: Wanted) -> Asks<bool> {
    match facts.policy.pilot_on(facts.as_of, wanted.track()) {
        None => Ok(true),
        Some(pilot) => stands(&pilot.inside, facts, wanted).map(|standing| standing != Standing::No),
    }
}

/// How a rule on the person alone stands on the day asked about.
pub(crate) fn stands(rule: &Rule, facts: &Facts<'_>, wanted: Wanted) -> Asks<Standing> {
    let (rules, start, worst): (&[Rule], _, _) = match rule {
        Rule::All(rules) => (rules, Standing::Yes, true),
        Rule::Any(rules) => (rules, Standing::No, false),
        Rule::Headed(leaf, rule) => {
            return found(leaf, facts).map_or_else(|| stands(rule, facts, wanted), |one| Ok(one.line.today()));
        }
        Rule::SomeSkill(rule) | Rule::SomeTitle(rule) => return stands(rule, facts, wanted),
        Rule::Leaf(leaf) => {
            let settled = found(leaf, facts).map_or_else(|| settle(leaf, facts, wanted, Bound::default(), 0), Ok);
            return settled.map(|one| one.line.today());
        }
    };
    let (mut whole, mut missing) = (start, None);
    for rule in rules {
        match stands(rule, facts, wanted) {
            Ok(one) if worst => whole = whole.min(one),
            Ok(one) => whole = whole.max(one),
            Err(path) => missing = missing.or(Some(path)),
        }
    }
    let settled = if worst { whole == Standing::No } else { whole == Standing::Yes };
    match missing {
        Some(path) if !settled => Err(path),
        _ => Ok(whole),
    }
}

/// Whether the level or a higher one is held, by records whose level, date and series or occupation are stated.
///
/// # Errors
/// The present occupation, where a certificate would be of it if it were known.
pub(crate) fn held_above(facts: &Facts<'_>, wanted: Wanted) -> Asks<bool> {
    match wanted {
        Wanted::Title(tier, series) => Ok(facts.dossier.titles.iter().flatten().any(|title| {
            !title.revoked
                && title.tier.is_some_and(|own| own >= tier)
                && title.series == Some(series)
                && title.date.is_some_and(|date| date <= facts.as_of)
        })),
        Wanted::Skill(level) => {
            for skill in facts.skills.iter().flatten() {
                let (Some(own), Some(occupation), Some(_)) = (skill.level, skill.occupation, skill.date) else {
                    continue;
                };
                if own < level || !facts.states(skill.index) {
                    continue;
                }
                if occupation.name == facts.occupation.ok_or(FactPath::Occupation)?.name {
                    return Ok(true);
                }
            }
            Ok(false)
        }
    }
}

impl Facts<'_> {
    /// Whether the dossier itself states level, occupation and date of the certificate.
    fn states(&self, index: u32) -> bool {
        usize::try_from(index)
            .ok()
            .and_then(|index| self.dossier.skills.as_ref()?.get(index))
            .is_some_and(|skill| skill.level.is_some() && skill.occupation.is_some() && skill.date.is_some())
    }
}

/// Whether a rule would hold for these facts on the day asked about; for what is only indicated, not decided.
#[must_use]
pub fn indicates(facts: &Facts<'_>, rule: &Rule, target: &Target) -> Truth {
    let asked = Asked { facts, wanted: wanted(target) };
    asked.rule(rule, Bound::default()).map_or(Truth::Unknown, |one| Truth::from(one.line.today()))
}
