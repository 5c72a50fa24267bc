//! Audits the tables against a copy of the report: prints the findings, and fails unless there are none.
//!
//! ```text
//! cargo run --features audit --example audit -- FILE
//! ```
//!
//! Status: 0 if all is proved, 1 if something does not agree, 2 if there is nothing to hold the tables against.

#[path = "output/mod.rs"]
mod output;

use std::path::Path;
use std::process::ExitCode;

use yongkang_metrics::{Audit, DATASET, Metric, Source, Subject, audit};

const USAGE: &str = "\
usage: audit FILE

Holds the tables against FILE, a copy of the report as UTF-8 text.

Status: 0 if all is proved, 1 if something does not agree, 2 if there is nothing
to hold the tables against.
";

fn main() -> ExitCode {
    if let Some(status) = output::help(USAGE) {
        return status;
    }
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [file] = &arguments[..] else {
        return output::fail("expected a file: audit FILE");
    };
    let file = Path::new(file).display();
    let report = match std::fs::read(Path::new(&arguments[0])).map(String::from_utf8) {
        Ok(Ok(report)) => report,
        Ok(Err(error)) => {
            let byte = error.utf8_error().valid_up_to();
            return output::fail(format_args!("{file}: byte {byte} is not UTF-8; save the report as UTF-8 text"));
        }
        Err(error) => return output::fail(format_args!("{file}: {error}")),
    };
    let audit = audit(&report);
    let rows = Metric::ALL.len() + DATASET.exclusions.len();
    let wrong = wrong_rows(&audit);
    // Of another version of the report most rows still stand; of another text next to none do.
    if audit.source == Source::Different && wrong * 10 > rows * 9 {
        return output::fail(format_args!(
            "{file}: not the report: of {rows} figures and exclusions {} stand where the tables say; \
             expected {}, {} characters, SHA-256 {}",
            rows - wrong,
            DATASET.source,
            DATASET.source_chars,
            DATASET.source_sha256
        ));
    }
    let status = if audit.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    output::print(&format!("{audit}\n"), status).unwrap_or_else(output::fail)
}

/// How many rows of the tables do not stand in the text.
fn wrong_rows(audit: &Audit) -> usize {
    let subjects = audit.findings.iter().map(|finding| finding.subject);
    let mut rows: Vec<Subject> =
        subjects.filter(|it| matches!(it, Subject::Metric(_) | Subject::Exclusion(_))).collect();
    rows.dedup();
    rows.len()
}
