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

/// Getters, read by the compiler.
const _: () = {
    assert!(
        !TRADE.id().is_empty() && !TRADE.title().is_empty() && !TRADE.title_zh().is_empty() && TRADE.note().is_some()
    );
    assert!(!TRADE.obs_text().is_empty() && !Category::Reform.about().is_empty() && Unit::Week.duration().is_some());
    assert!(TRADE.source_start() < DATASET.source_chars && !DATASET.exclusions.is_empty() && Metric::ALL.len() > 60);
    assert!(TRADE.comparator().is_none() && TRADE.admin_level().is_none() && TRADE.of_metric().is_none());
    assert!(TRADE.overlaps().is_empty() && TRADE.same_figure().is_empty());
    assert!(Section::new(TRADE.section().number()).is_some() && Section::new(10).is_none());
    assert!(
        Period::new(YEAR.start(), YEAR.end()).is_some() && YEAR.days() == 366 && TRADE.time_period().is_subset(YEAR)
    );
};
