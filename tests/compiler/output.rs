//! What the compiler writes.

use std::collections::BTreeSet;

use crate::compiler::{self, FILES};
use crate::{OTHER_REPORT, fresh, path, tables};

fn written(tables: [String; FILES.len()]) -> Vec<(&'static str, String)> {
    let files = tables.map(String::into_bytes);
    let Ok(tables) = compiler::compile(&files) else { panic!("the tables are right") };
    compiler::write::files(&tables)
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    assert_eq!(written(tables("")), written(tables("")));
}

#[test]
fn byte_order_marks_and_crlf_are_read_as_if_they_were_not_there() {
    let windows = tables("").map(|text| format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
    assert_eq!(written(windows), written(tables("")));
}

/// `output.txt` holds all of it, to be read.
#[test]
fn the_made_up_report() {
    let files = written(tables(OTHER_REPORT)).into_iter();
    let found: String = files.map(|(name, text)| format!("==> {name} <==\n{text}\n")).collect();
    fresh::hold(path("tests/compiler/output.txt"), &found);
}

/// A file of what is written.
fn file(tables: [String; FILES.len()], name: &str) -> String {
    written(tables).into_iter().find(|(file, _)| *file == name).expect("the file").1
}

#[test]
fn sets_of_more_than_64_rows() {
    let tables = tables("");
    let period = |row: &str| row.split('\t').nth(13).expect("a period").to_owned();
    // As days of ISO 8601 they are sorted as texts.
    let periods: BTreeSet<String> = tables[5].lines().skip(1).map(period).collect();
    let mut sets = vec![[0u64; 2]; periods.len()];
    for (number, row) in tables[5].lines().skip(1).enumerate() {
        let place = periods.iter().position(|other| *other == period(row)).expect("one of them");
        sets[place][number / 64] |= 1 << (number % 64);
    }
    assert!(sets.iter().any(|set| set[1] != 0), "the tables have no more than 64 rows");
    let column = format!("pub static BY_PERIOD: [[u64; 2]; {}] = {sets:?};\n", sets.len());
    assert!(file(tables, "columns.rs").contains(&column), "{column}");
}
