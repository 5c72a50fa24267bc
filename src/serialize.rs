//! serde: codes and ids as strings, decimals as strings, dates as ISO 8601, sets as lists of ids, all else as maps.
//!
//! Written by hand: `serde_derive` would cost every user more to build than all the rest of this crate.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use core::ops::Bound::Included;
use core::slice;
use core::str::FromStr;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::de::value::{BytesDeserializer, UnitDeserializer};
use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::period::day;
use crate::record::{Text, record_fields};
use crate::unit::UnitType;
use crate::unknown::quoted;
use crate::{
    AdminLevel, Aggregate, Bounds, Category, Citation, Comparator, Dimension, Estimate, Exclusion, ExclusionReason,
    Filter, Metric, MetricSet, ObsStatus, Period, PeriodBasis, Precision, Quantity, Record, Relation, Section,
    StatType, Total, Unit,
};

/// Reads a string by `FromStr`, whose error becomes serde's.
//
// Within a visitor, as a format then adds the line and column at which it is.
struct Parse<T>(PhantomData<T>);

/// What a visitor says that it expects.
macro_rules! expecting {
    ($what:literal) => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str($what)
        }
    };
}

/// The visits of a visitor that takes numbers as their texts.
macro_rules! visit_as_text {
    ($($visit:ident $Number:ident),+) => {$(
        fn $visit<E: de::Error>(self, number: $Number) -> Result<Self::Value, E> {
            self.visit_str(&number.to_string())
        }
    )+};
}

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Parse<T> {
    type Value = T;

    expecting!("a string");

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// `Serialize` as what `Display` prints, and `Deserialize` by `FromStr`.
macro_rules! as_string {
    ($($Type:ident)+) => {$(
        impl Serialize for $Type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $Type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Parse(PhantomData))
            }
        }
    )+};
}

as_string! {
    Metric Category Unit Aggregate Dimension StatType AdminLevel ObsStatus Comparator Precision PeriodBasis Relation ExclusionReason Period
}

/// As a number.
impl Serialize for Section {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.number())
    }
}

impl<'de> Deserialize<'de> for Section {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // By its text, for the error that `FromStr` has.
        u8::deserialize(deserializer)?.to_string().parse().map_err(de::Error::custom)
    }
}

/// As a list of ids, in report order.
impl Serialize for MetricSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

/// From a list of ids, in any order.
impl<'de> Deserialize<'de> for MetricSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Metric>::deserialize(deserializer).map(Self::from_iter)
    }
}

/// What is displayed, as a string: as a number a decimal would lose digits in most readers.
struct Shown<T>(T);

impl<T: fmt::Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A computed number as `Display` has it, without trailing zeros.
fn number(number: Decimal) -> Shown<Decimal> {
    Shown(number.normalize())
}

/// `Serialize` as a map of fields, each of which is an expression.
macro_rules! as_map {
    ($it:ident: $Type:ty $(where $U:ident)?, $name:literal; $($field:ident: $value:expr,)+) => {
        impl$(<$U: UnitType>)? Serialize for $Type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $it = self;
                // The same fields in every row, `null` or not: CSV takes its header from the first, and postcard has no names.
                let mut fields = serializer.serialize_struct($name, [$(stringify!($field)),+].len())?;
                $(fields.serialize_field(stringify!($field), &$value)?;)+
                fields.end()
            }
        }
    };
}

as_map! { it: Exclusion, "Exclusion";
    section: it.section,
    source_start: it.source_start,
    text: it.text,
    reason: it.reason,
    phrase: it.phrase,
}

as_map! { it: Citation, "Citation";
    metric: it.metric,
    text: Shown(it),
    bibtex: Shown(it.bibtex()),
}

as_map! { it: Total, "Total";
    aggregate: it.aggregate(),
    metrics: it.metrics,
    value: number(it.estimate.value()),
    bounds: it.estimate.bounds(),
    noun: it.noun(),
    noun_zh: it.noun_zh(),
}

