//! A longer table: each row of the real one many times over, so that all rules of the table compiler hold.

use std::fs;
use std::path::{Path, PathBuf};

use yongkang_metrics::{Dimension, StatType, Unit};

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

/// A copy of the whole workspace with the longer table. Categories and units stay as they are.
pub fn longer() -> PathBuf {
    let folder = paths::scratch("rows-1000");
    copy(&paths::krate(), &folder);
    let (mut metrics, mut copies) = (Vec::new(), 0);
    edit(&folder, "metrics.tsv", |rows| {
        copies = ROWS.div_ceil(rows.len());
        metrics = longer_metrics(&rows, ROWS);
        metrics.clone()
    });
    edit(&folder, "pairs.tsv", |_| pairs(&metrics));
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
/// refers to another.
pub fn longer_metrics(originals: &[Row], wanted: usize) -> Vec<Row> {
    let copies = wanted.div_ceil(originals.len());
    let mut last = wanted - originals.len() * (copies - 1);
    let mut found = Vec::new();
    for original in originals {
        let alone = original[at("of_metric")].is_empty();
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
        row[at("id")] += &format!("-{copy}");
        row[at("title")] += &format!(" ({copy})");
        // A Chinese title ends with what is counted.
        row[at("title_zh")].insert_str(0, &format!("样本{copy}之"));
        if !original[at("of_metric")].is_empty() {
            row[at("of_metric")] += &format!("-{copy}");
        }
    }
    row
}

/// A row for every two metrics of one unit that adds up, as the build asks for. They may overlap within a copy, as within a report.
pub fn pairs(metrics: &[Row]) -> Vec<Row> {
    let adds_up = |row: &&Row| {
        let unit: Unit = row[at("unit")].parse().expect("a unit of the crate");
        let stat_type = row[at("stat_type")].parse().expect("a stat type");
        matches!(unit.dimension(), Dimension::Money | Dimension::Count)
            && matches!(stat_type, StatType::Level | StatType::Flow | StatType::Change)
    };
    let adding: Vec<&Row> = metrics.iter().filter(adds_up).collect();
    let mut found = Vec::new();
    for (i, metric) in adding.iter().enumerate() {
        for other in adding[i + 1..].iter().filter(|other| other[at("unit")] == metric[at("unit")]) {
            let relation = if copy_of(metric) == copy_of(other) { "may-overlap" } else { "apart" };
            found.push(vec![metric[at("id")].clone(), other[at("id")].clone(), relation.to_owned()]);
        }
    }
    found
}

/// The number of the copy that a row is of, which its title ends with; the first has none.
fn copy_of(row: &Row) -> Option<usize> {
    let (_, number) = row[at("title")].strip_suffix(')')?.rsplit_once('(')?;
    number.parse().ok()
}

fn longer_exclusions(originals: &[Row], copies: usize) -> Vec<Row> {
    let mut found = Vec::new();
    for original in originals {
        let [section, start, text, reason] = &original[..] else { panic!("expected four fields") };
        // The last two dates before a figure may be its period.
        let times = if reason == "date" { 1 } else { copies };
        found.extend(
            (0..times)
                .map(|copy| vec![section.clone(), place(start, text, copy, copies), text.clone(), reason.clone()]),
        );
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
