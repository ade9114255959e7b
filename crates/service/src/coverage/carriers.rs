//! What carries a clause: rules with their routes, pilots, lists, tables, waivers, warnings, settings, definitions, procedures.

use policy::format::{Relation, Text};
use policy::rule::Level;
use policy::{Clause, Policy};
use schemars::JsonSchema;
use serde::Serialize;
use wording::{Lang, Phrasebook};

use super::Both;
use super::conditions::{AskedCondition, Conditions, Way, has_clock, has_threshold};
use super::examples::{Beside, Tally};
use super::procedures;
use super::sides::{Edge, Sides};
use crate::words::RuleWords;

/// What kind of thing carries a clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// A condition of routes.
    Rule,
    /// A time in which only some persons are inside.
    Pilot,
    /// The days in force.
    InForce,
    /// What makes occupations related.
    Related,
    /// An honour list.
    HonourList,
    /// A catalogue table.
    Catalogue,
    /// A specialty of a catalogue.
    Specialty,
    /// The list of service points.
    ServicePoints,
    /// Who reviews which title.
    Reviewer,
    /// Who evaluates which skill level.
    Evaluator,
    /// Something that need not be done.
    Exemption,
    /// Something that need not be paid.
    Fee,
    /// How classes of technical schools count.
    Equivalence,
    /// Something said beside a decision.
    Warning,
    /// A reading that an operator can choose.
    Setting,
    /// It forbids anybody below to ask for less, which loading checks.
    NoWeakening,
    /// A definition that the vocabulary itself carries.
    Definition,
    /// A way of applications, or a step of one.
    Procedure,
    /// An item of a score sheet, or the sheet.
    Sheet,
    /// The case engine, in every way of the place.
    Casework,
    /// Whom to ask.
    Ask,
}

impl By {
    /// The id of its name.
    #[must_use]
    pub fn name_id(self) -> &'static str {
        match self {
            Self::Rule => "by-rule",
            Self::Pilot => "by-pilot",
            Self::InForce => "by-in-force",
            Self::Related => "by-related",
            Self::HonourList => "by-honour-list",
            Self::Catalogue => "by-catalogue",
            Self::Specialty => "by-specialty",
            Self::ServicePoints => "by-service-points",
            Self::Reviewer => "by-reviewer",
            Self::Evaluator => "by-evaluator",
            Self::Exemption => "by-exemption",
            Self::Fee => "by-fee",
            Self::Equivalence => "by-equivalence",
            Self::Warning => "by-warning",
            Self::Setting => "by-setting",
            Self::NoWeakening => "by-no-weakening",
            Self::Definition => "by-definition",
            Self::Procedure => "by-procedure",
            Self::Sheet => "by-sheet",
            Self::Casework => "by-casework",
            Self::Ask => "by-ask",
        }
    }

    /// Whether it belongs to the procedure from filing to the result.
    #[must_use]
    pub fn is_of_procedure(self) -> bool {
        matches!(self, Self::Procedure | Self::Sheet | Self::Casework | Self::Ask)
    }
}

/// A route to a level.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct RouteRef {
    /// The target, as `--target` takes it.
    pub target: String,
    /// The route's identifier in the pack.
    pub route: String,
}

impl Carrier {
    /// What kind of thing it is, in words; of one of several ways, which.
    #[must_use]
    pub fn by_words(&self, lang: Lang) -> String {
        let book = Phrasebook::of(lang);
        let by = book.text(self.by.name_id());
        match self.way {
            None => by.to_owned(),
            Some(way) => {
                let (number, of) = (way.number.to_string(), way.of.to_string());
                book.format("by-way", &[("by", by), ("number", &number), ("of", &of)])
            }
        }
    }
}

/// One thing that carries a clause.
#[derive(Clone, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Carrier {
    /// What kind of thing it is.
    pub by: By,
    /// What it says or asks.
    pub says: Both,
    /// Of a condition: whom it is asked of, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Both>,
    /// The routes that ask it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<RouteRef>,
    /// Which of several ways it belongs to, where one of them is enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way: Option<Way>,
    /// The shared group that they take it from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared: Option<String>,
    /// Whether it has a threshold, so that worked examples have to stand on both sides.
    pub threshold: bool,
    /// Of a condition with a clock: the worked examples on the day on which it is met, and on the day before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edge: Option<Edge>,
    /// The worked examples on its sides; null where examples cannot exercise it.
    pub examples: Option<Sides>,
}

