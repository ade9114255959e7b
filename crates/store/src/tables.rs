//! The tables as rows of plain values: what a backup holds, and inserting many rows at once.

use serde::{Deserialize, Serialize};
use sqlx::any::AnyRow;
use sqlx::{Any, AnyConnection, AssertSqlSafe, Row as _};

use crate::record::Line;
use crate::values;

/// A column's value; in a backup's line a number, a text, or null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Cell {
    Number(i64),
    Text(String),
    Nothing,
}

/// A table: its name, its columns (those with numbers marked), and the order in which its rows are written.
pub(crate) struct Table {
    pub name: &'static str,
    columns: &'static [(&'static str, Sort)],
    order: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Number,
    Text,
}

use Sort::{Number, Text};

/// The log; its columns are in the order of [`crate::values::line`].
pub(crate) const LOG: Table = Table {
    name: "log",
    columns: &[
        ("seq", Number),
        ("stream", Text),
        ("version", Number),
        ("kind", Text),
        ("actor", Text),
        ("at", Text),
        ("body", Text),
        ("previous", Text),
        ("hash", Text),
    ],
    order: "seq",
};

/// The end of the chain and of the outbox.
pub(crate) const HEAD: Table = Table {
    name: "head",
    columns: &[("id", Number), ("seq", Number), ("hash", Text), ("message", Number)],
    order: "id",
};

/// What was answered to which request.
pub(crate) const REQUEST_KEYS: Table = Table {
    name: "request_keys",
    columns: &[("actor", Text), ("key", Text), ("digest", Text), ("answer", Text), ("kept_at", Number)],
    order: "actor, key",
};

/// Personal documents.
pub(crate) const PERSONAL: Table = Table {
    name: "personal",
    columns: &[("id", Text), ("kind", Text), ("body", Text), ("erased_at", Text)],
    order: "id",
};

/// The worklist.
pub(crate) const WORKLIST: Table = Table {
    name: "worklist",
    columns: &[
        ("id", Text),
        ("kind", Text),
        ("holder", Text),
        ("state", Text),
        ("place", Text),
        ("due", Text),
        ("changed_seq", Number),
        ("body", Text),
    ],
    order: "id",
};

/// By what the rows of the worklist are found.
pub(crate) const SEARCH_KEYS: Table =
    Table { name: "search_keys", columns: &[("name", Text), ("value", Text), ("id", Text)], order: "name, value, id" };

/// Messages.
pub(crate) const OUTBOX: Table = Table {
    name: "outbox",
    columns: &[
        ("n", Number),
        ("id", Text),
        ("recipient", Text),
        ("body", Text),
        ("attempts", Number),
        ("not_before", Number),
        ("delivered_at", Number),
    ],
    order: "n",
};

/// Urns, with their secrets while they are open.
pub(crate) const URNS: Table = Table { name: "urns", columns: &[("id", Text), ("secret", Text)], order: "id" };

/// Ballots.
pub(crate) const BALLOTS: Table =
    Table { name: "ballots", columns: &[("urn", Text), ("place", Text), ("body", Text)], order: "urn, place" };

/// What lets accounts in: hashes and sealed secrets.
pub(crate) const CREDENTIALS: Table = Table {
    name: "credentials",
    columns: &[
        ("account", Text),
        ("register_id", Text),
        ("password", Text),
        ("factor", Text),
        ("factor_step", Number),
        ("offered", Text),
    ],
    order: "account",
};

/// Digests of recovery codes.
pub(crate) const RECOVERY_CODES: Table =
    Table { name: "recovery_codes", columns: &[("account", Text), ("digest", Text)], order: "account, digest" };

/// Those beside the log that a backup holds; who leads isn't among them, nor are sessions, invitations and failed logins.
pub(crate) const OTHERS: &[Table] =
    &[HEAD, REQUEST_KEYS, PERSONAL, WORKLIST, SEARCH_KEYS, OUTBOX, URNS, BALLOTS, CREDENTIALS, RECOVERY_CODES];

