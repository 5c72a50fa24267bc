//! serde: the wire forms are pinned, and every value comes back, in text and in binary formats.

#![cfg(feature = "serde")]

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{json, to_value};
use yongkang_metrics::{
    AdminLevel, Category, Comparator, DATASET, Dimension, ExclusionReason, Metric, MetricSet, Period, Record, Section,
    StatType, Unit,
};

/// Through JSON and through postcard, a binary format without names.
#[track_caller]
fn round_trip<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let json = serde_json::to_string(value).expect("serialisable");
    assert_eq!(&serde_json::from_str::<T>(&json).expect("deserialisable"), value, "{json}");
    let bytes = postcard::to_allocvec(value).expect("serialisable");
    assert_eq!(&postcard::from_bytes::<T>(&bytes).expect("deserialisable"), value);
}

fn error<T: DeserializeOwned + std::fmt::Debug>(json: &str) -> String {
    serde_json::from_str::<T>(json).expect_err("not valid").to_string()
}

#[test]
fn wire_forms() {
    for (value, form) in [
        (to_value(Metric::FOREIGN_TRADE_TOTAL), json!("foreign-trade-total")),
        (to_value(Category::ForeignTrade), json!("foreign-trade")),
        (to_value(Unit::YuanPerMu), json!("yuan-per-mu")),
        (to_value(Dimension::MoneyRate), json!("money-rate")),
        (to_value(StatType::GrowthRate), json!("growth-rate")),
        (to_value(AdminLevel::National), json!("national")),
        (to_value(Comparator::GreaterOrEqual), json!(">=")),
        (to_value(ExclusionReason::PlaceName), json!("place-name")),
        (to_value(Section::ALL[4]), json!(4)),
        (to_value(Metric::FOREIGN_TRADE_TOTAL.time_period()), json!("2020-01-01/2020-11-30")),
        (to_value(Category::ForeignTrade.metrics()), json!(["foreign-trade-total", "foreign-trade-growth"])),
        (to_value(MetricSet::NONE), json!([])),
    ] {
        assert_eq!(value.expect("serialisable"), form);
    }
}

#[test]
fn the_form_of_a_record() {
    let record = serde_json::to_string_pretty(&Record::from(Metric::MARKET_ENTITIES)).expect("serialisable");
    assert_eq!(
        record,
        r#"{
  "id": "market-entities",
  "title": "Market entities",
  "title_zh": "市场主体户数",
  "category": "enterprises",
  "section": 3,
  "source_start": 1658,
  "obs_text": "突破13万户",
  "obs_value": "130000",
  "comparator": ">=",
  "unit": "market-entity",
  "stat_type": "level",
  "time_period": "2020-01-01/2020-12-31",
  "admin_level": null,
  "of_metric": null,
  "note": "Only the mark that was reached or passed is stated, not the number; market entities include others than enterprises.",
  "note_zh": "仅说明达到或突破的关口，未列具体户数；市场主体不限于企业。",
  "keywords": "businesses companies 个体户 个体工商户 经营主体 企业"
}"#
    );
}

#[test]
fn every_value_comes_back() {
    Category::ALL.iter().for_each(round_trip);
    Unit::ALL.iter().for_each(round_trip);
    Dimension::ALL.iter().for_each(round_trip);
    StatType::ALL.iter().for_each(round_trip);
    AdminLevel::ALL.iter().for_each(round_trip);
    Comparator::ALL.iter().for_each(round_trip);
    ExclusionReason::ALL.iter().for_each(round_trip);
    Section::ALL.iter().for_each(round_trip);
    Category::ALL.iter().for_each(|category| round_trip(&category.metrics()));
    round_trip(&MetricSet::ALL);
    for metric in MetricSet::ALL {
        round_trip(&metric);
        round_trip(&metric.time_period());
        round_trip(&Record::from(metric));
    }
}

