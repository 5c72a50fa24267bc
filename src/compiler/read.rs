//! Reads the fields of each row: what each says by itself, with a fault where it says nothing.

use super::dates::{Dates, Duration};
use super::table::{self, Faults, Field, Row};
use crate::model::exact::Exact;
use crate::model::figure::{self, Reading, UnitWords};
use crate::model::numeral::{is_digit, is_ledger_character};
use crate::model::precision::Limit;
use crate::unknown::{nearest, unknown};
use crate::vocabulary::{AdminLevel, Comparator, Dimension, ExclusionReason, StatType};

/// The tables, in the order in which faults are told.
pub const FILES: [&str; 7] = [REPORT, SECTIONS, CATEGORIES, UNITS, METRICS, PAIRS, EXCLUSIONS];
pub const REPORT: &str = "data/report.tsv";
pub const SECTIONS: &str = "data/sections.tsv";
pub const CATEGORIES: &str = "data/categories.tsv";
pub const UNITS: &str = "data/units.tsv";
pub const METRICS: &str = "data/metrics.tsv";
pub const PAIRS: &str = "data/pairs.tsv";
pub const EXCLUSIONS: &str = "data/exclusions.tsv";

/// The most metrics that are embedded: what a person could look through.
pub const MOST_METRICS: usize = 1_024;

/// What the tables say. A field that could not be read is `None`, and a fault; where there are no faults there is no such field.
pub struct Tables<'a> {
    pub report: ReportRow<'a>,
    pub sections: Vec<SectionRow<'a>>,
    pub categories: Vec<Row<'a>>,
    pub units: Vec<UnitRow<'a>>,
    pub metrics: Vec<MetricRow<'a>>,
    pub pairs: Vec<Row<'a>>,
    pub exclusions: Vec<ExclusionRow<'a>>,
    /// The rows of metrics in the order of their ids.
    pub by_id: Vec<usize>,
}

/// What a checked table is certain to have.
pub fn sure<T>(read: Option<T>) -> T {
    read.expect("the checks let no row pass that could not be read")
}

const REPORT_COLUMNS: &[&str] = &["key", "value"];
const SECTION_COLUMNS: &[&str] = &["section", "source_start", "title", "title_zh"];
const CATEGORY_COLUMNS: &[&str] = &["code", "name", "name_zh", "about", "about_zh"];
#[rustfmt::skip]
const UNIT_COLUMNS: &[&str] = &[
    "code", "name", "name_singular", "name_zh", "dimension", "printed", "nouns", "duration", "ucum", "iso_4217", "qudt", "rec_20",
    "about", "about_zh",
];
#[rustfmt::skip]
const METRIC_COLUMNS: &[&str] = &[
    "id", "title", "title_zh", "category", "section", "source_start", "obs_text", "obs_value", "comparator", "unit", "stat_type",
    "time_period", "admin_level", "of_metric", "note", "note_zh", "keywords",
];
const PAIR_COLUMNS: &[&str] = &["metric", "other", "relation"];
const EXCLUSION_COLUMNS: &[&str] = &["section", "source_start", "text", "reason"];

/// Reads the rows of a table, each by `parse`.
fn rows<'a, T>(
    (file, bytes): (&'static str, &'a [u8]),
    columns: &'static [&'static str],
    faults: &mut Faults,
    mut parse: impl FnMut(Row<'a>, &mut Faults) -> T,
) -> Vec<T> {
    let mut parsed = Vec::new();
    for row in table::read(file, bytes, columns, faults) {
        parsed.push(parse(row, faults));
    }
    parsed
}

