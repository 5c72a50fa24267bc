//! Figures on Yongkang (永康市), a county-level city in Zhejiang, China, as static data: all those of its year-in-review report for 2020,
//! asked by category and unit.

#![cfg_attr(doc, doc = include_str!(concat!(env!("OUT_DIR"), "/headlines.md")))]
//!
//! ```
//! use yongkang_metrics::{Category, MetricSet, Unit};
//!
//! // By category, by unit, or by both: a set that the compiler computes.
//! const TRADE: MetricSet = MetricSet::ALL.category(Category::ForeignTrade).unit(Unit::Yuan);
//! for metric in TRADE {
//!     println!("{}: {:#}", metric.title(), metric.display());
//! }
//! ```
//!
//! This prints “Total value of imports and exports: 38.77 billion yuan, January to November 2020, rounded to 10 million”.
//!
//! [`Category`] lists every figure. The page of [`Metric`] begins with [what each tells](Metric#method.value), goes on with
//! [`check`](Metric::check) and [what it adds up to](Metric::aggregate), and ends with [a constant for each](Metric#constants), whose page
//! says all that is known of it. Ask by [category](Category), [unit](Unit), [kind](StatType), [precision](Precision),
//! [aggregate](Aggregate), [administrative level](AdminLevel), [section](Section) or [period](Period); by [words](search()); or, at run
//! time, by a [`Filter`]: `"category=talent,reform&unit=person".parse()`.
//!
//! # What a figure tells
//!
//! | | English, or code | Chinese | from where |
//! |---|---|---|---|
//! | what it is | [`title`](Metric::title), [`note`](Metric::note) | [`title_zh`](Metric::title_zh), [`note_zh`](Metric::note_zh) | our words, in the report's terms |
//! | how much | [`display`](Metric::display), [`value`](Metric::value), [`unit`](Metric::unit), [`counted`](Metric::counted) | [`display_zh`](Metric::display_zh), [`obs_text`](Metric::obs_text) | as printed, read and compared at build time |
//! | how precise | [`precision`](Metric::precision), [`bounds`](Metric::bounds) | | by the rules at [`Bounds`] |
//! | when | [`time_period`](Metric::time_period) | | as stated, or [assumed](Metric::period_basis) |
//! | of what kind | [`category`](Metric::category), [`stat_type`](Metric::stat_type), [`admin_level`](Metric::admin_level) | `name_zh` of each | our judgement, by a written policy |
//! | what it adds up to | [`aggregate`](Metric::aggregate), [`overlaps`](Metric::overlaps) | | our judgement, for every pair of an [`Aggregate`] |
//! | related metrics | [`of_metric`](Metric::of_metric), [`same_figure`](Metric::same_figure) | | our judgement |
//! | where | [`section`](Metric::section), [`source_start`](Metric::source_start), [`cite`](Metric::cite) | | held against the report by [`audit()`] |
//!
//! # Precision
//!
//! A figure is as precise as the report prints it. 万 is ten thousand and 亿 a hundred million: `1.4万次` was rounded to thousands, `3万余`
//! is more than 30 000, `突破13万户` at or past 130 000, and `7538个` exact. [`Bounds`] go through all arithmetic, and where a
//! [`Quantity`] has a unit, unlike things do not add: neither persons to yuan, nor one rank to another. A plain [`Decimal`](#reexports) or
//! an [`Estimate`] adds whatever you give it.
//!
//! ```
//! use yongkang_metrics::{Metric, unit::Yuan};
//!
//! // January to November, and how much more that is than the same months of the year before.
//! let trade = Metric::FOREIGN_TRADE_TOTAL.quantity::<Yuan>()?;
//! let year_before = trade / (1 + Metric::FOREIGN_TRADE_GROWTH.estimate() / 100);
//!
//! assert_eq!(format!("{:#}", year_before.display()), "29.15 billion yuan, 29.03 to 29.27 billion");
//! # Ok::<(), yongkang_metrics::UnitMismatch>(())
//! ```
//!
//! # Totals
//!
//! A total is an indicator with a name, an [`Aggregate`], or there is none. What may be counted twice is refused, and the error names
//! the pair.
//!
//! ```
//! use yongkang_metrics::{Aggregate, Metric, MetricSet, TotalError, unit::Yuan};
//!
//! // Top-tier and leading experts, two grades of one scale.
//! assert_eq!(Aggregate::TalentsRecruited.total()?.to_string(), "29 persons");
//!
//! // Who was honoured by the city may have been honoured by the province too. How many there are, each counted once?
//! assert!(matches!(Aggregate::PersonsCommended.total(), Err(TotalError::Overlap(..))));
//! assert_eq!(Aggregate::PersonsCommended.distinct_total().to_string(), "24 to 35");
//!
//! // Relief of a year and trade of eleven months are both yuan, and nobody has a name for their sum.
//! let unlike = MetricSet::from([Metric::FIVE_REDUCTIONS_RELIEF, Metric::FOREIGN_TRADE_TOTAL]);
//! assert!(matches!(unlike.total::<Yuan>(), Err(TotalError::Unlike(..))));
//! # Ok::<(), TotalError>(())
//! ```
//!
//! # Drafts
//!
//! With the feature `figures`, [`Metric::check`] holds a claim against the report, and says why it is true or not.
//!
//! ```
//! # #[cfg(feature = "figures")]
//! # fn main() -> Result<(), yongkang_metrics::ParseError> {
//! use yongkang_metrics::{Claim, Metric, Verdict};
//!
//! let verdict = |claim: &str| Ok(Metric::FOREIGN_TRADE_TOTAL.check(claim.parse::<Claim>()?).verdict);
//! assert_eq!(verdict("1至11月进出口总值超过380亿元")?, Verdict::True);
//! assert_eq!(verdict("390亿元")?, Verdict::False);
//! // Exports are another thing.
//! assert!(matches!(verdict("出口总值387.7亿元")?, Verdict::NotComparable(_)));
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "figures"))]
//! # fn main() {}
//! ```
//!
//! # Limits
//!
//! It is one year of one city, and no time series. It is no official source: the report names no publisher and no date, and this crate
//! adds none. What readers come for and the report does not print, GDP for one, [`DATASET`] names.
//!
//! Each value stands in the tables twice, as printed and as a number, and the build stops where the two disagree. Two curators read the
//! report by themselves and compared every figure; every numeral that is no metric is [listed](Dataset#structfield.exclusions) with the
//! [reason](ExclusionReason) it was left out. Notes, kinds, levels and relations have no second source: they are our judgement.
//!
//! # Features
//!
//! None is on by default. The crate is `no_std` with `alloc`, getters and queries are `const fn`, and it then depends on chrono and
//! rust_decimal alone.
//!
//! - `audit`: [`audit()`], which proves that the tables say what a copy of the report says.
//! - `figures`: [`Figure`] reads a printed figure, [`Claim`] one with what it is said of, [`figures()`] finds those of a whole text, and
//!   [`Metric::check`] holds figure or claim against the report.
//! - `search`: [`search()`], which finds metrics by words and figures in English or Chinese. Adds once_cell.
//! - `serde`: `Serialize` for all that holds data, and `Deserialize` for metrics, sets, codes, periods, [`Filter`] and [`Record`], whose
//!   page has the forms. Adds serde, without its macros.
//!
//! The version of the data is that of the crate: a patch changes no row, a minor version adds rows or corrects values, a major one renames
//! or removes.
//!
//! # 中文
//!
//! <div lang="zh">
//!
//! 本库收录浙江省永康市2020年度工作回顾所载数据，可按类别、单位查询；每项均有中英文名称和说明、数值及其取值区间、原文写法、时期和原文位置。
//! 不知从何查起，可先看[`Category`](Category)所列各类指标，或在本页上方的搜索框中输入“外贸”“核酸”“养老金”等词语。
//!
//! - `display_zh` 按原文习惯显示：387.7亿元；数值以基本单位存储。`3万余`超过三万、不足四万，取值区间随运算传递。
//! - 合计须有名称：不同事物不相加；可能重复计算的，拒绝合计，并指明是哪两项，`distinct_total` 给出去重后的上下限。
//! - 启用 `figures` 功能后，`Metric::check` 可核对稿件中的数字：真、假或无法判定，并给出理由和出处。
//!
//! </div>
//!

