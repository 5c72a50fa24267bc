//! Breaks the tables in every way that a slip of the hand or a bad tool would, and shows that each is caught.
//!
//! ```text
//! YONGKANG_REPORT=path/to/the/report.txt cargo test --test mutation -- --nocapture
//! ```
//!
//! prints the table of classes: how many mutations were tried, what caught them, how many were missed. `YONGKANG_SEED` and
//! `YONGKANG_MUTATIONS` (for each class) set other numbers than the usual ones.

extern crate alloc;

#[allow(dead_code)]
#[path = "../../src/compiler/mod.rs"]
mod compiler;
#[path = "../../src/hash.rs"]
mod hash;
#[path = "../../src/ledger.rs"]
#[allow(dead_code)]
mod ledger;
#[path = "../../src/numeral.rs"]
mod numeral;
#[path = "../../src/precision.rs"]
#[allow(dead_code)]
mod precision;
#[path = "../support/report.rs"]
mod report;
#[path = "../../src/units.rs"]
#[allow(dead_code)]
mod units;
#[path = "../../src/vocabulary.rs"]
#[allow(dead_code)]
mod vocabulary;

mod classes;

use std::collections::BTreeSet;
use std::env;

use classes::{CLASSES, Source};
use ledger::{Report, Span};

const SEED: u64 = 330_784;
const MUTATIONS: usize = 500;

/// What no check can catch, because nothing else says the same twice.
const BY_NATURE: &str = "\
title and title_zh but for what is counted, category, note: our own words and judgement;
stat_type level for flow, admin_level, the reason of an exclusion: judgement too;
of_metric for another metric that could be qualified likewise;
the order of rows that share one printed figure: they have none.";

/// What catches a mutation, in the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Check {
    /// The table compiler, in the build script.
    Compiler,
    /// The ledger, in `audit`.
    Audit,
    /// The register of ids, tests/ids.txt: ids are stable, and their number says how many rows there are.
    Register,
}
use Check::{Audit, Compiler, Register};

struct Checks {
    report: Report,
    register: BTreeSet<&'static str>,
}

impl Checks {
    /// What catches these tables; `None` if nothing does.
    fn catch(&self, metrics: &[u8], exclusions: &[u8]) -> Option<Check> {
        let Ok(tables) = compiler::check(metrics, exclusions) else {
            return Some(Compiler);
        };
        let metrics: Vec<Span<'_>> =
            tables.metrics.iter().map(|row| span(row.section, row.source_start, &row.obs_text)).collect();
        let exclusions: Vec<Span<'_>> =
            tables.exclusions.iter().map(|row| span(row.section, row.source_start, &row.text)).collect();
        if !self.report.examine(&metrics, &exclusions).is_empty() {
            return Some(Audit);
        }
        let ids: BTreeSet<&str> = tables.metrics.iter().map(|row| &*row.id).collect();
        (ids != self.register).then_some(Register)
    }
}

fn span(section: u8, start: u32, text: &str) -> Span<'_> {
    let start = start as usize;
    Span { section, start, text }
}

fn checks(report: &str) -> Checks {
    Checks { report: Report::new(report), register: include_str!("../ids.txt").lines().collect() }
}

fn setting<T: std::str::FromStr>(name: &str, usual: T) -> T {
    match env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name}={text}; expected a number")),
        Err(_) => usual,
    }
}

#[test]
fn the_tables_are_right_before_they_are_broken() {
    let Some(report) = report::read() else { return };
    let source = Source::read();
    assert_eq!(checks(&report).catch(&source.metrics(), &source.exclusions()), None);
}

#[test]
fn no_mutation_is_missed() {
    let Some(report) = report::read() else { return };
    let checks = checks(&report);
    let seed = setting("YONGKANG_SEED", SEED);
    let mutations = setting("YONGKANG_MUTATIONS", MUTATIONS);
    let source = Source::read();
    let right = (source.metrics(), source.exclusions());
    let mut failures = Vec::new();
    let mut total = 0;

    println!("\nseed {seed}\n");
    println!("{:<34}{:>7}{:>10}{:>7}{:>10}{:>8}", "class", "tried", "compiler", "audit", "register", "missed");
    for class in CLASSES {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut caught = [0; 3];
        let mut missed = 0;
        let mut tried = 0;
        while tried < mutations {
            let Some(tables) = (class.mutate)(&source, &mut random).filter(|tables| *tables != right) else {
                continue;
            };
            tried += 1;
            match checks.catch(&tables.0, &tables.1) {
                Some(check) if class.caught_by.contains(&check) => caught[check as usize] += 1,
                Some(check) => failures.push(format!(
                    "{}: caught by {check:?}, which is not said of it:\n{}",
                    class.name,
                    difference(&right, &tables)
                )),
                None => {
                    missed += 1;
                    failures.push(format!("{}: missed:\n{}", class.name, difference(&right, &tables)));
                }
            }
        }
        total += tried;
        let [compiler, audit, register] = caught;
        println!("{:<34}{tried:>7}{compiler:>10}{audit:>7}{register:>10}{missed:>8}", class.name);
    }
    println!("{:<34}{total:>7}\n\nNo check can catch, by nature:\n{BY_NATURE}\n", "all");
    assert!(failures.is_empty(), "{} failures; the first:\n{}", failures.len(), failures[0]);
}

/// The lines that are not the same in both.
fn difference(right: &(Vec<u8>, Vec<u8>), broken: &(Vec<u8>, Vec<u8>)) -> String {
    let lines = |tables: &(Vec<u8>, Vec<u8>)| -> Vec<String> {
        let text = String::from_utf8_lossy(&tables.0).into_owned() + &String::from_utf8_lossy(&tables.1);
        text.lines().map(str::to_owned).collect()
    };
    let (right, broken) = (lines(right), lines(broken));
    let gone = right.iter().filter(|line| !broken.contains(line)).map(|line| format!("- {line}\n"));
    let new = broken.iter().filter(|line| !right.contains(line)).map(|line| format!("+ {line}\n"));
    gone.chain(new).collect()
}
