//! Writes every metric as JSON or CSV to standard output.
//!
//! ```text
//! cargo run --features serde --example export -- json
//! cargo run --features serde --example export -- csv
//! cargo run --features serde --example export -- csv-excel
//! cargo run --features serde --example export -- wide-json
//! cargo run --features serde --example export -- wide-csv
//! ```
//!
//! The wide forms have names beside codes, and bounds and both days in columns of their own. Values are strings in JSON,
//! so that no reader rounds them; `data/READERS.md` makes Parquet of them with decimals and dates. `csv-excel` starts
//! with a byte order mark, without which Excel takes UTF-8 for something else and shows no Chinese.

#[path = "output/mod.rs"]
mod output;

use std::error::Error;
use std::process::ExitCode;

use serde::Serialize;
use yongkang_metrics::{MetricSet, Record, WideRecord};

fn main() -> ExitCode {
    output::run(|out| {
        let form = std::env::args().nth(1).unwrap_or_default();
        *out = match &*form {
            "json" => json(rows::<Record>())?,
            "csv" => csv(rows::<Record>())?,
            "csv-excel" => format!("\u{FEFF}{}", csv(rows::<Record>())?),
            "wide-json" => json(rows::<WideRecord>())?,
            "wide-csv" => csv(rows::<WideRecord>())?,
            _ => return Err("usage: export json|csv|csv-excel|wide-json|wide-csv".into()),
        };
        Ok(())
    })
}

fn rows<T: From<yongkang_metrics::Metric>>() -> Vec<T> {
    MetricSet::ALL.iter().map(T::from).collect()
}

fn json(rows: Vec<impl Serialize>) -> Result<String, Box<dyn Error>> {
    Ok(serde_json::to_string_pretty(&rows)? + "\n")
}

fn csv(rows: Vec<impl Serialize>) -> Result<String, Box<dyn Error>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    rows.into_iter().try_for_each(|row| writer.serialize(row))?;
    Ok(String::from_utf8(writer.into_inner()?)?)
}
