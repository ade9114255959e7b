//! Deciding the units of a group one after the other, from what is known, and writing all that were accepted together.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{AnyConnection, AssertSqlSafe, Row as _};

use crate::error::StoreError;
use crate::hash::Hash;
use crate::lookup::Known;
use crate::record::{Line, Root};
use crate::tables::{self, Cell};
use crate::unit::{Append, Committed, Position, Ready, UrnChange, View, ViewChange};
use crate::urn::{self, UrnState};
use crate::values;

/// The end of the chain and of the outbox, as the transaction sees it.
#[derive(Clone, Copy)]
pub(crate) struct Head {
    pub root: Root,
    pub message: u64,
}

/// Locks the head until the transaction ends. On PostgreSQL another node waits here, and then sees what this one has written: so numbers
/// have no gap, and they are visible in their order.
pub(crate) async fn lock_head(connection: &mut AnyConnection) -> sqlx::Result<Head> {
    let row = sqlx::query("UPDATE head SET seq = seq WHERE id = 1 RETURNING seq, hash, message");
    let row = row.fetch_one(connection).await?;
    let root = Root { seq: values::number(&row, 0)?, hash: values::hash(&row, 1)? };
    Ok(Head { root, message: values::number(&row, 2)? })
}

/// Writes the head that the accepted units have come to.
async fn write_head(connection: &mut AnyConnection, head: &Head) -> sqlx::Result<()> {
    let update = sqlx::query("UPDATE head SET seq = $1, hash = $2, message = $3 WHERE id = 1");
    let update = update.bind(values::signed(head.root.seq)).bind(head.root.hash.to_string());
    update.bind(values::signed(head.message)).execute(connection).await.map(|_| ())
}

/// What the accepted units of a group write.
pub(crate) struct Group {
    pub head: Head,
    known: Known,
    log: Vec<Vec<Cell>>,
    outbox: Vec<Vec<Cell>>,
    personal: Vec<Vec<Cell>>,
    keys: Vec<Vec<Cell>>,
    urns: Vec<UrnChange>,
    /// By id, the row as the last unit leaves it, and its search keys; none when it is taken away.
    views: BTreeMap<String, Option<ViewCells>>,
}

struct ViewCells {
    row: Vec<Cell>,
    keys: BTreeSet<(String, String)>,
}

impl Group {
    /// Nothing is accepted yet.
    pub fn new(head: Head, known: Known) -> Self {
        let (log, outbox, personal, keys, urns) = Default::default();
        Self { head, known, log, outbox, personal, keys, urns, views: BTreeMap::new() }
    }

    /// Decides a unit after those before it; of a refused one nothing is kept.
    pub fn decide(&mut self, ready: &Ready) -> Result<Committed, StoreError> {
        if let Some(key) = &ready.unit.key
            && let Some((digest, answer)) = self.known.answers.get(&(key.actor.clone(), key.key.clone()))
        {
            return if *digest == key.request_digest {
                Ok(Committed::Repeated { answer: answer.clone() })
            } else {
                Err(StoreError::KeyReused { actor: key.actor.clone(), key: key.key.clone() })
            };
        }
        self.refuse(ready)?;
        Ok(self.accept(ready))
    }

    /// Why the unit can't be applied to what is there.
    fn refuse(&self, ready: &Ready) -> Result<(), StoreError> {
        for Append { stream, expected_version, .. } in &ready.unit.appends {
            let (expected, actual) = (*expected_version, self.known.versions.get(stream).copied().unwrap_or_default());
            if expected != actual {
                return Err(StoreError::Conflict { stream: stream.clone(), expected, actual });
            }
        }
        let mut seen = BTreeSet::new();
        for id in ready.unit.messages.iter().map(|message| &message.id) {
            if !seen.insert(id) || self.known.messages.contains(id) {
                return Err(StoreError::Taken { what: "message", id: id.clone() });
            }
        }
        let mut seen = BTreeSet::new();
        for id in ready.unit.personal.iter().map(|document| &document.id) {
            if !seen.insert(id) || self.known.personal.contains(id) {
                return Err(StoreError::Taken { what: "personal document", id: id.clone() });
            }
        }
        ready.unit.urn.as_ref().map_or(Ok(()), |change| self.refuse_urn(change))
    }

    /// Why the urn can't be opened, closed or emptied as it stands.
    fn refuse_urn(&self, change: &UrnChange) -> Result<(), StoreError> {
        let conflict = |expected, actual| {
            let stream = change.urn().to_owned();
            Err(StoreError::Conflict { stream, expected, actual })
        };
        match (change, self.known.urns.get(change.urn())) {
            (UrnChange::Open { urn, .. }, Some(_)) => Err(StoreError::Taken { what: "urn", id: urn.clone() }),
            (UrnChange::Close { ballots, .. }, Some(UrnState { open: true, ballots: there })) if ballots != there => {
                conflict(*ballots, *there)
            }
            (UrnChange::Open { .. }, None) | (_, Some(UrnState { open: true, .. })) => Ok(()),
            (_, None | Some(UrnState { open: false, .. })) => conflict(1, 0),
        }
    }

