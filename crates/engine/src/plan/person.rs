//! The person on a later day of a plan: simply carrying on, with the certificates and titles granted on the way.

use model::dossier::{Dossier, Skill, Title};
use model::{Appointment, Day, Effect, Target, Word as _};

use crate::carried_on::carried_on;

/// A level granted on the way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Award {
    /// The level.
    pub target: Target,
    /// The date of the certificate or title.
    pub day: Day,
    /// What eligibility opened; an employer's appointment is also the person's post from then on.
    pub effect: Effect,
}

impl Award {
    /// Whether whoever holds it holds this level too: it is of the same track (and series), and not lower.
    #[must_use]
    pub fn includes(&self, target: &Target) -> bool {
        match (&self.target, target) {
            (Target::Title { tier, series }, Target::Title { tier: other, series: same }) => {
                tier >= other && series == same
            }
            (Target::Skill { level, .. }, Target::Skill { level: other, .. }) => level >= other,
            _ => false,
        }
    }
}

/// The person of `dossier`, as it stands on `as_of`, on a later `day` with the awards granted by then. What the dossier
/// dates after `as_of` is left out; work that goes on continues, reviews pass, yearly hours are met.
#[must_use]
pub fn person(dossier: &Dossier, as_of: Day, day: Day, awards: &[Award]) -> Dossier {
    let mut person = carried_on(dossier, as_of, day);
    for award in awards.iter().filter(|award| award.day <= day) {
        grant(&mut person, award);
    }
    person
}

/// Adds one award. To a list of certificates or titles that is not stated it adds nothing: that may hold it already.
fn grant(person: &mut Dossier, award: &Award) {
    let employment = &mut person.employment;
    match &award.target {
        Target::Title { tier, series } => person.titles.iter_mut().for_each(|titles| {
            titles.push(Title {
                tier: Some(*tier),
                series: Some(*series),
                specialty: employment.specialty.clone(),
                date: Some(award.day),
                ..Title::default()
            });
        }),
        Target::Skill { level, occupation } => person.skills.iter_mut().for_each(|skills| {
            skills.push(Skill {
                level: Some(*level),
                occupation: occupation.clone().or_else(|| employment.occupation.clone()),
                date: Some(award.day),
                ..Skill::default()
            });
        }),
    }
    if award.effect == Effect::EmployerAppointment
        && let Some(post) = Appointment::parse(award.target.level())
    {
        employment.appointed_as = Some(post);
    }
}
