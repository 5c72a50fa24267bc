use std::collections::BTreeSet;

use yongkang_metrics::{Metric, MetricSet};

/// Every byte of an id counts, and how many there are.
#[test]
fn nothing_but_an_id_is_an_id() {
    let ids: BTreeSet<&str> = MetricSet::ALL.iter().map(Metric::id).collect();
    for id in &ids {
        let mut others = vec![id.to_uppercase(), id.replace('-', "_"), format!("{id}{id}"), format!("Metric({id})")];
        others.extend(["-", "a", "\0", "\n"].map(|after| format!("{id}{after}")));
        for at in 0..id.len() {
            let (before, after) = id.split_at(at);
            others.extend([before.to_owned(), after.to_owned(), format!("{before}!{}", &after[1..])]);
        }
        for other in others {
            assert_eq!(Metric::from_id(&other).map(Metric::id), ids.get(&*other).copied(), "{other:?}");
        }
    }
    for text in ["\0", "a", "m", "~", "é", "外贸进出口总值", "\u{10FFFF}"] {
        assert_eq!(Metric::from_id(text), None, "{text:?}");
    }
}

#[test]
fn what_it_qualifies_is_another_metric_that_qualifies_none() {
    for metric in MetricSet::ALL {
        if let Some(other) = metric.of_metric() {
            assert_ne!(metric, other);
            assert_eq!(other.of_metric(), None, "{metric}");
        }
    }
}

#[test]
fn debug_shows_the_id() {
    assert_eq!(format!("{:?}", Metric::MARKET_ENTITIES), "Metric(market-entities)");
}
