//! JSON in the program, parsed by serde_json on first use.

use once_cell::sync::Lazy;
use rust_decimal::Decimal;

use super::parsed::{Table, ask_parsed};
use crate::ask::Ask;

static TABLE: Lazy<Table> = Lazy::new(|| {
    let text = include_str!(concat!(env!("OUT_DIR"), "/metrics.json"));
    Table::new(serde_json::from_str(text).expect("what the build wrote"))
});

ask_parsed!();
