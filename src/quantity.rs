//! [`Quantity`]: a value in a unit that the type names.

use core::fmt;
use core::iter::Sum;
use core::marker::PhantomData;
use core::ops::{Add, AddAssign, Sub, SubAssign};

use rust_decimal::Decimal;

use crate::unit::{Additive, RatioScale, UnitType};
use crate::{Metric, MetricSet, Unit, columns};

/// A value in unit `U`, so that only sums that make sense compile.
///
/// Money adds to money and persons to persons:
///
/// ```
/// use yongkang_metrics::{Category, Metric, Quantity, unit};
///
/// # fn main() -> Result<(), yongkang_metrics::UnitMismatch> {
/// let top = Metric::TOP_TALENTS_RECRUITED.quantity::<unit::Person>()?;
/// let leading = Metric::LEADING_TALENTS_RECRUITED.quantity::<unit::Person>()?;
/// assert_eq!((top + leading).to_string(), "29 persons");
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
/// What the types cannot know is whether two counts overlap: ask [`Metric::overlaps`] before you add. Nor do sums carry
/// [`Bounds`](crate::Bounds): they are of the values as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity<U: UnitType> {
    value: Decimal,
    unit: PhantomData<U>,
}

impl<U: UnitType> Quantity<U> {
    /// A quantity of your own, to compare or add to those of the report.
    ///
    /// ```
    /// # use rust_decimal::Decimal;
    /// # use yongkang_metrics::{Metric, Quantity, unit::Yuan};
    /// let budget = Quantity::<Yuan>::new(Decimal::from(3_000_000_000_i64));
    /// assert!(Metric::FIVE_REDUCTIONS_RELIEF.quantity::<Yuan>()? < budget);
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    #[must_use]
    #[inline]
    pub const fn new(value: Decimal) -> Self {
        Self { value, unit: PhantomData }
    }

    /// The value, in units of `U`.
    ///
    /// ```
    /// # use rust_decimal::Decimal;
    /// # use yongkang_metrics::{Quantity, unit::Day};
    /// assert_eq!(Quantity::<Day>::new(Decimal::TEN).value(), Decimal::TEN);
    /// ```
    #[must_use]
    #[inline]
    pub const fn value(self) -> Decimal {
        self.value
    }

    /// The unit, as a value.
    ///
    /// ```
    /// # use rust_decimal::Decimal;
    /// # use yongkang_metrics::{Quantity, Unit, unit::Day};
    /// assert_eq!(Quantity::<Day>::new(Decimal::TEN).unit(), Unit::Day);
    /// ```
    #[must_use]
    #[inline]
    pub const fn unit(self) -> Unit {
        U::UNIT
    }

    /// The same quantity in a smaller unit, where that is a whole number of them; `None` if it is out of range.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, unit::{Day, Week}};
    /// let power_back = Metric::TYPHOON_WATER_AND_POWER_RESTORATION_TIME.quantity::<Week>()?;
    /// assert_eq!(power_back.convert::<Day>().unwrap().to_string(), "7 days");
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    ///
    /// Months have no fixed number of days:
    ///
    /// ```compile_fail,E0277
    /// # use rust_decimal::Decimal;
    /// # use yongkang_metrics::{Quantity, unit::{Day, Month}};
    /// let wrong = Quantity::<Month>::new(Decimal::ONE).convert::<Day>();
    /// ```
    #[must_use]
    #[inline]
    pub fn convert<V: UnitType>(self) -> Option<Quantity<V>>
    where
        U: ExactlyIn<V>,
    {
        self.value.checked_mul(U::FACTOR.into()).map(Quantity::new)
    }
}

impl<U: RatioScale> Quantity<U> {
    /// How many times `other` this is; `None` if `other` is zero or the ratio is out of range.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, unit::Yuan};
    /// let reductions = Metric::FIVE_REDUCTIONS_RELIEF.quantity::<Yuan>()?;
    /// let trade = Metric::FOREIGN_TRADE_TOTAL.quantity::<Yuan>()?;
    /// assert_eq!(reductions.ratio(trade).unwrap().round_dp(3).to_string(), "0.069");
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    ///
    /// The 24th place is not twice the 12th:
    ///
    /// ```compile_fail,E0599
    /// # use rust_decimal::Decimal;
    /// # use yongkang_metrics::{Quantity, unit::Rank};
    /// let wrong = Quantity::<Rank>::new(Decimal::TEN).ratio(Quantity::new(Decimal::ONE));
    /// ```
    #[must_use]
    #[inline]
    pub fn ratio(self, other: Self) -> Option<Decimal> {
        self.value.checked_div(other.value)
    }
}

