//! What carries a clause, as the pages of policies and of clauses show it, with the worked examples on its sides.

use service::coverage::{Carrier, ClauseCoverage, Side, Sides, Standing};

use crate::frame::Frame;

/// How a clause stands and what carries it.
pub(crate) struct Carried {
    pub(crate) standing: &'static str,
    pub(crate) standing_name: String,
    pub(crate) reason: String,
    pub(crate) carriers: Vec<CarrierRow>,
    pub(crate) named: String,
}

/// One thing that carries a clause.
pub(crate) struct CarrierRow {
    pub(crate) by: String,
    pub(crate) says: String,
    pub(crate) of: String,
    pub(crate) routes: Vec<String>,
    pub(crate) sides: Vec<SideRow>,
}

/// The worked examples on one side.
pub(crate) struct SideRow {
    pub(crate) class: &'static str,
    pub(crate) name: String,
    pub(crate) count: usize,
    pub(crate) first: String,
}

impl Carried {
    pub(crate) fn of(frame: &Frame, clause: &ClauseCoverage) -> Self {
        let lang = frame.lang.key();
        Self {
            standing: match clause.standing {
                Standing::Carried => "carried",
                Standing::Open => "open-part",
                Standing::Nothing => "nothing",
                Standing::Uncovered => "uncovered",
            },
            standing_name: frame.t(clause.standing.name_id()).to_owned(),
            reason: clause.reason.as_ref().map(|reason| reason.in_language(lang).to_owned()).unwrap_or_default(),
            carriers: clause.carriers.iter().map(|carrier| CarrierRow::of(frame, carrier)).collect(),
            named: named(&clause.named),
        }
    }
}

impl CarrierRow {
    fn of(frame: &Frame, carrier: &Carrier) -> Self {
        let lang = frame.lang.key();
        Self {
            by: crate::frame::capital(&carrier.by_words(frame.lang)),
            says: carrier.says.in_language(lang).to_owned(),
            of: carrier.of.as_ref().map(|of| of.in_language(lang).to_owned()).unwrap_or_default(),
            routes: carrier.routes.iter().map(|route| format!("{} / {}", route.target, route.route)).collect(),
            sides: carrier.examples.as_ref().map(|sides| rows(frame, sides)).unwrap_or_default(),
        }
    }
}

fn rows(frame: &Frame, sides: &Sides) -> Vec<SideRow> {
    let all = [("yes", &sides.yes), ("no", &sides.no), ("refer", &sides.refer)];
    let shown = all.into_iter().filter(|(_, side)| side.count > 0);
    let row = |(key, side): (&'static str, &Side)| SideRow {
        class: key,
        name: frame.word("truth", key).to_owned(),
        count: side.count,
        first: named(side),
    };
    let short = SideRow {
        class: "short",
        name: frame.t("portal-side-short").to_owned(),
        count: sides.short.count,
        first: named(&sides.short),
    };
    shown.map(row).chain((short.count > 0).then_some(short)).collect()
}

/// The first examples of a side, and that there are more.
fn named(side: &Side) -> String {
    let more = if side.count > side.first.len() { " …" } else { "" };
    format!("{}{more}", side.first.join(" · "))
}
