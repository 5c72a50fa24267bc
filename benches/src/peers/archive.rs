//! What the rkyv peer embeds. `build.rs` compiles this in too, to write it.

use std::collections::HashMap;

use crate::tsv;

#[derive(rkyv::Archive, rkyv::Serialize)]
pub struct Row {
    pub id: String,
    pub title: String,
    pub title_zh: String,
    pub category: String,
    pub section: u8,
    pub source_start: u32,
    pub obs_text: String,
    /// Digits, and how many of them stand after the point.
    pub obs_value: (i64, u32),
    pub comparator: String,
    pub unit: String,
    pub stat_type: String,
    pub time_period: String,
    pub admin_level: String,
    pub of_metric: String,
    pub note: String,
    pub note_zh: String,
    pub keywords: String,
}

#[derive(rkyv::Archive, rkyv::Serialize)]
pub struct Table {
    pub rows: Vec<Row>,
    pub by_id: HashMap<String, u32>,
    pub by_category: HashMap<String, Vec<u32>>,
    pub by_category_unit: HashMap<String, HashMap<String, Vec<u32>>>,
}

#[allow(dead_code, reason = "for build.rs")]
impl Table {
    pub fn new(rows: &[tsv::Row<'_>]) -> Self {
        let mut table = Self {
            rows: rows.iter().map(Row::new).collect(),
            by_id: HashMap::new(),
            by_category: HashMap::new(),
            by_category_unit: HashMap::new(),
        };
        for (number, row) in (0..).zip(&table.rows) {
            table.by_id.insert(row.id.clone(), number);
            table.by_category.entry(row.category.clone()).or_default().push(number);
            let units = table.by_category_unit.entry(row.category.clone()).or_default();
            units.entry(row.unit.clone()).or_default().push(number);
        }
        table
    }
}

#[allow(dead_code, reason = "for build.rs")]
impl Row {
    fn new(fields: &tsv::Row<'_>) -> Self {
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
            admin_level,
            of_metric,
            note,
            note_zh,
            keywords,
        ] = fields.map(ToOwned::to_owned);
        let scale = obs_value.split_once('.').map_or(0, |(_, fraction)| fraction.len() as u32);
        Self {
            id,
            title,
            title_zh,
            category,
            section: section.parse().expect("a section"),
            source_start: source_start.parse().expect("an offset"),
            obs_text,
            obs_value: (obs_value.replace('.', "").parse().expect("a decimal"), scale),
            comparator,
            unit,
            stat_type,
            time_period,
            admin_level,
            of_metric,
            note,
            note_zh,
            keywords,
        }
    }
}
