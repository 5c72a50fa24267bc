//! The tables as the build script wrote them: the categories, and a static for each column.
//!
//! Columns stand apart so that the linker drops those that a program does not read.

#[allow(unused_imports, reason = "tables may have no end of one of these kinds")]
use core::ops::Bound::{Excluded, Included, Unbounded};

use chrono::NaiveDate;
use rust_decimal::Decimal;

#[allow(unused_imports, reason = "tables may name nothing that is not printed")]
use crate::NotPrinted;
use crate::vocabulary::vocabulary;
use crate::{
    AdminLevel, Aggregate, Bounds, Comparator, Dataset, Dimension, Exclusion, ExclusionReason, Metric, ObsStatus,
    Period, PeriodBasis, Precision, Relation, Section, StatType, Unit,
};

/// Getters of a type: of each the column that it reads, at the index of the value.
macro_rules! getters {
    ($(#[$about:meta])* $Type:ident: $($(#[$page:meta])+ $getter:ident: $Value:ty = $COLUMN:ident $(as $Shown:ty)?;)+) => {
        $(#[$about])*
        impl $Type {$(
            $(#[$page])+
            #[must_use]
            #[inline]
            pub const fn $getter(self) -> $Value {
                $crate::columns::$COLUMN[self.index()] $(as $Shown)?
            }
        )+}
    };
}
pub(crate) use getters;

include!(concat!(env!("OUT_DIR"), "/category.rs"));
codes! {
    /// What a metric is about: the subject under which a reader would look for it.
    ///
    /// Each metric has one category, and each category has metrics, which are listed below with what one needs to know of them.
    /// [`Category::metrics`] answers the query; [`MetricSet::category`](crate::MetricSet::category) narrows another.
    ///
    /// ```
    /// use yongkang_metrics::Category;
    ///
    /// for &category in Category::ALL {
    ///     println!("{}: {} metrics", category.name(), category.metrics().len());
    /// }
    /// ```
    #[non_exhaustive]
    pub enum Category, "category";
}

include!(concat!(env!("OUT_DIR"), "/columns.rs"));

/// `mantissa` × 10^-`scale`. `Decimal` holds 96 bits, and the build refuses a figure that needs more.
#[inline]
pub const fn decimal(mantissa: i128, scale: u32) -> Decimal {
    let digits = mantissa.unsigned_abs();
    // `from_parts` takes what it is given, and would drop the digits beyond.
    assert!(digits >> 96 == 0 && scale <= 28);
    Decimal::from_parts(digits as u32, (digits >> 32) as u32, (digits >> 64) as u32, mantissa < 0, scale)
}

#[inline]
const fn period(start: [u32; 3], end: [u32; 3]) -> Period {
    // In a static, so that what is wrong stops the build of the crate and not the user's program.
    Period::new(day(start), day(end)).expect("the build has checked the order")
}

/// Its first and last day as numbers: what can be compared in `const`, and without counting the days of a `NaiveDate` anew.
#[inline]
pub const fn days(period: Period) -> [i32; 2] {
    [period.start().to_epoch_days(), period.end().to_epoch_days()]
}

#[inline]
const fn day([year, month, day]: [u32; 3]) -> NaiveDate {
    NaiveDate::from_ymd_opt(year as i32, month, day).expect("the build has checked the calendar")
}
