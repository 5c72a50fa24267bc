//! Writes the data book: all metrics as one HTML page that needs no network and no other file, in English and Chinese.
//!
//! ```text
//! cargo run --all-features --example book > book.html
//! ```
//!
//! All facts are the API's, so the book of another report's tables is written by the same code.

mod numbers;
#[path = "../output/mod.rs"]
mod output;

use std::collections::BTreeMap;
use std::error::Error;
use std::ops::Bound;
use std::process::ExitCode;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{Environment, HtmlEscape, UndefinedBehavior, context};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use yongkang_metrics::{
    AdminLevel, Aggregate, Category, Comparator, DATASET, Dimension, ExclusionReason, Metric, MetricSet, PeriodBasis,
    Precision, Section, StatType, Unit,
};

fn main() -> ExitCode {
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
    Ok(environment.get_template("book.html")?.render(book())? + "\n")
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
        html += &if inside { format!("<span lang=\"zh-Hans\">{run}</span>") } else { run.to_string() };
        rest = after;
    }
    Value::from_safe_string(html)
}

/// All that the template shows.
fn book() -> Value {
    let sections = Section::ALL.iter().map(|&section| {
        let metrics = section.metrics();
        let start = share(section.source_start(), DATASET.source_chars);
        context! {
            number => section.number(), title => section.title(), title_zh => section.title_zh(), start,
            metrics => metrics.iter().map(card).collect::<Vec<_>>(),
        }
    });
    context! {
        css => Value::from_safe_string(include_str!("book.css").to_owned()),
        js => Value::from_safe_string(include_str!("book.js").to_owned()),
        dataset => dataset(),
        sections => sections.collect::<Vec<_>>(),
        categories => terms(Category::ALL, Category::metrics, category),
        units => terms(Unit::ALL, Unit::metrics, unit),
        levels => terms(AdminLevel::ALL, AdminLevel::metrics, level),
        kinds => terms(StatType::ALL, StatType::metrics, kind),
        aggregates => Aggregate::ALL.iter().map(|&it| aggregate(it)).collect::<Vec<_>>(),
        dimensions => terms(Dimension::ALL, Dimension::metrics, dimension),
        precisions => terms(Precision::ALL, Precision::metrics, precision),
        bases => terms(PeriodBasis::ALL, PeriodBasis::metrics, basis),
        map => map(),
        ranks => ranks(),
        reasons => reasons(),
        numerals => numerals(),
    }
}

fn dataset() -> Value {
    context! {
        title => DATASET.title, title_zh => DATASET.title_zh, area => DATASET.area, area_zh => DATASET.area_zh,
        source => DATASET.source, source_zh => DATASET.source_zh, period => period(DATASET.time_period),
        sha256 => DATASET.source_sha256, chars => numbers::grouped(DATASET.source_chars.into()),
        version => DATASET.version, metrics => Metric::ALL.len(), exclusions => DATASET.exclusions.len(),
        krate => env!("CARGO_PKG_NAME"),
    }
}

/// How far along something is, in percent.
fn share(part: usize, whole: usize) -> String {
    let share = Decimal::from(part) * Decimal::ONE_HUNDRED / Decimal::from(whole.max(1));
    share.round_dp(2).normalize().to_string()
}

