//! [`Quantity`]: a value with its bounds, in a unit that the type names; and [`Estimate`], the same without a unit.

use alloc::format;
use alloc::string::String;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::iter::Sum;
use core::marker::PhantomData;
use core::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Sub, SubAssign};

use rust_decimal::Decimal;

use crate::unit::{Additive, NoUnit, RatioScale, Signed, UnitType};
use crate::{Bounds, Metric, Unit, padding, rounding};

/// A value, and the [`Bounds`] that the actual one lies in, in unit `U`: only sums that make sense compile.
///
/// Money adds to money and persons to persons, and the bounds go with the values:
///
/// ```
/// use yongkang_metrics::{Metric, unit};
///
/// let top = Metric::TOP_TALENTS_RECRUITED.quantity::<unit::Person>()?;
/// let leading = Metric::LEADING_TALENTS_RECRUITED.quantity::<unit::Person>()?;
/// assert_eq!((top + leading).to_string(), "29 persons");
///
/// // Printed as 387.7亿元人民币: what is that a month, over eleven months?
/// let trade = Metric::FOREIGN_TRADE_TOTAL.quantity::<unit::Yuan>()?;
/// assert_eq!(
///     format!("{:.0}", trade / 11),
///     "3524545455 yuan (more than 3524090909, 3525000000 or less)",
/// );
/// # Ok::<(), yongkang_metrics::UnitMismatch>(())
/// ```
///
/// Persons do not add to yuan, nor even to person-times:
///
/// ```compile_fail,E0308
/// use yongkang_metrics::{Metric, unit};
///
/// let persons = Metric::MEDICAL_WORKERS_SENT_TO_HUBEI.quantity::<unit::Person>()?;
/// let yuan = Metric::FIVE_REDUCTIONS_RELIEF.quantity::<unit::Yuan>()?;
/// let wrong = persons + yuan;
/// # Ok::<(), yongkang_metrics::UnitMismatch>(())
/// ```
///
/// ```compile_fail,E0308
/// use yongkang_metrics::{Metric, unit};
///
/// let persons = Metric::MEDICAL_WORKERS_SENT_TO_HUBEI.quantity::<unit::Person>()?;
/// let tests = Metric::NUCLEIC_ACID_TESTS.quantity::<unit::PersonTime>()?;
/// let wrong = persons + tests;
/// # Ok::<(), yongkang_metrics::UnitMismatch>(())
/// ```
///
/// Ranks, percentages and rates add to nothing, not even to their like:
///
/// ```compile_fail,E0369
/// use yongkang_metrics::{Metric, unit};
///
/// let credit = Metric::CITY_CREDIT_INDEX_RANK.quantity::<unit::Rank>()?;
/// let business = Metric::COUNTY_BUSINESS_ENVIRONMENT_RANK.quantity::<unit::Rank>()?;
/// let wrong = credit + business;
/// # Ok::<(), yongkang_metrics::UnitMismatch>(())
/// ```
///
/// ```compile_fail,E0369
/// use yongkang_metrics::{Metric, unit};
///
/// let growth = Metric::FOREIGN_TRADE_GROWTH.quantity::<unit::Percent>()?;
/// let wrong = growth + growth;
/// # Ok::<(), yongkang_metrics::UnitMismatch>(())
/// ```
///
/// ```compile_fail,E0600
/// use yongkang_metrics::{Decimal, Quantity, unit};
///
/// let wrong = -Quantity::<unit::Rank>::exact(Decimal::ONE);
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
/// A computed value is what `Decimal`'s arithmetic makes of the values, and no likelier than any other of the interval. It lies within
/// the bounds or at an excluded end of them, as that of `3万余` does. See [`Bounds`] for the rules of their arithmetic.
///
/// There is no `<`: of two quantities whose intervals overlap neither is less; see [`certainly_less`](Self::certainly_less).
pub struct Quantity<U> {
    value: Decimal,
    bounds: Bounds,
    unit: PhantomData<U>,
}

/// A value and its [`Bounds`] without a unit: for factors and growth rates, and for results whose unit has no type. It has all
/// methods and operators of a [`Quantity`], and takes numbers as exact.
///
/// ```
/// use yongkang_metrics::Metric;
///
/// // Printed as 387.7亿元人民币, and 同比增长33%: what was it the year before, in billion yuan?
/// let trade = Metric::FOREIGN_TRADE_TOTAL.estimate() / 1_000_000_000;
/// let growth = Metric::FOREIGN_TRADE_GROWTH.estimate();
/// let year_before = trade / (1 + growth / 100);
/// assert_eq!(format!("{year_before:.3}"), "29.150 (more than 29.037, less than 29.265)");
/// ```
pub type Estimate = Quantity<NoUnit>;

