//! Files that the tests write, and hold fresh.

use std::path::Path;
use std::{env, fs};

/// Fails where the file is not `right`, and writes it anew; but not for a mutant, as the next one would be held against that. What says so
/// is the variable of insta, which cargo-mutants sets.
#[track_caller]
pub fn hold(file: impl AsRef<Path>, right: &str) {
    let file = file.as_ref();
    if fs::read_to_string(file).is_ok_and(|text| text == right) {
        return;
    }
    if env::var_os("INSTA_UPDATE").is_none_or(|update| update != "no") {
        fs::write(file, right).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
    panic!("{} was stale and is written anew: read what it says now, and commit it", file.display());
}
