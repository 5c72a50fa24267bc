use std::ops::Bound::{self, Excluded, Included, Unbounded};

use yongkang_metrics::{Bounds, Category, Comparator, Decimal, Metric, MetricSet, Period, Record, Section};

use crate::read;

#[test]
fn each_is_what_the_crate_says() {
    for metric in MetricSet::ALL {
        assert_eq!(Record::from(metric).verify(), Ok(()));
    }
    let mut right = Record::from(Metric::FOREIGN_TRADE_GROWTH);
    right.obs_value = read("33.00");
    assert_eq!(right.verify(), Ok(()), "the same in more digits");
}

#[test]
fn a_changed_field_is_named_with_both_values() {
    type Change = fn(&mut Record);
    let changes: [(Change, &str, &str, &str); 10] = [
        (|it| it.title = "GDP".into(), "title", "\"GDP\"", "\"Total value of imports and exports\""),
        (|it| it.category = Category::Talent, "category", "Talent", "ForeignTrade"),
        (|it| it.section = Section::ALL[0], "section", "Section(0)", "Section(4)"),
        (|it| it.obs_value = read("387.7"), "obs_value", "387.7", "38770000000"),
        (|it| it.comparator = Some(Comparator::Less), "comparator", "Some(Less)", "None"),
        (|it| it.upper = None, "upper", "None", "Some(38775000000)"),
        (|it| it.period_end = read("2020-12-31"), "period_end", "2020-12-31", "2020-11-30"),
        (|it| it.of_metric = Some(Metric::MARKET_ENTITIES), "of_metric", "Some(Metric(market-entities))", "None"),
        (|it| it.keywords = "".into(), "keywords", "\"\"", "\"international overseas commerce 进口 对外贸易 总额\""),
        (
            |it| it.note = Some("".into()),
            "note",
            "Some(\"\")",
            "Some(\"January to November only, not the whole year.\")",
        ),
    ];
    for (change, field, found, expected) in changes {
        let mut record = Record::from(Metric::FOREIGN_TRADE_TOTAL);
        change(&mut record);
        let error = record.verify().expect_err("it was changed");
        assert_eq!((error.metric, error.field), (record.id, field));
        assert_eq!((&*error.found, &*error.expected), (found, expected));
        assert_eq!(error.to_string(), format!("`foreign-trade-total`: {field} is {found}; expected {expected}"));
    }
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
