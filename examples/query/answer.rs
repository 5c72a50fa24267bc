//! The metrics of a query and their totals, in each format.

use std::fmt::Write as _;
use std::ops::Bound;

use serde_json::{Value, json};
use yongkang_metrics::{Bounds, Comparator, Decimal, Estimate, Filter, Metric, MetricSet, StatType, TotalError, Unit};

use crate::lang::Lang;
use crate::{Format, table};

pub fn answer(query: &Filter, format: Format, total: bool, lang: Lang) -> String {
    let set = query.metrics();
    match format {
        Format::Json => json(query, total, lang),
        Format::Csv => csv(set, lang),
        Format::Table | Format::Md if set.is_empty() => String::new(),
        Format::Table => table::metrics(set, &total_lines(set, total, lang), lang),
        Format::Md => markdown(set, &total_lines(set, total, lang), lang),
    }
}

/// A metric as fields, named as those of `Record`, with its texts in the reader's language.
fn fields(metric: Metric, lang: Lang) -> Vec<(&'static str, Value)> {
    let (unit, period) = (metric.unit(), metric.time_period());
    let mut fields = vec![
        ("id", json!(metric.id())),
        ("title", json!(lang.pick(metric.title(), metric.title_zh()))),
        ("obs_text", json!(metric.obs_text())),
        ("obs_value", json!(metric.value().to_string())),
        ("comparator", json!(metric.comparator().map(Comparator::code))),
    ];
    fields.extend(ends(metric.bounds()));
    fields.extend([
        ("unit", json!(unit.code())),
        ("unit_name", json!(lang.pick(unit.name(), unit.name_zh()))),
        ("period_start", json!(period.start().to_string())),
        ("period_end", json!(period.end().to_string())),
        ("overlaps", json!(metric.overlaps().to_string())),
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
        let totals: Vec<String> = set.units().map(|unit| object(&total_fields(set.unit(unit), unit, lang))).collect();
        let _ = write!(out, ",\n  \"totals\": {}", array(&totals));
    }
    out + "\n}\n"
}

fn total_fields(set: MetricSet, unit: Unit, lang: Lang) -> Vec<(&'static str, Value)> {
    let mut fields = vec![("unit", json!(unit.code()))];
    match set.total_in(unit) {
        Ok(total) => {
            fields.push(("total", json!(total.value().to_string())));
            fields.extend(ends(total.bounds()));
        }
        Err(error) => {
            fields.extend([("total", json!(null)), ("refused", json!(refused(error, lang)))]);
            fields.extend(set.distinct_total_in(unit).ok().map(ends).into_iter().flatten());
        }
    }
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

fn markdown(set: MetricSet, totals: &[String], lang: Lang) -> String {
    let (rows, notes) = rows(set, lang);
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut out = line(&headings(lang).map(str::to_owned)) + "|---|---:|---|---|---|---|\n";
    out.extend(rows.iter().map(|row| line(row)));
    for paragraph in notes.iter().chain(totals) {
        let _ = write!(out, "\n{paragraph}\n");
    }
    out
}

pub fn headings(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["Indicator", "Value", "Unit", "Period", "As printed", "Note"],
        ["指标", "数值", "单位", "时期", "原文", "注"],
    )
}

/// The cells for a reader, and the notes that the last of each row numbers.
pub fn rows(set: MetricSet, lang: Lang) -> (Vec<[String; 6]>, Vec<String>) {
    let noted = set.filter(|metric| metric.note().is_some() || !(metric.overlaps() & set).is_empty());
    let number = |metric| noted.iter().position(|other| other == metric).map_or(0, |position| position + 1);
    let row = |metric: Metric| {
        [
            lang.pick(metric.title(), metric.title_zh()).to_owned(),
            value(metric),
            unit_name(metric.unit(), metric.value(), lang).to_owned(),
            metric.time_period().to_string(),
            metric.obs_text().to_owned(),
            if noted.contains(metric) { format!("[{}]", number(metric)) } else { String::new() },
        ]
    };
    let note = |metric: Metric| {
        // What overlaps another is overlapped by it, so each of these has a number.
        let others: Vec<usize> = (metric.overlaps() & set).iter().map(number).collect();
        let warnings = [lang.pick(metric.note(), metric.note_zh()).map(str::to_owned), overlaps(&others, lang)];
        let warnings: Vec<String> = warnings.into_iter().flatten().collect();
        format!("[{}] {}", number(metric), warnings.join(lang.pick(" ", "")))
    };
    (set.iter().map(row).collect(), noted.iter().map(note).collect())
}

fn unit_name(unit: Unit, value: Decimal, lang: Lang) -> &'static str {
    let name = if value == Decimal::ONE { unit.name_singular() } else { unit.name() };
    lang.pick(name, unit.name_zh())
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
        format!("May count the same as {}, so do not add them.", spans.join(", ")),
        format!("可能与{}重复计算，不可相加。", spans.join("、")),
    );
    (!others.is_empty()).then_some(told)
}

