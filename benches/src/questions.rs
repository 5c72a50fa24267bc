//! The questions as functions of their own, whose instructions callgrind counts. What an answer holds is read, as users read it.

use std::hint::black_box;

use rust_decimal::Decimal;
use yongkang_metrics::{
    Aggregate, Claim, Estimate, Figure, Filter, Metric, MetricSet, ParseError, Period, Record, Unit, audit, search,
};

use crate::ask::{self, Ask};
use crate::for_each_peer;
use crate::peers::by_hand::{self, Ends};
use crate::peers::{self, ours};

/// A question to a peer.
#[derive(Clone)]
pub struct Question {
    pub peer: &'static str,
    pub name: &'static str,
    /// The path of its function.
    pub path: &'static str,
    /// What the tables call it.
    pub label: String,
    /// How often it is put at a time.
    pub times: usize,
}

/// What puts a question, or looks at it alone.
pub type Put<'a> = dyn FnMut(Question, &mut dyn FnMut()) + 'a;

/// Puts every question to every peer.
pub fn put_all(put: &mut Put<'_>) {
    macro_rules! to {
        ($peer:ident) => {
            queries::$peer::put_all(stringify!($peer), put);
        };
    }
    rows::ours::put_all("ours", put);
    for_each_peer!(to);
    rows::array::put_all("array", put);
    of_array::put_all("array", put);
    of_ours::put_all("ours", put);
    of_hand::put_all("by_hand", put);
    compiled::put_all("compiled", put);
}

/// Defines functions that are called, never inlined, and never merged with another that does the same: each has a mark.
/// What the mark costs is what [`floor`] costs, and that is taken off.
macro_rules! questions {
    ($($name:ident($arg:ident: $Arg:ty) in $args:expr, $label:expr => $body:expr;)+) => {
        $(
            #[inline(never)]
            pub fn $name($arg: $Arg) -> impl Sized {
                black_box(concat!(module_path!(), stringify!($name)).as_ptr());
                $body
            }
        )+

        pub fn put_all(peer: &'static str, put: &mut Put<'_>) {
            $({
                let arguments: Vec<$Arg> = Vec::from_iter($args);
                let (name, path) = (stringify!($name), concat!(module_path!(), "::", stringify!($name)));
                let question = Question { peer, name, path, label: String::from($label), times: arguments.len() };
                put(question, &mut || {
                    for argument in &arguments {
                        black_box($name(black_box(*argument)));
                    }
                });
            })+
        }
    };
}

#[inline(never)]
pub fn floor() -> usize {
    black_box(concat!(module_path!(), "floor").as_ptr());
    1
}

/// `category: read 9 values`.
fn reads(what: &str, set: MetricSet) -> String {
    format!("{what}: read {} values", set.len())
}

