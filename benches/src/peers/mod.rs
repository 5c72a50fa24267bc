//! What users would do, the crate first: each answers the same questions over the same rows.
//!
//! A peer is a module with a type `Row` and the functions of `ours`.

#[cfg(feature = "rkyv")]
pub mod archive;
#[cfg(feature = "array")]
pub mod array;
#[cfg(feature = "csv")]
pub mod csv;
#[cfg(feature = "json")]
pub mod json;
pub mod ours;
#[cfg(any(feature = "json", feature = "csv"))]
mod parsed;
#[cfg(feature = "phf")]
pub mod phf;
#[cfg(feature = "rkyv")]
pub mod rkyv;
#[cfg(feature = "sqlite")]
pub mod sqlite;
#[cfg(any(feature = "array", feature = "phf"))]
mod structs;

/// The metric that is asked for by its name in the source.
const CONSTANT: &str = "foreign-trade-total";

/// Expands to `$each!(module)` for the crate and each peer that is compiled in.
#[macro_export]
macro_rules! for_each_peer {
    ($each:ident) => {
        $each!(ours);
        #[cfg(feature = "array")]
        $each!(array);
        #[cfg(feature = "phf")]
        $each!(phf);
        #[cfg(feature = "rkyv")]
        $each!(rkyv);
        #[cfg(feature = "json")]
        $each!(json);
        #[cfg(feature = "csv")]
        $each!(csv);
        #[cfg(feature = "sqlite")]
        $each!(sqlite);
    };
}
