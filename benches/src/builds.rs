//! CPU-seconds that a user's first build takes, in debug mode, dependencies and all.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::usage::{self, median};
use crate::{paths, results};

/// How often the crate is compared with its packages.
const PAIRS: usize = 5;

const PACKAGES: &str = "\
chrono = { version = '0.4', default-features = false }
once_cell = { version = '1', default-features = false, features = ['alloc', 'race'] }
rust_decimal = { version = '1', default-features = false }
serde = { version = '1', default-features = false, features = ['alloc'] }";

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

/// What users of the other peers depend on, each with the features that it needs.
const PEERS: [(&str, &str); 6] = [
    ("array of structs", "rust_decimal = { version = '1', default-features = false }"),
    (
        "phf",
        "phf = '0.14'\nrust_decimal = { version = '1', default-features = false }\n\
         [build-dependencies]\nphf_codegen = '0.14'",
    ),
    (
        "rkyv",
        "once_cell = '1'\nrkyv = '0.8'\nrust_decimal = { version = '1', default-features = false }\n\
         [build-dependencies]\nrkyv = '0.8'",
    ),
    (
        "serde_json",
        "once_cell = '1'\nrust_decimal = { version = '1', default-features = false, features = ['serde-with-str'] }\n\
         serde = { version = '1', features = ['derive'] }\nserde_json = '1'",
    ),
    (
        "csv",
        "csv = '1'\nonce_cell = '1'\n\
         rust_decimal = { version = '1', default-features = false, features = ['serde-with-str'] }\n\
         serde = { version = '1', features = ['derive'] }",
    ),
    (
        "sqlite",
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
    text += &format!("| chrono, rust_decimal, serde and once_cell alone | {without:.2} |\n");
    text += &format!("| this crate, with default features | {with:.2} ({:+.1} %) |\n", (ratio - 1.0) * 100.0);
    for (name, dependencies) in PEERS {
        let cpu = build(&user("peer", dependencies, PRINT));
        text += &format!("| the packages of the peer {name}, without its table | {cpu:.2} |\n");
    }
    results::put("builds", &text);
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
fn build(user: &PathBuf) -> f64 {
    let target = paths::scratch("target-user");
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--offline"]).current_dir(user).env("CARGO_TARGET_DIR", target);
    // As for dependencies from a registry, which the crate is not here.
    cargo.env("CARGO_INCREMENTAL", "0");
    usage::of(&mut cargo).cpu
}
