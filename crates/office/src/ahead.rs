//! What lies ahead of an application before it is filed: what may be chosen when it is begun, the way that it will take, and what still
//! stands in its way.

use casework::Refusal;
use casework::area::covers;
use casework::case::{Act, Case, Claim};
use casework::register::Organisation;
use casework::routing::fitting;
use model::Dossier;
use model::procedure::{Body, Procedure, Way};
use model::words::Track;

use crate::account::Caller;
use crate::case::prepare::{claims, sought};
use crate::case::{stream, target};
use crate::documents::Drafts;
use crate::error::OfficeError;
use crate::history::Loaded;
use crate::office::Office;
use crate::order::CaseOrder;

/// Whom an applicant may choose when an application is begun.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Openings {
    /// The clause that opens the way through a personnel agency; none where no way of the place has one.
    pub agency_clause: Option<String>,
    /// The agencies on record that serve the place.
    pub agencies: Vec<Organisation>,
    /// Whether a way has a step for an assessor that the applicant chooses.
    pub asks_assessor: bool,
    /// The assessors on record that may assess this level.
    pub assessors: Vec<Organisation>,
}

/// What lies ahead of a case.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Ahead {
    /// The way: of a draft the one that it would take today, else its own. None where no way fits.
    pub way: Option<Way>,
    /// The records of the dossier that documents may have to prove.
    pub claims: Vec<Claim>,
    /// Why it could not be handed in as it stands; none where it could, or where it does not lie with the applicant.
    pub hindrance: Option<Refusal>,
}

impl Office {
    /// Whom an application for a level in a place may name.
    ///
    /// # Errors
    /// The place or the level is unknown, or the store cannot be read.
    pub async fn openings(&self, place: &str, level: &str, dossier: &Dossier) -> Result<Openings, OfficeError> {
        let policy = self.guantong.policy(place).map_err(|refusal| OfficeError::Faults(refusal.faults()))?;
        let (target, register) = (target(level)?, self.register().await?);
        let code = policy.jurisdiction.code.as_str();
        let sought = sought(&target, dossier, code, self.moment().day);
        let track = if sought.title.is_some() { Track::Title } else { Track::Skill };
        let Some(procedure) = &policy.procedure else { return Ok(Openings::default()) };
        let ways = || procedure.ways.iter().filter(|way| way.track == track);
        let chosen = chosen_bodies(procedure, track);
        let on_record = |fits: &dyn Fn(&Organisation) -> bool| -> Vec<Organisation> {
            register.organisations.values().filter(|one| fits(one)).cloned().collect()
        };
        let agency_clause = ways().find_map(|way| way.filing.agency.clone());
        let serves = |one: &Organisation| covers(&one.area, code) || covers(code, &one.area);
        Ok(Openings {
            agencies: match agency_clause {
                Some(_) => on_record(&|one| one.kind == Body::Agency && serves(one)),
                None => Vec::new(),
            },
            agency_clause,
            asks_assessor: !chosen.is_empty(),
            assessors: on_record(&|one| {
                chosen.contains(&one.kind) && one.remits.iter().any(|remit| remit.covers(&sought))
            }),
        })
    }

    /// What lies ahead of a case, for somebody who may see it.
    ///
    /// # Errors
    /// There is no such case, the caller may not see it, or the store cannot be read.
    pub async fn ahead(&self, by: &Caller, id: &str) -> Result<Ahead, OfficeError> {
        let shown = self.case(by, id).await?;
        let case = &shown.case;
        let document = self.dossier_of(case).await?;
        let way = match &case.way {
            Some(way) => Some(way.clone()),
            None => self.way_today(case).await?,
        };
        let order = match () {
            () if shown.offers.contains(&Act::File) => Some(CaseOrder::File { promise: true }),
            () if shown.offers.contains(&Act::Resubmit) => Some(CaseOrder::Resubmit {}),
            () => None,
        };
        let hindrance = match order {
            Some(order) => self.hindrance(by, id, &order).await?,
            None => None,
        };
        Ok(Ahead { way, claims: claims(&document), hindrance })
    }

    /// The way that a draft would take today; none where none fits.
    async fn way_today(&self, case: &Case) -> Result<Option<Way>, OfficeError> {
        let way = |applying: crate::case::prepare::Applying<'_>| {
            Ok(fitting(applying.procedure, applying.register, &applying.application)?.clone())
        };
        match self.applying(case, &mut Drafts::default(), way).await {
            Ok(way) => Ok(Some(way)),
            Err(OfficeError::Refused(_) | OfficeError::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Why an order would be refused now; nothing is carried out.
    async fn hindrance(&self, by: &Caller, id: &str, order: &CaseOrder) -> Result<Option<Refusal>, OfficeError> {
        let loaded: Loaded<Case> = self.load_case(id).await?;
        let decided = match self.prepare(&loaded.state, order, &mut Drafts::default()).await {
            Ok(command) => self.decide(stream(id), &loaded, by, command).map(|_| ()),
            Err(error) => Err(error),
        };
        match decided {
            Ok(()) => Ok(None),
            Err(OfficeError::Refused(refusal)) => Ok(Some(refusal)),
            Err(error) => Err(error),
        }
    }
}

/// The bodies that the applicant chooses, in the ways of a track.
fn chosen_bodies(procedure: &Procedure, track: Track) -> Vec<Body> {
    let steps = procedure.ways.iter().filter(|way| way.track == track).flat_map(|way| &way.steps);
    let chosen = |body: &Body| matches!(body, Body::Assessor | Body::ServicePoint | Body::QualificationBody);
    let mut bodies: Vec<Body> = steps.flat_map(|step| step.by.iter().copied()).filter(chosen).collect();
    bodies.dedup();
    bodies
}
