//! [`Bounds`]: the interval that an actual value lies in, and the arithmetic of intervals.

use alloc::format;
use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;
use core::iter::Sum;
use core::ops::{Add, Bound, Div, Mul, Neg, RangeBounds, Sub};

use rust_decimal::{Decimal, RoundingStrategy};

use crate::padding;
use crate::rounding::{self, Rounded, Toward};

/// The interval that an actual value lies in.
///
/// The actual value is what was counted or measured before it was rounded, or was said to be more or less than something. That the report
/// has it right no interval proves.
///
/// # What a figure says
///
/// [`Metric::bounds`](crate::Metric::bounds) are as wide as the printed figure makes them, by these rules:
///
/// | printed | the actual value is | source |
/// |---|---|---|
/// | a whole count, a rank, an amount without a magnitude: `7538个`, `第24位`, `850元` | exactly that | |
/// | a magnitude (万, 亿), a decimal fraction, a ratio, or what is measured or averaged: `387.7亿元`, `33%`, `35公里`, `平均3个` | at most half a unit of the last printed place away, both ends included, as the report does not say how it rounds ties | rounding to the nearest, not truncation (GB/T 8170) |
/// | a 1 alone before a magnitude: `1万户` | at most half a unit of the next place away: 9500 to 10 500 | usage: nobody rounds 5000 to 1万 |
/// | a whole of parts: `100%` | not more than that | |
/// | 余, 多 behind digits: `800余家`, `10余万人` | more, by less than one unit of the last digit other than zero | usage (GB/T 15835): 800余 is less than 900, 10余万 less than 200 000 |
/// | 余, 多 behind 万, 亿 or the unit: `3万余人次`, `10万余人`, `10年多` | more, by less than one unit of the last printed place | usage: 10万余 is less than 110 000 |
/// | 约, 左右, 上下: `约40家` | anything: near to it, and no rule says how near | |
/// | 近 | less, by less than one unit of the last digit other than zero | the mirror of 余 behind digits |
/// | 超过, 超, 逾 | more | [Civil Code](https://flk.npc.gov.cn/), art. 1259, by analogy: 超过 excludes the number |
/// | 突破: `突破13万户` | at or past it | usage, in its weaker reading; the article does not name 突破 |
/// | 以上, 至少, 不少于, 不低于 | that or more | art. 1259, by analogy: 以上 includes it |
/// | 以下, 以内, 至多, 不超过: `1万元以下` | that or less | art. 1259, by analogy: 以下 and 以内 include it |
/// | 不足, 不到, 不满, 低于 | less | art. 1259, by analogy: 不满 excludes it |
///
/// The article governs civil law; we apply it because readers use these words the same way. A [threshold](crate::StatType::Threshold) is exact,
/// and its bounds are the range of values that it selects.
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
/// The result of `+`, `-`, `*` and `/` holds every value that the operation can have, whatever
/// the actual values are, and is as narrow as `Decimal` allows. An end that no `Decimal` holds is rounded outward to the next that
/// there is, and excluded. An end beyond the largest `Decimal` is missing. Nothing panics but `/`, where the divisor may be zero;
/// [`checked_div`](Self::checked_div) is `None` then.
///
/// ```
/// use yongkang_metrics::Metric;
///
/// // Printed as 同比增长33%: what the total was multiplied by.
/// let growth = Metric::FOREIGN_TRADE_GROWTH.bounds();
/// let factor = growth / 100 + 1;
/// assert_eq!(factor.to_string(), "1.325 to 1.335");
/// assert!(factor.certainly_greater(1));
/// ```
///
/// Each interval counts as an unknown of its own, even where the same one stands twice: `x - x` is not zero but twice as wide as
/// `x`, and `x * x` may be negative. Write a formula so that each figure stands in it once.
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
/// | [`new`](Self::new), [`exact`](Self::exact) | `numsToInterval` | `None` instead of an empty interval |
/// | [`lower`](Self::lower), [`upper`](Self::upper) | `inf`, `sup` | ends may be excluded, or missing instead of infinite |
/// | [`contains`](Self::contains), [`is_subset`](Self::is_subset), [`is_disjoint`](Self::is_disjoint) | `isMember`, `subset`, `disjoint` | |
/// | [`intersection`](Self::intersection) | `intersection` | `None` instead of an empty one |
/// | [`is_exact`](Self::is_exact) | `isSingleton` | |
/// | `-x`, `+`, `-`, `*` | `neg`, `add`, `sub`, `mul` | |
/// | `/`, [`checked_div`](Self::checked_div) | `div` | refused where the divisor may be zero |
/// | [`certainly_less`](Self::certainly_less), [`certainly_greater`](Self::certainly_greater) | `strictPrecedes`, with excluded ends | of every two values; the words are Boost's |
///
/// There is no `<`: of two intervals that overlap neither is less, nor are they equal. Two intervals are `==` if they have the same
/// ends, which does not mean that the actual values are the same.
///
/// `(bounds.lower(), bounds.upper())` is a range, as `BTreeMap::range` takes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bounds {
    lower: End,
    upper: End,
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
    pub fn new(range: impl RangeBounds<Decimal>) -> Option<Self> {
        let found = Self::of_ends(range.start_bound().cloned(), range.end_bound().cloned());
        // From 5 (excluded) to 5 is empty by this too: its lower end lies above its upper one.
        (found.lower <= found.upper).then_some(found)
    }

    /// The interval of ends that are in order.
    #[inline]
    pub(crate) const fn of_ends(lower: Bound<Decimal>, upper: Bound<Decimal>) -> Self {
        Self { lower: End::new(lower, Toward::Negative), upper: End::new(upper, Toward::Positive) }
    }

    /// The interval that holds `value` alone. `From` does the same, and takes integers too.
    #[must_use]
    #[inline]
    pub const fn exact(value: Decimal) -> Self {
        Self { lower: End::at(value), upper: End::at(value) }
    }

    /// The lower end: included, excluded, or none.
    #[must_use]
    #[inline]
    pub const fn lower(&self) -> Bound<Decimal> {
        self.lower.bound()
    }

    /// The upper end: included, excluded, or none.
    #[must_use]
    #[inline]
    pub const fn upper(&self) -> Bound<Decimal> {
        self.upper.bound()
    }

    /// The lower and the upper end as numbers, included or not; `None` for one that is missing.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric};
    /// // An error bar.
    /// let [low, high] = Metric::FOREIGN_TRADE_GROWTH.bounds().ends();
    /// assert_eq!((low, high), (Some(Decimal::new(325, 1)), Some(Decimal::new(335, 1))));
    /// ```
    #[must_use]
    #[inline]
    pub const fn ends(&self) -> [Option<Decimal>; 2] {
        [self.lower.number(), self.upper.number()]
    }

    /// Whether the actual value is the value given, and no other.
    #[must_use]
    #[inline]
    pub fn is_exact(&self) -> bool {
        self.lower == self.upper
    }

    /// Whether the actual value can be `value`.
    #[must_use]
    pub fn contains(&self, value: impl Into<Decimal>) -> bool {
        Self::exact(value.into()).is_subset(*self)
    }
}

