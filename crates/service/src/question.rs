//! The interview: the next question for a dossier in one place or in all, with why it is asked, or that nothing is left.

mod shape;

use std::collections::BTreeSet;

use engine::Facts;
use engine::ask::{Asked, Interview, Question, Standing, ask};
use model::paths::FactPath;
use model::question::{NextQuestion, QUESTION_SCHEMA, QuestionDocument, ReadBy, Stands, TargetStanding};
use model::{Day, Dossier, Outcome, Standards, Target};
use policy::Policy;
use wording::{Lang, Phrasebook};

use crate::ask::Refusal;
use crate::document::{jurisdiction_ref, listed_targets, target_ref};
use crate::guantong::Guantong;

/// What an interview goes on from.
#[derive(Clone, Debug)]
pub struct QuestionAsk<'a> {
    /// What is known so far.
    pub dossier: &'a Dossier,
    /// The place by key, code or name; all places where none is named.
    pub jurisdiction: Option<&'a str>,
    /// The day asked about.
    pub as_of: Day,
    /// Facts that the person cannot tell.
    pub skip: &'a BTreeSet<FactPath>,
    /// Years left to standards; those of the operator where none are given.
    pub standards: Option<&'a Standards>,
    /// The language of the sentences.
    pub lang: Lang,
}

impl Guantong {
    /// The next question, or that nothing is left to ask.
    ///
    /// # Errors
    /// The place is not loaded.
    pub fn question(&self, asked: &QuestionAsk<'_>) -> Result<QuestionDocument, Refusal> {
        let policies: Vec<&Policy> = match asked.jurisdiction {
            Some(word) => vec![self.policy(word)?],
            None => self.packs().policies.iter().collect(),
        };
        let standards = asked.standards.unwrap_or_else(|| self.standards());
        let facts = |policy| Facts::new(policy, &self.packs().national, standards, asked.dossier, asked.as_of);
        let read: Vec<(Facts<'_>, Vec<Target>)> =
            policies.iter().map(|policy| (facts(*policy), listed_targets(policy))).collect();
        let places: Vec<Asked<'_, '_>> = read.iter().map(|(facts, targets)| Asked { facts, targets }).collect();
        let interview = ask(&places, asked.skip);
        Ok(Teller { policies: &policies, asked, phrases: Phrasebook::of(asked.lang) }.document(&interview, &places))
    }
}

struct Teller<'t> {
    policies: &'t [&'t Policy],
    asked: &'t QuestionAsk<'t>,
    phrases: &'static Phrasebook,
}

impl Teller<'_> {
    fn document(&self, interview: &Interview, places: &[Asked<'_, '_>]) -> QuestionDocument {
        QuestionDocument {
            schema: QUESTION_SCHEMA,
            as_of: self.asked.as_of,
            lang: self.asked.lang.key(),
            next: interview.questions.first().map(|question| self.next(question)),
            open: interview.questions.iter().map(|question| question.path).collect(),
            says: self.says(interview),
            settled: interview.settled(),
            targets: self.targets(interview, places),
        }
    }

    fn next(&self, question: &Question) -> NextQuestion {
        let path = question.path.to_string();
        let decides = question.decides.len();
        let tenths = format!("{:.1}", question.expected());
        let why = if tenths == "0.0" {
            self.phrases.format("question-why", &[("decides", &decides.to_string())])
        } else {
            let arguments = [("decides", decides.to_string()), ("expected", tenths.trim_end_matches(".0").to_owned())];
            self.phrases
                .format("question-why-expected", &arguments.each_ref().map(|(name, text)| (*name, text.as_str())))
        };
        let clauses = question.read_by.iter().filter_map(|(place, clause)| {
            let policy = self.policies.get(*place)?;
            let clause = policy.clause(*clause)?.id.clone();
            Some(ReadBy { jurisdiction: policy.jurisdiction.key.clone(), clause })
        });
        NextQuestion {
            path: question.path,
            question: self.phrases.question(&path),
            answer: shape::of(question.path, self.phrases),
            why,
            decides,
            expected: (question.expected() * 1_000.0).round() / 1_000.0,
            clauses: clauses.collect(),
        }
    }

    fn says(&self, interview: &Interview) -> String {
        let unknowable =
            interview.standings.iter().flatten().filter(|one| matches!(one, Standing::Unknowable(_))).count();
        match (interview.questions.len(), unknowable) {
            (0, 0) => self.phrases.text("question-nothing").to_owned(),
            (0, count) => self.phrases.format("question-nothing-unknown", &[("count", &count.to_string())]),
            _ => {
                let (settled, targets) = (interview.settled().to_string(), interview.targets().to_string());
                self.phrases.format("question-progress", &[("settled", &settled), ("targets", &targets)])
            }
        }
    }

    fn targets(&self, interview: &Interview, places: &[Asked<'_, '_>]) -> Vec<TargetStanding> {
        let mut all = Vec::with_capacity(interview.targets());
        for ((policy, asked), standings) in self.policies.iter().zip(places).zip(&interview.standings) {
            for (target, standing) in asked.targets.iter().zip(standings) {
                let verdict = standing.verdict();
                all.push(TargetStanding {
                    jurisdiction: jurisdiction_ref(policy),
                    target: target_ref(target, self.asked.dossier),
                    outcome: verdict.outcome,
                    earliest: verdict.earliest.filter(|_| verdict.outcome == Outcome::NotYet),
                    stands: match standing {
                        Standing::Settled(_) => Stands::Settled,
                        Standing::Open(_) => Stands::Open,
                        Standing::Unknowable(_) => Stands::Unknowable,
                    },
                });
            }
        }
        all
    }
}
