//! Makes the decision document of one place out of the engine's values.

mod beside;
mod conditions;
mod indications;
mod not_in_force;
pub(crate) mod notes;
mod remedies;

use engine::{Explained, Facts, Names, RouteReasons, explain};
use model::contradiction::{Against, Contradiction, DatedFact};
use model::decision::{
    CatalogueAnswer, CatalogueMatch, ChosenReading, ContradictionNote, DECISION_SCHEMA, Decision, DecisionDocument,
    FactDay, JurisdictionRef, PassedOnRef, PolicyRef, Referral, Route, TargetRef,
};
use model::{Dossier, Outcome, Target, Truth, Word};
use policy::Policy;
use policy::condition::Subject;
use policy::rule::Governed;
use wording::{Lang, Phrasebook, Summary};

use crate::ask::Ask;
use crate::guantong::Guantong;

/// The decisions of one place.
pub(crate) fn document(guantong: &Guantong, policy: &Policy, ask: &Ask<'_>) -> DecisionDocument {
    let standards = ask.standards.unwrap_or_else(|| guantong.standards());
    let facts = Facts::new(policy, &guantong.packs().national, standards, ask.dossier, ask.as_of);
    let all;
    let targets = if ask.targets.is_empty() {
        all = listed_targets(policy);
        &all
    } else {
        ask.targets
    };
    let writer = Writer::new(guantong, &facts, ask);
    DecisionDocument {
        schema: DECISION_SCHEMA,
        as_of: ask.as_of,
        lang: ask.lang.key(),
        jurisdiction: jurisdiction_ref(policy),
        policy: policy_ref(policy, ask.lang),
        decisions: targets.iter().map(|target| writer.decision(target)).collect(),
        warnings: writer.document_warnings(),
        contradictions: Vec::new(),
    }
}

/// The place as documents name it.
pub(crate) fn jurisdiction_ref(policy: &Policy) -> JurisdictionRef {
    JurisdictionRef {
        key: policy.jurisdiction.key.clone(),
        code: policy.jurisdiction.code.clone(),
        name: policy.jurisdiction.zh.clone(),
        name_in_english: policy.jurisdiction.en.clone(),
    }
}

/// The policy as documents name it.
pub(crate) fn policy_ref(policy: &Policy, lang: Lang) -> PolicyRef {
    PolicyRef {
        id: policy.id.clone(),
        document: document_name(policy),
        effective: policy.effective,
        expires: policy.expires,
        digest: policy.digest.clone(),
        passes_on: policy
            .chain
            .iter()
            .map(|passed| PassedOnRef { id: passed.id.clone(), document: named(&passed.document) })
            .collect(),
        checked: policy.checked.on,
        text_digest: policy.text_digest.clone(),
        settings: policy
            .settings
            .iter()
            .filter(|setting| setting.is_changed())
            .map(|setting| chosen_reading(setting, lang.key()))
            .collect(),
    }
}

/// A target as documents name it.
pub(crate) fn target_ref(target: &Target, dossier: &Dossier) -> TargetRef {
    let (series, occupation) = match target {
        Target::Title { series, .. } => (Some(*series), None),
        Target::Skill { occupation, .. } => {
            (None, occupation.clone().or_else(|| dossier.employment.occupation.clone()))
        }
    };
    TargetRef { track: target.track(), level: target.level(), series, occupation, name: target.name() }
}

/// What contradicts itself in the history of the person asked about.
pub(crate) fn contradictions(ask: &Ask<'_>) -> Vec<ContradictionNote> {
    let fact = |fact: DatedFact| FactDay { path: fact.path, day: fact.day };
    let note = |one: &Contradiction| ContradictionNote {
        kind: one.kind,
        facts: match one.against {
            Against::Fact(other) => vec![fact(one.fact), fact(other)],
            Against::DayAsked(_) => vec![fact(one.fact)],
        },
        says: Phrasebook::of(ask.lang).contradiction(one),
    };
    engine::contradictions(ask.dossier, ask.as_of).iter().map(note).collect()
}

/// The document's title and number.
pub(crate) fn document_name(policy: &Policy) -> String {
    named(&policy.document)
}

fn named(document: &policy::format::Document) -> String {
    match &document.number {
        Some(number) => format!("《{}》（{number}）", document.title),
        None => format!("《{}》", document.title),
    }
}

fn chosen_reading(setting: &policy::Setting, lang: &str) -> ChosenReading {
    let says = setting.spec.choices.get(&setting.chosen).map_or("", |text| text.in_language(lang));
    ChosenReading { clause: setting.spec.clause.clone(), choice: setting.chosen.clone(), says: says.to_owned() }
}

