//! [`Bounds`]: the interval that a true value lies in, and the arithmetic of intervals.

use core::cmp::Ordering;
use core::fmt;
use core::ops::{Add, Bound, Mul, Neg, RangeBounds, Sub};

use rust_decimal::{Decimal, RoundingStrategy};

use crate::padding;
use crate::rounding::{self, Rounded, Toward};

/// The interval that a true value lies in.
///
/// # What a figure says
///
/// [`Metric::bounds`](crate::Metric::bounds) are as wide as the printed figure makes them, by these rules:
///
/// | printed | the true value is | source |
/// |---|---|---|
/// | a whole count, a rank, an amount without a magnitude: `7538个`, `第24位`, `850元` | exactly that | |
/// | a magnitude (万, 亿), a decimal fraction or a percentage: `387.7亿元`, `33%` | at most half a unit of the last printed place away, both ends included, as the report does not say how it rounds ties | rounding to the nearest, not truncation (GB/T 8170) |
/// | 余, 多 behind digits: `800余家`, `10余万人` | more, by less than one unit of the last digit other than zero | usage (GB/T 15835): 800余 is less than 900, 10余万 less than 200 000 |
/// | 余, 多 behind 万, 亿 or the unit: `3万余人次`, `10万余人`, `10年多` | more, by less than one unit of the last printed place | usage: 10万余 is less than 110 000 |
/// | 近 | less, by less than one unit of the last digit other than zero | the mirror of 余 behind digits |
/// | 超过, 超, 逾 | more | [Civil Code](https://flk.npc.gov.cn/), art. 1259, by analogy: 超过 excludes the number |
/// | 突破: `突破13万户` | at or past it | usage, in its weaker reading; the article does not name 突破 |
/// | 以上, 至少, 不少于, 不低于 | that or more | art. 1259, by analogy: 以上 includes it |
/// | 以下, 以内, 至多, 不超过: `1万元以下` | that or less | art. 1259, by analogy: 以下 and 以内 include it |
/// | 不足, 不到, 不满, 低于 | less | art. 1259, by analogy: 不满 excludes it |
///
/// The article is about civil law; reports are read by it because readers are. A [threshold](crate::StatType::Threshold) is exact,
/// and its bounds are the range of those that it selects.
///
/// ```
/// use yongkang_metrics::Metric;
///
/// // Printed as 387.7亿元人民币: rounded to ten million yuan.
/// let trade = Metric::FOREIGN_TRADE_TOTAL.bounds();
/// assert_eq!(trade.to_string(), "38765000000 to 38775000000");
///
/// // Printed as 3万余人次.
/// let tests = Metric::NUCLEIC_ACID_TESTS.bounds();
/// assert_eq!(tests.to_string(), "more than 30000, less than 40000");
/// assert!(!tests.contains(30_000));
///
/// // Printed as 7538个.
/// assert!(Metric::ENTERPRISE_PROBLEMS_SOLVED.bounds().is_exact());
/// ```
///
/// # Arithmetic
///
/// The result of `+`, `-`, `*` and [`checked_div`](Self::checked_div) holds every value that the operation can have, whatever
/// the true values are, and is as narrow as `Decimal`s can say: an end that no `Decimal` holds is rounded outward, to the next that
/// there is, and excluded; one beyond the largest `Decimal` is missing. Nothing panics.
///
/// ```
/// use yongkang_metrics::{Bounds, Metric};
///
/// // Printed as 同比增长33%: what the total was multiplied by.
/// let growth = Metric::FOREIGN_TRADE_GROWTH.bounds();
/// let factor = growth.checked_div(100).unwrap() + 1;
/// assert_eq!(factor.to_string(), "1.325 to 1.335");
/// assert!(factor.certainly_greater(1));
/// ```
///
/// Two intervals of one unknown are taken as two unknowns: `x - x` is not zero but as wide as twice `x`, and `x * x` may be
/// negative. Write a formula so that each figure stands in it once.
///
/// ```
/// use yongkang_metrics::{Bounds, Decimal};
///
/// let x = Bounds::new(Decimal::ONE..=Decimal::TWO).unwrap();
/// assert_eq!((x - x).to_string(), "-1 to 1");
/// ```
///
/// # Names
///
/// Those of IEEE 1788, the standard for interval arithmetic, where it has one:
///
/// | here | IEEE 1788 | |
/// |---|---|---|
/// | [`new`](Self::new), [`exact`](Self::exact) | `numsToInterval` | none instead of an empty interval, which there is not |
/// | [`lower`](Self::lower), [`upper`](Self::upper) | `inf`, `sup` | ends may be excluded, or missing instead of infinite |
/// | [`midpoint`](Self::midpoint), [`width`](Self::width), [`radius`](Self::radius) | `mid`, `wid`, `rad` | none where an end is missing |
/// | [`contains`](Self::contains), [`is_subset`](Self::is_subset), [`is_disjoint`](Self::is_disjoint) | `isMember`, `subset`, `disjoint` | |
/// | [`intersection`](Self::intersection), [`hull`](Self::hull) | `intersection`, `convexHull` | none instead of an empty intersection |
/// | [`is_exact`](Self::is_exact) | `isSingleton` | |
/// | `-x`, `+`, `-`, `*` | `neg`, `add`, `sub`, `mul` | |
/// | [`checked_div`](Self::checked_div) | `div` | none where the divisor may be zero |
/// | [`certainly_less`](Self::certainly_less), [`certainly_greater`](Self::certainly_greater) | `strictPrecedes`, with excluded ends | of every two values; the words are Boost's |
/// | [`possibly_less`](Self::possibly_less), [`possibly_greater`](Self::possibly_greater) | | of some two values |
/// | [`relative_error`](Self::relative_error), [`round_dp`](Self::round_dp) | | |
///
/// There is no `<`: of two intervals that overlap neither is less, nor are they equal. Two intervals are `==` if they have the same
/// ends, which does not mean that two true values are the same.
///
/// `Bounds` is a [`RangeBounds<Decimal>`](RangeBounds).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bounds {
    lower: Bound<Decimal>,
    upper: Bound<Decimal>,
}

