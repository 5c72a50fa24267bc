//! Tables for a terminal, as wide as it is.

use std::fs::File;
use std::io::IsTerminal as _;
use std::process::Command;

use comfy_table::presets::NOTHING;
use comfy_table::{ColumnConstraint, ContentArrangement, Table, TableComponent};
use yongkang_metrics::{DATASET, Metric, MetricSet, Unit};

use crate::answer;
use crate::lang::Lang;

/// Of a terminal that does not tell, or of a file.
const WIDTH: u16 = 80;

/// On a narrower screen the names of codes stand below them.
const NARROW: u16 = 110;

/// How many columns there are on the screen.
fn width() -> u16 {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let shown = asked.or_else(|| std::io::stdout().is_terminal().then(of_terminal).flatten());
    shown.filter(|columns| *columns > 0).unwrap_or(WIDTH).max(40)
}

/// As `stty` tells it. A library would ask the system itself, and would be a twelfth of what the first command compiles.
fn of_terminal() -> Option<u16> {
    let size = Command::new("stty").arg("size").stdin(File::open("/dev/tty").ok()?).output().ok()?;
    let size = String::from_utf8(size.stdout).ok()?;
    let (_, columns) = size.trim().split_once(' ')?;
    columns.parse().ok()
}

/// Paragraphs as wide as the screen, each indented after its first line: after a number in brackets, if it starts with that.
fn paragraphs(texts: &[String]) -> String {
    let wrap = |text: &String| {
        let indent = if text.starts_with('[') { text.find(' ').map_or(0, |end| end + 1) } else { 2 };
        wrapped(text, indent)
    };
    texts.iter().map(wrap).collect::<Vec<_>>().join("\n")
}

/// A text in lines. They break at spaces, but for those in numbers, and between Chinese characters where no line would begin with
/// the end of a clause.
fn wrapped(text: &str, indent: usize) -> String {
    wrapped_from(text, 0, indent)
}

/// The same, where the first line begins further right.
fn wrapped_from(text: &str, start: usize, indent: usize) -> String {
    let mut words: Vec<String> = Vec::new();
    let (mut before, mut last) = (' ', ' ');
    for c in text.chars() {
        let ends_clause = "，。；：、？！”’）》".contains(c);
        let in_number = before.is_ascii_digit() && last == ' ' && c.is_ascii_digit();
        let after_space = last == ' ' && c != ' ' && !in_number;
        let starts_word = after_space || (is_wide(c) || is_wide(last)) && !ends_clause && !"“‘（《".contains(last);
        match words.last_mut() {
            Some(word) if !starts_word || c == ' ' => word.push(c),
            _ => words.push(c.to_string()),
        }
        (before, last) = (last, c);
    }
    let (mut out, mut column) = (String::new(), start);
    for word in words {
        let needed = columns(word.trim_end());
        if column + needed > usize::from(width()) && column > indent {
            out.truncate(out.trim_end().len());
            out += "\n";
            out += &" ".repeat(indent);
            column = indent;
        }
        out += &word;
        column += needed + word.len() - word.trim_end().len();
    }
    out
}

/// How many columns of the screen a text takes.
fn columns(text: &str) -> usize {
    text.chars().map(|c| 1 + usize::from(is_wide(c))).sum()
}

/// Whether a character takes two columns.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}')
        || matches!(c, '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}')
}

