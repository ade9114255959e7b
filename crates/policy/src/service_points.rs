//! Where an examination can be taken, by occupation and level: institutions only, no persons.

use model::{SkillLevel, Word as _};
use serde::Deserialize;

use crate::catalogue::read_as;
use crate::fault::Gather;
use crate::table;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    seq: u32,
    institution: String,
    occupation: String,
    level: String,
    errata: String,
}

/// One occupation and level at one institution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServicePoint {
    /// The number in the printed list.
    pub number: u32,
    /// The institution.
    pub institution: String,
    /// The occupation as printed.
    pub occupation: String,
    /// What a misprinted occupation has to be read as.
    pub read_as: Option<String>,
    /// The level.
    pub level: SkillLevel,
    /// What is odd about the row.
    pub errata: String,
}

/// Reads the list; each row that does not fit is a fault.
pub(crate) fn read(gather: &mut Gather<'_>, text: &str) -> Vec<ServicePoint> {
    let mut points = Vec::new();
    for (line, row) in table::rows::<Row>(gather, text) {
        let Some(level) = SkillLevel::parse(&row.level) else {
            let remedy = format!("write one of {}", SkillLevel::choices());
            gather.add(Some(line), "level", format!("{:?} is no skill level", row.level), remedy);
            continue;
        };
        if row.institution.is_empty() || row.occupation.is_empty() {
            gather.add(Some(line), "institution", "the institution or the occupation is blank", "fill it in");
        }
        points.push(ServicePoint {
            number: row.seq,
            read_as: read_as(&row.errata),
            institution: row.institution,
            occupation: row.occupation,
            level,
            errata: row.errata,
        });
    }
    points
}
