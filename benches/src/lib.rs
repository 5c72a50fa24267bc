//! Questions, and the crate and its peers that answer them.

#![allow(
    missing_docs,
    clippy::must_use_candidate,
    clippy::non_std_lazy_statics,
    clippy::trivially_copy_pass_by_ref,
    clippy::wildcard_imports,
    reason = "nobody but the programs beside it uses it, and peers are written as users write them"
)]

pub mod ask;
pub mod peers;
pub mod questions;
