//! Plans: the earliest day of every level in one place or in all, and the way there.

mod horizon;
mod level;
mod ramps;
mod step;

use engine::plan::{Plan, Planner, Road};
use model::plan::{Horizon, PLAN_SCHEMA, PLANS_SCHEMA, PlanDocument, PlannedLevel, Plans, WayThere};
use model::recognised::Recognised;
use model::{AwardLag, Day, Dossier, Stage, Standards, Target, Truth, Word as _};
use policy::Policy;
use policy::rule::{Governed, Level};
use serde::Serialize;
use wording::{Lang, Phrasebook};

use crate::ask::{Ask, Refusal};
use crate::document::{contradictions, jurisdiction_ref, policy_ref};
use crate::guantong::Guantong;
use crate::recognised::recognised;

/// What a plan is asked for.
#[derive(Clone, Debug)]
pub struct PlanAsk<'a> {
    /// The person.
    pub dossier: &'a Dossier,
    /// The place by key, code or name; all places where none is named.
    pub jurisdiction: Option<&'a str>,
    /// The day from which it is planned.
    pub as_of: Day,
    /// How long after eligibility a level is granted.
    pub lag: AwardLag,
    /// Years left to standards; those of the operator where none are given.
    pub standards: Option<&'a Standards>,
    /// The language of the sentences.
    pub lang: Lang,
}

/// The plans that answer one question.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum PlanAnswers {
    /// One place was named.
    One(Box<PlanDocument>),
    /// All places.
    All(Plans),
}

impl PlanAnswers {
    /// The documents, one a place.
    #[must_use]
    pub fn documents(&self) -> &[PlanDocument] {
        match self {
            Self::One(document) => std::slice::from_ref(document),
            Self::All(plans) => &plans.results,
        }
    }

    /// What each place makes of the person's records; nothing where one place was named.
    #[must_use]
    pub fn recognised(&self) -> &[Recognised] {
        match self {
            Self::One(_) => &[],
            Self::All(plans) => &plans.recognised,
        }
    }
}

impl Guantong {
    /// Makes the plan of one place, or of all.
    ///
    /// # Errors
    /// The place is not loaded.
    pub fn plan(&self, ask: &PlanAsk<'_>) -> Result<PlanAnswers, Refusal> {
        if let Some(word) = ask.jurisdiction {
            return Ok(PlanAnswers::One(Box::new(self.plan_of(self.policy(word)?, ask))));
        }
        let mut results: Vec<PlanDocument> = Vec::new();
        for policy in &self.packs().policies {
            if results.last().is_none_or(|last| last.jurisdiction.key != policy.jurisdiction.key) {
                results.push(self.plan_of(policy, ask));
            }
        }
        let today = self.check(&Ask {
            dossier: ask.dossier,
            jurisdiction: None,
            as_of: ask.as_of,
            targets: &[],
            standards: ask.standards,
            lang: ask.lang,
            remedies: false,
        })?;
        let recognised = recognised(ask.dossier, today.documents(), Phrasebook::of(ask.lang));
        Ok(PlanAnswers::All(Plans { schema: PLANS_SCHEMA, results, recognised }))
    }

    fn plan_of(&self, policy: &Policy, ask: &PlanAsk<'_>) -> PlanDocument {
        let own = |other: &&Policy| other.jurisdiction.key == policy.jurisdiction.key;
        let bridge = Road::new(self.packs().all().filter(own).collect());
        let rules = bridge.on(ask.as_of).or_else(|| bridge.versions().first().copied()).unwrap_or(policy);
        let ordinary = Road::new(self.packs().ordinary.iter().collect());
        let own_levels = levels(&[&bridge], ask.dossier);
        let all_levels = levels(&[&bridge, &ordinary], ask.dossier);
        let (bridges, both) = ([bridge.clone()], [bridge, ordinary.clone()]);
        let ordinary = [ordinary];
        let phrases = Phrasebook::of(ask.lang);
        let horizon = horizon::horizon(&self.packs().national, ask.dossier, phrases);
        let planner = self.planner(&bridges, &own_levels, ask, true);
        let plan = planner.plan();
        let teller = Teller { guantong: self, planner: &planner, plan: &plan, ask, phrases, horizon: &horizon };
        let mut levels: Vec<PlannedLevel> =
            own_levels.iter().zip(&plan.levels).map(|(target, level)| teller.level(target, level)).collect();
        let (ramps, mut warnings) = (teller.ramps(&plan), teller.warnings(rules, &levels));
        let contradictions = contradictions(&teller.question(ask.dossier, ask.as_of));
        warnings.extend(contradictions.into_iter().map(|note| note.says));
        let ways = |roads: &[Road<'_>]| {
            let planner = self.planner(roads, &all_levels, ask, false);
            let plan = planner.plan();
            let teller = Teller { guantong: self, planner: &planner, plan: &plan, ask, phrases, horizon: &horizon };
            let place = |target: &Target| all_levels.iter().position(|other| other == target);
            let way = |target: &Target| teller.best_way(plan.levels.get(place(target)?)?);
            own_levels.iter().map(way).collect::<Vec<Option<WayThere>>>()
        };
        // The ordinary road needs no comparison with itself.
        if rules.road == policy::format::Road::Bridge {
            for ((level, alone), both) in levels.iter_mut().zip(ways(&ordinary)).zip(ways(&both)) {
                level.way_by_ordinary_promotion = alone;
                let known = level.way.iter().chain(&level.way_if_decided).chain(&level.way_by_ordinary_promotion);
                let soonest = known.map(|way| way.from).min();
                level.way_by_both = both.filter(|way| soonest.is_none_or(|soonest| way.from < soonest));
            }
        }
        PlanDocument {
            schema: PLAN_SCHEMA,
            as_of: ask.as_of,
            lang: ask.lang.key(),
            award_lag: ask.lag.to_string(),
            jurisdiction: jurisdiction_ref(rules),
            policy: policy_ref(rules, ask.lang),
            levels,
            ramps,
            retirement: horizon,
            warnings,
        }
    }

