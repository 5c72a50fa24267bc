//! Writes the documentation of what the tables define: a page for each code and metric, and the map of both.

use std::fmt::Write as _;
use std::sync::OnceLock;

use super::dates::{Dates, days_in};
use super::names::{constant, variant};
use super::rows::{MetricRow, Tables, TermFields};
use super::table::Place;
use crate::model::exact::Exact;
use crate::model::traditional;
use crate::printer::{Language, Noun, Number, Printer, Span, noughts};
use crate::vocabulary::{Dimension, PeriodBasis, Relation, StatType};

/// The page of a marker type.
pub fn marker(name: &str, about: &str) -> String {
    format!("Marks a [`Quantity`](crate::Quantity) in [`Unit::{name}`]: {}", escape(about))
}

/// The page of a category, with what one needs to know of each of its metrics.
pub fn category(number: usize, tables: &Tables<'_>) -> String {
    let mut page = term(&tables.categories[number]);
    for row in tables.rows_of(&|metric| metric.category == number) {
        let metric = &tables.metrics[row];
        let figure = figure(metric, tables, Language::English);
        let (figure, precision, period) = (figure.to_string(), figure.precision().to_string(), period(metric));
        let (title_zh, printed) = (escaped_zh(metric.fields.title_zh.text), escaped_zh(metric.fields.obs_text.text));
        let link = link(metric, "crate::Metric");
        let _ = write!(page, "\n- {link} {title_zh}: **{figure}** ({precision}), {period}, {printed}");
        if !metric.fields.note.text.is_empty() {
            let _ = write!(page, ". {}", escape(metric.fields.note.text));
        }
    }
    page
}

/// The page of a unit or an aggregate, with the metrics of these rows.
pub fn unit_or_aggregate(code: &TermFields<'_>, rows: &[usize], tables: &Tables<'_>) -> String {
    let mut page = term(code);
    for row in rows {
        let metric = &tables.metrics[*row];
        let _ = write!(page, "\n- {}: {}", link(metric, "crate::Metric"), figure(metric, tables, Language::English));
    }
    page
}

fn term(term: &TermFields<'_>) -> String {
    let about_zh = zh(&format!("{}：{}", escape(term.name_zh.text), escape(term.about_zh.text)));
    format!("{}\n\n{about_zh} (code `{}`)\n", escape(term.about.text), term.code.text)
}