/// What the interval is.
impl Bounds {
    /// The interval with these ends, or `None` if it would hold no number.
    ///
    /// ```
    /// use core::ops::Bound;
    /// use yongkang_metrics::{Bounds, Decimal};
    ///
    /// let (five, ten) = (Decimal::from(5), Decimal::TEN);
    /// assert_eq!(Bounds::new(five..ten).unwrap().to_string(), "5 or more, less than 10");
    /// assert_eq!(Bounds::new(..=ten).unwrap().to_string(), "10 or less");
    /// let open = (Bound::Excluded(five), Bound::Unbounded);
    /// assert_eq!(Bounds::new(open).unwrap().to_string(), "more than 5");
    ///
    /// assert_eq!(Bounds::new(ten..five), None);
    /// assert_eq!(Bounds::new(five..five), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn new(range: impl RangeBounds<Decimal>) -> Option<Self> {
        let found = Self { lower: range.start_bound().cloned(), upper: range.end_bound().cloned() };
        (!found.upper_end().is_before(found.lower_end())).then_some(found)
    }

    /// The interval of ends that are in order.
    #[inline]
    pub(crate) const fn of_ends(lower: Bound<Decimal>, upper: Bound<Decimal>) -> Self {
        Self { lower, upper }
    }

    /// The value given, and no other. So does `From`, which also takes the integers.
    ///
    /// ```
    /// # use yongkang_metrics::{Bounds, Decimal};
    /// assert!(Bounds::exact(Decimal::TEN).is_exact());
    /// assert_eq!(Bounds::from(10), Bounds::exact(Decimal::TEN));
    /// ```
    #[must_use]
    #[inline]
    pub const fn exact(value: Decimal) -> Self {
        Self { lower: Bound::Included(value), upper: Bound::Included(value) }
    }

    /// The lower end: included, excluded, or none.
    ///
    /// ```
    /// # use core::ops::Bound;
    /// # use yongkang_metrics::{Decimal, Metric};
    /// let bounds = Metric::MARKET_ENTITIES.bounds();
    /// assert_eq!(bounds.lower(), Bound::Included(Decimal::from(130_000)));
    /// ```
    #[must_use]
    #[inline]
    pub const fn lower(&self) -> Bound<Decimal> {
        self.lower
    }

    /// The upper end: included, excluded, or none.
    ///
    /// ```
    /// # use core::ops::Bound;
    /// # use yongkang_metrics::Metric;
    /// assert_eq!(Metric::MARKET_ENTITIES.bounds().upper(), Bound::Unbounded);
    /// ```
    #[must_use]
    #[inline]
    pub const fn upper(&self) -> Bound<Decimal> {
        self.upper
    }

    /// Whether the true value is the value given, and no other.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// assert!(Metric::TECHNICAL_UPGRADING_PROJECTS.bounds().is_exact());
    /// assert!(!Metric::TECHNICAL_UPGRADING_TOTAL_INVESTMENT.bounds().is_exact());
    /// ```
    #[must_use]
    #[inline]
    pub fn is_exact(&self) -> bool {
        matches!(self.ends(), Some((lower, upper)) if lower == upper)
    }

    /// Whether the true value can be `value`.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric};
    /// // Printed as 33%.
    /// assert!(Metric::FOREIGN_TRADE_GROWTH.bounds().contains(Decimal::new(334, 1)));
    /// ```
    #[must_use]
    #[inline]
    pub fn contains(&self, value: impl Into<Decimal>) -> bool {
        RangeBounds::contains(self, &value.into())
    }

    /// How far apart the ends are, rounded up; `None` if one is missing, or if it is out of range.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric};
    /// assert_eq!(Metric::FOREIGN_TRADE_GROWTH.bounds().width(), Some(Decimal::ONE));
    /// assert_eq!(Metric::MARKET_ENTITIES.bounds().width(), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn width(&self) -> Option<Decimal> {
        let (lower, upper) = self.ends()?;
        rounding::add(upper, -lower, Toward::Positive).value
    }

    /// The number in the middle; `None` if an end is missing.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric};
    /// // Printed as 3万余人次.
    /// assert_eq!(Metric::NUCLEIC_ACID_TESTS.bounds().midpoint(), Some(Decimal::from(35_000)));
    /// ```
    #[must_use]
    #[inline]
    pub fn midpoint(&self) -> Option<Decimal> {
        let (lower, upper) = self.ends()?;
        // Halved first, as the sum of the ends may be out of range.
        let half = Decimal::new(5, 1);
        let (lower, upper) =
            (rounding::mul(lower, half, Toward::Negative), rounding::mul(upper, half, Toward::Positive));
        rounding::add(lower.value?, upper.value?, Toward::Negative).value
    }

    /// How far the ends are from the [midpoint](Self::midpoint), rounded up; `None` if one is missing.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric};
    /// // Printed as 1.4万次.
    /// assert_eq!(Metric::ERRANDS_RUN_FOR_RESIDENTS.bounds().radius(), Some(Decimal::from(500)));
    /// ```
    #[must_use]
    #[inline]
    pub fn radius(&self) -> Option<Decimal> {
        let ((lower, upper), middle) = (self.ends()?, self.midpoint()?);
        let below = rounding::add(middle, -lower, Toward::Positive).value?;
        Some(rounding::add(upper, -middle, Toward::Positive).value?.max(below))
    }

    /// The [radius](Self::radius) by the size of the [midpoint](Self::midpoint), rounded up; `None` if an end is missing, the
    /// midpoint is zero, or it is out of range.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// // Printed as 387.7亿元人民币: known to 0.013 %.
    /// let error = Metric::FOREIGN_TRADE_TOTAL.bounds().relative_error().unwrap();
    /// assert_eq!(error.round_dp(5).to_string(), "0.00013");
    /// ```
    #[must_use]
    #[inline]
    pub fn relative_error(&self) -> Option<Decimal> {
        let middle = self.midpoint().filter(|middle| !middle.is_zero())?;
        rounding::div(self.radius()?, middle.abs(), Toward::Positive).value
    }

    /// The ends, if there are both.
    #[inline]
    fn ends(&self) -> Option<(Decimal, Decimal)> {
        match (self.lower_end().at, self.upper_end().at) {
            (At::Number(lower), At::Number(upper)) => Some((lower, upper)),
            _ => None,
        }
    }
}