impl<'a> Tables<'a> {
    pub fn read(files: &'a [Vec<u8>; FILES.len()], faults: &mut Faults) -> Self {
        let [report, sections, categories, units, metrics, pairs, exclusions] = files;
        let report = ReportRow::read(report, faults);
        let sections = rows((SECTIONS, sections), SECTION_COLUMNS, faults, SectionRow::parse);
        let categories = rows((CATEGORIES, categories), CATEGORY_COLUMNS, faults, parse_category);
        let units = rows((UNITS, units), UNIT_COLUMNS, faults, UnitRow::parse);
        let codes = Codes::new(&sections, &categories, &units);
        let metrics =
            rows((METRICS, metrics), METRIC_COLUMNS, faults, |row, faults| MetricRow::parse(row, &codes, faults));
        let by_id = super::order(metrics.len(), &|a, b| metrics[a].id().cmp(metrics[b].id()));
        let pairs = rows((PAIRS, pairs), PAIR_COLUMNS, faults, parse_pair);
        let exclusions = rows((EXCLUSIONS, exclusions), EXCLUSION_COLUMNS, faults, |row, faults| {
            ExclusionRow::parse(&row, &codes, faults)
        });
        Self { report, sections, categories, units, metrics, pairs, exclusions, by_id }
    }

    /// The row of the metric with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        let place = self.by_id.partition_point(|&row| self.metrics[row].id() < id);
        self.by_id.get(place).copied().filter(|&row| self.metrics[row].id() == id)
    }

    /// For each metric the rows of those that may count the same things.
    pub fn overlaps(&self) -> Vec<Vec<usize>> {
        let mut overlaps = vec![Vec::new(); self.metrics.len()];
        for pair in self.pairs.iter().filter(|pair| pair.text("relation") == MAY_OVERLAP) {
            let (metric, other) = (sure(self.find(pair.text("metric"))), sure(self.find(pair.text("other"))));
            overlaps[metric].push(other);
            overlaps[other].push(metric);
        }
        overlaps
    }

    /// The most digits after the point that a value has, or an end of its interval.
    pub fn scale(&self) -> u32 {
        self.metrics.iter().flat_map(MetricRow::numbers).map(|number| number.scale).max().unwrap_or(0)
    }

    pub fn unit_of(&self, metric: &MetricRow<'a>) -> Option<&UnitRow<'a>> {
        metric.unit.map(|unit| &self.units[unit])
    }

    /// Whether values of this metric add up to a sum: money and counts do, if they are no rates, ranks, streaks or thresholds.
    pub fn adds_up(&self, metric: &MetricRow<'a>) -> bool {
        let dimension = self.unit_of(metric).and_then(|unit| unit.dimension);
        matches!(dimension, Some(Dimension::Money | Dimension::Count))
            && matches!(metric.stat_type, Some(StatType::Level | StatType::Flow | StatType::Change))
    }
}

/// `report.tsv`: what the report is, a key a line.
pub struct ReportRow<'a> {
    /// In the order of `KEYS`.
    values: [Field<'a>; ReportRow::KEYS.len()],
    pub time_period: Option<Dates>,
    pub characters: Option<u32>,
}

impl<'a> ReportRow<'a> {
    pub const KEYS: [&'static str; 11] = [
        "title",
        "title_zh",
        "source",
        "source_zh",
        "time_period",
        "area",
        "area_zh",
        "gb_t_2260",
        "iso_3166_2",
        "characters",
        "sha256",
    ];

    fn read(bytes: &'a [u8], faults: &mut Faults) -> Self {
        let end = Field { text: "", place: table::Place { file: REPORT, line: 1, column: 1 } };
        let mut values = [end; Self::KEYS.len()];
        let mut expected = 0;
        for row in table::read(REPORT, bytes, REPORT_COLUMNS, faults) {
            let (key, value) = (row.field("key"), row.field("value"));
            match Self::KEYS.iter().position(|known| *known == key.text) {
                None => faults.add(key.place, unknown("key", key.text, &nearest(key.text, &Self::KEYS), &Self::KEYS)),
                Some(position) if position < expected => {
                    let order = Self::KEYS.join(", ");
                    faults.add(key.place, format!("key `{}` again or too late; expected {order}, each once", key.text));
                }
                Some(position) => {
                    for missing in &Self::KEYS[expected..position] {
                        faults.add(key.place, format!("key `{}`; expected `{missing}` before it", key.text));
                    }
                    values[position] = value;
                    expected = position + 1;
                }
            }
        }
        for missing in &Self::KEYS[expected..] {
            faults.add(
                end.place,
                format!("there is no key `{missing}`; expected it as the table's {}", Self::KEYS.join(", ")),
            );
        }
        Self::parse(values, faults)
    }