impl<U> Quantity<U> {
    /// A value of your own with its bounds, or `None` if it lies beyond one of them.
    ///
    /// ```
    /// # use yongkang_metrics::{Bounds, Decimal, Quantity, unit::Yuan};
    /// // Some 3 billion yuan, give or take a tenth.
    /// let [least, about, most] = [27, 30, 33].map(|tenths| Decimal::from(tenths * 100_000_000_i64));
    /// let budget = Quantity::<Yuan>::new(about, Bounds::new(least..=most).unwrap()).unwrap();
    /// assert_eq!(budget.to_string(), "3000000000 yuan (2700000000 to 3300000000)");
    /// assert!(Quantity::<Yuan>::new(about, Bounds::new(..least).unwrap()).is_none());
    /// ```
    #[must_use]
    pub fn new(value: Decimal, bounds: Bounds) -> Option<Self> {
        // A value at an excluded bound is allowed, as that of 3万余 is 30 000 itself.
        let found = Self::clamped(value, bounds);
        (found.value == value).then_some(found)
    }

    /// An exact quantity of your own, to compare with those of the report or add to them.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric, Quantity, unit::Yuan};
    /// let budget = Quantity::<Yuan>::exact(Decimal::from(3_000_000_000_i64));
    /// assert!(Metric::FIVE_REDUCTIONS_RELIEF.quantity::<Yuan>()?.certainly_less(budget));
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    #[must_use]
    pub const fn exact(value: Decimal) -> Self {
        Self::of_parts(value, Bounds::exact(value))
    }

    /// Unchecked: the value lies within the bounds or at an end of them, as in the table.
    pub(crate) const fn of_parts(value: Decimal, bounds: Bounds) -> Self {
        Self { value, bounds, unit: PhantomData }
    }

    /// The value, or the end of the bounds that it lies beyond.
    fn clamped(value: Decimal, bounds: Bounds) -> Self {
        // `Decimal` rounds values half to even, and so may take one past an end that was rounded outward to more digits.
        let [lower, upper] = bounds.ends();
        let value = lower.map_or(value, |end| value.max(end));
        Self::of_parts(upper.map_or(value, |end| value.min(end)), bounds)
    }

    /// The value as given, or as computed from values as given.
    #[must_use]
    pub const fn value(self) -> Decimal {
        self.value
    }

    /// The interval that the actual value lies in.
    #[must_use]
    pub const fn bounds(self) -> Bounds {
        self.bounds
    }

    /// Value and bounds without the unit, for arithmetic that the compiler cannot check.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, unit::{Project, Yuan}};
    /// // Yuan by projects: no type is the unit of that.
    /// let investment = Metric::TECHNICAL_UPGRADING_TOTAL_INVESTMENT.quantity::<Yuan>()?;
    /// let projects = Metric::TECHNICAL_UPGRADING_PROJECTS.quantity::<Project>()?;
    /// let average = investment.estimate() / projects.estimate();
    /// assert_eq!(format!("{average:.0}"), "17559242 (more than 17555292, less than 17563192)");
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    #[must_use]
    pub const fn estimate(self) -> Estimate {
        Quantity::of_parts(self.value, self.bounds)
    }

    /// The value rounded to `dp` digits after the point, half to even as `Decimal` does, and the bounds
    /// [outward](Bounds::round_dp).
    #[must_use]
    pub fn round_dp(self, dp: u32) -> Self {
        Self::clamped(self.value.round_dp(dp), self.bounds.round_dp(dp))
    }

    /// Whether this is less than `other`, whatever the actual values are; see [`Bounds::certainly_less`].
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, unit::Person};
    /// let top = Metric::TOP_TALENTS_RECRUITED.quantity::<Person>()?;
    /// assert!(top.certainly_less(Metric::LEADING_TALENTS_RECRUITED.quantity()?));
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    #[must_use]
    pub fn certainly_less(self, other: Self) -> bool {
        self.bounds.certainly_less(other.bounds)
    }

    /// Whether this is greater than `other`, whatever the actual values are; see [`Bounds::certainly_greater`].
    #[must_use]
    pub fn certainly_greater(self, other: Self) -> bool {
        self.bounds.certainly_greater(other.bounds)
    }
}

