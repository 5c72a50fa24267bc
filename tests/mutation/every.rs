//! Mutations of which every one there is is tried.

use crate::compiler::dates::Date;
use crate::source::{
    BASIS, Column, EXCLUDED, EXCLUDED_START, EXCLUSIONS, Files, ID, METRICS, OBS_TEXT, OF_METRIC, PAIRS, PERIOD,
    REPORT, REPORT_PERIOD, SECTION, SECTIONS, STAT_TYPE, Source, UNIT, UNIT_CODE, UNITS, all_printed, known, offset,
    parts, printed, read,
};
use crate::vocabulary::{Comparator, Dimension, StatType};

/// Gives each mutation to the second argument.
pub type Every = fn(&Source, &mut dyn FnMut(Files));

/// Each field of the column with each of these texts.
fn set_each<'a>(
    source: &Source,
    column: Column,
    texts: impl Iterator<Item = &'a str> + Clone,
    emit: &mut dyn FnMut(Files),
) {
    for row in source.rows(column) {
        texts.clone().for_each(|text| emit(source.set(column, row, text)));
    }
}

pub fn comparator(source: &Source, emit: &mut dyn FnMut(Files)) {
    let codes = Comparator::ALL.iter().map(|comparator| comparator.code());
    set_each(source, (METRICS, "comparator"), codes.chain(["", "=", "~", "≥"]), emit);
}

/// Each unit that is printed by the same words.
pub fn unit(source: &Source, emit: &mut dyn FnMut(Files)) {
    let known = known(source);
    for row in source.rows(UNIT) {
        let figure = read(source.get(OBS_TEXT, row), &known).expect("a figure");
        let alike =
            source.rows(UNIT_CODE).into_iter().filter(|&unit| printed(source, unit).contains(&figure.unit_words));
        alike.for_each(|unit| emit(source.set(UNIT, row, source.get(UNIT_CODE, unit))));
    }
}

pub fn dimension(source: &Source, emit: &mut dyn FnMut(Files)) {
    set_each(source, (UNITS, "dimension"), Dimension::ALL.iter().map(|dimension| dimension.code()), emit);
}

pub fn duration(source: &Source, emit: &mut dyn FnMut(Files)) {
    set_each(source, (UNITS, "duration"), ["", "P1Y", "P1M", "P1W", "P1D", "P2Y", "P10D", "P3M"].into_iter(), emit);
}

pub fn nouns(source: &Source, emit: &mut dyn FnMut(Files)) {
    set_each(source, (UNITS, "nouns"), ["", "永康市", "人"].into_iter(), emit);
}

/// Another kind of statistic, but for those among which judgement tells.
pub fn kind(source: &Source, emit: &mut dyn FnMut(Files)) {
    kinds(source, |are_judged| !are_judged, emit);
}

/// Another of the kinds among which judgement tells.
pub fn kind_judged(source: &Source, emit: &mut dyn FnMut(Files)) {
    kinds(source, |are_judged| are_judged, emit);
}

fn kinds(source: &Source, which: fn(bool) -> bool, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(STAT_TYPE) {
        let unit =
            source.rows(UNIT_CODE).into_iter().find(|&unit| source.get(UNIT_CODE, unit) == source.get(UNIT, row));
        let is_count = source.get((UNITS, "dimension"), unit.expect("the unit")) == "count";
        let judged = |kind: &str| match kind {
            "stock" | "flow" | "extent" => true,
            "standard" => !is_count,
            _ => false,
        };
        for kind in StatType::ALL.iter().map(|kind| kind.code()) {
            if which(judged(kind) && judged(source.get(STAT_TYPE, row))) {
                emit(source.set(STAT_TYPE, row, kind));
            }
        }
    }
}

/// Each row of each table, and each header.
pub fn row_dropped(source: &Source, emit: &mut dyn FnMut(Files)) {
    for (table, rows) in source.tables.iter().enumerate() {
        // What a report does not print need not be told.
        for row in (0..rows.len()).filter(|row| rows[*row][0] != "not_printed") {
            let mut edit = source.edit();
            edit.table(table).remove(row);
            emit(edit.files());
        }
    }
}

/// Without what would then name nothing: pairs, categories, units, and links or the metrics that have them.
pub fn metric_dropped(source: &Source, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(ID) {
        for also_qualifying in [false, true] {
            let mut edit = source.edit();
            let id = source.get(ID, row);
            let [id_place, of_metric] = [ID, OF_METRIC].map(|column| source.column(column));
            let metrics = edit.table(METRICS);
            metrics.retain(|row| row[id_place] != id && !(also_qualifying && row[of_metric] == id));
            metrics.iter_mut().filter(|row| row[of_metric] == id).for_each(|row| row[of_metric].clear());
            edit.complete();
            emit(edit.files());
        }
    }
}