    fn parse(values: [Field<'a>; ReportRow::KEYS.len()], faults: &mut Faults) -> Self {
        let [title, title_zh, source, source_zh, period, area, area_zh, gb_t_2260, iso_3166_2, characters, sha256] =
            values;
        let mut report = Self { values, time_period: None, characters: None };
        // A value that is missing is a fault already.
        if values.iter().any(|field| field.place.line == 1) {
            return report;
        }
        for (en, zh) in [(title, title_zh), (source, source_zh), (area, area_zh)] {
            check_names(en, zh, faults);
        }
        report.time_period = parse_period(period, faults);
        if report.time_period.is_some_and(|period| !period.is_calendar_year()) {
            faults
                .add(period.place, format!("time_period `{}`; expected a calendar year, from 1 January", period.text));
        }
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if gb_t_2260.text.len() != 6 || !digits(gb_t_2260.text) {
            faults.add(gb_t_2260.place, format!("`{}` is no code of GB/T 2260; expected six digits", gb_t_2260.text));
        }
        let upper = |text: &str| text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let parts = iso_3166_2.text.split_once('-');
        if !parts.is_some_and(|(a, b)| a.len() == 2 && (1..=3).contains(&b.len()) && upper(a) && upper(b)) {
            faults.add(
                iso_3166_2.place,
                format!("`{}` is no code of ISO 3166-2; expected one like AB-CD", iso_3166_2.text),
            );
        }
        report.characters = whole_number(characters, 99_999_999, "a length in characters", faults);
        let hexadecimal = |text: &str| text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if sha256.text.len() != 64 || !hexadecimal(sha256.text) {
            faults.add(sha256.place, "no SHA-256; expected 64 digits of lower-case hexadecimal");
        }
        report
    }

    pub fn field(&self, key: &str) -> Field<'a> {
        *sure(Self::KEYS.iter().zip(&self.values).find(|(known, _)| **known == key)).1
    }

    pub fn value(&self, key: &str) -> &'a str {
        self.field(key).text
    }
}

/// `sections.tsv`: where each section of the report begins.
pub struct SectionRow<'a> {
    pub fields: Row<'a>,
    pub number: Option<u32>,
    pub start: Option<u32>,
}

impl<'a> SectionRow<'a> {
    fn parse(row: Row<'a>, faults: &mut Faults) -> Self {
        check_names(row.field("title"), row.field("title_zh"), faults);
        let number = whole_number(row.field("section"), 254, "the number of a section", faults);
        let start = whole_number(row.field("source_start"), 99_999_999, "an offset in characters", faults);
        Self { fields: row, number, start }
    }
}

/// `categories.tsv`.
fn parse_category<'a>(row: Row<'a>, faults: &mut Faults) -> Row<'a> {
    check_code(row.field("code"), faults);
    check_names(row.field("name"), row.field("name_zh"), faults);
    check_sentences(row.field("about"), row.field("about_zh"), faults);
    row
}

/// `units.tsv`.
pub struct UnitRow<'a> {
    pub fields: Row<'a>,
    pub dimension: Option<Dimension>,
    /// What stands before the number, and after it.
    pub printed: Vec<UnitWords<'a>>,
    pub nouns: Vec<&'a str>,
    pub duration: Option<Duration>,
}

impl<'a> UnitRow<'a> {
    fn parse(row: Row<'a>, faults: &mut Faults) -> Self {
        check_code(row.field("code"), faults);
        if ["name", "name_singular", "name_zh"].iter().any(|column| row.text(column).is_empty()) {
            faults.add(row.place("name"), "a unit without a name; expected name, name_singular and name_zh");
        }
        check_sentences(row.field("about"), row.field("about_zh"), faults);
        Self {
            dimension: row_of_code(row.field("dimension"), Dimension::KIND, Dimension::CODES, faults)
                .map(|row| Dimension::ALL[row]),
            printed: parse_printed(row.field("printed"), faults),
            nouns: words(row.field("nouns")),
            duration: parse_duration(row.field("duration"), faults),
            fields: row,
        }
    }

