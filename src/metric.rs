//! [`Metric`]: a handle to one row of the table, with a getter for each column.

use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;

use crate::columns::{self, getters};
use crate::{
    AdminLevel, Bounds, Category, Comparator, Dimension, ObsStatus, ParseError, Period, PeriodBasis, Precision,
    Section, StatType, Unit, constants, vocabulary,
};

/// One figure of the report: what it measures, its value, and where it is printed.
///
/// A `Metric` is a row number: `Copy` and small. This page begins with [what each tells](#method.title), goes on with
/// [`check`](Self::check) and [what it adds up to](Self::aggregate), and ends with [a constant for each](#constants), by category. Name
/// one, ask a [`MetricSet`](crate::MetricSet), or parse an id:
///
/// ```
/// use yongkang_metrics::{Decimal, Metric, Unit};
///
/// let trade = Metric::FOREIGN_TRADE_TOTAL;
/// assert_eq!(trade.value(), Decimal::from(38_770_000_000_i64));
/// assert_eq!(trade.unit(), Unit::Yuan);
/// assert_eq!(trade.display().to_string(), "38.77 billion yuan");
/// assert_eq!(trade.obs_text(), "387.7亿元人民币");
/// assert_eq!(trade.time_period().to_string(), "2020-01-01/2020-11-30");
/// assert_eq!("foreign-trade-total".parse(), Ok(trade));
/// ```
///
/// Metrics are ordered as the report prints them.
// The list beside the page would cut long names, four of them to the same letters.
#[cfg_attr(doc, doc = "<style>.sidebar a { white-space: normal !important; overflow-wrap: anywhere }</style>")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Metric(u16);

getters! {
    /// What the table says of a metric.
    Metric:

    /// The id, in kebab case: stable for ever and never reused.
    id: &'static str = METRIC_ID;

    /// The name of the indicator in English. It is ours: the report is in Chinese.
    title: &'static str = METRIC_TITLE;

    /// The name of the indicator in Chinese, in the report's own terms.
    title_zh: &'static str = METRIC_TITLE_ZH;

    /// What the metric is about.
    category: Category = CATEGORY;

    /// The value in its [`unit`](Self::unit), exact as printed.
    ///
    /// It is what the report prints, not always the actual value: see [`comparator`](Self::comparator) and
    /// [`bounds`](Self::bounds) for how far it may be off. A chart that takes `f64` takes the nearest one:
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// assert_eq!(f64::try_from(Metric::FOREIGN_TRADE_GROWTH.value()), Ok(33.0));
    /// ```
    value: Decimal = VALUE;

    /// How the actual value compares to [`value`](Self::value); `None` where the report gives it as it is, exact
    /// or rounded.
    ///
    /// ```
    /// # use yongkang_metrics::{Comparator, Metric};
    /// // Printed as 突破13万户: past the mark of 130 000.
    /// assert_eq!(Metric::MARKET_ENTITIES.comparator(), Some(Comparator::GreaterOrEqual));
    /// assert_eq!(Metric::ENTERPRISE_PROBLEMS_SOLVED.comparator(), None);
    /// ```
    comparator: Option<Comparator> = COMPARATOR;

    /// The interval that the actual value lies in, as far as the printed figure tells; in the metric's [`unit`](Self::unit).
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric};
    /// // Printed as 1.4万次: rounded to thousands.
    /// let bounds = Metric::ERRANDS_RUN_FOR_RESIDENTS.bounds();
    /// assert!(bounds.contains(Decimal::from(13_500)));
    /// assert!(!bounds.contains(Decimal::from(14_501)));
    /// ```
    bounds: Bounds = BOUNDS;

    /// What the value counts or measures.
    unit: Unit = UNIT;

    /// What the value counts, in English, as it stands behind the number: errands. Empty where the unit says it all, as for money.
    counted: &'static str = COUNTED;

    /// What the value counts or is of, in Chinese: the nouns that may stand with the figure, the one of the title first.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// assert_eq!(Metric::MARKET_ENTITIES.counted_zh(), ["市场主体"]);
    /// ```
    counted_zh: &'static [&'static str] = COUNTED_ZH;

    /// How precise the figure is: exact, rounded, or a limit. [`bounds`](Self::bounds) say it in numbers.
    precision: Precision = PRECISION;

    /// What kind of statistic the value is.
    stat_type: StatType = STAT_TYPE;

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
    time_period: Period = TIME_PERIOD;

    /// Whether the report prints the [period](Self::time_period) with the figure.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, PeriodBasis};
    /// // 1至11月.
    /// assert_eq!(Metric::FOREIGN_TRADE_TOTAL.period_basis(), PeriodBasis::Stated);
    /// assert_eq!(Metric::MARKET_ENTITIES.period_basis(), PeriodBasis::Assumed);
    /// ```
    period_basis: PeriodBasis = PERIOD_BASIS;

    /// The administrative level that the figure refers to: of who awarded, ranked, delegated or set; see [`AdminLevel`]. `None` where the
    /// report does not settle it.
    admin_level: Option<AdminLevel> = ADMIN_LEVEL;

    /// That the report does not give the figure as final; `None` where it says nothing of the kind.
    obs_status: Option<ObsStatus> = OBS_STATUS;

    /// The metric that this one qualifies: this is its growth rate, streak, threshold or change, or a measure of what it counts.
    /// `None` if it qualifies none.
    of_metric: Option<Self> = OF_METRIC;

    /// A warning against misreading the number: what it is not. `None` where there is nothing to warn of. For metrics that may
    /// count the same things see [`overlaps`](Self::overlaps).
    note: Option<&'static str> = NOTE;

    /// The [note](Self::note) in Chinese; there is one exactly where there is a note.
    note_zh: Option<&'static str> = NOTE_ZH;

    /// Words in English and Chinese that a reader may search for and that neither title has. They are looser than the titles, and may
    /// name what the metric is only near to.
    keywords: &'static [&'static str] = KEYWORDS;

    /// The figure exactly as the report prints it, with its qualifier and unit words.
    obs_text: &'static str = METRIC_OBS_TEXT;

    /// The section of the report in which the figure stands.
    section: Section = SECTION;

    /// Where [`obs_text`](Self::obs_text) starts in the report: an offset from 0 in Unicode code points, as the
    /// start of a [W3C TextPositionSelector](https://www.w3.org/TR/annotation-model/#text-position-selector).
    source_start: usize = SOURCE_START as usize;
}

/// All of them, the first of them, and one by its id.
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
    /// `FromStr` reads titles too, and its error names the nearest ids.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// assert_eq!(Metric::from_id("gaokao-results-streak"), Some(Metric::GAOKAO_RESULTS_STREAK));
    /// assert_eq!(Metric::from_id("population"), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn from_id(id: &str) -> Option<Self> {
        constants::find(id)
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

    /// What sort of quantity the value is: the dimension of its [`unit`](Self::unit).
    #[must_use]
    #[inline]
    pub const fn dimension(self) -> Dimension {
        self.unit().dimension()
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

/// Reads the id, or else the English or the Chinese title, in whatever case.
impl FromStr for Metric {
    type Err = ParseError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, ParseError> {
        const TITLES: &[&[&str]] = &[&columns::METRIC_TITLE, &columns::METRIC_TITLE_ZH];
        let called = || vocabulary::read(text, &columns::METRIC_ID, TITLES, &[]).map(Self::at);
        let found = Self::from_id(text).or_else(called);
        found.ok_or_else(|| ParseError::one_of("metric", &columns::METRIC_ID, TITLES, text))
    }
}
