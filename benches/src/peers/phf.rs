//! Perfect hash maps, made at build time by phf_codegen, to the rows of a static array.

use rust_decimal::Decimal;

use super::structs::{self, ROWS};
use crate::ask::Ask;

include!(concat!(env!("OUT_DIR"), "/maps.rs"));

pub type Row = &'static structs::Row;

pub fn id(row: Row) -> String {
    row.id.to_owned()
}

pub fn constant() -> Decimal {
    by_id(super::CONSTANT).expect("a row").obs_value
}

pub fn by_id(id: &str) -> Option<Row> {
    BY_ID.get(id).map(|&number| &ROWS[number])
}

fn category(ask: &Ask) -> impl ExactSizeIterator<Item = Row> {
    let numbers = BY_CATEGORY.get(ask.codes.category).copied().unwrap_or_default();
    numbers.iter().map(|&number| &ROWS[number])
}

pub fn count_category(ask: &Ask) -> usize {
    category(ask).len()
}

pub fn each_category(ask: &Ask, visit: impl FnMut(Row)) {
    category(ask).for_each(visit);
}

fn category_unit(ask: &Ask) -> impl ExactSizeIterator<Item = Row> {
    let numbers = BY_CATEGORY_UNIT.get(ask.codes.category).and_then(|units| units.get(ask.codes.unit));
    numbers.copied().unwrap_or_default().iter().map(|&number| &ROWS[number])
}

pub fn count_category_unit(ask: &Ask) -> usize {
    category_unit(ask).len()
}

pub fn each_category_unit(ask: &Ask, visit: impl FnMut(Row)) {
    category_unit(ask).for_each(visit);
}

fn four(ask: &Ask) -> impl Iterator<Item = Row> {
    category_unit(ask).filter(|row| row.stat_type == ask.stat_type && row.admin_level == Some(ask.admin_level))
}

pub fn count_four(ask: &Ask) -> usize {
    four(ask).count()
}

pub fn each_four(ask: &Ask, visit: impl FnMut(Row)) {
    four(ask).for_each(visit);
}

pub fn each(visit: impl FnMut(Row)) {
    ROWS.iter().for_each(visit);
}

pub fn sum_category_unit(ask: &Ask) -> Decimal {
    category_unit(ask).map(|row| row.obs_value).sum()
}

pub fn read_all() {
    each(|row| {
        std::hint::black_box((row, by_id(row.id), BY_CATEGORY_UNIT.get(row.category.code())));
    });
}