    pub fn code(&self) -> &'a str {
        self.fields.text("code")
    }
}

/// Alternatives, a space between.
fn words(field: Field<'_>) -> Vec<&str> {
    let mut words = Vec::new();
    for word in field.text.split(' ') {
        if !word.is_empty() {
            words.push(word);
        }
    }
    words
}

fn parse_printed<'a>(field: Field<'a>, faults: &mut Faults) -> Vec<UnitWords<'a>> {
    let mut printed = Vec::new();
    for word in field.text.split(' ') {
        match word.split_once('…') {
            Some((before, after)) if !after.is_empty() && !after.contains('…') => printed.push((before, after)),
            _ => faults.add(
                field.place,
                format!(
                    "printed `{word}`; expected the words of the unit with … for the number, as in …元 or 每人每月…元"
                ),
            ),
        }
    }
    printed
}

fn parse_duration(field: Field<'_>, faults: &mut Faults) -> Option<Duration> {
    if field.text.is_empty() {
        return None;
    }
    let duration = field.text.parse();
    if duration.is_err() {
        faults.add(field.place, format!("duration `{}`; expected one of ISO 8601: P1Y, P1M, P1W, P1D …", field.text));
    }
    duration.ok()
}

/// The codes that other tables define, for the rows that name them.
struct Codes<'a> {
    categories: Vec<&'a str>,
    units: Vec<&'a str>,
    printed: Vec<UnitWords<'a>>,
    sections: usize,
}

impl<'a> Codes<'a> {
    fn new(sections: &[SectionRow<'a>], categories: &[Row<'a>], units: &[UnitRow<'a>]) -> Self {
        let mut codes =
            Self { categories: Vec::new(), units: Vec::new(), printed: Vec::new(), sections: sections.len() };
        for category in categories {
            codes.categories.push(category.text("code"));
        }
        for unit in units {
            codes.units.push(unit.code());
            codes.printed.extend_from_slice(&unit.printed);
        }
        codes
    }
}

/// Which row has this code, of a table or of a closed vocabulary.
fn row_of_code(field: Field<'_>, kind: &str, codes: &[&str], faults: &mut Faults) -> Option<usize> {
    let row = codes.iter().position(|code| *code == field.text);
    if row.is_none() {
        faults.add(field.place, unknown(kind, field.text, &nearest(field.text, codes), codes));
    }
    row
}

/// `metrics.tsv`: a row, and what those of its fields that could be read say.
pub struct MetricRow<'a> {
    pub fields: Row<'a>,
    /// The row of the category.
    pub category: Option<usize>,
    pub passage: Passage<'a>,
    pub figure: Option<Reading<'a>>,
    pub value: Option<Exact>,
    /// The row of the unit.
    pub unit: Option<usize>,
    pub stat_type: Option<StatType>,
    pub period: Option<Dates>,
    pub admin_level: Option<AdminLevel>,
    pub keywords: Vec<&'a str>,
}

/// Where a figure or numeral stands in the report.
#[derive(Clone, Copy)]
pub struct Passage<'a> {
    /// The number of the section, which is its row.
    pub section: Option<usize>,
    pub start: Option<u32>,
    pub start_field: Field<'a>,
    pub text: &'a str,
}

impl<'a> Passage<'a> {
    fn parse(row: &Row<'a>, text: &str, codes: &Codes<'_>, faults: &mut Faults) -> Self {
        let (section, start) = (row.field("section"), row.field("source_start"));
        let number = section.text.parse().ok().filter(|n: &usize| *n < codes.sections && n.to_string() == section.text);
        if number.is_none() {
            let last = codes.sections.saturating_sub(1);
            faults.add(
                section.place,
                format!("`{}` is not the number of a section; expected a whole number from 0 to {last}", section.text),
            );
        }
        Self {
            section: number,
            start: whole_number(start, 99_999_999, "an offset in characters", faults),
            start_field: start,
            text: row.text(text),
        }
    }

    pub fn end(self, start: u32) -> u32 {
        // A field of 4 GiB would have failed long before.
        start + self.text.chars().count() as u32
    }
}

