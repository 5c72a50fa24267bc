//! Instructions and allocations of each question to each peer.

use std::env;
use std::hint::black_box;
use std::process::Command;

use yongkang_metrics::MetricSet;
use yongkang_metrics_benches::ask::{self, Ask};
use yongkang_metrics_benches::peers::ours;
use yongkang_metrics_benches::{for_each_peer, questions};

use crate::{allocations, callgrind, results};

/// One figure: of a peer, by the name of the question.
pub struct Figure {
    pub peer: &'static str,
    pub question: &'static str,
    pub count: f64,
}

/// Puts every question. Run under callgrind, which counts what each takes once all is warm.
pub fn probe() {
    questions::floor();
    macro_rules! put {
        ($peer:ident) => {
            // Whatever is prepared on first use is so after this.
            questions::$peer::check([ask::AWARDS, ask::TRADE, ask::TALENTS].into_iter());
            questions::$peer::put_all(|_, question| question());
        };
    }
    for_each_peer!(put);
    questions::constant_sets::put_all();
}

/// One answer from one peer: a whole program.
pub fn first(peer: &str) {
    questions::floor();
    macro_rules! put {
        ($peer:ident) => {
            if peer == stringify!($peer) {
                black_box(questions::$peer::first(black_box(&ask::TRADE)));
            }
        };
    }
    for_each_peer!(put);
}

pub fn first_allocations(peer: &str) {
    println!("{}", allocations::of(|| first(peer)));
}

/// All instruction counts. `question` is `first` for the first answer of a program, with what that prepares.
pub fn instructions() -> Vec<Figure> {
    let warm = callgrind::run(&["probe"]);
    let mut figures = Vec::new();
    macro_rules! collect {
        ($peer:ident) => {
            let peer = stringify!($peer);
            questions::$peer::put_all(|question, _| {
                let count = warm.question(&format!("{peer}::{question}")).expect("a question that was put");
                figures.push(Figure { peer, question, count });
            });
            let count = callgrind::run(&["first", peer]).question(&format!("{peer}::first")).expect("the question");
            figures.push(Figure { peer, question: "first", count });
        };
    }
    for_each_peer!(collect);
    for question in CONSTANT_SETS {
        let count = warm.question(&format!("constant_sets::{question}")).expect("a question that was put");
        figures.push(Figure { peer: "constant_sets", question, count });
    }
    figures
}

const CONSTANT_SETS: [&str; 10] = [
    "const_count",
    "const_for",
    "const_for_each",
    "const_by_hand",
    "const_value",
    "bounds",
    "typed_total",
    "typed_total_of_1",
    "indexes",
    "indexes_of_1",
];

/// How many metrics the sets of `typed_total` and `indexes` have.
pub const MEMBERS: usize = questions::constant_sets::MEMBERS;

/// How often a question is put at a time.
pub fn times(question: &str) -> f64 {
    match question {
        "id_hit" => ask::ids().len() as f64,
        "id_miss" => ask::MISSES.len() as f64,
        _ => 1.0,
    }
}

/// All counts of allocations, each of a question that was put before.
pub fn allocations() -> Vec<Figure> {
    let mut figures = Vec::new();
    macro_rules! collect {
        ($peer:ident) => {
            let peer = stringify!($peer);
            questions::$peer::put_all(|question, put| {
                put();
                figures.push(Figure { peer, question, count: allocations::of(put) as f64 / times(question) });
            });
            let output = Command::new(env::current_exe().expect("this program"))
                .args(["first-allocations", peer])
                .output()
                .expect("a run of this program");
            let count = String::from_utf8_lossy(&output.stdout).trim().parse().expect("a number");
            figures.push(Figure { peer, question: "first", count });
        };
    }
    for_each_peer!(collect);
    figures
}

/// Holds every answer of every peer against the crate's.
pub fn compare_answers() {
    macro_rules! compare {
        ($peer:ident) => {
            questions::$peer::check(Ask::every().into_iter());
        };
    }
    for_each_peer!(compare);
}

