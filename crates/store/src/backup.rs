//! Writing everything into one portable file while work goes on, verified by the chain's root.
//!
//! The file is the same for both databases, so that a backup of one can be restored into the other. It is UTF-8 text, a JSON value a line:
//! a [`Heading`]; an array for each row, `["log", 1, "stream", …]`, the log first and in order; a [`Closing`] with the root and a hash
//! over all lines before it. It holds personal data: it is written for its owner only. Evidence files are not in it: they
//! are copied beside it ([`crate::evidence::Evidence::copy_to`]).

use std::path::{Path, PathBuf};

use futures_util::TryStreamExt as _;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use sqlx::AnyConnection;
use tempfile::NamedTempFile;
use tokio::fs::File;
use tokio::io::{AsyncWriteExt as _, BufWriter};

use crate::Store;
use crate::error::StoreError;
use crate::hash::Hash;
use crate::place::Database;
use crate::record::Root;
use crate::schema::SCHEMA_VERSION;
use crate::tables::{Cell, LOG, OTHERS, Table};
use crate::values;
use crate::verify::{Walk, head};

/// What the first line names.
pub(crate) const FORMAT: &str = "guantong/backup/1";

/// The first line.
#[derive(Serialize, Deserialize)]
pub(crate) struct Heading {
    pub format: String,
    pub schema: i64,
}

/// The last line.
#[derive(Serialize, Deserialize)]
pub(crate) struct Closing {
    pub root: Root,
    pub rows: u64,
    pub sha256: Hash,
}

impl Store {
    /// Writes a backup into a new file and answers with its root. Others read and write meanwhile; the backup has the state of one moment.
    /// The chain is verified on the way. The file is there only once it is complete and durable.
    ///
    /// # Errors
    ///
    /// The file exists or can't be written, the chain is broken, or the database can't be reached.
    pub async fn backup(&self, file: &Path) -> Result<Root, StoreError> {
        let fault = |error: std::io::Error| StoreError::of_file(file.display(), &error);
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let temporary = NamedTempFile::new_in(folder).map_err(fault)?;
        let target = File::from_std(temporary.as_file().try_clone().map_err(fault)?);
        let mut lines = Lines { file: BufWriter::new(target), path: file.to_owned(), hash: Sha256::new(), rows: 0 };
        let mut snapshot = self.database().snapshot().await?;
        let root = write(self.database(), &mut snapshot, &mut lines).await?;
        snapshot.rollback().await.map_err(|error| self.database().fault(&error))?;
        lines.file.flush().await.map_err(fault)?;
        lines.file.get_ref().sync_all().await.map_err(fault)?;
        temporary.persist_noclobber(file).map_err(|error| match error.error.kind() {
            std::io::ErrorKind::AlreadyExists => {
                StoreError::place(file.display(), "the file is there already", "name another one")
            }
            _ => fault(error.error),
        })?;
        std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(fault)?;
        Ok(root)
    }
}

async fn write(database: &Database, snapshot: &mut AnyConnection, lines: &mut Lines) -> Result<Root, StoreError> {
    lines.write(&Heading { format: FORMAT.to_owned(), schema: SCHEMA_VERSION }).await?;
    let head = head(database, snapshot).await?;
    let mut walk = Walk::new(None);
    let fault = |error: sqlx::Error| database.fault(&error);
    for table in std::iter::once(&LOG).chain(OTHERS) {
        let mut rows = sqlx::query(table.select()).fetch(&mut *snapshot);
        while let Some(row) = rows.try_next().await.map_err(fault)? {
            if table.name == LOG.name {
                let line = values::line(&row).map_err(fault)?;
                walk.step(&line).map_err(|broken| StoreError::Broken { place: database.place.clone(), broken })?;
            }
            lines.row(table, table.cells(&row).map_err(fault)?).await?;
        }
    }
    let root = walk.finish(head).map_err(|broken| StoreError::Broken { place: database.place.clone(), broken })?;
    let closing = Closing { root, rows: lines.rows, sha256: Hash::finish(lines.hash.clone()) };
    lines.write(&closing).await?;
    Ok(root)
}

struct Lines {
    file: BufWriter<File>,
    path: PathBuf,
    hash: Sha256,
    rows: u64,
}

impl Lines {
    async fn row(&mut self, table: &Table, cells: Vec<Cell>) -> Result<(), StoreError> {
        self.rows += 1;
        let name = Cell::Text(table.name.to_owned());
        self.write(&std::iter::once(name).chain(cells).collect::<Vec<_>>()).await
    }

    async fn write(&mut self, value: &impl Serialize) -> Result<(), StoreError> {
        let mut line = serde_json::to_vec(value)
            .map_err(|error| StoreError::place(self.path.display(), error, "report this as a fault"))?;
        line.push(b'\n');
        self.hash.update(&line);
        self.file.write_all(&line).await.map_err(|error| StoreError::of_file(self.path.display(), &error))
    }
}
