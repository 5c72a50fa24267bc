//! The key metrics of Yongkang City's 2020 year-in-review report, as static data.
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![no_std]

extern crate alloc;

mod bounds;
mod columns;
mod dataset;
mod metric;
mod period;
mod precision;
mod quantity;
mod set;
pub mod unit;
mod vocabulary;

pub use bounds::Bounds;
pub use dataset::{DATASET, Dataset, Exclusion, ParseSectionError, Section};
pub use metric::Metric;
pub use period::{ParsePeriodError, Period};
pub use quantity::{ExactlyIn, Quantity, UnitMismatch};
pub use set::{Iter, MetricSet};
pub use unit::Unit;
pub use vocabulary::{
    AdminLevel, Category, Comparator, Dimension, ExclusionReason, StatType, UnknownCode,
};
