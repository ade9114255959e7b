//! Applying one unit inside a transaction that holds the head: first everything that can refuse it, then the writing.

use sqlx::{Any, AnyConnection, Row as _};

use crate::error::StoreError;
use crate::hash::Hash;
use crate::record::{Line, Root};
use crate::unit::{Append, Committed, Position, Ready, View, ViewChange};
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

/// Writes the head that the applied units have come to.
pub(crate) async fn write_head(connection: &mut AnyConnection, head: &Head) -> sqlx::Result<()> {
    let update = sqlx::query("UPDATE head SET seq = $1, hash = $2, message = $3 WHERE id = 1");
    let update = update.bind(values::signed(head.root.seq)).bind(head.root.hash.to_string());
    update.bind(values::signed(head.message)).execute(connection).await.map(|_| ())
}

/// Applies a unit, or says why not; of a refused one nothing is written. An outer error spoils the transaction.
pub(crate) async fn apply(
    connection: &mut AnyConnection,
    head: &mut Head,
    ready: &Ready,
) -> sqlx::Result<Result<Committed, StoreError>> {
    if let Some(key) = &ready.unit.key
        && let Some(answer) = answered(connection, &key.actor, &key.key, &key.request_digest).await?
    {
        return Ok(answer.map(|answer| Committed::Repeated { answer }));
    }
    if let Some(refusal) = refusal(connection, ready).await? {
        return Ok(Err(refusal));
    }
    let mut positions = Vec::new();
    for (append, bodies) in ready.unit.appends.iter().zip(&ready.records) {
        write_records(connection, head, append, bodies, &mut positions).await?;
    }
    for (change, body) in ready.unit.views.iter().zip(&ready.views) {
        match change {
            ViewChange::Put(view) => put_view(connection, view, body, head.root.seq).await?,
            ViewChange::Remove(id) => remove_view(connection, id).await?,
        }
    }
    for (message, body) in ready.unit.messages.iter().zip(&ready.messages) {
        head.message += 1;
        let insert = "INSERT INTO outbox (n, id, recipient, body, attempts, not_before) VALUES ($1, $2, $3, $4, 0, 0)";
        let insert = sqlx::query(insert).bind(values::signed(head.message)).bind(&*message.id);
        insert.bind(&*message.recipient).bind(&**body).execute(&mut *connection).await?;
    }
    for (document, body) in ready.unit.personal.iter().zip(&ready.personal) {
        let insert = sqlx::query("INSERT INTO personal (id, kind, body) VALUES ($1, $2, $3)");
        insert.bind(&*document.id).bind(&*document.kind).bind(&**body).execute(&mut *connection).await?;
    }
    if let Some(key) = &ready.unit.key {
        let insert = sqlx::query("INSERT INTO request_keys (actor, key, digest, answer) VALUES ($1, $2, $3, $4)");
        let insert = insert.bind(&*key.actor).bind(&*key.key).bind(&*key.request_digest).bind(&*key.answer);
        insert.execute(&mut *connection).await?;
    }
    Ok(Ok(Committed::Applied { records: positions, root: head.root }))
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

/// Why the unit can't be applied to what is there.
async fn refusal(connection: &mut AnyConnection, ready: &Ready) -> sqlx::Result<Option<StoreError>> {
    for Append { stream, expected_version, .. } in &ready.unit.appends {
        let version = sqlx::query_scalar("SELECT coalesce(max(version), 0) FROM log WHERE stream = $1");
        let actual: i64 = version.bind(&**stream).fetch_one(&mut *connection).await?;
        let (expected, actual) = (*expected_version, values::unsigned(actual));
        if expected != actual {
            return Ok(Some(StoreError::Conflict { stream: stream.clone(), expected, actual }));
        }
    }
    let messages = ready.unit.messages.iter().map(|message| &*message.id);
    let messages = taken(connection, "message", "SELECT 1 FROM outbox WHERE id = $1", messages).await?;
    if messages.is_some() {
        return Ok(messages);
    }
    let documents = ready.unit.personal.iter().map(|document| &*document.id);
    taken(connection, "personal document", "SELECT 1 FROM personal WHERE id = $1", documents).await
}

/// The first id that is there already, or that the unit itself gives twice.
async fn taken<'a>(
    connection: &mut AnyConnection,
    what: &'static str,
    query: &'static str,
    ids: impl Iterator<Item = &'a str>,
) -> sqlx::Result<Option<StoreError>> {
    let mut seen = std::collections::HashSet::new();
    for id in ids {
        if !seen.insert(id) || sqlx::query(query).bind(id).fetch_optional(&mut *connection).await?.is_some() {
            return Ok(Some(StoreError::Taken { what, id: id.to_owned() }));
        }
    }
    Ok(None)
}

