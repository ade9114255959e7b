//! The task that writes: it gathers the units that wait and commits them together in one durable transaction.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use crate::apply::{self, Group};
use crate::error::StoreError;
use crate::lookup;
use crate::place::{Database, PATIENCE};
use crate::unit::{Committed, Ready};

/// The most units that share a transaction. More wait for the next one.
pub const MOST_TOGETHER: usize = 256;

type Answer = Result<Committed, StoreError>;

/// A unit and who waits for it.
pub(crate) struct Waiting {
    ready: Ready,
    answer: oneshot::Sender<Answer>,
}

/// The way to the writer's task, which ends when the last of these is dropped.
#[derive(Clone)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Waiting>,
}

impl Writer {
    /// Starts the task.
    pub fn start(database: Arc<Database>) -> Self {
        let (queue, waiting) = mpsc::channel(MOST_TOGETHER);
        tokio::spawn(write(database, waiting));
        Self { queue }
    }

    /// Hands a unit over and waits until it is durable, or refused. Who stops waiting doesn't undo it.
    pub async fn commit(&self, ready: Ready, place: &str) -> Answer {
        let (answer, heard) = oneshot::channel();
        let ended = || StoreError::Unavailable { place: place.to_owned(), reason: "the store is closing".to_owned() };
        self.queue.send(Waiting { ready, answer }).await.map_err(|_| ended())?;
        heard.await.map_err(|_| ended())?
    }
}

async fn write(database: Arc<Database>, mut waiting: mpsc::Receiver<Waiting>) {
    let mut batch = Vec::new();
    while waiting.recv_many(&mut batch, MOST_TOGETHER).await > 0 {
        let (units, askers): (Vec<_>, Vec<_>) = batch.drain(..).map(|one| (one.ready, one.answer)).unzip();
        let answers = commit(&database, &units).await;
        for (asker, answer) in askers.into_iter().zip(answers) {
            // Whoever has stopped waiting needs no answer.
            let _ = asker.send(answer);
        }
    }
}

/// Commits the units together. When a statement fails, each is tried alone and with care, so that only the one that causes it suffers, and
/// is told why.
async fn commit(database: &Database, units: &[Ready]) -> Vec<Answer> {
    match together(database, units, false).await {
        Ok(answers) => answers,
        Err(StoreError::Database { .. }) => {
            let mut answers = Vec::with_capacity(units.len());
            for unit in units {
                let alone = together(database, std::slice::from_ref(unit), true).await;
                answers.push(alone.and_then(|mut answers| answers.pop().unwrap_or_else(|| Err(nothing(database)))));
            }
            answers
        }
        Err(error) => units.iter().map(|_| Err(error.clone())).collect(),
    }
}

fn nothing(database: &Database) -> StoreError {
    StoreError::Database { place: database.place.clone(), what: "a unit was left without an answer".to_owned() }
}

/// A server that falls silent counts as away after a while. A slow local disk is waited for.
async fn together(database: &Database, units: &[Ready], careful: bool) -> Result<Vec<Answer>, StoreError> {
    if database.is_sqlite() {
        return transaction(database, units, careful).await;
    }
    let done = tokio::time::timeout(PATIENCE * 3, transaction(database, units, careful)).await;
    done.unwrap_or_else(|_| Err(database.silent()))
}

/// One transaction; the answers are good once it is durable.
async fn transaction(database: &Database, units: &[Ready], careful: bool) -> Result<Vec<Answer>, StoreError> {
    let fault = |error: sqlx::Error| database.fault(&error);
    let mut session = database.begin().await?;
    let head = apply::lock_head(&mut session).await.map_err(fault)?;
    let known = lookup::look_up(&mut session, units, careful).await.map_err(fault)?;
    let mut group = Group::new(head, known);
    let answers: Vec<_> = units.iter().map(|unit| group.decide(unit)).collect();
    if answers.iter().any(|answer| matches!(answer, Ok(Committed::Applied { .. }))) {
        group.write(&mut session).await.map_err(fault)?;
        session.commit().await.map_err(fault)?;
    } else {
        session.rollback().await.map_err(fault)?;
    }
    Ok(answers)
}

#[cfg(test)]
#[path = "writer_tests.rs"]
mod tests;
