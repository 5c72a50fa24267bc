//! Writes every metric as JSON or CSV to standard output.
//!
//! ```text
//! cargo run --features serde --example export -- json
//! cargo run --features serde --example export -- csv
//! cargo run --features serde --example export -- csv-excel
//! ```
//!
//! Values are strings in JSON, so that no reader rounds them. `csv-excel` starts with a byte order mark, without which Excel
//! takes UTF-8 for something else and shows no Chinese.

use std::error::Error;
use std::io::{self, Write as _};

use yongkang_metrics::{MetricSet, Record};

fn main() -> Result<(), Box<dyn Error>> {
    let rows = MetricSet::ALL.iter().map(Record::from);
    let mut out = io::stdout().lock();
    match std::env::args().nth(1).as_deref() {
        Some("json") => {
            serde_json::to_writer_pretty(&mut out, &rows.collect::<Vec<_>>())?;
            writeln!(out)?;
        }
        Some("csv") => csv(rows, out)?,
        Some("csv-excel") => {
            out.write_all("\u{FEFF}".as_bytes())?;
            csv(rows, out)?;
        }
        _ => return Err("usage: export json|csv|csv-excel".into()),
    }
    Ok(())
}

fn csv(rows: impl Iterator<Item = Record>, out: impl io::Write) -> Result<(), Box<dyn Error>> {
    let mut writer = csv::Writer::from_writer(out);
    for row in rows {
        writer.serialize(row)?;
    }
    Ok(writer.flush()?)
}
