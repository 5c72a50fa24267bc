//! [`Period`]: a span of days.

use alloc::format;
use alloc::string::ToString;
use core::fmt;
use core::ops::Range;
use core::str::FromStr;

use chrono::{Months, NaiveDate};

use crate::{ParseError, padding};

/// A span of days, both ends included, written as an ISO 8601 interval: `2020-01-01/2020-11-30`.
///
/// ```
/// use yongkang_metrics::{Metric, NaiveDate, Period};
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
    #[must_use]
    #[inline]
    pub const fn new(start: NaiveDate, end: NaiveDate) -> Option<Self> {
        // Days as numbers, since `<=` of a `NaiveDate` is not `const`.
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
    #[must_use]
    #[inline]
    pub const fn start(self) -> NaiveDate {
        self.start
    }

    /// The last day.
    #[must_use]
    #[inline]
    pub const fn end(self) -> NaiveDate {
        self.end
    }

    /// How many days there are, both ends counted: what to divide by for a daily average.
    #[must_use]
    #[inline]
    pub const fn days(self) -> u32 {
        self.end.to_epoch_days().abs_diff(self.start.to_epoch_days()) + 1
    }

    /// Whether `day` is one of its days: whether a figure of this period can be of that day.
    #[must_use]
    #[inline]
    pub const fn contains(self, day: NaiveDate) -> bool {
        self.start.to_epoch_days() <= day.to_epoch_days() && day.to_epoch_days() <= self.end.to_epoch_days()
    }

    /// Whether all its days are in `other`.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, Period};
    /// let year = Period::year(2020).unwrap();
    /// assert!(Metric::FOREIGN_TRADE_TOTAL.time_period().is_subset(year));
    /// assert!(!Metric::GAOKAO_RESULTS_STREAK.time_period().is_subset(year));
    /// ```
    #[must_use]
    #[inline]
    pub const fn is_subset(self, other: Self) -> bool {
        other.contains(self.start) && other.contains(self.end)
    }
}

/// Prints the ISO 8601 interval.
impl fmt::Display for Period {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padding::pad(f, format_args!("{}/{}", self.start, self.end))
    }
}

/// Reads an ISO 8601 interval between two days, months or years, as in `2020-01/2020-11`; or one of them, which means all of it.
impl FromStr for Period {
    type Err = ParseError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let (start, end) = text.split_once('/').unwrap_or((text, text));
        let period = span(start).zip(span(end)).and_then(|(start, end)| Self::new(start.start, end.end));
        period.ok_or_else(|| {
            let why = "expected days, months or years, the earlier first, as in 2021-01-01/2021-12-31, 2021-01/2021-11 or 2021";
            ParseError::because("period", text, why)
        })
    }
}

/// A day, a month or a year, the last of four digits: chrono has years of five and below zero, which nobody means here.
#[inline]
fn span(text: &str) -> Option<Period> {
    match text.len() {
        4 => Period::year(number(text, 0..4)? as i32),
        7 => {
            let start = day(&format!("{text}-01"))?;
            Some(Period { start, end: start.checked_add_months(Months::new(1))?.pred_opt()? })
        }
        _ => day(text).map(|day| Period { start: day, end: day }),
    }
}

/// A day as ISO 8601 writes it: chrono alone would read spaces and single digits too.
#[inline]
pub(crate) fn day(text: &str) -> Option<NaiveDate> {
    // All days that anybody means, digit by digit, at a sixth of what it takes to read and print them.
    if let [_, _, _, _, b'-', _, _, b'-', _, _] = text.as_bytes() {
        return NaiveDate::from_ymd_opt(number(text, 0..4)? as i32, number(text, 5..7)?, number(text, 8..10)?);
    }
    text.parse().ok().filter(|day: &NaiveDate| day.to_string() == text)
}

/// The number that digits at this place write, and nothing else.
#[inline]
fn number(text: &str, place: Range<usize>) -> Option<u32> {
    let digit = |number, byte: &u8| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0'));
    text.as_bytes()[place].iter().try_fold(0, digit)
}