/// `Serialize` as such a map, at whose end stand the ends of an interval.
macro_rules! as_ends {
    ($it:ident: $Type:ty $(where $U:ident)?, $name:literal; $($field:ident: $value:expr,)* ..$bounds:expr) => {
        as_map! { $it: $Type $(where $U)?, $name;
            $($field: $value,)*
            lower: $bounds.ends()[0].map(number),
            lower_included: matches!($bounds.lower(), Included(_)),
            upper: $bounds.ends()[1].map(number),
            upper_included: matches!($bounds.upper(), Included(_)),
        }
    };
}

as_ends! { it: Bounds, "Bounds"; ..it }
as_ends! { it: Estimate, "Estimate"; value: number(it.value()), ..it.bounds() }
as_ends! { it: Quantity<U> where U, "Quantity"; value: number(it.value()), unit: it.unit(), ..it.bounds() }

/// The name of a field.
struct Name {
    text: String,
    // csv gives names as bytes, and so does `InOrder` below.
    is_bytes: bool,
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Names;

        impl Visitor<'_> for Names {
            type Value = Name;

            expecting!("the name of a field");

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Name, E> {
                Ok(Name { text: name.to_owned(), is_bytes: false })
            }

            fn visit_bytes<E: de::Error>(self, name: &[u8]) -> Result<Name, E> {
                Ok(Name { text: String::from_utf8_lossy(name).into_owned(), is_bytes: true })
            }
        }

        deserializer.deserialize_identifier(Names)
    }
}

/// A decimal: read from a string always, and from a number where the format tells one from the other.
struct Number<const IS_TEXT: bool>(Decimal);

impl<'de, const IS_TEXT: bool> Deserialize<'de> for Number<IS_TEXT> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A `deserialize_any` of csv guesses at numbers and reads 0.1 in binary; one of postcard and its like fails.
        let decimal =
            if IS_TEXT { deserializer.deserialize_str(Exactly) } else { deserializer.deserialize_any(Exactly) };
        decimal.map(Self)
    }
}

struct Exactly;

/// Numbers are read exactly or not at all.
impl<'de> Visitor<'de> for Exactly {
    type Value = Decimal;

    expecting!("a decimal as a string, or a whole number");

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        // Not `parse`, which rounds what has more than 28 digits without a word.
        Decimal::from_str_exact(text)
            .map_err(|error| E::custom(format_args!("{} is not a decimal: {error}", quoted(text))))
    }

    // Since `Decimal::from` would panic beyond 96 bits.
    visit_as_text!(visit_i64 i64, visit_u64 u64, visit_i128 i128, visit_u128 u128);

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Decimal, A::Error> {
        let text = text_of_number(map, &self)?;
        match text.split_once(['e', 'E']) {
            // The digits first, as `from_scientific` rounds what has more than 28.
            Some((digits, _)) => {
                self.visit_str(digits).and_then(|_| Decimal::from_scientific(&text).map_err(de::Error::custom))
            }
            None => self.visit_str(&text),
        }
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Decimal, E> {
        exact(number).ok_or_else(|| {
            E::custom(format_args!(
                "{number} is a binary floating-point number, which may have lost digits; expected a string, as in \"{number}\""
            ))
        })
    }
}

/// A number as serde_json gives it where any crate of the program turns on its `arbitrary_precision`: a map of one field, its text.
fn text_of_number<'de, A: MapAccess<'de>>(mut map: A, expected: &dyn de::Expected) -> Result<String, A::Error> {
    match map.next_key::<Name>()? {
        Some(Name { text, .. }) if text == "$serde_json::private::Number" => map.next_value(),
        _ => Err(de::Error::invalid_type(de::Unexpected::Map, expected)),
    }
}

/// A binary number that is exactly a decimal of at most 15 digits: of so many, reading as a binary number loses none.
fn exact(number: f64) -> Option<Decimal> {
    let decimal = Decimal::from_f64_retain(number)?.normalize();
    let digits = decimal.mantissa();
    // A binary fraction of n places is a decimal of n places, whose digits are a multiple of 5^n. What `Decimal` rounded to make it
    // fit is none, other than zero.
    let is_exact = digits % 5_i128.pow(decimal.scale()) == 0 && (digits != 0 || number == 0.0);
    (is_exact && digits.abs() < 10_i128.pow(15)).then_some(decimal)
}

