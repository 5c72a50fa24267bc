//! Writes the data book: all metrics as one HTML page that needs no network and no other file, in English and Chinese.
//!
//! ```text
//! cargo run --all-features --example book > book.html
//! ```
//!
//! This file gathers what the book shows, `book.html` is the page, `book.css` its look. It reads without a script; what
//! `book.js` adds is to search, filter, sort and download. All facts are the API's, so the book of another report's tables is
//! written by the same code.

#[path = "../output/mod.rs"]
mod output;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Display;
use std::process::ExitCode;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{Environment, HtmlEscape, UndefinedBehavior, context};
use rust_decimal::prelude::ToPrimitive as _;
use yongkang_metrics::{
    AdminLevel, Aggregate, Category, Comparator, DATASET, Dimension, ExclusionReason, Metric, MetricSet, NotPrinted,
    ObsStatus, Period, PeriodBasis, Precision, Record, StatType, Unit,
};

/// How many of the headlines stand on the first screen.
const MAIN_POINTS: usize = 6;

const USAGE: &str = "\
usage: book > book.html

Prints one page with every figure, to be read in a browser without a network.
";

fn main() -> ExitCode {
    if let Some(status) = output::help(USAGE) {
        return status;
    }
    page().and_then(|page| Ok(output::print(&page, ExitCode::SUCCESS)?)).unwrap_or_else(output::fail)
}

fn page() -> Result<String, Box<dyn Error>> {
    let mut environment = Environment::new();
    // A name that the template misspells is an error, not an empty text.
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.add_filter("han", han);
    // Text is escaped, as the name ends with `.html`.
    environment.add_template("book.html", include_str!("book.html"))?;
    Ok(environment.get_template("book.html")?.render(book()?)? + "\n")
}

/// A text in which Chinese words are marked as such, so that their glyphs and voices are Chinese.
fn han(text: &str) -> Value {
    let is_han = |c: char| ('\u{2E80}'..='\u{9FFF}').contains(&c) || ('\u{F900}'..='\u{FAFF}').contains(&c);
    let mut html = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let inside = is_han(c);
        let (run, after) = rest.split_at(rest.find(|c| is_han(c) != inside).unwrap_or(rest.len()));
        let run = HtmlEscape(run);
        html += &if inside { format!("<span lang=\"zh\">{run}</span>") } else { run.to_string() };
        rest = after;
    }
    Value::from_safe_string(html)
}

/// All that the template shows.
fn book() -> Result<Value, Box<dyn Error>> {
    let figures: Vec<Value> = MetricSet::ALL.iter().map(figure).collect();
    let headlines: Vec<Value> = Metric::HEADLINES.iter().take(MAIN_POINTS).map(|it| figure(*it)).collect();
    Ok(context! {
        css => Value::from_safe_string(include_str!("book.css").to_owned()),
        js => Value::from_safe_string(include_str!("book.js").to_owned()),
        records => Value::from_safe_string(records()?),
        traditional => include_str!("../../data/traditional.txt").trim_end(),
        dataset => dataset(), headlines, count => figures.len(), figures, facets => facets(),
        aggregates => Aggregate::ALL.iter().map(|it| aggregate(*it)).collect::<Vec<_>>(),
        map => map(), widths => widths(), ranks => ranks(), reasons => reasons(), exclusions => DATASET.exclusions.len(),
        dimensions => terms(Dimension::ALL, Dimension::metrics, dimension),
        bases => terms(PeriodBasis::ALL, PeriodBasis::metrics, basis),
    })
}

/// All metrics as `examples/export` writes them, for the script: the names of the fields once, and a row for each metric. And what
/// readers look for in vain, by its names.
fn records() -> serde_json::Result<String> {
    let row = |metric| {
        let record = serde_json::to_value(Record::from(metric))?;
        Ok(Record::FIELDS.iter().map(|field| record[field].clone()).collect())
    };
    let rows: Vec<Vec<serde_json::Value>> = MetricSet::ALL.iter().map(row).collect::<serde_json::Result<_>>()?;
    let not_printed = |it: &NotPrinted| [&[it.name, it.name_zh], it.words].concat();
    let not_printed: Vec<Vec<&str>> = DATASET.not_printed.iter().map(not_printed).collect();
    // In a script no text may look like its end.
    Ok(serde_json::json!({ "fields": Record::FIELDS, "rows": rows, "not_printed": not_printed })
        .to_string()
        .replace('<', "\\u003c"))
}

