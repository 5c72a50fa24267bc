//! Audits the tables against a copy of the report: prints the findings, and fails unless there are none.
//!
//! ```text
//! cargo run --example audit -- FILE
//! ```

use std::path::Path;
use std::process::ExitCode;

use yongkang_metrics::audit;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [file] = &arguments[..] else {
        eprintln!("usage: audit FILE\n\nFILE is a copy of the report, as UTF-8 text.");
        return ExitCode::from(2);
    };
    let report = match std::fs::read(file).map(String::from_utf8) {
        Ok(Ok(report)) => report,
        Ok(Err(error)) => {
            let byte = error.utf8_error().valid_up_to();
            eprintln!("{}: byte {byte} is not UTF-8; save the report as UTF-8 text", Path::new(file).display());
            return ExitCode::from(2);
        }
        Err(error) => {
            eprintln!("{}: {error}", Path::new(file).display());
            return ExitCode::from(2);
        }
    };
    let audit = audit(&report);
    println!("{audit}");
    if audit.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
