//! Reads fields one by one: a value, or a fault.

use super::dates::{Dates, Duration};
use super::table::{Faults, Field, is_all};
use crate::model::exact::Exact;
use crate::model::figure::{self, Known, Reading, UnitWords};
use crate::model::numeral::{is_digit, is_ledger_character};
use crate::model::precision::Limit;
use crate::model::words::idle;
use crate::unknown::{nearest, unknown};

/// The parts of a list that are not empty.
pub fn parts<'a>(text: &'a str, between: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    for part in text.split(between) {
        if !part.is_empty() {
            parts.push(part);
        }
    }
    parts
}

/// Alternatives, a space between.
pub fn words(field: Field<'_>) -> Vec<&str> {
    parts(field.text, " ")
}

pub fn parse_printed<'a>(field: Field<'a>, faults: &mut Faults) -> Option<Vec<UnitWords<'a>>> {
    let mut printed = Vec::new();
    let mut are_read = true;
    for word in field.text.split(' ') {
        match word.split_once('…') {
            Some((before, after)) if !after.is_empty() && !after.contains('…') => printed.push((before, after)),
            _ => {
                are_read = false;
                let expected = "the words of the unit with … for the number, as in …元 or 每人每月…元";
                faults.add(field.place, format!("printed `{word}`; expected {expected}"));
            }
        }
    }
    are_read.then_some(printed)
}

pub fn parse_duration(field: Field<'_>, faults: &mut Faults) -> Option<Duration> {
    let Field { text, place } = field;
    let expected = "one of ISO 8601: P1Y, P1M, P1W, P1D …";
    text.parse().ok().or_else(|| faults.refuse(place, format!("duration `{text}`; expected {expected}")))
}

/// Where a text stands in a list.
pub fn number_of(text: &str, list: &[&str]) -> Option<usize> {
    list.iter().position(|other| *other == text)
}

/// Which row has this code, of a table or of a closed vocabulary.
pub fn row_of_code(field: Field<'_>, kind: &str, codes: &[&str], faults: &mut Faults) -> Option<usize> {
    // A row number and not the value: each vocabulary would be one more instance of this to compile for every user.
    let Field { text, place } = field;
    let row = number_of(text, codes);
    row.or_else(|| faults.refuse(place, unknown(kind, text, &nearest(text, codes, &[]), codes)))
}

/// What `read` makes of a field that may be empty: `Some(None)` where it is.
#[allow(clippy::option_option, reason = "empty is not the same as wrong, which is `None`")]
pub fn optional<'a, T>(field: Field<'a>, read: impl FnOnce(Field<'a>) -> Option<T>) -> Option<Option<T>> {
    if field.text.is_empty() { Some(None) } else { read(field).map(Some) }
}

/// Whether `text` is a run of Arabic digits, or one of the Chinese characters of the ledger.
pub fn is_numeral(text: &str) -> bool {
    !text.is_empty() && (text.chars().all(is_digit) || text.chars().all(is_ledger_character))
}

pub fn whole_number(field: Field<'_>, most: u32, what: &str, faults: &mut Faults) -> Option<u32> {
    let Field { text, place } = field;
    // Printed again and compared, since `parse` takes +4 and 04 too: each number has one spelling.
    let number = text.parse::<u32>().ok().filter(|n| *n <= most && n.to_string() == text);
    number.or_else(|| faults.refuse(place, format!("`{text}` is not {what}; expected a whole number from 0 to {most}")))
}

