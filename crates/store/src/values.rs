//! Between our values and the columns that both databases have: 64-bit integers and texts.

use jiff::civil::Date;
use sqlx::any::AnyRow;
use sqlx::{Error, Row as _};

use crate::hash::Hash;
use crate::record::{Line, Record};

/// Stands for a row without a day, so that it is sorted after all others.
const NO_DAY: &str = "9999-99-99";

/// A count as a column has it. Counts begin at 1, so none comes near the bound.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A column's number as a count; the schema never writes a negative one.
pub(crate) fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

/// The count in this column.
pub(crate) fn number(row: &AnyRow, column: usize) -> sqlx::Result<u64> {
    row.try_get(column).map(unsigned)
}

/// The hash in this column.
pub(crate) fn hash(row: &AnyRow, column: usize) -> sqlx::Result<Hash> {
    decoded(row.try_get::<String, _>(column)?.parse())
}

/// The JSON value in this column.
pub(crate) fn json(row: &AnyRow, column: usize) -> sqlx::Result<serde_json::Value> {
    decoded(serde_json::from_str(&row.try_get::<String, _>(column)?))
}

/// The whole log, in order, in the columns that [`line`] reads.
pub(crate) const LOG_IN_ORDER: &str =
    "SELECT seq, stream, version, kind, actor, at, body, previous, hash FROM log ORDER BY seq";
/// The records after a number, at most so many.
pub(crate) const LOG_AFTER: &str = "SELECT seq, stream, version, kind, actor, at, body, previous, hash FROM log \
                                    WHERE seq > $1 ORDER BY seq LIMIT $2";
/// The records of a stream after a version, at most so many.
pub(crate) const STREAM_AFTER: &str = "SELECT seq, stream, version, kind, actor, at, body, previous, hash FROM log \
                                       WHERE stream = $1 AND version > $2 ORDER BY version LIMIT $3";

/// A record as it stands in the database.
pub(crate) fn line(row: &AnyRow) -> sqlx::Result<Line> {
    Ok(Line {
        seq: number(row, 0)?,
        stream: row.try_get(1)?,
        version: number(row, 2)?,
        kind: row.try_get(3)?,
        actor: row.try_get(4)?,
        at: row.try_get(5)?,
        body: row.try_get(6)?,
        previous: hash(row, 7)?,
        hash: hash(row, 8)?,
    })
}

/// The same for those who read: the body as a value.
pub(crate) fn record(row: &AnyRow) -> sqlx::Result<Record> {
    let Line { seq, stream, version, kind, actor, at, body, previous, hash } = line(row)?;
    let body = decoded(serde_json::from_str(&body))?;
    Ok(Record { seq, stream, version, kind, actor, at, body, previous, hash })
}

/// A day as a text of ten characters, in the order of days.
pub(crate) fn due(day: Option<Date>) -> String {
    day.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string())
}

/// The day that [`due`] has written.
pub(crate) fn day(text: &str) -> sqlx::Result<Option<Date>> {
    if text == NO_DAY { Ok(None) } else { decoded(text.parse()).map(Some) }
}

fn decoded<T, E: std::error::Error + Send + Sync + 'static>(result: Result<T, E>) -> sqlx::Result<T> {
    result.map_err(|error| Error::Decode(Box::new(error)))
}
