//! The one sentence that answers for a target.

use model::{Day, Effect, Outcome, Target};

use crate::argument::Argument;
use crate::book::Phrasebook;
use crate::message::Message;

/// What the answer for one target consists of.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Summary<'a> {
    /// What was asked for.
    pub target: &'a Target,
    /// The answer.
    pub outcome: Outcome,
    /// What eligibility opens.
    pub effect: Option<Effect>,
    /// Eligible: since when; not yet: from when.
    pub earliest: Option<Day>,
    /// Whether `earliest` lies past the policy's last day.
    pub after_expiry: bool,
    /// The policy's first day.
    pub effective: Day,
    /// The policy's last day, where one is printed.
    pub expires: Option<Day>,
    /// How many facts are missing.
    pub missing: usize,
}

impl Phrasebook {
    /// Answers for a target in one sentence.
    pub fn summary(&self, out: &mut String, summary: &Summary<'_>) {
        let target = Argument::Target(summary.target);
        match summary.outcome {
            Outcome::NotGoverned => {
                let effective = Argument::Day(summary.effective);
                match summary.expires.map(Argument::Day) {
                    Some(expires) => self.say(out, Message::NotGovernedUntil, &[target, effective, expires]),
                    None => self.say(out, Message::NotGoverned, &[target, effective]),
                }
            }
            Outcome::Held => {
                let message = match summary.target {
                    Target::Title { .. } => Message::HeldTitle,
                    Target::Skill { .. } => Message::HeldSkill,
                };
                self.say(out, message, &[target]);
            }
            Outcome::Eligible => self.eligible(out, summary),
            Outcome::Undetermined => {
                let message = match summary.missing {
                    0 => Message::Undetermined,
                    1 => Message::UndeterminedOne,
                    _ => Message::UndeterminedMany,
                };
                let count = Argument::Number(i64::try_from(summary.missing).unwrap_or(i64::MAX));
                self.say(out, message, &[target, count]);
            }
            Outcome::Referred => self.say(out, Message::Referred, &[target]),
            Outcome::NotYet => self.not_yet(out, summary),
            Outcome::NotEligible => self.say(out, Message::NotEligible, &[target]),
        }
    }

    fn eligible(&self, out: &mut String, summary: &Summary<'_>) {
        let message = match summary.effect {
            None => Message::Eligible,
            Some(Effect::ApplyForReview) => Message::Review,
            Some(Effect::DirectRecognition) => Message::Recognition,
            Some(Effect::ApplyForAssessment) => Message::Assessment,
            Some(Effect::EmployerAppointment) => Message::Appointment,
        };
        let earliest = summary.earliest.map(|day| [Argument::Day(day)]);
        let since = earliest.as_ref().map_or(Argument::Nothing, |day| Argument::Part(Message::Since, day));
        self.say(out, message, &[Argument::Target(summary.target), since]);
    }

    fn not_yet(&self, out: &mut String, summary: &Summary<'_>) {
        let target = Argument::Target(summary.target);
        let Some(earliest) = summary.earliest.map(Argument::Day) else {
            return self.say(out, Message::NotYet, &[target]);
        };
        match summary.expires.map(Argument::Day) {
            _ if !summary.after_expiry => self.say(out, Message::NotYetUntil, &[target, earliest]),
            Some(expires) => self.say(out, Message::NotYetAfterDay, &[target, earliest, expires]),
            None => self.say(out, Message::NotYetAfterExpiry, &[target, earliest]),
        }
    }
}