async fn write_records(
    connection: &mut AnyConnection,
    head: &mut Head,
    append: &Append,
    bodies: &[String],
    positions: &mut Vec<Position>,
) -> sqlx::Result<()> {
    for (version, (record, body)) in (append.expected_version + 1..).zip(append.records.iter().zip(bodies)) {
        let mut line = Line {
            seq: head.root.seq + 1,
            stream: append.stream.clone(),
            version,
            kind: record.kind.clone(),
            actor: record.actor.clone(),
            at: record.at.clone(),
            body: body.clone(),
            previous: head.root.hash,
            hash: Hash::NONE,
        };
        line.hash = line.expected_hash();
        insert_line(connection, &line).await?;
        head.root = Root { seq: line.seq, hash: line.hash };
        positions.push(Position { seq: line.seq, stream: line.stream, version, hash: line.hash });
    }
    Ok(())
}

/// Inserts a record as it stands.
pub(crate) async fn insert_line(connection: &mut AnyConnection, line: &Line) -> sqlx::Result<()> {
    const INSERT: &str = "INSERT INTO log (seq, stream, version, kind, actor, at, body, previous, hash) \
                          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let insert = sqlx::query::<Any>(INSERT);
    let insert = insert.bind(values::signed(line.seq)).bind(&*line.stream).bind(values::signed(line.version));
    let insert = insert.bind(&*line.kind).bind(&*line.actor).bind(&*line.at).bind(&*line.body);
    insert.bind(line.previous.to_string()).bind(line.hash.to_string()).execute(connection).await.map(|_| ())
}

async fn put_view(connection: &mut AnyConnection, view: &View, body: &str, seq: u64) -> sqlx::Result<()> {
    const PUT: &str = "INSERT INTO worklist (id, kind, holder, state, place, due, changed_seq, body) \
                       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
                       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, holder = excluded.holder, \
                       state = excluded.state, place = excluded.place, due = excluded.due, \
                       changed_seq = excluded.changed_seq, body = excluded.body";
    let put = sqlx::query(PUT).bind(&*view.id).bind(&*view.kind).bind(&*view.holder).bind(&*view.state);
    let put = put.bind(&*view.place).bind(values::due(view.due)).bind(values::signed(seq)).bind(body);
    put.execute(&mut *connection).await?;
    remove_keys(connection, &view.id).await?;
    for (name, value) in &view.search {
        let insert = "INSERT INTO search_keys (name, value, id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        sqlx::query(insert).bind(&**name).bind(&**value).bind(&*view.id).execute(&mut *connection).await?;
    }
    Ok(())
}

async fn remove_view(connection: &mut AnyConnection, id: &str) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM worklist WHERE id = $1").bind(id).execute(&mut *connection).await?;
    remove_keys(connection, id).await
}

async fn remove_keys(connection: &mut AnyConnection, id: &str) -> sqlx::Result<()> {
    sqlx::query("DELETE FROM search_keys WHERE id = $1").bind(id).execute(connection).await.map(|_| ())
}