macro_rules! queries_to {
    ($peer:ident) => {
        pub mod $peer {
            use super::super::*;
            use peers::$peer as peer;

            questions! {
                id_hit(id: &str) in ask::ids(), "by id, there (mean)" => peer::by_id(id);
                id_miss(id: &str) in ask::MISSES, format!("by id, not there (mean of {})", ask::MISSES.len()) => peer::by_id(id);
                count_category_unit(ask: &Ask) in [&*ask::AWARDS], "category and unit: count" => {
                    peer::count_category_unit(ask)
                };
                count_four(ask: &Ask) in [&*ask::AWARDS], "four facets: count" => peer::count_four(ask);
                read_category_unit(ask: &Ask) in [&*ask::AWARDS],
                reads("category and unit, `for`", ours::category_unit(&ask::AWARDS)) => {
                    for row in peer::category_unit(ask) {
                        black_box(peer::value(row));
                    }
                };
                read_category(ask: &Ask) in [&*ask::AWARDS], reads("category, `for`", ours::category(&ask::AWARDS)) => {
                    for row in peer::category(ask) {
                        black_box(peer::value(row));
                    }
                };
                read_four(ask: &Ask) in [&*ask::AWARDS], reads("four facets, `for`", ours::four(&ask::AWARDS)) => {
                    for row in peer::four(ask) {
                        black_box(peer::value(row));
                    }
                };
                read_all(_none: ()) in [()], reads("all, `for`", MetricSet::ALL) => {
                    for row in peer::all() {
                        black_box(peer::value(row));
                    }
                };
                each(_none: ()) in [()], reads("all, `for_each`", MetricSet::ALL) => {
                    peer::all().into_iter().for_each(|row| {
                        black_box(peer::value(row));
                    })
                };
                sum(ask: &Ask) in [&*ask::AWARDS], "category and unit: sum" => {
                    peer::category_unit(ask).into_iter().map(peer::value).sum::<Decimal>()
                };
            }

            /// Holds the answers to these questions against the crate's. Panics at the first that differs.
            pub fn compare() {
                let same = |rows: Vec<peer::Row>, set: MetricSet| {
                    let mut found: Vec<String> = rows.iter().map(|row| peer::id(row).to_owned()).collect();
                    let mut expected: Vec<&str> = set.iter().map(Metric::id).collect();
                    found.sort_unstable();
                    expected.sort_unstable();
                    assert!(found == expected, "{} answers otherwise", stringify!($peer));
                    let found: Decimal = rows.into_iter().map(peer::value).sum();
                    assert!(found == set.iter().map(Metric::value).sum(), "{} has other values", stringify!($peer));
                };
                same(Vec::from_iter(peer::all()), MetricSet::ALL);
                for id in ask::ids() {
                    same(Vec::from_iter(peer::by_id(id)), Metric::from_id(id).into_iter().collect());
                }
                for id in ask::MISSES {
                    same(Vec::from_iter(peer::by_id(id)), MetricSet::NONE);
                }
                for ask in Ask::every() {
                    same(Vec::from_iter(peer::category(&ask)), ours::category(&ask));
                    same(Vec::from_iter(peer::category_unit(&ask)), ours::category_unit(&ask));
                    same(Vec::from_iter(peer::four(&ask)), ours::four(&ask));
                    assert_eq!(peer::count_category_unit(&ask), ours::count_category_unit(&ask));
                    assert_eq!(peer::count_four(&ask), ours::count_four(&ask));
                }
            }
        }
    };
}

mod queries {
    use super::for_each_peer;

    for_each_peer!(queries_to);
}

/// Holds the answers of every peer against the crate's.
pub fn compare() {
    macro_rules! of {
        ($peer:ident) => {
            queries::$peer::compare();
        };
    }
    for_each_peer!(of);
    compare_by_hand();
}

/// The same of what is done by hand; results that it rounds another way to nine digits after the point.
fn compare_by_hand() {
    for id in ask::ids().into_iter().chain(ask::MISSES) {
        assert_eq!(by_hand::by_id(id).map(|row| row.id), Metric::from_id(id).map(Metric::id));
    }
    for ask in Ask::every() {
        assert_eq!(by_hand::count_category_unit(&ask), ours::count_category_unit(&ask));
        assert_eq!(by_hand::sum(&ask), ours::category_unit(&ask).iter().map(Metric::value).sum());
    }
    assert_eq!(by_hand::metrics(&by_hand::find(WORD)), search(WORD).into_iter().collect::<MetricSet>());
    assert_eq!(by_hand::days(PERIOD), PERIOD.parse().map(|period: Period| (period.start(), period.end())).ok());
    for metric in MetricSet::ALL {
        let derived = serde_json::to_string(&peers::derived::Derived::from(metric)).expect("a record");
        assert_eq!(serde_json::to_string(&Record::from(metric)).expect("a record"), derived);
    }
    let same = |ours: Estimate, other: Ends| {
        let is_near = |(a, b): (Decimal, Decimal)| (a - b).abs() < Decimal::new(1, 9);
        assert!(by_hand::ends(ours).into_iter().zip(other).all(is_near), "{ours:?} and {other:?}");
    };
    let ([x, y], [a, b]) = (PAIR.map(Metric::estimate), PAIR.map(|metric| by_hand::ends(metric.estimate())));
    same(x / y, by_hand::divide(a, b));
    same(x * y, by_hand::multiply(a, b));
    same(x / (1 + y / 100), by_hand::year_before(a, b));
}

