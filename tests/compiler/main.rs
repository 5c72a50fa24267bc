//! Tests of the table compiler, which the build script runs: compiled in here as there.

extern crate alloc;

#[allow(dead_code, reason = "the build script uses the rest")]
#[path = "../../src/compiler/mod.rs"]
mod compiler;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/ledger.rs"]
mod ledger;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/model/mod.rs"]
mod model;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/vocabulary.rs"]
mod vocabulary;

mod faults;
mod figures;
mod mistakes;
mod output;
