//! The grammar of printed figures.

use chinese_number::{ChineseCase, ChineseCountMethod, ChineseVariant, NumberToChinese as _};

use crate::model::exact::Exact;
use crate::model::figure::{self, Figure, FigureError, border, parse_chinese_integer};
use crate::model::precision::{Limit, Qualifier};

/// The words of some units.
const UNITS: &[(&str, &str)] = &[
    ("", "元"),
    ("", "元人民币"),
    ("", "人"),
    ("", "人次"),
    ("", "家"),
    ("", "户"),
    ("", "个"),
    ("", "个月"),
    ("每人每月", "元"),
    ("亩均税收", "元"),
];

fn parse(text: &str) -> Result<Figure<'_>, FigureError> {
    figure::parse(text, UNITS)
}

fn read(text: &str) -> Figure<'_> {
    parse(text).unwrap_or_else(|error| panic!("{text}: {} at {}", error.message, error.at))
}

/// The value, and the words of the unit.
fn value(text: &str) -> (String, (&str, &str)) {
    let figure = read(text);
    (figure.value.to_string(), figure.unit_words)
}

fn refused(text: &str) -> (usize, String) {
    match parse(text) {
        Err(error) => (error.at, error.message),
        Ok(figure) => panic!("{text} was read as {figure:?}"),
    }
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
        assert_eq!(parse_chinese_integer(&text), Ok(number.into()), "{text}");
    }
}

#[test]
fn a_million_integers_to_10_to_the_16_read_back() {
    let mut state = 0x0000_0202_0033_0784_u64;
    let mut random = |below: u64| {
        // xorshift64*
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        (state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 8) % below
    };
    for _ in 0..1_000_000 {
        // Of every length, and with many zeros, where Chinese numerals are hard.
        let digits = 1 + random(16);
        let number = (0..digits).fold(0, |number, _| number * 10 + random(2) * random(10));
        let text = written(number);
        assert_eq!(parse_chinese_integer(&text), Ok(number.into()), "{text}");
    }
}

#[test]
fn whole_figures_with_chinese_integers() {
    for number in (1..100_000).step_by(7) {
        let text = format!("{}项", written(number));
        assert_eq!(value(&text), (number.to_string(), ("", "项")));
    }
}

#[test]
fn arabic_and_chinese_numbers() {
    for (text, expected, unit) in [
        ("7538个", "7538", "个"),
        ("5名", "5", "名"),
        ("26.7亿元", "2670000000", "元"),
        ("387.7亿元人民币", "38770000000", "元人民币"),
        ("1.4万次", "14000", "次"),
        ("3千米", "3000", "米"),
        ("2百万元", "2000000", "元"),
        ("1.5万亿元", "1500000000000", "元"),
        ("0.25元", "0.25", "元"),
        ("二十项", "20", "项"),
        ("十大举措", "10", "大举措"),
        ("一天", "1", "天"),
        ("两个", "2", "个"),
        ("两百人", "200", "人"),
        ("十三万户", "130000", "户"),
        ("三点五万元", "35000", "元"),
        ("零个", "0", "个"),
        ("〇个", "0", "个"),
        ("百人", "100", "人"),
        ("万人", "10000", "人"),
        ("半年", "0.5", "年"),
        ("两年半", "2.5", "年"),
        ("一个半月", "1.5", "月"),
        ("33%", "33", "%"),
        ("百分之三十三点五", "33.5", "%"),
        ("百分之5", "5", "%"),
    ] {
        assert_eq!(value(text), (expected.to_owned(), ("", unit)), "{text}");
    }
}

#[test]
fn words_before_the_number_belong_to_the_unit() {
    let figure = read("每人每月850元");
    assert_eq!((figure.value.to_string(), figure.unit_words), ("850".into(), ("每人每月", "元")));
    assert!(!figure.change);

    let figure = read("每人每月增加30元");
    assert_eq!((figure.value.to_string(), figure.unit_words), ("30".into(), ("每人每月", "元")));
    assert!(figure.change);

    let figure = read("亩均税收1万元以下");
    assert_eq!((figure.value.to_string(), figure.unit_words), ("10000".into(), ("亩均税收", "元")));
}