impl<'a> MetricRow<'a> {
    fn parse(row: Row<'a>, codes: &Codes<'a>, faults: &mut Faults) -> Self {
        check_id(row.field("id"), faults);
        check_names(row.field("title"), row.field("title_zh"), faults);
        check_note(row.field("note"), row.field("note_zh"), faults);
        if !row.text("comparator").is_empty() {
            row_of_code(row.field("comparator"), Comparator::KIND, Comparator::CODES, faults);
        }
        let level = row.field("admin_level");
        let level =
            if level.text.is_empty() { None } else { row_of_code(level, AdminLevel::KIND, AdminLevel::CODES, faults) };
        Self {
            category: row_of_code(row.field("category"), "category", &codes.categories, faults),
            passage: Passage::parse(&row, "obs_text", codes, faults),
            figure: parse_figure(row.field("obs_text"), &codes.printed, faults),
            value: parse_value(row.field("obs_value"), faults),
            unit: row_of_code(row.field("unit"), "unit", &codes.units, faults),
            stat_type: row_of_code(row.field("stat_type"), StatType::KIND, StatType::CODES, faults)
                .map(|row| StatType::ALL[row]),
            period: parse_period(row.field("time_period"), faults),
            admin_level: level.map(|row| AdminLevel::ALL[row]),
            keywords: words(row.field("keywords")),
            fields: row,
        }
    }

    pub fn id(&self) -> &'a str {
        self.fields.text("id")
    }

    /// The interval that the true value lies in.
    pub fn limits(&self) -> Option<(Limit, Limit)> {
        self.figure.as_ref()?.precision.limits(self.value?)
    }

    /// The value and the ends of the interval.
    pub fn numbers(&self) -> Vec<Exact> {
        let (lower, upper) = self.limits().unwrap_or((Limit::Unbounded, Limit::Unbounded));
        let mut numbers = Vec::new();
        for number in [self.value, lower.number(), upper.number()] {
            numbers.extend(number);
        }
        numbers
    }
}

/// `pairs.tsv`: whether one thing may be counted in both.
fn parse_pair<'a>(row: Row<'a>, faults: &mut Faults) -> Row<'a> {
    let relation = row.field("relation");
    if !matches!(relation.text, MAY_OVERLAP | APART) {
        faults.add(relation.place, format!("relation `{}`; expected `{MAY_OVERLAP}` or `{APART}`", relation.text));
    }
    row
}

pub const MAY_OVERLAP: &str = "may-overlap";
pub const APART: &str = "apart";

/// `exclusions.tsv`: a numeral of the report that is no metric.
pub struct ExclusionRow<'a> {
    pub passage: Passage<'a>,
    pub reason: Option<ExclusionReason>,
}

impl<'a> ExclusionRow<'a> {
    fn parse(row: &Row<'a>, codes: &Codes<'a>, faults: &mut Faults) -> Self {
        let text = row.field("text");
        if !is_numeral(text.text) {
            faults.add(
                text.place,
                format!(
                    "`{}` is not a numeral; expected a run of Arabic digits or of Chinese numeral characters",
                    text.text
                ),
            );
        }
        Self {
            passage: Passage::parse(row, "text", codes, faults),
            reason: row_of_code(row.field("reason"), ExclusionReason::KIND, ExclusionReason::CODES, faults)
                .map(|row| ExclusionReason::ALL[row]),
        }
    }
}

/// Whether `text` is a run of Arabic digits, or one of the Chinese characters of the ledger.
fn is_numeral(text: &str) -> bool {
    !text.is_empty() && (text.chars().all(is_digit) || text.chars().all(is_ledger_character))
}

fn whole_number(field: Field<'_>, most: u32, what: &str, faults: &mut Faults) -> Option<u32> {
    let number = field.text.parse::<u32>().ok();
    let number = number.filter(|n| *n <= most && n.to_string() == field.text);
    if number.is_none() {
        faults.add(field.place, format!("`{}` is not {what}; expected a whole number from 0 to {most}", field.text));
    }
    number
}

