//! Every state with every command: allowed, or refused with a code; and every command from everybody else.

use super::*;

/// Where the session and its case `a` stand; the case `b` is postponed wherever that doesn't matter.
fn states() -> Vec<(&'static str, Given)> {
    let sitting = || Given::convened().and(&clerk(), postpone("b")).and(&clerk(), attend(1..=7));
    let voted = || sitting().voted("a", 3);
    let concluded = || voted().and(&chair(), conclude("a", Some(reasons(&["ability"]))));
    vec![
        ("unconvened", Given::default()),
        ("convened", Given::convened()),
        ("sitting", sitting()),
        ("prepared", sitting().prepared("a")),
        ("open", sitting().open("a")),
        ("issued", sitting().open("a").and(&expert(2), paper("a", 2))),
        ("closed", voted()),
        ("concluded", concluded()),
        ("announced", concluded().and(&chair(), Command::Announce)),
    ]
}

/// One of each command, about the case `a`, as well filled in as can be, with who gives it.
fn commands() -> Vec<(Actor, Command)> {
    let case = || "a".to_owned();
    let early = Some(document("early"));
    vec![
        (clerk(), convene(convening())),
        (clerk(), Command::Replace { out: "e7".into(), by: member(8) }),
        (clerk(), attend(1..=7)),
        (clerk(), recuse("a", 7)),
        (expert(1), opinion("a", 1..=3)),
        (expert(1), admit(MaterialKind::Standard)),
        (clerk(), Command::Defend { case: case(), materials: vec![] }),
        (expert(2), score("a", 9_000)),
        (chair(), open_vote("a")),
        (expert(3), paper("a", 3)),
        (chair(), Command::VoidVote { case: case(), reason: document("void") }),
        (chair(), Command::CloseVote { case: case(), ballots: vec![], early, urn: None }),
        (chair(), conclude("a", Some(reasons(&["ability"])))),
        (clerk(), postpone("a")),
        (chair(), Command::Announce),
        (clerk(), Command::ReExamine { case: case(), request: document("request") }),
    ]
}

#[test]
fn every_state_with_every_command() {
    // `+` happens, `.` is out of order, and a letter stands for a refusal with another code.
    let other = BTreeMap::from([
        ('d', "defence-not-on-agenda"),
        ('m', "material-free"),
        ('s', "scores-outstanding"),
        ('v', "session-no-vote"),
        ('o', "session-cases-open"),
        ('t', "session-attendance-settled"),
    ]);
    let table = [
        ("unconvened", "+..............."),
        ("convened", ".+++.........+o."),
        ("sitting", "..+++md+s...v+o."),
        ("prepared", "..+++md++...v+o."),
        ("open", "..t+.....+++..o."),
        ("issued", "..t+.....+++..o."),
        ("closed", "..t.........+.o."),
        ("concluded", "..t...........+."),
        ("announced", "...............+"),
    ];
    let commands = commands();
    for ((name, given), (row, marks)) in states().iter().zip(table) {
        assert_eq!(*name, row);
        assert_eq!(marks.len(), commands.len(), "{row}");
        for ((by, command), mark) in commands.iter().zip(marks.chars()) {
            let told = format!("{name} × {}", command.name());
            match given.when(by, command.clone()) {
                Ok(events) => assert!(mark == '+' && !events.is_empty(), "{told} happened"),
                Err(refusal) => {
                    let expected =
                        if mark == '.' { "session-out-of-order" } else { other.get(&mark).copied().unwrap_or("?") };
                    assert_eq!(refusal.code, expected, "{told}");
                }
            }
        }
    }
}

#[test]
fn every_command_from_everybody_else() {
    let stranger =
        |id: &str, organisation: &str, role| Actor { id: id.into(), organisation: Some(organisation.into()), role };
    let roles = [
        Role::Applicant,
        Role::Clerk,
        Role::Supervisor,
        Role::Expert,
        Role::Chair,
        Role::Examiner,
        Role::Inspector,
        Role::Administrator,
        Role::Clock,
    ];
    for (name, given) in states() {
        for (by, command) in commands() {
            if given.when(&by, command.clone()).is_err() {
                continue;
            }
            for role in roles {
                for (id, organisation) in [("nobody", "elsewhere"), ("e1", "elsewhere"), ("nobody", "office")] {
                    let who = stranger(id, organisation, role);
                    let same = role == by.role && (id == by.id || (role == Role::Clerk && organisation == "office"));
                    // The chair is an expert too, and signs what an expert signs.
                    let as_expert = id == "e1"
                        && matches!(role, Role::Chair | Role::Expert)
                        && matches!(command, Command::Opinion { .. } | Command::Score { .. });
                    let happens = given.when(&who, command.clone()).is_ok();
                    assert_eq!(happens, same || as_expert, "{name} × {} by {who:?}", command.name());
                }
            }
        }
    }
}
