//! One condition as the decision document tells it: what people judge in the clause's words, the rest by its facts.

use engine::ConditionReason;
use model::decision::Condition;
use model::reason::Reason;

use super::Writer;

impl Writer<'_> {
    pub(super) fn condition(&self, reason: &ConditionReason<'_>) -> Condition {
        let clause = self.policy.clause(reason.clause());
        let (detail, facts) = reason.detail(self.facts);
        Condition {
            clause: clause.map(|clause| clause.id.clone()).unwrap_or_default(),
            stage: reason.stage(),
            holds: reason.holds,
            says: self.says(reason, &detail),
            facts: facts.into_vec(),
            since: reason.since,
            from: reason.from,
            by_finding: reason.by_finding,
            by_evidence: reason.by_evidence,
        }
    }

    fn says(&self, reason: &ConditionReason<'_>, detail: &Reason<'_>) -> String {
        let mut says = String::new();
        if reason.by_finding {
            self.phrases.finding(&mut says, reason.holds);
            return says;
        }
        if !reason.to_be_judged() {
            self.phrases.condition(&mut says, detail, reason.holds, self.ask.as_of);
            return match reason.part() {
                Some(part) => self.one_after_the_other(part.in_language(self.ask.lang.key()), &says),
                None => says,
            };
        }
        let judged = self.judged(reason);
        if !matches!(detail, Reason::Counted { .. }) {
            return judged;
        }
        self.phrases.condition(&mut says, detail, reason.holds, self.ask.as_of);
        self.one_after_the_other(&judged, &says)
    }

    /// Who judges what: the part of the clause that is meant here, else the clause.
    fn judged(&self, reason: &ConditionReason<'_>) -> String {
        let lang = self.ask.lang.key();
        let body = self.policy.bodies.get(reason.refer_to()).map_or("", |(_, body)| body.in_language(lang));
        let clause = self.policy.clause(reason.clause()).map_or("", |clause| clause.says(lang));
        let says = reason.part().map_or(clause, |part| part.in_language(lang));
        self.phrases.format("condition-judged-by", &[("body", body), ("clause", says)])
    }

    fn one_after_the_other(&self, first: &str, second: &str) -> String {
        self.phrases.format("condition-and-more", &[("first", first), ("second", second)])
    }
}
