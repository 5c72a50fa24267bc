//! What counts as a numeral of the report: the unit of account of the ledger.
//!
//! Shared by the library and by `build.rs`.

/// Whether `c` is an Arabic digit.
#[inline]
pub const fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether `c` is a Chinese numeral character, as modern Chinese writes numbers.
///
/// The formal characters of bank notes (壹, 伍, 陆 …) are left out: the report writes none, and
/// several are everyday words.
#[inline]
pub const fn is_chinese_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '半'
    )
}