pub fn run() {
    compare_answers();
    results::put("instructions", &table(&instructions(), &allocations()));
}

/// What each question is, and how many metrics its answer has if it names them, in the order of the table.
fn questions() -> [(&'static str, &'static str, Option<usize>); 13] {
    let two = |ask: &Ask| Some(ours::count_category_unit(ask));
    [
        ("constant", "value of one metric, named in the source", None),
        ("id_hit", "by id, there (mean)", None),
        ("id_miss", "by id, not there (mean of 4)", None),
        ("category_count", "category: count", None),
        ("category_each", "category: visit", Some(ours::count_category(&ask::AWARDS))),
        ("category_unit_count", "category and unit: count", None),
        ("category_unit_each", "category and unit: visit", two(&ask::TRADE)),
        ("category_unit_each_of_5", "category and unit: visit", two(&ask::AWARDS)),
        ("four_count", "four facets: count", None),
        ("four_each", "four facets: visit", Some(ours::count_four(&ask::TALENTS))),
        ("each", "all: visit", Some(MetricSet::ALL.len())),
        ("sum_of_5", "category and unit: sum", two(&ask::AWARDS)),
        ("first", "category and unit: count, the first answer of a program", None),
    ]
}

/// A table with a column for each peer, in which each cell has instructions and, unless 0, allocations.
pub fn table(instructions: &[Figure], allocations: &[Figure]) -> String {
    let mut peers: Vec<&str> = instructions.iter().map(|figure| figure.peer).collect();
    peers.dedup();
    peers.retain(|peer| *peer != "constant_sets");
    let count = |figures: &[Figure], peer: &str, question: &str| {
        figures.iter().find(|figure| figure.peer == peer && figure.question == question).map(|figure| figure.count)
    };
    let names: Vec<_> = peers.iter().map(|peer| name(peer)).collect();
    let mut text = format!("| question | {} |\n|---|{}\n", names.join(" | "), "---|".repeat(peers.len()));
    for (question, about, members) in questions() {
        if count(instructions, "ours", question).is_none() {
            continue;
        }
        let cell = |peer: &&str| {
            let number = count(instructions, peer, question)?;
            let mut remarks = Vec::new();
            if *peer != "ours" {
                remarks.push(format!("×{}", ratio(number / count(instructions, "ours", question)?)));
            }
            if let Some(count) = count(allocations, peer, question).filter(|count| *count > 0.0) {
                remarks.push(format!("{} allocations", grouped(count)));
            }
            let remarks = if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join(", ")) };
            Some(grouped(number) + &remarks)
        };
        let cells: Vec<_> = peers.iter().map(|peer| cell(peer).unwrap_or_default()).collect();
        let members = members.map_or(String::new(), |members| format!(" {members}"));
        text += &format!("| {about}{members} | {} |\n", cells.join(" | "));
    }
    if instructions.iter().any(|figure| figure.peer == "constant_sets") {
        text += "\n| with what is known when the program is compiled | this crate |\n|---|---|\n";
    }
    for figure in instructions.iter().filter(|figure| figure.peer == "constant_sets") {
        text += &format!("| `{}` | {} |\n", figure.question, grouped(figure.count));
    }
    text
}

/// With two digits that say something.
fn ratio(ratio: f64) -> String {
    if ratio < 1.0 { format!("{ratio:.2}") } else { grouped(if ratio < 10.0 { ratio } else { ratio.round() }) }
}

/// What a peer is called in tables.
pub fn name(peer: &str) -> &str {
    match peer {
        "ours" => "this crate",
        "array" => "array of structs",
        "json" => "serde_json",
        peer => peer,
    }
}

/// `12 345`, and one digit after the point if it says something.
pub fn grouped(number: f64) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    let whole = (rounded.abs().trunc() as u64).to_string();
    let mut text = String::from(if rounded < 0.0 { "-" } else { "" });
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    let tenth = (rounded.abs().fract() * 10.0).round() as u64;
    if tenth > 0 && whole.len() < 4 { format!("{text}.{tenth}") } else { text }
}
