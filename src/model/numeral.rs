//! Numeral characters: those that figures are written with, and those that the ledger accounts for.

/// Whether `c` is an Arabic digit.
pub const fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether `c` is a Chinese numeral character, as modern Chinese writes numbers.
///
/// The formal characters of bank notes (壹, 伍, 陆 …) are not among them: reports do not use them, and several are everyday words.
pub fn is_chinese_numeral(c: char) -> bool {
    // With 首 the list that the pages of `Exclusion` and the audit print: one more is one more to account for.
    "〇零一二两三四五六七八九十百千万亿半".contains(c)
}

/// Whether `c` is an Arabic digit or a Chinese numeral character.
pub fn is_numeral(c: char) -> bool {
    is_digit(c) || is_chinese_numeral(c)
}

/// Whether `c` is a Chinese character that the ledger accounts for: a numeral, or 首, which may mean the first place.
pub fn is_ledger_character(c: char) -> bool {
    is_chinese_numeral(c) || c == '首'
}
