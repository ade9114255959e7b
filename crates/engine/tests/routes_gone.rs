//! Every route of the packs can be gone by somebody, of whom something has to be known.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may stop at the first surprise")]

mod support;

use engine::proofs::routes_can_be_gone;
use model::{Day, Standards};
use support::packs::packs;

#[test]
fn somebody_can_go_every_route() {
    let standards = r#"{"*":{"senior-worker":1,"technician":1,"senior-technician":1}}"#;
    let standards = Standards::read(standards).unwrap();
    let day = Day::parse("2021-06-01").unwrap();
    for place in ["shandong", "chongqing"] {
        let policy = packs().named(place).unwrap();
        let proofs = routes_can_be_gone(policy, &packs().national, &standards, day);
        assert_eq!(proofs.len(), policy.governed.iter().map(|governed| governed.routes.len()).sum::<usize>());
        for proof in proofs {
            let person = proof.person.unwrap_or_else(|| panic!("nobody goes {} in {place}", proof.route));
            assert!(person.len() > 1, "{person:?} is enough for {} in {place}", proof.route);
        }
    }
}
