//! Compiles the tables under `data/` into Rust source for the library, or says all that is wrong with them.
//!
//! Without dependencies, so that users pay for no other build than this one. `src/compiler` does the work; `src/model` is what it
//! shares with the library.

extern crate alloc;

/// Leaves out what only the library needs of the files that it shares.
macro_rules! library {
    ($($item:tt)*) => {};
}

#[path = "src/compiler/mod.rs"]
mod compiler;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "src/model/mod.rs"]
mod model;
#[path = "src/printer.rs"]
mod printer;
#[path = "src/unknown.rs"]
mod unknown;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "src/vocabulary.rs"]
mod vocabulary;

use std::path::PathBuf;
use std::{env, fs};

/// Names another folder than `data`, to try tables that are not finished: every command of cargo then runs on them.
const FOLDER: &str = "YONGKANG_DATA";

fn main() {
    let folder = env::var(FOLDER).unwrap_or_else(|_| "data".to_owned());
    println!("cargo::rerun-if-env-changed={FOLDER}");
    for file in compiler::FILES {
        // Without these lines cargo would run the script again after a change of any file of the package.
        println!("cargo::rerun-if-changed={}", moved(file, &folder));
    }
    for fault in run(&folder).err().into_iter().flatten() {
        // Cargo stops the build after the script, having shown every one of these.
        println!("cargo::error={}", moved(&fault, &folder));
    }
}

/// What names tables in `data`, naming those in this folder.
fn moved(text: &str, folder: &str) -> String {
    let mut moved = text.to_owned();
    for file in compiler::FILES {
        moved = moved.replace(file, &file.replace("data", folder));
    }
    moved
}

/// Gives what is wrong, a line each.
fn run(folder: &str) -> Result<(), Vec<String>> {
    let files = read(folder)?;
    let tables =
        compiler::compile(&files).map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let out_dir = env::var_os("OUT_DIR").map(PathBuf::from);
    let out_dir = out_dir.ok_or_else(|| vec!["OUT_DIR is not set; expected cargo to run this script".to_owned()])?;
    for (name, text) in compiler::write::files(&tables) {
        let path = out_dir.join(name);
        fs::write(&path, text).map_err(|error| vec![format!("{}: {error}", path.display())])?;
    }
    Ok(())
}

/// The bytes of the tables.
fn read(folder: &str) -> Result<[Vec<u8>; compiler::FILES.len()], Vec<String>> {
    // Cargo runs build scripts there, and other build systems need not.
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let mut missing = Vec::new();
    let mut files: [Vec<u8>; compiler::FILES.len()] = Default::default();
    for (number, file) in compiler::FILES.iter().enumerate() {
        match fs::read(package.join(moved(file, folder))) {
            Ok(bytes) => files[number] = bytes,
            Err(error) => missing.push(format!("{file}: {error}; expected the table in the package")),
        }
    }
    if missing.is_empty() { Ok(files) } else { Err(missing) }
}