/// How it lies to another interval, or to a number.
impl Bounds {
    /// Whether each value of this interval lies in `other` too.
    ///
    /// ```
    /// # use yongkang_metrics::{Bounds, Decimal, Metric};
    /// let draft = Bounds::new(Decimal::from(38_000_000_000_i64)..).unwrap();
    /// assert!(Metric::FOREIGN_TRADE_TOTAL.bounds().is_subset(draft));
    /// ```
    #[must_use]
    #[inline]
    pub fn is_subset(self, other: impl Into<Self>) -> bool {
        self.intersection(other) == Some(self)
    }

    /// Whether no value lies in both: two true values are then certainly not the same.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// // Printed as 3万余人次: more than 30 000.
    /// assert!(Metric::NUCLEIC_ACID_TESTS.bounds().is_disjoint(30_000));
    /// ```
    #[must_use]
    #[inline]
    pub fn is_disjoint(self, other: impl Into<Self>) -> bool {
        self.intersection(other).is_none()
    }

    /// The values that lie in both; `None` if there are none.
    ///
    /// ```
    /// # use yongkang_metrics::{Bounds, Decimal};
    /// let (few, some) = (Bounds::new(..Decimal::TEN).unwrap(), Bounds::new(Decimal::TWO..).unwrap());
    /// assert_eq!(few.intersection(some).unwrap().to_string(), "2 or more, less than 10");
    /// assert_eq!(few.intersection(12), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn intersection(self, other: impl Into<Self>) -> Option<Self> {
        let other = other.into();
        let both = |a: End, b: End| End { at: a.at, held: a.held && b.held };
        let lower = self.lower_end().farther(other.lower_end(), Ordering::Greater, both);
        let upper = self.upper_end().farther(other.upper_end(), Ordering::Less, both);
        Self::new((lower.bound(), upper.bound()))
    }

    /// The smallest interval that holds both.
    ///
    /// ```
    /// # use yongkang_metrics::Bounds;
    /// assert_eq!(Bounds::from(2).hull(5).to_string(), "2 to 5");
    /// ```
    #[must_use]
    #[inline]
    pub fn hull(self, other: impl Into<Self>) -> Self {
        let other = other.into();
        let lower = self.lower_end().farther(other.lower_end(), Ordering::Less, End::either);
        let upper = self.upper_end().farther(other.upper_end(), Ordering::Greater, End::either);
        Self::of_ends(lower.bound(), upper.bound())
    }

    /// Whether each value of this interval is less than each of `other`.
    ///
    /// That each is less or equal says `!a.possibly_greater(b)`.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// // Printed as 3万余人次: more than 30 000, less than 40 000.
    /// let tests = Metric::NUCLEIC_ACID_TESTS.bounds();
    /// assert!(tests.certainly_less(40_000));
    /// assert!(!tests.certainly_less(39_000));
    /// ```
    #[must_use]
    #[inline]
    pub fn certainly_less(self, other: impl Into<Self>) -> bool {
        self.upper_end().is_before(other.into().lower_end())
    }

    /// Whether each value of this interval is greater than each of `other`.
    ///
    /// That each is greater or equal says `!a.possibly_less(b)`.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// // Printed as 突破13万户: 130 000 or more.
    /// let entities = Metric::MARKET_ENTITIES.bounds();
    /// assert!(entities.certainly_greater(129_999));
    /// assert!(!entities.certainly_greater(130_000));
    /// assert!(!entities.possibly_less(130_000));
    /// ```
    #[must_use]
    #[inline]
    pub fn certainly_greater(self, other: impl Into<Self>) -> bool {
        other.into().certainly_less(self)
    }

    /// Whether some value of this interval is less than some value of `other`.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// // Printed as 3万余人次: more than 30 000, less than 40 000.
    /// assert!(Metric::NUCLEIC_ACID_TESTS.bounds().possibly_less(30_001));
    /// assert!(!Metric::NUCLEIC_ACID_TESTS.bounds().possibly_less(30_000));
    /// ```
    #[must_use]
    #[inline]
    pub fn possibly_less(self, other: impl Into<Self>) -> bool {
        self.lower_end().at < other.into().upper_end().at
    }

    /// Whether some value of this interval is greater than some value of `other`.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// // Printed as 3万余人次: more than 30 000, less than 40 000.
    /// assert!(Metric::NUCLEIC_ACID_TESTS.bounds().possibly_greater(39_000));
    /// ```
    #[must_use]
    #[inline]
    pub fn possibly_greater(self, other: impl Into<Self>) -> bool {
        other.into().possibly_less(self)
    }
}

