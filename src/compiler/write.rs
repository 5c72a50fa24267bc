//! Writes the checked tables as Rust: the vocabularies of categories and units, the constants of `Metric`, and the columns behind all
//! getters.
//!
//! A column is one static, so that the linker drops those that a program does not read.

use std::fmt::Write as _;

use super::dates::{Date, Dates};
use super::names::{constant, variant};
use super::pages;
use super::rows::{AggregateFields, Tables, TermFields, UnitFields, UnitRow};
use super::table::order;
use crate::model::exact::Exact;
use crate::model::precision::Limit;
use crate::vocabulary::{Dimension, Relation};

/// All that the library includes: the names of files and what is in them.
pub fn files(tables: &Tables<'_>) -> Vec<(&'static str, String)> {
    let related = tables.related();
    vec![
        ("category.rs", category(tables)),
        ("unit.rs", unit(tables)),
        ("aggregate.rs", aggregate(tables)),
        ("metric.rs", metric(tables, &related)),
        ("columns.rs", columns(tables, &related)),
        ("headlines.md", pages::headlines(&headlines(tables), tables)),
        ("map.svg", pages::map(tables)),
    ]
}

/// A string literal.
///
/// Not by `{:?}`, which the compiler can be told to leave empty, for smaller programs.
fn literal(text: &str) -> String {
    // Nor by `escape_debug`, which asks of every character whether it can be printed; no table has one that cannot.
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

/// Items, each of which is written so, with a comma between.
fn list<T>(items: &[T], write: &dyn Fn(&T) -> String) -> String {
    // Only this much for each type of row: what is generic is compiled anew for each, in every user's build.
    numbered(items.len(), &|item| write(&items[item]))
}

/// The same of so many items, by their numbers.
fn numbered(count: usize, write: &dyn Fn(usize) -> String) -> String {
    let mut list = String::new();
    for item in 0..count {
        list += if item == 0 { "" } else { ", " };
        list += &write(item);
    }
    list
}

fn literals(texts: &[&str]) -> String {
    list(texts, &|text| literal(text))
}

/// The attribute by which the search of the documentation finds an item by other words than its name.
fn aliases(name: &str, texts: &[&str]) -> String {
    let aliases = pages::aliases(name, texts);
    if aliases.is_empty() {
        String::new()
    } else {
        format!("#[cfg_attr(doc, doc(alias({})))]\n    ", list(&aliases, &|alias| literal(alias)))
    }
}

fn category(tables: &Tables<'_>) -> String {
    let mut out = CODES.to_owned();
    for (number, row) in tables.categories.iter().enumerate() {
        out += &code(row, &[], &pages::category(number, tables), &[]);
    }
    out + END
}

/// The vocabulary, which may be without codes.
fn aggregate(tables: &Tables<'_>) -> String {
    let mut out = CODES.to_owned();
    for (number, row) in tables.aggregates.iter().enumerate() {
        let AggregateFields { code: of, name, name_zh, about, about_zh, .. } = *row;
        let term = TermFields { code: of, name, name_zh, about, about_zh };
        out += &code(&term, &[], &pages::unit_or_aggregate(&term, &tables.members(number), tables), &[]);
    }
    out + END
}

/// The vocabulary, a marker type for each unit, and what arithmetic each allows.
fn unit(tables: &Tables<'_>) -> String {
    let mut out = CODES.to_owned();
    for (number, row) in tables.units.iter().enumerate() {
        let page = pages::unit_or_aggregate(&row.term(), &tables.rows_of(&|metric| metric.unit == number), tables);
        let UnitFields { name_singular, iso_4217, ucum, qudt, rec_20, .. } = row.fields;
        let also = [name_singular.text, iso_4217.text, ucum.text, qudt.text, rec_20.text];
        out += &code(&row.term(), &row.nouns, &page, &also);
    }
    out += END;
    // A type for each unit, so that the compiler of the user's program refuses persons + yuan.
    for row in &tables.units {
        marker(&mut out, row);
    }
    out
}

/// What stands before the codes of a vocabulary, and behind them: a macro, to which the library gives the head, which is the page and the
/// name of the type.
const CODES: &str = "macro_rules! codes { ($($head:tt)*) => { vocabulary! {\n    $($head)*\n";
const END: &str = "} }; }\n";

/// A code, with what else it is found by and read by, if anything.
fn code(term: &TermFields<'_>, nouns: &[&str], page: &str, also: &[&str]) -> String {
    let TermFields { code, name, name_zh, about, about_zh } = term;
    let (variant, page) = (variant(code.text), literal(page));
    let mut words = vec![code.text, name.text, name_zh.text, about.text, about_zh.text];
    let aliases = aliases(&variant, &[&words[1..3], nouns].concat());
    // What `FromStr` reads besides. In braces UCUM has no code, but a word.
    for word in also {
        if !word.is_empty() && !word.starts_with('{') && !words.iter().any(|own| own.eq_ignore_ascii_case(word)) {
            words.push(word);
        }
    }
    format!("    {aliases}#[doc = {page}]\n    {variant} = {};\n", literals(&words))
}

fn marker(out: &mut String, row: &UnitRow<'_>) {
    let name = variant(row.code());
    let page = literal(&pages::marker(&name, row.fields.about.text));
    // No traits are derived: nothing has a value of a marker type.
    let _ = writeln!(out, "#[doc = {page}]\npub struct {name};\nimpl sealed::Sealed for {name} {{}}");
    let _ = writeln!(out, "impl UnitType for {name} {{ const UNIT: Unit = Unit::{name}; }}");
    if row.dimension != Dimension::Rank {
        let _ = writeln!(out, "impl Signed for {name} {{}}");
    }
    // The 24th place is not twice the 12th, and percentages may be of different wholes.
    if !matches!(row.dimension, Dimension::Rank | Dimension::Ratio) {
        let _ = writeln!(out, "impl RatioScale for {name} {{}}");
    }
    if row.dimension.adds_up() {
        let _ = writeln!(out, "impl Additive for {name} {{}}");
    }
}

/// As [`Tables::related`] gives them.
type Related = [Vec<(usize, Relation)>];

/// An `impl Metric` for each category, with a constant for each metric, whose documentation is its page; and the way from an id to its
/// metric.
fn metric(tables: &Tables<'_>, related: &Related) -> String {
    // What the page of `Metric` and the front page link to.
    let mut out = String::from("#[doc = \"<a id='constants'></a>\"]\n");
    for (number, category) in tables.categories.iter().enumerate() {
        let _ = writeln!(out, "#[doc = {}]\nimpl Metric {{", literal(&pages::heading(category)));
        for row in tables.rows_of(&|metric| metric.category == number) {
            let metric = &tables.metrics[row];
            let (name, page) = (constant(metric.id()), literal(&pages::metric(metric, &related[row], tables)));
            let titles = [metric.fields.title.text, metric.fields.title_zh.text, metric.passage.text];
            let aliases = aliases(&name, &[&titles, &metric.keywords[..]].concat());
            let _ = writeln!(out, "    {aliases}#[doc = {page}]\n    pub const {name}: Self = Self::at({row});");
        }
        out += "}\n\n";
    }
    // A match of strings: at 66 rows as quick as any table, and no code of ours.
    out += "#[inline]\npub fn find(id: &str) -> Option<Metric> {\n    match id {\n";
    for (row, metric) in tables.metrics.iter().enumerate() {
        let _ = writeln!(out, "        {} => Some(Metric::at({row})),", literal(metric.id()));
    }
    out + "        _ => None,\n    }\n}\n"
}

/// The rows of the headlines, the first first.
fn headlines(tables: &Tables<'_>) -> Vec<usize> {
    let metrics = &tables.metrics;
    let mut headlines = order(metrics.len(), &|a, b| metrics[a].headline.cmp(&metrics[b].headline));
    headlines.retain(|row| metrics[*row].headline.is_some());
    headlines
}

/// The columns, one static a column, and sets of metrics.
fn columns(tables: &Tables<'_>, related: &Related) -> String {
    let mut out = Columns(String::new());
    report_columns(&mut out, tables);
    unit_columns(&mut out, tables);
    let periods = periods(tables);
    metric_columns(&mut out, &periods, tables);
    out.column("RELATED", "&[(Metric, Relation)]", related, &|others| {
        let others =
            list(others, &|(other, relation)| format!("(Metric::at({other}), Relation::{})", variant(relation.code())));
        format!("&[{others}]")
    });
    let headlines = headlines(tables);
    out.column("HEADLINES", "Metric", &headlines, &|row| format!("Metric::at({row})"));
    out.column("INSTANCES", "Option<[&str; 2]>", &tables.aggregates, &|row| {
        let words = [row.instances.text, row.instances_zh.text];
        some((!words[0].is_empty()).then(|| format!("[{}]", literals(&words))))
    });
    set_columns(&mut out, &periods, tables);
    out.column("EXCLUSIONS", "Exclusion", &tables.exclusions, &|row| {
        let (start, section, text) = (row.passage.start, row.passage.section, literal(row.passage.text));
        let (reason, phrase) = (variant(row.reason.code()), literal(row.phrase));
        format!(
            "Exclusion {{ source_start: {start}, section: Section({section}), text: {text}, \
             reason: ExclusionReason::{reason}, phrase: {phrase} }}"
        )
    });
    out.0
}

fn report_columns(out: &mut Columns, tables: &Tables<'_>) {
    let report = &tables.report;
    let fields = &report.fields;
    let _ = writeln!(out.0, "pub const DATASET: Dataset = Dataset {{");
    for (name, field) in [
        ("title", fields.title),
        ("title_zh", fields.title_zh),
        ("source", fields.source),
        ("source_zh", fields.source_zh),
        ("area", fields.area),
        ("area_zh", fields.area_zh),
        ("gb_t_2260", fields.gb_t_2260),
        ("iso_3166_2", fields.iso_3166_2),
        ("source_sha256", fields.sha256),
    ] {
        let _ = writeln!(out.0, "    {name}: {},", literal(field.text));
    }
    let _ = writeln!(out.0, "    source_chars: {}, time_period: {},", report.characters, period(report.time_period));
    let not_printed = list(&report.not_printed, &|words| {
        let (name, name_zh) = (literal(words[0]), literal(words[1]));
        format!("crate::NotPrinted {{ name: {name}, name_zh: {name_zh}, words: {} }}", texts(&words[2..]))
    });
    let _ = writeln!(out.0, "    not_printed: &[{not_printed}],");
    out.0 += "    version: env!(\"CARGO_PKG_VERSION\"), exclusions: &EXCLUSIONS,\n};\n";
    let sections = &tables.sections;
    let _ = writeln!(out.0, "pub const SECTIONS: usize = {};", sections.len());
    out.texts("SECTION_TITLE", sections, &|row| row.fields.title.text);
    out.texts("SECTION_TITLE_ZH", sections, &|row| row.fields.title_zh.text);
    out.column("SECTION_START", "u32", sections, &|row| row.start.to_string());
}

fn unit_columns(out: &mut Columns, tables: &Tables<'_>) {
    let units = &tables.units;
    out.texts("UNIT_NAME_SINGULAR", units, &|row| row.fields.name_singular.text);
    out.column("UNIT_DIMENSION", "Dimension", units, &|row| variant_of("Dimension", row.dimension.code()));
    out.column("UNIT_PRINTED", "&[(&str, &str)]", units, &|row| {
        let words = list(&row.printed, &|(before, after)| format!("({}, {})", literal(before), literal(after)));
        format!("&[{words}]")
    });
    out.column("UNIT_NOUNS", "&[&str]", units, &|row| texts(&row.nouns));
    out.column("UNIT_DURATION", "Option<&str>", units, &|row| some_text(row.fields.duration.text));
}

fn metric_columns(out: &mut Columns, periods: &[Dates], tables: &Tables<'_>) {
    let metrics = &tables.metrics;
    let _ = writeln!(out.0, "/// How many metrics there are.\npub const LEN: usize = {};", metrics.len());
    out.texts("METRIC_ID", metrics, &|row| row.id());
    out.texts("METRIC_TITLE", metrics, &|row| row.fields.title.text);
    out.texts("METRIC_TITLE_ZH", metrics, &|row| row.fields.title_zh.text);
    out.texts("METRIC_OBS_TEXT", metrics, &|row| row.passage.text);
    out.column("CATEGORY", "Category", metrics, &|row| {
        variant_of("Category", tables.categories[row.category].code.text)
    });
    out.column("SECTION", "Section", metrics, &|row| format!("Section({})", row.passage.section));
    out.column("SOURCE_START", "u32", metrics, &|row| row.passage.start.to_string());
    out.column("VALUE", "Decimal", metrics, &|row| decimal(row.value));
    out.column("BOUNDS", "Bounds", metrics, &|row| match row.limits {
        (Limit::Included(value), upper) if upper == Limit::Included(value) => {
            format!("Bounds::exact({})", decimal(value))
        }
        (lower, upper) => format!("Bounds::of_ends({}, {})", limit(lower), limit(upper)),
    });
    out.column("COMPARATOR", "Option<Comparator>", metrics, &|row| {
        // Its codes are signs and make no names.
        some(row.comparator.map(|comparator| format!("Comparator::ALL[{}]", comparator as usize)))
    });
    out.column("UNIT", "Unit", metrics, &|row| variant_of("Unit", tables.unit_of(row).code()));
    out.column("STAT_TYPE", "StatType", metrics, &|row| variant_of("StatType", row.stat_type.code()));
    // Few periods have all metrics between them: each is computed once, as to count days takes the compiler a while.
    for (span, dates) in periods.iter().enumerate() {
        let _ = writeln!(out.0, "const SPAN_{span}: Period = {};", period(*dates));
    }
    out.column("TIME_PERIOD", "Period", metrics, &|row| {
        let span = periods.partition_point(|period| *period < row.period);
        format!("SPAN_{span}")
    });
    out.column("PRECISION", "Precision", metrics, &|row| variant_of("Precision", row.precision().code()));
    out.column("PERIOD_BASIS", "PeriodBasis", metrics, &|row| variant_of("PeriodBasis", row.period_basis.code()));
    out.column("AGGREGATE", "Option<Aggregate>", metrics, &|row| {
        some(row.aggregate.map(|aggregate| variant_of("Aggregate", tables.aggregates[aggregate].code.text)))
    });
    out.texts("COUNTED", metrics, &|row| row.fields.counted.text);
    out.column("COUNTED_ZH", "&[&str]", metrics, &|row| texts(&row.counted));
    out.column("ADMIN_LEVEL", "Option<AdminLevel>", metrics, &|row| {
        some(row.admin_level.map(|level| variant_of("AdminLevel", level.code())))
    });
    out.column("OBS_STATUS", "Option<ObsStatus>", metrics, &|row| {
        some(row.obs_status.map(|status| format!("ObsStatus::{}", variant(status.code()))))
    });
    out.column("OF_METRIC", "Option<Metric>", metrics, &|row| {
        // By `at`, as the field of `Metric` is private to metric.rs.
        some(tables.find(row.fields.of_metric.text).map(|of| format!("Metric::at({of})")))
    });
    out.column("NOTE", "Option<&str>", metrics, &|row| some_text(row.fields.note.text));
    out.column("NOTE_ZH", "Option<&str>", metrics, &|row| some_text(row.fields.note_zh.text));
    out.column("KEYWORDS", "&[&str]", metrics, &|row| texts(&row.keywords));
}

fn set_columns(out: &mut Columns, periods: &[Dates], tables: &Tables<'_>) {
    let metrics = &tables.metrics;
    // The same division as in src/set.rs, whose type then refuses words of any other number.
    let words = metrics.len().div_ceil(64);
    // A set for each period that there is answers for any that is asked.
    out.column("BY_PERIOD", &format!("[u64; {words}]"), periods, &|period| {
        let mut bits = vec![0u64; words];
        for row in tables.rows_of(&|metric| metric.period == *period) {
            bits[row / 64] |= 1 << (row % 64);
        }
        format!("[{}]", list(&bits, &|bits| bits.to_string()))
    });
    let spans = numbered(periods.len(), &|span| format!("days(SPAN_{span})"));
    let _ = writeln!(out.0, "pub static PERIODS: [[i32; 2]; {}] = [{spans}];", periods.len());
}

/// The periods that metrics have, in order.
fn periods(tables: &Tables<'_>) -> Vec<Dates> {
    let metrics = &tables.metrics;
    let mut periods: Vec<Dates> = Vec::new();
    for row in order(metrics.len(), &|a, b| metrics[a].period.cmp(&metrics[b].period)) {
        if periods.last() != Some(&metrics[row].period) {
            periods.push(metrics[row].period);
        }
    }
    periods
}

/// The source of the columns, as it grows.
struct Columns(String);

impl Columns {
    fn column<T>(&mut self, name: &str, type_name: &str, rows: &[T], value: &dyn Fn(&T) -> String) {
        // References in a static need no `'static`.
        let _ = writeln!(self.0, "pub static {name}: [{type_name}; {}] = [{}];", rows.len(), list(rows, value));
    }

    fn texts<'a, T>(&mut self, name: &str, rows: &[T], text: &dyn Fn(&T) -> &'a str) {
        self.column(name, "&str", rows, &|row| literal(text(row)));
    }
}

/// A variant of the type `kind`, by its code.
fn variant_of(kind: &str, code: &str) -> String {
    format!("{kind}::{}", variant(code))
}

fn some(value: Option<String>) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({value})"))
}

/// An empty field is `None`.
fn some_text(text: &str) -> String {
    some(if text.is_empty() { None } else { Some(literal(text)) })
}

fn texts(texts: &[&str]) -> String {
    format!("&[{}]", literals(texts))
}

fn period(Dates { start, end }: Dates) -> String {
    let day = |Date { year, month, day }: Date| format!("[{year}, {month}, {day}]");
    format!("period({}, {})", day(start), day(end))
}

fn decimal(Exact { mantissa, scale }: Exact) -> String {
    format!("decimal({mantissa}, {scale})")
}

fn limit(limit: Limit) -> String {
    match limit {
        Limit::Included(value) => format!("Included({})", decimal(value)),
        Limit::Excluded(value) => format!("Excluded({})", decimal(value)),
        Limit::Unbounded => "Unbounded".to_owned(),
    }
}
