//! Holds names and titles against the codes and columns that they repeat: what is counted, the kind of statistic, the level. A title that
//! says one thing and a code that says another would both be read.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;

use crate::ledger::{Entries, Examination, FindingKind, Row, Subject};
use crate::model::figure::UnitWords;
use crate::model::numeral::is_digit;
use crate::model::words::PER_HEAD;
use crate::vocabulary::{AdminLevel, Dimension, StatType};
use crate::{Exclusion, ExclusionReason};

/// What the tables call things; like [`Entries`], so that the tests can make up wrong names.
pub struct Names<'a> {
    pub report: ReportNames<'a>,
    /// Categories and aggregates.
    pub codes: Vec<Term<'a>>,
    pub units: Vec<UnitNames<'a>>,
    /// As many as there are rows of metrics.
    pub metrics: Vec<MetricNames<'a>>,
}

pub struct ReportNames<'a> {
    pub titles: [&'a str; 2],
    pub sources: [&'a str; 2],
    /// The first and the last year of its period.
    pub years: [i32; 2],
    pub area: &'a str,
    pub area_zh: &'a str,
}

/// A code and its English name.
pub struct Term<'a> {
    pub subject: Subject,
    /// Where the first metric of it stands.
    pub start: usize,
    pub code: &'a str,
    pub name: &'a str,
}

pub struct UnitNames<'a> {
    pub term: Term<'a>,
    pub name_singular: &'a str,
    pub name_zh: &'a str,
    pub dimension: Dimension,
    pub printed: &'a [UnitWords<'a>],
    pub nouns: &'a [&'a str],
}

/// What a metric is called, and the columns that its names repeat.
pub struct MetricNames<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub title_zh: &'a str,
    pub counted: &'a str,
    /// Whether its value is one, so that `counted` is in the singular.
    pub is_one: bool,
    /// The number of its unit.
    pub unit: usize,
    pub stat_type: StatType,
    pub admin_level: Option<AdminLevel>,
    /// The id of the metric that it qualifies, or nothing.
    pub of_metric: &'a str,
}

/// Tells what was expected, and what was found.
type Tell<'a> = dyn FnMut(String, String) + 'a;

/// Tells of names that say something else than codes and columns.
pub fn check(examination: &mut Examination<'_>, names: &Names<'_>) {
    let (entries, Names { report, codes, units, metrics }) = (examination.entries, names);
    let mut tell_of = |subject, start, expected, found| {
        examination.tell(subject, FindingKind::Wording, start, expected, found);
    };
    check_report(report, entries, &mut |expected, found| tell_of(Subject::Report, 0, expected, found));
    for term in codes {
        check_name(term, &mut |expected, found| tell_of(term.subject, term.start, expected, found));
    }
    for unit in units {
        let Term { subject, start, .. } = unit.term;
        check_unit(unit, &mut |expected, found| tell_of(subject, start, expected, found));
    }
    let (own_year, area) = (report.years[1].to_string(), report.area.to_lowercase());
    let levels = levels(&area, report.area_zh);
    for (row, metric) in entries.metrics.iter().zip(metrics) {
        let unit = &units[metric.unit];
        let tell: &mut Tell<'_> = &mut |expected, found| tell_of(row.subject, row.start, expected, found);
        check_year(metric, &own_year, tell);
        check_ending(metric, unit, tell);
        check_per_head(row, metric, tell);
        check_measure(metric, unit, units, tell);
        check_counted(metric, unit, units, tell);
        check_counted_zh(row, metric, unit, tell);
        check_level(metric, &levels, tell);
    }
}

