//! Bytes and relocations of programs that read all of the table, over those of a program that does nothing.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::instructions::{PEERS, grouped};
use crate::{paths, results};

/// The others have the same rows as these.
const SIZED: [&str; 6] = ["ours", "array", "sorted", "phf", "json", "sqlite"];

pub fn run() {
    let (empty, tables) = (empty(), tables());
    let mut text =
        String::from("| program | bytes | of these, more than the tables' | relocations |\n|---|---|---|---|\n");
    for (peer, name) in PEERS.iter().filter(|(peer, _)| SIZED.contains(peer)) {
        let Size { bytes, relocations } = read_all(peer).over_empty(empty);
        let cells = [bytes, bytes - tables, relocations].map(grouped);
        text += &format!("| {} | {} |\n", name, cells.join(" | "));
    }
    text += &format!("\nThe two tables themselves are {} bytes.\n", grouped(tables));
    results::put("sizes", &text);
}

#[derive(Clone, Copy)]
pub struct Size {
    pub bytes: f64,
    pub relocations: f64,
}

impl Size {
    pub fn over_empty(self, empty: Self) -> Self {
        Self { bytes: self.bytes - empty.bytes, relocations: self.relocations - empty.relocations }
    }
}

/// Of a program that does nothing.
pub fn empty() -> Size {
    measure("empty", "ours")
}

/// Of a program that reads all that a peer has.
pub fn read_all(peer: &str) -> Size {
    measure("read_all", peer)
}

/// Bytes of the two tables themselves.
pub fn tables() -> f64 {
    let size = |table| fs::metadata(paths::krate().join("data").join(table)).expect("the crate's table").len();
    (size("metrics.tsv") + size("exclusions.tsv")) as f64
}

fn measure(program: &str, peer: &str) -> Size {
    let program = build(program, peer);
    let output = Command::new("readelf").arg("-rW").arg(&program).output().expect("readelf, of binutils");
    let relocations = String::from_utf8_lossy(&output.stdout).lines().filter(|line| line.contains(" R_")).count();
    Size { bytes: fs::metadata(program).expect("what cargo built").len() as f64, relocations: relocations as f64 }
}

/// Builds one of the small programs as a release would be.
pub fn build(program: &str, peer: &str) -> PathBuf {
    let target = paths::output("target-sizes");
    let mut cargo = Command::new("cargo");
    cargo
        .args(["build", "--quiet", "--release", "--manifest-path", "benches/Cargo.toml", "--bin", program])
        .args(["--config", "profile.release.strip='symbols'"])
        .current_dir(paths::krate())
        .env("CARGO_TARGET_DIR", &target)
        .env("PEER", peer);
    if peer == "sqlite" {
        cargo.args(["--features", peer]);
    }
    assert!(cargo.status().expect("cargo").success(), "{cargo:?}");
    target.join("release").join(program)
}
