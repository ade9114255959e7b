//! Counted evidence decides nothing: it changes no verdict, is never asked for, and what it settles is only taken off what
//! people have to judge.

use engine::{Explained, explain};
use model::dossier::{Dossier, Evidence};
use model::words::Word;
use model::words::evidence::{
    Authorship, EvidenceKind, EvidenceLevel, EvidenceRole, Outlet, PrizeClass, ProjectCategory,
};
use model::{Day, SkillLevel, Stage, Truth};
use proptest::prelude::*;

use crate::support::choices::{Choices, cases};
use crate::support::forgetting::{some_paths, without};
use crate::support::scenes::scenes;

fn word<W: Word>(c: &mut Choices) -> Option<W> {
    Some(*c.pick(W::ALL))
}

/// A record that states everything that its kind can state; others state more than that.
fn record(c: &mut Choices, as_of: Day) -> Evidence {
    let kind = *c.pick(EvidenceKind::ALL);
    let yes = Some(!c.once_in(6));
    Evidence {
        date: (!c.once_in(6)).then(|| as_of.plus(-c.between(-400, 8_000))),
        level: word::<EvidenceLevel>(c),
        category: word::<ProjectCategory>(c),
        role: word::<EvidenceRole>(c),
        skill_level: word::<SkillLevel>(c),
        prize: word::<PrizeClass>(c),
        rank: Some(u32::try_from(c.between(1, 5)).unwrap_or(1)),
        characters: Some(*c.pick(&[2_000, 1_999, 20_000])),
        own_characters: Some(*c.pick(&[10_000, 9_999, 3_000, 2_999])),
        authorship: word::<Authorship>(c),
        outlet: word::<Outlet>(c),
        in_specialty: yes,
        accepted: yes,
        issued: yes,
        benefit_proven: yes,
        relation_proven: yes,
        national_quality: yes,
        commended_by: word::<EvidenceLevel>(c),
        problem_solved: yes,
        in_force: yes,
        put_to_use: yes,
        revoked: c.once_in(8),
        ..Evidence::of(kind)
    }
}

fn with_evidence(dossier: &Dossier, c: &mut Choices, as_of: Day) -> Dossier {
    let count = c.below(20);
    Dossier { evidence: Some((0..count).map(|_| record(c, as_of)).collect()), ..dossier.clone() }
}

/// The clauses that people still have to judge, by route.
fn judged(explained: &Explained<'_>) -> Vec<Vec<u16>> {
    let of = |route: &engine::RouteReasons<'_>| {
        let open = route.conditions.iter().filter(|one| one.to_be_judged());
        open.map(|one| one.clause().0).collect()
    };
    explained.routes.iter().map(of).collect()
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn evidence_changes_no_verdict_and_only_takes_off(mut scene in scenes()) {
        let forgotten = some_paths(&mut scene, 3);
        let bare = without(&scene.dossier, &forgotten);
        let full = with_evidence(&bare, &mut scene.choices, scene.as_of);
        for target in scene.targets() {
            let (before, after) = (scene.facts(&bare, scene.as_of), scene.facts(&full, scene.as_of));
            let (before, after) = (explain(&before, &target), explain(&after, &target));
            prop_assert_eq!(&before.verdict, &after.verdict, "{}", scene.told(&full, &target));
            for (before, after) in judged(&before).iter().zip(judged(&after)) {
                prop_assert!(after.iter().all(|clause| before.contains(clause)), "{}", scene.told(&full, &target));
            }
            for one in after.routes.iter().flat_map(|route| &route.conditions).filter(|one| one.by_evidence) {
                prop_assert!(one.stage() == Stage::Review && one.holds == Truth::Yes && !one.by_finding);
            }
        }
    }

    #[test]
    fn more_evidence_settles_at_least_as_much(mut scene in scenes()) {
        let some = with_evidence(&scene.dossier, &mut scene.choices, scene.as_of);
        let mut more = some.clone();
        let further = record(&mut scene.choices, scene.as_of);
        more.evidence.get_or_insert_default().push(further);
        for target in scene.targets() {
            let (before, after) = (scene.facts(&some, scene.as_of), scene.facts(&more, scene.as_of));
            let (before, after) = (judged(&explain(&before, &target)), judged(&explain(&after, &target)));
            for (before, after) in before.iter().zip(after) {
                prop_assert!(after.iter().all(|clause| before.contains(clause)), "{}", scene.told(&more, &target));
            }
        }
    }
}
