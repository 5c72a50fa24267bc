//! Chinese numerals as other programs write and read them, held against the grammar of printed figures.

use chinese_number::{ChineseCase, ChineseCountMethod, ChineseToNumber as _, ChineseVariant, NumberToChinese as _};

use crate::model::figure;
use crate::report;
use crate::vocabulary::Dimension::{Count, Money};

/// The number of a figure that is printed with this numeral, where it is read.
fn number(numeral: &str, unit: &str) -> Option<String> {
    let text = format!("{numeral}{unit}");
    let figure = figure::parse(&text, [(("", "元"), Money), (("", "个"), Count), (("", "项"), Count)]).ok()?;
    assert_eq!(figure.unit_words, ("", unit), "{text}");
    Some(figure.value.to_string())
}

fn integer(numeral: &str) -> Option<u64> {
    number(numeral, "个").map(|number| number.parse().expect("an integer"))
}

/// An integer as an independent library writes it.
fn written(number: u64) -> String {
    number
        .to_chinese(ChineseVariant::Simple, ChineseCase::Lower, ChineseCountMethod::Middle)
        .expect("the library writes every number below 10^16")
}

#[test]
fn integers_to_100_000_read_back() {
    for number in 0..=100_000 {
        let text = written(number);
        assert_eq!(integer(&text), Some(number), "{text}");
    }
}

#[test]
fn integers_to_10_to_the_16_read_back() {
    let mut random = fastrand::Rng::with_seed(330_784);
    for _ in 0..300_000 {
        // Of every length, and with many zeros, where Chinese numerals are hard.
        let digits = random.u8(1..=16);
        let number = (0..digits).fold(0, |number, _| number * 10 + random.u64(0..2) * random.u64(0..10));
        let text = written(number);
        assert_eq!(integer(&text), Some(number), "{text}");
    }
}

#[test]
fn integers_before_another_unit_read_back() {
    for integer in (1..100_000).step_by(7) {
        let text = written(integer);
        assert_eq!(number(&text, "项"), Some(integer.to_string()), "{text}");
    }
}

/// The other way round: every text of up to five numeral characters, read by us and by an independent library. Where the two
/// differ, this says who is right and why.
#[test]
fn the_other_library_differs_only_where_we_know_why() {
    let alphabet = ["零", "一", "两", "五", "十", "百", "千", "万", "亿"];
    let mut longest = vec![String::new()];
    let mut same = 0;
    for _ in 0..5 {
        longest = longest.iter().flat_map(|text| alphabet.map(|c| format!("{text}{c}"))).collect();
        for text in &longest {
            let ours = integer(text);
            let theirs: Option<u64> = text.to_number(ChineseCountMethod::Middle).ok();
            match (ours, theirs) {
                (Some(ours), Some(theirs)) if ours == theirs => same += 1,
                // We are right: 十 behind 零 is ten. They take it for nought times ten, but read 零一十 as we read 零十.
                (Some(ours), Some(_)) => {
                    let spelt_out = text.replace("零十", "零一十").to_number(ChineseCountMethod::Middle).ok();
                    assert_eq!(spelt_out, Some(ours), "{text}");
                }
                // Both may be: 百余篇 is good Chinese, and they want 一百.
                (Some(_), None) => assert!(text.starts_with(['百', '千', '万', '亿']), "{text}"),
                // We are right to refuse: no one writes that number so, and 一百五 may mean 105 or 150.
                (None, Some(theirs)) => assert_ne!(spelt_alike(text), spelt_alike(&written(theirs)), "{text}"),
                (None, None) => {}
            }
        }
    }
    assert!(same > 400, "only {same} texts were read alike");
}

/// 两百 and 两千 are 二百 and 二千, 两万 and 两亿 are 二万 and 二亿 where no 十 stands before, and 十 at the front is 一十.
fn spelt_alike(numeral: &str) -> String {
    let numeral = numeral.replace("两百", "二百").replace("两千", "二千");
    let numeral = match numeral.strip_prefix('两') {
        Some(rest) if rest.starts_with(['万', '亿']) => format!("二{rest}"),
        _ => numeral,
    };
    if numeral.starts_with('十') { format!("一{numeral}") } else { numeral }
}

/// Numerals written by a program in another language, a line each: the numeral, a tab, and the number in digits. `numerals.py`
/// writes such a file.
#[test]
fn numerals_of_another_program_read_back() {
    let Some(path) = report::named("YONGKANG_NUMERALS") else { return };
    let lines = std::fs::read_to_string(path).expect("YONGKANG_NUMERALS is a text file");
    for line in lines.lines() {
        let (numeral, expected) = line.split_once('\t').expect("two fields");
        assert_eq!(number(numeral, "元").as_deref(), Some(expected), "{line}");
    }
    assert!(lines.lines().count() >= 40_000, "the file was cut off");
}
