//! Counts instructions: this program under valgrind's callgrind, and what that writes.

use std::collections::HashMap;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::{env, fs, process};

use crate::paths;

/// How often a function was called, and how many instructions its calls took with all that they called.
#[derive(Clone, Copy, Default)]
struct Cost {
    calls: u64,
    instructions: u64,
}

pub struct Counts {
    functions: HashMap<String, Cost>,
    /// Of the whole program, from its start.
    pub total: u64,
}

impl Counts {
    /// Instructions for each call of a question, by its path, without those of a function that does nothing.
    pub fn question(&self, path: &str) -> Option<f64> {
        let of = |path: &str| {
            let cost = self.functions.get(path)?;
            Some(cost.instructions as f64 / cost.calls as f64)
        };
        Some((of(path)? - of("yongkang_metrics_benches::questions::floor")?).max(0.0))
    }
}

/// Runs this program with `arguments` under callgrind.
pub fn run(arguments: &[&str]) -> Counts {
    let file = paths::output("callgrind.out");
    let this = env::current_exe().expect("this program");
    let status = valgrind(&file, &this).args(arguments).stdout(Stdio::null()).status().expect("valgrind");
    assert!(status.success(), "valgrind: {status}");
    parse(&fs::read_to_string(file).expect("what callgrind wrote"))
}

/// How a program ended, and how many instructions it took, without those of other programs that it ran; `prepare` gives it arguments
/// and the like.
pub fn count(program: &Path, prepare: impl FnOnce(&mut Command) -> &mut Command) -> (ExitStatus, u64) {
    // Cargo runs several at a time.
    let file = paths::output(&format!("callgrind.out.{}", process::id()));
    let status = prepare(&mut valgrind(&file, program)).status().expect("valgrind");
    let counts = parse(&fs::read_to_string(&file).expect("what callgrind wrote"));
    let _ = fs::remove_file(file);
    (status, counts.total)
}

fn valgrind(file: &Path, program: &Path) -> Command {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--quiet"]).arg(format!("--callgrind-out-file={}", file.display())).arg(program);
    command
}

/// Reads the [format](https://valgrind.org/docs/manual/cl-format.html): a function's own lines, and after each `calls=`
/// what the called one took.
fn parse(text: &str) -> Counts {
    let mut names = HashMap::new();
    let mut functions: HashMap<String, Cost> = HashMap::new();
    let (mut current, mut called) = (String::new(), String::new());
    let mut total = 0;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("fn=") {
            current = resolve(name, &mut names);
        } else if let Some(name) = line.strip_prefix("cfn=") {
            called = resolve(name, &mut names);
        } else if let Some(calls) = line.strip_prefix("calls=") {
            functions.entry(called.clone()).or_default().calls += number(calls.split(' ').next());
        } else if let Some(sum) = line.strip_prefix("totals: ") {
            total = number(Some(sum));
        } else if line.starts_with(|c: char| c.is_ascii_digit() || "+-*".contains(c)) {
            functions.entry(current.clone()).or_default().instructions += number(line.split(' ').nth(1));
        }
    }
    Counts { functions, total }
}

/// `(12) name` the first time, `(12)` from then on.
fn resolve(name: &str, names: &mut HashMap<String, String>) -> String {
    let (number, name) = name.split_once(' ').unwrap_or((name, ""));
    if !name.is_empty() {
        names.insert(number.to_owned(), name.to_owned());
    }
    names.get(number).cloned().unwrap_or_default()
}

fn number(text: Option<&str>) -> u64 {
    text.and_then(|text| text.parse().ok()).unwrap_or(0)
}
