//! What a longer table costs: to build, and to ask.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use crate::usage::{self, Usage};
use crate::{callgrind, paths, results, synthetic};

/// Fails where a question to the longer table takes more than twice what it takes a peer.
pub fn run() -> ExitCode {
    let (real, folder) = (rebuild(&synthetic::real(), 3), synthetic::longer());
    let longer = rebuild(&folder, 3);
    let text = format!(
        "| rows | CPU-seconds | over the real table | peak MB |\n|---|---|---|---|\n\
         | real | {:.2} | | {:.0} |\n| 1 000 | {:.2} | {:.2} | {:.0} |\n",
        real.cpu,
        real.peak,
        longer.cpu,
        longer.cpu - real.cpu,
        longer.peak
    );
    results::put("rows", &text);
    ask(&folder)
}

/// What it takes to build the crate again after its table has changed: build script and rustc. The least of so many
/// times, as other work on the machine only adds to it.
fn rebuild(krate: &Path, times: usize) -> Usage {
    let build = || usage::of(&mut cargo_build(krate));
    let table = krate.join("data/metrics.tsv");
    build();
    let usages: Vec<Usage> = (0..times)
        .map(|_| {
            let file = fs::File::options().append(true).open(&table).expect("the table");
            file.set_modified(std::time::SystemTime::now()).expect("a new time");
            build()
        })
        .collect();
    let least = |of: fn(&Usage) -> f64| usages.iter().map(of).fold(f64::INFINITY, f64::min);
    Usage { cpu: least(|usage| usage.cpu), peak: least(|usage| usage.peak) }
}

/// The build of the library.
fn cargo_build(krate: &Path) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--package", "yongkang-metrics", "--lib"]).current_dir(krate);
    // As for a dependency from a registry.
    cargo.env("CARGO_INCREMENTAL", "0").env("CARGO_TARGET_DIR", target(krate));
    cargo
}

/// Of its own: to cargo, copies of a package are one package.
fn target(krate: &Path) -> PathBuf {
    paths::output("target-rows").join(krate.file_name().expect("a folder with a name"))
}

/// The instructions of the build script alone.
pub fn script(krate: &Path) -> f64 {
    assert!(cargo_build(krate).status().expect("cargo").success(), "the build of {}", krate.display());
    let builds = fs::read_dir(target(krate).join("debug/build")).expect("what cargo built");
    let scripts = builds.map(|build| build.expect("a folder").path().join("build-script-build"));
    // The newest, as an earlier run may have left others.
    let modified = |script: &PathBuf| script.metadata().and_then(|script| script.modified()).ok();
    let script = scripts.max_by_key(modified).expect("the build script");
    let out = paths::scratch("script-out");
    let (status, count) = callgrind::count(&script, |script| {
        script.env("CARGO_MANIFEST_DIR", krate).env("OUT_DIR", &out).stdout(Stdio::null())
    });
    assert!(status.success(), "{}: {status}", script.display());
    count as f64
}

/// The instructions of the questions to the longer table, by a build of this program on it.
fn ask(folder: &Path) -> ExitCode {
    let target = paths::output("target-ask");
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--release", "--package", "yongkang-metrics-benches", "--", "ratios"]);
    let status = cargo.current_dir(folder).env("CARGO_TARGET_DIR", &target).status().expect("cargo");
    let found = fs::read_to_string(target.join("benches/instructions-1000.md")).expect("what it found");
    fs::write(paths::output("instructions-1000.md"), found).expect("a file in target");
    if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
