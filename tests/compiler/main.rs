//! Tests of the table compiler, which the build script runs: compiled in here as there. `Cargo.toml` says why they are a package too.

extern crate alloc;

/// Leaves out what only the library needs of the files that it shares.
macro_rules! library {
    ($($item:tt)*) => {};
}

#[allow(dead_code, reason = "the build script uses the rest")]
#[path = "../../src/compiler/mod.rs"]
mod compiler;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/model/mod.rs"]
mod model;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/printer.rs"]
mod printer;
#[path = "../../src/unknown.rs"]
mod unknown;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/vocabulary.rs"]
mod vocabulary;

#[cfg(test)]
#[path = "../support/cases.rs"]
mod cases;
#[cfg(test)]
mod dates;
#[cfg(test)]
mod exact;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod figures;
#[cfg(test)]
#[path = "../support/fresh.rs"]
mod fresh;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod mistakes;
#[cfg(test)]
mod noughts;
#[cfg(test)]
mod output;
#[cfg(test)]
mod prose;
#[cfg(test)]
mod style;
#[cfg(test)]
mod words;

#[cfg(test)]
use cases::{OTHER_REPORT, path, tables};
