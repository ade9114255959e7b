//! The person's statutory retirement, beside the plan.

use model::plan::{Horizon, HorizonCase};
use model::retirement::Case;
use model::{Day, Dossier, Word as _};
use policy::National;
use wording::Phrasebook;

/// When the person retires, or which facts would tell.
pub(super) fn horizon(national: &National, dossier: &Dossier, phrases: &Phrasebook) -> Horizon {
    let Some(ages) = &national.retirement else { return Horizon::default() };
    let retirement = match ages.of(dossier) {
        Ok(retirement) => retirement,
        Err(missing) => return Horizon { cases: Vec::new(), missing },
    };
    let case = |case: &Case| {
        let (month, earliest, latest) = (case.month.to_string(), case.earliest.to_string(), case.latest.to_string());
        let (years, months) = ((case.age_months / 12).to_string(), (case.age_months % 12).to_string());
        let id = if case.age_months.is_multiple_of(12) { "plan-retirement" } else { "plan-retirement-months" };
        let arguments = [
            ("group", phrases.word("retirement-group", case.group.key())),
            ("month", &*month),
            ("years", &*years),
            ("months", &*months),
            ("earliest", &*earliest),
            ("latest", &*latest),
        ];
        HorizonCase {
            group: case.group,
            month: case.month,
            earliest: case.earliest,
            latest: case.latest,
            clauses: ages.clauses_of(case.group).map(str::to_owned).collect(),
            says: phrases.format(id, &arguments),
        }
    };
    Horizon { cases: retirement.cases.iter().map(case).collect(), missing: retirement.open.into_iter().collect() }
}

/// By whose age a day lies past retirement.
pub(super) fn past(horizon: &Horizon, day: Day) -> Vec<model::words::RetirementGroup> {
    horizon.cases.iter().filter(|case| day > case.month.last_day()).map(|case| case.group).collect()
}
