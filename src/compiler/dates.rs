//! Days of the calendar and spans of them, as far as the tables need them: chrono would cost every user a second build.

use std::str::FromStr;

/// A span of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dates {
    pub start: Date,
    pub end: Date,
}

impl FromStr for Dates {
    type Err = ();

    /// Reads `2021-01-01/2021-11-30`; the end may be before the start.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (start, end) = text.split_once('/').ok_or(())?;
        Ok(Self { start: start.parse()?, end: end.parse()? })
    }
}

impl Dates {
    pub fn is_calendar_year(self) -> bool {
        self.is_whole_years() && self.start.year == self.end.year
    }

    /// The first and the last month, if this is whole months of one year and not all of them.
    pub fn months(self) -> Option<(u32, u32)> {
        // A whole year prints no months before its figure, so it is asked for as a year and not as January to December.
        let one_year = self.start.year == self.end.year;
        let whole = self.start.day == 1 && Some(self.end.day) == days_in(self.end.year, self.end.month);
        (one_year && whole && !self.is_calendar_year()).then_some((self.start.month, self.end.month))
    }

    /// Whether it is one whole year, or several.
    pub fn is_whole_years(self) -> bool {
        (self.start.month, self.start.day, self.end.month, self.end.day) == (1, 1, 12, 31)
    }

    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: i32,
    pub month: u32,
    pub day: u32,
}

impl FromStr for Date {
    type Err = ();

    /// Reads `2021-11-30`, a day that the calendar has.
    fn from_str(text: &str) -> Result<Self, ()> {
        // By its form first: numbers alone would also read +1, 1 and 00001, and a day has one spelling in the tables.
        let form = "0000-00-00";
        let alike = |(c, f): (char, char)| c == f || (c.is_ascii_digit() && f == '0');
        if text.len() != form.len() || !text.chars().zip(form.chars()).all(alike) {
            return Err(());
        }
        let number = |range: std::ops::Range<usize>| text[range].parse::<u32>().map_err(drop);
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let year = i32::try_from(year).map_err(drop)?;
        let last = days_in(year, month).ok_or(())?;
        if day < 1 || day > last { Err(()) } else { Ok(Self { year, month, day }) }
    }
}

/// How many days a month has; `None` if there is no such month.
pub fn days_in(year: i32, month: u32) -> Option<u32> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        1..=12 => Some(31),
        _ => None,
    }
}

/// What one of a unit of time comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duration {
    Months(u32),
    Days(u32),
}

impl FromStr for Duration {
    type Err = ();

    /// Reads an ISO 8601 duration of years, months, weeks or days: `P1Y`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.strip_prefix('P').ok_or(())?;
        // An empty text has no last letter: the length wraps to one that no text has, and the split gives none.
        let (number, designator) = text.split_at_checked(text.len().wrapping_sub(1)).ok_or(())?;
        // `+1` and `01` are numbers for Rust, and none for ISO 8601.
        let number = number.parse::<u32>().ok().filter(|n| n.to_string() == number).ok_or(())?;
        let times = |factor: u32| number.checked_mul(factor).filter(|n| *n > 0).ok_or(());
        match designator {
            "Y" => times(12).map(Self::Months),
            "M" => times(1).map(Self::Months),
            "W" => times(7).map(Self::Days),
            "D" => times(1).map(Self::Days),
            _ => Err(()),
        }
    }
}
