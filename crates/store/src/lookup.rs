//! What a group of units has to know of the database before it can be decided: two questions for all of them together.

use std::collections::{HashMap, HashSet};

use sqlx::{Any, AnyConnection, AssertSqlSafe, Row as _};

use crate::tables::marks;
use crate::unit::{IdempotencyKey, Ready};
use crate::urn::{self, UrnState};
use crate::values;

/// The most units that one question asks for.
const TOGETHER: usize = 256;

/// What is known of the database, and of the units of the group that were accepted.
#[derive(Default)]
pub(crate) struct Known {
    /// By actor and key: the digest of the request and its answer.
    pub answers: HashMap<(String, String), (String, String)>,
    /// The version of each stream; none has 0.
    pub versions: HashMap<String, u64>,
    /// Messages and personal documents whose ids are taken, where that was asked for.
    pub messages: HashSet<String>,
    pub personal: HashSet<String>,
    /// The urns that are opened or closed, as they stand; none that there isn't.
    pub urns: HashMap<String, UrnState>,
}

/// Asks for everything that the units depend on. Ids that have to be new are hardly ever taken: `careful` looks for them, otherwise the
/// database's own constraint notices, and the units are tried once more with care.
pub(crate) async fn look_up(connection: &mut AnyConnection, units: &[Ready], careful: bool) -> sqlx::Result<Known> {
    let mut known = Known::default();
    let keys: Vec<_> = units.iter().filter_map(|ready| ready.unit.key.as_ref()).collect();
    let streams: HashSet<_> = units.iter().flat_map(|ready| &ready.unit.appends).map(|one| &*one.stream).collect();
    let streams: Vec<_> = streams.into_iter().collect();
    for at in (0..keys.len().max(streams.len())).step_by(TOGETHER) {
        let part = |length: usize| at.min(length)..(at + TOGETHER).min(length);
        let keys = keys.get(part(keys.len())).unwrap_or_default();
        let streams = streams.get(part(streams.len())).unwrap_or_default();
        keys_and_versions(connection, keys, streams, &mut known).await?;
    }
    for change in units.iter().filter_map(|ready| ready.unit.urn.as_ref()) {
        if let Some(state) = urn::lock(connection, change.urn()).await? {
            known.urns.insert(change.urn().to_owned(), state);
        }
    }
    if careful {
        for message in units.iter().flat_map(|ready| &ready.unit.messages) {
            if is_there(connection, "SELECT 1 FROM outbox WHERE id = $1", &message.id).await? {
                known.messages.insert(message.id.clone());
            }
        }
        for document in units.iter().flat_map(|ready| &ready.unit.personal) {
            if is_there(connection, "SELECT 1 FROM personal WHERE id = $1", &document.id).await? {
                known.personal.insert(document.id.clone());
            }
        }
    }
    Ok(known)
}

/// One question for both. Lists are filled up to a power of two, so that there are few statements to prepare.
async fn keys_and_versions(
    connection: &mut AnyConnection,
    keys: &[&IdempotencyKey],
    streams: &[&str],
    known: &mut Known,
) -> sqlx::Result<()> {
    let size = keys.len().max(streams.len()).next_power_of_two();
    // Each thing asked for is looked up in an index by itself; a list in `IN` would leave that to the planner's guess.
    let sql = format!(
        "SELECT actor, key, digest, answer, 0 FROM (VALUES {}) AS asked \
         JOIN request_keys ON actor = column1 AND key = column2 UNION ALL \
         SELECT '', column1, '', '', (SELECT coalesce(max(version), 0) FROM log WHERE stream = column1) \
         FROM (VALUES {}) AS asked",
        marks(0, size, 2),
        marks(2 * size, size, 1)
    );
    let mut query = sqlx::query::<Any>(AssertSqlSafe(sql));
    for index in 0..size {
        // Nobody has an empty name, so what only fills up finds nothing.
        let (actor, key) = keys.get(index).map_or(("", ""), |key| (&*key.actor, &*key.key));
        query = query.bind(actor).bind(key);
    }
    for index in 0..size {
        query = query.bind(streams.get(index).copied().unwrap_or_default());
    }
    for row in query.fetch_all(connection).await? {
        let actor: String = row.try_get(0)?;
        if actor.is_empty() {
            known.versions.insert(row.try_get(1)?, values::number(&row, 4)?);
        } else {
            known.answers.insert((actor, row.try_get(1)?), (row.try_get(2)?, row.try_get(3)?));
        }
    }
    Ok(())
}

async fn is_there(connection: &mut AnyConnection, query: &'static str, id: &str) -> sqlx::Result<bool> {
    Ok(sqlx::query(query).bind(id).fetch_optional(connection).await?.is_some())
}
