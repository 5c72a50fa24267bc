//! Writes the checked tables as Rust: the documented constants of `Metric`, and the columns behind its getters.
//!
//! A column is one file, a text or little-endian bytes, which the source includes: rustc takes minutes for arrays of 100 000
//! strings or structs and no time for a file, and so does the build script, which users run unoptimised.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::check::{Metric, Tables};
use super::exact::Exact;
use super::rows::{Date, Period};
use crate::precision::{Limit, Qualifier};
use crate::unit::Unit;
use crate::vocabulary::{AdminLevel, Category, Comparator, Dimension, StatType};

/// A file of the output folder: its name and what is in it.
pub type File = (String, Vec<u8>);

/// All that the library includes.
pub fn files(tables: &Tables) -> Vec<File> {
    let texts =
        [("constants.rs", constants(tables)), ("catalogue.md", catalogue(tables)), ("counts.md", counts(tables))];
    let texts = texts.map(|(name, text)| (name.to_owned(), text.into_bytes()));
    columns(tables).into_iter().chain(texts).collect()
}

/// The sections of the report: the opening paragraph and nine more.
const SECTIONS: usize = 10;

/// The longest table whose metrics are named in the source: rustc takes 65 µs and 8 kB for each constant, which no one would
/// look up among more than these.
const NAMED: usize = 4_096;

fn named(tables: &Tables) -> &[Metric] {
    if tables.metrics.len() > NAMED { &[] } else { &tables.metrics }
}

/// `impl Metric` with a constant for each metric, whose documentation is its page, and the way from an id to its metric.
fn constants(tables: &Tables) -> String {
    let named = named(tables);
    let mut out = String::from("/// The metrics, in report order.\nimpl Metric {\n");
    for (i, metric) in named.iter().enumerate() {
        let page = page(metric, tables);
        let name = constant_name(&metric.id);
        // The search of the documentation finds constants by their names, which are English, and by this.
        let alias = metric.title_zh.replace('\'', "\u{2019}"); // which aliases may not hold
        let _ = writeln!(
            out,
            "    #[doc = {page:?}]\n    #[doc(alias = {alias:?})]\n    pub const {name}: Self = Self({i});"
        );
    }
    out.push_str("}\n\n");
    find(&mut out, named);
    out
}

/// A function from ids to metrics: the compiler turns a match on numbers into a jump, and a comparison with a literal into a
/// few instructions, so an id is found in less time than it takes to hash it and fetch the text to compare it with.
fn find(out: &mut String, metrics: &[Metric]) {
    out.push_str("#[inline]\nconst fn find(id: &str) -> Option<Metric> {\n");
    let shortest = metrics.iter().map(|metric| metric.id.len()).min().unwrap_or(0);
    let groups = |at: usize| {
        let mut groups = BTreeMap::<(usize, u8), Vec<usize>>::new();
        for (row, metric) in metrics.iter().enumerate() {
            groups.entry((metric.id.len(), metric.id.as_bytes()[at])).or_default().push(row);
        }
        groups
    };
    // The byte that, with the length, tells most ids apart.
    let Some(at) = (0..shortest).rev().max_by_key(|&at| groups(at).len()) else {
        out.push_str("    binary_search(id)\n}\n");
        return;
    };
    let _ = writeln!(out, "    if id.len() < {shortest} {{\n        return None;\n    }}");
    let _ = writeln!(out, "    match (id.len(), id.as_bytes()[{at}]) {{");
    for ((length, byte), rows) in groups(at) {
        for row in rows {
            let id = &metrics[row].id;
            let _ = writeln!(out, "        ({length}, {byte}) if is(id, b{id:?}) => Some(Metric({row})),");
        }
    }
    out.push_str("        _ => None,\n    }\n}\n");
}

fn constant_name(id: &str) -> String {
    id.replace('-', "_").to_ascii_uppercase()
}

