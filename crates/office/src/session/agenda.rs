//! What a session is convened with, as the records have it: members from the committee, cases from their histories, rules from
//! the procedures of the cases.

use casework::case::Case;
use casework::committee::{Asked, Committee, Concerned};
use casework::session::{AgendaItem, Command, Convening, Member, Session};
use model::procedure::{Group, Review, Work};
use model::{Target, Track};

use crate::case::target;
use crate::error::OfficeError;
use crate::evaluate::dossier;
use crate::office::Office;

/// The ground on which alone nobody may fail where a procedure says so, as sheets know it too.
const PAPERS: &str = casework::session::PAPERS;

impl Office {
    /// Puts what the records say in the place of what the order said of members and cases.
    pub(super) async fn as_on_record(&self, command: &mut Command, session: &Session) -> Result<(), OfficeError> {
        match command {
            Command::Convene(convening) => {
                let committee = self.committee(&convening.committee).await?;
                convening.take_from(&committee)?;
                for item in 0..convening.agenda.len() {
                    self.take_case(convening, item, &committee).await?;
                }
            }
            Command::Replace { by, .. } => {
                if let Some(convening) = &session.convening {
                    let committee = self.committee(&convening.committee).await?;
                    *by = Member::on_record(&committee, &by.id, convening.on)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Takes whose case it is from the case, and what holds for its review from its way; the committee has to cover it.
    async fn take_case(
        &self,
        convening: &mut Convening,
        item: usize,
        committee: &Committee,
    ) -> Result<(), OfficeError> {
        let Some(AgendaItem { case: id, sheet, .. }) = convening.agenda.get(item).cloned() else { return Ok(()) };
        let case = self.load_case(&id).await?.state;
        let Some(opened) = &case.opened else { return Ok(()) };
        let level = target(&opened.target)?;
        self.covered(&case, &level, committee, convening).await?;
        if let Some(item) = convening.agenda.get_mut(item) {
            item.concerned = Concerned { applicant: opened.applicant.clone(), employer: opened.employer.clone() };
            item.track = level.track();
            level.level().clone_into(&mut item.level);
            // Whoever applies for a title here comes over the bridge.
            item.skilled = level.track() == Track::Title;
        }
        let Some((clause, review)) = reviewing(&case) else { return Ok(()) };
        if review.own_group == Group::Must {
            convening.rules.separate_group_clause = Some(clause.to_owned());
        }
        if let Some(defence) = &review.defence {
            convening.rules.materials_clause = Some(defence.clone());
        }
        let papers = review.never_alone.iter().find(|ground| ground.id == PAPERS);
        if let (Some(ground), Some(sheet)) = (papers, convening.sheets.iter_mut().find(|one| one.id == sheet)) {
            sheet.papers_clause = Some(ground.clause.clone());
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