fn dataset() -> Value {
    let folder = option_env!("YONGKANG_DATA").unwrap_or("data");
    let repository = env!("CARGO_PKG_REPOSITORY");
    context! {
        title => DATASET.title, title_zh => DATASET.title_zh, area => DATASET.area, area_zh => DATASET.area_zh,
        source => DATASET.source, source_zh => DATASET.source_zh, period => period(DATASET.time_period),
        sha256 => DATASET.source_sha256, chars => DATASET.source_chars,
        version => DATASET.version, krate => env!("CARGO_PKG_NAME"), licence => env!("CARGO_PKG_LICENSE"), repository,
        table => format!("{folder}/metrics.tsv"),
        // Beside the page, as long as the crate says of no place where its tables are published.
        table_url => if repository.is_empty() { String::new() } else { format!("{repository}/blob/HEAD/") }
            + folder + "/metrics.tsv",
    }
}

/// A term as the template takes it.
macro_rules! term {
    ($name:ident, $Type:ty) => {
        fn $name(term: $Type) -> Value {
            context! {
                code => term.code(), name => term.name(), name_zh => term.name_zh(),
                about => term.about(), about_zh => term.about_zh(),
            }
        }
    };
}
term!(category, Category);
term!(unit, Unit);
term!(level, AdminLevel);
term!(kind, StatType);
term!(total, Aggregate);
term!(dimension, Dimension);
term!(precision, Precision);
term!(basis, PeriodBasis);
term!(status, ObsStatus);
term!(reason, ExclusionReason);

/// The terms of a vocabulary that some metric has.
fn terms<T: Copy>(all: &[T], metrics: fn(T) -> MetricSet, term: fn(T) -> Value) -> Vec<Value> {
    all.iter().filter(|&&one| !metrics(one).is_empty()).map(|&one| term(one)).collect()
}

/// What the figures can be filtered by: by the names that [`Filter`](yongkang_metrics::Filter) has for it.
fn facets() -> Vec<Value> {
    let mut periods: Vec<Period> = MetricSet::ALL.iter().map(Metric::time_period).collect();
    periods.sort_unstable();
    periods.dedup();
    let periods = periods.into_iter().map(|it| {
        let (name, name_zh) = (it.display().to_string(), it.display_zh().to_string());
        context! { code => it.to_string(), name, name_zh, about => (), about_zh => () }
    });
    let facets = [
        ("category", "Category", "类别", terms(Category::ALL, Category::metrics, category)),
        ("unit", "Unit", "单位", terms(Unit::ALL, Unit::metrics, unit)),
        ("stat_type", "Kind", "统计类型", terms(StatType::ALL, StatType::metrics, kind)),
        ("admin_level", "Administrative level", "行政级别", terms(AdminLevel::ALL, AdminLevel::metrics, level)),
        ("precision", "Precision", "精度", terms(Precision::ALL, Precision::metrics, precision)),
        ("aggregate", "Total", "合计指标", terms(Aggregate::ALL, Aggregate::metrics, total)),
        ("period", "Period", "时期", periods.collect()),
    ];
    // What all have in common filters nothing.
    let facets = facets.into_iter().filter(|(.., terms)| !terms.is_empty());
    facets.map(|(key, name, name_zh, terms)| context! { key, name, name_zh, terms }).collect()
}

/// What an aggregate comes to, and of what.
fn aggregate(aggregate: Aggregate) -> Value {
    let (sum, distinct, unit) = (aggregate.total().ok(), aggregate.distinct_total(), aggregate.unit());
    let instances = aggregate.instances().filter(|_| sum.is_none());
    context! {
        term => total(aggregate), is_sum => sum.is_some(), members => all_named(aggregate.metrics()),
        total => both(distinct.display_in(unit), distinct.display_in_zh(unit)),
        instances => instances.map(|it| both(it.display(), it.display_zh())),
    }
}

