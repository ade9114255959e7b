//! Counted evidence in words: which numbers of which records settle what people judge.

use model::{SkillLevel, Word};
use policy::condition::{Counted, CountedGroup, Filter, Stated};
use wording::Lang;

use super::RuleWords;

impl RuleWords<'_> {
    pub(super) fn counted(&self, counted: &Counted) -> String {
        let groups: Vec<String> = counted.any.iter().map(|group| self.group(group)).collect();
        let groups = groups.join(self.book.text("rule-counted-or"));
        let since = match counted.since {
            Some(level) => self.say("rule-counted-since", &[("level", &self.at_least(level))]),
            None => String::new(),
        };
        self.say("rule-counted", &[("since", &since), ("groups", &groups)])
    }

    fn group(&self, group: &CountedGroup) -> String {
        let filters: Vec<String> = group.of.iter().map(|filter| self.filter(filter)).collect();
        let of = filters.join(self.book.text("rule-counted-or-of"));
        self.say("rule-counted-group", &[("count", &group.at_least.to_string()), ("of", &of)])
    }

    fn filter(&self, filter: &Filter) -> String {
        if !filter.honour.is_empty() {
            return self.say("rule-counted-honour", &[("names", &self.listed(&filter.honour))]);
        }
        let one = |id: &str, name: &str, value: String| self.say(id, &[(name, &value)]);
        let number = |id: &'static str, number: Option<u32>| number.map(|n| one(id, "count", n.to_string()));
        let level = |id: &'static str, level: Option<SkillLevel>| level.map(|l| one(id, "level", self.at_least(l)));
        let asked = [
            self.among("rule-counted-level", &filter.level),
            self.among("rule-counted-category", &filter.category),
            self.among("rule-counted-commended", &filter.commended_by),
            filter.role.map(|role| one("rule-counted-role", "role", self.plainly(role))),
            level("rule-counted-holding", filter.holding),
            level("rule-counted-skill-level", filter.skill_level),
            filter.prize.map(|prize| one("rule-counted-prize", "prize", self.plainly(prize))),
            number("rule-counted-rank", filter.rank),
            number("rule-counted-characters", filter.characters),
            number("rule-counted-own-characters", filter.own_characters),
            self.among("rule-counted-authorship", &filter.authorship),
            self.among("rule-counted-outlet", &filter.outlet),
        ];
        let stated = filter.stated.iter().map(|stated| self.text(stated_id(*stated)));
        let asked: Vec<String> = asked.into_iter().flatten().chain(stated).collect();
        let kinds: Vec<String> = filter.kind.iter().map(|kind| self.plainly(*kind)).collect();
        let kinds = self.listed(&kinds);
        if asked.is_empty() {
            return kinds;
        }
        let asked = asked.join(self.book.text("rule-counted-mark"));
        self.say("rule-counted-filter", &[("kinds", &kinds), ("asked", &asked)])
    }

    fn among<W: Word>(&self, id: &str, words: &[W]) -> Option<String> {
        let names: Vec<String> = words.iter().map(|word| self.plainly(*word)).collect();
        (!names.is_empty()).then(|| self.say(id, &[("among", &self.listed(&names))]))
    }

    /// A word of the evidence as the dossier writes it: its Chinese name, or its English key.
    fn plainly<W: Word>(&self, word: W) -> String {
        if self.book.lang() == Lang::Zh { word.zh().to_owned() } else { word.key().replace('-', " ") }
    }
}

fn stated_id(stated: Stated) -> &'static str {
    match stated {
        Stated::Accepted => "rule-counted-accepted",
        Stated::Issued => "rule-counted-issued",
        Stated::BenefitProven => "rule-counted-benefit-proven",
        Stated::RelationProven => "rule-counted-relation-proven",
        Stated::NationalQuality => "rule-counted-national-quality",
        Stated::ProblemSolved => "rule-counted-problem-solved",
        Stated::InForce => "rule-counted-in-force",
        Stated::PutToUse => "rule-counted-put-to-use",
        Stated::InSpecialty => "rule-counted-in-specialty",
    }
}
