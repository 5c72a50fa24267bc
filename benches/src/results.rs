//! RESULTS.md: what the other commands found, with the machine and the versions.

use std::process::Command;
use std::{env, fs};

use yongkang_metrics_benches::questions;

use crate::instructions::{self, Figures};
use crate::paths;

/// The text of RESULTS.md, in which a line `@NAME` stands for a section.
const TEMPLATE: &str = include_str!("results.md");

/// Keeps a section, and shows it.
pub fn put(section: &str, text: &str) {
    fs::write(paths::output(&format!("{section}.md")), text).expect("a file in target");
    print!("{text}");
}

pub fn run() {
    let file = paths::krate().join("benches/RESULTS.md");
    let old = fs::read_to_string(&file).unwrap_or_default();
    let section = |name: &str| {
        let found = match name {
            "machine" => Some(machine()),
            "time" => {
                Some(times()).filter(|times| !times.is_empty()).map(|times| instructions::table(&times, &Vec::new()))
            }
            name => fs::read_to_string(paths::output(&format!("{name}.md"))).ok(),
        };
        found.unwrap_or_else(|| kept(name, &old).unwrap_or("Not measured.").to_owned())
    };
    let text: Vec<String> = TEMPLATE
        .lines()
        .map(|line| line.strip_prefix('@').map_or(line.to_owned(), |name| section(name).trim_end().to_owned()))
        .collect();
    fs::write(file, text.join("\n") + "\n").expect("benches/RESULTS.md");
}

/// A section that was not measured anew, as it was: what stands between the line before it and the line behind it.
fn kept<'a>(section: &str, old: &'a str) -> Option<&'a str> {
    let (before, behind) = TEMPLATE.split_once(&format!("\n@{section}"))?;
    let (_, text) = old.split_once(before.trim_end().lines().last()?)?;
    let text = match behind.trim_start().lines().next() {
        Some(line) => text.split_once(line)?.0,
        None => text,
    };
    Some(text.trim())
}

/// Medians in nanoseconds, of what `cargo bench` left.
fn times() -> Figures {
    let mut figures = Vec::new();
    questions::put_all(&mut |question, _| {
        let file = format!("../criterion/{}/{}/new/estimates.json", question.name, question.peer);
        let Ok(text) = fs::read_to_string(paths::output(&file)) else { return };
        let estimates: serde_json::Value = serde_json::from_str(&text).expect("what criterion wrote");
        let nanoseconds = estimates["median"]["point_estimate"].as_f64().expect("a number");
        figures.push((question.clone(), nanoseconds / question.times as f64));
    });
    figures
}

/// The processor, and the versions of what measures and of what is measured.
fn machine() -> String {
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let models = cpus.lines().filter_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = models.map(|(_, model)| model).next().unwrap_or(env::consts::ARCH);
    let cores = cpus.lines().filter(|line| line.starts_with("processor")).count();
    let version = |program: &str| {
        let output = Command::new(program).arg("--version").output().expect("a program that measures");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    };
    let packages: Vec<_> = PACKAGES.iter().map(|package| format!("{package} {}", locked(package))).collect();
    format!(
        "{cores} cores of {model}, {}; {}; {}; {}.",
        env::consts::OS,
        version("rustc"),
        version("valgrind"),
        packages.join(", ")
    )
}

const PACKAGES: [&str; 10] = [
    "yongkang-metrics",
    "chrono",
    "rust_decimal",
    "once_cell",
    "serde",
    "serde_json",
    "phf",
    "rusqlite",
    "libsqlite3-sys",
    "criterion",
];

fn locked(package: &str) -> String {
    let lock = fs::read_to_string(paths::krate().join("Cargo.lock")).expect("the lock file");
    let start = format!("name = \"{package}\"\nversion = \"");
    let version = lock.split_once(&start).and_then(|(_, rest)| rest.split_once('"')).map(|(version, _)| version);
    version.unwrap_or("?").to_owned()
}
