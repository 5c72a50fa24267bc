//! An rkyv archive in the program, validated on first use and read in place.

use once_cell::sync::Lazy;
use rkyv::rancor::Error;
use rust_decimal::Decimal;

use super::archive::{ArchivedRow, ArchivedTable};
use crate::ask::Ask;

/// Archives have to be aligned, which `include_bytes!` by itself is not.
#[repr(C, align(16))]
struct Aligned<T: ?Sized>(T);

static BYTES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/metrics.rkyv")));

static TABLE: Lazy<&ArchivedTable> =
    Lazy::new(|| rkyv::access::<ArchivedTable, Error>(&BYTES.0).expect("what the build wrote"));

pub type Row = &'static ArchivedRow;

pub fn id(row: Row) -> String {
    row.id.as_str().to_owned()
}

fn value(row: Row) -> Decimal {
    Decimal::new(row.obs_value.0.to_native(), row.obs_value.1.to_native())
}

pub fn constant() -> Decimal {
    value(by_id(super::CONSTANT).expect("a row"))
}

fn rows(numbers: &'static [rkyv::rend::u32_le]) -> impl ExactSizeIterator<Item = Row> {
    numbers.iter().map(|number| &TABLE.rows[number.to_native() as usize])
}

pub fn by_id(id: &str) -> Option<Row> {
    TABLE.by_id.get(id).map(|number| &TABLE.rows[number.to_native() as usize])
}

fn category(ask: &Ask) -> impl ExactSizeIterator<Item = Row> {
    rows(TABLE.by_category.get(ask.codes.category).map_or(&[], |numbers| numbers.as_slice()))
}

pub fn count_category(ask: &Ask) -> usize {
    category(ask).len()
}

pub fn each_category(ask: &Ask, visit: impl FnMut(Row)) {
    category(ask).for_each(visit);
}

fn category_unit(ask: &Ask) -> impl ExactSizeIterator<Item = Row> {
    let units = TABLE.by_category_unit.get(ask.codes.category);
    rows(units.and_then(|units| units.get(ask.codes.unit)).map_or(&[], |numbers| numbers.as_slice()))
}

pub fn count_category_unit(ask: &Ask) -> usize {
    category_unit(ask).len()
}

pub fn each_category_unit(ask: &Ask, visit: impl FnMut(Row)) {
    category_unit(ask).for_each(visit);
}

fn four(ask: &Ask) -> impl Iterator<Item = Row> {
    category_unit(ask).filter(|row| row.stat_type == *ask.codes.stat_type && row.admin_level == *ask.codes.admin_level)
}

pub fn count_four(ask: &Ask) -> usize {
    four(ask).count()
}

pub fn each_four(ask: &Ask, visit: impl FnMut(Row)) {
    four(ask).for_each(visit);
}

pub fn each(visit: impl FnMut(Row)) {
    TABLE.rows.iter().for_each(visit);
}

pub fn sum_category_unit(ask: &Ask) -> Decimal {
    category_unit(ask).map(value).sum()
}

pub fn read_all() {
    each(|row| {
        std::hint::black_box(row);
    });
}
