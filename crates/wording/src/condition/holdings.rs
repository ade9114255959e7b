//! Sentences about certificates, titles and honours that are held.

use model::{Day, Series, SkillLevel, TitleTier};

use super::Say;
use crate::argument::Argument;
use crate::message::{Message, Verdict};

/// A skill certificate as far as it is stated.
#[derive(Clone, Copy)]
pub(super) struct Certificate<'d> {
    pub(super) level: Option<SkillLevel>,
    pub(super) occupation: Option<&'d str>,
    pub(super) date: Option<Day>,
}

/// A title as far as it is stated.
#[derive(Clone, Copy)]
pub(super) struct Held {
    pub(super) tier: Option<TitleTier>,
    pub(super) series: Option<Series>,
}

/// An honour's rank and term.
#[derive(Clone, Copy)]
pub(super) struct Term {
    pub(super) rank: Option<u32>,
    pub(super) date: Option<Day>,
    pub(super) until: Option<Day>,
}

impl Say<'_> {
    pub(super) fn skill(self, certificate: Option<Certificate<'_>>, wanted: SkillLevel, in_post: bool) {
        let required = self.book.name(wanted);
        let or_higher = [required];
        let message = if in_post { Message::LevelOrHigherInPost } else { Message::LevelOrHigher };
        let wanted_or_higher = Argument::Part(message, &or_higher);
        let Some(Certificate { level, occupation, date }) = certificate else {
            return self.verdict(Verdict::SkillNone, &[wanted_or_higher]);
        };

        let (name, given) = ([occupation.map_or(Argument::Nothing, Argument::Stated)], [day(date)]);
        let occupation = part(occupation, Message::CertificateOccupation, &name);
        let dated = part(date, Message::CertificateDated, &given);
        let (levelled, unlevelled);
        let certificate = match level {
            Some(level) => {
                levelled = [occupation, self.book.name(level), dated];
                Argument::Part(Message::Certificate, &levelled)
            }
            None => {
                unlevelled = [occupation, dated];
                Argument::Part(Message::CertificateUnlevelled, &unlevelled)
            }
        };

        let later = date.is_some_and(|date| date > self.as_of);
        match level {
            _ if self.fails() && later => {
                let as_of = Argument::Day(self.as_of);
                self.message(Message::SkillLater, &[certificate, as_of]);
            }
            Some(level) if self.fails() && level < wanted => {
                self.message(Message::SkillLower, &[certificate, required]);
            }
            Some(_) if self.fails() && in_post => {
                self.message(Message::SkillOtherOccupation, &[certificate]);
            }
            Some(_) | None => self.verdict(Verdict::Skill, &[certificate, wanted_or_higher]),
        }
    }

    pub(super) fn title(self, held: Option<Held>, wanted: TitleTier, series: Series) {
        let required = Argument::Title(series, wanted);
        let Some(Held { tier, series: own }) = held else { return self.verdict(Verdict::TitleNone, &[required]) };
        let known = [own.map_or(Argument::Nothing, |own| self.book.name(own))];
        let rank = [tier.map_or(Argument::Nothing, |tier| self.book.name(tier))];
        let title = match (tier, own) {
            (Some(tier), Some(own)) => Argument::Title(own, tier),
            (Some(_), None) => Argument::Part(Message::TitleOfNoSeries, &rank),
            (None, Some(_)) => Argument::Part(Message::TitleUnranked, &known),
            (None, None) => Argument::Part(Message::TitleUnstated, &[]),
        };
        if self.fails() && own.is_some_and(|own| own != series) {
            let series = self.book.name(series);
            self.message(Message::TitleOtherSeries, &[title, series, required]);
        } else if self.fails() && tier.is_some_and(|tier| tier < wanted) {
            self.message(Message::TitleLower, &[title, required]);
        } else {
            self.verdict(Verdict::Title, &[title, required]);
        }
    }

    pub(super) fn honour(self, name: Option<&str>, term: Term, skilled_worker: bool) {
        let Some(name) = name else { return self.verdict(Verdict::HonourAbsent, &[]) };
        let Term { rank, date, until } = term;
        let place = [rank.map_or(Argument::Nothing, |rank| Argument::Number(rank.into()))];
        let (given, last, both) = ([day(date)], [day(until)], [day(date), day(until)]);
        let term = match (date, until) {
            (None, None) => Argument::Nothing,
            (Some(_), None) => Argument::Part(Message::HonourGiven, &given),
            (None, Some(_)) => Argument::Part(Message::HonourUntil, &last),
            (Some(_), Some(_)) => Argument::Part(Message::HonourTerm, &both),
        };
        let parts = [Argument::Stated(name), part(rank, Message::HonourRank, &place), term];
        let honour = Argument::Part(Message::Honour, &parts);

        if self.fails() && until.is_some_and(|until| until < self.as_of) {
            self.message(Message::HonourExpired, &[honour]);
        } else if self.fails() && date.is_some_and(|date| date > self.as_of) {
            let as_of = Argument::Day(self.as_of);
            self.message(Message::HonourLater, &[honour, as_of]);
        } else if skilled_worker && !(self.fails() && rank.is_some()) {
            self.verdict(Verdict::HonourWorker, &[honour]);
        } else {
            self.verdict(Verdict::Honour, &[honour]);
        }
    }

    pub(super) fn honours(self, wanted: u8, found: u8) {
        self.verdict(Verdict::Honours, &[Argument::Number(found.into()), Argument::Number(wanted.into())]);
    }
}

fn day(day: Option<Day>) -> Argument<'static> {
    day.map_or(Argument::Nothing, Argument::Day)
}

/// A part of the sentence that is there where its fact is stated.
fn part<'a, T>(fact: Option<T>, message: Message, arguments: &'a [Argument<'a>]) -> Argument<'a> {
    fact.map_or(Argument::Nothing, |_| Argument::Part(message, arguments))
}
