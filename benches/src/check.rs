//! The limits that continuous integration holds the crate to.

use std::process::ExitCode;

use crate::instructions::{self, Figures, PEERS, grouped, of};
use crate::{callgrind, results, rows, sizes, synthetic};

/// A figure that must not be more than a limit.
struct Limit {
    what: String,
    found: f64,
    most: f64,
}

fn limit(what: impl Into<String>, found: f64, most: f64) -> Limit {
    Limit { what: what.into(), found, most }
}

pub fn run() -> ExitCode {
    let (figures, allocations) = instructions::figures();
    let mut limits = of_instructions(&figures);
    limits.extend([of_allocations(&allocations), of_whole_program(), of_size(), of_1000_rows()]);
    verdict(&limits)
}

fn verdict(limits: &[Limit]) -> ExitCode {
    for Limit { what, found, most } in limits {
        let verdict = if found <= most { "ok" } else { "TOO MUCH" };
        println!("{verdict:8} {:>7} of at most {:>7}: {what}", grouped(*found), grouped(*most));
    }
    let passed = limits.iter().all(|limit| limit.found <= limit.most);
    if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// How many times what a peer takes a question may take: what users do most.
const TIMES: [(&str, &str, f64); 5] = [
    ("id_hit", "by_hand", 1.5),
    ("id_miss", "by_hand", 1.5),
    ("read_category_unit", "starts", 1.5),
    ("read_category", "sorted", 1.6),
    ("read_all", "array", 1.0),
];

/// What has no such peer, in instructions.
const MOST: [(&str, f64); 8] = [
    ("first_find", 180_000.0),
    ("find", 60_000.0),
    ("year_before", 8_000.0),
    ("period", 600.0),
    ("slip", 50_000.0),
    ("figure", 16_000.0),
    ("figures", 16_000.0),
    ("long_figure", 24_000.0),
];

/// The same of what the compiler knows.
const MOST_COMPILED: [(&str, f64); 4] =
    [("const_value", 2.0), ("const_count", 0.0), ("const_for", 3.0), ("const_for_each", 3.0)];

fn of_instructions(figures: &Figures) -> Vec<Limit> {
    let of_peer = |peer, most: &[(&'static str, f64)]| {
        let one = |&(name, most): &(&str, f64)| limit(label(figures, name), of(figures, peer, name).expect(name), most);
        most.iter().map(one).collect::<Vec<_>>()
    };
    let mut limits = of_peer("ours", &MOST);
    limits.extend(of_peer("compiled", &MOST_COMPILED));
    for (name, peer, most) in TIMES {
        let put = |peer| of(figures, peer, name).expect("a question that was put");
        limits.push(limit(format!("times {peer}: {}", label(figures, name)), put("ours") / put(peer), most));
    }
    let json = |peer| of(figures, peer, "json").expect("a question that was put");
    limits.push(limit("times serde_derive: all records as JSON", json("ours") / json("array"), 1.2));
    limits
}

fn label(figures: &Figures, name: &str) -> String {
    let named = figures.iter().find(|(question, _)| question.name == name);
    named.map_or_else(String::new, |(question, _)| question.label.clone())
}

fn of_allocations(figures: &Figures) -> Limit {
    let asks = figures.iter().filter(|(question, _)| question.peer == "ours" && !ALLOCATE.contains(&question.name));
    limit("allocations, of all questions whose answer is none", asks.map(|(_, count)| count).sum(), 0.0)
}

/// They answer with a text or a list.
const ALLOCATE: [&str; 13] = [
    "json",
    "find",
    "first_find",
    "filter",
    "slip",
    "slip_shown",
    "displayed",
    "cited",
    "figure",
    "figures",
    "long_figure",
    "check",
    "audits",
];

/// In instructions of the build script, which no other work on the machine changes: were rows held against rows without need, 15 times
/// as many would take 200 times what they take.
fn of_1000_rows() -> Limit {
    let found = rows::script(&synthetic::longer()) / rows::script(&synthetic::real());
    limit("times what the build script takes for the real table: 1 000 rows", found, 20.0)
}

/// From process start to end, so that nothing the crate did before `main` could hide. What is over the question is for the loader, and
/// 2 000 for each line more in `/proc/self/maps`, which std reads: a program has one where its last page holds no byte of its file. The
/// two programs have names of one length, as the loader looks at them too.
fn of_whole_program() -> Limit {
    let count = |program| callgrind::count(&sizes::build(program, "ours"), |program| program).1 as f64;
    limit("a whole program that asks once, over one that does nothing", count("first") - count("empty"), 3_000.0)
}

/// 55 KiB, most of it for the addresses of texts, which each take 40 bytes beside the text. What is counted takes ten of them, as of a
/// metric it is a text in English and a list of texts in Chinese; the names that excluded numerals stand in take five.
fn of_size() -> Limit {
    let found = sizes::read_all("ours").over_empty(sizes::empty()).bytes - sizes::tables();
    limit("bytes of a program that reads all, over an empty one and the tables", found, 56_320.0)
}

/// Where more than twice what it takes these peers is accepted: `instructions::WHY` says why.
const ACCEPTED: [(&str, &[&str], f64); 11] = [
    ("value", &["array"], 8.0),
    ("time_period", &["array"], 7.0),
    ("count_category_unit", &["starts"], 13.0),
    ("first", &["starts"], 13.0),
    ("read_category_unit", &["starts"], 2.7),
    ("read_category", &["sorted", "starts"], 2.5),
    ("sum", &["by_hand"], 100.0),
    ("divide", &["by_hand"], 3.5),
    ("multiply", &["by_hand"], 6.0),
    ("year_before", &["by_hand"], 4.0),
    ("find", &["by_hand"], 4.0),
];

/// Of a longer table, on which this program was built: every question against every peer.
pub fn ratios() -> ExitCode {
    let (figures, allocations) = instructions::figures();
    results::put("instructions-1000", &(instructions::table(&figures, &allocations) + &instructions::behind(&figures)));
    let mut limits = Vec::new();
    for (question, count) in figures.iter().filter(|(question, _)| question.peer == "ours") {
        for (peer, name) in PEERS.iter().filter(|(peer, _)| *peer != "ours") {
            if let Some(other) = of(&figures, peer, question.name) {
                let accepted = ACCEPTED.iter().find(|(name, to, _)| *name == question.name && to.contains(peer));
                let most = accepted.map_or(2.0, |(_, _, most)| *most);
                limits.push(limit(format!("times {name}: {}", question.label), count / other, most));
            }
        }
    }
    verdict(&limits)
}
