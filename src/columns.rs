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
    #[inline]
    pub const fn get(&self, row: usize) -> &'static str {
        let (start, end) = self.range(row);
        self.all.split_at(end).0.split_at(start).1
    }

    #[inline]
    const fn range(&self, row: usize) -> (usize, usize) {
        let both = u64_at(self.offsets, row * 4);
        (both as u32 as usize, (both >> 32) as usize)
    }
}

/// The number of 32 bits in a row of a column.
#[inline]
pub const fn u32_at(column: &[u8], row: usize) -> u32 {
    match column.split_at(row * 4).1.first_chunk() {
        Some(bytes) => u32::from_le_bytes(*bytes),
        None => 0,
    }
}

/// The number of 64 bits in a row of a column.
#[inline]
pub const fn i64_at(column: &[u8], row: usize) -> i64 {
    u64_at(column, row * 8) as i64
}

/// The 64 bits that begin at a byte.
#[inline]
pub const fn u64_at(bytes: &[u8], at: usize) -> u64 {
    match bytes.split_at(at).1.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => 0,
    }
}
