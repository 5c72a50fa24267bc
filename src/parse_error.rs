//! [`ParseError`]: why a text is not what it was read as.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::unknown::{nearest, quoted, unknown};
use crate::{
    AdminLevel, Aggregate, Category, Comparator, Dimension, ExclusionReason, Filter, Metric, ObsStatus, Period,
    PeriodBasis, Precision, Relation, Section, StatType, Unit, padding,
};

/// Why a text could not be read: the error of every `FromStr` of this crate.
///
/// ```
/// use yongkang_metrics::{Category, Period};
///
/// let error = "foreign-trad".parse::<Category>().unwrap_err();
/// assert_eq!((error.what, &*error.text), ("category", "foreign-trad"));
/// assert_eq!(error.nearest(), ["foreign-trade"]);
/// assert!(error.to_string().starts_with("no category is called \"foreign-trad\"; did you mean `foreign-trade`?"));
///
/// assert_eq!(
///     "2020-13".parse::<Period>().unwrap_err().to_string(),
///     "\"2020-13\" is not a period: expected days, months or years, the earlier first, as in 2021-01-01/2021-12-31, \
///      2021-01/2021-11 or 2021",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ParseError {
    /// What was to be read: `"metric"`, `"category"`, `"unit"`, `"period"`, `"figure"` …
    pub what: &'static str,
    /// The text that is not that. Of a [`Filter`](crate::Filter), the one value or name in it that is wrong.
    pub text: String,
    /// Where the fault is in the text that was given, in characters from 0.
    pub at: usize,
    // The list and not the text of it: the nearest are looked for when they are printed, as most errors never are.
    valid: &'static [&'static str],
    names: Names,
    /// Why, where that is not that it is none of a list.
    why: Option<Cow<'static, str>>,
}

/// Names of codes, a list for each language, in the order of the codes.
type Names = &'static [&'static [&'static str]];

impl ParseError {
    #[inline]
    pub(crate) fn one_of(what: &'static str, valid: &'static [&'static str], names: Names, text: &str) -> Self {
        Self { what, text: text.to_owned(), at: 0, valid, names, why: None }
    }

    pub(crate) fn because(what: &'static str, text: &str, why: impl Into<Cow<'static, str>>) -> Self {
        Self { why: Some(why.into()), ..Self::one_of(what, &[], &[], text) }
    }

    /// The same error in a longer text, where this one begins at character `at`.
    #[inline]
    pub(crate) fn at(self, at: usize) -> Self {
        Self { at: self.at + at, ..self }
    }

    /// Every valid code or id, in the order of its table; empty where there is no list of them, as for periods.
    ///
    /// ```
    /// # use yongkang_metrics::AdminLevel;
    /// let error = "city".parse::<AdminLevel>().unwrap_err();
    /// assert_eq!(error.valid(), ["national", "provincial", "prefectural", "county"]);
    /// ```
    #[must_use]
    #[inline]
    pub fn valid(&self) -> &'static [&'static str] {
        self.valid
    }

    /// The valid codes that look most like the text, or whose names do, nearest first: at most three, maybe none.
    #[must_use]
    #[inline]
    pub fn nearest(&self) -> Vec<&'static str> {
        nearest(&self.text, self.valid, self.names)
    }
}

impl fmt::Display for ParseError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match self.at {
            0 => String::new(),
            at => alloc::format!("character {}: ", at + 1),
        };
        let Self { what, text, valid, .. } = self;
        match &self.why {
            None => padding::pad(f, format_args!("{place}{}", unknown(what, text, &self.nearest(), valid))),
            Some(why) => padding::pad(f, format_args!("{place}{} is not a {what}: {why}", quoted(text))),
        }
    }
}

impl core::error::Error for ParseError {}

/// What is read from the text that it is printed as.
pub(crate) trait Textual: FromStr<Err = ParseError> + fmt::Display {}

/// What is read by `FromStr` is by `TryFrom` too, which generic code asks for, as `#[serde(try_from = "String")]`.
macro_rules! try_from {
    ($($Type:ty)+) => {$(
        impl Textual for $Type {}
        try_from! { $Type: &str }
        try_from! { $Type: String }
    )+};
    ($Type:ty: $Given:ty) => {
        impl TryFrom<$Given> for $Type {
            type Error = ParseError;

            #[inline]
            fn try_from(text: $Given) -> Result<Self, ParseError> {
                text.parse()
            }
        }
    };
}

try_from! { Metric Period Section Filter Category Unit Aggregate Dimension StatType Precision PeriodBasis }
try_from! { AdminLevel ObsStatus Comparator Relation ExclusionReason }
#[cfg(feature = "figures")]
try_from! { crate::Figure crate::Claim }
