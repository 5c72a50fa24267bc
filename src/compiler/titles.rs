//! Holds names and titles against the codes and columns that they repeat: what is counted, the kind of statistic, the level. A title that
//! says one thing and a code that says another would both be read.

use super::rows::{MetricRow, Tables, UnitFields, UnitRow};
use super::table::{Faults, Field};
use crate::model::exact::Exact;
use crate::model::numeral::is_digit;
use crate::model::words::PER_HEAD;
use crate::vocabulary::{AdminLevel, Dimension, StatType};

pub fn check(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    check_year(row, tables, faults);
    check_ending(row, tables, faults);
    check_measure(row, tables, faults);
    check_counted(row, tables, faults);
    check_level(row, tables, faults);
}

/// That the names of categories, aggregates and units are those of their codes.
pub fn check_names(tables: &Tables<'_>, faults: &mut Faults) {
    let categories = tables.categories.iter().map(|row| (row.code, row.name));
    for (code, name) in categories.chain(tables.aggregates.iter().map(|row| (row.code, row.name))) {
        let lower = name.text.to_lowercase();
        if let Some(word) = code.text.split('-').find(|word| !lower.contains(word)) {
            let (code, name, place) = (code.text, name.text, name.place);
            faults.add(place, format!("name `{name}` of `{code}`; expected one with `{word}`"));
        }
    }
    for unit in &tables.units {
        check_unit_names(unit, faults);
    }
}

/// That the names of a unit are one name: the code, one of it and several, and in Chinese a noun of its titles or a word of its figures.
fn check_unit_names(unit: &UnitRow<'_>, faults: &mut Faults) {
    let UnitFields { code, name, name_singular: one, name_zh: zh, .. } = unit.fields;
    // A word that the name repeats, as in yuan per person per month, stands once in the code.
    let mut words: Vec<String> = Vec::new();
    for word in one.text.split(' ').map(str::to_lowercase) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    if words.join("-") != code.text {
        faults
            .add(one.place, format!("name_singular `{}` of `{}`; expected the words of the code", one.text, code.text));
    }
    // Of two words of a language the plural begins like the singular: facility, facilities.
    let alike = name.text.chars().zip(one.text.chars()).take_while(|(a, b)| a == b).count();
    if alike + 1 < one.text.chars().count() || name.text.split(' ').count() != one.text.split(' ').count() {
        faults.add(name.place, format!("name `{}` of `{}`; expected several of it", name.text, one.text));
    }
    // A rate is printed by more words than its name has: 元/亩, and 亩均税收…元.
    let is_printed = unit.printed.iter().any(|(before, after)| {
        let mut letters = zh.text.chars().filter(|c| c.is_alphabetic());
        *after == zh.text || !before.is_empty() && letters.all(|c| before.contains(c) || after.contains(c))
    });
    if !is_printed && !unit.nouns.contains(&zh.text) {
        faults.add(zh.place, format!("name_zh `{}`; expected one of its nouns, or as it is printed", zh.text));
    }
}

