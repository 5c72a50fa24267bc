//! Writes the checked tables as Rust: the documented constants of `Metric`, and the columns behind its getters.
//!
//! A column is one file, a text or little-endian bytes, which the source includes: rustc takes minutes for arrays of 100 000
//! strings or structs and no time for a file, and so does the build script, which users run unoptimised.

use std::fmt::Write as _;

use super::check::{Metric, Tables};
use super::exact::Exact;
use super::order;
use super::rows::{Date, Period};
use crate::hash::hash;
use crate::precision::Limit;
use crate::units::Unit;
use crate::vocabulary::{AdminLevel, Category, Comparator, Dimension, StatType};

/// A file of the output folder: its name and what is in it.
pub type File = (String, Vec<u8>);

/// All that the library includes.
pub fn files(tables: &Tables) -> Vec<File> {
    let mut files = columns(tables);
    for (name, text) in
        [("constants.rs", constants(tables)), ("catalogue.md", catalogue(tables)), ("counts.md", counts(tables))]
    {
        files.push((name.to_owned(), text.into_bytes()));
    }
    files
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
    let key = |row: usize, at: usize| (metrics[row].id.len(), metrics[row].id.as_bytes()[at]);
    let rows = |at: usize| order(metrics.len(), &|a, b| key(a, at).cmp(&key(b, at)));
    // The byte that, with the length, tells most ids apart.
    let mut best = (0, 0);
    for at in 0..shortest {
        let mut keys = 0;
        let mut last = None;
        for row in rows(at) {
            keys += usize::from(last != Some(key(row, at)));
            last = Some(key(row, at));
        }
        best = if keys > best.0 { (keys, at) } else { best };
    }
    let (keys, at) = best;
    if keys == 0 {
        out.push_str("    look_up(id)\n}\n");
        return;
    }
    let _ = writeln!(out, "    if id.len() < {shortest} {{\n        return None;\n    }}");
    let _ = writeln!(out, "    match (id.len(), id.as_bytes()[{at}]) {{");
    for row in rows(at) {
        let (length, byte) = key(row, at);
        let id = &metrics[row].id;
        let _ = writeln!(out, "        ({length}, {byte}) if is(id, b{id:?}) => Some(Metric({row})),");
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
        list(&mut page, &name, &format!("{} {link}", category.about()), tables, &|metric| metric.category == category);
    }
    page.push_str("\n# By unit\n");
    for &unit in Unit::ALL {
        let name = format!("{} ({})", capitalised(unit.name()), unit.name_zh());
        let link = format!("[`Unit::{unit:?}`](crate::Unit::{unit:?})");
        list(&mut page, &name, &format!("{} {link}", unit.about()), tables, &|metric| metric.unit == unit);
    }
    page
}

fn list(page: &mut String, name: &str, about: &str, tables: &Tables, is_listed: &dyn Fn(&Metric) -> bool) {
    let _ = writeln!(page, "\n## {name}\n\n{about}\n");
    for metric in tables.metrics.iter().filter(|metric| is_listed(metric)) {
        let (title, title_zh) = (escape(&metric.title), escape(&metric.title_zh));
        let link = constant_name(&metric.id);
        let printed = escape(&metric.obs_text);
        let _ = writeln!(page, "- [{title}](crate::Metric::{link}): **{}** ({title_zh}: {printed})", value(metric));
    }
}

/// The counts by category and by unit, each linked to its query.
fn counts(tables: &Tables) -> String {
    let count = |is: &dyn Fn(&Metric) -> bool| tables.metrics.iter().filter(|metric| is(metric)).count();
    let mut page = format!("{} metrics in {} categories", tables.metrics.len(), Category::ALL.len());
    let mut separator = ": ";
    for &category in Category::ALL {
        let count = count(&|metric| metric.category == category);
        let _ = write!(page, "{separator}[{}](crate::Category::{category:?}) {count}", category.name());
        separator = ", ";
    }
    let _ = write!(page, ".\n\nIn {} units", Unit::ALL.len());
    separator = ": ";
    for &unit in Unit::ALL {
        let count = count(&|metric| metric.unit == unit);
        let _ = write!(page, "{separator}[{}](crate::Unit::{unit:?}) {count}", unit.name());
        separator = ", ";
    }
    page + ".\n"
}

fn capitalised(name: &str) -> String {
    let mut name = name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}

