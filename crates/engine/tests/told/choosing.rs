//! Which of several routes answers, and what it opens, where a missing fact changes neither.

use engine::{Facts, Verdict, decide};
use model::{Day, Dossier, Effect, Outcome, Standards, Target};
use policy::{Files, Packs, Settings};

use super::{LEDGER, POLICY, change, person};

/// Holds whichever it is, though neither part is known to.
const EITHER: &str = "any: [ { clause: X-1, upper_level: true }, { clause: X-1, upper_level: false } ]";

/// Decides by routes, each with what it opens and its condition; whether the employer is of the upper level is missing.
fn decided(routes: &[(&str, &str)]) -> Verdict {
    let route = |(i, (effect, condition)): (usize, &(&str, &str))| {
        format!(
            "    - id: r{i}\n      name: {{ zh: 路, en: way }}\n      opens: [intermediate]\n      effect: {effect}\n      when:\n        - {{ {condition} }}\n"
        )
    };
    let routes: String = routes.iter().enumerate().map(route).collect();
    let only =
        "    - id: only\n      name: { zh: 唯一, en: the only one }\n      opens: [intermediate]\n      when:\nWHEN\n";
    assert!(POLICY.contains(only));
    let policy = POLICY.replace(only, &routes).replace("WHEN", "        - { clause: X-2, post: frontline }");
    let mut files = Files::default();
    files.add("nowhere/policy.yaml", policy);
    files.add("nowhere/clauses.yaml", LEDGER);
    let packs = Packs::load(&files, &Settings::default()).unwrap_or_else(|faults| panic!("{faults}"));
    let mut dossier = person();
    change(&mut dossier, &serde_json::json!({ "employment": { "employer": { "upper_level": "-" } } }));
    let dossier = Dossier::read(&dossier.to_string()).unwrap();
    let (standards, day) = (Standards::default(), Day::parse("2026-11-21").unwrap());
    let facts = Facts::new(packs.named("nowhere").unwrap(), &packs.national, &standards, &dossier, day);
    decide(&facts, &Target::parse("title:intermediate").unwrap())
}

fn answer(routes: &[(&str, &str)]) -> (Outcome, Option<Effect>, Option<usize>) {
    let verdict = decided(routes);
    (verdict.outcome, verdict.effect, verdict.route)
}

#[test]
fn the_route_that_opens_most_answers() {
    let known = "clause: X-1, post: frontline";
    let (plain, direct) = ("apply-for-review", "direct-recognition");
    let eligible = |effect: Effect, route: Option<usize>| (Outcome::Eligible, Some(effect), route);
    let (review, recognition) = (Effect::ApplyForReview, Effect::DirectRecognition);
    assert_eq!(answer(&[(plain, known), (direct, known)]), eligible(recognition, Some(1)));
    assert_eq!(answer(&[(direct, known), (plain, known)]), eligible(recognition, Some(0)));
    // None is known to hold alone, but both do whatever the missing fact is.
    assert_eq!(answer(&[(plain, EITHER), (direct, EITHER)]), eligible(recognition, Some(1)));
    assert_eq!(answer(&[(direct, EITHER), (plain, EITHER)]), eligible(recognition, Some(0)));
    // One that is known to hold goes before one that needs every completion.
    assert_eq!(answer(&[(direct, EITHER), (plain, known)]), eligible(review, Some(1)));
    // Only together do they hold whatever the fact is: no route answers, and the plainest says what is open.
    let (yes, no) = ("clause: X-1, upper_level: true", "clause: X-1, upper_level: false");
    assert_eq!(answer(&[(direct, yes), (plain, no)]), eligible(review, None));
    assert_eq!(answer(&[(direct, yes), (direct, no)]), eligible(recognition, None));
    // What is left to people, and what time cures, has its route too.
    let (never, people) = ("clause: X-1, by_finding: committee", "clause: X-1, left_to: committee");
    assert_eq!(answer(&[(plain, never), (direct, people)]), (Outcome::Referred, None, Some(1)));
    assert_eq!(answer(&[(plain, yes)]), (Outcome::Undetermined, None, None));
}
