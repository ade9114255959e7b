//! Papers at a defence, and what stands in for them: named by the clause, admitted by the group, or refused.

use super::*;

/// A list with patents and manuals; open, or closed.
fn stand_ins(further: Option<&str>) -> StandIns {
    StandIns {
        clause: "SX-2.3.b".into(),
        named: [(MaterialKind::Patent, "SX-2.3.b".into()), (MaterialKind::Report, "SX-A.6.b".into())].into(),
        further: further.map(str::to_owned),
        needed: Some("SX-A.6.b".into()),
    }
}

fn given(rule: StandIns) -> Given {
    let mut asked = convening();
    asked.rules.materials_needed = false;
    asked.agenda[0].defence = true;
    asked.agenda[0].stand_ins = Some(rule);
    Given::default().and(&clerk(), convene(asked)).and(&clerk(), attend(1..=7)).prepared("a")
}

fn defend(kinds: &[MaterialKind]) -> Command {
    let material = |kind: &MaterialKind| Material { kind: *kind, document: document("m") };
    Command::Defend { case: "a".into(), materials: kinds.iter().map(material).collect() }
}

/// For what each material stood in: the clause and how many experts admitted it.
fn stood_in(given: &Given) -> Vec<Option<(String, usize)>> {
    let defended = given.state.item("a").unwrap().defended.clone().unwrap();
    let told = |place: InPlaceOf| {
        assert_eq!(place.kind, MaterialKind::Paper);
        (place.clause, place.admitted_by.len())
    };
    defended.into_iter().map(|one| one.in_place_of.map(told)).collect()
}

#[test]
fn what_the_clause_names_stands_in_with_its_clause() {
    use MaterialKind::{Paper, Patent, Report, Standard};
    let open = given(stand_ins(Some("SX-2.3.b")));
    let held = |kinds: &[MaterialKind]| stood_in(&open.clone().and(&clerk(), defend(kinds)));
    let place = |clause: &str| Some((clause.to_owned(), 0));
    assert_eq!(held(&[Patent]), [place("SX-2.3.b")]);
    assert_eq!(held(&[Report, Standard]), [place("SX-A.6.b"), None], "a standard is shown beside it");
    assert_eq!(held(&[Paper, Patent]), [None, None], "beside a paper nothing stands in for one");
    let nothing = open.when(&clerk(), defend(&[])).unwrap_err();
    assert_eq!((nothing.code, nothing.clause.as_deref()), ("defence-of-nothing", Some("SX-A.6.b")));
    let lenient = given(StandIns { needed: None, ..stand_ins(None) });
    assert!(stood_in(&lenient.and(&clerk(), defend(&[]))).is_empty(), "a text that does not ask for it has it noted");
}

#[test]
fn what_it_does_not_name_is_refused_or_left_to_the_group() {
    let closed = given(stand_ins(None));
    for refused in [
        closed.when(&clerk(), defend(&[MaterialKind::Standard])).unwrap_err(),
        closed.when(&expert(1), admit(MaterialKind::Standard)).unwrap_err(),
    ] {
        assert_eq!((refused.code, refused.clause.as_deref()), ("material-not-named", Some("SX-2.3.b")));
        assert_eq!(refused.arguments["materials"], "patent report");
    }
    let open = given(stand_ins(Some("SX-2.3.c")));
    let refused = open.when(&clerk(), defend(&[MaterialKind::Standard])).unwrap_err();
    assert_eq!((refused.code, refused.clause.as_deref()), ("material-not-admitted", Some("SX-2.3.c")));
    assert_eq!(open.code(&expert(1), admit(MaterialKind::Patent)), "material-named");
    assert_eq!(open.code(&expert(1), admit(MaterialKind::Paper)), "material-named");
    assert_eq!(open.code(&expert(4), admit(MaterialKind::Standard)), "opinion-not-own");
    assert_eq!(open.code(&clerk(), admit(MaterialKind::Standard)), "session-not-expert");
    let admitted = open.and(&expert(2), admit(MaterialKind::Standard));
    let held = admitted.clone().and(&clerk(), defend(&[MaterialKind::Standard]));
    assert_eq!(stood_in(&held), [Some(("SX-2.3.c".to_owned(), 3))]);
    assert_eq!(held.code(&expert(1), admit(MaterialKind::Other)), "defence-held");
    let recused = admitted.and(&expert(2), recuse("a", 2));
    assert_eq!(recused.code(&clerk(), defend(&[MaterialKind::Standard])), "material-not-admitted", "a signer left");
}

#[test]
fn whoever_had_something_in_place_of_a_paper_does_not_fail_for_want_of_one() {
    let held = |kind| given(stand_ins(None)).and(&clerk(), defend(&[kind])).voted_as_it_is(3);
    let papers = || conclude("a", Some(reasons(&["papers", "ability"])));
    let refused = held(MaterialKind::Patent).when(&chair(), papers()).unwrap_err();
    assert_eq!((refused.code, refused.clause.as_deref()), ("reasons-paper-stood-in", Some("SX-2.3.b")));
    held(MaterialKind::Patent).and(&chair(), conclude("a", Some(reasons(&["ability"]))));
    held(MaterialKind::Paper).and(&chair(), papers());
}
