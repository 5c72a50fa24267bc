//! Rows that are right by themselves and say the wrong thing: names of another row, a level that the title denies, a figure that is
//! no metric any more. Every one there is is tried.

use std::collections::BTreeSet;

use crate::model::figure::Reading;
use crate::source::{
    AGGREGATE, AGGREGATES, BASIS, CATEGORIES, Column, EXCLUDED, EXCLUDED_START, EXCLUSIONS, Edit, Files, HEADLINE, ID,
    LEVEL, METRICS, OBS_TEXT, OF_METRIC, PAIRS, PERIOD, REPORT, REPORT_PERIOD, SECTION, START, STAT_TYPE, Source,
    TITLE, TITLE_ZH, UNIT, UNIT_CODE, UNITS, known, numerals, offset, printed, read,
};
use crate::vocabulary::{AdminLevel, ExclusionReason, PeriodBasis, Relation};

const COUNTED: Column = (METRICS, "counted");
const COUNTED_ZH: Column = (METRICS, "counted_zh");

/// These columns of each two rows of a table, swapped.
fn swap_any_two(source: &Source, columns: &[Column], emit: &mut dyn FnMut(Files)) {
    swap_two(source, columns, |_, _| true, emit);
}

fn swap_two(source: &Source, columns: &[Column], which: impl Fn(usize, usize) -> bool, emit: &mut dyn FnMut(Files)) {
    let rows = source.rows(columns[0]);
    for (number, &row) in rows.iter().enumerate() {
        for &other in rows[number + 1..].iter().filter(|&&other| which(row, other)) {
            let mut edit = source.edit();
            edit.swap(columns, row, other);
            emit(edit.files());
        }
    }
}

pub fn titles_zh_swapped(source: &Source, emit: &mut dyn FnMut(Files)) {
    swap_any_two(source, &[TITLE_ZH], emit);
}

pub fn titles_swapped(source: &Source, emit: &mut dyn FnMut(Files)) {
    swap_any_two(source, &[TITLE, TITLE_ZH], emit);
}

pub fn titles_and_counted_swapped(source: &Source, emit: &mut dyn FnMut(Files)) {
    swap_any_two(source, &[TITLE, TITLE_ZH, COUNTED, COUNTED_ZH], emit);
}

/// Titles, what is counted and the id, which other rows name as before.
pub fn names_swapped(source: &Source, emit: &mut dyn FnMut(Files)) {
    let columns = [ID, TITLE, TITLE_ZH, COUNTED, COUNTED_ZH];
    // Of rows that share a figure these are all that tells them apart: to swap them is to change their order.
    swap_two(source, &columns, |row, other| source.get(START, row) != source.get(START, other), emit);
}

/// What is counted, of a neighbour.
pub fn counted_of_another(source: &Source, emit: &mut dyn FnMut(Files)) {
    of_another(source, COUNTED, emit);
}

pub fn counted_zh_of_another(source: &Source, emit: &mut dyn FnMut(Files)) {
    of_another(source, COUNTED_ZH, emit);
}

fn of_another(source: &Source, column: Column, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(column) {
        let near = source.rows(column).into_iter().filter(|other| other.abs_diff(row) <= NEAR);
        let others: BTreeSet<&str> = near.map(|other| source.get(column, other)).collect();
        others.into_iter().for_each(|other| emit(source.set(column, row, other)));
    }
}

/// How many rows away a neighbour is.
const NEAR: usize = 8;

/// Each figure of Arabic digits made exclusions, for each reason.
pub fn digits_excluded(source: &Source, emit: &mut dyn FnMut(Files)) {
    excluded(source, |text| text.contains(|c: char| c.is_ascii_digit()), emit);
}

/// Each figure of Chinese numerals made exclusions, for each reason.
pub fn chinese_excluded(source: &Source, emit: &mut dyn FnMut(Files)) {
    excluded(source, |text| !text.contains(|c: char| c.is_ascii_digit()), emit);
}

fn excluded(source: &Source, which: fn(&str) -> bool, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(OBS_TEXT).into_iter().filter(|&row| which(source.get(OBS_TEXT, row))) {
        for reason in ExclusionReason::ALL {
            let mut edit = source.edit();
            exclude(source, row, reason.code(), &mut edit);
            edit.complete();
            emit(edit.files());
        }
    }
}