/// Comparisons with another interval, or with a number.
impl Bounds {
    /// Whether every value of this interval lies in `other` too: that the actual value is in `other` is then certain.
    #[must_use]
    pub fn is_subset(self, other: impl Into<Self>) -> bool {
        let other = other.into();
        other.lower <= self.lower && self.upper <= other.upper
    }

    /// Whether no value lies in both: that the actual value is in `other` is then certainly false.
    #[must_use]
    pub fn is_disjoint(self, other: impl Into<Self>) -> bool {
        self.intersection(other).is_none()
    }

    /// The values that lie in both: what two sources together say of one thing. `None` if no value does, as one of the sources must
    /// be wrong then.
    ///
    /// ```
    /// # use yongkang_metrics::{Bounds, Decimal};
    /// let (few, some) = (Bounds::new(..Decimal::TEN).unwrap(), Bounds::new(Decimal::TWO..).unwrap());
    /// assert_eq!(few.intersection(some).unwrap().to_string(), "2 or more, less than 10");
    /// assert_eq!(few.intersection(12), None);
    /// ```
    #[must_use]
    pub fn intersection(self, other: impl Into<Self>) -> Option<Self> {
        let other = other.into();
        let (lower, upper) = (self.lower.max(other.lower), self.upper.min(other.upper));
        (lower <= upper).then_some(Self { lower, upper })
    }

