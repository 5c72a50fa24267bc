//! [`Unit`], what a value counts or measures, and a marker type for each, for typed arithmetic. The units are rows of
//! `data/units.tsv`.
//!
//! A unit names what is counted, never a bare "number": persons and person-times are different
//! units, so that no sum of the two compiles.

use crate::Dimension;
use crate::columns;
use crate::vocabulary::coded;

include!(concat!(env!("OUT_DIR"), "/unit.rs"));

impl Unit {
    /// Every unit, in the order of its table.
    ///
    /// ```
    /// use yongkang_metrics::Unit;
    ///
    /// assert!(Unit::ALL.contains(&Unit::Yuan));
    /// ```
    pub const ALL: &'static [Self] = &columns::UNIT_ALL;

    /// The code by which the tables and `FromStr` name this unit.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert_eq!(Unit::PersonTime.code(), "person-time");
    /// ```
    #[must_use]
    #[inline]
    pub const fn code(self) -> &'static str {
        columns::UNIT_CODE[self as usize]
    }

    /// What sort of quantity this unit measures, which says what arithmetic makes sense.
    ///
    /// ```
    /// # use yongkang_metrics::{Dimension, Unit};
    /// assert_eq!(Unit::Yuan.dimension(), Dimension::Money);
    /// assert_eq!(Unit::YuanPerMu.dimension(), Dimension::MoneyRate);
    /// ```
    #[must_use]
    #[inline]
    pub const fn dimension(self) -> Dimension {
        columns::UNIT_DIMENSION[self as usize]
    }

    /// The English name, in the plural where the unit counts things.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert_eq!(Unit::MarketEntity.name(), "market entities");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        columns::UNIT_NAME[self as usize]
    }

    /// The English name for one of it.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert_eq!(Unit::MarketEntity.name_singular(), "market entity");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name_singular(self) -> &'static str {
        columns::UNIT_NAME_SINGULAR[self as usize]
    }

    /// The Chinese name.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert_eq!(Unit::MarketEntity.name_zh(), "户");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name_zh(self) -> &'static str {
        columns::UNIT_NAME_ZH[self as usize]
    }

    /// What this unit counts or measures, in an English sentence.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert!(Unit::PersonTime.about().contains("as often as"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn about(self) -> &'static str {
        columns::UNIT_ABOUT[self as usize]
    }

    /// What this unit counts or measures, in a Chinese sentence.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert!(Unit::PersonTime.about_zh().ends_with('。'));
    /// ```
    #[must_use]
    #[inline]
    pub const fn about_zh(self) -> &'static str {
        columns::UNIT_ABOUT_ZH[self as usize]
    }

    /// The words by which the report prints this unit: what stands before the number, and after it.
    ///
    /// The build refuses a row whose printed figure has other words than these.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert_eq!(Unit::YuanPerPersonMonth.printed(), [("每人每月", "元")]);
    /// ```
    #[must_use]
    #[inline]
    pub const fn printed(self) -> &'static [(&'static str, &'static str)] {
        columns::UNIT_PRINTED[self as usize]
    }

    /// The Chinese nouns for what this unit counts, where its measure word alone could mean something else.
    ///
    /// The build refuses a row whose Chinese title does not end with one of them and 数 or 项数.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert_eq!(Unit::Village.nouns(), ["村"]);
    /// ```
    #[must_use]
    #[inline]
    pub const fn nouns(self) -> &'static [&'static str] {
        columns::UNIT_NOUNS[self as usize]
    }

    /// How long one of it is, as an ISO 8601 duration, for units of time.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert_eq!(Unit::Week.duration(), Some("P1W"));
    /// assert_eq!(Unit::Yuan.duration(), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn duration(self) -> Option<&'static str> {
        columns::UNIT_DURATION[self as usize]
    }

    /// The codes of this unit in the standards that have one; the others are `None`.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// let yuan = Unit::Yuan.standard_codes();
    /// assert_eq!((yuan.iso_4217, yuan.qudt), (Some("CNY"), Some("CCY_CNY")));
    /// assert_eq!(Unit::Village.standard_codes().rec_20, None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn standard_codes(self) -> StandardCodes {
        columns::UNIT_STANDARD_CODES[self as usize]
    }
}

impl Unit {
    pub(crate) const KIND: &'static str = "unit";
    pub(crate) const CODES: &'static [&'static str] = &columns::UNIT_CODE;
}

coded!(Unit, "unit", &columns::UNIT_CODE);

/// The codes of a unit in the standards for exchange, for export and never for checking types.
///
/// UCUM's `a` and `mo`, and Recommendation 20's `ANN` and `MON`, are mean years and months of the Julian calendar, and so is QUDT's `YR`.
///
/// UCUM writes what is counted as an annotation (`{person}`), which its parsers drop: to them `{person}` and
/// `{rank}` are the same. [`Unit`] is what keeps them apart.
///
/// ```
/// # use yongkang_metrics::Unit;
/// assert_eq!(Unit::Percent.standard_codes().ucum, Some("%"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct StandardCodes {
    /// [UCUM](https://ucum.org/ucum), case sensitive; currencies and counts as annotations.
    pub ucum: Option<&'static str>,
    /// ISO 4217, for money.
    pub iso_4217: Option<&'static str>,
    /// The local name in [QUDT](https://www.qudt.org/doc/DOC_VOCAB-UNITS.html)'s unit vocabulary.
    pub qudt: Option<&'static str>,
    /// UN/ECE Recommendation 20, the common code.
    pub rec_20: Option<&'static str>,
}

/// The marker types of this module, one for each [`Unit`].
///
/// ```
/// use yongkang_metrics::unit::{Unit, UnitType, Yuan};
///
/// assert_eq!(Yuan::UNIT, Unit::Yuan);
/// ```
pub trait UnitType: sealed::Sealed {
    /// The unit that this type marks.
    const UNIT: Unit;
}

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
pub trait RatioScale: sealed::Sealed {}

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

/// No unit: that of an [`Estimate`](crate::Estimate), which adds up with others and has ratios.
pub struct NoUnit;

impl sealed::Sealed for NoUnit {}
impl RatioScale for NoUnit {}
impl Additive for NoUnit {}

mod sealed {
    pub trait Sealed: Send + Sync + 'static {}
}
