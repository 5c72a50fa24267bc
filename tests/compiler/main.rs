//! Tests of the table compiler, which the build script runs: compiled in here as there.

extern crate alloc;

#[path = "../../src/compiler/mod.rs"]
mod compiler;
#[path = "../../src/hash.rs"]
mod hash;
#[path = "../../src/numeral.rs"]
mod numeral;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/precision.rs"]
mod precision;
#[allow(dead_code)]
#[path = "../../src/units.rs"]
mod units;
#[allow(dead_code)]
#[path = "../../src/vocabulary.rs"]
mod vocabulary;

mod checks;
mod figures;
mod mistakes;
mod output;
