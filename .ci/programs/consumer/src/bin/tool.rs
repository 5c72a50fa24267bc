//! A command line: clap reads categories and units by their `FromStr`, and a whole filter by its own.

use clap::Parser;
use yongkang_metrics::{Category, Filter, Unit};

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
    filter: Option<Filter>,
}

fn main() {
    let options = Options::parse();
    let mut filter = options.filter.unwrap_or_default();
    filter.category.extend(options.category);
    filter.unit.extend(options.unit);
    for metric in filter.metrics() {
        println!("{:<60} {:>16} {}", metric.title(), metric.value(), metric.unit().name());
    }
}
