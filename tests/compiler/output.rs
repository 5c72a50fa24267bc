//! What the compiler writes.

use crate::compiler;
use crate::hash::hash;

fn tables() -> (Vec<u8>, Vec<u8>) {
    let read = |file: &str| {
        std::fs::read(format!("{}/data/{file}", env!("CARGO_MANIFEST_DIR"))).expect("the table is in the package")
    };
    (read("metrics.tsv"), read("exclusions.tsv"))
}

fn written(metrics: &[u8], exclusions: &[u8]) -> Vec<compiler::write::File> {
    let tables = compiler::check(metrics, exclusions).expect("the tables are right");
    compiler::write::files(&tables)
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let (metrics, exclusions) = tables();
    assert_eq!(written(&metrics, &exclusions), written(&metrics, &exclusions));
}

#[test]
fn byte_order_marks_and_crlf_are_read_as_if_they_were_not_there() {
    let (metrics, exclusions) = tables();
    let windows = |table: &[u8]| {
        let text = String::from_utf8(table.to_vec()).expect("UTF-8");
        format!("\u{FEFF}{}", text.replace('\n', "\r\n")).into_bytes()
    };
    assert_eq!(written(&windows(&metrics), &windows(&exclusions)), written(&metrics, &exclusions));
}

#[test]
fn ids_that_are_alike_are_spread_over_the_slots() {
    const IDS: usize = 10_000;
    let mut taken = vec![false; (IDS * 2).next_power_of_two()];
    let mut steps = 0;
    for number in 0..IDS {
        let mut slot = hash(&format!("foreign-trade-total-{number}")) % taken.len();
        while std::mem::replace(&mut taken[slot], true) {
            slot = (slot + 1) % taken.len();
            steps += 1;
        }
    }
    assert!(steps < IDS, "{steps} steps past taken slots for {IDS} ids");
}
