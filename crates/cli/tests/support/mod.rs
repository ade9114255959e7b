//! Runs the built command as a person would.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code, reason = "tests")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// The folder of the whole project.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What the command answered.
pub struct Answered {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// Runs `guantong` in the project's folder with the given standard input.
pub fn guantong(arguments: &[&str], input: &str) -> Answered {
    let mut child = Command::new(env!("CARGO_BIN_EXE_guantong"))
        .args(arguments)
        .current_dir(root())
        .env_remove("GUANTONG_LANG")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The command may refuse before it has read everything.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    Answered {
        status: status.code().expect("the command ended by itself"),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}
