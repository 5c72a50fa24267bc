//! Writes the checked tables as Rust: the enums of categories and units, the constants of `Metric`, and the columns behind all
//! getters.
//!
//! A column is one static, so that the linker drops those that a program does not read.

use std::fmt::{self, Write as _};

use super::dates::{Date, Dates};
use super::order;
use super::pages;
use super::read::{MetricRow, Tables, UnitRow, sure};
use super::table::Row;
use crate::model::exact::Exact;
use crate::model::precision::Limit;
use crate::vocabulary::{AdminLevel, Dimension, StatType};

/// All that the library includes: the names of files and what is in them.
pub fn files(tables: &Tables<'_>) -> Vec<(&'static str, String)> {
    let overlaps = tables.overlaps();
    vec![
        ("category.rs", category(tables)),
        ("unit.rs", unit(tables)),
        ("metric.rs", metric(tables, &overlaps)),
        ("columns.rs", columns(tables, &overlaps)),
        ("catalogue.md", pages::catalogue(tables)),
        ("map.svg", pages::map(tables)),
    ]
}

/// `market-entity` as `MarketEntity`.
pub fn variant(code: &str) -> String {
    let mut name = String::new();
    for word in code.split('-') {
        name += &pages::capitalised(word);
    }
    name
}

/// `market-entities` as `MARKET_ENTITIES`.
pub fn constant(id: &str) -> String {
    id.replace('-', "_").to_ascii_uppercase()
}

fn line(out: &mut String, line: fmt::Arguments<'_>) {
    out.write_fmt(line).expect("a string takes all");
    out.push('\n');
}

/// An enum of codes, with aliases and a page for each.
fn coded(name: &str, about: &str, codes: &[(&str, String, String)]) -> String {
    let mut out = String::new();
    line(&mut out, format_args!("#[doc = {about:?}]"));
    out += "#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[non_exhaustive]\n";
    line(&mut out, format_args!("pub enum {name} {{"));
    for (code, aliases, page) in codes {
        line(&mut out, format_args!("    {aliases}#[doc = {page:?}]\n    {},", variant(code)));
    }
    out += "}\n";
    out
}

fn category(tables: &Tables<'_>) -> String {
    let mut codes = Vec::new();
    for (number, row) in tables.categories.iter().enumerate() {
        let code = row.text("code");
        let aliases = pages::aliases(&variant(code), &[row.text("name"), row.text("name_zh")]);
        codes.push((code, aliases, pages::coded(row, tables, &|metric| metric.category == Some(number))));
    }
    coded("Category", pages::CATEGORY, &codes)
}

/// The enum, a marker type for each unit, and what arithmetic each allows.
fn unit(tables: &Tables<'_>) -> String {
    let mut codes = Vec::new();
    for (number, row) in tables.units.iter().enumerate() {
        let mut names = vec![row.fields.text("name"), row.fields.text("name_zh")];
        names.extend(&row.nouns);
        let aliases = pages::aliases(&variant(row.code()), &names);
        codes.push((row.code(), aliases, pages::coded(&row.fields, tables, &|metric| metric.unit == Some(number))));
    }
    let mut out = coded("Unit", pages::UNIT, &codes);
    for row in &tables.units {
        marker(&mut out, row);
    }
    out
}

fn marker(out: &mut String, row: &UnitRow<'_>) {
    let name = variant(row.code());
    let page = pages::marker(&name, row.fields.text("about"));
    line(out, format_args!("#[doc = {page:?}]\npub struct {name};\nimpl sealed::Sealed for {name} {{}}"));
    line(out, format_args!("impl UnitType for {name} {{ const UNIT: Unit = Unit::{name}; }}"));
    let dimension = sure(row.dimension);
    if !matches!(dimension, Dimension::Rank | Dimension::Ratio) {
        line(out, format_args!("impl RatioScale for {name} {{}}"));
    }
    if matches!(dimension, Dimension::Money | Dimension::Count | Dimension::Duration) {
        line(out, format_args!("impl Additive for {name} {{}}"));
    }
}

