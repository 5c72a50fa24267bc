//! Asks for metrics by category, unit and more, and prints them as a table, in English or Chinese.
//!
//! ```text
//! cargo run --example query
//! cargo run --example query -- --category foreign-trade --unit yuan
//! cargo run --example query -- --category livelihood --lang zh
//! ```

use std::ffi::OsString;
use std::process::ExitCode;
use std::str::FromStr;

use comfy_table::presets::NOTHING;
use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, TableComponent};
use lexopt::{Arg, Error, Parser};
use rust_decimal::Decimal;
use yongkang_metrics::{
    Category, Comparator, DATASET, Metric, MetricSet, ParsePeriodError, ParseSectionError, Section, Unit, UnknownCode,
};

const USAGE: &str = "\
usage: query [--category CODE] [--unit CODE] [--dimension CODE] [--stat-type CODE]
             [--admin-level CODE] [--section NUMBER] [--period DAY/DAY] [--lang en|zh]";

const USAGE_ZH: &str = "\
用法：query [--category 类别代码] [--unit 单位代码] [--dimension 量纲代码] [--stat-type 统计类型代码]
             [--admin-level 级别代码] [--section 章节号] [--period 起始日/截止日] [--lang en|zh]";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    // Known before anything can go wrong, so that the errors too are in the reader's language.
    let lang = if asks_for_chinese(&arguments) { Lang::Zh } else { Lang::En };
    match query(Parser::from_args(arguments), lang) {
        Ok(answer) => {
            println!("{answer}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}{error}", lang.pick("error: ", "错误："));
            ExitCode::from(2)
        }
    }
}

fn asks_for_chinese(arguments: &[OsString]) -> bool {
    let apart = arguments.windows(2).any(|pair| pair[0] == "--lang" && pair[1] == "zh");
    apart || arguments.iter().any(|argument| argument == "--lang=zh")
}

/// Narrows the set of all metrics by each option in turn.
fn query(mut options: Parser, lang: Lang) -> Result<String, String> {
    let mut found = MetricSet::ALL;
    let mut asked = false;
    while let Some(option) = options.next().map_err(|error| lang.wrong_option(&error))? {
        let name = match option {
            Arg::Long(name) => name.to_owned(),
            Arg::Short('h') => "help".to_owned(),
            other => return Err(lang.wrong_option(&other.unexpected())),
        };
        if name == "help" {
            return Ok(lang.pick(USAGE, USAGE_ZH).to_owned());
        }
        let value = options.value().map_err(|error| lang.wrong_option(&error))?;
        let value = value.to_string_lossy();
        if name == "lang" {
            if !["en", "zh"].contains(&&*value) {
                return Err("--lang: expected en or zh".to_owned());
            }
            continue;
        }
        asked = true;
        found = match &*name {
            "category" => found.category(read(&value, lang)?),
            "unit" => found.unit(read(&value, lang)?),
            "dimension" => found.dimension(read(&value, lang)?),
            "stat-type" => found.stat_type(read(&value, lang)?),
            "admin-level" => found.admin_level(read(&value, lang)?),
            "section" => found.section(read(&value, lang)?),
            "period" => found.period(read(&value, lang)?),
            other => return Err(lang.wrong_option(&Error::UnexpectedOption(format!("--{other}")))),
        };
    }
    if !asked {
        return Ok(overview(lang));
    }
    if found.is_empty() {
        let nothing = lang.pick(
            "no metric has all of that; without options, query lists which units each category has",
            "没有同时符合各项条件的指标；不带选项运行可列出各类别所用单位",
        );
        return Err(nothing.to_owned());
    }
    Ok(answer(found, lang))
}

fn read<T: FromStr<Err: Explain>>(value: &str, lang: Lang) -> Result<T, String> {
    value.parse().map_err(|error: T::Err| error.explain(lang))
}

/// An error in the reader's language.
trait Explain: ToString {
    fn in_chinese(&self) -> String;

    fn explain(&self, lang: Lang) -> String {
        lang.pick(self.to_string(), self.in_chinese())
    }
}

