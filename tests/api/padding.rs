//! Each `Display` of a line honours the width that is asked for.

use std::fmt::Display;

use yongkang_metrics::{
    AdminLevel, Category, Comparator, DATASET, Dimension, ExclusionReason, Filter, Metric, MetricSet, Period, Record,
    Section, StatType, Unit, unit,
};

fn pads(value: &impl Display) {
    let plain = value.to_string();
    assert!(!plain.contains('\n'), "{plain}");
    let width = plain.chars().count() + 5;
    assert_eq!(format!("{value:*^width$}"), format!("**{plain}***"));
    assert_eq!(format!("{value:width$}"), format!("{plain}     "));
    assert_eq!(format!("{value:.3}"), plain.chars().take(3).collect::<String>());
}

#[test]
fn texts_are_padded() {
    let trade = Metric::FOREIGN_TRADE_TOTAL;
    pads(&trade);
    pads(&trade.time_period());
    pads(&trade.cite());
    pads(&trade.bounds());
    pads(&trade.estimate());
    pads(&trade.quantity::<unit::Yuan>().expect("in yuan"));
    pads(&Category::ForeignTrade.metrics());
    pads(&Filter::new().category(Category::Talent).unit(Unit::Person));
    pads(&DATASET);
    Category::ALL.iter().for_each(pads);
    Unit::ALL.iter().for_each(pads);
    Dimension::ALL.iter().for_each(pads);
    StatType::ALL.iter().for_each(pads);
    AdminLevel::ALL.iter().for_each(pads);
    Comparator::ALL.iter().for_each(pads);
    ExclusionReason::ALL.iter().for_each(pads);
}

/// A number is padded as a number: to the right, and whole.
#[test]
fn sections_are_padded_as_numbers() {
    let section = Section::ALL[4];
    assert_eq!(format!("{section:>3}|{section:<3}|{section:3}|"), "  4|4  |  4|");
}

#[test]
fn errors_are_padded() {
    pads(&"x".parse::<Metric>().expect_err("no id"));
    pads(&"x".parse::<Section>().expect_err("no section"));
    pads(&"x".parse::<Period>().expect_err("no period"));
    pads(&"x".parse::<Filter>().expect_err("no query"));
    pads(&Metric::FOREIGN_TRADE_TOTAL.quantity::<unit::Person>().expect_err("in yuan"));
    pads(&MetricSet::ALL.total_in(Unit::Yuan).expect_err("not all are in yuan"));
    for unit in [Unit::Rank, Unit::Yuan] {
        pads(&unit.metrics().total_in(unit).expect_err("no total"));
    }
    let mut record = Record::from(Metric::FOREIGN_TRADE_TOTAL);
    record.unit = Unit::Rank;
    pads(&record.verify().expect_err("in yuan"));
}

#[test]
#[cfg(feature = "audit")]
fn audits_are_padded() {
    let audit = yongkang_metrics::audit("12");
    pads(&audit.source);
    pads(&audit.findings[0]);
}

#[test]
#[cfg(feature = "figures")]
fn figures_are_padded() {
    pads(&"387.7亿元".parse::<yongkang_metrics::Figure>().expect("a figure"));
    pads(&"x".parse::<yongkang_metrics::Figure>().expect_err("no figure"));
    pads(&yongkang_metrics::Verdict::Undecided);
}
