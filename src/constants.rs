//! A constant for each metric, by category, and the way from an id to its metric: as the build script wrote them.

use crate::Metric;

include!(concat!(env!("OUT_DIR"), "/metric.rs"));
