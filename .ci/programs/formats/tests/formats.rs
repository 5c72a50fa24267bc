//! Every public type that is serialised, through the formats of serde that the ecosystem uses.

use std::collections::BTreeMap;
use std::fmt::{Debug, Display};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use yongkang_metrics::{
    AdminLevel, Aggregate, Bounds, Category, Comparator, DATASET, Dimension, Estimate, ExclusionReason, Filter, Metric,
    MetricSet, Period, PeriodBasis, Precision, Record, Relation, Section, StatType, Unit, audit, unit,
};

/// What a format makes of a value that is written in it.
type ReadRecord = fn(&Value) -> Result<Record, String>;

/// What a format gives back of a value, or its error as text.
type Through<T> = fn(&T) -> Result<T, String>;

fn text<T>(result: Result<T, impl Display>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}

fn cbor(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).expect("serialisable");
    bytes
}

/// The formats in which any value can stand alone.
fn formats<T: Serialize + DeserializeOwned>() -> [(&'static str, Through<T>); 10] {
    [
        ("JSON", |it| text(serde_json::from_str(&text(serde_json::to_string(it))?))),
        ("JSON value", |it| text(serde_json::from_value(text(serde_json::to_value(it))?))),
        ("YAML", |it| text(serde_norway::from_str(&text(serde_norway::to_string(it))?))),
        ("RON", |it| text(ron::from_str(&text(ron::to_string(it))?))),
        ("RON, with names", |it| {
            text(ron::from_str(&text(ron::ser::to_string_pretty(
                it,
                ron::ser::PrettyConfig::new().struct_names(true),
            ))?))
        }),
        ("postcard", |it| text(postcard::from_bytes(&text(postcard::to_allocvec(it))?))),
        ("bincode", |it| text(bincode::deserialize(&text(bincode::serialize(it))?))),
        ("CBOR", |it| text(ciborium::from_reader(&*cbor(it)))),
        ("MessagePack", |it| text(rmp_serde::from_slice(&text(rmp_serde::to_vec(it))?))),
        ("MessagePack, with names", |it| text(rmp_serde::from_slice(&text(rmp_serde::to_vec_named(it))?))),
    ]
}

#[track_caller]
fn round_trips<T: Serialize + DeserializeOwned + PartialEq + Debug + Clone>(value: &T) {
    for (name, through) in formats::<T>() {
        assert_eq!(through(value).as_ref(), Ok(value), "{name}");
    }
    // TOML is a table, and what stands in another value comes back as well.
    let table = BTreeMap::from([("value".to_owned(), value.clone())]);
    for (name, through) in formats::<BTreeMap<String, T>>() {
        assert_eq!(through(&table).as_ref(), Ok(&table), "{name}");
    }
    let written = toml::to_string(&table).expect("serialisable");
    assert_eq!(toml::from_str(&written), Ok(table), "{written}");
}

/// A field of CSV is a text.
#[track_caller]
fn round_trips_as_field<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T) {
    let row = [value];
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    writer.serialize(&row).expect("serialisable");
    let written = writer.into_inner().expect("written");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&*written);
    let read: [T; 1] = reader.deserialize().next().expect("a row").expect("readable");
    assert_eq!(read, row);
}

macro_rules! each {
    ($($values:expr),+ $(,)?) => {$(
        for value in $values {
            round_trips(&value);
            round_trips_as_field(value);
        }
    )+};
}

#[test]
fn ids_codes_sections_and_periods() {
    each!(
        MetricSet::ALL,
        Category::ALL.iter().copied(),
        Unit::ALL.iter().copied(),
        Dimension::ALL.iter().copied(),
        StatType::ALL.iter().copied(),
        AdminLevel::ALL.iter().copied(),
        Comparator::ALL.iter().copied(),
        ExclusionReason::ALL.iter().copied(),
        Aggregate::ALL.iter().copied(),
        Relation::ALL.iter().copied(),
        Precision::ALL.iter().copied(),
        PeriodBasis::ALL.iter().copied(),
        Section::ALL.iter().copied(),
        MetricSet::ALL.iter().map(Metric::time_period),
    );
}

#[test]
fn sets() {
    Category::ALL.iter().for_each(|category| round_trips(&category.metrics()));
    round_trips(&MetricSet::ALL);
    round_trips(&MetricSet::NONE);
}

