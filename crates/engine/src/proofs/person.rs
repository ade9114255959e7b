//! The persons that proofs try: a complete dossier on a day, and how dates are counted back from it.

use model::{Day, Dossier};

/// A person whom a proof tries, with everything that is needed to ask again.
#[derive(Clone, PartialEq, Debug)]
pub struct Person {
    /// The day asked about.
    pub as_of: Day,
    /// The dossier; nothing that a route asks for is missing.
    pub dossier: Dossier,
    /// Whether standards that ask for one year of every occupation are given.
    pub standards: bool,
}

/// The latest day whose anniversary after so many years is not after `day`.
pub(super) fn years_before(day: Day, years: u16) -> Day {
    let date = day.date();
    let year = date.year().saturating_sub_unsigned(years);
    let same = Day::new(year, date.month(), date.day()).or_else(|| Day::new(year, 2, 28));
    match Day::new(year, 2, 29) {
        Some(leap) if leap.anniversary(years) == day => leap,
        _ => same.unwrap_or(Day::FIRST),
    }
}

/// The day before, the day itself and the day after.
pub(super) fn around(day: Day) -> [Day; 3] {
    [day.previous(), day, day.next()]
}