/// Operations that have no operator.
impl Bounds {
    /// This by `divisor`; `None` if the divisor may be zero.
    ///
    /// ```
    /// # use yongkang_metrics::{Bounds, Decimal, Metric};
    /// // The average investment in a project, in yuan.
    /// let investment = Metric::TECHNICAL_UPGRADING_TOTAL_INVESTMENT.bounds();
    /// let average = investment.checked_div(Metric::TECHNICAL_UPGRADING_PROJECTS.bounds()).unwrap();
    /// assert_eq!(average.round_dp(0).to_string(), "more than 17555292, less than 17563192");
    ///
    /// let about_zero = Bounds::new(Decimal::NEGATIVE_ONE..Decimal::ONE).unwrap();
    /// assert_eq!(investment.checked_div(about_zero), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn checked_div(self, divisor: impl Into<Self>) -> Option<Self> {
        let divisor = divisor.into();
        if divisor.contains(Decimal::ZERO) {
            return None;
        }
        let negative = divisor.certainly_less(Decimal::ZERO);
        Some(self.corners(divisor, |a, b, toward| a.over(b, negative, toward)))
    }

    /// The interval with its ends rounded outward to so many digits after the point, for display; an end that moves is excluded.
    ///
    /// ```
    /// # use yongkang_metrics::Bounds;
    /// let third = Bounds::from(1).checked_div(3).unwrap();
    /// assert_eq!(third.round_dp(2).to_string(), "more than 0.33, less than 0.34");
    /// ```
    #[must_use]
    #[inline]
    pub fn round_dp(self, dp: u32) -> Self {
        let round = |end: Bound<Decimal>, strategy| match end {
            Bound::Included(x) | Bound::Excluded(x) if x.round_dp_with_strategy(dp, strategy) != x => {
                Bound::Excluded(x.round_dp_with_strategy(dp, strategy))
            }
            _ => end,
        };
        let lower = round(self.lower, RoundingStrategy::ToNegativeInfinity);
        Self::of_ends(lower, round(self.upper, RoundingStrategy::ToPositiveInfinity))
    }

    #[inline]
    fn lower_end(self) -> End {
        End::new(self.lower, At::Below)
    }

    #[inline]
    fn upper_end(self) -> End {
        End::new(self.upper, At::Above)
    }

    /// The interval from the least to the greatest result of the ends of two.
    #[inline]
    fn corners(self, other: Self, result: impl Fn(End, End, Toward) -> End) -> Self {
        let extreme = |toward, side| {
            let [a, b] = [self.lower_end(), self.upper_end()];
            let [c, d] = [other.lower_end(), other.upper_end()];
            let rest = [(a, d), (b, c), (b, d)].map(|(a, b)| result(a, b, toward));
            rest.into_iter().fold(result(a, c, toward), |best, next| best.farther(next, side, End::either)).bound()
        };
        Self::of_ends(extreme(Toward::Negative, Ordering::Less), extreme(Toward::Positive, Ordering::Greater))
    }
}

