//! The ledger: whether rows stand in a report where they say, and account for each of its numerals.
//!
//! It knows spans only, not metrics, so that the tests can hold broken tables against it.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::numeral::{is_chinese_numeral, is_digit};

/// A report, ready to be looked up by offsets in characters.
pub struct Report {
    chars: Vec<char>,
    /// Where each line starts.
    lines: Vec<usize>,
}

/// What a row says of the report.
#[derive(Debug, Clone, Copy)]
pub struct Span<'a> {
    pub section: u8,
    pub start: usize,
    pub text: &'a str,
}

/// What is wrong, and with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Another text than the row's stands at its place.
    Text { row: Row, found: String },
    /// The row's text stands in another section, or after the last.
    Section { row: Row, found: Option<u8> },
    /// No row accounts for this numeral.
    Unaccounted { start: usize, text: String },
    /// Metrics and exclusions both account for this numeral.
    AccountedTwice { start: usize, text: String },
}

/// A row by its number in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    Metric(usize),
    Exclusion(usize),
}

const METRIC: u8 = 1;
const EXCLUSION: u8 = 2;

/// The last section with a heading.
const LAST_SECTION: usize = 9;

impl Report {
    /// Takes a text as the report, apart from what may differ between copies of it: a byte order mark, the kind of
    /// line ends, blanks at the end of a line, and empty lines at the end.
    #[inline]
    pub fn new(text: &str) -> Self {
        let mut chars: Vec<char> = Vec::with_capacity(text.len());
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut previous = '\0';
        for c in text.chars() {
            if c == '\n' && previous == '\r' {
                // The line ended at the carriage return.
            } else if c == '\n' || c == '\r' {
                trim_blanks(&mut chars);
                chars.push('\n');
            } else {
                chars.push(c);
            }
            previous = c;
        }
        trim_blanks(&mut chars);
        while chars.last() == Some(&'\n') {
            chars.pop();
        }
        let ends = chars.iter().enumerate().filter(|(_, c)| **c == '\n');
        let lines = core::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect();
        Self { chars, lines }
    }

    /// The text without what may differ.
    #[inline]
    pub fn text(&self) -> String {
        self.chars.iter().collect()
    }

    /// Line and column of an offset, both from 1.
    #[inline]
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|&start| start <= offset);
        let start = line.checked_sub(1).map_or(0, |line| self.lines[line]);
        (line, offset - start + 1)
    }

    /// The section of an offset: the first line is section 0, then each has a heading and a paragraph. `None` after
    /// the last.
    #[inline]
    pub fn section(&self, offset: usize) -> Option<u8> {
        let section = self.place(offset).0 / 2;
        u8::try_from(section).ok().filter(|_| section <= LAST_SECTION && offset < self.chars.len())
    }

    /// What stands at an offset, as many characters as there are left.
    #[inline]
    fn at(&self, offset: usize, length: usize) -> &[char] {
        let rest = self.chars.get(offset..).unwrap_or_default();
        &rest[..length.min(rest.len())]
    }

    /// The numerals: each run of Arabic digits, and each Chinese numeral character.
    #[inline]
    pub fn numerals(&self) -> impl Iterator<Item = (usize, &[char])> {
        let mut offset = 0;
        core::iter::from_fn(move || {
            let is_numeral = |c: &char| is_digit(*c) || is_chinese_numeral(*c);
            offset += self.chars[offset..].iter().position(is_numeral)?;
            let digits = self.chars[offset..].iter().take_while(|c| is_digit(**c)).count();
            let numeral = (offset, self.at(offset, digits.max(1)));
            offset += digits.max(1);
            Some(numeral)
        })
    }

    /// Holds the rows against this report. Faults of rows come first, in the order of the rows, then those of
    /// numerals, in the order of the report.
    #[inline]
    pub fn examine(&self, metrics: &[Span<'_>], exclusions: &[Span<'_>]) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut covered = vec![0; self.chars.len()];
        for (row, span) in metrics.iter().enumerate() {
            self.verify(Row::Metric(row), *span, METRIC, &mut covered, &mut faults);
        }
        for (row, span) in exclusions.iter().enumerate() {
            self.verify(Row::Exclusion(row), *span, EXCLUSION, &mut covered, &mut faults);
        }
        for (start, numeral) in self.numerals() {
            let covered = &covered[start..start + numeral.len()];
            if covered.contains(&0) {
                let text = numeral.iter().collect();
                faults.push(Fault::Unaccounted { start, text });
            } else if covered.iter().any(|&by| by != covered[0] || by == METRIC | EXCLUSION) {
                let text = numeral.iter().collect();
                faults.push(Fault::AccountedTwice { start, text });
            }
        }
        faults
    }

    /// Marks what a row covers, if its text stands where it says: only then does it account for a numeral.
    #[inline]
    fn verify(&self, row: Row, span: Span<'_>, kind: u8, covered: &mut [u8], faults: &mut Vec<Fault>) {
        let length = span.text.chars().count();
        let found = self.at(span.start, length);
        if length == 0 || !found.iter().copied().eq(span.text.chars()) {
            let found = found.iter().collect();
            faults.push(Fault::Text { row, found });
            return;
        }
        let section = self.section(span.start);
        if section != Some(span.section) {
            faults.push(Fault::Section { row, found: section });
        }
        for by in &mut covered[span.start..span.start + length] {
            *by |= kind;
        }
    }
}

#[inline]
fn trim_blanks(line: &mut Vec<char>) {
    while matches!(line.last(), Some(' ' | '\t' | '\u{3000}')) {
        line.pop();
    }
}
