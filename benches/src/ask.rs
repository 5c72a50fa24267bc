//! What is asked for.

use std::collections::HashSet;

use yongkang_metrics::{AdminLevel, Category, Metric, MetricSet, StatType, Unit};

/// Four facets, as values and as the codes that the table has for them. A question uses the first so many.
#[derive(Clone, Copy)]
pub struct Ask {
    pub category: Category,
    pub unit: Unit,
    pub stat_type: StatType,
    pub admin_level: AdminLevel,
    pub codes: Codes,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Codes {
    pub category: &'static str,
    pub unit: &'static str,
    pub stat_type: &'static str,
    pub admin_level: &'static str,
}

impl Ask {
    pub const fn new(category: Category, unit: Unit, stat_type: StatType, admin_level: AdminLevel) -> Self {
        let codes = Codes {
            category: category.code(),
            unit: unit.code(),
            stat_type: stat_type.code(),
            admin_level: admin_level.code(),
        };
        Self { category, unit, stat_type, admin_level, codes }
    }

    /// All that there is to ask for: each combination that metrics have, and some that none has.
    pub fn every() -> Vec<Self> {
        let of = |metric: Metric, level| Self::new(metric.category(), metric.unit(), metric.stat_type(), level);
        let mut seen = HashSet::new();
        let mut asks: Vec<Self> = MetricSet::ALL
            .iter()
            .flat_map(|metric| AdminLevel::ALL.iter().map(move |&level| of(metric, level)))
            .filter(|ask| seen.insert(ask.codes))
            .collect();
        asks.push(Self::new(Category::Talent, Unit::Percent, StatType::Rank, AdminLevel::County));
        asks
    }
}

/// By category: 9 of the real rows. By category and unit: 5.
pub const AWARDS: Ask = Ask::new(Category::EpidemicResponse, Unit::Person, StatType::Flow, AdminLevel::Provincial);

/// The first example of the documentation. By category and unit: 1 of the real rows.
pub const TRADE: Ask = Ask::new(Category::ForeignTrade, Unit::Yuan, StatType::Flow, AdminLevel::National);

/// By four facets: 1 of the real rows.
pub const TALENTS: Ask = Ask::new(Category::Talent, Unit::Person, StatType::Flow, AdminLevel::National);

/// Up to 64 ids, from all over the table.
pub fn ids() -> Vec<&'static str> {
    let step = MetricSet::ALL.len().div_ceil(64);
    MetricSet::ALL.iter().step_by(step).map(Metric::id).collect()
}

/// What is no id: another word, an id with a letter more, one with another letter, and nothing.
pub const MISSES: [&str; 4] = ["population", "foreign-trade-totals", "foreign-trade-tota1", ""];