/// Without the metrics of a figure, and of those that say nothing without them.
fn exclude(source: &Source, row: usize, reason: &str, edit: &mut Edit<'_>) {
    let start = source.get(START, row);
    let mut gone = source.rows(START);
    gone.retain(|&other| {
        let of = source.get(OF_METRIC, other);
        let of = source.rows(ID).into_iter().find(|&id| source.get(ID, id) == of);
        let is_of = of.is_some_and(|of| source.get(START, of) == start);
        let says_nothing = matches!(source.get(STAT_TYPE, other), "growth-rate" | "threshold");
        if is_of && !says_nothing {
            edit.set(OF_METRIC, other, "");
        }
        source.get(START, other) == start || is_of && says_nothing
    });
    let mut added: Vec<Vec<String>> = Vec::new();
    for &row in &gone {
        let start = offset(source, START, row);
        let end = start + source.get(OBS_TEXT, row).chars().count();
        for (at, run) in numerals(&source.report, start..end) {
            added.push(edit.exclusion([source.get(SECTION, row), &at.to_string(), &run, reason]));
        }
    }
    added.dedup();
    let column = source.column(EXCLUDED_START);
    let exclusions = edit.table(EXCLUSIONS);
    exclusions.extend(added);
    exclusions.sort_by_key(|row| row[column].parse::<usize>().ok());
    let mut number = 0;
    edit.table(METRICS).retain(|_| {
        number += 1;
        !gone.contains(&(number - 1))
    });
}

/// A second row for each figure, with an id and titles of its own.
pub fn row_copied(source: &Source, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(ID) {
        for aggregate in ["", source.get(AGGREGATE, row)] {
            let mut edit = source.edit();
            let copy = source.tables[METRICS][row].clone();
            edit.table(METRICS).insert(row + 1, copy);
            edit.set(ID, row + 1, format!("{}-again", source.get(ID, row)));
            edit.set(TITLE, row + 1, format!("{} again", source.get(TITLE, row)));
            edit.set(TITLE_ZH, row + 1, format!("再次{}", source.get(TITLE_ZH, row)));
            edit.set(AGGREGATE, row + 1, aggregate);
            edit.set(HEADLINE, row + 1, "");
            edit.complete();
            emit(edit.files());
        }
    }
}

/// Each numeral that is quoted made a metric.
pub fn quoted_included(source: &Source, emit: &mut dyn FnMut(Files)) {
    included(source, true, emit);
}

/// Each other numeral made a metric.
pub fn exclusion_included(source: &Source, emit: &mut dyn FnMut(Files)) {
    included(source, false, emit);
}

/// In each unit that is printed behind it.
fn included(source: &Source, quoted: bool, emit: &mut dyn FnMut(Files)) {
    let known = known(source);
    for row in source.rows(EXCLUDED) {
        let start = offset(source, EXCLUDED_START, row);
        let last = |mark: char| source.report[..start].iter().rposition(|c| *c == mark);
        if (last('“') > last('”')) != quoted {
            continue;
        }
        for length in 1..8 {
            let text: String = source.report[start..].iter().take(length).collect();
            let Some(figure) = read(&text, &known) else { continue };
            for unit in source.rows(UNIT_CODE) {
                if printed(source, unit).contains(&figure.unit_words) {
                    let kind = match figure {
                        Reading { ordinal: true, .. } => "rank",
                        _ if source.get((UNITS, "dimension"), unit) == "duration" => "duration",
                        _ => "flow",
                    };
                    emit(include(source, row, &text, &figure.value.to_string(), unit, kind));
                }
            }
        }
    }
}

