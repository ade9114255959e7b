//! What a policy asks for, in words: one sentence a condition, said as the guide and the policy pages say it.

use policy::comparison::{Asked, Requirement, Statement};
use policy::condition::Condition;
use policy::rule::Level;

use super::Said;
use super::says::Writer;
use crate::words::{Limits, RuleWords};

impl Writer<'_> {
    /// A requirement with its clauses, group by group.
    pub(super) fn asks(&self, asked: &Requirement<'_>) -> Said {
        let heading = |clause: &Option<&policy::Clause>| clause.map(|clause| clause.id.clone()).into_iter().collect();
        let (id, clause, inner) = match asked {
            Requirement::One(statement) => {
                let clauses = asked.clauses().into_iter().map(str::to_owned).collect();
                return Said { says: self.statement(statement), parts: Vec::new(), clauses };
            }
            Requirement::AnyOf(clause, inner) => ("asks-any-of", clause, inner),
            Requirement::AllOf(clause, inner) => ("asks-all-of", clause, inner),
        };
        Said {
            says: self.phrases.text(id).to_owned(),
            parts: inner.iter().map(|one| self.asks(one)).collect(),
            clauses: heading(clause),
        }
    }

    fn statement(&self, statement: &Statement<'_>) -> String {
        let words = RuleWords::new(self.policy(), self.phrases.lang());
        let body = statement.body.map_or_else(|| self.phrases.text("asks-people"), |(_, name)| self.in_language(name));
        let limits = Limits {
            otherwise_refer: statement.otherwise_refer,
            for_employers: statement.for_employers,
            during: statement.during,
            body,
        };
        match &statement.asked {
            Asked::Honour(tiers) => {
                let list = self.list(tiers.iter().map(|tier| self.level(Level::Title(*tier))));
                words.limited(self.phrases.format("asks-honour", &[("list", &list)]), limits)
            }
            Asked::Honours(_, count) => {
                words.limited(self.phrases.format("asks-honours", &[("count", &count.to_string())]), limits)
            }
            Asked::Condition(condition) => {
                let text = words.asked(condition, limits);
                match condition {
                    Condition::Judged(_) | Condition::ByFinding(_) | Condition::LeftTo(_) => {
                        let clause = statement.clause.says(self.lang());
                        self.phrases.format("asks-of-clause", &[("asked", &text), ("clause", clause)])
                    }
                    _ => text,
                }
            }
        }
    }
}
