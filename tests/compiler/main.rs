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

/// A file of the crate, which is the package of these tests or stands above it.
#[cfg(test)]
fn path(file: &str) -> std::path::PathBuf {
    let mut folders = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders.find(|folder| folder.join("build.rs").is_file()).expect("the folder of the crate").join(file)
}

/// The tables in this folder of the crate, in the order of `FILES`.
#[cfg(test)]
fn tables(folder: &str) -> [String; compiler::FILES.len()] {
    compiler::FILES.map(|file| std::fs::read_to_string(path(folder).join(file)).expect("a table"))
}

/// The tables of the made-up report.
#[cfg(test)]
const OTHER_REPORT: &str = "tests/other_report";
