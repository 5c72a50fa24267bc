//! Writes the table as a user of each peer would have it written: as JSON, as arrays of structs, and as perfect hash maps.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::{env, fs};

const METRICS: &str = "../data/metrics.tsv";

/// The columns that a user would have an enum for.
const ENUMS: [(&str, &str); 4] =
    [("category", "Category"), ("unit", "Unit"), ("stat_type", "StatType"), ("admin_level", "AdminLevel")];
const MAY_BE_EMPTY: [&str; 7] = ["comparator", "admin_level", "of_metric", "aggregate", "headline", "note", "note_zh"];
const NUMBERS: [&str; 3] = ["section", "source_start", "headline"];

/// A row by the names of its columns.
type Row<'a> = BTreeMap<&'a str, &'a str>;

fn main() {
    println!("cargo::rerun-if-changed={METRICS}");
    let table = fs::read_to_string(METRICS).expect("the crate's table");
    let mut lines = table.lines().map(|line| line.split('\t'));
    let columns: Vec<&str> = lines.next().expect("a header").collect();
    let rows: Vec<Row<'_>> = lines.map(|fields| columns.iter().copied().zip(fields).collect()).collect();
    write("metrics.json", &format!("[{}]", rows.iter().map(json).collect::<Vec<_>>().join(",\n")));
    write("rows.rs", &(enums(&rows) + &array("ROWS", &rows) + &sorted(&rows) + &maps(&rows) + &by_id(&rows)));
}

fn write(file: &str, content: &str) {
    fs::write(PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join(file), content).expect("OUT_DIR");
}

fn json(row: &Row<'_>) -> String {
    let field = |(column, text): (&&str, &&str)| match *column {
        column if text.is_empty() && MAY_BE_EMPTY.contains(&column) => format!("{column:?}:null"),
        column if NUMBERS.contains(&column) => format!("{column:?}:{text}"),
        // No field holds a quotation mark, a backslash or a control character.
        _ => format!("{column:?}:\"{text}\""),
    };
    format!("{{{}}}", row.iter().map(field).collect::<Vec<_>>().join(","))
}

/// The codes of a column, in the order of the enum.
fn codes<'a>(rows: &[Row<'a>], column: &str) -> Vec<&'a str> {
    let codes: BTreeSet<&str> = rows.iter().map(|row| row[column]).filter(|code| !code.is_empty()).collect();
    codes.into_iter().collect()
}

fn enums(rows: &[Row<'_>]) -> String {
    let one = |(column, name): (&str, &str)| {
        let variants: Vec<String> = codes(rows, column).into_iter().map(variant).collect();
        format!(
            "#[derive(Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]\n\
             #[serde(rename_all = \"kebab-case\")]\npub enum {name} {{ {} }}\n",
            variants.join(", ")
        )
    };
    ENUMS.map(one).concat()
}

/// `yuan-per-mu` is `YuanPerMu`.
fn variant(code: &str) -> String {
    code.split_inclusive('-').map(|word| word[..1].to_ascii_uppercase() + word[1..].trim_end_matches('-')).collect()
}

fn array(name: &str, rows: &[Row<'_>]) -> String {
    let rows: Vec<String> = rows.iter().map(literal).collect();
    format!("pub static {name}: [Row; {}] = [\n{},\n];\n", rows.len(), rows.join(",\n"))
}

fn literal(row: &Row<'_>) -> String {
    let field = |(&column, &text): (&&str, &&str)| {
        let name = ENUMS.iter().find(|(coded, _)| *coded == column);
        let value = match column {
            column if NUMBERS.contains(&column) => text.to_owned(),
            "obs_value" => {
                let scale = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
                format!("decimal({}, {scale})", text.replace('.', ""))
            }
            "time_period" => {
                let numbers: Vec<u32> = text.split(['-', '/']).map(|number| number.parse().expect("a date")).collect();
                format!("period({numbers:?})")
            }
            _ => name.map_or_else(|| format!("{text:?}"), |(_, name)| format!("{name}::{}", variant(text))),
        };
        match MAY_BE_EMPTY.contains(&column) {
            true if text.is_empty() => format!("{column}: None"),
            true => format!("{column}: Some({value})"),
            false => format!("{column}: {value}"),
        }
    };
    format!("Row {{ {} }}", row.iter().map(field).collect::<Vec<_>>().join(", "))
}

/// The rows by category and unit, where those of each begin, and the order of the ids.
fn sorted(rows: &[Row<'_>]) -> String {
    let mut rows = rows.to_vec();
    rows.sort_by_key(|row| (row["category"], row["unit"]));
    let mut starts = Vec::new();
    for category in codes(&rows, "category") {
        for unit in codes(&rows, "unit") {
            starts.push(rows.partition_point(|row| (row["category"], row["unit"]) < (category, unit)));
        }
    }
    starts.push(rows.len());
    let mut ids: Vec<(&str, usize)> = rows.iter().enumerate().map(|(number, row)| (row["id"], number)).collect();
    ids.sort_unstable();
    format!(
        "{}pub const UNITS: usize = {};\npub static STARTS: [usize; {}] = {starts:?};\n\
         pub static IDS: [(&str, usize); {}] = {ids:?};\n",
        array("SORTED", &rows),
        codes(&rows, "unit").len(),
        starts.len(),
        ids.len()
    )
}

/// A `match` from ids to rows.
fn by_id(rows: &[Row<'_>]) -> String {
    let arm = |(number, row): (usize, &Row<'_>)| format!("        {:?} => Some(&ROWS[{number}]),\n", row["id"]);
    let arms: String = rows.iter().enumerate().map(arm).collect();
    format!(
        "pub fn by_id(id: &str) -> Option<&'static Row> {{\n    match id {{\n{arms}        _ => None,\n    }}\n}}\n"
    )
}

/// Perfect hash maps: from ids, from categories, and from both category and unit, to rows.
fn maps(rows: &[Row<'_>]) -> String {
    let mut by_id = phf_codegen::Map::new();
    let (mut by_category, mut by_category_unit) = (phf_codegen::Map::new(), phf_codegen::Map::new());
    let found = |is: &dyn Fn(&Row<'_>) -> bool| {
        let numbers = rows.iter().enumerate().filter(|(_, row)| is(row)).map(|(number, _)| format!("&ROWS[{number}]"));
        format!("&[{}]", numbers.collect::<Vec<_>>().join(", "))
    };
    for (number, row) in rows.iter().enumerate() {
        by_id.entry(row["id"], format!("&ROWS[{number}]"));
    }
    for (c, category) in (0u8..).zip(codes(rows, "category")) {
        by_category.entry(c, found(&|row| row["category"] == category));
        for (u, unit) in (0u8..).zip(codes(rows, "unit")) {
            by_category_unit.entry((c, u), found(&|row| (row["category"], row["unit"]) == (category, unit)));
        }
    }
    format!(
        "pub static BY_ID: phf::Map<&str, &Row> = {};\npub static BY_CATEGORY: phf::Map<u8, &[&Row]> = {};\n\
         pub static BY_CATEGORY_UNIT: phf::Map<(u8, u8), &[&Row]> = {};\n",
        by_id.build(),
        by_category.build(),
        by_category_unit.build()
    )
}