#![cfg_attr(doc, doc = concat!("# Categories and units\n\n", include_str!(concat!(env!("OUT_DIR"), "/map.svg"))))]
// What search engines for datasets read on the page.
#![cfg_attr(
    doc,
    doc = concat!("<script type=\"application/ld+json\">\n", include_str!("../data/dataset.jsonld"), "</script>")
)]
// No value goes through a binary floating-point number.
#![warn(clippy::float_arithmetic)]
#![no_std]

extern crate alloc;

/// Keeps what the build script leaves out of the files that it shares.
macro_rules! library {
    ($($item:item)*) => { $($item)* };
}

// The page of `Metric` shows its blocks in the order of the modules: what each metric tells, whether a claim of it is true, what it adds
// up to and the rest, and at last the metrics.
mod metric;

#[cfg(feature = "figures")]
mod figure;

mod aggregate;
#[cfg(feature = "audit")]
mod audit;
#[cfg(feature = "audit")]
mod beside;
mod bounds;
mod citation;
#[cfg(feature = "figures")]
mod claim;
mod columns;
mod dataset;
mod exclusion;
mod facets;
#[cfg(feature = "figures")]
mod figures;
mod filter;
#[cfg(feature = "audit")]
mod ledger;
#[cfg(any(feature = "audit", feature = "figures", feature = "search"))]
#[allow(dead_code, reason = "the build script uses the rest")]
mod model;
#[cfg(feature = "figures")]
mod own_words;
mod padding;
mod parse_error;
mod period;
mod printer;
mod quantity;
mod record;
mod rounding;
#[cfg(feature = "search")]
mod search;
mod section;
#[cfg(feature = "serde")]
mod serialize;
mod set;
#[cfg(feature = "audit")]
mod sha256;
mod shown;
#[cfg(feature = "audit")]
mod text;
#[cfg(feature = "audit")]
mod titles;
mod total;
pub mod unit;
mod unknown;
mod vocabulary;
#[cfg(feature = "audit")]
mod wording;