    /// Whether each value of this interval is less than each of `other`: what to ask before you write "less than".
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// // Printed as 3万余人次: more than 30 000, less than 40 000.
    /// let tests = Metric::NUCLEIC_ACID_TESTS.bounds();
    /// assert!(tests.certainly_less(40_000));
    /// assert!(!tests.certainly_less(39_000));
    /// ```
    #[must_use]
    pub fn certainly_less(self, other: impl Into<Self>) -> bool {
        self.upper < other.into().lower
    }

    /// Whether each value of this interval is greater than each of `other`: what to ask before you write "more than".
    #[must_use]
    pub fn certainly_greater(self, other: impl Into<Self>) -> bool {
        other.into().certainly_less(self)
    }

    /// Compares the lower ends.
    #[inline]
    pub(crate) fn cmp_lower(&self, other: &Self) -> Ordering {
        self.lower.cmp(&other.lower)
    }
}

/// Operations that have no operator.
impl Bounds {
    /// Divides by `divisor`; `None` if the divisor may be zero.
    ///
    /// ```
    /// # use yongkang_metrics::{Bounds, Decimal, Metric};
    /// // The average investment in a project, in yuan.
    /// let investment = Metric::TECHNICAL_UPGRADING_TOTAL_INVESTMENT.bounds();
    /// let average = investment.checked_div(Metric::TECHNICAL_UPGRADING_PROJECTS.bounds()).unwrap();
    /// assert_eq!(format!("{average:.0}"), "more than 17555292, less than 17563192");
    ///
    /// let about_zero = Bounds::new(Decimal::NEGATIVE_ONE..Decimal::ONE).unwrap();
    /// assert_eq!(investment.checked_div(about_zero), None);
    /// ```
    #[must_use]
    pub fn checked_div(self, divisor: impl Into<Self>) -> Option<Self> {
        let divisor = divisor.into();
        // Zero as an excluded end is no reason: results then grow without limit, and are still results.
        let may_be_zero = divisor.contains(Decimal::ZERO);
        (!may_be_zero).then(|| self.corners([divisor.upper, divisor.lower], End::over))
    }

    /// The interval with its ends rounded outward to `dp` digits after the point; an end that moves becomes excluded.
    ///
    /// ```
    /// # use yongkang_metrics::Bounds;
    /// let third = Bounds::from(1).checked_div(3).unwrap();
    /// assert_eq!(third.round_dp(2).to_string(), "more than 0.33, less than 0.34");
    /// ```
    #[must_use]
    #[inline]
    pub fn round_dp(self, dp: u32) -> Self {
        let round = |end: End, strategy, toward| match end {
            // Only where it moves: an end that was included and stays is still possible.
            End::At(x, _) if x.round_dp_with_strategy(dp, strategy) != x => {
                End::new(Bound::Excluded(x.round_dp_with_strategy(dp, strategy)), toward)
            }
            _ => end,
        };
        Self {
            lower: round(self.lower, RoundingStrategy::ToNegativeInfinity, Toward::Negative),
            upper: round(self.upper, RoundingStrategy::ToPositiveInfinity, Toward::Positive),
        }
    }

    /// All products or ratios with another interval. Its ends come in the order in which they make results of positive numbers
    /// grow: of a divisor the upper one first.
    //
    // While one factor is held, a product only grows or only falls with the other. So the least and the greatest result stand at
    // corners, where an end meets an end: rounding all four down and all four up, and taking the least and the greatest, is right
    // for all signs. Nearly all figures are positive; then it is known which corners these are, and two roundings do for eight.
    fn corners(self, others: [End; 2], result: impl Fn(End, End, Toward) -> End) -> Self {
        let ([a, b], [c, d]) = ([self.lower, self.upper], others);
        // `c` is the greater end of a divisor, and the smaller one of a factor.
        if End::ZERO <= a && End::ZERO <= c.min(d) {
            return Self { lower: result(a, c, Toward::Negative), upper: result(b, d, Toward::Positive) };
        }
        let extreme = |toward, pick: fn(End, End) -> End| {
            // An included end beats an excluded one at the same number, by the order of ends: what
            // one corner reaches is reached.
            let rest = [(a, d), (b, c), (b, d)].map(|(x, y)| result(x, y, toward));
            rest.into_iter().fold(result(a, c, toward), pick)
        };
        Self { lower: extreme(Toward::Negative, End::min), upper: extreme(Toward::Positive, End::max) }
    }
}