/// The page of a metric: all that is known of it, to be read without any other page.
pub fn metric(metric: &MetricRow<'_>, related: &[(usize, Relation)], tables: &Tables<'_>) -> String {
    let MetricRow { fields, stat_type, .. } = metric;
    let mut page = format!("{} {}\n\n", escape(fields.title.text), escaped_zh(fields.title_zh.text));
    if !fields.note.text.is_empty() {
        let (note, note_zh) = (escape(fields.note.text), escaped_zh(fields.note_zh.text));
        let _ = write!(page, "**Note {}:** {note}\n\n{note_zh}\n\n", zh("注意"));
    }
    let mut overlaps = Vec::new();
    for (other, relation) in related {
        if *relation == Relation::MayOverlap {
            overlaps.push(*other);
        }
    }
    if !overlaps.is_empty() {
        let (overlaps, zh) = (links(&overlaps, tables), zh("可能重复计算"));
        let _ = write!(page, "**May overlap {zh} with** {overlaps}: adding may count twice.\n\n");
    }
    // A table in Markdown needs a heading, and the value is what one looks for first.
    let (english, chinese) = (figure(metric, tables, Language::English), figure(metric, tables, Language::Chinese));
    let _ = writeln!(page, "| Value {} | **{english}** {} |\n|---|---|", zh("数值"), zh(&chinese.to_string()));
    let mut row = |name: &str, name_zh: &str, text: String| {
        let _ = writeln!(page, "| {name} {} | {text} |", zh(name_zh));
    };
    row("Precision", "精度", format!("{} {}", english.precision(), zh(&chinese.precision().to_string())));
    row("In full", "完整数值", format!("`{}`", metric.value));
    row("As printed", "原文", escaped_zh(fields.obs_text.text));
    row("Unit", "单位", code("Unit", &tables.unit_of(metric).term()));
    let mut sharing = Vec::new();
    // A loop: every row is held against every other, and adaptors of iterators are slow where nothing is optimised.
    for (row, other) in tables.metrics.iter().enumerate() {
        // By the position, which only rows of one printed figure share.
        if other.passage.start == metric.passage.start && other.id() != metric.id() {
            sharing.push(row);
        }
    }
    if !sharing.is_empty() {
        row("The same figure serves", "同一数字亦为", links(&sharing, tables));
    }
    if !fields.counted.text.is_empty() {
        let counted_zh = escaped_zh(&metric.counted.join("、"));
        row("Counts", "计数对象", format!("{} {counted_zh}", escape(fields.counted.text)));
    }
    row("Period", "时期", format!("{}, {}", period(metric), basis(metric)));
    row("Kind", "统计类型", closed_code("StatType", stat_type.code(), stat_type.name(), stat_type.name_zh()));
    if let Some(level) = metric.admin_level {
        let ([of, of_zh], level) =
            (level_of(*stat_type), closed_code("AdminLevel", level.code(), level.name(), level.name_zh()));
        row("Administrative level", "行政级别", format!("{level}: {of} {}", zh(of_zh)));
    }
    if let Some(status) = metric.obs_status {
        row("Status", "状态", closed_code("ObsStatus", status.code(), status.name(), status.name_zh()));
    }
    row("Category", "类别", code("Category", &tables.categories[metric.category]));
    if let Some(aggregate) = metric.aggregate.map(|aggregate| &tables.aggregates[aggregate]) {
        let (code, name, name_zh) = (aggregate.code.text, aggregate.name.text, aggregate.name_zh.text);
        row("Adds up to", "合计指标", closed_code("Aggregate", code, name, name_zh));
    } else if tables.adds_up(metric) {
        row("Adds up to", "合计指标", format!("nothing, with no other {}", zh("不与其他指标相加")));
    }
    if let Some(of) = tables.of_metric(metric) {
        row("Qualifies", "对应指标", link(of, "Self"));
    }
    row("Source", "出处", source(metric));
    row("Id", "标识", format!("`{}`", metric.id()));
    page
}

/// Where the figure stands in the report, and its row in the table.
fn source(metric: &MetricRow<'_>) -> String {
    // The printed figure has a character at least, as it was read.
    let (section, start, last) = (metric.passage.section, metric.passage.start, metric.passage.end() - 1);
    let Place { file, line, .. } = metric.fields.id.place;
    format!("section {section}, characters {start} to {last} (from 0, in code points) · {file} line {line}")
}

/// Of what a figure of this kind has the administrative level, in English and Chinese.
fn level_of(kind: StatType) -> [&'static str; 2] {
    match kind {
        StatType::Rank | StatType::Streak => ["among whose units it is ranked", "排名范围"],
        StatType::Standard | StatType::Threshold | StatType::Change => ["who set it", "制定方"],
        _ => ["who awarded, recognised, listed or delegated it", "授予、认定、列入或下达方"],
    }
}

/// Whether the period is stated.
fn basis(metric: &MetricRow<'_>) -> String {
    let (basis, name) = match (metric.period_basis, metric.stat_type) {
        (PeriodBasis::Stated, _) => ("as the report states", "原文载明"),
        (_, StatType::Stock) => ("assumed: the date of the stock is not stated", "推定：原文未载明时点"),
        (_, StatType::Streak) => ("assumed: that it ends with the year is not stated", "推定：原文未载明截止时间"),
        _ => ("assumed: the report prints no period with the figure", "推定：原文未载明时期"),
    };
    format!("{basis} {}", zh(name))
}

fn period(metric: &MetricRow<'_>) -> Span {
    let Dates { start, end } = metric.period;
    let ends_month = days_in(end.year, end.month) == Some(end.day);
    let (start, end) =
        ([start.year, start.month as i32, start.day as i32], [end.year, end.month as i32, end.day as i32]);
    Span { start, end, ends_month, language: Language::English }
}

/// A code by its names, linked to its page.
fn code(kind: &str, term: &TermFields<'_>) -> String {
    closed_code(kind, term.code.text, term.name.text, term.name_zh.text)
}

