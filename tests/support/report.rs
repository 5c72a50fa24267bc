//! What lies beside the crate and not in it: the report, for the tests that need it.

use std::io::{Write as _, stderr};
use std::path::PathBuf;
use std::sync::Once;
use std::{env, fs};

/// What this variable names. Where it is not set, what needs it is not run, which a line says in any case; in CI that is a failure.
pub fn named(variable: &str) -> Option<PathBuf> {
    static TOLD: Once = Once::new();
    let named = env::var_os(variable).map(PathBuf::from);
    if named.is_none() {
        assert!(env::var_os("CI").is_none(), "{variable} is not set; expected a path");
        // Past what the harness keeps of a test that passes.
        let told = format!("not run, as {variable} is not set: what needs it in `{}`\n", env!("CARGO_CRATE_NAME"));
        TOLD.call_once(|| stderr().write_all(told.as_bytes()).expect("standard error"));
    }
    named
}

/// The report that `YONGKANG_REPORT` names.
#[allow(dead_code, reason = "some want its path alone")]
pub fn read() -> Option<String> {
    let path = named("YONGKANG_REPORT")?;
    Some(fs::read_to_string(&path).unwrap_or_else(|error| panic!("YONGKANG_REPORT={}: {error}", path.display())))
}
