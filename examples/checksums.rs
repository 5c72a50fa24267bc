//! Prints checksums of the metrics as tab-separated text: what other programs have to find if they read the table rightly.
//! `data/READERS.md` shows how they read it.
//!
//! A checksum adds up each value times its position in the report. It says nothing of the city: what may be added up, and
//! with which bounds, is another question, which `cargo run --example arithmetic` is about.
//!
//! ```text
//! cargo run --example checksums
//! ```

#[path = "output/mod.rs"]
mod output;

use std::fmt::Write as _;
use std::process::ExitCode;

use yongkang_metrics::{Category, Decimal};

const USAGE: &str = "\
usage: checksums

Prints what other programs have to find if they read the table rightly.
";

fn main() -> ExitCode {
    output::run(USAGE, |out| {
        writeln!(out, "category\tunit\trows\tchecksum")?;
        for &category in Category::ALL {
            for unit in category.metrics().units() {
                let metrics = category.metrics().unit(unit);
                let products = metrics.iter().map(|metric| metric.value() * Decimal::from(metric.source_start()));
                writeln!(out, "{category}\t{unit}\t{}\t{}", metrics.len(), products.sum::<Decimal>())?;
            }
        }
        Ok(())
    })
}