/// How many metrics there are, by category and unit, in the order that the documentation has them in.
fn map() -> Value {
    let groups = Unit::ALL.chunk_by(|a, b| a.dimension() == b.dimension());
    let groups = groups.map(|units| context! { dimension => dimension(units[0].dimension()), span => units.len() });
    let begins = |at: usize| at == 0 || Unit::ALL[at].dimension() != Unit::ALL[at - 1].dimension();
    let columns = Unit::ALL.iter().enumerate().map(|(i, it)| context! { unit => unit(*it), begins => begins(i) });
    let rows = Category::ALL.iter().filter(|it| !it.metrics().is_empty()).map(|&of| {
        let cells = Unit::ALL.iter().enumerate().map(|(i, &unit)| {
            let metrics = of.metrics().unit(unit);
            let (count, first) = (metrics.len(), metrics.first().map(Metric::id));
            context! { unit => self::unit(unit), count, first, tint => tint(count), begins => begins(i) }
        });
        context! { category => category(of), total => of.metrics().len(), cells => cells.collect::<Vec<_>>() }
    });
    let (columns, rows): (Vec<Value>, Vec<Value>) = (columns.collect(), rows.collect());
    context! { groups => groups.collect::<Vec<_>>(), columns, rows }
}

/// How dark a cell of the map is.
fn tint(metrics: usize) -> u32 {
    metrics.checked_ilog2().map_or(0, |log| log.min(2) + 1)
}

/// The inexact figures by how wide their interval is against the value, on a logarithmic scale; and those that are open on a
/// side, whose interval has no width.
fn widths() -> Value {
    let inexact = MetricSet::ALL.iter().filter(|it| !it.bounds().is_exact() && it.stat_type() != StatType::Threshold);
    let (mut closed, mut open) = (Vec::new(), Vec::new());
    for metric in inexact {
        match relative_width(metric) {
            Some(width) => closed.push((width, metric)),
            None => open.push(named(metric)),
        }
    }
    closed.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let decade = |width: f64| width.log10();
    let first = closed.first().map_or(0.0, |(width, _)| decade(*width).floor());
    let last = closed.last().map_or(1.0, |(width, _)| decade(*width).ceil()).max(first + 1.0);
    let at = |width: f64| format!("{:.2}", (decade(width) - first) * 100.0 / (last - first));
    let figures: Vec<Value> = closed
        .iter()
        .map(|(width, metric)| context! { metric => named(*metric), at => at(*width), width => percent(*width) })
        .collect();
    let marks = (first as i32..=last as i32).map(|decade| 10_f64.powi(decade));
    let marks = marks.map(|width| context! { at => at(width), width => percent(width) });
    context! { figures, open, marks => marks.collect::<Vec<_>>() }
}

/// The width of the interval in percent of the value. `None` where an end is missing, or the value is nought.
fn relative_width(metric: Metric) -> Option<f64> {
    let bounds = metric.bounds();
    let [Some(a), Some(b)] = bounds.ends() else { return None };
    let width = (b - a).to_f64()? * 100.0 / metric.value().abs().to_f64()?;
    (width.is_finite() && width > 0.0).then_some(width)
}

