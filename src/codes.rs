//! How texts become codes and ids, and these become texts: `FromStr`, `TryFrom` and `AsRef`.

use core::str::FromStr;

use crate::{AdminLevel, Category, Comparator, Dimension, ExclusionReason, Metric, ParseError, StatType, Unit};

macro_rules! by_name {
    ($($Name:ident)+) => {$(
        /// Reads the code, or else the English name in whatever case, or the Chinese name.
        impl FromStr for $Name {
            type Err = ParseError;

            #[inline]
            fn from_str(text: &str) -> Result<Self, ParseError> {
                let is_called = |it: &Self| it.name_zh() == text || it.name().eq_ignore_ascii_case(text);
                let found = Self::from_code(text).or_else(|| Self::ALL.iter().copied().find(is_called));
                found.ok_or_else(|| ParseError::one_of(Self::KIND, Self::CODES, text))
            }
        }
    )+};
}

by_name!(Category Unit Dimension StatType AdminLevel Comparator ExclusionReason);

macro_rules! as_text {
    ($($Name:ident $text:ident)+) => {$(
        /// As `FromStr`.
        impl TryFrom<&str> for $Name {
            type Error = ParseError;

            #[inline]
            fn try_from(text: &str) -> Result<Self, ParseError> {
                text.parse()
            }
        }

        #[doc = concat!("The [`", stringify!($text), "`](Self::", stringify!($text), ").")]
        impl AsRef<str> for $Name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.$text()
            }
        }
    )+};
}

as_text!(Category code Unit code Dimension code StatType code AdminLevel code Comparator code ExclusionReason code Metric id);
