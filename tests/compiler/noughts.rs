//! A figure keeps the noughts that it is printed with: 1.0亿 is rounded to ten million, 1亿 to a hundred million.

use std::ops::Bound::Included;

use crate::printer::{Language, Noun, Number, Printer, noughts};

#[test]
fn noughts_are_kept_where_a_point_is_printed() {
    let number = |digits| Number { digits, scale: 0 };
    for (printed, value, chinese, english) in [
        ("1.0亿元", 100_000_000, "1.0亿元", "100 million yuan"),
        ("1.20亿元", 120_000_000, "1.20亿元", "120 million yuan"),
        ("超过10.0亿元", 1_000_000_000, "10.0亿元", "1.00 billion yuan"),
        ("10亿元", 1_000_000_000, "10亿元", "1 billion yuan"),
        ("8.00万元", 80_000, "8.00万元", "80\u{202F}000 yuan"),
    ] {
        let shown = |language| Printer {
            value: Some(number(value)),
            ends: [Included(number(value)); 2],
            noughts: noughts(printed),
            noun: Noun::new(["yuan"; 2], ("", "元"), false, language),
            language,
        };
        assert_eq!(shown(Language::Chinese).to_string(), chinese, "{printed}");
        assert_eq!(shown(Language::English).to_string(), english, "{printed}");
    }
}
