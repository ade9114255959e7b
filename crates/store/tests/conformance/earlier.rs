//! What an earlier release has left: databases of its schema are brought up to date and stay whole, and its backups are restored.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use store::{Cast, Filter, Root, SCHEMA_VERSION, Store};

use crate::stage::{Stage, append};
use crate::urn;

/// The tables of every schema so far, with the columns that their rows in a backup have.
const COLUMNS: &[(&str, &str)] = &[
    ("log", "seq, stream, version, kind, actor, at, body, previous, hash"),
    ("head", "id, seq, hash, message"),
    ("request_keys", "actor, key, digest, answer"),
    ("personal", "id, kind, body, erased_at"),
    ("worklist", "id, kind, holder, state, place, due, changed_seq, body"),
    ("search_keys", "name, value, id"),
    ("outbox", "n, id, recipient, body, attempts, not_before, delivered_at"),
    ("urns", "id, secret"),
    ("ballots", "urn, place, body"),
    ("credentials", "account, register_id, password, factor, factor_step, offered"),
    ("recovery_codes", "account, digest"),
];

fn folder(version: i64) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/earlier").join(version.to_string())
}

/// A backup of an earlier release, line by line.
struct Earlier {
    rows: Vec<Vec<Value>>,
    root: Root,
}

impl Earlier {
    fn of(version: i64) -> Self {
        let text = fs::read_to_string(folder(version).join("rows.backup")).unwrap();
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines[0]["schema"], version);
        let rows = lines.iter().filter_map(|line| line.as_array().cloned()).collect();
        Self { rows, root: serde_json::from_value(lines.last().unwrap()["root"].clone()).unwrap() }
    }

    fn table(&self, name: &str) -> impl Iterator<Item = &[Value]> {
        self.rows.iter().filter(move |row| row[0] == name).map(|row| &row[1..])
    }

    /// Statements that put all rows into an empty database.
    fn statements(&self) -> String {
        let value = |cell: &Value| match cell {
            Value::String(text) => format!("'{}'", text.replace('\'', "''")),
            Value::Null => "NULL".to_owned(),
            number => number.to_string(),
        };
        let insert = |row: &Vec<Value>| {
            let (table, columns) = COLUMNS.iter().find(|(table, _)| row[0] == *table).unwrap();
            let values: Vec<_> = row[1..].iter().map(value).collect();
            format!("INSERT INTO {table} ({columns}) VALUES ({});\n", values.join(", "))
        };
        self.rows.iter().map(insert).collect()
    }

    /// Everything is there and can be read; work goes on.
    async fn is_in(&self, store: &Store) {
        assert_eq!(store.verify(Some(self.root)).await.unwrap(), self.root);
        for row in self.table("log") {
            let stream = store.stream(row[1].as_str().unwrap()).await.unwrap();
            let record = stream.iter().find(|record| record.seq == row[0].as_u64().unwrap()).unwrap();
            assert_eq!((record.version, record.hash.to_string()), (row[2].as_u64().unwrap(), text(&row[8])));
        }
        for row in self.table("personal") {
            assert!(store.personal(row[0].as_str().unwrap()).await.unwrap().is_some());
        }
        for row in self.table("request_keys") {
            let [actor, key, digest, answer] = row else { panic!("{row:?}") };
            let answered = store.answered(&text(actor), &text(key), &text(digest)).await.unwrap();
            assert_eq!(answered, Some(text(answer)));
        }
        // Of keys that came without their time the term counts from the upgrade.
        let before = jiff::Timestamp::now() - jiff::SignedDuration::from_hours(1);
        assert_eq!(store.erase_keys(before).await.unwrap(), 0);
        let listed = store.worklist(&Filter::default(), None, 1000).await.unwrap().rows;
        assert_eq!(listed.len(), self.table("worklist").count());
        let waiting = self.table("outbox").filter(|row| row[6].is_null()).count();
        assert_eq!(store.waiting_messages().await.unwrap(), waiting as u64);
        append(store, "afterwards", 0).await.unwrap();
        // What the earlier release did not know is there as well.
        store.commit(urn::open("u", "afterwards-too")).await.unwrap();
        assert_eq!(store.cast("u", &urn::ballot(1)).await.unwrap(), Cast::Taken);
        assert_eq!(store.verify(Some(self.root)).await.unwrap().seq, self.root.seq + 2);
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The versions of which something is kept: all that ever were released, at least those before this one's.
fn versions() -> Vec<i64> {
    let kept: Vec<i64> = (1..=SCHEMA_VERSION).filter(|version| folder(*version).exists()).collect();
    let missing: Vec<i64> = (1..SCHEMA_VERSION).filter(|version| !kept.contains(version)).collect();
    assert!(missing.is_empty(), "nothing is kept of {missing:?}: put a dump and a backup into tests/earlier");
    kept
}

pub async fn an_earlier_schema_is_brought_up_to_date(stage: &Stage) {
    for version in versions() {
        let (stage, earlier) = (stage.another(), Earlier::of(version));
        let dump = if stage.is_sqlite() { "sqlite.sql" } else { "postgres.sql" };
        stage.administrator(&fs::read_to_string(folder(version).join(dump)).unwrap()).await.unwrap();
        stage.administrator(&earlier.statements()).await.unwrap();
        let store = stage.open().await;
        earlier.is_in(&store).await;
        store.close().await;
        let again = stage.open().await;
        assert_eq!(again.root().await.unwrap().seq, earlier.root.seq + 2);
    }
}

pub async fn an_earlier_backup_is_restored(stage: &Stage) {
    for version in versions() {
        let (stage, earlier) = (stage.another(), Earlier::of(version));
        let store =
            Store::restore(&stage.place, &folder(version).join("rows.backup"), Some(earlier.root)).await.unwrap();
        earlier.is_in(&store).await;
    }
}
