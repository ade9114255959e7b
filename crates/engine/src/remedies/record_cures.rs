//! What would cure a condition on records: honours, hours, reviews, diplomas, work.

use std::collections::BTreeMap;

use model::Word as _;
use model::remedy::Change;
use model::{Day, SkillLevel};
use policy::condition::{EducationTest, HoursTest, Matching, Subject, WorkTest};
use policy::rule::Leaf;

use super::cures::Cures;
use crate::conditions::{Wanted, settle};
use crate::timeline::Standing;

impl Cures<'_, '_, '_> {
    /// Honours of the list that are lacking; a certificate where the holder of one has to be a skilled worker.
    pub(super) fn honours(&self, leaf: &Leaf, list: usize, at_least: u8) -> Vec<Change> {
        let facts = self.changed.facts;
        let standing = |i: usize| {
            let one = settle(leaf, facts, self.question.wanted, self.bound, i);
            one.map_or(Standing::No, |one| one.line.today())
        };
        let many = facts.honours.as_ref().map_or(0, Vec::len);
        let held = (0..many).filter(|i| standing(*i) == Standing::Yes).count();
        let lacking = at_least.saturating_sub(u8::try_from(held).unwrap_or(u8::MAX));
        let entries = facts.policy.honours.entries.iter().filter(|entry| entry.list == list);
        let mut all = Vec::new();
        if let Some((clause, _)) = facts.policy.honours.lists.get(list).filter(|_| lacking > 0) {
            let names = entries.clone().map(|entry| entry.name.clone()).collect();
            all.push(Change::Honours { list: clause.clone(), many: lacking, names });
        }
        let no_certificate = facts.skills.as_ref().is_some_and(Vec::is_empty);
        if no_certificate && many > 0 && entries.clone().any(|entry| entry.skilled_worker) {
            let occupation = facts.dossier.employment.occupation.clone();
            let lowest = SkillLevel::ALL.first().copied();
            all.extend(lowest.map(|level| Change::Certificate { level, occupation, any_listed: false }));
        }
        all
    }

    /// 优秀 in the review of the running year, where that is not given yet.
    pub(super) fn excellent(&self) -> Vec<Change> {
        let facts = self.changed.facts;
        let given = facts.dossier.reviews.contains_key(&facts.year);
        if given { Vec::new() } else { vec![Change::Excellent(facts.year)] }
    }

    /// The past years that lack hours.
    pub(super) fn hours(&self, test: &HoursTest) -> Vec<Change> {
        let facts = self.changed.facts;
        let (Wanted::Title(tier, _), Some(date)) =
            (self.question.wanted, self.bound.skill(facts).and_then(|skill| skill.date))
        else {
            return Vec::new();
        };
        let last = i16::from(test.years.get(&tier).copied().unwrap_or(0));
        let needed = if date.year() <= test.early_until { test.early } else { test.later };
        let lacks = |year: &i16| Day::first_of_year(*year) >= date && facts.hours(*year).is_ok_and(|own| own < needed);
        let years: BTreeMap<i16, u16> =
            (facts.year - last..facts.year).filter(lacks).map(|year| (year, needed)).collect();
        if years.is_empty() { Vec::new() } else { vec![Change::Hours(years)] }
    }

    pub(super) fn diploma(&self, test: EducationTest) -> Vec<Change> {
        let facts = self.changed.facts;
        let post = facts.dossier.employment.occupation.clone();
        let certificate = self.bound.skill(facts).filter(|_| test.relevant_to == Subject::Skill);
        let certified = certificate.and_then(|skill| facts.names.written(skill.occupation?)).map(str::to_owned);
        let mut all = vec![Change::Diploma { level: test.at_least, relevant_to: post.or(certified) }];
        // Or a post that a diploma is relevant to.
        let own = facts.education.iter().flatten().filter_map(|diploma| {
            let own = facts.dossier.education.as_ref()?.get(usize::try_from(diploma.index).ok()?)?;
            own.relevant_to.as_ref()?.first()
        });
        for occupation in own {
            let post = self.other_post(Some(occupation), false);
            all.extend(post.filter(|post| !all.contains(post)));
        }
        all
    }

    /// Work that goes on from now, where no such work does.
    pub(super) fn work(&self, test: WorkTest) -> Vec<Change> {
        let facts = self.changed.facts;
        let own = match test.matching {
            Matching::RelatedToSkill => {
                self.bound.skill(facts).and_then(|skill| facts.names.written(skill.occupation?)).map(str::to_owned)
            }
            Matching::RelatedToPost => facts.dossier.employment.occupation.clone(),
            Matching::Skilled | Matching::Any => None,
        };
        vec![Change::Work(own)]
    }
}
