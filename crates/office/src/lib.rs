//! Use cases of casework: the place where the rules, the procedures and the store meet. The command line and the API call it.
//!
//! An order comes in as data with the account that gives it; the state is read from the log, the rules are asked, the pure
//! functions of `casework` decide, and the events, the worklist's row and the messages are committed as one unit.

mod account;
mod ahead;
mod archive;
mod case;
mod clockwork;
mod committee;
mod delivery;
mod documents;
mod error;
mod evaluate;
mod filed;
mod history;
mod leading;
mod listing;
mod login;
mod moment;
mod notices;
mod objector;
mod office;
mod once;
mod order;
mod past;
mod register;
mod replay;
mod round;
mod rules;
mod sentence;
mod session;
mod texts;
mod uploads;
mod view;

pub use account::Caller;
pub use ahead::{Ahead, Openings};
pub use case::{Answered, CaseShown, OpenOrder, differences};
pub use clockwork::Ticked;
pub use delivery::{Delivery, OutgoingMessage, ToAFile, ToTheLog};
pub use error::OfficeError;
pub use filed::{CommitteeShown, ListedFiling, ListedFilings, PageWanted, RoundShown};
pub use leading::{Attended, ROUND};
pub use listing::{Listed, ListedCase, ListedOrganisations, MOST_LISTED, STATES, Wanted};
pub use login::{
    Accepted, Approach, Changed, Confirmed, Enrolment, Entered, FactorTaken, MOST_PARKED_BYTES, PARKED_FOR,
    SessionShown, Visitor, fresh_token,
};
pub use moment::{Now, system_time};
pub use notices::{ListedRounds, PublicNotice, PublicNotices};
pub use office::{Office, OfficePlace};
pub use once::KEY_DAYS;
pub use order::{CaseOrder, FaultNamed, To};
pub use past::{Entry, History};
pub use register::RegisterOrder;
pub use replay::{Replayed, ReplayedDecision};
pub use sentence::{Said, outcome_name, status_name, status_word, target_name};
pub use session::{
    AgendaCaseShown, Arranging, BlindlySigned, CastOrder, ConveneOrder, OpinionShown, SeatShown, SessionView,
    SignatureOrder, Taken, ToReview, VoteShown,
};
pub use texts::LONGEST_TEXT;
pub use uploads::{MOST_AT_ONCE, Part, Upload, Wanting};
pub use view::EVIDENCE;
