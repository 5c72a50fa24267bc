use std::ops::Bound::{self, Excluded, Included, Unbounded};

use yongkang_metrics::{Bounds, Category, Comparator, Decimal, Metric, MetricSet, Period, Record, Section, WideRecord};

use crate::read;

#[test]
fn each_is_what_the_crate_says() {
    for metric in MetricSet::ALL {
        assert_eq!(Record::from(metric).verify(), Ok(()));
    }
    let right = Record::from(Metric::FOREIGN_TRADE_GROWTH);
    assert_eq!(Record { obs_value: read("33.00"), ..right }.verify(), Ok(()), "the same in more digits");
}

#[test]
fn a_changed_field_is_named_with_both_values() {
    let (trade, growth) = (Metric::FOREIGN_TRADE_TOTAL, Metric::FOREIGN_TRADE_GROWTH);
    let right = || Record::from(trade);
    for (record, field, found, expected) in [
        (Record { title: "GDP".into(), ..right() }, "title", "GDP", trade.title()),
        (Record { category: Category::Talent, ..right() }, "category", "talent", "foreign-trade"),
        (Record { section: Section::ALL[0], ..right() }, "section", "0", "4"),
        (Record { obs_value: read("387.7"), ..right() }, "obs_value", "387.7", "38770000000"),
        (Record { comparator: Some(Comparator::Less), ..right() }, "comparator", "<", ""),
        (Record { note: None, ..right() }, "note", "", trade.note().expect("a note")),
        (Record { keywords: "".into(), ..right() }, "keywords", "", &trade.keywords().join(" ")),
        (Record { id: growth, ..right() }, "title", trade.title(), growth.title()),
    ] {
        let error = record.verify().expect_err("it was changed");
        assert_eq!((error.metric(), error.field()), (record.id, field));
        assert_eq!((error.found(), error.expected()), (found, expected));
        assert_eq!(error.to_string(), format!("`{}`: {field} {found:?}; expected {expected:?}", record.id));
    }
}

fn end(end: Option<Decimal>, is_included: bool) -> Bound<Decimal> {
    match end {
        Some(end) if is_included => Included(end),
        Some(end) => Excluded(end),
        None => Unbounded,
    }
}

#[test]
fn a_wide_one_says_what_the_getters_say() {
    for metric in MetricSet::ALL {
        let (row, [category, unit, section]) = (WideRecord::from(metric), names(metric));
        assert_eq!((row.id, row.title, row.title_zh), (metric, metric.title(), metric.title_zh()));
        assert_eq!((row.category, row.unit, row.section), (metric.category(), metric.unit(), metric.section()));
        assert_eq!([row.category_name, row.category_name_zh], category);
        assert_eq!([row.unit_name, row.unit_name_zh], unit);
        assert_eq!([row.section_title, row.section_title_zh], section);
        let figure = (metric.obs_text(), metric.value(), metric.comparator());
        assert_eq!((row.obs_text, row.obs_value, row.comparator), figure);
        assert_eq!(Period::new(row.period_start, row.period_end), Some(metric.time_period()));
        let kind = (metric.dimension(), metric.stat_type(), metric.admin_level());
        assert_eq!((row.dimension, row.stat_type, row.admin_level), kind);
        assert_eq!((row.note, row.note_zh, row.of_metric), (metric.note(), metric.note_zh(), metric.of_metric()));
        assert_eq!((row.adds_up, row.overlaps), (metric.adds_up(), metric.overlaps()));
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