#[test]
fn ranks_streaks_and_shared_figures() {
    let rank = read("第24位");
    assert!(rank.ordinal && !rank.streak);
    assert_eq!(rank.value.to_string(), "24");
    let first = read("首位");
    assert!(first.ordinal);
    assert_eq!((first.value.to_string(), first.unit_words), ("1".into(), ("", "位")));
    assert!(read("第二十四位").ordinal);
    assert!(read("连续10年").streak);
    assert_eq!(value("各1个"), ("1".into(), ("", "个")));
    assert_eq!(value("均2家"), ("2".into(), ("", "家")));
    assert!(read("各1个").each && read("均2家").each && !read("同比增长3%").each);
}

#[test]
fn rises_and_falls() {
    assert_eq!(value("同比增长33%").0, "33");
    assert_eq!(value("同比下降1.5%").0, "-1.5");
    assert_eq!(value("减少20人").0, "-20");
    assert!(read("提高12%").change && read("上升3%").change && read("降低3%").change);
}

#[test]
fn qualifiers() {
    for (text, qualifier, comparator) in [
        ("7538个", Qualifier::Exact, None),
        ("850元", Qualifier::Exact, None),
        ("二十项", Qualifier::Exact, None),
        ("26.7亿元", Qualifier::Rounded, None),
        ("13万户", Qualifier::Rounded, None),
        ("十三万户", Qualifier::Rounded, None),
        ("1.5元", Qualifier::Rounded, None),
        ("33%", Qualifier::Rounded, None),
        ("百分之三", Qualifier::Rounded, None),
        ("3万余人次", Qualifier::SomeMore, Some(">")),
        ("百余篇", Qualifier::SomeMore, Some(">")),
        ("800余家", Qualifier::SomeMore, Some(">")),
        ("800多家", Qualifier::SomeMore, Some(">")),
        ("十余万人", Qualifier::SomeMore, Some(">")),
        ("三年多", Qualifier::SomeMore, Some(">")),
        ("超过13万户", Qualifier::MoreThan, Some(">")),
        ("超13万户", Qualifier::MoreThan, Some(">")),
        ("逾13万户", Qualifier::MoreThan, Some(">")),
        ("突破13万户", Qualifier::AtLeast, Some(">=")),
        ("40家以上", Qualifier::AtLeast, Some(">=")),
        ("不少于40家", Qualifier::AtLeast, Some(">=")),
        ("不低于40家", Qualifier::AtLeast, Some(">=")),
        ("至少40家", Qualifier::AtLeast, Some(">=")),
        ("1万元以下", Qualifier::AtMost, Some("<=")),
        ("7天以内", Qualifier::AtMost, Some("<=")),
        ("至多7天", Qualifier::AtMost, Some("<=")),
        ("不超过7天", Qualifier::AtMost, Some("<=")),
        ("不足40家", Qualifier::LessThan, Some("<")),
        ("不到40家", Qualifier::LessThan, Some("<")),
        ("不满40家", Qualifier::LessThan, Some("<")),
        ("低于40家", Qualifier::LessThan, Some("<")),
        ("少于40家", Qualifier::LessThan, Some("<")),
        ("高于40家", Qualifier::MoreThan, Some(">")),
        ("多于40家", Qualifier::MoreThan, Some(">")),
        ("最少40家", Qualifier::AtLeast, Some(">=")),
        ("最多7天", Qualifier::AtMost, Some("<=")),
        ("不超7天", Qualifier::AtMost, Some("<=")),
        ("未超过7天", Qualifier::AtMost, Some("<=")),
        ("不高于7天", Qualifier::AtMost, Some("<=")),
        ("不多于7天", Qualifier::AtMost, Some("<=")),
        ("近900家", Qualifier::SomeLess, Some("<")),
    ] {
        let found = read(text).precision.qualifier;
        assert_eq!(found, qualifier, "{text}");
        assert_eq!(found.comparator().map(|c| c.code()), comparator, "{text}");
    }
}

