//! Arithmetic that keeps the bounds, and refuses to count twice: `cargo run --example arithmetic`.

#[path = "output/mod.rs"]
mod output;

use std::fmt::Write as _;
use yongkang_metrics::unit::{Project, Yuan};
use yongkang_metrics::{Aggregate, Metric};

fn main() -> std::process::ExitCode {
    output::run(|out| {
        let trade = Metric::FOREIGN_TRADE_TOTAL.quantity::<Yuan>()?;
        let growth = Metric::FOREIGN_TRADE_GROWTH.estimate();
        writeln!(out, "{trade}, {growth} % more than in the same months of the year before, when it was")?;
        writeln!(out, "  {}", (trade / (1 + growth / 100)).round_dp(0))?;
        let investment = Metric::TECHNICAL_UPGRADING_TOTAL_INVESTMENT.quantity::<Yuan>()?;
        let projects = Metric::TECHNICAL_UPGRADING_PROJECTS.quantity::<Project>()?;
        let average = (investment / projects.estimate()).round_dp(0);
        writeln!(out, "{investment} for {projects}, on average\n  {average}")?;
        for aggregate in [Aggregate::TalentsRecruited, Aggregate::PersonsCommended] {
            match aggregate.total() {
                Ok(total) => writeln!(out, "{total:#}")?,
                Err(error) => {
                    let (name, noun) = (aggregate.name(), aggregate.unit().name());
                    writeln!(out, "{error}:\n  {name}: {} {noun}", aggregate.distinct_total())?;
                }
            }
            if let Some(instances) = aggregate.instances() {
                writeln!(out, "  {instances}")?;
            }
        }
        Ok(())
    })
}
