//! What a policy asks for, in words: one sentence a condition.

use std::collections::BTreeMap;

use model::{TitleTier, Word};
use policy::comparison::{Asked, Requirement, Statement};
use policy::condition::{
    Condition, EducationTest, EmployerKinds, FieldOf, HoursTest, Matching, Post, Subject, TitleSpecialty, WorkTest,
    Years,
};
use policy::rule::Level;

use super::Said;
use super::says::Writer;

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
        let phrases = self.phrases;
        let body = statement.body.map_or("", |(_, name)| self.in_language(name));
        let mut text = match &statement.asked {
            Asked::Honour(tiers) => {
                let list = self.list(tiers.iter().map(|tier| self.level(Level::Title(*tier))));
                phrases.format("asks-honour", &[("list", &list)])
            }
            Asked::Honours(_, count) => phrases.format("asks-honours", &[("count", &count.to_string())]),
            Asked::Condition(condition) => self.condition(statement, condition, body),
        };
        let told = matches!(statement.asked, Asked::Condition(Condition::Catalogue(_)));
        if statement.otherwise_refer && !told {
            text.push_str(&phrases.format("asks-otherwise", &[("body", body)]));
        }
        if let Some(during) = statement.during {
            let (from, until) = (during.from.to_string(), during.until.to_string());
            text.push_str(&phrases.format("asks-during", &[("from", &from), ("until", &until)]));
        }
        if !statement.for_employers.is_empty() {
            let kinds = statement.for_employers.iter().map(|kind| phrases.word("employer-kind", kind.key()));
            text.push_str(&phrases.format("asks-for-employers", &[("list", &self.list(kinds))]));
        }
        text
    }

    fn condition(&self, statement: &Statement<'_>, condition: &Condition, body: &str) -> String {
        let phrases = self.phrases;
        let plain = |id: &str| phrases.text(id).to_owned();
        let one = |id: &str, name: &str, value: &str| phrases.format(id, &[(name, value)]);
        let by_clause =
            |id: &str| phrases.format(id, &[("body", body), ("clause", statement.clause.says(self.lang()))]);
        match condition {
            Condition::Status(statuses) => {
                let words = |all: &[model::Status]| self.list(all.iter().map(|one| phrases.word("status", one.key())));
                let text = one("asks-status", "list", &words(&statuses.yes));
                self.with_referred(text, &words(&statuses.refer), body)
            }
            Condition::EmployerKind(kinds) => self.employer(kinds, body),
            Condition::UpperLevel(true) => plain("asks-upper-level"),
            Condition::UpperLevel(false) => plain("asks-not-upper-level"),
            Condition::EmployerNamed(names) => one("asks-employer-named", "list", &self.list(names)),
            Condition::SpecialtyAmong(names) => one("asks-specialty-among", "list", &self.list(names)),
            Condition::Field(FieldOf::Target) => plain("asks-field-of-target"),
            Condition::Field(FieldOf::Title) => plain("asks-field-of-title"),
            Condition::Field(FieldOf::Series(series)) => {
                one("asks-field-of-series", "series", phrases.word("series", series.key()))
            }
            Condition::Post(Post::Frontline) => plain("asks-frontline"),
            Condition::Post(Post::Skilled) => plain("asks-skilled-post"),
            Condition::Appointed(post) => one("asks-appointed", "post", phrases.word("appointment", post.key())),
            Condition::Reviews(test) if test.excellent > 0 => phrases
                .format("asks-excellent", &[("years", &test.last.to_string()), ("count", &test.excellent.to_string())]),
            Condition::Reviews(test) => one("asks-reviews", "years", &test.last.to_string()),
            Condition::Hours(test) => self.hours(test),
            Condition::Education(test) => self.education(*test),
            Condition::Bar(bar) => one("asks-bar", "years", &bar.years.to_string()),
            Condition::FraudReferral(test) => phrases.format(
                "asks-fraud-referral",
                &[("since", &test.since.to_string()), ("years", &test.years.to_string()), ("body", body)],
            ),
            Condition::HoldsSkill(test) => one("asks-holds-skill", "level", self.skill(test.at_least)),
            Condition::Skill(test) => {
                let id = if test.in_post { "asks-skill-in-post" } else { "asks-skill" };
                one(id, "level", self.skill(test.at_least))
            }
            Condition::Title(test) => {
                let series = self.list(test.series.all().iter().map(|one| phrases.word("series", one.key())));
                phrases.format("asks-title", &[("tier", self.tier(test.at_least)), ("series", &series)])
            }
            Condition::YearsAfter(test) => {
                let id = match test.of {
                    policy::condition::Carrier::Skill => "asks-years-after-skill",
                    policy::condition::Carrier::Title => "asks-years-after-title",
                };
                one(id, "years", &test.years.to_string())
            }
            Condition::Work(test) => self.work(*test),
            Condition::Catalogue(subject) => {
                let id = if statement.otherwise_refer { "asks-catalogue-refer" } else { "asks-catalogue-refuse" };
                let body = if body.is_empty() { self.people() } else { body };
                phrases.format(id, &[("occupation", self.subject(*subject)), ("body", body)])
            }
            Condition::Related(_) => plain("asks-related"),
            Condition::Specialty(subject) => one("asks-specialty", "occupation", self.subject(*subject)),
            Condition::TitleSpecialty(TitleSpecialty::Catalogue) => plain("asks-title-specialty-catalogue"),
            Condition::TitleSpecialty(TitleSpecialty::Post) => plain("asks-title-specialty-post"),
            Condition::SeriesLeft(series) => {
                let list = self.list(series.iter().map(|one| phrases.word("series", one.key())));
                phrases.format("asks-series-left", &[("list", &list), ("body", body)])
            }
            Condition::LevelLeft(levels) => {
                let list = self.list(levels.iter().map(|level| self.skill(*level)));
                phrases.format("asks-level-left", &[("list", &list), ("body", body)])
            }
            Condition::Honour(_) => one("asks-honour", "list", ""),
            Condition::Honours(honours) => one("asks-honours", "count", &honours.at_least.to_string()),
            Condition::ByFinding(_) => by_clause("asks-by-finding"),
            Condition::Judged(_) => by_clause("asks-judged"),
            Condition::LeftTo(_) => by_clause("asks-left-to"),
        }
    }

    fn with_referred(&self, mut text: String, referred: &str, body: &str) -> String {
        if !referred.is_empty() {
            text.push_str(&self.phrases.format("asks-refer", &[("list", referred), ("body", body)]));
        }
        text
    }

    fn employer(&self, kinds: &EmployerKinds, body: &str) -> String {
        let phrases = self.phrases;
        let words =
            |all: &[model::EmployerKind]| self.list(all.iter().map(|one| phrases.word("employer-kind", one.key())));
        let mut text = match &kinds.yes {
            Some(yes) => phrases.format("asks-employer-only", &[("list", &words(yes))]),
            None if kinds.no.is_empty() => phrases.text("asks-employer-all").to_owned(),
            None => phrases.format("asks-employer-not", &[("list", &words(&kinds.no))]),
        };
        if kinds.absent_passes {
            text.push_str(phrases.text("asks-employer-unstated"));
        }
        self.with_referred(text, &words(&kinds.refer), body)
    }

    fn hours(&self, test: &HoursTest) -> String {
        let phrases = self.phrases;
        let span = |(tier, years): (&TitleTier, &u8)| {
            let level = self.level(Level::Title(*tier));
            phrases.format("asks-hours-span", &[("level", &level), ("years", &years.to_string())])
        };
        let ordered: BTreeMap<usize, String> =
            test.years.iter().map(|(tier, years)| (*tier as usize, span((tier, years)))).collect();
        let (until, early, later) = (test.early_until.to_string(), test.early.to_string(), test.later.to_string());
        let spans = self.list(ordered.values());
        phrases.format("asks-hours", &[("spans", &spans), ("until", &until), ("early", &early), ("later", &later)])
    }

    fn education(&self, test: EducationTest) -> String {
        let level = self.phrases.word("education", test.at_least.key());
        let arguments = [("level", level), ("occupation", self.subject(test.relevant_to))];
        let mut text = self.phrases.format("asks-education", &arguments);
        text.push_str(self.phrases.text(if test.classes {
            "asks-education-classes"
        } else {
            "asks-education-no-classes"
        }));
        text
    }

    fn work(&self, test: WorkTest) -> String {
        let phrases = self.phrases;
        let since = phrases.text(match test.since {
            Some(policy::condition::Carrier::Skill) => "asks-since-skill",
            Some(policy::condition::Carrier::Title) => "asks-since-title",
            None => "asks-since-career",
        });
        let people = [("body", self.people())];
        let work = match test.matching {
            Matching::RelatedToSkill => phrases.format("asks-work-related-to-skill", &people),
            Matching::RelatedToPost => phrases.format("asks-work-related-to-post", &people),
            Matching::Skilled => phrases.text("asks-work-skilled").to_owned(),
            Matching::Any => phrases.text("asks-work-any").to_owned(),
        };
        let years = match test.years {
            Years::Printed(years) => phrases.format("asks-work-years", &[("years", &years.to_string())]),
            Years::Left(_) => phrases.text("asks-work-standard").to_owned(),
            Years::General(years) => phrases.format("asks-work-general", &[("years", &years.general.to_string())]),
        };
        let mut text = phrases.format("asks-work", &[("since", since), ("work", &work), ("years", &years)]);
        if test.unless_standard {
            text.push_str(phrases.text("asks-work-unless-standard"));
        }
        text
    }

    fn subject(&self, subject: Subject) -> &str {
        self.phrases.text(match subject {
            Subject::Skill => "asks-of-skill",
            Subject::Post => "asks-of-post",
        })
    }

    fn tier(&self, tier: TitleTier) -> &str {
        self.phrases.word("title-tier", tier.key())
    }

    /// Those who decide where the text names nobody.
    fn people(&self) -> &str {
        self.phrases.text("asks-people")
    }
}
