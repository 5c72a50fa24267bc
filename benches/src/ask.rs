//! What is asked for.

use std::collections::HashSet;

use once_cell::sync::Lazy;
use serde::Deserialize;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error, StrDeserializer};
use yongkang_metrics::{AdminLevel, Category, Metric, MetricSet, StatType, Unit};

use crate::peers::rows;

/// Four facets, as the crate has them and as the peers do. A question uses the first so many.
#[derive(Clone, Copy)]
pub struct Ask {
    pub ours: (Category, Unit, StatType, AdminLevel),
    pub peers: (rows::Category, rows::Unit, rows::StatType, rows::AdminLevel),
}

impl Ask {
    fn new(category: Category, unit: Unit, stat_type: StatType, level: AdminLevel) -> Self {
        let peers = (own(category.code()), own(unit.code()), own(stat_type.code()), own(level.code()));
        Self { ours: (category, unit, stat_type, level), peers }
    }

    /// All that there is to ask for: each combination that metrics have, and some that none has.
    pub fn every() -> Vec<Self> {
        let levels = || AdminLevel::ALL.iter().copied().filter(|level| !level.metrics().is_empty());
        let mut seen = HashSet::new();
        let mut asks = vec![Self::new(Category::Talent, Unit::Percent, StatType::Rank, AdminLevel::County)];
        for metric in MetricSet::ALL {
            for level in
                levels().filter(|level| seen.insert((metric.category(), metric.unit(), metric.stat_type(), *level)))
            {
                asks.push(Self::new(metric.category(), metric.unit(), metric.stat_type(), level));
            }
        }
        asks
    }
}

/// The variant of a peer's enum that has this code.
fn own<T: for<'de> Deserialize<'de>>(code: &str) -> T {
    let code: StrDeserializer<'_, Error> = code.into_deserializer();
    T::deserialize(code).unwrap_or_else(|error| panic!("{error}"))
}

/// Of the real rows 9 by category, 5 by category and unit, 2 by all four.
pub static AWARDS: Lazy<Ask> =
    Lazy::new(|| Ask::new(Category::EpidemicResponse, Unit::Person, StatType::Flow, AdminLevel::Provincial));

/// Up to 64 ids, from all over the table.
pub fn ids() -> Vec<&'static str> {
    let step = MetricSet::ALL.len().div_ceil(64);
    MetricSet::ALL.iter().step_by(step).map(Metric::id).collect()
}

/// What is no id: another word, an id with a letter more, one with another letter, and nothing.
pub const MISSES: [&str; 4] = ["population", "foreign-trade-totals", "foreign-trade-tota1", ""];

/// A text as long as the report, with what the tables say of it where they say it, and sentences of nothing between.
pub fn report() -> String {
    let mut characters = vec!['的'; yongkang_metrics::DATASET.source_chars];
    let exclusions = yongkang_metrics::DATASET.exclusions.iter().map(|row| (row.source_start, row.text));
    for (start, text) in MetricSet::ALL.iter().map(|row| (row.source_start(), row.obs_text())).chain(exclusions) {
        characters[start.saturating_sub(1)] = '。';
        characters.splice(start..start + text.chars().count(), text.chars());
    }
    characters.into_iter().collect()
}
