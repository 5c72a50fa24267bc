use yongkang_metrics::{DATASET, ExclusionReason};

#[test]
fn order_is_that_of_the_report() {
    assert!(DATASET.exclusions.iter().is_sorted_by(|a, b| a < b && a.source_start < b.source_start));
}

#[test]
fn every_reason_has_an_exclusion() {
    let is_given = |reason: &&ExclusionReason| DATASET.exclusions.iter().any(|exclusion| exclusion.reason == **reason);
    assert!(ExclusionReason::ALL.iter().filter(is_given).eq(ExclusionReason::ALL));
}
