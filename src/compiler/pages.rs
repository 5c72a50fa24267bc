//! Writes the documentation of what the tables define: a page for each code and metric, the catalogue, and the counts.

use std::fmt::Write as _;

use super::dates::Date;
use super::read::{MetricRow, Tables, sure};
use super::table::Row;
use super::write::{constant, variant};
use crate::model::exact::Exact;
use crate::model::precision::Limit;
use crate::model::vocabulary::{Comparator, Dimension};

/// The page of the enum of categories, whatever they are.
pub const CATEGORY: &str = "\
What a metric is about: the subject under which a reader would look for it.

Each metric has one category, and each category has metrics.
[`Category::metrics`] answers the query; [`MetricSet::category`](crate::MetricSet::category) narrows another.

```
use yongkang_metrics::Category;

for &category in Category::ALL {
    println!(\"{}: {} metrics\", category.name(), category.metrics().len());
}
```
";

/// The page of the enum of units, whatever they are.
pub const UNIT: &str = "\
What a value counts or measures.

[`Unit::metrics`] answers the query; [`MetricSet::unit`](crate::MetricSet::unit) narrows another.
The marker type of the same name in [`unit`](crate::unit) is for typed arithmetic.

```
use yongkang_metrics::Unit;

for &unit in Unit::ALL {
    println!(\"{}: {} metrics\", unit.name(), unit.metrics().len());
}
```
";

/// The page of a marker type.
pub fn marker(name: &str, about: &str) -> String {
    format!(
        "Marks a [`Quantity`](crate::Quantity) in [`Unit::{name}`]: {}\n\n\
         ```\nuse yongkang_metrics::unit::{{{name}, Unit, UnitType}};\n\nassert_eq!({name}::UNIT, Unit::{name});\n```",
        escape(about)
    )
}

/// The page of a code.
pub fn coded(row: &Row<'_>) -> String {
    let [about, name_zh, about_zh] = ["about", "name_zh", "about_zh"].map(|column| escape(row.text(column)));
    format!("{about}\n\n{name_zh}：{about_zh} (code `{}`)", row.text("code"))
}

/// The page of a metric: all that is known of it, to be read without any other page.
pub fn metric(metric: &MetricRow<'_>, overlaps: &[usize], tables: &Tables<'_>) -> String {
    let mut page = format!("{}\n\n{}\n\n", escape(metric.fields.text("title")), escape(metric.fields.text("title_zh")));
    if !metric.fields.text("note").is_empty() {
        let _ = write!(
            page,
            "**Note:** {}\n\n{}\n\n",
            escape(metric.fields.text("note")),
            escape(metric.fields.text("note_zh"))
        );
    }
    if !overlaps.is_empty() {
        let overlaps = links(overlaps.iter().map(|row| &tables.metrics[*row]));
        let _ = write!(page, "**May count the same things as**, so do not add them: {overlaps}.\n\n");
    }
    // Tables in Markdown must have a heading, so the value is one.
    let _ = writeln!(page, "| Value | {} |\n|---|---|", value(metric, tables));
    let mut row = |name: &str, text: String| {
        let _ = writeln!(page, "| {name} | {text} |");
    };
    let unit = sure(tables.unit_of(metric));
    let (name, name_zh) = (escape(unit.fields.text("name")), escape(unit.fields.text("name_zh")));
    row("Unit", format!("[{name}](crate::Unit::{}) ({name_zh})", variant(unit.code())));
    row("True value", bounds(metric));
    row("As printed", escape(metric.fields.text("obs_text")));
    let is_sharing = |other: &&MetricRow<'_>| other.id() != metric.id() && other.passage.start == metric.passage.start;
    let sharing = links(tables.metrics.iter().filter(is_sharing));
    if !sharing.is_empty() {
        row("The same figure serves", sharing);
    }
    let period = sure(metric.period);
    row("Period", format!("{} to {}", iso(period.start), iso(period.end)));
    let stat_type = sure(metric.stat_type);
    row("Statistic", format!("[{}](crate::StatType::{stat_type:?})", stat_type.name()));
    if let Some(level) = metric.admin_level {
        row("Administrative level", format!("[{}](crate::AdminLevel::{level:?})", level.name()));
    }
    let category = &tables.categories[sure(metric.category)];
    row(
        "Category",
        format!("[{}](crate::Category::{})", escape(category.text("name")), variant(category.text("code"))),
    );
    if let Some(of) = tables.find(metric.fields.text("of_metric")).map(|row| &tables.metrics[row]) {
        row("Qualifies", link(of));
    }
    row("Source", format!("section {}, character {}", sure(metric.passage.section), sure(metric.passage.start)));
    row("Id", format!("`{}`", metric.id()));
    page
}