/// With a metric in the place of an exclusion, which is like the first metric but for what is said of the figure.
fn include(source: &Source, exclusion: usize, text: &str, value: &str, unit: usize, kind: &str) -> Files {
    let mut edit = source.edit();
    let start = offset(source, EXCLUDED_START, exclusion);
    edit.table(EXCLUSIONS).remove(exclusion);
    let before = source.rows(START).into_iter().rfind(|&row| offset(source, START, row) < start).unwrap_or_default();
    let row = before + 1;
    let width = source.tables[METRICS][0].len();
    edit.table(METRICS).insert(row, vec![String::new(); width]);
    let noun = source.get((UNITS, "nouns"), unit).split(' ').next().unwrap_or_default();
    let counted = if source.get((UNITS, "dimension"), unit) == "count" { "another" } else { "" };
    let ending = if kind == "rank" {
        "位次"
    } else if kind == "duration" {
        "时长"
    } else {
        "数"
    };
    let number = start.to_string();
    for (column, value) in [
        (ID, "another"),
        (TITLE, "Another"),
        (TITLE_ZH, &*format!("另一{noun}{ending}")),
        (COUNTED, counted),
        (COUNTED_ZH, noun),
        ((METRICS, "category"), source.get((METRICS, "category"), 1)),
        (SECTION, source.get((EXCLUSIONS, "section"), exclusion)),
        (START, &*number),
        (OBS_TEXT, text),
        ((METRICS, "obs_value"), value),
        (UNIT, source.get(UNIT_CODE, unit)),
        (STAT_TYPE, kind),
        (PERIOD, source.get(REPORT_PERIOD, source.rows(REPORT_PERIOD)[0])),
        (BASIS, "assumed"),
        (LEVEL, if kind == "rank" { "county" } else { "" }),
    ] {
        edit.set(column, row, value);
    }
    edit.files()
}

const UNIT_NAMES: [Column; 3] = [(UNITS, "name"), (UNITS, "name_singular"), (UNITS, "name_zh")];

/// Each name of each two units swapped.
pub fn unit_names_swapped(source: &Source, emit: &mut dyn FnMut(Files)) {
    UNIT_NAMES.iter().for_each(|name| swap_any_two(source, &[*name], emit));
    swap_any_two(source, &UNIT_NAMES[..2], emit);
}

/// Each name of a unit, and both English ones, made another.
pub fn unit_names_wrong(source: &Source, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(UNIT_CODE) {
        let name = source.get(UNIT_NAMES[1], row);
        for wrong in ["xx", "thousand yuan", &format!("thousand {name}"), "千元"] {
            for columns in [&UNIT_NAMES[..1], &UNIT_NAMES[1..2], &UNIT_NAMES[..2], &UNIT_NAMES[2..]] {
                let mut edit = source.edit();
                columns.iter().for_each(|column| edit.set(*column, row, wrong));
                emit(edit.files());
            }
        }
    }
}

const STANDARDS: [(Column, &[&str]); 4] = [
    ((UNITS, "ucum"), &["kg", "{USD}", "{x}", ""]),
    ((UNITS, "iso_4217"), &["USD", "usd", ""]),
    ((UNITS, "qudt"), &["kg", "CCY_USD"]),
    ((UNITS, "rec_20"), &["kg"]),
];

/// Each code of another standard: of another unit, of money, of no unit, and none, which QUDT and Recommendation 20 have for most.
pub fn standard_codes(source: &Source, emit: &mut dyn FnMut(Files)) {
    for (column, wrong) in STANDARDS {
        let others: BTreeSet<&str> = source.rows(column).into_iter().map(|row| source.get(column, row)).collect();
        for row in source.rows(column) {
            let others = others.iter().filter(|code| !code.is_empty());
            others.chain(wrong).for_each(|code| emit(source.set(column, row, *code)));
        }
    }
}

/// Words of titles that name a level.
const LEVELS: [&str; 9] = ["National", "national", "Provincial", "provincial", "Jinhua", "国家", "全国", "省", "金华"];

/// Each other level, and none, of rows whose titles name one.
pub fn level(source: &Source, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(LEVEL) {
        let titles = [source.get(TITLE, row), source.get(TITLE_ZH, row)];
        if titles.iter().any(|title| LEVELS.iter().any(|level| title.contains(level))) {
            AdminLevel::ALL.iter().for_each(|level| emit(source.set(LEVEL, row, level.code())));
            emit(source.set(LEVEL, row, ""));
        }
    }
}

/// Each level, and none, of rows whose titles name none.
pub fn level_unnamed(source: &Source, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(LEVEL) {
        let titles = [source.get(TITLE, row), source.get(TITLE_ZH, row)];
        if !titles.iter().any(|title| LEVELS.iter().any(|level| title.contains(level))) {
            AdminLevel::ALL.iter().for_each(|level| emit(source.set(LEVEL, row, level.code())));
            emit(source.set(LEVEL, row, ""));
        }
    }
}