/// Two digits say enough of a width: `0.026%`.
fn percent(width: f64) -> String {
    let decimals = (1 - width.log10().floor() as i32).max(0) as usize;
    let text = format!("{width:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    format!("{text}%")
}

/// Places in an order, by level: each is a place among others of its own.
fn ranks() -> Vec<Value> {
    let levels = AdminLevel::ALL.iter().copied().map(Some).chain([None]).filter_map(|of| {
        let metrics: MetricSet = Dimension::Rank.metrics().iter().filter(|it| it.admin_level() == of).collect();
        (!metrics.is_empty()).then(|| context! { level => of.map(level), metrics => all_named(metrics) })
    });
    levels.collect()
}

/// The ledger of the numerals that are no metrics.
fn reasons() -> Vec<Value> {
    let mut by_reason: BTreeMap<ExclusionReason, Vec<Value>> = BTreeMap::new();
    for exclusion in DATASET.exclusions {
        by_reason.entry(exclusion.reason).or_default().push(context! {
            text => exclusion.text, phrase => exclusion.phrase, section => exclusion.section.number(), start => exclusion.source_start,
        });
    }
    let found = by_reason
        .into_iter()
        .map(|(of, exclusions)| context! { reason => reason(of), count => exclusions.len(), exclusions });
    found.collect()
}

/// A metric by name and value, for a link.
fn named(metric: Metric) -> Value {
    let value = both(metric.display(), metric.display_zh());
    context! { id => metric.id(), title => metric.title(), title_zh => metric.title_zh(), value }
}

fn all_named(metrics: MetricSet) -> Vec<Value> {
    metrics.iter().map(named).collect()
}

/// What is told in both languages.
fn both(english: impl Display, chinese: impl Display) -> Value {
    context! { en => english.to_string(), zh => chinese.to_string() }
}

fn period(period: Period) -> Value {
    both(period.display(), period.display_zh())
}

/// How precise a figure is, and whether it is final: `rounded to 1 million, provisional`.
fn margin(metric: Metric) -> Value {
    let status = metric.obs_status();
    let name = status.map_or(String::new(), |it| format!(", {}", it.name().to_lowercase()));
    let name_zh = status.map_or(String::new(), |it| format!("，{}", it.name_zh()));
    let (shown, shown_zh) = (metric.display(), metric.display_zh());
    both(format_args!("{}{name}", shown.precision()), format_args!("{}{name_zh}", shown_zh.precision()))
}

/// All digits, for a spreadsheet.
fn full(metric: Metric) -> Value {
    let (value, unit) = (metric.value(), metric.unit());
    // Of a limit its word too, as alone it is no value.
    let word = metric.comparator().map_or_else(String::new, |it| it.name().to_lowercase() + " ");
    let word_zh = metric.comparator().map_or("", Comparator::name_zh);
    both(format_args!("{word}{value} {}", unit.name()), format_args!("{word_zh}{value}{}", unit.measure_word()))
}

/// All there is to say of a metric.
fn figure(metric: Metric) -> Value {
    let start = metric.source_start();
    let (shown, shown_zh, bounds, unit) = (metric.display(), metric.display_zh(), metric.bounds(), metric.unit());
    context! {
        id => metric.id(), title => metric.title(), title_zh => metric.title_zh(),
        value => both(shown, shown_zh), margin => margin(metric),
        when => both(shown.period(), shown_zh.period()), full => full(metric),
        obs_text => metric.obs_text(), status => metric.obs_status().map(status),
        precision => precision(metric.precision()), is_exact => bounds.is_exact(),
        bounds => both(bounds.display_in(unit), bounds.display_in_zh(unit)),
        is_threshold => metric.stat_type() == StatType::Threshold,
        period => period(metric.time_period()), iso => metric.time_period().to_string(),
        basis => basis(metric.period_basis()),
        category => category(metric.category()), unit => self::unit(unit), kind => kind(metric.stat_type()),
        level => metric.admin_level().map(level), aggregate => metric.aggregate().map(aggregate),
        counted => metric.counted(), counted_zh => metric.counted_zh().join("、"),
        note => metric.note(), note_zh => metric.note_zh(),
        section => metric.section().number(), section_title => metric.section().title(),
        section_title_zh => metric.section().title_zh(),
        start, last => start + metric.obs_text().chars().count() - 1,
        // Below the head of the table, whose rows are in the order of the metrics.
        line => MetricSet::ALL.iter().take_while(|it| *it != metric).count() + 2,
        of => metric.of_metric().map(named),
        related => all_named(MetricSet::ALL.iter().filter(|other| other.of_metric() == Some(metric)).collect()),
        same_figure => all_named(metric.same_figure()), overlaps => all_named(metric.overlaps()),
        cite => metric.cite().to_string(), bibtex => metric.cite().bibtex().to_string(),
    }
}
