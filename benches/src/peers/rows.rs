//! The table as `build.rs` writes it for the peers that keep it in memory.

use rust_decimal::Decimal;
use yongkang_metrics::Period;

#[derive(Clone, Copy, serde::Serialize, serde::Deserialize)]
pub struct Row {
    pub id: &'static str,
    pub title: &'static str,
    pub title_zh: &'static str,
    pub counted: &'static str,
    pub counted_zh: &'static str,
    pub category: Category,
    pub section: u8,
    pub source_start: u32,
    pub obs_text: &'static str,
    #[serde(with = "rust_decimal::serde::str")]
    pub obs_value: Decimal,
    pub comparator: Option<&'static str>,
    pub unit: Unit,
    pub stat_type: StatType,
    pub time_period: Period,
    pub period_basis: &'static str,
    pub admin_level: Option<AdminLevel>,
    pub of_metric: Option<&'static str>,
    pub aggregate: Option<&'static str>,
    pub headline: Option<u8>,
    pub note: Option<&'static str>,
    pub note_zh: Option<&'static str>,
    pub keywords: &'static str,
}

const fn decimal(mantissa: i64, scale: u32) -> Decimal {
    let digits = mantissa.unsigned_abs();
    Decimal::from_parts(digits as u32, (digits >> 32) as u32, 0, mantissa < 0, scale)
}

const fn period([y, m, d, to_y, to_m, to_d]: [u32; 6]) -> Period {
    let day = chrono::NaiveDate::from_ymd_opt;
    let ends = (day(y as i32, m, d).expect("a day"), day(to_y as i32, to_m, to_d).expect("a day"));
    Period::new(ends.0, ends.1).expect("in order")
}

include!(concat!(env!("OUT_DIR"), "/rows.rs"));
