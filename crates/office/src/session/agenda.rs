//! What a session is convened with, as the records have it: members from the committee, cases from their histories, rules from
//! the procedures of the cases.

use casework::case::Case;
use casework::committee::{Asked, Committee, Concerned};
use casework::refusal::Refusal;
use casework::session::{AgendaItem, Convening, Member, Session, StandIns};
use model::procedure::{Group, Review, Work};
use model::{Target, Track};

use super::by_office;
use super::convene::{ConveneOrder, ToReview};
use crate::account::Caller;
use crate::case::target;
use crate::error::OfficeError;
use crate::evaluate::dossier;
use crate::office::Office;

/// The ground on which alone nobody may fail where a procedure says so, as sheets know it too.
const PAPERS: &str = casework::session::PAPERS;

impl Office {
    /// The session that an order convenes.
    ///
    /// # Errors
    /// The committee is not on file, has no such members or sheets, or may not review a case.
    pub(super) async fn convening(&self, by: &Caller, order: &ConveneOrder) -> Result<Convening, OfficeError> {
        let committee = self.committee(&order.committee).await?;
        let office = committee.registration.as_ref().map(|registration| registration.office.as_str());
        by_office(by, office.unwrap_or_default(), "convene")?;
        let registration = committee.on_file(order.on)?;
        let mut convening = Convening {
            committee: order.committee.clone(),
            office: registration.office.clone(),
            draw: order.draw.clone(),
            size: registration.size,
            members: committee.members(order.draw.as_deref(), &order.members, order.on)?,
            chair: order.chair.clone(),
            on: order.on,
            groups: order.groups.clone(),
            agenda: Vec::new(),
            sheets: Vec::new(),
            rules: self.session_rules(),
        };
        for item in &order.agenda {
            self.take_up(&mut convening, item, &committee).await?;
        }
        Ok(convening)
    }

    /// An expert of the pool as a new member of a session.
    pub(super) async fn new_member(&self, session: &Session, by: &Caller, expert: &str) -> Result<Member, OfficeError> {
        let Some(convening) = &session.convening else { return Err(Refusal::new("session-unknown").into()) };
        by_office(by, &convening.office, "replace")?;
        let committee = self.committee(&convening.committee).await?;
        Ok(Member::on_record(&committee, expert, convening.on)?)
    }

    /// Puts a case on the agenda: whose it is comes from the case, what holds for its review from its way, the sheet from the
    /// file of the committee, which has to cover it.
    async fn take_up(
        &self,
        convening: &mut Convening,
        asked: &ToReview,
        committee: &Committee,
    ) -> Result<(), OfficeError> {
        let case = self.load_case(&asked.case).await?.state;
        let Some(opened) = &case.opened else { return Ok(()) };
        let level = target(&opened.target)?;
        self.covered(&case, &level, committee, convening).await?;
        convening.agenda.push(AgendaItem {
            case: asked.case.clone(),
            concerned: Concerned { applicant: opened.applicant.clone(), employer: opened.employer.clone() },
            track: level.track(),
            level: level.level().to_owned(),
            // Whoever applies for a title here comes over the bridge.
            skilled: level.track() == Track::Title,
            group: asked.group.clone(),
            sheet: asked.sheet.clone(),
            defence: asked.defence,
            stand_ins: reviewing(&case).and_then(|(_, review)| StandIns::of(review)),
            re_examines: asked.re_examines.clone(),
        });
        let (clause, review) = match reviewing(&case) {
            Some((clause, review)) => (Some(clause), Some(review)),
            None => (None, None),
        };
        let on_file = review.and_then(|review| review.standard_on_file.as_deref());
        let mut sheet = committee.sheet(&asked.sheet, on_file)?.clone();
        if let Some(review) = review {
            if review.own_group == Group::Must {
                convening.rules.separate_group_clause = clause.map(str::to_owned);
            }
            if let Some(papers) = review.never_alone.iter().find(|ground| ground.id == PAPERS) {
                sheet.papers_clause = Some(papers.clause.clone());
            }
            let policy = self.guantong.policy(&opened.place).ok();
            let wanted = review.sheet.as_deref().and_then(|name| policy?.sheet(name));
            if let (Some(wanted), Target::Title { tier, .. }) = (wanted, &level) {
                sheet.check_against(wanted, *tier)?;
                sheet.skill_clause.clone_from(&wanted.skill_has_weight);
            }
        }
        if !convening.sheets.contains(&sheet) {
            convening.sheets.push(sheet);
        }
        Ok(())
    }

    /// Whether the committee may review the case: level, series, specialty and area.
    async fn covered(
        &self,
        case: &Case,
        level: &Target,
        committee: &Committee,
        convening: &Convening,
    ) -> Result<(), OfficeError> {
        let Target::Title { tier, series } = level else { return Ok(()) };
        let specialty = dossier(&self.dossier_of(case).await?)?.employment.specialty;
        let register = self.register().await?;
        let opened = case.opened.as_ref();
        let employer = opened.and_then(|opened| opened.employer.as_ref()).and_then(|id| register.organisations.get(id));
        let policy = opened.and_then(|opened| self.guantong.policy(&opened.place).ok());
        let area = employer.map(|one| one.area.as_str()).or_else(|| policy.map(|one| one.jurisdiction.code.as_str()));
        let asked =
            Asked { series: *series, tier: *tier, specialty: specialty.as_deref(), area: area.unwrap_or_default() };
        Ok(committee.may_review(&asked, convening.on)?)
    }
}

/// The review step in which a case lies, with its first clause.
fn reviewing(case: &Case) -> Option<(&str, &Review)> {
    let (_, step) = case.step()?;
    match &step.work {
        Work::Review(review) => Some((step.clauses.first()?.as_str(), review)),
        _ => None,
    }
}
