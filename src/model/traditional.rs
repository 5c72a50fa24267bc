//! Traditional characters and their simplified forms, as far as the tables and this folder use them.

use alloc::string::String;

/// The simplified form of a traditional character; `None` if it is no traditional one.
pub fn simplified(c: char) -> Option<char> {
    // Search folds every character of all texts on its first call, and the build looks at each of the tables, unoptimised.
    let at = (c as usize).checked_sub(FIRST)?;
    if TRADITIONAL.get(at / 64)? >> (at % 64) & 1 == 0 {
        return None;
    }
    // Each pair has six bytes, as these characters have three bytes in UTF-8. By hand, as there is no slice of pairs to search in.
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

/// Every pair of the table.
pub fn pairs() -> impl Iterator<Item = (char, char)> {
    (0..TO_SIMPLIFIED.len() / 6).filter_map(|pair| {
        let mut chars = TO_SIMPLIFIED[pair * 6..].chars();
        Some((chars.next()?, chars.next()?))
    })
}

/// The text in simplified characters.
pub fn to_simplified(text: &str) -> String {
    text.chars().map(|c| simplified(c).unwrap_or(c)).collect()
}

/// Where Chinese characters begin.
const FIRST: usize = 0x4E00;

/// A bit for each Chinese character, set if it is in the table: most are not, and need no search.
static TRADITIONAL: [u64; (0xA000 - FIRST) / 64] = {
    let (bytes, mut bits, mut at) = (TO_SIMPLIFIED.as_bytes(), [0; (0xA000 - FIRST) / 64], 0);
    while at + 6 <= bytes.len() {
        // UTF-8 by hand, as `chars` is not `const`: 4 bits of the first byte, 6 of the others. Of each pair only the first
        // counts.
        let [a, b, c] = [bytes[at] & 0x0F, bytes[at + 1] & 0x3F, bytes[at + 2] & 0x3F];
        let offset = ((a as usize) << 12 | (b as usize) << 6 | c as usize) - FIRST;
        bits[offset / 64] |= 1 << (offset % 64);
        at += 6;
    }
    bits
};

/// Pairs of a traditional character and its simplified form, sorted, for all simplified characters that the tables and this folder
/// use. A test writes it with an independent converter.
const TO_SIMPLIFIED: &str = include_str!("../../data/traditional.txt");