/// A line for each unit: the total with its bounds, or why there is none.
fn total_lines(set: MetricSet, total: bool, lang: Lang) -> Vec<String> {
    let units = set.units().filter(|_| total);
    units.map(|unit| total_line(set.unit(unit), unit, lang)).collect()
}

fn total_line(set: MetricSet, unit: Unit, lang: Lang) -> String {
    let name = lang.pick(unit.name(), unit.name_zh());
    match set.total_in(unit) {
        Ok(total) => lang.pick(
            format!("Total in {name}: {}.", estimate(total, lang)),
            format!("合计（{name}）：{}。", estimate(total, lang)),
        ),
        Err(error) => {
            let why = refused(error, lang);
            let distinct = set.distinct_total_in(unit).map(|distinct| {
                let distinct = interval(distinct, lang);
                lang.pick(format!(" Each counted once: {distinct}."), format!("去重后应为 {distinct}。"))
            });
            let distinct = distinct.unwrap_or_default();
            lang.pick(format!("No total in {name}: {why}.{distinct}"), format!("无合计（{name}）：{why}。{distinct}"))
        }
    }
}

/// Why there is no total.
fn refused(error: TotalError, lang: Lang) -> String {
    let title = |metric: Metric| lang.pick(metric.title(), metric.title_zh());
    match error {
        TotalError::Overlap(a, b) => lang.pick(
            format!("“{}” and “{}” may count the same, so that a sum may count it twice", title(a), title(b)),
            format!("“{}”与“{}”可能重复计算，不可相加", title(a), title(b)),
        ),
        TotalError::Kind(metric) => {
            let (kind, unit) = (metric.stat_type(), metric.unit());
            let (mut en, mut zh) = (format!(" in {}", unit.name()), format!("以{}计的", unit.name_zh()));
            if kind == StatType::Rank {
                (en, zh) = (String::new(), String::new());
            }
            lang.pick(
                format!("“{}” is a {}{en}, which adds up to nothing", title(metric), kind.name().to_lowercase()),
                format!("“{}”为{zh}{}，不可相加", title(metric), kind.name_zh()),
            )
        }
        other => other.to_string(),
    }
}

fn estimate(estimate: Estimate, lang: Lang) -> String {
    let value = grouped(estimate.value());
    let interval = interval(estimate.bounds(), lang);
    match estimate.bounds().is_exact() {
        true => value,
        false => lang.pick(format!("{value} ({interval})"), format!("{value}（{interval}）")),
    }
}

fn interval(bounds: Bounds, lang: Lang) -> String {
    use Bound::{Excluded, Included, Unbounded};
    let (lower, upper) = match (bounds.lower(), bounds.upper()) {
        (Included(a), Included(b)) if a == b => return grouped(a),
        (Included(a), Included(b)) => {
            return lang.pick(format!("{} to {}", grouped(a), grouped(b)), format!("{} 至 {}", grouped(a), grouped(b)));
        }
        ends => ends,
    };
    let lower = match lower {
        Included(a) => Some(lang.pick(format!("{} or more", grouped(a)), format!("不少于 {}", grouped(a)))),
        Excluded(a) => Some(lang.pick(format!("more than {}", grouped(a)), format!("多于 {}", grouped(a)))),
        Unbounded => None,
    };
    let upper = match upper {
        Included(b) => Some(lang.pick(format!("{} or less", grouped(b)), format!("不多于 {}", grouped(b)))),
        Excluded(b) => Some(lang.pick(format!("less than {}", grouped(b)), format!("少于 {}", grouped(b)))),
        Unbounded => None,
    };
    let ends: Vec<String> = [lower, upper].into_iter().flatten().collect();
    ends.join(lang.pick(", ", "、"))
}

/// `≥ 130 000`
fn value(metric: Metric) -> String {
    let sign = match metric.comparator() {
        Some(Comparator::Less) => "< ",
        Some(Comparator::LessOrEqual) => "≤ ",
        Some(Comparator::GreaterOrEqual) => "≥ ",
        Some(Comparator::Greater) => "> ",
        None => "",
    };
    format!("{sign}{}", grouped(metric.value()))
}

/// The digits before the point in threes.
fn grouped(value: Decimal) -> String {
    let text = value.to_string();
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut out = String::new();
    for (i, c) in whole.chars().enumerate() {
        let left = whole.len() - i;
        if left % 3 == 0 && out.ends_with(|c: char| c.is_ascii_digit()) {
            out.push(' ');
        }
        out.push(c);
    }
    out + fraction
}
