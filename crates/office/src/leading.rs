//! What one node does for all: the clock's orders, and messages on their way out.

use std::future::Future;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use jiff::Timestamp;
use model::Day;

use crate::clockwork::Ticked;
use crate::delivery::{Delivery, OutgoingMessage};
use crate::error::OfficeError;
use crate::office::Office;

/// How often a node looks whether it leads, and what is due.
pub const ROUND: Duration = Duration::from_secs(2);
/// How often the leader looks for what the passing of days brings, where no new day has begun: it goes through every running notice.
const CLOCK: Duration = Duration::from_secs(60);
/// How long a node that was killed still counts as the leader. With the round it bounds how long nobody leads.
const LEASE: Duration = Duration::from_secs(6);
/// How long a recipient may take for a message.
const PATIENCE: Duration = Duration::from_secs(4);
/// How long a message that was taken for delivery is given to nobody else: longer than delivering it may take.
const IN_HAND: Duration = Duration::from_secs(8);
/// How long a message that could not be delivered waits, for each attempt, at most an hour.
const WAIT: Duration = Duration::from_secs(30);
/// The most messages that are under way at once, each to another recipient.
const MOST_AT_ONCE: u32 = 32;
/// How long a round goes on taking messages: then the clock has its turn again, and who is told to stop does.
const LONGEST: Duration = Duration::from_secs(5);

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
        self.attend_once(node, delivery, true).await
    }

    /// A round with or without the clock's part.
    async fn attend_once(&self, node: &str, delivery: &impl Delivery, clock: bool) -> Result<Attended, OfficeError> {
        let mut attended = Attended { leads: self.store.lead(node, LEASE).await?, ..Attended::default() };
        if !attended.leads {
            return Ok(attended);
        }
        if clock {
            attended.ticked = self.tick().await?;
            self.sweep_logins().await?;
        }
        let start = Instant::now();
        while start.elapsed() < LONGEST {
            // Orders and deliveries take their time: who lost the lead meanwhile takes no message.
            if !self.store.lead(node, LEASE).await? {
                break;
            }
            let messages = self.store.take_messages((self.now)(), MOST_AT_ONCE, IN_HAND).await?;
            if messages.is_empty() {
                break;
            }
            // Of each recipient there is one, so that none overtakes another.
            for delivered in join_all(messages.into_iter().map(|message| self.hand_over(message, delivery))).await {
                let delivered = delivered?;
                attended.delivered += usize::from(delivered);
                attended.undelivered += usize::from(!delivered);
            }
        }
        Ok(attended)
    }

    /// Delivers one message and reports what has become of it.
    async fn hand_over(&self, message: store::Delivery, delivery: &impl Delivery) -> Result<bool, OfficeError> {
        let outgoing = OutgoingMessage { id: message.id, recipient: message.recipient, body: message.body };
        let delivered = tokio::time::timeout(PATIENCE, delivery.deliver(&outgoing)).await;
        match delivered.unwrap_or_else(|_| Err(format!("no answer within {} seconds", PATIENCE.as_secs()))) {
            Ok(()) => {
                self.store.delivered(&outgoing.id, (self.now)()).await?;
                Ok(true)
            }
            Err(why) => {
                tracing::warn!(id = outgoing.id, why, "a message could not be delivered; it is tried again");
                self.store.failed(&outgoing.id, later((self.now)(), message.attempt)).await?;
                Ok(false)
            }
        }
    }

    /// Attends round after round until `stop` comes, then gives the lead back. What fails goes to the log and is tried again.
    pub async fn attend_until(&self, node: &str, delivery: &impl Delivery, stop: impl Future<Output = ()>) {
        let mut stop = std::pin::pin!(stop);
        let mut unreadable = Vec::new();
        let mut ticked: Option<(Day, Instant)> = None;
        loop {
            let (today, now) = (self.moment().day, Instant::now());
            let clock = ticked.is_none_or(|(day, at)| day != today || now.duration_since(at) >= CLOCK);
            match self.attend_once(node, delivery, clock).await {
                Ok(attended) if attended.leads && clock => {
                    ticked = Some((today, now));
                    if attended.ticked.unreadable != unreadable {
                        unreadable = attended.ticked.unreadable;
                        for case in &unreadable {
                            tracing::error!(case, "a case cannot be read; the clock passes it over until it is mended");
                        }
                    }
                }
                Ok(attended) if !attended.leads => ticked = None,
                Ok(_) => {}
                Err(error) => {
                    ticked = None;
                    tracing::warn!(%error, "the clock and the outbox wait");
                }
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
