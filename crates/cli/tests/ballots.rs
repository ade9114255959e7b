//! An expert votes by the command line without data and network, looks the ballot up, and anybody counts again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod support;

use std::fs;
use std::path::Path;

use ballot::{
    ClosedAt, OpenVote, Published, PublishedVote, SCHEMA, SignedBallot, SystemChance, keys, list_digest, sign,
};
use casework::session::{Attendance, RecusedPresence};
use serde_json::{Value, json};
use support::guantong;

fn write(file: &Path, value: &impl serde::Serialize) -> String {
    fs::write(file, serde_json::to_string(value).unwrap()).unwrap();
    file.display().to_string()
}

fn asked(arguments: &[&str], status: i32) -> String {
    let answered = guantong(arguments, "");
    assert_eq!(answered.status, status, "{arguments:?}: {}{}", answered.out, answered.err);
    answered.out + &answered.err
}

fn json_of(arguments: &[&str]) -> Value {
    serde_json::from_str(&asked(arguments, 0)).unwrap()
}

#[test]
fn a_vote_from_the_slip_to_the_count() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let vote = keys(&mut SystemChance).unwrap();
    let open = OpenVote { case: "c-1".into(), round: 1, key: vote.public.clone() };
    let mut published = Published { schema: SCHEMA.into(), session: "s-1".into(), open: vec![open], votes: vec![] };
    let record = write(&path("record.json"), &published);
    let mut ballots = Vec::new();
    for (name, choice) in [("one", "yes"), ("two", "no"), ("three", "同意")] {
        let slip = path(name).display().to_string();
        let fill = ["session", "fill", &record, "c-1", choice, "--slip", &slip];
        let order = json_of(&fill);
        assert!(asked(&fill, 2).contains("已经存在"), "a slip is not written over");
        assert!(asked(&["session", "cast", &slip, "--data", "no-such-data/at-all"], 2).contains("not signed"));
        let blind = sign(&vote.secret, order["blinded"].as_str().unwrap(), &mut SystemChance).unwrap();
        let answer = json!({ "case": "c-1", "round": 1, "blind_signature": blind });
        let answer = write(&path("answer.json"), &answer);
        let cast = json_of(&["session", "sign", &slip, "--answer", &answer]);
        assert_eq!((cast["case"].as_str(), cast["round"].as_u64()), (Some("c-1"), Some(1)));
        ballots.push(serde_json::from_value::<SignedBallot>(cast["ballot"].clone()).unwrap());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(path("one")).unwrap().permissions().mode() & 0o077, 0, "for nobody else to read");
    }
    let slip = path("one").display().to_string();
    assert!(asked(&["session", "receipt", &slip, &record], 1).contains("还没有"));
    assert!(asked(&["session", "fill", &record, "c-2", "yes", "--slip", "x"], 2).contains("c-2"));
    assert_eq!(guantong(&["session", "fill", &record, "c-1", "maybe", "--slip", "x"], "").status, 2);

    ballots.sort_by_key(SignedBallot::place);
    let attendance = Attendance { size: 3, present: 3, recused: 0, recused_presence: RecusedPresence::Counts };
    let counted: Vec<_> = ballots.iter().map(SignedBallot::counted).collect();
    published.open.clear();
    published.votes.push(PublishedVote {
        case: "c-1".into(),
        round: 1,
        key: vote.public,
        attendance,
        papers: 3,
        digest: list_digest(&ballots),
        result: attendance.count(3, &counted).unwrap(),
        ballots,
        closed: ClosedAt { seq: 9, hash: "0".repeat(64) },
    });
    let record = write(&path("record.json"), &published);
    assert!(asked(&["session", "receipt", &slip, &record, "--lang", "en"], 0).contains("counted as it was cast"));
    assert!(asked(&["session", "count", &record], 0).contains("同意2票，不同意1票"));
    assert_eq!(json_of(&["session", "count", &record, "--format", "json"])["holds"], true);
    published.votes[0].ballots.remove(1);
    let record = write(&path("record.json"), &published);
    let told = asked(&["session", "count", &record, "--lang", "en"], 1);
    assert!(told.contains("The digest of the list is another one") && told.contains("something else"), "{told}");
}
