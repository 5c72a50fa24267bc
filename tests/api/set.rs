//! `MetricSet` does what `BTreeSet<Metric>` does, and each query gives those that have what is asked for.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Debug;

use yongkang_metrics::{
    AdminLevel, Aggregate, Category, Dimension, Metric, MetricSet, NaiveDate, Period, PeriodBasis, Precision, Section,
    StatType, Unit,
};

use crate::{random, read, some_metrics, some_period};

fn set(model: &BTreeSet<Metric>) -> MetricSet {
    model.iter().fold(MetricSet::NONE, |set, &metric| set.with(metric))
}

fn assert_is(set: MetricSet, model: &BTreeSet<Metric>) {
    assert!(set.iter().eq(model.iter().copied()), "{set:?}, {model:?}");
}

/// The empty, the full, sets of one at the ends of words, and all but one of them.
fn special() -> Vec<BTreeSet<Metric>> {
    let all: BTreeSet<Metric> = MetricSet::ALL.iter().collect();
    let ends = all.iter().enumerate().filter(|(row, _)| [0, 62, 63, 64, all.len() - 1].contains(row));
    let ones: Vec<BTreeSet<Metric>> = ends.map(|(_, metric)| BTreeSet::from([*metric])).collect();
    let rests: Vec<BTreeSet<Metric>> = ones.iter().map(|one| &all - one).collect();
    [BTreeSet::new(), all].into_iter().chain(ones).chain(rests).collect()
}

/// Random pairs, and all pairs of the special ones.
fn for_each_pair(check: impl Fn(&BTreeSet<Metric>, &BTreeSet<Metric>)) {
    let (mut random, special) = (random(), special());
    for _ in 0..1000 {
        check(&some_metrics(&mut random), &some_metrics(&mut random));
    }
    for a in &special {
        special.iter().for_each(|b| check(a, b));
    }
}

fn for_each(check: impl Fn(&BTreeSet<Metric>)) {
    for_each_pair(|a, _| check(a));
}

#[test]
fn the_random_sets_are_many_and_of_all_sizes() {
    let mut random = random();
    let sets: HashSet<_> = (0..1000).map(|_| some_metrics(&mut random)).collect();
    let sizes: BTreeSet<usize> = sets.iter().map(BTreeSet::len).collect();
    assert!(sets.len() > 700 && sizes.len() > 50);
    assert!(sizes.contains(&0) && sizes.contains(&MetricSet::ALL.len()));
}

#[test]
fn operators_methods_and_assignments_are_those_of_the_model() {
    for_each_pair(|a, b| {
        let (x, y) = (set(a), set(b));
        assert_is(x & y, &(a & b));
        assert_is(x | y, &(a | b));
        assert_is(x - y, &(a - b));
        let expected = [x & y, x | y, x - y];
        assert_eq!([x.intersection(y), x.union(y), x.difference(y)], expected);
        let [mut and, mut or, mut minus] = [x; 3];
        and &= y;
        or |= y;
        minus -= y;
        assert_eq!([and, or, minus], expected);
        let mut extended = x;
        extended.extend(b.iter().copied());
        assert_eq!(extended, x | y);
    });
}

#[test]
fn questions_are_answered_as_by_the_model() {
    for_each_pair(|a, b| {
        let (x, y) = (set(a), set(b));
        assert_eq!((x == y, x.is_subset(y)), (a == b, a.is_subset(b)));
        assert_eq!((x.len(), x.is_empty()), (a.len(), a.is_empty()));
        assert_eq!((x.first(), x.iter().next_back()), (a.first().copied(), a.last().copied()));
        for metric in MetricSet::ALL {
            assert_eq!(x.contains(metric), a.contains(&metric), "{metric}");
        }
        let is_flow = |metric: &Metric| metric.stat_type() == StatType::Flow;
        assert_is(x.filter(|metric| is_flow(&metric)), &a.iter().copied().filter(is_flow).collect());
        let categories: BTreeSet<Category> = a.iter().map(|metric| metric.category()).collect();
        let units: BTreeSet<Unit> = a.iter().map(|metric| metric.unit()).collect();
        assert!(x.categories().eq(categories));
        assert!(x.units().rev().eq(units.into_iter().rev()));
        let aggregates: BTreeSet<Aggregate> = a.iter().filter_map(|metric| metric.aggregate()).collect();
        assert!(x.aggregates().eq(aggregates));
    });
}