/// Each rule of `Bounds`, in the notation of intervals: a square bracket includes the end.
#[test]
fn bounds() {
    for (text, expected) in [
        ("7538个", "[7538, 7538]"),
        ("第24位", "[24, 24]"),
        ("850元", "[850, 850]"),
        ("三千人", "[3000, 3000]"),
        ("387.7亿元", "[38765000000, 38775000000]"),
        ("1.4万次", "[13500, 14500]"),
        ("1.40万次", "[13950, 14050]"),
        ("13万户", "[125000, 135000]"),
        ("十三万户", "[125000, 135000]"),
        ("三点五万元", "[34500, 35500]"),
        ("33%", "[32.5, 33.5]"),
        ("下降33%", "[-33.5, -32.5]"),
        ("3万余人次", "(30000, 40000)"),
        ("800余家", "(800, 900)"),
        ("百余篇", "(100, 200)"),
        ("120余家", "(120, 130)"),
        ("125余家", "(125, 126)"),
        ("3.5万多元", "(35000, 36000)"),
        ("十余万人", "(100000, 200000)"),
        ("3年多", "(3, 4)"),
        ("近900家", "(800, 900)"),
        ("超过13万户", "(130000, +inf)"),
        ("突破13万户", "[130000, +inf)"),
        ("40家以上", "[40, +inf)"),
        ("1万元以下", "(-inf, 10000]"),
        ("不足40家", "(-inf, 40)"),
        ("0.25元", "[0.245, 0.255]"),
        // A half is taken as rounded to its whole unit.
        ("一年半", "[1, 2]"),
    ] {
        let figure = read(text);
        let (lower, upper) = figure.precision.limits(figure.value).expect("in range");
        let number = |value: Exact| value.to_string();
        let lower = match lower {
            Limit::Included(value) => "[".to_owned() + &number(value),
            Limit::Excluded(value) => "(".to_owned() + &number(value),
            Limit::Unbounded => "(-inf".to_owned(),
        };
        let upper = match upper {
            Limit::Included(value) => number(value) + "]",
            Limit::Excluded(value) => number(value) + ")",
            Limit::Unbounded => "+inf)".to_owned(),
        };
        assert_eq!(format!("{lower}, {upper}"), expected, "{text}");
    }
}

#[test]
fn words_that_border_a_figure_belong_to_it() {
    for (before, figure, after, expected) in [
        ("市场主体突破", "13万户", "大关", Some("突破")),
        ("总值同比", "增长33%", "。", Some("同比")),
        ("总值", "387.7亿元", "人民币,", Some("人民币")),
        ("检测", "3万余人", "次", Some("次")),
        ("镇各", "1个", ";", Some("各")),
        ("位列第", "24位", ",", Some("第")),
        ("每人每月", "850元", ",", Some("每人每月")),
        ("税收", "1万元", "以下", Some("以下")),
        ("约", "40家", "", Some("约")),
        ("", "40家", "左右", Some("左右")),
        ("二", "十项", "专项", Some("二")),
        ("1", "266项", "", Some("1")),
        ("数", "百人", "", Some("数")),
        ("上", "千人", "", Some("上")),
        ("不", "超过5亿元", "", Some("不")),
        ("不", "低于95%", "", Some("不")),
        ("未", "超过5亿元", "", Some("未")),
        ("最多", "5家", "", Some("最多")),
        ("3至", "5家", "", Some("至")),
        ("", "3个", "半,", Some("半")),
        ("", "5家", "多。", Some("多")),
        // Words of their own.
        ("总数", "128家", "", None),
        ("附近", "12个", "", None),
        ("提升至", "5家", "", None),
        ("", "5个", "多功能厅", None),
        ("", "3个", "半导体项目", None),
        ("", "28家", "上下游企业", None),
        ("26.", "7亿元", "", Some(".")),
        // 人 behind 条 is the next word, and a number behind 第 no part of the numeral.
        ("政策", "20条", "人才新政", None),
        ("2021", "第5位", "", None),
        ("", "1人", "以及", None),
        ("引进", "5名", "来自", None),
    ] {
        assert_eq!(border(before, figure, after, UNITS), expected, "{before}|{figure}|{after}");
    }
}