impl<U: Additive> Quantity<U> {
    /// The sum, or `None` if it is out of the range of [`Decimal`].
    ///
    /// ```
    /// # use rust_decimal::Decimal;
    /// # use yongkang_metrics::{Quantity, unit::Day};
    /// let most = Quantity::<Day>::new(Decimal::MAX);
    /// assert_eq!(most.checked_add(most), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.value.checked_add(other.value).map(Self::new)
    }

    /// The difference, or `None` if it is out of the range of [`Decimal`].
    ///
    /// ```
    /// # use rust_decimal::Decimal;
    /// # use yongkang_metrics::{Quantity, unit::Day};
    /// let week = Quantity::<Day>::new(Decimal::from(7));
    /// assert_eq!(week.checked_sub(week), Some(Quantity::new(Decimal::ZERO)));
    /// ```
    #[must_use]
    #[inline]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.value.checked_sub(other.value).map(Self::new)
    }
}

/// # Panics
///
/// If the sum is out of the range of [`Decimal`], 7.9 × 10^28 either way, as `Decimal` itself does; no sum of metrics
/// comes near it. [`Quantity::checked_add`] does not panic.
impl<U: Additive> Add for Quantity<U> {
    type Output = Self;

    #[inline]
    fn add(self, other: Self) -> Self {
        Self::new(self.value + other.value)
    }
}

/// # Panics
///
/// As `Add` does. [`Quantity::checked_sub`] does not panic.
impl<U: Additive> Sub for Quantity<U> {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        Self::new(self.value - other.value)
    }
}

impl<U: Additive> AddAssign for Quantity<U> {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl<U: Additive> SubAssign for Quantity<U> {
    #[inline]
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl<U: Additive> Sum for Quantity<U> {
    #[inline]
    fn sum<I: Iterator<Item = Self>>(quantities: I) -> Self {
        quantities.fold(Self::default(), Self::add)
    }
}

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
        Self::new(Decimal::ZERO)
    }
}

/// Prints the value and the English name of the unit.
impl<U: UnitType> fmt::Display for Quantity<U> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.value == Decimal::ONE { U::UNIT.name_singular() } else { U::UNIT.name() };
        write!(f, "{} {name}", self.value)
    }
}

/// Units of which each is a whole number of the smaller unit `V`.
///
/// ```
/// use yongkang_metrics::{ExactlyIn, unit::{Day, Week}};
///
/// assert_eq!(<Week as ExactlyIn<Day>>::FACTOR, 7);
/// ```
pub trait ExactlyIn<V: UnitType>: UnitType {
    /// How many `V` there are in one.
    const FACTOR: u32;
}

impl MetricSet {
    /// The sum of the values as printed.
    ///
    /// Mind the [overlaps](Metric::overlaps): where counts overlap their sum counts some things twice.
    ///
    /// # Errors
    ///
    /// If a metric of the set is in another unit than `U`: the first such.
    ///
    /// ```
    /// use yongkang_metrics::{Category, Metric, MetricSet, unit::Person};
    ///
    /// // Two ranks of one scale of talents: nobody is counted in both.
    /// let talents = MetricSet::from_iter([Metric::TOP_TALENTS_RECRUITED, Metric::LEADING_TALENTS_RECRUITED]);
    /// assert_eq!(talents.total::<Person>()?.to_string(), "29 persons");
    ///
    /// // Not all of the epidemic response is counted in persons.
    /// assert!(Category::EpidemicResponse.metrics().total::<Person>().is_err());
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    #[inline]
    pub fn total<U: Additive>(self) -> Result<Quantity<U>, UnitMismatch> {
        if let Some(other) = self.difference(U::UNIT.metrics()).first() {
            return Err(UnitMismatch::new(other, U::UNIT));
        }
        let sum = self.iter().map(|metric| columns::SCALED[metric.index()]).sum();
        Ok(Quantity::new(columns::decimal(sum, columns::SCALE).normalize()))
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
        write!(f, "`{}` is in {name}, not in {asked}; ask for `unit::{unit:?}`", self.metric)
    }
}

impl core::error::Error for UnitMismatch {}
