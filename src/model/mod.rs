//! How a printed figure is read. It knows the kinds of things, and no report.
//!
//! The build script, the library and several tests compile this folder each for itself, by `#[path]`: the crate has no
//! build-dependencies, so there is no other crate that they could share it through.
//!
//! Every simplified character here, in comments too, puts its traditional form into `data/traditional.txt`, by a test of
//! `tests/differential`: comments keep to the characters that are there.

pub mod chinese;
library! {
    pub mod english;
}
pub mod exact;
pub mod figure;
pub mod numeral;
pub mod precision;
pub mod traditional;
library! {
    pub mod units;
}
pub mod words;
