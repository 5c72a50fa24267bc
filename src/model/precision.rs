//! How precise a printed figure is. The rules and their sources stand here and nowhere else.
//!
//! The sources are GB/T 8170 for rounding (to the nearest), art. 1259 of the Civil Code by analogy for 以上, 以下, 以内, 不满 and 超过,
//! and usage for the rest. The page of `Bounds` tells them to users.

use core::ops::Bound;

use super::exact::Exact;
use crate::vocabulary::Comparator;

/// What the words about a figure say of the actual value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Qualifier {
    /// No word, and not rounded: a whole count, a rank, an amount without a magnitude.
    Exact,
    /// No word, but a magnitude (万, 亿), a decimal fraction or a percentage: the report rounded.
    Rounded,
    /// 余, 多: more, by less than one unit of the last place.
    SomeMore,
    /// 超过, 超, 逾: more, and nobody knows how much. Civil Code art. 1259: 超过 excludes the number.
    MoreThan,
    /// 突破, 以上, 至少, 不少于, 不低于: at or past it. Civil Code art. 1259: 以上 includes the number. 突破 is given the
    /// weaker reading, at or past the mark, as usage does not tell it from "past".
    AtLeast,
    /// 以下, 以内, 至多, 不超过: that or less. Civil Code art. 1259: 以下, 以内 include the number.
    AtMost,
    /// 不足, 不到, 不满, 低于: less, and nobody knows how much. Civil Code art. 1259: 不满 excludes the number.
    LessThan,
    /// 约, 左右, 上下: near it, and no rule says how near.
    About,
    /// 近, 将近, 接近: less, by less than one unit of the last place; the mirror of 余.
    SomeLess,
}

impl Qualifier {
    pub const fn comparator(self) -> Option<Comparator> {
        match self {
            Self::Exact | Self::Rounded | Self::About => None,
            Self::SomeMore | Self::MoreThan => Some(Comparator::Greater),
            Self::AtLeast => Some(Comparator::GreaterOrEqual),
            Self::AtMost => Some(Comparator::LessOrEqual),
            Self::LessThan | Self::SomeLess => Some(Comparator::Less),
        }
    }

    /// Its mirror: a fall of more than 5 is a value of less than -5.
    pub const fn mirrored(self) -> Self {
        match self {
            // Rounding is as wide on both sides, so it has no other mirror than itself.
            Self::Exact | Self::Rounded | Self::About => self,
            Self::SomeMore => Self::SomeLess,
            Self::MoreThan => Self::LessThan,
            Self::AtLeast => Self::AtMost,
            Self::AtMost => Self::AtLeast,
            Self::LessThan => Self::MoreThan,
            Self::SomeLess => Self::SomeMore,
        }
    }
}

/// A qualifier, and the last place that the figure gives: the power of ten of its last digit.
///
/// For a rounded figure that is the last printed digit (`1.4万`: 3, `13万`: 4, `33%`: 0). With 余, 多 and 近 trailing zeros do not count
/// as given, since `800余` means eight hundred and some tens: the place is that of the last digit other than zero (2). But 余 and 多
/// behind 万, 亿 or the unit mean less than one more of these: `10万余` is less than 11万 (4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Margin {
    pub qualifier: Qualifier,
    pub place: i8,
}

/// One end of the interval that an actual value lies in.
pub type Limit = Bound<Exact>;

impl Margin {
    /// The interval around `value`; `None` if it is out of range.
    pub fn limits(self, value: Exact) -> Option<(Limit, Limit)> {
        self.interval(value, self.reach()?, Limit::Excluded(value))
    }

    /// The narrow reading, in which a claim has to hold to be true: same as `limits`, but what is rounded or has 近 lies within half a
    /// unit of the last place, and within a twentieth of the value. A half (半) is exactly that.
    pub fn narrow(self, value: Exact) -> Option<(Limit, Limit)> {
        // Half a unit of a figure with few digits is a large part of it: who writes 3万 is not true of 2.6万, though it rounds to that.
        let mut reach = self.reach()?;
        if matches!(self.qualifier, Qualifier::Rounded | Qualifier::About) || self.is_near(value) {
            let half = Exact::power_of_ten(self.place.into())?.checked_mul(Exact::new(5, 1))?;
            // Only 半 leaves a digit behind the place it is rounded to: three years and a half, to a whole year.
            let is_half = value.scale > 0 && value.last_place() < self.place.into();
            let most = if is_half { Exact::integer(0) } else { half };
            reach = most.least(value.absolute().checked_mul(Exact::new(5, 2))?)?;
        }
        let narrow =
            if self.qualifier == Qualifier::About { Self { qualifier: Qualifier::Rounded, ..self } } else { self };
        narrow.interval(value, reach, Limit::Excluded(value))
    }

    /// The wide reading, in which a claim has to fail to be false: same as `limits`, but 近 includes the value itself, and 余, 多 and
    /// 近 reach a unit of the last digit other than zero, wherever they stand, or a tenth of the value if that is farther.
    pub fn wide(self, value: Exact) -> Option<(Limit, Limit)> {
        if !matches!(self.qualifier, Qualifier::SomeMore | Qualifier::SomeLess | Qualifier::About) {
            return self.limits(value);
        }
        // Usage draws no sharp line for how much 余, 多 and 近 may be, so only what no reader would call so is false.
        let (unit, tenth) = (Exact::power_of_ten(value.last_place())?, value.absolute().checked_mul(Exact::new(1, 1))?);
        let reach = if unit.least(tenth)? == unit { tenth } else { unit };
        if self.qualifier == Qualifier::About {
            return Self { qualifier: Qualifier::Rounded, ..self }.interval(value, reach, Limit::Unbounded);
        }
        self.interval(value, reach, if self.is_near(value) { Limit::Included(value) } else { Limit::Excluded(value) })
    }

    /// How far the actual value may be from the printed one: half a unit of the last place if rounded, less than a whole one with 余 or 近.
    fn reach(self) -> Option<Exact> {
        let unit = Exact::power_of_ten(self.place.into())?;
        if self.qualifier == Qualifier::Rounded { unit.checked_mul(Exact::new(5, 1)) } else { Some(unit) }
    }

    /// Whether 近 was printed: the actual value is nearer to zero, which is less of a rise and more of a fall.
    fn is_near(self, value: Exact) -> bool {
        match self.qualifier {
            Qualifier::SomeLess => value.mantissa >= 0,
            Qualifier::SomeMore => value.mantissa < 0,
            _ => false,
        }
    }

    /// The interval by the qualifier; `own` is the end at the value itself, where 余 or 近 has one.
    fn interval(self, value: Exact, reach: Exact, own: Limit) -> Option<(Limit, Limit)> {
        use Bound::{Excluded, Included, Unbounded};
        let plus = |distance: Exact| value.checked_add(distance);
        Some(match self.qualifier {
            Qualifier::Exact => (Included(value), Included(value)),
            // Closed at both ends: the report does not say how it rounds a tie.
            Qualifier::Rounded => (Included(plus(reach.negated())?), Included(plus(reach)?)),
            Qualifier::SomeMore => (own, Excluded(plus(reach)?)),
            Qualifier::About => (Unbounded, Unbounded),
            Qualifier::MoreThan => (Excluded(value), Unbounded),
            Qualifier::AtLeast => (Included(value), Unbounded),
            Qualifier::AtMost => (Unbounded, Included(value)),
            Qualifier::LessThan => (Unbounded, Excluded(value)),
            Qualifier::SomeLess => (Excluded(plus(reach.negated())?), own),
        })
    }
}
