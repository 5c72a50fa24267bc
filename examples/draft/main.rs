//! Drafts the tables of a report that nobody has curated: what a text tells by its form, for a person to fill, to correct and to enter
//! again. `data/README.md` tells how to go on from there.
//!
//! ```text
//! cargo run --all-features --example draft -- report.txt --out folder
//! cargo run --all-features --example draft -- report.txt --period 2016/2020 --out folder
//! cargo run --all-features --example draft -- report.txt --spans > spans.jsonl
//! ```
//!
//! With `--spans` it prints a line of JSON for each row of metrics and exclusions, as tools for annotation read them; places are in
//! characters.

extern crate alloc;

/// Leaves out what only the library needs of the files that it shares.
macro_rules! library {
    ($($item:tt)*) => {};
}

// The names and the order of the columns are those of the compiler that reads them.
#[allow(dead_code, reason = "the build script uses the rest")]
#[path = "../../src/compiler/mod.rs"]
mod compiler;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/model/mod.rs"]
mod model;
#[path = "../output/mod.rs"]
mod output;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/printer.rs"]
mod printer;
mod rows;
#[path = "../../src/sha256.rs"]
mod sha256;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/text.rs"]
mod text;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/unknown.rs"]
mod unknown;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/vocabulary.rs"]
mod vocabulary;

use std::error::Error;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use compiler::FILES;
use compiler::rows::{
    AggregateFields, ExclusionFields, KeyFields, MetricFields, PairFields, SectionFields, TermFields, UnitFields,
};
use compiler::table::Fields;
use lexopt::{Arg, ValueExt as _};
use rows::{Draft, Row, cell};
use serde_json::json;
use yongkang_metrics::Period;

const USAGE: &str = "\
usage: draft FILE [--period PERIOD] --out FOLDER
       draft FILE --spans

FILE is a report, as UTF-8 text. PERIOD is 2020 or 2016/2020: the years that it is about, if not the one that it prints most.";

/// What the options ask for.
struct Asked {
    file: PathBuf,
    period: Option<Period>,
    /// For the tables; none for spans.
    out: Option<PathBuf>,
}

fn main() -> ExitCode {
    run().unwrap_or_else(output::fail)
}

fn run() -> Result<ExitCode, Box<dyn Error>> {
    let Some(Asked { file, period, out }) = arguments().map_err(|error| format!("{error}\n{USAGE}"))? else {
        return Ok(output::print(&format!("{USAGE}\n"), ExitCode::SUCCESS)?);
    };
    let name = file.display();
    let bytes = fs::read(&file).map_err(|error| format!("{name}: {error}"))?;
    let report = String::from_utf8(bytes).map_err(|_| format!("{name}: not UTF-8; save the report as UTF-8 text"))?;
    let report = text::plain(&report);
    output::complain(format_args!("{name}: {} characters", report.chars().count()));
    let draft = Draft::of(&report, period);
    let Some(folder) = out else { return Ok(output::print(&spans(&draft), ExitCode::SUCCESS)?) };
    write(&folder, &tables(&draft))?;
    output::complain(summary(&draft, &folder));
    Ok(ExitCode::SUCCESS)
}

/// Nothing where help is asked for.
fn arguments() -> Result<Option<Asked>, lexopt::Error> {
    let (mut parser, mut file, mut period) = (lexopt::Parser::from_env(), None, None);
    let (mut out, mut spans) = (None, false);
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("help") => return Ok(None),
            Arg::Long("out") => out = Some(parser.value()?.into()),
            Arg::Long("period") => period = Some(parser.value()?.parse()?),
            Arg::Long("spans") => spans = true,
            Arg::Value(value) if file.is_none() => file = Some(value.into()),
            other => return Err(other.unexpected()),
        }
    }
    match file {
        Some(file) if spans != out.is_some() => Ok(Some(Asked { file, period, out })),
        _ => Err("expected a file, and either --out or --spans".into()),
    }
}

/// Writes the tables, all or none: what stands there may be a person's work.
fn write(folder: &Path, tables: &[String; FILES.len()]) -> Result<(), String> {
    let paths = FILES.map(|file| folder.join(Path::new(file).file_name().unwrap_or_default()));
    if let Some(path) = paths.iter().find(|path| path.exists()) {
        return Err(format!("{} is there; expected a folder without it, as nothing is overwritten", path.display()));
    }
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (path, table) in paths.iter().zip(tables) {
        let written = File::create_new(path).and_then(|mut file| file.write_all(table.as_bytes()));
        written.map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// The tables, in the order of `FILES`. What is a category, what adds up and what overlaps no form of a text tells.
fn tables(draft: &Draft<'_>) -> [String; FILES.len()] {
    [
        table::<KeyFields<'_>>(&draft.report()),
        table::<SectionFields<'_>>(&draft.sections),
        table::<TermFields<'_>>(&[]),
        table::<UnitFields<'_>>(&draft.units()),
        table::<AggregateFields<'_>>(&[]),
        table::<MetricFields<'_>>(&draft.metrics),
        table::<PairFields<'_>>(&[]),
        table::<ExclusionFields<'_>>(&draft.exclusions()),
    ]
}

/// A table of these rows; a cell that they do not have is empty.
fn table<'a, F: Fields<'a>>(rows: &[Row]) -> String {
    let unknown = rows.iter().flatten().find(|(name, _)| !F::COLUMNS.contains(name));
    assert!(unknown.is_none(), "{unknown:?} is none of {:?}", F::COLUMNS);
    let line = |row: &Row| F::COLUMNS.iter().map(|name| cell(row, name)).collect::<Vec<_>>().join("\t") + "\n";
    F::COLUMNS.join("\t") + "\n" + &rows.iter().map(line).collect::<String>()
}

/// A line for each row of metrics and exclusions, in report order.
fn spans(draft: &Draft<'_>) -> String {
    let span = |row: &Row, label: &str, text: &str| {
        let start: usize = cell(row, "source_start").parse().unwrap_or_default();
        (start, json!({"start": start, "end": start + text.chars().count(), "label": label, "text": text}))
    };
    let metrics = draft.metrics.iter().map(|row| span(row, "metric", cell(row, "obs_text")));
    let exclusions = draft.exclusions();
    let exclusions = exclusions.iter().map(|row| span(row, cell(row, "reason"), cell(row, "text")));
    let mut spans: Vec<_> = metrics.chain(exclusions).collect();
    spans.sort_by_key(|(start, _)| *start);
    spans.iter().map(|(_, span)| format!("{span}\n")).collect()
}

/// What was drafted, and what is to do.
fn summary(draft: &Draft<'_>, folder: &Path) -> String {
    let with = |column| draft.metrics.iter().filter(|row| !cell(row, column).is_empty()).count();
    let (titles, kinds, levels) = (with("title_zh"), with("stat_type"), with("admin_level"));
    let [sections, metrics, exclusions] = [&draft.sections, &draft.metrics, &draft.exclusions()].map(Vec::len);
    format!(
        "{sections} sections, {metrics} metrics ({titles} with a proposed title, {kinds} with a kind, {levels} with a level), \
         {} units, {exclusions} exclusions\n\
         Every value is for you to enter, and every other cell to be held against the text. To see what is still to fill:\n  \
         YONGKANG_DATA={} cargo check",
        draft.units().len(),
        folder.display()
    )
}