fn closed_code(kind: &str, code: &str, name: &str, name_zh: &str) -> String {
    // Not for comparators, whose codes are signs and make no names of variants.
    format!("[{}](crate::{kind}::{}) {}", escape(name), variant(code), escaped_zh(name_zh))
}

/// Chinese text, which browsers draw with other glyphs than Japanese.
fn zh(text: &str) -> String {
    format!("<span lang=zh>{text}</span>")
}

fn escaped_zh(text: &str) -> String {
    zh(&escape(text))
}

/// Words that nobody looks for.
const LINKING: &[&str] =
    &["of", "the", "and", "or", "in", "on", "at", "to", "by", "for", "with", "per", "as", "than", "from", "a"];

/// What the search of the documentation finds an item by, besides its name. The search looks for what begins with the words asked
/// for, so a text is there from each of its words on, and a Chinese one, which has no spaces, from each of its characters on.
pub fn aliases(name: &str, texts: &[&str]) -> Vec<String> {
    let mut aliases: Vec<String> = Vec::new();
    let mut add = |alias: String| {
        let is_word = !LINKING.contains(&first_word(&alias));
        if is_word && !alias.eq_ignore_ascii_case(name) && !aliases.contains(&alias) {
            aliases.push(alias);
        }
    };
    for text in texts {
        let text = text.replace('\'', "\u{2019}"); // which aliases may not hold
        let in_traditional = traditional(&text);
        for text in &[text, in_traditional] {
            let mut before = ' ';
            for (at, c) in text.char_indices() {
                let is_within = before.is_ascii_alphanumeric() || matches!(before, '.' | '\u{2019}');
                // One character is a word where it is the whole text: 村.
                let is_last = at > 0 && at + c.len_utf8() == text.len();
                if c.is_alphanumeric() && !(c.is_ascii() && is_within) && !is_last {
                    add(text[at..].to_owned());
                    if let Some(stem) = first_word(&text[at..]).strip_suffix("ies") {
                        add(format!("{stem}y"));
                    }
                }
                before = c;
            }
        }
    }
    aliases
}

fn first_word(text: &str) -> &str {
    text.split([' ', ',']).next().unwrap_or_default()
}

/// A Chinese text in traditional characters.
fn traditional(text: &str) -> String {
    /// Of several traditional characters the one that is written most, and what is written itself, as in 核酸, 出口 and 千家.
    const USUAL: &str = "並個績匯廠啟當團場歲幹復揚構舉術醫為獲產發視眾簽線總館說贊資鄉鄰鐘關驗\
                         了克出匹千升台只同合向回局巨布床彩才效斤核模注系翻考背表里酸家面";
    // By the simplified character: each text is asked character by character.
    static TABLE: OnceLock<Vec<Option<char>>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = vec![None; 0xA000];
        for (from, to) in traditional::pairs() {
            let usual = &mut table[to as usize];
            if !USUAL.contains(to) && (USUAL.contains(from) || usual.is_none()) {
                *usual = Some(from);
            }
        }
        table
    });
    text.chars().map(|c| table.get(c as usize).copied().flatten().unwrap_or(c)).collect()
}

/// What stands above the metrics of a category.
pub fn heading(term: &TermFields<'_>) -> String {
    let (name_zh, about_zh) = (escaped_zh(term.name_zh.text), escaped_zh(term.about_zh.text));
    format!("# {} {name_zh}\n\n{} {about_zh}", escape(term.name.text), escape(term.about.text))
}

fn link(metric: &MetricRow<'_>, of: &str) -> String {
    // `of` is `Self` on the pages of metrics, which stand in an `impl Metric`; those of codes must name the type.
    format!("[{}]({of}::{})", escape(metric.fields.title.text), constant(metric.id()))
}

/// To the metrics of these rows.
fn links(rows: &[usize], tables: &Tables<'_>) -> String {
    let mut links = String::new();
    for row in rows {
        links += if links.is_empty() { "" } else { "; " };
        links += &link(&tables.metrics[*row], "Self");
    }
    links
}

