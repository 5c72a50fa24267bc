//! Prints checksums of the metrics as tab-separated text: what other programs have to find if they read the table rightly.
//! `data/READERS.md` shows how they read it.
//!
//! A checksum adds up each value times its position in the report. It says nothing of the city: what may be added up, and
//! with which bounds, is another question, which `cargo run --example arithmetic` is about.
//!
//! ```text
//! cargo run --example sums
//! ```

use rust_decimal::Decimal;
use yongkang_metrics::{Category, Unit};

fn main() {
    println!("category\tunit\trows\tchecksum");
    for &category in Category::ALL {
        for &unit in Unit::ALL {
            let metrics = category.metrics() & unit.metrics();
            if !metrics.is_empty() {
                let products = metrics.iter().map(|metric| metric.value() * Decimal::from(metric.source_start()));
                println!("{category}\t{unit}\t{}\t{}", metrics.len(), products.sum::<Decimal>());
            }
        }
    }
}
