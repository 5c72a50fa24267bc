//! Many reports: each of many made-up counties has one a year, in a folder of its own as data/READERS.md has them.

use std::fs;
use std::path::Path;

use chrono::Datelike;
use rust_decimal::Decimal;
use yongkang_metrics::{DATASET, Dimension, Unit};

use crate::paths;
use crate::synthetic::{self, Row, at};

const COUNTIES: u32 = 2_800;
const YEARS: u32 = 10;
/// How many metrics a report has, so that all reports together have two million: all of the real one, and some twice.
const METRICS: usize = 72;

/// Gives the number of metrics of all reports. They are the same at every call.
pub fn make(folder: &Path) -> usize {
    let data = paths::krate().join("data");
    let (metrics_header, originals) = synthetic::read(&data.join("metrics.tsv"));
    let metrics = synthetic::longer_metrics(&originals, METRICS);
    let (pairs_header, pairs) = synthetic::read(&data.join("pairs.tsv"));
    let pairs = synthetic::longer_pairs(&pairs, &metrics);
    let last = DATASET.time_period.end().year();
    let (report_header, report) = synthetic::read(&data.join("report.tsv"));
    for (county, ago) in (0..COUNTIES).flat_map(|county| (0..YEARS).map(move |ago| (county, ago))) {
        let report = report_of(&report, county, ago);
        let folder = folder.join(format!("{}-{}", code(county), last - ago as i32));
        fs::create_dir_all(&folder).expect("a folder in target");
        synthetic::write(&folder.join("report.tsv"), &report_header, &report);
        synthetic::write(&folder.join("metrics.tsv"), &metrics_header, &metrics_of(&metrics, county, ago));
        synthetic::write(&folder.join("pairs.tsv"), &pairs_header, &pairs);
    }
    (COUNTIES * YEARS) as usize * metrics.len()
}

/// The code of an area, of which no real one begins like this.
fn code(county: u32) -> String {
    (990_000 + county).to_string()
}

fn report_of(real: &[Row], county: u32, ago: u32) -> Vec<Row> {
    let fact = |row: &Row| {
        let value = match &*row[0] {
            "title" | "title_zh" | "area" | "area_zh" | "gb_t_2260" => code(county),
            "time_period" => earlier(&row[1], ago),
            _ => row[1].clone(),
        };
        vec![row[0].clone(), value]
    };
    real.iter().map(fact).collect()
}

fn metrics_of(metrics: &[Row], county: u32, ago: u32) -> Vec<Row> {
    let metric = |(number, row): (usize, &Row)| {
        let value = scaled(row, share(county, number as u32, ago));
        let mut row = row.clone();
        row[at("obs_text")] = value.to_string();
        row[at("obs_value")] = value.to_string();
        row[at("time_period")] = earlier(&row[at("time_period")], ago);
        row
    };
    metrics.iter().enumerate().map(metric).collect()
}

/// The value of a row times a number of hundred-thousandths, whole where the unit is of whole things.
fn scaled(row: &Row, share: u32) -> Decimal {
    let value: Decimal = row[at("obs_value")].parse().expect("a decimal");
    let unit: Unit = row[at("unit")].parse().expect("a unit of the crate");
    let product = value * Decimal::new(share.into(), 5);
    match unit.dimension() {
        Dimension::Money | Dimension::MoneyRate | Dimension::Ratio => product.normalize(),
        _ => product.ceil(),
    }
}

/// What a county has of what the report says, in hundred-thousandths: counties are unlike, and most grow in most years.
fn share(county: u32, metric: u32, ago: u32) -> u32 {
    let size = 20_000 + mixed([county, metric, YEARS]) % 300_000;
    size + (YEARS - ago) * (size / 20) + mixed([county, metric, ago]) % (size / 8)
}

/// A number that looks like chance (FNV-1a, with the high bits mixed into the low ones).
fn mixed(numbers: [u32; 3]) -> u32 {
    let hash = numbers
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 15).wrapping_mul(0x2c1b_3c6d) >> 8
}

/// A period so many years before, its days the same.
fn earlier(period: &str, years: u32) -> String {
    let day = |day: &str| {
        let (year, rest) = day.split_once('-').expect("an ISO 8601 date");
        format!("{}-{rest}", year.parse::<u32>().expect("a year") - years)
    };
    let (start, end) = period.split_once('/').expect("two days");
    format!("{}/{}", day(start), day(end))
}
