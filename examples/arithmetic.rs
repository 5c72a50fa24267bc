//! Arithmetic that the compiler checks, with the bounds of its result: the average investment per technical upgrading
//! project, and how the money saved for enterprises compares to foreign trade.
//!
//! ```text
//! cargo run --example arithmetic
//! ```

use std::error::Error;
use std::ops::Bound;

use rust_decimal::Decimal;
use yongkang_metrics::unit::{Project, Yuan};
use yongkang_metrics::{Category, Metric, Unit};

fn main() -> Result<(), Box<dyn Error>> {
    average()?;
    share()
}

/// Yuan by projects: neither may be added to the other, but one may be divided by the other.
fn average() -> Result<(), Box<dyn Error>> {
    let investment = Metric::TECHNICAL_UPGRADING_TOTAL_INVESTMENT;
    let projects = Metric::TECHNICAL_UPGRADING_PROJECTS.quantity::<Project>()?;
    let per_project = |yuan: Decimal| (yuan / projects.value()).round();
    println!("{} for {projects}:", investment.quantity::<Yuan>()?);
    println!("  {} yuan per project", per_project(investment.value()));
    // The number of projects is exact, so the bounds of the average are those of the investment, divided likewise.
    if let (Bound::Included(least), Bound::Included(most)) = (investment.bounds().lower(), investment.bounds().upper())
    {
        println!("  between {} and {}, as {} is rounded", per_project(least), per_project(most), investment.obs_text());
    }
    println!("  note: {}", investment.note().unwrap_or("none"));
    Ok(())
}

/// Like by like: a ratio has no unit.
fn share() -> Result<(), Box<dyn Error>> {
    let reductions = Metric::FIVE_REDUCTIONS_RELIEF.quantity::<Yuan>()?;
    let trade = Metric::FOREIGN_TRADE_TOTAL.quantity::<Yuan>()?;
    if let Some(ratio) = reductions.ratio(trade) {
        println!(
            "\nThe relief under the Five Reductions comes to {} % of foreign trade.",
            (ratio * Decimal::ONE_HUNDRED).round_dp(1)
        );
    }
    // Both are money, so the sum would compile; the ledger of pairs says what it would be worth.
    let support = Category::EnterpriseSupport.metrics().unit(Unit::Yuan);
    for metric in support {
        for other in (metric.overlaps() & support).iter().filter(|other| metric < *other) {
            println!("{} may count the same yuan as {}: do not add them.", metric.title(), other.title());
        }
    }
    Ok(())
}
