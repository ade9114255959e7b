//! What the records call for: messages and rows of the worklist, worked out from the log alone.

use std::collections::{BTreeMap, BTreeSet};

use model::procedure::Work;
use store::{Filter, ViewRow};

use super::Histories;
use crate::legal::{Walk, Where};
use crate::world::World;

/// Walks every case, and with it: every message that the log calls for was sent, arrived, and no other one.
pub fn complete(world: &mut World, histories: &mut Histories) {
    let mut expected = BTreeSet::new();
    for (case, rows) in &histories.rows {
        let mut walk = Walk::new();
        let mut before = walk.clone();
        for row in rows {
            walk.take(row, &world.calendar);
            if histories.ends[case].binary_search(&row.version).is_ok() {
                for recipient in told(&before, &walk) {
                    expected.insert((format!("case/{case}/{}/{recipient}", row.version), recipient));
                }
                before = walk.clone();
            }
        }
        assert_eq!(before.status(), walk.status(), "{case}: the last unit is not whole");
        histories.walks.insert(case.clone(), walk);
    }
    let outbox = world.probe.outbox();
    let sent: BTreeSet<(String, String)> = outbox.iter().map(|one| (one.id.clone(), one.recipient.clone())).collect();
    assert_eq!(sent.len(), outbox.len(), "an id stands for one message");
    let (lost, extra): (Vec<_>, Vec<_>) = (expected.difference(&sent).collect(), sent.difference(&expected).collect());
    assert!(lost.is_empty() && extra.is_empty(), "messages lost: {lost:?}; that nothing calls for: {extra:?}");
    let arrived = world.post.arrived.lock().expect("a letter box");
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, message) in arrived.iter().enumerate() {
        let at = *first.entry(&message.id).or_insert(at);
        assert_eq!(arrived[at], *message, "a repetition says something else");
    }
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &outbox {
        let at = first.get(one.id.as_str()).unwrap_or_else(|| panic!("never arrived: {one:?}"));
        assert!(one.delivered, "{one:?}");
        assert_eq!(arrived[*at].body, one.body);
        let earlier = last.insert(&one.recipient, *at);
        assert!(earlier.is_none_or(|earlier| earlier < *at), "out of order: {one:?}");
    }
    let repeated = arrived.len() - first.len();
    drop(arrived);
    *world.counts.entry("delivered again".to_owned()).or_default() += repeated;
}

/// Whom a unit is told.
fn told(before: &Walk, after: &Walk) -> BTreeSet<String> {
    let moved = before.at != after.at || before.objections.len() != after.objections.len();
    let reminded = before.reminders != after.reminders;
    let mut told = BTreeSet::new();
    if moved || reminded {
        told.extend(after.holder().map(str::to_owned));
    }
    if moved {
        told.insert(after.applicant.clone());
    }
    told
}

/// The worklist is what the log makes of it.
pub fn lists(world: &mut World, histories: &Histories) {
    let mut expected = Vec::new();
    for (case, walk) in &histories.walks {
        expected.push(case_row(case, walk));
        for (number, (step, answer, _)) in (1..).zip(&walk.objections) {
            let holder = if answer.is_some() { "nobody" } else { &walk.stages[*step] };
            let state = if answer.is_some() { "answered" } else { "open" };
            expected.push((format!("case/{case}/objection/{number}"), holder.to_owned(), state, walk.status(), None));
        }
    }
    let found: Vec<ViewRow> = world.nodes[1].run(async |office| {
        let page = office.store().worklist(&Filter::default(), None, store::MOST_PER_PAGE).await.expect("a page");
        assert!(page.next.is_none(), "one page holds all of a small world");
        page.rows
    });
    let mut found: Vec<_> = found
        .iter()
        .filter(|row| matches!(row.kind.as_str(), "case" | "objection"))
        .map(|row| {
            let due = row.due.map(|due| due.to_string());
            (
                row.id.clone(),
                row.holder.clone(),
                row.state.as_str(),
                row.body["status"].as_str().unwrap_or_default().to_owned(),
                due,
            )
        })
        .collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected, "the worklist is not what the log makes of it");
}

type Listed = (String, String, &'static str, String, Option<String>);

fn case_row(case: &str, walk: &Walk) -> Listed {
    let state = match (&walk.at, walk.step().map(|(_, step)| &step.work)) {
        (_, Some(Work::Check(_))) => "check",
        (_, Some(Work::Notice(_))) => "notice",
        (_, Some(Work::Review(_))) => "review",
        (_, Some(Work::Exam(_))) => "exam",
        (_, Some(Work::Confirm)) => "confirm",
        (Where::Draft, _) => "draft",
        (Where::Returned { .. }, _) => "returned",
        _ => "over",
    };
    let due = match &walk.at {
        Where::Returned { due, .. } => Some(due.clone()),
        Where::Step(_) => walk.notice.as_ref().map(|(_, follow_up)| follow_up.clone()),
        _ => None,
    };
    (format!("case/{case}"), walk.holder().unwrap_or("nobody").to_owned(), state, walk.status(), due)
}
