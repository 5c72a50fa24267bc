//! Totals against the tables: which there are and which are refused, and that they are the sums that they should be.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::ops::Bound::{self, Excluded, Included, Unbounded};
use std::path::Path;

use rust_decimal::Decimal;
use yongkang_metrics::{Bounds, Category, Metric, MetricSet, StatType, TotalError, Unit, unit};

#[path = "support/fresh.rs"]
mod fresh;

/// What each group answers.
const LIST: &str = "tests/totals.txt";

/// The rows of a table of ours.
fn rows(table: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(table);
    let text = fs::read_to_string(path).expect("the package has it");
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// The pairs that may overlap, as the table has them.
fn overlapping() -> BTreeSet<(Metric, Metric)> {
    let id = |text: &String| text.parse().expect("an id");
    let pairs = rows("pairs.tsv").into_iter().filter(|row| row[2] == "may-overlap");
    pairs.map(|row| (id(&row[0]), id(&row[1]))).collect()
}

fn adds_up(metric: Metric) -> bool {
    let dimension =
        rows("units.tsv").into_iter().find(|row| row[0] == metric.unit().code()).expect("a unit")[4].clone();
    ["money", "count"].contains(&dimension.as_str()) && ["level", "flow", "change"].contains(&metric.stat_type().code())
}

#[test]
fn levels_flows_and_changes_of_money_and_counts_add_up() {
    for metric in MetricSet::ALL {
        assert_eq!(metric.adds_up(), adds_up(metric), "{metric}");
    }
}

/// What should stop a total: the first metric that is of no kind to add, or the first pair that may overlap.
fn reason(set: MetricSet, pairs: &BTreeSet<(Metric, Metric)>) -> Option<TotalError> {
    let kind = set.iter().find(|metric| !adds_up(*metric)).map(TotalError::Kind);
    kind.or_else(|| {
        let mut inside = pairs.iter().filter(|(a, b)| set.contains(*a) && set.contains(*b));
        inside.next().map(|(a, b)| TotalError::Overlap(*a, *b))
    })
}

/// Every group by category and unit, and by unit alone.
fn groups() -> Vec<(String, MetricSet, Unit)> {
    let mut groups = Vec::new();
    for &unit in Unit::ALL {
        let of_unit = unit.metrics();
        groups.push((format!("all {unit}"), of_unit, unit));
        let by_category = Category::ALL.iter().map(|category| (*category, of_unit.category(*category)));
        groups.extend(
            by_category
                .filter(|(_, set)| !set.is_empty())
                .map(|(category, set)| (format!("{category} {unit}"), set, unit)),
        );
    }
    groups
}

/// Refused is exactly what holds a pair that may overlap, or a kind that does not add up; tests/totals.txt lists them.
#[test]
fn every_group_by_category_and_unit_adds_up_or_is_refused() {
    let pairs = overlapping();
    let mut list = String::new();
    let mut sums_of_several = 0;
    for (name, set, unit) in groups() {
        let total = set.total_in(unit);
        assert_eq!(total.err(), reason(set, &pairs), "{name}");
        sums_of_several += usize::from(total.is_ok() && set.len() > 1);
        let answer = total.map_or_else(|error| error.to_string(), |total| total.to_string());
        writeln!(list, "{name}, {} metrics: {answer}", set.len()).expect("to a string");
        if let Err(TotalError::Overlap(..)) = total {
            let distinct = set.distinct_total_in(unit).expect("counts");
            writeln!(list, "    each thing once: {distinct}").expect("to a string");
        }
    }
    assert!(sums_of_several > 0, "no group of two or more adds up");
    fresh::hold(LIST, &list);
}

/// The sum of one end of each interval, computed naively.
fn sum(set: MetricSet, end: fn(&Bounds) -> Bound<Decimal>) -> Bound<Decimal> {
    let ends = set.iter().map(|metric| end(&metric.bounds()));
    ends.fold(Included(Decimal::ZERO), |sum, end| match (sum, end) {
        (Included(a), Included(b)) => Included(a + b),
        (Unbounded, _) | (_, Unbounded) => Unbounded,
        (Included(a) | Excluded(a), Included(b) | Excluded(b)) => Excluded(a + b),
    })
}

/// Sets of one unit at random, some of them with another.
fn sets() -> Vec<(MetricSet, Unit)> {
    let mut random = fastrand::Rng::with_seed(330_784);
    let mut sets = Vec::new();
    for &unit in Unit::ALL {
        for _ in 0..300 {
            let share = random.f64();
            let mut set: MetricSet = unit.metrics().iter().filter(|_| random.f64() < share).collect();
            if random.u8(..8) == 0 {
                set = set.with(random.choice(MetricSet::ALL.iter()).expect("there are metrics"));
            }
            sets.push((set, unit));
        }
    }
    sets
}

#[test]
fn a_total_is_the_sum_of_values_and_ends_or_names_who_is_in_the_way() {
    let pairs = overlapping();
    let (mut sums, mut refused) = (0, 0);
    for (set, unit) in sets() {
        let other = set.iter().find(|metric| metric.unit() != unit);
        match set.total_in(unit) {
            Ok(total) => {
                assert_eq!((other, reason(set, &pairs)), (None, None), "{set:?}");
                assert_eq!(total.value(), set.iter().map(Metric::value).sum(), "{set:?}");
                assert_eq!(total.bounds().lower(), sum(set, Bounds::lower), "{set:?}");
                assert_eq!(total.bounds().upper(), sum(set, Bounds::upper), "{set:?}");
                assert_eq!(set.distinct_total_in(unit), Ok(total.bounds()), "{set:?}");
                sums += usize::from(set.len() > 1);
            }
            Err(TotalError::Unit(mismatch)) => {
                assert_eq!((Some(mismatch.metric), mismatch.asked), (other, unit), "{set:?}");
            }
            Err(error) => {
                assert_eq!((other, Some(error)), (None, reason(set, &pairs)), "{set:?}");
                refused += 1;
            }
        }
    }
    assert!(sums > 50 && refused > 1_000, "{sums} sums of several, {refused} refused");
}

/// The largest sum of lower ends of metrics of which no two overlap, by trying all of them.
fn most_that_is_apart(rest: &[Metric], taken: &mut Vec<Metric>, pairs: &BTreeSet<(Metric, Metric)>) -> Decimal {
    let Some((first, rest)) = rest.split_first() else {
        return taken.iter().map(|metric| lower(*metric)).sum();
    };
    let without = most_that_is_apart(rest, taken, pairs);
    if taken.iter().any(|other| pairs.contains(&(*other.min(first), *other.max(first)))) {
        return without;
    }
    taken.push(*first);
    let with = most_that_is_apart(rest, taken, pairs);
    taken.pop();
    with.max(without)
}

fn lower(metric: Metric) -> Decimal {
    match metric.bounds().lower() {
        Included(end) | Excluded(end) => end,
        Unbounded => Decimal::ZERO,
    }
}

#[test]
fn a_distinct_total_is_at_least_the_largest_of_what_hangs_together_and_at_most_the_sum() {
    let pairs = overlapping();
    let mut of_several = 0;
    for (set, unit) in sets() {
        let Ok(found) = set.distinct_total_in(unit) else {
            let is_other =
                |metric: Metric| metric.unit() != unit || !adds_up(metric) || metric.stat_type() == StatType::Change;
            assert!(set.iter().any(is_other), "{set:?}");
            continue;
        };
        let mut groups: Vec<BTreeSet<Metric>> = set.iter().map(|metric| BTreeSet::from([metric])).collect();
        for (a, b) in pairs.iter().filter(|(a, b)| set.contains(*a) && set.contains(*b)) {
            let (joined, rest): (Vec<_>, _) =
                groups.into_iter().partition(|group| group.contains(a) || group.contains(b));
            groups = rest;
            groups.push(joined.into_iter().flatten().collect());
        }
        of_several += usize::from(groups.len() < set.len());
        let largest = |group: &BTreeSet<Metric>| group.iter().map(|metric| lower(*metric)).max();
        let least: Decimal = groups.iter().filter_map(largest).sum();
        let most = most_that_is_apart(&set.iter().collect::<Vec<_>>(), &mut Vec::new(), &pairs);
        let (Included(end) | Excluded(end)) = found.lower() else { panic!("{set:?}: {found}") };
        assert!(least <= end && end <= most, "{set:?}: {found}, and not from {least} to {most}");
        assert_eq!(found.upper(), sum(set, Bounds::upper), "{set:?}");
    }
    assert!(of_several > 100, "only {of_several} sets in which some overlap");
    let talents = Unit::Person.metrics().category(Category::Talent);
    assert_eq!(talents.distinct_total_in(Unit::Person).map(|found| found.to_string()), Ok("29 to 31".to_owned()));
}

#[test]
fn a_typed_total_is_the_same() {
    let articles = Unit::PolicyArticle.metrics();
    let typed = articles.total::<unit::PolicyArticle>().expect("apart");
    assert_eq!(Ok(typed.estimate()), articles.total_in(Unit::PolicyArticle));
    let mixed = Unit::Person.metrics() | Unit::Rank.metrics();
    let first = Metric::COUNTY_BUSINESS_ENVIRONMENT_RANK.quantity::<unit::Person>().expect_err("a rank");
    assert_eq!(mixed.total::<unit::Person>(), Err(TotalError::Unit(first)));
    assert_eq!(MetricSet::NONE.total::<unit::Person>(), Ok(yongkang_metrics::Quantity::default()));
}
