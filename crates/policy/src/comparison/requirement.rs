//! What a route asks for, as a tree of statements with their clauses, and when two of them mean the same.

use model::{EmployerKind, TitleTier};

use crate::clause::Clause;
use crate::condition::Condition;
use crate::format::Text;
use crate::pack::Policy;
use crate::rule::{During, Leaf, Rule, Test};

/// What is asked for: one statement, or several together.
#[derive(Clone, PartialEq, Debug)]
pub enum Requirement<'p> {
    /// One statement.
    One(Statement<'p>),
    /// One of these.
    AnyOf(Option<&'p Clause>, Vec<Requirement<'p>>),
    /// All of these.
    AllOf(Option<&'p Clause>, Vec<Requirement<'p>>),
}

/// One statement.
#[derive(Clone, PartialEq, Debug)]
pub struct Statement<'p> {
    /// The clause; of honours, that of the first list.
    pub clause: &'p Clause,
    /// What is asked.
    pub asked: Asked<'p>,
    /// Whether a failure is left to people.
    pub otherwise_refer: bool,
    /// The body that decides where people do, by its key and its name.
    pub body: Option<(&'p str, &'p Text)>,
    /// The only time in which it is asked.
    pub during: Option<During>,
    /// The only employers for which it is judged.
    pub for_employers: &'p [EmployerKind],
    /// The clauses of the honour lists that count.
    pub lists: Vec<&'p str>,
}

/// What a statement asks.
#[derive(Clone, PartialEq, Debug)]
pub enum Asked<'p> {
    /// A condition as packs write it.
    Condition(&'p Condition),
    /// An honour whose list opens one of these titles.
    Honour(Vec<TitleTier>),
    /// So many honours of one list that opens this title.
    Honours(TitleTier, u8),
}

/// The parts of a route's rule that all have to hold.
pub(super) fn parts<'p>(policy: &'p Policy, rule: &'p Rule) -> Vec<Requirement<'p>> {
    match rule {
        Rule::All(rules) => rules.iter().flat_map(|rule| parts(policy, rule)).collect(),
        Rule::SomeSkill(rule) | Rule::SomeTitle(rule) => parts(policy, rule),
        Rule::Any(rules) => match honour_of_lists(policy, rules) {
            Some(statement) => vec![Requirement::One(statement)],
            None => vec![Requirement::AnyOf(None, rules.iter().filter_map(|rule| whole(policy, rule)).collect())],
        },
        Rule::Headed(heading, rule) => {
            let clause = policy.clause(heading.clause);
            match whole(policy, rule) {
                Some(Requirement::AnyOf(_, inner)) => vec![Requirement::AnyOf(clause, inner)],
                Some(Requirement::AllOf(_, inner)) => vec![Requirement::AllOf(clause, inner)],
                Some(one) => vec![Requirement::AllOf(clause, vec![one])],
                None => Vec::new(),
            }
        }
        Rule::Leaf(leaf) => statement(policy, leaf).map(Requirement::One).into_iter().collect(),
    }
}

/// One requirement for a whole rule.
fn whole<'p>(policy: &'p Policy, rule: &'p Rule) -> Option<Requirement<'p>> {
    let mut parts = parts(policy, rule);
    if parts.len() > 1 { Some(Requirement::AllOf(None, parts)) } else { parts.pop() }
}

fn statement<'p>(policy: &'p Policy, leaf: &'p Leaf) -> Option<Statement<'p>> {
    let asked = match &leaf.test {
        Test::Condition(condition) => Asked::Condition(condition),
        Test::HonourList { list, at_least } => Asked::Honours(policy.honours.lists.get(*list)?.1, *at_least),
        Test::Heading => return None,
    };
    let decides = leaf.otherwise_refer || matches!(&asked, Asked::Condition(condition) if people_decide(condition));
    let body = policy.bodies.get(usize::from(leaf.refer_to)).filter(|_| decides);
    Some(Statement {
        clause: policy.clause(leaf.clause)?,
        lists: match &leaf.test {
            Test::HonourList { list, .. } => {
                policy.honours.lists.get(*list).map(|(clause, _)| clause.as_str()).into_iter().collect()
            }
            _ => Vec::new(),
        },
        asked,
        otherwise_refer: leaf.otherwise_refer,
        body: body.map(|(key, name)| (key.as_str(), name)),
        during: leaf.during,
        for_employers: &leaf.for_employers,
    })
}

