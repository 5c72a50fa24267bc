//! [`Period`]: a span of days.

use alloc::string::ToString;
use core::fmt;
use core::str::FromStr;

use chrono::NaiveDate;

/// A span of days, both ends included, written as an ISO 8601 interval: `2020-01-01/2020-11-30`.
///
/// ```
/// use chrono::NaiveDate;
/// use yongkang_metrics::{Metric, Period};
///
/// let period = Metric::FOREIGN_TRADE_TOTAL.time_period();
/// assert_eq!(period.start(), NaiveDate::from_ymd_opt(2020, 1, 1).unwrap());
/// assert_eq!(period.end(), NaiveDate::from_ymd_opt(2020, 11, 30).unwrap());
/// assert_eq!("2020-01-01/2020-11-30".parse::<Period>(), Ok(period));
/// ```
///
/// Periods are ordered by their start, then by their end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    start: NaiveDate,
    end: NaiveDate,
}

impl Period {
    /// The span from `start` to `end`, or `None` if it would end before it starts.
    ///
    /// ```
    /// # use chrono::NaiveDate;
    /// # use yongkang_metrics::Period;
    /// let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    /// assert!(Period::new(day(2020, 1, 1), day(2020, 12, 31)).is_some());
    /// assert!(Period::new(day(2020, 12, 31), day(2020, 1, 1)).is_none());
    /// ```
    #[must_use]
    #[inline]
    pub const fn new(start: NaiveDate, end: NaiveDate) -> Option<Self> {
        if start.to_epoch_days() <= end.to_epoch_days() { Some(Self { start, end }) } else { None }
    }

    /// The whole calendar year, or `None` if chrono has no such year.
    ///
    /// ```
    /// # use yongkang_metrics::Period;
    /// assert_eq!(Period::year(2020).unwrap().to_string(), "2020-01-01/2020-12-31");
    /// ```
    #[must_use]
    #[inline]
    pub const fn year(year: i32) -> Option<Self> {
        match (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31)) {
            (Some(start), Some(end)) => Some(Self { start, end }),
            _ => None,
        }
    }

    /// The first day.
    ///
    /// ```
    /// # use yongkang_metrics::Period;
    /// assert_eq!(Period::year(2020).unwrap().start().to_string(), "2020-01-01");
    /// ```
    #[must_use]
    #[inline]
    pub const fn start(self) -> NaiveDate {
        self.start
    }

    /// The last day.
    ///
    /// ```
    /// # use yongkang_metrics::Period;
    /// assert_eq!(Period::year(2020).unwrap().end().to_string(), "2020-12-31");
    /// ```
    #[must_use]
    #[inline]
    pub const fn end(self) -> NaiveDate {
        self.end
    }

    /// How many days there are, both ends counted.
    ///
    /// ```
    /// # use yongkang_metrics::Period;
    /// assert_eq!(Period::year(2020).unwrap().days(), 366);
    /// ```
    #[must_use]
    #[inline]
    pub const fn days(self) -> u32 {
        self.end.to_epoch_days().abs_diff(self.start.to_epoch_days()) + 1
    }

    /// Whether all days of `other` are in this period.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, Period};
    /// let year = Period::year(2020).unwrap();
    /// assert!(year.contains(Metric::FOREIGN_TRADE_TOTAL.time_period()));
    /// assert!(!year.contains(Metric::GAOKAO_RESULTS_STREAK.time_period()));
    /// ```
    #[must_use]
    #[inline]
    pub const fn contains(self, other: Self) -> bool {
        self.start.to_epoch_days() <= other.start.to_epoch_days()
            && other.end.to_epoch_days() <= self.end.to_epoch_days()
    }

    #[inline]
    pub(crate) const fn is(self, other: Self) -> bool {
        self.contains(other) && other.contains(self)
    }
}

/// Prints the ISO 8601 interval.
impl fmt::Display for Period {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}

/// Reads an ISO 8601 interval between two days.
impl FromStr for Period {
    type Err = ParsePeriodError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, ParsePeriodError> {
        let (start, end) = text.split_once('/').ok_or(ParsePeriodError(()))?;
        Self::new(day(start)?, day(end)?).ok_or(ParsePeriodError(()))
    }
}

/// A day as ISO 8601 writes it; chrono by itself would take other spellings too.
#[inline]
fn day(text: &str) -> Result<NaiveDate, ParsePeriodError> {
    let day: Option<NaiveDate> = text.parse().ok();
    day.filter(|day| day.to_string() == text).ok_or(ParsePeriodError(()))
}

/// A text that is not a [`Period`].
///
/// ```
/// # use yongkang_metrics::Period;
/// assert_eq!(
///     "2020".parse::<Period>().unwrap_err().to_string(),
///     "not a period; expected two days, the earlier first, as in 2021-01-01/2021-12-31",
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ParsePeriodError(());

impl fmt::Display for ParsePeriodError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a period; expected two days, the earlier first, as in 2021-01-01/2021-12-31")
    }
}

impl core::error::Error for ParsePeriodError {}