/// The terms of a vocabulary that some metric has.
fn terms<T: Copy>(all: &[T], metrics: fn(T) -> MetricSet, term: fn(T) -> Value) -> Vec<Value> {
    all.iter().filter(|&&one| !metrics(one).is_empty()).map(|&one| term(one)).collect()
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
term!(dimension, Dimension);
term!(precision, Precision);
term!(basis, PeriodBasis);
term!(reason, ExclusionReason);

/// What an aggregate is, with what it comes to.
fn aggregate(aggregate: Aggregate) -> Value {
    let (total, total_zh) = numbers::total(aggregate);
    context! {
        code => aggregate.code(), name => aggregate.name(), name_zh => aggregate.name_zh(),
        about => format!("{} In total: {total}.", aggregate.about()),
        about_zh => format!("{}合计：{total_zh}。", aggregate.about_zh()),
    }
}

/// The units by dimension, as the map has them.
fn units_of(dimension: Dimension) -> impl Iterator<Item = Unit> {
    Unit::ALL.iter().copied().filter(move |unit| unit.dimension() == dimension && !unit.metrics().is_empty())
}

/// Which metrics there are, by category and unit.
fn map() -> Value {
    let dimensions: Vec<Dimension> =
        Dimension::ALL.iter().copied().filter(|dimension| !dimension.metrics().is_empty()).collect();
    let columns = dimensions.iter().map(|&one| {
        let units: Vec<Value> = units_of(one).map(unit).collect();
        context! { dimension => dimension(one), span => units.len(), units }
    });
    let rows = Category::ALL.iter().filter(|category| !category.metrics().is_empty()).map(|&of| {
        let cells = dimensions.iter().flat_map(|&dimension| {
            units_of(dimension).enumerate().map(move |(i, unit)| {
                let metrics = of.metrics().unit(unit);
                let first = metrics.first().map(Metric::id);
                context! {
                    unit => self::unit(unit), count => metrics.len(), first, tint => tint(metrics.len()), begins => i == 0,
                }
            })
        });
        context! { category => category(of), cells => cells.collect::<Vec<_>>() }
    });
    context! { columns => columns.collect::<Vec<_>>(), rows => rows.collect::<Vec<_>>() }
}

/// How dark a cell of the map is.
fn tint(metrics: usize) -> usize {
    match metrics {
        0 => 0,
        1 => 1,
        2..=3 => 2,
        _ => 3,
    }
}

/// Places in an order on one number line, by level: each is a place among others of its own.
fn ranks() -> Value {
    let ranks = Dimension::Rank.metrics();
    let most = ranks.iter().map(Metric::value).max().and_then(|most| most.ceil().to_usize()).unwrap_or(1);
    // Marks at round numbers, at most eight.
    let step = (0..usize::MAX.ilog10())
        .flat_map(|e| [1, 2, 5].map(|d| d * 10_usize.pow(e)))
        .find(|step| most / step < 8)
        .unwrap_or(most);
    let end = most.div_ceil(step) * step;
    let at = |place: Decimal| {
        let width = Decimal::from(end.max(2) - 1);
        ((place - Decimal::ONE) * Decimal::ONE_HUNDRED / width).round_dp(2).normalize().to_string()
    };
    let marks: Vec<Value> = [1]
        .into_iter()
        .chain((1..=end / step).map(|i| i * step).filter(|&mark| mark > 1))
        .map(|mark| context! { place => mark, at => at(mark.into()) })
        .collect();
    let levels = AdminLevel::ALL.iter().copied().map(Some).chain([None]).filter_map(|of| {
        let metrics: Vec<Value> = ranks
            .iter()
            .filter(|metric| metric.admin_level() == of)
            .map(|metric| {
                context! {
                    metric => named(metric), at => at(metric.value()), place => numbers::grouped(metric.value()),
                }
            })
            .collect();
        (!metrics.is_empty()).then(|| context! { level => of.map(level), metrics })
    });
    context! { levels => levels.collect::<Vec<_>>(), marks }
}

/// The ledger of the numerals that are no metrics.
fn reasons() -> Vec<Value> {
    let mut by_reason: BTreeMap<ExclusionReason, Vec<Value>> = BTreeMap::new();
    for exclusion in DATASET.exclusions {
        by_reason.entry(exclusion.reason).or_default().push(context! {
            text => exclusion.text, section => exclusion.section.number(), start => exclusion.source_start,
        });
    }
    let found = by_reason.into_iter().map(|(of, exclusions)| context! { reason => reason(of), exclusions });
    found.collect()
}

/// Where the numerals stand in the report: the paths of two combs of ticks, one for the metrics and one for the exclusions.
fn numerals() -> Value {
    let comb = |starts: &mut dyn Iterator<Item = usize>| -> String { starts.map(|at| format!("M{at} 0v1")).collect() };
    let mut metrics = MetricSet::ALL.iter().map(Metric::source_start);
    let mut exclusions = DATASET.exclusions.iter().map(|exclusion| exclusion.source_start);
    context! { width => DATASET.source_chars, metrics => comb(&mut metrics), exclusions => comb(&mut exclusions) }
}

/// A metric by name, for a link.
fn named(metric: Metric) -> Value {
    context! { id => metric.id(), title => metric.title(), title_zh => metric.title_zh() }
}

fn all_named(metrics: MetricSet) -> Vec<Value> {
    metrics.iter().map(named).collect()
}

/// All there is to say of a metric.
fn card(metric: Metric) -> Value {
    let start = metric.source_start();
    let (habit, habit_zh) = (numbers::told(metric), numbers::told_zh(metric));
    let (basis_text, basis_text_zh) = numbers::basis(metric);
    let plain = numbers::grouped(metric.value());
    context! {
        // Where the habit is the plain number, one of them is enough.
        is_scaled => !habit.contains(&plain) || !habit_zh.contains(&plain),
        id => metric.id(), title => metric.title(), title_zh => metric.title_zh(),
        category => category(metric.category()), unit => unit(metric.unit()), kind => kind(metric.stat_type()),
        level => metric.admin_level().map(level),
        value => metric.value().to_string(), comparator => metric.comparator().map(Comparator::code),
        number => numbers::signed(metric), habit, habit_zh,
        obs_text => metric.obs_text(), bounds => bounds(metric),
        period => period(metric.time_period()), measure => metric.unit().measure_word(),
        basis => metric.period_basis().code(), basis_text, basis_text_zh,
        counted => metric.counted(), counted_zh => metric.counted_zh().join(" "),
        aggregate => metric.aggregate().map(aggregate),
        headline => Metric::HEADLINES.iter().position(|it| *it == metric).map(|at| at + 1),
        note => metric.note(), note_zh => metric.note_zh(), keywords => metric.keywords().join(" "),
        section => metric.section().number(), section_title => metric.section().title(),
        section_title_zh => metric.section().title_zh(),
        start, last => start + metric.obs_text().chars().count() - 1,
        of => metric.of_metric().map(named),
        qualified_by => all_named(MetricSet::ALL.iter().filter(|other| other.of_metric() == Some(metric)).collect()),
        same_figure => all_named(metric.same_figure()), overlaps => all_named(metric.overlaps()),
        cite => metric.cite().to_string(), bibtex => metric.cite().bibtex().to_string(),
    }
}

fn period(period: yongkang_metrics::Period) -> Value {
    let (text, text_zh) = numbers::period(period);
    context! { iso => period.to_string(), text, text_zh }
}

/// How precise a figure is, in words, and its interval as a strip that is zoomed to it.
fn bounds(metric: Metric) -> Value {
    let bounds = metric.bounds();
    let (range, range_zh) = numbers::interval(&bounds);
    let (precision, selects) = (metric.precision(), metric.stat_type() == StatType::Threshold);
    let (text, text_zh) = if selects {
        (range, range_zh)
    } else if bounds.is_exact() {
        (precision.name().to_owned(), precision.name_zh().to_owned())
    } else {
        (format!("{}: {range}", precision.name()), format!("{}：{range_zh}", precision.name_zh()))
    };
    let end = |bound: Bound<Decimal>| match bound {
        Bound::Unbounded => context! { kind => "none", value => None::<String>, text => "", text_zh => "" },
        Bound::Included(end) | Bound::Excluded(end) => context! {
            kind => if bound == Bound::Included(end) { "closed" } else { "open" },
            value => end.to_string(), text => numbers::scaled(end), text_zh => numbers::scaled_zh(end),
        },
    };
    // Where the printed value stands between two ends; at an end it is the end that shows it.
    let at = match bounds.ends() {
        [Some(a), Some(b)] if a < metric.value() && metric.value() < b => {
            Some(((metric.value() - a) * Decimal::from(88) / (b - a) + Decimal::from(6)).round_dp(2).normalize())
        }
        _ => None,
    };
    context! {
        is_exact => bounds.is_exact(), selects, text, text_zh, lower => end(bounds.lower()), upper => end(bounds.upper()),
        at => at.map(|at| at.to_string()),
    }
}
