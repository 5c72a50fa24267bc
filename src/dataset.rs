//! The dataset as a whole: [`DATASET`], what it is of, and what it was made from. It says what `data/report.tsv` says.

use core::fmt;

use crate::{Exclusion, Metric, Period, columns, padding};

/// This dataset: what it covers, and the report that it was made from.
///
/// ```
/// use yongkang_metrics::DATASET;
///
/// println!("{DATASET}");
/// assert_eq!(DATASET.gb_t_2260, "330784");
/// ```
pub const DATASET: Dataset = columns::DATASET;

/// A dataset as a whole. There is one, [`DATASET`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Dataset {
    /// The title in English.
    pub title: &'static str,
    /// The title in Chinese.
    pub title_zh: &'static str,
    /// What the data was taken from, in English. The report names no publisher and no date of publication.
    pub source: &'static str,
    /// What the data was taken from, in Chinese.
    pub source_zh: &'static str,
    /// The period that the report reviews, a calendar year.
    pub time_period: Period,
    /// The area that the report is about, in English.
    pub area: &'static str,
    /// The area that the report is about, in Chinese.
    pub area_zh: &'static str,
    /// The code of the area in GB/T 2260, China's administrative divisions.
    pub gb_t_2260: &'static str,
    /// The code in ISO 3166-2 of the province that the area is in. The standard has none below it.
    pub iso_3166_2: &'static str,
    /// The SHA-256 of the report that the data was curated from, as a UTF-8 text with LF line ends, in lower-case hexadecimal.
    pub source_sha256: &'static str,
    /// How long that report is, in Unicode code points.
    pub source_chars: usize,
    /// The version of the data, which is the crate's: a patch changes no row, a minor version adds rows or corrects values, a major
    /// version renames or removes.
    pub version: &'static str,
    /// The numerals of the report that are not metrics, in report order. The metrics are [`Metric::ALL`].
    pub exclusions: &'static [Exclusion],
    /// What readers come for and the report does not print.
    pub not_printed: &'static [NotPrinted],
}

/// What readers come for and the report does not print, to be said instead of nothing: the gross domestic product.
///
/// ```
/// use yongkang_metrics::DATASET;
///
/// let missing = DATASET.not_printed[0];
/// assert_eq!((missing.name, missing.name_zh), ("GDP", "地区生产总值"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct NotPrinted {
    /// What it is called in English.
    pub name: &'static str,
    /// What it is called in Chinese.
    pub name_zh: &'static str,
    /// Other words by which readers look for it, in both languages.
    pub words: &'static [&'static str],
}

/// Prints the title, the version and how much there is.
impl fmt::Display for Dataset {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { title, title_zh, version, exclusions, .. } = self;
        let (metrics, exclusions) = (Metric::ALL.len(), exclusions.len());
        padding::pad(
            f,
            format_args!("{title} ({title_zh}), version {version}: {metrics} metrics, {exclusions} numerals excluded"),
        )
    }
}
