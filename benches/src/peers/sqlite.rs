//! SQLite in memory, with indexes and prepared statements, filled on first use.

use std::cell::OnceCell;

use rusqlite::{Connection, OptionalExtension as _, Params, params};
use rust_decimal::Decimal;

use super::rows::{self, ROWS};
use crate::ask::Ask;

pub struct Row {
    id: String,
    obs_value: Decimal,
}

thread_local! {
    static TABLE: OnceCell<Connection> = const { OnceCell::new() };
}

fn with<T>(answer: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> T {
    TABLE.with(|table| answer(table.get_or_init(|| load().expect("a table"))).expect("an answer"))
}

fn load() -> rusqlite::Result<Connection> {
    let mut connection = Connection::open_in_memory()?;
    connection.execute_batch(
        "CREATE TABLE metrics (
             id TEXT PRIMARY KEY, title TEXT, title_zh TEXT, counted TEXT, counted_zh TEXT, category INT, section INT,
             source_start INT, obs_text TEXT, obs_value TEXT, comparator TEXT, unit INT, stat_type INT, time_period TEXT,
             period_basis TEXT, admin_level INT, of_metric TEXT, aggregate TEXT, headline INT, note TEXT, note_zh TEXT,
             keywords TEXT
         );
         CREATE INDEX by_category ON metrics (category, unit);",
    )?;
    let transaction = connection.transaction()?;
    let insert = format!("INSERT INTO metrics VALUES ({}?)", "?, ".repeat(21));
    for row in &ROWS {
        let rows::Row { id, title, title_zh, section, source_start, obs_text, comparator, .. } = row;
        let (category, unit, stat_type) = (row.category as u8, row.unit as u8, row.stat_type as u8);
        let (value, period) = (row.obs_value.to_string(), row.time_period.to_string());
        let (level, of, note, note_zh) =
            (row.admin_level.map(|level| level as u8), row.of_metric, row.note, row.note_zh);
        let row = params![
            id,
            title,
            title_zh,
            row.counted,
            row.counted_zh,
            category,
            section,
            source_start,
            obs_text,
            value,
            comparator,
            unit,
            stat_type,
            period,
            row.period_basis,
            level,
            of,
            row.aggregate,
            row.headline,
            note,
            note_zh,
            row.keywords
        ];
        transaction.prepare_cached(&insert)?.execute(row)?;
    }
    transaction.commit()?;
    Ok(connection)
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    // Exact decimals are texts to SQLite.
    Ok(Row { id: row.get(0)?, obs_value: row.get_ref(1)?.as_str()?.parse().expect("a decimal") })
}

fn rows(query: &str, params: impl Params) -> Vec<Row> {
    with(|table| table.prepare_cached(query)?.query_map(params, read)?.collect())
}

fn count(query: &str, params: impl Params) -> usize {
    let count: i64 = with(|table| table.prepare_cached(query)?.query_row(params, |row| row.get(0)));
    count as usize
}

pub fn id(row: &Row) -> &str {
    &row.id
}

pub fn value(row: Row) -> Decimal {
    row.obs_value
}

pub fn by_id(id: &str) -> Option<Row> {
    let query = "SELECT id, obs_value FROM metrics WHERE id = ?";
    with(|table| table.prepare_cached(query)?.query_row([id], read).optional())
}

pub fn all() -> Vec<Row> {
    rows("SELECT id, obs_value FROM metrics", [])
}

pub fn category(ask: &Ask) -> Vec<Row> {
    rows("SELECT id, obs_value FROM metrics WHERE category = ?", [ask.peers.0 as u8])
}

pub fn category_unit(ask: &Ask) -> Vec<Row> {
    let query = "SELECT id, obs_value FROM metrics WHERE category = ? AND unit = ?";
    rows(query, [ask.peers.0 as u8, ask.peers.1 as u8])
}

fn codes(ask: &Ask) -> [u8; 4] {
    [ask.peers.0 as u8, ask.peers.1 as u8, ask.peers.2 as u8, ask.peers.3 as u8]
}

pub fn four(ask: &Ask) -> Vec<Row> {
    let facets = "category = ? AND unit = ? AND stat_type = ? AND admin_level = ?";
    rows(&format!("SELECT id, obs_value FROM metrics WHERE {facets}"), codes(ask))
}

pub fn count_category_unit(ask: &Ask) -> usize {
    count("SELECT COUNT(*) FROM metrics WHERE category = ? AND unit = ?", [ask.peers.0 as u8, ask.peers.1 as u8])
}

pub fn count_four(ask: &Ask) -> usize {
    let facets = "category = ? AND unit = ? AND stat_type = ? AND admin_level = ?";
    count(&format!("SELECT COUNT(*) FROM metrics WHERE {facets}"), codes(ask))
}
