//! The table as text: rows of fields, as each peer starts from them. `build.rs` compiles this in too.

pub type Row<'a> = [&'a str; 17];

pub const COLUMNS: Row<'static> = [
    "id",
    "title",
    "title_zh",
    "category",
    "section",
    "source_start",
    "obs_text",
    "obs_value",
    "comparator",
    "unit",
    "stat_type",
    "time_period",
    "admin_level",
    "of_metric",
    "note",
    "note_zh",
    "keywords",
];

/// The place of a column.
#[allow(dead_code, reason = "not every peer needs it")]
pub fn at(column: &str) -> usize {
    COLUMNS.iter().position(|name| *name == column).expect("a column of the table")
}

/// The rows below the header, which the crate's own build has checked.
pub fn rows(table: &str) -> Vec<Row<'_>> {
    table
        .lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            fields.try_into().expect("seventeen fields")
        })
        .collect()
}
