//! `FromStr`: what is read is printed as a text that is read as the same; what is not read is refused in a line.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use arbtest::arbitrary::{Result, Unstructured};
use yongkang_metrics::{
    AdminLevel, Aggregate, Category, Comparator, Dimension, ExclusionReason, Figure, Filter, Metric, MetricSet, Period,
    PeriodBasis, Precision, Relation, Section, StatType, Unit,
};

use crate::long_input::LENGTH;
use crate::{WORDS, fuzz};

/// What stands between the parts of a text, and what is none of them.
const MARKS: &[&str] =
    &["&", "=", ",", "/", "-", "+", "%", "%2B", "%2C", "%E6", "%zz", " ", "\n", "\0", "\u{202E}", "ß", "𝟘", "`", "\""];

/// A type, and texts that are read as one.
struct Reader {
    read: fn(&str),
    texts: Vec<String>,
}

fn readers() -> Vec<Reader> {
    vec![
        reader::<Metric>(MetricSet::ALL),
        reader::<Category>(Category::ALL),
        reader::<Unit>(Unit::ALL),
        reader::<Aggregate>(Aggregate::ALL),
        reader::<Dimension>(Dimension::ALL),
        reader::<StatType>(StatType::ALL),
        reader::<AdminLevel>(AdminLevel::ALL),
        reader::<PeriodBasis>(PeriodBasis::ALL),
        reader::<Precision>(Precision::ALL),
        reader::<Relation>(Relation::ALL),
        reader::<Comparator>(Comparator::ALL),
        reader::<ExclusionReason>(ExclusionReason::ALL),
        reader::<Section>(Section::ALL),
        reader::<Period>(periods()),
        reader::<Filter>(queries()),
        reader::<Figure>(MetricSet::ALL.iter().map(Metric::obs_text)),
    ]
}

fn reader<T: FromStr<Err: Display> + Display + PartialEq + Debug>(texts: impl IntoIterator<Item: Display>) -> Reader {
    Reader { read: read::<T>, texts: texts.into_iter().map(|text| text.to_string()).collect() }
}

fn read<T: FromStr<Err: Display> + Display + PartialEq + Debug>(text: &str) {
    match text.parse::<T>() {
        Ok(value) => {
            let printed = value.to_string();
            assert_eq!(printed.parse().ok().as_ref(), Some(&value), "{text:?}, printed as {printed:?}");
        }
        Err(error) => {
            let error = error.to_string();
            assert!(!error.contains(char::is_control), "{text:?}: {error:?} is one line");
            assert!(error.chars().count() < 2_000, "{text:?}: {error:?} is short");
        }
    }
}

/// Those of the metrics, and years of all lengths.
pub fn periods() -> Vec<Period> {
    let years = [-12_345, -1, 0, 9_999, 10_000].map(|year| Period::year(year).expect("chrono has it"));
    MetricSet::ALL.iter().map(Metric::time_period).chain(years).collect()
}

/// With every facet.
pub fn queries() -> Vec<Filter> {
    let query = |(metric, period): (Metric, Period)| {
        let mut query = Filter::new().category(metric.category()).unit(metric.unit()).dimension(metric.dimension());
        query = query.stat_type(metric.stat_type()).section(metric.section()).period(period).within(period);
        query = query.aggregate(metric.aggregate()).precision(metric.precision()).period_basis(metric.period_basis());
        query = query.search(metric.title_zh());
        metric.admin_level().into_iter().fold(query, Filter::admin_level)
    };
    MetricSet::ALL.iter().zip(periods().into_iter().rev()).map(query).collect()
}

/// A right text, in which some has become something else.
fn text<'a>(readers: &'a [Reader], u: &mut Unstructured<'_>) -> Result<(&'a Reader, String)> {
    let reader = u.choose(readers)?;
    let mut text: Vec<char> = u.choose(&reader.texts)?.chars().collect();
    for _ in 0..u.int_in_range(0..=4)? {
        let (one, other) = (u.int_in_range(0..=text.len())?, u.int_in_range(0..=text.len())?);
        let other_reader = u.choose(readers)?;
        let piece = match u.int_in_range(0..=3)? {
            0 => u.choose(MARKS)?.to_string(),
            1 => u.choose(WORDS)?.to_string(),
            2 => u.choose(&other_reader.texts)?.clone(),
            _ => u.arbitrary::<char>()?.to_string(),
        };
        text.splice(one.min(other)..one.max(other), piece.chars());
    }
    Ok((reader, text.into_iter().collect()))
}

#[test]
fn what_is_read_is_printed_as_it_is_read() {
    let readers = readers();
    fuzz(|u| {
        let (reader, text) = text(&readers, u)?;
        (reader.read)(&text);
        Ok(())
    });
}

#[test]
fn long_ones() {
    for reader in readers() {
        for piece in MARKS.iter().copied().chain([&*reader.texts[0]]) {
            (reader.read)(&piece.repeat(LENGTH / piece.len()));
        }
    }
}
