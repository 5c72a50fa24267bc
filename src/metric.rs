//! [`Metric`]: a handle to one row of the table, with a getter for each column.

use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;

use crate::{
    AdminLevel, Bounds, Category, Comparator, Dimension, ObsStatus, ParseError, Period, PeriodBasis, Precision,
    Section, StatType, Unit, columns,
};

/// One figure of the report: what it measures, its value, and where it is printed.
///
/// A `Metric` is a row number: `Copy` and small. Its getters are `const fn` that read static data. Each metric is a constant whose
/// page here shows all that is known of it; name one, ask a [`MetricSet`](crate::MetricSet), or parse an id:
///
/// ```
/// use yongkang_metrics::{Decimal, Metric, Unit};
///
/// let trade = Metric::FOREIGN_TRADE_TOTAL;
/// assert_eq!(trade.value(), Decimal::from(38_770_000_000_i64));
/// assert_eq!(trade.unit(), Unit::Yuan);
/// assert_eq!(trade.obs_text(), "387.7亿元人民币");
/// assert_eq!(trade.time_period().to_string(), "2020-01-01/2020-11-30");
/// assert_eq!("foreign-trade-total".parse(), Ok(trade));
/// ```
///
/// Metrics are ordered as the report prints them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Metric(u16);

// The constants, above all else on the page.
include!(concat!(env!("OUT_DIR"), "/metric.rs"));