fn check_id(field: Field<'_>, faults: &mut Faults) {
    let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let letter_first = field.text.starts_with(|c: char| c.is_ascii_lowercase());
    if !letter_first || !field.text.split('-').all(word) {
        faults.add(
            field.place,
            format!(
                "id `{}` is not kebab-case; expected words of a-z and 0-9 joined by hyphens, a letter first",
                field.text
            ),
        );
    }
}

/// Codes become variants and types, so each word begins with a letter, and none may be a name that Rust or this crate has taken.
fn check_code(field: Field<'_>, faults: &mut Faults) {
    #[rustfmt::skip]
    const TAKEN: [&str; 24] = [
        "self", "unit", "unit-type", "ratio-scale", "additive", "standard-codes", "dimension", "exactly-in", // ours
        "copy", "send", "sync", "sized", "drop", "clone", "eq", "ord", "default", "from", "into", "option", "some", "none", "result",
        "ok",
    ];
    let word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    if !field.text.split('-').all(word) {
        faults.add(
            field.place,
            format!("code `{}`; expected words of a-z and 0-9 joined by hyphens, each with a letter first", field.text),
        );
    } else if TAKEN.contains(&field.text) {
        faults.add(
            field.place,
            format!("code `{}` is a name that Rust or this crate has taken; expected another", field.text),
        );
    }
}

fn is_chinese(text: &str) -> bool {
    text.contains(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c))
}

fn check_names(name: Field<'_>, name_zh: Field<'_>, faults: &mut Faults) {
    if !name.text.contains(|c: char| c.is_ascii_alphabetic()) || is_chinese(name.text) {
        faults.add(name.place, format!("`{}`; expected a name in English", name.text));
    }
    if !is_chinese(name_zh.text) {
        faults.add(name_zh.place, format!("`{}`; expected a name in Chinese", name_zh.text));
    }
}

fn check_sentences(text: Field<'_>, text_zh: Field<'_>, faults: &mut Faults) {
    if !text.text.ends_with('.') || is_chinese(text.text) {
        faults.add(text.place, format!("`{}`; expected a sentence in English, with a full stop", text.text));
    }
    if !text_zh.text.ends_with('。') || !is_chinese(text_zh.text) {
        faults.add(text_zh.place, format!("`{}`; expected a sentence in Chinese, with 。", text_zh.text));
    }
}

fn check_note(note: Field<'_>, note_zh: Field<'_>, faults: &mut Faults) {
    match (note.text, note_zh.text) {
        ("", "") => {}
        ("", _) => faults.add(note.place, "no note, though there is a note_zh; expected the same in English"),
        (_, "") => faults.add(note_zh.place, "no note_zh, though there is a note; expected the same in Chinese"),
        _ => check_sentences(note, note_zh, faults),
    }
}

fn parse_figure<'a>(field: Field<'a>, units: &[UnitWords<'a>], faults: &mut Faults) -> Option<Reading<'a>> {
    match figure::parse(field.text, units) {
        Ok(figure) if figure.to.is_none() => return Some(figure),
        Ok(_) => faults.add(
            field.place,
            format!("obs_text `{}`: a range has no one value; expected a figure with a single number", field.text),
        ),
        Err(error) => {
            faults.add(field.place.right(error.at), format!("obs_text `{}`: {}", field.text, error.message));
        }
    }
    None
}

fn parse_value(field: Field<'_>, faults: &mut Faults) -> Option<Exact> {
    let value = Exact::parse(field.text);
    let canonical = value.filter(|value| value.to_string() == field.text);
    if canonical.is_none() {
        faults.add(
            field.place,
            format!("obs_value `{}` is not a plain decimal; expected digits, with no sign but minus, no separators and no needless zeros", field.text),
        );
    }
    canonical
}

fn parse_period(field: Field<'_>, faults: &mut Faults) -> Option<Dates> {
    let Ok(period) = field.text.parse::<Dates>() else {
        faults.add(
            field.place,
            format!("time_period `{}`; expected two days of the calendar, as in 2021-01-01/2021-12-31", field.text),
        );
        return None;
    };
    if period.start > period.end {
        faults.add(
            field.place,
            format!("time_period `{}` ends before it starts; expected the earlier day first", field.text),
        );
        return None;
    }
    Some(period)
}