/// The sections after it have other numbers then.
pub fn section_dropped(source: &Source, emit: &mut dyn FnMut(Files)) {
    for dropped in 1..source.tables[SECTIONS].len() - 1 {
        let mut edit = source.edit();
        for column in [SECTION, (EXCLUSIONS, "section"), (SECTIONS, "section")] {
            for row in source.rows(column) {
                let number: usize = source.get(column, row).parse().expect("a number");
                edit.set(column, row, (number - usize::from(number >= dropped)).to_string());
            }
        }
        edit.table(SECTIONS).remove(dropped + 1);
        emit(edit.files());
    }
}

/// To each place near it, and to each line.
pub fn section_start(source: &Source, emit: &mut dyn FnMut(Files)) {
    let lines: Vec<usize> = (0..source.report.len()).filter(|&at| at == 0 || source.report[at - 1] == '\n').collect();
    let column = (SECTIONS, "source_start");
    for row in source.rows(column) {
        let start = offset(source, column, row);
        for moved in (start.saturating_sub(9)..start + 9).chain(lines.iter().copied()) {
            emit(source.set(column, row, moved.to_string()));
        }
    }
}

/// Each digit of the length and of the hash.
pub fn report(source: &Source, emit: &mut dyn FnMut(Files)) {
    for column in [(REPORT, "characters"), (REPORT, "sha256")] {
        for row in source.rows(column) {
            let text = source.get(column, row);
            for (at, digit) in text.char_indices() {
                let other = if digit == '1' { '2' } else { '1' };
                emit(source.set(column, row, format!("{}{other}{}", &text[..at], &text[at + 1..])));
            }
        }
    }
}

/// Each of the words that a figure has: left out, and changed to those of each other unit.
pub fn unit_words(source: &Source, emit: &mut dyn FnMut(Files)) {
    let (all, known) = (all_printed(source), known(source));
    for unit in source.rows(UNIT_CODE) {
        for words in printed(source, unit) {
            let has = |&row: &usize| {
                source.get(UNIT, row) == source.get(UNIT_CODE, unit)
                    && read(source.get(OBS_TEXT, row), &known).is_some_and(|figure| figure.unit_words == words)
            };
            if !source.rows(UNIT).iter().any(has) {
                continue;
            }
            for other in all.iter().copied().map(Some).chain([None]).filter(|other| *other != Some(words)) {
                let words =
                    printed(source, unit).into_iter().filter_map(|old| if old == words { other } else { Some(old) });
                let words: Vec<String> = words.map(|(before, after)| format!("{before}…{after}")).collect();
                emit(source.set((UNITS, "printed"), unit, words.join(" ")));
            }
        }
    }
}

/// Each pair: turned round, doubled, and with an end of the pair before it or after it.
pub fn pair(source: &Source, emit: &mut dyn FnMut(Files)) {
    let columns = [(PAIRS, "metric"), (PAIRS, "other")];
    for row in source.rows(columns[0]) {
        let mut turned = source.edit();
        turned.table(PAIRS)[row].swap(0, 1);
        emit(turned.files());
        let mut doubled = source.edit();
        let pair = source.tables[PAIRS][row].clone();
        doubled.table(PAIRS).insert(row, pair);
        emit(doubled.files());
        for column in columns {
            for other in [row - 1, row + 1].into_iter().filter(|other| (1..source.tables[PAIRS].len()).contains(other))
            {
                emit(source.set(column, row, source.get(column, other)));
            }
        }
    }
}

/// The ids of each two metrics of one unit.
pub fn ids_swapped(source: &Source, emit: &mut dyn FnMut(Files)) {
    for (row, next) in each_two(source) {
        let mut edit = source.edit();
        edit.swap(&[ID], row, next);
        emit(edit.files());
    }
}

pub fn ids_swapped_everywhere(source: &Source, emit: &mut dyn FnMut(Files)) {
    for (row, next) in each_two(source) {
        let (a, b) = (source.get(ID, row), source.get(ID, next));
        let mut edit = source.edit();
        edit.rename(|id| [(a, b), (b, a)].iter().find(|(from, _)| *from == id).map(|(_, to)| (*to).to_owned()));
        emit(edit.files());
    }
}

/// Each two metrics of one unit.
fn each_two(source: &Source) -> impl Iterator<Item = (usize, usize)> {
    let rows = source.rows(UNIT);
    let two = rows.clone().into_iter().flat_map(move |row| rows.clone().into_iter().map(move |other| (row, other)));
    two.filter(|&(row, other)| row < other && source.get(UNIT, row) == source.get(UNIT, other))
}

/// Each metric that qualifies another, with each that it does not.
pub fn of_metric(source: &Source, emit: &mut dyn FnMut(Files)) {
    link(source, |of_metric, _| !of_metric.is_empty(), emit);
}

/// Each metric that qualifies none and could, with each.
pub fn of_metric_added(source: &Source, emit: &mut dyn FnMut(Files)) {
    link(source, |of_metric, kind| of_metric.is_empty() && matches!(kind, "streak" | "change" | "extent"), emit);
}

