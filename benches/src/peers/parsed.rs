//! What the peers that parse the table at start-up have in common: rows that own their texts, and maps to find them by.

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde::Deserialize;

#[derive(Deserialize)]
#[allow(dead_code, reason = "a user would keep the rest too")]
pub struct Row {
    pub id: String,
    pub title: String,
    pub title_zh: String,
    pub category: String,
    pub section: u8,
    pub source_start: u32,
    pub obs_text: String,
    #[serde(with = "rust_decimal::serde::str")]
    pub obs_value: Decimal,
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

pub struct Table {
    pub rows: Vec<Row>,
    by_id: HashMap<String, usize>,
    by_category: HashMap<String, Vec<usize>>,
    by_category_unit: HashMap<String, HashMap<String, Vec<usize>>>,
}

impl Table {
    pub fn new(rows: Vec<Row>) -> Self {
        let mut table = Self {
            rows: Vec::new(),
            by_id: HashMap::new(),
            by_category: HashMap::new(),
            by_category_unit: HashMap::new(),
        };
        for (number, row) in rows.iter().enumerate() {
            table.by_id.insert(row.id.clone(), number);
            table.by_category.entry(row.category.clone()).or_default().push(number);
            let units = table.by_category_unit.entry(row.category.clone()).or_default();
            units.entry(row.unit.clone()).or_default().push(number);
        }
        table.rows = rows;
        table
    }

    pub fn by_id(&self, id: &str) -> Option<&Row> {
        self.by_id.get(id).map(|&number| &self.rows[number])
    }

    pub fn category(&self, category: &str) -> impl ExactSizeIterator<Item = &Row> {
        let numbers = self.by_category.get(category).map_or(&[][..], Vec::as_slice);
        numbers.iter().map(|&number| &self.rows[number])
    }

    pub fn category_unit(&self, category: &str, unit: &str) -> impl ExactSizeIterator<Item = &Row> {
        let numbers = self.by_category_unit.get(category).and_then(|units| units.get(unit));
        numbers.map_or(&[][..], Vec::as_slice).iter().map(|&number| &self.rows[number])
    }
}

/// The questions, of a lazily parsed `TABLE`.
macro_rules! ask_parsed {
    () => {
        pub type Row = &'static crate::peers::parsed::Row;

        pub fn id(row: Row) -> String {
            row.id.clone()
        }

        pub fn constant() -> Decimal {
            TABLE.by_id(super::CONSTANT).expect("a row").obs_value
        }

        pub fn by_id(id: &str) -> Option<Row> {
            TABLE.by_id(id)
        }

        pub fn count_category(ask: &Ask) -> usize {
            TABLE.category(ask.codes.category).len()
        }

        pub fn each_category(ask: &Ask, visit: impl FnMut(Row)) {
            TABLE.category(ask.codes.category).for_each(visit);
        }

        pub fn count_category_unit(ask: &Ask) -> usize {
            TABLE.category_unit(ask.codes.category, ask.codes.unit).len()
        }

        pub fn each_category_unit(ask: &Ask, visit: impl FnMut(Row)) {
            TABLE.category_unit(ask.codes.category, ask.codes.unit).for_each(visit);
        }

        fn four(ask: &Ask) -> impl Iterator<Item = Row> {
            let rows = TABLE.category_unit(ask.codes.category, ask.codes.unit);
            rows.filter(|row| row.stat_type == ask.codes.stat_type && row.admin_level == ask.codes.admin_level)
        }

        pub fn count_four(ask: &Ask) -> usize {
            four(ask).count()
        }

        pub fn each_four(ask: &Ask, visit: impl FnMut(Row)) {
            four(ask).for_each(visit);
        }

        pub fn each(visit: impl FnMut(Row)) {
            TABLE.rows.iter().for_each(visit);
        }

        pub fn sum_category_unit(ask: &Ask) -> Decimal {
            TABLE.category_unit(ask.codes.category, ask.codes.unit).map(|row| row.obs_value).sum()
        }

        pub fn read_all() {
            each(|row| {
                std::hint::black_box(row);
            });
        }
    };
}
pub(crate) use ask_parsed;
