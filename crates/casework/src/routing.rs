//! Which way an application takes, and which organisation of the register acts in each of its steps.

use model::procedure::{Body, Procedure, Step, Way, When};
use model::words::{Effect, EmployerKind, Track};

use crate::area::covers;
use crate::case::{Opened, Stage};
use crate::refusal::Refusal;
use crate::register::{Organisation, Register, Remit, Sought};

/// What decides the way of an application.
#[derive(Clone, Debug)]
pub struct Application<'a> {
    /// What it looks for.
    pub sought: Sought<'a>,
    /// What eligibility opens.
    pub effect: Option<Effect>,
    /// The kind of the employer, where the dossier says it.
    pub employer_kind: Option<EmployerKind>,
    /// Whether it is a non-public organisation, where the dossier says it.
    pub non_public: Option<bool>,
    /// Whether it is a central or provincial enterprise, where the dossier says it.
    pub upper_level: Option<bool>,
    /// What was opened.
    pub opened: &'a Opened,
}

/// The way that an application takes, whoever acts in it.
///
/// # Errors
/// No way fits.
pub fn fitting<'p>(
    procedure: &'p Procedure,
    register: &Register,
    application: &Application<'_>,
) -> Result<&'p Way, Refusal> {
    let track = if application.sought.title.is_some() { Track::Title } else { Track::Skill };
    let found = procedure.ways.iter().find(|way| way.track == track && application.fits(&way.when, register));
    found.ok_or_else(|| Refusal::new("no-way").with("track", track))
}

/// The way of an application with the steps that fit it, and who acts in each.
///
/// # Errors
/// No way fits, or the register has nobody for a step; with the clause.
pub fn route(
    procedure: &Procedure,
    register: &Register,
    application: &Application<'_>,
) -> Result<(Way, Vec<Stage>), Refusal> {
    let found = fitting(procedure, register, application)?;
    let mut way = found.clone();
    let mut stages = Vec::new();
    let mut steps = Vec::new();
    for step in way.steps.drain(..).filter(|step| application.fits(&step.when, register)) {
        match application.body(&step, register)? {
            Some(organisation) => {
                stages.push(Stage { step: step.id.clone(), organisation });
                steps.push(step);
            }
            None if step.where_it_exists => {}
            None => {
                let clause = step.clauses.first().cloned().unwrap_or_default();
                return Err(Refusal::by(clause, "nobody-on-record").with("step", &step.id));
            }
        }
    }
    way.steps = steps;
    Ok((way, stages))
}

