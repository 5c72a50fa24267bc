//! A record as serde_derive would have it: what the crate's own `Serialize` is held against.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};
use yongkang_metrics::{
    AdminLevel, Aggregate, Category, Comparator, Dimension, Metric, ObsStatus, PeriodBasis, Precision, Record, Section,
    StatType, Unit,
};

type Text = Cow<'static, str>;

macro_rules! derived {
    ($($(#[$attribute:meta])* $field:ident: $Type:ty,)+) => {
        #[derive(Serialize)]
        pub struct Derived {
            $($(#[$attribute])* $field: $Type,)+
        }

        impl From<Metric> for Derived {
            fn from(metric: Metric) -> Self {
                let record = Record::from(metric);
                Self { $($field: record.$field,)+ }
            }
        }
    };
}

derived! {
    id: Metric,
    title: Text,
    title_zh: Text,
    counted: Text,
    counted_zh: Text,
    category: Category,
    category_name: Text,
    category_name_zh: Text,
    section: Section,
    section_title: Text,
    section_title_zh: Text,
    source_start: u32,
    obs_text: Text,
    #[serde(with = "rust_decimal::serde::str")]
    obs_value: Decimal,
    comparator: Option<Comparator>,
    precision: Precision,
    #[serde(with = "rust_decimal::serde::str_option")]
    lower: Option<Decimal>,
    lower_included: bool,
    #[serde(with = "rust_decimal::serde::str_option")]
    upper: Option<Decimal>,
    upper_included: bool,
    unit: Unit,
    unit_name: Text,
    unit_name_zh: Text,
    dimension: Dimension,
    stat_type: StatType,
    #[serde(serialize_with = "shown")]
    period_start: NaiveDate,
    #[serde(serialize_with = "shown")]
    period_end: NaiveDate,
    period_basis: PeriodBasis,
    admin_level: Option<AdminLevel>,
    obs_status: Option<ObsStatus>,
    of_metric: Option<Metric>,
    aggregate: Option<Aggregate>,
    overlaps: Text,
    headline: Option<u32>,
    note: Option<Text>,
    note_zh: Option<Text>,
    keywords: Text,
}

fn shown<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}
