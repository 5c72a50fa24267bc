use std::ops::Bound::{self, Excluded, Included, Unbounded};

use yongkang_metrics::{Bounds, Decimal, Metric, MetricSet, Period, Record};

use crate::read;

#[test]
fn the_same_in_more_digits_is_the_same() {
    let mut right = Record::from(Metric::FOREIGN_TRADE_GROWTH);
    right.obs_value = read("33.00");
    assert_eq!(right.verify(), Ok(()));
}

#[test]
fn a_changed_field_is_named_with_both_values() {
    let mut record = Record::from(Metric::FOREIGN_TRADE_TOTAL);
    record.upper = None;
    let error = record.verify().expect_err("it was changed");
    assert_eq!((error.metric, error.field), (record.id, "upper"));
    assert_eq!((&*error.found, &*error.expected), ("None", "Some(38775000000)"));
    assert_eq!(error.to_string(), "`foreign-trade-total`: upper is None; expected Some(38775000000)");
}

/// With a field of each other metric, where it is not the same; and an empty text is none of those that there are, nor is it no text.
#[cfg(feature = "serde")]
#[test]
fn each_field_of_another_metric_is_told() {
    let rows: Vec<serde_json::Value> =
        MetricSet::ALL.iter().map(|metric| serde_json::to_value(Record::from(metric)).expect("serialisable")).collect();
    let mut told = std::collections::BTreeSet::new();
    let mut hold = |row: &serde_json::Value, field: &'static str, value: &serde_json::Value| {
        let mut changed = row.clone();
        changed[field] = value.clone();
        let record: Record = serde_json::from_value(changed).expect("a record");
        let found = record.verify().err().map(|error| error.field);
        assert_eq!(found, (row[field] != *value).then_some(field), "{field} {value} of {row}");
        told.extend(found);
    };
    for field in Record::FIELDS.iter().copied().filter(|field| *field != "id") {
        rows.iter().for_each(|row| rows.iter().step_by(7).for_each(|other| hold(row, field, &other[field])));
    }
    hold(&rows[0], "obs_status", &serde_json::json!("provisional"));
    rows.iter().for_each(|row| hold(row, "note", &serde_json::json!("")));
    assert_eq!(told.len(), Record::FIELDS.len() - 1, "{told:?}");
}

/// What serde reads is all that the file has: no digit is rounded away, and no day is guessed.
#[cfg(feature = "serde")]
#[test]
fn what_is_not_as_it_is_written_is_refused() {
    let tests = serde_json::to_string(&Record::from(Metric::NUCLEIC_ACID_TESTS)).expect("serialisable");
    for (right, wrong) in [
        (r#""lower":"30000""#, r#""lower":"30000.00000000000000000000000000000001""#),
        (r#""lower":"30000""#, r#""lower":"3e4""#),
        (r#""period_start":"2020-01-01""#, r#""period_start":"2020-1-1""#),
        (r#""period_start":"2020-01-01""#, r#""period_start":" 2020-01-01""#),
    ] {
        assert!(tests.contains(right), "{tests}");
        assert!(serde_json::from_str::<Record>(&tests.replace(right, wrong)).is_err(), "{wrong}");
    }
    let read: Record =
        serde_json::from_str(&tests.replace(r#""lower":"30000""#, r#""lower":30000"#)).expect("a number");
    assert_eq!(read.verify(), Ok(()));
}

fn end(end: Option<Decimal>, is_included: bool) -> Bound<Decimal> {
    match end {
        Some(end) if is_included => Included(end),
        Some(end) => Excluded(end),
        None => Unbounded,
    }
}

#[test]
fn it_says_what_the_getters_say() {
    for metric in MetricSet::ALL {
        let (row, [category, unit, section]) = (Record::from(metric), names(metric));
        assert_eq!((row.id, &*row.title, &*row.title_zh), (metric, metric.title(), metric.title_zh()));
        assert_eq!((row.category, row.unit, row.section), (metric.category(), metric.unit(), metric.section()));
        assert_eq!([row.category_name, row.category_name_zh], category);
        assert_eq!([row.unit_name, row.unit_name_zh], unit);
        assert_eq!([row.section_title, row.section_title_zh], section);
        let figure = (metric.obs_text(), metric.value(), metric.comparator());
        assert_eq!((&*row.obs_text, row.obs_value, row.comparator), figure);
        assert_eq!(Period::new(row.period_start, row.period_end), Some(metric.time_period()));
        let kind = (metric.dimension(), metric.stat_type(), metric.admin_level());
        assert_eq!((row.dimension, row.stat_type, row.admin_level), kind);
        assert_eq!((row.note.as_deref(), row.note_zh.as_deref()), (metric.note(), metric.note_zh()));
        assert_eq!((row.aggregate, row.of_metric), (metric.aggregate(), metric.of_metric()));
        assert_eq!(row.overlaps, metric.overlaps().to_string());
        assert_eq!(usize::try_from(row.source_start), Ok(metric.source_start()));
        assert!(row.keywords.split_whitespace().eq(metric.keywords().iter().copied()));
        let ends = (end(row.lower, row.lower_included), end(row.upper, row.upper_included));
        assert_eq!(Bounds::new(ends), Some(metric.bounds()));
    }
}

/// Of category, unit and section, in both languages.
fn names(metric: Metric) -> [[&'static str; 2]; 3] {
    let (category, unit, section) = (metric.category(), metric.unit(), metric.section());
    [[category.name(), category.name_zh()], [unit.name(), unit.name_zh()], [section.title(), section.title_zh()]]
}
