//! How precise a printed figure is: the one place with the rules, and their sources.
//!
//! Shared by the library, which answers [`Metric::bounds`](crate::Metric::bounds) by them, and by
//! `build.rs`, which finds the [`Precision`] of each printed figure and checks its comparator.

use crate::vocabulary::Comparator;

/// What the words about a figure say of the true value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Qualifier {
    /// No word, and nothing rounded: a whole count, a rank, an amount without a magnitude.
    Exact,
    /// No word, but a magnitude (万, 亿), a decimal fraction or a percentage: the report rounded.
    Rounded,
    /// 余, 多: more, by less than one unit of the last place.
    SomeMore,
    /// 超过, 超, 逾: more, no saying how much. Civil Code art. 1259: 超过 excludes the number.
    MoreThan,
    /// 突破, 以上, 至少, 不少于, 不低于: that or more. Civil Code art. 1259: 以上 includes the number;
    /// a mark that was broken through was at least reached.
    AtLeast,
    /// 以下, 以内, 至多, 不超过: that or less. Civil Code art. 1259: 以下, 以内 include the number.
    AtMost,
    /// 不足, 不到, 不满, 低于: less, no saying how much. Civil Code art. 1259: 不满 excludes the number.
    LessThan,
    /// 近: less, by less than one unit of the last place; the mirror of 余.
    SomeLess,
}

impl Qualifier {
    /// All, so that the generated columns can hold a qualifier as one byte.
    pub const ALL: &'static [Self] = &[
        Self::Exact,
        Self::Rounded,
        Self::SomeMore,
        Self::MoreThan,
        Self::AtLeast,
        Self::AtMost,
        Self::LessThan,
        Self::SomeLess,
    ];

    #[inline]
    pub const fn comparator(self) -> Option<Comparator> {
        match self {
            Self::Exact | Self::Rounded => None,
            Self::SomeMore | Self::MoreThan => Some(Comparator::Greater),
            Self::AtLeast => Some(Comparator::GreaterOrEqual),
            Self::AtMost => Some(Comparator::LessOrEqual),
            Self::LessThan | Self::SomeLess => Some(Comparator::Less),
        }
    }
}

/// A qualifier, and the last place that the figure gives: the power of ten of its last digit.
///
/// For a rounded figure that is the last printed digit (`1.4万`: 3, `13万`: 4, `33%`: 0). With 余 and
/// its like trailing zeros are not counted as given, since `800余` means eight hundred and some
/// tens: the place is that of the last digit other than zero (2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Precision {
    pub qualifier: Qualifier,
    pub place: i8,
}

/// One end of the interval that a true value lies in, in units of 10^-scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    Included(i128),
    Excluded(i128),
    Unbounded,
}

impl Precision {
    /// The interval around `value` × 10^-`scale`, its ends in units of 10^-(`scale` + 1): the half
    /// of a last place needs one more digit than the value.
    #[inline]
    pub const fn limits(self, value: i64, scale: u32) -> (Limit, Limit) {
        use Limit::{Excluded, Included, Unbounded};
        let value = value as i128 * 10;
        let half = half_of_place(self.place, scale);
        match self.qualifier {
            Qualifier::Exact => (Included(value), Included(value)),
            // Closed at both ends: the report does not say how it rounds a tie.
            Qualifier::Rounded => (Included(value - half), Included(value + half)),
            Qualifier::SomeMore => (Excluded(value), Excluded(value + 2 * half)),
            Qualifier::MoreThan => (Excluded(value), Unbounded),
            Qualifier::AtLeast => (Included(value), Unbounded),
            Qualifier::AtMost => (Unbounded, Included(value)),
            Qualifier::LessThan => (Unbounded, Excluded(value)),
            Qualifier::SomeLess => (Excluded(value - 2 * half), Excluded(value)),
        }
    }
}

/// 5 × 10^(`place` - 1) in units of 10^-(`scale` + 1).
#[inline]
const fn half_of_place(place: i8, scale: u32) -> i128 {
    let mut half = 5;
    let mut exponent = place as i32 + scale as i32;
    while exponent > 0 {
        half *= 10;
        exponent -= 1;
    }
    half
}
