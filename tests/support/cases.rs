//! Cases in a file: each breaks the tables of the made-up report, and the file holds what is told of it.
//!
//! A case there is a heading, replacements in the tables, and what is told: nothing where the heading says that it is right. `|` stands for
//! a tab, `\n` for a line break, `\u{…}` for a character. Where something else is told the test says so, or writes the file anew.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::compiler::FILES;
use crate::fresh;

/// A file of the crate, which is the package of these tests or stands above it.
pub fn path(file: &str) -> PathBuf {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders.find(|folder| folder.join("build.rs").is_file()).expect("the folder of the crate").join(file)
}

/// The tables in this folder of the crate, in the order of `FILES`.
pub fn tables(folder: &str) -> [String; FILES.len()] {
    FILES.map(|file| fs::read_to_string(path(folder).join(file)).expect("a table"))
}

/// The tables of the made-up report.
pub const OTHER_REPORT: &str = "tests/other_report";

/// Holds the cases of a file against what is told of the tables that they break.
#[track_caller]
pub fn hold(file: &str, told: impl Fn(&[Vec<u8>; FILES.len()]) -> Vec<String>) {
    let cases = fs::read_to_string(path(file)).expect("the cases");
    let mut found = String::new();
    for case in cases.trim_end().split("\n\n") {
        let asked = case.lines().take_while(|line| line.starts_with("# ") || line.contains(" -> "));
        let asked: Vec<&str> = asked.collect();
        let replacements = asked.iter().filter(|line| !line.starts_with("# "));
        let told = told(&broken(replacements).map(String::into_bytes));
        assert_eq!(told.is_empty(), asked[0].starts_with("# Right: "), "{asked:?}: {told:#?}");
        let told: String = told.iter().map(|line| format!("{line}\n")).collect();
        let _ = writeln!(found, "{}\n{told}", asked.join("\n"));
    }
    fresh::hold(path(file), &(found.trim_end().to_owned() + "\n"));
}

/// The tables after these replacements, each `table: from -> to`.
fn broken<'a>(replacements: impl Iterator<Item = &'a &'a str>) -> [String; FILES.len()] {
    let mut tables = tables(OTHER_REPORT);
    for line in replacements {
        let (table, replacement) = line.split_once(": ").expect("the table");
        let (from, to) = replacement.split_once(" -> ").expect("from and to");
        let number = FILES.iter().position(|file| *file == format!("data/{table}.tsv")).expect("a table");
        let from = unescaped(from);
        assert_eq!(tables[number].matches(&from).count(), 1, "`{from}` must stand once in {table}");
        tables[number] = tables[number].replacen(&from, &unescaped(to), 1);
    }
    tables
}

fn unescaped(text: &str) -> String {
    let mut text = text.replace('|', "\t").replace("\\n", "\n").replace("\\r", "\r");
    while let Some((before, rest)) = text.split_once("\\u{") {
        let (code, after) = rest.split_once('}').expect("the end of the code");
        let c = u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a code point");
        text = format!("{before}{c}{after}");
    }
    text
}
