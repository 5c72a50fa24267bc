//! Totals against the tables: which there are and which are refused, and that they are the sums that they should be.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::ops::Bound::{self, Excluded, Included, Unbounded};
use std::path::Path;

use rust_decimal::Decimal;
use yongkang_metrics::{Aggregate, Bounds, Estimate, Metric, MetricSet, Quantity, TotalError, Unit, unit};

#[path = "support/fresh.rs"]
mod fresh;

/// What each aggregate answers, to be read.
const LIST: &str = "tests/totals.txt";

/// The rows of a table of ours, by the names of its columns.
fn rows(table: &str) -> Vec<BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(table);
    let text = fs::read_to_string(path).expect("the package has it");
    let fields = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
    let header = fields(text.lines().next().expect("a header"));
    text.lines().skip(1).map(|line| header.iter().cloned().zip(fields(line)).collect()).collect()
}

/// The metrics of each aggregate, as the table has them.
fn members() -> BTreeMap<String, Vec<Metric>> {
    let mut members: BTreeMap<String, Vec<Metric>> = BTreeMap::new();
    for row in rows("metrics.tsv").iter().filter(|row| !row["aggregate"].is_empty()) {
        members.entry(row["aggregate"].clone()).or_default().push(row["id"].parse().expect("an id"));
    }
    members
}

/// The pairs, both ways, as the table has them.
fn relations() -> BTreeMap<(Metric, Metric), String> {
    let mut relations = BTreeMap::new();
    for row in rows("pairs.tsv") {
        let [metric, other]: [Metric; 2] = ["metric", "other"].map(|column| row[column].parse().expect("an id"));
        let converse = match &*row["relation"] {
            "within" => "contains",
            "contains" => "within",
            both => both,
        };
        relations.insert((other, metric), converse.to_owned());
        relations.insert((metric, other), row["relation"].clone());
    }
    relations
}

/// Every set of some of these.
fn subsets(metrics: &[Metric]) -> impl Iterator<Item = Vec<Metric>> {
    (1u32..1 << metrics.len()).map(move |bits| {
        metrics.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, metric)| *metric).collect()
    })
}

/// An end of a sum, computed naively.
fn sum(metrics: &[Metric], end: fn(&Bounds) -> Bound<Decimal>) -> Bound<Decimal> {
    let ends = metrics.iter().map(|metric| end(&metric.bounds()));
    ends.fold(Included(Decimal::ZERO), |sum, end| match (sum, end) {
        (Included(a), Included(b)) => Included(a + b),
        (Unbounded, _) | (_, Unbounded) => Unbounded,
        (Included(a) | Excluded(a), Included(b) | Excluded(b)) => Excluded(a + b),
    })
}

fn number(end: Bound<Decimal>) -> Decimal {
    match end {
        Included(end) | Excluded(end) => end,
        Unbounded => panic!("no metric of an aggregate is without a lower end"),
    }
}

/// By trying everything: which of the set lie within no other, whether two of those may overlap, and which are apart and most together.
#[test]
fn every_subset_of_every_aggregate_is_what_it_should_be() {
    let relations = relations();
    let is = |a: &Metric, b: &Metric, relation: &str| relations.get(&(*a, *b)).is_some_and(|found| found == relation);
    let (mut sums, mut refused) = (0, 0);
    for members in members().values() {
        for metrics in subsets(members) {
            let set: MetricSet = metrics.iter().copied().collect();
            let unit = metrics[0].unit();
            let outermost: Vec<Metric> = metrics
                .iter()
                .copied()
                .filter(|metric| !metrics.iter().any(|other| is(metric, other, "within")))
                .collect();
            let overlap = outermost.iter().enumerate().find_map(|(at, metric)| {
                outermost[at..].iter().find(|other| is(metric, other, "may-overlap")).map(|other| (*metric, *other))
            });
            let most = sum(&outermost, Bounds::upper);
            match set.total_in(unit) {
                Ok(total) => {
                    assert_eq!((overlap, total.metrics), (None, set), "{set:?}");
                    assert_eq!(total.estimate.value(), outermost.iter().map(|metric| metric.value()).sum(), "{set:?}");
                    assert_eq!(total.estimate.bounds().lower(), sum(&outermost, Bounds::lower), "{set:?}");
                    assert_eq!(total.estimate.bounds().upper(), most, "{set:?}");
                    sums += usize::from(metrics.len() > 1);
                }
                Err(error) => {
                    assert_eq!(Some(error), overlap.map(|(a, b)| TotalError::Overlap(a, b)), "{set:?}");
                    refused += 1;
                }
            }
            let is_apart = |some: &Vec<Metric>| {
                some.iter().enumerate().all(|(at, metric)| some[..at].iter().all(|other| is(metric, other, "apart")))
            };
            let least = subsets(&metrics).filter(is_apart).map(|some| number(sum(&some, Bounds::lower))).max();
            let distinct = set.distinct_total_in(unit).expect("of one aggregate");
            assert_eq!((Some(number(distinct.lower())), distinct.upper()), (least, most), "{set:?}");
            // It does not fall when a metric is added.
            for more in members {
                let with = (set | *more).distinct_total_in(unit).expect("of one aggregate");
                assert!(number(with.lower()) >= number(distinct.lower()), "{set:?} and {more}");
            }
        }
    }
    assert!(sums > 0 && refused > 20, "{sums} sums of several, {refused} refused");
}

