//! The laws of proofs hold for the packs beside the documents.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "support/packs.rs"]
mod packs;

#[test]
fn laws() {
    let only = std::env::var("ONLY").unwrap_or_default();
    for policy in &packs::packs().policies {
        if !only.is_empty() && policy.jurisdiction.key != only { continue; }
        let at = std::time::Instant::now();
        let proof = engine::proofs::prove(policy, &packs::packs().national);
        println!("{} ways {} persons {} decisions {} faults {} in {:?}", policy.id, proof.ways, proof.persons, proof.decisions, proof.faults.len(), at.elapsed());
        for fault in &proof.faults {
            println!("  {:?} {} {:?} as_of {} std {}: {}\n     {}", fault.law, fault.route, fault.target, fault.person.as_of, fault.person.standards, fault.says, serde_json::to_string(&fault.person.dossier).unwrap());
        }
    }
}
