//! Asks tables without aggregates.
use yongkang_metrics::{Aggregate, Filter, Metric, MetricSet};

fn main() {
    let filter: Filter = "aggregate=none&unit=vessel".parse().unwrap();
    println!("{} {} {filter}: {}", Aggregate::ALL.len(), Metric::HEADLINES.len(), filter.metrics().len());
    println!("{}", MetricSet::ALL.aggregate(None) == MetricSet::ALL);
    println!("{}", "structures-built".parse::<Aggregate>().unwrap_err());
}
