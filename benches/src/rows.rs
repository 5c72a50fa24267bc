//! What a longer table costs: to build, and to ask.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::usage::{self, Usage};
use crate::{paths, results, synthetic};

pub fn run() {
    let (real, folder) = (rebuild(&synthetic::real(), 3), synthetic::longer());
    let (ours, array) = (rebuild(&folder, 3), array_of_structs(&folder));
    let text = format!(
        "| rows | crate: CPU-seconds | over the real table | peak MB | array of structs: CPU-seconds | peak MB |\n\
         |---|---|---|---|---|---|\n\
         | real | {:.2} | | {:.0} | | |\n\
         | 1 000 | {:.2} | {:.2} | {:.0} | {:.2} | {:.0} |\n",
        real.cpu,
        real.peak,
        ours.cpu,
        ours.cpu - real.cpu,
        ours.peak,
        array.cpu,
        array.peak
    );
    results::put("rows", &text);
    results::put("instructions-1000", &ask(&folder));
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

/// The instructions of the questions to the longer table, as its own build of this program prints them.
fn ask(folder: &Path) -> String {
    let output = Command::new("cargo")
        .args(["run", "--quiet", "--release", "--manifest-path", "benches/Cargo.toml", "--features", "peers"])
        .args(["--", "instructions"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", paths::output("target-ask"))
        .output()
        .expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
