use yongkang_metrics::{DATASET, ExclusionReason};

use crate::random;

#[test]
fn debug_shows_all_that_is_known() {
    let first = DATASET.exclusions().next().expect("there are some");
    assert_eq!(
        format!("{first:?}"),
        "Exclusion { text: \"2020\", reason: Date, section: Section(0), source_start: 0 }"
    );
}

#[test]
fn order_is_that_of_the_report() {
    assert!(DATASET.exclusions().is_sorted_by(|a, b| a < b && a.source_start() < b.source_start()));
}

#[test]
fn every_reason_has_an_exclusion() {
    let is_given = |reason: &&ExclusionReason| DATASET.exclusions().any(|exclusion| exclusion.reason() == **reason);
    assert!(ExclusionReason::ALL.iter().filter(is_given).eq(ExclusionReason::ALL));
}

#[test]
fn iteration_takes_from_both_ends_and_knows_what_is_left() {
    let mut random = random();
    let mut left = DATASET.exclusions().collect::<Vec<_>>().into_iter();
    let mut iter = DATASET.exclusions();
    for _ in 0..left.len() + 2 {
        assert_eq!((iter.len(), iter.size_hint()), (left.len(), left.size_hint()));
        assert!(iter.clone().eq(left.as_slice().iter().copied()));
        let (found, expected) =
            if random.bool() { (iter.next(), left.next()) } else { (iter.next_back(), left.next_back()) };
        assert_eq!(found, expected);
    }
}