/// That the years in the names of the report are those of its period; its source may be of the year in which it was given.
fn check_report(report: &ReportNames<'_>, entries: &Entries<'_>, tell: &mut Tell<'_>) {
    let [first, last] = report.years;
    let year = |row: &Row<'_>| match row.subject {
        Subject::Exclusion(Exclusion { reason: ExclusionReason::Date, .. }) if row.text.len() == 4 => {
            row.text.parse().ok()
        }
        _ => None,
    };
    // The build lets no other year stand first than the last one or the next.
    let given = entries.exclusions.iter().find_map(year).unwrap_or(last);
    for (texts, latest) in [(report.titles, last), (report.sources, given)] {
        for text in texts {
            let years = text.split(|c| !is_digit(c)).filter(|digits| digits.len() == 4);
            let years: Vec<i32> = years.filter_map(|digits| digits.parse().ok()).collect();
            let is_whole = years.len() < 2 || years[0] == first;
            if !is_whole
                || years.iter().any(|year| !(first..=latest).contains(year))
                || years.last().is_some_and(|year| *year < last)
            {
                tell(format!("no year beside those of time_period, {first} to {last}"), format!("`{text}`"));
            }
        }
    }
}

/// That a name has the words of its code.
fn check_name(Term { code, name, .. }: &Term<'_>, tell: &mut Tell<'_>) {
    let lower = name.to_lowercase();
    if let Some(word) = code.split('-').find(|word| !lower.contains(word)) {
        tell(format!("a name of `{code}` with `{word}`"), format!("`{name}`"));
    }
}

/// That the names of a unit are one name: the code, one of it and several, and in Chinese a noun of its titles or a word of its figures.
fn check_unit(unit: &UnitNames<'_>, tell: &mut Tell<'_>) {
    let UnitNames { term: Term { code, name, .. }, name_singular: one, name_zh: zh, .. } = unit;
    let lower = one.to_lowercase();
    // A word that the name repeats, as in yuan per person per month, stands once in the code.
    let mut words: Vec<&str> = Vec::new();
    for word in lower.split([' ', '-']) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    if !words.into_iter().eq(code.split('-')) {
        tell(format!("name_singular with the words of `{code}`"), format!("`{one}`"));
    }
    // Of two words of a language the plural begins like the singular: facility, facilities.
    let alike = name.chars().zip(one.chars()).take_while(|(a, b)| a == b).count();
    if alike + 1 < one.chars().count() || name.split(' ').count() != one.split(' ').count() {
        tell(format!("name of several `{one}`"), format!("`{name}`"));
    }
    // A rate is printed by more words than its name has: 元/亩, and 亩均税收…元.
    let is_printed = unit.printed.iter().any(|(before, after)| {
        let mut letters = zh.chars().filter(|c| c.is_alphabetic());
        after == zh || !before.is_empty() && letters.all(|c| before.contains(c) || after.contains(c))
    });
    if !is_printed && !unit.nouns.contains(zh) {
        tell(format!("name_zh of `{code}` to be one of its nouns, or as it is printed"), format!("`{zh}`"));
    }
}

/// That no title has a year, which is part of the period. 2025 in the name of a plan has no 年 behind it.
fn check_year(metric: &MetricNames<'_>, own: &str, tell: &mut Tell<'_>) {
    for text in [metric.title, metric.title_zh] {
        let mut years =
            text.match_indices('年').map(|(at, _)| text[..at].len() - text[..at].trim_end_matches(is_digit).len());
        let in_english = text
            .split(" in ")
            .skip(1)
            .any(|rest| rest.len() >= 4 && rest.as_bytes()[..4].iter().all(u8::is_ascii_digit));
        if text.contains(own) || years.any(|digits| digits == 4) || in_english {
            tell("no year in a title, as time_period has it".to_owned(), format!("`{text}`"));
        }
    }
}

/// How Chinese titles of a kind end, which tells a rank from a rate and a rate from a count.
const RANK: &[&str] = &["位次", "名次", "排名"];
const RATE: &[&str] = &["率", "增速", "增幅", "比重", "占比", "比例"];
const GROWTH: &[&str] = &["增长率", "增速", "增幅", "降幅", "下降率"];
const MULTIPLE: &[&str] = &["倍数"];
const LIMIT: &[&str] = &["时限", "期限", "工期"];
const TIME: &[&str] = &["时间", "时长", "用时", "工期"];
const COUNT: &[&str] = &["数", "次", "量"];
const BOUND: &[&str] = &["上限", "下限", "门槛"];
const STANDARD: &[&str] = &["标准"];

