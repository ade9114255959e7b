//! What has to hold of a world at its end, whatever happened in it.

mod cases;
mod outgoing;
mod votes;

use std::collections::BTreeMap;

use crate::asked::{Answer, What};
use crate::legal::Walk;
use crate::probe::Row;
use crate::world::World;

/// The cases of a world: their records and where they lead.
pub struct Histories {
    /// By id, in order.
    pub rows: BTreeMap<String, Vec<Row>>,
    pub walks: BTreeMap<String, Walk>,
    /// By id, the versions with which a unit ended.
    pub ends: BTreeMap<String, Vec<u64>>,
}

/// Checks everything; how the cases ended, by name.
pub fn all(world: &mut World) -> Vec<&'static str> {
    let root = world.root();
    for node in &world.nodes {
        let verified = node.run(async |office| office.store().verify(Some(root)).await.expect("an unbroken chain"));
        assert_eq!(verified, root, "both nodes see the same chain");
    }
    let log = world.probe.log();
    let mut rows: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in &log {
        if let Some(id) = row.stream.strip_prefix("case/") {
            rows.entry(id.to_owned()).or_default().push(row.clone());
        }
    }
    let ends = cases::covered(world, &rows);
    asked_once(world, &log);
    let mut histories = Histories { rows, walks: BTreeMap::new(), ends };
    outgoing::complete(world, &mut histories);
    cases::as_the_pack_says(&histories);
    cases::nothing_overdue(world, &histories);
    cases::made_again(world, &histories);
    outgoing::lists(world, &histories);
    votes::counted(&log);
    secrets(world);
    histories.walks.values().map(|walk| if walk.why.is_empty() { "open" } else { walk.why }).collect()
}

/// Orders to anything but cases: each granted one stands in its stream once, by who gave it.
fn asked_once(world: &World, log: &[Row]) {
    let mut claimed: BTreeMap<(String, u64), &str> = BTreeMap::new();
    for line in &world.book {
        let Some(Answer::Version(version)) = line.granted() else { continue };
        let stream = match &line.asked.what {
            What::Session(id, _) => format!("session/{id}"),
            What::Committee(id, _) => format!("committee/{id}"),
            What::Round(id, _) => format!("round/{id}"),
            What::Register(_) => "register".to_owned(),
            What::Open(_) | What::Case(..) => panic!("{line:?}"),
        };
        let row = log.iter().find(|row| row.stream == stream && row.version == *version);
        assert_eq!(row.map(|row| &row.actor), Some(&line.asked.by.id), "acknowledged and not in the log: {line:?}");
        let twice = claimed.insert((stream, *version), &line.asked.key);
        assert_eq!(twice, None, "two requests had the same effect: {line:?}");
    }
}

/// Names, identity numbers and telephone numbers stand in the personal documents and nowhere else; no notice shows a number.
fn secrets(world: &mut World) {
    let (open, personal) = world.probe.open_and_personal();
    for person in &world.people {
        assert!(
            person.opens.is_none_or(|line| world.book[line].granted().is_none()) || personal.contains(&person.identity)
        );
        for secret in person.secrets() {
            assert!(!open.contains(secret), "{secret} stands outside the personal documents");
        }
    }
}
