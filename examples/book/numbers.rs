//! Numbers, intervals and periods in the reader's habit. No digit is rounded away.

use std::ops::Bound;

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;
use yongkang_metrics::{Aggregate, Bounds, Comparator, Dimension, Metric, Period, Total};

/// Keeps the groups of a number together, and is narrow.
const THIN: char = '\u{202F}';

/// `38 770 000 000`; numbers of four digits stay whole.
pub fn grouped(value: Decimal) -> String {
    let text = value.normalize().abs().to_string();
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut out = if value.is_sign_negative() && !value.is_zero() { "−".to_owned() } else { String::new() };
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && whole.len() > 4 && (whole.len() - i) % 3 == 0 {
            out.push(THIN);
        }
        out.push(c);
    }
    out + fraction
}

/// The value with the sign of its comparator: `> 30 000`.
pub fn signed(metric: Metric) -> String {
    let sign = match metric.comparator() {
        Some(Comparator::Less) => "< ",
        Some(Comparator::LessOrEqual) => "≤ ",
        Some(Comparator::GreaterOrEqual) => "≥ ",
        Some(Comparator::Greater) => "> ",
        None => "",
    };
    format!("{sign}{}", grouped(metric.value()))
}

/// `38.77 billion`, or the plain number where no word makes it easier to read.
pub fn scaled(value: Decimal) -> String {
    let words = [(12, "trillion"), (9, "billion"), (6, "million"), (3, "thousand")];
    let found = words.into_iter().find_map(|(zeros, word)| {
        let easy = in_powers(value, zeros)?;
        // Thousands only where they are whole and many: `7538`, but `30 thousand`.
        (zeros > 3 || (easy.scale() == 0 && easy.abs() >= Decimal::TEN))
            .then(|| format!("{}\u{A0}{word}", grouped(easy)))
    });
    found.unwrap_or_else(|| grouped(value))
}

/// `387.7亿`, or the plain number.
pub fn scaled_zh(value: Decimal) -> String {
    let words = [(12, "万亿"), (8, "亿"), (4, "万")];
    let found = words.into_iter().find_map(|(zeros, word)| Some(grouped(in_powers(value, zeros)?) + word));
    found.unwrap_or_else(|| grouped(value))
}

/// The value in such a power of ten, if it is one or more, and has no more than three decimals.
fn in_powers(value: Decimal, zeros: u32) -> Option<Decimal> {
    let value = value.normalize();
    let scaled = Decimal::try_from_i128_with_scale(value.mantissa(), value.scale() + zeros).ok()?.normalize();
    (scaled.abs() >= Decimal::ONE && scaled.scale() <= 3).then_some(scaled)
}

/// `more than 30 thousand person-times`, `24th place`
pub fn told(metric: Metric) -> String {
    let (value, unit) = (metric.value(), metric.unit());
    let compared = metric.comparator().map(|it| it.name().to_lowercase() + " ").unwrap_or_default();
    if metric.dimension() == Dimension::Rank {
        return format!("{compared}{}{} place", grouped(value), ordinal_ending(value));
    }
    let name = if value == Decimal::ONE { unit.name_singular() } else { unit.name() };
    format!("{compared}{} {name}", scaled(value))
}

/// `多于3万人次`, `第24位`
pub fn told_zh(metric: Metric) -> String {
    let compared = metric.comparator().map(Comparator::name_zh).unwrap_or_default();
    let ordinal = if metric.dimension() == Dimension::Rank { "第" } else { "" };
    format!("{compared}{ordinal}{}{}", scaled_zh(metric.value()), metric.unit().measure_word())
}

fn ordinal_ending(value: Decimal) -> &'static str {
    let text = value.normalize().to_string();
    if ["11", "12", "13"].iter().any(|teen| text.ends_with(teen)) {
        return "th";
    }
    match text.as_bytes().last() {
        Some(b'1') => "st",
        Some(b'2') => "nd",
        Some(b'3') => "rd",
        _ => "th",
    }
}

/// The interval in words, in English as `Bounds` has it, and in Chinese.
pub fn interval(bounds: &Bounds) -> (String, String) {
    use Bound::{Excluded, Included, Unbounded};
    if let (Included(a), Included(b)) = (bounds.lower(), bounds.upper()) {
        let (exact, a, b) = (a == b, grouped(a), grouped(b));
        return if exact { (a.clone(), a) } else { (format!("{a} to {b}"), format!("{a}至{b}")) };
    }
    let lower = match bounds.lower() {
        Included(a) => Some((format!("{} or more", grouped(a)), format!("不小于{}", grouped(a)))),
        Excluded(a) => Some((format!("more than {}", grouped(a)), format!("大于{}", grouped(a)))),
        Unbounded => None,
    };
    let upper = match bounds.upper() {
        Included(b) => Some((format!("{} or less", grouped(b)), format!("不大于{}", grouped(b)))),
        Excluded(b) => Some((format!("less than {}", grouped(b)), format!("小于{}", grouped(b)))),
        Unbounded => None,
    };
    match (lower, upper) {
        (Some((en, zh)), Some((and, and_zh))) => (format!("{en}, {and}"), format!("{zh}，{and_zh}")),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => ("any value".to_owned(), "任意值".to_owned()),
    }
}

/// `24 to 35 persons`
pub fn total(aggregate: Aggregate) -> (String, String) {
    let (unit, (text, text_zh)) = (aggregate.unit(), interval(&aggregate.distinct_total()));
    (format!("{text} {}", unit.name()), format!("{text_zh}{}", unit.measure_word()))
}

/// `35 person-times`
pub fn instances(total: &Total) -> [String; 2] {
    let (text, text_zh) = interval(&total.estimate.bounds());
    [format!("{text} {}", total.noun()), format!("{text_zh}{}", total.noun_zh())]
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `January to November 2031` and `2031年1月至11月`; whole years as years, odd days as days.
pub fn period(period: Period) -> (String, String) {
    let (start, end) = (period.start(), period.end());
    let (first, last) = (start.year(), end.year());
    let ends_month = end.succ_opt().is_none_or(|next| next.day() == 1);
    if start.day() != 1 || !ends_month {
        let day = |day: NaiveDate| format!("{} {} {}", day.day(), month(day), day.year());
        let day_zh = |day: NaiveDate| format!("{}年{}月{}日", day.year(), day.month(), day.day());
        return if start == end {
            (day(start), day_zh(start))
        } else {
            (format!("{} to {}", day(start), day(end)), format!("{}至{}", day_zh(start), day_zh(end)))
        };
    }
    let whole_years = start.month() == 1 && end.month() == 12;
    match (whole_years, first == last) {
        (true, true) => (first.to_string(), format!("{first}年")),
        (true, false) => (format!("{first} to {last}"), format!("{first}年至{last}年")),
        (false, true) if start.month() == end.month() => {
            (format!("{} {last}", month(end)), format!("{last}年{}月", end.month()))
        }
        (false, true) => (
            format!("{} to {} {last}", month(start), month(end)),
            format!("{last}年{}月至{}月", start.month(), end.month()),
        ),
        (false, false) => (
            format!("{} {first} to {} {last}", month(start), month(end)),
            format!("{first}年{}月至{last}年{}月", start.month(), end.month()),
        ),
    }
}

fn month(day: NaiveDate) -> &'static str {
    MONTHS[day.month0() as usize]
}
