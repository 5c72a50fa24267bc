//! What each public item promises, apart from the cells of the tables, which `tables.rs` compares.

use std::collections::{BTreeSet, HashSet};
use std::fmt::{Debug, Display};
use std::ops::RangeInclusive;

use chrono::Days;
use yongkang_metrics::{
    AdminLevel, Bounds, Category, Comparator, DATASET, Dataset, Decimal, Dimension, Estimate, Exclusion,
    ExclusionReason, Iter, Metric, MetricSet, NaiveDate, ParsePeriodError, ParseQueryError, ParseSectionError, Period,
    Quantity, Query, Record, RecordMismatch, Section, StatType, TotalError, Unit, UnitMismatch, UnknownCode,
    WideRecord, audit, unit,
};

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

/// Xorshift: the same numbers on every run.
struct Random(u64);

impl Random {
    const fn new() -> Self {
        Self(0x9E37_79B9_7F4A_7C15)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// From empty to full, by way of sparse and dense.
    fn metrics(&mut self) -> BTreeSet<Metric> {
        let chance = self.below(9);
        let drawn = MetricSet::ALL.iter().filter(|_| self.below(8) < chance);
        drawn.collect()
    }

    fn decimal(&mut self) -> Decimal {
        let scale = u32::try_from(self.below(7)).expect("below 7");
        let mantissa = i64::from_ne_bytes(self.next().to_ne_bytes());
        Decimal::new(mantissa >> self.below(63), scale)
    }

    /// In the years about those of the table.
    fn period(&mut self) -> Period {
        let start = day("2010-06-01") + Days::new(self.below(4200));
        let end = start + Days::new(self.below(4200));
        Period::new(start, end).expect("the end is not before the start")
    }
}

mod metric {
    use super::*;

    #[test]
    fn an_id_reads_back_as_its_metric() {
        for metric in MetricSet::ALL {
            assert_eq!(metric.id().parse(), Ok(metric));
            assert_eq!(Metric::from_id(metric.id()), Some(metric));
        }
    }

    #[test]
    fn no_part_of_an_id_is_an_id() {
        let ids: BTreeSet<&str> = MetricSet::ALL.iter().map(Metric::id).collect();
        for id in &ids {
            for cut in 0..id.len() {
                let (prefix, suffix) = id.split_at(cut);
                for part in [prefix, suffix] {
                    let found = Metric::from_id(part).map(Metric::id);
                    assert_eq!(found, ids.get(part).copied(), "{part}");
                }
            }
        }
    }

    #[test]
    fn no_variant_of_an_id_is_an_id() {
        for id in MetricSet::ALL.iter().map(Metric::id) {
            for variant in [
                id.to_uppercase(),
                id.replace('-', "_"),
                format!("{id}-"),
                format!("{id}a"),
                format!("{id}\0"),
                format!(" {id}"),
                format!("{id}\n"),
                format!("Metric({id})"),
                format!("{id}{id}"),
            ] {
                assert_eq!(Metric::from_id(&variant), None, "{variant:?}");
            }
        }
    }

    #[test]
    fn from_str_refuses_what_from_id_does_not_find() {
        for id in MetricSet::ALL.iter().map(Metric::id) {
            for text in [&id[1..], &id[..id.len() - 1], &id.to_uppercase()] {
                let error = text.parse::<Metric>().expect_err("not an id");
                assert_eq!(error.given(), text);
            }
        }
    }

    #[test]
    fn texts_before_after_and_between_the_ids_are_no_ids() {
        for text in ["", "\0", "a", "m", "~", "é", "外贸进出口总值", "\u{10FFFF}"] {
            assert_eq!(Metric::from_id(text), None, "{text:?}");
        }
    }

    #[test]
    fn display_prints_the_id_and_pads_it() {
        let metric = Metric::MARKET_ENTITIES;
        assert_eq!(metric.to_string(), "market-entities");
        assert_eq!(format!("{metric:>20}"), "     market-entities");
        assert_eq!(format!("{metric:-<17}|"), "market-entities--|");
    }

    #[test]
    fn debug_shows_the_id() {
        let shown = format!("{:?}", Metric::MARKET_ENTITIES);
        assert_eq!(shown, "Metric(market-entities)");
    }

