//! serde: codes and ids as strings, decimals as strings, dates as ISO 8601, sets as lists of ids.
//!
//! Written by hand: `serde_derive` would cost every user more to build than all the rest of this crate.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use rust_decimal::Decimal;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use crate::{
    AdminLevel, Category, Comparator, Dimension, ExclusionReason, Metric, MetricSet, Period, Record, Section, StatType,
    Unit,
};

/// Reads a string by `FromStr`, whose error becomes serde's.
struct Parse<T>(PhantomData<T>);

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Parse<T> {
    type Value = T;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    #[inline]
    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// `Serialize` by `Display`, `Deserialize` by `FromStr`.
macro_rules! as_string {
    ($($Type:ident)+) => {$(
        impl Serialize for $Type {
            #[inline]
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $Type {
            #[inline]
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Parse(PhantomData))
            }
        }
    )+};
}

as_string!(Metric Category Unit Dimension StatType AdminLevel Comparator ExclusionReason Period);

/// As a number.
impl Serialize for Section {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.number())
    }
}

impl<'de> Deserialize<'de> for Section {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u8::deserialize(deserializer)?;
        Self::new(number).ok_or_else(|| de::Error::custom(format_args!("{number} is {}", crate::ParseSectionError(()))))
    }
}

/// As a list of ids, in report order.
impl Serialize for MetricSet {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

/// From a list of ids, in any order.
impl<'de> Deserialize<'de> for MetricSet {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Ids;

        impl<'de> Visitor<'de> for Ids {
            type Value = MetricSet;

            #[inline]
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of ids of metrics")
            }

            #[inline]
            fn visit_seq<A: SeqAccess<'de>>(self, mut ids: A) -> Result<MetricSet, A::Error> {
                let mut set = MetricSet::NONE;
                while let Some(metric) = ids.next_element()? {
                    set = set.with(metric);
                }
                Ok(set)
            }
        }

        deserializer.deserialize_seq(Ids)
    }
}

/// A decimal as a string: as a number it would lose digits in most readers.
struct DecimalText(Decimal);

impl Serialize for DecimalText {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl FromStr for DecimalText {
    type Err = rust_decimal::Error;

    #[inline]
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Decimal::from_str_exact(text).map(Self)
    }
}

impl<'de> Deserialize<'de> for DecimalText {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Parse(PhantomData))
    }
}

type Text = Cow<'static, str>;

/// `Serialize` and `Deserialize` for `Record`, from its fields in order; `as` names the form in which a value travels.
macro_rules! record {
    ($($field:ident: $Type:ty $(as $Wire:ident)?,)+) => {
        impl Serialize for Record {
            #[inline]
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut row = serializer.serialize_struct("Record", Self::FIELDS.len())?;
                $(row.serialize_field(stringify!($field), record!(@out self.$field $(, $Wire)?))?;)+
                row.end()
            }
        }

        impl<'de> Visitor<'de> for Fields {
            type Value = Record;

            #[inline]
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a record with the fields of the table")
            }

            /// Formats without names have the fields in order.
            #[inline]
            fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> Result<Record, A::Error> {
                Ok(Record {
                    $($field: {
                        let value: Option<record!(@type $Type $(, $Wire)?)> = row.next_element()?;
                        let value = value.ok_or_else(|| de::Error::missing_field(stringify!($field)))?;
                        record!(@in value $(, $Wire)?)
                    },)+
                })
            }

            /// Formats with names may have them in any order, and more beside them.
            #[inline]
            fn visit_map<A: MapAccess<'de>>(self, mut row: A) -> Result<Record, A::Error> {
                $(let mut $field: Option<record!(@type $Type $(, $Wire)?)> = None;)+
                while let Some(name) = row.next_key::<String>()? {
                    match &*name {
                        $(stringify!($field) if $field.is_some() => {
                            return Err(de::Error::duplicate_field(stringify!($field)));
                        })+
                        $(stringify!($field) => $field = Some(row.next_value()?),)+
                        _ => {
                            row.next_value::<de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Record {
                    $($field: {
                        let value = $field.ok_or_else(|| de::Error::missing_field(stringify!($field)))?;
                        record!(@in value $(, $Wire)?)
                    },)+
                })
            }
        }
    };
    (@type $Type:ty) => { $Type };
    (@type $Type:ty, $Wire:ident) => { $Wire };
    (@out $value:expr) => { &$value };
    (@out $value:expr, $Wire:ident) => { &$Wire($value) };
    (@in $value:expr) => { $value };
    (@in $value:expr, $Wire:ident) => { $value.0 };
}

struct Fields;

record! {
    id: Metric,
    title: Text,
    title_zh: Text,
    category: Category,
    section: Section,
    source_start: u32,
    obs_text: Text,
    obs_value: Decimal as DecimalText,
    comparator: Option<Comparator>,
    unit: Unit,
    stat_type: StatType,
    time_period: Period,
    admin_level: Option<AdminLevel>,
    of_metric: Option<Metric>,
    note: Option<Text>,
    note_zh: Option<Text>,
    keywords: Text,
}

impl<'de> Deserialize<'de> for Record {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Record", Self::FIELDS, Fields)
    }
}
