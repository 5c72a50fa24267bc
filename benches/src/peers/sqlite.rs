//! SQLite in memory, with indexes and prepared statements, filled on first use.

use std::cell::OnceCell;

use rusqlite::{Connection, OptionalExtension, Params, params, params_from_iter};
use rust_decimal::Decimal;

use crate::ask::Ask;
use crate::tsv;

/// The number of a row.
pub type Row = i64;

thread_local! {
    static TABLE: OnceCell<Connection> = const { OnceCell::new() };
}

fn with<T>(answer: impl FnOnce(&Connection) -> T) -> T {
    TABLE.with(|table| answer(table.get_or_init(|| load().expect("what the build wrote"))))
}

fn load() -> rusqlite::Result<Connection> {
    let mut connection = Connection::open_in_memory()?;
    connection.set_prepared_statement_cache_capacity(32);
    connection.execute_batch(&format!(
        "CREATE TABLE metrics (number INTEGER PRIMARY KEY, {} TEXT NOT NULL);
         CREATE UNIQUE INDEX by_id ON metrics (id);
         CREATE INDEX by_category ON metrics (category);
         CREATE INDEX by_category_unit ON metrics (category, unit);",
        tsv::COLUMNS.join(" TEXT NOT NULL, ")
    ))?;
    let transaction = connection.transaction()?;
    let places = vec!["?"; tsv::COLUMNS.len()].join(", ");
    let insert = format!("INSERT INTO metrics ({}) VALUES ({places})", tsv::COLUMNS.join(", "));
    for row in tsv::rows(include_str!(concat!(env!("OUT_DIR"), "/metrics.tsv"))) {
        transaction.prepare_cached(&insert)?.execute(params_from_iter(row))?;
    }
    transaction.commit()?;
    Ok(connection)
}

fn count(query: &str, params: impl Params) -> usize {
    let count: i64 = with(|table| table.prepare_cached(query)?.query_row(params, |row| row.get(0))).expect("a number");
    count as usize
}

fn each_of(query: &str, params: impl Params, mut visit: impl FnMut(Row)) {
    with(|table| -> rusqlite::Result<()> {
        let mut statement = table.prepare_cached(query)?;
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            visit(row.get(0)?);
        }
        Ok(())
    })
    .expect("rows");
}

fn value(text: String) -> Decimal {
    text.parse().expect("a decimal")
}

pub fn id(row: Row) -> String {
    let query = "SELECT id FROM metrics WHERE number = ?";
    with(|table| table.prepare_cached(query)?.query_row([row], |row| row.get(0))).expect("an id")
}

pub fn constant() -> Decimal {
    let query = "SELECT obs_value FROM metrics WHERE id = ?";
    value(with(|table| table.prepare_cached(query)?.query_row([super::CONSTANT], |row| row.get(0))).expect("a value"))
}

pub fn by_id(id: &str) -> Option<Row> {
    let query = "SELECT number FROM metrics WHERE id = ?";
    with(|table| table.prepare_cached(query)?.query_row([id], |row| row.get(0)).optional()).expect("an answer")
}

pub fn count_category(ask: &Ask) -> usize {
    count("SELECT COUNT(*) FROM metrics WHERE category = ?", [ask.codes.category])
}

pub fn each_category(ask: &Ask, visit: impl FnMut(Row)) {
    each_of("SELECT number FROM metrics WHERE category = ? ORDER BY number", [ask.codes.category], visit);
}

pub fn count_category_unit(ask: &Ask) -> usize {
    let params = [ask.codes.category, ask.codes.unit];
    count("SELECT COUNT(*) FROM metrics WHERE category = ? AND unit = ?", params)
}

pub fn each_category_unit(ask: &Ask, visit: impl FnMut(Row)) {
    let params = [ask.codes.category, ask.codes.unit];
    each_of("SELECT number FROM metrics WHERE category = ? AND unit = ? ORDER BY number", params, visit);
}

pub fn count_four(ask: &Ask) -> usize {
    let codes = &ask.codes;
    count(
        "SELECT COUNT(*) FROM metrics WHERE category = ? AND unit = ? AND stat_type = ? AND admin_level = ?",
        params![codes.category, codes.unit, codes.stat_type, codes.admin_level],
    )
}

pub fn each_four(ask: &Ask, visit: impl FnMut(Row)) {
    let codes = &ask.codes;
    each_of(
        "SELECT number FROM metrics WHERE category = ? AND unit = ? AND stat_type = ? AND admin_level = ? ORDER BY number",
        params![codes.category, codes.unit, codes.stat_type, codes.admin_level],
        visit,
    );
}

pub fn each(visit: impl FnMut(Row)) {
    each_of("SELECT number FROM metrics ORDER BY number", [], visit);
}

/// Exact decimals are texts to SQLite, so they are added outside it.
pub fn sum_category_unit(ask: &Ask) -> Decimal {
    let query = "SELECT obs_value FROM metrics WHERE category = ? AND unit = ?";
    with(|table| {
        let mut statement = table.prepare_cached(query)?;
        let values = statement.query_map([ask.codes.category, ask.codes.unit], |row| row.get(0).map(value))?;
        values.sum::<rusqlite::Result<Decimal>>()
    })
    .expect("a sum")
}

pub fn read_all() {
    each(|row| {
        std::hint::black_box(row);
    });
}