#[test]
fn what_is_not_certain_is_refused() {
    for (text, at, message) in [
        ("", 0, "the figure ends; expected a number"),
        ("元", 0, "`元`; expected a number"),
        ("约40家", 0, "a word that no rule gives bounds for; expected a number"),
        ("数百人", 0, "a word that no rule gives bounds for; expected a number"),
        ("40家左右", 2, "`左右`: no rule gives its bounds"),
        ("40", 2, "no unit; expected what is counted: 元, 人, 项 …"),
        ("3万", 2, "no unit; expected what is counted: 元, 人, 项 …"),
        ("40以上", 2, "no unit; expected what is counted: 元, 人, 项 …"),
        ("1.2.3元", 0, "`1.2.3` is not a decimal number"),
        ("1.元", 0, "`1.` is not a decimal number"),
        ("1,266项", 1, "a second number; expected the unit"),
        ("1亿2000万元", 2, "a second number; expected the unit"),
        ("33%左右", 2, "words after a percentage; expected the figure to end"),
        ("百分之33%", 5, "百分之 and % together; expected one of them"),
        ("5万万元", 1, "`万万` is not a magnitude; expected 万, 亿 or the like"),
        ("突破13万余户", 5, "a second qualifier; expected one of 余, 突破, 以上 … at the most"),
        ("突破超过13万户", 2, "a second qualifier; expected one of 余, 突破, 以上 … at the most"),
        ("第第24位", 1, "`第` comes second; expected the number"),
        ("下降3余个", 4, "a fall with a qualifier; expected one or the other"),
        ("一万五个", 2, "a place is skipped without 零, so its value is not certain"),
        ("一百五个", 2, "零 must stand where a place is skipped, and nowhere else"),
        ("一百零五十个", 3, "零 must stand where a place is skipped, and nowhere else"),
        ("十百个", 1, "expected a digit from 一 to 九"),
        ("一十一十个", 2, "a place comes twice or out of order"),
        ("零五个", 0, "零 at the front; expected a digit from 一 to 九"),
        ("五零个", 2, "expected a digit from 一 to 九"),
        ("二三个", 1, "a place comes twice or out of order"),
        ("二十两个", 2, "两 stands only before 百, 千, 万, 亿; expected 二"),
        ("一兆元", 1, "`兆`: no rule gives its bounds"),
        ("三点元", 2, "点 without digits; expected 一 to 九 or 零"),
        (
            "1234567890123456789012345678901234567890元",
            0,
            "`1234567890123456789012345678901234567890` is not a decimal number",
        ),
        ("9000000000万亿元", 12, "the number is too large; expected less than 10^18"),
    ] {
        assert_eq!(refused(text), (at, message.to_owned()), "{text}");
    }
}

#[test]
fn long_and_odd_texts_are_refused_without_panic() {
    for part in ["九", "零", "万", "亿", "9", ".", "余", "半", "第", "%", "以上", "点", "元", "首位", "😀", "\u{202E}"]
    {
        for count in [1, 2, 3, 17, 1_000, 100_000] {
            // Whether it is read does not matter here; that it ends does.
            let _ = parse(&part.repeat(count));
            let _ = parse(&format!("九{}", part.repeat(count)));
            let _ = parse(&format!("9.9{}元", part.repeat(count)));
        }
    }
}

/// The other way round: every text of up to five numeral characters, read by us and by an independent library. Where the two
/// differ, this says who is right and why.
#[test]
fn the_other_library_differs_only_where_we_know_why() {
    use chinese_number::ChineseToNumber as _;

    let alphabet = ["零", "一", "两", "五", "十", "百", "千", "万", "亿"];
    let mut longest = vec![String::new()];
    let mut same = 0;
    for _ in 0..5 {
        longest = longest.iter().flat_map(|text| alphabet.map(|c| format!("{text}{c}"))).collect();
        for text in &longest {
            let ours = parse_chinese_integer(text).ok();
            let theirs: Option<u64> = text.to_number(ChineseCountMethod::Middle).ok();
            match (ours, theirs) {
                (Some(ours), Some(theirs)) if ours == i128::from(theirs) => same += 1,
                // We are right: 十 behind 零 is ten. They take it for nought times ten, but read 零一十 as we read 零十.
                (Some(ours), Some(_)) => {
                    let spelt_out: Option<u64> =
                        text.replace("零十", "零一十").to_number(ChineseCountMethod::Middle).ok();
                    assert_eq!(spelt_out.map(i128::from), Some(ours), "{text}");
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

/// Numerals written by a program in another language, a line each: the numeral, a tab, and the number in digits.
/// `tests/differential/numerals.py` writes such a file.
#[test]
fn numerals_of_another_program_read_back() {
    let Some(path) = std::env::var_os("YONGKANG_NUMERALS") else {
        assert!(
            std::env::var_os("CI").is_none(),
            "YONGKANG_NUMERALS is not set; expected what numerals.py has written"
        );
        eprintln!("skipped: YONGKANG_NUMERALS is not set to a file that tests/differential/numerals.py has written");
        return;
    };
    let lines = std::fs::read_to_string(path).expect("YONGKANG_NUMERALS is a text file");
    for line in lines.lines() {
        let (numeral, number) = line.split_once('\t').expect("two fields");
        let figure = format!("{numeral}元");
        assert_eq!(value(&figure), (number.to_owned(), ("", "元")), "{line}");
    }
    assert!(lines.lines().count() >= 40_000, "the file was cut off");
}