fn check_ending(metric: &MetricNames<'_>, unit: &UnitNames<'_>, tell: &mut Tell<'_>) {
    let (kind, title) = (metric.stat_type, metric.title_zh);
    let ends = |endings: &[&str]| endings.iter().any(|ending| title.ends_with(ending));
    let expected = match (kind, unit.dimension) {
        (StatType::Rank, _) => Some(RANK),
        (StatType::GrowthRate | StatType::AverageGrowthRate, _)
        | (StatType::Stock | StatType::Flow, Dimension::Ratio) => Some(RATE),
        (StatType::Multiple, _) => Some(MULTIPLE),
        (StatType::TimeLimit, _) => Some(LIMIT),
        (StatType::Duration, _) => Some(TIME),
        (StatType::Threshold, _) => Some(BOUND),
        (StatType::Streak, _)
        | (StatType::Stock | StatType::Flow | StatType::Extent | StatType::Change, Dimension::Count) => Some(COUNT),
        // What an amount of money is called has no end, so only what it is not called is refused.
        _ => None,
    };
    let ending = match expected {
        Some(expected) if !ends(expected) => format!("the ending {}", expected.join(", ")),
        // A rank and a multiple end like a count, 位次 and 倍数.
        Some(COUNT) if ends(RANK) || ends(MULTIPLE) => "another ending, as it is no rank or multiple".to_owned(),
        None if [RANK, RATE, MULTIPLE, LIMIT, TIME, &["数", "次"]].into_iter().any(ends) => {
            "another ending, as it is no count, rate, rank or time".to_owned()
        }
        Some(RATE) if !kind.is_change() && ends(GROWTH) => "another ending, as it is no growth rate".to_owned(),
        None if kind != StatType::Standard && [BOUND, STANDARD].into_iter().any(ends) => {
            "another ending, as it is no standard or threshold".to_owned()
        }
        _ => return,
    };
    tell(format!("title_zh of kind `{kind}` in `{}` with {ending}", unit.term.code), format!("`{title}`"));
}

/// That the title says of what a figure is printed per head or household.
fn check_per_head(row: &Row<'_>, metric: &MetricNames<'_>, tell: &mut Tell<'_>) {
    let title = metric.title_zh;
    if let Some(word) = PER_HEAD.iter().find(|word| row.text.contains(**word) && !title.contains(**word)) {
        tell(format!("title_zh of `{}` with {word}", row.text), format!("`{title}`"));
    }
}

/// That where a measure word stands before 数 in a title, as in 户数, it is one of the unit's.
fn check_measure(metric: &MetricNames<'_>, unit: &UnitNames<'_>, units: &[UnitNames<'_>], tell: &mut Tell<'_>) {
    let title = metric.title_zh;
    if metric.stat_type == StatType::Rank || !matches!(unit.dimension, Dimension::Count | Dimension::Duration) {
        return;
    }
    let counted = title.strip_suffix('数').unwrap_or(title);
    let measures = units.iter().flat_map(|unit| unit.printed).map(|words| words.1);
    let measure = measures.filter(|measure| counted.ends_with(measure)).max_by_key(|measure| measure.len());
    let is_of_unit = |measure: &&str| unit.printed.iter().any(|words| words.1 == *measure);
    if let Some(measure) = measure.filter(|measure| !is_of_unit(measure)) {
        let expected = format!("title_zh with a measure word of `{}`, or none", unit.term.code);
        tell(expected, format!("`{title}`, counted by {measure}"));
    }
}

/// That what is counted is told in the words of the title, and is nothing that another unit counts.
fn check_counted(metric: &MetricNames<'_>, unit: &UnitNames<'_>, units: &[UnitNames<'_>], tell: &mut Tell<'_>) {
    let (title, counted) = (metric.title.to_lowercase(), metric.counted.to_lowercase());
    let code = unit.term.code;
    let is_name = |unit: &UnitNames<'_>| [unit.term.name, unit.name_singular].contains(&&*counted);
    let other = units.iter().find(|other| is_name(other) && other.term.code != code);
    if let Some(other) = other {
        tell(format!("counted to be what `{code}` counts"), format!("`{counted}`, of `{}`", other.term.code));
    }
    // One company, of a title about companies; but whole words of more than one.
    let words = counted.strip_suffix('y').filter(|_| metric.is_one).unwrap_or(&counted);
    let ends = |at: usize| metric.is_one || !title[at + words.len()..].starts_with(char::is_alphabetic);
    if !title.match_indices(words).any(|(at, _)| ends(at)) {
        tell(format!("counted in words of the title `{}`", metric.title), format!("`{}`", metric.counted));
    }
}

/// The same in Chinese, where units that share a measure word are told apart by their nouns.
fn check_counted_zh(row: &Row<'_>, metric: &MetricNames<'_>, unit: &UnitNames<'_>, tell: &mut Tell<'_>) {
    let first = row.counted_zh.first().copied().unwrap_or_default();
    if !metric.title_zh.contains(first) {
        tell(format!("counted_zh to begin with words of `{}`", metric.title_zh), format!("`{first}`"));
    }
    if !unit.nouns.is_empty() && !unit.nouns.iter().any(|noun| first.ends_with(noun)) {
        let nouns = unit.nouns.join(", …");
        tell(format!("counted_zh in `{}` to begin with …{nouns}", unit.term.code), format!("`{first}`"));
    }
}

/// The words by which titles name country, province and prefecture, in English and in Chinese.
type Levels<'a> = [[Vec<&'a str>; 3]; 2];

