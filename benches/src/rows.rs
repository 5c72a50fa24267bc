//! What longer tables cost: to build, and to ask.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::instructions::grouped;
use crate::usage::{self, Usage};
use crate::{paths, results, synthetic};

const ROWS: [usize; 3] = [1_000, 10_000, 100_000];

pub fn run() {
    let mut text = String::from(
        "| rows | crate: CPU-seconds | over the real table | peak MB | array of structs: CPU-seconds | peak MB |\n\
         |---|---|---|---|---|---|\n",
    );
    let real = rebuild(&synthetic::workspace(None), 3);
    text += &format!("| real | {:.2} | | {:.0} | | |\n", real.cpu, real.peak);
    for rows in ROWS {
        let folder = synthetic::workspace(Some(rows));
        let ours = rebuild(&folder, 3);
        let array = array_of_structs(&folder);
        text += &format!(
            "| {} | {:.2} | {:.2} | {:.0} | {:.2} | {:.0} |\n",
            grouped(rows as f64),
            ours.cpu,
            ours.cpu - real.cpu,
            ours.peak,
            array.cpu,
            array.peak
        );
    }
    results::put("rows", &text);
    for rows in ROWS {
        results::put(&format!("instructions-{rows}"), &ask(rows));
    }
}

/// What it takes to build the crate again after its table has changed: build script and rustc. The least of so many
/// times, as other work on the machine only adds to it.
pub fn rebuild(krate: &Path, times: usize) -> Usage {
    // Of its own: to cargo, copies of a package are one package.
    let target = paths::output("target-rows").join(krate.file_name().expect("a folder with a name"));
    let build = || {
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "--quiet", "--package", "yongkang-metrics", "--lib"]).current_dir(krate);
        // As for a dependency from a registry.
        cargo.env("CARGO_INCREMENTAL", "0").env("CARGO_TARGET_DIR", &target);
        usage::of(&mut cargo)
    };
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

/// What rustc takes for the same rows in an array.
fn array_of_structs(folder: &Path) -> Usage {
    let metrics = fs::read_to_string(folder.join("data/metrics.tsv")).expect("the table");
    let source = folder.join("array.rs");
    fs::write(&source, synthetic::array_of_structs(&metrics)).expect("a file in target");
    usage::of(Command::new("rustc").args(["--crate-type=lib", "-Cdebuginfo=2", "--out-dir"]).arg(folder).arg(source))
}

/// The instructions of the questions to a table of so many rows, as its own build of this program prints them.
fn ask(rows: usize) -> String {
    // Large generated sources take rustc minutes and gigabytes.
    let features = if rows > 10_000 { "json,csv,rkyv,sqlite" } else { "peers" };
    let output = Command::new("cargo")
        .args(["run", "--quiet", "--release", "--manifest-path", "benches/Cargo.toml", "--features", features])
        .args(["--", "instructions"])
        .current_dir(paths::output(&format!("rows-{rows}")))
        .env("CARGO_TARGET_DIR", paths::output(&format!("target-ask-{rows}")))
        .output()
        .expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
