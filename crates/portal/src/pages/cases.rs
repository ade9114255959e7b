//! Cases for everybody in the procedure: the desk, and the page of a case with what may be done in it.

pub(crate) mod case;
pub(crate) mod desk;
pub(crate) mod differences;
pub(crate) mod dossier;
pub(crate) mod dossier_read;
pub(crate) mod evidence;
pub(crate) mod files;
pub(crate) mod marks;
pub(crate) mod next;
pub(crate) mod object;
pub(crate) mod offers;
pub(crate) mod order;
pub(crate) mod outcome;
pub(crate) mod proofs;
pub(crate) mod return_to;
pub(crate) mod steps;
pub(crate) mod told;
pub(crate) mod uploads;

use jiff::Timestamp;
use jiff::tz::{TimeZone, offset};
use model::Target;

use crate::frame::{Frame, capital};

/// A moment as the log has it, as people in China read it.
pub(crate) fn local(at: &str) -> String {
    let at: Timestamp = at.parse().unwrap_or(Timestamp::UNIX_EPOCH);
    at.to_zoned(TimeZone::fixed(offset(8))).strftime("%Y-%m-%d %H:%M").to_string()
}

/// What a level is called; what is none stays as it is.
pub(crate) fn level_name(frame: &Frame, target: &str) -> String {
    let mut name = String::new();
    match Target::parse(target) {
        Ok(target) => frame.book().target(&mut name, &target),
        Err(_) => name.push_str(target),
    }
    capital(&name)
}

/// What a place is called.
pub(crate) fn place_name(frame: &Frame, portal: &crate::state::Portal, key: &str) -> String {
    portal.guantong.policy(key).map_or_else(
        |_| key.to_owned(),
        |policy| frame.either(&policy.jurisdiction.zh, &policy.jurisdiction.en).to_owned(),
    )
}
