//! [`Estimate`]: a value, and the interval that the true one lies in.

use core::fmt;
use core::ops::{Add, Bound, Div, Mul, Neg, Sub};

use rust_decimal::Decimal;

use crate::{Bounds, padding, rounding};

/// A value as it is given, and the [`Bounds`] that the true one lies in, which go through every sum, product and ratio with it.
///
/// ```
/// use yongkang_metrics::Metric;
///
/// // Printed as 387.7亿元人民币, and 同比增长33%: what was it the year before, in billion yuan?
/// let trade = Metric::FOREIGN_TRADE_TOTAL.estimate() / 1_000_000_000;
/// let growth = Metric::FOREIGN_TRADE_GROWTH.estimate();
/// let year_before = trade / (1 + growth / 100);
/// assert_eq!(year_before.round_dp(3).to_string(), "29.150 (more than 29.037, less than 29.265)");
/// ```
///
/// The value is what `Decimal`'s arithmetic makes of the values, and no likelier than any other of the interval. It lies within the
/// bounds or at an excluded end of them, as that of `3万余` does. See [`Bounds`] for the rules of their arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Estimate {
    value: Decimal,
    bounds: Bounds,
}

impl Estimate {
    /// A value with its bounds, or `None` if it lies beyond one of them.
    ///
    /// ```
    /// # use yongkang_metrics::{Bounds, Decimal, Estimate};
    /// let bounds = Bounds::new(Decimal::ONE..Decimal::TEN).unwrap();
    /// assert!(Estimate::new(Decimal::TWO, bounds).is_some());
    /// assert!(Estimate::new(Decimal::ONE_HUNDRED, bounds).is_none());
    /// ```
    #[must_use]
    #[inline]
    pub fn new(value: Decimal, bounds: Bounds) -> Option<Self> {
        let found = Self::clamped(value, bounds);
        (found.value == value).then_some(found)
    }

    /// A value that is exactly so. So does `From`, which also takes the integers.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Estimate};
    /// assert_eq!(Estimate::from(10), Estimate::exact(Decimal::TEN));
    /// ```
    #[must_use]
    #[inline]
    pub const fn exact(value: Decimal) -> Self {
        Self { value, bounds: Bounds::exact(value) }
    }

    /// What the table says, in which values lie within their bounds or at an end of them.
    #[inline]
    pub(crate) const fn of_table(value: Decimal, bounds: Bounds) -> Self {
        Self { value, bounds }
    }

    /// `Decimal` may round a value to fewer digits than the ends have, and so past one of them.
    #[inline]
    fn clamped(mut value: Decimal, bounds: Bounds) -> Self {
        if let Bound::Included(end) | Bound::Excluded(end) = bounds.lower() {
            value = value.max(end);
        }
        if let Bound::Included(end) | Bound::Excluded(end) = bounds.upper() {
            value = value.min(end);
        }
        Self { value, bounds }
    }

    /// The value as given, or as computed from values as given.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric};
    /// assert_eq!(Metric::FOREIGN_TRADE_GROWTH.estimate().value(), Decimal::from(33));
    /// ```
    #[must_use]
    #[inline]
    pub const fn value(&self) -> Decimal {
        self.value
    }

