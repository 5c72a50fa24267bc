//! Names in Rust for what the tables name in kebab case.

/// `market-entity` as `MarketEntity`.
pub fn variant(code: &str) -> String {
    code.split('-').map(capitalised).collect()
}

/// `market-entities` as `MARKET_ENTITIES`.
pub fn constant(id: &str) -> String {
    id.replace('-', "_").to_ascii_uppercase()
}

/// With its first letter as a capital.
fn capitalised(name: &str) -> String {
    let mut name = name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}
