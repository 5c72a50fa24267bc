//! A program of the user of another report: its categories and units are variants and types, its metrics constants.
//!
//! Prints answers, then audits the text whose path it is given, and fails unless that is clean.

use std::error::Error;
use std::process::ExitCode;

use yongkang_metrics::unit::{Month, Quarter, Vessel, Yuan, YuanPerHouseholdYear};
use yongkang_metrics::{Category, DATASET, Metric, MetricSet, Section, StatType, Unit, audit, search};

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
    println!("{:?}", Metric::SEAFOOD_EXPORTS.overlaps());
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