#[test]
fn equal_sets_hash_alike() {
    let (mut hashed, mut model, mut random) = (HashSet::new(), HashSet::new(), random());
    for _ in 0..1000 {
        let metrics = some_metrics(&mut random);
        assert_eq!(hashed.insert(set(&metrics)), model.insert(metrics));
    }
}

#[test]
fn one_metric_more_or_less_changes_one_and_leave_the_original() {
    for_each(|a| {
        let before = set(a);
        for metric in MetricSet::ALL.iter().step_by(7) {
            let (mut more, mut less) = (a.clone(), a.clone());
            more.insert(metric);
            less.remove(&metric);
            assert_is(before.with(metric), &more);
            assert_eq!(before | metric, before.with(metric));
            assert_is(before - metric, &less);
        }
        assert_is(before, a);
    });
}

#[test]
fn whatever_gives_metrics_makes_a_set() {
    for_each(|a| {
        let reversed_and_doubled = a.iter().rev().chain(a).copied();
        assert_eq!(reversed_and_doubled.collect::<MetricSet>(), set(a));
    });
    for metric in MetricSet::ALL {
        assert_is(metric.into(), &BTreeSet::from([metric]));
    }
    let [a, b] = [Metric::FOREIGN_TRADE_TOTAL, Metric::FOREIGN_TRADE_GROWTH];
    let mut extended = MetricSet::default();
    extended.extend([a, b]);
    for set in [MetricSet::from([b, a, b]), [a, b].into_iter().collect(), extended] {
        assert_eq!(set, Category::ForeignTrade.metrics());
    }
    assert_eq!((MetricSet::from([]), MetricSet::default()), (MetricSet::NONE, MetricSet::NONE));
    assert_eq!((MetricSet::NONE.len(), MetricSet::ALL.len()), (0, Metric::ALL.len()));
}

#[test]
fn all_is_every_metric_in_report_order() {
    assert!(MetricSet::ALL.iter().eq(Metric::ALL.iter().copied()));
    assert!(Metric::ALL.is_sorted_by_key(|metric| metric.source_start()));
}

