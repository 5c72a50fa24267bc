//! Reads the fields of each row: what each says by itself, with a fault where it says nothing.

use std::str::FromStr;

use super::exact::Exact;
use super::figure::{self, Figure};
use super::table::{Faults, Field, Row};
use crate::numeral::{is_chinese_numeral, is_digit};
use crate::units::Unit;
use crate::vocabulary::{AdminLevel, Category, Comparator, ExclusionReason, StatType, UnknownCode};

pub const METRICS: &str = "data/metrics.tsv";
pub const EXCLUSIONS: &str = "data/exclusions.tsv";

pub const METRIC_COLUMNS: [&str; 15] = [
    "id",
    "title",
    "title_zh",
    "category",
    "section",
    "source_start",
    "obs_text",
    "obs_value",
    "comparator",
    "unit",
    "stat_type",
    "time_period",
    "admin_level",
    "of_metric",
    "note",
];
pub const EXCLUSION_COLUMNS: [&str; 4] = ["section", "source_start", "text", "reason"];

/// The report has an opening paragraph, which is section 0, and this many sections after it.
const LAST_SECTION: u32 = 9;

/// The year that the report reviews.
pub const REPORT_YEAR: i32 = 2020;

/// A span of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    pub start: Date,
    pub end: Date,
}

impl Period {
    /// How many calendar years this is, if it is whole ones.
    pub fn years(self) -> Option<i32> {
        let whole = (self.start.month, self.start.day, self.end.month, self.end.day) == (1, 1, 12, 31);
        whole.then_some(self.end.year - self.start.year + 1)
    }

    /// The first and the last month, if this is whole months of the report's year.
    pub fn months(self) -> Option<(u32, u32)> {
        let in_year = self.start.year == REPORT_YEAR && self.end.year == REPORT_YEAR;
        let whole = self.start.day == 1 && Some(self.end.day) == days_in(REPORT_YEAR, self.end.month);
        (in_year && whole).then_some((self.start.month, self.end.month))
    }

    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    pub year: i32,
    pub month: u32,
    pub day: u32,
}

impl FromStr for Date {
    type Err = ();

    /// Reads `2020-11-30`, a day that the calendar has.
    fn from_str(text: &str) -> Result<Self, ()> {
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
fn days_in(year: i32, month: u32) -> Option<u32> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        1..=12 => Some(31),
        _ => None,
    }
}

/// A row of `metrics.tsv`: its fields, and what those that could be read say.
pub struct MetricRow<'a> {
    pub id: Field<'a>,
    pub title: Field<'a>,
    pub title_zh: Field<'a>,
    pub obs_text: Field<'a>,
    pub obs_value: Field<'a>,
    pub comparator: Field<'a>,
    pub unit_field: Field<'a>,
    pub stat_field: Field<'a>,
    pub period_field: Field<'a>,
    pub level_field: Field<'a>,
    pub of_metric: Field<'a>,
    pub note: Field<'a>,
    pub category: Option<Category>,
    pub span: Span<'a>,
    pub figure: Option<Figure<'a>>,
    pub value: Option<Exact>,
    pub unit: Option<Unit>,
    pub stat_type: Option<StatType>,
    pub period: Option<Period>,
    pub admin_level: Option<AdminLevel>,
}

/// Where a figure or numeral stands in the report.
#[derive(Clone, Copy)]
pub struct Span<'a> {
    pub section: Option<u32>,
    pub start: Option<u32>,
    pub start_field: Field<'a>,
    pub text: &'a str,
}

impl<'a> Span<'a> {
    pub fn parse(section: Field<'a>, start: Field<'a>, text: Field<'a>, faults: &mut Faults) -> Self {
        Self {
            section: whole_number(section, LAST_SECTION, "the number of a section", faults),
            start: whole_number(start, 99_999_999, "an offset in characters", faults),
            start_field: start,
            text: text.text,
        }
    }

    pub fn end(self, start: u32) -> u32 {
        start + u32::try_from(self.text.chars().count()).unwrap_or(u32::MAX / 2)
    }
}

impl<'a> MetricRow<'a> {
    pub fn parse(row: Row<'a, 15>, faults: &mut Faults) -> Self {
        let [
            id,
            title,
            title_zh,
            category,
            section,
            start,
            obs_text,
            obs_value,
            comparator,
            unit,
            stat_type,
            period,
            level,
            of_metric,
            note,
        ] = row;
        check_id(id, faults);
        check_titles(title, title_zh, faults);
        if !comparator.text.is_empty() {
            code::<Comparator>(comparator, faults);
        }
        Self {
            id,
            title,
            title_zh,
            obs_text,
            obs_value,
            comparator,
            unit_field: unit,
            stat_field: stat_type,
            period_field: period,
            level_field: level,
            of_metric,
            note,
            category: code(category, faults),
            span: Span::parse(section, start, obs_text, faults),
            figure: parse_figure(obs_text, faults),
            value: parse_value(obs_value, faults),
            unit: code(unit, faults),
            stat_type: code(stat_type, faults),
            period: parse_period(period, faults),
            admin_level: if level.text.is_empty() { None } else { code(level, faults) },
        }
    }