/// An end of an interval as arithmetic needs it: at a number, or beyond all numbers.
#[derive(Clone, Copy)]
struct End {
    at: At,
    /// Whether the interval holds it.
    held: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum At {
    Below,
    Number(Decimal),
    Above,
}

impl At {
    #[inline]
    fn beyond(negative: bool) -> Self {
        if negative { Self::Below } else { Self::Above }
    }

    #[inline]
    fn is_negative(self) -> bool {
        self < Self::Number(Decimal::ZERO)
    }

    #[inline]
    fn is_zero(self) -> bool {
        self == Self::Number(Decimal::ZERO)
    }
}

impl End {
    #[inline]
    fn new(bound: Bound<Decimal>, missing: At) -> Self {
        match bound {
            Bound::Included(x) => Self { at: At::Number(x), held: true },
            Bound::Excluded(x) => Self { at: At::Number(x), held: false },
            Bound::Unbounded => Self { at: missing, held: false },
        }
    }

    #[inline]
    fn bound(self) -> Bound<Decimal> {
        match self.at {
            At::Number(x) if self.held => Bound::Included(x),
            At::Number(x) => Bound::Excluded(x),
            _ => Bound::Unbounded,
        }
    }

    /// Whether the interval of which this is the upper end lies before the one of which `other` is the lower end.
    #[inline]
    fn is_before(self, other: Self) -> bool {
        self.at < other.at || self.at == other.at && !(self.held && other.held)
    }

    /// The end that lies on this side of the other, or what `alike` makes of two at one place.
    #[inline]
    fn farther(self, other: Self, side: Ordering, alike: fn(Self, Self) -> Self) -> Self {
        match other.at.cmp(&self.at) {
            Ordering::Equal => alike(self, other),
            found if found == side => other,
            _ => self,
        }
    }

    /// Of two at one place, the one that is held.
    #[inline]
    fn either(self, other: Self) -> Self {
        Self { at: self.at, held: self.held || other.held }
    }

