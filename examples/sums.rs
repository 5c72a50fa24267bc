//! Prints how many metrics each category has in each unit, and the sum of their values, as tab-separated text: what other
//! programs have to find if they read the tables rightly. `data/READERS.md` shows how they read them.
//!
//! The sums are checksums, not statistics: ranks and rates do not add up, and counts overlap where the notes say so.
//!
//! ```text
//! cargo run --example sums
//! ```

use rust_decimal::Decimal;
use yongkang_metrics::{Category, Metric, Unit};

fn main() {
    println!("category\tunit\tcount\tsum");
    for &category in Category::ALL {
        for &unit in Unit::ALL {
            let metrics = category.metrics() & unit.metrics();
            if !metrics.is_empty() {
                let sum: Decimal = metrics.iter().map(Metric::value).sum();
                println!("{category}\t{unit}\t{}\t{sum}", metrics.len());
            }
        }
    }
}
