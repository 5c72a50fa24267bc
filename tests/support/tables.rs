//! The tables, for the tests that read them as any tables.

use std::env;
use std::path::{Path, PathBuf};

/// A table, such as `data/units.tsv`: of the folder that `YONGKANG_DATA` names, as the crate is then built from it, or else of `data`.
pub fn path(table: &str) -> PathBuf {
    let named = env::var_os("YONGKANG_DATA").map(PathBuf::from);
    // The package of these tests is the crate or lies in it.
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let own = || folders.map(|folder| folder.join("data")).find(|data| data.is_dir()).expect("the tables of the crate");
    named.unwrap_or_else(own).join(Path::new(table).file_name().expect("a table"))
}
