//! Reads the tables under `data/` once more, with another reader than the build script's, and holds every cell
//! against what the API says.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Debug, Display};
use std::str::FromStr;

use csv::ReaderBuilder;
use yongkang_metrics::{
    AdminLevel, Category, DATASET, Dimension, Exclusion, ExclusionReason, Metric, MetricSet, Period, Section, StatType,
    Unit,
};

type Row = BTreeMap<String, String>;

struct Table {
    headers: Vec<String>,
    rows: Vec<Row>,
}

fn metrics_table() -> Table {
    read("metrics")
}

fn exclusions_table() -> Table {
    read("exclusions")
}

fn read(table: &str) -> Table {
    let path = format!("{}/data/{table}.tsv", env!("CARGO_MANIFEST_DIR"));
    let mut reader =
        ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(path).expect("the table is in the package");
    let headers = reader.headers().expect("a header line");
    let headers = headers.iter().map(str::to_owned).collect();
    let rows: Result<_, _> = reader.deserialize().collect();
    Table { headers, rows: rows.expect("UTF-8 rows as wide as the header") }
}

/// Holds a cell against what the API says, which is the error if they differ.
type Check<T> = fn(&str, T) -> Result<(), String>;

/// Each column of `metrics.tsv`, with the getter that answers for it.
const METRIC_COLUMNS: &[(&str, Check<Metric>)] = &[
    ("id", |cell, metric| same(cell, metric).and_then(|()| text(cell, metric.id()))),
    ("title", |cell, metric| text(cell, metric.title())),
    ("title_zh", |cell, metric| text(cell, metric.title_zh())),
    ("category", |cell, metric| same(cell, metric.category())),
    ("section", |cell, metric| same(cell, metric.section())),
    ("source_start", |cell, metric| same(cell, metric.source_start())),
    ("obs_text", |cell, metric| text(cell, metric.obs_text())),
    ("obs_value", |cell, metric| same(cell, metric.value())),
    ("comparator", |cell, metric| optional(cell, metric.comparator())),
    ("unit", |cell, metric| same(cell, metric.unit())),
    ("stat_type", |cell, metric| same(cell, metric.stat_type())),
    ("time_period", |cell, metric| same(cell, metric.time_period())),
    ("admin_level", |cell, metric| optional(cell, metric.admin_level())),
    ("of_metric", |cell, metric| optional(cell, metric.of_metric())),
    ("note", |cell, metric| agree(metric.note() == (!cell.is_empty()).then_some(cell), metric.note())),
    ("note_zh", |cell, metric| agree(metric.note_zh() == (!cell.is_empty()).then_some(cell), metric.note_zh())),
    ("keywords", |cell, metric| text(cell, &metric.keywords().join(" "))),
];