/// The columns, one static a column, and the sets of metrics by each facet.
fn columns(tables: &Tables) -> Vec<File> {
    let metrics = &tables.metrics;
    let len = metrics.len();
    let (periods, period_of) = periods(metrics);
    let mut out = Columns { rows: len, source: String::new(), files: Vec::new() };

    let index = match len {
        0..=0xFF => "u8",
        0x100..=0xFFFF => "u16",
        _ => "u32",
    };
    out.line(format_args!("/// A row number.\npub type Index = {index};"));
    out.line(format_args!("/// How many metrics there are.\npub const LEN: usize = {len};"));
    out.line(format_args!("/// The digits after the point of `VALUE`.\npub const SCALE: u32 = {};", tables.scale));

    out.text("ID", &|row| &metrics[row].id);
    out.text("TITLE", &|row| &metrics[row].title);
    out.text("TITLE_ZH", &|row| &metrics[row].title_zh);
    out.text("OBS_TEXT", &|row| &metrics[row].obs_text);
    out.text("NOTE", &|row| &metrics[row].note);
    // Assembled tables hold values that fit; see `check_range`.
    out.numbers("VALUE", 8, &|row| metrics[row].value.at_scale(tables.scale).unwrap_or(i128::MAX));
    out.numbers("QUALIFIER", 1, &|row| metrics[row].precision.qualifier as i128);
    out.numbers("PLACE", 1, &|row| metrics[row].precision.place.into());
    out.numbers("CATEGORY", 1, &|row| metrics[row].category as i128);
    out.numbers("UNIT", 1, &|row| metrics[row].unit as i128);
    out.numbers("STAT_TYPE", 1, &|row| metrics[row].stat_type as i128);
    // One more than the level, so that 0 is none; likewise below.
    out.numbers("ADMIN_LEVEL", 1, &|row| metrics[row].admin_level.map_or(0, |level| level as i128 + 1));
    out.numbers("SECTION", 1, &|row| metrics[row].section.into());
    out.numbers("SOURCE_START", 4, &|row| metrics[row].source_start.into());
    out.numbers("PERIOD", 4, &|row| period_of[row] as i128);
    out.numbers("OF_METRIC", 4, &|row| metrics[row].of_metric.map_or(0, |of| of as i128 + 1));

    let _ = write!(
        out.source,
        "/// First and last days, counted from 1970-01-01.\npub static PERIODS: [(i32, i32); {}] = [",
        periods.len()
    );
    for period in &periods {
        let _ = write!(out.source, "({}, {}), ", epoch_days(period.start), epoch_days(period.end));
    }
    out.line(format_args!("];"));

    out.sets("BY_CATEGORY", Category::ALL.len(), &|row| Some(metrics[row].category as usize));
    out.sets("BY_UNIT", Unit::ALL.len(), &|row| Some(metrics[row].unit as usize));
    out.sets("BY_DIMENSION", Dimension::ALL.len(), &|row| Some(metrics[row].unit.dimension() as usize));
    out.sets("BY_STAT_TYPE", StatType::ALL.len(), &|row| Some(metrics[row].stat_type as usize));
    out.sets("BY_ADMIN_LEVEL", AdminLevel::ALL.len(), &|row| metrics[row].admin_level.map(|level| level as usize));
    out.sets("BY_SECTION", SECTIONS, &|row| Some(metrics[row].section.into()));
    out.sets("BY_PERIOD", periods.len(), &|row| Some(period_of[row]));

    let slots = slots(metrics);
    out.rows = slots.len();
    out.numbers("BY_HASH", 4, &|slot| slots[slot] as i128);

    let exclusions = &tables.exclusions;
    out.rows = exclusions.len();
    out.line(format_args!("/// How many exclusions there are.\npub const EXCLUSIONS: usize = {};", exclusions.len()));
    out.text("EXCLUSION_TEXT", &|row| &exclusions[row].text);
    out.numbers("EXCLUSION_REASON", 1, &|row| exclusions[row].reason as i128);
    out.numbers("EXCLUSION_SECTION", 1, &|row| exclusions[row].section.into());
    out.numbers("EXCLUSION_START", 4, &|row| exclusions[row].source_start.into());
    out.files.push(("columns.rs".to_owned(), out.source.into_bytes()));
    out.files
}

/// The different periods in their order, and which of them each metric has.
fn periods(metrics: &[Metric]) -> (Vec<Period>, Vec<usize>) {
    let mut periods: Vec<Period> = Vec::new();
    let mut period_of = vec![0; metrics.len()];
    for row in order(metrics.len(), &|a, b| metrics[a].period.cmp(&metrics[b].period)) {
        if periods.last() != Some(&metrics[row].period) {
            periods.push(metrics[row].period);
        }
        period_of[row] = periods.len() - 1;
    }
    (periods, period_of)
}

/// For each slot of twice as many or more as there are metrics, one more than the row whose id it is for, or 0: the slot of
/// its hash, or the next that was free.
fn slots(metrics: &[Metric]) -> Vec<usize> {
    let mut slots = vec![0; (metrics.len() * 2).next_power_of_two()];
    for (row, metric) in metrics.iter().enumerate() {
        let mut slot = hash(&metric.id) % slots.len();
        while slots[slot] != 0 {
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = row + 1;
    }
    slots
}

/// The source of the columns and the files that it includes, as they grow.
struct Columns {
    /// How many rows the columns have.
    rows: usize,
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
    fn text<'a>(&mut self, name: &str, text: &dyn Fn(usize) -> &'a str) {
        let mut all = String::new();
        let mut offsets = vec![0; 4];
        for row in 0..self.rows {
            all.push_str(text(row));
            // A table of 4 GiB would have failed long before.
            offsets.extend_from_slice(&(all.len() as u32).to_le_bytes());
        }
        let all = self.file(&format!("{name}.txt"), all.into_bytes());
        let offsets = self.file(&format!("{name}.offsets"), offsets);
        self.line(format_args!(
            "pub static {name}: Text = Text {{ all: include_str!({all:?}), offsets: include_bytes!({offsets:?}) }};"
        ));
    }

    /// A column of numbers of so many bytes each.
    fn numbers(&mut self, name: &str, size: usize, number: &dyn Fn(usize) -> i128) {
        let mut bytes = Vec::new();
        for row in 0..self.rows {
            bytes.extend_from_slice(&number(row).to_le_bytes()[..size]);
        }
        let len = bytes.len();
        let file = self.file(&format!("{name}.column"), bytes);
        self.line(format_args!("pub static {name}: &[u8; {len}] = include_bytes!({file:?});"));
    }

    /// For each code of a facet, the set of the rows that have it.
    fn sets(&mut self, name: &str, codes: usize, code: &dyn Fn(usize) -> Option<usize>) {
        let words = self.rows.div_ceil(64);
        let mut sets = vec![vec![0u64; words]; codes];
        for row in 0..self.rows {
            if let Some(code) = code(row) {
                sets[code][row / 64] |= 1 << (row % 64);
            }
        }
        self.line(format_args!("pub static {name}: [[u64; {words}]; {codes}] = {sets:?};"));
    }
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
