//! A static array of structs, searched from one end to the other.

use rust_decimal::Decimal;

use super::structs::{self, ROWS};
use crate::ask::Ask;

pub type Row = &'static structs::Row;

pub fn id(row: Row) -> String {
    row.id.to_owned()
}

pub fn constant() -> Decimal {
    by_id(super::CONSTANT).expect("a row").obs_value
}

pub fn by_id(id: &str) -> Option<Row> {
    ROWS.iter().find(|row| row.id == id)
}

fn category(ask: &Ask) -> impl Iterator<Item = Row> {
    ROWS.iter().filter(|row| row.category == ask.category)
}

pub fn count_category(ask: &Ask) -> usize {
    category(ask).count()
}

pub fn each_category(ask: &Ask, visit: impl FnMut(Row)) {
    category(ask).for_each(visit);
}

fn category_unit(ask: &Ask) -> impl Iterator<Item = Row> {
    category(ask).filter(|row| row.unit == ask.unit)
}

pub fn count_category_unit(ask: &Ask) -> usize {
    category_unit(ask).count()
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
        std::hint::black_box(row);
    });
}