    /// The interval that the true value lies in.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// assert_eq!(Metric::FOREIGN_TRADE_GROWTH.estimate().bounds().to_string(), "32.5 to 33.5");
    /// ```
    #[must_use]
    #[inline]
    pub const fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// The sum, or `None` if the value is out of the range of `Decimal`.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Estimate};
    /// assert_eq!(Estimate::from(1).checked_add(2), Some(Estimate::from(3)));
    /// assert_eq!(Estimate::exact(Decimal::MAX).checked_add(1), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn checked_add(self, other: impl Into<Self>) -> Option<Self> {
        let other = other.into();
        Some(Self::clamped(self.value.checked_add(other.value)?, self.bounds + other.bounds))
    }

    /// The difference, or `None` if the value is out of the range of `Decimal`.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Estimate};
    /// assert_eq!(Estimate::from(1).checked_sub(2), Some(Estimate::from(-1)));
    /// assert_eq!(Estimate::exact(Decimal::MIN).checked_sub(1), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn checked_sub(self, other: impl Into<Self>) -> Option<Self> {
        self.checked_add(-other.into())
    }

    /// The product, or `None` if the value is out of the range of `Decimal`.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Estimate};
    /// assert_eq!(Estimate::from(3).checked_mul(2), Some(Estimate::from(6)));
    /// assert_eq!(Estimate::exact(Decimal::MAX).checked_mul(2), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn checked_mul(self, other: impl Into<Self>) -> Option<Self> {
        let other = other.into();
        Some(Self::clamped(self.value.checked_mul(other.value)?, self.bounds * other.bounds))
    }

    /// The quotient, or `None` if the divisor may be zero or the value is out of the range of `Decimal`.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Estimate};
    /// assert_eq!(Estimate::from(3).checked_div(2), Some(Estimate::exact(Decimal::new(15, 1))));
    /// assert_eq!(Estimate::from(3).checked_div(0), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn checked_div(self, divisor: impl Into<Self>) -> Option<Self> {
        let divisor = divisor.into();
        let bounds = self.bounds.checked_div(divisor.bounds)?;
        Some(Self::clamped(self.value.checked_div(divisor.value)?, bounds))
    }

    /// The value rounded to so many digits after the point, half to even as `Decimal` does, and the bounds
    /// [outward](Bounds::round_dp).
    ///
    /// ```
    /// # use yongkang_metrics::Estimate;
    /// let third = Estimate::from(1) / 3;
    /// assert_eq!(third.round_dp(2).to_string(), "0.33 (more than 0.33, less than 0.34)");
    /// ```
    #[must_use]
    #[inline]
    pub fn round_dp(self, dp: u32) -> Self {
        Self::clamped(self.value.round_dp(dp), self.bounds.round_dp(dp))
    }
}

/// A number is exactly so.
impl<T: Into<Decimal>> From<T> for Estimate {
    #[inline]
    fn from(value: T) -> Self {
        Self::exact(value.into())
    }
}

impl Neg for Estimate {
    type Output = Self;

    #[inline]
    fn neg(self) -> Self {
        Self { value: rounding::negative(self.value), bounds: -self.bounds }
    }
}

/// The operators, which panic as those of `Decimal` do.
macro_rules! operators {
    ($($Operator:ident $operator:ident $checked:ident, $panics:literal;)+) => {
        $(
            #[doc = concat!("# Panics\n\nIf ", $panics, ", as `Decimal` itself does; [`Estimate::", stringify!($checked), "`] does not panic.")]
            impl<T: Into<Self>> $Operator<T> for Estimate {
                type Output = Self;

                #[inline]
                fn $operator(self, other: T) -> Self {
                    self.$checked(other).expect($panics)
                }
            }
        )+
    };
}

/// With a number first: `1 + growth / 100`.
macro_rules! numbers_first {
    ($($Number:ty)+) => {
        $(
            /// As the operator of `Estimate`, and so are its panics.
            impl Add<Estimate> for $Number {
                type Output = Estimate;

                #[inline]
                fn add(self, other: Estimate) -> Estimate {
                    Estimate::from(self) + other
                }
            }

            /// As the operator of `Estimate`, and so are its panics.
            impl Sub<Estimate> for $Number {
                type Output = Estimate;

                #[inline]
                fn sub(self, other: Estimate) -> Estimate {
                    Estimate::from(self) - other
                }
            }

            /// As the operator of `Estimate`, and so are its panics.
            impl Mul<Estimate> for $Number {
                type Output = Estimate;

                #[inline]
                fn mul(self, other: Estimate) -> Estimate {
                    Estimate::from(self) * other
                }
            }

            /// As the operator of `Estimate`, and so are its panics.
            impl Div<Estimate> for $Number {
                type Output = Estimate;

                #[inline]
                fn div(self, other: Estimate) -> Estimate {
                    Estimate::from(self) / other
                }
            }
        )+
    };
}

numbers_first! { i32 i64 Decimal }

operators! {
    Add add checked_add, "the value is out of the range of `Decimal`";
    Sub sub checked_sub, "the value is out of the range of `Decimal`";
    Mul mul checked_mul, "the value is out of the range of `Decimal`";
    Div div checked_div, "the divisor may be zero, or the value is out of the range of `Decimal`";
}

/// Prints the value, and in brackets the interval where it is not exact.
impl fmt::Display for Estimate {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { value, bounds } = self;
        if bounds.is_exact() {
            padding::pad(f, format_args!("{value}"))
        } else {
            padding::pad(f, format_args!("{value} ({bounds})"))
        }
    }
}
