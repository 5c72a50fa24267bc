//! What the compiler writes.

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

/// What a column holds, from its first bracket on.
fn column(tables: [String; FILES.len()], name: &str) -> String {
    let (_, source) = written(tables).into_iter().find(|(file, _)| *file == "columns.rs").expect("the columns");
    let line = source.lines().find(|line| line.starts_with(&format!("pub static {name}: "))).expect("the column");
    line.split_once(" = ").expect("a value").1.to_owned()
}

#[test]
fn sets_of_more_than_64_rows() {
    let tables = tables("");
    let cells = |row: &str| row.split('\t').map(str::to_owned).collect::<Vec<_>>();
    let rows: Vec<Vec<String>> = tables[4].lines().skip(1).map(cells).collect();
    assert!(rows.len() > 64, "the sets have one word each");
    let mut sections = Vec::new();
    for section in 0..tables[1].lines().count() - 1 {
        let mut set = vec![0u64; rows.len().div_ceil(64)];
        for (number, _) in rows.iter().enumerate().filter(|(_, row)| row[4] == section.to_string()) {
            set[number / 64] |= 1 << (number % 64);
        }
        sections.push(set);
    }
    assert_eq!(column(tables, "BY_SECTION"), format!("{sections:?};"));
}
