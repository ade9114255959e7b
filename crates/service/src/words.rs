//! Rules in words: what a condition asks, said alike by the guide, the policy pages and the command line.

mod asked_of;
mod counted;
mod person;
mod record;

use model::{EmployerKind, Target, Word};
use policy::Policy;
use policy::condition::{Condition, Subject, TitleSpecialty};
use policy::format::Lists;
use policy::rule::{During, Governed, Leaf, Test};
use wording::{Lang, Phrasebook};

/// What limits a condition: when and of whom it is asked, and who decides instead of a failure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits<'l> {
    pub otherwise_refer: bool,
    pub for_employers: &'l [EmployerKind],
    pub during: Option<During>,
    /// The body that decides where people do.
    pub body: &'l str,
}

/// Says the rules of one policy in one language.
#[derive(Clone, Copy, Debug)]
pub struct RuleWords<'p> {
    policy: &'p Policy,
    book: &'static Phrasebook,
}

impl<'p> RuleWords<'p> {
    /// The words of a policy in a language.
    #[must_use]
    pub fn new(policy: &'p Policy, lang: Lang) -> Self {
        Self { policy, book: Phrasebook::of(lang) }
    }

    /// What a condition asks, as one sentence.
    #[must_use]
    pub fn sentence(&self, leaf: &Leaf) -> String {
        let text = self.fragment(leaf);
        format!("{}{}", capital(&text), self.book.text("rule-stop"))
    }

    /// What a level is called.
    #[must_use]
    pub fn level(&self, governed: &Governed) -> String {
        self.target(&governed.target())
    }

    /// What a target is called.
    #[must_use]
    pub fn target(&self, target: &Target) -> String {
        let mut out = String::new();
        self.book.target(&mut out, target);
        out
    }

    fn fragment(&self, leaf: &Leaf) -> String {
        let limits = Limits {
            otherwise_refer: leaf.otherwise_refer,
            for_employers: &leaf.for_employers,
            during: leaf.during,
            body: self.body(leaf),
        };
        match &leaf.test {
            Test::Condition(Condition::Judged(_)) => self.limited(self.judged(leaf, limits.body), limits),
            Test::Condition(condition) => self.asked(condition, limits),
            Test::HonourList { list, at_least } => {
                self.limited(self.honour_list(*list, *at_least, limits.body), limits)
            }
            Test::Heading => self.book.text("rule-heading").to_owned(),
        }
    }

    /// What a condition asks, with what limits it; without a full stop.
    pub(crate) fn asked(&self, condition: &Condition, limits: Limits<'_>) -> String {
        let text = match condition {
            Condition::Reviews(reviews) => self.reviews(*reviews, !limits.otherwise_refer, limits.body),
            Condition::Catalogue(subject) => {
                let text = self.catalogue(*subject, limits);
                return self.limited(text, Limits { otherwise_refer: false, ..limits });
            }
            condition => self.condition(condition, limits.body),
        };
        self.limited(text, limits)
    }

    /// A text with what limits it.
    pub(crate) fn limited(&self, mut text: String, limits: Limits<'_>) -> String {
        if limits.otherwise_refer {
            text += &self.say("rule-otherwise-refer", &[("body", limits.body)]);
        }
        if !limits.for_employers.is_empty() {
            text += &self.say("rule-for-employers", &[("kinds", &self.words("employer-kind", limits.for_employers))]);
        }
        if let Some(during) = limits.during {
            let (from, until) = (during.from.to_string(), during.until.to_string());
            text += &self.say("rule-during", &[("from", &from), ("until", &until)]);
        }
        text
    }

