//! The form of a report, whatever it says: its lines and headings, and the periods that its sentences print.

use alloc::string::String;
use core::fmt;

use crate::model::numeral::is_digit;
use crate::model::words::{DAYS, PERIODS, RANGE_MARKS, SEVERAL_YEARS, Words, each};

/// The text without what may differ between copies of it: a byte order mark, the kind of line ends, blanks at the end of a line, and
/// empty lines at the end.
pub fn plain(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut plain = String::with_capacity(text.len());
    // CRLF before CR, or each would become two line ends.
    for line in text.replace("\r\n", "\n").split(['\n', '\r']) {
        plain += line.trim_end_matches([' ', '\t', '\u{3000}']);
        plain.push('\n');
    }
    plain.truncate(plain.trim_end_matches('\n').len());
    plain
}

/// What ends a sentence, also a line.
pub const SENTENCE_ENDS: [char; 8] = ['\n', '。', '！', '？', '；', ';', '!', '?'];

/// Whether a line is a heading, which ends neither a sentence nor with a colon.
pub fn is_heading(line: &str) -> bool {
    // A heading may end with a quotation, and a paragraph with one that ends its sentence.
    let last = line.trim_end_matches(['”', '’', '）', ')', '》']).chars().last();
    // Nor is an address to the reader one: 各位代表：.
    last.is_some_and(|last| !SENTENCE_ENDS.contains(&last) && !"：:".contains(last))
}

/// A year and a month of it.
pub type Month = (i32, u32);

/// The period that a text prints last.
pub struct Printed {
    /// Where the text prints one.
    pub year: Option<i32>,
    pub months: (u32, u32),
    /// It is of several years, as of 五年.
    pub several: bool,
}

impl Printed {
    pub fn is_of(&self, [(from, first), (to, last)]: [Month; 2]) -> bool {
        self.months == (first, last)
            && self.several == (from != to)
            && self.year.is_none_or(|year| (from, to) == (year, year))
    }
}

impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "months {} to {}", self.months.0, self.months.1)?;
        self.year.map_or(Ok(()), |year| write!(f, " of {year}"))?;
        f.write_str(if self.several { " of several years" } else { "" })
    }
}

/// The period that a text prints last.
pub fn printed_period(text: &str) -> Option<Printed> {
    // The last month that has a range before it: 9月 alone is a date, and no period of a figure.
    let months = text.match_indices('月').filter_map(|(at, _)| Some((at, months_before(&text[..at])?)));
    // A year of four digits: 2020年, but not in 比2018年增长.
    let year = |(at, _): (usize, &str)| {
        let before = text[..at].trim_end_matches(is_digit);
        let digits = &text[before.len()..at];
        let is_year = digits.len() == 4 && !before.ends_with(['比', '较']);
        digits.parse::<i32>().ok().filter(|_| is_year).map(|year| (at, year))
    };
    let year = text.match_indices('年').filter_map(year).next_back();
    let words = |words: Words<(u32, u32)>| {
        let found = each(words).filter_map(|(word, months)| Some((text.rfind(word)?, word.len(), months)));
        // Of two that end in one place the longer is the word: 前三季度 and 三季度.
        found.max_by_key(|(at, length, _)| (at + length, *length)).map(|(at, _, months)| (at, months))
    };
    let several = words(SEVERAL_YEARS);
    let all = months.chain(year.map(|(at, _)| (at, (1, 12)))).chain(words(PERIODS)).chain(words(DAYS)).chain(several);
    let (at, months) = all.max_by_key(|(at, _)| *at)?;
    let several = several.is_some_and(|(last, _)| last == at);
    Some(Printed { year: year.map(|(_, year)| year).filter(|_| !several), months, several })
}

/// The two numbers at the end of a text, as in 1至9 or 1月至9.
fn months_before(text: &str) -> Option<(u32, u32)> {
    let (rest, last) = trailing_number(text)?;
    let rest = rest.strip_suffix(RANGE_MARKS)?;
    let (_, first) = trailing_number(rest.strip_suffix('月').unwrap_or(rest))?;
    Some((first, last))
}

/// A number of one or two digits at the end of a text, and what stands before it.
fn trailing_number(text: &str) -> Option<(&str, u32)> {
    let rest = text.trim_end_matches(is_digit);
    let digits = &text[rest.len()..];
    digits.parse().ok().filter(|_| digits.len() <= 2).map(|number| (rest, number))
}
