//! What would open a level: one sentence for a change.

use std::collections::BTreeMap;

use model::remedy::{Change, Length};
use model::{Target, Word as _};

use crate::argument::Argument;
use crate::book::Phrasebook;

impl Phrasebook {
    /// Says one change in one sentence; `body` is who decides, where others do.
    #[must_use]
    pub fn change(&self, change: &Change, body: Option<&str>) -> String {
        let body = body.unwrap_or_else(|| self.text("remedy-somebody"));
        match change {
            Change::State(path) => {
                let mut fact = String::new();
                self.path(&mut fact, &path.to_string());
                self.format("remedy-state", &[("fact", &fact)])
            }
            Change::Wait { until, after } => {
                let until = until.map(|day| day.to_string());
                let after = after.map(|length| self.length(length));
                match (&until, &after) {
                    (Some(day), Some(length)) => self.format("remedy-wait-both", &[("day", day), ("length", length)]),
                    (None, Some(length)) => self.format("remedy-wait-after", &[("length", length)]),
                    (day, None) => self.format("remedy-wait-until", &[("day", day.as_deref().unwrap_or_default())]),
                }
            }
            Change::Certificate { level, occupation, any_listed } => {
                let id = match (occupation, any_listed) {
                    (Some(_), true) => "remedy-certificate-listed",
                    (Some(_), false) => "remedy-certificate-in",
                    (None, _) => "remedy-certificate",
                };
                let level = self.word("skill-level", level.key());
                self.format(id, &[("level", level), ("occupation", occupation.as_deref().unwrap_or_default())])
            }
            Change::Title { tier, series } => {
                let mut title = String::new();
                self.target(&mut title, &Target::Title { tier: *tier, series: *series });
                self.format("remedy-title", &[("title", &title)])
            }
            Change::Diploma { level, relevant_to } => {
                let id = if relevant_to.is_some() { "remedy-diploma-for" } else { "remedy-diploma" };
                let level = self.word("education", level.key());
                self.format(id, &[("level", level), ("occupation", relevant_to.as_deref().unwrap_or_default())])
            }
            Change::Honours { many, names, .. } => {
                let id = if *many == 1 { "remedy-honour" } else { "remedy-honours" };
                self.format(id, &[("count", &many.to_string()), ("names", &self.among(names))])
            }
            Change::Hours(years) => self.format("remedy-hours", &[("years", &self.hours_of_years(years))]),
            Change::Employment => self.text("remedy-employment").to_owned(),
            Change::EmployerKind(kinds) => {
                let kinds: Vec<String> =
                    kinds.iter().map(|kind| self.word("employer-kind", kind.key()).to_owned()).collect();
                self.format("remedy-employer-kind", &[("kinds", &self.among(&kinds))])
            }
            Change::UpperLevel(true) => self.text("remedy-upper-level").to_owned(),
            Change::UpperLevel(false) => self.text("remedy-not-upper-level").to_owned(),
            Change::EmployerNamed(names) => self.format("remedy-employer-named", &[("names", &self.among(names))]),
            Change::Specialty(names) => self.format("remedy-specialty", &[("names", &self.among(names))]),
            Change::Field(series) => self.format("remedy-field", &[("series", self.word("series", series.key()))]),
            Change::Frontline => self.text("remedy-frontline").to_owned(),
            Change::SkilledPost => self.text("remedy-skilled-post").to_owned(),
            Change::Appointed(post) => {
                self.format("remedy-appointed", &[("post", self.word("appointment", post.key()))])
            }
            Change::PostIn { occupation, any_listed } => {
                let id = if *any_listed { "remedy-post-listed" } else { "remedy-post-in" };
                self.format(id, &[("occupation", occupation)])
            }
            Change::Work(Some(occupation)) => self.format("remedy-work-in", &[("occupation", occupation)]),
            Change::Work(None) => self.text("remedy-work").to_owned(),
            Change::Excellent(year) => self.format("remedy-excellent", &[("year", &year.to_string())]),
            Change::Decided(_) => self.format("remedy-decided", &[("body", body)]),
            Change::Found(_) => self.format("remedy-found", &[("body", body)]),
            Change::JudgedAgain(_) => self.format("remedy-judged-again", &[("body", body)]),
            Change::Status(status) => self.format("remedy-status", &[("status", self.word("status", status.key()))]),
            Change::Unlisted(Some(occupation)) => self.format("remedy-unlisted", &[("occupation", occupation)]),
            Change::Unlisted(None) => self.text("remedy-unlisted-occupation").to_owned(),
            Change::FoundNo(_) => self.text("remedy-found-no").to_owned(),
            Change::Expired(day) => self.format("remedy-expired", &[("day", &day.to_string())]),
        }
    }

    fn length(&self, length: Length) -> String {
        let mut years = String::new();
        self.write(&mut years, Argument::Years(length.years));
        let days = length.days.to_string();
        match (length.years, length.days) {
            (_, 0) => years,
            (0, _) => self.format("remedy-days", &[("days", &days)]),
            _ => self.format("remedy-years-and-days", &[("years", &years), ("days", &days)]),
        }
    }

    fn among(&self, names: &[String]) -> String {
        let mut list = String::new();
        self.write(&mut list, Argument::List(names));
        list
    }

    fn hours_of_years(&self, years: &BTreeMap<i16, u16>) -> String {
        let year = |(year, hours): (&i16, &u16)| {
            self.format("remedy-hours-year", &[("year", &year.to_string()), ("hours", &hours.to_string())])
        };
        years.iter().map(year).collect::<Vec<_>>().join(self.text("remedy-mark"))
    }
}
