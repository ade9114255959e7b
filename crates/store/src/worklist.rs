//! The worklist: whose turn it is, in the order of due days, page by page.

use serde::{Deserialize, Serialize};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row as _};

use crate::Store;
use crate::error::StoreError;
use crate::read::MOST_PER_PAGE;
use crate::values;

/// What a list is to hold; `None` stands for all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only what this organisation or pool has to act on.
    pub holder: Option<String>,
    /// Only what stands here.
    pub state: Option<String>,
    /// Only things of this sort.
    pub kind: Option<String>,
}

/// The last row of a page, after which the next one goes on. It stays good when rows come, go or move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    due: String,
    id: String,
}

/// A row of the worklist as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct ViewRow {
    /// Whose row it is.
    pub id: String,
    /// What sort of thing it is.
    pub kind: String,
    /// The organisation or pool whose turn it is.
    pub holder: String,
    /// Where it stands.
    pub state: String,
    /// The jurisdiction.
    pub place: String,
    /// The day by which something has to happen.
    pub due: Option<jiff::civil::Date>,
    /// The number of the last record that the row takes account of.
    pub changed_seq: u64,
    /// What a list shows of it.
    pub body: serde_json::Value,
}

/// A page of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The rows: by due day, those without one last, and by id within a day.
    pub rows: Vec<ViewRow>,
    /// Where the next page begins, if there may be one.
    pub next: Option<After>,
}

const COLUMNS: &str = "SELECT id, kind, holder, state, place, due, changed_seq, body FROM worklist";

impl Store {
    /// A page of the worklist; `limit` is cut to [`MOST_PER_PAGE`]. It costs the same however many rows there are: each set of conditions
    /// has an index in the order of the pages.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn worklist(&self, filter: &Filter, after: Option<&After>, limit: u32) -> Result<Page, StoreError> {
        let mut conditions = Vec::new();
        let mut values = Vec::new();
        for (column, value) in [("holder", &filter.holder), ("state", &filter.state), ("kind", &filter.kind)] {
            if let Some(value) = value {
                values.push(value);
                conditions.push(format!("{column} = ${}", values.len()));
            }
        }
        if let Some(After { due, id }) = after {
            values.extend([due, id]);
            conditions.push(format!("(due, id) > (${}, ${})", values.len() - 1, values.len()));
        }
        let limit = limit.clamp(1, MOST_PER_PAGE);
        let condition =
            if conditions.is_empty() { String::new() } else { format!("WHERE {}", conditions.join(" AND ")) };
        // Only the columns' names above are put into the text, never a value.
        let sql = AssertSqlSafe(format!("{COLUMNS} {condition} ORDER BY due, id LIMIT {limit}"));
        let query = values.into_iter().fold(sqlx::query(sql), |query, value| query.bind(&**value));
        self.page(query, limit).await
    }

    /// The rows that were put with this search key and value, by id.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn find(&self, name: &str, value: &str, after: Option<&After>, limit: u32) -> Result<Page, StoreError> {
        let limit = limit.clamp(1, MOST_PER_PAGE);
        let sql = "SELECT w.id, w.kind, w.holder, w.state, w.place, w.due, w.changed_seq, w.body FROM search_keys s \
                   JOIN worklist w ON w.id = s.id WHERE s.name = $1 AND s.value = $2 AND s.id > $3 ORDER BY s.id LIMIT $4";
        let query = sqlx::query(sql).bind(name).bind(value).bind(after.map_or("", |after| &*after.id));
        self.page(query.bind(i64::from(limit)), limit).await
    }

    /// The values that stand under a search key, each once, in order.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn values(&self, name: &str) -> Result<Vec<String>, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let mut all: Vec<String> = Vec::new();
        loop {
            let sql = "SELECT DISTINCT value FROM search_keys WHERE name = $1 AND value > $2 ORDER BY value LIMIT $3";
            let after = all.last().cloned().unwrap_or_default();
            let query = sqlx::query(sql).bind(name).bind(after).bind(i64::from(MOST_PER_PAGE));
            let rows = self.database().in_time(query.fetch_all(&self.database().reads)).await?;
            for row in &rows {
                all.push(row.try_get(0).map_err(fault)?);
            }
            if rows.len() < MOST_PER_PAGE as usize {
                return Ok(all);
            }
        }
    }

    /// The row with this id.
    ///
    /// # Errors
    ///
    /// The database can't be reached.
    pub async fn view(&self, id: &str) -> Result<Option<ViewRow>, StoreError> {
        let sql = AssertSqlSafe(format!("{COLUMNS} WHERE id = $1"));
        Ok(self.page(sqlx::query(sql).bind(id), 1).await?.rows.pop())
    }

    async fn page(
        &self,
        query: sqlx::query::Query<'_, sqlx::Any, sqlx::any::AnyArguments>,
        limit: u32,
    ) -> Result<Page, StoreError> {
        let fault = |error: sqlx::Error| self.database().fault(&error);
        let rows = self.database().in_time(query.fetch_all(&self.database().reads)).await?;
        let rows: Vec<ViewRow> = rows.iter().map(row).collect::<sqlx::Result<_>>().map_err(fault)?;
        let full = rows.len() >= limit as usize;
        let next = rows.last().filter(|_| full).map(|row| After { due: values::due(row.due), id: row.id.clone() });
        Ok(Page { rows, next })
    }
}

fn row(row: &AnyRow) -> sqlx::Result<ViewRow> {
    Ok(ViewRow {
        id: row.try_get(0)?,
        kind: row.try_get(1)?,
        holder: row.try_get(2)?,
        state: row.try_get(3)?,
        place: row.try_get(4)?,
        due: values::day(&row.try_get::<String, _>(5)?)?,
        changed_seq: values::number(row, 6)?,
        body: values::json(row, 7)?,
    })
}
