//! What the compiler can evaluate; that this compiles is half of the test.

use yongkang_metrics::unit::{Day, Person, Yuan};
use yongkang_metrics::{
    AdminLevel, Bounds, Category, DATASET, Decimal, Dimension, Estimate, Iter, Metric, MetricSet, Period, Quantity,
    Section, StatType, Unit, UnitMismatch,
};

const TRADE: Metric = Metric::FOREIGN_TRADE_TOTAL;
const YEAR: Period = Period::year(2020).expect("a year");

const QUERY: MetricSet = MetricSet::ALL
    .category(Category::ForeignTrade)
    .unit(Unit::Yuan)
    .dimension(Dimension::Money)
    .stat_type(StatType::Flow)
    .section(TRADE.section())
    .period(TRADE.time_period())
    .within(YEAR);
const AWARDS: MetricSet = Category::EpidemicResponse
    .metrics()
    .intersection(Unit::Person.metrics())
    .difference(AdminLevel::National.metrics());
const ALGEBRA: MetricSet = QUERY.union(AWARDS).difference(QUERY).with(TRADE);
const ASKED: (usize, bool, bool, bool) =
    (ALGEBRA.len(), ALGEBRA.is_empty(), ALGEBRA.contains(TRADE), AWARDS.is_subset(ALGEBRA));
const FIRST: Option<Metric> = AWARDS.first();
const ITER: Iter = QUERY.iter();

#[test]
fn sets_are_computed() {
    assert!(ITER.eq([TRADE]));
    assert_eq!(ALGEBRA, QUERY | AWARDS);
    assert_eq!(ASKED, (6, false, true, true));
    assert_eq!(FIRST, AWARDS.iter().next());
}

const VALUE: Decimal = TRADE.value();
const BOUNDS: Bounds = TRADE.bounds();
const ESTIMATE: Estimate = TRADE.estimate();
const TYPED: Result<Quantity<Yuan>, UnitMismatch> = TRADE.quantity();
const MISMATCH: (Metric, Unit) = match TRADE.quantity::<Person>() {
    Ok(_) => panic!("in persons"),
    Err(mismatch) => (mismatch.metric, mismatch.asked),
};
const OWN: Quantity<Day> = Quantity::exact(Decimal::TEN);

#[test]
fn quantities_are_typed() {
    assert_eq!((ESTIMATE.value(), ESTIMATE.bounds()), (VALUE, BOUNDS));
    assert_eq!(TYPED, Ok(ESTIMATE.in_unit()));
    assert_eq!(MISMATCH, (TRADE, Unit::Person));
    assert_eq!(OWN.to_string(), "10 days");
}

const TEXTS: [&str; 5] = [TRADE.id(), TRADE.title(), TRADE.title_zh(), TRADE.obs_text(), Category::Reform.about()];
const PLACES: [usize; 4] = [Metric::ALL.len(), TRADE.source_start(), DATASET.exclusions.len(), DATASET.source_chars];
const OPTIONS: [bool; 4] = [
    TRADE.comparator().is_none(),
    TRADE.admin_level().is_none(),
    TRADE.of_metric().is_none(),
    TRADE.note().is_some() && Unit::Week.duration().is_some(),
];
const SETS: [MetricSet; 3] = [TRADE.overlaps(), TRADE.same_figure(), MetricSet::ALL];
const SECTIONS: [Option<Section>; 2] = [Section::new(TRADE.section().number()), Section::new(10)];
const SPAN: (Option<Period>, u32, bool) =
    (Period::new(YEAR.start(), YEAR.end()), YEAR.days(), TRADE.time_period().is_subset(YEAR));

#[test]
fn getters_are_read() {
    let trade = Metric::FOREIGN_TRADE_TOTAL;
    assert_eq!(TEXTS, [trade.id(), trade.title(), trade.title_zh(), trade.obs_text(), Category::Reform.about()]);
    assert_eq!(PLACES[..2], [MetricSet::ALL.len(), trade.source_start()]);
    assert_eq!(PLACES[2..], [DATASET.exclusions.len(), DATASET.source_chars]);
    assert_eq!(OPTIONS, [true; 4]);
    assert_eq!(SETS, [trade.overlaps(), trade.same_figure(), MetricSet::ALL]);
    assert_eq!(SECTIONS, [Some(trade.section()), None]);
    assert_eq!(SPAN, (Some(YEAR), 366, true));
}
