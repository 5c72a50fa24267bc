//! Breaks the tables in every way that a slip of the hand or a bad tool would, and shows that each is caught.
//!
//! ```text
//! YONGKANG_REPORT=path/to/the/report.txt cargo test --package yongkang-metrics-mutation -- --nocapture
//! ```
//!
//! prints the table of classes: how many mutations were tried, what caught them, how many passed, and why nothing tells of these. `YONGKANG_SEED`,
//! `YONGKANG_MUTATIONS` (for each class of mutations by chance) and `YONGKANG_PASSES` (how many may pass beside those) set other numbers
//! than the usual ones.

#![cfg(test)]

extern crate alloc;

/// Leaves out what only the library needs of the files that it shares.
macro_rules! library {
    ($($item:tt)*) => {};
}

#[path = "../support/audited.rs"]
mod audited;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/beside.rs"]
mod beside;
#[allow(dead_code, reason = "the build script uses the rest")]
#[path = "../../src/compiler/mod.rs"]
mod compiler;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/ledger.rs"]
mod ledger;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/model/mod.rs"]
mod model;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/printer.rs"]
mod printer;
#[path = "../compiler/prose.rs"]
mod prose;
#[path = "../support/report.rs"]
mod report;
#[path = "../../src/sha256.rs"]
mod sha256;
#[path = "../support/tables.rs"]
mod tables;
#[path = "../../src/text.rs"]
mod text;
#[path = "../../src/titles.rs"]
mod titles;
#[path = "../../src/model/units.rs"]
mod units;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/unknown.rs"]
mod unknown;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/vocabulary.rs"]
mod vocabulary;
#[path = "../../src/wording.rs"]
mod wording;

mod chance;
mod classes;
mod cut;
mod every;
mod meaning;
mod source;

use std::env;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use classes::{CLASSES, Class, Mutations};
use compiler::Tables;
use ledger::Report;
use source::{Files, Source};
use yongkang_metrics::{Aggregate, Category, Exclusion, ExclusionReason, Metric, Section, Unit};

const SEED: u64 = 330_784;
const MUTATIONS: usize = 270;

/// What no check can catch, because nothing else says the same twice.
const BY_NATURE: &str = "\
our own words: ids that no other row names, about, note, keywords, and the order of categories, units and aggregates;
the words of a unit that no figure has, and the nouns of a unit that no title has;
codes of other standards that are those of no other unit: QUDT, Recommendation 20;
one indicator of several that share a figure, dropped with all that names it, where neither 各, 均 nor a rank says so;
traditional characters that simplified Chinese writes too, as 乾 for 干.
Harmless: a byte order mark, CRLF, and the order of rows that share one printed figure.";

/// What catches a mutation, in the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Check {
    /// The table compiler, in the build script.
    Build,
    /// The ledger and the hash, in `audit`.
    Audit,
    /// Our own tests, which hold our tables to our style.
    Style,
}
use Check::{Audit, Build, Style};

struct Checks {
    report: Report,
    sha256: String,
}

impl Checks {
    fn new(report: &str) -> Self {
        let sha256 = sha256::digest(report.as_bytes()).map(|word| format!("{word:08x}")).concat();
        let report = Report::new(report);
        Self { report, sha256 }
    }

    /// What catches these tables; `None` if nothing does.
    fn catch(&self, files: &Files) -> Option<Check> {
        let Ok(tables) = compiler::compile(files) else { return Some(Build) };
        let is_audited = self.is_clean(&tables) && tables.report.fields.sha256.text == self.sha256;
        if is_audited { (!prose::faults(&tables).is_empty()).then_some(Style) } else { Some(Audit) }
    }

    fn is_clean(&self, tables: &Tables<'_>) -> bool {
        let (entries, names) = (audited::entries(tables), audited::names(tables));
        let mut examination = self.report.examine(&entries);
        titles::check(&mut examination, &names);
        // Sentences last, as they take longer than all else.
        if examination.findings.is_empty() {
            wording::check(&mut examination, &names.metrics);
        }
        examination.findings.is_empty()
    }
}

fn setting<T: std::str::FromStr>(name: &str, usual: T) -> T {
    match env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name}={text}; expected a number")),
        Err(_) => usual,
    }
}

/// What came of the mutations of a class.
#[derive(Default)]
struct Outcome {
    caught: [usize; 3],
    passed: usize,
    failures: Vec<String>,
}