/// Everything that carries a clause, in the order in which a reader would ask.
pub(super) fn of(policy: &Policy, conditions: &Conditions<'_>, clause: &Clause, tally: &Tally) -> Vec<Carrier> {
    let made = Made { policy, tally };
    let mut carriers = Vec::new();
    let id = clause.id.as_str();
    if let Some(index) = policy.clause_named(id) {
        carriers.extend(conditions.of_clause(index).map(|(position, asked)| made.rule(position, asked)));
        let pilots = policy.pilots.iter().filter(|pilot| pilot.clause == index);
        carriers.extend(pilots.map(|pilot| {
            let days = [("from", pilot.during.from.to_string()), ("until", pilot.during.until.to_string())];
            let days = days.each_ref().map(|(name, day)| (*name, day.as_str()));
            Carrier { examples: Some(tally.of_clause(id)), ..made.carrier(By::Pilot, said("carried-pilot", &days)) }
        }));
    }
    made.provisions(id, &mut carriers);
    made.tables(id, &mut carriers);
    carriers.extend(procedures::of(policy, id).into_iter().map(|(by, says)| made.carrier(by, says)));
    carriers
}

struct Made<'m> {
    policy: &'m Policy,
    tally: &'m Tally,
}

impl Made<'_> {
    fn carrier(&self, by: By, says: Both) -> Carrier {
        Carrier {
            by,
            says,
            of: None,
            routes: Vec::new(),
            way: None,
            shared: None,
            threshold: false,
            edge: None,
            examples: None,
        }
    }

    fn beside(&self, by: By, says: Both, beside: &Beside) -> Carrier {
        Carrier { examples: Some(self.tally.of(beside)), ..self.carrier(by, says) }
    }

    fn rule(&self, position: usize, asked: &AskedCondition<'_>) -> Carrier {
        let words = |lang| RuleWords::new(self.policy, lang);
        let routes = asked.routes.iter().map(|(governed, route)| RouteRef {
            target: match governed.level {
                Level::Title(tier) => format!("title:{tier}"),
                Level::Skill(level) => format!("skill:{level}"),
            },
            route: route.id.clone(),
        });
        Carrier {
            routes: routes.collect(),
            of: Some(Both { zh: words(Lang::Zh).asked_of(asked), en: words(Lang::En).asked_of(asked) }),
            way: asked.way,
            shared: asked.shared.map(str::to_owned),
            threshold: has_threshold(asked.leaf),
            edge: has_clock(asked.leaf).then(|| self.tally.edge_of(position)),
            examples: Some(self.tally.of_condition(position)),
            ..self.carrier(
                By::Rule,
                Both { zh: words(Lang::Zh).sentence(asked.leaf), en: words(Lang::En).sentence(asked.leaf) },
            )
        }
    }

    fn provisions(&self, id: &str, carriers: &mut Vec<Carrier>) {
        let policy = self.policy;
        if policy.in_force_clauses.iter().any(|clause| clause == id) && policy.chain.is_empty() {
            let (from, until) = (policy.effective.to_string(), policy.expires.map(|day| day.to_string()));
            let says = match &until {
                Some(until) => said("carried-in-force-until", &[("from", &from), ("until", until)]),
                None => said("carried-in-force-from", &[("from", &from)]),
            };
            carriers.push(Carrier { threshold: true, ..self.beside(By::InForce, says, &Beside::InForce) });
        }
        if policy.related.clause == id {
            let says = said(
                match policy.related.by {
                    Relation::Same => "carried-related-same",
                    Relation::Group => "carried-related-group",
                    Relation::Row => "carried-related-row",
                },
                &[],
            );
            carriers.push(self.carrier(By::Related, says));
        }
        for (number, waiver) in policy.waivers.iter().enumerate().filter(|(_, waiver)| waiver.clause == id) {
            let by = match waiver.what {
                policy::format::Waived::TheoryFee => By::Fee,
                policy::format::Waived::TheoryExam => By::Exemption,
            };
            carriers.push(self.beside(by, Both::from(&waiver.says), &Beside::Waiver(number)));
        }
        for equal in policy.equivalences.iter().filter(|equal| equal.clause == id) {
            let says = |lang| {
                let book = Phrasebook::of(lang);
                let pair = |(class, level): (&model::SchoolClass, &model::EducationLevel)| {
                    use model::Word as _;
                    let class = book.word("school-class", class.key());
                    let level = book.word("education", level.key());
                    book.format("carried-equivalence-pair", &[("class", class), ("level", level)])
                };
                let pairs: Vec<String> = equal.classes.iter().map(pair).collect();
                book.format("carried-equivalence", &[("pairs", &pairs.join(book.text("rule-list-mark")))])
            };
            let says = Both { zh: says(Lang::Zh), en: says(Lang::En) };
            carriers.push(self.beside(By::Equivalence, says, &Beside::Equivalence));
        }
        for (number, warning) in policy.warnings.iter().enumerate().filter(|(_, warning)| warning.clause == id) {
            carriers.push(self.beside(By::Warning, Both::from(&warning.says), &Beside::Warning(number)));
        }
        for setting in policy.settings.iter().filter(|setting| setting.spec.clause == id) {
            let reading = |lang: &str| match setting.spec.choices.get(&setting.chosen) {
                Some(text) => text.in_language(lang).to_owned(),
                None => setting.chosen.clone(),
            };
            let says = |lang: Lang| {
                let what: &Text = &setting.spec.what;
                let arguments = [("what", what.in_language(lang.key())), ("reading", &reading(lang.key()))];
                Phrasebook::of(lang).format("carried-setting", &arguments)
            };
            carriers.push(self.carrier(By::Setting, Both { zh: says(Lang::Zh), en: says(Lang::En) }));
        }
        for reviewer in policy.reviewers.iter().filter(|reviewer| reviewer.clause == id) {
            carriers.push(self.carrier(By::Reviewer, Both::from(&reviewer.says)));
        }
        for evaluator in policy.evaluators.iter().filter(|evaluator| evaluator.clause == id) {
            carriers.push(self.carrier(By::Evaluator, Both::from(&evaluator.says)));
        }
        if policy.no_weakening.as_deref() == Some(id) {
            carriers.push(self.carrier(By::NoWeakening, said("carried-no-weakening", &[])));
        }
        for entry in policy.carried.iter().filter(|entry| entry.clause == id) {
            carriers.push(self.carrier(By::Definition, Both::from(&entry.by)));
        }
    }

    fn tables(&self, id: &str, carriers: &mut Vec<Carrier>) {
        let policy = self.policy;
        for (list, (_, opens)) in policy.honours.lists.iter().enumerate().filter(|(_, (clause, _))| clause == id) {
            let total = policy.honours.entries.iter().filter(|entry| entry.list == list).count().to_string();
            let says = |lang| {
                use model::Word as _;
                let book = Phrasebook::of(lang);
                book.format("carried-honours", &[("total", &total), ("tier", book.word("title-tier", opens.key()))])
            };
            carriers.push(self.carrier(By::HonourList, Both { zh: says(Lang::Zh), en: says(Lang::En) }));
        }
        if let Some(catalogue) = &policy.catalogue {
            for table in catalogue.clauses.iter().filter(|table| *table == id) {
                let in_table = |major: usize| {
                    let own = catalogue.majors.get(major).map_or("", |major| major.clause.as_str());
                    own == table || catalogue.clauses.len() == 1
                };
                let rows = catalogue.rows.iter().filter(|row| in_table(row.major)).count().to_string();
                let majors = (0..catalogue.majors.len()).filter(|major| in_table(*major)).count().to_string();
                let says = said("carried-catalogue", &[("rows", &rows), ("majors", &majors)]);
                carriers.push(self.beside(By::Catalogue, says, &Beside::Table(table.clone())));
            }
            let own = |clause: &str| clause == id && !catalogue.clauses.iter().any(|table| table == clause);
            for (number, major) in catalogue.majors.iter().enumerate().filter(|(_, major)| own(&major.clause)) {
                let rows = catalogue.rows.iter().filter(|row| row.major == number).count().to_string();
                let says = said("carried-major", &[("major", &major.name), ("rows", &rows)]);
                carriers.push(self.beside(By::Specialty, says, &Beside::Major(number)));
            }
        }
        for (_, points) in policy.service_points.iter().filter(|(clause, _)| clause == id) {
            let mut institutions: Vec<&str> = points.iter().map(|point| point.institution.as_str()).collect();
            institutions.sort_unstable();
            institutions.dedup();
            let (institutions, rows) = (institutions.len().to_string(), points.len().to_string());
            let says = said("carried-service-points", &[("institutions", &institutions), ("rows", &rows)]);
            carriers.push(self.carrier(By::ServicePoints, says));
        }
    }
}

/// A text in both languages.
pub(super) fn said(id: &str, arguments: &[(&str, &str)]) -> Both {
    let says = |lang| Phrasebook::of(lang).format(id, arguments);
    Both { zh: says(Lang::Zh), en: says(Lang::En) }
}
