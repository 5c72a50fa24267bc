//! Marker types for typed arithmetic, one for each [`Unit`].
//!
//! A unit names what is counted, never a bare "number": persons and person-times are different
//! units, so that no sum of the two compiles.

// Apart from `units.rs`, which the build script compiles too: it has no use for these.

#[doc(inline)]
pub use crate::units::{StandardCodes, Unit};

/// Defines the marker types, and what arithmetic each allows.
macro_rules! define_markers {
    ($(
        $Name:ident = $code:literal, $Dimension:ident, $name:literal of $singular:literal, $name_zh:literal,
        printed $printed:expr, $(nouns $nouns:expr,)? codes { $($standard:ident: $standard_code:literal),* },
        $about:literal, $about_zh:literal;
    )+) => {
        $(
            #[doc = concat!("Marks a [`Quantity`](crate::Quantity) in [`Unit::", stringify!($Name), "`]: ", $about)]
            #[doc = concat!("\n\n```\nuse yongkang_metrics::unit::{", stringify!($Name), ", Unit, UnitType};\n")]
            #[doc = concat!("\nassert_eq!(", stringify!($Name), "::UNIT, Unit::", stringify!($Name), ");\n```")]
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $Name;

            impl UnitType for $Name {
                const UNIT: Unit = Unit::$Name;
            }
            impl sealed::Sealed for $Name {}
            define_markers!(@arithmetic $Dimension $Name);
        )+
    };
    (@arithmetic Money $Name:ident) => { define_markers!(@additive $Name); };
    (@arithmetic Count $Name:ident) => { define_markers!(@additive $Name); };
    (@arithmetic Duration $Name:ident) => { define_markers!(@additive $Name); };
    (@arithmetic MoneyRate $Name:ident) => { impl RatioScale for $Name {} };
    (@arithmetic Rank $Name:ident) => {};
    (@arithmetic Ratio $Name:ident) => {};
    (@additive $Name:ident) => {
        impl RatioScale for $Name {}
        impl Additive for $Name {}
    };
}

crate::units::for_each_unit!(define_markers);

/// The marker types of this module, one for each [`Unit`].
///
/// ```
/// use yongkang_metrics::unit::{Unit, UnitType, Yuan};
///
/// assert_eq!(Yuan::UNIT, Unit::Yuan);
/// ```
pub trait UnitType: sealed::Sealed + Copy + Ord + core::hash::Hash + core::fmt::Debug + Send + Sync + 'static {
    /// The unit that this type marks.
    const UNIT: Unit;
}

/// Units whose quantities have a true zero, so that the ratio of two of them means something: all
/// but ranks and percentages.
///
/// ```
/// use rust_decimal::Decimal;
/// use yongkang_metrics::{Quantity, unit::RatioScale};
///
/// fn doubled<U: RatioScale>(before: Quantity<U>, after: Quantity<U>) -> bool {
///     after.ratio(before) == Some(Decimal::TWO)
/// }
/// ```
pub trait RatioScale: UnitType {}

/// Units whose quantities add up: money, counts and durations, but no rates, ranks or percentages.
///
/// ```
/// use yongkang_metrics::{Quantity, unit::Additive};
///
/// fn net<U: Additive>(gained: Quantity<U>, lost: Quantity<U>) -> Quantity<U> {
///     gained - lost
/// }
/// ```
pub trait Additive: RatioScale {}

mod sealed {
    pub trait Sealed {}
}
