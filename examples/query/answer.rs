//! The metrics of a query and their totals, in each format.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Bound;

use serde_json::{Value, json};
use yongkang_metrics::{
    AdminLevel, Aggregate, Bounds, Comparator, Decimal, Estimate, Filter, Metric, MetricSet, PeriodBasis, Shown,
    StatType, Total,
};

use crate::lang::Lang;
use crate::{Format, table};

pub fn answer(query: &Filter, format: Format, total: bool, lang: Lang) -> String {
    let set = query.metrics();
    let metrics: Vec<Metric> = set.iter().collect();
    let totals = || if total { total_lines(set, lang) } else { Vec::new() };
    match format {
        Format::Json => json(query, total, lang),
        Format::Csv => csv(set, lang),
        Format::Table | Format::Md if set.is_empty() => String::new(),
        Format::Table => table::metrics(&metrics, &totals(), lang) + "\n",
        Format::Md => markdown(&metrics, &totals(), lang),
    }
}

/// A metric as fields, named as those of `Record`; the figure as people write it, the note and the unit's name are in the reader's language.
fn fields(metric: Metric, lang: Lang) -> Vec<(&'static str, Value)> {
    let (unit, period) = (metric.unit(), metric.time_period());
    let mut fields = vec![
        ("id", json!(metric.id())),
        ("title", json!(metric.title())),
        ("title_zh", json!(metric.title_zh())),
        ("category", json!(metric.category().code())),
        ("shown", json!(shown(metric, lang).to_string())),
        ("obs_text", json!(metric.obs_text())),
        ("obs_value", json!(metric.value().to_string())),
        ("comparator", json!(metric.comparator().map(Comparator::code))),
        ("precision", json!(metric.precision().code())),
    ];
    fields.extend(ends(metric.bounds()));
    fields.extend([
        ("unit", json!(unit.code())),
        ("unit_name", json!(lang.pick(unit.name(), unit.name_zh()))),
        ("stat_type", json!(metric.stat_type().code())),
        ("admin_level", json!(metric.admin_level().map(AdminLevel::code))),
        ("period_start", json!(period.start().to_string())),
        ("period_end", json!(period.end().to_string())),
        ("period_basis", json!(metric.period_basis().code())),
        ("aggregate", json!(metric.aggregate().map(Aggregate::code))),
        ("overlaps", json!(metric.overlaps().to_string())),
        ("section", json!(metric.section().number())),
        ("note", json!(lang.pick(metric.note(), metric.note_zh()))),
    ]);
    fields
}

