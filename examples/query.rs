//! Asks for metrics by category, unit and more, and prints them as a table, in English or Chinese.
//!
//! ```text
//! cargo run --example query
//! cargo run --example query -- --category foreign-trade --unit yuan
//! cargo run --example query -- --category livelihood --lang zh
//! ```

use std::process::ExitCode;

use comfy_table::presets::NOTHING;
use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, TableComponent};
use lexopt::{Arg, Parser, ValueExt};
use rust_decimal::Decimal;
use yongkang_metrics::{Category, Comparator, DATASET, Metric, MetricSet, Unit};

const USAGE: &str = "\
usage: query [--category CODE] [--unit CODE] [--dimension CODE] [--stat-type CODE]
             [--admin-level CODE] [--section NUMBER] [--period DAY/DAY] [--lang en|zh]";

fn main() -> ExitCode {
    match query(Parser::from_env()) {
        Ok(answer) => {
            println!("{answer}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Narrows the set of all metrics by each option in turn.
fn query(mut options: Parser) -> Result<String, lexopt::Error> {
    let mut found = MetricSet::ALL;
    let mut asked = false;
    let mut lang = Lang::En;
    while let Some(option) = options.next()? {
        let name = match option {
            Arg::Long(name) => name.to_owned(),
            Arg::Short('h') => "help".to_owned(),
            other => return Err(other.unexpected()),
        };
        if name == "help" {
            return Ok(USAGE.to_owned());
        }
        let value = options.value()?;
        if name == "lang" {
            lang = value.parse()?;
            continue;
        }
        asked = true;
        found = match &*name {
            "category" => found.category(value.parse()?),
            "unit" => found.unit(value.parse()?),
            "dimension" => found.dimension(value.parse()?),
            "stat-type" => found.stat_type(value.parse()?),
            "admin-level" => found.admin_level(value.parse()?),
            "section" => found.section(value.parse()?),
            "period" => found.period(value.parse()?),
            other => return Err(format!("there is no option --{other}\n{USAGE}").into()),
        };
    }
    if !asked {
        return Ok(overview(lang));
    }
    if found.is_empty() {
        return Err("no metric has all of that; without options, query lists which units each category has".into());
    }
    Ok(answer(found, lang))
}

#[derive(Clone, Copy)]
enum Lang {
    En,
    Zh,
}

impl Lang {
    fn pick<T>(self, en: T, zh: T) -> T {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }
}

impl std::str::FromStr for Lang {
    type Err = &'static str;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        match code {
            "en" => Ok(Self::En),
            "zh" => Ok(Self::Zh),
            _ => Err("expected en or zh"),
        }
    }
}

fn table(headings: &[&str]) -> Table {
    let mut table = Table::new();
    table
        .load_preset(NOTHING)
        .set_style(TableComponent::HeaderLines, '─')
        .set_style(TableComponent::MiddleHeaderIntersections, '─')
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(120)
        .set_header(headings);
    table
}

/// What can be asked, with counts.
fn overview(lang: Lang) -> String {
    let mut categories = table(&lang.pick(
        ["--category", "Category", "Metrics", "in units (--unit)"],
        ["--category", "类别", "指标数", "单位(--unit)"],
    ));
    for &category in Category::ALL {
        let set = category.metrics();
        let units: Vec<String> = Unit::ALL
            .iter()
            .map(|&unit| (unit, set.unit(unit).len()))
            .filter(|&(_, count)| count > 0)
            .map(|(unit, count)| format!("{unit} {count}"))
            .collect();
        let name = lang.pick(category.name(), category.name_zh());
        let (code, units) = (category.code(), units.join(", "));
        categories.add_row([Cell::new(code), Cell::new(name), count(set), Cell::new(units)]);
    }
    let mut units =
        table(&lang.pick(["--unit", "Unit", "Metrics", "what it counts"], ["--unit", "单位", "指标数", "含义"]));
    for &unit in Unit::ALL {
        let name = lang.pick(unit.name(), unit.name_zh());
        let about = Cell::new(lang.pick(unit.about(), unit.about_zh()));
        units.add_row([Cell::new(unit.code()), Cell::new(name), count(unit.metrics()), about]);
    }
    let ask = lang.pick("Ask by category, by unit, or by both:", "可按类别、单位或两者查询:");
    format!(
        "{DATASET}\n\n{categories}\n\n{units}\n\n{ask}\n  \
         cargo run --example query -- --category foreign-trade --unit yuan\n\n{USAGE}"
    )
}

fn count(set: MetricSet) -> Cell {
    Cell::new(set.len()).set_alignment(CellAlignment::Right)
}

/// The metrics of a set, with their notes below.
fn answer(set: MetricSet, lang: Lang) -> String {
    let mut rows = table(&lang.pick(
        ["Indicator", "Value", "Unit", "Period", "As printed", "Note"],
        ["指标", "数值", "单位", "时期", "原文", "注"],
    ));
    let mut notes = Vec::new();
    for metric in set {
        let number = metric.note().map_or(String::new(), |note| {
            notes.push(format!("[{}] {note}", notes.len() + 1));
            format!("[{}]", notes.len())
        });
        let unit = metric.unit();
        let name = if metric.value() == Decimal::ONE { unit.name_singular() } else { unit.name() };
        rows.add_row([
            Cell::new(lang.pick(metric.title(), metric.title_zh())),
            Cell::new(value(metric)).set_alignment(CellAlignment::Right),
            Cell::new(lang.pick(name, unit.name_zh())),
            Cell::new(metric.time_period()),
            Cell::new(metric.obs_text()),
            Cell::new(number),
        ]);
    }
    format!("{rows}\n\n{}", notes.join("\n")).trim_end().to_owned()
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
