//! Arithmetic that keeps the bounds, and refuses to count twice: `cargo run --example arithmetic`.

#[path = "output/mod.rs"]
mod output;

use std::fmt::Write as _;
use yongkang_metrics::unit::Yuan;
use yongkang_metrics::{Aggregate, Metric};

const USAGE: &str = "\
usage: arithmetic

Computes the foreign trade of the year before and what an upgrading project cost
on average, each with its bounds, and totals, or why there is none.
";

fn main() -> std::process::ExitCode {
    output::run(USAGE, |out| {
        let (total, growth) = (Metric::FOREIGN_TRADE_TOTAL, Metric::FOREIGN_TRADE_GROWTH);
        writeln!(out, "{}: {:#}", total.title(), total.display())?;
        writeln!(out, "{}: {:#}", growth.title(), growth.display())?;
        let year_before = total.quantity::<Yuan>()? / (1 + growth.estimate() / 100);
        writeln!(out, "  So in the same months of the year before: {:#}\n", year_before.display())?;

        let (investment, projects) =
            (Metric::TECHNICAL_UPGRADING_TOTAL_INVESTMENT, Metric::TECHNICAL_UPGRADING_PROJECTS);
        writeln!(out, "{}: {:#}", investment.title(), investment.display())?;
        writeln!(out, "{}: {:#}", projects.title(), projects.display())?;
        let average = investment.quantity::<Yuan>()? / projects.estimate();
        writeln!(out, "  So for a project, on average: {:#}\n", average.display())?;

        for aggregate in [Aggregate::TalentsRecruited, Aggregate::PersonsCommended] {
            writeln!(out, "{}", aggregate.name())?;
            match aggregate.total() {
                Ok(total) => writeln!(out, "  {:#}", total.display())?,
                Err(error) => {
                    let once = aggregate.distinct_total().display_in(aggregate.unit());
                    writeln!(out, "  {error}\n  Each counted once: {once}")?;
                }
            }
            if let Some(instances) = aggregate.instances() {
                writeln!(out, "  As often as it happened: {:#}", instances.display())?;
            }
        }
        Ok(())
    })
}
