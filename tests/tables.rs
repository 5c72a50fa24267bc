//! Reads the tables under `data/` once more, with another reader than the build script's, and holds every cell
//! against what the API says.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Debug, Display};
use std::str::FromStr;

use csv::{ReaderBuilder, StringRecord};
use yongkang_metrics::{Aggregate, Category, DATASET, Exclusion, Metric, MetricSet, Relation, Section, Unit};

#[path = "support/tables.rs"]
mod tables;

/// The header of a table, and its rows.
fn read(table: &str) -> (StringRecord, Vec<StringRecord>) {
    let path = tables::path(&format!("{table}.tsv"));
    let mut reader = ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(path).expect("the table is there");
    let header = reader.headers().expect("a header line").clone();
    let rows: Result<_, _> = reader.records().collect();
    (header, rows.expect("UTF-8 rows as wide as the header"))
}

/// Holds a cell against what the API says, which is the error if they differ.
type Check<T> = fn(&str, T) -> Result<(), String>;

/// Each column of `metrics.tsv`, with the getter that answers for it.
const METRIC_COLUMNS: &[(&str, Check<Metric>)] = &[
    ("id", |cell, metric| same(cell, metric).and_then(|()| text(cell, metric.id()))),
    ("title", |cell, metric| text(cell, metric.title())),
    ("title_zh", |cell, metric| text(cell, metric.title_zh())),
    ("counted", |cell, metric| text(cell, metric.counted())),
    ("counted_zh", |cell, metric| text(cell, &metric.counted_zh().join(" "))),
    ("category", |cell, metric| same(cell, metric.category())),
    ("section", |cell, metric| same(cell, metric.section())),
    ("source_start", |cell, metric| same(cell, metric.source_start())),
    ("obs_text", |cell, metric| text(cell, metric.obs_text())),
    ("obs_value", |cell, metric| same(cell, metric.value())),
    ("comparator", |cell, metric| optional(cell, metric.comparator())),
    ("unit", |cell, metric| same(cell, metric.unit())),
    ("stat_type", |cell, metric| same(cell, metric.stat_type())),
    ("time_period", |cell, metric| same(cell, metric.time_period())),
    ("period_basis", |cell, metric| same(cell, metric.period_basis())),
    ("admin_level", |cell, metric| optional(cell, metric.admin_level())),
    ("of_metric", |cell, metric| optional(cell, metric.of_metric())),
    ("aggregate", |cell, metric| optional(cell, metric.aggregate())),
    ("headline", |cell, metric| optional(cell, (1..).zip(Metric::HEADLINES).find(|it| *it.1 == metric).map(|it| it.0))),
    ("note", |cell, metric| agree(metric.note() == (!cell.is_empty()).then_some(cell), metric.note())),
    ("note_zh", |cell, metric| agree(metric.note_zh() == (!cell.is_empty()).then_some(cell), metric.note_zh())),
    ("keywords", |cell, metric| text(cell, &metric.keywords().join(" "))),
    ("obs_status", |cell, metric| optional(cell, metric.obs_status())),
];

/// Each column of `exclusions.tsv`, with the getter that answers for it.
const EXCLUSION_COLUMNS: &[(&str, Check<Exclusion>)] = &[
    ("section", |cell, exclusion| same(cell, exclusion.section)),
    ("source_start", |cell, exclusion| same(cell, exclusion.source_start)),
    ("text", |cell, exclusion| text(cell, exclusion.text)),
    ("reason", |cell, exclusion| same(cell, exclusion.reason)),
    ("phrase", |cell, exclusion| text(cell, exclusion.phrase)),
];

/// Each column of `sections.tsv`.
const SECTION_COLUMNS: &[(&str, Check<Section>)] = &[
    ("section", |cell, section| same(cell, section)),
    ("source_start", |cell, section| same(cell, section.source_start())),
    ("title", |cell, section| text(cell, section.title())),
    ("title_zh", |cell, section| text(cell, section.title_zh())),
];

/// Each column of `categories.tsv`.
const CATEGORY_COLUMNS: &[(&str, Check<Category>)] = &[
    ("code", |cell, category| same(cell, category).and_then(|()| text(cell, category.code()))),
    ("name", |cell, category| text(cell, category.name())),
    ("name_zh", |cell, category| text(cell, category.name_zh())),
    ("about", |cell, category| text(cell, category.about())),
    ("about_zh", |cell, category| text(cell, category.about_zh())),
];