impl<U: UnitType> Quantity<U> {
    /// The unit, as a value.
    #[must_use]
    pub const fn unit(self) -> Unit {
        U::UNIT
    }
}

impl Estimate {
    /// The same as a quantity in unit `U`: for a result whose unit you know.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, unit::Yuan};
    /// // 33 % of 387.7亿元.
    /// let share = Metric::FOREIGN_TRADE_TOTAL.estimate() * Metric::FOREIGN_TRADE_GROWTH.estimate() / 100;
    /// assert_eq!(share.in_unit::<Yuan>().to_string(), "12794100000 yuan (12598625000 to 12989625000)");
    /// ```
    #[must_use]
    pub const fn in_unit<U: UnitType>(self) -> Quantity<U> {
        Quantity::of_parts(self.value, self.bounds)
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
    /// assert_eq!(format!("{ratio:.2}"), "1.41 (more than 1.40, less than 1.42)");
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
    pub fn ratio(self, other: Self) -> Option<Estimate> {
        // Not by `/`, whose divisor is a number: the result of this has another type, as the units cancel.
        self.estimate().checked_div(other.estimate())
    }

    /// Multiplies by `factor`; `None` if the value is out of the range of `Decimal`. For factors that your users type: `*` panics.
    #[must_use]
    pub fn checked_mul(self, factor: impl Into<Estimate>) -> Option<Self> {
        let factor = factor.into();
        Some(Self::clamped(self.value.checked_mul(factor.value)?, self.bounds * factor.bounds))
    }

    /// Divides by `divisor`; `None` if the divisor may be zero or the value is out of the range of `Decimal`. For divisors that your
    /// users type: `/` panics.
    #[must_use]
    pub fn checked_div(self, divisor: impl Into<Estimate>) -> Option<Self> {
        let divisor = divisor.into();
        // Bounds first: they refuse a divisor that may be zero though its value is not.
        let bounds = self.bounds.checked_div(divisor.bounds)?;
        Some(Self::clamped(self.value.checked_div(divisor.value)?, bounds))
    }
}

impl<U: Additive> Quantity<U> {
    /// The sum, or `None` if the value is out of the range of `Decimal`. For quantities that your users type: `+` panics.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Some(Self::clamped(self.value.checked_add(other.value)?, self.bounds + other.bounds))
    }

    /// The difference, or `None` if the value is out of the range of `Decimal`. For quantities that your users type: `-` panics.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        // Not by `Decimal`'s own, so that bounds are rounded and ordered in one place.
        self.checked_add(-other)
    }
}

// These are written by hand, as a derive would ask the marker types for the same traits.

impl<U> fmt::Debug for Quantity<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Quantity").field("value", &self.value).field("bounds", &self.bounds).finish()
    }
}

impl<U> Clone for Quantity<U> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<U> Copy for Quantity<U> {}

impl<U> PartialEq for Quantity<U> {
    fn eq(&self, other: &Self) -> bool {
        (self.value, self.bounds) == (other.value, other.bounds)
    }
}

impl<U> Eq for Quantity<U> {}

impl<U> Hash for Quantity<U> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.value, self.bounds).hash(state);
    }
}

/// The number is taken as exact.
impl<T: Into<Decimal>> From<T> for Estimate {
    fn from(value: T) -> Self {
        Self::exact(value.into())
    }
}

const OUT_OF_RANGE: &str = "the value is out of the range of `Decimal`";

/// What adds: two quantities, and a number to an estimate.
macro_rules! additive {
    ($Operator:ident $operator:ident, $checked:ident) => {
        /// # Panics
        ///
        /// If the value is out of the range of `Decimal`, 7.9 × 10^28 either way, as `Decimal` itself does; no sum of metrics
        /// comes near it.
        #[doc = concat!("[`Quantity::", stringify!($checked), "`] does not panic.")]
        impl<U: Additive> $Operator for Quantity<U> {
            type Output = Self;

            fn $operator(self, other: Self) -> Self {
                self.$checked(other).expect(OUT_OF_RANGE)
            }
        }

        #[doc = concat!("The number is taken as exact. Panics like `", stringify!($Operator), "` of two estimates.")]
        // Beside that of two quantities, as no `Quantity` is `Into<Decimal>`. By `Into<Estimate>` the two would overlap.
        impl<T: Into<Decimal>> $Operator<T> for Estimate {
            type Output = Self;

            fn $operator(self, other: T) -> Self {
                self.$operator(Self::from(other))
            }
        }
    };
}

