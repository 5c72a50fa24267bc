//! What the compiler writes.

use crate::compiler::{self, FILES};

fn tables() -> [Vec<u8>; FILES.len()] {
    FILES.map(|file| std::fs::read(file).expect("the table is in the package"))
}

fn written(tables: &[Vec<u8>; FILES.len()]) -> Vec<(&'static str, String)> {
    let Ok(tables) = compiler::compile(tables) else { panic!("the tables are right") };
    compiler::write::files(&tables)
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    assert_eq!(written(&tables()), written(&tables()));
}

#[test]
fn byte_order_marks_and_crlf_are_read_as_if_they_were_not_there() {
    let windows = tables().map(|table| {
        let text = String::from_utf8(table).expect("UTF-8");
        format!("\u{FEFF}{}", text.replace('\n', "\r\n")).into_bytes()
    });
    assert_eq!(written(&windows), written(&tables()));
}
