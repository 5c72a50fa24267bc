//! Measures the crate and its peers. See README.md for the commands.

mod builds;
mod callgrind;
mod check;
mod counties;
mod crates;
mod engines;
mod instructions;
mod paths;
mod results;
mod rows;
mod sizes;
mod synthetic;
mod usage;

use std::env;
use std::process::ExitCode;

const USAGE: &str = "\
usage: yongkang-metrics-benches COMMAND
  check          the crate against its limits, also on a table of 1 000 rows
  instructions   instructions and allocations of each question to each peer
  sizes          bytes and relocations of programs that read all of the table
  builds         CPU-seconds of cold debug builds, and instructions of rustc
  crates         lines, bytes and release builds of other crates with a table
  rows           cost by number of rows: to build, and to ask
  engines        seconds and memory of DataFusion, Spark, DuckDB and polars, on two million rows
  results        writes RESULTS.md from what the others and `cargo bench` found";

fn main() -> ExitCode {
    if let Ok(counted) = env::var(builds::COUNTED) {
        return builds::rustc(&counted);
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["check"] => return check::run(),
        ["instructions"] => instructions::run(),
        ["sizes"] => sizes::run(),
        ["builds"] => return if builds::run() { ExitCode::SUCCESS } else { ExitCode::FAILURE },
        ["crates"] => crates::run(),
        ["rows"] => return rows::run(),
        ["engines"] => return engines::run(),
        ["results"] => results::run(),
        // What the above run themselves with.
        ["probe"] => instructions::probe(),
        ["first", peer, question] => instructions::first(peer, question),
        ["ratios"] => return check::ratios(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}