additive! { Add add, checked_add }
additive! { Sub sub, checked_sub }

/// # Panics
///
/// As `Add` does. [`Quantity::checked_mul`] does not panic.
impl<U: RatioScale, T: Into<Estimate>> Mul<T> for Quantity<U> {
    type Output = Self;

    fn mul(self, factor: T) -> Self {
        self.checked_mul(factor).expect(OUT_OF_RANGE)
    }
}

/// # Panics
///
/// As `Add` does, and if the divisor may be zero. [`Quantity::checked_div`] does not panic.
impl<U: RatioScale, T: Into<Estimate>> Div<T> for Quantity<U> {
    type Output = Self;

    fn div(self, divisor: T) -> Self {
        self.checked_div(divisor).expect("the divisor may be zero, or the value is out of the range of `Decimal`")
    }
}

/// In place.
macro_rules! in_place {
    ($($Operator:ident $operator:ident, $OperatorAssign:ident $operator_assign:ident;)+) => {$(
        #[doc = concat!("Takes, and panics like, what `", stringify!($Operator), "` does.")]
        impl<U, T> $OperatorAssign<T> for Quantity<U>
        where
            Self: $Operator<T, Output = Self>,
        {
            fn $operator_assign(&mut self, other: T) {
                *self = self.$operator(other);
            }
        }

        impl<T: Into<Self>> $OperatorAssign<T> for Bounds {
            fn $operator_assign(&mut self, other: T) {
                *self = self.$operator(other);
            }
        }
    )+};
}

in_place! {
    Add add, AddAssign add_assign;
    Sub sub, SubAssign sub_assign;
    Mul mul, MulAssign mul_assign;
    Div div, DivAssign div_assign;
}

/// With a number first: `1 + growth / 100`.
// By type, as an impl for every `T: Into<Decimal>` is one for types of other crates, which Rust forbids.
macro_rules! number_first {
    ($($Number:ident)+) => {$(
        number_first! { $Number: Add add Estimate, Sub sub Estimate, Div div Estimate }
        number_first! { $Number: Add add Bounds, Sub sub Bounds, Mul mul Bounds, Div div Bounds }

        /// Same as, and panics like, the quantity by the number.
        impl<U: RatioScale> Mul<Quantity<U>> for $Number {
            type Output = Quantity<U>;

            fn mul(self, quantity: Quantity<U>) -> Quantity<U> {
                quantity * self
            }
        }
    )+};
    ($Number:ident: $($Operator:ident $operator:ident $Type:ident),+) => {$(
        /// Same as, and panics like, the operator of the number taken as exact.
        impl $Operator<$Type> for $Number {
            type Output = $Type;

            #[inline]
            fn $operator(self, other: $Type) -> $Type {
                $Type::from(self).$operator(other)
            }
        }
    )+};
}

number_first! { i32 i64 u32 u64 usize Decimal }

impl<U: Signed> Neg for Quantity<U> {
    type Output = Self;

    fn neg(self) -> Self {
        Self::of_parts(rounding::negative(self.value), -self.bounds)
    }
}

/// # Panics
///
/// As `Add` does.
impl<U: Additive> Sum for Quantity<U> {
    fn sum<I: Iterator<Item = Self>>(quantities: I) -> Self {
        quantities.fold(Self::default(), Self::add)
    }
}

/// # Panics
///
/// As `Add` does.
impl<'a, U: Additive> Sum<&'a Self> for Quantity<U> {
    fn sum<I: Iterator<Item = &'a Self>>(quantities: I) -> Self {
        quantities.copied().sum()
    }
}

/// Zero.
impl<U: Additive> Default for Quantity<U> {
    fn default() -> Self {
        // Only where sums are: a rank or a percentage has no zero to begin with.
        Self::exact(Decimal::ZERO)
    }
}

