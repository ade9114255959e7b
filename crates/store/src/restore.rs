//! Reading a backup into an empty place, verified on the way; all of it or nothing.

use std::path::Path;

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use sqlx::AnyConnection;
use tokio::fs::File;
use tokio::io::{AsyncBufReadExt as _, BufReader};

use crate::Store;
use crate::apply;
use crate::backup::{Closing, FORMAT, Heading};
use crate::error::StoreError;
use crate::hash::Hash;
use crate::place::{Database, Place};
use crate::record::{Line, Root};
use crate::schema::SCHEMA_VERSION;
use crate::tables::{Cell, LOG, MOST_ROWS, OTHERS, REQUEST_KEYS, Table};
use crate::verify::{Walk, head};

/// The most bytes of a line: the largest body, every character escaped twice, and names.
const MOST_LINE_BYTES: usize = 16 << 20;
/// The first schema that keeps when a key was used.
const KEYS_HAVE_TIMES: i64 = 4;
const REMEDY: &str = "take another backup; this one is damaged or incomplete";

impl Store {
    /// Restores a backup into an empty place and opens it, in the other database too: the root stays the same. The file's own hash, the
    /// whole chain and the root are checked; with a root that was kept elsewhere, the chain also has to contain it.
    ///
    /// # Errors
    ///
    /// The place holds data ([`StoreError::NotEmpty`]), the file is damaged or of a later release, or its chain is broken. Then nothing
    /// has been restored.
    pub async fn restore(place: &Place, file: &Path, known: Option<Root>) -> Result<Self, StoreError> {
        let lines = File::open(file).await.map_err(|error| StoreError::of_file(file.display(), &error))?;
        let mut reader =
            Reader { lines: BufReader::new(lines), file, number: 0, hash: Sha256::new(), keys_without_time: false };
        let schema = reader.heading().await?;
        reader.keys_without_time = schema < KEYS_HAVE_TIMES;
        let store = Self::open(place).await?;
        let database = store.database();
        let fault = |error: sqlx::Error| database.fault(&error);
        let mut transaction = database.begin().await?;
        refuse_unless_empty(database, &mut transaction).await?;
        sqlx::query("DELETE FROM head").execute(&mut *transaction).await.map_err(fault)?;
        reader.rows(database, &mut transaction, known).await?;
        transaction.commit().await.map_err(fault)?;
        // So that the planner knows from the start how many rows there are.
        sqlx::query("ANALYZE").execute(&database.writes).await.map_err(fault)?;
        Ok(store)
    }
}

async fn refuse_unless_empty(database: &Database, connection: &mut AnyConnection) -> Result<(), StoreError> {
    let fault = |error: sqlx::Error| database.fault(&error);
    apply::lock_head(connection).await.map_err(fault)?;
    for table in std::iter::once(&LOG).chain(OTHERS).filter(|table| table.name != "head") {
        let row = sqlx::query(table.select_one()).fetch_optional(&mut *connection).await.map_err(fault)?;
        if row.is_some() {
            return Err(StoreError::NotEmpty { place: database.place.clone() });
        }
    }
    Ok(())
}

struct Reader<'a> {
    lines: BufReader<File>,
    file: &'a Path,
    number: u64,
    hash: Sha256,
    /// Whether it was written before it was kept when a key was used.
    keys_without_time: bool,
}

