//! The hash by which ids are looked up in a table too long to name them in the source: the build script fills the slots by it.

/// A slot is this modulo the number of slots, which is a power of two.
#[inline]
pub const fn hash(id: &str) -> usize {
    let id = id.as_bytes();
    let mut hash = id.len() as u64;
    let mut at = 0;
    while at < id.len() {
        // Eight bytes at a time; the last eight may overlap those before.
        hash = match id.split_at(at).1.first_chunk() {
            Some(word) => mix(hash, u64::from_le_bytes(*word)),
            None => match id.last_chunk() {
                Some(word) => mix(hash, u64::from_le_bytes(*word)),
                None => mix(hash, id[at] as u64 | (id[id.len() / 2] as u64) << 8 | (id[id.len() - 1] as u64) << 16),
            },
        };
        at += 8;
    }
    hash as usize
}

#[inline]
const fn mix(hash: u64, word: u64) -> u64 {
    // By 2^64 over the golden ratio. The low bits of the product know nothing of the high bits of the word, nor the other way
    // round, so the two halves are folded together.
    let product = (hash ^ word) as u128 * 0x9E37_79B9_7F4A_7C15;
    product as u64 ^ (product >> 64) as u64
}