/// How Chinese titles end, one of each kind.
const ENDINGS: [&str; 9] = ["人次", "位次", "年数", "增长率", "率", "时限", "时长", "倍数", "数"];

/// Each Chinese title with the ending of another kind.
pub fn title_ending(source: &Source, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(TITLE_ZH) {
        let title = source.get(TITLE_ZH, row);
        let own = ENDINGS.iter().find(|ending| title.ends_with(**ending)).unwrap_or(&"");
        let stem = &title[..title.len() - own.len()];
        // 年数 and 人次 are 数 too, and 增长率 is 率.
        let is_other = |ending: &&&str| !own.ends_with(**ending) && (*own, **ending) != ("人次", "数");
        let others = ENDINGS.iter().filter(is_other);
        others.for_each(|ending| emit(source.set(TITLE_ZH, row, format!("{stem}{ending}"))));
    }
}

pub fn title_year(source: &Source, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(TITLE) {
        emit(source.set(TITLE, row, format!("{} in 2020", source.get(TITLE, row))));
        emit(source.set(TITLE_ZH, row, format!("2020年{}", source.get(TITLE_ZH, row))));
        emit(source.set(TITLE_ZH, row, format!("2019年{}", source.get(TITLE_ZH, row))));
    }
}

/// English names of each two categories, and of each two aggregates.
pub fn code_names_swapped(source: &Source, emit: &mut dyn FnMut(Files)) {
    swap_any_two(source, &[(CATEGORIES, "name")], emit);
    swap_any_two(source, &[(AGGREGATES, "name")], emit);
    swap_any_two(source, &[(CATEGORIES, "name"), (CATEGORIES, "name_zh")], emit);
    swap_any_two(source, &[(AGGREGATES, "name"), (AGGREGATES, "name_zh")], emit);
}

/// Chinese names alone.
pub fn code_names_zh_swapped(source: &Source, emit: &mut dyn FnMut(Files)) {
    swap_any_two(source, &[(CATEGORIES, "name_zh")], emit);
    swap_any_two(source, &[(AGGREGATES, "name_zh")], emit);
}

/// Another year in what the report is called, and codes of other provinces.
pub fn report_region(source: &Source, emit: &mut dyn FnMut(Files)) {
    let period = source.get(REPORT_PERIOD, source.rows(REPORT_PERIOD)[0]);
    let year: i32 = period[..4].parse().expect("a year");
    for column in ["title", "title_zh", "source", "source_zh"].map(|key| (REPORT, key)) {
        let row = source.rows(column)[0];
        for other in [year - 10, year - 1, year + 1, year + 1_000] {
            emit(source.set(column, row, source.get(column, row).replace(&year.to_string(), &other.to_string())));
        }
    }
    let (gb, iso) = ((REPORT, "gb_t_2260"), (REPORT, "iso_3166_2"));
    let (gb_row, iso_row) = (source.rows(gb)[0], source.rows(iso)[0]);
    for letters in ["JS", "SH", "AH", "JX", "FJ", "BJ", "TW", "ZZ"] {
        emit(source.set(iso, iso_row, format!("CN-{letters}")));
    }
    emit(source.set(iso, iso_row, "US-ZJ"));
    for number in [11, 31, 32, 34, 35, 36, 81, 99] {
        emit(source.set(gb, gb_row, format!("{number}{}", &source.get(gb, gb_row)[2..])));
    }
}

pub fn threshold_note(source: &Source, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(STAT_TYPE).into_iter().filter(|&row| source.get(STAT_TYPE, row) == "threshold") {
        let mut edit = source.edit();
        edit.set((METRICS, "note"), row, "");
        edit.set((METRICS, "note_zh"), row, "");
        emit(edit.files());
    }
}

pub fn of_metric_emptied(source: &Source, emit: &mut dyn FnMut(Files)) {
    source.rows(OF_METRIC).into_iter().for_each(|row| emit(source.set(OF_METRIC, row, "")));
}