/// Each column of `exclusions.tsv`, with the getter that answers for it.
const EXCLUSION_COLUMNS: &[(&str, Check<Exclusion>)] = &[
    ("section", |cell, exclusion| same(cell, exclusion.section())),
    ("source_start", |cell, exclusion| same(cell, exclusion.source_start())),
    ("text", |cell, exclusion| text(cell, exclusion.text())),
    ("reason", |cell, exclusion| same(cell, exclusion.reason())),
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
    ("ucum", |cell, unit| text(cell, unit.standard_codes().ucum.unwrap_or_default())),
    ("iso_4217", |cell, unit| text(cell, unit.standard_codes().iso_4217.unwrap_or_default())),
    ("qudt", |cell, unit| text(cell, unit.standard_codes().qudt.unwrap_or_default())),
    ("rec_20", |cell, unit| text(cell, unit.standard_codes().rec_20.unwrap_or_default())),
    ("about", |cell, unit| text(cell, unit.about())),
    ("about_zh", |cell, unit| text(cell, unit.about_zh())),
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

/// Where the rows differ from the values in the same places, a line for each cell.
fn differences<T: Copy>(
    table: &Table,
    values: impl IntoIterator<Item = T>,
    columns: &[(&str, Check<T>)],
) -> Vec<String> {
    let mut found = Vec::new();
    for (i, (row, value)) in table.rows.iter().zip(values).enumerate() {
        for &(column, check) in columns {
            let cell = &row[column];
            if let Err(value) = check(cell, value) {
                let line = i + 2;
                found.push(format!("line {line}, {column}: {cell:?} in the table, {value} in the API"));
            }
        }
    }
    found
}

fn sorted(names: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<String> {
    let mut names: Vec<_> = names.into_iter().map(|name| name.as_ref().to_owned()).collect();
    names.sort();
    names
}

/// The ids of the rows for which `condition` holds, in the order of the table.
fn ids_where(table: &Table, condition: impl Fn(&Row) -> bool) -> Vec<&str> {
    let rows = table.rows.iter().filter(|row| condition(row));
    rows.map(|row| row["id"].as_str()).collect()
}

fn ids(set: MetricSet) -> Vec<&'static str> {
    set.iter().map(Metric::id).collect()
}

mod metrics {
    use super::*;

    #[test]
    fn there_is_one_for_each_row() {
        let rows = metrics_table().rows.len();
        assert!(rows > 0);
        assert_eq!(MetricSet::ALL.len(), rows);
        assert_eq!(DATASET.metric_count(), rows);
    }

    #[test]
    fn they_are_in_the_order_of_the_rows() {
        let table = metrics_table();
        assert_eq!(ids(MetricSet::ALL), ids_where(&table, |_| true));
    }

    #[test]
    fn an_id_finds_the_metric_of_its_row() {
        for (i, row) in metrics_table().rows.iter().enumerate() {
            let metric = Metric::from_id(&row["id"]);
            assert_eq!(metric.map(Metric::index), Some(i), "{}", row["id"]);
        }
    }

    #[test]
    fn every_column_is_compared() {
        let compared = METRIC_COLUMNS.iter().map(|(name, _)| name);
        assert_eq!(sorted(metrics_table().headers), sorted(compared));
    }

    #[test]
    fn every_cell_is_what_the_getter_says() {
        let table = metrics_table();
        let by_id = |row: &Row| Metric::from_id(&row["id"]).expect("an id of the table");
        let metrics: Vec<Metric> = table.rows.iter().map(by_id).collect();
        let found = differences(&table, metrics, METRIC_COLUMNS);
        assert!(found.is_empty(), "{found:#?}");
    }
}

mod exclusions {
    use super::*;

    #[test]
    fn there_is_one_for_each_row() {
        let rows = exclusions_table().rows.len();
        assert!(rows > 0);
        assert_eq!(DATASET.exclusions().len(), rows);
        assert_eq!(DATASET.exclusions().count(), rows);
        assert_eq!(DATASET.exclusion_count(), rows);
    }

    #[test]
    fn every_column_is_compared() {
        let compared = EXCLUSION_COLUMNS.iter().map(|(name, _)| name);
        assert_eq!(sorted(exclusions_table().headers), sorted(compared));
    }

    #[test]
    fn every_cell_is_what_the_getter_says() {
        let found = differences(&exclusions_table(), DATASET.exclusions(), EXCLUSION_COLUMNS);
        assert!(found.is_empty(), "{found:#?}");
    }
}

/// The smaller tables, whose rows are the variants and numbers of the API.
mod codes {
    use super::*;

    /// Every column is compared, and there is a value for each row.
    fn assert_same<T: Copy>(name: &str, values: &[T], columns: &[(&str, Check<T>)]) {
        let table = read(name);
        assert_eq!(sorted(&table.headers), sorted(columns.iter().map(|(name, _)| name)));
        assert_eq!(table.rows.len(), values.len(), "{name}");
        let found = differences(&table, values.iter().copied(), columns);
        assert!(found.is_empty(), "{found:#?}");
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
    fn the_report() {
        let rows = read("report").rows;
        let found: Vec<(&str, &str)> = rows.iter().map(|row| (row["key"].as_str(), row["value"].as_str())).collect();
        let (period, characters) = (DATASET.time_period().to_string(), DATASET.source_chars().to_string());
        let expected = [
            ("title", DATASET.title()),
            ("title_zh", DATASET.title_zh()),
            ("source", DATASET.source()),
            ("source_zh", DATASET.source_zh()),
            ("time_period", &period),
            ("area", DATASET.area()),
            ("area_zh", DATASET.area_zh()),
            ("gb_t_2260", DATASET.gb_t_2260()),
            ("iso_3166_2", DATASET.iso_3166_2()),
            ("characters", &characters),
            ("sha256", DATASET.source_sha256()),
        ];
        assert_eq!(found, expected);
    }
}

mod pairs {
    use super::*;

    #[test]
    fn overlaps_are_those_of_the_table_both_ways() {
        let mut expected: BTreeMap<Metric, BTreeSet<Metric>> = BTreeMap::new();
        for row in read("pairs").rows.iter().filter(|row| row["relation"] == "may-overlap") {
            let [a, b] = ["metric", "other"].map(|end| Metric::from_id(&row[end]).expect("an id of the table"));
            expected.entry(a).or_default().insert(b);
            expected.entry(b).or_default().insert(a);
        }
        for metric in MetricSet::ALL {
            let found: BTreeSet<Metric> = metric.overlaps().iter().collect();
            assert_eq!(found, expected.remove(&metric).unwrap_or_default(), "{metric}");
        }
    }

    #[test]
    fn a_figure_is_shared_by_those_that_start_where_it_does() {
        let table = metrics_table();
        for metric in MetricSet::ALL {
            let start = metric.source_start().to_string();
            let expected = ids_where(&table, |row| row["source_start"] == start && row["id"] != metric.id());
            assert_eq!(ids(metric.same_figure()), expected);
        }
        assert_eq!(MetricSet::ALL.iter().filter(|metric| !metric.same_figure().is_empty()).count(), 9);
    }
}

/// Nothing is offered to choose from that would choose nothing.
mod use_of_the_vocabularies {
    use super::*;

    /// The codes that no row has in this column.
    fn idle(table: &Table, column: &str, codes: impl Iterator<Item = &'static str>) -> Vec<String> {
        let used: BTreeSet<&str> = table.rows.iter().map(|row| row[column].as_str()).collect();
        sorted(codes.filter(|code| !used.contains(code)))
    }

    #[test]
    fn every_stat_type_has_a_metric() {
        let codes = StatType::ALL.iter().map(|stat_type| stat_type.code());
        assert_eq!(idle(&metrics_table(), "stat_type", codes), [""; 0]);
    }

    #[test]
    fn every_admin_level_has_a_metric() {
        let codes = AdminLevel::ALL.iter().map(|level| level.code());
        assert_eq!(idle(&metrics_table(), "admin_level", codes), [""; 0]);
    }

    #[test]
    fn every_dimension_has_a_metric() {
        let table = metrics_table();
        let used: BTreeSet<Dimension> =
            table.rows.iter().map(|row| row["unit"].parse::<Unit>().expect("a unit").dimension()).collect();
        assert!(used.iter().eq(Dimension::ALL));
    }

    #[test]
    fn every_exclusion_reason_has_an_exclusion() {
        let codes = ExclusionReason::ALL.iter().map(|reason| reason.code());
        assert_eq!(idle(&exclusions_table(), "reason", codes), [""; 0]);
    }
}

/// The sets that queries answer with are those that a plain filter over the rows gives.
mod facets {
    use super::*;

    #[test]
    fn of_each_category() {
        let table = metrics_table();
        for &category in Category::ALL {
            let expected = ids_where(&table, |row| row["category"] == category.code());
            assert_eq!(ids(category.metrics()), expected, "{category}");
            assert_eq!(ids(MetricSet::ALL.category(category)), expected, "{category}");
        }
    }

    #[test]
    fn of_each_unit() {
        let table = metrics_table();
        for &unit in Unit::ALL {
            let expected = ids_where(&table, |row| row["unit"] == unit.code());
            assert_eq!(ids(unit.metrics()), expected, "{unit}");
            assert_eq!(ids(MetricSet::ALL.unit(unit)), expected, "{unit}");
        }
    }

    #[test]
    fn of_each_category_in_each_unit() {
        let table = metrics_table();
        for &category in Category::ALL {
            for &unit in Unit::ALL {
                let expected =
                    ids_where(&table, |row| row["category"] == category.code() && row["unit"] == unit.code());
                let narrowed = MetricSet::ALL.category(category).unit(unit);
                assert_eq!(ids(narrowed), expected, "{category}, {unit}");
                let intersection = category.metrics() & unit.metrics();
                assert_eq!(ids(intersection), expected, "{category}, {unit}");
            }
        }
    }

    #[test]
    fn of_each_stat_type() {
        let table = metrics_table();
        for &stat_type in StatType::ALL {
            let expected = ids_where(&table, |row| row["stat_type"] == stat_type.code());
            assert_eq!(ids(stat_type.metrics()), expected, "{stat_type}");
            assert_eq!(ids(MetricSet::ALL.stat_type(stat_type)), expected, "{stat_type}");
        }
    }

    #[test]
    fn of_each_admin_level() {
        let table = metrics_table();
        for &level in AdminLevel::ALL {
            let expected = ids_where(&table, |row| row["admin_level"] == level.code());
            assert_eq!(ids(level.metrics()), expected, "{level}");
            assert_eq!(ids(MetricSet::ALL.admin_level(level)), expected, "{level}");
        }
    }

    /// The codes of the dimensions, from those of the units alone.
    fn dimension(unit: &str) -> &'static str {
        match unit {
            "yuan" => "money",
            "percent" => "ratio",
            "rank" => "rank",
            "year" | "month" | "week" | "day" => "duration",
            _ if unit.contains("-per-") => "money-rate",
            _ => "count",
        }
    }

    #[test]
    fn of_each_dimension() {
        let table = metrics_table();
        for &wanted in Dimension::ALL {
            let expected = ids_where(&table, |row| dimension(&row["unit"]) == wanted.code());
            assert_eq!(ids(wanted.metrics()), expected, "{wanted}");
            assert_eq!(ids(MetricSet::ALL.dimension(wanted)), expected, "{wanted}");
        }
    }

    #[test]
    fn of_each_section() {
        let table = metrics_table();
        for &section in Section::ALL {
            let expected = ids_where(&table, |row| row["section"] == section.to_string());
            assert_eq!(ids(section.metrics()), expected, "{section}");
            assert_eq!(ids(MetricSet::ALL.section(section)), expected, "{section}");
        }
    }

    fn periods(table: &Table) -> BTreeSet<&str> {
        let cells = table.rows.iter().map(|row| row["time_period"].as_str());
        cells.collect()
    }

    fn period(text: &str) -> Period {
        text.parse().expect("a period of the table")
    }

    #[test]
    fn of_each_period() {
        let table = metrics_table();
        for wanted in periods(&table) {
            let expected = ids_where(&table, |row| row["time_period"] == wanted);
            assert_eq!(ids(MetricSet::ALL.period(period(wanted))), expected, "{wanted}");
        }
    }

    /// ISO 8601 days are in order as texts.
    fn is_within(inner: &str, outer: &str) -> bool {
        let (inner_start, inner_end) = inner.split_once('/').expect("an interval");
        let (outer_start, outer_end) = outer.split_once('/').expect("an interval");
        outer_start <= inner_start && inner_end <= outer_end
    }

    #[test]
    fn within_each_period() {
        let table = metrics_table();
        for wanted in periods(&table) {
            let expected = ids_where(&table, |row| is_within(&row["time_period"], wanted));
            assert_eq!(ids(MetricSet::ALL.within(period(wanted))), expected, "{wanted}");
        }
    }
}
