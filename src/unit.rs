//! [`Unit`], what a value counts or measures, and a marker type for each, for typed arithmetic. The units are rows of
//! `data/units.tsv`.
//!
//! A unit names what is counted, never a bare "number": persons and person-times are different
//! units, so that no sum of the two compiles.

use crate::Dimension;
use crate::columns::getters;
use crate::vocabulary::vocabulary;

include!(concat!(env!("OUT_DIR"), "/unit.rs"));
codes! {
    /// What a value counts or measures.
    ///
    /// [`Unit::metrics`] answers the query; [`MetricSet::unit`](crate::MetricSet::unit) narrows another.
    /// The marker type of the same name in [`unit`](crate::unit) is for typed arithmetic.
    /// `FromStr` reads the name of one too, and the codes of ISO 4217, UCUM, QUDT and UN/ECE Recommendation 20 that the table has.
    ///
    /// ```
    /// use yongkang_metrics::Unit;
    ///
    /// for &unit in Unit::ALL {
    ///     println!("{}: {} metrics", unit.name(), unit.metrics().len());
    /// }
    /// ```
    #[non_exhaustive]
    pub enum Unit, "unit";
}

getters! {
    Unit:

    /// What sort of quantity this unit measures, which says what arithmetic makes sense.
    dimension: Dimension = UNIT_DIMENSION;

    /// The English name of one: market entity. [`name`](Self::name) is in the plural where the unit counts things: market entities.
    name_singular: &'static str = UNIT_NAME_SINGULAR;

    /// The words by which the report prints this unit: what stands before the number, and after it.
    ///
    /// For who writes a figure as the report does, or looks for figures in this unit in another text. The build refuses a row whose
    /// printed figure has other words than these.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert_eq!(Unit::YuanPerPersonMonth.printed(), [("每人每月", "元")]);
    /// ```
    printed: &'static [(&'static str, &'static str)] = UNIT_PRINTED;

    /// The Chinese nouns for what this unit counts, where its measure word alone could mean something else.
    ///
    /// For who labels a figure in Chinese: 个 may be villages or problems, 个村 is certain. The audit finds a row of which the first
    /// word of `counted_zh` does not end with one of them.
    nouns: &'static [&'static str] = UNIT_NOUNS;

    /// How long one is, as an ISO 8601 duration such as `P1W`, which libraries for time read; `None` if this is no unit of time.
    duration: Option<&'static str> = UNIT_DURATION;
}

impl Unit {
    /// The Chinese measure word that stands behind a number: 家 of 企业, as in 21家. Money and what is counted by its own name have that:
    /// 元, 人.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert_eq!((Unit::Enterprise.name_zh(), Unit::Enterprise.measure_word()), ("企业", "家"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn measure_word(self) -> &'static str {
        match self.printed() {
            // The one that the table has first. Words before the number make a rate of it, which is not counted.
            [(before, measure), ..] if before.is_empty() => measure,
            _ => self.name_zh(),
        }
    }
}

/// The marker types of this module, one for each [`Unit`].
pub trait UnitType: sealed::Sealed {
    /// The unit that this type marks.
    const UNIT: Unit;
}

/// Units whose quantities can be negated, as a rise is by a fall: all but ranks.
pub trait Signed: sealed::Sealed {}

/// Units whose quantities have a true zero, so that the ratio of two of them means something: all
/// but ranks and percentages.
///
/// ```
/// use yongkang_metrics::{Estimate, Quantity, unit::RatioScale};
///
/// /// By how many percent it grew.
/// fn growth<U: RatioScale>(before: Quantity<U>, after: Quantity<U>) -> Option<Estimate> {
///     after.ratio(before).map(|times| (times - 1) * 100)
/// }
/// ```
pub trait RatioScale: Signed {}

/// Units whose quantities add up: money and counts, but no durations, rates, ranks or percentages. Of two lengths of time nobody
/// knows whether they ran side by side.
///
/// ```
/// use yongkang_metrics::{Quantity, unit::Additive};
///
/// fn net<U: Additive>(gained: Quantity<U>, lost: Quantity<U>) -> Quantity<U> {
///     gained - lost
/// }
/// ```
pub trait Additive: RatioScale {}

/// No unit: that of an [`Estimate`](crate::Estimate), which adds up with others and has ratios.
// No `UnitType`, as it marks no `Unit`. For the compiler that also keeps what is written for it apart from what is for all
// units: `Display` of a quantity prints the unit, and that of an `Estimate` has none to print.
pub struct NoUnit;

impl sealed::Sealed for NoUnit {}
impl Signed for NoUnit {}
impl RatioScale for NoUnit {}
impl Additive for NoUnit {}

mod sealed {
    // Sealed, so that traits may grow. `Send`, `Sync` and `'static`, so that a `Quantity` of any unit may cross threads.
    pub trait Sealed: Send + Sync + 'static {}
}

/// The words of our own units first, and of all that are common: a text does not say whose unit its figure is in.
#[cfg(any(feature = "audit", feature = "figures"))]
#[inline]
pub(crate) fn known() -> impl Iterator<Item = crate::model::figure::Known<'static>> {
    let own = Unit::ALL.iter().flat_map(|unit| unit.printed().iter().map(|words| (*words, unit.dimension())));
    own.chain(crate::model::units::COMMON.iter().copied())
}
