//! Writes every metric as JSON or CSV to standard output.
//!
//! ```text
//! cargo run --features serde --example export -- json
//! cargo run --features serde --example export -- csv
//! cargo run --features serde --example export -- csv-excel
//! ```
//!
//! Values are strings in JSON, so that no reader rounds them; `data/READERS.md` makes Parquet of the rows, with decimals and dates.
//! `csv-excel` starts with a byte order mark, without which Excel takes UTF-8 for something else and shows no Chinese.

#[path = "output/mod.rs"]
mod output;

use std::error::Error;
use std::process::ExitCode;

use yongkang_metrics::{MetricSet, Record};

const USAGE: &str = "\
usage: export json|csv|csv-excel

Writes every metric to standard output. csv-excel is what Excel opens rightly.
";

fn main() -> ExitCode {
    output::run(USAGE, |out| {
        let form = std::env::args().nth(1).unwrap_or_default();
        *out = match &*form {
            "json" => json()?,
            "csv" => csv()?,
            "csv-excel" => format!("\u{FEFF}{}", csv()?),
            "" => return Err("expected a format: json, csv or csv-excel".into()),
            other => return Err(format!("no format is called {other:?}; expected json, csv or csv-excel").into()),
        };
        Ok(())
    })
}

fn json() -> Result<String, Box<dyn Error>> {
    let records: Vec<Record> = MetricSet::ALL.iter().map(Record::from).collect();
    Ok(serde_json::to_string_pretty(&records)? + "\n")
}

fn csv() -> Result<String, Box<dyn Error>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    MetricSet::ALL.iter().map(Record::from).try_for_each(|record| writer.serialize(record))?;
    Ok(String::from_utf8(writer.into_inner()?)?)
}
