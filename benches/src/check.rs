//! The limits that continuous integration holds the crate to.

use std::process::ExitCode;

use crate::instructions::{self, Figure, grouped};
use crate::{callgrind, rows, sizes, synthetic};

/// A figure that must not be more than a limit.
struct Limit {
    what: &'static str,
    found: f64,
    most: f64,
}

pub fn run() -> ExitCode {
    instructions::compare_answers();
    let mut limits = of_instructions(&instructions::instructions());
    limits.push(of_allocations(&instructions::allocations()));
    limits.push(of_whole_program());
    limits.push(of_size());
    limits.push(of_1000_rows());
    let mut passed = true;
    for Limit { what, found, most } in limits {
        let verdict = if found <= most { "ok" } else { "TOO MUCH" };
        passed &= found <= most;
        println!("{verdict:8} {:>6} of at most {:>6}: {what}", grouped(found), grouped(most));
    }
    if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn of_instructions(figures: &[Figure]) -> Vec<Limit> {
    let of = |question: &str| {
        let ours = |figure: &&Figure| ["ours", "constant_sets"].contains(&figure.peer) && figure.question == question;
        figures.iter().find(ours).expect("a question that was put").count
    };
    // Of a set of several over a set of one: the rest is the same for both.
    let members = instructions::MEMBERS as f64 - 1.0;
    let per_member = |several: &str, one: &str| (of(several) - of(one)) / members;
    let limit = |what, found, most| Limit { what, found, most };
    vec![
        limit("category and unit: count", of("category_unit_count"), 35.0),
        limit("category and unit: visit", of("category_unit_each"), 35.0),
        limit("the same of a constant set: count", of("const_count"), 0.0),
        limit(
            "the same of a constant set: for_each, over its metrics by hand",
            of("const_for_each") - of("const_by_hand"),
            0.0,
        ),
        limit("the same of a constant set: for, over its metrics by hand", of("const_for") - of("const_by_hand"), 50.0),
        limit("id to metric, there (mean of all)", of("id_hit"), 40.0),
        limit("four facets: count", of("four_count"), 45.0),
        limit("four facets: visit", of("four_each"), 45.0),
        limit(
            "typed total with its bounds, for each member more than to visit it",
            per_member("typed_total", "typed_total_of_1") - per_member("indexes", "indexes_of_1"),
            20.0,
        ),
        limit("bounds of a metric", of("bounds"), 30.0),
        limit("first answer of a program, over the same later", of("first") - of("category_unit_count"), 0.0),
    ]
}

fn of_allocations(figures: &[Figure]) -> Limit {
    let found = figures.iter().filter(|figure| figure.peer == "ours").map(|figure| figure.count).sum();
    Limit { what: "allocations, of all questions together", found, most: 0.0 }
}

/// A ratio, as the machine may be busy: were a row dear, 15 times as many would take more, and so would 300 times as many pairs.
fn of_1000_rows() -> Limit {
    let real = rows::rebuild(&synthetic::real(), 3).cpu;
    let found = rows::rebuild(&synthetic::longer(), 3).cpu / real;
    Limit { what: "times what the real table takes to build: 1 000 rows", found, most: 4.0 }
}

/// From process start to end, so that nothing the crate did before `main` could hide. What is over the question is for the
/// loader; the two programs have names of one length, as it looks at them too.
fn of_whole_program() -> Limit {
    let count = |program| callgrind::count(&sizes::build(program, "ours"), &[]).1 as f64;
    let found = count("first") - count("empty");
    Limit { what: "a whole program that asks once, over one that does nothing", found, most: 100.0 }
}

/// 36 KiB, most of it for the addresses of texts, which each take 40 bytes beside the text.
fn of_size() -> Limit {
    let found = sizes::read_all("ours").over_empty(sizes::empty()).bytes - sizes::tables();
    Limit { what: "bytes of a program that reads all, over an empty one and the tables", found, most: 36_864.0 }
}
