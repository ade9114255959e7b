//! One condition as the decision document tells it: what people judge in the clause's words, the rest by its facts.

use engine::ConditionReason;
use model::decision::Condition;
use model::paths::FactPath;
use model::reason::Reason;

use super::Writer;

/// How many counted records a sentence names.
const MOST_NAMED: usize = 5;

fn record<T>(list: &Option<Vec<T>>, index: u32) -> Option<&T> {
    list.as_ref()?.get(usize::try_from(index).ok()?)
}

impl Writer<'_> {
    pub(crate) fn condition(&self, reason: &ConditionReason<'_>) -> Condition {
        let clause = self.policy.clause(reason.clause());
        let (detail, facts) = reason.detail(self.facts);
        Condition {
            clause: clause.map(|clause| clause.id.clone()).unwrap_or_default(),
            stage: reason.stage(),
            holds: reason.holds,
            says: self.says(reason, &detail, &facts),
            facts: facts.into_vec(),
            since: reason.since,
            from: reason.from,
            by_finding: reason.by_finding,
            by_evidence: reason.by_evidence,
        }
    }

    fn says(&self, reason: &ConditionReason<'_>, detail: &Reason<'_>, facts: &[FactPath]) -> String {
        let mut says = String::new();
        if reason.by_finding {
            self.phrases.finding(&mut says, reason.holds);
            return says;
        }
        let counted = matches!(detail, Reason::Counted { .. });
        if counted || !reason.to_be_judged() {
            self.phrases.condition(&mut says, detail, reason.holds, self.ask.as_of);
        }
        let first = match reason.to_be_judged() {
            true => self.judged(reason),
            false if counted => self.clause(reason).to_owned(),
            false => return says,
        };
        if !counted {
            return first;
        }
        let says = self.one_after_the_other(&first, &says);
        self.one_after_the_other(&says, &self.counted(facts))
    }

    /// The part of the clause that is meant here, else the clause.
    fn clause<'c>(&'c self, reason: &ConditionReason<'c>) -> &'c str {
        let lang = self.ask.lang.key();
        let clause = self.policy.clause(reason.clause()).map_or("", |clause| clause.says(lang));
        reason.part().map_or(clause, |part| part.in_language(lang))
    }

    /// Who judges what.
    fn judged(&self, reason: &ConditionReason<'_>) -> String {
        let body = self.policy.bodies.get(reason.refer_to());
        let body = body.map_or("", |(_, body)| body.in_language(self.ask.lang.key()));
        self.phrases.format("condition-judged-by", &[("body", body), ("clause", self.clause(reason))])
    }

    /// Which records count: the first few, by name where they have one.
    fn counted(&self, facts: &[FactPath]) -> String {
        let name = |path: &FactPath| {
            let dossier = self.ask.dossier;
            let name = match path {
                FactPath::EvidenceItem(index, _) => record(&dossier.evidence, *index)?.name.as_deref(),
                FactPath::Honour(index, _) => record(&dossier.honours, *index)?.name.as_deref(),
                _ => None,
            };
            name.map(str::to_owned)
        };
        let label = |path: &FactPath| {
            let mut label = String::new();
            self.phrases.path(&mut label, &path.to_string());
            label
        };
        let shown = facts.iter().take(MOST_NAMED).map(|path| name(path).unwrap_or_else(|| label(path)));
        let items = shown.collect::<Vec<String>>().join(self.phrases.text("condition-counted-mark"));
        let id = if facts.len() > MOST_NAMED { "condition-counted-more" } else { "condition-counted" };
        self.phrases.format(id, &[("items", &items)])
    }

    fn one_after_the_other(&self, first: &str, second: &str) -> String {
        self.phrases.format("condition-and-more", &[("first", first), ("second", second)])
    }
}
