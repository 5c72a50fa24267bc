//! What users would do, the crate first: each answers the same questions over the same rows.

pub mod by_hand;
pub mod derived;
pub mod rows;
#[cfg(feature = "sqlite")]
pub mod sqlite;

use std::collections::HashMap;

use crate::ask::Ask;

/// Expands to `$each!(module)` for the crate and each peer that is compiled in.
#[macro_export]
macro_rules! for_each_peer {
    ($each:ident) => {
        $each!(ours);
        $each!(array);
        $each!(sorted);
        $each!(starts);
        $each!(phf);
        $each!(hash_map);
        $each!(json);
        #[cfg(feature = "sqlite")]
        $each!(sqlite);
    };
}

/// The crate.
pub mod ours {
    use yongkang_metrics::{Metric, MetricSet};

    use super::Ask;

    pub type Row = Metric;

    pub fn id(row: &Row) -> &'static str {
        row.id()
    }

    pub fn value(row: Row) -> rust_decimal::Decimal {
        row.value()
    }

    pub fn time_period(row: Row) -> yongkang_metrics::Period {
        row.time_period()
    }

    pub fn by_id(id: &str) -> Option<Row> {
        Metric::from_id(id)
    }

    pub fn all() -> MetricSet {
        MetricSet::ALL
    }

    pub fn category(ask: &Ask) -> MetricSet {
        ask.ours.0.metrics()
    }

    pub fn category_unit(ask: &Ask) -> MetricSet {
        category(ask).unit(ask.ours.1)
    }

    pub fn four(ask: &Ask) -> MetricSet {
        category_unit(ask).stat_type(ask.ours.2).admin_level(ask.ours.3)
    }

    pub fn count_category_unit(ask: &Ask) -> usize {
        category_unit(ask).len()
    }

    pub fn count_four(ask: &Ask) -> usize {
        four(ask).len()
    }
}

/// What the peers with rows in memory have in common.
macro_rules! in_memory {
    () => {
        use super::{Ask, rows};

        pub type Row = &'static rows::Row;

        pub fn id(row: &Row) -> &'static str {
            row.id
        }

        pub fn value(row: Row) -> rust_decimal::Decimal {
            row.obs_value
        }

        pub fn time_period(row: Row) -> yongkang_metrics::Period {
            row.time_period
        }

        pub fn four(ask: &Ask) -> impl Iterator<Item = Row> {
            category_unit(ask).filter(|row| row.stat_type == ask.peers.2 && row.admin_level == Some(ask.peers.3))
        }

        pub fn count_category_unit(ask: &Ask) -> usize {
            category_unit(ask).count()
        }

        pub fn count_four(ask: &Ask) -> usize {
            four(ask).count()
        }
    };
}

/// A static array of structs, searched from one end to the other.
pub mod array {
    use super::rows::ROWS;

    in_memory!();

    pub fn by_id(id: &str) -> Option<Row> {
        ROWS.iter().find(|row| row.id == id)
    }

    pub fn all() -> impl Iterator<Item = Row> {
        ROWS.iter()
    }

    pub fn category(ask: &Ask) -> impl Iterator<Item = Row> {
        ROWS.iter().filter(|row| row.category == ask.peers.0)
    }

    pub fn category_unit(ask: &Ask) -> impl Iterator<Item = Row> {
        ROWS.iter().filter(|row| row.category == ask.peers.0 && row.unit == ask.peers.1)
    }
}

/// The array sorted by category and unit, with the places where each category begins; ids by binary search.
pub mod sorted {
    use super::rows::{IDS, SORTED, STARTS, UNITS};

    in_memory!();

    pub fn by_id(id: &str) -> Option<Row> {
        let found = IDS.binary_search_by_key(&id, |(id, _)| id).ok()?;
        Some(&SORTED[IDS[found].1])
    }

    pub fn all() -> impl Iterator<Item = Row> {
        SORTED.iter()
    }

