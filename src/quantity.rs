//! [`Quantity`]: an estimate in a unit that the type names.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::Sum;
use core::marker::PhantomData;
use core::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

use rust_decimal::Decimal;

use crate::unit::{Additive, RatioScale, UnitType};
use crate::{Bounds, Estimate, Metric, Unit, padding};

/// An [`Estimate`] in unit `U`, so that only sums that make sense compile.
///
/// Money adds to money and persons to persons, and the bounds go with the values:
///
/// ```
/// use yongkang_metrics::{Metric, unit};
///
/// # fn main() -> Result<(), yongkang_metrics::UnitMismatch> {
/// let top = Metric::TOP_TALENTS_RECRUITED.quantity::<unit::Person>()?;
/// let leading = Metric::LEADING_TALENTS_RECRUITED.quantity::<unit::Person>()?;
/// assert_eq!((top + leading).to_string(), "29 persons");
///
/// // Printed as 387.7亿元人民币: what is that a month, over eleven months?
/// let trade = Metric::FOREIGN_TRADE_TOTAL.quantity::<unit::Yuan>()?;
/// assert_eq!(
///     (trade / 11).round_dp(0).to_string(),
///     "3524545455 yuan (more than 3524090909, 3525000000 or less)",
/// );
/// # Ok(())
/// # }
/// ```
///
/// Persons do not add to yuan, nor even to person-times:
///
/// ```compile_fail,E0308
/// use yongkang_metrics::{Metric, unit};
///
/// # fn main() -> Result<(), yongkang_metrics::UnitMismatch> {
/// let persons = Metric::MEDICAL_WORKERS_SENT_TO_HUBEI.quantity::<unit::Person>()?;
/// let yuan = Metric::FIVE_REDUCTIONS_RELIEF.quantity::<unit::Yuan>()?;
/// let wrong = persons + yuan;
/// # Ok(())
/// # }
/// ```
///
/// ```compile_fail,E0308
/// use yongkang_metrics::{Metric, unit};
///
/// # fn main() -> Result<(), yongkang_metrics::UnitMismatch> {
/// let persons = Metric::MEDICAL_WORKERS_SENT_TO_HUBEI.quantity::<unit::Person>()?;
/// let tests = Metric::NUCLEIC_ACID_TESTS.quantity::<unit::PersonTime>()?;
/// let wrong = persons + tests;
/// # Ok(())
/// # }
/// ```
///
/// Ranks, percentages and rates add to nothing, not even to their like:
///
/// ```compile_fail,E0369
/// use yongkang_metrics::{Metric, unit};
///
/// # fn main() -> Result<(), yongkang_metrics::UnitMismatch> {
/// let credit = Metric::CITY_CREDIT_INDEX_RANK.quantity::<unit::Rank>()?;
/// let business = Metric::COUNTY_BUSINESS_ENVIRONMENT_RANK.quantity::<unit::Rank>()?;
/// let wrong = credit + business;
/// # Ok(())
/// # }
/// ```
///
/// ```compile_fail,E0369
/// use yongkang_metrics::{Metric, unit};
///
/// # fn main() -> Result<(), yongkang_metrics::UnitMismatch> {
/// let growth = Metric::FOREIGN_TRADE_GROWTH.quantity::<unit::Percent>()?;
/// let wrong = growth + growth;
/// # Ok(())
/// # }
/// ```
///
/// ```compile_fail,E0277
/// use yongkang_metrics::{MetricSet, Quantity, unit};
///
/// let wrong: Quantity<unit::Rank> = std::iter::empty::<Quantity<unit::Rank>>().sum();
/// ```
///
/// What the types cannot know is whether two counts overlap: ask [`Metric::overlaps`] before you add, or let
/// [`MetricSet::total`](crate::MetricSet::total) add, which refuses them.
///
/// There is no `<`, as of two quantities that are not exact neither may be less; see [`Quantity::certainly_less`] and its like.
pub struct Quantity<U: UnitType> {
    estimate: Estimate,
    unit: PhantomData<U>,
}

