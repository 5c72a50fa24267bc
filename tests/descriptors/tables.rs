//! The tables as resources of the package. What each column holds is said here, as no table says it.

use std::collections::HashMap;
use std::fs;

use serde_json::{Value, json};
use yongkang_metrics::{AdminLevel, Comparator, DATASET, Dimension, ExclusionReason, PeriodBasis, Relation, StatType};

use crate::NUMERALS;

#[path = "../../src/sha256.rs"]
mod sha256;

pub fn resources() -> [Value; 8] {
    [report(), sections(), categories(), units(), aggregates(), metrics(), pairs(), exclusions()]
}

/// The columns that hold the key of a row of another table: table, column, other table, column.
const FOREIGN_KEYS: [[&str; 4]; 8] = [
    ["metrics", "category", "categories", "code"],
    ["metrics", "section", "sections", "section"],
    ["metrics", "unit", "units", "code"],
    ["metrics", "of_metric", "metrics", "id"],
    ["metrics", "aggregate", "aggregates", "code"],
    ["pairs", "metric", "metrics", "id"],
    ["pairs", "other", "metrics", "id"],
    ["exclusions", "section", "sections", "section"],
];

/// A column: its name, its title, its type with the limits of its values, and what it holds.
type Column = (&'static str, &'static str, Value, &'static str);

macro_rules! columns {
    ($($name:ident, $title:literal, $kind:expr, $description:literal;)+) => {
        vec![$((stringify!($name), $title, $kind, $description)),+]
    };
}

/// A resource: the table `data/NAME.tsv`, with its primary key and its columns.
fn table(name: &str, title: &str, description: &str, key: &[&str], columns: Vec<Column>) -> Value {
    let file = format!("{name}.tsv");
    let bytes = fs::read(format!("data/{file}")).unwrap_or_else(|error| panic!("data/{file}: {error}"));
    let hash = sha256::digest(&bytes).map(|word| format!("{word:08x}")).concat();
    let header: Vec<_> = bytes.split(|&b| b == b'\n').next().unwrap_or_default().split(|&b| b == b'\t').collect();
    let names: Vec<_> = columns.iter().map(|column| column.0.as_bytes()).collect();
    assert!(header == names, "data/{file} has other columns than tests/descriptors/tables.rs describes");

    let fields = columns.into_iter().map(|(name, title, mut field, description)| {
        field["name"] = name.into();
        field["title"] = title.into();
        field["description"] = description.into();
        field
    });
    let mut schema = json!({ "fields": fields.collect::<Value>(), "missingValues": [""], "primaryKey": key });
    for [_, column, other, other_column] in FOREIGN_KEYS.iter().filter(|[table, ..]| *table == name) {
        let mut reference = json!({ "fields": [other_column] });
        // The standard wants no name where a table refers to itself.
        if *other != name {
            reference["resource"] = json!(other);
        }
        let key = json!({ "fields": [column], "reference": reference });
        match &mut schema["foreignKeys"] {
            Value::Array(keys) => keys.push(key),
            none => *none = json!([key]),
        }
    }
    json!({
        "name": name,
        "type": "table",
        "title": title,
        "description": description,
        "path": file,
        "format": "tsv",
        "mediatype": "text/tab-separated-values",
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": format!("sha256:{hash}"),
        // The standard has no word for "nothing is quoted": as no field holds a quotation mark, it comes to the same.
        "dialect": { "delimiter": "\t", "lineTerminator": "\n", "header": true },
        "schema": schema,
    })
}

/// What schema.org calls the code of a unit: that of UN/ECE Recommendation 20, or else an address, of QUDT.
pub fn unit_codes() -> HashMap<String, String> {
    let table = fs::read_to_string("data/units.tsv").expect("the table of units");
    let mut rows = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let header = rows.next().expect("a header");
    let [code, qudt, rec_20] = ["code", "qudt", "rec_20"]
        .map(|name| header.iter().position(|column| *column == name).expect("a column of units"));
    rows.filter_map(|row| match (row[rec_20], row[qudt]) {
        ("", "") => None,
        ("", name) => Some((row[code].to_owned(), format!("http://qudt.org/vocab/unit/{name}"))),
        (common, _) => Some((row[code].to_owned(), common.to_owned())),
    })
    .collect()
}

/// Kebab case, each word with a letter first.
const CODE: &str = "[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*";

fn with(mut kind: Value, constraint: &str, limit: impl Into<Value>) -> Value {
    kind["constraints"][constraint] = limit.into();
    kind
}

fn text() -> Value {
    json!({ "type": "string", "constraints": { "required": true } })
}

fn optional(kind: Value) -> Value {
    with(kind, "required", false)
}

/// Text that no other row has.
fn name() -> Value {
    with(text(), "unique", true)
}

/// Text that matches this expression as a whole.
fn pattern(expression: &str) -> Value {
    with(text(), "pattern", expression)
}

fn number() -> Value {
    json!({ "type": "number", "constraints": { "required": true } })
}

/// A whole number of this or more.
fn whole(minimum: u32) -> Value {
    json!({ "type": "integer", "constraints": { "required": true, "minimum": minimum } })
}

/// The number of a section.
fn section() -> Value {
    whole(0)
}

/// A position in the report.
fn offset() -> Value {
    with(section(), "maximum", DATASET.source_chars - 1)
}

/// A closed vocabulary: code, name, Chinese name, explanation, Chinese explanation.
fn vocabulary<'a>(codes: impl Iterator<Item = [&'a str; 5]> + Clone) -> Value {
    let mut kind = with(text(), "enum", codes.clone().map(|[code, ..]| code).collect::<Value>());
    let categories = codes.map(|[code, name, name_zh, about, about_zh]| {
        json!({ "value": code, "label": name, "x-label-zh": name_zh, "x-about": about, "x-about-zh": about_zh })
    });
    kind["categories"] = categories.collect();
    kind
}