fn run(class: &Class, source: &Source, checks: &Checks, seed: u64, mutations: usize) -> Outcome {
    let mut outcome = Outcome::default();
    let mut check = |files: Files| {
        if files == source.files {
            return false;
        }
        let caught = checks.catch(&files);
        match caught {
            Some(check) => outcome.caught[check as usize] += 1,
            None => outcome.passed += 1,
        }
        let may_pass = class.passes.is_some_and(|(most, _)| outcome.passed <= most);
        if !caught.map_or(may_pass, |check| class.caught_by.contains(&check)) {
            outcome.failures.push(format!("{}: {caught:?}:\n{}", class.name, difference(&source.files, &files)));
        }
        true
    };
    match class.mutations {
        Mutations::Every(every) => every(source, &mut |files| _ = check(files)),
        Mutations::ByChance(mutate) | Mutations::Anywhere(mutate) => {
            let mut random = fastrand::Rng::with_seed(seed);
            let mut tried = 0;
            while tried < mutations {
                tried += usize::from(mutate(source, &mut random).is_some_and(&mut check));
            }
        }
    }
    outcome
}

#[test]
fn the_tables_are_right_before_they_are_broken() {
    let Some(report) = report::read() else { return };
    let (checks, source) = (Checks::new(&report), Source::read(&report));
    for files in [source.files.clone(), source.plain().files] {
        assert_eq!(compiler::compile(&files).map(|tables| prose::faults(&tables)), Ok(Vec::new()));
        assert_eq!(checks.catch(&files), None);
    }
}

#[test]
fn no_mutation_is_missed() {
    let Some(report) = report::read() else { return };
    let (checks, source) = (Checks::new(&report), Source::read(&report));
    let plain = source.plain();
    let (seed, mutations) = (setting("YONGKANG_SEED", SEED), setting("YONGKANG_MUTATIONS", MUTATIONS));
    let (next, outcomes) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(class) = CLASSES.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let anywhere = matches!(class.mutations, Mutations::Anywhere(_));
                    let source = if anywhere { &source } else { &plain };
                    let outcome = run(class, source, &checks, seed, mutations);
                    outcomes.lock().expect("no thread panics").push((class.name, outcome));
                }
            });
        }
    });
    let outcomes = outcomes.into_inner().expect("no thread panics");

    println!("\nseed {seed}\n\n{:<52}{:>7}{:>7}{:>7}{:>7}{:>8}", "class", "tried", "build", "audit", "style", "passed");
    let mut total = 0;
    for class in CLASSES {
        let (_, outcome) = outcomes.iter().find(|(name, _)| *name == class.name).expect("each class was run");
        let ([build, audit, style], passed) = (outcome.caught, outcome.passed);
        let tried = build + audit + style + passed;
        let share = class.passes.map_or(String::new(), |(_, why)| format!("  {}%: {why}", passed * 100 / tried.max(1)));
        println!("{:<52}{tried:>7}{build:>7}{audit:>7}{style:>7}{passed:>8}{share}", class.name);
        total += tried;
    }
    println!("{:<52}{total:>7}\n\nNo check can catch, by nature:\n{BY_NATURE}\n", "all");
    let failures: usize = outcomes.iter().map(|(_, outcome)| outcome.failures.len()).sum();
    let shown = setting("YONGKANG_SHOWN", 2);
    let shown: Vec<&str> =
        outcomes.iter().flat_map(|(_, outcome)| outcome.failures.iter().take(shown)).map(String::as_str).collect();
    // Of the tables of another report more may pass than these classes say.
    let most = setting("YONGKANG_PASSES", 0);
    assert!(failures <= most, "{failures} failures; the first of each class:\n{}", shown.join("\n"));
    println!("{failures} of at most {most} beside those");
}

/// The lines that are not the same in both.
fn difference(right: &Files, broken: &Files) -> String {
    let lines = |files: &Files| -> Vec<String> {
        String::from_utf8_lossy(&files.concat()).lines().map(str::to_owned).collect()
    };
    let (right, broken) = (lines(right), lines(broken));
    let gone = right.iter().filter(|line| !broken.contains(line)).map(|line| format!("- {line}\n"));
    let new = broken.iter().filter(|line| !right.contains(line)).map(|line| format!("+ {line}\n"));
    gone.chain(new).collect()
}
