//! Longer tables: each row of the real one many times over, so that all rules of the table compiler hold.

use std::fs;
use std::path::{Path, PathBuf};

use yongkang_metrics_benches::tsv::{self, at};

use crate::paths;

/// Writes both tables, with this many metrics, into the `data` folder of `krate`. The first of the copies of a row keep
/// its id; the last of the copies are of as many rows as are wanted, and of none that refers to another.
pub fn write(rows: usize, krate: &Path) {
    let read = |file: &str| fs::read_to_string(paths::krate().join("data").join(file)).expect("the crate's table");
    let (metrics, exclusions) = (read("metrics.tsv"), read("exclusions.tsv"));
    let save = |file: &str, text: String| fs::write(krate.join("data").join(file), text).expect("a table");
    let copies = rows.div_ceil(tsv::rows(&metrics).len());
    save("metrics.tsv", longer_metrics(&metrics, rows, copies));
    save("exclusions.tsv", longer_exclusions(&exclusions, copies));
}

fn longer_metrics(table: &str, rows: usize, copies: usize) -> String {
    let originals = tsv::rows(table);
    let mut last = rows - originals.len() * (copies - 1);
    let mut found = Vec::new();
    for original in &originals {
        let alone = original[at("of_metric")].is_empty();
        let in_last = alone && last > 0;
        last -= usize::from(in_last);
        for copy in 0..copies - 1 + usize::from(in_last) {
            let row = copy_metric(original, copy, copies);
            found.push((row.0, row.1));
        }
    }
    joined(table, found)
}

/// A copy of a row: its place, for which its neighbours have room as all offsets are multiplied, and its line.
fn copy_metric(original: &tsv::Row<'_>, copy: usize, copies: usize) -> (usize, String) {
    let mut row = original.map(str::to_owned);
    let place = place(original[at("source_start")], original[at("obs_text")], copy, copies);
    row[at("source_start")] = place.to_string();
    if copy > 0 {
        row[at("id")] += &format!("-{copy}");
        row[at("title")] += &format!(" ({copy})");
        // A Chinese title ends with what is counted.
        row[at("title_zh")].insert_str(0, &format!("样本{copy}之"));
        if !original[at("of_metric")].is_empty() {
            row[at("of_metric")] += &format!("-{copy}");
        }
    }
    (place, row.join("\t"))
}

fn longer_exclusions(table: &str, copies: usize) -> String {
    let mut found = Vec::new();
    for line in table.lines().skip(1) {
        let [section, start, text, reason] = line.split('\t').collect::<Vec<_>>().try_into().expect("four fields");
        // The last two dates before a figure may be its period.
        let times = if reason == "date" { 1 } else { copies };
        for copy in 0..times {
            let place = place(start, text, copy, copies);
            found.push((place, format!("{section}\t{place}\t{text}\t{reason}")));
        }
    }
    joined(table, found)
}

fn place(start: &str, text: &str, copy: usize, copies: usize) -> usize {
    start.parse::<usize>().expect("an offset") * copies + copy * text.chars().count()
}

/// The header, and the lines in the order of their places.
fn joined(table: &str, mut lines: Vec<(usize, String)>) -> String {
    lines.sort_by_key(|(place, _)| *place);
    let header = table.lines().next().expect("a header");
    let lines = lines.iter().map(|(_, line)| line.as_str());
    std::iter::once(header).chain(lines).flat_map(|line| [line, "\n"]).collect()
}

/// A copy of the whole workspace, as it is or with as many rows.
pub fn workspace(rows: Option<usize>) -> PathBuf {
    let folder = paths::scratch(&rows.map_or("rows-real".to_owned(), |rows| format!("rows-{rows}")));
    copy(&paths::krate(), &folder);
    if let Some(rows) = rows {
        write(rows, &folder);
    }
    folder
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

/// The same rows as users of other crates would generate them: a static array of structs, by itself.
pub fn array_of_structs(metrics: &str) -> String {
    let fields = tsv::COLUMNS.map(|column| format!("pub {column}: &'static str"));
    let row = |row: tsv::Row<'_>| {
        let fields: Vec<_> = tsv::COLUMNS.iter().zip(row).map(|(column, text)| format!("{column}: {text:?}")).collect();
        format!("Row {{ {} }}", fields.join(", "))
    };
    let rows: Vec<_> = tsv::rows(metrics).into_iter().map(row).collect();
    format!(
        "pub struct Row {{ {} }}\npub static ROWS: [Row; {}] = [\n{}\n];\n",
        fields.join(", "),
        rows.len(),
        rows.join(",\n")
    )
}
