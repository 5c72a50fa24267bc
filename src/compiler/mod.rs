//! The table compiler: reads the tables, checks them, and writes Rust.
//!
//! Not a part of the library: `build.rs` compiles it in, and so do the tests. In the order in which they are used: [`table`] cuts
//! bytes into clean fields, [`read`] reads what each field says, [`check`] holds the rows against the rules and each other, [`write`]
//! turns what passed into Rust source, and [`pages`] into its documentation.

pub mod check;
pub mod dates;
pub mod pages;
pub mod read;
pub mod table;
pub mod write;

use std::cmp::Ordering;

pub use read::{FILES, Tables};
pub use table::Fault;

/// The numbers below `len` in the order of what they stand for, and in their own order where that is equal.
///
/// Sorts by insertion: tables are short, and to compile a sort of the standard library takes longer than to sort one by this.
pub fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order = Vec::new();
    for number in 0..len {
        let place = order.partition_point(|other| compare(*other, number) != Ordering::Greater);
        order.insert(place, number);
    }
    order
}

/// Reads and checks the tables, whose bytes come in the order of [`FILES`]. Gives either all that they say, or all that is wrong
/// with them, in the order of the files and lines.
pub fn compile(files: &[Vec<u8>; FILES.len()]) -> Result<Tables<'_>, Vec<Fault>> {
    let mut faults = table::Faults::default();
    let tables = Tables::read(files, &mut faults);
    check::check(&tables, &mut faults);
    if faults.0.is_empty() { Ok(tables) } else { Err(sorted(&faults.0)) }
}

/// In the order of their places, and none twice.
fn sorted(faults: &[Fault]) -> Vec<Fault> {
    let file = |fault: &Fault| FILES.iter().position(|file| *file == fault.file);
    let place = |fault: &Fault| (file(fault), fault.line, fault.column);
    let mut sorted: Vec<Fault> = Vec::new();
    for number in order(faults.len(), &|a, b| place(&faults[a]).cmp(&place(&faults[b]))) {
        if sorted.last() != Some(&faults[number]) {
            sorted.push(faults[number].clone());
        }
    }
    sorted
}