/// An `impl Metric` for each category, with a constant for each metric, whose documentation is its page; and the way from an id to its
/// metric.
fn metric(tables: &Tables<'_>, overlaps: &[Vec<usize>]) -> String {
    let mut out = String::new();
    for (number, category) in tables.categories.iter().enumerate() {
        line(&mut out, format_args!("#[doc = {:?}]\nimpl Metric {{", pages::heading(category)));
        for (i, metric) in tables.metrics.iter().enumerate() {
            if metric.category == Some(number) {
                let (name, page) = (constant(metric.id()), pages::metric(metric, &overlaps[i], tables));
                let mut words = vec![metric.fields.text("title"), metric.fields.text("title_zh")];
                words.extend(&metric.keywords);
                let aliases = pages::aliases(&name, &words);
                line(&mut out, format_args!("    {aliases}#[doc = {page:?}]\n    pub const {name}: Self = Self({i});"));
            }
        }
        out.push_str("}\n\n");
    }
    find(&mut out, &tables.metrics);
    out
}

/// The way from an id to its metric.
fn find(out: &mut String, metrics: &[MetricRow<'_>]) {
    out.push_str("#[inline]\nfn find(id: &str) -> Option<Metric> {\n    match id {\n");
    for (row, metric) in metrics.iter().enumerate() {
        line(out, format_args!("        {:?} => Some(Metric({row})),", metric.id()));
    }
    out.push_str("        _ => None,\n    }\n}\n");
}

/// The columns, one static a column, and the sets of metrics by each facet.
fn columns(tables: &Tables<'_>, overlaps: &[Vec<usize>]) -> String {
    let mut out = Columns { rows: tables.metrics.len(), source: String::new() };
    report_columns(&mut out, tables);
    code_columns(&mut out, tables);
    metric_columns(&mut out, tables);
    set_columns(&mut out, tables, overlaps);
    exclusion_columns(&mut out, tables);
    out.source
}

fn report_columns(out: &mut Columns, tables: &Tables<'_>) {
    let report = &tables.report;
    for key in ["title", "title_zh", "source", "source_zh", "area", "area_zh", "gb_t_2260", "iso_3166_2", "sha256"] {
        out.line(format_args!("pub const REPORT_{}: &str = {:?};", key.to_ascii_uppercase(), report.value(key)));
    }
    out.line(format_args!("pub const REPORT_CHARACTERS: usize = {};", sure(report.characters)));
    out.line(format_args!("pub const REPORT_TIME_PERIOD: Period = {};", period(sure(report.time_period))));
    out.line(format_args!("pub const SECTIONS: usize = {};", tables.sections.len()));
    let sections = &tables.sections;
    out.rows = sections.len();
    out.texts("SECTION", &["title", "title_zh"], &|row| &sections[row].fields);
    out.column("SECTION_START", "u32", &|row| sure(sections[row].start).to_string());
}

fn code_columns(out: &mut Columns, tables: &Tables<'_>) {
    let categories = &tables.categories;
    out.rows = categories.len();
    out.column("CATEGORY_ALL", "Category", &|row| format!("Category::{}", variant(categories[row].text("code"))));
    out.texts("CATEGORY", &["code", "name", "name_zh", "about", "about_zh"], &|row| &categories[row]);
    let units = &tables.units;
    out.rows = units.len();
    out.column("UNIT_ALL", "Unit", &|row| format!("Unit::{}", variant(units[row].code())));
    out.texts("UNIT", &["code", "name", "name_singular", "name_zh", "about", "about_zh"], &|row| &units[row].fields);
    out.column("UNIT_DIMENSION", "Dimension", &|row| format!("Dimension::{:?}", sure(units[row].dimension)));
    out.column("UNIT_PRINTED", "&[(&str, &str)]", &|row| format!("&{:?}", units[row].printed));
    out.column("UNIT_NOUNS", "&[&str]", &|row| format!("&{:?}", units[row].nouns));
    out.column("UNIT_DURATION", "Option<&str>", &|row| some(units[row].fields.text("duration")));
    out.column("UNIT_STANDARD_CODES", "StandardCodes", &|row| {
        let code = |standard: &str| some(units[row].fields.text(standard));
        let (ucum, iso_4217, qudt, rec_20) = (code("ucum"), code("iso_4217"), code("qudt"), code("rec_20"));
        format!("StandardCodes {{ ucum: {ucum}, iso_4217: {iso_4217}, qudt: {qudt}, rec_20: {rec_20} }}")
    });
}

fn metric_columns(out: &mut Columns, tables: &Tables<'_>) {
    let metrics = &tables.metrics;
    out.rows = metrics.len();
    out.line(format_args!("/// How many metrics there are.\npub const LEN: usize = {};", metrics.len()));
    out.texts("METRIC", &["id", "title", "title_zh", "obs_text"], &|row| &metrics[row].fields);
    out.column("CATEGORY", "Category", &|row| category_of(&metrics[row], tables));
    out.column("SECTION", "Section", &|row| format!("Section::ALL[{}]", sure(metrics[row].passage.section)));
    out.column("SOURCE_START", "u32", &|row| sure(metrics[row].passage.start).to_string());
    out.column("VALUE", "Decimal", &|row| decimal(sure(metrics[row].value)));
    out.column("BOUNDS", "Bounds", &|row| bounds(&metrics[row]));
    out.column("COMPARATOR", "Option<Comparator>", &|row| {
        let qualifier = sure(metrics[row].figure.as_ref()).precision.qualifier;
        qualifier.comparator().map_or_else(none, |comparator| format!("Some(Comparator::{comparator:?})"))
    });
    out.column("UNIT", "Unit", &|row| format!("Unit::{}", variant(sure(tables.unit_of(&metrics[row])).code())));
    out.column("STAT_TYPE", "StatType", &|row| format!("StatType::{:?}", sure(metrics[row].stat_type)));
    out.column("TIME_PERIOD", "Period", &|row| period(sure(metrics[row].period)));
    out.column("ADMIN_LEVEL", "Option<AdminLevel>", &|row| {
        metrics[row].admin_level.map_or_else(none, |level| format!("Some(AdminLevel::{level:?})"))
    });
    out.column("OF_METRIC", "Option<Metric>", &|row| {
        tables.find(metrics[row].fields.text("of_metric")).map_or_else(none, |of| format!("Some(Metric::at({of}))"))
    });
    out.column("NOTE", "Option<&str>", &|row| some(metrics[row].fields.text("note")));
    out.column("NOTE_ZH", "Option<&str>", &|row| some(metrics[row].fields.text("note_zh")));
    out.column("KEYWORDS", "&[&str]", &|row| format!("&{:?}", metrics[row].keywords));
}

fn category_of(metric: &MetricRow<'_>, tables: &Tables<'_>) -> String {
    format!("Category::{}", variant(tables.categories[sure(metric.category)].text("code")))
}

fn set_columns(out: &mut Columns, tables: &Tables<'_>, overlaps: &[Vec<usize>]) {
    let metrics = &tables.metrics;
    out.lists("OVERLAPS", overlaps);
    out.sets("ADDS_UP", 1, &|row, _| tables.adds_up(&metrics[row]));
    out.sets("BY_CATEGORY", tables.categories.len(), &|row, code| metrics[row].category == Some(code));
    out.sets("BY_UNIT", tables.units.len(), &|row, code| metrics[row].unit == Some(code));
    out.sets("BY_DIMENSION", Dimension::ALL.len(), &|row, code| {
        sure(tables.unit_of(&metrics[row])).dimension == Some(Dimension::ALL[code])
    });
    out.sets("BY_STAT_TYPE", StatType::ALL.len(), &|row, code| metrics[row].stat_type == Some(StatType::ALL[code]));
    out.sets("BY_ADMIN_LEVEL", AdminLevel::ALL.len(), &|row, code| {
        metrics[row].admin_level == Some(AdminLevel::ALL[code])
    });
    out.sets("BY_SECTION", tables.sections.len(), &|row, code| metrics[row].passage.section == Some(code));

    let mut periods: Vec<Dates> = Vec::new();
    for row in order(metrics.len(), &|a, b| metrics[a].period.cmp(&metrics[b].period)) {
        let period = sure(metrics[row].period);
        if periods.last() != Some(&period) {
            periods.push(period);
        }
    }
    out.sets("BY_PERIOD", periods.len(), &|row, code| metrics[row].period == Some(periods[code]));
    out.rows = periods.len();
    out.column("PERIODS", "Period", &|row| period(periods[row]));
}

fn exclusion_columns(out: &mut Columns, tables: &Tables<'_>) {
    let exclusions = &tables.exclusions;
    out.rows = exclusions.len();
    out.column("EXCLUSIONS", "Exclusion", &|row| {
        let (passage, reason) = (exclusions[row].passage, sure(exclusions[row].reason));
        let (start, section, text) = (sure(passage.start), sure(passage.section), passage.text);
        format!(
            "Exclusion {{ source_start: {start}, section: Section::ALL[{section}], text: {text:?}, \
             reason: ExclusionReason::{reason:?} }}"
        )
    });
}

/// The source of the columns, as it grows.
struct Columns {
    /// How many rows the columns have.
    rows: usize,
    source: String,
}

impl Columns {
    fn line(&mut self, text: fmt::Arguments<'_>) {
        line(&mut self.source, text);
    }

    fn column(&mut self, name: &str, type_name: &str, value: &dyn Fn(usize) -> String) {
        // References in a static live as long as it does.
        let _ = write!(self.source, "pub static {name}: [{type_name}; {}] = [", self.rows);
        for row in 0..self.rows {
            self.source += &value(row);
            self.source += ", ";
        }
        self.source += "];\n";
    }

    /// A column of texts for each of these of a table.
    fn texts<'a>(&mut self, table: &str, columns: &[&str], row: &dyn Fn(usize) -> &'a Row<'a>) {
        for column in columns {
            let name = format!("{table}_{}", column.to_ascii_uppercase());
            self.column(&name, "&str", &|number| format!("{:?}", row(number).text(column)));
        }
    }

    /// For each code of a facet, the set of the rows that have it.
    fn sets(&mut self, name: &str, codes: usize, has: &dyn Fn(usize, usize) -> bool) {
        let mut lists = vec![Vec::new(); codes];
        for (code, list) in lists.iter_mut().enumerate() {
            for row in 0..self.rows {
                if has(row, code) {
                    list.push(row);
                }
            }
        }
        self.lists(name, &lists);
    }

    /// The sets that have these rows.
    fn lists(&mut self, name: &str, lists: &[Vec<usize>]) {
        let words = self.rows.div_ceil(64);
        let mut sets = vec![vec![0u64; words]; lists.len()];
        for (set, list) in sets.iter_mut().zip(lists) {
            for row in list {
                set[row / 64] |= 1 << (row % 64);
            }
        }
        self.line(format_args!("pub static {name}: [[u64; {words}]; {}] = {sets:?};", lists.len()));
    }
}

fn none() -> String {
    "None".to_owned()
}

/// What is empty is nothing.
fn some(text: &str) -> String {
    if text.is_empty() { none() } else { format!("Some({text:?})") }
}

fn period(Dates { start, end }: Dates) -> String {
    let day = |Date { year, month, day }: Date| format!("{year}, {month}, {day}");
    format!("period([{}], [{}])", day(start), day(end))
}

fn decimal(Exact { mantissa, scale }: Exact) -> String {
    format!("decimal({mantissa}, {scale})")
}

fn bounds(metric: &MetricRow<'_>) -> String {
    let (lower, upper) = sure(metric.limits());
    let limit = |limit: Limit| match limit {
        Limit::Included(value) => format!("Included({})", decimal(value)),
        Limit::Excluded(value) => format!("Excluded({})", decimal(value)),
        Limit::Unbounded => "Unbounded".to_owned(),
    };
    format!("Bounds::of_ends({}, {})", limit(lower), limit(upper))
}