impl<U: UnitType> Quantity<U> {
    /// An estimate of your own, in units of `U`.
    ///
    /// ```
    /// # use yongkang_metrics::{Bounds, Decimal, Estimate, Quantity, unit::Yuan};
    /// // Some 3 billion yuan, give or take a tenth.
    /// let [least, about, most] = [27, 30, 33].map(|tenths| Decimal::from(tenths * 100_000_000_i64));
    /// let budget = Estimate::new(about, Bounds::new(least..=most).unwrap()).unwrap();
    /// assert_eq!(Quantity::<Yuan>::new(budget).to_string(), "3000000000 yuan (2700000000 to 3300000000)");
    /// ```
    #[must_use]
    #[inline]
    pub const fn new(estimate: Estimate) -> Self {
        Self { estimate, unit: PhantomData }
    }

    /// A quantity of your own that is exactly so, to compare or add to those of the report.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric, Quantity, unit::Yuan};
    /// let budget = Quantity::<Yuan>::exact(Decimal::from(3_000_000_000_i64));
    /// assert!(Metric::FIVE_REDUCTIONS_RELIEF.quantity::<Yuan>()?.certainly_less(budget));
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn exact(value: Decimal) -> Self {
        Self::new(Estimate::exact(value))
    }

    /// The value as given, or as computed from values as given, in units of `U`.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Quantity, unit::Day};
    /// assert_eq!(Quantity::<Day>::exact(Decimal::TEN).value(), Decimal::TEN);
    /// ```
    #[must_use]
    #[inline]
    pub const fn value(self) -> Decimal {
        self.estimate.value()
    }

    /// The interval that the true value lies in, in units of `U`.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, unit::Yuan};
    /// let relief = Metric::FIVE_REDUCTIONS_RELIEF.quantity::<Yuan>()?;
    /// assert_eq!(relief.bounds().to_string(), "2665000000 to 2675000000");
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn bounds(self) -> Bounds {
        self.estimate.bounds()
    }

    /// Value and bounds without the unit, for arithmetic that you answer for.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, unit::{Project, Yuan}};
    /// // Yuan by projects: no type is the unit of that.
    /// let investment = Metric::TECHNICAL_UPGRADING_TOTAL_INVESTMENT.quantity::<Yuan>()?;
    /// let projects = Metric::TECHNICAL_UPGRADING_PROJECTS.quantity::<Project>()?;
    /// let average = investment.estimate() / projects.estimate();
    /// assert_eq!(average.round_dp(0).to_string(), "17559242 (more than 17555292, less than 17563192)");
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn estimate(self) -> Estimate {
        self.estimate
    }

    /// The unit, as a value.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Quantity, Unit, unit::Day};
    /// assert_eq!(Quantity::<Day>::exact(Decimal::TEN).unit(), Unit::Day);
    /// ```
    #[must_use]
    #[inline]
    pub const fn unit(self) -> Unit {
        U::UNIT
    }

    /// The value rounded to so many digits after the point, and the bounds [outward](Bounds::round_dp).
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Quantity, unit::Day};
    /// let day = Quantity::<Day>::exact(Decimal::ONE);
    /// assert_eq!((day / 3).round_dp(1).to_string(), "0.3 days (more than 0.3, less than 0.4)");
    /// ```
    #[must_use]
    #[inline]
    pub fn round_dp(self, dp: u32) -> Self {
        Self::new(self.estimate.round_dp(dp))
    }

    /// Whether this is less than `other`, whatever the true values are; see [`Bounds::certainly_less`].
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, unit::Person};
    /// let top = Metric::TOP_TALENTS_RECRUITED.quantity::<Person>()?;
    /// assert!(top.certainly_less(Metric::LEADING_TALENTS_RECRUITED.quantity()?));
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn certainly_less(self, other: Self) -> bool {
        self.bounds().certainly_less(other.bounds())
    }

    /// Whether this is greater than `other`, whatever the true values are; see [`Bounds::certainly_greater`].
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, unit::Yuan};
    /// let relief = Metric::FIVE_REDUCTIONS_RELIEF.quantity::<Yuan>()?;
    /// assert!(relief.certainly_greater(Metric::COST_AND_BURDEN_REDUCTIONS.quantity()?));
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn certainly_greater(self, other: Self) -> bool {
        self.bounds().certainly_greater(other.bounds())
    }

    /// Whether this may be less than `other`, as far as the two are known; see [`Bounds::possibly_less`].
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric, Quantity, unit::MarketEntity};
    /// // Printed as 突破13万户: there may be as many as one likes.
    /// let entities = Metric::MARKET_ENTITIES.quantity::<MarketEntity>()?;
    /// assert!(!entities.possibly_less(Quantity::exact(Decimal::from(130_000))));
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn possibly_less(self, other: Self) -> bool {
        self.bounds().possibly_less(other.bounds())
    }

    /// Whether this may be greater than `other`, as far as the two are known; see [`Bounds::possibly_greater`].
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric, Quantity, unit::MarketEntity};
    /// // Printed as 突破13万户: there may be as many as one likes.
    /// let entities = Metric::MARKET_ENTITIES.quantity::<MarketEntity>()?;
    /// assert!(entities.possibly_greater(Quantity::exact(Decimal::from(200_000))));
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn possibly_greater(self, other: Self) -> bool {
        self.bounds().possibly_greater(other.bounds())
    }
}

