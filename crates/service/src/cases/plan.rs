//! What a worked example expects of a plan: for each level its state, its day and the steps of its way.

use std::collections::BTreeMap;

use model::plan::{PlanDocument, PlannedLevel, WayThere};
use model::{AwardLag, Target};
use schemars::JsonSchema;
use serde::Deserialize;
use wording::Lang;

use super::Case;
use crate::guantong::Guantong;
use crate::plan::PlanAsk;

/// The expectation as written.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanText {
    /// How long after eligibility a level is granted, as an ISO 8601 duration; at once where none is given.
    #[serde(default)]
    award_lag: Option<String>,
    /// Target → what is planned for it; only the stated parts are compared.
    levels: BTreeMap<String, ExpectedLevel>,
}

/// What has to be planned for one level; only the stated parts are compared.
#[derive(Clone, PartialEq, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ExpectedLevel {
    /// `held`, `open`, `later`, `if-decided`, `if-renewed`, `undetermined` or `closed`.
    state: Option<String>,
    /// The first day by the rules alone, or `none`.
    from: Option<String>,
    /// The first day where people decide in favour, or `none`.
    if_decided: Option<String>,
    /// The first day by ordinary promotion, or `none`.
    by_ordinary_promotion: Option<String>,
    /// The levels of the way in order, each `LEVEL DAY`: by the rules alone, else where people decide.
    steps: Option<Vec<String>>,
    /// Clauses that the last wait is for.
    waits_for: Option<Vec<String>>,
    /// The last safe day on which to file, or `none`.
    closes: Option<String>,
    /// Whether some step lies past the last day of the rules.
    after_expiry: Option<bool>,
    /// The facts that may still change it.
    missing: Option<Vec<String>>,
    /// Clauses that stop some route.
    stops: Option<Vec<String>>,
    /// The level that includes this one, or `none`.
    included_in: Option<String>,
}

/// The expectation, read.
#[derive(Clone, Debug)]
pub struct ExpectedPlan {
    lag: AwardLag,
    levels: Vec<(Target, ExpectedLevel)>,
}

impl ExpectedPlan {
    pub(super) fn read(text: PlanText) -> Result<Self, String> {
        let lag = match &text.award_lag {
            Some(lag) => AwardLag::parse(lag).map_err(|fault| fault.to_string())?,
            None => AwardLag::default(),
        };
        let level = |(target, expected): (String, ExpectedLevel)| Ok((Target::parse(&target)?, expected));
        let levels: Vec<(Target, ExpectedLevel)> = text.levels.into_iter().map(level).collect::<Result<_, String>>()?;
        if levels.is_empty() {
            return Err("the plan expects nothing; name a level".to_owned());
        }
        Ok(Self { lag, levels })
    }

    /// What is planned differently in a place, in words.
    pub(super) fn differences(&self, case: &Case, guantong: &Guantong, place: &str) -> Vec<String> {
        let ask = PlanAsk {
            dossier: &case.dossier,
            jurisdiction: Some(place),
            as_of: case.as_of,
            lag: self.lag,
            standards: Some(&case.standards),
            lang: Lang::Zh,
        };
        let answers = match guantong.plan(&ask) {
            Ok(answers) => answers,
            Err(refusal) => return vec![refusal.to_string()],
        };
        let differences = |document: &PlanDocument| {
            let of = |(target, expected): &(Target, ExpectedLevel)| match level_of(document, target) {
                Some(level) => expected.compare(level).into_iter().map(|one| format!("plan {target}: {one}")).collect(),
                None => vec![format!("plan {target}: the place has no such level")],
            };
            self.levels.iter().flat_map(of).collect::<Vec<String>>()
        };
        answers.documents().iter().flat_map(differences).collect()
    }
}

fn level_of<'d>(document: &'d PlanDocument, target: &Target) -> Option<&'d PlannedLevel> {
    let series = |level: &PlannedLevel| match target {
        Target::Title { series, .. } => level.target.series == Some(*series),
        Target::Skill { .. } => true,
    };
    let same = |level: &&PlannedLevel| {
        level.target.track == target.track() && level.target.level == target.level() && series(level)
    };
    document.levels.iter().find(same)
}

impl ExpectedLevel {
    fn compare(&self, level: &PlannedLevel) -> Vec<String> {
        let mut found = Vec::new();
        let mut same = |what: &str, expected: &Option<String>, got: String| {
            if let Some(expected) = expected.as_ref().filter(|expected| **expected != got) {
                found.push(format!("{what} is {got}, should be {expected}"));
            }
        };
        let day = |way: &Option<WayThere>| way.as_ref().map_or_else(|| "none".to_owned(), |way| way.from.to_string());
        let way = level.way.as_ref().or(level.way_if_decided.as_ref());
        let last = way.and_then(|way| way.steps.last());
        same("state", &self.state, level.state.key().to_owned());
        same("from", &self.from, day(&level.way));
        same("if_decided", &self.if_decided, day(&level.way_if_decided));
        same("by_ordinary_promotion", &self.by_ordinary_promotion, day(&level.way_by_ordinary_promotion));
        let closes = last.and_then(|step| step.closes.as_ref());
        same("closes", &self.closes, closes.map_or_else(|| "none".to_owned(), |closes| closes.last_day.to_string()));
        let included = level.included_in.as_ref().map_or("none", |target| target.level);
        same("included_in", &self.included_in, included.to_owned());
        let expiry = self.after_expiry.map(|after| after.to_string());
        same("after_expiry", &expiry, way.is_some_and(|way| way.after_expiry).to_string());
        let mut listed = |what: &str, expected: &Option<Vec<String>>, got: Vec<String>| {
            same(what, &expected.as_ref().map(|list| format!("{list:?}")), format!("{got:?}"));
        };
        let steps = way.map_or(&[][..], |way| &way.steps);
        listed("steps", &self.steps, steps.iter().map(|step| format!("{} {}", step.target.level, step.from)).collect());
        listed("missing", &self.missing, level.missing.clone());
        let waits: Vec<&str> = last.iter().flat_map(|step| &step.waits_for).map(|one| one.clause.as_str()).collect();
        let stops: Vec<&str> =
            level.stops.iter().flat_map(|route| &route.conditions).map(|one| one.clause.as_str()).collect();
        for (what, expected, got) in [("waits_for", &self.waits_for, waits), ("stops", &self.stops, stops)] {
            for clause in expected.iter().flatten().filter(|clause| !got.contains(&clause.as_str())) {
                found.push(format!("{what} names {got:?}, should name {clause}"));
            }
        }
        found
    }
}