impl Application<'_> {
    fn employer<'r>(&self, register: &'r Register) -> Option<&'r Organisation> {
        self.opened.employer.as_ref().and_then(|id| register.organisations.get(id))
    }

    /// Whether a condition of a way or a step holds. What is asked and not known does not fit.
    fn fits(&self, when: &When, register: &Register) -> bool {
        let sought = &self.sought;
        let listed = |empty: bool, listed: bool| empty || listed;
        let is = |asked: Option<bool>, known: Option<bool>| asked.is_none() || asked == known;
        let authorised = self.employer(register).map(|employer| employer.remits.iter().any(|one| one.covers(sought)));
        let on_record = Some(authorised.unwrap_or(false));
        let (titles, skills) = (&when.titles, &when.skills);
        listed(titles.is_empty(), sought.title.is_some_and(|tier| titles.contains(&tier)))
            && listed(skills.is_empty(), sought.skill.is_some_and(|level| skills.contains(&level)))
            && listed(when.series.is_empty(), sought.series.is_some_and(|one| when.series.contains(&one)))
            && listed(when.employer.is_empty(), self.employer_kind.is_some_and(|kind| when.employer.contains(&kind)))
            && (when.effect.is_none() || when.effect == self.effect)
            && is(when.non_public, self.non_public)
            && is(when.upper_level, self.upper_level)
            && is(when.recorded_assessor, on_record)
            && is(when.self_reviewing, on_record)
            && is(when.by_examination, Some(register.by_examination(sought)))
            && is(when.access_qualification, Some(self.has_access_qualification(register)))
            && is(when.through_agency, Some(self.opened.agency.is_some()))
    }

    fn has_access_qualification(&self, register: &Register) -> bool {
        self.sought.occupation.is_some_and(|name| register.access.iter().any(|one| one == name))
    }

    /// Who acts in a step: the first of its bodies that exists.
    fn body(&self, step: &Step, register: &Register) -> Result<Option<String>, Refusal> {
        for body in &step.by {
            let found = match body {
                Body::Employer => self.employer(register).map(|employer| employer.id.clone()),
                Body::Agency => self.on_record(self.opened.agency.as_deref(), *body, register),
                Body::CompetentDepartment => above(self.employer(register), register),
                Body::CommitteeFounder => {
                    let office = self.nearest(Body::CommitteeOffice, register, true);
                    above(office.and_then(|id| register.organisations.get(&id)), register)
                }
                Body::EmployerAssessor => self
                    .employer(register)
                    .filter(|employer| employer.remits.iter().any(|remit| remit.covers(&self.sought)))
                    .map(|employer| employer.id.clone()),
                Body::Assessor | Body::ServicePoint | Body::QualificationBody => {
                    self.chosen_assessor(step, *body, register)?
                }
                Body::CommitteeOffice => self.nearest(*body, register, true),
                Body::FilingPoint
                | Body::CountyBureau
                | Body::CityBureau
                | Body::ProvincialBureau
                | Body::TestingInstitution
                | Body::CityCentre
                | Body::ProvincialCentre => self.nearest(*body, register, false),
            };
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    fn on_record(&self, id: Option<&str>, kind: Body, register: &Register) -> Option<String> {
        let organisation = id.and_then(|id| register.organisations.get(id))?;
        (organisation.kind == kind).then(|| organisation.id.clone())
    }

    /// The organisation of a kind whose area is the smallest that holds the employer's; of several, the one whose remit
    /// names most. Who has remits, or has to have them, is found only where one of them covers what is sought.
    fn nearest(&self, kind: Body, register: &Register, needs_remit: bool) -> Option<String> {
        let here =
            register.organisations.values().filter(|one| one.kind == kind && covers(&one.area, self.sought.area));
        let rated = here.filter_map(|one| {
            let fits = one.remits.iter().filter(|remit| remit.covers(&self.sought)).map(Remit::names);
            let named = match fits.max() {
                Some(named) => named,
                None if one.remits.is_empty() && !needs_remit => 0,
                None => return None,
            };
            let wide = one.area.bytes().rev().take_while(|b| *b == b'0').count() / 2;
            Some(((std::cmp::Reverse(named), wide, one.id.as_str()), one))
        });
        rated.min_by_key(|(rank, _)| *rank).map(|(_, one)| one.id.clone())
    }

    /// The assessor that the applicant chose, or the only one there is.
    fn chosen_assessor(&self, step: &Step, kind: Body, register: &Register) -> Result<Option<String>, Refusal> {
        let clause = step.clauses.first().cloned().unwrap_or_default();
        let fits = |one: &&Organisation| one.kind == kind && one.remits.iter().any(|remit| remit.covers(&self.sought));
        let on_record: Vec<&str> = register.organisations.values().filter(fits).map(|one| one.id.as_str()).collect();
        match (&self.opened.assessor, on_record.as_slice()) {
            (_, []) => Ok(None),
            (Some(chosen), _) if on_record.contains(&chosen.as_str()) => Ok(Some(chosen.clone())),
            (Some(chosen), _) => Err(Refusal::by(clause, "assessor-not-on-record")
                .with("assessor", chosen)
                .with("known", on_record.join(" "))),
            (None, [only]) => Ok(Some((*only).to_owned())),
            (None, _) => Err(Refusal::by(clause, "choose-an-assessor").with("known", on_record.join(" "))),
        }
    }
}

/// What an organisation belongs to, where that is on record.
fn above(organisation: Option<&Organisation>, register: &Register) -> Option<String> {
    let under = organisation.and_then(|one| one.under.clone());
    under.filter(|id| register.organisations.contains_key(id))
}
