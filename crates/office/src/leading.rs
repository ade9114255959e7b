//! What one node does for all: the clock's orders, and messages on their way out.

use std::future::Future;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value;

use crate::clockwork::Ticked;
use crate::error::OfficeError;
use crate::office::Office;

/// How often the leader looks what is due.
pub const ROUND: Duration = Duration::from_secs(3);
/// How long a node that was killed still counts as the leader.
const LEASE: Duration = Duration::from_secs(9);
/// How long a message that was taken for delivery is given to nobody else.
const IN_HAND: Duration = Duration::from_secs(60);
/// How long a message that could not be delivered waits, for each attempt, at most an hour.
const WAIT: Duration = Duration::from_secs(30);
/// The most messages of one round.
const MOST_AT_ONCE: u32 = 100;

/// A message on its way out.
#[derive(Clone, PartialEq, Debug)]
pub struct OutgoingMessage {
    /// By which the recipient tells a repetition.
    pub id: String,
    /// An organisation, or an applicant's account.
    pub recipient: String,
    /// What it is about; no personal data.
    pub body: Value,
}

/// Brings messages to their recipients.
pub trait Delivery: Send + Sync {
    /// Delivers a message; it may come again.
    ///
    /// # Errors
    /// Why it could not be delivered; it is tried again later.
    fn deliver(&self, message: &OutgoingMessage) -> impl Future<Output = Result<(), String>> + Send;
}

/// Writes messages to the program's log and nowhere else.
#[derive(Clone, Copy, Debug, Default)]
pub struct ToTheLog;

impl Delivery for ToTheLog {
    async fn deliver(&self, message: &OutgoingMessage) -> Result<(), String> {
        tracing::info!(id = message.id, recipient = message.recipient, body = %message.body, "message");
        Ok(())
    }
}

/// What one round of the leader did.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Attended {
    /// Whether this node leads; where it does not, nothing was done.
    pub leads: bool,
    /// What the clock brought.
    pub ticked: Ticked,
    /// Messages delivered.
    pub delivered: usize,
    /// Messages that wait for another attempt.
    pub undelivered: usize,
}

impl Office {
    /// One round, where this node leads: the clock's orders, then the outbox.
    ///
    /// # Errors
    /// The store cannot be reached; what was done stays done.
    pub async fn attend(&self, node: &str, delivery: &impl Delivery) -> Result<Attended, OfficeError> {
        let mut attended = Attended { leads: self.store.lead(node, LEASE).await?, ..Attended::default() };
        if !attended.leads {
            return Ok(attended);
        }
        attended.ticked = self.tick().await?;
        self.sweep_logins().await?;
        for message in self.store.take_messages((self.now)(), MOST_AT_ONCE, IN_HAND).await? {
            let outgoing = OutgoingMessage { id: message.id, recipient: message.recipient, body: message.body };
            match delivery.deliver(&outgoing).await {
                Ok(()) => {
                    self.store.delivered(&outgoing.id, (self.now)()).await?;
                    attended.delivered += 1;
                }
                Err(why) => {
                    tracing::warn!(id = outgoing.id, why, "a message could not be delivered; it is tried again");
                    self.store.failed(&outgoing.id, later((self.now)(), message.attempt)).await?;
                    attended.undelivered += 1;
                }
            }
        }
        Ok(attended)
    }

    /// Attends round after round until `stop` comes, then gives the lead back. What fails goes to the log and is tried again.
    pub async fn attend_until(&self, node: &str, delivery: &impl Delivery, stop: impl Future<Output = ()>) {
        let mut stop = std::pin::pin!(stop);
        let mut unreadable = Vec::new();
        loop {
            match self.attend(node, delivery).await {
                Ok(attended) if attended.ticked.unreadable != unreadable => {
                    unreadable = attended.ticked.unreadable;
                    for case in &unreadable {
                        tracing::error!(case, "a case cannot be read; the clock passes it over until it is mended");
                    }
                }
                Ok(_) => {}
                Err(error) => tracing::warn!(%error, "the clock and the outbox wait"),
            }
            tokio::select! {
                () = &mut stop => break,
                () = tokio::time::sleep(ROUND) => {}
            }
        }
        if let Err(error) = self.store.stop_leading(node).await {
            tracing::warn!(%error, "the lead was not given back; it ends with its lease");
        }
    }
}

/// When a message is tried again.
fn later(now: Timestamp, attempt: u64) -> Timestamp {
    let seconds = WAIT.as_secs().saturating_mul(attempt.max(1)).min(3600);
    now.checked_add(Duration::from_secs(seconds)).unwrap_or(now)
}