/// A value of a record in the form in which it travels, by the word behind `as` in the list of fields.
macro_rules! form {
    ($value:expr) => {
        &$value
    };
    ($value:expr, Maybe) => {
        &$value.map(Shown)
    };
    ($value:expr, $Form:ident) => {
        &Shown(&$value)
    };
    (@read $row:ident, $is_text:expr $(, Blank)?) => {
        $row.next_value()?
    };
    (@read $row:ident, $is_text:expr, Shown) => {
        day(&$row.next_value::<String>()?).ok_or_else(|| de::Error::custom("expected a day as 2021-01-31"))?
    };
    (@read $row:ident, $is_text:expr, Maybe) => {
        if $is_text {
            $row.next_value::<Option<Number<true>>>()?.map(|number| number.0)
        } else {
            $row.next_value::<Option<Number<false>>>()?.map(|number| number.0)
        }
    };
    (@read $row:ident, $is_text:expr, Number) => {
        if $is_text { $row.next_value::<Number<true>>()?.0 } else { $row.next_value::<Number<false>>()?.0 }
    };
    (@absent) => {
        de::Deserialize::deserialize(UnitDeserializer::<de::value::Error>::new()).ok()
    };
    (@absent Blank) => {
        Some(Text::default())
    };
    (@absent Maybe) => {
        Some(None)
    };
    (@absent $Form:ident) => {
        None
    };
}

struct Fields;

macro_rules! record {
    ($metric:ident: $($(#[$doc:meta])+ $field:ident: $Type:ty $(as $Form:ident)? = $value:expr;)+) => {
        as_map! { row: Record, "Record"; $($field: form!(row.$field $(, $Form)?),)+ }

        impl<'de> Visitor<'de> for Fields {
            type Value = Record;

            expecting!("a record with its fields");

            /// Formats without names have the fields in order.
            fn visit_seq<A: SeqAccess<'de>>(self, values: A) -> Result<Record, A::Error> {
                // By way of a map, so that the list of fields is expanded once more and not twice.
                self.visit_map(InOrder { names: Record::FIELDS.iter(), name: "", values })
            }

            /// Formats with names may have them in any order, and more beside them.
            fn visit_map<A: MapAccess<'de>>(self, mut row: A) -> Result<Record, A::Error> {
                // An option for each field, as serde_derive has it, so that the fields may come in any order.
                $(let mut $field: Option<$Type> = None;)+
                while let Some(Name { text, is_bytes }) = row.next_key()? {
                    match &*text {
                        $(stringify!($field) => {
                            let value = form!(@read row, is_bytes $(, $Form)?);
                            if $field.replace(value).is_some() {
                                return Err(de::Error::duplicate_field(stringify!($field)));
                            }
                        })+
                        // Read and dropped: the next key is behind it. A newer version may have more fields.
                        _ => drop(row.next_value::<de::IgnoredAny>()?),
                    }
                }
                Ok(Record {
                    $($field: match $field.or_else(|| form!(@absent $($Form)?)) {
                        Some(value) => value,
                        None => return Err(de::Error::missing_field(stringify!($field))),
                    },)+
                })
            }
        }
    };
}

record_fields!(record);

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Record", Self::FIELDS, Fields)
    }
}

/// A sequence read as a map, to which it adds the names. They are bytes, so that decimals are asked for as text: formats without names
/// do not say what a value is.
struct InOrder<A> {
    names: slice::Iter<'static, &'static str>,
    /// That of the value which comes next.
    name: &'static str,
    values: A,
}

impl<'de, A: SeqAccess<'de>> MapAccess<'de> for InOrder<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        let Some(name) = self.names.next() else { return Ok(None) };
        self.name = name;
        seed.deserialize(BytesDeserializer::new(name.as_bytes())).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        let value = self.values.next_element_seed(seed)?;
        value.ok_or_else(|| de::Error::missing_field(self.name))
    }
}