/// Of one row, and of an array of structs what any peer with rows in memory takes.
macro_rules! rows_of {
    ($peer:ident) => {
        pub mod $peer {
            use super::super::*;
            use peers::$peer as peer;

            questions! {
                value(row: peer::Row) in peer::all(), "`value()` of a metric" => peer::value(row);
                time_period(row: peer::Row) in peer::all(), "`time_period()` of a metric" => peer::time_period(row);
            }
        }
    };
}

mod rows {
    rows_of!(ours);
    rows_of!(array);
}

const JSON: &str = "all records as JSON";
const WORD: &str = "trade";
const PERIOD: &str = "2020-01-01/2020-11-30";
const FILTER: &str = "category=talent,reform&unit=person";
const SLIP: &str = "foreign-trade-totals";

/// With more words and digits than any that is printed.
const LONG_FIGURE: &str = "比上年同期增长1,234.56万人次以上";

/// What the README calculates with.
const PAIR: [Metric; 2] = [Metric::FOREIGN_TRADE_TOTAL, Metric::FOREIGN_TRADE_GROWTH];

/// What the crate is not asked as others are.
mod of_ours {
    use super::*;

    /// `total of an aggregate of 2 metrics, with its bounds`.
    fn of(what: &str, aggregate: Aggregate) -> String {
        format!("{what} of an aggregate of {} metrics, with its bounds", aggregate.metrics().len())
    }

    fn parsed<T>(text: &str) -> String {
        let name = std::any::type_name::<T>();
        format!("`\"{text}\".parse::<{}>()`", name.rsplit_once(':').map_or(name, |(_, name)| name))
    }

    fn error() -> ParseError {
        SLIP.parse::<Metric>().expect_err("a slip")
    }

    questions! {
        bounds(metric: Metric) in MetricSet::ALL, "`bounds()` of a metric" => metric.bounds();
        divide(pair: [Estimate; 2]) in [PAIR.map(Metric::estimate)], "an estimate ÷ another" => pair[0] / pair[1];
        multiply(pair: [Estimate; 2]) in [PAIR.map(Metric::estimate)], "an estimate × another" => pair[0] * pair[1];
        year_before(pair: [Estimate; 2]) in [PAIR.map(Metric::estimate)], "the README's a / (1 + b / 100)" => {
            pair[0] / (1 + pair[1] / 100)
        };
        total(aggregate: Aggregate) in [Aggregate::TalentsRecruited],
        of("total", Aggregate::TalentsRecruited) => aggregate.total().expect("a total");
        distinct_total(aggregate: Aggregate) in [Aggregate::PersonsCommended],
        of("distinct total", Aggregate::PersonsCommended) => aggregate.distinct_total();
        period(text: &str) in [PERIOD], parsed::<Period>(PERIOD) => text.parse::<Period>().expect("a period");
        of_period(period: Period) in [Metric::FOREIGN_TRADE_TOTAL.time_period()], "`MetricSet::period`" => {
            MetricSet::ALL.period(period)
        };
        within(period: Period) in Period::year(2020), "`MetricSet::within`" => MetricSet::ALL.within(period);
        collect(metrics: &[Metric]) in [Metric::ALL], format!("a set collected of {} metrics", Metric::ALL.len()) => {
            metrics.iter().copied().collect::<MetricSet>()
        };
        filter(text: &str) in [FILTER], parsed::<Filter>(FILTER) + ", and its metrics" => {
            text.parse::<Filter>().expect("a filter").metrics()
        };
        slip(id: &str) in [SLIP], parsed::<Metric>(SLIP) + ", a slip" => id.parse::<Metric>().expect_err("a slip");
        slip_shown(error: &ParseError) in [&*Box::leak(Box::new(error()))], "… and its error printed" => error.to_string();
        displayed(metric: Metric) in MetricSet::ALL, "`display()` of a metric, printed (mean)" => {
            metric.display().to_string()
        };
        cited(metric: Metric) in MetricSet::ALL, "`cite()` of a metric, printed (mean)" => metric.cite().to_string();
        json(records: &[Record]) in [&*MetricSet::ALL.iter().map(Record::from).collect::<Vec<_>>().leak()], JSON => {
            serde_json::to_string(records)
        };
        find(text: &str) in [WORD], format!("`search(\"{WORD}\")`, {} found", by_hand::find(WORD).len()) => search(text);
        figure(text: &str) in ["超过380亿元"], parsed::<Figure>("超过380亿元") => text.parse::<Figure>().expect("a figure");
        figures(text: &str) in MetricSet::ALL.iter().map(Metric::obs_text), "… of each printed figure (mean)" => {
            text.parse::<Figure>().expect("a figure")
        };
        long_figure(text: &str) in [LONG_FIGURE], format!("… of {LONG_FIGURE}") => {
            text.parse::<Figure>().expect("a figure")
        };
        check(claim: &Claim) in [&*Box::leak(Box::new("1至11月超过380亿元".parse::<Claim>().expect("a claim")))],
        "`Metric::check` of a claim that was read" => Metric::FOREIGN_TRADE_TOTAL.check(claim.clone());
        audits(report: &str) in [&*ask::report().leak()], "`audit` of a text as long as the report" => audit(report);
    }
}

