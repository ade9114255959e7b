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
    #[serde(default)]
    errata_zh: Option<String>,
    #[serde(default)]
    address: Option<String>,
    #[serde(default)]
    contact: Option<String>,
    #[serde(default)]
    phone: Option<String>,
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
    /// The same in Chinese, where an optional column `errata_zh` has it.
    pub errata_zh: Option<String>,
    /// How it is reached, where an operator's own list has the columns `address`, `contact`, `phone`.
    pub reach: Reach,
}

/// How an institution is reached. Packs of this project have no such columns: persons are not shipped.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reach {
    /// The address.
    pub address: Option<String>,
    /// Whom to ask for.
    pub contact: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
}

/// Reads the list; each row that does not fit is a fault.
pub(crate) fn read(gather: &mut Gather<'_>, text: &str) -> Vec<ServicePoint> {
    let mut points = Vec::new();
    let some = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
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
            errata_zh: some(row.errata_zh),
            reach: Reach { address: some(row.address), contact: some(row.contact), phone: some(row.phone) },
        });
    }
    points
}
