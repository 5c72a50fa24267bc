//! How the examples write, and how they end: quietly where a reader leaves early, with one line and status 2 where a disk is full.

use std::error::Error;
use std::fmt::Display;
use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

/// Prints what a program writes, or how it is used. Its error ends it, after what was written before.
#[allow(dead_code, reason = "not every example ends so")]
pub fn run(usage: &str, program: impl FnOnce(&mut String) -> Result<(), Box<dyn Error>>) -> ExitCode {
    if let Some(status) = help(usage) {
        return status;
    }
    let mut text = String::new();
    let result = program(&mut text);
    match print(&text, ExitCode::SUCCESS) {
        Ok(status) => result.map_or_else(fail, |()| status),
        Err(error) => fail(error),
    }
}

/// Prints how a program is used, where `--help` is among its arguments, and ends it.
#[allow(dead_code, reason = "not every example has it from here")]
pub fn help(usage: &str) -> Option<ExitCode> {
    let is_asked = std::env::args_os().skip(1).any(|argument| argument == "--help" || argument == "-h");
    is_asked.then(|| print(usage, ExitCode::SUCCESS).unwrap_or_else(fail))
}

/// Prints a text, and gives the status unless it could not be written. Who closes the pipe has read enough.
pub fn print(text: &str, status: ExitCode) -> Result<ExitCode, String> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(status),
    }
}

/// Says in a line why there is no answer.
pub fn fail(error: impl Display) -> ExitCode {
    complain(format_args!("error: {error}"));
    ExitCode::from(2)
}

/// Writes to standard error, if there is one.
pub fn complain(text: impl Display) {
    let _ = writeln!(io::stderr(), "{text}");
}
