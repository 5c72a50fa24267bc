//! Compiles the tables under `data/` into Rust source for the library, or says all that is wrong with them.
//!
//! Without dependencies, so that users pay for no other build than this one. `src/compiler` does the
//! work; the vocabularies are the library's own files.

#![forbid(unsafe_code)]

extern crate alloc;

#[path = "src/compiler/mod.rs"]
mod compiler;
#[path = "src/hash.rs"]
mod hash;
#[path = "src/numeral.rs"]
mod numeral;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "src/precision.rs"]
mod precision;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "src/units.rs"]
mod units;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "src/vocabulary.rs"]
mod vocabulary;

use std::path::PathBuf;
use std::{env, fs};

const METRICS: &str = "data/metrics.tsv";
const EXCLUSIONS: &str = "data/exclusions.tsv";

fn main() {
    println!("cargo::rerun-if-changed={METRICS}");
    println!("cargo::rerun-if-changed={EXCLUSIONS}");
    for fault in run().err().into_iter().flatten() {
        // Cargo stops the build after the script, having shown every one of these.
        println!("cargo::error={fault}");
    }
}

/// Gives what is wrong, a line each.
fn run() -> Result<(), Vec<String>> {
    let metrics = read(METRICS)?;
    let exclusions = read(EXCLUSIONS)?;
    let tables = compiler::check(&metrics, &exclusions).map_err(|faults| {
        let mut lines = Vec::new();
        for fault in faults {
            lines.push(fault.to_string());
        }
        lines
    })?;
    let out_dir = env::var_os("OUT_DIR").map(PathBuf::from);
    let out_dir = out_dir.ok_or_else(|| vec!["OUT_DIR is not set; expected cargo to run this script".to_owned()])?;
    for (name, bytes) in compiler::write::files(&tables) {
        let path = out_dir.join(name);
        fs::write(&path, bytes).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    }
    Ok(())
}

fn read(file: &str) -> Result<Vec<u8>, Vec<String>> {
    // Cargo runs build scripts in the folder of the package.
    fs::read(file).map_err(|error| vec![format!("{file}: {error}; expected the table in the package")])
}
