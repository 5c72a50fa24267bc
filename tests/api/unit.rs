//! Units, the types that mark them, and what their quantities can do.

use std::collections::BTreeSet;

use yongkang_metrics::unit::{self, UnitType};
use yongkang_metrics::{Dimension, Estimate, Metric, MetricSet, Unit, UnitMismatch};

use crate::traits::{Is, No as _};

struct Marker {
    unit: Unit,
    marks: Unit,
    size: usize,
    is_additive: bool,
    is_ratio_scale: bool,
    quantity: fn(Metric) -> Result<Estimate, UnitMismatch>,
}

fn marks<U: UnitType>(_: U) -> Unit {
    U::UNIT
}

macro_rules! markers {
    ($($Name:ident)+) => {
        [$(Marker {
            unit: Unit::$Name,
            marks: marks(unit::$Name),
            size: size_of::<unit::$Name>(),
            is_additive: Is::<unit::$Name>::ADDITIVE,
            is_ratio_scale: Is::<unit::$Name>::RATIO_SCALE,
            quantity: |metric| metric.quantity::<unit::$Name>().map(|quantity| quantity.estimate()),
        }),+]
    };
}

fn markers() -> impl Iterator<Item = Marker> {
    markers! {
        Yuan YuanPerMu YuanPerPersonMonth Person PersonTime Occurrence Problem Enterprise MarketEntity Collective Project WorkItem
        PolicyMeasure SpecialAction PolicyArticle ReformPilot Reform NewsArticle IndustrialPark Village Town CulturalHall ScenicArea
        DisabilityServiceFacility Rank Percent Year Month Week Day
    }
    .into_iter()
}

#[test]
fn each_unit_has_a_marker_of_its_name_and_no_size() {
    assert_eq!(markers().map(|marker| marker.unit).collect::<BTreeSet<_>>(), Unit::ALL.iter().copied().collect());
    assert_eq!(markers().count(), Unit::ALL.len());
    for marker in markers() {
        assert_eq!((marker.marks, marker.size), (marker.unit, 0));
    }
}

#[test]
fn money_and_counts_add_up_and_all_but_ranks_and_percentages_have_ratios() {
    for marker in markers() {
        let expected = match marker.unit.dimension() {
            Dimension::Money | Dimension::Count => (true, true),
            Dimension::MoneyRate | Dimension::Duration => (false, true),
            _ => (false, false),
        };
        assert_eq!((marker.is_additive, marker.is_ratio_scale), expected, "{}", marker.unit);
    }
}

#[test]
fn a_metric_is_a_quantity_in_its_own_unit_and_in_no_other() {
    for marker in markers() {
        let asked = marker.unit;
        for metric in MetricSet::ALL {
            let unit = metric.unit();
            match (marker.quantity)(metric) {
                Ok(estimate) => assert_eq!((asked, estimate), (unit, metric.estimate()), "{metric}"),
                Err(error) => {
                    assert_ne!(asked, unit, "{metric}");
                    assert_eq!((error.metric, error.asked), (metric, asked));
                    let (name, asked) = (unit.name(), asked.name());
                    let message = format!("`{metric}` is in {name}, not in {asked}; ask for `unit::{unit:?}`");
                    assert_eq!(error.to_string(), message);
                }
            }
        }
    }
}

#[test]
fn counts_and_durations_have_a_singular_and_nothing_else() {
    for unit in Unit::ALL {
        let is_counted = matches!(unit.dimension(), Dimension::Count | Dimension::Duration);
        assert!(!unit.name_singular().is_empty(), "{unit}");
        assert_eq!(unit.name_singular() != unit.name(), is_counted, "{unit}");
    }
}

#[test]
fn printed_forms_are_given_each_once() {
    for unit in Unit::ALL {
        let forms: BTreeSet<_> = unit.printed().iter().collect();
        assert_eq!(forms.len(), unit.printed().len(), "{unit}");
        assert!(!forms.is_empty() && forms.iter().all(|(_, after)| !after.is_empty()), "{unit}");
    }
}

/// And by what else programs have for it.
#[test]
fn a_unit_is_read_by_its_name_and_by_its_codes_in_standards() {
    for (text, unit) in [
        ("CNY", Unit::Yuan),
        ("cny", Unit::Yuan),
        ("CCY_CNY", Unit::Yuan),
        ("market entity", Unit::MarketEntity),
        ("Market Entities", Unit::MarketEntity),
        ("work item", Unit::WorkItem),
        ("person-times", Unit::PersonTime),
        ("IE", Unit::Person),
        ("P1", Unit::Percent),
        ("mo", Unit::Month),
        ("DAY", Unit::Day),
    ] {
        assert_eq!(text.parse(), Ok(unit), "{text}");
    }
    for unit in Unit::ALL {
        for name in [unit.code(), unit.name(), unit.name_singular(), unit.name_zh()] {
            assert_eq!([name.to_uppercase(), name.to_lowercase()].map(|name| name.parse()), [Ok(*unit), Ok(*unit)]);
        }
    }
    for text in [" CNY", "USD", "CNYX", "market", ""] {
        assert!(text.parse::<Unit>().is_err(), "{text}");
    }
}