    #[test]
    fn order_is_that_of_the_report() {
        let metrics: Vec<Metric> = MetricSet::ALL.iter().collect();
        assert!(metrics.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(metrics.is_sorted_by_key(|metric| metric.source_start()));
    }

    #[test]
    fn the_index_counts_from_the_first() {
        let indices = MetricSet::ALL.iter().map(Metric::index);
        assert!(indices.eq(0..DATASET.metric_count()));
    }

    #[test]
    fn the_dimension_is_that_of_the_unit() {
        for metric in MetricSet::ALL {
            assert_eq!(metric.dimension(), metric.unit().dimension());
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
    fn the_figure_is_printed_in_the_words_of_the_unit() {
        for metric in MetricSet::ALL {
            let text = metric.obs_text();
            let printed = metric.unit().printed();
            let fits = printed.iter().any(|(before, after)| text.contains(before) && text.contains(after));
            assert!(fits, "{metric}: {text} is not in any of {printed:?}");
        }
    }

    #[test]
    fn a_handle_is_at_most_two_bytes() {
        assert!(size_of::<Metric>() <= 2);
    }
}

/// `MetricSet` does what `BTreeSet<Metric>` does.
mod set_algebra {
    use super::*;

    fn set(model: &BTreeSet<Metric>) -> MetricSet {
        model.iter().fold(MetricSet::NONE, |set, &metric| set.with(metric))
    }

    fn assert_is(set: MetricSet, model: &BTreeSet<Metric>) {
        assert!(set.iter().eq(model.iter().copied()), "{set:?}, {model:?}");
    }

    /// Random pairs, and all pairs of the empty, the full, and sets of one at the ends of words.
    fn for_each_pair(check: impl Fn(&BTreeSet<Metric>, &BTreeSet<Metric>)) {
        let mut random = Random::new();
        for _ in 0..1000 {
            check(&random.metrics(), &random.metrics());
        }
        let metrics: Vec<Metric> = MetricSet::ALL.iter().collect();
        let mut special = vec![BTreeSet::new(), metrics.iter().copied().collect()];
        for row in [0, 62, 63, 64, metrics.len() - 1] {
            special.extend(metrics.get(row).map(|&metric| BTreeSet::from([metric])));
        }
        for a in &special {
            for b in &special {
                check(a, b);
            }
        }
    }

    fn for_each(check: impl Fn(&BTreeSet<Metric>)) {
        for_each_pair(|a, _| check(a));
    }

    #[test]
    fn the_random_sets_are_many_and_of_all_sizes() {
        let mut random = Random::new();
        let sets: HashSet<_> = (0..1000).map(|_| random.metrics()).collect();
        let sizes: BTreeSet<usize> = sets.iter().map(BTreeSet::len).collect();
        assert!(sets.len() > 700 && sizes.len() > 50);
        assert!(sizes.contains(&0) && sizes.contains(&MetricSet::ALL.len()));
    }

    #[test]
    fn and_is_the_intersection() {
        for_each_pair(|a, b| {
            assert_is(set(a) & set(b), &(a & b));
            assert_eq!(set(a).intersection(set(b)), set(a) & set(b));
        });
    }

    #[test]
    fn or_is_the_union() {
        for_each_pair(|a, b| {
            assert_is(set(a) | set(b), &(a | b));
            assert_eq!(set(a).union(set(b)), set(a) | set(b));
        });
    }

    #[test]
    fn minus_is_the_difference() {
        for_each_pair(|a, b| {
            assert_is(set(a) - set(b), &(a - b));
            assert_eq!(set(a).difference(set(b)), set(a) - set(b));
        });
    }

    #[test]
    fn xor_is_the_symmetric_difference() {
        for_each_pair(|a, b| {
            assert_is(set(a) ^ set(b), &(a ^ b));
            assert_eq!(set(a).symmetric_difference(set(b)), set(a) ^ set(b));
        });
    }

    #[test]
    fn not_is_the_complement() {
        let all: BTreeSet<Metric> = MetricSet::ALL.iter().collect();
        for_each(|a| {
            assert_is(!set(a), &(&all - a));
            assert_eq!(set(a).complement(), !set(a));
            assert_eq!(!!set(a), set(a));
        });
    }

    #[test]
    fn assigning_operators_do_what_the_others_do() {
        for_each_pair(|a, b| {
            let (a, b) = (set(a), set(b));
            let (mut and, mut or, mut minus, mut xor) = (a, a, a, a);
            and &= b;
            or |= b;
            minus -= b;
            xor ^= b;
            assert_eq!((and, or, minus, xor), (a & b, a | b, a - b, a ^ b));
        });
    }

    #[test]
    fn sets_are_equal_when_their_metrics_are() {
        for_each_pair(|a, b| assert_eq!(set(a) == set(b), a == b));
    }

    #[test]
    fn equal_sets_hash_alike() {
        let mut hashed = HashSet::new();
        let mut model = HashSet::new();
        let mut random = Random::new();
        for _ in 0..1000 {
            let metrics = random.metrics();
            assert_eq!(hashed.insert(set(&metrics)), model.insert(metrics));
        }
    }

    #[test]
    fn is_subset_asks_for_each_metric() {
        for_each_pair(|a, b| {
            assert_eq!(set(a).is_subset(set(b)), a.is_subset(b));
            assert!((set(a) & set(b)).is_subset(set(b)));
        });
    }

    #[test]
    fn len_counts_and_is_empty_is_none() {
        for_each(|a| {
            assert_eq!(set(a).len(), a.len());
            assert_eq!(set(a).is_empty(), a.is_empty());
        });
    }

    #[test]
    fn contains_asks_for_one() {
        for_each(|a| {
            for metric in MetricSet::ALL {
                assert_eq!(set(a).contains(metric), a.contains(&metric), "{metric}");
            }
        });
    }

    #[test]
    fn with_adds_one_and_leaves_the_original() {
        for_each(|a| {
            let before = set(a);
            for metric in MetricSet::ALL.iter().step_by(7) {
                let mut more = a.clone();
                more.insert(metric);
                assert_is(before.with(metric), &more);
            }
            assert_is(before, a);
        });
    }

    #[test]
    fn first_and_last_are_the_ends() {
        for_each(|a| {
            assert_eq!(set(a).first(), a.first().copied());
            assert_eq!(set(a).last(), a.last().copied());
        });
    }

    #[test]
    fn collecting_takes_each_once_in_any_order() {
        for_each(|a| {
            let reversed_and_doubled = a.iter().rev().chain(a).copied();
            assert_eq!(reversed_and_doubled.collect::<MetricSet>(), set(a));
        });
    }

    #[test]
    fn extending_is_the_union() {
        for_each_pair(|a, b| {
            let mut extended = set(a);
            extended.extend(b.iter().copied());
            assert_is(extended, &(a | b));
        });
    }

    #[test]
    fn from_a_metric_holds_that_one() {
        for metric in MetricSet::ALL {
            assert_is(MetricSet::from(metric), &BTreeSet::from([metric]));
        }
    }

    #[test]
    fn without_takes_one_and_leaves_the_original() {
        for_each(|a| {
            let before = set(a);
            for metric in MetricSet::ALL.iter().step_by(7) {
                let mut less = a.clone();
                less.remove(&metric);
                assert_is(before.without(metric), &less);
            }
            assert_is(before, a);
        });
    }

    #[test]
    fn filter_keeps_what_is_asked_for() {
        let is_flow = |metric: &Metric| metric.stat_type() == StatType::Flow;
        for_each(|a| {
            assert_is(set(a).filter(|metric| is_flow(&metric)), &a.iter().copied().filter(is_flow).collect());
        });
    }

    #[test]
    fn categories_and_units_are_those_that_occur_in_order() {
        for_each(|a| {
            let categories: BTreeSet<Category> = a.iter().map(|metric| metric.category()).collect();
            let units: BTreeSet<Unit> = a.iter().map(|metric| metric.unit()).collect();
            assert!(set(a).categories().eq(categories));
            assert!(set(a).units().rev().eq(units.into_iter().rev()));
        });
    }

    #[test]
    fn arrays_and_references_are_taken_too() {
        let [a, b] = [Metric::FOREIGN_TRADE_TOTAL, Metric::FOREIGN_TRADE_GROWTH];
        assert_eq!(MetricSet::from([b, a, b]), Category::ForeignTrade.metrics());
        assert_eq!(MetricSet::from([]), MetricSet::NONE);
        assert_eq!([a, b].iter().collect::<MetricSet>(), Category::ForeignTrade.metrics());
        let mut set = MetricSet::NONE;
        set.extend(&[a, b]);
        assert_eq!(set, Category::ForeignTrade.metrics());
    }

    #[test]
    fn display_lists_the_ids_and_pads() {
        let trade = Category::ForeignTrade.metrics();
        assert_eq!(trade.to_string(), "foreign-trade-total, foreign-trade-growth");
        assert_eq!(format!("{trade:.7}|{:>4}|", MetricSet::NONE), "foreign|    |");
    }

    #[test]
    fn the_default_is_none_and_none_is_not_all() {
        assert_eq!(MetricSet::default(), MetricSet::NONE);
        assert_is(MetricSet::NONE, &BTreeSet::new());
        assert_eq!(!MetricSet::NONE, MetricSet::ALL);
        assert_eq!(MetricSet::ALL.len(), DATASET.metric_count());
    }

    #[test]
    fn debug_shows_the_ids_as_a_set() {
        let trade = Category::ForeignTrade.metrics();
        assert_eq!(format!("{trade:?}"), r#"{"foreign-trade-total", "foreign-trade-growth"}"#);
        assert_eq!(format!("{:?}", MetricSet::NONE), "{}");
    }
}

mod set_iteration {
    use super::*;

    fn for_each_set(check: impl Fn(MetricSet, Vec<Metric>, &mut Random)) {
        let mut random = Random::new();
        for _ in 0..1000 {
            let model = random.metrics();
            let set = model.iter().copied().collect();
            check(set, model.into_iter().collect(), &mut random);
        }
        // All but one.
        for without in MetricSet::ALL {
            let model = MetricSet::ALL.iter().filter(|metric| *metric != without).collect();
            check(MetricSet::ALL - without.into(), model, &mut random);
        }
    }

    #[test]
    fn is_in_report_order_from_either_end() {
        for_each_set(|set, mut model, _| {
            assert!(set.iter().eq(model.iter().copied()));
            model.reverse();
            assert!(set.iter().rev().eq(model));
        });
    }

    #[test]
    fn takes_from_both_ends_in_any_turn_and_knows_what_is_left() {
        for_each_set(|set, model, random| {
            let mut left = model.into_iter();
            let mut iter = set.iter();
            loop {
                assert_eq!(iter.size_hint(), left.size_hint());
                assert_eq!(iter.len(), left.len());
                let (found, expected) = match random.below(2) {
                    0 => (iter.next(), left.next()),
                    _ => (iter.next_back(), left.next_back()),
                };
                assert_eq!(found, expected);
                if expected.is_none() {
                    break;
                }
            }
        });
    }

    #[test]
    fn folds_what_is_left_at_any_step() {
        for_each_set(|set, model, random| {
            let mut left = model.into_iter();
            let mut iter = set.iter();
            while left.len() > 0 {
                let folded = iter.clone().fold(Vec::new(), |mut metrics, metric| {
                    metrics.push(metric);
                    metrics
                });
                assert_eq!(folded, left.as_slice());
                for _ in 0..=random.below(8) {
                    let (found, expected) = match random.below(2) {
                        0 => (iter.next(), left.next()),
                        _ => (iter.next_back(), left.next_back()),
                    };
                    assert_eq!(found, expected);
                }
            }
            assert_eq!(iter.fold(0, |count, _| count + 1), 0);
        });
    }

    #[test]
    fn stays_at_its_end() {
        for_each_set(|set, _, random| {
            let mut iter = set.iter();
            while iter.next().is_some() {}
            for _ in 0..4 {
                let found = match random.below(2) {
                    0 => iter.next(),
                    _ => iter.next_back(),
                };
                assert_eq!((found, iter.len()), (None, 0));
            }
        });
    }

    #[test]
    fn is_the_same_by_value_and_by_reference() {
        for_each_set(|set, model, _| {
            assert!(set.into_iter().eq(model.iter().copied()));
            assert!((&set).into_iter().eq(model));
        });
    }

    #[test]
    fn a_clone_goes_its_own_way() {
        let mut iter = Category::ForeignTrade.metrics().iter();
        let clone = iter.clone();
        iter.next();
        assert_eq!((iter.len(), clone.len()), (1, 2));
    }

    #[test]
    fn debug_shows_what_is_left() {
        let mut iter = Category::ForeignTrade.metrics().iter();
        iter.next();
        assert_eq!(format!("{iter:?}"), r#"Iter({"foreign-trade-growth"})"#);
    }
}

/// Each filter gives those of the set that have what is asked for.
mod set_filters {
    use super::*;

    fn assert_filters<T: Copy + Debug>(
        values: &[T],
        filter: impl Fn(MetricSet, T) -> MetricSet,
        has: impl Fn(Metric, T) -> bool,
    ) {
        let mut random = Random::new();
        let random_sets = (0..50).map(|_| random.metrics().into_iter().collect());
        for set in random_sets.chain([MetricSet::ALL, MetricSet::NONE]) {
            for &value in values {
                let expected = set.iter().filter(|&metric| has(metric, value));
                assert!(filter(set, value).iter().eq(expected), "{value:?}, {set:?}");
            }
        }
    }

    #[test]
    fn category() {
        assert_filters(Category::ALL, MetricSet::category, |metric, category| metric.category() == category);
    }

    #[test]
    fn unit() {
        assert_filters(Unit::ALL, MetricSet::unit, |metric, unit| metric.unit() == unit);
    }

    #[test]
    fn dimension() {
        assert_filters(Dimension::ALL, MetricSet::dimension, |metric, dimension| metric.dimension() == dimension);
    }

    #[test]
    fn stat_type() {
        assert_filters(StatType::ALL, MetricSet::stat_type, |metric, stat_type| metric.stat_type() == stat_type);
    }

    #[test]
    fn admin_level() {
        assert_filters(AdminLevel::ALL, MetricSet::admin_level, |metric, level| metric.admin_level() == Some(level));
    }

    #[test]
    fn section() {
        assert_filters(Section::ALL, MetricSet::section, |metric, section| metric.section() == section);
    }

    /// Those of the table, the same a day longer or shorter at either end, extreme ones, and random ones.
    fn periods() -> Vec<Period> {
        let of_table: BTreeSet<Period> = MetricSet::ALL.iter().map(Metric::time_period).collect();
        let mut periods: Vec<Period> = of_table.iter().copied().collect();
        for period in of_table {
            let (start, end) = (period.start(), period.end());
            for (start, end) in [
                (start.pred_opt(), Some(end)),
                (start.succ_opt(), Some(end)),
                (Some(start), end.pred_opt()),
                (Some(start), end.succ_opt()),
            ] {
                let (start, end) = start.zip(end).expect("not at the ends of time");
                periods.extend(Period::new(start, end));
            }
        }
        periods.extend(Period::new(NaiveDate::MIN, NaiveDate::MAX));
        periods.extend(Period::new(NaiveDate::MIN, NaiveDate::MIN));
        periods.extend([1999, 2011, 2020, 2021].map(|year| Period::year(year).expect("a year")));
        let mut random = Random::new();
        periods.extend((0..300).map(|_| random.period()));
        periods
    }

    #[test]
    fn period_asks_for_exactly_these_days() {
        assert_filters(&periods(), MetricSet::period, |metric, period| metric.time_period() == period);
    }

    #[test]
    fn within_asks_for_no_day_outside() {
        assert_filters(&periods(), MetricSet::within, |metric, period| {
            let own = metric.time_period();
            period.start() <= own.start() && own.end() <= period.end()
        });
    }

    #[test]
    fn filters_are_intersections_in_any_order() {
        let narrowed =
            MetricSet::ALL.category(Category::Livelihood).unit(Unit::YuanPerPersonMonth).stat_type(StatType::Level);
        let swapped = StatType::Level.metrics() & Unit::YuanPerPersonMonth.metrics() & Category::Livelihood.metrics();
        assert_eq!(narrowed, swapped);
        let standard = Metric::MINIMUM_LIVING_ALLOWANCE_STANDARD;
        assert!(narrowed.iter().eq([standard]));
    }
}

/// What the compiler can evaluate; that this compiles is half of the test.
mod in_const {
    use super::*;

    const TRADE: Metric = match Metric::from_id("foreign-trade-total") {
        Some(metric) => metric,
        None => panic!("no such metric"),
    };
    const NO_METRIC: Option<Metric> = Metric::from_id("foreign-trade-totals");

    #[test]
    fn a_metric_is_found_by_its_id() {
        assert_eq!(TRADE, Metric::FOREIGN_TRADE_TOTAL);
        assert_eq!(NO_METRIC, None);
    }

    const QUERY: MetricSet = MetricSet::ALL
        .category(Category::ForeignTrade)
        .unit(Unit::Yuan)
        .dimension(Dimension::Money)
        .stat_type(StatType::Flow)
        .section(TRADE.section())
        .period(TRADE.time_period())
        .within(YEAR);
    const AT_LEVEL: MetricSet = MetricSet::ALL.admin_level(AdminLevel::County);
    const ALGEBRA: MetricSet =
        QUERY.union(AT_LEVEL).intersection(MetricSet::ALL).difference(MetricSet::NONE.complement()).with(TRADE);
    const ANSWERS: (usize, bool, bool, bool) =
        (ALGEBRA.len(), ALGEBRA.is_empty(), ALGEBRA.contains(TRADE), ALGEBRA.is_subset(QUERY));
    const ENDS: (Option<Metric>, Option<Metric>) = (AT_LEVEL.first(), AT_LEVEL.last());
    const ITER: Iter = QUERY.iter();

    #[test]
    fn a_set_is_computed() {
        assert!(ITER.eq([Metric::FOREIGN_TRADE_TOTAL]));
        assert_eq!(ALGEBRA, QUERY);
        assert_eq!(ANSWERS, (1, false, true, true));
        let standard = Metric::MINIMUM_LIVING_ALLOWANCE_STANDARD;
        let pension = Metric::BASIC_PENSION_INCREASE;
        assert_eq!(ENDS, (Some(standard), Some(pension)));
    }

    const QUANTITY: Quantity<unit::Yuan> = match TRADE.quantity() {
        Ok(quantity) => quantity,
        Err(_) => panic!("not in yuan"),
    };
    const MISMATCH: UnitMismatch = match TRADE.quantity::<unit::Person>() {
        Ok(_) => panic!("in persons"),
        Err(mismatch) => mismatch,
    };
    const OWN: Quantity<unit::Day> = Quantity::exact(Decimal::TEN);

    #[test]
    fn a_quantity_is_typed() {
        assert_eq!(QUANTITY.to_string(), "38770000000 yuan (38765000000 to 38775000000)");
        assert_eq!(OWN.to_string(), "10 days");
    }

    const ASKED: (Metric, Unit) = (MISMATCH.metric(), MISMATCH.asked());

    #[test]
    fn a_mismatch_is_told() {
        assert_eq!(ASKED, (TRADE, Unit::Person));
    }

    const CELLS: (&str, &str, &str, &str, usize, usize) =
        (TRADE.id(), TRADE.title(), TRADE.title_zh(), TRADE.obs_text(), TRADE.source_start(), TRADE.index());
    const CODED: (Category, Unit, Dimension, StatType) =
        (TRADE.category(), TRADE.unit(), TRADE.dimension(), TRADE.stat_type());
    const OPTIONAL: (Option<Comparator>, Option<AdminLevel>, Option<Metric>) =
        (TRADE.comparator(), TRADE.admin_level(), TRADE.of_metric());
    const VALUE: Decimal = TRADE.value();
    const NOTE: Option<&str> = TRADE.note();
    const BOUNDS: Bounds = TRADE.bounds();
    const ESTIMATE: Estimate = TRADE.estimate();

    #[test]
    fn getters_are_read() {
        let metric = Metric::FOREIGN_TRADE_TOTAL;
        assert_eq!((CELLS.0, CELLS.1, CELLS.2), (metric.id(), metric.title(), metric.title_zh()));
        assert_eq!((CELLS.3, CELLS.4, CELLS.5), (metric.obs_text(), metric.source_start(), metric.index()));
        assert_eq!(CODED.0, Category::ForeignTrade);
        assert_eq!((CODED.1, CODED.2, CODED.3), (Unit::Yuan, Dimension::Money, StatType::Flow));
        assert_eq!(OPTIONAL, (None, None, None));
        assert_eq!(VALUE, Decimal::from(38_770_000_000_i64));
        assert_eq!((ESTIMATE.value(), ESTIMATE.bounds()), (VALUE, BOUNDS));
        assert_eq!(
            (NOTE, BOUNDS.lower(), BOUNDS.upper()),
            (metric.note(), metric.bounds().lower(), metric.bounds().upper())
        );
    }

    const YEAR: Period = match Period::year(2020) {
        Some(year) => year,
        None => panic!("no such year"),
    };
    const AGAIN: Option<Period> = Period::new(YEAR.start(), YEAR.end());
    const SPAN: (u32, bool) = (YEAR.days(), TRADE.time_period().is_subset(YEAR));

    #[test]
    fn a_period_is_made() {
        assert_eq!(AGAIN, Some(YEAR));
        assert_eq!(SPAN, (366, true));
    }

    const SECTION: Option<Section> = Section::new(4);
    const NO_SECTION: Option<Section> = Section::new(10);

    #[test]
    fn a_section_is_made() {
        assert_eq!(SECTION, Some(TRADE.section()));
        assert_eq!(NO_SECTION, None);
    }

    const WORDS: (&str, &str, &str, &str, &str) = (
        Category::Reform.code(),
        Category::Reform.name(),
        Category::Reform.name_zh(),
        Category::Reform.about(),
        Category::Reform.about_zh(),
    );
    const UCUM: Option<&str> = Unit::Week.standard_codes().ucum;
    const PRINTED: &[(&str, &str)] = Unit::Week.printed();

    #[test]
    fn vocabularies_are_read() {
        assert_eq!((WORDS.0, WORDS.1), ("reform", "Reform"));
        assert_eq!(WORDS.2, "改革");
        assert_eq!(WORDS.3, Category::Reform.about());
        assert_eq!(WORDS.4, Category::Reform.about_zh());
        assert_eq!((UCUM, PRINTED), (Some("wk"), &[("", "周")][..]));
    }

    const DATA: (&str, usize, MetricSet) = (DATASET.title(), DATASET.exclusion_count(), DATASET.metrics());

    #[test]
    fn the_dataset_is_described() {
        assert_eq!(DATA.0, DATASET.title());
        assert_eq!(DATA.1, DATASET.exclusions().len());
        assert_eq!(DATA.2, MetricSet::ALL);
    }
}

/// What is read by a code of a closed list, with [`UnknownCode`] as the error.
trait Coded:
    Copy
    + Ord
    + Debug
    + Display
    + AsRef<str>
    + std::str::FromStr<Err = UnknownCode>
    + for<'a> TryFrom<&'a str, Error = UnknownCode>
{
    const KIND: &'static str;
    fn all() -> Vec<Self>;
    fn code(self) -> &'static str;

    fn codes() -> Vec<&'static str> {
        Self::all().into_iter().map(Self::code).collect()
    }

    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn error(text: &str) -> UnknownCode {
        text.parse::<Self>().expect_err("the code should be unknown")
    }

    /// Whether this is its name, which is read too.
    fn is_called(self, _text: &str) -> bool {
        false
    }
}

/// A vocabulary: its codes have names and explanations.
trait Described: Coded {
    fn from_code(code: &str) -> Option<Self>;
    fn names(self) -> [&'static str; 2];
    fn abouts(self) -> [&'static str; 2];
}

impl Coded for Metric {
    const KIND: &'static str = "metric";

    fn all() -> Vec<Self> {
        MetricSet::ALL.iter().collect()
    }

    fn code(self) -> &'static str {
        self.id()
    }

    /// Without the search for the nearest ids, which takes its time when there are many errors.
    fn read(text: &str) -> Option<Self> {
        Self::from_id(text)
    }
}

macro_rules! described {
    ($($Type:ident, $kind:literal;)+) => {$(
        impl Coded for $Type {
            const KIND: &'static str = $kind;

            fn all() -> Vec<Self> {
                Self::ALL.to_vec()
            }

            fn code(self) -> &'static str {
                self.code()
            }

            fn is_called(self, text: &str) -> bool {
                self.name().eq_ignore_ascii_case(text) || self.name_zh() == text
            }
        }

        impl Described for $Type {
            fn from_code(code: &str) -> Option<Self> {
                Self::from_code(code)
            }

            fn names(self) -> [&'static str; 2] {
                [self.name(), self.name_zh()]
            }

            fn abouts(self) -> [&'static str; 2] {
                [self.about(), self.about_zh()]
            }
        }
    )+};
}

described! {
    Category, "category";
    Unit, "unit";
    Dimension, "dimension";
    StatType, "stat type";
    AdminLevel, "admin level";
    Comparator, "comparator";
    ExclusionReason, "exclusion reason";
}

/// The rules that hold for each [`Coded`] type; the modules below run them.
mod code_rules {
    use super::*;

    pub fn all_holds_each_once_and_in_order<T: Coded>() {
        let all = T::all();
        assert!(!all.is_empty());
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "{all:?}");
        let codes: BTreeSet<&str> = T::codes().into_iter().collect();
        assert_eq!(codes.len(), all.len());
    }

    pub fn display_prints_the_code_and_from_str_reads_it<T: Coded>() {
        for value in T::all() {
            assert_eq!(value.to_string(), value.code());
            assert_eq!(value.code().parse(), Ok(value));
            assert_eq!(value.as_ref(), value.code());
            assert_eq!(T::try_from(value.code()), Ok(value));
        }
        assert_eq!(T::try_from("no such code"), Err(T::error("no such code")));
    }

    pub fn display_pads_as_a_text<T: Coded>() {
        for value in T::all() {
            let code = value.code();
            assert_eq!(format!("{value:>20}"), format!("{code:>20}"));
            assert_eq!(format!("{value:*^60}"), format!("{code:*^60}"));
            assert_eq!(format!("{value:.1}|"), format!("{code:.1}|"));
        }
    }

    pub fn one_spelling_is_accepted<T: Coded>() {
        let codes = T::codes();
        for code in &codes {
            for variant in [
                code.to_uppercase(),
                code.replace('-', "_"),
                code[1..].to_owned(),
                code[..code.len() - 1].to_owned(),
                format!(" {code}"),
                format!("{code}\n"),
                format!("{code}\0"),
                format!("\u{FEFF}{code}"),
            ] {
                if T::all().into_iter().any(|value| value.is_called(&variant)) {
                    continue;
                }
                let read = T::read(&variant);
                let expected = codes.contains(&&*variant).then_some(&*variant);
                assert_eq!(read.map(T::code), expected, "{variant:?}");
            }
        }
    }

    pub fn an_unknown_code_is_told_with_the_valid_ones<T: Coded>() {
        let error = T::error("no such code");
        assert_eq!(error.vocabulary(), T::KIND);
        assert_eq!(error.given(), "no such code");
        assert_eq!(error.valid(), T::codes());
    }

    pub fn the_message_starts_with_what_was_looked_up<T: Coded>() {
        let start = format!("no {} is called \"no such code\"; ", T::KIND);
        let message = T::error("no such code").to_string();
        assert!(message.starts_with(&start), "{message}");
    }

    pub fn the_nearest_are_at_most_three_of_the_valid<T: Coded>() {
        for code in T::codes() {
            let error = T::error(&format!("{code}~"));
            assert!((1..=3).contains(&error.nearest().len()), "{error}");
            assert!(error.nearest().iter().all(|near| T::codes().contains(near)));
        }
    }

    /// `MONEY-RATE` is nearer to `money-rate` than to `money`, which is a part of it.
    pub fn the_nearest_to_another_case_is_the_code<T: Coded>() {
        for code in T::codes() {
            let other_case = code.to_uppercase();
            if T::read(&other_case).is_none() {
                assert_eq!(T::error(&other_case).nearest()[0], code);
            }
        }
    }

    pub fn the_nearest_to_a_padded_code_is_the_code<T: Coded>() {
        for code in T::codes() {
            for padded in [format!(" {code}"), format!("{code}\n")] {
                assert_eq!(T::error(&padded).nearest()[0], code);
            }
        }
    }

    /// `yuan!per-person-month` has `month`, `person` and `yuan` in it, and none of them is meant.
    pub fn a_wrong_letter_still_names_the_code<T: Coded>() {
        for code in T::codes().into_iter().filter(|code| code.len() >= 3) {
            for at in [0, code.len() / 3, code.len() - 1] {
                let typo = format!("{}!{}", &code[..at], &code[at + 1..]);
                let error = T::error(&typo);
                assert!(error.nearest().contains(&code), "{error}");
            }
        }
    }

    pub fn nothing_is_near_to_the_empty_text<T: Coded>() {
        let error = T::error("");
        assert_eq!((error.given(), error.nearest()), ("", &[][..]));
        let start = format!("no {} is called \"\"; ", T::KIND);
        assert!(error.to_string().starts_with(&start), "{error}");
    }

    pub fn a_huge_text_gets_a_short_message<T: Coded>() {
        let shortest = T::error("").to_string().len();
        for c in ["x", "\0", "永", "\u{10FFFF}"] {
            let text = c.repeat(1 << 20);
            let error = T::error(&text);
            assert_eq!(error.given(), text);
            assert!(error.to_string().len() < shortest + 48 * 10 + "…".len() + 1);
        }
    }

    pub fn a_huge_text_that_starts_with_a_code_is_not_it<T: Coded>() {
        for code in T::codes() {
            let text = format!("{code}{}", " ".repeat(1 << 12));
            assert!(T::read(&text).is_none(), "{code}");
        }
    }

    pub fn an_emoji_is_shown_as_it_is<T: Coded>() {
        let message = T::error("👩‍🌾").to_string();
        assert!(message.contains('👩') && message.contains('🌾'), "{message}");
    }

    pub fn control_characters_are_escaped<T: Coded>() {
        let text = "\0\x07\x1b[31m\n\r\t\u{7f}\u{85}\u{200b}\u{202e}\u{2028}\u{feff}\"\\";
        let message = T::error(text).to_string();
        let shown = r#""\0\u{7}\u{1b}[31m\n\r\t\u{7f}\u{85}\u{200b}\u{202e}\u{2028}\u{feff}\"\\""#;
        assert!(message.contains(shown), "{message}");
        assert!(!message.contains(|c: char| c.is_control()), "{message:?}");
    }

    pub fn names_are_given_in_both_languages_each_once<T: Described>() {
        for language in [0, 1] {
            let names: Vec<&str> = T::all().iter().map(|value| value.names()[language]).collect();
            assert!(names.iter().all(|name| !name.is_empty() && name.trim() == *name));
            let different: BTreeSet<&str> = names.iter().copied().collect();
            assert_eq!(different.len(), names.len(), "{names:?}");
        }
    }

    pub fn names_are_read_in_both_languages_and_english_in_any_case<T: Described>() {
        for value in T::all() {
            let [name, name_zh] = value.names();
            for text in [name, &name.to_uppercase(), &name.to_lowercase(), name_zh] {
                assert_eq!(text.parse(), Ok(value), "{text}");
            }
            for text in [format!("{name} "), format!("{name_zh}。"), name_zh.chars().skip(1).collect()] {
                assert_ne!(text.parse(), Ok(value), "{text}");
            }
        }
    }

    pub fn from_code_reads_codes_and_no_names<T: Described>() {
        for value in T::all() {
            assert_eq!(T::from_code(value.code()), Some(value));
            for name in value.names() {
                assert_eq!(T::from_code(name).map(T::code), T::codes().contains(&name).then_some(name));
            }
        }
    }

    pub fn english_is_in_ascii_and_chinese_is_not<T: Described>() {
        for value in T::all() {
            let ([name, _], [about, about_zh]) = (value.names(), value.abouts());
            assert!(name.is_ascii() && about.is_ascii(), "{value}");
            assert!(about_zh.contains(|c: char| !c.is_ascii()), "{value}");
        }
    }

    pub fn explanations_are_sentences<T: Described>() {
        for value in T::all() {
            let [about, about_zh] = value.abouts();
            assert!(about.starts_with(|c: char| c.is_ascii_uppercase()), "{about}");
            assert!(about.len() > 1 && about.ends_with('.'), "{about}");
            assert!(about_zh.chars().count() > 1 && about_zh.ends_with('。'), "{about_zh}");
        }
    }

    pub fn codes_are_kebab_case<T: Coded>() {
        for code in T::codes() {
            let is_word = |word: &str| {
                !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            };
            assert!(code.split('-').all(is_word), "{code}");
        }
    }
}

/// Makes a module that runs the code rules for a type.
macro_rules! obeys {
    ($module:ident: $Type:ident) => {
        mod $module {
            obeys!(@rules $Type:
                all_holds_each_once_and_in_order
                display_prints_the_code_and_from_str_reads_it
                display_pads_as_a_text
                one_spelling_is_accepted
                an_unknown_code_is_told_with_the_valid_ones
                the_message_starts_with_what_was_looked_up
                the_nearest_are_at_most_three_of_the_valid
                the_nearest_to_another_case_is_the_code
                the_nearest_to_a_padded_code_is_the_code
                a_wrong_letter_still_names_the_code
                nothing_is_near_to_the_empty_text
                a_huge_text_gets_a_short_message
                a_huge_text_that_starts_with_a_code_is_not_it
                an_emoji_is_shown_as_it_is
                control_characters_are_escaped
            );
            obeys!(@more $Type);
        }
    };
    (@more Metric) => {
        obeys!(@rules Metric: codes_are_kebab_case);
    };
    (@more Comparator) => {
        obeys!(@described Comparator);
    };
    (@more $Type:ident) => {
        obeys!(@rules $Type: codes_are_kebab_case);
        obeys!(@described $Type);
    };
    (@described $Type:ident) => {
        obeys!(@rules $Type:
            names_are_given_in_both_languages_each_once
            names_are_read_in_both_languages_and_english_in_any_case
            from_code_reads_codes_and_no_names
            english_is_in_ascii_and_chinese_is_not
            explanations_are_sentences
        );
    };
    (@rules $Type:ident: $($rule:ident)+) => {$(
        #[test]
        fn $rule() {
            crate::code_rules::$rule::<yongkang_metrics::$Type>();
        }
    )+};
}

mod codes {
    obeys!(metric: Metric);
    obeys!(category: Category);
    obeys!(unit: Unit);
    obeys!(dimension: Dimension);
    obeys!(stat_type: StatType);
    obeys!(admin_level: AdminLevel);
    obeys!(comparator: Comparator);
    obeys!(exclusion_reason: ExclusionReason);
}

mod unknown_code {
    use super::*;

    fn message<T: Coded>(text: &str) -> String {
        T::error(text).to_string()
    }

    #[test]
    fn message_with_one_near() {
        assert_eq!(
            message::<AdminLevel>("nationl"),
            "no admin level is called \"nationl\"; did you mean `national`? \
             Valid: `national`, `provincial`, `prefectural`, `county`"
        );
    }

    #[test]
    fn message_with_none_near() {
        assert_eq!(message::<Comparator>("about"), "no comparator is called \"about\"; valid: `<`, `<=`, `>=`, `>`");
    }

    #[test]
    fn message_with_two_near_and_too_many_to_list() {
        assert_eq!(
            message::<Metric>("foreign-trade"),
            "no metric is called \"foreign-trade\"; \
             did you mean `foreign-trade-total` or `foreign-trade-growth`?"
        );
    }

    #[test]
    fn message_with_none_near_and_too_many_to_list() {
        let count = DATASET.metric_count();
        assert_eq!(
            message::<Metric>("population"),
            format!("no metric is called \"population\"; there are {count} valid ones")
        );
    }

    #[test]
    fn a_text_of_48_characters_is_shown_whole_and_a_longer_one_cut() {
        let (whole, longer) = ("永".repeat(48), "永".repeat(49));
        assert!(message::<Unit>(&whole).contains(&format!("\"{whole}\"; ")));
        assert!(message::<Unit>(&longer).contains(&format!("\"{whole}\"…; ")));
    }

    /// `person` is a part of the text, but `person-time` is one letter away.
    #[test]
    fn the_nearest_comes_first() {
        let error = Unit::error("persontime");
        assert_eq!(error.nearest()[0], "person-time");
    }

    #[test]
    fn a_part_of_a_code_is_near_to_it() {
        assert_eq!(Category::error("trade").nearest(), ["foreign-trade"]);
    }

    #[test]
    fn errors_are_equal_when_the_same_was_asked() {
        assert_eq!(Unit::error("euro"), Unit::error("euro"));
        assert_ne!(Unit::error("euro"), Unit::error("dollar"));
        assert_ne!(Category::error("euro"), StatType::error("euro"));
    }
}

mod comparator {
    use super::*;

    #[test]
    fn codes_are_those_of_fhir() {
        assert_eq!(Comparator::codes(), ["<", "<=", ">=", ">"]);
    }
}

mod period_of_days {
    use super::*;

    #[test]
    fn starts_and_ends_on_the_days_given() {
        let (start, end) = (day("2019-02-03"), day("2020-04-05"));
        let period = Period::new(start, end).expect("in order");
        assert_eq!((period.start(), period.end()), (start, end));
    }

    #[test]
    fn does_not_end_before_it_starts() {
        let (first, second) = (day("2020-02-28"), day("2020-02-29"));
        assert_eq!(Period::new(second, first), None);
        assert!(Period::new(first, second).is_some());
        assert!(Period::new(first, first).is_some());
    }

    #[test]
    fn of_a_year_is_from_new_year_to_the_last_of_december() {
        let year = Period::year(2020).expect("a year");
        assert_eq!(year, period("2020-01-01/2020-12-31"));
    }

    #[test]
    fn of_a_year_is_none_where_chrono_has_no_such_year() {
        use chrono::Datelike;
        let (first, last) = (NaiveDate::MIN.year(), NaiveDate::MAX.year());
        assert_eq!(Period::year(last).map(Period::end), Some(NaiveDate::MAX));
        assert_eq!(Period::year(first).map(Period::start), Some(NaiveDate::MIN));
        for year in [i32::MIN, first - 1, last + 1, i32::MAX] {
            assert_eq!(Period::year(year), None, "{year}");
        }
    }

    #[test]
    fn days_count_both_ends() {
        assert_eq!(period("2020-02-29/2020-02-29").days(), 1);
        assert_eq!(period("2020-01-01/2020-11-30").days(), 335);
        let of_year = |year| Period::year(year).map(Period::days);
        assert_eq!(of_year(2020), Some(366));
        assert_eq!(of_year(2021), Some(365));
        assert_eq!(of_year(1900), Some(365));
    }

    #[test]
    fn days_of_the_longest_period_are_counted() {
        let longest = Period::new(NaiveDate::MIN, NaiveDate::MAX).expect("in order");
        let days = (NaiveDate::MAX - NaiveDate::MIN).num_days() + 1;
        assert_eq!(i64::from(longest.days()), days);
    }

    #[test]
    fn contains_asks_for_a_day() {
        let period = period("2020-02-01/2020-02-29");
        for (text, expected) in
            [("2020-01-31", false), ("2020-02-01", true), ("2020-02-29", true), ("2020-03-01", false)]
        {
            assert_eq!(period.contains(day(text)), expected, "{text}");
        }
    }

    #[test]
    fn is_subset_asks_for_all_days() {
        let outer = period("2020-02-01/2020-02-29");
        for inner in ["2020-02-01/2020-02-29", "2020-02-01/2020-02-01", "2020-02-29/2020-02-29"] {
            assert!(period(inner).is_subset(outer), "{inner}");
        }
        for other in [
            "2020-01-31/2020-02-29",
            "2020-02-01/2020-03-01",
            "2020-01-31/2020-01-31",
            "2020-03-01/2020-03-01",
            "2020-01-01/2020-12-31",
        ] {
            assert!(!period(other).is_subset(outer), "{other}");
        }
    }

    #[test]
    fn two_in_each_other_are_the_same() {
        let mut random = Random::new();
        for _ in 0..1000 {
            let (a, b) = (random.period(), random.period());
            assert!(a.is_subset(a));
            assert_eq!(a.is_subset(b) && b.is_subset(a), a == b);
        }
    }

    #[test]
    fn the_intersection_has_the_days_of_both() {
        let day_of = |period: Period, number| period.start() + Days::new(number);
        let mut random = Random::new();
        for _ in 0..1000 {
            let (a, b) = (random.period(), random.period());
            let both = a.intersection(b);
            assert_eq!((both, both.is_none()), (b.intersection(a), a.is_disjoint(b)));
            for number in (0..u64::from(a.days())).step_by(50) {
                let day = day_of(a, number);
                assert_eq!(both.is_some_and(|both| both.contains(day)), b.contains(day));
            }
            assert!(both.is_none_or(|both| both.is_subset(a) && both.is_subset(b)));
        }
    }

    #[test]
    fn a_range_of_days_is_a_period_if_there_is_a_day_in_it() {
        let mut random = Random::new();
        for _ in 0..100 {
            let period = random.period();
            let range = RangeInclusive::from(period);
            assert_eq!(Period::try_from(range), Ok(period));
        }
        assert!(Period::try_from(day("2020-01-02")..=day("2020-01-01")).is_err());
    }

    #[test]
    fn a_year_of_four_digits_is_read_whole() {
        for year in [0, 1, 999, 1949, 2020, 9999] {
            assert_eq!(format!("{year:04}").parse().ok(), Period::year(year));
        }
    }

    #[test]
    fn display_pads() {
        let trade = Metric::FOREIGN_TRADE_TOTAL.time_period();
        assert_eq!(format!("{trade:>23}|{trade:.4}|"), "  2020-01-01/2020-11-30|2020|");
    }

    #[test]
    fn is_ordered_by_start_then_by_end() {
        let mut random = Random::new();
        for _ in 0..1000 {
            let (a, b) = (random.period(), random.period());
            let by_days = (a.start(), a.end()).cmp(&(b.start(), b.end()));
            assert_eq!(a.cmp(&b), by_days);
        }
        assert!(period("2020-01-01/2020-11-30") < period("2020-01-01/2020-12-31"));
    }

    #[test]
    fn display_is_an_iso_8601_interval() {
        let trade = Metric::FOREIGN_TRADE_TOTAL.time_period();
        assert_eq!(trade.to_string(), "2020-01-01/2020-11-30");
    }

    #[test]
    fn display_reads_back() {
        let longest = Period::new(NaiveDate::MIN, NaiveDate::MAX);
        let mut random = Random::new();
        let random = (0..1000).map(|_| random.period());
        let of_metrics = MetricSet::ALL.iter().map(Metric::time_period);
        for period in of_metrics.chain(random).chain(longest) {
            assert_eq!(period.to_string().parse(), Ok(period));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "/",
            "//",
            "20",
            "02020",
            "20200",
            "+020",
            "-020",
            " 2020",
            "\u{FF12}\u{FF10}\u{FF12}\u{FF10}",
            "2020-01",
            "2020-01-01",
            "2020-01-01/",
            "/2020-12-31",
            "2020-01-01/2020-12-31/",
            "2020-01-01/2020-06-30/2020-12-31",
            "2020-12-31/2020-01-01",
            "2020-02-30/2020-12-31",
            "2021-02-29/2021-12-31",
            "2020-13-01/2020-13-31",
            "2020-01-01--2020-12-31",
            "2020-01-01 2020-12-31",
            "2020-01-01/P1Y",
            "2020-01-01/12-31",
            "2020-01-01/..",
            "2020-01-01T00:00/2020-12-31T00:00",
            "20200101/20201231",
            "2020/01/01",
            "2020-01-01/2020-12-031",
            "2020-01-01/2020-12-31\0",
            "\u{FF12}020-01-01/2020-12-31",
            "999999-01-01/999999-12-31",
            "二〇二〇年",
            "👩‍🌾/👩‍🌾",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_huge_text_is_refused() {
        assert!("0".repeat(1 << 20).parse::<Period>().is_err());
        assert!("/".repeat(1 << 20).parse::<Period>().is_err());
        let huge_year = format!("{}-01-01/2020-12-31", "9".repeat(1 << 20));
        assert!(huge_year.parse::<Period>().is_err());
    }

    /// Chrono reads days in all of these.
    #[test]
    fn iso_8601_is_the_one_spelling() {
        let lenient = [
            " 2020-01-01/2020-12-31",
            "2020-01-01/ 2020-12-31",
            "2020-1-1/2020-12-31",
            "2020 - 01 - 01/2020-12-31",
            "+2020-01-01/2020-12-31",
            "2020-01-01/2020-12-31\n",
        ];
        let read: Vec<_> = lenient.into_iter().filter(|text| text.parse::<Period>().is_ok()).collect();
        assert_eq!(read, [""; 0]);
    }

    #[test]
    fn error_says_what_was_expected() {
        let error = "2020-11".parse::<Period>().expect_err("a month is no period");
        assert_eq!(
            error.to_string(),
            "not a period; expected two days, the earlier first, as in 2021-01-01/2021-12-31, or a year"
        );
    }
}

mod bounds {
    use std::ops::Bound::{self, Excluded, Included, Unbounded};
    use std::ops::RangeBounds;

    use super::*;

    fn int(value: i64) -> Decimal {
        Decimal::from(value)
    }

    /// The printed figure, its ends, and its words; and what is contained at the ends and one step beyond.
    fn assert_bounds(metric: Metric, (obs_text, words): (&str, &str), (lower, upper): (Bound<i64>, Bound<i64>)) {
        let bounds = metric.bounds();
        assert_eq!(metric.obs_text(), obs_text);
        assert_eq!(bounds.lower(), lower.map(int));
        assert_eq!(bounds.upper(), upper.map(int));
        assert_eq!(bounds.to_string(), words);
        for (end, outwards) in [(lower, int(-1)), (upper, int(1))] {
            let (end, is_included) = match end {
                Included(end) => (int(end), true),
                Excluded(end) => (int(end), false),
                Unbounded => {
                    assert!(bounds.contains(int(i64::MAX) * outwards));
                    continue;
                }
            };
            let little = outwards * Decimal::new(1, 9);
            assert_eq!(bounds.contains(end), is_included, "{metric}");
            assert!(!bounds.contains(end + outwards), "{metric}");
            assert!(!bounds.contains(end + little), "{metric}");
            if !bounds.is_exact() {
                assert!(bounds.contains(end - little), "{metric}");
            }
        }
    }

    #[test]
    fn whole_counts_are_exact() {
        assert_bounds(Metric::ENTERPRISE_PROBLEMS_SOLVED, ("7538个", "exactly 7538"), (Included(7538), Included(7538)));
    }

    #[test]
    fn ranks_are_exact() {
        assert_bounds(Metric::COUNTY_BUSINESS_ENVIRONMENT_RANK, ("第24位", "exactly 24"), (Included(24), Included(24)));
    }

    #[test]
    fn chinese_digits_are_exact() {
        assert_bounds(
            Metric::RELIEF_AND_EMPOWERMENT_MEASURES,
            ("十大举措", "exactly 10"),
            (Included(10), Included(10)),
        );
    }

    #[test]
    fn amounts_without_a_magnitude_are_exact() {
        assert_bounds(
            Metric::MINIMUM_LIVING_ALLOWANCE_STANDARD,
            ("每人每月850元", "exactly 850"),
            (Included(850), Included(850)),
        );
    }

    #[test]
    fn decimals_of_yi_are_rounded_to_the_last_digit() {
        assert_bounds(
            Metric::FIVE_REDUCTIONS_RELIEF,
            ("26.7亿元", "2665000000 to 2675000000"),
            (Included(2_665_000_000), Included(2_675_000_000)),
        );
        assert_bounds(
            Metric::FOREIGN_TRADE_TOTAL,
            ("387.7亿元人民币", "38765000000 to 38775000000"),
            (Included(38_765_000_000), Included(38_775_000_000)),
        );
    }

    #[test]
    fn decimals_of_wan_are_rounded_to_the_last_digit() {
        assert_bounds(
            Metric::ERRANDS_RUN_FOR_RESIDENTS,
            ("1.4万次", "13500 to 14500"),
            (Included(13_500), Included(14_500)),
        );
    }

    #[test]
    fn percentages_are_rounded_to_the_last_digit() {
        let bounds = Metric::FOREIGN_TRADE_GROWTH.bounds();
        assert_eq!(Metric::FOREIGN_TRADE_GROWTH.obs_text(), "同比增长33%");
        assert_eq!(bounds.lower(), Included(decimal("32.5")));
        assert_eq!(bounds.upper(), Included(decimal("33.5")));
        assert_eq!(bounds.to_string(), "32.5 to 33.5");
        for inside in ["32.5", "33", "33.5"] {
            assert!(bounds.contains(decimal(inside)), "{inside}");
        }
        for outside in ["31.5", "32.499999999", "33.500000001", "34.5"] {
            assert!(!bounds.contains(decimal(outside)), "{outside}");
        }
    }

    #[test]
    fn yu_after_wan_is_less_than_one_more_wan() {
        assert_bounds(
            Metric::NUCLEIC_ACID_TESTS,
            ("3万余人次", "more than 30000, less than 40000"),
            (Excluded(30_000), Excluded(40_000)),
        );
    }

    #[test]
    fn yu_after_plain_hundreds_is_less_than_one_more_hundred() {
        assert_bounds(
            Metric::ENTERPRISES_NEWLY_ON_CLOUD,
            ("800余家", "more than 800, less than 900"),
            (Excluded(800), Excluded(900)),
        );
    }

    #[test]
    fn yu_after_bai_is_less_than_one_more_hundred() {
        assert_bounds(
            Metric::CENTRAL_MEDIA_ARTICLES,
            ("百余篇", "more than 100, less than 200"),
            (Excluded(100), Excluded(200)),
        );
    }

    #[test]
    fn tupo_is_that_or_more() {
        assert_bounds(Metric::MARKET_ENTITIES, ("突破13万户", "130000 or more"), (Included(130_000), Unbounded));
    }

    #[test]
    fn yixia_is_that_or_less() {
        assert_bounds(
            Metric::LOW_EFFICIENCY_TAX_THRESHOLD,
            ("亩均税收1万元以下", "10000 or less"),
            (Unbounded, Included(10_000)),
        );
    }

    /// Of what makes a printed figure other than exact, by the table in the docs of `Bounds`.
    const INEXACT: &[&str] = &[
        "万",
        "亿",
        ".",
        "%",
        "余",
        "多",
        "近",
        "超",
        "逾",
        "突破",
        "以上",
        "至少",
        "不少于",
        "不低于",
        "以下",
        "以内",
        "至多",
        "不超过",
        "不足",
        "不到",
        "不满",
        "低于",
    ];

    #[test]
    fn what_is_printed_without_magnitude_fraction_or_qualifier_is_exact_and_nothing_else() {
        for metric in MetricSet::ALL {
            let text = metric.obs_text();
            let plain = !INEXACT.iter().any(|word| text.contains(word));
            assert_eq!(metric.bounds().is_exact(), plain, "{metric}: {text}");
        }
    }

    #[test]
    fn exact_bounds_have_the_value_at_both_ends() {
        for metric in MetricSet::ALL {
            let value = Included(metric.value());
            let bounds = metric.bounds();
            let at_value = (bounds.lower(), bounds.upper()) == (value, value);
            assert_eq!(bounds.is_exact(), at_value, "{metric}");
        }
    }

    #[test]
    fn the_value_is_contained_unless_the_comparator_is_strict() {
        for metric in MetricSet::ALL {
            let contained = match metric.comparator() {
                None | Some(Comparator::GreaterOrEqual | Comparator::LessOrEqual) => true,
                Some(Comparator::Greater | Comparator::Less) => false,
            };
            assert_eq!(metric.bounds().contains(metric.value()), contained, "{metric}");
        }
    }

    #[test]
    fn the_value_is_the_end_that_the_comparator_names_or_in_the_middle() {
        for metric in MetricSet::ALL {
            let (value, bounds) = (metric.value(), metric.bounds());
            match metric.comparator() {
                Some(Comparator::Greater) => assert_eq!(bounds.lower(), Excluded(value)),
                Some(Comparator::GreaterOrEqual) => assert_eq!(bounds.lower(), Included(value)),
                Some(Comparator::LessOrEqual) => assert_eq!(bounds.upper(), Included(value)),
                Some(Comparator::Less) => assert_eq!(bounds.upper(), Excluded(value)),
                None => match (bounds.lower(), bounds.upper()) {
                    (Included(lower), Included(upper)) => {
                        assert_eq!(upper - value, value - lower, "{metric}");
                    }
                    ends => panic!("{metric}: {ends:?}"),
                },
            }
        }
    }

    #[test]
    fn ends_print_without_trailing_zeros() {
        for metric in MetricSet::ALL {
            let bounds = metric.bounds();
            for end in [bounds.lower(), bounds.upper()] {
                if let Included(end) | Excluded(end) = end {
                    assert_eq!(end.to_string(), end.normalize().to_string(), "{metric}");
                }
            }
        }
    }

    #[test]
    fn range_bounds_are_the_same_ends() {
        for metric in MetricSet::ALL {
            let bounds = metric.bounds();
            assert_eq!(bounds.start_bound().cloned(), bounds.lower(), "{metric}");
            assert_eq!(bounds.end_bound().cloned(), bounds.upper(), "{metric}");
            let value = metric.value();
            assert_eq!(RangeBounds::contains(&bounds, &value), bounds.contains(value));
        }
    }

    #[test]
    fn range_bounds_choose_from_an_ordered_set() {
        let values = BTreeSet::from([800, 801, 899, 900].map(int));
        let bounds = Metric::ENTERPRISES_NEWLY_ON_CLOUD.bounds();
        assert!(values.range(bounds).eq(&[int(801), int(899)]));
    }

    #[test]
    fn equal_ends_make_equal_bounds() {
        let five = Metric::MEDICAL_WORKERS_SENT_TO_HUBEI.bounds();
        assert_eq!(five, Metric::JINHUA_OUTSTANDING_PARTY_MEMBERS.bounds());
        assert_ne!(five, Metric::TOP_TALENTS_RECRUITED.bounds());
    }
}

mod quantity {
    use super::*;
    use yongkang_metrics::unit::{Day, Month, Percent, Person, Rank, Week, Year, Yuan, YuanPerMu};

    fn yuan(value: Decimal) -> Quantity<Yuan> {
        Quantity::exact(value)
    }

    fn for_each_pair(check: impl Fn(Decimal, Decimal)) {
        let mut random = Random::new();
        for _ in 0..1000 {
            check(random.decimal(), random.decimal());
        }
        check(Decimal::ZERO, Decimal::ZERO);
        check(Decimal::MAX, Decimal::MIN);
    }

    #[test]
    fn holds_its_value_and_knows_its_unit() {
        for_each_pair(|a, _| {
            assert_eq!(yuan(a).value(), a);
            assert_eq!(yuan(a).unit(), Unit::Yuan);
        });
    }

    #[test]
    fn plus_and_minus_are_those_of_the_values() {
        for_each_pair(|a, b| assert_eq!((yuan(a) + yuan(b)).value(), a + b));
        for_each_pair(|a, b| assert_eq!((yuan(a) - yuan(-b)).value(), a - -b));
    }

    #[test]
    fn assigning_operators_do_what_the_others_do() {
        for_each_pair(|a, b| {
            let (mut sum, mut difference) = (yuan(a), yuan(a));
            sum += yuan(b);
            difference -= yuan(-b);
            assert_eq!((sum, difference), (yuan(a + b), yuan(a + b)));
        });
    }

    #[test]
    fn sum_takes_values_and_references() {
        let mut random = Random::new();
        let values: Vec<Decimal> = (0..1000).map(|_| random.decimal()).collect();
        let quantities: Vec<_> = values.iter().copied().map(yuan).collect();
        let expected = yuan(values.iter().sum());
        assert_eq!(quantities.iter().sum::<Quantity<Yuan>>(), expected);
        assert_eq!(quantities.into_iter().sum::<Quantity<Yuan>>(), expected);
    }

    #[test]
    fn the_sum_of_nothing_is_the_default_is_zero() {
        let nothing: Quantity<Yuan> = std::iter::empty::<Quantity<Yuan>>().sum();
        assert_eq!(nothing, yuan(Decimal::ZERO));
        assert_eq!(Quantity::default(), yuan(Decimal::ZERO));
    }

    #[test]
    fn checked_operators_agree_with_the_others_in_range() {
        for_each_pair(|a, b| {
            assert_eq!(yuan(a).checked_add(yuan(b)), Some(yuan(a) + yuan(b)));
            assert_eq!(yuan(a).checked_sub(yuan(-b)), Some(yuan(a) - yuan(-b)));
        });
    }

    #[test]
    fn checked_operators_give_none_out_of_range() {
        let (most, least) = (yuan(Decimal::MAX), yuan(Decimal::MIN));
        let one = yuan(Decimal::ONE);
        assert_eq!(most.checked_add(one), None);
        assert_eq!(least.checked_sub(one), None);
        assert_eq!(most.checked_sub(least), None);
        assert_eq!(most.checked_add(yuan(Decimal::ZERO)), Some(most));
        assert_eq!(most.checked_sub(one), Some(yuan(Decimal::MAX - Decimal::ONE)));
    }

    #[test]
    #[should_panic(expected = "out of the range of `Decimal`")]
    fn plus_panics_out_of_range() {
        let _ = yuan(Decimal::MAX) + yuan(Decimal::ONE);
    }

    #[test]
    #[should_panic(expected = "out of the range of `Decimal`")]
    fn minus_panics_out_of_range() {
        let _ = yuan(Decimal::MIN) - yuan(Decimal::ONE);
    }

    #[test]
    #[should_panic(expected = "out of the range of `Decimal`")]
    fn plus_assign_panics_out_of_range() {
        let mut most = yuan(Decimal::MAX);
        most += yuan(Decimal::ONE);
    }

    #[test]
    #[should_panic(expected = "out of the range of `Decimal`")]
    fn minus_assign_panics_out_of_range() {
        let mut least = yuan(Decimal::MIN);
        least -= yuan(Decimal::ONE);
    }

    #[test]
    #[should_panic(expected = "out of the range of `Decimal`")]
    fn sum_panics_out_of_range() {
        let _: Quantity<Yuan> = [yuan(Decimal::MAX); 2].iter().sum();
    }

    #[test]
    fn ratio_is_how_many_times() {
        let of = |a: i64, b: i64| yuan(a.into()).ratio(yuan(b.into()));
        assert_eq!(of(3, 2), Some(decimal("1.5").into()));
        assert_eq!(of(-3, 2), Some(decimal("-1.5").into()));
        assert_eq!(of(0, 2), Some(0.into()));
    }

    #[test]
    fn ratio_to_zero_or_out_of_range_is_none() {
        let zero = yuan(Decimal::ZERO);
        assert_eq!(yuan(Decimal::ONE).ratio(zero), None);
        assert_eq!(zero.ratio(zero), None);
        assert_eq!(yuan(Decimal::MAX).ratio(yuan(decimal("0.1"))), None);
    }

    #[test]
    fn rates_have_a_ratio() {
        let rate = |value: i64| Quantity::<YuanPerMu>::exact(value.into());
        assert_eq!(rate(20_000).ratio(rate(10_000)), Some(2.into()));
    }

    #[test]
    fn a_week_is_seven_days_and_a_year_twelve_months() {
        let weeks = Quantity::<Week>::exact(decimal("1.5"));
        assert_eq!(weeks.convert(), Some(Quantity::<Day>::exact(decimal("10.5"))));
        let years = Quantity::<Year>::exact(Decimal::from(-3));
        assert_eq!(years.convert(), Some(Quantity::<Month>::exact(Decimal::from(-36))));
    }

    #[test]
    fn convert_gives_none_out_of_range() {
        assert_eq!(Quantity::<Week>::exact(Decimal::MAX).convert::<Day>(), None);
        assert_eq!(Quantity::<Year>::exact(Decimal::MIN).convert::<Month>(), None);
    }

    #[test]
    fn the_factors_of_conversion_can_be_asked_for() {
        use yongkang_metrics::ExactlyIn;
        assert_eq!(<Week as ExactlyIn<Day>>::FACTOR, 7);
        assert_eq!(<Year as ExactlyIn<Month>>::FACTOR, 12);
    }

    #[test]
    fn display_prints_the_value_and_the_name_of_the_unit() {
        let persons = Quantity::<Person>::exact(decimal("29"));
        assert_eq!(persons.to_string(), "29 persons");
        let per_mu = Quantity::<YuanPerMu>::exact(decimal("-0.50"));
        assert_eq!(per_mu.to_string(), "-0.50 yuan per mu");
    }

    #[test]
    fn display_names_one_in_the_singular() {
        let persons = |value| Quantity::<Person>::exact(decimal(value)).to_string();
        assert_eq!(persons("1"), "1 person");
        assert_eq!(persons("1.0"), "1.0 person");
        assert_eq!(persons("0"), "0 persons");
        assert_eq!(persons("-1"), "-1 persons");
        assert_eq!(persons("1.5"), "1.5 persons");
    }

    #[test]
    fn what_is_exact_compares_as_its_value() {
        for_each_pair(|a, b| {
            assert_eq!(yuan(a).certainly_less(yuan(b)), a < b);
            assert_eq!(yuan(a).possibly_less(yuan(b)), a < b);
            assert_eq!(yuan(a).certainly_greater(yuan(b)), a > b);
            assert_eq!(yuan(a).possibly_greater(yuan(b)), a > b);
            assert_eq!(yuan(a) == yuan(b), a == b);
        });
        assert_eq!(yuan(decimal("1.0")), yuan(decimal("1.00")));
    }

    #[test]
    fn equal_quantities_hash_alike() {
        let hashed = HashSet::from([yuan(decimal("1.0")), yuan(decimal("1.00"))]);
        assert_eq!(hashed.len(), 1);
    }

    #[test]
    fn ranks_and_percentages_compare() {
        let rank = |value: i64| Quantity::<Rank>::exact(value.into());
        assert!(rank(24).certainly_less(rank(47)));
        let percent = |value: i64| Quantity::<Percent>::exact(value.into());
        assert!(percent(33).certainly_greater(percent(-1)));
    }

    /// About a number, to within one either way.
    fn about(value: i64) -> Quantity<Yuan> {
        let bounds = Bounds::new(Decimal::from(value - 1)..=Decimal::from(value + 1)).expect("in order");
        Quantity::new(Estimate::new(value.into(), bounds).expect("in the middle"))
    }

    #[test]
    fn bounds_go_where_the_values_go() {
        let (ten, three) = (about(10), about(3));
        for (quantity, expected) in [
            (ten + three, "13 yuan (11 to 15)"),
            (ten - three, "7 yuan (5 to 9)"),
            ([ten, three, three].iter().sum(), "16 yuan (13 to 19)"),
            (ten * 3, "30 yuan (27 to 33)"),
            (ten * three.estimate(), "30 yuan (18 to 44)"),
            (ten / 2, "5 yuan (4.5 to 5.5)"),
            (ten / three.estimate(), "3.3333333333333333333333333333 yuan (2.25 to 5.5)"),
            (ten - ten, "0 yuan (-2 to 2)"),
            ((ten / 3).round_dp(1), "3.3 yuan (3 or more, less than 3.7)"),
            (ten + yuan(Decimal::ONE), "11 yuan (10 to 12)"),
        ] {
            assert_eq!(quantity.to_string(), expected);
        }
        let ratio = ten.ratio(three).expect("never zero");
        assert_eq!(ratio.bounds().to_string(), "2.25 to 5.5");
        assert_eq!(ten.ratio(about(1)), None, "the divisor may be zero");
        assert_eq!(ten.checked_div(about(0).estimate()), None);
        let weeks = Quantity::<Week>::new(about(2).estimate());
        assert_eq!(weeks.convert::<Day>().expect("in range").to_string(), "14 days (7 to 21)");
    }

    #[test]
    fn zero_has_no_sign() {
        assert_eq!((-Bounds::from(0)).to_string(), "exactly 0");
        assert_eq!((-Estimate::from(0)).to_string(), "0");
        assert_eq!((1 - Estimate::from(1)) * -2, Estimate::from(0));
        assert_eq!((-yuan(Decimal::ZERO)).to_string(), "0 yuan");
    }

    #[test]
    fn neither_of_two_that_overlap_is_certainly_less() {
        assert!(!about(3).certainly_less(about(5)) && about(3).possibly_less(about(5)));
        assert!(about(3).certainly_less(about(6)) && !about(3).possibly_greater(about(5)));
    }

    #[test]
    #[should_panic(expected = "the divisor may be zero")]
    fn by_panics_where_the_divisor_may_be_zero() {
        let _ = yuan(Decimal::ONE) / about(0).estimate();
    }

    #[test]
    fn an_estimate_has_its_value_within_its_bounds() {
        let bounds = Bounds::new(Decimal::ONE..Decimal::TEN).expect("in order");
        for (value, is_within) in [("0.9", false), ("1", true), ("5", true), ("10", true), ("10.1", false)] {
            assert_eq!(Estimate::new(decimal(value), bounds).is_some(), is_within, "{value}");
        }
        let mut random = Random::new();
        for _ in 0..2_000 {
            let [a, b, c, d] = [(); 4].map(|()| random.decimal());
            let estimate = |a: Decimal, b: Decimal| {
                let bounds = Bounds::new(a.min(b)..=a.max(b)).expect("in order");
                Estimate::new(bounds.midpoint().expect("two ends"), bounds).expect("in the middle")
            };
            let (x, y) = (estimate(a, b), estimate(c, d));
            let results = [x.checked_add(y), x.checked_sub(y), x.checked_mul(y), x.checked_div(y), Some(x.round_dp(1))];
            for result in results.into_iter().flatten() {
                assert_eq!(Estimate::new(result.value(), result.bounds()), Some(result), "{x} and {y}");
            }
        }
    }
}

/// Which traits a type has, as a value: where the inherent constant does not apply, the one of the trait does.
mod probe {
    use std::marker::PhantomData;
    use yongkang_metrics::unit;

    pub trait No {
        const YES: bool = false;
    }

    pub struct Additive<T>(PhantomData<T>);
    pub struct RatioScale<T>(PhantomData<T>);

    impl<T> No for Additive<T> {}
    impl<T> No for RatioScale<T> {}

    impl<T: unit::Additive> Additive<T> {
        pub const YES: bool = true;
    }

    impl<T: unit::RatioScale> RatioScale<T> {
        pub const YES: bool = true;
    }
}

/// Gives the marker types to a macro, those that add up apart.
macro_rules! with_markers {
    ($use:ident) => {
        $use! {
            additive: Yuan Person PersonTime Occurrence Problem Enterprise MarketEntity Collective Project
                WorkItem PolicyMeasure SpecialAction PolicyArticle ReformPilot Reform NewsArticle Park Village Town
                CulturalHall ScenicArea DisabilityServiceFacility Year Month Week Day;
            other: YuanPerMu YuanPerPersonMonth Rank Percent;
        }
    };
}

mod units {
    use super::probe::No as _;
    use super::*;
    use yongkang_metrics::unit::UnitType;

    struct Marker {
        name: &'static str,
        unit: Unit,
        marks: Unit,
        is_additive: bool,
        is_ratio_scale: bool,
        is_zero_sized: bool,
    }

    fn marks<U: UnitType>(_: U) -> Unit {
        U::UNIT
    }

    macro_rules! markers {
        (additive: $($Additive:ident)+; other: $($Other:ident)+;) => {
            markers!(@list $($Additive)+ $($Other)+)
        };
        (@list $($Name:ident)+) => {
            [$(Marker {
                name: stringify!($Name),
                unit: Unit::$Name,
                marks: marks(unit::$Name),
                is_additive: probe::Additive::<unit::$Name>::YES,
                is_ratio_scale: probe::RatioScale::<unit::$Name>::YES,
                is_zero_sized: size_of::<unit::$Name>() == 0,
            }),+]
        };
    }

    fn markers() -> impl Iterator<Item = Marker> {
        with_markers!(markers).into_iter()
    }

    #[test]
    fn the_list_of_markers_covers_every_unit() {
        let listed: BTreeSet<Unit> = markers().map(|marker| marker.unit).collect();
        assert!(listed.iter().eq(Unit::ALL));
        assert_eq!(markers().count(), Unit::ALL.len());
    }

    #[test]
    fn a_marker_marks_the_unit_of_its_name() {
        for marker in markers() {
            assert_eq!(marker.marks, marker.unit);
            assert_eq!(format!("{:?}", marker.unit), marker.name);
            assert!(marker.is_zero_sized, "{}", marker.name);
        }
    }

    #[test]
    fn money_counts_and_durations_add_up_and_nothing_else() {
        use Dimension::{Count, Duration, Money};
        for marker in markers() {
            let adds_up = matches!(marker.unit.dimension(), Money | Count | Duration);
            assert_eq!(marker.is_additive, adds_up, "{}", marker.name);
        }
    }

    #[test]
    fn all_but_ranks_and_percentages_have_ratios() {
        use Dimension::{Rank, Ratio};
        for marker in markers() {
            let has_ratio = !matches!(marker.unit.dimension(), Rank | Ratio);
            assert_eq!(marker.is_ratio_scale, has_ratio, "{}", marker.name);
        }
    }

    #[test]
    fn counts_and_durations_have_a_singular_and_nothing_else() {
        use Dimension::{Count, Duration};
        for unit in Unit::ALL {
            let is_counted = matches!(unit.dimension(), Count | Duration);
            assert!(!unit.name_singular().is_empty(), "{unit}");
            assert_eq!(unit.name_singular() != unit.name(), is_counted, "{unit}");
        }
    }

    #[test]
    fn printed_forms_are_given_each_once() {
        for unit in Unit::ALL {
            let forms: BTreeSet<_> = unit.printed().iter().collect();
            assert!(!forms.is_empty(), "{unit}");
            assert_eq!(forms.len(), unit.printed().len(), "{unit}");
            assert!(forms.iter().all(|(_, after)| !after.is_empty()), "{unit}");
        }
    }

    #[test]
    fn ucum_codes_are_given_each_once() {
        let codes: BTreeSet<&str> = Unit::ALL.iter().filter_map(|unit| unit.standard_codes().ucum).collect();
        assert_eq!(codes.len(), Unit::ALL.len());
    }

    #[test]
    fn ucum_counts_are_annotations_of_the_code() {
        for unit in Dimension::Count.metrics().iter().map(Metric::unit) {
            let annotation = format!("{{{}}}", unit.code());
            assert_eq!(unit.standard_codes().ucum, Some(&*annotation));
        }
    }

    #[test]
    fn only_money_has_a_currency() {
        for unit in Unit::ALL {
            let currency = (unit.dimension() == Dimension::Money).then_some("CNY");
            assert_eq!(unit.standard_codes().iso_4217, currency, "{unit}");
        }
    }

    #[test]
    fn codes_of_qudt_and_recommendation_20_are_given_where_there_are_any() {
        let codes = |unit: Unit| (unit.standard_codes().qudt, unit.standard_codes().rec_20);
        for &unit in Unit::ALL {
            let expected = match unit {
                Unit::Yuan => (Some("CCY_CNY"), None),
                Unit::Person => (None, Some("IE")),
                Unit::Percent => (Some("PERCENT"), Some("P1")),
                Unit::Year => (Some("YR"), Some("ANN")),
                Unit::Month => (None, Some("MON")),
                Unit::Week => (Some("WK"), Some("WEE")),
                Unit::Day => (Some("DAY"), Some("DAY")),
                _ => (None, None),
            };
            assert_eq!(codes(unit), expected, "{unit}");
        }
    }
}

mod unit_mismatch {
    use super::*;
    use yongkang_metrics::unit::UnitType;

    /// Asks every metric for a quantity in the unit.
    fn assert_mismatches<U: UnitType>(marker: &str) {
        for metric in MetricSet::ALL {
            let unit = metric.unit();
            match metric.quantity::<U>() {
                Ok(quantity) => {
                    assert_eq!(unit, U::UNIT, "{metric}");
                    assert_eq!(quantity.value(), metric.value(), "{metric}");
                }
                Err(error) => {
                    assert_ne!(unit, U::UNIT, "{metric} as {marker}");
                    assert_eq!((error.metric(), error.asked()), (metric, U::UNIT));
                    let (id, name, asked) = (metric.id(), unit.name(), U::UNIT.name());
                    let message = format!("`{id}` is in {name}, not in {asked}; ask for `unit::{unit:?}`");
                    assert_eq!(error.to_string(), message);
                }
            }
        }
    }

    macro_rules! all {
        (additive: $($Additive:ident)+; other: $($Other:ident)+;) => {
            $(assert_mismatches::<unit::$Additive>(stringify!($Additive));)+
            $(assert_mismatches::<unit::$Other>(stringify!($Other));)+
        };
    }

    #[test]
    fn a_metric_is_a_quantity_in_its_own_unit_and_in_no_other() {
        with_markers!(all);
    }

    #[test]
    fn the_message_names_both_units_and_the_right_type() {
        let error = Metric::NUCLEIC_ACID_TESTS.quantity::<unit::Person>();
        let error = error.expect_err("in person-times");
        assert_eq!(
            error.to_string(),
            "`nucleic-acid-tests` is in person-times, not in persons; ask for `unit::PersonTime`"
        );
    }
}

mod dataset {
    use super::*;

    #[test]
    fn says_what_it_is_of() {
        assert_eq!(DATASET.title(), "Key metrics of Yongkang City, 2020");
        assert_eq!(DATASET.title_zh(), "永康市2020年主要指标");
        let source = "Yongkang City's 2020 year-in-review report, in Chinese";
        assert_eq!(DATASET.source(), source);
    }

    #[test]
    fn says_where_it_is_of() {
        assert_eq!(DATASET.gb_t_2260(), "330784");
        assert_eq!(DATASET.iso_3166_2(), "CN-ZJ");
    }

    #[test]
    fn says_of_which_text_it_was_made() {
        assert_eq!(DATASET.source_sha256(), "c296b3fca4269d776e2f1aa90aef69431564da2fdf389b5ebfa6fa0557d0ef3d");
        assert_eq!(DATASET.source_chars(), 4102);
    }

    #[test]
    fn has_the_version_of_the_crate() {
        assert_eq!(DATASET.version(), env!("CARGO_PKG_VERSION"));
    }

    #[test]
    fn counts_what_it_holds() {
        assert_eq!(DATASET.metrics(), MetricSet::ALL);
        assert_eq!(DATASET.metric_count(), MetricSet::ALL.iter().count());
        assert_eq!(DATASET.exclusion_count(), DATASET.exclusions().count());
    }

    #[test]
    fn display_is_a_line_of_it_all() {
        let (metrics, exclusions) = (DATASET.metric_count(), DATASET.exclusion_count());
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(
            DATASET.to_string(),
            format!(
                "Key metrics of Yongkang City, 2020 (永康市2020年主要指标), version {version}: \
                 {metrics} metrics, {exclusions} numerals excluded"
            )
        );
    }

    #[test]
    fn every_figure_and_every_exclusion_ends_within_the_source() {
        let metrics = MetricSet::ALL.iter().map(|m| (m.source_start(), m.obs_text()));
        let exclusions = DATASET.exclusions().map(|e| (e.source_start(), e.text()));
        for (start, text) in metrics.chain(exclusions) {
            assert!(start + text.chars().count() <= DATASET.source_chars(), "{text} at {start}");
        }
    }
}

mod exclusion {
    use super::*;

    #[test]
    fn getters_give_the_first_of_the_report() {
        let first = DATASET.exclusions().next().expect("there are some");
        assert_eq!((first.text(), first.reason()), ("2020", ExclusionReason::Date));
        assert_eq!((first.section().number(), first.source_start()), (0, 0));
    }

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
        let exclusions: Vec<Exclusion> = DATASET.exclusions().collect();
        for pair in exclusions.windows(2) {
            assert!(pair[0] < pair[1]);
            let end = pair[0].source_start() + pair[0].text().chars().count();
            assert!(end <= pair[1].source_start(), "{pair:?}");
            assert!(pair[0].section() <= pair[1].section(), "{pair:?}");
        }
    }

    #[test]
    fn iteration_is_the_same_from_the_back() {
        let mut backwards: Vec<Exclusion> = DATASET.exclusions().rev().collect();
        backwards.reverse();
        assert!(DATASET.exclusions().eq(backwards));
    }

    #[test]
    fn iteration_takes_from_both_ends_and_knows_what_is_left() {
        let mut random = Random::new();
        let mut left = DATASET.exclusions().collect::<Vec<_>>().into_iter();
        let mut iter = DATASET.exclusions();
        while left.len() > 0 {
            assert_eq!((iter.len(), iter.size_hint()), (left.len(), left.size_hint()));
            let (found, expected) = match random.below(2) {
                0 => (iter.next(), left.next()),
                _ => (iter.next_back(), left.next_back()),
            };
            assert_eq!(found, expected);
        }
        assert_eq!((iter.next(), iter.next_back(), iter.len()), (None, None, 0));
    }

    #[test]
    fn a_clone_of_the_iteration_goes_its_own_way() {
        let mut iter = DATASET.exclusions();
        let clone = iter.clone();
        iter.next();
        assert_eq!(iter.len() + 1, clone.len());
    }

    #[test]
    fn no_numeral_is_both_excluded_and_of_a_metric() {
        for exclusion in DATASET.exclusions() {
            let in_metric = MetricSet::ALL.iter().find(|metric| {
                let start = metric.source_start();
                let end = start + metric.obs_text().chars().count();
                (start..end).contains(&exclusion.source_start())
            });
            assert_eq!(in_metric, None, "{exclusion:?}");
        }
    }
}

mod section {
    use super::*;

    #[test]
    fn there_are_those_from_0_to_9() {
        for number in 0..=u8::MAX {
            let section = Section::new(number);
            assert_eq!(section.map(Section::number), (number <= 9).then_some(number));
        }
    }

    #[test]
    fn all_holds_each_at_its_number() {
        assert_eq!(Section::ALL.len(), 10);
        for (section, number) in Section::ALL.iter().zip(0..) {
            assert_eq!(Some(*section), Section::new(number));
        }
        assert!(Section::ALL.is_sorted());
    }

    #[test]
    fn display_prints_the_number_and_pads_it() {
        let section = Section::ALL[4];
        assert_eq!(section.to_string(), "4");
        assert_eq!(format!("{section:>3}|{section:<3}|"), "  4|4  |");
    }

    #[test]
    fn display_reads_back() {
        for &section in Section::ALL {
            assert_eq!(section.to_string().parse(), Ok(section));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "10",
            "-1",
            "-0",
            "256",
            "1000",
            "3.0",
            " 3",
            "3 ",
            "3\n",
            "0x3",
            "three",
            "三",
            "\u{FF13}",
            "Section(3)",
            "👩‍🌾",
            "\0",
        ] {
            assert!(text.parse::<Section>().is_err(), "{text:?}");
        }
        assert!("9".repeat(1 << 20).parse::<Section>().is_err());
    }

    /// `u8` reads all of these.
    #[test]
    fn the_digit_is_the_one_spelling() {
        let lenient = ["+3", "03", "0000000000003", "+0003"];
        let read: Vec<_> = lenient.into_iter().filter(|text| text.parse::<Section>().is_ok()).collect();
        assert_eq!(read, [""; 0]);
    }

    #[test]
    fn error_says_what_was_expected() {
        let error = "10".parse::<Section>().expect_err("there are nine");
        assert_eq!(error.to_string(), "not a section of the report; expected a number from 0 to 9");
    }
}

mod record {
    use super::*;

    #[test]
    fn each_is_what_the_crate_says() {
        for metric in MetricSet::ALL {
            assert_eq!(Record::from(metric).verify(), Ok(()));
        }
    }

    #[test]
    fn a_changed_field_is_named_with_both_values() {
        let right = Record::from(Metric::FOREIGN_TRADE_TOTAL);
        let trade = Metric::FOREIGN_TRADE_TOTAL;
        for (record, field, found, expected) in [
            (Record { title: "GDP".into(), ..right.clone() }, "title", "GDP", trade.title()),
            (Record { category: Category::Talent, ..right.clone() }, "category", "talent", "foreign-trade"),
            (Record { section: Section::ALL[0], ..right.clone() }, "section", "0", "4"),
            (Record { obs_value: decimal("387.7"), ..right.clone() }, "obs_value", "387.7", "38770000000"),
            (Record { comparator: Some(Comparator::Less), ..right.clone() }, "comparator", "<", ""),
            (Record { note: None, ..right.clone() }, "note", "", trade.note().expect("a note")),
            (Record { keywords: "".into(), ..right.clone() }, "keywords", "", &trade.keywords().join(" ")),
            (
                Record { id: Metric::FOREIGN_TRADE_GROWTH, ..right.clone() },
                "title",
                trade.title(),
                Metric::FOREIGN_TRADE_GROWTH.title(),
            ),
        ] {
            let error = record.verify().expect_err("it was changed");
            assert_eq!((error.metric(), error.field()), (record.id, field));
            assert_eq!((error.found(), error.expected()), (found, expected));
            assert_eq!(error.to_string(), format!("`{}`: {field} {found:?}; expected {expected:?}", record.id));
        }
    }

    #[test]
    fn a_value_of_more_digits_is_the_same() {
        let right = Record::from(Metric::FOREIGN_TRADE_GROWTH);
        assert_eq!(Record { obs_value: decimal("33.00"), ..right }.verify(), Ok(()));
    }

    #[test]
    fn a_wide_one_says_what_the_getters_say() {
        for metric in MetricSet::ALL {
            let row = WideRecord::from(metric);
            let (category, unit, section) = (metric.category(), metric.unit(), metric.section());
            assert_eq!((row.id, row.title, row.title_zh), (metric, metric.title(), metric.title_zh()));
            assert_eq!((row.category, row.unit, row.section), (category, unit, section));
            assert_eq!((row.category_name, row.category_name_zh), (category.name(), category.name_zh()));
            assert_eq!((row.unit_name, row.unit_name_zh), (unit.name(), unit.name_zh()));
            assert_eq!((row.section_title, row.section_title_zh), (section.title(), section.title_zh()));
            assert_eq!(
                (row.obs_text, row.obs_value, row.comparator),
                (metric.obs_text(), metric.value(), metric.comparator())
            );
            assert_eq!(Period::new(row.period_start, row.period_end), Some(metric.time_period()));
            let codes = unit.standard_codes();
            assert_eq!(
                (row.ucum, row.iso_4217, row.qudt, row.rec_20),
                (codes.ucum, codes.iso_4217, codes.qudt, codes.rec_20)
            );
            assert_eq!(
                (row.dimension, row.stat_type, row.admin_level),
                (unit.dimension(), metric.stat_type(), metric.admin_level())
            );
            assert_eq!((row.note, row.note_zh, row.of_metric), (metric.note(), metric.note_zh(), metric.of_metric()));
            assert_eq!((row.adds_up, row.overlaps), (metric.adds_up(), metric.overlaps()));
            assert_eq!(usize::try_from(row.source_start), Ok(metric.source_start()));
            assert_eq!(row.keywords.split_whitespace().collect::<Vec<_>>(), metric.keywords());
            let end = |end: Option<Decimal>, is_included| match (end, is_included) {
                (Some(end), true) => std::ops::Bound::Included(end),
                (Some(end), false) => std::ops::Bound::Excluded(end),
                (None, _) => std::ops::Bound::Unbounded,
            };
            let ends = (end(row.lower, row.lower_included), end(row.upper, row.upper_included));
            assert_eq!(Bounds::new(ends), Some(metric.bounds()));
        }
    }
}

/// Each `Display` of a line honours the width that is asked for.
mod padding {
    use super::*;

    fn pads(value: &impl Display) {
        let plain = value.to_string();
        assert!(!plain.contains('\n'), "{plain}");
        let width = plain.chars().count() + 5;
        assert_eq!(format!("{value:*^width$}"), format!("**{plain}***"));
        assert_eq!(format!("{value:width$}"), format!("{plain}     "));
        assert_eq!(format!("{value:.3}"), plain.chars().take(3).collect::<String>());
    }

    #[test]
    fn texts_and_errors_are_padded() {
        pads(&Metric::FOREIGN_TRADE_TOTAL);
        pads(&Metric::FOREIGN_TRADE_TOTAL.time_period());
        pads(&Metric::FOREIGN_TRADE_TOTAL.cite());
        pads(&Category::ForeignTrade.metrics());
        pads(&Query::new().category(Category::Talent).unit(Unit::Person));
        pads(&DATASET);
        let audit = audit("12");
        pads(&audit.source());
        pads(&audit.findings()[0]);
        pads(&"x".parse::<Metric>().expect_err("no id"));
        pads(&"x".parse::<Section>().expect_err("no section"));
        pads(&"x".parse::<Period>().expect_err("no period"));
        pads(&"x".parse::<Query>().expect_err("no query"));
        pads(&Metric::FOREIGN_TRADE_TOTAL.quantity::<unit::Person>().expect_err("in yuan"));
        for unit in [Unit::Rank, Unit::Yuan] {
            pads(&unit.metrics().total_in(unit).expect_err("no total"));
        }
        let record = Record { unit: Unit::Rank, ..Record::from(Metric::FOREIGN_TRADE_TOTAL) };
        pads(&record.verify().expect_err("in yuan"));
    }
}

/// Traits that a program relies on without naming them; that this compiles is the test.
mod traits {
    use std::error::Error;
    use std::hash::Hash;
    use std::panic::{RefUnwindSafe, UnwindSafe};

    use super::*;
    use yongkang_metrics::unit::StandardCodes;

    fn is_plain_data<T>()
    where
        T: Copy + Eq + Hash + Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + 'static,
    {
    }

    #[test]
    fn values_are_copied_compared_hashed_and_sent() {
        is_plain_data::<Metric>();
        is_plain_data::<MetricSet>();
        is_plain_data::<Bounds>();
        is_plain_data::<Estimate>();
        is_plain_data::<Period>();
        is_plain_data::<Section>();
        is_plain_data::<Dataset>();
        is_plain_data::<Exclusion>();
        is_plain_data::<StandardCodes>();
        is_plain_data::<UnitMismatch>();
        is_plain_data::<ParsePeriodError>();
        is_plain_data::<ParseSectionError>();
    }

    #[test]
    fn vocabularies_are_copied_compared_hashed_and_sent() {
        is_plain_data::<Category>();
        is_plain_data::<Unit>();
        is_plain_data::<Dimension>();
        is_plain_data::<StatType>();
        is_plain_data::<AdminLevel>();
        is_plain_data::<Comparator>();
        is_plain_data::<ExclusionReason>();
    }

    macro_rules! are_plain_data {
        (additive: $($Additive:ident)+; other: $($Other:ident)+;) => {
            are_plain_data!(@each $($Additive)+ $($Other)+);
        };
        (@each $($Name:ident)+) => {$(
            is_plain_data::<unit::$Name>();
            is_plain_data::<Quantity<unit::$Name>>();
        )+};
    }

    #[test]
    fn markers_and_quantities_are_copied_compared_hashed_and_sent() {
        with_markers!(are_plain_data);
    }

    fn is_ordered<T: Ord>() {}

    #[test]
    fn what_has_an_order_is_ordered() {
        is_ordered::<(Metric, Period, Section, Exclusion)>();
        is_ordered::<(Category, Unit, Dimension, StatType, AdminLevel)>();
        is_ordered::<(Comparator, ExclusionReason)>();
    }

    fn is_sent<T: Clone + Debug + Send + Sync + Unpin + UnwindSafe + 'static>(_: &T) {}

    #[test]
    fn iterators_are_cloned_and_sent() {
        is_sent::<Iter>(&MetricSet::ALL.iter());
        is_sent(&DATASET.exclusions());
    }

    fn is_error<T>()
    where
        T: Error + Clone + Eq + Hash + Send + Sync + Unpin + UnwindSafe + 'static,
    {
    }

    #[test]
    fn errors_are_errors_that_can_be_sent() {
        is_error::<UnknownCode>();
        is_error::<UnitMismatch>();
        is_error::<TotalError>();
        is_error::<ParsePeriodError>();
        is_error::<ParseSectionError>();
        is_error::<ParseQueryError>();
        is_error::<RecordMismatch>();
    }

    #[test]
    fn errors_of_all_sorts_go_through_one_function() {
        fn read(id: &str, unit: &str, period: &str, section: &str) -> Result<Decimal, Box<dyn Error>> {
            let set =
                MetricSet::ALL.unit(unit.parse()?).within(period.parse()?).section(section.parse()?).with(id.parse()?);
            Ok(set.total::<unit::Yuan>()?.value())
        }
        let year = "2020-01-01/2020-12-31";
        let says = |result: Result<Decimal, Box<dyn Error>>| result.map_err(|error| error.to_string());
        let trade = "foreign-trade-total";
        assert_eq!(says(read(trade, "yuan", year, "4")), Ok(Metric::FOREIGN_TRADE_TOTAL.value()));
        assert!(says(read(trade, "yuan", "2020-11", "4")).is_err_and(|text| text.contains("period")));
        assert!(says(read(trade, "yuan", year, "10")).is_err_and(|text| text.contains("section")));
        assert!(says(read(trade, "euro", year, "4")).is_err_and(|text| text.contains("\"euro\"")));
        assert!(says(read("gdp", "yuan", year, "4")).is_err_and(|text| text.contains("\"gdp\"")));
        assert!(says(read(trade, "work-item", year, "4")).is_err_and(|text| text.contains("not in yuan")));
    }
}
