//! Cases: opened, ordered about, shown.

use casework::case::{Act, Case, Command, Opened};
use casework::{Refusal, Role};
use model::{Faults, Target};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{Unit, ViewChange};

use crate::account::Caller;
use crate::documents::Drafts;
use crate::error::OfficeError;
use crate::evaluate::{self, dossier};
use crate::history::Loaded;
use crate::office::Office;
use crate::once::Once;
use crate::order::CaseOrder;
use crate::{objector, texts, view};

mod amend;
pub(crate) mod prepare;

/// What opens a case.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenOrder {
    /// The place, by key, code or name.
    pub place: String,
    /// The level: `title:LEVEL[:SERIES]` or `skill:LEVEL[:OCCUPATION]`.
    pub target: String,
    /// The employer's id in the register.
    #[serde(default)]
    pub employer: Option<String>,
    /// The personnel agency through which it is handed in.
    #[serde(default)]
    pub agency: Option<String>,
    /// The assessor that the applicant chooses.
    #[serde(default)]
    pub assessor: Option<String>,
    /// The dossier, `guantong/dossier/1`.
    pub dossier: Value,
}

/// What has become of an order.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Answered {
    /// The case.
    pub case: String,
    /// How many events it has.
    pub version: u64,
    /// Where it stands.
    pub status: String,
    /// What happened.
    pub events: Vec<String>,
}

/// A case as it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct CaseShown {
    /// Its id.
    pub id: String,
    /// How many events it has.
    pub version: u64,
    /// Where it stands, in a word.
    pub status_name: String,
    /// Whose turn it is: an organisation, or the applicant's account.
    pub holder: Option<String>,
    /// The questions that are answered in the present step and still open.
    pub asked_here: Vec<String>,
    /// The orders that the caller may give now, whatever else each of them needs.
    pub offers: Vec<Act>,
    /// The state.
    pub case: Case,
}

/// The stream of a case.
pub(crate) fn stream(id: &str) -> String {
    format!("case/{id}")
}

impl Office {
    /// Opens a draft for the caller.
    ///
    /// # Errors
    /// The input has faults, or the caller is no applicant.
    pub async fn open_case(&self, by: &Caller, order: &OpenOrder, key: Option<&str>) -> Result<Answered, OfficeError> {
        let id = self.fresh().to_string();
        let once = Once::of(by, key, &json!({ "open": order }));
        if by.role != Role::Applicant {
            let refusal = Refusal::new("not-your-turn").with("command", Act::Open.key());
            return Err(refusal.with("status", Case::default().status_name()).into());
        }
        let policy = self.guantong.policy(&order.place).map_err(|refusal| OfficeError::Faults(refusal.faults()))?;
        let target = target(&order.target)?;
        dossier(&order.dossier)?;
        let register = self.register().await?;
        for organisation in order.employer.iter().chain(&order.agency).chain(&order.assessor) {
            if !register.organisations.contains_key(organisation) {
                return Err(OfficeError::NotFound { what: "organisation", id: organisation.clone() });
            }
        }
        let loaded = Loaded::default();
        self.commit_once(once, || async {
            let mut drafts = Drafts::default();
            let opened = Opened {
                place: policy.jurisdiction.key.clone(),
                target: target.to_string(),
                applicant: by.id.clone(),
                employer: order.employer.clone(),
                agency: order.agency.clone(),
                assessor: order.assessor.clone(),
                dossier: drafts.add(self, "dossier", order.dossier.clone()),
            };
            self.unit(&id, &loaded, by, Command::Open(opened), drafts)
        })
        .await
    }

    /// Carries out an order in a case. With a `key`, asking again gives the first answer and does nothing.
    ///
    /// # Errors
    /// The order is refused, has faults, or the store cannot be reached.
    pub async fn order(
        &self,
        by: &Caller,
        id: &str,
        order: &CaseOrder,
        key: Option<&str>,
    ) -> Result<Answered, OfficeError> {
        bounded(order)?;
        let once = Once::of(by, key, &json!({ "case": id, "order": order }));
        self.commit_once(once, || async {
            let mut loaded = self.load_case(id).await?;
            // Who asks comes first: for somebody else nothing is read, counted or evaluated.
            loaded.state.may(by, order.act())?;
            if matches!(order, CaseOrder::CloseNotice {}) {
                self.count_again(id).await?;
                loaded = self.load_case(id).await?;
            }
            let mut drafts = Drafts::default();
            let command = self.prepare(&loaded.state, order, &mut drafts).await?;
            self.unit(id, &loaded, by, command, drafts)
        })
        .await
    }