/// A vocabulary of the API.
macro_rules! codes {
    ($Vocabulary:ident) => {
        vocabulary($Vocabulary::ALL.iter().map(|v| [v.code(), v.name(), v.name_zh(), v.about(), v.about_zh()]))
    };
}

fn report() -> Value {
    let columns = columns! {
        key, "Key", text(), "What is told: titles, period, area, the length and SHA-256 of the report as UTF-8 text, and what it does not print.";
        value, "Value", text(), "What there is to tell: text, also where it looks like a number.";
    };
    table("report", "Report", "What the report is and what it is about, a key a row.", &["key"], columns)
}

fn sections() -> Value {
    let columns = columns! {
        section, "Section", section(), "The number of the section, from 0, which is what stands before the first heading.";
        source_start, "Position", offset(), "Where the section begins: an offset into the report, from 0, in Unicode code points.";
        title, "Title", text(), "What the section is about, in English and in our own words.";
        title_zh, "Title in Chinese", text(), "What the section is about, in Chinese and in our own words.";
    };
    table("sections", "Sections", "The sections of the report, in order.", &["section"], columns)
}

fn categories() -> Value {
    let columns = columns! {
        code, "Code", pattern(CODE), "Names the category.";
        name, "Name", name(), "The English name.";
        name_zh, "Name in Chinese", name(), "The Chinese name.";
        about, "About", text(), "What the category covers, in an English sentence.";
        about_zh, "About, in Chinese", text(), "What the category covers, in a Chinese sentence.";
    };
    table("categories", "Categories", "What metrics are about.", &["code"], columns)
}

fn units() -> Value {
    let columns = columns! {
        code, "Code", pattern(CODE), "Names the unit.";
        name, "Name", name(), "The English name, in the plural where the unit counts things.";
        name_singular, "Name of one", text(), "The English name for one of it.";
        name_zh, "Name in Chinese", name(), "The Chinese noun, which is no measure word where it has one.";
        dimension, "Dimension", codes!(Dimension),
            "What sort of quantity the unit measures, which says what arithmetic makes sense.";
        printed, "As printed", text(),
            "How the report prints the unit, with … for the number; alternatives have a space between, the measure word of a label first.";
        nouns, "Nouns", optional(text()),
            "What is counted, in Chinese, where the measure word alone could mean other things; alternatives have a space between.";
        duration, "Duration", optional(pattern("P[1-9][0-9]*[YMWD]")),
            "How long one of it is, as an ISO 8601 duration; empty where it is no unit of time.";
        ucum, "UCUM", optional(text()),
            "The code in UCUM, in which currencies and what is counted are annotations in braces.";
        iso_4217, "ISO 4217", optional(text()), "The code of the currency.";
        qudt, "QUDT", optional(text()), "The local name in QUDT's vocabulary of units.";
        rec_20, "Recommendation 20", optional(text()), "The common code of UN/ECE Recommendation 20.";
        about, "About", text(), "What the unit counts or measures, in an English sentence.";
        about_zh, "About, in Chinese", text(), "What the unit counts or measures, in a Chinese sentence.";
    };
    table("units", "Units", "What values count or measure.", &["code"], columns)
}