/// Whether people decide some of the answers of a condition by itself.
fn people_decide(condition: &Condition) -> bool {
    match condition {
        Condition::Status(statuses) => !statuses.refer.is_empty(),
        Condition::EmployerKind(kinds) => !kinds.refer.is_empty(),
        Condition::FraudReferral(_) | Condition::SeriesLeft(_) | Condition::LevelLeft(_) => true,
        Condition::Judged(_) | Condition::LeftTo(_) | Condition::ByFinding(_) => true,
        _ => false,
    }
}

/// One statement for a choice between honour lists alone.
fn honour_of_lists<'p>(policy: &'p Policy, rules: &'p [Rule]) -> Option<Statement<'p>> {
    let mut statement: Option<Statement<'p>> = None;
    let mut tiers = Vec::new();
    for rule in rules {
        let Rule::Leaf(leaf) = rule else { return None };
        let Test::HonourList { list, at_least: 1 } = &leaf.test else { return None };
        let (clause, tier) = policy.honours.lists.get(*list)?;
        let first = match &mut statement {
            Some(first) => first,
            none => none.insert(self::statement(policy, leaf)?),
        };
        if (first.otherwise_refer, first.during) != (leaf.otherwise_refer, leaf.during) {
            return None;
        }
        tiers.push(*tier);
        if !first.lists.contains(&clause.as_str()) {
            first.lists.push(clause);
        }
    }
    tiers.sort_unstable();
    tiers.dedup();
    statement.map(|statement| Statement { asked: Asked::Honour(tiers), ..statement })
}

impl<'p> Requirement<'p> {
    /// Every statement, in order.
    pub fn statements(&self) -> Vec<&Statement<'p>> {
        match self {
            Self::One(statement) => vec![statement],
            Self::AnyOf(_, inner) | Self::AllOf(_, inner) => inner.iter().flat_map(Self::statements).collect(),
        }
    }

    /// The clauses, each once, in order.
    #[must_use]
    pub fn clauses(&self) -> Vec<&'p str> {
        let mut clauses: Vec<&'p str> = Vec::new();
        let mut add = |clause: &'p str| {
            if !clauses.contains(&clause) {
                clauses.push(clause);
            }
        };
        if let Self::AnyOf(Some(heading), _) | Self::AllOf(Some(heading), _) = self {
            add(&heading.id);
        }
        for statement in self.statements() {
            if statement.lists.is_empty() {
                add(&statement.clause.id);
            }
            statement.lists.iter().for_each(|list| add(list));
        }
        clauses
    }

    /// Whether both ask for the same; what people judge is the same where both clauses say the same.
    pub(super) fn means_what(&self, other: &Requirement<'_>) -> bool {
        match (self, other) {
            (Self::One(one), Requirement::One(two)) => one.means_what(two),
            (Self::AnyOf(_, one), Requirement::AnyOf(_, two)) | (Self::AllOf(_, one), Requirement::AllOf(_, two)) => {
                all_mean_what(one, two)
            }
            _ => false,
        }
    }
}

/// Whether both lists ask for the same, one by one.
pub(super) fn all_mean_what(one: &[Requirement<'_>], two: &[Requirement<'_>]) -> bool {
    one.len() == two.len() && one.iter().zip(two).all(|(one, two)| one.means_what(two))
}

impl Statement<'_> {
    fn means_what(&self, other: &Statement<'_>) -> bool {
        let beside = |one: &Statement<'_>| (one.otherwise_refer, one.body.map(|(key, _)| key.to_owned()), one.during);
        beside(self) == beside(other)
            && self.for_employers == other.for_employers
            && match (&self.asked, &other.asked) {
                (Asked::Condition(one), Asked::Condition(two)) => {
                    *one == *two && (!by_clause(one) || self.clause.zh == other.clause.zh)
                }
                (one, two) => one == two,
            }
    }
}

/// Whether only the clause says what is asked.
fn by_clause(condition: &Condition) -> bool {
    matches!(condition, Condition::Judged(_) | Condition::LeftTo(_) | Condition::ByFinding(_))
}
