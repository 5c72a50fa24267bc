//! A command line: clap reads categories and units by their `FromStr`, and a whole query by its own.

use clap::Parser;
use yongkang_metrics::{Category, Query, Unit};

/// Metrics of Yongkang, 2020.
#[derive(Parser)]
struct Options {
    /// In one of these categories.
    #[arg(long, value_delimiter = ',')]
    category: Vec<Category>,
    /// In one of these units.
    #[arg(long, value_delimiter = ',')]
    unit: Vec<Unit>,
    /// As in `stat_type=rank&within=2020`.
    #[arg(long)]
    query: Option<Query>,
}

fn main() {
    let options = Options::parse();
    let mut query = options.query.unwrap_or_default();
    query.category.extend(options.category);
    query.unit.extend(options.unit);
    for metric in query.metrics() {
        println!("{:<60} {:>16} {}", metric.title(), metric.value(), metric.unit().name());
    }
}
