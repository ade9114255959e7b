//! Rules on reviews, hours, certificates, titles, diplomas, honours and years, in words.

use model::{SkillLevel, Target, Word as _};
use policy::condition::{Carrier, EducationTest, HoursTest, Matching, Reviews, Subject, TitleTest, WorkTest, Years};

use super::RuleWords;

impl RuleWords<'_> {
    /// With the remark on years without a review, where a failure is not left to people anyway.
    pub(super) fn reviews(&self, reviews: Reviews, remark: bool, body: &str) -> String {
        let years = self.years(reviews.last.into());
        if reviews.excellent == 0 {
            let mut text = self.say("rule-reviews", &[("years", &years)]);
            if remark {
                text += &self.say("rule-reviews-unassessed", &[("body", body)]);
            }
            return text;
        }
        self.say("rule-excellent", &[("years", &years), ("count", &reviews.excellent.to_string())])
    }

    pub(super) fn hours(&self, hours: &HoursTest) -> String {
        let span = |(tier, years): (&model::TitleTier, &u8)| {
            let title = self.book.word("plain-tier", tier.key());
            self.say("rule-hours-span", &[("years", &self.years((*years).into())), ("title", title)])
        };
        let spans: Vec<String> = hours.years.iter().map(span).collect();
        let spans = spans.join(self.book.text("rule-list-mark"));
        let (early, later, until) = (hours.early.to_string(), hours.later.to_string(), hours.early_until.to_string());
        self.say("rule-hours", &[("early", &early), ("later", &later), ("until", &until), ("spans", &spans)])
    }

    pub(super) fn at_least(&self, level: SkillLevel) -> String {
        self.say("rule-level-or-higher", &[("level", self.book.word("skill-level", level.key()))])
    }

    pub(super) fn title(&self, test: &TitleTest) -> String {
        let title = match test.series.all() {
            [series] => {
                let name = self.target(&Target::Title { tier: test.at_least, series: *series });
                self.say("rule-title-one", &[("title", &name)])
            }
            several => {
                let tier = self.book.word("title-tier", test.at_least.key());
                self.say("rule-title-several", &[("tier", tier), ("series", &self.words("series", several))])
            }
        };
        self.say("rule-title", &[("title", &title)])
    }

    pub(super) fn education(&self, test: EducationTest) -> String {
        let level = self.book.word("education", test.at_least.key());
        let level = self.say("rule-level-or-higher", &[("level", level)]);
        let occupation = self.book.text(match test.relevant_to {
            Subject::Skill => "rule-education-skill",
            Subject::Post => "rule-education-post",
        });
        let classes = if test.classes { "rule-classes-count" } else { "rule-classes-do-not-count" };
        self.say("rule-education", &[("level", &level), ("occupation", occupation)]) + self.book.text(classes)
    }

    pub(super) fn honour_list(&self, list: usize, at_least: u8, body: &str) -> String {
        let honours = &self.policy.honours;
        let clause = honours.lists.get(list).map_or("", |(clause, _)| clause);
        let entries = || honours.entries.iter().filter(|entry| entry.list == list);
        let (total, referred) = (entries().count(), entries().filter(|entry| entry.refer).count());
        let id = if at_least == 1 { "rule-honours-one" } else { "rule-honours-several" };
        let (count, total) = (at_least.to_string(), total.to_string());
        let mut text = self.say(id, &[("count", &count), ("list", clause), ("total", &total)]);
        if referred > 0 {
            text += &self.say("rule-honours-referred", &[("referred", &referred.to_string()), ("body", body)]);
        }
        text
    }

    pub(super) fn carrier(&self, of: Carrier) -> &'static str {
        self.book.text(match of {
            Carrier::Skill => "rule-carrier-skill",
            Carrier::Title => "rule-carrier-title",
        })
    }

    pub(super) fn years(&self, count: u16) -> String {
        let id = if count == 1 { "rule-years-one" } else { "rule-years" };
        self.say(id, &[("count", &count.to_string())])
    }

    pub(super) fn work(&self, test: WorkTest, body: &str) -> String {
        let years = match test.years {
            Years::Printed(years) => self.years(years),
            Years::Left(_) => self.text("rule-years-of-standard"),
            Years::General(general) => self.say("rule-years-general", &[("years", &self.years(general.general))]),
        };
        let since = match test.since {
            Some(of) => self.say("rule-since", &[("carrier", self.carrier(of))]),
            None => self.text("rule-career"),
        };
        let matching = match test.matching {
            Matching::RelatedToSkill => self.say("rule-work-related-to-skill", &[("body", body)]),
            Matching::RelatedToPost => self.say("rule-work-related-to-post", &[("body", body)]),
            Matching::Skilled => self.text("rule-work-skilled"),
            Matching::Any => self.text("rule-work-any"),
        };
        let text = self.say("rule-work", &[("since", &since), ("years", &years), ("matching", &matching)]);
        if test.unless_standard { text + self.book.text("rule-unless-standard") } else { text }
    }
}