impl Explain for UnknownCode {
    fn in_chinese(&self) -> String {
        let vocabulary = match self.vocabulary() {
            "category" => "类别",
            "unit" => "单位",
            "dimension" => "量纲",
            "stat type" => "统计类型",
            _ => "行政级别",
        };
        let maybe = if self.nearest().is_empty() {
            String::new()
        } else {
            format!("是否指 {}？", self.nearest().join("、"))
        };
        format!("没有名为“{}”的{vocabulary}；{maybe}可用代码：{}", self.given(), self.valid().join("、"))
    }
}

impl Explain for ParseSectionError {
    fn in_chinese(&self) -> String {
        format!("没有该章节；应为0至{}的整数", Section::ALL.len() - 1)
    }
}

impl Explain for ParsePeriodError {
    fn in_chinese(&self) -> String {
        "时期格式有误；应为起止两日，先早后晚，如 2020-01-01/2020-12-31".to_owned()
    }
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

    fn wrong_option(self, error: &Error) -> String {
        let chinese = match error {
            Error::UnexpectedOption(option) => format!("没有选项 {option}"),
            Error::UnexpectedArgument(argument) => format!("多余的参数 {}", argument.to_string_lossy()),
            Error::MissingValue { option: Some(option) } => format!("选项 {option} 缺少取值"),
            other => format!("选项有误：{other}"),
        };
        format!("{}\n{}", self.pick(error.to_string(), chinese), self.pick(USAGE, USAGE_ZH))
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
        let (code, units) = (category.code(), units.join(lang.pick(", ", "、")));
        categories.add_row([Cell::new(code), Cell::new(name), count(set), Cell::new(units)]);
    }
    let mut units =
        table(&lang.pick(["--unit", "Unit", "Metrics", "what it counts"], ["--unit", "单位", "指标数", "含义"]));
    for &unit in Unit::ALL {
        let name = lang.pick(unit.name(), unit.name_zh());
        let about = Cell::new(lang.pick(unit.about(), unit.about_zh()));
        units.add_row([Cell::new(unit.code()), Cell::new(name), count(unit.metrics()), about]);
    }
    let (metrics, exclusions) = (DATASET.metric_count(), DATASET.exclusion_count());
    let title = lang.pick(
        DATASET.to_string(),
        format!("{}，版本{}：指标{metrics}项，另列未作指标的数字{exclusions}处", DATASET.title_zh(), DATASET.version()),
    );
    let ask = lang.pick("Ask by category, by unit, or by both:", "可按类别、单位或两者查询：");
    format!(
        "{title}\n\n{categories}\n\n{units}\n\n{ask}\n  \
         cargo run --example query -- --category foreign-trade --unit yuan{}\n\n{}",
        lang.pick("", " --lang zh"),
        lang.pick(USAGE, USAGE_ZH)
    )
}

fn count(set: MetricSet) -> Cell {
    Cell::new(set.len()).set_alignment(CellAlignment::Right)
}

/// The metrics of a set, with what is to be known of them below.
fn answer(set: MetricSet, lang: Lang) -> String {
    let mut rows = table(&lang.pick(
        ["Indicator", "Value", "Unit", "Period", "As printed", "Note"],
        ["指标", "数值", "单位", "时期", "原文", "注"],
    ));
    let mut notes = Vec::new();
    for metric in set {
        let warnings = [lang.pick(metric.note(), metric.note_zh()).map(str::to_owned), overlaps(metric, set, lang)];
        let warnings: Vec<String> = warnings.into_iter().flatten().collect();
        let mut number = String::new();
        if !warnings.is_empty() {
            number = format!("[{}]", notes.len() + 1);
            notes.push(format!("{number} {}", warnings.join(lang.pick(" ", ""))));
        }
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

/// Which others of the answer may count the same things, so that nobody adds them.
fn overlaps(metric: Metric, set: MetricSet, lang: Lang) -> Option<String> {
    let others = metric.overlaps() & set;
    let titles: Vec<&str> = others.iter().map(|other| lang.pick(other.title(), other.title_zh())).collect();
    let told = lang.pick(
        format!("May count the same things as these, so do not add them: {}.", titles.join("; ")),
        format!("可能与下列指标重复计算，不可相加：{}。", titles.join("；")),
    );
    (!titles.is_empty()).then_some(told)
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
