//! The tables as rows of plain values: what a backup holds, and inserting many rows at once.

use serde::{Deserialize, Serialize};
use sqlx::any::AnyRow;
use sqlx::{Any, AnyConnection, AssertSqlSafe, Row as _};

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

/// The others that a backup holds; who leads isn't among them.
pub(crate) const OTHERS: &[Table] = &[
    Table {
        name: "head",
        columns: &[("id", Number), ("seq", Number), ("hash", Text), ("message", Number)],
        order: "id",
    },
    Table {
        name: "request_keys",
        columns: &[("actor", Text), ("key", Text), ("digest", Text), ("answer", Text)],
        order: "actor, key",
    },
    Table {
        name: "personal",
        columns: &[("id", Text), ("kind", Text), ("body", Text), ("erased_at", Text)],
        order: "id",
    },
    Table {
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
    },
    Table { name: "search_keys", columns: &[("name", Text), ("value", Text), ("id", Text)], order: "name, value, id" },
    Table {
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
    },
];

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

    /// Inserts rows that fit, with one statement.
    pub async fn insert(&self, connection: &mut AnyConnection, rows: Vec<Vec<Cell>>) -> sqlx::Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        let width = self.columns.len();
        let marks = |row: usize| {
            let marks: Vec<_> = (1..=width).map(|column| format!("${}", row * width + column)).collect();
            format!("({})", marks.join(","))
        };
        let marks: Vec<_> = (0..rows.len()).map(marks).collect();
        let sql = format!("INSERT INTO {} ({}) VALUES {}", self.name, self.names(), marks.join(","));
        let mut query = sqlx::query::<Any>(AssertSqlSafe(sql));
        for (cell, (_, sort)) in rows.into_iter().flat_map(|row| row.into_iter().zip(self.columns)) {
            query = match cell {
                Cell::Number(number) => query.bind(number),
                Cell::Text(text) => query.bind(text),
                Cell::Nothing if *sort == Number => query.bind(None::<i64>),
                Cell::Nothing => query.bind(None::<String>),
            };
        }
        query.execute(connection).await.map(|_| ())
    }

    fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }
}
