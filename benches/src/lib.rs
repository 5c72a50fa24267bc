//! Questions, and the crate and its peers that answer them.

#![forbid(unsafe_code)]

pub mod ask;
pub mod peers;
pub mod questions;
