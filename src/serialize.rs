//! serde: codes and ids as strings, decimals as strings, dates as ISO 8601, sets as lists of ids, all else as maps.
//!
//! Written by hand: `serde_derive` would cost every user more to build than all the rest of this crate.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;
use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::record::end;
use crate::unit::UnitType;
use crate::{
    AdminLevel, Bounds, Category, Citation, Comparator, Dimension, Estimate, Exclusion, ExclusionReason, Metric,
    MetricSet, Period, Quantity, Query, Record, Section, StatType, Unit, UnknownCode,
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

/// `Serialize` as a string, by what writes it; `Deserialize` by `FromStr`.
macro_rules! as_string {
    ($($Type:ident: |$value:ident, $serializer:ident| $written:expr,)+) => {$(
        impl Serialize for $Type {
            #[inline]
            fn serialize<S: Serializer>(&self, $serializer: S) -> Result<S::Ok, S::Error> {
                let $value = *self;
                $written
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

as_string! {
    Metric: |metric, serializer| serializer.serialize_str(metric.id()),
    Category: |category, serializer| serializer.serialize_str(category.code()),
    Unit: |unit, serializer| serializer.serialize_str(unit.code()),
    Dimension: |dimension, serializer| serializer.serialize_str(dimension.code()),
    StatType: |stat_type, serializer| serializer.serialize_str(stat_type.code()),
    AdminLevel: |level, serializer| serializer.serialize_str(level.code()),
    Comparator: |comparator, serializer| serializer.serialize_str(comparator.code()),
    ExclusionReason: |reason, serializer| serializer.serialize_str(reason.code()),
    Period: |period, serializer| serialize_period(period, serializer),
}

/// As `Display` prints it, which takes chrono a fifth of all that a record takes.
#[inline]
fn serialize_period<S: Serializer>(period: Period, serializer: S) -> Result<S::Ok, S::Error> {
    let mut text = *b"0000-00-00/0000-00-00";
    for (start, day) in [(0, period.start()), (11, period.end())] {
        if !(0..=9999).contains(&day.year()) {
            return serializer.collect_str(&period);
        }
        for (digits, mut number) in [(0..4, day.year().unsigned_abs()), (5..7, day.month()), (8..10, day.day())] {
            for at in digits.rev() {
                text[start + at] += (number % 10) as u8;
                number /= 10;
            }
        }
    }
    serializer.serialize_str(core::str::from_utf8(&text).expect("ASCII"))
}

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

/// What is displayed, as a string: as a number a decimal would lose digits in most readers.
pub struct Shown<T>(pub T);

impl<T: fmt::Display> Serialize for Shown<T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// The form in which a value travels.
pub trait Wire {
    fn wire(&self) -> impl Serialize;
}

macro_rules! wire {
    ($($Type:ty: |$value:ident| $wire:expr;)+) => {$(
        impl Wire for $Type {
            #[inline]
            fn wire(&self) -> impl Serialize {
                let $value = self;
                $wire
            }
        }
    )+};
}

wire! {
    Decimal: |it| Shown(it);
    Option<Decimal>: |it| it.map(Shown);
    NaiveDate: |it| Shown(it);
    MetricSet: |it| Shown(it);
    bool: |it| it;
    u32: |it| it;
    &'static str: |it| it;
    Option<&'static str>: |it| it;
    String: |it| it;
    Metric: |it| it;
    Option<Metric>: |it| it;
    Category: |it| it;
    Unit: |it| it;
    Dimension: |it| it;
    StatType: |it| it;
    Section: |it| it;
    Option<AdminLevel>: |it| it;
    Option<Comparator>: |it| it;
}

/// `Serialize` as a map of fields, each of which is an expression.
macro_rules! fields {
    ($value:ident: $Type:ty, $name:literal; $($field:ident: $wire:expr,)+) => {
        impl serde::Serialize for $Type {
            #[inline]
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct as _;

                let $value = self;
                let mut fields = serializer.serialize_struct($name, [$(stringify!($field)),+].len())?;
                $(fields.serialize_field(stringify!($field), &$wire)?;)+
                fields.end()
            }
        }
    };
}
pub(crate) use fields;

fields! { it: Exclusion, "Exclusion";
    section: it.section(),
    source_start: it.source_start(),
    text: it.text(),
    reason: it.reason(),
}

fields! { it: Citation, "Citation";
    metric: it.metric,
    text: Shown(it),
    bibtex: Shown(it.bibtex()),
}

fields! { it: Bounds, "Bounds";
    lower: end(it.lower()).0.map(Shown),
    lower_included: end(it.lower()).1,
    upper: end(it.upper()).0.map(Shown),
    upper_included: end(it.upper()).1,
}

fields! { it: Estimate, "Estimate";
    value: Shown(it.value()),
    lower: end(it.bounds().lower()).0.map(Shown),
    lower_included: end(it.bounds().lower()).1,
    upper: end(it.bounds().upper()).0.map(Shown),
    upper_included: end(it.bounds().upper()).1,
}

impl<U: UnitType> Serialize for Quantity<U> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (lower, upper) = (end(self.bounds().lower()), end(self.bounds().upper()));
        let mut fields = serializer.serialize_struct("Quantity", 6)?;
        fields.serialize_field("value", &Shown(self.value()))?;
        fields.serialize_field("unit", &self.unit())?;
        fields.serialize_field("lower", &lower.0.map(Shown))?;
        fields.serialize_field("lower_included", &lower.1)?;
        fields.serialize_field("upper", &upper.0.map(Shown))?;
        fields.serialize_field("upper_included", &upper.1)?;
        fields.end()
    }
}

/// The name of a field.
struct Name {
    text: String,
    /// A format that gives names as bytes (csv) has nothing but text, in which it guesses numbers if it is asked for any value.
    is_bytes: bool,
}

impl<'de> Deserialize<'de> for Name {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Names;

        impl Visitor<'_> for Names {
            type Value = Name;

            #[inline]
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field")
            }

            #[inline]
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Name, E> {
                Ok(Name { text: name.to_owned(), is_bytes: false })
            }

            #[inline]
            fn visit_bytes<E: de::Error>(self, name: &[u8]) -> Result<Name, E> {
                Ok(Name { text: String::from_utf8_lossy(name).into_owned(), is_bytes: true })
            }
        }

        deserializer.deserialize_identifier(Names)
    }
}