/// The targets that a policy governs: titles first, in ladder order.
pub(crate) fn listed_targets(policy: &Policy) -> Vec<Target> {
    policy.governed.iter().map(Governed::target).collect()
}

/// Makes sentences out of one person's reasons on one day.
pub(crate) struct Writer<'w> {
    guantong: &'w Guantong,
    policy: &'w Policy,
    facts: &'w Facts<'w>,
    ask: &'w Ask<'w>,
    phrases: &'static Phrasebook,
}

impl<'w> Writer<'w> {
    /// For the facts of a question.
    pub(crate) fn new(guantong: &'w Guantong, facts: &'w Facts<'w>, ask: &'w Ask<'w>) -> Self {
        Self { guantong, policy: facts.policy, facts, ask, phrases: Phrasebook::of(ask.lang) }
    }
}

impl Writer<'_> {
    fn decision(&self, target: &Target) -> Decision {
        let explained = explain(self.facts, target);
        let verdict = &explained.verdict;
        let outcome = verdict.outcome;
        let mut missing: Vec<String> = verdict.missing.iter().map(ToString::to_string).collect();
        missing.sort_unstable();
        let mut summary = String::new();
        self.phrases.summary(
            &mut summary,
            &Summary {
                target,
                outcome,
                effect: verdict.effect,
                earliest: verdict.earliest,
                after_expiry: verdict.after_expiry,
                effective: self.policy.effective,
                expires: self.policy.expires,
                missing: missing.len(),
            },
        );
        let route = verdict.route.and_then(|i| explained.routes.get(i)).map(|reasons| reasons.route.id.clone());
        let waivers = if outcome == Outcome::NotGoverned { Vec::new() } else { self.waivers(target) };
        Decision {
            target: target_ref(target, self.ask.dossier),
            outcome,
            outcome_name: outcome.zh(),
            summary,
            effect: verdict.effect,
            effect_name: verdict.effect.map(Word::zh),
            route,
            earliest: verdict.earliest,
            after_expiry: verdict.after_expiry,
            missing,
            to_be_judged: self.to_be_judged(&explained),
            referred_to: self.referred_to(&explained),
            routes: self.routes(&explained, target),
            remedies: self.what_would_open(target, outcome),
            waivers,
            catalogue: self.catalogue(&explained, target),
            indicative: self.indicative(&explained, target),
            notes: match explained.governed {
                Some(_) => self.asked(target).notes(self.phrases),
                None => Vec::new(),
            },
            chosen_readings: self.chosen_readings(&explained),
        }
    }

    fn asked<'t>(&'t self, target: &'t Target) -> notes::Asked<'t> {
        notes::Asked { policy: self.policy, dossier: self.ask.dossier, as_of: self.ask.as_of, target }
    }

    fn routes(&self, explained: &Explained<'_>, target: &Target) -> Vec<Route> {
        if explained.governed.is_none() {
            return vec![self.not_in_force(target)];
        }
        let pilot = (!explained.pilot.is_empty()).then(|| self.pilot(explained));
        if explained.verdict.outcome == Outcome::NotGoverned {
            return pilot.into_iter().collect();
        }
        let route = |reasons: &RouteReasons<'_>| Route {
            id: reasons.route.id.clone(),
            name: reasons.route.name.in_language(self.ask.lang.key()).to_owned(),
            outcome: reasons.outcome,
            conditions: reasons.conditions.iter().map(|reason| self.condition(reason)).collect(),
        };
        pilot.into_iter().chain(explained.routes.iter().map(route)).collect()
    }

    /// Who is inside a pilot that runs on the day.
    fn pilot(&self, explained: &Explained<'_>) -> Route {
        let truth = explained.pilot.iter().fold(Truth::Yes, |all, one| all.and(one.holds));
        Route {
            id: "pilot".to_owned(),
            name: self.phrases.text("route-pilot").to_owned(),
            outcome: match (explained.verdict.outcome, truth) {
                (Outcome::NotGoverned, _) => Outcome::NotGoverned,
                (_, Truth::Unknown) => Outcome::Undetermined,
                _ => Outcome::Eligible,
            },
            conditions: explained.pilot.iter().map(|reason| self.condition(reason)).collect(),
        }
    }

    /// The routes that can still lead to the answer: the one that answers, or all that are not closed.
    fn live<'e, 'p>(&self, explained: &'e Explained<'p>) -> Vec<&'e RouteReasons<'p>> {
        match (explained.verdict.outcome, explained.verdict.route) {
            (Outcome::Held | Outcome::NotGoverned | Outcome::NotEligible, _) => Vec::new(),
            (Outcome::Eligible | Outcome::NotYet, Some(i)) => explained.routes.get(i).into_iter().collect(),
            (outcome, _) => {
                let live = |route: &&RouteReasons<'_>| match outcome {
                    Outcome::Referred => route.outcome == Outcome::Referred,
                    _ => route.outcome != Outcome::NotEligible,
                };
                explained.routes.iter().filter(live).collect()
            }
        }
    }

    fn to_be_judged(&self, explained: &Explained<'_>) -> Vec<String> {
        let mut clauses: Vec<String> = Vec::new();
        for condition in self.live(explained).into_iter().flat_map(|route| &route.conditions) {
            if let Some(clause) = self.policy.clause(condition.clause()).filter(|_| condition.to_be_judged())
                && !clauses.contains(&clause.id)
            {
                clauses.push(clause.id.clone());
            }
        }
        clauses
    }

    fn referred_to(&self, explained: &Explained<'_>) -> Vec<Referral> {
        let mut referrals: Vec<Referral> = Vec::new();
        if explained.verdict.outcome != Outcome::Referred {
            return referrals;
        }
        for condition in self.live(explained).into_iter().flat_map(|route| &route.conditions) {
            if condition.holds != Truth::Refer {
                continue;
            }
            let body = self.policy.bodies.get(condition.refer_to());
            let (Some((_, body)), Some(clause)) = (body, self.policy.clause(condition.clause())) else { continue };
            let referral = Referral { to: body.in_language(self.ask.lang.key()).to_owned(), clause: clause.id.clone() };
            if !referrals.contains(&referral) {
                referrals.push(referral);
            }
        }
        referrals
    }

    fn catalogue(&self, explained: &Explained<'_>, target: &Target) -> Option<CatalogueAnswer> {
        let catalogue = self.policy.catalogue.as_ref()?;
        let subject = self.policy.catalogue_subject(explained.governed?)?;
        let dossier = self.ask.dossier;
        let post = dossier.employment.occupation.as_deref();
        let occupation = match subject {
            Subject::Post => post,
            Subject::Skill => self.certificate_of_answer(explained).or(post),
        };
        let Some(name) = occupation else {
            return Some(CatalogueAnswer { listed: Truth::Unknown, occupation: None, matches: Vec::new() });
        };
        let placed = Names::new(self.policy, &self.guantong.packs().national).place(name);
        let series = match target {
            Target::Title { series, .. } => Some(*series),
            Target::Skill { .. } => None,
        };
        let majors = placed.majors & self.policy.majors_towards(target.track(), series);
        let groups = catalogue.lists == policy::format::Lists::Groups;
        let listed =
            match (majors != 0, groups && !placed.placed(), self.policy.unlisted_is_referred(explained.governed?)) {
                (true, _, _) => Truth::Yes,
                (false, false, false) => Truth::No,
                (false, _, _) => Truth::Refer,
            };
        let plain = policy::occupations::plain_name(name);
        let matches = crate::lookup::rows_of(catalogue, &plain, placed)
            .filter(|row| majors & (1 << row.major) != 0)
            .filter_map(|row| {
                let major = catalogue.majors.get(row.major)?;
                Some(CatalogueMatch {
                    series: major.series.zh().to_owned(),
                    specialty: major.name.clone(),
                    occupation: row.occupation.clone(),
                    code: row.code.clone(),
                    body: row.body.clone(),
                    errata: (!row.errata.is_empty()).then(|| row.errata.clone()),
                })
            })
            .collect();
        Some(CatalogueAnswer { listed, occupation: Some(name.to_owned()), matches })
    }

    /// The occupation of the certificate that carries the first route shown.
    fn certificate_of_answer(&self, explained: &Explained<'_>) -> Option<&str> {
        let shown = explained.verdict.route.unwrap_or(0);
        let conditions = &explained.routes.get(shown)?.conditions;
        let index = conditions.iter().find_map(|condition| {
            condition.detail(self.facts).1.iter().find_map(|path| match path {
                model::paths::FactPath::Skill(index, "occupation") => Some(*index),
                _ => None,
            })
        })?;
        self.ask.dossier.skills.as_ref()?.get(usize::try_from(index).ok()?)?.occupation.as_deref()
    }
}
