//! The time as it comes in: an instant, and the calendar day in Asia/Shanghai.

use std::sync::Arc;

use casework::Moment;
use jiff::Timestamp;

/// Where the time comes from: the system's clock, or a test's.
pub type Now = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The system's clock.
#[must_use]
pub fn system_time() -> Now {
    Arc::new(Timestamp::now)
}

/// The moment of an instant, in whole seconds.
pub(crate) fn moment(at: Timestamp) -> Moment {
    Moment { second: at.as_second(), day: service::day_at(at) }
}

/// The moment as the log writes it.
pub(crate) fn written(moment: &Moment) -> String {
    Timestamp::from_second(moment.second).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
}

/// The moment that the log wrote; what it wrote can be read.
pub(crate) fn read(text: &str) -> Moment {
    moment(text.parse().unwrap_or(Timestamp::UNIX_EPOCH))
}