/// As its text.
impl Serialize for Filter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// From its text, or from a map of lists or of texts, as forms send one and `flatten` gives one.
impl<'de> Deserialize<'de> for Filter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Facets;

        impl<'de> Visitor<'de> for Facets {
            type Value = Filter;

            expecting!("a filter as text, or a map from facets to lists of values");

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Filter, E> {
                text.parse().map_err(E::custom)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut lists: A) -> Result<Filter, A::Error> {
                let mut filter = Filter::new();
                while let Some(facet) = lists.next_key::<Name>()? {
                    // Refuses an unknown facet, even one without values.
                    filter = filter.facet(&facet.text, "").map_err(de::Error::custom)?;
                    for values in lists.next_value::<Values>()?.0 {
                        filter = filter.facet(&facet.text, &values).map_err(de::Error::custom)?;
                    }
                }
                Ok(filter)
            }
        }

        // Formats that do not say what a value is, such as postcard, have the text.
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(Facets)
        } else {
            deserializer.deserialize_str(Facets)
        }
    }
}

/// The values of a facet: a list, or one alone, each a text or a whole number.
struct Values(Vec<String>);

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The list itself is the visitor, and one value is a list of one: forms send a text where one box is ticked.
        deserializer.deserialize_any(Self(Vec::new()))
    }
}

impl<'de> Visitor<'de> for Values {
    type Value = Self;

    expecting!("a list of values");

    fn visit_str<E: de::Error>(mut self, value: &str) -> Result<Self, E> {
        self.0.push(value.to_owned());
        Ok(self)
    }

    visit_as_text!(visit_i64 i64, visit_u64 u64);

    /// `null`: no values.
    fn visit_unit<E: de::Error>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self, A::Error> {
        let text = text_of_number(map, &self)?;
        self.visit_str(&text)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut values: A) -> Result<Self, A::Error> {
        while let Some(Self(more)) = values.next_element()? {
            self.0.extend(more);
        }
        Ok(self)
    }
}

/// What an audit finds.
#[cfg(feature = "audit")]
mod audits {
    use serde::ser::{Serialize, SerializeStruct as _, Serializer};

    use crate::{Audit, Finding, FindingKind, Source, Subject};

    as_map! { it: Audit, "Audit";
        source: it.source,
        is_clean: it.is_clean(),
        numeral_count: it.numeral_count(),
        findings: it.findings,
        left_out: it.left_out,
    }

    as_map! { it: Finding, "Finding";
        subject: it.subject,
        kind: it.kind,
        expected: it.expected,
        found: it.found,
        line: it.line,
        column: it.column,
    }

    /// As `"numeral"`, or `{"metric": …}` with the row: a map, as YAML has a notation of its own for variants.
    impl Serialize for Subject {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self {
                Self::Report => serializer.serialize_str("report"),
                Self::Section(row) => serializer.collect_map([("section", row)]),
                Self::Metric(row) => serializer.collect_map([("metric", row)]),
                Self::Exclusion(row) => serializer.collect_map([("exclusion", row)]),
                Self::Category(row) => serializer.collect_map([("category", row)]),
                Self::Unit(row) => serializer.collect_map([("unit", row)]),
                Self::Aggregate(row) => serializer.collect_map([("aggregate", row)]),
                Self::Heading => serializer.serialize_str("heading"),
                Self::Numeral => serializer.serialize_str("numeral"),
            }
        }
    }

    /// As a name in kebab case.
    macro_rules! as_name {
        ($Type:ident: $($Variant:ident $name:literal,)+) => {
            impl Serialize for $Type {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(match self { $(Self::$Variant => $name),+ })
                }
            }
        };
    }

    as_name!(Source: Identical "identical", SameText "same-text", Different "different",);
    as_name!(FindingKind:
        Length "length",
        Section "section",
        Text "text",
        NotWhole "not-whole",
        Indicators "indicators",
        Period "period",
        Status "status",
        Quoted "quoted",
        HasUnit "has-unit",
        Wording "wording",
        Unaccounted "unaccounted",
        AccountedTwice "accounted-twice",
    );
}
