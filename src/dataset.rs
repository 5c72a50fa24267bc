//! The dataset as a whole: [`DATASET`], its source, its sections, and what it leaves out.

use core::fmt;

use crate::columns::{self, u32_at};
use crate::{ExclusionReason, MetricSet};

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
        "Key metrics of Yongkang City, 2020"
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
        "永康市2020年主要指标"
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
        "Yongkang City's 2020 year-in-review report, in Chinese"
    }

    /// The code of the area in GB/T 2260, China's administrative divisions: Yongkang, Jinhua, Zhejiang.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.gb_t_2260(), "330784");
    /// ```
    #[must_use]
    #[inline]
    pub const fn gb_t_2260(self) -> &'static str {
        "330784"
    }

    /// The code in ISO 3166-2 of the province that the area is in: Zhejiang. The standard has none below it.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.iso_3166_2(), "CN-ZJ");
    /// ```
    #[must_use]
    #[inline]
    pub const fn iso_3166_2(self) -> &'static str {
        "CN-ZJ"
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
        "c296b3fca4269d776e2f1aa90aef69431564da2fdf389b5ebfa6fa0557d0ef3d"
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
        4102
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
    #[inline]
    pub fn exclusions(self) -> impl DoubleEndedIterator<Item = Exclusion> + ExactSizeIterator + Clone + fmt::Debug {
        (0..columns::EXCLUSIONS).map(Exclusion as fn(usize) -> Exclusion)
    }
}

/// Prints the title, the version and how much there is.
impl fmt::Display for Dataset {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (metrics, exclusions) = (self.metric_count(), self.exclusion_count());
        write!(
            f,
            "{} ({}), version {}: {metrics} metrics, {exclusions} numerals excluded",
            self.title(),
            self.title_zh(),
            self.version(),
        )
    }
}

/// A numeral of the report that is not a metric, and why.
///
/// With the metrics these account for every numeral: each run of Arabic digits and each Chinese numeral character.
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
    /// The numeral, and nothing else.
    ///
    /// ```
    /// # use yongkang_metrics::DATASET;
    /// assert_eq!(DATASET.exclusions().next().unwrap().text(), "2020");
    /// ```
    #[must_use]
    #[inline]
    pub const fn text(self) -> &'static str {
        columns::EXCLUSION_TEXT.get(self.0)
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
        ExclusionReason::ALL[columns::EXCLUSION_REASON[self.0] as usize]
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
        u32_at(columns::EXCLUSION_START, self.0) as usize
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

/// A section of the report: 0 is the opening paragraph, 1 to 9 are those with a heading.
///
/// ```
/// use yongkang_metrics::{Metric, Section};
///
/// assert_eq!(Section::new(4), Some(Metric::FOREIGN_TRADE_TOTAL.section()));
/// assert_eq!(Section::new(10), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Section(u8);

impl Section {
    /// Every section, in order, so that the index of each is its number.
    ///
    /// ```
    /// # use yongkang_metrics::Section;
    /// assert_eq!(Section::ALL[3].number(), 3);
    /// ```
    pub const ALL: &'static [Self] =
        &[Self(0), Self(1), Self(2), Self(3), Self(4), Self(5), Self(6), Self(7), Self(8), Self(9)];

    /// The section of this number, or `None` above 9.
    ///
    /// ```
    /// # use yongkang_metrics::Section;
    /// assert_eq!(Section::new(3), Some(Section::ALL[3]));
    /// ```
    #[must_use]
    #[inline]
    pub const fn new(number: u8) -> Option<Self> {
        if (number as usize) < Self::ALL.len() { Some(Self(number)) } else { None }
    }

    /// The number of the section.
    ///
    /// ```
    /// # use yongkang_metrics::Section;
    /// assert_eq!(Section::new(3).unwrap().number(), 3);
    /// ```
    #[must_use]
    #[inline]
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// Prints the number.
impl fmt::Display for Section {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// Reads the number.
impl core::str::FromStr for Section {
    type Err = ParseSectionError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, ParseSectionError> {
        match text.as_bytes() {
            [digit @ b'0'..=b'9'] => Ok(Self(digit - b'0')),
            _ => Err(ParseSectionError(())),
        }
    }
}

/// A text that is not the number of a [`Section`].
///
/// ```
/// # use yongkang_metrics::Section;
/// let error = "10".parse::<Section>().unwrap_err();
/// assert_eq!(error.to_string(), "not a section of the report; expected a number from 0 to 9");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ParseSectionError(pub(crate) ());

impl fmt::Display for ParseSectionError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a section of the report; expected a number from 0 to 9")
    }
}

impl core::error::Error for ParseSectionError {}