/// An end of an interval, ordered as it lies on the line of numbers.
//
// An excluded end lies right beside its number: a lower one above it (`Greater`), an upper one below it (`Less`). With that the
// order of ends answers everything: an interval is empty if its upper end is less than its lower one, holds a number that lies
// between its ends, and meets another in the greater lower and the lesser upper end. Nothing asks what is included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum End {
    /// Minus infinity: there is no lower end.
    Below,
    At(Decimal, Ordering),
    /// Infinity: there is no upper end.
    Above,
}

impl End {
    const ZERO: Self = Self::at(Decimal::ZERO);

    #[inline]
    const fn at(x: Decimal) -> Self {
        Self::At(x, Ordering::Equal)
    }

    /// The end on this side of an interval.
    #[inline]
    const fn new(bound: Bound<Decimal>, side: Toward) -> Self {
        match (bound, side) {
            (Bound::Included(x), _) => Self::at(x),
            (Bound::Excluded(x), Toward::Negative) => Self::At(x, Ordering::Greater),
            (Bound::Excluded(x), Toward::Positive) => Self::At(x, Ordering::Less),
            (Bound::Unbounded, Toward::Negative) => Self::Below,
            (Bound::Unbounded, Toward::Positive) => Self::Above,
        }
    }

    #[inline]
    const fn bound(self) -> Bound<Decimal> {
        match self {
            Self::At(x, Ordering::Equal) => Bound::Included(x),
            Self::At(x, _) => Bound::Excluded(x),
            Self::Below | Self::Above => Bound::Unbounded,
        }
    }

    #[inline]
    const fn number(self) -> Option<Decimal> {
        match self {
            Self::At(x, _) => Some(x),
            Self::Below | Self::Above => None,
        }
    }

    /// The result of two ends. It is included if it is exact and both of them are; if it is out of range, it is infinite on the side
    /// to which it was rounded.
    #[inline]
    fn of_result(result: Rounded, from: [Ordering; 2], side: Toward) -> Self {
        let bound = match result.value {
            Some(x) if result.exact && from == [Ordering::Equal; 2] => Bound::Included(x),
            Some(x) => Bound::Excluded(x),
            None => Bound::Unbounded,
        };
        Self::new(bound, side)
    }

    /// Infinity, with the sign of the product of the two.
    #[inline]
    fn infinite(self, other: Self) -> Self {
        // An excluded zero has a sign, by the side on which it lies: above zero as a lower end, below it as an upper one.
        if (self < Self::ZERO) == (other < Self::ZERO) { Self::Above } else { Self::Below }
    }

    #[inline]
    fn plus(self, other: Self, side: Toward) -> Self {
        match (self, other) {
            (Self::At(a, p), Self::At(b, q)) => Self::of_result(rounding::add(a, b, side), [p, q], side),
            // Both ends of a sum are of the same side, so that infinity never meets its opposite here.
            (Self::At(..), _) => other,
            _ => self,
        }
    }

    #[inline]
    fn times(self, other: Self, side: Toward) -> Self {
        match (self, other) {
            // Zero times any end, even an infinite one, is zero.
            _ if self == Self::ZERO || other == Self::ZERO => Self::ZERO,
            (Self::At(a, p), Self::At(b, q)) => Self::of_result(rounding::mul(a, b, side), [p, q], side),
            _ => self.infinite(other),
        }
    }

