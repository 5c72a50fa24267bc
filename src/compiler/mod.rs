//! The table compiler: reads the tables, checks them, and writes Rust.
//!
//! Not a part of the library: `build.rs` compiles it in, and so do the tests. In the order in which they are used: [`table`] cuts
//! bytes into clean fields, [`fields`] reads what each says by itself, [`rows`] makes whole rows of them, [`check`] holds the rows
//! against the rules and each other, with [`aggregates`] for what its name says, [`write`] turns what passed into Rust source, and
//! [`pages`] into its documentation. Names and titles are held against codes by the audit, as they change no answer.

pub mod aggregates;
pub mod check;
pub mod dates;
pub mod fields;
pub mod names;
pub mod pages;
pub mod rows;
pub mod table;
pub mod write;

pub use rows::{FILES, Tables};
pub use table::Fault;

/// Reads and checks the tables, whose bytes come in the order of [`FILES`]. Gives either all that they say, or what is wrong
/// with them, in the order of the files and lines.
///
/// That is every field that cannot be read, or else every rule between fields and rows that is broken: to hold rows against others
/// that could not be read would only tell the same mistake again, in many places.
pub fn compile(files: &[Vec<u8>; FILES.len()]) -> Result<Tables<'_>, Vec<Fault>> {
    let mut faults = table::Faults::default();
    let tables = Tables::read(files, &mut faults);
    // `Tables::read` gives what it could read, also beside faults: `Some` alone is no proof.
    if let Some(tables) = tables.filter(|_| faults.0.is_empty()) {
        check::check(&tables, &mut faults);
        if faults.0.is_empty() {
            return Ok(tables);
        }
    }
    let place = |Fault { place, .. }: &Fault| (fields::number_of(place.file, &FILES), place.line, place.column);
    let faults = &faults.0;
    let mut sorted: Vec<Fault> = Vec::new();
    for number in table::order(faults.len(), &|a, b| place(&faults[a]).cmp(&place(&faults[b]))) {
        // A field with a bad word twice, `元 元`, has the same fault twice. Sorted by place the two are neighbours.
        if sorted.last() != Some(&faults[number]) {
            sorted.push(faults[number].clone());
        }
    }
    Err(sorted)
}