/// Each column of `units.tsv`.
const UNIT_COLUMNS: &[(&str, Check<Unit>)] = &[
    ("code", |cell, unit| same(cell, unit).and_then(|()| text(cell, unit.code()))),
    ("name", |cell, unit| text(cell, unit.name())),
    ("name_singular", |cell, unit| text(cell, unit.name_singular())),
    ("name_zh", |cell, unit| text(cell, unit.name_zh())),
    ("dimension", |cell, unit| same(cell, unit.dimension())),
    ("printed", |cell, unit| {
        let words = unit.printed().iter().map(|(before, after)| format!("{before}…{after}"));
        text(cell, &words.collect::<Vec<_>>().join(" "))
    }),
    ("nouns", |cell, unit| text(cell, &unit.nouns().join(" "))),
    ("duration", |cell, unit| text(cell, unit.duration().unwrap_or_default())),
    // Of the codes of other standards only that of money is read; the others are for readers of the table.
    ("ucum", |_, _| Ok(())),
    ("iso_4217", |cell, unit| agree(cell.is_empty() || cell.parse() == Ok(unit), unit)),
    ("qudt", |_, _| Ok(())),
    ("rec_20", |_, _| Ok(())),
    ("about", |cell, unit| text(cell, unit.about())),
    ("about_zh", |cell, unit| text(cell, unit.about_zh())),
];

/// Each column of `aggregates.tsv`.
const AGGREGATE_COLUMNS: &[(&str, Check<Aggregate>)] = &[
    ("code", |cell, aggregate| same(cell, aggregate).and_then(|()| text(cell, aggregate.code()))),
    ("name", |cell, aggregate| text(cell, aggregate.name())),
    ("name_zh", |cell, aggregate| text(cell, aggregate.name_zh())),
    ("about", |cell, aggregate| text(cell, aggregate.about())),
    ("about_zh", |cell, aggregate| text(cell, aggregate.about_zh())),
    ("instances", |cell, aggregate| text(cell, aggregate.instances().map_or("", |total| total.noun()))),
    ("instances_zh", |cell, aggregate| text(cell, aggregate.instances().map_or("", |total| total.noun_zh()))),
];

fn agree(agree: bool, value: impl Debug) -> Result<(), String> {
    if agree { Ok(()) } else { Err(format!("{value:?}")) }
}

fn text(cell: &str, value: &str) -> Result<(), String> {
    agree(cell == value, value)
}

/// The cell reads as the value, and the value prints as the cell.
fn same<T: FromStr + PartialEq + Display + Debug>(cell: &str, value: T) -> Result<(), String> {
    let reads = cell.parse::<T>().is_ok_and(|read| read == value);
    agree(reads && value.to_string() == cell, value)
}

/// An empty cell is `None`.
fn optional<T: FromStr + PartialEq + Display + Debug>(cell: &str, value: Option<T>) -> Result<(), String> {
    match value {
        Some(value) => same(cell, value),
        None => agree(cell.is_empty(), value),
    }
}

/// Holds every cell against the value in the same place, and every column has a check.
fn assert_same<T: Copy>(table: &str, values: &[T], columns: &[(&str, Check<T>)]) {
    let (header, rows) = read(table);
    // The last column of metrics and exclusions may be left out.
    let is_short = header.len() < columns.len() && ["metrics", "exclusions"].contains(&table);
    let columns = &columns[..columns.len() - usize::from(is_short)];
    assert!(header.iter().eq(columns.iter().map(|(name, _)| *name)), "{table}: {header:?}");
    assert_eq!(rows.len(), values.len(), "{table}");
    for (line, (row, value)) in rows.iter().zip(values).enumerate() {
        for (cell, (column, check)) in row.iter().zip(columns) {
            if let Err(value) = check(cell, *value) {
                panic!("data/{table}.tsv:{}: {column} {cell:?} in the table, {value} in the API", line + 2);
            }
        }
    }
}

#[test]
fn metrics() {
    assert_same("metrics", Metric::ALL, METRIC_COLUMNS);
}

#[test]
fn exclusions() {
    assert_same("exclusions", DATASET.exclusions, EXCLUSION_COLUMNS);
}

