//! The tables, for the tests that read them as any tables.

use std::env;
use std::path::{Path, PathBuf};

/// A table, such as `data/units.tsv`: of the folder that `YONGKANG_DATA` names, as the crate is then built from it, or else of `data`.
pub fn path(table: &str) -> PathBuf {
    let named = env::var_os("YONGKANG_DATA").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("data"));
    folder.join(Path::new(table).file_name().expect("a table"))
}
