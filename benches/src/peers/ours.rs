//! The crate.

use std::hint::black_box;

use rust_decimal::Decimal;
use yongkang_metrics::{DATASET, Metric, MetricSet};

use crate::ask::Ask;

pub type Row = Metric;

/// Found while the program is compiled.
pub const CONSTANT: Metric = match Metric::from_id(super::CONSTANT) {
    Some(metric) => metric,
    None => panic!(),
};

pub fn constant() -> Decimal {
    CONSTANT.value()
}

pub fn id(row: Row) -> String {
    row.id().to_owned()
}

pub fn by_id(id: &str) -> Option<Row> {
    Metric::from_id(id)
}

pub fn count_category(ask: &Ask) -> usize {
    ask.category.metrics().len()
}

pub fn each_category(ask: &Ask, visit: impl FnMut(Row)) {
    ask.category.metrics().into_iter().for_each(visit);
}

pub fn count_category_unit(ask: &Ask) -> usize {
    MetricSet::ALL.category(ask.category).unit(ask.unit).len()
}

pub fn each_category_unit(ask: &Ask, visit: impl FnMut(Row)) {
    MetricSet::ALL.category(ask.category).unit(ask.unit).into_iter().for_each(visit);
}

fn four(ask: &Ask) -> MetricSet {
    MetricSet::ALL.category(ask.category).unit(ask.unit).stat_type(ask.stat_type).admin_level(ask.admin_level)
}

pub fn count_four(ask: &Ask) -> usize {
    four(ask).len()
}

pub fn each_four(ask: &Ask, visit: impl FnMut(Row)) {
    four(ask).into_iter().for_each(visit);
}

pub fn each(visit: impl FnMut(Row)) {
    MetricSet::ALL.into_iter().for_each(visit);
}

/// Of the values one by one: a total would refuse those that may overlap.
pub fn sum_category_unit(ask: &Ask) -> Decimal {
    MetricSet::ALL.category(ask.category).unit(ask.unit).iter().map(Metric::value).sum()
}

pub fn read_all() {
    for metric in MetricSet::ALL {
        black_box((metric.id(), metric.title(), metric.title_zh(), metric.obs_text()));
        black_box((metric.note(), metric.note_zh(), metric.keywords(), metric.overlaps()));
        black_box((metric.category(), metric.unit(), metric.stat_type(), metric.admin_level(), metric.comparator()));
        black_box((metric.value(), metric.bounds(), metric.time_period(), metric.of_metric()));
        black_box((metric.section(), metric.source_start()));
    }
    for exclusion in DATASET.exclusions() {
        black_box((exclusion.text(), exclusion.reason(), exclusion.section(), exclusion.source_start()));
    }
}