#[test]
fn sections() {
    assert_same("sections", Section::ALL, SECTION_COLUMNS);
}

#[test]
fn categories() {
    assert_same("categories", Category::ALL, CATEGORY_COLUMNS);
}

#[test]
fn units() {
    assert_same("units", Unit::ALL, UNIT_COLUMNS);
}

#[test]
fn aggregates() {
    assert_same("aggregates", Aggregate::ALL, AGGREGATE_COLUMNS);
}

#[test]
fn the_report() {
    let (period, characters) = (DATASET.time_period.to_string(), DATASET.source_chars.to_string());
    let not_printed = DATASET.not_printed.iter().map(|it| [&[it.name, it.name_zh], it.words].concat().join(", "));
    let not_printed = not_printed.collect::<Vec<_>>().join("; ");
    let expected = [
        ["title", DATASET.title],
        ["title_zh", DATASET.title_zh],
        ["source", DATASET.source],
        ["source_zh", DATASET.source_zh],
        ["time_period", &period],
        ["area", DATASET.area],
        ["area_zh", DATASET.area_zh],
        ["gb_t_2260", DATASET.gb_t_2260],
        ["iso_3166_2", DATASET.iso_3166_2],
        ["characters", &characters],
        ["sha256", DATASET.source_sha256],
        ["not_printed", &not_printed],
    ];
    let (header, rows) = read("report");
    assert_eq!(header, ["key", "value"][..]);
    let expected = expected.iter().filter(|[key, value]| *key != "not_printed" || !value.is_empty());
    assert!(rows.into_iter().eq(expected.map(|row| StringRecord::from(&row[..]))));
}

#[test]
fn relations_are_those_of_the_pairs_both_ways() {
    let mut expected = BTreeMap::new();
    for row in read("pairs").1 {
        let [a, b] = [0, 1].map(|end| Metric::from_id(&row[end]).expect("an id of the table"));
        let relation: Relation = row[2].parse().expect("a code of the vocabulary");
        let converse = match relation {
            Relation::Within => Relation::Contains,
            Relation::Contains => Relation::Within,
            both_ways => both_ways,
        };
        expected.extend([((a, b), relation), ((b, a), converse)]);
    }
    for (a, b) in MetricSet::ALL.iter().flat_map(|a| MetricSet::ALL.iter().map(move |b| (a, b))) {
        let relation = expected.get(&(a, b)).copied();
        assert_eq!(a.relation(b), relation, "{a}, {b}");
        assert_eq!(a.overlaps().contains(b), relation == Some(Relation::MayOverlap), "{a}, {b}");
    }
}

#[test]
fn a_figure_is_shared_by_those_that_start_where_it_does() {
    for metric in MetricSet::ALL {
        let others = MetricSet::ALL - metric;
        let expected = others.filter(|other| other.source_start() == metric.source_start());
        assert_eq!(metric.same_figure(), expected, "{metric}");
    }
    assert_eq!(MetricSet::ALL.iter().filter(|metric| !metric.same_figure().is_empty()).count(), 9);
}

/// Our codes of units in other standards, which nothing else says twice.
#[test]
fn codes_of_other_standards() {
    let (header, rows) = read("units");
    let cell = |row: &StringRecord, column: &str| {
        row[header.iter().position(|name| name == column).expect("a column")].to_owned()
    };
    let ucum: BTreeSet<String> = rows.iter().map(|row| cell(row, "ucum")).collect();
    assert!(ucum.len() == rows.len() && !ucum.contains(""), "each unit has a code of its own in UCUM");
    for row in &rows {
        let code = cell(row, "code");
        if cell(row, "dimension") == "count" {
            assert_eq!(cell(row, "ucum"), format!("{{{code}}}"));
        }
        let expected = match &*code {
            "yuan" => ["CNY", "CCY_CNY", ""],
            "person" => ["", "", "IE"],
            "percent" => ["", "PERCENT", "P1"],
            "year" => ["", "YR", "ANN"],
            "month" => ["", "", "MON"],
            "week" => ["", "WK", "WEE"],
            "day" => ["", "DAY", "DAY"],
            _ => ["", "", ""],
        };
        assert_eq!(["iso_4217", "qudt", "rec_20"].map(|column| cell(row, column)), expected, "{code}");
    }
}