    /// A case, for somebody who may see it.
    ///
    /// # Errors
    /// There is none, or the caller may not see it.
    pub async fn case(&self, by: &Caller, id: &str) -> Result<CaseShown, OfficeError> {
        let mut loaded = self.load_case(id).await?;
        may_see(by, id, &loaded.state)?;
        objector::withhold(&mut loaded.state, by);
        Ok(CaseShown {
            id: id.to_owned(),
            version: loaded.version,
            status_name: loaded.state.status_name(),
            holder: view::holder(&loaded.state),
            asked_here: loaded.state.asked_here().into_iter().map(str::to_owned).collect(),
            offers: loaded.state.offers(by),
            case: loaded.state,
        })
    }

    pub(crate) async fn load_case(&self, id: &str) -> Result<Loaded<Case>, OfficeError> {
        let loaded: Loaded<Case> = self.load(&stream(id)).await?;
        if loaded.version == 0 {
            return Err(OfficeError::NotFound { what: "case", id: id.to_owned() });
        }
        Ok(loaded)
    }

    /// The unit of an order (the events, the worklist's rows and the messages), with the answer that it will have.
    pub(crate) fn unit(
        &self,
        id: &str,
        loaded: &Loaded<Case>,
        by: &Caller,
        command: Command,
        drafts: Drafts,
    ) -> Result<(Unit, Answered), OfficeError> {
        let mut unit = Unit { personal: drafts.into_documents(), ..Unit::default() };
        let answer = self.add_order(&mut unit, id, loaded, by, command)?;
        Ok((unit, answer))
    }

    /// Decides an order in a case, and adds what it makes happen to a unit.
    pub(crate) fn add_order(
        &self,
        unit: &mut Unit,
        id: &str,
        loaded: &Loaded<Case>,
        by: &Caller,
        command: Command,
    ) -> Result<Answered, OfficeError> {
        let decided = self.decide(stream(id), loaded, by, command)?;
        let after = &decided.after;
        let answer = Answered {
            case: id.to_owned(),
            version: decided.version,
            status: after.status_name(),
            events: decided.append.records.iter().map(|record| record.kind.clone()).collect(),
        };
        unit.messages.extend(view::messages(id, answer.version, &loaded.state, after));
        unit.views.extend(view::rows(id, &loaded.state, after).into_iter().map(ViewChange::Put));
        unit.appends.push(decided.append);
        Ok(answer)
    }
}

/// Reads a target.
pub(crate) fn target(text: &str) -> Result<Target, OfficeError> {
    Target::parse(text).map_err(|problem| {
        let mut faults = Faults::default();
        faults.add("target", None, problem, "write for example title:intermediate or skill:technician");
        OfficeError::Faults(faults)
    })
}

/// Whether the caller may see a case: the applicant, an organisation that acts in one of its steps or employs the
/// applicant, and who enters decisions on fraud.
fn may_see(by: &Caller, id: &str, case: &Case) -> Result<(), OfficeError> {
    let own = case.opened.as_ref().is_some_and(|opened| opened.applicant == by.id);
    let of_organisation = by
        .organisation
        .as_ref()
        .is_some_and(|organisation| case.stages.iter().any(|stage| stage.organisation == *organisation));
    if own || of_organisation || by.role == Role::Inspector {
        return Ok(());
    }
    Err(OfficeError::NotForYou { what: format!("case {id}") })
}

fn bounded(order: &CaseOrder) -> Result<(), OfficeError> {
    let mut faults = Faults::default();
    for (path, text) in order.texts() {
        texts::bounded(&path, text, &mut faults);
    }
    faults.unless(()).map_err(OfficeError::from)
}

pub use amend::differences;
pub(crate) use evaluate::with_findings;