fn link(metric: &MetricRow<'_>) -> String {
    format!("[{}](Self::{})", escape(metric.fields.text("title")), constant(metric.id()))
}

fn links<'a>(metrics: impl Iterator<Item = &'a MetricRow<'a>>) -> String {
    metrics.map(link).collect::<Vec<_>>().join("; ")
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
fn value(metric: &MetricRow<'_>, tables: &Tables<'_>) -> String {
    let value = sure(metric.value);
    let comparator = match sure(metric.figure.as_ref()).precision.qualifier.comparator() {
        None => "",
        Some(Comparator::Less) => "\\< ",
        Some(Comparator::LessOrEqual) => "≤ ",
        Some(Comparator::GreaterOrEqual) => "≥ ",
        Some(Comparator::Greater) => "\\> ",
    };
    let unit = sure(tables.unit_of(metric));
    let name = match unit.dimension {
        Some(Dimension::Rank) => "(rank)".to_owned(),
        _ if value == Exact::integer(1) => escape(unit.fields.text("name_singular")),
        _ => escape(unit.fields.text("name")),
    };
    format!("{comparator}{} {name}", grouped(value))
}

fn bounds(metric: &MetricRow<'_>) -> String {
    match sure(metric.limits()) {
        (Limit::Included(a), Limit::Included(b)) if a == b => "exactly that".to_owned(),
        (Limit::Included(a), Limit::Included(b)) => format!("from {} to {}", grouped(a), grouped(b)),
        (Limit::Excluded(a), Limit::Excluded(b)) => format!("more than {}, less than {}", grouped(a), grouped(b)),
        (Limit::Included(a), _) => format!("{} or more", grouped(a)),
        (Limit::Excluded(a), _) => format!("more than {}", grouped(a)),
        (_, Limit::Included(b)) => format!("{} or less", grouped(b)),
        (_, Limit::Excluded(b)) => format!("less than {}", grouped(b)),
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
pub fn catalogue(tables: &Tables<'_>) -> String {
    let mut page = String::from("Every metric, by category and by unit.\n\n");
    let _ = writeln!(page, "{}\n\n# By category", counts(tables));
    for (number, row) in tables.categories.iter().enumerate() {
        list(&mut page, "Category", row, tables, &|metric| metric.category == Some(number));
    }
    page.push_str("\n# By unit\n");
    for (number, unit) in tables.units.iter().enumerate() {
        list(&mut page, "Unit", &unit.fields, tables, &|metric| metric.unit == Some(number));
    }
    page
}

fn list(page: &mut String, kind: &str, row: &Row<'_>, tables: &Tables<'_>, is_listed: &dyn Fn(&MetricRow<'_>) -> bool) {
    let name = escape(&capitalised(row.text("name")));
    let [name_zh, about] = ["name_zh", "about"].map(|column| escape(row.text(column)));
    let variant = variant(row.text("code"));
    let _ = writeln!(page, "\n## {name} ({name_zh})\n\n{about} [`{kind}::{variant}`](crate::{kind}::{variant})\n");
    for metric in tables.metrics.iter().filter(|metric| is_listed(metric)) {
        let (title, title_zh) = (escape(metric.fields.text("title")), escape(metric.fields.text("title_zh")));
        let (link, printed) = (constant(metric.id()), escape(metric.fields.text("obs_text")));
        let value = value(metric, tables);
        let _ = writeln!(page, "- [{title}](crate::Metric::{link}): **{value}** ({title_zh}: {printed})");
    }
}

/// The counts by category and by unit, each linked to its query.
pub fn counts(tables: &Tables<'_>) -> String {
    let mut categories = Vec::new();
    for (number, row) in tables.categories.iter().enumerate() {
        categories.push(count("Category", row, tables, &|metric| metric.category == Some(number)));
    }
    let mut units = Vec::new();
    for (number, unit) in tables.units.iter().enumerate() {
        units.push(count("Unit", &unit.fields, tables, &|metric| metric.unit == Some(number)));
    }
    format!(
        "{} metrics in {} categories: {}.\n\nIn {} units: {}.\n",
        tables.metrics.len(),
        categories.len(),
        categories.join(", "),
        units.len(),
        units.join(", ")
    )
}

fn count(kind: &str, row: &Row<'_>, tables: &Tables<'_>, is_counted: &dyn Fn(&MetricRow<'_>) -> bool) -> String {
    let count = tables.metrics.iter().filter(|metric| is_counted(metric)).count();
    format!("[{}](crate::{kind}::{}) {count}", escape(row.text("name")), variant(row.text("code")))
}

/// With its first letter as a capital.
pub fn capitalised(name: &str) -> String {
    let mut name = name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}
