//! The table compiler: reads the two tables, checks them, and writes Rust.
//!
//! Not a part of the library: `build.rs` compiles it in, and so do the tests. In the order in which they are used:
//! [`table`] cuts bytes into clean fields, [`rows`] reads what each field says, [`figure`] and [`exact`] read what the report
//! prints, [`check`] holds the rows against each other and the rules, and [`write`] turns what passed into Rust source.

pub mod check;
pub mod exact;
pub mod figure;
pub mod rows;
pub mod table;
pub mod write;

use std::cmp::Ordering;

pub use check::Tables;
pub use table::Fault;

/// The numbers below `len` in the order of what they stand for, and in their own order where that is equal.
///
/// The only sort here: each sort of another type would take every user's compiler 40 ms.
pub fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Checks the two tables. Gives either all that they say, or all that is wrong with them.
pub fn check(metrics: &[u8], exclusions: &[u8]) -> Result<Tables, Vec<Fault>> {
    check::check(metrics, exclusions)
}
