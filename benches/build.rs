//! Hands the table to each peer in the form that its users would keep it in.

use std::path::PathBuf;
use std::{env, fs};

#[path = "src/tsv.rs"]
mod tsv;

#[cfg(feature = "rkyv")]
#[path = "src/peers/archive.rs"]
mod archive;

const METRICS: &str = "../data/metrics.tsv";

fn main() {
    println!("cargo::rerun-if-changed={METRICS}");
    let table = fs::read_to_string(METRICS).expect("the crate's table");
    let rows = tsv::rows(&table);
    write("metrics.tsv", &table);
    write("metrics.json", json(&rows));
    if cfg!(any(feature = "array", feature = "phf")) {
        write("rows.rs", structs(&rows));
    }
    #[cfg(feature = "phf")]
    write("maps.rs", maps(&rows));
    #[cfg(feature = "rkyv")]
    write("metrics.rkyv", rkyv::to_bytes::<rkyv::rancor::Error>(&archive::Table::new(&rows)).expect("an archive"));
}

fn write(file: &str, content: impl AsRef<[u8]>) {
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(folder.join(file), content).expect("a file in OUT_DIR");
}

/// An array of objects, all fields as text but for the two small numbers.
fn json(rows: &[tsv::Row<'_>]) -> String {
    let object = |row: &tsv::Row<'_>| {
        let field = |(name, value): (&&str, &&str)| match *name {
            "section" | "source_start" => format!("{name:?}:{value}"),
            // No field holds a quotation mark, a backslash or a control character.
            _ => format!("{name:?}:\"{value}\""),
        };
        let fields: Vec<_> = tsv::COLUMNS.iter().zip(row).map(field).collect();
        format!("{{{}}}", fields.join(","))
    };
    let objects: Vec<_> = rows.iter().map(object).collect();
    format!("[{}]", objects.join(",\n"))
}

/// A static array of structs.
fn structs(rows: &[tsv::Row<'_>]) -> String {
    let level_of = |code: &str| match code {
        "" => "None".to_owned(),
        code => format!("Some(AdminLevel::{})", variant(code)),
    };
    let row = |row: &tsv::Row<'_>| {
        let [
            id,
            title,
            title_zh,
            category,
            section,
            source_start,
            obs_text,
            obs_value,
            comparator,
            unit,
            stat_type,
            time_period,
            level,
            of_metric,
            note,
            note_zh,
            keywords,
        ] = *row;
        let scale = obs_value.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let mantissa = obs_value.replace('.', "");
        let admin_level = level_of(level);
        let (category, unit, stat_type) = (variant(category), variant(unit), variant(stat_type));
        format!(
            "Row {{ id: {id:?}, title: {title:?}, title_zh: {title_zh:?}, category: Category::{category}, \
             section: {section}, source_start: {source_start}, obs_text: {obs_text:?}, \
             obs_value: decimal({mantissa}, {scale}), comparator: {comparator:?}, unit: Unit::{unit}, \
             stat_type: StatType::{stat_type}, time_period: {time_period:?}, admin_level: {admin_level}, \
             of_metric: {of_metric:?}, note: {note:?}, note_zh: {note_zh:?}, keywords: {keywords:?} }}"
        )
    };
    let rows: Vec<_> = rows.iter().map(row).collect();
    format!("pub static ROWS: [Row; {}] = [\n{},\n];", rows.len(), rows.join(",\n"))
}

/// `yuan-per-mu` is `YuanPerMu`.
fn variant(code: &str) -> String {
    code.split('-').map(|word| word[..1].to_ascii_uppercase() + &word[1..]).collect()
}

/// Perfect hash maps: from ids to rows, and from categories to units to rows.
#[cfg(feature = "phf")]
fn maps(rows: &[tsv::Row<'_>]) -> String {
    use std::collections::BTreeMap;
    let mut by_id = phf_codegen::Map::new();
    let (id, category, unit) = (tsv::at("id"), tsv::at("category"), tsv::at("unit"));
    let mut facets: BTreeMap<&str, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
    for (number, row) in rows.iter().enumerate() {
        by_id.entry(row[id], number.to_string());
        facets.entry(row[category]).or_default().entry(row[unit]).or_default().push(number);
    }
    let mut by_category = phf_codegen::Map::new();
    let mut by_category_unit = phf_codegen::Map::new();
    for (category, units) in &facets {
        let mut all: Vec<_> = units.values().flatten().collect();
        all.sort_unstable();
        by_category.entry(*category, format!("&{all:?}"));
        let mut by_unit = phf_codegen::Map::new();
        for (unit, rows) in units {
            by_unit.entry(*unit, format!("&{rows:?}"));
        }
        by_category_unit.entry(*category, by_unit.build().to_string());
    }
    format!(
        "static BY_ID: phf::Map<&str, usize> = {};\n\
         static BY_CATEGORY: phf::Map<&str, &[usize]> = {};\n\
         static BY_CATEGORY_UNIT: phf::Map<&str, phf::Map<&str, &[usize]>> = {};\n",
        by_id.build(),
        by_category.build(),
        by_category_unit.build(),
    )
}
