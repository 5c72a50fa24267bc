//! `cargo bench`: runs the benchmarks of the package in this folder, with what `cargo bench -- …` is told. They are no benchmarks of
//! the crate itself, as all who run its tests would have to build criterion and the peers.

use std::env;
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let told = env::args().skip(1).filter(|argument| argument != "--bench");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["bench", "--package", "yongkang-metrics-benches", "--bench", "time", "--"]).args(told);
    if cargo.status().expect("cargo").success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
