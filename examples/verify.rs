//! Holds a claim, as in the draft of a text, against the report, and says why it is true or not.
//!
//! ```text
//! cargo run --features figures --example verify -- foreign-trade-total 1至11月进出口总额超过380亿元
//! ```
//!
//! Exits with 0 if the claim is true, 1 if it is false, 3 if the report does not decide it, 4 if it cannot be compared, and 2 if it
//! cannot be read.

#[path = "output/mod.rs"]
mod output;

use std::error::Error;
use std::process::ExitCode;

use yongkang_metrics::{Claim, Metric, Verdict};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    verify(&args).unwrap_or_else(output::fail)
}

fn verify(args: &[String]) -> Result<ExitCode, Box<dyn Error>> {
    let [metric, claim] = args else {
        return Err("expected the id of a metric and a claim: verify foreign-trade-total 超过380亿元".into());
    };
    let (metric, claim): (Metric, Claim) = (metric.parse()?, claim.parse()?);
    let judgement = metric.check(&claim);
    let status = match judgement.verdict {
        Verdict::True => 0,
        Verdict::False => 1,
        Verdict::Undecided => 3,
        Verdict::NotComparable(_) => 4,
    };
    Ok(output::print(&format!("{judgement}\n"), status.into())?)
}
