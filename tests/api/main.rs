//! What each public item promises, a module for each noun, apart from the cells of the tables, which `tables.rs` compares. Totals,
//! queries, search, serialisation and the audit have tests of their own.

mod bounds;
mod citation;
mod codes;
mod constant;
mod dataset;
mod estimate;
mod exclusion;
mod glob;
mod metric;
mod padding;
mod period;
mod quantity;
mod record;
#[path = "../support/report.rs"]
mod report;
mod section;
mod set;
mod traits;
mod unit;

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::str::FromStr;

use chrono::Days;
use fastrand::Rng;
use yongkang_metrics::{Decimal, Metric, MetricSet, NaiveDate, Period};

fn read<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect(text)
}

/// The same numbers on every run.
fn random() -> Rng {
    Rng::with_seed(330_784)
}

/// From empty to full, by way of sparse and dense.
fn some_metrics(random: &mut Rng) -> BTreeSet<Metric> {
    let chance = random.u8(..9);
    MetricSet::ALL.iter().filter(|_| random.u8(..8) < chance).collect()
}

fn some_decimal(random: &mut Rng) -> Decimal {
    Decimal::new(random.i64(..) >> random.u32(..63), random.u32(..7))
}

/// In the years about those of the table.
fn some_period(random: &mut Rng) -> Period {
    let start = read::<NaiveDate>("2010-06-01") + Days::new(random.u64(..4200));
    Period::new(start, start + Days::new(random.u64(..4200))).expect("the end is not before the start")
}
