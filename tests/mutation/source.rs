//! The tables as fields, and tables of which some fields are changed.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;

use crate::compiler::FILES;
use crate::model::figure::{self, Known, Reading, UnitWords};
use crate::model::numeral::{is_digit, is_ledger_character};
use crate::model::traditional::simplified;
use crate::tables;
use crate::vocabulary::Dimension;

/// The tables by their places in [`FILES`].
pub const REPORT: usize = 0;
pub const SECTIONS: usize = 1;
pub const CATEGORIES: usize = 2;
pub const UNITS: usize = 3;
pub const AGGREGATES: usize = 4;
pub const METRICS: usize = 5;
pub const PAIRS: usize = 6;
pub const EXCLUSIONS: usize = 7;

/// Rows of fields, header first.
pub type Table = Vec<Vec<String>>;
pub type Files = [Vec<u8>; FILES.len()];

/// A column of a table. In `report.tsv`, where each row is of another kind, the value of a key.
pub type Column = (usize, &'static str);

pub const ID: Column = (METRICS, "id");
pub const TITLE: Column = (METRICS, "title");
pub const TITLE_ZH: Column = (METRICS, "title_zh");
pub const SECTION: Column = (METRICS, "section");
pub const START: Column = (METRICS, "source_start");
pub const OBS_TEXT: Column = (METRICS, "obs_text");
pub const UNIT: Column = (METRICS, "unit");
pub const STAT_TYPE: Column = (METRICS, "stat_type");
pub const PERIOD: Column = (METRICS, "time_period");
pub const BASIS: Column = (METRICS, "period_basis");
pub const LEVEL: Column = (METRICS, "admin_level");
pub const AGGREGATE: Column = (METRICS, "aggregate");
pub const HEADLINE: Column = (METRICS, "headline");
pub const OF_METRIC: Column = (METRICS, "of_metric");
pub const UNIT_CODE: Column = (UNITS, "code");
pub const EXCLUDED: Column = (EXCLUSIONS, "text");
pub const EXCLUDED_START: Column = (EXCLUSIONS, "source_start");
pub const REPORT_PERIOD: Column = (REPORT, "time_period");

pub struct Source {
    pub tables: [Table; FILES.len()],
    pub files: Files,
    /// The characters of the report.
    pub report: Vec<char>,
    /// Traditional characters, and the characters of the tables that they stand for: all that an independent converter has, as
    /// `tests/differential` shows.
    pub traditional: Vec<(char, char)>,
}

impl Source {
    pub fn read(report: &str) -> Self {
        let files = FILES.map(|file| fs::read(tables::path(file)).expect("the table is there"));
        let tables = files.each_ref().map(|bytes| {
            let text = std::str::from_utf8(bytes).expect("a table is UTF-8");
            text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
        });
        let used: BTreeSet<char> = String::from_utf8_lossy(&files.concat()).chars().collect();
        let traditional = ('\u{4E00}'..='\u{9FFF}').filter_map(|c| Some((c, simplified(c)?)));
        let traditional = traditional.filter(|(c, simplified)| !used.contains(c) && used.contains(simplified));
        Self { traditional: traditional.collect(), tables, files, report: report.chars().collect() }
    }

    /// The same with hardly any prose, which says nothing that is compared and takes half of the compiler's time.
    pub fn plain(&self) -> Self {
        let mut edit = self.edit();
        for (table, column, prose) in [
            (CATEGORIES, "about", "A."),
            (CATEGORIES, "about_zh", "甲。"),
            (UNITS, "about", "A."),
            (UNITS, "about_zh", "甲。"),
            (AGGREGATES, "about", "A."),
            (AGGREGATES, "about_zh", "甲。"),
            (METRICS, "note", "A."),
            (METRICS, "note_zh", "甲。"),
            (METRICS, "keywords", ""),
        ] {
            let mut rows = self.rows((table, column));
            rows.retain(|&row| !self.get((table, column), row).is_empty());
            rows.into_iter().for_each(|row| edit.set((table, column), row, prose));
        }
        let files = edit.files();
        let tables = std::array::from_fn(|table| edit.table(table).clone());
        Self { tables, files, report: self.report.clone(), traditional: Vec::new() }
    }

    pub fn column(&self, (table, name): Column) -> usize {
        let header = &self.tables[table][0];
        let column = if table == REPORT { Some(1) } else { header.iter().position(|header| header == name) };
        column.expect("a column of the table")
    }

    /// The rows that have the column.
    pub fn rows(&self, (table, name): Column) -> Vec<usize> {
        let rows = &self.tables[table];
        (1..rows.len()).filter(|&row| table != REPORT || rows[row][0] == name).collect()
    }

    pub fn get(&self, column: Column, row: usize) -> &str {
        &self.tables[column.0][row][self.column(column)]
    }

    pub fn edit(&self) -> Edit<'_> {
        Edit { source: self, changed: [const { None }; FILES.len()] }
    }

    /// The tables with one field changed.
    pub fn set(&self, column: Column, row: usize, text: impl Into<String>) -> Files {
        let mut edit = self.edit();
        edit.set(column, row, text);
        edit.files()
    }
}

/// The tables, some of them changed.
pub struct Edit<'a> {
    source: &'a Source,
    changed: [Option<Table>; FILES.len()],
}

