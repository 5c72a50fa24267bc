//! Breaks the tables in every way that a slip of the hand or a bad tool would, and shows that each is caught.
//!
//! ```text
//! YONGKANG_REPORT=path/to/the/report.txt cargo test --test mutation -- --nocapture
//! ```
//!
//! prints the table of classes: how many mutations were tried, what caught them, how many were missed. `YONGKANG_SEED` and
//! `YONGKANG_MUTATIONS` (for each class of mutations by chance) set other numbers than the usual ones.

extern crate alloc;

/// Leaves out what only the library needs of the files that it shares.
macro_rules! library {
    ($($item:tt)*) => {};
}

#[allow(dead_code, reason = "the build script uses the rest")]
#[path = "../../src/compiler/mod.rs"]
mod compiler;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/ledger.rs"]
mod ledger;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/model/mod.rs"]
mod model;
#[path = "../compiler/prose.rs"]
mod prose;
#[path = "../support/report.rs"]
mod report;
#[path = "../../src/sha256.rs"]
mod sha256;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/unknown.rs"]
mod unknown;
#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../../src/vocabulary.rs"]
mod vocabulary;

mod chance;
mod classes;
mod cut;
mod every;
mod source;

use std::env;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use classes::{CLASSES, Class, Mutations};
use compiler::Tables;
use compiler::rows::{ExclusionRow, MetricRow};
use ledger::{Entries, Report, Row, Subject};
use source::{Files, Source};
use vocabulary::StatType;
use yongkang_metrics::{Exclusion, Metric, Section};

const SEED: u64 = 330_784;
const MUTATIONS: usize = 270;

/// What no check can catch, because nothing else says the same twice.
const BY_NATURE: &str = "\
our own words: names, titles but for what is counted, ids that no other row names and ids changed wherever they stand, about,
  note, keywords, and the order of categories and units;
our own judgement: which numerals are metrics, category, admin_level, stat_type among level, flow and threshold, the reason of
  an exclusion but for dates, the relation of a pair, and of_metric where a metric could qualify another and does not;
the unit for another with the same measure word, where the title is changed to its noun;
the words of a unit that no figure has, and the nouns of a unit that no title has;
codes of other standards: GB/T 2260, ISO 3166-2, UCUM, QUDT, Recommendation 20;
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
        let report = Report::new(report);
        let sha256 = sha256::digest(report.text().as_bytes()).map(|word| format!("{word:08x}")).concat();
        Self { report, sha256 }
    }

    /// What catches these tables; `None` if nothing does.
    fn catch(&self, files: &Files) -> Option<Check> {
        let Ok(tables) = compiler::compile(files) else { return Some(Build) };
        let is_clean = self.report.examine(&entries(&tables)).findings.is_empty()
            && tables.report.fields.sha256.text == self.sha256;
        if is_clean { (!prose::faults(&tables).is_empty()).then_some(Style) } else { Some(Audit) }
    }
}

/// As `audit` makes them of the compiled tables, but all of one subject and section: nobody asks what the findings are about.
fn entries<'a>(tables: &Tables<'a>) -> Entries<'a> {
    let subject = Subject::Report;
    let metric = |row: &MetricRow<'a>| {
        let months = (row.stat_type != StatType::Streak).then_some((row.period.start.month, row.period.end.month));
        Row { subject, start: row.passage.start as usize, text: row.passage.text, months }
    };
    let exclusion = |row: &ExclusionRow<'a>| Row {
        subject,
        start: row.passage.start as usize,
        text: row.passage.text,
        months: None,
    };
    Entries {
        characters: tables.report.characters as usize,
        sections: tables.sections.iter().map(|section| (Section::ALL[0], section.start as usize)).collect(),
        units: tables.units.iter().flat_map(|unit| unit.printed.iter().copied()).collect(),
        metrics: tables.metrics.iter().map(metric).collect(),
        exclusions: tables.exclusions.iter().map(exclusion).collect(),
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
    missed: usize,
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
            None => outcome.missed += 1,
        }
        if !class.may_be_missed() && !caught.is_some_and(|check| class.caught_by.contains(&check)) {
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
    assert_eq!(checks.catch(&source.files), None);
    assert_eq!(checks.catch(&source.plain().files), None);
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
                    let anywhere = class.may_be_missed() || matches!(class.mutations, Mutations::Anywhere(_));
                    let source = if anywhere { &source } else { &plain };
                    let outcome = run(class, source, &checks, seed, mutations);
                    outcomes.lock().expect("no thread panics").push((class.name, outcome));
                }
            });
        }
    });
    let outcomes = outcomes.into_inner().expect("no thread panics");

    println!("\nseed {seed}\n\n{:<50}{:>7}{:>7}{:>7}{:>7}{:>8}", "class", "tried", "build", "audit", "style", "missed");
    let mut total = [0; 2];
    for class in CLASSES {
        let (_, outcome) = outcomes.iter().find(|(name, _)| *name == class.name).expect("each class was run");
        let ([build, audit, style], missed) = (outcome.caught, outcome.missed);
        let tried = build + audit + style + missed;
        let note = if class.may_be_missed() { "  (may be missed)" } else { "" };
        println!("{:<50}{tried:>7}{build:>7}{audit:>7}{style:>7}{missed:>8}{note}", class.name);
        total[usize::from(class.may_be_missed())] += tried;
    }
    let [all, rest] = total;
    println!("{:<50}{all:>7}", "all that must be caught");
    println!("{:<50}{rest:>7}\n\nNo check can catch, by nature:\n{BY_NATURE}\n", "all that may be missed");
    let failures: Vec<&String> = outcomes.iter().flat_map(|(_, outcome)| &outcome.failures).collect();
    let shown: Vec<&str> = failures.iter().take(setting("YONGKANG_SHOWN", 10)).map(|failure| &***failure).collect();
    assert!(failures.is_empty(), "{} failures; the first:\n{}", failures.len(), shown.join("\n"));
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
