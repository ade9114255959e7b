//! Starting other programs: announced, without standard input, and listened to where their words are counted.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result, anyhow};

/// What a program said, on both streams, and whether it ended well.
pub struct Heard {
    pub succeeded: bool,
    pub text: String,
}

/// Runs a program with its output going where ours goes.
pub fn run(command: &mut Command) -> Result<bool> {
    announce(command);
    let status = command.stdin(Stdio::null()).status().with_context(|| cannot_start(command))?;
    Ok(status.success())
}

/// Runs a program, passes its output on line by line, and keeps it.
pub fn listen(command: &mut Command) -> Result<Heard> {
    announce(command);
    let piped = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().with_context(|| cannot_start(command))?;
    let output = child.stdout.take().context("a started program has no output")?;
    let errors = child.stderr.take().context("a started program has no error output")?;
    let listener = thread::spawn(move || pass_on(errors, std::io::stderr()));
    let mut text = pass_on(output, std::io::stdout());
    text += &listener.join().map_err(|_| anyhow!("reading a program's error output failed"))?;
    let status = child.wait().context("a started program could not be waited for")?;
    Ok(Heard { succeeded: status.success(), text })
}

/// Runs a program silently; `None` when it can't be started or fails.
pub fn ask(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn announce(command: &Command) {
    let words = command.get_args().map(|word| word.to_string_lossy());
    let words: Vec<_> = std::iter::once(program(command)).chain(words).collect();
    println!("$ {}", words.join(" "));
}

fn cannot_start(command: &Command) -> String {
    format!("{} could not be started", program(command))
}

/// The program's name without its folder.
fn program(command: &Command) -> Cow<'_, str> {
    let path = Path::new(command.get_program());
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()
}

fn pass_on(source: impl Read, mut target: impl Write) -> String {
    let mut source = BufReader::new(source);
    let mut heard = String::new();
    let mut line = Vec::new();
    while source.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
        // What can't be shown (a closed pipe) is still counted.
        let _ = target.write_all(&line).and_then(|()| target.flush());
        heard += &String::from_utf8_lossy(&line);
        line.clear();
    }
    heard
}
