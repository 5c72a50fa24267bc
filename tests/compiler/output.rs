//! What the compiler writes.

use crate::compiler::{self, FILES};
use crate::tables;

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