    pub fn category(ask: &Ask) -> impl Iterator<Item = Row> {
        let category = ask.peers.0 as usize;
        SORTED[STARTS[category * UNITS]..STARTS[(category + 1) * UNITS]].iter()
    }

    pub fn category_unit(ask: &Ask) -> impl Iterator<Item = Row> {
        category(ask).filter(|row| row.unit == ask.peers.1)
    }
}

/// The same with the places where each unit of each category begins.
pub mod starts {
    use super::rows::{SORTED, STARTS, UNITS};

    in_memory!();

    pub use super::sorted::{all, by_id, category};

    pub fn category_unit(ask: &Ask) -> impl Iterator<Item = Row> {
        let at = ask.peers.0 as usize * UNITS + ask.peers.1 as usize;
        SORTED[STARTS[at]..STARTS[at + 1]].iter()
    }
}

/// Perfect hash maps, made at build time by phf_codegen, to the rows of the array.
pub mod phf {
    use super::rows::{BY_CATEGORY, BY_CATEGORY_UNIT, BY_ID};

    in_memory!();

    pub use super::array::all;

    pub fn by_id(id: &str) -> Option<Row> {
        BY_ID.get(id).copied()
    }

    pub fn category(ask: &Ask) -> impl Iterator<Item = Row> {
        BY_CATEGORY.get(&(ask.peers.0 as u8)).copied().unwrap_or_default().iter().copied()
    }

    pub fn category_unit(ask: &Ask) -> impl Iterator<Item = Row> {
        BY_CATEGORY_UNIT.get(&(ask.peers.0 as u8, ask.peers.1 as u8)).copied().unwrap_or_default().iter().copied()
    }
}

/// Maps to rows that a program fills on first use.
struct Maps {
    by_id: HashMap<&'static str, &'static rows::Row>,
    by_category: HashMap<rows::Category, Vec<&'static rows::Row>>,
    by_category_unit: HashMap<(rows::Category, rows::Unit), Vec<&'static rows::Row>>,
}

impl Maps {
    fn new(rows: &'static [rows::Row]) -> Self {
        let mut maps = Self { by_id: HashMap::new(), by_category: HashMap::new(), by_category_unit: HashMap::new() };
        for row in rows {
            maps.by_id.insert(row.id, row);
            maps.by_category.entry(row.category).or_default().push(row);
            maps.by_category_unit.entry((row.category, row.unit)).or_default().push(row);
        }
        maps
    }
}

macro_rules! in_maps {
    ($table:expr) => {
        in_memory!();

        static MAPS: Lazy<Maps> = Lazy::new(|| Maps::new(&$table));

        pub fn by_id(id: &str) -> Option<Row> {
            MAPS.by_id.get(id).copied()
        }

        pub fn all() -> impl Iterator<Item = Row> {
            $table.iter()
        }

        pub fn category(ask: &Ask) -> impl Iterator<Item = Row> {
            MAPS.by_category.get(&ask.peers.0).map_or(&[][..], Vec::as_slice).iter().copied()
        }

        pub fn category_unit(ask: &Ask) -> impl Iterator<Item = Row> {
            let key = (ask.peers.0, ask.peers.1);
            MAPS.by_category_unit.get(&key).map_or(&[][..], Vec::as_slice).iter().copied()
        }
    };
}

/// `HashMap`s behind a once_cell `Lazy`, to the rows of the array.
pub mod hash_map {
    use once_cell::sync::Lazy;

    use super::Maps;
    use super::rows::ROWS;

    in_maps!(ROWS);
}

/// JSON in the program, parsed by serde_json on first use, with such maps.
pub mod json {
    use once_cell::sync::Lazy;

    use super::Maps;

    static PARSED: Lazy<Vec<rows::Row>> = Lazy::new(|| {
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/metrics.json"))).expect("what the build wrote")
    });

    in_maps!(PARSED);
}
