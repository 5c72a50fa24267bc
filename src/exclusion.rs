//! [`Exclusion`]: a numeral of the report that is no metric, and why.

use crate::{ExclusionReason, Section};

/// A numeral of the report that is not a metric, and why; [`DATASET`](crate::DATASET) has them all.
///
/// With the metrics these account for every numeral: each run of Arabic digits, and each of the characters
/// 〇零一二两三四五六七八九十百千万亿半首.
///
/// ```
/// use yongkang_metrics::{DATASET, ExclusionReason};
///
/// let dates = DATASET.exclusions.iter().filter(|exclusion| exclusion.reason == ExclusionReason::Date);
/// assert!(dates.clone().any(|exclusion| exclusion.text == "2020"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Exclusion {
    /// Where it stands in the report: an offset from 0 in Unicode code points.
    pub source_start: usize,
    /// The section of the report in which it stands.
    pub section: Section,
    /// The numeral, and nothing else.
    pub text: &'static str,
    /// Why it is not a metric.
    pub reason: ExclusionReason,
    /// The name or the word that it stands in, such as 六稳; empty where the table does not say.
    pub phrase: &'static str,
}
