//! The questions as functions of their own, whose instructions callgrind counts.

use std::hint::black_box;

use rust_decimal::Decimal;
use yongkang_metrics::{Metric, MetricSet, Quantity, TotalError, Unit, unit::PolicyArticle};

use crate::ask::{self, Ask};
use crate::peers;

/// Defines functions that are called, never inlined, and never merged with another that does the same: each has a mark.
/// What the mark costs is what [`floor`] costs, and that is taken off.
macro_rules! questions {
    ($(pub fn $name:ident($($arg:ident: $Arg:ty),*) $(-> $Answer:ty)? $body:block)+) => {
        $(
            #[inline(never)]
            pub fn $name($($arg: $Arg),*) $(-> $Answer)? {
                black_box(concat!(module_path!(), stringify!($name)).as_ptr());
                $body
            }
        )+
    };
}

questions! {
    pub fn floor() -> usize { 1 }
}

/// The questions to a peer, and `put_all`, which puts each of them once or a few times.
macro_rules! questions_to {
    ($peer:ident) => {
        pub mod $peer {
            use super::*;
            use peers::$peer as peer;

            questions! {
                pub fn constant() -> Decimal { peer::constant() }
                pub fn id_hit(id: &str) -> Option<peer::Row> { peer::by_id(id) }
                pub fn id_miss(id: &str) -> Option<peer::Row> { peer::by_id(id) }
                pub fn category_count(ask: &Ask) -> usize { peer::count_category(ask) }
                pub fn category_each(ask: &Ask) { peer::each_category(ask, |row| { black_box(row); }) }
                pub fn category_unit_count(ask: &Ask) -> usize { peer::count_category_unit(ask) }
                pub fn category_unit_each(ask: &Ask) { peer::each_category_unit(ask, |row| { black_box(row); }) }
                pub fn category_unit_each_of_5(ask: &Ask) { peer::each_category_unit(ask, |row| { black_box(row); }) }
                pub fn four_count(ask: &Ask) -> usize { peer::count_four(ask) }
                pub fn four_each(ask: &Ask) { peer::each_four(ask, |row| { black_box(row); }) }
                pub fn each() { peer::each(|row| { black_box(row); }) }
                pub fn sum_of_5(ask: &Ask) -> Decimal { peer::sum_category_unit(ask) }
                // What a program asks first; whatever a peer prepares on first use is in it.
                pub fn first(ask: &Ask) -> usize { peer::count_category_unit(ask) }
            }

            pub fn put_all(mut put: impl FnMut(&'static str, &mut dyn FnMut())) {
                let ids = ask::ids();
                put("constant", &mut || {
                    black_box(constant());
                });
                put("id_hit", &mut || {
                    for id in &ids {
                        black_box(id_hit(black_box(id)));
                    }
                });
                put("id_miss", &mut || {
                    for id in ask::MISSES {
                        black_box(id_miss(black_box(id)));
                    }
                });
                put("category_count", &mut || {
                    black_box(category_count(black_box(&ask::AWARDS)));
                });
                put("category_each", &mut || category_each(black_box(&ask::AWARDS)));
                put("category_unit_count", &mut || {
                    black_box(category_unit_count(black_box(&ask::TRADE)));
                });
                put("category_unit_each", &mut || category_unit_each(black_box(&ask::TRADE)));
                put("category_unit_each_of_5", &mut || category_unit_each_of_5(black_box(&ask::AWARDS)));
                put("four_count", &mut || {
                    black_box(four_count(black_box(&ask::TALENTS)));
                });
                put("four_each", &mut || four_each(black_box(&ask::TALENTS)));
                put("each", &mut || each());
                put("sum_of_5", &mut || {
                    black_box(sum_of_5(black_box(&ask::AWARDS)));
                });
            }

            /// Holds the answers to these questions against the crate's. Panics at the first that differs.
            pub fn check(asks: impl Iterator<Item = Ask>) {
                use peers::ours;
                fn ids(each: impl FnOnce(&mut dyn FnMut(peer::Row))) -> Vec<String> {
                    let mut ids = Vec::new();
                    each(&mut |row| ids.push(peer::id(row)));
                    ids
                }
                let expected = |set: MetricSet| set.iter().map(|metric| metric.id().to_owned()).collect::<Vec<_>>();
                // Without what the answers are, of which there may be 1 000.
                let same = |answer: bool| assert!(answer, "{} answers otherwise", stringify!($peer));
                same(ids(|visit| peer::each(visit)) == expected(MetricSet::ALL));
                same(peer::constant() == ours::constant());
                same(ask::ids().into_iter().all(|id| peer::by_id(id).map(peer::id).as_deref() == Some(id)));
                same(ask::MISSES.into_iter().all(|id| peer::by_id(id).is_none()));
                for ask in asks {
                    let one = ask.category.metrics();
                    let two = one.unit(ask.unit);
                    let four = two.stat_type(ask.stat_type).admin_level(ask.admin_level);
                    same(peer::count_category(&ask) == one.len());
                    same(ids(|visit| peer::each_category(&ask, visit)) == expected(one));
                    same(peer::count_category_unit(&ask) == two.len());
                    same(ids(|visit| peer::each_category_unit(&ask, visit)) == expected(two));
                    same(peer::count_four(&ask) == four.len());
                    same(ids(|visit| peer::each_four(&ask, visit)) == expected(four));
                }
                same(peer::sum_category_unit(&ask::AWARDS) == ours::sum_category_unit(&ask::AWARDS));
            }
        }
    };
}

crate::for_each_peer!(questions_to);

/// What only the crate can be asked.
pub mod constant_sets {
    use super::*;

    const TRADE: MetricSet = MetricSet::ALL.category(ask::TRADE.category).unit(ask::TRADE.unit);
    // Metrics that do not overlap.
    const APART: MetricSet = Unit::PolicyArticle.metrics();
    const FIRST: MetricSet = match APART.first() {
        Some(metric) => MetricSet::NONE.with(metric),
        None => MetricSet::NONE,
    };

    questions! {
        pub fn const_count() -> usize { TRADE.len() }
        pub fn const_for() { for metric in TRADE { black_box(metric); } }
        pub fn const_for_each() { TRADE.iter().for_each(|metric| { black_box(metric); }) }
        // What the two above would be at best: one metric, known to the compiler.
        pub fn const_by_hand() { black_box(peers::ours::CONSTANT); }
        pub fn const_value() -> Decimal { const { Metric::value(peers::ours::CONSTANT) } }
        pub fn typed_total(set: &MetricSet) -> Result<Quantity<PolicyArticle>, TotalError> { set.total() }
        pub fn typed_total_of_1(set: &MetricSet) -> Result<Quantity<PolicyArticle>, TotalError> { set.total() }
        pub fn bounds(metric: Metric) -> yongkang_metrics::Bounds { metric.bounds() }
        pub fn indexes(set: &MetricSet) -> usize { set.iter().map(Metric::index).sum() }
        pub fn indexes_of_1(set: &MetricSet) -> usize { set.iter().map(Metric::index).sum() }
    }

    pub const MEMBERS: usize = APART.len();

    pub fn put_all() {
        black_box(const_count());
        const_for();
        const_for_each();
        const_by_hand();
        black_box(const_value());
        let _ = black_box(typed_total(black_box(&APART)));
        let _ = black_box(typed_total_of_1(black_box(&FIRST)));
        black_box(bounds(black_box(peers::ours::CONSTANT)));
        black_box(indexes(black_box(&APART)));
        black_box(indexes_of_1(black_box(&FIRST)));
    }
}
