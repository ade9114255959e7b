//! The demo's own clock: it is set to a day, and goes on a little with everything that is done.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use model::Day;
use office::Now;

/// Nine o'clock in Shanghai, in seconds after midnight of UTC.
const NINE: i64 = 3_600;
const SECONDS_OF_A_DAY: i64 = 86_400;
/// How many seconds anything takes.
const ONE_ORDER: i64 = 25;

/// A clock that others can read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clock(Arc<AtomicI64>);

impl Clock {
    /// The clock as an office reads it.
    pub fn now(&self) -> Now {
        let second = Arc::clone(&self.0);
        Arc::new(move || Timestamp::from_second(second.load(Ordering::Relaxed)).unwrap_or(Timestamp::UNIX_EPOCH))
    }

    /// Nine in the morning of a day.
    pub fn morning_of(&self, day: Day) {
        let days = Day::new(1970, 1, 1).map_or(0, |first| day.days_since(first));
        self.0.store(i64::from(days) * SECONDS_OF_A_DAY + NINE, Ordering::Relaxed);
    }

    /// A moment.
    pub fn set(&self, at: Timestamp) {
        self.0.store(at.as_second(), Ordering::Relaxed);
    }

    /// Something was done.
    pub fn pass(&self) {
        self.0.fetch_add(ONE_ORDER, Ordering::Relaxed);
    }
}