/// How a decimal is read: from a string always, and from a number where the format has both.
#[derive(Clone, Copy)]
struct AsDecimal {
    is_text: bool,
}

impl<'de> DeserializeSeed<'de> for AsDecimal {
    type Value = Decimal;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Decimal, D::Error> {
        if self.is_text { deserializer.deserialize_str(self) } else { deserializer.deserialize_any(self) }
    }
}

/// Numbers are read exactly or not at all.
impl Visitor<'_> for AsDecimal {
    type Value = Decimal;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal as a string, or a whole number")
    }

    #[inline]
    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        Decimal::from_str_exact(text)
            .map_err(|error| E::custom(format_args!("obs_value: {text:?} is not a decimal: {error}")))
    }

    #[inline]
    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Decimal, E> {
        Ok(number.into())
    }

    #[inline]
    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Decimal, E> {
        Ok(number.into())
    }

    #[inline]
    fn visit_i128<E: de::Error>(self, number: i128) -> Result<Decimal, E> {
        self.visit_str(&number.to_string())
    }

    #[inline]
    fn visit_u128<E: de::Error>(self, number: u128) -> Result<Decimal, E> {
        self.visit_str(&number.to_string())
    }

    #[inline]
    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Decimal, E> {
        exact(number).ok_or_else(|| {
            E::custom(format_args!(
                "obs_value: {number} is a binary floating-point number, which may have lost digits; expected a string, as in \"{number}\""
            ))
        })
    }
}

/// A binary number as a decimal, if it is one of at most 15 digits. No text of so many digits is read as another number.
#[inline]
fn exact(number: f64) -> Option<Decimal> {
    let bits = number.to_bits();
    let (exponent, fraction) = ((bits >> 52 & 0x7FF) as i32, bits & ((1 << 52) - 1));
    if bits << 1 == 0 {
        return Some(Decimal::ZERO);
    }
    // An odd number times a power of two; denormal numbers are far too small, and so is what is none too large.
    let odd = (fraction | 1 << 52) >> (fraction | 1 << 52).trailing_zeros();
    let power = exponent - 1075 + (fraction | 1 << 52).trailing_zeros() as i32;
    let (digits, scale) = match power {
        0..50 => (i128::from(odd) << power, 0),
        -28..0 => (i128::from(odd) * 5_i128.pow(power.unsigned_abs()), power.unsigned_abs()),
        _ => return None,
    };
    let signed = if number < 0.0 { -digits } else { digits };
    (digits < 10_i128.pow(15)).then(|| Decimal::from_i128_with_scale(signed, scale))
}

type Text = Cow<'static, str>;