/// Prints the value and the English name of the unit, and in brackets the interval where it is not exact. A value that the interval
/// excludes, as that of `3万余`, is not printed: the interval says it all.
///
/// `{:.2}` prints what is [rounded](Quantity::round_dp) to two decimals, so that no number is printed that the interval excludes.
/// `{:+}`, `{:08}` and alignment are as those of a number.
///
/// ```
/// # use yongkang_metrics::Metric;
/// let trade = Metric::FOREIGN_TRADE_TOTAL.estimate() / 1_000_000_000;
/// assert_eq!(format!("{trade:.2}"), "38.77 (more than 38.76, less than 38.78)");
/// assert_eq!(format!("{trade:.0}"), "more than 38, less than 39");
/// ```
impl<U: UnitType> fmt::Display for Quantity<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.estimate().print(f, "", [U::UNIT.name_singular(), U::UNIT.name()])
    }
}

/// Prints the value, and in brackets the interval where it is not exact; in the same formats as a quantity.
impl fmt::Display for Estimate {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.print(f, "", [""; 2])
    }
}

impl Estimate {
    /// Prints it between a name, which may be empty, and what it counts, one of it or several, which may be too.
    #[inline]
    pub(crate) fn print(&self, f: &mut fmt::Formatter<'_>, name: &str, [one, several]: [&str; 2]) -> fmt::Result {
        let Self { value, bounds, .. } = f.precision().map_or(*self, |dp| self.round_dp(dp as u32));
        let interval = bounds.words(f);
        let (number, interval) = match bounds.contains(value) {
            true if bounds.is_exact() => (padding::number(f, value), String::new()),
            true => (padding::number(f, value), format!(" ({interval})")),
            false => (interval, String::new()),
        };
        // "1 person" is what one reads, however wide the interval behind it.
        let noun = if value == Decimal::ONE && bounds.contains(value) { one } else { several };
        let space = if noun.is_empty() { "" } else { " " };
        padding::pad_number(f, format_args!("{name}{number}{space}{noun}{interval}"))
    }
}

impl Metric {
    /// [Value](Self::value) and [bounds](Self::bounds) together, for arithmetic that keeps both.
    #[must_use]
    #[inline]
    pub const fn estimate(self) -> Estimate {
        Estimate::of_parts(self.value(), self.bounds())
    }

    /// Value and bounds as a quantity in unit `U`, for arithmetic that the compiler checks.
    ///
    /// # Errors
    ///
    /// If the metric is in another unit than `U`.
    ///
    /// ```
    /// use yongkang_metrics::{Metric, unit};
    ///
    /// # fn main() -> Result<(), yongkang_metrics::UnitMismatch> {
    /// let trade = Metric::FOREIGN_TRADE_TOTAL.quantity::<unit::Yuan>()?;
    /// assert_eq!(trade.to_string(), "38770000000 yuan (38765000000 to 38775000000)");
    ///
    /// let error = Metric::FOREIGN_TRADE_TOTAL.quantity::<unit::Person>().unwrap_err();
    /// assert_eq!(error.to_string(), "`foreign-trade-total` is in yuan, not in persons; ask for `unit::Yuan`");
    /// # Ok(())
    /// # }
    /// ```
    pub const fn quantity<U: UnitType>(self) -> Result<Quantity<U>, UnitMismatch> {
        // `==` is not `const` yet.
        if self.unit() as usize == U::UNIT as usize {
            Ok(self.estimate().in_unit())
        } else {
            Err(UnitMismatch { metric: self, asked: U::UNIT })
        }
    }
}

/// A metric is in another unit than the one asked for.
///
/// ```
/// use yongkang_metrics::{Metric, Unit, unit::Person};
///
/// let error = Metric::NUCLEIC_ACID_TESTS.quantity::<Person>().unwrap_err();
/// assert_eq!((error.metric, error.asked), (Metric::NUCLEIC_ACID_TESTS, Unit::Person));
/// assert_eq!(error.to_string(), "`nucleic-acid-tests` is in person-times, not in persons; ask for `unit::PersonTime`");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UnitMismatch {
    /// The metric, which knows its [unit](Metric::unit).
    pub metric: Metric,
    /// The unit that was asked for.
    pub asked: Unit,
}

impl fmt::Display for UnitMismatch {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self { metric, asked }, unit) = (self, self.metric.unit());
        let (name, asked) = (unit.name(), asked.name());
        padding::pad(f, format_args!("`{metric}` is in {name}, not in {asked}; ask for `unit::{unit:?}`"))
    }
}

impl core::error::Error for UnitMismatch {}