#[test]
fn every_two_metrics_of_no_one_aggregate_are_refused() {
    let adds_up = |metric: Metric| {
        matches!(metric.dimension().code(), "money" | "count")
            && matches!(metric.stat_type().code(), "stock" | "flow" | "extent")
    };
    let mut unlike = 0;
    for metric in MetricSet::ALL {
        for other in MetricSet::ALL.iter().filter(|other| *other > metric) {
            if metric.aggregate().is_some() && metric.aggregate() == other.aggregate() {
                continue;
            }
            let set = MetricSet::from([metric, other]);
            let error = set.total_in(metric.unit()).expect_err("two things");
            let expected = if other.unit() != metric.unit() {
                matches!(error, TotalError::Unit(mismatch) if mismatch.metric == other)
            } else if !adds_up(metric) {
                error == TotalError::Kind(metric)
            } else if !adds_up(other) {
                error == TotalError::Kind(other)
            } else {
                unlike += 1;
                error == TotalError::Unlike(metric, other)
            };
            assert!(expected, "{set:?}: {error}");
            assert_eq!(set.distinct_total_in(metric.unit()), Err(error), "{set:?}");
            assert_eq!(set.instances(), None, "{set:?}");
        }
    }
    assert!(unlike > 50, "{unlike}");
}

#[test]
fn one_metric_totals_to_itself_and_none_to_nothing() {
    for metric in MetricSet::ALL {
        let set = MetricSet::from([metric]);
        match set.total_in(metric.unit()) {
            Ok(total) => assert_eq!(total.estimate, metric.estimate(), "{metric}"),
            Err(error) => assert_eq!(error, TotalError::Kind(metric), "{metric}"),
        }
        let once = set.total_in(metric.unit()).map(|_| metric.bounds());
        assert_eq!(set.distinct_total_in(metric.unit()), once, "{metric}");
    }
    assert_eq!(MetricSet::NONE.total::<unit::Yuan>(), Err(TotalError::Empty));
    assert_eq!(MetricSet::NONE.total_in(Unit::Rank), Err(TotalError::Empty));
    assert_eq!(MetricSet::NONE.distinct_total_in(Unit::Person), Err(TotalError::Empty));
}

/// The first that applies, in the order of the variants.
#[test]
fn the_plainest_reason_is_told() {
    let [rank, relief, trade] =
        [Metric::CITY_CREDIT_INDEX_RANK, Metric::FIVE_REDUCTIONS_RELIEF, Metric::FOREIGN_TRADE_TOTAL];
    let told =
        |metrics: &[Metric], unit| metrics.iter().copied().collect::<MetricSet>().total_in(unit).expect_err("a reason");
    assert!(matches!(told(&[rank, relief], Unit::Yuan), TotalError::Unit(..)));
    assert_eq!(told(&[rank], Unit::Rank), TotalError::Kind(rank));
    assert_eq!(told(&[relief, trade], Unit::Yuan), TotalError::Unlike(relief, trade));
    assert_eq!(
        told(&[relief, Metric::COST_AND_BURDEN_REDUCTIONS], Unit::Yuan),
        TotalError::Overlap(relief, Metric::COST_AND_BURDEN_REDUCTIONS)
    );
    // Articles of two policies, and streaks and ranks.
    assert!(matches!(Unit::PolicyArticle.metrics().total_in(Unit::PolicyArticle), Err(TotalError::Unlike(..))));
    let streaks = Unit::Year.metrics().total_in(Unit::Year).expect_err("streaks");
    assert!(matches!(streaks, TotalError::Kind(..)));
    // A rank is in no unit that one would say.
    for (error, is) in [(TotalError::Kind(rank), "is a rank, which"), (streaks, "is a streak in years, which")] {
        assert!(error.to_string().contains(is), "{error}");
    }
}