/// The documentation of a metric: all that is known of it, to be read without any other page.
fn page(metric: &Metric, tables: &Tables) -> String {
    let mut page = format!("{}\n\n{}\n\n", escape(&metric.title), escape(&metric.title_zh));
    if !metric.note.is_empty() {
        let _ = write!(page, "**Note:** {}\n\n", escape(&metric.note));
    }
    // Tables in Markdown must have a heading, so the value is one.
    let unit = metric.unit;
    let _ = writeln!(page, "| Value | {} |\n|---|---|", value(metric));
    let mut row = |name: &str, text: String| {
        let _ = writeln!(page, "| {name} | {text} |");
    };
    row("Unit", format!("[{}](crate::Unit::{unit:?}) ({})", unit.name(), unit.name_zh()));
    row("True value", bounds(metric, tables.scale));
    row("As printed", escape(&metric.obs_text));
    row("Period", format!("{} to {}", iso(metric.period.start), iso(metric.period.end)));
    let stat_type = metric.stat_type;
    row("Statistic", format!("[{}](crate::StatType::{stat_type:?})", stat_type.name()));
    if let Some(level) = metric.admin_level {
        row("Level", format!("[{}](crate::AdminLevel::{level:?})", level.name()));
    }
    let category = metric.category;
    row("Category", format!("[{}](crate::Category::{category:?})", category.name()));
    if let Some(of) = metric.of_metric.map(|row| &tables.metrics[row]) {
        row("Qualifies", format!("[{}](Self::{})", escape(&of.title), constant_name(&of.id)));
    }
    row("Source", format!("section {}, character {}", metric.section, metric.source_start));
    row("Id", format!("`{}`", metric.id));
    page
}

/// Escapes what Markdown and rustdoc would take for markup.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '$') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// `≥ 130 000 market entities`
fn value(metric: &Metric) -> String {
    let comparator = match metric.precision.qualifier.comparator() {
        None => "",
        Some(Comparator::Less) => "< ",
        Some(Comparator::LessOrEqual) => "≤ ",
        Some(Comparator::GreaterOrEqual) => "≥ ",
        Some(Comparator::Greater) => "> ",
    };
    let number = format!("{}{}", escape(comparator), grouped(metric.value));
    match metric.unit {
        Unit::Rank => format!("{number} (rank)"),
        unit if metric.value == Exact::integer(1) => format!("{number} {}", unit.name_singular()),
        unit => format!("{number} {}", unit.name()),
    }
}

fn bounds(metric: &Metric, scale: u32) -> String {
    // Assembled tables hold values that fit; see `check_range`.
    let value = metric.value.at_scale(scale).and_then(|v| i64::try_from(v).ok());
    let limits = metric.precision.limits(value.unwrap_or(i64::MAX), scale);
    let show = |limit: i128| grouped(Exact::new(limit, scale + 1));
    match limits {
        (Limit::Included(a), Limit::Included(b)) if a == b => "exactly that".to_owned(),
        (Limit::Included(a), Limit::Included(b)) => format!("from {} to {}", show(a), show(b)),
        (Limit::Excluded(a), Limit::Excluded(b)) => {
            format!("more than {}, less than {}", show(a), show(b))
        }
        (Limit::Included(a), _) => format!("{} or more", show(a)),
        (Limit::Excluded(a), _) => format!("more than {}", show(a)),
        (_, Limit::Included(b)) => format!("{} or less", show(b)),
        (_, Limit::Excluded(b)) => format!("less than {}", show(b)),
        (Limit::Unbounded, Limit::Unbounded) => "unknown".to_owned(),
    }
}

