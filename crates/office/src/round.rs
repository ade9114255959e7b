//! Rounds in which titles are filed: their orders from outside, and which one takes an application.

use casework::case;
use casework::committee::Asked;
use casework::privacy::fit_to_publish;
use casework::register::Sought;
use casework::round::{Command, Round};
use serde_json::{Value, json};
use store::{Unit, View, ViewChange};

use crate::account::Caller;
use crate::documents::Drafts;
use crate::error::OfficeError;
use crate::history::Loaded;
use crate::office::Office;
use crate::once::Once;
use crate::texts::not_told;

/// The key under which the rounds of a place are found.
const OF_PLACE: &str = "round-of";

/// The stream of a round.
pub(crate) fn stream(id: &str) -> String {
    format!("round/{id}")
}

impl Office {
    /// Carries out an order to a round: a command of `casework::round` as JSON, with texts where it has references. The clauses on
    /// rounds come from the place's procedure; an announcement holds no identity or telephone number.
    /// With a `key`, asking again gives the first answer and does nothing.
    ///
    /// # Errors
    /// The order is refused or has faults, or the store cannot be reached.
    pub async fn order_round(
        &self,
        by: &Caller,
        id: &str,
        order: &Value,
        key: Option<&str>,
    ) -> Result<u64, OfficeError> {
        let once = Once::of(by, key, &json!({ "round": id, "order": order }));
        not_told(order, &["window_clause", "skilled_section_clause"])?;
        let make = || async {
            let mut drafts = Drafts::default();
            let mut command: Command = self.read_command(order, &mut drafts)?;
            let loaded: Loaded<Round> = self.load(&stream(id)).await?;
            loaded.state.permitted(by, &command)?;
            if let Command::Plan(plan) = &mut command {
                let (window, section) = self.clauses_of_rounds(&plan.place)?;
                (plan.window_clause, plan.skilled_section_clause) = (window, section);
                self.committee(&plan.committee).await?;
            }
            let decided = self.decide(stream(id), &loaded, by, command)?;
            let unit = Unit {
                appends: vec![decided.append],
                views: row(id, &decided.after).map(ViewChange::Put).into_iter().collect(),
                personal: drafts.into_documents(),
                ..Unit::default()
            };
            Ok((unit, decided.version))
        };
        if order.get("command").and_then(Value::as_str) == Some("announce") {
            fit_to_publish(&order.to_string())?;
        }
        self.commit_once(once, make).await
    }

    /// The clauses by which titles of a place are filed in rounds, and by which their notices have a section for skilled workers.
    fn clauses_of_rounds(&self, place: &str) -> Result<(Option<String>, Option<String>), OfficeError> {
        let policy = self.guantong.policy(place).map_err(|refusal| OfficeError::Faults(refusal.faults()))?;
        let ways = policy.procedure.iter().flat_map(|procedure| &procedure.ways);
        let round = ways.clone().find_map(|way| way.round.clone());
        Ok((round, ways.clone().find_map(|way| way.skilled_section.clone())))
    }

    /// The round that takes an application on its day: announced, open, of a committee on file whose remit covers it.
    pub(crate) async fn round_for(&self, place: &str, sought: &Sought<'_>) -> Result<Option<case::Round>, OfficeError> {
        let (Some(tier), Some(series)) = (sought.title, sought.series) else { return Ok(None) };
        let asked = Asked { series, tier, specialty: sought.specialty, area: sought.area };
        let mut after = None;
        loop {
            let page = self.store.find(OF_PLACE, place, after.as_ref(), store::MOST_PER_PAGE).await?;
            for view in page.rows {
                let Some(id) = view.id.strip_prefix(&stream("")) else { continue };
                let loaded: Loaded<Round> = self.load(&stream(id)).await?;
                let Ok(plan) = loaded.state.accepts(sought.day) else { continue };
                if self.committee(&plan.committee).await?.may_review(&asked, sought.day).is_ok() {
                    return Ok(Some(case::Round { id: id.to_owned(), reference: plan.reference_date }));
                }
            }
            match page.next {
                Some(next) => after = Some(next),
                None => return Ok(None),
            }
        }
    }
}

fn row(id: &str, round: &Round) -> Option<View> {
    let plan = round.plan.as_ref()?;
    Some(View {
        id: stream(id),
        kind: "round".to_owned(),
        holder: plan.office.clone(),
        state: round.phase.key().to_owned(),
        place: plan.place.clone(),
        due: round.window.map(|window| window.until.date()),
        search: vec![(OF_PLACE.to_owned(), plan.place.clone())],
        body: json!({ "round": id, "year": plan.year, "series": plan.series, "committee": plan.committee,
                      "reference_date": plan.reference_date, "window": round.window }),
    })
}