/// `Serialize` and `Deserialize` for `Record`, from its fields in order; `as` names the form in which a value travels, and what has
/// a default may be left out.
macro_rules! record {
    ($($field:ident: $Type:ty $(as $seed:ident)? $(= $default:expr)?,)+) => {
        fields! { row: Record, "Record"; $($field: record!(@out row.$field $(, $seed)?),)+ }

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
                        let value: Option<$Type> = record!(@element row $(, $seed)?);
                        value.ok_or_else(|| de::Error::missing_field(stringify!($field)))?
                    },)+
                })
            }

            /// Formats with names may have them in any order, and more beside them.
            #[inline]
            fn visit_map<A: MapAccess<'de>>(self, mut row: A) -> Result<Record, A::Error> {
                $(let mut $field: Option<$Type> = None;)+
                while let Some(name) = row.next_key::<Name>()? {
                    match &*name.text {
                        $(stringify!($field) if $field.is_some() => {
                            return Err(de::Error::duplicate_field(stringify!($field)));
                        })+
                        $(stringify!($field) => $field = Some(record!(@value row, name $(, $seed)?)),)+
                        _ => {
                            row.next_value::<de::IgnoredAny>()?;
                        }
                    }
                }
                $(let $field = $field$(.or(Some($default)))?;)+
                Ok(Record { $($field: $field.ok_or_else(|| de::Error::missing_field(stringify!($field)))?,)+ })
            }
        }
    };
    (@out $value:expr) => { $value };
    (@out $value:expr, $seed:ident) => { Shown($value) };
    (@element $row:ident) => { $row.next_element()? };
    (@element $row:ident, $seed:ident) => { $row.next_element_seed($seed { is_text: true })? };
    (@value $row:ident, $name:ident) => { $row.next_value()? };
    (@value $row:ident, $name:ident, $seed:ident) => { $row.next_value_seed($seed { is_text: $name.is_bytes })? };
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
    obs_value: Decimal as AsDecimal,
    comparator: Option<Comparator> = None,
    unit: Unit,
    stat_type: StatType,
    time_period: Period,
    admin_level: Option<AdminLevel> = None,
    of_metric: Option<Metric> = None,
    note: Option<Text> = None,
    note_zh: Option<Text> = None,
    keywords: Text = Text::default(),
}

impl<'de> Deserialize<'de> for Record {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Record", Self::FIELDS, Fields)
    }
}

/// As a map of lists, without those that are empty where a reader sees names.
impl Serialize for Query {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[cfg(feature = "search")]
        let search = &self.search;
        #[cfg(not(feature = "search"))]
        let search = &Vec::<String>::new();
        let empty = [
            self.category.is_empty(),
            self.unit.is_empty(),
            self.dimension.is_empty(),
            self.stat_type.is_empty(),
            self.admin_level.is_empty(),
            self.section.is_empty(),
            self.period.is_empty(),
            self.within.is_empty(),
            search.is_empty(),
        ];
        // Formats without names need every list in its place.
        let is_whole = !serializer.is_human_readable();
        let len = empty.iter().filter(|empty| is_whole || !**empty).count();
        let mut lists = Lists { to: serializer.serialize_struct("Query", len)?, is_whole };
        lists.list("category", &self.category)?;
        lists.list("unit", &self.unit)?;
        lists.list("dimension", &self.dimension)?;
        lists.list("stat_type", &self.stat_type)?;
        lists.list("admin_level", &self.admin_level)?;
        lists.list("section", &self.section)?;
        lists.list("period", &self.period)?;
        lists.list("within", &self.within)?;
        lists.list("search", search)?;
        lists.to.end()
    }
}

struct Lists<S> {
    to: S,
    is_whole: bool,
}

impl<S: SerializeStruct> Lists<S> {
    #[inline]
    fn list<T: Serialize>(&mut self, name: &'static str, list: &Vec<T>) -> Result<(), S::Error> {
        if self.is_whole || !list.is_empty() { self.to.serialize_field(name, list) } else { self.to.skip_field(name) }
    }
}

/// From a map of lists, or of texts as a URL's query string has them; without names, from lists in the order of the facets.
impl<'de> Deserialize<'de> for Query {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Facets;

        impl<'de> Visitor<'de> for Facets {
            type Value = Query;

            #[inline]
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map from facets to lists of values")
            }

