//! The head of a policy's page: the document, its dates, who checked it when, how its clauses stand; then the routes.

use model::Word as _;
use policy::format::Road;
use policy::rule::Route;

use super::markdown::{Markdown, escaped};
use super::{Page, file_name, in_force, other};
use crate::coverage::Standing;

impl Page<'_> {
    pub(super) fn head(&self, out: &mut Markdown) {
        let (policy, document) = (self.policy, &self.policy.document);
        out.line(&format!("<!-- {} -->", self.t("guide-made")));
        let place = self.either(&policy.jurisdiction.zh, &policy.jurisdiction.en);
        let title = self.either(&document.title, &document.en);
        out.heading(1, &self.say("guide-policy-title", &[("place", place), ("document", title)]));
        let key = policy.jurisdiction.key.as_str();
        out.line(&format!(
            "[{}]({}) · [{}]({})",
            self.t("guide-other-language"),
            file_name(Some(key), other(self.lang)),
            self.t("guide-all-places"),
            file_name(None, self.lang)
        ));
        out.blank();
        out.row(&["", ""]);
        out.row(&["---", "---"]);
        out.row(&[self.t("guide-document"), &format!("《{}》", escaped(&document.title))]);
        if let Some(number) = &document.number {
            let note = document.number_note.as_ref().map(|note| note.in_language(self.lang.key()));
            let number = [Some(number.as_str()), note].into_iter().flatten().collect::<Vec<_>>().join("; ");
            out.row(&[self.t("guide-number"), &escaped(&number)]);
        }
        out.row(&[self.t("guide-issuer"), &document.issuer]);
        if let Some(issued) = document.issued {
            out.row(&[self.t("guide-issued"), &issued.to_string()]);
        }
        let days = in_force(policy, self.book);
        let clauses = policy.in_force_clauses.join(self.t("guide-mark"));
        let days = self.say("guide-in-force-clauses", &[("days", &days), ("clauses", &clauses)]);
        out.row(&[self.t("guide-in-force"), &days]);
        let (day, who) = (policy.checked.on.to_string(), policy.checked.by.in_language(self.lang.key()));
        out.row(&[self.t("guide-checked"), &self.say("guide-checked-value", &[("day", &day), ("who", who)])]);
        if let Some(by) = &policy.checked.superseded_by {
            out.row(&[self.t("guide-superseded"), by]);
        }
        self.figures(out);
        if let Some(passed) = policy.chain.last() {
            let root = self.guantong.packs().with_id(&passed.id);
            let page = file_name(root.map(|root| root.jurisdiction.key.as_str()), self.lang);
            out.paragraph(&self.say("guide-passes-on-lead", &[("page", &page)]));
        }
        if policy.road == Road::Ordinary {
            out.paragraph(self.t("guide-ordinary-note"));
        }
        out.paragraph(self.t("guide-reading-note"));
    }

    fn figures(&self, out: &mut Markdown) {
        for passed in &self.policy.chain {
            out.row(&[self.t("guide-passes-on"), &format!("《{}》", escaped(&passed.document.title))]);
        }
        let count = |standing| self.covered.standing(standing).count().to_string();
        let (carried, open, nothing) = (count(Standing::Carried), count(Standing::Open), count(Standing::Nothing));
        let total = self.covered.clauses.len().to_string();
        let figures = [("total", total.as_str()), ("carried", &carried), ("open", &open), ("nothing", &nothing)];
        let mut clauses = self.say("guide-clauses-value", &figures);
        let uncovered = count(Standing::Uncovered);
        if uncovered != "0" {
            clauses += &self.say("guide-uncovered-value", &[("uncovered", &uncovered)]);
        }
        out.row(&[self.t("guide-clauses"), &clauses]);
        if let Some(catalogue) = self.policy.catalogue.as_ref().filter(|_| self.policy.chain.is_empty()) {
            let (rows, majors) = (catalogue.rows.len().to_string(), catalogue.majors.len().to_string());
            let value = self.say("guide-catalogue-value", &[("rows", &rows), ("majors", &majors)]);
            out.row(&[self.t("guide-catalogue"), &value]);
        }
        if let Some((_, points)) = self.policy.service_points.as_ref().filter(|_| self.policy.chain.is_empty()) {
            let mut names: Vec<&str> = points.iter().map(|point| point.institution.as_str()).collect();
            names.sort_unstable();
            names.dedup();
            let value = self.say("guide-service-points-value", &[("institutions", &names.len().to_string())]);
            out.row(&[self.t("guide-service-points"), &value]);
        }
    }

    /// Every level with its routes and the clauses of their conditions.
    pub(super) fn routes(&self, out: &mut Markdown) {
        out.heading(2, self.t("guide-routes"));
        out.paragraph(self.t("guide-routes-lead"));
        for governed in &self.policy.governed {
            out.heading(3, &self.words.level(governed));
            for route in &governed.routes {
                let effect = self.book.word("effect", route.effect.key());
                let name = escaped(route.name.in_language(self.lang.key()));
                let route_line = self.say("guide-route", &[("route", &name), ("effect", effect)]);
                out.item(&format!("{route_line}{}{}", self.t("guide-colon"), self.clauses_of(route)));
            }
        }
    }

    fn clauses_of(&self, route: &Route) -> String {
        let mut clauses: Vec<&str> = Vec::new();
        route.rule.leaves(&mut |leaf| {
            let id = self.policy.clause(leaf.clause).map_or("", |clause| clause.id.as_str());
            if !clauses.contains(&id) {
                clauses.push(id);
            }
        });
        clauses.join(self.t("guide-mark"))
    }
}
