//! Where things are.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folder of the crate that is measured.
pub fn krate() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("benches is in the crate's folder").to_owned()
}

/// Cargo's target folder, which this program is in.
fn target() -> PathBuf {
    let program = env::current_exe().expect("this program");
    program.ancestors().nth(2).expect("target/release").to_owned()
}

/// A file of results.
pub fn output(file: &str) -> PathBuf {
    let folder = target().join("benches");
    fs::create_dir_all(&folder).expect("a folder in target");
    folder.join(file)
}

/// A folder for throw-away crates, empty.
pub fn scratch(name: &str) -> PathBuf {
    let folder = output(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder in target");
    folder
}
