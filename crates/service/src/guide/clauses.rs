//! Clause by clause in the document's order: where it stands, what it says, what carries it, the reading taken.

use policy::Clause;

use super::Page;
use super::markdown::{Markdown, escaped};
use crate::coverage::{Carrier, ClauseCoverage, Standing};

impl Page<'_> {
    pub(super) fn clauses(&self, out: &mut Markdown) {
        out.heading(2, self.t("guide-by-clause"));
        let own = self.policy.clauses.iter().zip(&self.covered.clauses);
        own.for_each(|(clause, covered)| self.clause(out, clause, covered));
    }

    fn clause(&self, out: &mut Markdown, clause: &Clause, covered: &ClauseCoverage) {
        out.heading(3, &clause.id);
        let kind = self.kind(clause.kind.key());
        let line = self.say("guide-clause-line", &[("place", &escaped(&clause.place)), ("kind", &kind)]);
        out.line(&format!("*{line}*"));
        out.paragraph(&escaped(clause.says(self.lang.key())));
        match covered.standing {
            Standing::Open => {
                let part = self.part(&covered.part);
                out.item(&self.say("guide-open-line", &[("part", &part)]));
            }
            Standing::Uncovered => out.item(self.t("guide-uncovered-line")),
            Standing::Nothing | Standing::Carried => {}
        }
        if let Some(reason) = &covered.reason {
            out.item(reason.in_language(self.lang.key()));
        }
        for carrier in &covered.carriers {
            out.item(&self.carrier(carrier));
        }
        if let (Some(from), Some(sure)) = (clause.comes_from(self.lang.key()), &clause.confidence) {
            let sure = self.t(match sure.as_str() {
                "high" => "guide-confidence-high",
                "medium" => "guide-confidence-medium",
                _ => "guide-confidence-low",
            });
            out.item(&self.say("guide-provenance", &[("from", &escaped(from)), ("sure", sure)]));
        }
        if let Some(reading) = &clause.ambiguity {
            let language = self.t("guide-reading-language");
            let head = format!("{}{language}{}", self.t("guide-reading"), self.t("guide-colon"));
            out.item(&format!("{head}{}", escaped(reading)));
        }
        out.blank();
    }

    fn carrier(&self, carrier: &Carrier) -> String {
        let by = &carrier.by_words(self.lang);
        let says = escaped(carrier.says.in_language(self.lang.key()));
        match &carrier.of {
            Some(of) => {
                let of = escaped(of.in_language(self.lang.key()));
                self.say("guide-carried-of", &[("by", by), ("says", &says), ("of", &of)])
            }
            None => self.say("guide-carried", &[("by", by), ("says", &says)]),
        }
    }

    fn kind(&self, kind: &str) -> String {
        let id = format!("guide-kind-{kind}");
        let name = self.book.text(&id);
        if name == id { kind.to_owned() } else { name.to_owned() }
    }

    /// The clauses that wait for a later part, by part.
    pub(super) fn open(&self, out: &mut Markdown) {
        if self.covered.standing(Standing::Open).next().is_none() {
            return;
        }
        out.heading(2, self.t("guide-open"));
        out.paragraph(self.t("guide-open-lead"));
        for part in ["procedure", "certificate", "register"] {
            let open = self.covered.standing(Standing::Open).filter(|clause| clause.part == part);
            let ids: Vec<&str> = open.map(|clause| clause.clause.as_str()).collect();
            if !ids.is_empty() {
                let name = self.say("guide-open-part", &[("part", &self.part(part))]);
                out.item(&format!("{name}{}{}", self.t("guide-colon"), ids.join(self.t("guide-mark"))));
            }
        }
    }
}
