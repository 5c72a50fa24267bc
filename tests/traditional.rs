//! The table of traditional characters, which `search` folds to simplified ones, against an independent converter.

#![cfg(feature = "search")]

use std::collections::BTreeSet;

use yongkang_metrics::{Category, MetricSet, Unit};

#[path = "../src/traditional.rs"]
mod traditional;

/// The table as it has to be: each character that the converter turns into one that search can find.
fn expected() -> String {
    let titles = MetricSet::ALL.iter().map(|metric| metric.title_zh());
    let names =
        Category::ALL.iter().map(|category| category.name_zh()).chain(Unit::ALL.iter().map(|unit| unit.name_zh()));
    let searched: BTreeSet<char> = titles.chain(names).flat_map(str::chars).collect();
    ('\u{4E00}'..='\u{9FFF}')
        .filter_map(|c| {
            let simplified = fast2s::convert(&c.to_string());
            let simplified = simplified.chars().next()?;
            (simplified != c && searched.contains(&simplified) && !searched.contains(&c))
                .then(|| format!("{c}{simplified}"))
        })
        .collect()
}

#[test]
fn is_complete() {
    let expected = expected();
    assert_eq!(traditional::TO_SIMPLIFIED, expected, "src/traditional.rs must hold\n{expected}");
}