#[test]
fn records_are_the_table() {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b'\t').quote_style(csv::QuoteStyle::Never).from_writer(Vec::new());
    for metric in MetricSet::ALL {
        writer.serialize(Record::from(metric)).expect("serialisable");
    }
    let written = String::from_utf8(writer.into_inner().expect("written")).expect("UTF-8");
    assert_eq!(written, include_str!("../data/metrics.tsv"));
}

#[test]
fn the_table_is_read_as_records() {
    let table = include_str!("../data/metrics.tsv");
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_reader(table.as_bytes());
    let records: Vec<Record> = reader.deserialize().collect::<Result<_, _>>().expect("the table is right");
    assert!(records.into_iter().eq(MetricSet::ALL.iter().map(Record::from)));
}

#[test]
fn field_names_are_the_columns() {
    let header = include_str!("../data/metrics.tsv").lines().next().expect("a header");
    assert!(header.split('\t').eq(Record::FIELDS.iter().copied()));
}

#[test]
fn fields_may_come_in_any_order_with_others_beside_them() {
    let mut record = to_value(Record::from(Metric::FIVE_REDUCTIONS_RELIEF)).expect("serialisable");
    record["zzz"] = json!({"more": [1, 2, 3]});
    let text = record.to_string();
    assert!(text.find("\"admin_level\"") < text.find("\"id\""), "in alphabetical order now");
    assert_eq!(serde_json::from_str::<Record>(&text).expect("readable"), Record::from(Metric::FIVE_REDUCTIONS_RELIEF));
}

#[test]
fn no_digit_is_lost() {
    let mut record = Record::from(Metric::FIVE_REDUCTIONS_RELIEF);
    record.obs_value = "79228162514264337593543950335".parse().expect("the largest decimal");
    round_trip(&record);
    record.obs_value = "-0.1000000000000000000000000001".parse().expect("a long decimal");
    round_trip(&record);
}

#[test]
fn what_is_unknown_is_an_error_that_names_the_nearest() {
    let message = error::<Metric>("\"foreign-trade-totl\"");
    assert!(
        message.starts_with("no metric is called \"foreign-trade-totl\"; did you mean `foreign-trade-total`"),
        "{message}"
    );
    let message = error::<MetricSet>("[\"five-reductions-relief\", \"five-reduction\"]");
    assert!(message.contains("did you mean `five-reductions-relief`"), "{message}");
    let message = error::<Category>("\"talents\"");
    assert!(message.contains("did you mean `talent`"), "{message}");
    assert!(error::<Section>("10").contains("expected a number from 0 to 9"));
    assert!(error::<Period>("\"2020\"").contains("expected two days"));
    assert!(error::<Metric>("3").contains("expected a string"));
    assert!(error::<MetricSet>("\"five-reductions-relief\"").contains("expected a list of ids"));
}

#[test]
fn what_is_missing_or_doubled_is_an_error_that_names_the_field() {
    let record = to_value(Record::from(Metric::FIVE_REDUCTIONS_RELIEF)).expect("serialisable");
    for field in Record::FIELDS {
        let mut without = record.clone();
        without.as_object_mut().expect("an object").remove(*field);
        assert!(error::<Record>(&without.to_string()).contains(&format!("missing field `{field}`")));
        let doubled = record.to_string().replacen('{', &format!("{{\"{field}\":{},", record[*field]), 1);
        assert!(error::<Record>(&doubled).contains(&format!("duplicate field `{field}`")));
    }
    assert!(error::<Record>("[]").contains("missing field `id`"));
    assert!(error::<Record>("7").contains("expected a record"));
}

#[test]
fn a_set_is_read_in_any_order() {
    let set: MetricSet =
        serde_json::from_str("[\"foreign-trade-growth\", \"foreign-trade-total\", \"foreign-trade-total\"]")
            .expect("readable");
    assert_eq!(set, Category::ForeignTrade.metrics());
    assert_eq!(DATASET.metrics(), MetricSet::ALL);
}