            #[inline]
            fn visit_seq<A: SeqAccess<'de>>(self, mut lists: A) -> Result<Query, A::Error> {
                let mut query = Query::new();
                next::<Category, _>(&mut query, &mut lists, "category")?;
                next::<Unit, _>(&mut query, &mut lists, "unit")?;
                next::<Dimension, _>(&mut query, &mut lists, "dimension")?;
                next::<StatType, _>(&mut query, &mut lists, "stat_type")?;
                next::<AdminLevel, _>(&mut query, &mut lists, "admin_level")?;
                next::<Section, _>(&mut query, &mut lists, "section")?;
                next::<Period, _>(&mut query, &mut lists, "period")?;
                next::<Period, _>(&mut query, &mut lists, "within")?;
                next::<String, _>(&mut query, &mut lists, "search")?;
                Ok(query)
            }

            #[inline]
            fn visit_map<A: MapAccess<'de>>(self, mut lists: A) -> Result<Query, A::Error> {
                let mut query = Query::new();
                while let Some(Name { text: facet, .. }) = lists.next_key()? {
                    if facet != "search" && !Query::FACETS.contains(&&*facet) {
                        let facets = Query::FACETS.to_vec();
                        return Err(de::Error::custom(UnknownCode::new("facet", &facet, facets)));
                    }
                    for values in lists.next_value::<Texts>()?.0 {
                        query = query.facet(&facet, &values).map_err(de::Error::custom)?;
                    }
                }
                Ok(query)
            }
        }

        // `Query::FACETS` has no `search` where that is no feature, but every writer has.
        const FACETS: &[&str] =
            &["category", "unit", "dimension", "stat_type", "admin_level", "section", "period", "within", "search"];
        deserializer.deserialize_struct("Query", FACETS, Facets)
    }
}

/// The list that comes next, of the facet that is named.
#[inline]
fn next<'de, T, A>(query: &mut Query, lists: &mut A, facet: &'static str) -> Result<(), A::Error>
where
    T: Deserialize<'de> + fmt::Display,
    A: SeqAccess<'de>,
{
    let values: Vec<T> = lists.next_element()?.ok_or_else(|| de::Error::missing_field(facet))?;
    for value in values {
        *query = core::mem::take(query).facet(facet, &value.to_string()).map_err(de::Error::custom)?;
    }
    Ok(())
}

/// The values of a facet: a list, or one alone, each a text or a whole number.
struct Texts(Vec<String>);

impl<'de> Deserialize<'de> for Texts {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut texts = Vec::new();
        deserializer.deserialize_any(Values { texts: &mut texts, is_list: false })?;
        Ok(Self(texts))
    }
}

struct Values<'a> {
    texts: &'a mut Vec<String>,
    /// Whether this is a value of a list, which is no list itself.
    is_list: bool,
}

impl<'de> DeserializeSeed<'de> for Values<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Values<'_> {
    type Value = ();

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_list { "a value as a string" } else { "a list of values" })
    }

    #[inline]
    fn visit_str<E: de::Error>(self, value: &str) -> Result<(), E> {
        self.texts.push(value.to_owned());
        Ok(())
    }

    #[inline]
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<(), E> {
        self.visit_str(&value.to_string())
    }

    #[inline]
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<(), E> {
        self.visit_str(&value.to_string())
    }

    #[inline]
    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        if self.is_list {
            return Err(de::Error::invalid_type(de::Unexpected::Seq, &self));
        }
        while values.next_element_seed(Values { texts: self.texts, is_list: true })?.is_some() {}
        Ok(())
    }
}

/// What an audit finds.
#[cfg(feature = "audit")]
mod audits {
    use serde::{Serialize, Serializer};

    use crate::{Audit, Finding, FindingKind, Source, Subject};

    fields! { it: Audit, "Audit";
        source: it.source,
        is_clean: it.is_clean(),
        numeral_count: it.numeral_count(),
        findings: it.findings,
    }

    fields! { it: Finding, "Finding";
        subject: it.subject,
        kind: it.kind,
        expected: it.expected,
        found: it.found,
        line: it.line,
        column: it.column,
    }

    /// As `"numeral"`, or `{"metric": …}` with the row: a map, as YAML has a notation of its own for variants.
    impl Serialize for Subject {
        #[inline]
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self {
                Self::Report => serializer.serialize_str("report"),
                Self::Section(row) => serializer.collect_map([("section", row)]),
                Self::Metric(row) => serializer.collect_map([("metric", row)]),
                Self::Exclusion(row) => serializer.collect_map([("exclusion", row)]),
                Self::Heading => serializer.serialize_str("heading"),
                Self::Numeral => serializer.serialize_str("numeral"),
            }
        }
    }

    /// As a name in kebab case.
    macro_rules! as_name {
        ($Type:ident: $($Variant:ident $name:literal,)+) => {
            impl Serialize for $Type {
                #[inline]
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
        Unaccounted "unaccounted",
        AccountedTwice "accounted-twice",
    );
}
