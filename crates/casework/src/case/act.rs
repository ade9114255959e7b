//! What can be done in a case, by name: the commands without what they carry.

use schemars::JsonSchema;
use serde::Serialize;

use super::Command;

/// Makes the list of acts, with the name of each as the interfaces spell it.
macro_rules! acts {
    ($($act:ident = $key:literal,)+) => {
        /// One sort of order in a case; what each means stands at the command of the same name.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        #[allow(missing_docs, reason = "the commands of the same names have the texts")]
        pub enum Act {
            $($act,)+
        }

        impl Act {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$act,)+];

            /// Its name, as the interfaces spell it.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$act => $key,)+
                }
            }
        }

        impl Command {
            /// Which sort of order it is.
            #[must_use]
            pub fn act(&self) -> Act {
                match self {
                    $(Self::$act { .. } => Act::$act,)+
                }
            }
        }
    };
}

acts! {
    Open = "open",
    Amend = "amend",
    Attach = "attach",
    Detach = "detach",
    File = "file",
    Resubmit = "resubmit",
    Withdraw = "withdraw",
    AskAgain = "ask-again",
    AnswerAskedAgain = "answer-asked-again",
    Verdict = "verdict",
    Find = "find",
    Forward = "forward",
    Return = "return",
    Refuse = "refuse",
    Publish = "publish",
    Republish = "republish",
    Recalculate = "recalculate",
    CloseNotice = "close-notice",
    Object = "object",
    AnswerObjection = "answer-objection",
    Enlist = "enlist",
    Result = "result",
    FailGate = "fail-gate",
    PutOff = "put-off",
    Charge = "charge",
    Part = "part",
    Confirm = "confirm",
    Lapse = "lapse",
    Remind = "remind",
    Fraud = "fraud",
}