    fn planner<'p>(
        &'p self,
        roads: &'p [Road<'p>],
        targets: &'p [Target],
        ask: &'p PlanAsk<'_>,
        asks: bool,
    ) -> Planner<'p> {
        Planner {
            roads,
            national: &self.packs().national,
            standards: ask.standards.unwrap_or_else(|| self.standards()),
            dossier: ask.dossier,
            as_of: ask.as_of,
            lag: ask.lag,
            targets,
            asks,
        }
    }
}

/// The levels that some version of the rules of some road governs: titles in the series of the post's field where it is governed (in the
/// first one otherwise), then skill levels, in ladder order.
fn levels(roads: &[&Road<'_>], dossier: &Dossier) -> Vec<Target> {
    let field = match dossier.employment.field {
        Some(model::dossier::Field::Of(series)) => Some(series),
        _ => None,
    };
    let target = |governed: &Governed| match (governed.level, field) {
        (Level::Title(tier), Some(series)) if governed.series.contains(&series) => Target::Title { tier, series },
        _ => governed.target(),
    };
    let mut targets: Vec<Target> = Vec::new();
    let policies = roads.iter().flat_map(|road| road.versions());
    for target in policies.flat_map(|policy| &policy.governed).map(target) {
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
    targets.sort_by_key(|target| match target {
        Target::Title { tier, .. } => (Some(*tier), None),
        Target::Skill { level, .. } => (None, Some(*level)),
    });
    // Titles first: `None` sorts before a tier.
    let titles = targets.iter().position(|target| matches!(target, Target::Title { .. })).unwrap_or(0);
    targets.rotate_left(titles);
    targets
}

/// Whether a condition that is decided from the dossier, or by a finding, fails and no time cures it.
fn never_holds(reason: &&engine::ConditionReason<'_>) -> bool {
    (reason.stage() == Stage::Filing || reason.by_finding) && reason.holds == Truth::No && reason.from.is_none()
}

/// Tells a plan in sentences.
struct Teller<'t> {
    guantong: &'t Guantong,
    planner: &'t Planner<'t>,
    plan: &'t Plan,
    ask: &'t PlanAsk<'t>,
    phrases: &'static Phrasebook,
    horizon: &'t Horizon,
}

impl<'t> Teller<'t> {
    /// The question as decisions know it, for a version of the person on a day.
    fn question<'q>(&self, dossier: &'q Dossier, day: Day) -> Ask<'q> {
        Ask {
            dossier,
            jurisdiction: None,
            as_of: day,
            targets: &[],
            standards: None,
            lang: self.ask.lang,
            remedies: false,
        }
    }

    fn facts<'q>(&'q self, rules: &'q Policy, dossier: &'q Dossier, day: Day) -> engine::Facts<'q> {
        engine::Facts::new(rules, self.planner.national, self.planner.standards, dossier, day)
    }

    fn warnings(&self, rules: &Policy, levels: &[PlannedLevel]) -> Vec<String> {
        let mut warnings = Vec::new();
        let ways = || levels.iter().flat_map(|level| level.way.iter().chain(&level.way_if_decided));
        if let Some(last) = rules.expires.map(|last| last.to_string()) {
            if rules.expires < Some(self.ask.as_of) {
                warnings.push(self.phrases.format("plan-warning-expired", &[("last", &last)]));
            } else if ways().any(|way| way.after_expiry) {
                warnings.push(self.phrases.format("plan-warning-past-expiry", &[("last", &last)]));
            }
        }
        for case in &self.horizon.cases {
            if ways().any(|way| way.after_retirement.contains(&case.group)) {
                let group = self.phrases.word("retirement-group", case.group.key());
                let month = case.month.to_string();
                warnings.push(self.phrases.format("plan-warning-retired", &[("month", &month), ("group", group)]));
            }
        }
        warnings
    }
}