/// Puts a row of the worklist in the place of the one with its id.
pub(crate) const REPLACE_ROW: &str = "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, holder = excluded.holder, \
                                      state = excluded.state, place = excluded.place, due = excluded.due, \
                                      changed_seq = excluded.changed_seq, body = excluded.body";

/// The most rows of one statement; PostgreSQL takes at most 65,535 values in one.
pub(crate) const MOST_ROWS: usize = 256;

/// The places for values in so many rows, numbered on after the first so many: `($3,$4),($5,$6)`.
pub(crate) fn marks(after: usize, rows: usize, width: usize) -> String {
    let row = |row: usize| {
        let marks: Vec<_> = (1..=width).map(|column| format!("${}", after + row * width + column)).collect();
        format!("({})", marks.join(","))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(",")
}

/// A record as a row of the log.
pub(crate) fn log_cells(line: Line) -> Vec<Cell> {
    let number = |number| Cell::Number(values::signed(number));
    let (previous, hash) = (line.previous.to_string(), line.hash.to_string());
    let start = [number(line.seq), Cell::Text(line.stream), number(line.version)];
    let texts = [line.kind, line.actor, line.at, line.body, previous, hash].map(Cell::Text);
    start.into_iter().chain(texts).collect()
}

impl Cell {
    /// A copy of this text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Table {
    /// The statement that reads all rows in order.
    pub fn select(&self) -> AssertSqlSafe<String> {
        AssertSqlSafe(format!("SELECT {} FROM {} ORDER BY {}", self.names(), self.name, self.order))
    }

    /// The statement that finds a row if there is any.
    pub fn select_one(&self) -> AssertSqlSafe<String> {
        AssertSqlSafe(format!("SELECT 1 FROM {} LIMIT 1", self.name))
    }

    /// A row that [`Table::select`] has read.
    pub fn cells(&self, row: &AnyRow) -> sqlx::Result<Vec<Cell>> {
        let cell = |(index, (_, sort)): (usize, &(&str, Sort))| {
            Ok(match sort {
                Number => row.try_get::<Option<i64>, _>(index)?.map_or(Cell::Nothing, Cell::Number),
                Text => row.try_get::<Option<String>, _>(index)?.map_or(Cell::Nothing, Cell::Text),
            })
        };
        self.columns.iter().enumerate().map(cell).collect()
    }

    /// Whether the cells are as many as the columns, and of their sorts.
    pub fn fits(&self, cells: &[Cell]) -> bool {
        let fit = |(cell, (_, sort)): (&Cell, &(&str, Sort))| match cell {
            Cell::Number(_) => *sort == Number,
            Cell::Text(_) => *sort == Text,
            Cell::Nothing => true,
        };
        cells.len() == self.columns.len() && cells.iter().zip(self.columns).all(fit)
    }

    /// Inserts rows that fit, with `suffix` behind the statement. The rows are divided by powers of two, so that there are few statements
    /// to prepare, and each is used often.
    pub async fn insert(
        &self,
        connection: &mut AnyConnection,
        rows: Vec<Vec<Cell>>,
        suffix: &'static str,
    ) -> sqlx::Result<()> {
        let mut rows = rows.into_iter();
        while rows.len() > 0 {
            // The largest power of two that is not more than what is left.
            let size = (1 << rows.len().ilog2()).min(MOST_ROWS);
            let marks = marks(0, size, self.columns.len());
            let sql = format!("INSERT INTO {} ({}) VALUES {marks} {suffix}", self.name, self.names());
            let mut query = sqlx::query::<Any>(AssertSqlSafe(sql));
            for (cell, (_, sort)) in rows.by_ref().take(size).flat_map(|row| row.into_iter().zip(self.columns)) {
                query = match cell {
                    Cell::Number(number) => query.bind(number),
                    Cell::Text(text) => query.bind(text),
                    Cell::Nothing if *sort == Number => query.bind(None::<i64>),
                    Cell::Nothing => query.bind(None::<String>),
                };
            }
            query.execute(&mut *connection).await?;
        }
        Ok(())
    }

    fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }
}