/// A number with its digits in threes, apart by narrow no-break spaces (ISO 80000-1).
fn grouped(value: Exact) -> String {
    let text = value.to_string();
    let (whole, fraction) = text.split_once('.').map_or((&text[..], None), |(w, f)| (w, Some(f)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("\u{2212}", digits));
    let mut out = String::from(sign);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 && digits.len() > 4 {
            out.push('\u{202F}');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// The catalogue page: every metric by category, then by unit, each linked to its own documentation.
fn catalogue(tables: &Tables) -> String {
    let mut page = String::from("Every metric, by category and by unit.\n\n");
    let _ = writeln!(page, "{}\n", counts(tables));
    if named(tables).is_empty() {
        return page;
    }
    page.push_str("# By category\n");
    for &category in Category::ALL {
        let name = format!("{} ({})", category.name(), category.name_zh());
        let link = format!("[`Category::{category:?}`](crate::Category::{category:?})");
        let metrics = tables.metrics.iter().filter(|metric| metric.category == category);
        list(&mut page, &name, &format!("{} {link}", category.about()), metrics);
    }
    page.push_str("\n# By unit\n");
    for &unit in Unit::ALL {
        let name = format!("{} ({})", capitalised(unit.name()), unit.name_zh());
        let link = format!("[`Unit::{unit:?}`](crate::Unit::{unit:?})");
        let metrics = tables.metrics.iter().filter(|metric| metric.unit == unit);
        list(&mut page, &name, &format!("{} {link}", unit.about()), metrics);
    }
    page
}

fn list<'a>(page: &mut String, name: &str, about: &str, metrics: impl Iterator<Item = &'a Metric>) {
    let _ = writeln!(page, "\n## {name}\n\n{about}\n");
    for metric in metrics {
        let (title, title_zh) = (escape(&metric.title), escape(&metric.title_zh));
        let link = constant_name(&metric.id);
        let printed = escape(&metric.obs_text);
        let _ = writeln!(page, "- [{title}](crate::Metric::{link}): **{}** ({title_zh}: {printed})", value(metric));
    }
}

/// The counts by category and by unit, each linked to its query.
fn counts(tables: &Tables) -> String {
    let count = |is: &dyn Fn(&Metric) -> bool| tables.metrics.iter().filter(|metric| is(metric)).count();
    let categories = Category::ALL.iter().map(|&category| {
        let count = count(&|metric| metric.category == category);
        format!("[{}](crate::Category::{category:?}) {count}", category.name())
    });
    let units = Unit::ALL.iter().map(|&unit| {
        let count = count(&|metric| metric.unit == unit);
        format!("[{}](crate::Unit::{unit:?}) {count}", unit.name())
    });
    let (categories, units): (Vec<_>, Vec<_>) = (categories.collect(), units.collect());
    format!(
        "{} metrics in {} categories: {}.\n\nIn {} units: {}.\n",
        tables.metrics.len(),
        categories.len(),
        categories.join(", "),
        units.len(),
        units.join(", ")
    )
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The columns, one static a column, and the sets of metrics by each facet.
fn columns(tables: &Tables) -> Vec<File> {
    let metrics = &tables.metrics;
    let len = metrics.len();
    let mut periods: Vec<Period> = metrics.iter().map(|metric| metric.period).collect();
    periods.sort_unstable();
    periods.dedup();
    let period_of = |metric: &Metric| periods.binary_search(&metric.period).unwrap_or(0);
    let mut out = Columns::default();

    let index = match len {
        0..=0xFF => "u8",
        0x100..=0xFFFF => "u16",
        _ => "u32",
    };
    out.line(format_args!("/// A row number.\npub type Index = {index};"));
    out.line(format_args!("/// How many metrics there are.\npub const LEN: usize = {len};"));
    out.line(format_args!("/// The digits after the point of `VALUE`.\npub const SCALE: u32 = {};", tables.scale));

    out.text("ID", metrics.iter().map(|m| &*m.id));
    out.text("TITLE", metrics.iter().map(|m| &*m.title));
    out.text("TITLE_ZH", metrics.iter().map(|m| &*m.title_zh));
    out.text("OBS_TEXT", metrics.iter().map(|m| &*m.obs_text));
    out.text("NOTE", metrics.iter().map(|m| &*m.note));
    let value = |m: &Metric| m.value.at_scale(tables.scale).and_then(|v| i64::try_from(v).ok());
    out.bytes("VALUE", metrics.iter().map(|m| value(m).unwrap_or(i64::MAX).to_le_bytes()));
    out.bytes("QUALIFIER", metrics.iter().map(|m| [position(Qualifier::ALL, m.precision.qualifier)]));
    out.bytes("PLACE", metrics.iter().map(|m| m.precision.place.to_le_bytes()));
    out.bytes("CATEGORY", metrics.iter().map(|m| [m.category as u8]));
    out.bytes("UNIT", metrics.iter().map(|m| [m.unit as u8]));
    out.bytes("STAT_TYPE", metrics.iter().map(|m| [m.stat_type as u8]));
    // One more than the level, so that 0 is none; likewise below.
    out.bytes("ADMIN_LEVEL", metrics.iter().map(|m| [m.admin_level.map_or(0, |level| level as u8 + 1)]));
    out.bytes("SECTION", metrics.iter().map(|m| [m.section]));
    out.bytes("SOURCE_START", metrics.iter().map(|m| m.source_start.to_le_bytes()));
    out.bytes("PERIOD", metrics.iter().map(|m| as_u32(period_of(m)).to_le_bytes()));
    out.bytes("OF_METRIC", metrics.iter().map(|m| m.of_metric.map_or(0, |row| as_u32(row) + 1).to_le_bytes()));
    let mut by_id: Vec<usize> = (0..len).collect();
    by_id.sort_unstable_by_key(|&row| &metrics[row].id);
    out.bytes("BY_ID", by_id.iter().map(|&row| as_u32(row).to_le_bytes()));

    let days: Vec<_> = periods.iter().map(|p| (epoch_days(p.start), epoch_days(p.end))).collect();
    out.line(format_args!(
        "/// First and last days, counted from 1970-01-01.\npub static PERIODS: [(i32, i32); {}] = {days:?};",
        days.len()
    ));

    out.sets("BY_CATEGORY", Category::ALL.len(), metrics, |m| Some(m.category as usize));
    out.sets("BY_UNIT", Unit::ALL.len(), metrics, |m| Some(m.unit as usize));
    out.sets("BY_DIMENSION", Dimension::ALL.len(), metrics, |m| Some(m.unit.dimension() as usize));
    out.sets("BY_STAT_TYPE", StatType::ALL.len(), metrics, |m| Some(m.stat_type as usize));
    out.sets("BY_ADMIN_LEVEL", AdminLevel::ALL.len(), metrics, |m| m.admin_level.map(|level| level as usize));
    out.sets("BY_SECTION", SECTIONS, metrics, |m| Some(usize::from(m.section)));
    out.sets("BY_PERIOD", periods.len(), metrics, |m| Some(period_of(m)));

    let exclusions = &tables.exclusions;
    out.line(format_args!("/// How many exclusions there are.\npub const EXCLUSIONS: usize = {};", exclusions.len()));
    out.text("EXCLUSION_TEXT", exclusions.iter().map(|e| &*e.text));
    out.bytes("EXCLUSION_REASON", exclusions.iter().map(|e| [e.reason as u8]));
    out.bytes("EXCLUSION_SECTION", exclusions.iter().map(|e| [e.section]));
    out.bytes("EXCLUSION_START", exclusions.iter().map(|e| e.source_start.to_le_bytes()));
    out.files.push(("columns.rs".to_owned(), out.source.into_bytes()));
    out.files
}

/// The source of the columns and the files that it includes, as they grow.
#[derive(Default)]
struct Columns {
    source: String,
    files: Vec<File>,
}

impl Columns {
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        let _ = self.source.write_fmt(line);
        self.source.push('\n');
    }

    fn file(&mut self, name: &str, bytes: Vec<u8>) -> String {
        let name = name.to_ascii_lowercase();
        self.files.push((name.clone(), bytes));
        name
    }

    /// A column of texts: all of them as one, and where each ends.
    fn text<'a>(&mut self, name: &str, texts: impl Iterator<Item = &'a str>) {
        let mut all = String::new();
        let mut offsets = vec![0; 4];
        for text in texts {
            all.push_str(text);
            offsets.extend(as_u32(all.len()).to_le_bytes());
        }
        let all = self.file(&format!("{name}.txt"), all.into_bytes());
        let offsets = self.file(&format!("{name}.offsets"), offsets);
        self.line(format_args!(
            "pub static {name}: Text = Text {{ all: include_str!({all:?}), offsets: include_bytes!({offsets:?}) }};"
        ));
    }

    /// A column of numbers of `N` bytes each.
    fn bytes<const N: usize>(&mut self, name: &str, values: impl Iterator<Item = [u8; N]>) {
        let mut bytes = Vec::new();
        for value in values {
            bytes.extend(value);
        }
        let len = bytes.len();
        let file = self.file(&format!("{name}.column"), bytes);
        self.line(format_args!("pub static {name}: &[u8; {len}] = include_bytes!({file:?});"));
    }

    /// For each code of a facet, the set of the metrics that have it.
    fn sets(&mut self, name: &str, codes: usize, metrics: &[Metric], code: impl Fn(&Metric) -> Option<usize>) {
        let words = metrics.len().div_ceil(64);
        let mut sets = vec![vec![0u64; words]; codes];
        for (row, metric) in metrics.iter().enumerate() {
            if let Some(code) = code(metric) {
                sets[code][row / 64] |= 1 << (row % 64);
            }
        }
        self.line(format_args!("pub static {name}: [[u64; {words}]; {codes}] = {sets:?};"));
    }
}

fn position<T: PartialEq>(all: &[T], one: T) -> u8 {
    all.iter().position(|other| *other == one).unwrap_or(0) as u8
}

/// Row numbers and offsets: a table of 4 GiB would have failed long before.
fn as_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Days since 1970-01-01, by the algorithm known as `days_from_civil`.
fn epoch_days(date: Date) -> i32 {
    let year = if date.month <= 2 { date.year - 1 } else { date.year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (date.month as i32 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + date.day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}