#[test]
fn filters() {
    let year = Period::year(2020).expect("a year");
    for filter in [
        Filter::new(),
        Filter::new().unit(Unit::Yuan),
        Filter::new().search("trade, 外贸").within(year),
        Filter::new()
            .category(Category::Talent)
            .category(Category::Reform)
            .unit(Unit::Person)
            .dimension(Dimension::Count)
            .stat_type(StatType::Flow)
            .precision(Precision::Rounded)
            .admin_level(AdminLevel::National)
            .aggregate(None)
            .aggregate(Some(Aggregate::EnterpriseRelief))
            .period_basis(PeriodBasis::Stated)
            .section(Section::ALL[3])
            .section(Section::ALL[0])
            .period(year)
            .within(Metric::FOREIGN_TRADE_TOTAL.time_period())
            .search("a&b=c%"),
    ] {
        round_trips(&filter);
        // A web framework hands the parts of a URL on as a map of texts.
        assert_eq!(serde_urlencoded::from_str(&filter.to_string()).as_ref(), Ok(&filter));
    }
}

#[test]
fn records() {
    for metric in MetricSet::ALL {
        let record = Record::from(metric);
        round_trips(&record);
        let in_toml = toml::to_string(&record).expect("serialisable");
        assert_eq!(toml::from_str(&in_toml).as_ref(), Ok(&record), "{in_toml}");
        assert_eq!(in_toml.contains("\nnote = "), record.note.is_some(), "what is empty is left out");
    }
    for value in ["0.1", "-0.1000000000000000000000000001", "79228162514264337593543950335"] {
        let mut record = Record::from(Metric::MARKET_ENTITIES);
        record.obs_value = value.parse().expect("a decimal");
        round_trips(&record);
    }
    let records: Vec<Record> = MetricSet::ALL.iter().map(Record::from).collect();
    for has_headers in [true, false] {
        let mut writer = csv::WriterBuilder::new().has_headers(has_headers).from_writer(Vec::new());
        records.iter().for_each(|record| writer.serialize(record).expect("serialisable"));
        let written = writer.into_inner().expect("written");
        let mut reader = csv::ReaderBuilder::new().has_headers(has_headers).from_reader(&*written);
        let read: Vec<Record> = reader.deserialize().map(|record| record.expect("readable")).collect();
        assert_eq!(read, records);
    }
}

