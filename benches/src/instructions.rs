//! Instructions and allocations of each question to each peer.

use std::alloc::System;
use std::env;
use std::process::Command;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use yongkang_metrics_benches::questions::{self, Question};

use crate::{callgrind, results};

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// A count for each question.
pub type Figures = Vec<(Question, f64)>;

/// Puts every question. Run under callgrind, which counts what each takes once all is warm.
pub fn probe() {
    warm();
    questions::floor();
    questions::put_all(&mut |_, put| put());
}

/// Whatever is prepared on first use is so after this.
fn warm() {
    questions::compare();
    let _ = yongkang_metrics::search("metrics");
}

/// One answer from one peer: a whole program. Says how often it allocated.
pub fn first(peer: &str, name: &str) {
    questions::floor();
    questions::put_all(&mut |question, put| {
        if (question.peer, question.name) == (peer, name) {
            println!("{}", allocations(put));
        }
    });
}

/// How many times a piece of work allocates.
fn allocations(work: &mut dyn FnMut()) -> usize {
    let region = Region::new(COUNTED);
    work();
    let change = region.change();
    change.allocations + change.reallocations
}

/// All counts, of instructions and of allocations.
pub fn figures() -> (Figures, Figures) {
    questions::compare();
    let all = callgrind::run(&["probe"]);
    let (mut instructions, mut allocated) = (Vec::new(), Vec::new());
    questions::put_all(&mut |question, put| {
        put();
        let count = allocations(put) as f64 / question.times as f64;
        allocated.push((question.clone(), count));
        let count = all.question(question.path).expect("a question that was put");
        instructions.push((question.clone(), count));
        if question.name == "count_category_unit" || (question.peer, question.name) == ("ours", "find") {
            let arguments = ["first", question.peer, question.name];
            let count = callgrind::run(&arguments).question(question.path).expect("the question");
            let output = Command::new(env::current_exe().expect("this program")).args(arguments).output();
            let output = String::from_utf8(output.expect("a run of this program").stdout).expect("a number");
            let name = if question.name == "find" { "first_find" } else { "first" };
            let label = format!("{}, the first answer of a program", question.label);
            let question = Question { name, label, ..question };
            allocated.push((question.clone(), output.trim().parse().expect("a number")));
            instructions.push((question, count));
        }
    });
    (instructions, allocated)
}

/// The figure of a question to a peer, if it is put to it.
pub fn of(figures: &Figures, peer: &str, name: &str) -> Option<f64> {
    let found = figures.iter().find(|(question, _)| (question.peer, question.name) == (peer, name));
    found.map(|(_, count)| *count)
}

pub fn run() {
    let (instructions, allocations) = figures();
    results::put("instructions", &(table(&instructions, &allocations) + &behind(&instructions)));
}

/// A table with a column for each peer, in which each cell has a figure and, unless 0, allocations.
pub fn table(figures: &Figures, allocations: &Figures) -> String {
    let peers: Vec<(&str, &str)> =
        PEERS.into_iter().filter(|(peer, _)| figures.iter().any(|(q, _)| q.peer == *peer)).collect();
    let names: Vec<&str> = peers.iter().map(|(_, name)| *name).collect();
    let mut text = format!("| question | {} |\n|---|{}\n", names.join(" | "), "---|".repeat(peers.len()));
    for (question, ours) in figures.iter().filter(|(question, _)| question.peer == "ours") {
        let cell = |(peer, _): &(&str, &str)| {
            let Some(count) = of(figures, peer, question.name) else { return String::new() };
            let mut remarks = Vec::new();
            if *peer != "ours" {
                remarks.push(format!("×{}", ratio(count / ours)));
            }
            if let Some(count) = of(allocations, peer, question.name).filter(|count| *count > 0.0) {
                remarks.push(format!("{} allocations", grouped(count)));
            }
            let remarks = if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join(", ")) };
            grouped(count) + &remarks
        };
        let cells: Vec<String> = peers.iter().map(cell).collect();
        text += &format!("| {} | {} |\n", question.label, cells.join(" | "));
    }
    let compiled: Vec<_> = figures.iter().filter(|(question, _)| question.peer == "compiled").collect();
    if !compiled.is_empty() {
        text += "\n| with what is known when the program is compiled | this crate |\n|---|---|\n";
    }
    for (question, count) in compiled {
        text += &format!("| {} | {} |\n", question.label, grouped(*count));
    }
    text
}