/// What the table says of a metric.
impl Metric {
    /// Every metric, in report order. [`MetricSet::ALL`](crate::MetricSet::ALL) is the same as a set, where queries start.
    pub const ALL: &'static [Self] = &{
        let mut all = [Self(0); columns::LEN];
        let mut row = 0;
        while row < columns::LEN {
            all[row] = Self::at(row);
            row += 1;
        }
        all
    };

    /// What an editor would put first, in that order: the figures that lead, of a wide range of subjects. Empty if the tables name none.
    ///
    /// ```
    /// use yongkang_metrics::Metric;
    ///
    /// for metric in &Metric::HEADLINES[..6] {
    ///     println!("{}: {}", metric.title(), metric.obs_text());
    /// }
    /// ```
    pub const HEADLINES: &'static [Self] = &columns::HEADLINES;

    /// The metric with this id, or `None`.
    ///
    /// `FromStr` does the same with an error that names the nearest ids.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// assert_eq!(Metric::from_id("gaokao-results-streak"), Some(Metric::GAOKAO_RESULTS_STREAK));
    /// assert_eq!(Metric::from_id("population"), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn from_id(id: &str) -> Option<Self> {
        find(id)
    }

    // Checked where a metric is made, so that no getter can index past the end of a column. The number fits: the build lets no
    // table have more than 1 024 rows.
    #[inline]
    pub(crate) const fn at(row: usize) -> Self {
        assert!(row < columns::LEN);
        Self(row as u16)
    }

    #[inline]
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }

    /// The id, in kebab case: stable for ever and never reused.
    #[must_use]
    #[inline]
    pub const fn id(self) -> &'static str {
        columns::METRIC_ID[self.index()]
    }

    /// The name of the indicator in English. It is ours: the report is in Chinese.
    #[must_use]
    #[inline]
    pub const fn title(self) -> &'static str {
        columns::METRIC_TITLE[self.index()]
    }

    /// The name of the indicator in Chinese, in the report's own terms.
    #[must_use]
    #[inline]
    pub const fn title_zh(self) -> &'static str {
        columns::METRIC_TITLE_ZH[self.index()]
    }

    /// What the metric is about.
    #[must_use]
    #[inline]
    pub const fn category(self) -> Category {
        columns::CATEGORY[self.index()]
    }

    /// The value in its [`unit`](Self::unit), exact as printed.
    ///
    /// It is what the report prints, not always the actual value: see [`comparator`](Self::comparator) and
    /// [`bounds`](Self::bounds) for how far it may be off.
    #[must_use]
    #[inline]
    pub const fn value(self) -> Decimal {
        columns::VALUE[self.index()]
    }

    /// How the actual value compares to [`value`](Self::value); `None` where the report gives it as it is, exact
    /// or rounded.
    ///
    /// ```
    /// # use yongkang_metrics::{Comparator, Metric};
    /// // Printed as 突破13万户: past the mark of 130 000.
    /// assert_eq!(Metric::MARKET_ENTITIES.comparator(), Some(Comparator::GreaterOrEqual));
    /// assert_eq!(Metric::ENTERPRISE_PROBLEMS_SOLVED.comparator(), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn comparator(self) -> Option<Comparator> {
        columns::COMPARATOR[self.index()]
    }

    /// The interval that the actual value lies in, as far as the printed figure tells; in the metric's [`unit`](Self::unit).
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric};
    /// // Printed as 1.4万次: rounded to thousands.
    /// let bounds = Metric::ERRANDS_RUN_FOR_RESIDENTS.bounds();
    /// assert!(bounds.contains(Decimal::from(13_500)));
    /// assert!(!bounds.contains(Decimal::from(14_501)));
    /// ```
    #[must_use]
    #[inline]
    pub const fn bounds(self) -> Bounds {
        columns::BOUNDS[self.index()]
    }

    /// What the value counts or measures.
    #[must_use]
    #[inline]
    pub const fn unit(self) -> Unit {
        columns::UNIT[self.index()]
    }

    /// What the value counts, in English and in the plural: errands. Empty where the unit says it all, as for money.
    #[must_use]
    #[inline]
    pub const fn counted(self) -> &'static str {
        columns::COUNTED[self.index()]
    }

    /// What the value counts or is of, in Chinese: the nouns that may stand with the figure, the one of the title first.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// assert_eq!(Metric::MARKET_ENTITIES.counted_zh(), ["市场主体"]);
    /// ```
    #[must_use]
    #[inline]
    pub const fn counted_zh(self) -> &'static [&'static str] {
        columns::COUNTED_ZH[self.index()]
    }

    /// How precise the figure is: exact, rounded, or a limit. [`bounds`](Self::bounds) say it in numbers.
    #[must_use]
    #[inline]
    pub const fn precision(self) -> Precision {
        columns::PRECISION[self.index()]
    }

    /// What sort of quantity the value is: the dimension of its [`unit`](Self::unit).
    #[must_use]
    #[inline]
    pub const fn dimension(self) -> Dimension {
        self.unit().dimension()
    }

    /// What kind of statistic the value is.
    #[must_use]
    #[inline]
    pub const fn stat_type(self) -> StatType {
        columns::STAT_TYPE[self.index()]
    }

    /// The days that the value is for, both ends included.
    ///
    /// Where the report prints no dates this is its whole year, which is then [assumed](Self::period_basis); a figure may stop short of
    /// 31 December, and of a stock the date is not stated.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// // The foreign trade figures end in November.
    /// assert_eq!(Metric::FOREIGN_TRADE_TOTAL.time_period().end().to_string(), "2020-11-30");
    /// ```
    #[must_use]
    #[inline]
    pub const fn time_period(self) -> Period {
        columns::TIME_PERIOD[self.index()]
    }

    /// Whether the report prints the [period](Self::time_period) with the figure.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, PeriodBasis};
    /// // 1至11月.
    /// assert_eq!(Metric::FOREIGN_TRADE_TOTAL.period_basis(), PeriodBasis::Stated);
    /// assert_eq!(Metric::MARKET_ENTITIES.period_basis(), PeriodBasis::Assumed);
    /// ```
    #[must_use]
    #[inline]
    pub const fn period_basis(self) -> PeriodBasis {
        columns::PERIOD_BASIS[self.index()]
    }

    /// The administrative level that the figure refers to: of who awarded, ranked, delegated or set; see [`AdminLevel`]. `None` where the
    /// report does not settle it.
    #[must_use]
    #[inline]
    pub const fn admin_level(self) -> Option<AdminLevel> {
        columns::ADMIN_LEVEL[self.index()]
    }

    /// That the report does not give the figure as final; `None` where it says nothing of the kind.
    #[must_use]
    #[inline]
    pub const fn obs_status(self) -> Option<ObsStatus> {
        columns::OBS_STATUS[self.index()]
    }

    /// The metric that this one qualifies: this is its growth rate, streak, threshold or change, or a measure of what it counts.
    /// `None` if it qualifies none.
    #[must_use]
    #[inline]
    pub const fn of_metric(self) -> Option<Self> {
        columns::OF_METRIC[self.index()]
    }

    /// A warning against misreading the number: what it is not. `None` where there is nothing to warn of. For metrics that may
    /// count the same things see [`overlaps`](Self::overlaps).
    #[must_use]
    #[inline]
    pub const fn note(self) -> Option<&'static str> {
        columns::NOTE[self.index()]
    }

    /// The [note](Self::note) in Chinese; there is one exactly where there is a note.
    #[must_use]
    #[inline]
    pub const fn note_zh(self) -> Option<&'static str> {
        columns::NOTE_ZH[self.index()]
    }

    /// Words in English and Chinese that a reader may search for and that neither title has. They are looser than the titles, and may
    /// name what the metric is only near to.
    #[must_use]
    #[inline]
    pub const fn keywords(self) -> &'static [&'static str] {
        columns::KEYWORDS[self.index()]
    }

    /// The figure exactly as the report prints it, with its qualifier and unit words.
    #[must_use]
    #[inline]
    pub const fn obs_text(self) -> &'static str {
        columns::METRIC_OBS_TEXT[self.index()]
    }

    /// The section of the report in which the figure stands.
    #[must_use]
    #[inline]
    pub const fn section(self) -> Section {
        columns::SECTION[self.index()]
    }

    /// Where [`obs_text`](Self::obs_text) starts in the report: an offset from 0 in Unicode code points, as the
    /// start of a [W3C TextPositionSelector](https://www.w3.org/TR/annotation-model/#text-position-selector).
    #[must_use]
    #[inline]
    pub const fn source_start(self) -> usize {
        columns::SOURCE_START[self.index()] as usize
    }
}

/// Shows the id.
impl fmt::Debug for Metric {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Metric({})", self.id())
    }
}

/// Prints the id.
impl fmt::Display for Metric {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

/// Reads the id.
impl FromStr for Metric {
    type Err = ParseError;

    #[inline]
    fn from_str(id: &str) -> Result<Self, ParseError> {
        Self::from_id(id).ok_or_else(|| ParseError::one_of("metric", &columns::METRIC_ID, id))
    }
}
