//! Lists the public API from what rustdoc says as JSON: `yongkang-metrics-public-api FILE`.
//!
//! Without what says nothing: what the compiler implements, by itself or by a derive, which `tests/api/traits.rs` holds; the functions of a
//! trait that is implemented; and what was listed before, at the other type or path that it belongs to.

use std::collections::HashSet;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("expected a file of rustdoc's JSON")?;
    let api = public_api::Builder::from_rustdoc_json(file)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()?;
    let (mut of, mut listed) = (String::new(), HashSet::new());
    for line in api.items().map(ToString::to_string) {
        if !["pub const ", "pub fn ", "pub type "].iter().any(|start| line.starts_with(start)) {
            line.clone_into(&mut of);
        }
        let is_of_trait = of.contains(" for ") && line.starts_with("pub fn ") && !is_free(&line);
        if !is_of_trait && listed.insert((of.clone(), line.clone())) {
            println!("{line}");
        }
    }
    Ok(())
}

/// Whether a function is of the crate itself, and of no type.
fn is_free(function: &str) -> bool {
    let path = function.strip_prefix("pub fn yongkang_metrics::").and_then(|rest| rest.split('(').next());
    path.is_some_and(|path| !path.contains("::"))
}