/// What each peer is called in tables.
pub const PEERS: [(&str, &str); 9] = [
    ("ours", "this crate"),
    ("by_hand", "by hand"),
    ("array", "array"),
    ("sorted", "sorted array, starts by category"),
    ("starts", "… by category and unit"),
    ("phf", "phf"),
    ("hash_map", "HashMap"),
    ("json", "serde_json"),
    ("sqlite", "SQLite"),
];

/// The questions where a peer is ahead, and why that is accepted.
pub fn behind(figures: &Figures) -> String {
    let mut text = String::from("\nWhere a peer is ahead, and why that is accepted:\n\n");
    for (question, ours) in figures.iter().filter(|(question, _)| question.peer == "ours") {
        let is_ahead = |peer: &str| of(figures, peer, question.name).is_some_and(|count| count < *ours);
        let ahead: Vec<&str> = PEERS.iter().filter(|(peer, _)| is_ahead(peer)).map(|(_, name)| *name).collect();
        if !ahead.is_empty() {
            let why = WHY.iter().find(|(names, _)| names.contains(&question.name));
            let why = why.map_or("NO REASON IS KNOWN, and one is wanted.", |(_, why)| why);
            text += &format!("- {} ({}): {why}\n", question.label, ahead.join(", "));
        }
    }
    text
}

const WHY: [(&[&str], &str); 8] = [
    (
        &["value", "time_period"],
        "a metric is a number of two bytes, good for every column, which is held against the length of the table; a row of an \
         array is an address.",
    ),
    (
        &["count_category_unit", "first"],
        "two places subtracted, against the bits of an intersection counted, for which not every x86-64 has an instruction. The \
         places answer this question and no other; a table numbered by category and unit would lose the report's order.",
    ),
    (
        &["read_category_unit", "read_category", "read_four"],
        "rows that lie together take five instructions each, and rows of a set eight to eleven: the lowest bit is found and \
         cleared, its place is added to that of its word and held against the length of the table. A table can be sorted by one \
         pair of facets, and a set is of any.",
    ),
    (
        &["sum"],
        "most of it is the addition of decimals, each with a scale of its own. By hand the table is sorted for this question, and its \
         values are i64 of one scale, which a table of large and of fine ones has not.",
    ),
    (
        &["divide", "multiply", "year_before"],
        "each end is rounded outward, excluded or missing as it has to be, and signs and zeros are looked at first. By hand the \
         signs are known, and the last digit may cut off what is possible.",
    ),
    (
        &["json"],
        "texts are most of it, and the same for both. Decimals go by their `Display`, as the feature of rust_decimal that writes \
         them would be one more for users to build.",
    ),
    (
        &["find"],
        "memmem finds the word in any row and says no more. `search` ranks by where it stands, takes several words, either number \
         of a noun and either script, and cuts none out of a number.",
    ),
    (&["id_hit", "id_miss"], "it is such a match."),
];

/// With two digits that say something.
fn ratio(ratio: f64) -> String {
    if ratio < 1.0 { format!("{ratio:.2}") } else { grouped(if ratio < 10.0 { ratio } else { ratio.round() }) }
}

/// `12 345`, and one digit after the point if it says something.
pub fn grouped(number: f64) -> String {
    let rounded = (number.abs() * 10.0).round() / 10.0;
    let digits = (rounded.trunc() as u64).to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).expect("digits")).collect();
    let tenth = (rounded.fract() * 10.0).round() as u64;
    let sign = if number < 0.0 && rounded > 0.0 { "-" } else { "" };
    let rest = if tenth > 0 && digits.len() < 4 { format!(".{tenth}") } else { String::new() };
    format!("{sign}{}{rest}", groups.join(" "))
}