impl Edit<'_> {
    pub fn table(&mut self, table: usize) -> &mut Table {
        self.changed[table].get_or_insert_with(|| self.source.tables[table].clone())
    }

    pub fn get(&self, column: Column, row: usize) -> &str {
        let table = self.changed[column.0].as_ref().unwrap_or(&self.source.tables[column.0]);
        &table[row][self.source.column(column)]
    }

    pub fn set(&mut self, column: Column, row: usize, text: impl Into<String>) {
        let place = self.source.column(column);
        self.table(column.0)[row][place] = text.into();
    }

    /// Swaps what two rows have in these columns.
    pub fn swap(&mut self, columns: &[Column], row: usize, other: usize) {
        for &column in columns {
            self.set(column, row, self.source.get(column, other));
            self.set(column, other, self.source.get(column, row));
        }
    }

    /// Changes an id in each table that names it.
    pub fn rename(&mut self, name: impl Fn(&str) -> Option<String>) {
        for column in [(METRICS, "id"), (METRICS, "of_metric"), (PAIRS, "metric"), (PAIRS, "other")] {
            for row in self.source.rows(column) {
                if let Some(name) = name(self.get(column, row)) {
                    self.set(column, row, name);
                }
            }
        }
    }

    /// After metrics went or changed: drops the codes that none has, writes a pair for each two that need one, and numbers the
    /// headlines.
    pub fn complete(&mut self) {
        self.complete_aggregates();
        self.complete_headlines();
        let metrics = self.table(METRICS).clone();
        for (table, name) in [(CATEGORIES, "category"), (UNITS, "unit"), (AGGREGATES, "aggregate")] {
            let column = self.source.column((METRICS, name));
            self.table(table).retain(|row| row[0] == "code" || metrics.iter().any(|metric| metric[column] == row[0]));
        }
        let [id, aggregate] = [ID, AGGREGATE].map(|column| self.source.column(column));
        let known = self.source.tables[PAIRS].clone();
        let pairs = self.table(PAIRS);
        pairs.truncate(1);
        for (number, a) in metrics.iter().enumerate().skip(1).filter(|(_, a)| !a[aggregate].is_empty()) {
            for b in metrics[number + 1..].iter().filter(|b| a[aggregate] == b[aggregate]) {
                let relation = known.iter().find(|pair| pair[..2] == [&*a[id], &*b[id]]);
                let relation = relation.map_or("may-overlap", |pair| &pair[2]);
                pairs.push([&a[id], &b[id], relation].map(str::to_owned).to_vec());
            }
        }
    }

    /// Leaves no metric alone in its aggregate.
    fn complete_aggregates(&mut self) {
        let column = self.source.column(AGGREGATE);
        let metrics = self.table(METRICS);
        for row in 1..metrics.len() {
            if metrics.iter().filter(|other| other[column] == metrics[row][column]).count() == 1 {
                metrics[row][column].clear();
            }
        }
    }

    /// Numbers the headlines from 1, in the order that they had.
    fn complete_headlines(&mut self) {
        let column = self.source.column(HEADLINE);
        let mut headlines: Vec<&mut String> =
            self.table(METRICS).iter_mut().skip(1).map(|row| &mut row[column]).filter(|it| !it.is_empty()).collect();
        headlines.sort_by_key(|headline| headline.parse::<usize>().ok());
        headlines.into_iter().zip(1..).for_each(|(headline, number): (_, usize)| *headline = number.to_string());
    }

    /// A row for the exclusions, which leaves the last columns empty.
    pub fn exclusion(&mut self, cells: [&str; 4]) -> Vec<String> {
        let mut row = cells.map(str::to_owned).to_vec();
        row.resize(self.table(EXCLUSIONS)[0].len(), String::new());
        row
    }

    pub fn files(&self) -> Files {
        let mut files = self.source.files.clone();
        for (file, table) in files.iter_mut().zip(&self.changed) {
            if let Some(table) = table {
                *file = table.iter().map(|row| row.join("\t") + "\n").collect::<String>().into_bytes();
            }
        }
        files
    }
}

/// The words that a unit is printed by.
pub fn printed(source: &Source, unit: usize) -> Vec<UnitWords<'_>> {
    source.get((UNITS, "printed"), unit).split(' ').filter_map(|words| words.split_once('…')).collect()
}

pub fn all_printed(source: &Source) -> Vec<UnitWords<'_>> {
    source.rows(UNIT_CODE).into_iter().flat_map(|unit| printed(source, unit)).collect()
}

/// The units that the grammar is given.
pub fn known(source: &Source) -> Vec<Known<'_>> {
    let dimension = |unit| {
        let code = source.get((UNITS, "dimension"), unit);
        *Dimension::ALL.iter().find(|dimension| dimension.code() == code).expect("a dimension")
    };
    let words = |unit| printed(source, unit).into_iter().map(move |words| (words, dimension(unit)));
    source.rows(UNIT_CODE).into_iter().flat_map(words).collect()
}

/// A figure as the build would read it, which lets nothing stand behind the unit.
pub fn read<'a>(text: &'a str, units: &[Known<'a>]) -> Option<Reading<'a>> {
    figure::parse(text, units.iter().copied()).ok().filter(|figure| figure.noun.is_empty())
}

pub fn offset(source: &Source, column: Column, row: usize) -> usize {
    source.get(column, row).parse().expect("an offset")
}

/// The numerals in a span of the report, each with its place: runs of digits, and of Chinese characters.
pub fn numerals(report: &[char], span: Range<usize>) -> Vec<(usize, String)> {
    let mut runs: Vec<(usize, String)> = Vec::new();
    for at in span {
        let c = report[at];
        match runs.last_mut() {
            _ if !is_digit(c) && !is_ledger_character(c) => {}
            Some((first, run)) if *first + run.chars().count() == at && run.ends_with(is_digit) == is_digit(c) => {
                run.push(c);
            }
            _ => runs.push((at, c.to_string())),
        }
    }
    runs
}

/// All spans within a length.
pub fn parts(length: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..length).flat_map(move |from| (from + 1..=length).map(move |to| (from, to)))
}
