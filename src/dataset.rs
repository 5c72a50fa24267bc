//! The dataset as a whole: [`DATASET`], what it is of, and what it was made from. It says what `data/report.tsv` says.

use core::fmt;

use crate::{Exclusion, MetricSet, Period, columns, padding};

/// This dataset: what it is of, and what it was made from.
///
/// ```
/// # use yongkang_metrics::DATASET;
/// assert_eq!(DATASET.metrics().len(), DATASET.metric_count());
/// ```
pub const DATASET: Dataset = Dataset(());

/// What there is to say of the dataset as a whole; there is one, [`DATASET`].
///
/// ```
/// use yongkang_metrics::DATASET;
///
/// println!("{DATASET}");
/// assert_eq!(DATASET.gb_t_2260(), "330784");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dataset(());

impl Dataset {
    /// The title in English.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.title(), "Key metrics of Yongkang City, 2020");
    /// ```
    #[must_use]
    #[inline]
    pub const fn title(self) -> &'static str {
        columns::REPORT_TITLE
    }

    /// The title in Chinese.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.title_zh(), "永康市2020年主要指标");
    /// ```
    #[must_use]
    #[inline]
    pub const fn title_zh(self) -> &'static str {
        columns::REPORT_TITLE_ZH
    }

    /// What the data was taken from, in English. The report names no publisher and no date of publication.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert!(DATASET.source().contains("year-in-review"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn source(self) -> &'static str {
        columns::REPORT_SOURCE
    }

    /// What the data was taken from, in Chinese.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert!(DATASET.source_zh().contains("2020年度"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn source_zh(self) -> &'static str {
        columns::REPORT_SOURCE_ZH
    }

    /// The period that the report reviews, a calendar year.
    ///
    /// ```
    /// # use yongkang_metrics::{DATASET, Period};
    /// assert_eq!(Some(DATASET.time_period()), Period::year(2020));
    /// ```
    #[must_use]
    #[inline]
    pub const fn time_period(self) -> Period {
        columns::REPORT_TIME_PERIOD
    }

    /// The area that the report is about, in English.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert!(DATASET.area().starts_with("Yongkang City"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn area(self) -> &'static str {
        columns::REPORT_AREA
    }

    /// The area that the report is about, in Chinese.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert!(DATASET.area_zh().ends_with("永康市"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn area_zh(self) -> &'static str {
        columns::REPORT_AREA_ZH
    }

    /// The code of the area in GB/T 2260, China's administrative divisions.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.gb_t_2260(), "330784");
    /// ```
    #[must_use]
    #[inline]
    pub const fn gb_t_2260(self) -> &'static str {
        columns::REPORT_GB_T_2260
    }

    /// The code in ISO 3166-2 of the province that the area is in. The standard has none below it.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.iso_3166_2(), "CN-ZJ");
    /// ```
    #[must_use]
    #[inline]
    pub const fn iso_3166_2(self) -> &'static str {
        columns::REPORT_ISO_3166_2
    }

    /// The SHA-256 of the report that the data was curated from, as a UTF-8 text with LF line ends, in lower-case
    /// hexadecimal.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.source_sha256().len(), 64);
    /// ```
    #[must_use]
    #[inline]
    pub const fn source_sha256(self) -> &'static str {
        columns::REPORT_SHA256
    }

    /// How long that report is, in Unicode code points.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.source_chars(), 4102);
    /// ```
    #[must_use]
    #[inline]
    pub const fn source_chars(self) -> usize {
        columns::REPORT_CHARACTERS
    }

    /// The version of the data, which is the crate's: a patch changes no row, a minor version adds rows or corrects
    /// values, a major version renames or removes.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.version(), env!("CARGO_PKG_VERSION"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn version(self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    /// Every metric, in report order.
    ///
    /// ```
    /// # use yongkang_metrics::{DATASET, MetricSet};
    /// assert_eq!(DATASET.metrics(), MetricSet::ALL);
    /// ```
    #[must_use]
    #[inline]
    pub const fn metrics(self) -> MetricSet {
        MetricSet::ALL
    }

    /// How many metrics there are.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.metric_count(), DATASET.metrics().len());
    /// ```
    #[must_use]
    #[inline]
    pub const fn metric_count(self) -> usize {
        columns::LEN
    }

    /// How many numerals of the report are excluded.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.exclusion_count(), DATASET.exclusions().count());
    /// ```
    #[must_use]
    #[inline]
    pub const fn exclusion_count(self) -> usize {
        columns::EXCLUSIONS
    }

    /// The numerals of the report that are not metrics, in report order.
    ///
    /// ```
    /// use yongkang_metrics::{DATASET, ExclusionReason};
    ///
    /// let dates = DATASET.exclusions().filter(|e| e.reason() == ExclusionReason::Date);
    /// assert!(dates.map(|e| e.text()).any(|text| text == "2020"));
    /// ```
    #[must_use]
    #[inline]
    pub fn exclusions(self) -> impl DoubleEndedIterator<Item = Exclusion> + ExactSizeIterator + Clone + fmt::Debug {
        Exclusion::all()
    }
}

/// Prints the title, the version and how much there is.
impl fmt::Display for Dataset {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (metrics, exclusions) = (self.metric_count(), self.exclusion_count());
        let (title, title_zh, version) = (self.title(), self.title_zh(), self.version());
        padding::pad(
            f,
            format_args!("{title} ({title_zh}), version {version}: {metrics} metrics, {exclusions} numerals excluded"),
        )
    }
}
