//! The drafting tool: the tables that it writes of a text, held against those that a person made of the same.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

#[path = "support/report.rs"]
mod report;

const HERE: &str = env!("CARGO_MANIFEST_DIR");

fn draft(text: &Path, arguments: &[&str]) -> Output {
    let test = env::current_exe().expect("this is a program");
    // target/debug/deps/draft-0123
    let target = test.ancestors().nth(3).expect("tests are three deep");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--offline", "--all-features", "--example", "draft", "--target-dir"]).arg(target);
    cargo.arg("--").arg(text).args(arguments).current_dir(HERE).output().expect("cargo runs")
}

/// The folder of a new draft.
fn drafted(name: &str, text: &Path) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("draft").join(name);
    let _ = fs::remove_dir_all(&folder);
    let output = draft(text, &["--out", folder.to_str().expect("UTF-8")]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

type Row = BTreeMap<String, String>;

fn rows(folder: &Path, table: &str) -> Vec<Row> {
    let text = fs::read_to_string(folder.join(table)).expect("a table");
    let mut lines = text.lines().map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
    let header = lines.next().expect("a header");
    lines.map(|line| header.iter().cloned().zip(line).collect()).collect()
}

fn place(row: &Row, text: &str) -> (usize, String) {
    (row["source_start"].parse().expect("a number"), row[text].clone())
}

/// What a draft has right of what a person made, of how much.
#[derive(Default)]
struct Right {
    spans: usize,
    units: usize,
    comparators: usize,
    of_spans: usize,
    reasons: usize,
    of_exclusions: usize,
}

fn compare(draft: &Path, made: &Path) -> Right {
    // The codes are a person's: units are the same where they are printed alike and of one dimension.
    let units = |folder: &Path| -> BTreeMap<String, (String, String)> {
        let units = rows(folder, "units.tsv").into_iter();
        units.map(|row| (row["code"].clone(), (row["printed"].clone(), row["dimension"].clone()))).collect()
    };
    let metrics = |folder: &Path| -> BTreeMap<(usize, String), Row> {
        rows(folder, "metrics.tsv").into_iter().map(|row| (place(&row, "obs_text"), row)).collect()
    };
    let reasons = |folder: &Path| -> BTreeMap<(usize, String), String> {
        rows(folder, "exclusions.tsv").iter().map(|row| (place(row, "text"), row["reason"].clone())).collect()
    };
    let ((draft_units, made_units), drafts) = ((units(draft), units(made)), metrics(draft));
    let mut right = Right::default();
    for (place, made) in metrics(made) {
        right.of_spans += 1;
        let Some(draft) = drafts.get(&place) else { continue };
        let ((printed, dimension), (others, other)) = (&draft_units[&draft["unit"]], &made_units[&made["unit"]]);
        right.spans += 1;
        right.units +=
            usize::from(dimension == other && printed.split(' ').any(|it| others.split(' ').any(|other| it == other)));
        right.comparators += usize::from(draft["comparator"] == made["comparator"]);
    }
    let drafts = reasons(draft);
    for (place, reason) in reasons(made) {
        right.of_exclusions += 1;
        right.reasons += usize::from(drafts.get(&place) == Some(&reason));
    }
    right
}

/// Nine of ten spans, units and comparators, and seven of ten reasons.
fn hold(name: &str, text: &Path, made: &Path) {
    let Right { spans, units, comparators, of_spans, reasons, of_exclusions } = compare(&drafted(name, text), made);
    eprintln!(
        "{name}: of {of_spans} spans {spans} right, {units} units, {comparators} comparators; \
         of {of_exclusions} exclusions {reasons} with the right reason"
    );
    assert!([spans, units, comparators].iter().all(|right| right * 10 >= of_spans * 9), "{name}");
    assert!(reasons * 10 >= of_exclusions * 7, "{name}");
}

fn other_report() -> PathBuf {
    Path::new(HERE).join("tests/other_report/report.txt")
}

#[test]
fn a_draft_has_most_of_what_a_person_finds() {
    hold("other_report", &other_report(), &Path::new(HERE).join("tests/other_report/data"));
    if let Some(report) = report::named("YONGKANG_REPORT") {
        hold("report", &report, &Path::new(HERE).join("data"));
    }
    // Tables of real texts, each in a folder of the name of its text.
    let Some(texts) = report::named("YONGKANG_REAL") else { return };
    for entry in fs::read_dir(Path::new(HERE).join("tests/real")).expect("tables of real texts") {
        let folder = entry.expect("an entry").path();
        let name = folder.file_name().and_then(|name| name.to_str()).expect("UTF-8").to_owned();
        hold(&name, &texts.join(format!("{name}.txt")), &folder);
    }
}

#[test]
fn what_a_person_has_to_know_is_left_empty() {
    let folder = drafted("empty", &other_report());
    for row in rows(&folder, "metrics.tsv") {
        for column in ["id", "title", "obs_value", "category", "of_metric", "aggregate", "note", "keywords"] {
            assert_eq!(row[column], "", "{column} of {row:?}");
        }
    }
    let starts = |folder: &Path| -> Vec<String> {
        rows(folder, "sections.tsv").iter().map(|row| row["source_start"].clone()).collect()
    };
    let made = Path::new(HERE).join("tests/other_report/data");
    assert_eq!(starts(&folder), starts(&made));
    let facts = |folder: &Path| -> Vec<Row> {
        let is_drafted = |row: &Row| ["characters", "sha256", "time_period"].contains(&&*row["key"]);
        rows(folder, "report.tsv").into_iter().filter(is_drafted).collect()
    };
    assert_eq!(facts(&folder), facts(&made));
    // Of several years all that no year is printed for is of all of them.
    let folder = folder.with_file_name("years");
    let _ = fs::remove_dir_all(&folder);
    let output = draft(&other_report(), &["--period", "2027/2031", "--out", folder.to_str().expect("UTF-8")]);
    assert!(output.status.success());
    assert!(rows(&folder, "metrics.tsv").iter().any(|row| row["time_period"] == "2027-01-01/2031-12-31"));
}

#[test]
fn nothing_is_overwritten() {
    let folder = drafted("twice", &other_report());
    let units = folder.join("units.tsv");
    fs::write(&units, "mine").expect("it is written");
    fs::remove_file(folder.join("report.tsv")).expect("it is removed");
    let again = draft(&other_report(), &["--out", folder.to_str().expect("UTF-8")]);
    let complaint = String::from_utf8(again.stderr).expect("UTF-8");
    assert!(!again.status.success() && complaint.contains("sections.tsv is there"), "{complaint}");
    assert!(!folder.join("report.tsv").exists(), "all or nothing is written");
    assert_eq!(fs::read_to_string(&units).expect("it is read"), "mine");
}

#[test]
fn spans_stand_where_they_say_and_leave_no_numeral() {
    let output = draft(&other_report(), &["--spans"]);
    let mut text: Vec<char> = fs::read_to_string(other_report()).expect("the report").chars().collect();
    let mut end = 0;
    for line in String::from_utf8(output.stdout).expect("UTF-8").lines() {
        let span: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let at = |key: &str| span[key].as_u64().expect("a number") as usize;
        let (start, label) = (at("start"), span["label"].as_str().expect("a text"));
        assert!(end <= start && !label.is_empty(), "{line}");
        end = at("end");
        assert_eq!(text[start..end].iter().collect::<String>(), span["text"], "{line}");
        text[start..end].fill(' ');
    }
    assert!(!text.iter().any(|c| "〇零一二两三四五六七八九十百千万亿半首0123456789".contains(*c)), "{text:?}");
}

#[test]
fn what_it_cannot_do_it_says() {
    for (file, arguments, complaint) in [
        ("no-such-report.txt", &["--spans"][..], "no-such-report.txt"),
        ("tests/other_report/report.txt", &[], "either --out or --spans"),
        ("tests/other_report/report.txt", &["--out", "x", "--spans"], "either --out or --spans"),
        ("tests/other_report/report.txt", &["--sections"], "--sections"),
        ("tests/other_report/report.txt", &["--spans", "--period", "soon"], "soon"),
    ] {
        let Output { status, stdout, stderr } = draft(Path::new(file), arguments);
        let said = String::from_utf8(stderr).expect("UTF-8");
        assert_eq!(
            (status.code(), stdout.len(), said.contains(complaint)),
            (Some(2), 0, true),
            "{arguments:?}: {said}"
        );
    }
}