    /// The digits after the point that the value and its bounds need.
    pub fn scale(&self) -> Option<u32> {
        let place = self.figure.as_ref()?.precision.place;
        let printed = u32::try_from(-i32::from(place)).unwrap_or(0);
        Some(self.value?.scale.max(printed))
    }
}

pub struct ExclusionRow<'a> {
    pub span: Span<'a>,
    pub reason: Option<ExclusionReason>,
}

impl<'a> ExclusionRow<'a> {
    pub fn parse([section, start, text, reason]: Row<'a, 4>, faults: &mut Faults) -> Self {
        if !is_numeral(text.text) {
            faults.add(
                text.place,
                format!(
                    "`{}` is not a numeral; expected a run of Arabic digits or of Chinese numeral characters",
                    text.text
                ),
            );
        }
        Self { span: Span::parse(section, start, text, faults), reason: code(reason, faults) }
    }
}

/// Whether `text` is a run of Arabic digits, or a run of Chinese numeral characters.
fn is_numeral(text: &str) -> bool {
    !text.is_empty() && (text.chars().all(is_digit) || text.chars().all(is_chinese_numeral))
}

fn code<T: FromStr<Err = UnknownCode>>(field: Field<'_>, faults: &mut Faults) -> Option<T> {
    field.text.parse().map_err(|error: UnknownCode| faults.add(field.place, error.to_string())).ok()
}

fn whole_number(field: Field<'_>, most: u32, what: &str, faults: &mut Faults) -> Option<u32> {
    let number = field.text.parse::<u32>().ok();
    let number = number.filter(|n| *n <= most && n.to_string() == field.text);
    if number.is_none() {
        faults.add(field.place, format!("`{}` is not {what}; expected a whole number from 0 to {most}", field.text));
    }
    number
}

fn check_id(field: Field<'_>, faults: &mut Faults) {
    let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let letter_first = field.text.starts_with(|c: char| c.is_ascii_lowercase());
    if !letter_first || !field.text.split('-').all(word) {
        faults.add(
            field.place,
            format!(
                "id `{}` is not kebab-case; expected words of a-z and 0-9 joined by hyphens, a letter first",
                field.text
            ),
        );
    }
}

fn check_titles(title: Field<'_>, title_zh: Field<'_>, faults: &mut Faults) {
    let chinese = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    if !title.text.contains(|c: char| c.is_ascii_alphabetic()) || title.text.contains(chinese) {
        faults.add(title.place, format!("title `{}`; expected the indicator's name in English", title.text));
    }
    if !title_zh.text.contains(chinese) {
        faults.add(title_zh.place, format!("title_zh `{}`; expected the indicator's name in Chinese", title_zh.text));
    }
}

fn parse_figure<'a>(field: Field<'a>, faults: &mut Faults) -> Option<Figure<'a>> {
    figure::parse(field.text)
        .map_err(|error| {
            let message = format!("obs_text `{}`: {}", field.text, error.message);
            faults.add(field.place.right(error.at), message);
        })
        .ok()
}

fn parse_value(field: Field<'_>, faults: &mut Faults) -> Option<Exact> {
    let value = Exact::parse(field.text);
    let canonical = value.filter(|value| value.to_string() == field.text);
    if canonical.is_none() {
        faults.add(
            field.place,
            format!("obs_value `{}` is not a plain decimal; expected digits, with no sign but minus, no separators and no needless zeros", field.text),
        );
    }
    canonical
}

fn parse_period(field: Field<'_>, faults: &mut Faults) -> Option<Period> {
    let dates = field
        .text
        .split_once('/')
        .and_then(|(start, end)| Some(Period { start: start.parse().ok()?, end: end.parse().ok()? }));
    let Some(period) = dates else {
        faults.add(
            field.place,
            format!("time_period `{}`; expected two days of the calendar, as in 2020-01-01/2020-12-31", field.text),
        );
        return None;
    };
    if period.start > period.end {
        faults.add(
            field.place,
            format!("time_period `{}` ends before it starts; expected the earlier day first", field.text),
        );
        return None;
    }
    Some(period)
}