/// The first figures, what the report's figures add up to, and what can be asked.
pub fn overview(lang: Lang) -> String {
    let categories = MetricSet::ALL.categories().map(|category| {
        let set = category.metrics();
        let units: Vec<String> = set.units().map(|unit| format!("{unit} {}", set.unit(unit).len())).collect();
        let units = units.join(lang.pick(", ", "、"));
        (category.code(), lang.pick(category.name(), category.name_zh()).to_owned(), set, units)
    });
    let units = MetricSet::ALL.units().map(|unit| {
        let about = lang.pick(unit.about(), unit.about_zh()).to_owned();
        (unit.code(), lang.pick(unit.name().to_owned(), unit_zh(unit)), unit.metrics(), about)
    });
    let aggregates = MetricSet::ALL.aggregates().map(|aggregate| {
        let (name, set) = (lang.pick(aggregate.name(), aggregate.name_zh()).to_owned(), aggregate.metrics());
        (aggregate.code(), name, set, answer::told_total(set, aggregate, lang))
    });
    let (metrics, exclusions) = (Metric::ALL.len(), DATASET.exclusions.len());
    let title = lang.pick(
        DATASET.to_string(),
        format!("{}，版本{}：指标{metrics}项，另列未作指标的数字{exclusions}处", DATASET.title_zh, DATASET.version),
    );
    let of_aggregates = lang.pick("--aggregate: metrics, and what they come to", "--aggregate：指标数及合计");
    let of_categories =
        lang.pick("--category: metrics, and in which units (--unit)", "--category：指标数及单位(--unit)");
    let of_units = lang.pick("--unit: metrics, and what it counts", "--unit：指标数及含义");
    let headlines = &Metric::HEADLINES[..Metric::HEADLINES.len().min(6)];
    let ask = lang.pick("Ask by category, by unit, or by both:", "可按类别、单位或两者查询：");
    let line =
        format!("  cargo run --example query -- --category foreign-trade --unit yuan{}", lang.pick("", " --lang zh"));
    let parts = [
        paragraphs(&[title]),
        if headlines.is_empty() { String::new() } else { self::metrics(headlines, &[], lang) },
        codes(of_aggregates, aggregates, lang),
        codes(of_categories, categories, lang),
        codes(of_units, units, lang),
        format!("{ask}\n{line}"),
        lang.pick("query --help explains all options.\n", "各选项的说明见 query --help。\n").to_owned(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// What a unit counts, and its measure word: 企业（家）.
fn unit_zh(unit: Unit) -> String {
    match (unit.name_zh(), unit.measure_word()) {
        (name, measure) if name == measure => name.to_owned(),
        (name, measure) => format!("{name}（{measure}）"),
    }
}

/// Codes with how many metrics they have, their names, and what there is to say of them.
fn codes<'a>(heading: &str, rows: impl Iterator<Item = (&'a str, String, MetricSet, String)>, lang: Lang) -> String {
    let rows: Vec<_> = rows.collect();
    let longest = rows.iter().map(|(code, ..)| code.len()).max().unwrap_or_default();
    let lines = rows.iter().map(|(code, name, set, about)| {
        let (count, text) = (set.len(), format!("{name}{}{about}", lang.pick(": ", "：")));
        if width() < NARROW {
            return format!("\n  {code} ({count})\n    {}", wrapped_from(&text, 4, 4));
        }
        let indent = longest + 9;
        format!("\n  {code:longest$} {count:>3}   {}", wrapped_from(&text, indent, indent))
    });
    let lines: String = lines.collect();
    if lines.is_empty() { lines } else { wrapped(heading, 2) + &lines }
}

/// Metrics, with what is to be known of them below.
pub fn metrics(metrics: &[Metric], totals: &[String], lang: Lang) -> String {
    let (rows, notes) = answer::rows(metrics, lang);
    let metrics = if fits(&rows) { wide(&rows, lang) } else { list(metrics, &rows, lang) };
    let mut parts = vec![metrics];
    parts.extend([&notes[..], totals].iter().filter(|texts| !texts.is_empty()).map(|texts| paragraphs(texts)));
    parts.join("\n\n")
}

/// Whether a table has room: what is printed stays whole, and titles, figures, precision and period break into few lines.
fn fits(rows: &[[String; 6]]) -> bool {
    const MOST: [usize; 6] = [30, 20, 14, 14, usize::MAX, usize::MAX];
    const BETWEEN: usize = 6 * 3;
    let longest = |column: usize| rows.iter().map(|row| columns(&row[column])).max().unwrap_or_default();
    BETWEEN + (0..6).map(|column| longest(column).min(MOST[column])).sum::<usize>() <= usize::from(width())
}

/// The columns that do not break: as printed, note.
const WHOLE: [usize; 2] = [4, 5];

fn wide(rows: &[[String; 6]], lang: Lang) -> String {
    let mut table = Table::new();
    table
        .load_preset(NOTHING)
        .set_style(TableComponent::HeaderLines, '─')
        .set_style(TableComponent::MiddleHeaderIntersections, '─')
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width())
        .set_header(answer::headings(lang))
        .add_rows(rows);
    for column in WHOLE {
        table.column_mut(column).expect("one of six").set_constraint(ColumnConstraint::ContentWidth);
    }
    // Without the blanks that fill the lines.
    let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

/// Each metric in lines of its own, with what the columns of a table have.
fn list(metrics: &[Metric], rows: &[[String; 6]], lang: Lang) -> String {
    let lines = metrics.iter().zip(rows).map(|(metric, [title, .., printed, note])| {
        let title = wrapped(format!("{title} {note}").trim_end(), 0);
        let figure = wrapped(&format!("  {:#}", lang.pick(metric.display(), metric.display_zh())), 2);
        let room = usize::from(width()) - columns(figure.lines().last().unwrap_or_default());
        let gap = if room < columns(printed) + 4 { "\n  " } else { "  " };
        format!("{title}\n{figure}{gap}“{printed}”")
    });
    lines.collect::<Vec<_>>().join("\n")
}
