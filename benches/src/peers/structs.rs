//! The rows as a static array of structs, for the peers that generate Rust.

use rust_decimal::Decimal;
use yongkang_metrics::{AdminLevel, Category, StatType, Unit};

#[allow(dead_code, reason = "a user would keep the rest too")]
pub struct Row {
    pub id: &'static str,
    pub title: &'static str,
    pub title_zh: &'static str,
    pub category: Category,
    pub section: u8,
    pub source_start: u32,
    pub obs_text: &'static str,
    pub obs_value: Decimal,
    pub comparator: &'static str,
    pub unit: Unit,
    pub stat_type: StatType,
    pub time_period: &'static str,
    pub admin_level: Option<AdminLevel>,
    pub of_metric: &'static str,
    pub note: &'static str,
    pub note_zh: &'static str,
    pub keywords: &'static str,
}

const fn decimal(mantissa: i64, scale: u32) -> Decimal {
    let digits = mantissa.unsigned_abs();
    Decimal::from_parts(digits as u32, (digits >> 32) as u32, 0, mantissa < 0, scale)
}

include!(concat!(env!("OUT_DIR"), "/rows.rs"));