impl Reader<'_> {
    fn damaged(&self, what: &str) -> StoreError {
        StoreError::place(format!("{}, line {}", self.file.display(), self.number), what, REMEDY)
    }

    /// The next line; empty at the end of the file.
    async fn line(&mut self) -> Result<Vec<u8>, StoreError> {
        self.number += 1;
        let mut line = Vec::new();
        loop {
            let fault = |error: std::io::Error| StoreError::of_file(self.file.display(), &error);
            let read = self.lines.fill_buf().await.map_err(fault)?;
            let end = read.iter().position(|byte| *byte == b'\n').map(|end| end + 1);
            let taken = end.unwrap_or(read.len());
            line.extend(read.iter().take(taken));
            let over = end.is_some() || read.is_empty();
            self.lines.consume(taken);
            if over {
                return Ok(line);
            }
            if line.len() > MOST_LINE_BYTES {
                return Err(self.damaged("the line is longer than any that a backup has"));
            }
        }
    }

    /// Reads the first line; the schema that it names.
    async fn heading(&mut self) -> Result<i64, StoreError> {
        let line = self.line().await?;
        self.hash.update(&line);
        let heading: Option<Heading> = serde_json::from_slice(&line).ok();
        let Some(heading) = heading.filter(|heading| heading.format == FORMAT) else {
            let what = format!("this is no backup: its first line doesn't name {FORMAT}");
            return Err(StoreError::place(self.file.display(), what, "name a file that a backup has written"));
        };
        if heading.schema > SCHEMA_VERSION {
            let place = self.file.display().to_string();
            return Err(StoreError::Newer { place, found: heading.schema, known: SCHEMA_VERSION });
        }
        Ok(heading.schema)
    }

    /// Inserts all rows and checks the closing line.
    async fn rows(
        &mut self,
        database: &Database,
        connection: &mut AnyConnection,
        known: Option<Root>,
    ) -> Result<(), StoreError> {
        let broken = |broken| StoreError::Broken { place: self.file.display().to_string(), broken };
        let fault = |error: sqlx::Error| database.fault(&error);
        let mut walk = Walk::new(known);
        let mut waiting: (&Table, Vec<Vec<Cell>>) = (&LOG, Vec::new());
        loop {
            let bytes = self.line().await?;
            if let Ok(closing) = serde_json::from_slice::<Closing>(&bytes) {
                waiting.0.insert(connection, waiting.1, "").await.map_err(fault)?;
                self.close(&closing).await?;
                let root = walk.finish(closing.root).map_err(broken)?;
                let there = head(database, connection).await?;
                return if there == root { Ok(()) } else { Err(self.damaged("its head is not its root")) };
            }
            self.hash.update(&bytes);
            let (table, cells) = self.cells(&bytes)?;
            if table.name == LOG.name {
                let line = line(&cells).ok_or_else(|| self.damaged("the record is not complete"))?;
                walk.step(&line).map_err(broken)?;
            }
            if waiting.0.name != table.name || waiting.1.len() >= MOST_ROWS {
                let (earlier, rows) = std::mem::replace(&mut waiting, (table, Vec::new()));
                earlier.insert(connection, rows, "").await.map_err(fault)?;
            }
            waiting.1.push(cells);
        }
    }

    fn cells(&self, bytes: &[u8]) -> Result<(&'static Table, Vec<Cell>), StoreError> {
        if bytes.is_empty() {
            return Err(self.damaged("the file ends before its closing line"));
        }
        let mut cells: Vec<Cell> = serde_json::from_slice(bytes).map_err(|_| self.damaged("the line is not a row"))?;
        let mut rest = cells.split_off(cells.len().min(1));
        let table = cells.first().and_then(|name| {
            std::iter::once(&LOG).chain(OTHERS).find(|table| *name == Cell::Text(table.name.to_owned()))
        });
        if self.keys_without_time && table.is_some_and(|table| table.name == REQUEST_KEYS.name) {
            // Their term counts from now on.
            rest.push(Cell::Number(Timestamp::now().as_millisecond()));
        }
        let table = table.filter(|table| table.fits(&rest));
        table.map(|table| (table, rest)).ok_or_else(|| self.damaged("the line is a row of no table"))
    }

    /// Checks what the closing line says of the lines before it, and that it is the last.
    async fn close(&mut self, closing: &Closing) -> Result<(), StoreError> {
        // The heading is no row, nor is the closing line.
        if Hash::finish(self.hash.clone()) != closing.sha256 || closing.rows + 2 != self.number {
            return Err(self.damaged("the lines before are not those that were written"));
        }
        if self.line().await?.is_empty() { Ok(()) } else { Err(self.damaged("something follows the closing line")) }
    }
}

/// The record in a row of the log.
fn line(cells: &[Cell]) -> Option<Line> {
    let number = |index: usize| match cells.get(index)? {
        Cell::Number(number) => u64::try_from(*number).ok(),
        _ => None,
    };
    let text = |index: usize| match cells.get(index)? {
        Cell::Text(text) => Some(text.clone()),
        _ => None,
    };
    Some(Line {
        seq: number(0)?,
        stream: text(1)?,
        version: number(2)?,
        kind: text(3)?,
        actor: text(4)?,
        at: text(5)?,
        body: text(6)?,
        previous: text(7)?.parse().ok()?,
        hash: text(8)?.parse().ok()?,
    })
}
