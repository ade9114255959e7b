//! Why a condition holds, fails, can't be told or is left to people: one sentence with the facts in it.

mod clocks;
mod education;
mod holdings;
mod left;
mod matching;
mod record;
mod scope;

use model::reason::Reason;
use model::{Day, Truth};

use crate::argument::Argument;
use crate::book::Phrasebook;
use crate::message::{Message, Verdict};
use clocks::{Required, Start};
use education::Diploma;
use holdings::{Certificate, Held, Term};
use record::{Gaps, Short};

/// Room for a sentence, so that it is written in one go.
const SENTENCE: usize = 256;

impl Phrasebook {
    /// Says why a condition stands as it does on the day `as_of`, in one sentence.
    pub fn condition(&self, out: &mut String, reason: &Reason<'_>, holds: Truth, as_of: Day) {
        out.reserve(SENTENCE);
        let say = Say { book: self, out, holds, as_of };
        match *reason {
            Reason::Status(status) => say.status(status),
            Reason::EmployerKind(kind) => say.employer_kind(kind),
            Reason::Field(field, series) => say.field(field, series),
            Reason::FieldOfTitle(field, series) => say.field_of_title(field, series),
            Reason::UpperLevel(is) => say.upper_level(is),
            Reason::EmployerNamed { name, among } => say.employer_named(name, among),
            Reason::SpecialtyAmong { specialty, among } => say.specialty_among(specialty, among),
            Reason::Frontline(is) => say.post(Message::FrontlinePost, is),
            Reason::SkilledPost(is) => say.post(Message::SkilledPost, is),
            Reason::Appointed(appointed, wanted) => say.appointed(appointed, wanted),
            Reason::Reviews { last, year, grade } => say.reviews(last, year, grade),
            Reason::Excellent { last, wanted, stated, unassessed, missing } => {
                say.excellent(last, wanted, stated, Gaps { unassessed, missing });
            }
            Reason::Hours { from, to, wanted, year, hours } => {
                say.hours((from, to), wanted, year.map(|year| Short { year, hours }));
            }
            Reason::Education { wanted, level, by_class, relevance, any } => {
                let held = any || level.is_some();
                say.education(held.then_some(Diploma { level, by_class, relevance }), wanted);
            }
            Reason::Bar { years, found, free } => say.bar(years, found, free),
            Reason::Skill { wanted, level, occupation, date, any, in_post } => {
                let certificate = Certificate { level, occupation, date };
                say.skill((any || level.is_some()).then_some(certificate), wanted, in_post);
            }
            Reason::Title { wanted, series, tier, of, any } => {
                let held = any || tier.is_some() || of.is_some();
                say.title(held.then_some(Held { tier, series: of }), wanted, series);
            }
            Reason::YearsAfter { of, years, from, reached } => say.years_after(of, years, from, reached),
            Reason::Work { years, since, from, reached, with_other, standard, undated } => {
                say.work(Required { years, standard }, Start::of(since, from, undated), reached, with_other);
            }
            Reason::NoStandard(level) => say.no_standard(level),
            Reason::StandardInstead(level, years) => say.standard_instead(level, years),
            Reason::Catalogue(occupation, placing) => say.catalogue(occupation, placing),
            Reason::Related { certificate, post } => say.related(certificate, post),
            Reason::Specialty { specialty, occupation } => say.specialty(specialty, occupation),
            Reason::TitleSpecialty { specialty, occupation } => say.title_specialty(specialty, occupation),
            Reason::TitleAndPost { title, post } => say.title_and_post(title, post),
            Reason::SeriesLeft { series, left } => say.series_left(series, left),
            Reason::LevelLeft { level, left } => say.level_left(level, left),
            Reason::Honours { wanted, found } => say.honours(wanted, found),
            Reason::Honour { name, rank, date, until, skilled_worker } => {
                say.honour(name, Term { rank, date, until }, skilled_worker);
            }
            Reason::OnlyByFinding => say.verdict(Verdict::OnlyByFinding, &[]),
            Reason::Counted { wanted, found } => say.counted(wanted, found),
            Reason::Judged => say.verdict(Verdict::Judged, &[]),
            Reason::LeftToPeople => say.verdict(Verdict::Left, &[]),
        }
    }
}

/// One sentence in the making.
struct Say<'s> {
    book: &'s Phrasebook,
    out: &'s mut String,
    holds: Truth,
    as_of: Day,
}

impl Say<'_> {
    /// The sentence for what the condition is.
    fn verdict(self, verdict: Verdict, arguments: &[Argument<'_>]) {
        self.book.verdict(self.out, verdict, self.holds, arguments);
    }

    /// A sentence that stands for one answer only.
    fn message(self, message: Message, arguments: &[Argument<'_>]) {
        self.book.say(self.out, message, arguments);
    }

    /// Whether the condition fails.
    fn fails(&self) -> bool {
        self.holds == Truth::No
    }
}
