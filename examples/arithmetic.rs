//! Arithmetic that keeps the bounds, and refuses to count twice: `cargo run --example arithmetic`.

use std::error::Error;

use yongkang_metrics::unit::{Project, Yuan};
use yongkang_metrics::{Metric, Unit};

fn main() -> Result<(), Box<dyn Error>> {
    let trade = Metric::FOREIGN_TRADE_TOTAL.quantity::<Yuan>()?;
    let growth = Metric::FOREIGN_TRADE_GROWTH.estimate();
    println!("{trade}, {growth} % more than in the same months of the year before, when it was");
    println!("  {}", (trade / (1 + growth / 100)).round_dp(0));

    let investment = Metric::TECHNICAL_UPGRADING_TOTAL_INVESTMENT.quantity::<Yuan>()?;
    let projects = Metric::TECHNICAL_UPGRADING_PROJECTS.quantity::<Project>()?;
    println!("{investment} for {projects}, on average");
    println!("  {}", (investment / projects.estimate()).round_dp(0));

    for unit in [Unit::PolicyArticle, Unit::CulturalHall] {
        match unit.metrics().total_in(unit) {
            Ok(total) => println!("In total {total} {}", unit.name()),
            Err(error) => println!("{error}:\n  {} {}", unit.metrics().distinct_total_in(unit)?, unit.name()),
        }
    }
    Ok(())
}