fn link(source: &Source, which: fn(&str, &str) -> bool, emit: &mut dyn FnMut(Files)) {
    let mut rows = source.rows(OF_METRIC);
    rows.retain(|&row| which(source.get(OF_METRIC, row), source.get(STAT_TYPE, row)));
    for row in rows {
        source.rows(ID).into_iter().for_each(|other| emit(source.set(OF_METRIC, row, source.get(ID, other))));
    }
}

/// Periods that the report does not print: months given the whole year or other months, and the year given months.
pub fn months(source: &Source, emit: &mut dyn FnMut(Files)) {
    let year = source.get(REPORT_PERIOD, source.rows(REPORT_PERIOD)[0]);
    let is_streak = |row: usize| source.get(STAT_TYPE, row) == "streak";
    let rows = source.rows(PERIOD).into_iter().filter(|&row| !is_streak(row));
    let (whole, months): (Vec<usize>, Vec<usize>) = rows.partition(|&row| source.get(PERIOD, row) == year);
    for basis in ["stated", "assumed"] {
        for (&printed, &row) in months.iter().flat_map(|printed| whole.iter().map(move |row| (printed, row))) {
            let mut edit = source.edit();
            edit.set(PERIOD, row, source.get(PERIOD, printed));
            edit.set(BASIS, row, basis);
            emit(edit.files());
        }
        for period in periods(&year[..4]) {
            for some in 1..1 << months.len() {
                let mut edit = source.edit();
                for (_, &row) in months.iter().enumerate().filter(|(number, _)| some >> number & 1 == 1) {
                    edit.set(PERIOD, row, &*period);
                    edit.set(BASIS, row, basis);
                }
                emit(edit.files());
            }
        }
    }
    // As if the printed months were no date.
    let reason = (EXCLUSIONS, "reason");
    let mut edit = source.edit();
    for &row in &months {
        edit.set(PERIOD, row, year);
        edit.set(BASIS, row, "assumed");
    }
    let dates = source.rows(reason).into_iter().filter(|&row| source.get(reason, row) == "date");
    dates.for_each(|row| edit.set(reason, row, "idiom"));
    emit(edit.files());
}

/// All spans of whole months of a year.
fn periods(year: &str) -> Vec<String> {
    let last = |month| {
        (28..32).rev().map(move |day| format!("{year}-{month:02}-{day}")).find(|day| day.parse::<Date>().is_ok())
    };
    let spans = (1..13).flat_map(|first| (first..13).map(move |last| (first, last)));
    spans.filter_map(|(first, month)| Some(format!("{year}-{first:02}-01/{}", last(month)?))).collect()
}

/// The report's year, in all that says it, and that of each metric.
pub fn year(source: &Source, emit: &mut dyn FnMut(Files)) {
    let own: i32 = source.get(REPORT_PERIOD, source.rows(REPORT_PERIOD)[0])[..4].parse().expect("a year");
    for years in [-20, -10, -1, 1, 10, 15] {
        let mut edit = source.edit();
        for column in ["title", "title_zh", "source", "source_zh"].map(|key| (REPORT, key)) {
            let row = source.rows(column)[0];
            let moved = source.get(column, row).replace(&own.to_string(), &(own + years).to_string());
            edit.set(column, row, moved);
        }
        for column in [REPORT_PERIOD, PERIOD] {
            for row in source.rows(column) {
                let moved = source.get(column, row).split('/').map(|day| {
                    let year: i32 = day[..4].parse().expect("a year");
                    format!("{}{}", year + years, &day[4..])
                });
                edit.set(column, row, moved.collect::<Vec<_>>().join("/"));
            }
        }
        emit(edit.files());
    }
}

/// Each part of each excluded numeral alone.
pub fn exclusion_cut(source: &Source, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(EXCLUDED) {
        let (start, text) = exclusion(source, row);
        for (from, to) in parts(text.len()) {
            let mut edit = source.edit();
            edit.set(EXCLUDED, row, text[from..to].iter().collect::<String>());
            edit.set(EXCLUDED_START, row, (start + from).to_string());
            emit(edit.files());
        }
    }
}

/// Each excluded numeral as two rows.
pub fn exclusion_split(source: &Source, emit: &mut dyn FnMut(Files)) {
    for row in source.rows(EXCLUDED) {
        let (start, text) = exclusion(source, row);
        for at in 1..text.len() {
            let mut edit = source.edit();
            let rest = source.tables[EXCLUSIONS][row].clone();
            edit.table(EXCLUSIONS).insert(row + 1, rest);
            edit.set(EXCLUDED, row, text[..at].iter().collect::<String>());
            edit.set(EXCLUDED, row + 1, text[at..].iter().collect::<String>());
            edit.set(EXCLUDED_START, row + 1, (start + at).to_string());
            emit(edit.files());
        }
    }
}

fn exclusion(source: &Source, row: usize) -> (usize, Vec<char>) {
    (offset(source, EXCLUDED_START, row), source.get(EXCLUDED, row).chars().collect())
}