fn ends(bounds: Bounds) -> [(&'static str, Value); 4] {
    let end = |end: Bound<Decimal>| match end {
        Bound::Included(end) => (Some(end.to_string()), true),
        Bound::Excluded(end) => (Some(end.to_string()), false),
        Bound::Unbounded => (None, false),
    };
    let ((lower, has_lower), (upper, has_upper)) = (end(bounds.lower()), end(bounds.upper()));
    [
        ("lower", json!(lower)),
        ("lower_included", json!(has_lower)),
        ("upper", json!(upper)),
        ("upper_included", json!(has_upper)),
    ]
}

/// An object with its fields in this order; values are strings, so that no reader rounds them.
fn object(fields: &[(&str, Value)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{}: {value}", json!(name))).collect();
    format!("{{{}}}", fields.join(", "))
}

fn array(objects: &[String]) -> String {
    if objects.is_empty() { "[]".to_owned() } else { format!("[\n    {}\n  ]", objects.join(",\n    ")) }
}

fn json(query: &Filter, total: bool, lang: Lang) -> String {
    let set = query.metrics();
    let metrics: Vec<String> = set.iter().map(|metric| object(&fields(metric, lang))).collect();
    let mut out = format!("{{\n  \"query\": {},\n  \"metrics\": {}", json!(query.to_string()), array(&metrics));
    if total {
        let total = |aggregate| object(&total_fields(set.aggregate(Some(aggregate)), aggregate, lang));
        let totals: Vec<String> = set.aggregates().map(total).collect();
        let _ = write!(out, ",\n  \"totals\": {}", array(&totals));
    }
    out + "\n}\n"
}

/// What metrics of an aggregate come to. Its number is left out where they may overlap, and where only a limit is known.
fn total_fields(set: MetricSet, aggregate: Aggregate, lang: Lang) -> Vec<(&'static str, Value)> {
    let (total, bounds) = total(set, aggregate);
    let stated =
        |estimate: Estimate| estimate.bounds().contains(estimate.value()).then(|| estimate.value().to_string());
    let mut fields = vec![
        ("aggregate", json!(aggregate.code())),
        ("name", json!(lang.pick(aggregate.name(), aggregate.name_zh()))),
        ("metrics", json!(set.len())),
        ("of", json!(aggregate.metrics().len())),
        ("unit", json!(aggregate.unit().code())),
        ("total", json!(total.and_then(|total| stated(total.estimate)))),
    ];
    fields.extend(ends(bounds));
    let instances = set.instances();
    fields.extend([
        ("instances", json!(instances.and_then(|it| stated(it.estimate)))),
        ("instances_name", json!(instances.map(|it| lang.pick(it.noun(), it.noun_zh())))),
    ]);
    fields
}

fn csv(set: MetricSet, lang: Lang) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let names = MetricSet::ALL.first().map(|metric| fields(metric, lang)).unwrap_or_default();
    let mut write = |row: Vec<String>| writer.write_record(row).expect("a vector takes all");
    write(names.iter().map(|(name, _)| (*name).to_owned()).collect());
    for metric in set {
        let text = |value: &Value| match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        write(fields(metric, lang).iter().map(|(_, value)| text(value)).collect());
    }
    String::from_utf8(writer.into_inner().expect("a vector takes all")).expect("texts are UTF-8")
}

fn markdown(metrics: &[Metric], totals: &[String], lang: Lang) -> String {
    let (rows, notes) = rows(metrics, lang);
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut out = line(&headings(lang).map(str::to_owned)) + "|---|---|---|---|---|---|\n";
    out.extend(rows.iter().map(|row| line(row)));
    for paragraph in notes.iter().chain(totals) {
        let _ = write!(out, "\n{paragraph}\n");
    }
    out
}

pub fn headings(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["Indicator", "Figure", "Precision", "Period", "As printed", "Note"],
        ["指标", "数值", "精度", "时期", "原文", "注"],
    )
}

/// The cells for a reader, and what is to be known of them: notes that the last of each row numbers, and what an assumed period is.
pub fn rows(metrics: &[Metric], lang: Lang) -> (Vec<[String; 6]>, Vec<String>) {
    let set: MetricSet = metrics.iter().copied().collect();
    let is_noted = |metric: &&Metric| metric.note().is_some() || !(metric.overlaps() & set).is_empty();
    let noted: Vec<Metric> = metrics.iter().filter(is_noted).copied().collect();
    let number = |metric: Metric| noted.iter().position(|other| *other == metric).map(|position| position + 1);
    let row = |&metric: &Metric| {
        let figure = shown(metric, lang);
        [
            title(metric, lang).to_owned(),
            figure.to_string(),
            figure.precision().to_string(),
            figure.period().to_string(),
            metric.obs_text().to_owned(),
            number(metric).map(|number| format!("[{number}]")).unwrap_or_default(),
        ]
    };
    let note = |(at, metric): (usize, &Metric)| {
        // What overlaps another is overlapped by it, so each of these has a number.
        let others: Vec<usize> = (metric.overlaps() & set).iter().filter_map(number).collect();
        let warnings = [lang.pick(metric.note(), metric.note_zh()).map(str::to_owned), overlaps(&others, lang)];
        let warnings: Vec<String> = warnings.into_iter().flatten().collect();
        format!("[{}] {}", at + 1, warnings.join(lang.pick(" ", "")))
    };
    let assumed = PeriodBasis::Assumed;
    let legend = (!set.period_basis(assumed).is_empty()).then(|| {
        let (name, about) = (assumed.name().to_lowercase(), assumed.about());
        lang.pick(format!("{name}: {about}"), format!("{}：{}", assumed.name_zh(), assumed.about_zh()))
    });
    (metrics.iter().map(row).collect(), noted.iter().enumerate().map(note).chain(legend).collect())
}

fn title(metric: Metric, lang: Lang) -> &'static str {
    lang.pick(metric.title(), metric.title_zh())
}

