//! A program whose whole run is measured, from its start to its end: it asks one question of the crate.

use std::hint::black_box;

use yongkang_metrics::{Category, MetricSet, Unit};

fn main() {
    let (category, unit) = black_box((Category::ForeignTrade, Unit::Yuan));
    black_box(MetricSet::ALL.category(category).unit(unit).len());
}
