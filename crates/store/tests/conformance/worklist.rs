//! The worklist: pages, conditions, search keys.

use jiff::civil::date;
use serde_json::json;
use store::{After, Filter, Store, Unit, View, ViewChange, ViewRow};

use crate::stage::{Stage, unit};

fn view(n: u32) -> View {
    View {
        id: format!("c{n:04}"),
        kind: ["title", "skill"][n as usize % 2].into(),
        holder: ["甲", "乙", "丙"][n as usize % 3].into(),
        state: ["filed", "notice", "review", "done", "back"][n as usize % 5].into(),
        place: "shaoxing".into(),
        due: (!n.is_multiple_of(7)).then(|| date(2026, 1 + (n % 11) as i8, 1 + (n % 4) as i8)),
        search: vec![("number".into(), format!("N-{}", n / 10)), ("name".into(), "𠮷".into())],
        body: json!({ "n": n, "𠮷": "\u{0}" }),
    }
}

async fn fill(store: &Store, count: u32) {
    let views = (0..count).map(|n| ViewChange::Put(view(n))).collect();
    store.commit(Unit { views, ..unit("s", 0, &[json!(1)]) }).await.unwrap();
}

async fn all(store: &Store, filter: &Filter, limit: u32) -> Vec<ViewRow> {
    let (mut rows, mut after): (Vec<ViewRow>, Option<After>) = (Vec::new(), None);
    loop {
        let page = store.worklist(filter, after.as_ref(), limit).await.unwrap();
        rows.extend(page.rows);
        // A cursor goes through a page's address and back.
        after = page.next.map(|next| serde_json::from_value(serde_json::to_value(next).unwrap()).unwrap());
        if after.is_none() {
            return rows;
        }
    }
}

pub async fn pages_are_complete_and_in_order(stage: &Stage) {
    let store = stage.open().await;
    fill(&store, 300).await;
    let rows = all(&store, &Filter::default(), 7).await;
    assert_eq!(rows.len(), 300);
    let order = |row: &ViewRow| (row.due.is_none(), row.due, row.id.clone());
    assert!(rows.is_sorted_by_key(order));
    assert_eq!(rows.iter().filter(|row| row.due.is_none()).count(), 43);
    let row = rows.iter().find(|row| row.id == "c0005").unwrap();
    let kept = view(5);
    assert_eq!((&row.kind, &row.holder, &row.state, &row.place), (&kept.kind, &kept.holder, &kept.state, &kept.place));
    assert_eq!((row.due, &row.body, row.changed_seq), (kept.due, &kept.body, 1));
}

pub async fn every_set_of_conditions_is_answered(stage: &Stage) {
    let store = stage.open().await;
    fill(&store, 300).await;
    let choices = |values: &[&str]| -> Vec<Option<String>> {
        std::iter::once(None).chain(values.iter().map(|value| Some((*value).to_owned()))).collect()
    };
    for holder in choices(&["甲", "丙", "nobody"]) {
        for state in choices(&["filed", "back"]) {
            for kind in choices(&["skill"]) {
                let filter = Filter { holder: holder.clone(), state: state.clone(), kind };
                let expected = (0..300).map(view).filter(|view| {
                    filter.holder.as_ref().is_none_or(|holder| *holder == view.holder)
                        && filter.state.as_ref().is_none_or(|state| *state == view.state)
                        && filter.kind.as_ref().is_none_or(|kind| *kind == view.kind)
                });
                let mut expected: Vec<_> = expected.map(|view| (view.due.is_none(), view.due, view.id)).collect();
                expected.sort();
                let found = all(&store, &filter, 9).await;
                let found: Vec<_> = found.into_iter().map(|row| (row.due.is_none(), row.due, row.id)).collect();
                assert_eq!(found, expected, "{filter:?}");
            }
        }
    }
}

pub async fn rows_are_replaced_and_removed_with_their_keys(stage: &Stage) {
    let store = stage.open().await;
    fill(&store, 30).await;
    let found = async |name: &str, value: &str| -> Vec<String> {
        let page = store.find(name, value, None, 100).await.unwrap();
        page.rows.into_iter().map(|row| row.id).collect()
    };
    assert_eq!(found("number", "N-1").await, (10..20).map(|n| format!("c{n:04}")).collect::<Vec<_>>());
    assert_eq!(found("name", "𠮷").await.len(), 30);
    let moved = View { holder: "丁".into(), search: vec![("number".into(), "N-9".into())], ..view(11) };
    let views = vec![ViewChange::Put(moved), ViewChange::Remove("c0012".into()), ViewChange::Remove("none".into())];
    store.commit(Unit { views, ..unit("s", 1, &[json!(2)]) }).await.unwrap();
    assert_eq!(found("number", "N-9").await, ["c0011"]);
    assert_eq!(found("number", "N-1").await.len(), 8);
    assert_eq!(found("name", "𠮷").await.len(), 28);
    assert_eq!(store.view("c0012").await.unwrap(), None);
    let row = store.view("c0011").await.unwrap().unwrap();
    assert_eq!((&*row.holder, row.changed_seq), ("丁", 2));
    let first = store.find("name", "𠮷", None, 20).await.unwrap();
    let rest = store.find("name", "𠮷", first.next.as_ref(), 20).await.unwrap();
    assert_eq!((first.rows.len(), rest.rows.len(), rest.next), (20, 8, None));
}