#[test]
fn a_floor_is_the_best_and_not_the_greedy_one() {
    // No one aggregate has them all: talents, and who was honoured in the epidemic.
    let all = Unit::Person.metrics();
    assert!(matches!(all.distinct_total_in(Unit::Person), Err(TotalError::Unlike(..))));
    assert_eq!(Aggregate::TalentsRecruited.distinct_total(), Bounds::exact(Decimal::from(29)));
}

#[test]
fn a_total_says_its_name_its_part_and_never_what_its_interval_excludes() {
    let shown = |metrics: &[Metric]| {
        let set: MetricSet = metrics.iter().copied().collect();
        let total = set.total_in(metrics[0].unit()).expect("a total");
        (total.to_string(), format!("{total:#}"))
    };
    let talents = Aggregate::TalentsRecruited.total().expect("apart");
    assert_eq!((talents.to_string(), format!("{talents:>12}|")), ("29 persons".into(), "  29 persons|".into()));
    assert_eq!(format!("{talents:#}"), "Talents recruited: 29 persons");
    let (tests, named) = shown(&[Metric::NUCLEIC_ACID_TESTS]);
    assert_eq!(tests, "more than 30000, less than 40000 person-times");
    assert_eq!(named, "Nucleic acid tests, cumulative: more than 30000, less than 40000 person-times");
    assert_eq!(shown(&[Metric::PROVINCIAL_OUTSTANDING_PARTY_MEMBERS]).0, "1 person");
    let instances = |metrics: &[Metric]| {
        metrics.iter().copied().collect::<MetricSet>().instances().map(|found| format!("{found:#}"))
    };
    let honoured = [Metric::PROVINCIAL_OUTSTANDING_PARTY_MEMBERS, Metric::JINHUA_EPIDEMIC_ADVANCED_INDIVIDUALS];
    assert_eq!(instances(&honoured).as_deref(), Some("Persons commended, 2 of 4: 25 person-times"));
    assert_eq!(
        Aggregate::PersonsCommended.instances().map(|found| (found.noun_zh(), found.estimate)),
        Some(("人次", Estimate::exact(35.into())))
    );
    assert_eq!(Aggregate::TalentsRecruited.instances(), None);
}

#[test]
fn a_typed_total_is_the_same() {
    let talents = Aggregate::TalentsRecruited;
    let typed: Quantity<unit::Person> = talents.metrics().total().expect("apart");
    assert_eq!(talents.total().map(|total| total.estimate), Ok(typed.estimate()));
    let mixed = Unit::Person.metrics() | Unit::Rank.metrics();
    let first = Metric::COUNTY_BUSINESS_ENVIRONMENT_RANK.quantity::<unit::Person>().expect_err("a rank");
    assert_eq!(mixed.total::<unit::Person>(), Err(TotalError::Unit(first)));
}

#[test]
fn the_list_is_fresh() {
    let mut list = String::new();
    for &aggregate in Aggregate::ALL {
        let total = aggregate.total().map_or_else(|error| error.to_string(), |total| total.to_string());
        writeln!(list, "{} ({}), {}", aggregate.name(), aggregate.name_zh(), aggregate.unit()).expect("to a string");
        for metric in aggregate.metrics() {
            let relations: Vec<String> = aggregate
                .metrics()
                .iter()
                .filter(|other| *other > metric)
                .map(|other| format!("{} {other}", metric.relation(other).expect("one")))
                .collect();
            writeln!(list, "    {} {metric}: {}", metric.value(), relations.join(", ")).expect("to a string");
        }
        writeln!(list, "  total: {total}\n  each thing once: {}", aggregate.distinct_total()).expect("to a string");
        if let Some(instances) = aggregate.instances() {
            writeln!(list, "  instances: {instances}").expect("to a string");
        }
    }
    fresh::hold(LIST, &list);
}