    /// What is rounded is not reached; what is out of range is beyond all numbers on the side to which it was rounded.
    #[inline]
    fn of_result(result: Rounded, held: bool, toward: Toward) -> Self {
        let at = result.value.map_or(At::beyond(toward == Toward::Negative), At::Number);
        Self { at, held: held && result.exact }
    }

    /// Nothing is nothing however often it is taken.
    #[inline]
    fn zero(self) -> Self {
        Self { at: At::Number(Decimal::ZERO), held: self.held }
    }

    #[inline]
    fn plus(self, other: Self, toward: Toward) -> Self {
        match (self.at, other.at) {
            (At::Number(a), At::Number(b)) => {
                Self::of_result(rounding::add(a, b, toward), self.held && other.held, toward)
            }
            (At::Number(_), _) => other,
            _ => self,
        }
    }

    #[inline]
    fn times(self, other: Self, toward: Toward) -> Self {
        match (self.at, other.at) {
            _ if self.at.is_zero() => self.zero(),
            _ if other.at.is_zero() => other.zero(),
            (At::Number(a), At::Number(b)) => {
                Self::of_result(rounding::mul(a, b, toward), self.held && other.held, toward)
            }
            _ => Self { at: At::beyond(self.at.is_negative() != other.at.is_negative()), held: false },
        }
    }

    /// This by an end of an interval without zero, which lies on the negative side or on the other.
    #[inline]
    fn over(self, divisor: Self, negative: bool, toward: Toward) -> Self {
        match (self.at, divisor.at) {
            _ if self.at.is_zero() => self.zero(),
            (At::Number(a), At::Number(b)) if !b.is_zero() => {
                Self::of_result(rounding::div(a, b, toward), self.held && divisor.held, toward)
            }
            (_, At::Number(_)) => Self { at: At::beyond(self.at.is_negative() != negative), held: false },
            _ => Self { at: At::Number(Decimal::ZERO), held: false },
        }
    }
}

impl RangeBounds<Decimal> for Bounds {
    #[inline]
    fn start_bound(&self) -> Bound<&Decimal> {
        self.lower.as_ref()
    }

    #[inline]
    fn end_bound(&self) -> Bound<&Decimal> {
        self.upper.as_ref()
    }
}

/// A number is an interval that holds nothing else.
impl<T: Into<Decimal>> From<T> for Bounds {
    #[inline]
    fn from(value: T) -> Self {
        Self::exact(value.into())
    }
}

impl Neg for Bounds {
    type Output = Self;

    #[inline]
    fn neg(self) -> Self {
        Self::of_ends(self.upper.map(rounding::negative), self.lower.map(rounding::negative))
    }
}

impl<T: Into<Self>> Add<T> for Bounds {
    type Output = Self;

    #[inline]
    fn add(self, other: T) -> Self {
        let other = other.into();
        let lower = self.lower_end().plus(other.lower_end(), Toward::Negative);
        Self::of_ends(lower.bound(), self.upper_end().plus(other.upper_end(), Toward::Positive).bound())
    }
}

impl<T: Into<Self>> Sub<T> for Bounds {
    type Output = Self;

    #[inline]
    fn sub(self, other: T) -> Self {
        self + -other.into()
    }
}

impl<T: Into<Self>> Mul<T> for Bounds {
    type Output = Self;

    #[inline]
    fn mul(self, other: T) -> Self {
        self.corners(other.into(), End::times)
    }
}

/// Says the interval in words.
impl fmt::Display for Bounds {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Bound::{Excluded, Included, Unbounded};
        match (self.lower, self.upper) {
            (Included(a), Included(b)) if a == b => padding::pad(f, format_args!("exactly {a}")),
            (Included(a), Included(b)) => padding::pad(f, format_args!("{a} to {b}")),
            (Excluded(a), Excluded(b)) => padding::pad(f, format_args!("more than {a}, less than {b}")),
            (Included(a), Excluded(b)) => padding::pad(f, format_args!("{a} or more, less than {b}")),
            (Excluded(a), Included(b)) => padding::pad(f, format_args!("more than {a}, {b} or less")),
            (Included(a), Unbounded) => padding::pad(f, format_args!("{a} or more")),
            (Excluded(a), Unbounded) => padding::pad(f, format_args!("more than {a}")),
            (Unbounded, Included(b)) => padding::pad(f, format_args!("{b} or less")),
            (Unbounded, Excluded(b)) => padding::pad(f, format_args!("less than {b}")),
            (Unbounded, Unbounded) => f.pad("any value"),
        }
    }
}