/// Whether this is a word of a name in kebab case.
fn is_word(word: &str) -> bool {
    !word.is_empty() && is_all(word, |b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

pub fn check_id(field: Field<'_>, faults: &mut Faults) {
    let Field { text: id, place } = field;
    if id == "all" {
        faults.add(place, "id `all`, which `Metric::ALL` has taken; expected another");
    }
    // A letter first, as ids become constants: 5G-BASE-STATIONS is no name in Rust.
    if !id.split('-').all(is_word) || id.starts_with(is_digit) {
        let expected = "words of a-z and 0-9 joined by hyphens, a letter first";
        faults.add(place, format!("id `{id}` is not kebab-case; expected {expected}"));
    }
}

/// Codes become variants and types: each word begins with a letter, and none is a name that Rust or this crate has taken.
pub fn check_code(field: Field<'_>, faults: &mut Faults) {
    // A unit's marker type stands beside the traits of `unit`, and who imports them all must not lose `Option` by it.
    #[rustfmt::skip]
    const TAKEN: [&str; 23] = [
        "self", "unit", "unit-type", "no-unit", "ratio-scale", "additive", "dimension", // ours
        "copy", "send", "sync", "sized", "drop", "clone", "eq", "ord", "default", "from", "into", "option", "some", "none", "result",
        "ok",
    ];
    let Field { text: code, place } = field;
    let letter_first = |word: &str| is_word(word) && !word.starts_with(is_digit);
    if !code.split('-').all(letter_first) {
        let expected = "words of a-z and 0-9 joined by hyphens, each with a letter first";
        faults.add(place, format!("code `{code}`; expected {expected}"));
    } else if TAKEN.contains(&code) {
        faults.add(place, format!("code `{code}` is a name that Rust or this crate has taken; expected another"));
    }
}

/// That a text is there in both languages, each in its own column. It finds an empty cell, and two that were exchanged.
pub fn check_languages(text: Field<'_>, text_zh: Field<'_>, faults: &mut Faults) {
    // English with a Chinese word is refused, while Chinese may have Latin letters: 5G基站.
    let is_chinese = |text: &str| text.contains(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    let found = |text: &str| if text.is_empty() { "empty".to_owned() } else { format!("`{text}`") };
    if !text.text.contains(|c: char| c.is_ascii_alphabetic()) || is_chinese(text.text) {
        faults.add(text.place, format!("{}; expected text in English", found(text.text)));
    }
    if !is_chinese(text_zh.text) {
        faults.add(text_zh.place, format!("{}; expected text in Chinese", found(text_zh.text)));
    }
}

/// That a text which may be empty is there in both languages or in none.
pub fn check_both(text: Field<'_>, text_zh: Field<'_>, faults: &mut Faults) {
    if !(text.text.is_empty() && text_zh.text.is_empty()) {
        check_languages(text, text_zh, faults);
    }
}

/// A figure, and the interval that it gives.
pub fn parse_figure<'a>(
    field: Field<'a>,
    units: &[Known<'a>],
    faults: &mut Faults,
) -> Option<(Reading<'a>, (Limit, Limit))> {
    let Field { text, place } = field;
    let read = figure::parse(text, units.iter().copied()).and_then(|figure| match figure.noun {
        "" => Ok(figure),
        _ => Err(figure.unknown_noun("the figure to end, or a unit of data/units.tsv with this word")),
    });
    let figure = match read {
        Ok(figure) => figure,
        Err(error) => return faults.refuse(place.right(error.at), format!("obs_text `{text}`: {}", error.message)),
    };
    if figure.to.is_some() {
        let what = format!("obs_text `{text}`: a range has no one value; expected a figure with a single number");
        return faults.refuse(place, what);
    }
    // With it and without it the figure says the same, and has two places: so that there is one, it is left out.
    if let Some(word) = idle(text) {
        let what = format!("obs_text `{text}`: `{word}` says nothing of the figure; expected the figure without it");
        return faults.refuse(place, what);
    }
    let limits = figure.limits().expect("the grammar reads no figure whose interval is out of range");
    Some((figure, limits))
}

pub fn parse_value(field: Field<'_>, faults: &mut Faults) -> Option<Exact> {
    let Field { text, place } = field;
    // One spelling for each number: what changes in the file is a value, and no reader of it takes `1e3` or `1,000` for something else.
    let value = Exact::parse(text).filter(|value| value.to_string() == text);
    let expected = "digits, with no sign but minus, no separators and no needless zeros";
    value.or_else(|| faults.refuse(place, format!("obs_value `{text}` is not a plain decimal; expected {expected}")))
}

pub fn parse_period(field: Field<'_>, faults: &mut Faults) -> Option<Dates> {
    let Field { text, place } = field;
    let Ok(period) = text.parse::<Dates>() else {
        let expected = "two days of the calendar, as in 2021-01-01/2021-12-31";
        return faults.refuse(place, format!("time_period `{text}`; expected {expected}"));
    };
    if period.start > period.end {
        let expected = "the earlier day first";
        return faults.refuse(place, format!("time_period `{text}` ends before it starts; expected {expected}"));
    }
    Some(period)
}