fn shown(metric: Metric, lang: Lang) -> Shown {
    lang.pick(metric.display(), metric.display_zh())
}

/// Which others of the answer may count the same things, by the numbers of their notes, so that nobody adds them.
fn overlaps(others: &[usize], lang: Lang) -> Option<String> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for &number in others {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => spans.push((number, number)),
        }
    }
    let span = |&(first, last): &(usize, usize)| match last - first {
        0 => format!("[{first}]"),
        1 => format!("[{first}]{}[{last}]", lang.pick(", ", "、")),
        _ => format!("[{first}]{}[{last}]", lang.pick(" to ", "至")),
    };
    let spans: Vec<String> = spans.iter().map(span).collect();
    let told = lang.pick(
        format!("May overlap with {}: adding may count twice.", spans.join(", ")),
        format!("可能与{}重复计算，不宜相加。", spans.join("、")),
    );
    (!others.is_empty()).then_some(told)
}

/// A line for each aggregate of which there is a metric, and one for each reason why others add up with nothing.
fn total_lines(set: MetricSet, lang: Lang) -> Vec<String> {
    let of_aggregate = |aggregate: Aggregate| {
        let part = set.aggregate(Some(aggregate));
        let (count, all) = (part.len(), aggregate.metrics().len());
        let of = lang.pick(format!(", {count} of {all}"), format!("（{all}项指标中的{count}项）"));
        let of = if count == all { String::new() } else { of };
        let told = told_total(part, aggregate, lang);
        lang.pick(format!("{}{of}: {told}.", aggregate.name()), format!("{}{of}：{told}。", aggregate.name_zh()))
    };
    let mut others: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for metric in set.aggregate(None) {
        others.entry(reason(metric, lang)).or_default().push(title(metric, lang));
    }
    let others = others.iter().map(|(why, titles)| {
        lang.pick(
            format!("Adds up with nothing ({why}): {}.", titles.join("; ")),
            format!("不与其他指标相加（{why}）：{}。", titles.join("；")),
        )
    });
    set.aggregates().map(of_aggregate).chain(others).collect()
}

/// Why a metric adds up with nothing.
fn reason(metric: Metric, lang: Lang) -> String {
    let (kind, dimension) = (metric.stat_type(), metric.dimension());
    let adds_up = MetricSet::from([metric]).total_in(metric.unit()).is_ok();
    let (en, zh) = match kind {
        _ if adds_up => ("a thing of its own", "无同类指标"),
        // A share is a stock or a flow.
        StatType::Stock | StatType::Flow | StatType::Extent => (dimension.name(), dimension.name_zh()),
        _ => (kind.name(), kind.name_zh()),
    };
    lang.pick(en.to_lowercase(), zh.to_owned())
}

/// What metrics of an aggregate come to: their sum, unless they may overlap, and between what it is with each thing counted once.
fn total(set: MetricSet, aggregate: Aggregate) -> (Option<Total>, Bounds) {
    match set.total_in(aggregate.unit()) {
        Ok(total) => (Some(total), total.estimate.bounds()),
        Err(_) => (None, set.distinct_total_in(aggregate.unit()).expect("metrics of one aggregate")),
    }
}

/// `24 to 35 persons, each counted once; 35 person-times`
pub fn told_total(set: MetricSet, aggregate: Aggregate, lang: Lang) -> String {
    let (total, distinct) = total(set, aggregate);
    let (unit, instances) = (aggregate.unit(), set.instances());
    let instances = instances.filter(|it| total.is_none_or(|total| total.estimate != it.estimate));
    let once = match total {
        Some(total) => told(&total, lang),
        None => lang.pick(
            format!("{}, each counted once", distinct.display_in(unit)),
            format!("去重后{}", distinct.display_in_zh(unit)),
        ),
    };
    let often = instances.map(|instances| lang.pick("; ", "；").to_owned() + &told(&instances, lang));
    once + &often.unwrap_or_default()
}

/// A total, and how precise it is, if not exact.
fn told(total: &Total, lang: Lang) -> String {
    let shown = lang.pick(total.display(), total.display_zh());
    match (total.estimate.bounds().is_exact(), shown.precision()) {
        (true, _) => shown.to_string(),
        (false, precision) => lang.pick(format!("{shown} ({precision})"), format!("{shown}（{precision}）")),
    }
}