/// What answers that question and no other with the least.
mod of_hand {
    use super::*;

    fn pair() -> [Ends; 2] {
        PAIR.map(|metric| by_hand::ends(metric.estimate()))
    }

    questions! {
        id_hit(id: &str) in ask::ids(), "" => by_hand::by_id(id);
        id_miss(id: &str) in ask::MISSES, "" => by_hand::by_id(id);
        count_category_unit(ask: &Ask) in [&*ask::AWARDS], "" => by_hand::count_category_unit(ask);
        sum(ask: &Ask) in [&*ask::AWARDS], "" => by_hand::sum(ask);
        divide(pair: [Ends; 2]) in [pair()], "" => by_hand::divide(pair[0], pair[1]);
        multiply(pair: [Ends; 2]) in [pair()], "" => by_hand::multiply(pair[0], pair[1]);
        year_before(pair: [Ends; 2]) in [pair()], "" => by_hand::year_before(pair[0], pair[1]);
        period(text: &str) in [PERIOD], "" => by_hand::days(text);
        find(text: &str) in [WORD], "" => by_hand::find(text);
    }
}

/// serde_derive, and what else takes an array with rows in memory.
mod of_array {
    use super::*;
    use peers::derived::Derived;

    questions! {
        json(rows: &[Derived]) in [&*MetricSet::ALL.iter().map(Derived::from).collect::<Vec<_>>().leak()], JSON => {
            serde_json::to_string(rows)
        };
        of_period(period: Period) in [Metric::FOREIGN_TRADE_TOTAL.time_period()], "" => {
            peers::rows::ROWS.iter().filter(|row| row.time_period == period).count()
        };
    }
}

/// What is known when the program is compiled.
mod compiled {
    use super::*;

    const TRADE: MetricSet = MetricSet::ALL.category(yongkang_metrics::Category::ForeignTrade).unit(Unit::Yuan);

    questions! {
        const_value(_none: ()) in [()], "`Metric::FOREIGN_TRADE_TOTAL.value()`" => Metric::FOREIGN_TRADE_TOTAL.value();
        const_count(_none: ()) in [()], "`TRADE.len()`" => TRADE.len();
        const_for(_none: ()) in [()], "`for metric in TRADE`" => {
            for metric in TRADE {
                black_box(metric.value());
            }
        };
        const_for_each(_none: ()) in [()], "`TRADE.iter().for_each(…)`" => {
            TRADE.iter().for_each(|metric| {
                black_box(metric.value());
            });
        };
        by_hand(_none: ()) in [()], "the same with the metric by its name" => {
            black_box(Metric::FOREIGN_TRADE_TOTAL.value());
        };
    }
}