fn aggregates() -> Value {
    let columns = columns! {
        code, "Code", pattern(CODE), "Names the aggregate.";
        name, "Name", name(), "The name of the total in English.";
        name_zh, "Name in Chinese", name(), "The name of the total in Chinese.";
        about, "About", text(), "What its metrics count together, in an English sentence.";
        about_zh, "About, in Chinese", text(), "What its metrics count together, in a Chinese sentence.";
        instances, "Instances", optional(text()),
            "What their sum counts where one thing may be counted twice, in English: persons honoured twice are two person-times.";
        instances_zh, "Instances in Chinese", optional(text()), "The same in Chinese.";
    };
    table("aggregates", "Aggregates", "Indicators that are the total of metrics.", &["code"], columns)
}

fn metrics() -> Value {
    let columns = columns! {
        id, "Id", pattern("[a-z][a-z0-9]*(-[a-z0-9]+)*"), "Names the metric; stable for ever and never reused.";
        title, "Title", name(), "The name of the indicator in English.";
        title_zh, "Title in Chinese", name(), "The name of the indicator in Chinese, in the report's own terms.";
        counted, "Counted", optional(text()),
            "What the value counts, in the words of the English title; empty where the unit says it all.";
        counted_zh, "Counted, in Chinese", optional(text()),
            "What the value counts or is of: the nouns that may stand with the figure, a space between, the one of the title first.";
        category, "Category", text(), "What the metric is about.";
        section, "Section", section(), "The section of the report in which the figure stands.";
        source_start, "Position", offset(), "Where obs_text starts: an offset into the report, from 0, in Unicode code points.";
        obs_text, "As printed", text(),
            "The figure exactly as the report prints it: qualifier, digits, magnitude and unit words.";
        obs_value, "Value", number(),
            "The same in the base unit, as an exact decimal, which binary floating point need not hold.";
        comparator, "Comparator", optional(codes!(Comparator)),
            "How the actual value compares to obs_value, as FHIR's Quantity.comparator; empty where it is stated as such.";
        unit, "Unit", text(), "What the value counts or measures.";
        stat_type, "Kind of statistic", codes!(StatType),
            "What kind of statistic the value is, which says what may be done with it.";
        time_period, "Period", pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2}"),
            "The time that the value refers to: an ISO 8601 interval of two days, both included.";
        period_basis, "Basis of the period", codes!(PeriodBasis), "Whether the report prints the period with the figure.";
        admin_level, "Administrative level", optional(codes!(AdminLevel)),
            "The level of the award, ranking, list, policy or recognition referred to; empty where the report gives none.";
        of_metric, "Of metric", optional(text()),
            "The metric that this one qualifies: of which it is the growth rate, streak, threshold, change or measure.";
        aggregate, "Aggregate", optional(text()),
            "The total that the metric is a part of; empty where it adds up with nothing.";
        headline, "Headline", optional(whole(1)),
            "The place among the figures that an editor would put first, from 1; empty of all others.";
        note, "Note", optional(text()), "What the number is not. Which metrics may overlap is told by the table of pairs.";
        note_zh, "Note in Chinese", optional(text()), "The note in Chinese.";
        keywords, "Keywords", optional(text()),
            "Words in English and Chinese that a reader would look for and that the titles do not have, a space between.";
    };
    table("metrics", "Metrics", "The figures of the report, in report order.", &["id"], columns)
}

fn pairs() -> Value {
    let columns = columns! {
        metric, "Metric", text(), "The metric that comes first in the report.";
        other, "Other", text(), "The one that comes later.";
        relation, "Relation", codes!(Relation), "What the first has in common with the other.";
    };
    let description = "What metrics have in common: a row for every two of one aggregate. No others add up.";
    table("pairs", "Pairs", description, &["metric", "other"], columns)
}

fn exclusions() -> Value {
    let columns = columns! {
        section, "Section", section(), "The section of the report in which the numeral stands.";
        source_start, "Position", offset(), "Where the numeral starts: an offset into the report, from 0, in Unicode code points.";
        text, "Numeral", pattern(&format!("[0-9]+|[{NUMERALS}]+")), "The numeral and nothing else. It is text, not a value.";
        reason, "Reason", codes!(ExclusionReason), "Why the numeral is not a metric.";
        phrase, "Phrase", optional(text()), "The name or the word that the numeral stands in, or empty.";
    };
    let description = format!(
        "The numerals of the report that are in no metric, in report order. A numeral is each run of Arabic digits, and each of \
         the characters {NUMERALS}."
    );
    table("exclusions", "Exclusions", &description, &["source_start"], columns)
}
