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

/// Types and traits; a marker and the variant of `Unit` have one name, but that stands in an enum.
#[test]
fn no_name_stands_in_both_places() {
    let public_api = std::fs::read_to_string(".ci/public-api.txt").expect("the list of the public API");
    let names = |path: &str| -> std::collections::BTreeSet<String> {
        let behind =
            public_api.split(path).skip(1).filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
        behind.filter(|name| name.starts_with(|c: char| c.is_ascii_uppercase())).map(str::to_owned).collect()
    };
    let (units, others) = (names("yongkang_metrics::unit::"), names("yongkang_metrics::"));
    assert!(units.len() > Unit::ALL.len() && others.len() > 20);
    // One and the same.
    assert!(units.intersection(&others).eq(["Unit"]));
}