    /// Divides by an end of an interval that does not hold zero. Its end may still be an excluded zero: near that, ratios grow
    /// without limit.
    #[inline]
    fn over(self, divisor: Self, side: Toward) -> Self {
        match (self, divisor) {
            _ if self == Self::ZERO => Self::ZERO,
            // A divisor without limit brings the ratio as near to zero as one likes, but never there.
            (_, Self::Below | Self::Above) => Self::new(Bound::Excluded(Decimal::ZERO), side),
            (Self::At(a, p), Self::At(b, q)) if !b.is_zero() => {
                Self::of_result(rounding::div(a, b, side), [p, q], side)
            }
            _ => self.infinite(divisor),
        }
    }
}

impl fmt::Debug for End {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bound().fmt(f)
    }
}

/// A number is an interval that holds nothing else.
impl<T: Into<Decimal>> From<T> for Bounds {
    fn from(value: T) -> Self {
        Self::exact(value.into())
    }
}

impl Neg for End {
    type Output = Self;

    #[inline]
    fn neg(self) -> Self {
        match self {
            Self::Below => Self::Above,
            // An end above its number lies below it in the mirror.
            Self::At(x, place) => Self::At(rounding::negative(x), place.reverse()),
            Self::Above => Self::Below,
        }
    }
}

impl Neg for Bounds {
    type Output = Self;

    #[inline]
    fn neg(self) -> Self {
        Self { lower: -self.upper, upper: -self.lower }
    }
}

impl<T: Into<Self>> Add<T> for Bounds {
    type Output = Self;

    fn add(self, other: T) -> Self {
        let other = other.into();
        Self {
            lower: self.lower.plus(other.lower, Toward::Negative),
            upper: self.upper.plus(other.upper, Toward::Positive),
        }
    }
}

impl<T: Into<Self>> Sub<T> for Bounds {
    type Output = Self;

    fn sub(self, other: T) -> Self {
        self + -other.into()
    }
}

impl<T: Into<Self>> Mul<T> for Bounds {
    type Output = Self;

    fn mul(self, other: T) -> Self {
        let other = other.into();
        self.corners([other.lower, other.upper], End::times)
    }
}

/// # Panics
///
/// If the divisor may be zero. [`Bounds::checked_div`] does not panic.
impl<T: Into<Self>> Div<T> for Bounds {
    type Output = Self;

    fn div(self, divisor: T) -> Self {
        self.checked_div(divisor).expect("the divisor may be zero")
    }
}

impl Sum for Bounds {
    fn sum<I: Iterator<Item = Self>>(bounds: I) -> Self {
        bounds.fold(Self::exact(Decimal::ZERO), Self::add)
    }
}

/// Prints the interval in words: `more than 30000, less than 40000`. `{:.2}` rounds the ends [outward](Bounds::round_dp) to two decimals,
/// and `{:+}`, `{:08}` and alignment are as those of a number.
impl fmt::Display for Bounds {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padding::pad_number(f, format_args!("{}", self.words(f)))
    }
}

impl Bounds {
    /// The interval in words, with numbers in the format that is asked for.
    #[inline]
    pub(crate) fn words(&self, f: &fmt::Formatter<'_>) -> String {
        use Bound::{Excluded, Included, Unbounded};
        let shown = f.precision().map_or(*self, |dp| self.round_dp(dp as u32));
        let number = |x| padding::number(f, x);
        match (shown.lower(), shown.upper()) {
            (Included(a), Included(b)) if a == b => format!("exactly {}", number(a)),
            (Included(a), Included(b)) => format!("{} to {}", number(a), number(b)),
            (Excluded(a), Excluded(b)) => format!("more than {}, less than {}", number(a), number(b)),
            (Included(a), Excluded(b)) => format!("{} or more, less than {}", number(a), number(b)),
            (Excluded(a), Included(b)) => format!("more than {}, {} or less", number(a), number(b)),
            (Included(a), Unbounded) => format!("{} or more", number(a)),
            (Excluded(a), Unbounded) => format!("more than {}", number(a)),
            (Unbounded, Included(b)) => format!("{} or less", number(b)),
            (Unbounded, Excluded(b)) => format!("less than {}", number(b)),
            (Unbounded, Unbounded) => "any value".into(),
        }
    }
}
