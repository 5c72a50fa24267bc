//! The traditional characters of those that are written here, and the simplified ones that they stand for.

/// The simplified character that a traditional one stands for.
#[inline]
pub fn simplified(c: char) -> Option<char> {
    let at = (c as usize).checked_sub(FIRST)?;
    if TRADITIONAL.get(at / 64)? >> (at % 64) & 1 == 0 {
        return None;
    }
    // Pairs of three bytes each, in the order of the first.
    let first = |pair: usize| TO_SIMPLIFIED[pair * 6..].chars().next();
    let (mut low, mut high) = (0, TO_SIMPLIFIED.len() / 6);
    while low < high {
        let middle = usize::midpoint(low, high);
        if first(middle) < Some(c) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let pair = TO_SIMPLIFIED.get(low * 6..low * 6 + 6)?;
    pair.strip_prefix(c)?.chars().next()
}

/// Where Chinese characters begin.
const FIRST: usize = 0x4E00;

/// A bit for each of them: nearly all are not in the table, and need no search.
static TRADITIONAL: [u64; (0xA000 - FIRST) / 64] = {
    let (bytes, mut bits, mut at) = (TO_SIMPLIFIED.as_bytes(), [0; (0xA000 - FIRST) / 64], 0);
    while at + 6 <= bytes.len() {
        let [a, b, c] = [bytes[at] & 0x0F, bytes[at + 1] & 0x3F, bytes[at + 2] & 0x3F];
        let offset = ((a as usize) << 12 | (b as usize) << 6 | c as usize) - FIRST;
        bits[offset / 64] |= 1 << (offset % 64);
        at += 6;
    }
    bits
};

/// Each traditional character, and the simplified one after it, of those that the tables and this folder write. A test writes it by an
/// independent converter.
const TO_SIMPLIFIED: &str = include_str!("../../data/traditional.txt");