/// A pair of each metric and each neighbour behind it that has no aggregate in common with it.
pub fn pair_added(source: &Source, emit: &mut dyn FnMut(Files)) {
    let place = |id: &str| source.rows(ID).into_iter().find(|&row| source.get(ID, row) == id);
    let rows = source.rows(ID);
    for &row in &rows {
        for &other in rows.iter().filter(|&&other| (row + 1..=row + NEAR).contains(&other)) {
            let aggregate = source.get(AGGREGATE, row);
            if !aggregate.is_empty() && aggregate == source.get(AGGREGATE, other) {
                continue;
            }
            let mut edit = source.edit();
            let pairs = edit.table(PAIRS);
            let is_before = |pair: &Vec<String>| (place(&pair[0]), place(&pair[1])) < (Some(row), Some(other));
            let at = 1 + pairs[1..].iter().take_while(|pair| is_before(pair)).count();
            let pair = [source.get(ID, row), source.get(ID, other), "may-overlap"];
            pairs.insert(at, pair.map(str::to_owned).to_vec());
            emit(edit.files());
        }
    }
}

/// Each other relation.
pub fn relation(source: &Source, emit: &mut dyn FnMut(Files)) {
    relations(source, |_, _, _| true, emit);
}

/// A part that is larger than its whole.
pub fn relation_impossible(source: &Source, emit: &mut dyn FnMut(Files)) {
    relations(
        source,
        |relation, value, other| match relation {
            Relation::Within => value > other,
            Relation::Contains => value < other,
            Relation::Apart | Relation::MayOverlap => false,
        },
        emit,
    );
}

fn relations(source: &Source, which: fn(Relation, f64, f64) -> bool, emit: &mut dyn FnMut(Files)) {
    let column = (PAIRS, "relation");
    for row in source.rows(column) {
        let value = |name| {
            let id = source.get((PAIRS, name), row);
            let metric = source.rows(ID).into_iter().find(|&metric| source.get(ID, metric) == id).expect("the id");
            source.get((METRICS, "obs_value"), metric).parse::<f64>().expect("a number")
        };
        let (value, other) = (value("metric"), value("other"));
        for relation in Relation::ALL.iter().filter(|relation| which(**relation, value, other)) {
            emit(source.set(column, row, relation.code()));
        }
    }
}

/// Each other aggregate, and none; where nothing else changes.
pub fn aggregate(source: &Source, emit: &mut dyn FnMut(Files)) {
    aggregates(source, false, |_| true, emit);
}

/// Each other aggregate, of a metric that is in one or not, with the pairs that this needs.
pub fn aggregate_with_pairs(source: &Source, emit: &mut dyn FnMut(Files)) {
    aggregates(source, true, |code| !code.is_empty(), emit);
}

/// None, with the pairs that are left.
pub fn aggregate_emptied_with_pairs(source: &Source, emit: &mut dyn FnMut(Files)) {
    aggregates(source, true, str::is_empty, emit);
}

fn aggregates(source: &Source, with_pairs: bool, which: fn(&str) -> bool, emit: &mut dyn FnMut(Files)) {
    let codes = source.rows((AGGREGATES, "code")).into_iter().map(|row| source.get((AGGREGATES, "code"), row));
    let codes: Vec<&str> = codes.chain([""]).filter(|code| which(code)).collect();
    for row in source.rows(AGGREGATE) {
        for code in codes.iter().filter(|code| **code != source.get(AGGREGATE, row)) {
            let mut edit = source.edit();
            edit.set(AGGREGATE, row, *code);
            if with_pairs {
                edit.complete();
            }
            emit(edit.files());
        }
    }
}

/// Each number of a headline, of each row.
pub fn headline(source: &Source, emit: &mut dyn FnMut(Files)) {
    let numbers: Vec<&str> = source.rows(HEADLINE).into_iter().map(|row| source.get(HEADLINE, row)).collect();
    for row in source.rows(HEADLINE) {
        for number in numbers.iter().filter(|number| !number.is_empty()) {
            emit(source.set(HEADLINE, row, *number));
        }
        emit(source.set(HEADLINE, row, "0"));
        emit(source.set(HEADLINE, row, "99"));
    }
}

pub fn period_basis(source: &Source, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(BASIS) {
        PeriodBasis::ALL.iter().for_each(|basis| emit(source.set(BASIS, row, basis.code())));
    }
}
