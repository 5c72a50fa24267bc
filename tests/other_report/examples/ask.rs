//! A program of the user of another report: its categories and units are variants and types, its metrics constants.
//!
//! Prints answers, then audits the text whose path it is given, and fails unless that is clean.

use std::error::Error;
use std::process::ExitCode;

use yongkang_metrics::unit::{Month, Quarter, Vessel, Yuan, YuanPerHouseholdYear};
use yongkang_metrics::{
    Aggregate, Bounds, Category, DATASET, Decimal, Metric, MetricSet, Relation, Section, StatType, Unit, audit, search,
};

// By category and unit, as the compiler computes it.
const VESSELS: MetricSet = Category::OceanFishery.metrics().unit(Unit::Vessel);

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let (area, code, province) = (DATASET.area_zh, DATASET.gb_t_2260, DATASET.iso_3166_2);
    println!("{}: {area}, {code}, {province}, {}", DATASET.title, DATASET.time_period);
    for section in Section::ALL {
        let (start, metrics) = (section.source_start(), section.metrics().len());
        println!("section {section}, {}, at {start}: {metrics} metrics", section.title_zh());
    }
    for category in Category::ALL {
        println!("{category:?}, {}: {} metrics", category.name_zh(), category.metrics().len());
    }

    for metric in VESSELS {
        println!("{metric}: {} {}, {}", metric.value(), metric.unit().name(), metric.bounds());
    }
    // New vessels and old ones are apart, so they may be added.
    let (new, old) = (Metric::FISHING_VESSELS_BUILT, Metric::OLD_FISHING_VESSELS_REFITTED);
    println!("apart {}: {}", !new.overlaps().contains(old), new.quantity::<Vessel>()? + old.quantity()?);
    // Those of steel are among the new ones.
    println!("{:?}", new.relation(Metric::STEEL_FISHING_VESSELS_BUILT));
    for aggregate in Aggregate::ALL {
        let total = aggregate.total().map_or_else(|error| error.to_string(), |total| total.to_string());
        println!("{}, {}: {total}; {}", aggregate.name_zh(), aggregate.metrics().len(), aggregate.distinct_total());
    }
    for aggregate in Aggregate::ALL {
        check_subsets(*aggregate);
    }
    println!("{:?}", Metric::SEAFOOD_EXPORTS.quantity::<Vessel>().map_err(|error| error.to_string()));
    println!("{}", (Category::OceanFishery.metrics() & Unit::Yuan.metrics()).total::<Yuan>()?);

    println!("{:?}", Metric::SEA_BRIDGES_BUILT.same_figure());
    let growth = Metric::SEAFOOD_EXPORTS_GROWTH;
    println!("{} % of {:?}, {}", growth.value(), growth.of_metric(), growth.time_period());
    for streak in StatType::Streak.metrics() {
        println!("{streak}: {} {}, {}", streak.value(), streak.unit().name(), streak.time_period());
    }
    let planned = Metric::from_id("works-time-planned").expect("the id").quantity::<Quarter>()?;
    println!("{planned} planned, {} taken", Metric::WORKS_TIME_TAKEN.quantity::<Month>()?);
    println!("{}", Metric::MEDICAL_COSTS_LIMIT.quantity::<YuanPerHouseholdYear>()?);
    for metric in MetricSet::ALL.iter().filter(|metric| metric.comparator().is_some()) {
        println!("{}: {}", metric.obs_text(), metric.bounds());
    }

    println!("{:?}", search("渔船 newly"));
    // A code of the crate's own report is none here.
    println!("{:?}", "market-entity".parse::<Unit>().map_err(|error| error.valid().len()));

    let path = std::env::args().nth(1).ok_or("expected the path of the report")?;
    let audit = audit(&std::fs::read_to_string(path)?);
    println!("{} numerals", audit.numeral_count());
    for finding in &audit.findings {
        println!("{finding}");
    }
    println!("clean: {}", audit.is_clean());
    Ok(if audit.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// That each set of metrics of an aggregate counts at least what is apart in it and most together, and at most what lies within no
/// other, found by trying all. The largest metric is of no help: 10 shares with 9 and 8, which are apart.
fn check_subsets(aggregate: Aggregate) {
    let all: Vec<Metric> = aggregate.metrics().iter().collect();
    let subsets = |metrics: &[Metric]| -> Vec<Vec<Metric>> {
        let chosen = |bits: u32| metrics.iter().enumerate().filter(move |(at, _)| bits >> at & 1 == 1).map(|(_, it)| *it);
        (1..1 << metrics.len()).map(|bits| chosen(bits).collect()).collect()
    };
    let sum = |metrics: &[Metric]| metrics.iter().map(|metric| metric.bounds()).reduce(|a, b| a + b).expect("some");
    for metrics in subsets(&all) {
        let set: MetricSet = metrics.iter().copied().collect();
        let is = |a: Metric, b: Metric, relation| a.relation(b) == Some(relation);
        let outermost: Vec<Metric> =
            metrics.iter().copied().filter(|a| !metrics.iter().any(|b| is(*a, *b, Relation::Within))).collect();
        let are_apart = |some: &Vec<Metric>| some.iter().all(|a| some.iter().all(|b| a == b || is(*a, *b, Relation::Apart)));
        let least = subsets(&metrics).iter().filter(|some| are_apart(some)).map(|some| lower(sum(some))).max();
        let found = set.distinct_total_in(aggregate.unit()).expect("of one aggregate");
        assert_eq!((Some(lower(found)), found.upper()), (least, sum(&outermost).upper()), "{set}");
    }
}

fn lower(bounds: Bounds) -> Decimal {
    bounds.ends()[0].unwrap_or_default()
}
