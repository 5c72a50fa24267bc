//! Arithmetic that keeps the bounds, and refuses to count twice: `cargo run --example arithmetic`.

#[path = "output/mod.rs"]
mod output;

use std::fmt::Write as _;
use yongkang_metrics::unit::{Project, Yuan};
use yongkang_metrics::{Metric, Unit};

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
        for unit in [Unit::PolicyArticle, Unit::CulturalHall] {
            match unit.metrics().total_in(unit) {
                Ok(total) => writeln!(out, "In total {total} {}", unit.name())?,
                Err(error) => writeln!(out, "{error}:\n  {} {}", unit.metrics().distinct_total_in(unit)?, unit.name())?,
            }
        }
        Ok(())
    })
}
