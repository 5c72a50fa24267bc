//! What a user's first build takes, in debug mode, dependencies and all: CPU-seconds, and instructions of rustc.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use crate::instructions::grouped;
use crate::usage::{self, median};
use crate::{callgrind, paths, results};

/// How often the crate is compared with its packages.
const PAIRS: usize = 5;

const PACKAGES: &str = "\
chrono = { version = '0.4', default-features = false }
rust_decimal = { version = '1', default-features = false }";

/// Prints what the report says of foreign trade.
const ASK: &str = "\
use yongkang_metrics::{Category, MetricSet, Unit};

const TRADE: MetricSet = MetricSet::ALL.category(Category::ForeignTrade).unit(Unit::Yuan);

fn main() {
    for metric in TRADE {
        println!(\"{}: {} {}\", metric.title(), metric.value(), metric.unit().name());
    }
}
";

/// Prints as much, with the packages alone.
const PRINT: &str = "\
use rust_decimal::Decimal;

fn main() {
    for value in [Decimal::ONE] {
        println!(\"{}: {} {}\", \"title\", value, \"unit\");
    }
}
";

/// What users of the peers depend on, each with the features that it needs.
const PEERS: [(&str, &str); 4] = [
    ("an array", "rust_decimal = { version = '1', default-features = false }"),
    (
        "phf",
        "phf = '0.14'\nrust_decimal = { version = '1', default-features = false }\n\
         [build-dependencies]\nphf_codegen = '0.14'",
    ),
    (
        "serde_json",
        "once_cell = '1'\nrust_decimal = { version = '1', default-features = false, features = ['serde-with-str'] }\n\
         serde = { version = '1', features = ['derive'] }\nserde_json = '1'",
    ),
    (
        "SQLite",
        "rusqlite = { version = '0.43', features = ['bundled'] }\n\
         rust_decimal = { version = '1', default-features = false }",
    ),
];

pub fn run() {
    let krate = format!("yongkang-metrics = {{ path = {:?} }}", paths::krate());
    let ours = user("ours", &krate, ASK);
    let packages = user("packages", PACKAGES, PRINT);
    let pairs: Vec<(f64, f64)> = (0..PAIRS).map(|_| (build(&ours), build(&packages))).collect();
    let (with, without) = pairs.iter().copied().unzip();
    let ratio = median(pairs.iter().map(|(with, without)| with / without).collect());
    let (with, without) = (median(with), median(without));
    let mut text = String::from("| a new program with | CPU-seconds |\n|---|---|\n");
    text += &format!("| chrono and rust_decimal alone | {without:.2} |\n");
    text += &format!("| this crate, with default features | {with:.2} ({}) |\n", percent(ratio));
    for (name, dependencies) in PEERS {
        let cpu = build(&user("peer", dependencies, PRINT));
        text += &format!("| the packages of the peer {name}, without its table | {cpu:.2} |\n");
    }
    text += "\n| rustc compiles | instructions, in millions | over the packages |\n|---|---|---|\n";
    let without = instructions(&packages);
    let base = sum(&without, "");
    let mut row = |what: &str, instructions: f64| {
        text += &format!("| {what} | {} | {} |\n", grouped(instructions.round()), percent(instructions / base));
    };
    row("chrono, rust_decimal, and a program", base);
    let script = user("script", &format!("{PACKAGES}\n[build-dependencies]\n"), PRINT);
    row("the same, with a build script that does nothing", sum(&instructions(&script), ""));
    let with = instructions(&ours);
    row("this crate, with default features, and the program", sum(&with, ""));
    for (what, crate_name) in
        [("build script", "build_script_build"), ("library", "yongkang_metrics"), ("program", "user")]
    {
        let added = sum(&with, crate_name) - sum(&without, crate_name);
        text += &format!("| … of which the {what} | {} | {:+.1} % |\n", grouped(added.round()), added / base * 100.0);
    }
    results::put("builds", &text);
}

fn percent(ratio: f64) -> String {
    format!("{:+.1} %", (ratio - 1.0) * 100.0)
}

/// Of the crates with a name, or of all.
fn sum(instructions: &[(String, f64)], name: &str) -> f64 {
    let named = instructions.iter().filter(|(crate_name, _)| name.is_empty() || crate_name == name);
    named.map(|(_, count)| count).sum()
}

/// The environment variable by which this program, run by cargo in the place of rustc, is told where to note what it counts.
pub const NOTES: &str = "YONGKANG_BENCHES_RUSTC_NOTES";

/// Builds it from nothing; millions of instructions for each crate.
fn instructions(user: &Path) -> Vec<(String, f64)> {
    let notes = paths::output("rustc.txt");
    fs::write(&notes, "").expect("a file in target");
    let mut cargo = cold(user);
    cargo.env(NOTES, &notes).env("RUSTC_WRAPPER", env::current_exe().expect("this program"));
    assert!(cargo.status().expect("cargo").success(), "{cargo:?}");
    let notes = fs::read_to_string(notes).expect("what rustc took");
    let note = |line: &str| {
        let (crate_name, count) = line.split_once(' ').expect("a name and a count");
        (crate_name.to_owned(), count.parse::<f64>().expect("a count") / 1e6)
    };
    notes.lines().map(note).collect()
}

/// What cargo runs for rustc and its arguments: rustc under callgrind, and a note of what it took.
pub fn rustc(notes: &str) -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let crate_name = arguments.iter().skip_while(|argument| *argument != "--crate-name").nth(1);
    let status = match crate_name.filter(|name| *name != "___") {
        // A question of cargo's.
        None => Command::new(&arguments[0]).args(&arguments[1..]).status().expect("rustc"),
        Some(crate_name) => {
            let (status, count) = callgrind::count(&sysroot(&arguments[0]).join("bin/rustc"), &arguments[1..]);
            let mut file = fs::File::options().append(true).open(notes).expect("the notes");
            writeln!(file, "{crate_name} {count}").expect("a note");
            status
        }
    };
    if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Where rustc itself is, as what is called so may be a proxy.
fn sysroot(rustc: &str) -> PathBuf {
    let output = Command::new(rustc).args(["--print", "sysroot"]).output().expect("rustc");
    PathBuf::from(String::from_utf8_lossy(&output.stdout).trim())
}

/// A new package, with the versions that the benches have.
fn user(name: &str, dependencies: &str, main: &str) -> PathBuf {
    let folder = paths::scratch(&format!("user-{name}"));
    let manifest = format!(
        "[package]\nname = 'user'\nversion = '0.0.0'\nedition = '2024'\n\n[workspace]\n\n[dependencies]\n{dependencies}\n"
    );
    let write = |file: &str, text: &str| fs::write(folder.join(file), text).expect("a file in target");
    fs::create_dir(folder.join("src")).expect("a folder in target");
    write("Cargo.toml", &manifest);
    write("src/main.rs", main);
    if dependencies.contains("build-dependencies") {
        write("build.rs", "fn main() {}\n");
    }
    fs::copy(paths::krate().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock file");
    let fetched = Command::new("cargo").args(["fetch", "--quiet"]).current_dir(&folder).status();
    assert!(fetched.expect("cargo").success(), "cargo fetch in {}", folder.display());
    folder
}

/// Builds it from nothing.
fn build(user: &Path) -> f64 {
    usage::of(&mut cold(user)).cpu
}

fn cold(user: &Path) -> Command {
    let target = paths::scratch("target-user");
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--offline"]).current_dir(user).env("CARGO_TARGET_DIR", target);
    // As for dependencies from a registry, which the crate is not here.
    cargo.env("CARGO_INCREMENTAL", "0");
    cargo
}
