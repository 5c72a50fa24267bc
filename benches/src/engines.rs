//! The same questions of many reports, to engines that read Parquet: on one machine, and on a cluster.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::instructions::grouped;
use crate::usage::{self, Together};
use crate::{counties, paths, results};

/// All have to agree with the first.
const ENGINES: [&str; 4] = ["DataFusion", "Spark", "DuckDB", "polars"];

/// Fails where two engines differ in a digit, or where wrong values go unnoticed.
pub fn run() -> ExitCode {
    if Command::new("java").arg("-version").output().is_err() {
        eprintln!("Spark needs Java 17: install Debian's openjdk-17-jre-headless");
        return ExitCode::FAILURE;
    }
    let pip = paths::krate().join(".ci/pip");
    usage::of(Command::new(pip).arg("--requirement").arg(paths::krate().join("benches/engines/requirements.txt")));
    usage::of(python(".ci/interchange.d/many.py").args(ENGINES));

    let folder = paths::scratch("engines");
    let reports = folder.join("reports");
    let rows = counties::make(&reports);
    let stacked = ENGINES.map(|engine| stack(engine, &folder));
    usage::of(script(&folder).arg("parquet"));
    fs::remove_dir_all(reports).expect("a folder of ours");

    let asked = ENGINES.map(|engine| quickest(engine, &folder));
    compare(&asked, &folder);
    results::put("engines", &format!("{} rows.\n\n{}", grouped(rows as f64), table(&stacked, &asked)));
    ExitCode::SUCCESS
}

/// What it takes an engine to read all folders, and to answer the question of data/READERS.md.
fn stack(engine: &str, folder: &Path) -> Together {
    let answers = folder.join(engine);
    fs::create_dir(&answers).expect("a folder in target");
    usage::of_all(script(folder).arg("stack").arg(engine).arg(&answers))
}

/// Holds all answers against those of the first engine, and these against its answers to other values.
fn compare(asked: &[Asked], folder: &Path) {
    let first = &asked[0];
    for engine in ENGINES {
        let stacked = fs::read_to_string(folder.join(engine).join("stacked.tsv")).expect("an answer");
        assert_eq!(stacked, answer(first, "question"), "{engine}, of the folders");
    }
    for other in &asked[1..] {
        let found = differences(first, other);
        assert!(found.is_empty(), "{} and {} differ:\n{}", first.engine, other.engine, found.join("\n"));
    }
    usage::of(script(folder).arg("spoil"));
    let found = differences(first, &ask(ENGINES[0], &folder.join("wrong")));
    println!("Values that are more by a millionth are noticed in\n{}\n", found.join("\n"));
    assert_eq!(found.len(), first.questions.len(), "not in all questions");
}

/// What an engine answered, and what that took.
struct Asked {
    /// With its version.
    engine: String,
    answers: PathBuf,
    start: f64,
    questions: Vec<Question>,
    all: Together,
}

struct Question {
    name: String,
    seconds: f64,
    rows: f64,
}

/// Python of the folder that `.ci/pip` installs into, on one of our programs.
fn python(program: &str) -> Command {
    let krate = paths::krate();
    let mut python = Command::new(krate.join("target/venv/bin/python"));
    python
        .arg(krate.join(program))
        .env("PYTHONPATH", krate.join(".ci/interchange.d"))
        .env("PYTHONDONTWRITEBYTECODE", "1");
    // The processes of the cluster find each other here, and nobody else finds them.
    python.env("SPARK_LOCAL_IP", "127.0.0.1");
    python
}

fn script(folder: &Path) -> Command {
    let mut script = python("benches/engines/engines.py");
    script.current_dir(folder);
    script
}

/// Of three, as other work on the machine only adds to it.
fn quickest(engine: &str, folder: &Path) -> Asked {
    let asked = (0..3).map(|_| ask(engine, folder));
    asked.min_by(|one, other| one.all.seconds.total_cmp(&other.all.seconds)).expect("three")
}

fn ask(engine: &str, folder: &Path) -> Asked {
    let answers = folder.join(engine);
    fs::create_dir_all(&answers).expect("a folder in target");
    let (times, log) = (answers.join("times"), answers.join("log"));
    let file = |path| File::create(path).expect("a file in target");
    let all =
        usage::of_all(script(folder).arg("ask").arg(engine).arg(&answers).stdout(file(&times)).stderr(file(&log)));
    let mut questions: Vec<Question> = fs::read_to_string(times).expect("times").lines().map(question).collect();
    let start = questions.remove(0);
    Asked { engine: start.name, answers, start: start.seconds, questions, all }
}

fn question(line: &str) -> Question {
    let [name, seconds, rows] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("expected three fields") };
    let number = |text: &str| text.parse().expect("a number");
    Question { name: name.to_owned(), seconds: number(seconds), rows: number(rows) }
}

/// For each question that two answer with other text, the first line that is another.
fn differences(one: &Asked, other: &Asked) -> Vec<String> {
    let names = one.questions.iter().map(|question| &question.name);
    names
        .filter_map(|name| difference(&answer(one, name), &answer(other, name)).map(|line| format!("{name}: {line}")))
        .collect()
}

fn answer(asked: &Asked, name: &str) -> String {
    fs::read_to_string(asked.answers.join(format!("{name}.tsv"))).expect("an answer")
}

fn difference(one: &str, other: &str) -> Option<String> {
    if one == other {
        return None;
    }
    let line = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    Some(line.map_or("one has more rows".to_owned(), |(one, other)| format!("{one} | {other}")))
}

fn table(stacked: &[Together], asked: &[Asked]) -> String {
    let row = |label: &str, cells: Vec<String>| format!("| {label} | {} |\n", cells.join(" | "));
    let each = |cell: &dyn Fn(&Asked) -> String| asked.iter().map(cell).collect();
    let used = |label: &str, all: &[Together]| {
        let cells = |cell: &dyn Fn(&Together) -> String| all.iter().map(cell).collect();
        row(&format!("{label}: seconds"), cells(&|all| format!("{:.2}", all.seconds)))
            + &row("CPU-seconds", cells(&|all| format!("{:.2}", all.cpu)))
            + &row("peak MB", cells(&|all| format!("{:.0}", all.peak)))
    };
    let mut text = row("", each(&|asked| asked.engine.clone())) + "|---|" + &"---|".repeat(asked.len()) + "\n";
    text += &used("all folders stacked, and asked `question.sql`", stacked);
    text += &used("Parquet asked all below", &asked.iter().map(|asked| asked.all).collect::<Vec<_>>());
    text += &row("start: seconds", each(&|asked| format!("{:.2}", asked.start)));
    for (i, Question { name, rows, .. }) in asked[0].questions.iter().enumerate() {
        let label = format!("`{name}.sql`, {} rows: seconds", grouped(*rows));
        text += &row(&label, each(&|asked| format!("{:.2}", asked.questions[i].seconds)));
    }
    text
}
