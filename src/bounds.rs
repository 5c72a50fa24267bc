//! [`Bounds`]: the interval that a true value lies in.

use core::fmt;
use core::ops::{Bound, RangeBounds};

use rust_decimal::Decimal;

/// The interval that the true value of a metric lies in, as far as its printed figure tells.
///
/// Bounds are computed from the figure as printed, by these rules:
///
/// | printed | the true value is | source |
/// |---|---|---|
/// | a whole count, a rank, an amount without a magnitude: `7538个`, `第24位`, `850元` | exactly that | |
/// | a magnitude (万, 亿), a decimal fraction or a percentage: `387.7亿元`, `33%` | at most half a unit of the last printed place away, both ends included, as the report does not say how it rounds ties | rounding to the nearest, not truncation (GB/T 8170) |
/// | 余, 多: `3万余人次`, `800余家` | more, by less than one unit of the last digit other than zero | usage (GB/T 15835): 800余 is less than 900 |
/// | 近 | less, by less than one such unit | the mirror of 余 |
/// | 超过, 超, 逾 | more | [Civil Code](https://flk.npc.gov.cn/), art. 1259, by analogy: 超过 excludes the number |
/// | 突破: `突破13万户` | at or past it | usage, in its weaker reading; the article does not name 突破 |
/// | 以上, 至少, 不少于, 不低于 | that or more | art. 1259, by analogy: 以上 includes it |
/// | 以下, 以内, 至多, 不超过: `1万元以下` | that or less | art. 1259, by analogy: 以下 and 以内 include it |
/// | 不足, 不到, 不满, 低于 | less | art. 1259, by analogy: 不满 excludes it |
///
/// The article is about civil law; reports are read by it because readers are. A [threshold](crate::StatType::Threshold) is exact,
/// and its bounds are the range of those that it selects.
///
/// `Bounds` is a [`RangeBounds<Decimal>`](RangeBounds).
///
/// ```
/// use rust_decimal::Decimal;
/// use yongkang_metrics::Metric;
///
/// // Printed as 387.7亿元人民币: rounded to ten million yuan.
/// let trade = Metric::FOREIGN_TRADE_TOTAL.bounds();
/// assert_eq!(trade.to_string(), "38765000000 to 38775000000");
///
/// // Printed as 3万余人次.
/// let tests = Metric::NUCLEIC_ACID_TESTS.bounds();
/// assert_eq!(tests.to_string(), "more than 30000, less than 40000");
/// assert!(!tests.contains(Decimal::from(30_000)));
///
/// // Printed as 7538个.
/// assert!(Metric::ENTERPRISE_PROBLEMS_SOLVED.bounds().is_exact());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bounds {
    lower: Bound<Decimal>,
    upper: Bound<Decimal>,
}

impl Bounds {
    #[inline]
    pub(crate) const fn new(lower: Bound<Decimal>, upper: Bound<Decimal>) -> Self {
        Self { lower, upper }
    }

    /// The lower end: included, excluded, or none.
    ///
    /// ```
    /// # use core::ops::Bound;
    /// # use rust_decimal::Decimal;
    /// # use yongkang_metrics::Metric;
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
        match (self.lower, self.upper) {
            (Bound::Included(lower), Bound::Included(upper)) => lower == upper,
            _ => false,
        }
    }

    /// Whether the true value can be `value`.
    ///
    /// ```
    /// # use rust_decimal::Decimal;
    /// # use yongkang_metrics::Metric;
    /// // Printed as 33%.
    /// assert!(Metric::FOREIGN_TRADE_GROWTH.bounds().contains(Decimal::new(334, 1)));
    /// ```
    #[must_use]
    #[inline]
    pub fn contains(&self, value: Decimal) -> bool {
        RangeBounds::contains(self, &value)
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

/// Says the interval in words.
impl fmt::Display for Bounds {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Bound::{Excluded, Included, Unbounded};
        match (self.lower, self.upper) {
            (Included(a), Included(b)) if a == b => write!(f, "exactly {a}"),
            (Included(a), Included(b)) => write!(f, "{a} to {b}"),
            (Excluded(a), Excluded(b)) => write!(f, "more than {a}, less than {b}"),
            (Included(a), Excluded(b)) => write!(f, "{a} or more, less than {b}"),
            (Excluded(a), Included(b)) => write!(f, "more than {a}, {b} or less"),
            (Included(a), Unbounded) => write!(f, "{a} or more"),
            (Excluded(a), Unbounded) => write!(f, "more than {a}"),
            (Unbounded, Included(b)) => write!(f, "{b} or less"),
            (Unbounded, Excluded(b)) => write!(f, "less than {b}"),
            (Unbounded, Unbounded) => f.write_str("any value"),
        }
    }
}
