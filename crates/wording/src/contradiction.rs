//! Sentences about facts that contradict each other.

use model::Word as _;
use model::contradiction::{Against, Contradiction, DatedFact};

use crate::book::Phrasebook;

impl Phrasebook {
    /// Says in one sentence how two facts contradict each other, naming both with their days.
    #[must_use]
    pub fn contradiction(&self, contradiction: &Contradiction) -> String {
        let fact = self.dated_fact(contradiction.fact);
        let against = match contradiction.against {
            Against::Fact(other) => self.dated_fact(other),
            Against::DayAsked(day) => day.to_string(),
        };
        let id = format!("contradiction-{}", contradiction.kind.key());
        self.format(&id, &[("fact", &fact), ("against", &against)])
    }

    fn dated_fact(&self, fact: DatedFact) -> String {
        let mut label = String::new();
        self.path(&mut label, &fact.path.to_string());
        match fact.day {
            Some(day) => self.format("contradiction-fact", &[("fact", &label), ("day", &day.to_string())]),
            None => label,
        }
    }
}
