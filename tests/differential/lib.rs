//! Tests against independent programs that do the same: how they write and read Chinese numerals, simplify characters, compute with
//! long numbers, and hash.

#![cfg(test)]

extern crate alloc;

/// Leaves out what only the library needs of the files that it shares.
macro_rules! library {
    ($($item:tt)*) => {};
}

#[path = "../support/fresh.rs"]
mod fresh;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/model/mod.rs"]
mod model;
#[path = "../support/report.rs"]
mod report;
#[path = "../../src/sha256.rs"]
mod sha256;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/vocabulary.rs"]
mod vocabulary;

mod bounds;
mod digests;
mod numerals;
mod traditional;
