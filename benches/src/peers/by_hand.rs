//! What answers one question and no other with the least: columns of their own, one folded text, two corners of an interval.

use chrono::NaiveDate;
use memchr::memmem;
use once_cell::sync::Lazy;
use rust_decimal::Decimal;
use yongkang_metrics::{Estimate, Metric, MetricSet};

use super::Ask;
use super::rows::{ROWS, SORTED, STARTS, UNITS};

pub use super::rows::by_id;

/// A column of numbers, made by the compiler.
macro_rules! column {
    ($NAME:ident: $Number:ty, $ROWS:ident, |$row:ident| $number:expr) => {
        static $NAME: [$Number; ROWS.len()] = {
            let (mut column, mut i) = ([0; ROWS.len()], 0);
            while i < ROWS.len() {
                let $row = &$ROWS[i];
                column[i] = $number as $Number;
                i += 1;
            }
            column
        };
    };
}

column!(CATEGORIES: u8, ROWS, |row| row.category);
column!(UNITS_OF_ROWS: u8, ROWS, |row| row.unit);
column!(SCALES: u8, ROWS, |row| row.obs_value.scale());
// By category and unit, all to the scale of the finest, which holds as long as no value is large and fine.
column!(VALUES: i64, SORTED, |row| row.obs_value.mantissa() * 10i128.pow(SCALE - row.obs_value.scale()));

const SCALE: u32 = {
    let (mut most, mut i) = (0, 0);
    while i < SCALES.len() {
        most = if SCALES[i] > most { SCALES[i] } else { most };
        i += 1;
    }
    most as u32
};

/// Without a branch, so that the compiler looks at sixteen rows at a time.
pub fn count_category_unit(ask: &Ask) -> usize {
    let (category, unit) = (ask.peers.0 as u8, ask.peers.1 as u8);
    let asked = |row: (&u8, &u8)| u16::from(*row.0 == category) & u16::from(*row.1 == unit);
    CATEGORIES.iter().zip(&UNITS_OF_ROWS).map(asked).sum::<u16>().into()
}

pub fn sum(ask: &Ask) -> Decimal {
    let at = ask.peers.0 as usize * UNITS + ask.peers.1 as usize;
    Decimal::new(VALUES[STARTS[at]..STARTS[at + 1]].iter().sum(), SCALE)
}

/// The texts that `search` looks through, in one, in lower case and nothing else; and where those of each metric begin.
static FOLDED: Lazy<(String, Vec<usize>)> = Lazy::new(|| {
    let (mut folded, mut starts) = (String::new(), Vec::new());
    for metric in MetricSet::ALL {
        let (category, unit) = (metric.category(), metric.unit());
        let facets = [category.code(), category.name(), category.name_zh(), unit.code(), unit.name(), unit.name_zh()];
        let notes = [metric.note().unwrap_or_default(), metric.note_zh().unwrap_or_default()];
        let texts = [&[metric.id(), metric.title(), metric.title_zh()], metric.keywords(), &facets, &notes].concat();
        starts.push(folded.len());
        folded += &texts.join("\n").to_lowercase();
    }
    (folded, starts)
});

/// The rows that have the word, in their order.
pub fn find(word: &str) -> Vec<usize> {
    let (folded, starts) = &*FOLDED;
    let row = |at| starts.partition_point(|start| *start <= at) - 1;
    let mut rows: Vec<usize> = memmem::find_iter(folded.as_bytes(), word).map(row).collect();
    rows.dedup();
    rows
}

/// The lower end, the value and the upper end, of which nobody knows whether they are included.
pub type Ends = [Decimal; 3];

/// # Panics
///
/// If an end is missing.
pub fn ends(estimate: Estimate) -> Ends {
    let [lower, upper] = estimate.bounds().ends().map(|end| end.expect("an end"));
    [lower, estimate.value(), upper]
}

/// Of positive numbers, each rounded to the nearest.
pub fn divide([lower, value, upper]: Ends, by: Ends) -> Ends {
    [lower / by[2], value / by[1], upper / by[0]]
}

pub fn multiply([lower, value, upper]: Ends, by: Ends) -> Ends {
    [lower * by[0], value * by[1], upper * by[2]]
}

pub fn year_before(level: Ends, growth: Ends) -> Ends {
    divide(level, growth.map(|growth| Decimal::ONE + growth / Decimal::ONE_HUNDRED))
}

pub fn days(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let (start, end) = text.split_once('/')?;
    Some((start.parse().ok()?, end.parse().ok()?))
}

/// The metrics by whose order the rows are numbered.
pub fn metrics(rows: &[usize]) -> MetricSet {
    rows.iter().map(|row| Metric::ALL[*row]).collect()
}
