//! A connection beside the offices: reads what the database holds as it is, and makes it fail.

use std::path::Path;

use serde_json::Value;
use sqlx::{AnyConnection, Connection as _, Executor as _, Row as _};
use store::SQLITE_FILE;
use tokio::runtime::{Builder, Runtime};

/// A record as it stands in the log.
#[derive(Clone, Debug)]
pub struct Row {
    pub stream: String,
    pub version: u64,
    pub kind: String,
    pub actor: String,
    pub at: jiff::Timestamp,
    pub body: Value,
}

/// A message as it stands in the outbox.
#[derive(Clone, Debug)]
pub struct Sent {
    pub id: String,
    pub recipient: String,
    pub body: Value,
    pub delivered: bool,
}

/// Where a commit may fail: what writes there, and the table.
pub const WEAK: [(&str, &str); 7] = [
    ("INSERT", "log"),
    ("INSERT", "personal"),
    ("INSERT", "outbox"),
    ("INSERT", "worklist"),
    ("INSERT", "search_keys"),
    ("INSERT", "request_keys"),
    ("UPDATE OF hash", "head"),
];

pub struct Probe {
    runtime: Runtime,
    connection: AnyConnection,
    sqlite: bool,
}

impl Probe {
    pub fn new(folder: &Path, database: Option<&str>) -> Self {
        sqlx::any::install_default_drivers();
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let url = database.map_or_else(|| format!("sqlite://{}", folder.join(SQLITE_FILE).display()), str::to_owned);
        let connection = runtime.block_on(AnyConnection::connect(&url)).expect("a connection");
        let mut probe = Self { runtime, connection, sqlite: database.is_none() };
        if !probe.sqlite {
            let fails = "CREATE FUNCTION storm() RETURNS trigger LANGUAGE plpgsql AS \
                         $$ BEGIN RAISE EXCEPTION 'a storm of the simulation'; END $$";
            probe.execute(fails);
        }
        probe
    }

    /// From now on nothing can be written there.
    pub fn storm(&mut self, (what, table): (&str, &str)) {
        let body = if self.sqlite {
            "BEGIN SELECT RAISE(ABORT, 'a storm of the simulation'); END"
        } else {
            "FOR EACH ROW EXECUTE FUNCTION storm()"
        };
        self.execute(&format!("CREATE TRIGGER storm BEFORE {what} ON {table} {body}"));
    }

    pub fn calm(&mut self, (_, table): (&str, &str)) {
        let of = if self.sqlite { String::new() } else { format!(" ON {table}") };
        self.execute(&format!("DROP TRIGGER storm{of}"));
    }

    fn execute(&mut self, statement: &str) {
        let statement = sqlx::AssertSqlSafe(statement.to_owned());
        self.runtime
            .block_on(self.connection.execute(sqlx::raw_sql(statement)))
            .expect("a statement of the simulation");
    }

    fn rows(&mut self, query: &'static str) -> Vec<sqlx::any::AnyRow> {
        self.runtime.block_on(sqlx::query(query).fetch_all(&mut self.connection)).expect("rows")
    }

    /// The log, in order.
    pub fn log(&mut self) -> Vec<Row> {
        let rows = self.rows("SELECT stream, version, kind, actor, at, body FROM log ORDER BY seq");
        let read = |row: &sqlx::any::AnyRow| Row {
            stream: row.get(0),
            version: u64::try_from(row.get::<i64, _>(1)).expect("a version"),
            kind: row.get(2),
            actor: row.get(3),
            at: row.get::<String, _>(4).parse().expect("a moment"),
            body: serde_json::from_str(&row.get::<String, _>(5)).expect("JSON"),
        };
        rows.iter().map(read).collect()
    }

    /// The outbox, in order.
    pub fn outbox(&mut self) -> Vec<Sent> {
        let rows = self.rows("SELECT id, recipient, body, coalesce(delivered_at, 0) FROM outbox ORDER BY n");
        let read = |row: &sqlx::any::AnyRow| Sent {
            id: row.get(0),
            recipient: row.get(1),
            body: serde_json::from_str(&row.get::<String, _>(2)).expect("JSON"),
            delivered: row.get::<i64, _>(3) > 0,
        };
        rows.iter().map(read).collect()
    }

    /// All texts that stand outside the personal documents, and all personal documents.
    pub fn open_and_personal(&mut self) -> (String, String) {
        let open = [
            "SELECT stream || kind || actor || body FROM log",
            "SELECT id || recipient || body FROM outbox",
            "SELECT id || holder || state || body FROM worklist",
            "SELECT name || value || id FROM search_keys",
        ];
        let mut texts =
            |query| self.rows(query).iter().map(|row| row.get::<String, _>(0)).collect::<Vec<_>>().join("\n");
        let open = open.map(&mut texts).join("\n");
        (open, texts("SELECT coalesce(body, '') FROM personal WHERE kind <> 'rules'"))
    }
}
