//! The tables as the build script wrote them, a static for each column, and how a column is read.
//!
//! Columns stand apart so that the linker drops those that a program does not read.

include!(concat!(env!("OUT_DIR"), "/columns.rs"));

/// A column of texts: all of them as one, and the offset at which each begins, and the last ends.
pub struct Text {
    all: &'static str,
    offsets: &'static [u8],
}

impl Text {
    pub const fn get(&self, row: usize) -> &'static str {
        let start = u32_at(self.offsets, row) as usize;
        let end = u32_at(self.offsets, row + 1) as usize;
        self.all.split_at(end).0.split_at(start).1
    }
}

pub const fn u32_at(column: &[u8], row: usize) -> u32 {
    let at = row * 4;
    u32::from_le_bytes([column[at], column[at + 1], column[at + 2], column[at + 3]])
}

pub const fn i64_at(column: &[u8], row: usize) -> i64 {
    let low = u32_at(column, row * 2) as u64;
    let high = u32_at(column, row * 2 + 1) as u64;
    (high << 32 | low) as i64
}