/// That no title has a year, which is part of the period. 2025 in the name of a plan has no 年 behind it.
fn check_year(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let own = tables.report.time_period.end.year.to_string();
    for Field { text, place } in [row.fields.title, row.fields.title_zh] {
        let mut years =
            text.match_indices('年').map(|(at, _)| text[..at].len() - text[..at].trim_end_matches(is_digit).len());
        let in_english = text
            .split(" in ")
            .skip(1)
            .any(|rest| rest.len() >= 4 && rest.as_bytes()[..4].iter().all(u8::is_ascii_digit));
        if text.contains(&own) || years.any(|digits| digits == 4) || in_english {
            faults.add(place, format!("a year in the title `{text}`; expected it in time_period alone"));
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

fn check_ending(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let (unit, Field { text, place }) = (tables.unit_of(row), row.fields.title_zh);
    let ends = |endings: &[&str]| endings.iter().any(|ending| text.ends_with(ending));
    let expected = match (row.stat_type, unit.dimension) {
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
    let per_head = PER_HEAD.iter().find(|word| row.figure.unit_words.0.starts_with(**word));
    if let Some(word) = per_head.filter(|word| !text.contains(**word)) {
        let message = format!("title_zh `{text}` of `{}`; expected {word} in it", row.passage.text);
        faults.add(place, message);
    }
    let message = match expected {
        Some(expected) if !ends(expected) => format!("…{}", expected.join(", …")),
        // A rank and a multiple end like a count, 位次 and 倍数.
        Some(COUNT) if ends(RANK) || ends(MULTIPLE) => "another ending, as it is no rank or multiple".to_owned(),
        None if [RANK, RATE, MULTIPLE, LIMIT, TIME, &["数", "次"]].into_iter().any(ends) => {
            "another ending, as it is no count, rate, rank or time".to_owned()
        }
        Some(RATE) if !row.stat_type.is_change() && ends(GROWTH) => {
            "another ending, as it is no growth rate".to_owned()
        }
        None if row.stat_type != StatType::Standard && [BOUND, STANDARD].into_iter().any(ends) => {
            "another ending, as it is no standard or threshold".to_owned()
        }
        _ => return,
    };
    let (kind, code) = (row.stat_type, unit.code());
    faults.add(place, format!("title_zh `{text}` of kind `{kind}` in `{code}`; expected {message}"));
}

/// That where a measure word stands before 数 in a title, as in 户数, it is one of the unit's.
fn check_measure(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let (unit, Field { text, place }) = (tables.unit_of(row), row.fields.title_zh);
    if row.stat_type == StatType::Rank || !matches!(unit.dimension, Dimension::Count | Dimension::Duration) {
        return;
    }
    let counted = text.strip_suffix('数').unwrap_or(text);
    let measures = tables.units.iter().flat_map(|unit| &unit.printed).map(|words| words.1);
    let measure = measures.filter(|measure| counted.ends_with(measure)).max_by_key(|measure| measure.len());
    let is_of_unit = |measure: &str| unit.printed.iter().any(|words| words.1 == measure);
    let code = unit.code();
    if let Some(measure) = measure.filter(|measure| !is_of_unit(measure)) {
        let message = format!(
            "title_zh `{text}` of a metric in `{code}`, which is not counted by {measure}; expected its own measure word, or none"
        );
        faults.add(place, message);
    }
}

/// That what is counted is told in the words of the titles, and in Chinese by a noun of the unit.
fn check_counted(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let (fields, unit) = (&row.fields, tables.unit_of(row));
    let is_count = unit.dimension == Dimension::Count;
    if is_count == fields.counted.text.is_empty() {
        let expected = if is_count { "what is counted" } else { "it empty" };
        let message = format!("counted `{}` of a {}; expected {expected}", fields.counted.text, unit.dimension);
        faults.add(fields.counted.place, message);
    }
    let (title, counted) = (fields.title.text.to_lowercase(), fields.counted.text.to_lowercase());
    if let Some(other) =
        tables.units.iter().find(|other| other.names().contains(&&*counted) && other.code() != unit.code())
    {
        let message =
            format!("counted `{counted}` is what `{}` counts; expected what `{}` does", other.code(), unit.code());
        faults.add(fields.counted.place, message);
    }
    // One company, of a title about companies; but whole words of more than one.
    let is_one = row.value == Exact::integer(1);
    let words = counted.strip_suffix('y').filter(|_| is_one).unwrap_or(&counted);
    let ends = |at: usize| is_one || !title[at + words.len()..].starts_with(char::is_alphabetic);
    if !title.match_indices(words).any(|(at, _)| ends(at)) {
        let message = format!("counted `{}` is not in the title; expected words of it", fields.counted.text);
        faults.add(fields.counted.place, message);
    }
    if let Some(first) = row.counted.first().filter(|first| !fields.title_zh.text.contains(**first)) {
        let message = format!("counted_zh begins with `{first}`, which is not in title_zh; expected words of it first");
        faults.add(fields.counted_zh.place, message);
    }
    // The double entry of units that share a measure word.
    let first = row.counted.first().copied().unwrap_or_default();
    if !unit.nouns.is_empty() && !unit.nouns.iter().any(|noun| first.ends_with(noun)) {
        let (code, nouns) = (unit.code(), unit.nouns.join(", …"));
        let message = format!("counted_zh begins with `{first}` of a metric in `{code}`; expected …{nouns}");
        faults.add(fields.counted_zh.place, message);
    }
}

/// That the level is one of those that the titles name, where they name any.
fn check_level(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let (report, Field { text: found, place }) = (&tables.report.fields, row.fields.admin_level);
    let area = report.area.text.to_lowercase();
    // County, prefecture, province, country: the prefecture may be missing.
    let (prefecture, province) = match area.split(", ").collect::<Vec<_>>()[..] {
        [_, prefecture, province, _] => (prefecture, province),
        [_, province, _] => ("prefectural", province),
        _ => ("prefectural", "provincial"),
    };
    // 浙江省金华市永康市.
    let rest = report.area_zh.text.split_once('省').and_then(|(_, rest)| rest.split_once(['市', '州', '盟']));
    let prefecture_zh = rest.filter(|(_, county)| !county.is_empty()).map_or("地市级", |(name, _)| name);
    let english = [&["national", "nationwide", "central"][..], &["provincial", province], &["prefectural", prefecture]];
    let chinese = [&["全国", "国家", "中央"][..], &["省"], &["地市级", prefecture_zh]];
    let is_ranked = matches!(row.stat_type, StatType::Rank | StatType::Streak);
    for (title, words, is_english) in [(row.fields.title, english, true), (row.fields.title_zh, chinese, false)] {
        let mut named = named(&title.text.to_lowercase(), words);
        // The level of a rank is that of the ranking, which English names before what is ranked, and Chinese behind it.
        let places = named.iter().map(|(at, _)| *at);
        let own = if is_english { places.min() } else { places.max() };
        named.retain(|(at, _)| !is_ranked || Some(*at) == own);
        if !named.is_empty() && !named.iter().any(|(_, level)| row.admin_level == Some(*level)) {
            let expected: Vec<&str> = named.iter().map(|(_, level)| level.code()).collect();
            let (title, expected) = (title.text, expected.join("` or `"));
            faults.add(place, format!("admin_level `{found}`, where the title says `{title}`; expected `{expected}`"));
        }
    }
}

/// The levels that a title names, and where. 国 of 国际 and 省 of 节省 are no level, nor is the end of international.
fn named(title: &str, words: [&[&str]; 3]) -> Vec<(usize, AdminLevel)> {
    let mut named = Vec::new();
    for (level, words) in AdminLevel::ALL.iter().zip(words) {
        for (at, _) in words.iter().flat_map(|word| title.match_indices(word)) {
            if !title[..at].ends_with(|c: char| c.is_ascii_alphabetic() || c == '节') {
                named.push((at, *level));
            }
        }
    }
    named
}
