//! What a user's first build takes, in debug mode, dependencies and all: CPU-seconds, and instructions of rustc.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use crate::instructions::grouped;
use crate::usage::{self, median};
use crate::{callgrind, paths, results};

/// How often the crate is compared with its packages.
const PAIRS: usize = 3;

/// What the crate builds on with default features: what one would pay without it.
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

/// How many times what its packages take alone, the crate with default features may take. From run to run it is 1.7 to 1.9.
const MOST_TIMES: f64 = 2.0;

/// What build script and library may take together, in millions of instructions of rustc.
const MOST: f64 = 6_600.0;

/// Measures, and fails where the crate takes more than it may.
pub fn run() -> bool {
    let krate = |features: &str| {
        let path = paths::krate();
        format!("yongkang-metrics = {{ path = '{}', features = [{features}] }}", path.display())
    };
    let ours = user("ours", &krate(""), ASK);
    let whole = user("whole", &krate("'audit', 'figures', 'search', 'serde'"), ASK);
    let packages = user("packages", PACKAGES, PRINT);
    let pairs: Vec<(f64, f64)> = (0..PAIRS).map(|_| (build(&ours), build(&packages))).collect();
    let (with, without) = pairs.iter().copied().unzip();
    let ratio = median(pairs.iter().map(|(with, without)| with / without).collect());
    let (with, without) = (median(with), median(without));
    let mut text = String::from("| a new program with | CPU-seconds |\n|---|---|\n");
    text += &format!("| chrono and rust_decimal alone, which it builds on | {without:.2} |\n");
    text += &format!("| this crate, with default features | {with:.2} (×{ratio:.2}) |\n");
    let all = median((0..PAIRS).map(|_| build(&whole)).collect());
    text += &format!("| this crate, with all features | {all:.2} |\n");
    for (name, dependencies) in PEERS {
        let cpu = build(&user("peer", dependencies, PRINT));
        text += &format!("| the packages of the peer {name}, without its table | {cpu:.2} |\n");
    }
    let first = median((0..PAIRS).map(|_| first()).collect());
    text += &format!("| the first command of the README, with all that its tests and examples use | {first:.2} |\n");
    let (script, library) = (instructions(&ours, "build_script_build"), instructions(&ours, "yongkang_metrics"));
    text += "\n| rustc compiles this crate's | instructions, in millions |\n|---|---|\n";
    for (what, instructions) in [("build script", script), ("library", library), ("both", script + library)] {
        text += &format!("| {what} | {} |\n", grouped(instructions.round()));
    }
    results::put("builds", &text);
    ratio <= MOST_TIMES && script + library <= MOST
}

/// The environment variables by which this program, run by cargo in the place of rustc, is told which crate to count, and where to
/// note how much it takes.
pub const COUNTED: &str = "YONGKANG_BENCHES_RUSTC_COUNTED";
const NOTE: &str = "YONGKANG_BENCHES_RUSTC_NOTE";

/// Builds it from nothing; millions of instructions of rustc for one crate of ours.
fn instructions(user: &Path, crate_name: &str) -> f64 {
    let note = paths::output("rustc.txt");
    let mut cargo = cold(user);
    cargo.env(COUNTED, crate_name).env(NOTE, &note).env("RUSTC_WRAPPER", env::current_exe().expect("this program"));
    assert!(cargo.status().expect("cargo").success(), "{cargo:?}");
    let count: f64 = fs::read_to_string(note).expect("what rustc took").parse().expect("a count");
    count / 1e6
}

/// What cargo runs for rustc and its arguments: rustc, under callgrind where it compiles what is counted.
pub fn rustc(counted: &str) -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let crate_name = arguments.iter().skip_while(|argument| *argument != "--crate-name").nth(1);
    let is_ours = env::var("CARGO_PKG_NAME").is_ok_and(|package| package == "yongkang-metrics");
    let status = if is_ours && crate_name.is_some_and(|name| name == counted) {
        let (status, count) =
            callgrind::count(&sysroot(&arguments[0]).join("bin/rustc"), |rustc| rustc.args(&arguments[1..]));
        fs::write(env::var(NOTE).expect("where to note it"), count.to_string()).expect("a note");
        status
    } else {
        Command::new(&arguments[0]).args(&arguments[1..]).status().expect("rustc")
    };
    if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Where rustc itself is, as what is called so may be a proxy.
fn sysroot(rustc: &str) -> PathBuf {
    let output = Command::new(rustc).args(["--print", "sysroot"]).output().expect("rustc");
    PathBuf::from(String::from_utf8_lossy(&output.stdout).trim())
}

/// A new package, with the versions that the benches have.
pub fn user(name: &str, dependencies: &str, main: &str) -> PathBuf {
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

/// Builds what a newcomer runs first.
fn first() -> f64 {
    let mut cargo = cold(&paths::krate());
    cargo.args(["--locked", "--example", "query"]).env_remove("CARGO_INCREMENTAL");
    usage::of(&mut cargo).cpu
}

pub fn cold(user: &Path) -> Command {
    let target = paths::scratch("target-user");
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--offline"]).current_dir(user).env("CARGO_TARGET_DIR", target);
    // As for dependencies from a registry, which the crate is not here.
    cargo.env("CARGO_INCREMENTAL", "0");
    cargo
}
