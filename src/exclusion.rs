//! [`Exclusion`]: a numeral of the report that is no metric, and why.

use core::fmt;

use crate::{ExclusionReason, Section, columns};

/// A numeral of the report that is not a metric, and why.
///
/// With the metrics these account for every numeral: each run of Arabic digits, and each of the characters
/// 〇零一二两三四五六七八九十百千万亿半首.
///
/// ```
/// use yongkang_metrics::DATASET;
///
/// let first = DATASET.exclusions().next().unwrap();
/// assert_eq!((first.source_start(), first.text(), first.reason().code()), (0, "2020", "date"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exclusion(usize);

impl Exclusion {
    /// Every exclusion, in report order.
    #[inline]
    pub(crate) fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone + fmt::Debug {
        (0..columns::EXCLUSIONS).map(Self as fn(usize) -> Self)
    }

    /// The numeral, and nothing else.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.exclusions().next().unwrap().text(), "2020");
    /// ```
    #[must_use]
    #[inline]
    pub const fn text(self) -> &'static str {
        columns::EXCLUSION_TEXT[self.0]
    }

    /// Why it is not a metric.
    ///
    /// ```
    /// # use yongkang_metrics::{DATASET, ExclusionReason};
    /// assert_eq!(DATASET.exclusions().next().unwrap().reason(), ExclusionReason::Date);
    /// ```
    #[must_use]
    #[inline]
    pub const fn reason(self) -> ExclusionReason {
        columns::EXCLUSION_REASON[self.0]
    }

    /// The section of the report in which it stands.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.exclusions().next().unwrap().section().number(), 0);
    /// ```
    #[must_use]
    #[inline]
    pub const fn section(self) -> Section {
        Section::ALL[columns::EXCLUSION_SECTION[self.0] as usize]
    }

    /// Where it stands in the report: an offset from 0 in Unicode code points.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.exclusions().next().unwrap().source_start(), 0);
    /// ```
    #[must_use]
    #[inline]
    pub const fn source_start(self) -> usize {
        columns::EXCLUSION_START[self.0] as usize
    }
}

impl fmt::Debug for Exclusion {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exclusion")
            .field("text", &self.text())
            .field("reason", &self.reason())
            .field("section", &self.section())
            .field("source_start", &self.source_start())
            .finish()
    }
}
