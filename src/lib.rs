//! The key metrics of Yongkang City's 2020 year-in-review report (永康市, Zhejiang) as static data, queried by
//! category and unit.

#![cfg_attr(doc, doc = include_str!(concat!(env!("OUT_DIR"), "/headlines.md")))]
//!
//! ```
//! use yongkang_metrics::{Category, Decimal, Metric, MetricSet, Unit};
//!
//! // A query by category, by unit, or by both: a set that the compiler computes.
//! const TRADE: MetricSet = MetricSet::ALL.category(Category::ForeignTrade).unit(Unit::Yuan);
//! for metric in TRADE {
//!     println!("{}: {} {}", metric.title(), metric.value(), metric.unit().name());
//! }
//!
//! // One metric: a constant, whose page says all that is known of it.
//! let trade = Metric::FOREIGN_TRADE_TOTAL;
//! assert_eq!(trade.value(), Decimal::from(38_770_000_000_i64));
//! assert_eq!(trade.obs_text(), "387.7亿元人民币");
//! assert_eq!(trade.bounds().to_string(), "38765000000 to 38775000000");
//! assert_eq!(trade.time_period().to_string(), "2020-01-01/2020-11-30");
//! # assert!(TRADE.iter().eq([trade]));
//! ```
//!
//! [`Category`] lists every metric, with what one needs to know of it. Each has
//!
//! | | English, or code | Chinese | |
//! |---|---|---|---|
//! | what it is | [`title`](Metric::title), [`note`](Metric::note) | [`title_zh`](Metric::title_zh), [`note_zh`](Metric::note_zh) | our words, in the report's terms |
//! | how much | [`value`](Metric::value), [`unit`](Metric::unit), [`counted`](Metric::counted) | [`obs_text`](Metric::obs_text) | as printed, read and compared at build time |
//! | of what kind | [`category`](Metric::category), [`stat_type`](Metric::stat_type), [`admin_level`](Metric::admin_level) | `name_zh` of each | our judgement, by a written policy |
//! | when | [`time_period`](Metric::time_period) | | as the report states, or [assumed](Metric::period_basis) |
//! | where | [`section`](Metric::section), [`source_start`](Metric::source_start) | | held against the report by [`audit()`] (feature `audit`) |
//! | how precise | [`precision`](Metric::precision), [`bounds`](Metric::bounds) | | by the rules at [`Bounds`] |
//! | how final | [`obs_status`](Metric::obs_status) | `name_zh` | expected or provisional, where the report says so |
//! | what it adds up to | [`aggregate`](Metric::aggregate), [`relation`](Metric::relation) | `name_zh` | our judgement, for every pair of an [`Aggregate`] |
//! | related metrics | [`of_metric`](Metric::of_metric), [`same_figure`](Metric::same_figure) | | our judgement |
//!
//! # Ask
//!
//! By [category](Category), by [unit](Unit), and by every other facet: [dimension](Dimension), [kind of statistic](StatType),
//! [precision](Precision), [aggregate](Aggregate), [administrative level](AdminLevel), [section](Section) of the report and
//! [period](Period). [`Category::metrics`] and its like answer with
//! a [`MetricSet`], whose methods narrow it and whose operators combine it with others. One metric is a constant of [`Metric`], or parsed
//! from its id. What is asked at run time, by a URL, a form or a command line, is a [`Filter`].
//!
//! ```
//! use yongkang_metrics::Filter;
//!
//! let asked: Filter = "category=foreign-trade,talent&unit=yuan".parse()?;
//! assert_eq!(asked.metrics().to_string(), "foreign-trade-total");
//! # Ok::<(), yongkang_metrics::ParseError>(())
//! ```
//!
//! # Show
//!
//! With what a reader must know: how precise the value is, when it was, and what it is not.
//!
//! ```
//! use yongkang_metrics::Metric;
//!
//! let tests = Metric::NUCLEIC_ACID_TESTS;
//! println!("{}: {} {} ({})", tests.title(), tests.bounds(), tests.unit().name(), tests.time_period());
//! println!("{}：{}", tests.title_zh(), tests.obs_text());
//! if let (Some(note), Some(note_zh)) = (tests.note(), tests.note_zh()) {
//!     println!("{note} {note_zh}");
//! }
//! # assert_eq!(tests.bounds().to_string(), "more than 30000, less than 40000");
//! ```
//!
//! # Add up, and compare
//!
//! Values are exact [`Decimal`](#reexports)s in base units: yuan, not 亿元. For arithmetic, take a [`Quantity`], which keeps the bounds: money adds to
//! money and persons to persons, but not the one to the other, and sums of ranks, rates or times do not compile. That is guarded of
//! quantities alone: without a unit a value is an [`Estimate`], and without a value [`Bounds`], which add whatever you give them.
//!
//! ```
//! use yongkang_metrics::{Metric, unit::Yuan};
//!
//! // January to November, and how much more that is than the same months of the year before.
//! let trade = Metric::FOREIGN_TRADE_TOTAL.quantity::<Yuan>()?;
//! let growth = Metric::FOREIGN_TRADE_GROWTH.estimate();
//! let year_before = trade / (1 + growth / 100);
//!
//! // Between 29.04 and 29.26 billion yuan.
//! assert_eq!(format!("{:.0}", year_before.bounds()), "more than 29037453183, less than 29264150944");
//! # Ok::<(), yongkang_metrics::UnitMismatch>(())
//! ```
//!
//! What may be added is data too. A total is an indicator with a name, an [`Aggregate`], or there is none: unlike things are never added,
//! and what may be counted twice is refused.
//!
//! ```
//! use yongkang_metrics::{Aggregate, Metric, MetricSet, TotalError, unit::Yuan};
//!
//! // Top and leading, two grades of one scale.
//! assert_eq!(Aggregate::TalentsRecruited.total()?.to_string(), "29 persons");
//!
//! // Who was honoured by the city may have been honoured by the province too. How many there are, each counted once?
//! assert!(matches!(Aggregate::PersonsCommended.total(), Err(TotalError::Overlap(..))));
//! assert_eq!(Aggregate::PersonsCommended.distinct_total().to_string(), "24 to 35");
//!
//! // Relief of a year and trade of eleven months are both yuan, and there is no name for their sum.
//! let unlike = MetricSet::from([Metric::FIVE_REDUCTIONS_RELIEF, Metric::FOREIGN_TRADE_TOTAL]);
//! assert!(matches!(unlike.total::<Yuan>(), Err(TotalError::Unlike(..))));
//! # Ok::<(), TotalError>(())
//! ```
//!
//! # Check a draft
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
//! # Cite
//!
//! [`Metric::cite`] gives section and position of a figure, as a line of text or as [BibTeX](Citation::bibtex); [`DATASET`] says what the
//! report is, and what the dataset.
//!
//! ```
//! use yongkang_metrics::Metric;
//!
//! println!("{}", Metric::FOREIGN_TRADE_TOTAL.cite());
//! ```
//!
//! # 中文
//!
//! <div lang="zh">
//!
//! 本库收录该报告中的主要指标，可按类别、单位查询。每个指标都有中英文名称和说明、精确数值及其取值区间、原文写法、时期，以及在报告中的位置。
//! 不知从何查起，可先看[`Category`](Category)所列各类指标，或在本页上方的搜索框中输入中文词语，如“外贸”“核酸”“养老金”。
//!
//! - 数值以基本单位存储：`387.7亿元` 记作 38770000000 元；`3万余` 大于三万、小于四万。运算时取值区间随之传递。
//! - 合计是有名称的指标，否则不予合计：不同事物不相加；可能重复计算的，求和会报错，并指明是哪两项，`distinct_total` 给出去重后的上下限。
//! - 启用 `figures` 功能后，可核对稿件中的数字：`Metric::check` 判定其为真、为假，或无法判定，并给出理由和出处。
//!
//! </div>
//!
//! # Should I use this crate?
//!
//! Yes, if you show, compare or check figures of this report and have to say where a number stands, how precise it is, and
//! what it does not mean. No, if you need a series: the report covers one year and gives few comparisons. Nor is it an
//! official source: the report names no publisher and no date of publication, and this crate adds none.
//!
//! # How the data is made
//!
//! The report was curated twice, independently, and the two compared figure by figure. Each value stands in the table
//! twice: as the report prints it (`3万余人次`) and as a number (30 000 person-times, more than). The build script reads
//! the first, compares it with the second, and stops the build where they disagree. Each numeral of the report (a run of Arabic
//! digits, or one of the characters 〇零一二两三四五六七八九十百千万亿半首) that is not a metric is listed with the
//! [reason](ExclusionReason) why, so that none is forgotten; see [`Dataset::exclusions`](Dataset#structfield.exclusions). Claims without a numeral, such as to lead or
//! to cover all, are in neither table.
//!
//! Which metrics add up to an indicator that a yearbook would print, and what every two of these have in common, was judged twice
//! again. [`Metric::aggregate`] and [`Metric::relation`] answer, and totals rest on them.
//!
//! # How precise is it
//!
//! As precise as the report, and no more. `7538个` is exact; `1.4万次` was rounded to thousands; `3万余人次` is more than
//! thirty thousand; `突破13万户` is at or past the mark of 130 000. [`Metric::bounds`] gives the interval that the actual value
//! lies in, by the rules listed at [`Bounds`], and goes through every sum, product and ratio; [`Metric::note`] warns of what a number is
//! not.
//!
//! # What it costs
//!
//! The tables are static, and getters and queries are `const fn`, which allocate nothing; [`search()`] builds its index on the first
//! call. What a program does not read, the linker drops. The crate is `no_std` with `alloc`, has no procedural macros
//! and no build-dependencies, and takes its dependencies without their default features.
//!
//! # Features
//!
//! None is on by default, and the crate then depends on chrono and rust_decimal alone.
//!
//! - `audit`: [`audit()`], which proves that the tables say what a copy of the report says.
//! - `figures`: [`Figure`] reads a printed figure, [`Claim`] one with what it is said of, [`figures()`] finds those of a whole text, and
//!   [`Metric::check`] holds figure or claim against the report.
//! - `search`: [`search()`], which finds metrics by words in English or Chinese. Adds once_cell.
//! - `serde`: `Serialize` for all that holds data, and `Deserialize` for metrics, sets, codes, periods, [`Filter`] and [`Record`], whose
//!   page has the forms. Adds serde, without its macros.
//!
//! # Versions of the data
//!
//! The version of the data is that of the crate. A patch version changes no row; a minor one adds rows or corrects values,
//! each told in the changelog; a major one renames or removes. Ids are never reused.

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
