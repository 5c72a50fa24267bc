//! A longer table: each row of the real one many times over, so that all rules of the table compiler hold.

use std::fs;
use std::path::{Path, PathBuf};

use crate::paths;

/// How many metrics it has: about as many as the build lets pass.
const ROWS: usize = 1_000;

pub type Row = Vec<String>;

/// The place of a column of the metrics.
pub fn at(column: &str) -> usize {
    let header = include_str!("../../data/metrics.tsv").lines().next().unwrap_or_default();
    header.split('\t').position(|name| name == column).expect("a column of the table")
}

/// A copy of the whole workspace.
pub fn real() -> PathBuf {
    let folder = paths::scratch("rows-real");
    copy(&paths::krate(), &folder);
    folder
}

/// A copy of the whole workspace with the longer table. Categories and units stay as they are, and each copy has its own aggregates.
pub fn longer() -> PathBuf {
    let folder = paths::scratch("rows-1000");
    copy(&paths::krate(), &folder);
    let (mut metrics, mut copies) = (Vec::new(), 0);
    edit(&folder, "metrics.tsv", |rows| {
        copies = ROWS.div_ceil(rows.len());
        metrics = longer_metrics(&rows, ROWS);
        metrics.clone()
    });
    edit(&folder, "aggregates.tsv", |rows| longer_aggregates(&rows, copies));
    edit(&folder, "pairs.tsv", |rows| longer_pairs(&rows, &metrics));
    edit(&folder, "exclusions.tsv", |rows| longer_exclusions(&rows, copies));
    edit(&folder, "sections.tsv", |mut rows| {
        rows.iter_mut().for_each(|row| row[1] = (number(&row[1]) * 2 * copies).to_string());
        rows
    });
    edit(&folder, "report.tsv", |mut rows| {
        let length = rows.iter_mut().find(|row| row[0] == "characters").expect("the length of the report");
        length[1] = (number(&length[1]) * 2 * copies).to_string();
        rows
    });
    folder
}

/// Gives a table other rows.
fn edit(krate: &Path, file: &str, rows: impl FnOnce(Vec<Row>) -> Vec<Row>) {
    let path = krate.join("data").join(file);
    let (header, before) = read(&path);
    write(&path, &header, &rows(before));
}

/// The header line and the rows of a table.
pub fn read(path: &Path) -> (String, Vec<Row>) {
    let text = fs::read_to_string(path).expect("the crate's table");
    let (header, lines) = text.split_once('\n').expect("a header");
    (header.to_owned(), lines.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

pub fn write(path: &Path, header: &str, rows: &[Row]) {
    let lines: String = rows.iter().flat_map(|row| [row.join("\t"), "\n".to_owned()]).collect();
    fs::write(path, format!("{header}\n{lines}")).expect("a table");
}

/// The first of the copies of a row keep its id; the last of the copies are of as many rows as are wanted, and of none that
/// refers to another or adds up with one.
pub fn longer_metrics(originals: &[Row], wanted: usize) -> Vec<Row> {
    let copies = wanted.div_ceil(originals.len());
    let mut last = wanted - originals.len() * (copies - 1);
    let mut found = Vec::new();
    for original in originals {
        let alone = ["of_metric", "aggregate"].iter().all(|column| original[at(column)].is_empty());
        let in_last = alone && last > 0;
        last -= usize::from(in_last);
        found.extend((0..copies - 1 + usize::from(in_last)).map(|copy| copy_metric(original, copy, copies)));
    }
    found.sort_by_key(|row| number(&row[at("source_start")]));
    found
}

fn copy_metric(original: &Row, copy: usize, copies: usize) -> Row {
    let mut row = original.clone();
    row[at("source_start")] = place(&original[at("source_start")], &original[at("obs_text")], copy, copies);
    if copy > 0 {
        for column in ["id", "of_metric", "aggregate"] {
            row[at(column)] = code_of(&original[at(column)], copy);
        }
        row[at("title")] += &format!(" (c{copy})");
        // A Chinese title ends with what is counted.
        row[at("title_zh")].insert_str(0, &format!("样本{copy}之"));
        row[at("headline")].clear();
    }
    row
}

/// The id or the code of a copy, which of nothing is nothing. A letter first, as each word of a code has one.
fn code_of(original: &str, copy: usize) -> String {
    if original.is_empty() || copy == 0 { original.to_owned() } else { format!("{original}-c{copy}") }
}

/// Those of all copies but the last, of which no metric adds up.
fn longer_aggregates(originals: &[Row], copies: usize) -> Vec<Row> {
    let aggregate = |copy: usize, original: &Row| {
        let mut row = original.clone();
        if copy > 0 {
            row[0] = code_of(&original[0], copy);
            // A name has the words of its code.
            row[1] += &format!(" (c{copy})");
            row[2].insert_str(0, &format!("样本{copy}之"));
        }
        row
    };
    (0..copies - 1).flat_map(|copy| originals.iter().map(move |original| aggregate(copy, original))).collect()
}

/// The pairs of each copy, in report order.
pub fn longer_pairs(originals: &[Row], metrics: &[Row]) -> Vec<Row> {
    let place = |id: &str| metrics.iter().position(|row| row[at("id")] == id);
    let copies_of = |original: &Row| {
        let copy = |copy| {
            let [metric, other] = [0, 1].map(|end| code_of(&original[end], copy));
            Some(([place(&metric)?, place(&other)?], vec![metric, other, original[2].clone()]))
        };
        (0..).map_while(copy).collect::<Vec<_>>()
    };
    let mut found: Vec<_> = originals.iter().flat_map(copies_of).collect();
    found.sort();
    found.into_iter().map(|(_, pair)| pair).collect()
}

fn longer_exclusions(originals: &[Row], copies: usize) -> Vec<Row> {
    let mut found = Vec::new();
    for original in originals {
        // The last two dates before a figure may be its period.
        let times = if original[3] == "date" { 1 } else { copies };
        found.extend((0..times).map(|copy| {
            let mut row = original.clone();
            row[1] = place(&original[1], &original[2], copy, copies);
            // Of the copies there is no room for the words beside.
            if copy > 0 {
                row[4].clear();
            }
            row
        }));
    }
    found.sort_by_key(|row| number(&row[1]));
    found
}

/// Where a copy stands: there is room for each and a gap behind it, as all offsets are multiplied.
fn place(start: &str, text: &str, copy: usize, copies: usize) -> String {
    (number(start) * 2 * copies + copy * (text.chars().count() + 1)).to_string()
}

fn number(offset: &str) -> usize {
    offset.parse().expect("an offset")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder of the crate").flatten() {
        let name = entry.file_name();
        if name == "target" || name.to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.path().is_dir() {
            copy(&entry.path(), &to.join(name));
        } else {
            fs::copy(entry.path(), to.join(name)).expect("a file of the crate");
        }
    }
}
