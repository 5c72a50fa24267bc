//! serde: the wire forms are pinned, and every value comes back.

use std::collections::BTreeMap;

use serde::de::value::{self, MapDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer, Visitor};
use serde::{Deserialize as _, Deserializer, Serialize};
use serde_json::{Value, json, to_value};
use yongkang_metrics::{
    AdminLevel, Aggregate, Bounds, Category, Comparator, DATASET, Decimal, Dimension, ExclusionReason, Filter, Metric,
    MetricSet, Period, PeriodBasis, Precision, Record, Relation, Section, StatType, Unit, unit,
};

/// The fields of a record that are `null` where there is nothing to say, and those that are an empty text.
const MAY_BE_NULL: [&str; 10] = [
    "comparator",
    "lower",
    "upper",
    "admin_level",
    "obs_status",
    "of_metric",
    "aggregate",
    "headline",
    "note",
    "note_zh",
];
const MAY_BE_BLANK: [&str; 4] = ["counted", "counted_zh", "overlaps", "keywords"];

/// Through JSON; `.ci/programs/formats` has the other formats.
#[track_caller]
fn round_trip<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let json = serde_json::to_string(value).expect("serialisable");
    assert_eq!(&serde_json::from_str::<T>(&json).expect("deserialisable"), value, "{json}");
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
        (to_value(Aggregate::TalentsRecruited), json!("talents-recruited")),
        (to_value(Precision::Rounded), json!("rounded")),
        (to_value(PeriodBasis::Assumed), json!("assumed")),
        (to_value(Relation::MayOverlap), json!("may-overlap")),
        (to_value(Section::ALL[4]), json!(4)),
        (to_value(Metric::FOREIGN_TRADE_TOTAL.time_period()), json!("2020-01-01/2020-11-30")),
        (to_value(Category::ForeignTrade.metrics()), json!(["foreign-trade-total", "foreign-trade-growth"])),
        (to_value(MetricSet::NONE), json!([])),
    ] {
        assert_eq!(value.expect("serialisable"), form);
    }
}