impl<U: RatioScale> Quantity<U> {
    /// How many times `other` this is; `None` if `other` may be zero or the ratio is out of range.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, unit::Yuan};
    /// let relief = Metric::FIVE_REDUCTIONS_RELIEF.quantity::<Yuan>()?;
    /// let cuts = Metric::COST_AND_BURDEN_REDUCTIONS.quantity::<Yuan>()?;
    /// let ratio = relief.ratio(cuts).unwrap();
    /// assert_eq!(ratio.round_dp(2).to_string(), "1.41 (more than 1.40, less than 1.42)");
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    ///
    /// The 24th place is not twice the 12th:
    ///
    /// ```compile_fail,E0599
    /// # use yongkang_metrics::{Decimal, Quantity, unit::Rank};
    /// let wrong = Quantity::<Rank>::exact(Decimal::TEN).ratio(Quantity::exact(Decimal::ONE));
    /// ```
    #[must_use]
    #[inline]
    pub fn ratio(self, other: Self) -> Option<Estimate> {
        self.estimate.checked_div(other.estimate)
    }

    /// So many times this, or `None` if the value is out of the range of `Decimal`.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Quantity, unit::Day};
    /// assert_eq!(Quantity::<Day>::exact(Decimal::MAX).checked_mul(2), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn checked_mul(self, factor: impl Into<Estimate>) -> Option<Self> {
        self.estimate.checked_mul(factor).map(Self::new)
    }

    /// One of so many parts of this, or `None` if the divisor may be zero or the value is out of the range of `Decimal`.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Quantity, unit::Day};
    /// assert_eq!(Quantity::<Day>::exact(Decimal::TEN).checked_div(0), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn checked_div(self, divisor: impl Into<Estimate>) -> Option<Self> {
        self.estimate.checked_div(divisor).map(Self::new)
    }
}

impl<U: Additive> Quantity<U> {
    /// The sum, or `None` if the value is out of the range of `Decimal`.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Quantity, unit::Day};
    /// let most = Quantity::<Day>::exact(Decimal::MAX);
    /// assert_eq!(most.checked_add(most), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.estimate.checked_add(other.estimate).map(Self::new)
    }

    /// The difference, or `None` if the value is out of the range of `Decimal`.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Quantity, unit::Day};
    /// let week = Quantity::<Day>::exact(Decimal::from(7));
    /// assert_eq!(week.checked_sub(week), Some(Quantity::exact(Decimal::ZERO)));
    /// ```
    #[must_use]
    #[inline]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.estimate.checked_sub(other.estimate).map(Self::new)
    }
}

// By hand, as what is derived would ask the same of the marker types.

impl<U: UnitType> fmt::Debug for Quantity<U> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Quantity").field("estimate", &self.estimate).field("unit", &U::UNIT).finish()
    }
}

impl<U: UnitType> Clone for Quantity<U> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<U: UnitType> Copy for Quantity<U> {}

impl<U: UnitType> PartialEq for Quantity<U> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.estimate == other.estimate
    }
}

impl<U: UnitType> Eq for Quantity<U> {}

impl<U: UnitType> Hash for Quantity<U> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.estimate.hash(state);
    }
}

/// # Panics
///
/// If the value is out of the range of `Decimal`, 7.9 × 10^28 either way, as `Decimal` itself does; no sum of metrics
/// comes near it. [`Quantity::checked_add`] does not panic.
impl<U: Additive> Add for Quantity<U> {
    type Output = Self;

    #[inline]
    fn add(self, other: Self) -> Self {
        Self::new(self.estimate + other.estimate)
    }
}