    fn condition(&self, condition: &Condition, body: &str) -> String {
        match condition {
            Condition::Status(statuses) => self.status(statuses, body),
            Condition::EmployerKind(kinds) => self.employer_kind(kinds, body),
            Condition::UpperLevel(true) => self.text("rule-upper-level"),
            Condition::UpperLevel(false) => self.text("rule-not-upper-level"),
            Condition::EmployerNamed(names) => self.say("rule-employer-named", &[("names", &self.listed(names))]),
            Condition::SpecialtyAmong(names) => self.say("rule-specialty-among", &[("names", &self.listed(names))]),
            Condition::Field(of) => self.field(*of),
            Condition::Post(post) => self.post(*post),
            Condition::Appointed(post) => {
                self.say("rule-appointed", &[("post", self.book.word("appointment", post.key()))])
            }
            Condition::Reviews(reviews) => self.reviews(*reviews, true, body),
            Condition::Hours(hours) => self.hours(hours),
            Condition::Education(test) => self.education(*test),
            Condition::Bar(bar) => self.say("rule-bar", &[("years", &self.years(bar.years))]),
            Condition::FraudReferral(test) => {
                let (since, years) = (test.since.to_string(), self.years(test.years));
                self.say("rule-fraud-referral", &[("since", &since), ("years", &years), ("body", body)])
            }
            Condition::HoldsSkill(test) => self.say("rule-holds-skill", &[("level", &self.at_least(test.at_least))]),
            Condition::Skill(test) => {
                let text = self.say("rule-skill", &[("level", &self.at_least(test.at_least))]);
                if test.in_post { text + self.book.text("rule-in-post") } else { text }
            }
            Condition::Title(test) => self.title(test),
            Condition::YearsAfter(test) => {
                let (years, carrier) = (self.years(test.years), self.carrier(test.of));
                self.say("rule-years-after", &[("years", &years), ("carrier", carrier)])
            }
            Condition::Work(test) => self.work(*test, body),
            // Said with what becomes of an occupation that is not listed.
            Condition::Catalogue(subject) => self.say("rule-catalogue", &[("occupation", self.occupation(*subject))]),
            Condition::Related(_) => self.text("rule-related"),
            Condition::Specialty(subject) => self.say("rule-specialty", &[("occupation", self.occupation(*subject))]),
            Condition::TitleSpecialty(TitleSpecialty::Catalogue) => self.text("rule-title-specialty-catalogue"),
            Condition::TitleSpecialty(TitleSpecialty::Post) => self.text("rule-title-specialty-post"),
            Condition::SeriesLeft(series) => {
                self.say("rule-series-left", &[("series", &self.words("series", series)), ("body", body)])
            }
            Condition::LevelLeft(levels) => {
                self.say("rule-level-left", &[("levels", &self.words("skill-level", levels)), ("body", body)])
            }
            // Where a level is a title, the lists themselves stand in its place; a skill level has none.
            Condition::Honour(_) | Condition::Honours(_) => String::new(),
            Condition::ByFinding(_) => self.say("rule-by-finding", &[("body", body)]),
            Condition::Judged(_) => self.say("rule-judged", &[("body", body)]),
            Condition::LeftTo(_) => self.say("rule-left-to", &[("body", body)]),
        }
    }

    /// Who judges, the part of the clause that is meant, and the counted evidence that settles it.
    fn judged(&self, leaf: &Leaf, body: &str) -> String {
        let mut text = match &leaf.says {
            Some(part) => {
                let part = part.in_language(self.book.lang().key()).trim_end_matches(['.', '。']);
                self.say("rule-judged-part", &[("body", body), ("part", part)])
            }
            None => self.say("rule-judged", &[("body", body)]),
        };
        if let Some(counted) = &leaf.counted {
            text += &self.counted(counted);
        }
        text
    }

    fn catalogue(&self, subject: Subject, limits: Limits<'_>) -> String {
        let body = limits.body;
        let mut text = self.say("rule-catalogue", &[("occupation", self.occupation(subject))]);
        text += &match limits.otherwise_refer {
            true => self.say("rule-catalogue-unlisted", &[("body", body)]),
            false => self.text("rule-catalogue-refused"),
        };
        if self.policy.catalogue.as_ref().is_some_and(|catalogue| catalogue.lists == Lists::Groups) {
            text += &self.say("rule-catalogue-unplaced", &[("body", body)]);
        }
        text
    }

    fn occupation(&self, subject: Subject) -> &'static str {
        self.book.text(match subject {
            Subject::Skill => "rule-occupation-skill",
            Subject::Post => "rule-occupation-post",
        })
    }

    /// The body that decides what a condition refers.
    fn body(&self, leaf: &Leaf) -> &'p str {
        let body = self.policy.bodies.get(usize::from(leaf.refer_to));
        body.map_or("", |(_, name)| name.in_language(self.book.lang().key()))
    }

    fn text(&self, id: &'static str) -> String {
        self.book.text(id).to_owned()
    }

    fn say(&self, id: &str, arguments: &[(&str, &str)]) -> String {
        self.book.format(id, arguments)
    }

    /// The names of words, the last two joined by "or".
    fn words<W: Word>(&self, kind: &str, words: &[W]) -> String {
        let names: Vec<&str> = words.iter().map(|word| self.book.word(kind, word.key())).collect();
        self.listed(&names)
    }

    fn listed<T: AsRef<str>>(&self, names: &[T]) -> String {
        let mut out = String::new();
        for (place, name) in names.iter().enumerate() {
            match place {
                0 => {}
                _ if place + 1 == names.len() => out += self.book.text("rule-list-or"),
                _ => out += self.book.text("rule-list-mark"),
            }
            out += name.as_ref();
        }
        out
    }
}

/// A text with a capital first letter.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