#[test]
fn a_period_is_what_display_prints_in_any_year() {
    for year in [-262_000, -1, 0, 7, 99, 2020, 9999, 10_000, 262_000] {
        let period = Period::year(year).expect("chrono has it");
        assert_eq!(to_value(period).unwrap(), json!(period.to_string()));
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
  "counted": "market entities",
  "counted_zh": "市场主体",
  "category": "enterprises",
  "category_name": "Enterprises and market entities",
  "category_name_zh": "企业与市场主体",
  "section": 3,
  "section_title": "Economy and enterprises",
  "section_title_zh": "经济与企业",
  "source_start": 1658,
  "obs_text": "突破13万户",
  "obs_value": "130000",
  "comparator": ">=",
  "precision": "more",
  "lower": "130000",
  "lower_included": true,
  "upper": null,
  "upper_included": false,
  "unit": "market-entity",
  "unit_name": "market entities",
  "unit_name_zh": "市场主体",
  "dimension": "count",
  "stat_type": "stock",
  "period_start": "2020-01-01",
  "period_end": "2020-12-31",
  "period_basis": "assumed",
  "admin_level": null,
  "obs_status": null,
  "of_metric": null,
  "aggregate": null,
  "overlaps": "",
  "headline": 3,
  "note": "Only the mark that was reached or passed is stated, not the number; not all market entities are enterprises.",
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
    Aggregate::ALL.iter().for_each(round_trip);
    Precision::ALL.iter().for_each(round_trip);
    PeriodBasis::ALL.iter().for_each(round_trip);
    Relation::ALL.iter().for_each(round_trip);
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
    assert!(error::<Period>("\"2020-13\"").contains("expected days, months or years"));
    assert!(error::<Metric>("3").contains("expected a string"));
    assert!(error::<MetricSet>("\"five-reductions-relief\"").contains("expected a sequence"));
}

#[test]
fn what_is_missing_or_doubled_is_an_error_that_names_the_field() {
    let record = to_value(Record::from(Metric::FIVE_REDUCTIONS_RELIEF)).expect("serialisable");
    for field in Record::FIELDS {
        let mut without = record.clone();
        without.as_object_mut().expect("an object").remove(*field);
        let blank = MAY_BE_BLANK.contains(field);
        if blank || MAY_BE_NULL.contains(field) {
            let read: Record = serde_json::from_value(without).expect("what may be empty may be left out");
            let mut empty = record.clone();
            empty[*field] = if blank { json!("") } else { json!(null) };
            assert_eq!(to_value(read).expect("serialisable"), empty);
        } else {
            assert!(error::<Record>(&without.to_string()).contains(&format!("missing field `{field}`")));
        }
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
}

#[test]
fn what_is_only_written_has_these_forms() {
    let trade = Metric::FOREIGN_TRADE_TOTAL;
    let entities = Metric::MARKET_ENTITIES.bounds();
    for (value, form) in [
        (
            to_value(trade.bounds()),
            json!({"lower": "38765000000", "lower_included": true, "upper": "38775000000", "upper_included": true}),
        ),
        (
            to_value(Metric::NUCLEIC_ACID_TESTS.estimate()),
            json!({
                "value": "30000",
                "lower": "30000", "lower_included": false, "upper": "40000", "upper_included": false
            }),
        ),
        (
            to_value(entities),
            json!({"lower": "130000", "lower_included": true, "upper": null, "upper_included": false}),
        ),
        (to_value(Bounds::new(..).expect("any value")).map(|value| value["lower"].clone()), json!(null)),
        (
            to_value(trade.quantity::<unit::Yuan>().expect("in yuan")),
            json!({
                "value": "38770000000", "unit": "yuan",
                "lower": "38765000000", "lower_included": true, "upper": "38775000000", "upper_included": true
            }),
        ),
        (
            to_value(DATASET.exclusions.iter().next()),
            json!({"section": 0, "source_start": 0, "text": "2020", "reason": "date", "phrase": "2020年"}),
        ),
        (
            to_value(Aggregate::TalentsRecruited.total().expect("apart")),
            json!({
                "aggregate": "talents-recruited", "metrics": ["top-talents-recruited", "leading-talents-recruited"],
                "value": "29", "bounds": {"lower": "29", "lower_included": true, "upper": "29", "upper_included": true},
                "noun": "persons", "noun_zh": "人"
            }),
        ),
        (to_value(trade.estimate() * Decimal::new(110, 2)).map(|value| value["value"].clone()), json!("42647000000")),
        (to_value(Bounds::exact(Decimal::new(100, 2))).map(|value| value["upper"].clone()), json!("1")),
        (
            to_value(trade.cite()),
            json!({
                "metric": "foreign-trade-total",
                "text": trade.cite().to_string(),
                "bibtex": trade.cite().bibtex().to_string()
            }),
        ),
    ] {
        assert_eq!(value.expect("serialisable"), form);
    }
}

#[test]
#[cfg(feature = "audit")]
fn the_form_of_an_audit() {
    use yongkang_metrics::FindingKind::{
        AccountedTwice, HasUnit, Indicators, Length, NotWhole, Period, Quoted, Section, Status, Text, Unaccounted,
        Wording,
    };
    use yongkang_metrics::Subject;
    let kinds = [
        Length,
        Section,
        Text,
        NotWhole,
        Indicators,
        Period,
        Status,
        Quoted,
        HasUnit,
        Wording,
        Unaccounted,
        AccountedTwice,
    ];
    assert_eq!(
        to_value(kinds).expect("serialisable"),
        json!([
            "length",
            "section",
            "text",
            "not-whole",
            "indicators",
            "period",
            "status",
            "quoted",
            "has-unit",
            "wording",
            "unaccounted",
            "accounted-twice"
        ])
    );
    let audit = yongkang_metrics::audit("12");
    let form = to_value(&audit).expect("serialisable");
    assert_eq!(
        (&form["source"], &form["is_clean"], &form["numeral_count"]),
        (&json!("different"), &json!(false), &json!(1))
    );
    let findings = form["findings"].as_array().expect("a list");
    assert_eq!(findings.len(), audit.findings.len());
    assert_eq!(
        findings[0],
        json!({
            "subject": "report", "kind": "length", "expected": audit.findings[0].expected, "found": "2",
            "line": 1, "column": audit.findings[0].column
        })
    );
    let subjects: Vec<_> = findings.iter().map(|finding| &finding["subject"]).collect();
    assert!(subjects.contains(&&json!({"section": 4})));
    assert!(subjects.contains(&&json!({"metric": "foreign-trade-total"})));
    assert!(subjects.contains(&&json!({"exclusion": DATASET.exclusions.iter().next()})));
    assert_eq!(subjects.last(), Some(&&json!("numeral")));
    for (subject, expected) in [
        (Subject::Category(Category::Talent), json!({"category": "talent"})),
        (Subject::Unit(Unit::Yuan), json!({"unit": "yuan"})),
        (Subject::Aggregate(Aggregate::TalentsRecruited), json!({"aggregate": "talents-recruited"})),
    ] {
        assert_eq!(to_value(subject).expect("serialisable"), expected);
    }
}

#[test]
fn a_record_has_a_column_for_each_field() {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for metric in MetricSet::ALL {
        writer.serialize(Record::from(metric)).expect("a row is flat");
    }
    let written = writer.into_inner().expect("written");
    let mut reader = csv::Reader::from_reader(&*written);
    assert_eq!(reader.headers().expect("a header"), Record::FIELDS);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row of as many fields")).collect();
    assert_eq!(rows.len(), MetricSet::ALL.len());
}

/// A number instead of the string.
fn with_value(value: &str) -> String {
    let record = serde_json::to_string(&Record::from(Metric::FIVE_REDUCTIONS_RELIEF)).expect("serialisable");
    record.replace("\"2670000000\"", value)
}

#[test]
fn numbers_are_read_exactly() {
    for (number, value) in [
        ("2670000000", "2670000000"),
        ("-1", "-1"),
        ("0", "0"),
        ("18446744073709551615", "18446744073709551615"),
        ("33.5", "33.5"),
        ("-0.015625", "-0.015625"),
        ("1e3", "1000"),
        ("0.0", "0"),
        ("-0.0", "0"),
        ("999999999999999.0", "999999999999999"),
    ] {
        let record: Record = serde_json::from_str(&with_value(number)).expect(number);
        assert_eq!(record.obs_value.to_string(), value);
    }
}

/// What serde_json's `arbitrary_precision` makes of a number, whichever crate of a program turns it on: no digit is lost by then.
#[test]
fn numbers_of_any_precision_are_read_exactly() {
    let number = |text: &str| json!({"$serde_json::private::Number": text}).to_string();
    for (text, value) in
        [("0.5", "0.5"), ("1e3", "1000"), ("387.7E2", "38770"), ("0.1", "0.1"), ("-2e-3", "-0.002"), ("7", "7")]
    {
        let record: Record = serde_json::from_str(&with_value(&number(text))).expect(text);
        assert_eq!(record.obs_value.to_string(), value);
    }
    for text in ["1e30", "1e-29", "0.00000000000000000000000000001", "1.23456789012345678901234567891e3", "1e", ""] {
        assert!(!error::<Record>(&with_value(&number(text))).is_empty(), "{text}");
    }
    for map in ["{}", r#"{"value": "1"}"#] {
        assert!(
            error::<Record>(&with_value(map)).contains("invalid type: map, expected a decimal as a string"),
            "{map}"
        );
    }
    let filter = format!(r#"{{"section": [{}], "within": {}}}"#, number("4"), number("2020"));
    let read: Filter = serde_json::from_str(&filter).expect("readable");
    assert_eq!(read.to_string(), "section=4&within=2020-01-01/2020-12-31");
}

/// A value of a format that has numbers of 128 bits.
#[derive(Clone)]
enum Cell {
    Text(String),
    Count(u64),
    Bool(bool),
    Signed(i128),
    Unsigned(u128),
}

impl<'de> Deserializer<'de> for Cell {
    type Error = value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, value::Error> {
        match self {
            Self::Text(text) => visitor.visit_string(text),
            Self::Count(number) => visitor.visit_u64(number),
            Self::Bool(is) => visitor.visit_bool(is),
            Self::Signed(number) => visitor.visit_i128(number),
            Self::Unsigned(number) => visitor.visit_u128(number),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_> for Cell {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[test]
fn numbers_of_128_bits_are_read_exactly() {
    let record = to_value(Record::from(Metric::FIVE_REDUCTIONS_RELIEF)).expect("serialisable");
    let cells = record.as_object().expect("a map").iter().filter_map(|(name, value)| match value {
        Value::String(text) => Some((name.clone(), Cell::Text(text.clone()))),
        Value::Number(number) => Some((name.clone(), Cell::Count(number.as_u64()?))),
        Value::Bool(is) => Some((name.clone(), Cell::Bool(*is))),
        _ => None,
    });
    // An option is no text to this format.
    let cells: BTreeMap<String, Cell> = cells.filter(|(name, _)| !MAY_BE_NULL.contains(&&**name)).collect();
    let with = |value: Cell| {
        let mut cells = cells.clone();
        cells.insert("obs_value".to_owned(), value);
        Record::deserialize(MapDeserializer::new(cells.into_iter())).map(|record| record.obs_value.to_string())
    };
    assert_eq!(with(Cell::Signed(-(1 << 90))), Ok((-(1_i128 << 90)).to_string()));
    assert_eq!(with(Cell::Unsigned(1 << 90)), Ok((1_u128 << 90).to_string()));
    for too_large in [Cell::Signed(i128::MIN), Cell::Unsigned(u128::MAX)] {
        assert!(with(too_large).is_err_and(|error| error.to_string().contains("is not a decimal")));
    }
}

#[test]
fn names_are_texts() {
    let numbered = MapDeserializer::<_, value::Error>::new([(1_u32, 2_u32)].into_iter());
    let error = Record::deserialize(numbered).expect_err("no name");
    assert_eq!(error.to_string(), "invalid type: integer `1`, expected the name of a field");
}

#[test]
fn numbers_that_may_have_lost_digits_are_refused_by_name() {
    for number in [
        "0.1",
        "387.7",
        "2670000000.3",
        "18446744073709551616",
        "1e15",
        "1e28",
        "79228162514264337593543950336.0",
        "1e300",
        "5e-324",
        "1e-20",
        "-0.1000000000000000000000000001",
    ] {
        let message = error::<Record>(&with_value(number));
        assert!(message.contains("binary floating-point number") && message.contains("expected a string"), "{message}");
    }
    for text in ["\"three\"", "\"1e400\"", "\"0.00000000000000000000000000001\"", "\"\""] {
        let message = error::<Record>(&with_value(text));
        assert!(message.contains("is not a decimal"), "{message}");
    }
    assert!(error::<Record>(&with_value("true")).contains("expected a decimal as a string"));
}

#[test]
fn decimals_in_csv_are_read_as_they_are_written() {
    let mut record = Record::from(Metric::FIVE_REDUCTIONS_RELIEF);
    for value in ["0.1", "-0.1000000000000000000000000001", "79228162514264337593543950335", "33"] {
        record.obs_value = value.parse().expect("a decimal");
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.serialize(&record).expect("serialisable");
        let written = writer.into_inner().expect("written");
        let read: Record = csv::Reader::from_reader(&*written).deserialize().next().expect("a row").expect("readable");
        assert_eq!(read, record);
        // Without a header line, and by bytes.
        let mut rows = csv::Reader::from_reader(&*written);
        let headers = rows.byte_headers().expect("a header").clone();
        let bytes = rows.byte_records().next().expect("a row").expect("readable");
        assert_eq!(bytes.deserialize::<Record>(Some(&headers)).expect("readable"), record);
        assert_eq!(bytes.deserialize::<Record>(None).expect("readable"), record);
    }
}

#[test]
fn a_filter_is_its_text_and_is_read_from_maps_too() {
    let filter = Filter::new()
        .category(Category::Talent)
        .category(Category::Reform)
        .section(Section::ALL[4])
        .within(Period::year(2020).expect("a year"));
    let form = "category=talent,reform&section=4&within=2020-01-01/2020-12-31";
    assert_eq!(to_value(&filter).expect("serialisable"), json!(form));
    round_trip(&filter);
    round_trip(&Filter::new());
    for text in [
        r#"{"category": "talent,reform", "section": 4, "within": "2020"}"#,
        r#"{"category": ["Talent", "改革"], "section": ["4"], "within": [2020], "unit": []}"#,
        r#"{"category": ["talent", "reform"], "section": 4, "within": "2020-01/2020-12", "aggregate": null}"#,
        r#"{"category": "talent", "category": "reform", "section": [4, 4], "within": "2020", "unit": null}"#,
    ] {
        assert_eq!(serde_json::from_str::<Filter>(text).expect(text), filter);
    }
    assert_eq!(serde_json::from_str::<Filter>("{}").expect("nothing asked"), Filter::new());
    let years: Vec<_> = (1_000..2_025).map(|year| year.to_string()).collect();
    let many = json!({"within": years}).to_string();
    assert!(error::<Filter>(&many).contains("no more than 1024 values of a facet"));
}

#[cfg(feature = "search")]
#[test]
fn a_filter_of_words_is_its_text_too() {
    let filter = Filter::new().search("trade, foreign").search("人才");
    round_trip(&filter);
    let map = json!({"search": ["trade, foreign", "人才"]});
    assert_eq!(serde_json::from_value::<Filter>(map).expect("readable"), filter);
    let full = "category=talent&unit=yuan&dimension=money&stat_type=rank&precision=exact&admin_level=national&section=4\
                &aggregate=none&period_basis=stated&period=2020-11&within=2020";
    let filter: Filter = format!("{full}&search=trade").parse().expect("a filter of every facet");
    assert_eq!(filter.to_string().matches('=').count(), Filter::FACETS.len());
    round_trip(&filter);
}

/// As a request of a web framework has it: what the filter does not know is refused, and what stands beside it is not the filter's.
#[test]
fn a_flattened_filter_refuses_what_it_does_not_know() {
    #[derive(Debug, PartialEq)]
    struct Page {
        filter: Filter,
        page: u8,
    }

    impl<'de> serde::Deserialize<'de> for Page {
        // What `#[serde(flatten)]` makes of it: the field `page`, and all that is left for the filter.
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let mut fields = BTreeMap::<String, String>::deserialize(deserializer)?;
            let page = fields.remove("page").map_or(Ok(0), |page| page.parse()).map_err(serde::de::Error::custom)?;
            let filter = Filter::deserialize(MapDeserializer::new(fields.into_iter()))?;
            Ok(Self { filter, page })
        }
    }

    let read = serde_json::from_str::<Page>(r#"{"unit": "yuan", "page": "2"}"#).expect("readable");
    assert_eq!(read, Page { filter: Filter::new().unit(Unit::Yuan), page: 2 });
    assert!(error::<Page>(r#"{"unti": "yuan"}"#).contains("did you mean `unit`?"));
}

#[test]
fn a_wrong_filter_is_refused_by_name() {
    for (text, message) in [
        (r#"{"unti": "yuan"}"#, "no facet is called \"unti\"; did you mean `unit`?"),
        (r#"{"unit": ["yuan", "yaun"]}"#, "no unit is called \"yaun\"; did you mean `yuan`"),
        (r#"{"unti": []}"#, "no facet is called \"unti\"; did you mean `unit`?"),
        (r#"{"section": 10}"#, "\"10\" is not a section of the report"),
        (r#"{"section": -1}"#, "\"-1\" is not a section of the report"),
        (r#"{"within": "2020-13"}"#, "\"2020-13\" is not a period"),
        (r#"{"aggregate": "nothing"}"#, "no aggregate is called \"nothing\""),
        (r#"{"unit": {"yuan": 1}}"#, "expected a list of values"),
        (r#"{"unit": true}"#, "expected a list of values"),
        (r#""unit=yuan&unti=1""#, "character 11: no facet is called \"unti\""),
        ("7", "expected a filter as text, or a map from facets to lists of values"),
        ("[]", "expected a filter as text, or a map from facets to lists of values"),
    ] {
        let found = error::<Filter>(text);
        assert!(found.contains(message), "{found}");
    }
    #[cfg(not(feature = "search"))]
    assert!(error::<Filter>(r#"{"search": "trade"}"#).contains("feature `search`"));
}
