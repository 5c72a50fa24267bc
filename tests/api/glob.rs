//! All names can be brought in at once, units too: a name that stands in both places is ambiguous as soon as it is used.

#![allow(clippy::wildcard_imports, reason = "it is what is tested")]

use yongkang_metrics::{unit::*, *};

#[test]
fn problems_are_a_unit_and_findings_have_a_kind() {
    let solved: Quantity<Problem> = Metric::ENTERPRISE_PROBLEMS_SOLVED.quantity().expect("in problems");
    assert_eq!(solved.value(), Metric::ENTERPRISE_PROBLEMS_SOLVED.value());
    #[cfg(feature = "audit")]
    assert_eq!(audit("12").findings.last().map(|finding| finding.kind), Some(FindingKind::Unaccounted));
}
