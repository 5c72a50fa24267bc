//! [`Section`]: a section of the report. The sections are rows of `data/sections.tsv`.

use alloc::format;
use alloc::string::ToString;
use core::fmt;

use crate::ParseError;
use crate::columns::{self, getters};

/// A section of the report, by its number: 0 is what stands before the first heading.
///
/// ```
/// use yongkang_metrics::{Metric, Section};
///
/// assert_eq!(Section::new(4), Some(Metric::FOREIGN_TRADE_TOTAL.section()));
/// assert_eq!(Section::new(10), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Section(pub(crate) u8);

impl Section {
    /// Every section, in order: the index of each is its number.
    pub const ALL: &'static [Self] = &{
        let mut all = [Self(0); columns::SECTIONS];
        let mut number = 0;
        while number < all.len() {
            // The build lets no section have a number that does not fit.
            all[number] = Self(number as u8);
            number += 1;
        }
        all
    };

    /// The section of this number, or `None` if there are not so many.
    #[must_use]
    #[inline]
    pub const fn new(number: u8) -> Option<Self> {
        if (number as usize) < Self::ALL.len() { Some(Self(number)) } else { None }
    }

    /// The number of the section.
    #[must_use]
    #[inline]
    pub const fn number(self) -> u8 {
        self.0
    }

    #[inline]
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}

getters! {
    Section:

    /// What the section is about, in English and in our own words: the report's headings are not part of this crate.
    title: &'static str = SECTION_TITLE;

    /// What the section is about, in Chinese and in our own words.
    title_zh: &'static str = SECTION_TITLE_ZH;

    /// Where the section begins in the report: an offset from 0 in Unicode code points.
    source_start: usize = SECTION_START as usize;
}

/// Prints the number.
impl fmt::Display for Section {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Passed on, for width and the like.
        fmt::Display::fmt(&self.0, f)
    }
}

/// Reads the number.
impl core::str::FromStr for Section {
    type Err = ParseError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, ParseError> {
        // `+4` and `04` are numbers, and no numbers of sections.
        let section = text.parse().ok().and_then(Self::new).filter(|section| section.to_string() == text);
        section.ok_or_else(|| {
            let last = columns::SECTIONS - 1;
            ParseError::because("section of the report", text, format!("expected a number from 0 to {last}"))
        })
    }
}
