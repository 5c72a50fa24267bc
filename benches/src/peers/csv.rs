//! The table itself in the program, parsed by the csv crate on first use.

use once_cell::sync::Lazy;
use rust_decimal::Decimal;

use super::parsed::{Table, ask_parsed};
use crate::ask::Ask;

static TABLE: Lazy<Table> = Lazy::new(|| {
    let text = include_str!(concat!(env!("OUT_DIR"), "/metrics.tsv"));
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_reader(text.as_bytes());
    Table::new(reader.deserialize().collect::<Result<_, _>>().expect("what the build wrote"))
});

ask_parsed!();