mod constants;

#[doc(no_inline)]
pub use chrono::NaiveDate;
#[doc(no_inline)]
pub use rust_decimal::Decimal;

pub use aggregate::Aggregate;
#[cfg(feature = "audit")]
pub use audit::{Audit, Source, audit};
#[doc(inline, alias("interval", "uncertainty", "error margin", "区间", "误差", "誤差"))]
pub use bounds::Bounds;
pub use citation::Citation;
#[cfg(feature = "figures")]
pub use claim::Claim;
pub use columns::Category;
pub use dataset::{DATASET, Dataset, NotPrinted};
pub use exclusion::Exclusion;
#[cfg(feature = "figures")]
pub use figure::{Figure, Judgement, Verdict};
#[cfg(feature = "figures")]
pub use figures::{FoundFigure, figures};
pub use filter::Filter;
#[cfg(feature = "audit")]
pub use ledger::{Finding, FindingKind, Subject};
pub use metric::Metric;
pub use parse_error::ParseError;
pub use period::Period;
pub use quantity::{Estimate, Quantity, UnitMismatch};
#[doc(inline, alias("JSON", "CSV", "Excel", "row"))]
pub use record::Record;
pub use record::RecordMismatch;
#[cfg(feature = "search")]
pub use search::search;
pub use section::Section;
pub use set::{Iter, MetricSet};
pub use shown::Shown;
pub use total::{Total, TotalError};
#[doc(inline)]
pub use unit::Unit;
pub use vocabulary::{
    AdminLevel, Comparator, Dimension, ExclusionReason, ObsStatus, PeriodBasis, Precision, Relation, StatType,
};

/// The examples of the README are tested too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
