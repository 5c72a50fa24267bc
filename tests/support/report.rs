//! The report, for the tests that need it.

use std::{env, fs};

/// The report that `YONGKANG_REPORT` names. Where it is not set the test is skipped, and says so; in CI that is a failure.
pub fn read() -> Option<String> {
    let Some(path) = env::var_os("YONGKANG_REPORT") else {
        assert!(env::var_os("CI").is_none(), "YONGKANG_REPORT is not set; expected the path of the report");
        eprintln!("skipped: YONGKANG_REPORT is not set to the path of the report");
        return None;
    };
    let report = fs::read_to_string(&path);
    Some(report.unwrap_or_else(|error| panic!("YONGKANG_REPORT={path:?}: {error}")))
}