#[test]
fn texts_list_the_ids() {
    let trade = Category::ForeignTrade.metrics();
    let mut iter = trade.iter();
    iter.next();
    assert_eq!(format!("{:?}, {iter:?}", MetricSet::NONE), r#"{}, Iter({"foreign-trade-growth"})"#);
    assert_eq!(format!("{trade:?}"), r#"{"foreign-trade-total", "foreign-trade-growth"}"#);
    assert_eq!(format!("{trade:.7}|{:>4}|", MetricSet::NONE), "foreign|    |");
}

fn for_each_iteration(check: impl Fn(MetricSet, Vec<Metric>, &mut fastrand::Rng)) {
    let mut random = random();
    let mut models = special();
    models.extend((0..1000).map(|_| some_metrics(&mut random)));
    models.extend(
        MetricSet::ALL.iter().map(|without| MetricSet::ALL.iter().filter(|metric| *metric != without).collect()),
    );
    for model in models {
        check(set(&model), model.into_iter().collect(), &mut random);
    }
}

#[test]
fn iteration_is_in_report_order_by_value_by_reference_and_from_the_back() {
    for_each_iteration(|set, model, _| {
        assert!(set.into_iter().eq(model.iter().copied()));
        assert!((&set).into_iter().eq(model.iter().copied()));
        assert!(set.iter().rev().eq(model.into_iter().rev()));
    });
}

/// Past the end too.
#[test]
fn iteration_takes_from_both_ends_in_any_turn_and_knows_what_is_left() {
    for_each_iteration(|set, model, random| {
        let (mut left, mut iter) = (model.into_iter(), set.iter());
        for _ in 0..set.len() + 4 {
            assert_eq!((iter.len(), iter.size_hint()), (left.len(), left.size_hint()));
            if random.u8(..4) == 0 {
                let mut folded = Vec::new();
                iter.clone().for_each(|metric| folded.push(metric));
                assert_eq!(folded, left.as_slice());
            }
            let (found, expected) =
                if random.bool() { (iter.next(), left.next()) } else { (iter.next_back(), left.next_back()) };
            assert_eq!(found, expected);
        }
        assert_eq!(iter.len(), 0);
    });
}

/// Each value has metrics, those that a filter finds, alone and within sets.
fn assert_filters<T: Copy + Debug>(
    values: &[T],
    metrics: impl Fn(T) -> MetricSet,
    filter: impl Fn(MetricSet, T) -> MetricSet,
    has: impl Fn(Metric, T) -> bool,
) {
    let mut random = random();
    let sets: Vec<MetricSet> = (0..50).map(|_| set(&some_metrics(&mut random))).collect();
    for &value in values {
        let all = MetricSet::ALL.iter().filter(|metric| has(*metric, value)).collect();
        assert_is(metrics(value), &all);
        assert_eq!(filter(MetricSet::ALL, value), metrics(value), "{value:?}");
        for set in &sets {
            assert_eq!(filter(*set, value), *set & metrics(value), "{value:?}, {set:?}");
        }
    }
}

#[test]
fn facets_find_those_that_have_what_is_asked_for() {
    assert_filters(Category::ALL, Category::metrics, MetricSet::category, |metric, it| metric.category() == it);
    assert_filters(Unit::ALL, Unit::metrics, MetricSet::unit, |metric, it| metric.unit() == it);
    assert_filters(Dimension::ALL, Dimension::metrics, MetricSet::dimension, |metric, it| {
        metric.dimension() == it && metric.unit().dimension() == it
    });
    assert_filters(StatType::ALL, StatType::metrics, MetricSet::stat_type, |metric, it| metric.stat_type() == it);
    assert_filters(AdminLevel::ALL, AdminLevel::metrics, MetricSet::admin_level, |metric, it| {
        metric.admin_level() == Some(it)
    });
    assert_filters(Precision::ALL, Precision::metrics, MetricSet::precision, |metric, it| metric.precision() == it);
    assert_filters(PeriodBasis::ALL, PeriodBasis::metrics, MetricSet::period_basis, |metric, it| {
        metric.period_basis() == it
    });
    assert_filters(
        Aggregate::ALL,
        Aggregate::metrics,
        |set, it| set.aggregate(Some(it)),
        |metric, it| metric.aggregate() == Some(it),
    );
    let none = MetricSet::ALL.filter(|metric| metric.aggregate().is_none());
    assert_eq!((MetricSet::ALL.aggregate(None), MetricSet::NONE.aggregate(None)), (none, MetricSet::NONE));
    assert_filters(Section::ALL, Section::metrics, MetricSet::section, |metric, it| metric.section() == it);
}

/// Those of the table, the same a day longer or shorter at either end, extreme ones, and random ones.
fn periods() -> Vec<Period> {
    let of_table: BTreeSet<Period> = MetricSet::ALL.iter().map(Metric::time_period).collect();
    assert!(of_table.len() > 2);
    let mut periods: Vec<Period> = of_table.iter().copied().collect();
    for (start, end) in of_table.iter().map(|period| (period.start(), period.end())) {
        let near = |day: NaiveDate| [day.pred_opt(), day.succ_opt()].map(|day| day.expect("not at the ends of time"));
        periods.extend(near(start).iter().filter_map(|start| Period::new(*start, end)));
        periods.extend(near(end).iter().filter_map(|end| Period::new(start, *end)));
    }
    periods.extend([NaiveDate::MIN, NaiveDate::MAX].map(|end| Period::new(NaiveDate::MIN, end).expect("in order")));
    periods.extend(["1999", "2011", "2020", "2021"].map(read::<Period>));
    let mut random = random();
    periods.extend((0..300).map(|_| some_period(&mut random)));
    periods
}

#[test]
fn period_asks_for_exactly_these_days_and_within_for_no_day_outside() {
    let period = |metric: Metric, period: Period| metric.time_period() == period;
    assert_filters(&periods(), |it| MetricSet::ALL.period(it), MetricSet::period, period);
    let within = |metric: Metric, period: Period| {
        let own = metric.time_period();
        period.start() <= own.start() && own.end() <= period.end()
    };
    assert_filters(&periods(), |it| MetricSet::ALL.within(it), MetricSet::within, within);
}