    fn accept(&mut self, ready: &Ready) -> Committed {
        let mut records = Vec::new();
        for (append, bodies) in ready.unit.appends.iter().zip(&ready.records) {
            self.append(append, bodies, &mut records);
        }
        for (change, body) in ready.unit.views.iter().zip(&ready.views) {
            match change {
                ViewChange::Put(view) => {
                    let cells = view_cells(view, body, self.head.root.seq);
                    self.views.insert(view.id.clone(), Some(cells));
                }
                ViewChange::Remove(id) => drop(self.views.insert(id.clone(), None)),
            }
        }
        for (message, body) in ready.unit.messages.iter().zip(&ready.messages) {
            self.head.message += 1;
            let (number, zero) = (Cell::Number(values::signed(self.head.message)), Cell::Number(0));
            let texts = [&message.id, &message.recipient, body].map(|text| Cell::text(text));
            let rest = [zero.clone(), zero, Cell::Nothing];
            self.outbox.push(std::iter::once(number).chain(texts).chain(rest).collect());
        }
        for (document, body) in ready.unit.personal.iter().zip(&ready.personal) {
            let texts = [&document.id, &document.kind, body].map(|text| Cell::text(text));
            self.personal.push(texts.into_iter().chain([Cell::Nothing]).collect());
        }
        if let Some(change) = &ready.unit.urn {
            let open = matches!(change, UrnChange::Open { .. });
            self.known.urns.insert(change.urn().to_owned(), UrnState { open, ballots: 0 });
            self.urns.push(change.clone());
        }
        if let Some(key) = &ready.unit.key {
            let texts = [&key.actor, &key.key, &key.request_digest, &key.answer].map(|text| Cell::text(text));
            self.keys.push(texts.into_iter().chain([Cell::Number(key.at.as_millisecond())]).collect());
            let answer = (key.request_digest.clone(), key.answer.clone());
            self.known.answers.insert((key.actor.clone(), key.key.clone()), answer);
        }
        Committed::Applied { records, root: self.head.root }
    }

    fn append(&mut self, append: &Append, bodies: &[String], positions: &mut Vec<Position>) {
        let mut version = append.expected_version;
        for (record, body) in append.records.iter().zip(bodies) {
            version += 1;
            let mut line = Line {
                seq: self.head.root.seq + 1,
                stream: append.stream.clone(),
                version,
                kind: record.kind.clone(),
                actor: record.actor.clone(),
                at: record.at.clone(),
                body: body.clone(),
                previous: self.head.root.hash,
                hash: Hash::NONE,
            };
            line.hash = line.expected_hash();
            self.head.root = Root { seq: line.seq, hash: line.hash };
            positions.push(Position { seq: line.seq, stream: line.stream.clone(), version, hash: line.hash });
            self.log.push(tables::log_cells(line));
        }
        self.known.versions.insert(append.stream.clone(), version);
    }

    /// Writes everything, and the head.
    pub async fn write(self, connection: &mut AnyConnection) -> sqlx::Result<()> {
        tables::LOG.insert(connection, self.log, "").await?;
        let (mut rows, mut gone, mut search, mut changed) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (id, cells) in self.views {
            match cells {
                Some(ViewCells { row, keys }) => {
                    let keys =
                        keys.into_iter().map(|(name, value)| [&name, &value, &id].map(|text| Cell::text(text)).into());
                    search.extend(keys);
                    rows.push(row);
                }
                None => gone.push(id.clone()),
            }
            changed.push(id);
        }
        tables::WORKLIST.insert(connection, rows, tables::REPLACE_ROW).await?;
        delete(connection, "worklist", &gone).await?;
        delete(connection, "search_keys", &changed).await?;
        tables::SEARCH_KEYS.insert(connection, search, "").await?;
        tables::OUTBOX.insert(connection, self.outbox, "").await?;
        tables::PERSONAL.insert(connection, self.personal, "").await?;
        tables::REQUEST_KEYS.insert(connection, self.keys, "").await?;
        for change in self.urns {
            urn::change(connection, change).await?;
        }
        write_head(connection, &self.head).await
    }
}

fn view_cells(view: &View, body: &str, seq: u64) -> ViewCells {
    let texts = [&view.id, &view.kind, &view.holder, &view.state, &view.place, &values::due(view.due)]
        .map(|text| Cell::text(text));
    let row = texts.into_iter().chain([Cell::Number(values::signed(seq)), Cell::text(body)]).collect();
    ViewCells { row, keys: view.search.iter().cloned().collect() }
}

/// Deletes the rows with these ids. Lists are filled up to a power of two with ids that nothing has.
async fn delete(connection: &mut AnyConnection, table: &str, ids: &[String]) -> sqlx::Result<()> {
    for ids in ids.chunks(tables::MOST_ROWS) {
        let size = ids.len().next_power_of_two();
        let places: Vec<_> = (1..=size).map(|place| format!("${place}")).collect();
        let sql = format!("DELETE FROM {table} WHERE id IN ({})", places.join(","));
        let query = (0..size)
            .fold(sqlx::query(AssertSqlSafe(sql)), |query, index| query.bind(ids.get(index).map_or("", |id| &**id)));
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// The answer of the first time, or that the key stands for something else.
pub(crate) async fn answered(
    connection: &mut AnyConnection,
    actor: &str,
    key: &str,
    request_digest: &str,
) -> sqlx::Result<Option<Result<String, StoreError>>> {
    let query = sqlx::query("SELECT digest, answer FROM request_keys WHERE actor = $1 AND key = $2");
    let row = query.bind(actor).bind(key).fetch_optional(connection).await?;
    let Some(row) = row else { return Ok(None) };
    if row.try_get::<String, _>(0)? == request_digest {
        return row.try_get(1).map(|answer| Some(Ok(answer)));
    }
    Ok(Some(Err(StoreError::KeyReused { actor: actor.to_owned(), key: key.to_owned() })))
}