/// # Panics
///
/// As `Add` does. [`Quantity::checked_sub`] does not panic.
impl<U: Additive> Sub for Quantity<U> {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        Self::new(self.estimate - other.estimate)
    }
}

/// # Panics
///
/// As `Add` does. [`Quantity::checked_mul`] does not panic.
impl<U: RatioScale, T: Into<Estimate>> Mul<T> for Quantity<U> {
    type Output = Self;

    #[inline]
    fn mul(self, factor: T) -> Self {
        Self::new(self.estimate * factor)
    }
}

/// # Panics
///
/// As `Add` does, and if the divisor may be zero. [`Quantity::checked_div`] does not panic.
impl<U: RatioScale, T: Into<Estimate>> Div<T> for Quantity<U> {
    type Output = Self;

    #[inline]
    fn div(self, divisor: T) -> Self {
        Self::new(self.estimate / divisor)
    }
}

/// # Panics
///
/// As `Add` does.
impl<U: Additive> AddAssign for Quantity<U> {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// # Panics
///
/// As `Add` does.
impl<U: Additive> SubAssign for Quantity<U> {
    #[inline]
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl<U: Additive> Neg for Quantity<U> {
    type Output = Self;

    #[inline]
    fn neg(self) -> Self {
        Self::new(-self.estimate)
    }
}

/// # Panics
///
/// As `Add` does.
impl<U: Additive> Sum for Quantity<U> {
    #[inline]
    fn sum<I: Iterator<Item = Self>>(quantities: I) -> Self {
        quantities.fold(Self::default(), Self::add)
    }
}

/// # Panics
///
/// As `Add` does.
impl<'a, U: Additive> Sum<&'a Self> for Quantity<U> {
    #[inline]
    fn sum<I: Iterator<Item = &'a Self>>(quantities: I) -> Self {
        quantities.copied().sum()
    }
}

/// Zero.
impl<U: Additive> Default for Quantity<U> {
    #[inline]
    fn default() -> Self {
        Self::exact(Decimal::ZERO)
    }
}

/// Prints the value and the English name of the unit, and in brackets the interval where it is not exact.
impl<U: UnitType> fmt::Display for Quantity<U> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (value, bounds) = (self.value(), self.bounds());
        let name = if value == Decimal::ONE { U::UNIT.name_singular() } else { U::UNIT.name() };
        if bounds.is_exact() {
            padding::pad(f, format_args!("{value} {name}"))
        } else {
            padding::pad(f, format_args!("{value} {name} ({bounds})"))
        }
    }
}

/// A metric is in another unit than the one asked for.
///
/// ```
/// use yongkang_metrics::{Metric, Unit, unit::Person};
///
/// let error = Metric::NUCLEIC_ACID_TESTS.quantity::<Person>().unwrap_err();
/// assert_eq!((error.metric(), error.asked()), (Metric::NUCLEIC_ACID_TESTS, Unit::Person));
/// assert_eq!(error.to_string(), "`nucleic-acid-tests` is in person-times, not in persons; ask for `unit::PersonTime`");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnitMismatch {
    metric: Metric,
    asked: Unit,
}

impl UnitMismatch {
    #[inline]
    pub(crate) const fn new(metric: Metric, asked: Unit) -> Self {
        Self { metric, asked }
    }

    /// The metric, which knows its [unit](Metric::unit).
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, unit::Yuan};
    /// let error = Metric::MARKET_ENTITIES.quantity::<Yuan>().unwrap_err();
    /// assert_eq!(error.metric(), Metric::MARKET_ENTITIES);
    /// ```
    #[must_use]
    #[inline]
    pub const fn metric(self) -> Metric {
        self.metric
    }

    /// The unit that was asked for.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, Unit, unit::Yuan};
    /// let error = Metric::MARKET_ENTITIES.quantity::<Yuan>().unwrap_err();
    /// assert_eq!(error.asked(), Unit::Yuan);
    /// ```
    #[must_use]
    #[inline]
    pub const fn asked(self) -> Unit {
        self.asked
    }
}

impl fmt::Display for UnitMismatch {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = self.metric.unit();
        let (name, asked) = (unit.name(), self.asked.name());
        let metric = self.metric;
        padding::pad(f, format_args!("`{metric}` is in {name}, not in {asked}; ask for `unit::{unit:?}`"))
    }
}

impl core::error::Error for UnitMismatch {}
