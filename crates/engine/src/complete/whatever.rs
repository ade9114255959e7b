//! How a level stands over all completions of the missing facts: what holds whatever they are, what the best of them would
//! give, and which of them tell these apart.

use model::Day;
use model::paths::FactPath;
use policy::rule::Governed;

use super::Builder;
use crate::conditions::Wanted;
use crate::decide::inside;
use crate::diagram::{Diagrams, Id};
use crate::facts::Facts;
use crate::timeline::{Standing, Timeline};

/// How the routes to a level stand over all completions of the missing facts.
pub(crate) struct Whatever {
    /// All routes together, at the worst on each day.
    pub line: Timeline,
    /// Each route alone, at the worst on each day; none where it isn't known whether they are asked at all.
    pub routes: Vec<Timeline>,
    /// When they stand at least so that people decide, at the best.
    refer: Soonest,
    /// When the rules alone are enough, at the best.
    yes: Soonest,
}

impl Whatever {
    /// When they stand at least so, at the best.
    pub fn soonest(&self, least: Standing) -> &Soonest {
        if least == Standing::Yes { &self.yes } else { &self.refer }
    }
}

/// The first day on which a level stands at least so, as missing facts decide it.
pub(crate) struct Soonest {
    /// The earliest that some completion gives.
    pub day: Option<Day>,
    /// The facts with which the day differs.
    pub facts: Vec<FactPath>,
}

/// Looks at every completion. Past the bounds of exactness nothing is certain, and whatever was asked for may open the level
/// today.
pub(crate) fn whatever(facts: &Facts<'_>, governed: &Governed, wanted: Wanted) -> Whatever {
    let mut builder = Builder::new(facts, governed, wanted);
    let (whole, routes) = builder.whole();
    if builder.too_large() {
        let today = || Soonest { day: Some(facts.as_of), facts: builder.asked() };
        return Whatever { line: Timeline::always(Standing::No), routes: Vec::new(), refer: today(), yes: today() };
    }
    let worst = |id: Id| {
        let lines = builder.lines.values(id).into_iter();
        lines.fold(Timeline::always(Standing::Yes), |worst, line| worst.meet(line))
    };
    let soonest = |least: Standing| {
        let mut days: Diagrams<Option<Day>> = Diagrams::default();
        let id = builder.lines.map(whole, &mut days, &|line| line.first_at_least(least, facts.as_of));
        Soonest { day: days.values(id).into_iter().flatten().min().copied(), facts: days.support(id) }
    };
    Whatever {
        line: worst(whole),
        routes: routes.into_iter().map(worst).collect(),
        refer: soonest(Standing::Refer),
        yes: soonest(Standing::Yes),
    }
}

impl Builder<'_, '_> {
    /// All routes together, and each alone where it is known that the person is inside.
    fn whole(&mut self) -> (Id, Vec<Id>) {
        match inside(&self.facts, self.wanted) {
            Ok(true) => {
                let routes = self.routes();
                (self.lines.fold(routes.clone(), Timeline::always(Standing::No), Timeline::join), routes)
            }
            Ok(false) => (self.lines.end(Timeline::always(Standing::No)), Vec::new()),
            Err(path) => (self.split(path, |builder| builder.whole().0), Vec::new()),
        }
    }
}
