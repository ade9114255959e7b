//! Every number of logins in one place. Times are in milliseconds.

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The fewest characters of a password, after Unicode normalisation.
pub const SHORTEST_PASSWORD: usize = 12;
/// The most characters of a password, after Unicode normalisation.
pub const LONGEST_PASSWORD: usize = 128;
/// The most bytes of a password as it is sent; more are not even looked at.
pub(crate) const MOST_PASSWORD_BYTES: usize = 2_048;

/// A session that was not used for so long is over.
pub const IDLE: i64 = 30 * MINUTE;
/// A session is over after so long, however much it is used.
pub const ABSOLUTE: i64 = 12 * HOUR;
/// How long a login waits for the code after the password.
pub const CODE_LIFE: i64 = 5 * MINUTE;
/// How long a login waits for a second factor to be set up.
pub const ENROL_LIFE: i64 = 15 * MINUTE;
/// How long after the second factor a vote or a signature needs no other.
pub const FRESH: i64 = 5 * MINUTE;
/// The use of a session is written down at most so often.
pub const NOTED_AFTER: i64 = MINUTE;
/// An invitation is over after so long.
pub const INVITATION_LIFE: i64 = 24 * HOUR;
/// How long a browser that has logged in is known.
pub const KNOWN_BROWSER_LIFE: i64 = 90 * DAY;
/// How many recovery codes there are.
pub const RECOVERY_CODES: usize = 10;