/// How each format that has names and kinds of values reads what another program wrote in it.
fn of_other_programs() -> [(&'static str, ReadRecord); 6] {
    [
        ("JSON", |it| text(serde_json::from_str(&it.to_string()))),
        ("TOML", |it| text(toml::from_str(&text(toml::to_string(it))?))),
        ("YAML", |it| text(serde_norway::from_str(&text(serde_norway::to_string(it))?))),
        ("RON", |it| text(ron::from_str(&text(ron::to_string(it))?))),
        ("CBOR", |it| text(ciborium::from_reader(&*cbor(it)))),
        ("MessagePack", |it| text(rmp_serde::from_slice(&text(rmp_serde::to_vec(it))?))),
    ]
}

#[test]
fn what_may_be_empty_may_be_left_out() {
    for metric in MetricSet::ALL {
        let record = Record::from(metric);
        let mut value = serde_json::to_value(&record).expect("serialisable");
        value.as_object_mut().expect("an object").retain(|_, field| !field.is_null() && *field != "");
        for (name, read) in of_other_programs() {
            // RON has `Some(..)` where there may be nothing.
            if name != "RON" {
                assert_eq!(read(&value).as_ref(), Ok(&record), "{name}");
            }
        }
    }
    let written = ron::to_string(&Record::from(Metric::MEDICAL_WORKERS_SENT_TO_HUBEI)).expect("serialisable");
    let short =
        written.replace(",comparator:None", "").replace(",note:None,note_zh:None", "").replace(",of_metric:None", "");
    assert!(short.len() < written.len());
    assert_eq!(ron::from_str(&short), Ok(Record::from(Metric::MEDICAL_WORKERS_SENT_TO_HUBEI)));
}

#[test]
fn numbers_are_read_exactly_or_refused_by_name() {
    let base = Record::from(Metric::MEDICAL_WORKERS_SENT_TO_HUBEI);
    let mut value = serde_json::to_value(&base).expect("serialisable");
    value.as_object_mut().expect("an object").retain(|_, field| !field.is_null());
    for (name, read) in of_other_programs().into_iter().filter(|(name, _)| *name != "RON") {
        for (number, decimal) in
            [(json!(5), "5"), (json!(-5), "-5"), (json!(2_670_000_000_u64), "2670000000"), (json!(33.5), "33.5")]
        {
            value["obs_value"] = number;
            assert_eq!(read(&value).map(|record| record.obs_value.to_string()), Ok(decimal.to_owned()), "{name}");
        }
        for number in [json!(0.1), json!(387.7), json!(1e300)] {
            value["obs_value"] = number;
            let error = read(&value).expect_err("digits may be lost");
            assert!(error.contains("expected a string"), "{name}: {error}");
        }
    }
    let in_ron = ron::to_string(&base).expect("serialisable");
    let with =
        |number: &str| ron::from_str::<Record>(&in_ron.replace("obs_value:\"5\"", &format!("obs_value:{number}")));
    assert_eq!(with("7").map(|record| record.obs_value), Ok(7.into()));
    assert!(with("0.1").is_err_and(|error| error.to_string().contains("expected a string")));
}

/// What is written and not read back: a value of it in every format, and the same one in all that have names.
#[track_caller]
fn is_written(value: &impl Serialize) {
    let in_json = serde_json::to_value(value).expect("JSON");
    assert_eq!(
        serde_norway::from_str::<Value>(&serde_norway::to_string(value).expect("YAML")).expect("readable"),
        in_json
    );
    assert_eq!(ciborium::from_reader::<Value, _>(&*cbor(value)).expect("readable"), in_json);
    assert_eq!(
        rmp_serde::from_slice::<Value>(&rmp_serde::to_vec_named(value).expect("MessagePack")).expect("readable"),
        in_json
    );
    ron::to_string(value).expect("RON");
    postcard::to_allocvec(value).expect("postcard");
    bincode::serialize(value).expect("bincode");
    let in_toml: Value = toml::from_str(&toml::to_string(value).expect("TOML")).expect("readable");
    let mut filled = in_json;
    filled.as_object_mut().expect("an object").retain(|_, field| !field.is_null());
    assert_eq!(in_toml, filled);
}

#[test]
fn what_is_only_written() {
    let mut rows = csv::Writer::from_writer(Vec::new());
    for metric in MetricSet::ALL {
        is_written(&metric.bounds());
        is_written(&metric.estimate());
        is_written(&metric.cite());
        is_written(&Record::from(metric));
        rows.serialize(metric.estimate()).expect("flat");
    }
    is_written(&Bounds::new(..).expect("any value"));
    is_written(&Estimate::from(3));
    is_written(&Metric::FOREIGN_TRADE_TOTAL.quantity::<unit::Yuan>().expect("in yuan"));
    is_written(&Aggregate::TalentsRecruited.total().expect("apart"));
    DATASET.exclusions.iter().for_each(|exclusion| is_written(&exclusion));
    let audit = audit("12");
    is_written(&audit);
    audit.findings.iter().for_each(is_written);
}

mod arrow {
    use std::sync::Arc;

    use arrow_array::cast::AsArray as _;
    use arrow_array::types::{Date32Type, Decimal128Type};
    use arrow_schema::{DataType, FieldRef};
    use serde_arrow::schema::{SchemaLike as _, TracingOptions};

    use super::*;

    /// As the documentation says: from samples, with the columns that are more than text named.
    #[test]
    fn records_are_traced_from_samples_with_decimals_and_days() {
        let rows: Vec<Record> = MetricSet::ALL.iter().map(Record::from).collect();
        let mut options = TracingOptions::default().allow_null_fields(true);
        for column in ["obs_value", "lower", "upper"] {
            let field = json!({"name": column, "data_type": "Decimal128(28, 6)", "nullable": column != "obs_value"});
            options = options.overwrite(column, field).expect("a field");
        }
        for column in ["period_start", "period_end"] {
            options = options.overwrite(column, json!({"name": column, "data_type": "Date32"})).expect("a field");
        }
        let fields = Vec::<FieldRef>::from_samples(&rows, options).expect("a schema");
        assert!(fields.iter().map(|field| &**field.name()).eq(Record::FIELDS.iter().copied()));
        let batch = serde_arrow::to_record_batch(&fields, &rows).expect("a batch");
        let column = |name: &str| Arc::clone(batch.column_by_name(name).expect("a column"));
        assert_eq!(column("lower_included").data_type(), &DataType::Boolean);
        let (values, days) = (column("obs_value"), column("period_end"));
        let (values, days) = (values.as_primitive::<Decimal128Type>(), days.as_primitive::<Date32Type>());
        for (i, row) in rows.iter().enumerate() {
            let mut decimal = row.obs_value;
            decimal.rescale(6);
            assert_eq!(values.value(i), decimal.mantissa());
            assert_eq!(days.value_as_date(i), Some(row.period_end));
        }
    }

    #[test]
    fn records_come_back() {
        let records: Vec<Record> = MetricSet::ALL.iter().map(Record::from).collect();
        let options = TracingOptions::default().allow_null_fields(true);
        let fields = Vec::<FieldRef>::from_samples(&records, options).expect("a schema");
        let batch = serde_arrow::to_record_batch(&fields, &records).expect("a batch");
        assert_eq!(serde_arrow::from_record_batch::<Vec<Record>>(&batch).expect("readable"), records);
    }

    /// It reads texts of its own making, which are no ids: the documentation says so.
    #[test]
    fn no_schema_is_traced_from_the_type() {
        assert!(Vec::<FieldRef>::from_type::<Record>(TracingOptions::default()).is_err());
    }
}