/// Escapes what Markdown and rustdoc would take for markup.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        // Anything that may be markup somewhere in a line: a backslash too many is not seen.
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '$') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// The figure as the library's `Metric::display` has it.
fn figure<'a>(metric: &MetricRow<'a>, tables: &Tables<'a>, language: Language) -> Printer<'a> {
    let unit = tables.unit_of(metric);
    let number = |it: Exact| Number { digits: it.mantissa, scale: it.scale };
    let counted = metric.fields.counted.text;
    let names = if counted.is_empty() { unit.names() } else { [counted; 2] };
    Printer {
        value: Some(number(metric.value)),
        ends: [metric.limits.0.map(number), metric.limits.1.map(number)],
        noughts: noughts(metric.fields.obs_text.text),
        noun: Noun::new(names, unit.printed[0], unit.dimension == Dimension::Rank, language),
        language,
    }
}

/// The first headlines, for the front page; nothing where the tables have none.
pub fn headlines(headlines: &[usize], tables: &Tables<'_>) -> String {
    let mut page = String::new();
    for row in headlines.iter().take(6) {
        let metric = &tables.metrics[*row];
        if page.is_empty() {
            page += "| Indicator | Figure | Period |\n|---|---|---|\n";
        }
        let (link, figure, printed) =
            (link(metric, "Metric"), figure(metric, tables, Language::English), escaped_zh(metric.passage.text));
        let (title_zh, period) = (escaped_zh(metric.fields.title_zh.text), period(metric));
        let _ =
            writeln!(page, "| {link} {title_zh} | **{figure}** {printed} | {period}, {} |", metric.period_basis.code());
    }
    page
}

/// How many metrics there are by category and unit, as a picture for the front page.
pub fn map(tables: &Tables<'_>) -> String {
    const CELL: usize = 20;
    const LEFT: usize = 300;
    const TOP: usize = 150;
    let (rows, columns) = (tables.categories.len(), tables.units.len());
    let (width, height) = (LEFT + columns * CELL + 60, TOP + rows * CELL + 8);
    // No empty line in it, where Markdown would end the HTML; and the colour of the text, as the page may be dark.
    let mut svg = format!(
        "<div style=\"overflow-x:auto\"><svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" role=\"img\" \
         aria-label=\"How many metrics there are by category and unit\" fill=\"currentColor\" font-size=\"12\">\n"
    );
    for (i, unit) in tables.units.iter().enumerate() {
        let (x, name) = (LEFT + i * CELL + CELL / 2 + 4, escape_html(unit.fields.name.text));
        let link = format!("enum.Unit.html#variant.{}", variant(unit.code()));
        let y = TOP - 8;
        let _ =
            writeln!(svg, "<a href=\"{link}\"><text transform=\"translate({x} {y}) rotate(-55)\">{name}</text></a>");
    }
    for (number, category) in tables.categories.iter().enumerate() {
        let y = TOP + number * CELL;
        let (name, name_zh) = (escape_html(category.name.text), escape_html(category.name_zh.text));
        let link = format!("enum.Category.html#variant.{}", variant(category.code.text));
        let (x, baseline) = (LEFT - 8, y + CELL - 6);
        let _ = writeln!(
            svg,
            "<a href=\"{link}\"><text x=\"{x}\" y=\"{baseline}\" text-anchor=\"end\">{name} \
             <tspan lang=\"zh\">{name_zh}</tspan></text></a>"
        );
        for unit in 0..columns {
            let x = LEFT + unit * CELL;
            let count = tables.rows_of(&|metric| metric.category == number && metric.unit == unit).len();
            let (side, opacity) = (CELL - 2, if count == 0 { "0.04" } else { "0.15" });
            let _ = writeln!(
                svg,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{side}\" fill-opacity=\"{opacity}\"/>"
            );
            if count > 0 {
                let middle = x + CELL / 2 - 1;
                let _ = writeln!(svg, "<text x=\"{middle}\" y=\"{baseline}\" text-anchor=\"middle\">{count}</text>");
            }
        }
        let (x, all) = (LEFT + columns * CELL + 8, tables.rows_of(&|metric| metric.category == number).len());
        let _ = writeln!(svg, "<text x=\"{x}\" y=\"{baseline}\" font-weight=\"bold\">{all}</text>");
    }
    svg + "</svg></div>\n"
}

fn escape_html(text: &str) -> String {
    // `&` first, or the `&` of what is written for the others would be escaped again.
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
