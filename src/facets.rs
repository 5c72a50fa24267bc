//! The facets that metrics are asked by: the one list of them.
//!
//! To add a facet, add a row. It gives [`MetricSet`] a method and [`Filter`](crate::Filter) a field, a builder and a part of its
//! text; where a metric has one value of a fixed list, the row says which, and the type of the values gets `metrics()`.

use crate::{
    AdminLevel, Aggregate, Category, Dimension, Metric, MetricSet, PeriodBasis, Precision, Section, StatType, Unit,
    columns,
};

macro_rules! facets {
    ($expand:ident) => {
        $expand! {
            category: Category, "of this category", |row| Some(columns::CATEGORY[row]);
            unit: Unit, "in this unit", |row| Some(columns::UNIT[row]);
            dimension: Dimension, "in any unit of this dimension", |row| Some(columns::UNIT[row].dimension());
            stat_type: StatType, "of this kind of statistic", |row| Some(columns::STAT_TYPE[row]);
            precision: Precision, "that are as precise as this", |row| Some(columns::PRECISION[row]);
            admin_level: AdminLevel, "that refer to this administrative level", |row| columns::ADMIN_LEVEL[row];
            section: Section, "that stand in this section of the report", |row| Some(columns::SECTION[row]);
            aggregate: Option<Aggregate>, "of this aggregate, or with `None` those that add up with nothing";
            period_basis: PeriodBasis, "whose period is stated, or assumed", |row| Some(columns::PERIOD_BASIS[row]);
            period: Period, "for exactly this period";
            within: Period, "whose period lies within this one";
        }
    };
}
pub(crate) use facets;

/// Gives the type of what each row has one of, or none, the set of the rows of each.
macro_rules! metrics {
    ($Type:ty, $whose:literal, |$row:ident| $value:expr) => {
        impl $Type {
            #[doc = concat!("The metrics ", $whose, ".")]
            #[must_use]
            #[inline]
            pub const fn metrics(self) -> MetricSet {
                // The compiler makes the sets from the column, so that no table has them a second time.
                static SETS: [MetricSet; <$Type>::ALL.len()] = {
                    let mut sets = [MetricSet::NONE; <$Type>::ALL.len()];
                    // A `while` loop, as `for` is not `const`.
                    let mut $row = 0;
                    while $row < columns::LEN {
                        if let Some(value) = $value {
                            let set = &mut sets[value.index()];
                            *set = set.with(Metric::at($row));
                        }
                        $row += 1;
                    }
                    sets
                };
                SETS[self.index()]
            }
        }
    };
}

// `aggregate`, `period` and `within` are written out beside the set: what belongs to none can be asked for too, and any two days.
macro_rules! sets {
    ($($facet:ident: $Type:ty, $whose:literal $(, |$row:ident| $value:expr)?;)+) => {$($(
        metrics! { $Type, $whose, |$row| $value }

        impl MetricSet {
            #[doc = concat!("Those ", $whose, ".")]
            #[must_use]
            #[inline]
            pub const fn $facet(self, $facet: $Type) -> Self {
                self.intersection($facet.metrics())
            }
        }
    )?)+};
}

facets!(sets);
metrics! { Aggregate, "that may be added under its name, of one unit, kind and period", |row| columns::AGGREGATE[row] }