fn levels<'a>(area: &'a str, area_zh: &'a str) -> Levels<'a> {
    // County, prefecture, province, country: the prefecture may be missing.
    let (prefecture, province) = match area.split(", ").collect::<Vec<_>>()[..] {
        [_, prefecture, province, _] => (prefecture, province),
        [_, province, _] => ("prefectural", province),
        _ => ("prefectural", "provincial"),
    };
    // 浙江省金华市永康市.
    let rest = area_zh.split_once('省').and_then(|(_, rest)| rest.split_once(['市', '州', '盟']));
    let prefecture_zh = rest.filter(|(_, county)| !county.is_empty()).map_or("地市级", |(name, _)| name);
    [
        [vec!["national", "nationwide", "central"], vec!["provincial", province], vec!["prefectural", prefecture]],
        [vec!["全国", "国家", "中央"], vec!["省"], vec!["地市级", prefecture_zh]],
    ]
}

/// That the level is one of those that the titles name, where they name any.
fn check_level(metric: &MetricNames<'_>, levels: &Levels<'_>, tell: &mut Tell<'_>) {
    let is_ranked = matches!(metric.stat_type, StatType::Rank | StatType::Streak);
    let [english, chinese] = levels;
    for (title, words, is_english) in [(metric.title, english, true), (metric.title_zh, chinese, false)] {
        let mut named = named(&title.to_lowercase(), words);
        // The level of a rank is that of the ranking, which English names before what is ranked, and Chinese behind it.
        let places = named.iter().map(|(at, _)| *at);
        let own = if is_english { places.min() } else { places.max() };
        named.retain(|(at, _)| !is_ranked || Some(*at) == own);
        if !named.is_empty() && !named.iter().any(|(_, level)| metric.admin_level == Some(*level)) {
            let expected: Vec<&str> = named.iter().map(|(_, level)| level.code()).collect();
            let found = metric.admin_level.map_or("none".to_owned(), |level| format!("`{level}`"));
            tell(format!("admin_level `{}`, as in `{title}`", expected.join("` or `")), found);
        }
    }
}

/// The levels that a title names, and where. 国 of 国际 and 省 of 节省 are no level, nor is the end of international.
fn named(title: &str, levels: &[Vec<&str>; 3]) -> Vec<(usize, AdminLevel)> {
    let mut named = Vec::new();
    for (level, words) in AdminLevel::ALL.iter().zip(levels) {
        // To ask first whether it is there takes less than to look for all its places.
        let words = words.iter().filter(|word| title.contains(**word));
        for (at, _) in words.flat_map(|word| title.match_indices(word)) {
            if !title[..at].ends_with(|c: char| c.is_ascii_alphabetic() || c == '节') {
                named.push((at, *level));
            }
        }
    }
    named
}
