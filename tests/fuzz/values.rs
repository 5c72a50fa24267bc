//! `Deserialize`: what is read is written as what is read as the same, whatever a format gives.

use std::cell::RefCell;
use std::fmt::Debug;

use arbtest::arbitrary::{Result as Arbitrary, Unstructured};
use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, IntoDeserializer, Visitor};
use serde::{Serialize, forward_to_deserialize_any};
use serde_json::{Value, json};
use yongkang_metrics::{
    AdminLevel, Aggregate, Category, Comparator, Dimension, ExclusionReason, Filter, Metric, MetricSet, Period,
    PeriodBasis, Precision, Record, Relation, Section, StatType, Unit,
};

use crate::fuzz;
use crate::texts::{periods, queries};

/// A type, and values that are read as one.
struct Reader {
    read: fn(Hostile<'_, '_>),
    read_json: fn(&[u8]),
    values: Vec<Value>,
}

fn readers() -> Vec<Reader> {
    vec![
        reader::<Metric>(MetricSet::ALL),
        reader::<Category>(Category::ALL.to_vec()),
        reader::<Unit>(Unit::ALL.to_vec()),
        reader::<Aggregate>(Aggregate::ALL.to_vec()),
        reader::<Dimension>(Dimension::ALL.to_vec()),
        reader::<StatType>(StatType::ALL.to_vec()),
        reader::<AdminLevel>(AdminLevel::ALL.to_vec()),
        reader::<PeriodBasis>(PeriodBasis::ALL.to_vec()),
        reader::<Precision>(Precision::ALL.to_vec()),
        reader::<Relation>(Relation::ALL.to_vec()),
        reader::<Comparator>(Comparator::ALL.to_vec()),
        reader::<ExclusionReason>(ExclusionReason::ALL.to_vec()),
        reader::<Section>(Section::ALL.to_vec()),
        reader::<Period>(periods()),
        reader::<MetricSet>(Category::ALL.iter().map(|category| category.metrics())),
        reader::<Filter>(queries()),
        reader::<Record>(MetricSet::ALL.iter().map(Record::from)),
    ]
}

fn reader<T: Serialize + DeserializeOwned + PartialEq + Debug>(values: impl IntoIterator<Item = T>) -> Reader {
    Reader {
        read: |hostile| check(T::deserialize(hostile)),
        read_json: |json| check(serde_json::from_slice::<T>(json)),
        values: values.into_iter().map(|value| serde_json::to_value(value).expect("serialisable")).collect(),
    }
}

fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(read: Result<T, impl std::error::Error>) {
    match read {
        Ok(value) => {
            let written = serde_json::to_string(&value).expect("serialisable");
            let again: T = serde_json::from_str(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
            assert_eq!(again, value);
            assert_eq!(serde_json::to_string(&again).expect("serialisable"), written);
        }
        Err(error) => assert!(error.to_string().chars().count() < 2_000, "{error} is short"),
    }
}

/// What stands in the place of a part: right values of all types, and others.
fn others(readers: &[Reader]) -> Vec<Value> {
    let numbers = [json!(0), json!(9), json!(-1), json!(2020), json!(u64::MAX), json!(i64::MIN)];
    let fractions = [json!(0.5), json!(-0.0), json!(0.1), json!(1e14), json!(1e300)];
    let texts =
        ["", "-0", "1.50", "2020", "1e28", "79228162514264337593543950336", "talent,talent", "search", "\u{202E}"];
    let shapes = [json!(null), json!(true), json!([]), json!([[]]), json!({}), json!({"": {}})];
    let odd = numbers.into_iter().chain(fractions).chain(texts.map(|text| json!(text))).chain(shapes);
    odd.chain(readers.iter().flat_map(|reader| reader.values.iter().take(4).cloned())).collect()
}

/// A right value as a hostile format gives it, or as JSON in which some has become something else.
fn read(readers: &[Reader], others: &[Value], u: &mut Unstructured<'_>) -> Arbitrary<()> {
    let reader = u.choose(readers)?;
    let value = u.choose(&reader.values)?;
    if u.ratio(1, 4)? {
        let mut json = value.to_string().into_bytes();
        for _ in 0..u.int_in_range(1..=4)? {
            let (one, other) = (u.int_in_range(0..=json.len())?, u.int_in_range(0..=json.len())?);
            let piece = if u.arbitrary()? { u.choose(others)?.to_string().into_bytes() } else { u.bytes(1)?.to_vec() };
            json.splice(one.min(other)..one.max(other), piece);
        }
        (reader.read_json)(&json);
    } else {
        let wrong = u.int_in_range(0..=8)?;
        (reader.read)(Hostile { value, format: &Format { u: RefCell::new(u), others, wrong } });
    }
    Ok(())
}

#[test]
fn what_is_read_is_written_as_it_is_read() {
    let readers = readers();
    let others = others(&readers);
    fuzz(|u| read(&readers, &others, u));
}

struct Format<'a, 'b> {
    u: RefCell<&'a mut Unstructured<'b>>,
    others: &'a [Value],
    /// How often something is wrong, out of 64.
    wrong: u8,
}

impl Format<'_, '_> {
    fn is_wrong(&self) -> bool {
        let mut u = self.u.borrow_mut();
        self.wrong > 0 && !u.is_empty() && u.ratio(self.wrong, 64).unwrap_or(false)
    }

    /// One of so many ways.
    fn way(&self, count: u8) -> u8 {
        self.u.borrow_mut().int_in_range(1..=count).unwrap_or(1)
    }
}

/// A value as a hostile format gives it: any part may be another, come twice, or not come.
#[derive(Clone, Copy)]
struct Hostile<'a, 'b> {
    value: &'a Value,
    format: &'a Format<'a, 'b>,
}

impl<'a> Hostile<'a, '_> {
    fn parts<T: Clone>(self, parts: impl Iterator<Item = T>) -> std::vec::IntoIter<T> {
        let format = self.format;
        let times = || if format.is_wrong() { [0, 2][usize::from(format.way(2)) - 1] } else { 1 };
        parts.flat_map(|part| std::iter::repeat_n(part, times())).collect::<Vec<_>>().into_iter()
    }

    fn list<V: Visitor<'a>>(self, items: impl Iterator<Item = &'a Value>, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(SeqDeserializer::new(self.parts(items.map(|value| Self { value, ..self }))))
    }
}

impl<'de> IntoDeserializer<'de> for Hostile<'de, '_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Hostile<'de, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let format = self.format;
        let value = match format.is_wrong() {
            true => format.u.borrow_mut().choose(format.others).unwrap_or(&Value::Null),
            false => self.value,
        };
        match value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(is) => visitor.visit_bool(*is),
            Value::Number(number) => match (format.way(5), number.as_u64(), number.as_i64()) {
                (1 | 2, Some(number), _) => visitor.visit_u64(number),
                (3, Some(number), _) => visitor.visit_u128(number.into()),
                (1 | 2, None, Some(number)) => visitor.visit_i64(number),
                (4, _, Some(number)) => visitor.visit_i128(number.into()),
                _ => visitor.visit_f64(number.as_f64().expect("serde_json has no other numbers")),
            },
            Value::String(text) => match format.way(4) {
                1 => visitor.visit_borrowed_str(text),
                2 => visitor.visit_string(text.clone()),
                3 if format.is_wrong() => visitor.visit_bytes(text.as_bytes()),
                _ => visitor.visit_str(text),
            },
            Value::Array(items) => self.list(items.iter(), visitor),
            Value::Object(fields) => {
                let fields = fields.iter().map(|(name, value)| (&**name, Self { value, format }));
                visitor.visit_map(MapDeserializer::new(self.parts(fields)))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.value.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    /// With names or, as binary formats have it, without.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        static NOTHING: Value = Value::Array(Vec::new());
        match self.value {
            Value::Object(fields) if self.format.way(2) == 2 => {
                self.list(names.iter().map(|name| fields.get(*name).unwrap_or(&NOTHING)), visitor)
            }
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
