//! The grammar of printed figures.

use crate::model::chinese::FigureError;
use crate::model::exact::Exact;
use crate::model::figure::{self, Reading};
use crate::model::precision::{Limit, Margin, Qualifier};
use crate::vocabulary::Comparator;

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

/// Units whose words have a numeral in them, or 个 before one.
const MORE_UNITS: &[(&str, &str)] =
    &[("", "千瓦时"), ("", "千克"), ("", "个百分点"), ("", "百分点"), ("", "个月"), ("", "年"), ("", "天")];

fn parse(text: &str) -> Result<Reading<'_>, FigureError> {
    figure::parse(text, UNITS)
}

fn read(text: &str) -> Reading<'_> {
    parse(text).unwrap_or_else(|error| panic!("{text}: {} at {}", error.message, error.at))
}

/// An interval in the usual notation: a square bracket includes the end.
fn shown((lower, upper): (Limit, Limit)) -> String {
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
    format!("{lower}, {upper}")
}

fn interval(text: &str) -> String {
    shown(read(text).limits().expect("in range"))
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
        ("一万二千三百四十五户", "12345", "户"),
        ("六千七百八十九户", "6789", "户"),
        ("半年", "0.5", "年"),
        ("两年半", "2.5", "年"),
        ("一个半月", "1.5", "个月"),
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
        let found = read(text).margin.qualifier;
        assert_eq!(found, qualifier, "{text}");
        assert_eq!(found.comparator().map(Comparator::code), comparator, "{text}");
    }
}

/// Each rule of `Bounds`.
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
        ("十三亿元", "[1250000000, 1350000000]"),
        ("三点五万元", "[34500, 35500]"),
        ("三点五亿元", "[345000000, 355000000]"),
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
        assert_eq!(interval(text), expected, "{text}");
    }
}

/// The two other readings, by which claims are judged.
#[test]
fn narrow_and_wide_bounds() {
    for (text, usual, narrow, wide) in [
        ("近4万户", "(30000, 40000)", "(38000, 40000)", "(30000, 40000]"),
        ("近390亿元", "(38000000000, 39000000000)", "(38500000000, 39000000000)", "(35100000000, 39000000000]"),
        ("近1万户", "(0, 10000)", "(9500, 10000)", "(0, 10000]"),
        ("近3.5万户", "(34000, 35000)", "(34500, 35000)", "(31500, 35000]"),
        ("近35.50万户", "(354000, 355000)", "(354500, 355000)", "(319500, 355000]"),
        ("近0.3元", "(0.2, 0.3)", "(0.285, 0.3)", "(0.2, 0.3]"),
        ("10万余户", "(100000, 110000)", "(100000, 110000)", "(100000, 200000)"),
        ("10余万户", "(100000, 200000)", "(100000, 200000)", "(100000, 200000)"),
        ("三百万余户", "(3000000, 3010000)", "(3000000, 3010000)", "(3000000, 4000000)"),
        ("10个多", "(10, 11)", "(10, 11)", "(10, 20)"),
        // A fall is the mirror of a rise.
        ("下降近4万户", "(-40000, -30000)", "(-40000, -38000)", "[-40000, -30000)"),
        ("下降10万余户", "(-110000, -100000)", "(-110000, -100000)", "(-200000, -100000)"),
        ("下降3余个", "(-4, -3)", "(-4, -3)", "(-4, -3)"),
        ("30%", "[29.5, 30.5]", "[29.5, 30.5]", "[29.5, 30.5]"),
        // A half is just that in the narrow reading.
        ("一年半", "[1, 2]", "[1.5, 1.5]", "[1, 2]"),
        // The others are the same in all three.
        ("3.5万户", "[34500, 35500]", "[34500, 35500]", "[34500, 35500]"),
        ("7538个", "[7538, 7538]", "[7538, 7538]", "[7538, 7538]"),
        ("40家以上", "[40, +inf)", "[40, +inf)", "[40, +inf)"),
        ("下降超过3%", "(-inf, -3)", "(-inf, -3)", "(-inf, -3)"),
    ] {
        let Reading { value, margin, .. } = read(text);
        let found = [margin.limits(value), margin.narrow(value), margin.wide(value)];
        assert_eq!(found.map(|limits| shown(limits.expect("in range"))), [usual, narrow, wide], "{text}");
    }
}

/// Of nought, which no figure says: 余 reaches away from it, and 近 to it.
#[test]
fn near_nought() {
    for (qualifier, narrow, wide) in
        [(Qualifier::SomeMore, "(0, 1)", "(0, 1)"), (Qualifier::SomeLess, "(0, 0)", "(-1, 0]")]
    {
        let margin = Margin { qualifier, place: 0 };
        let found = [margin.narrow(Exact::integer(0)), margin.wide(Exact::integer(0))];
        assert_eq!(found.map(|limits| shown(limits.expect("in range"))), [narrow, wide]);
    }
}

/// A fall says of the negative value what a rise says of the value, the other way round.
#[test]
fn falls_mirror_rises() {
    let turned = |limit: Limit| match limit {
        Limit::Included(value) => Limit::Included(value.negated()),
        Limit::Excluded(value) => Limit::Excluded(value.negated()),
        Limit::Unbounded => Limit::Unbounded,
    };
    type Way = fn(Margin, Exact) -> Option<(Limit, Limit)>;
    let readings: [Way; 3] = [Margin::limits, Margin::narrow, Margin::wide];
    for qualified in [
        "…3个",
        "…3%",
        "…3.5万户",
        "近…40万户",
        "…40余万户",
        "…40万余户",
        "超过…3%",
        "不足…3%",
        "…3%以上",
        "…3%以下",
        "突破…3%",
        "不超过…3%",
        "…30个多",
    ] {
        let [rise, fall] = ["增长", "下降"].map(|change| {
            let (lead, number) = qualified.split_once('…').expect("the place of the number");
            format!("{change}{lead}{number}")
        });
        let (rise, fall) = (read(&rise), read(&fall));
        assert_eq!(fall.value, rise.value.negated(), "{qualified}");
        for reading in readings {
            let (lower, upper) = reading(rise.margin, rise.value).expect("in range");
            assert_eq!(reading(fall.margin, fall.value), Some((turned(upper), turned(lower))), "{qualified}");
        }
    }
}

/// Figures composed of their parts, with the interval computed from the parts.
#[test]
fn composed_figures_have_the_interval_of_their_parts() {
    // With what the last printed digit counts: 4百万 is 400万.
    const MAGNITUDES: &[(&str, i128, i128)] = &[
        ("", 1, 1),
        ("十", 10, 1),
        ("百", 100, 1),
        ("千", 1_000, 1),
        ("万", 10_000, 10_000),
        ("十万", 100_000, 10_000),
        ("百万", 1_000_000, 10_000),
        ("千万", 10_000_000, 10_000),
        ("亿", 100_000_000, 100_000_000),
        ("十亿", 1_000_000_000, 100_000_000),
        ("百亿", 10_000_000_000, 100_000_000),
        ("千亿", 100_000_000_000, 100_000_000),
        ("万亿", 1_000_000_000_000, 1_000_000_000_000),
    ];
    // What is printed before the digits, behind them, behind the magnitude, and behind the unit.
    const QUALIFIERS: &[[&str; 4]] = &[
        ["", "", "", ""],
        ["超过", "", "", ""],
        ["突破", "", "", ""],
        ["不足", "", "", ""],
        ["不超过", "", "", ""],
        ["近", "", "", ""],
        ["", "余", "", ""],
        ["", "", "余", ""],
        ["", "", "", "多"],
        ["", "", "", "以上"],
        ["", "", "", "以内"],
    ];
    let mut count = 0;
    for digits in [1, 2, 9, 10, 12, 30, 100, 105, 120, 250, 1_000, 1_234, 4_500, 9_999] {
        for &(magnitude, unit, printed) in MAGNITUDES {
            for &[before, behind, after, trail] in QUALIFIERS {
                // 3余 is printed once, where there is nothing between the two places.
                if magnitude.is_empty() && !after.is_empty() {
                    continue;
                }
                let value = digits * unit;
                // The unit of the last digit other than zero, counted by trial.
                let mut last = 1;
                while value % (last * 10) == 0 {
                    last *= 10;
                }
                let expected = match (before, behind, after, trail) {
                    ("超过", ..) => format!("({value}, +inf)"),
                    ("突破", ..) | (.., "以上") => format!("[{value}, +inf)"),
                    ("不足", ..) => format!("(-inf, {value})"),
                    ("不超过", ..) | (.., "以内") => format!("(-inf, {value}]"),
                    ("近", ..) => format!("({}, {value})", value - last),
                    (_, "余", ..) => format!("({value}, {})", value + last),
                    // Behind 千 zeros are not counted, and behind 万, 亿 and the unit they are.
                    (_, _, "余", _) if unit < 10_000 => format!("({value}, {})", value + last),
                    (_, _, "余", _) | (.., "多") => format!("({value}, {})", value + printed),
                    _ if printed == 1 => format!("[{value}, {value}]"),
                    _ => format!("[{}, {}]", value - printed / 2, value + printed / 2),
                };
                for number in [digits.to_string(), grouped(digits)] {
                    let text = format!("{before}{number}{behind}{magnitude}{after}户{trail}");
                    assert_eq!(
                        (read(&text).value, interval(&text)),
                        (Exact::integer(value), expected.clone()),
                        "{text}"
                    );
                    count += 1;
                }
            }
        }
    }
    assert!(count > 1_500, "only {count} figures were composed");
}

/// The digits with a comma before each three.
fn grouped(number: i128) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", grouped(number / 1_000), number % 1_000) }
}

/// What a hostile reader might take for another number: the value, the word of the unit, and the interval.
#[test]
fn texts_that_look_alike_are_read_rightly() {
    for (text, number, unit, expected) in [
        ("千分之三", "3", "‰", "[2.5, 3.5]"),
        ("3‰", "3", "‰", "[2.5, 3.5]"),
        ("3‰以上", "3", "‰", "[3, +inf)"),
        ("千分之三以上", "3", "‰", "[3, +inf)"),
        ("三至八项", "3", "项", "[3, 8]"),
        ("3至5个", "3", "个", "[3, 5]"),
        ("3-5个", "3", "个", "[3, 5]"),
        ("3至500个", "3", "个", "[3, 500]"),
        ("3.5至5.5元", "3.5", "元", "[3.45, 5.55]"),
        ("五至五十个", "5", "个", "[5, 50]"),
        ("十二至九百九十个", "12", "个", "[12, 990]"),
        ("下降3%-5%", "-5", "%", "[-5.5, -2.5]"),
        ("3到5个", "3", "个", "[3, 5]"),
        ("3~5个", "3", "个", "[3, 5]"),
        ("3—5个", "3", "个", "[3, 5]"),
        ("3～5个", "3", "个", "[3, 5]"),
        ("3万至5万元", "30000", "元", "[25000, 55000]"),
        ("3至5万元", "30000", "元", "[25000, 55000]"),
        ("3%-5%", "3", "%", "[2.5, 5.5]"),
        ("3至5%", "3", "%", "[2.5, 5.5]"),
        ("百分之三至百分之五", "3", "%", "[2.5, 5.5]"),
        ("百分之三至五", "3", "%", "[2.5, 5.5]"),
        ("3.5至5万元", "35000", "元", "[34500, 55000]"),
        ("3.5至5百元", "350", "元", "[345, 500]"),
        ("3至5百元", "300", "元", "[300, 500]"),
        ("千分之三至千分之五", "3", "‰", "[2.5, 5.5]"),
        ("三至五万元", "30000", "元", "[25000, 55000]"),
        ("五至二十个", "5", "个", "[5, 20]"),
        ("五至十个", "5", "个", "[5, 10]"),
        ("十至二十个", "10", "个", "[10, 20]"),
        ("连续3至5年", "3", "年", "[3, 5]"),
        ("1万2千个", "12000", "个", "[12000, 12000]"),
        ("3亿5000万元", "350000000", "元", "[349995000, 350005000]"),
        ("1万2千3百个", "12300", "个", "[12300, 12300]"),
        ("3亿5000余万元", "350000000", "元", "(350000000, 360000000)"),
        ("3亿5000万余元", "350000000", "元", "(350000000, 350010000)"),
        ("1万2千余元", "12000", "元", "(12000, 13000)"),
        ("负3%", "-3", "%", "[-3.5, -2.5]"),
        ("负3.5亿元", "-350000000", "元", "[-355000000, -345000000]"),
        ("-3%", "-3", "%", "[-3.5, -2.5]"),
        ("−3%", "-3", "%", "[-3.5, -2.5]"),
        ("负百分之三", "-3", "%", "[-3.5, -2.5]"),
        ("负增长3%", "-3", "%", "[-3.5, -2.5]"),
        ("同比负增长3%", "-3", "%", "[-3.5, -2.5]"),
        ("负半年", "-0.5", "年", "[-1, 0]"),
        ("下降3%以上", "-3", "%", "(-inf, -3]"),
        ("下降超过3%", "-3", "%", "(-inf, -3)"),
        ("下降3余个", "-3", "个", "(-4, -3)"),
        ("下降近3个", "-3", "个", "(-3, -2)"),
        ("下降不足3%", "-3", "%", "(-3, +inf)"),
        ("下降不低于3%", "-3", "%", "(-inf, -3]"),
        ("下降近4万户", "-40000", "户", "(-40000, -30000)"),
        ("下降10万余户", "-100000", "户", "(-110000, -100000)"),
        ("下降10余万户", "-100000", "户", "(-200000, -100000)"),
        ("下降突破3%", "-3", "%", "(-inf, -3]"),
        ("10余万人", "100000", "人", "(100000, 200000)"),
        ("800余家", "800", "家", "(800, 900)"),
        ("800多家", "800", "家", "(800, 900)"),
        ("三百余家", "300", "家", "(300, 400)"),
        ("十余万人", "100000", "人", "(100000, 200000)"),
        ("10万余人", "100000", "人", "(100000, 110000)"),
        ("10万多人", "100000", "人", "(100000, 110000)"),
        ("20万余人", "200000", "人", "(200000, 210000)"),
        ("3万余人", "30000", "人", "(30000, 40000)"),
        ("1.5万余人", "15000", "人", "(15000, 16000)"),
        ("3百万余人", "3000000", "人", "(3000000, 3010000)"),
        ("十三万余人", "130000", "人", "(130000, 140000)"),
        ("三百万余人", "3000000", "人", "(3000000, 3010000)"),
        ("10万人多", "100000", "人", "(100000, 110000)"),
        ("10年多", "10", "年", "(10, 11)"),
        ("三年多", "3", "年", "(3, 4)"),
        ("3亿余元", "300000000", "元", "(300000000, 400000000)"),
        ("100余亿元", "10000000000", "元", "(10000000000, 20000000000)"),
        ("近4万户", "40000", "户", "(30000, 40000)"),
        ("近390亿元", "39000000000", "元", "(38000000000, 39000000000)"),
        ("近1万户", "10000", "户", "(0, 10000)"),
        ("近900家", "900", "家", "(800, 900)"),
        ("近3.5万户", "35000", "户", "(34000, 35000)"),
        ("近35.50万户", "355000", "户", "(354000, 355000)"),
        ("一个半月", "1.5", "个月", "[1, 2]"),
        ("半年", "0.5", "年", "[0, 1]"),
        ("半个月", "0.5", "个月", "[0, 1]"),
        ("两年半", "2.5", "年", "[2, 3]"),
        ("两年半以上", "2.5", "年", "[2.5, +inf)"),
        ("三个半", "3.5", "个", "[3, 4]"),
        ("超半个", "0.5", "个", "(0.5, +inf)"),
        ("近3亿日元", "300000000", "日元", "(200000000, 300000000)"),
        ("连续2005年", "2005", "年", "[2005, 2005]"),
        ("999年", "999", "年", "[999, 999]"),
        ("3个月", "3", "个月", "[3, 3]"),
        ("一月", "1", "月", "[1, 1]"),
        ("连续18月", "18", "月", "[18, 18]"),
        ("3亿日元", "300000000", "日元", "[250000000, 350000000]"),
        ("3个季度", "3", "个季度", "[3, 3]"),
        ("百余天", "100", "天", "(100, 200)"),
        ("百多天", "100", "天", "(100, 200)"),
        ("千余万人", "10000000", "人", "(10000000, 20000000)"),
        ("十八天", "18", "天", "[18, 18]"),
        ("三把", "3", "把", "[3, 3]"),
        ("三下", "3", "下", "[3, 3]"),
        ("八亿五十五万元", "800550000", "元", "[800545000, 800555000]"),
        ("一万五百个", "10500", "个", "[10500, 10500]"),
        ("一万五十个", "10050", "个", "[10050, 10050]"),
        ("三千五十个", "3050", "个", "[3050, 3050]"),
        ("九十亿四千四百元", "9000004400", "元", "[9000004400, 9000004400]"),
        ("一千零十二个", "1012", "个", "[1012, 1012]"),
        ("一万零十二个", "10012", "个", "[10012, 10012]"),
        ("十万零五千个", "105000", "个", "[105000, 105000]"),
        ("十万五千个", "105000", "个", "[105000, 105000]"),
        ("一亿五万元", "100050000", "元", "[100045000, 100055000]"),
        ("1,234家", "1234", "家", "[1234, 1234]"),
        ("12,345,678元", "12345678", "元", "[12345678, 12345678]"),
        ("1,234.5万元", "12345000", "元", "[12344500, 12345500]"),
        ("800千瓦时", "800000", "瓦时", "[800000, 800000]"),
        ("3千克", "3000", "克", "[3000, 3000]"),
        ("3倍", "3", "倍", "[3, 3]"),
        ("增长3倍", "3", "倍", "[3, 3]"),
        ("零点五个", "0.5", "个", "[0.45, 0.55]"),
        ("〇点五个", "0.5", "个", "[0.45, 0.55]"),
        ("一点〇五个", "1.05", "个", "[1.045, 1.055]"),
        ("第1名", "1", "名", "[1, 1]"),
        ("1名", "1", "名", "[1, 1]"),
        ("第一名", "1", "名", "[1, 1]"),
        ("3倍以上", "3", "倍", "[3, +inf)"),
        ("百分之百", "100", "%", "[99.5, 100.5]"),
        ("百分之一百", "100", "%", "[99.5, 100.5]"),
        ("百分之百以上", "100", "%", "[100, +inf)"),
        ("百分之三点五以上", "3.5", "%", "[3.5, +inf)"),
        ("100%", "100", "%", "[99.5, 100.5]"),
        ("3.0万个", "30000", "个", "[29500, 30500]"),
        ("0.30元", "0.3", "元", "[0.295, 0.305]"),
        ("0个", "0", "个", "[0, 0]"),
        ("3万亿元", "3000000000000", "元", "[2500000000000, 3500000000000]"),
        ("三万亿元", "3000000000000", "元", "[2500000000000, 3500000000000]"),
        ("二十余年", "20", "年", "(20, 30)"),
        ("一流", "1", "流", "[1, 1]"),
        ("3多个", "3", "个", "(3, 4)"),
        ("百分之3", "3", "%", "[2.5, 3.5]"),
        ("3%余", "3", "%", "(3, 4)"),
        ("10%多", "10", "%", "(10, 11)"),
        ("百分之十余", "10", "%", "(10, 20)"),
        ("3公里", "3", "公里", "[3, 3]"),
        ("3千米", "3000", "米", "[3000, 3000]"),
        ("3百万元", "3000000", "元", "[2995000, 3005000]"),
        ("3十个", "30", "个", "[30, 30]"),
        ("每人每月3千元", "3000", "元", "[3000, 3000]"),
        ("亩均税收1.5万余元", "15000", "元", "(15000, 16000)"),
        ("百万余人", "1000000", "人", "(1000000, 2000000)"),
        ("万余人", "10000", "人", "(10000, 20000)"),
        ("十万八千里", "108000", "里", "[108000, 108000]"),
        ("增长3%-5%", "3", "%", "[2.5, 5.5]"),
        ("一百八十个", "180", "个", "[180, 180]"),
        ("1,266项", "1266", "项", "[1266, 1266]"),
        ("3千至5万元", "3000", "元", "[3000, 55000]"),
        ("5000万至1亿元", "50000000", "元", "[49995000, 150000000]"),
        ("8000至9000个", "8000", "个", "[8000, 9000]"),
        ("1,000至2,000个", "1000", "个", "[1000, 2000]"),
        ("千万余人", "10000000", "人", "(10000000, 20000000)"),
        ("近百分之三", "3", "%", "(2, 3)"),
        ("1.5亿余元", "150000000", "元", "(150000000, 160000000)"),
        ("3千余元", "3000", "元", "(3000, 4000)"),
        ("三万五千余元", "35000", "元", "(35000, 36000)"),
        ("各第3位", "3", "位", "[3, 3]"),
        ("均第3位", "3", "位", "[3, 3]"),
    ] {
        assert_eq!(value(text), (number.to_owned(), (read(text).unit_words.0, unit)), "{text}");
        assert_eq!(interval(text), expected, "{text}");
    }
}

/// Words of a unit that begin with a numeral, or have one in them, are words where the unit is known.
#[test]
fn units_whose_words_have_numerals() {
    for (text, number, unit, expected) in [
        ("一个半月", "1.5", "个月", "[1, 2]"),
        ("3亿千瓦时", "300000000", "千瓦时", "[250000000, 350000000]"),
        ("800千瓦时", "800", "千瓦时", "[800, 800]"),
        ("800余千瓦时", "800", "千瓦时", "(800, 900)"),
        ("3千克", "3", "千克", "[3, 3]"),
        ("三千克", "3", "千克", "[3, 3]"),
        ("三千千克", "3000", "千克", "[3000, 3000]"),
        ("3个百分点", "3", "个百分点", "[3, 3]"),
        ("3百分点", "3", "百分点", "[3, 3]"),
    ] {
        let figure = figure::parse(text, MORE_UNITS).unwrap_or_else(|error| panic!("{text}: {}", error.message));
        assert_eq!((figure.value.to_string(), figure.unit_words), (number.to_owned(), ("", unit)), "{text}");
        assert_eq!(shown(figure.limits().expect("in range")), expected, "{text}");
    }
    for (text, at, message) in [
        ("两个半年", 2, "`半`: it is not certain of what it is the half"),
        ("三个半年", 2, "`半`: it is not certain of what it is the half"),
        ("3个半天", 2, "`半`: it is not certain of what it is the half"),
        ("千克", 0, "a unit that begins with a numeral"),
        ("三千余千克以上", 3, "a second qualifier"),
        ("一个半年", 2, "`半`: it is not certain of what it is the half"),
    ] {
        let error = figure::parse(text, MORE_UNITS).expect_err(text);
        assert_eq!((error.at, said(&error.message)), (at, message), "{text}");
    }
}

/// What an error says before it says what was expected.
fn said(message: &str) -> &str {
    message.split("; expected").next().unwrap_or_default()
}

#[test]
fn what_is_not_certain_is_refused() {
    for (text, at, message) in [
        ("三分之一", 1, "`分之`: a fraction or a share of ten"),
        ("三分之一个", 1, "`分之`: a fraction or a share of ten"),
        ("四分之三的人", 1, "`分之`: a fraction or a share of ten"),
        ("万分之三", 1, "`分之`: a fraction or a share of ten"),
        ("3分之1个", 1, "`分之`: a fraction or a share of ten"),
        ("1/3", 1, "`/`: a fraction or a share of ten"),
        ("三元五", 2, "`五`, a numeral in the words of the unit"),
        ("百分之三至5%", 4, "a range of Arabic and Chinese numerals"),
        ("三至5%", 1, "a range of Arabic and Chinese numerals"),
        ("3%至5", 2, "a range with percentages of two kinds"),
        ("3%至5个", 2, "a range with percentages of two kinds"),
        ("3‰-5%", 2, "a range with percentages of two kinds"),
        ("百篇", 0, "a magnitude without a digit, which is a round number"),
        ("万人", 0, "a magnitude without a digit, which is a round number"),
        ("百万元", 0, "a magnitude without a digit, which is a round number"),
        ("超过3至5个", 2, "a range with a qualifier or a sign"),
        ("3至5个以上", 0, "a range with a qualifier or a sign"),
        ("3余至5个", 0, "a range with a qualifier or a sign"),
        ("3至5余个", 0, "a range with a qualifier or a sign"),
        ("近3至5个", 1, "a range with a qualifier or a sign"),
        ("第3至5位", 1, "a place in an order with another word"),
        ("3至五个", 1, "a range of Arabic and Chinese numerals"),
        ("三至5个", 1, "a range of Arabic and Chinese numerals"),
        ("3万至5个", 2, "a range whose second number has no magnitude"),
        ("5至3个", 1, "a range whose second number is not the larger"),
        ("5至5个", 1, "a range whose second number is not the larger"),
        ("500至3万元", 3, "a range whose second number is not the larger"),
        ("三千至五万元", 2, "a range whose second number is not the larger"),
        ("三至五百个", 1, "a range whose first number may count tens or ones"),
        ("三至五十万元", 1, "a range whose first number may count tens or ones"),
        ("三万至五个", 2, "a range whose second number has no magnitude"),
        ("增长3%至5%", 4, "a rise or fall with 至 or 到, which may name the level reached"),
        ("下降3%至5%", 4, "a rise or fall with 至 or 到, which may name the level reached"),
        ("下降3至5个", 3, "a rise or fall with 至 or 到, which may name the level reached"),
        ("3万元至5万元", 3, "`至`: no word of a number or a unit"),
        ("3个至5个", 2, "`至`: no word of a number or a unit"),
        ("3至5至8个", 3, "`至`: no word of a number or a unit"),
        ("3--5个", 2, "`-`"),
        ("3至5年半", 0, "半 in a range"),
        ("半至一年", 1, "a range of Arabic and Chinese numerals"),
        ("半至3个", 1, "半 in a range"),
        ("3至半个", 1, "半 in a range"),
        ("百分之三至千分之五", 4, "a range with percentages of two kinds"),
        ("2005至2010年", 9, "a year of the calendar, or a length of time"),
        ("1万2元", 2, "a second number without its own magnitude"),
        ("3万500元", 2, "a second number without its own magnitude"),
        ("1.5万2千元", 4, "a decimal fraction among several magnitudes"),
        ("1万2.5千元", 2, "a decimal fraction among several magnitudes"),
        ("1万20千元", 2, "a second number that is nought, or reaches the magnitude before it"),
        ("1万0千元", 2, "a second number that is nought, or reaches the magnitude before it"),
        ("1万02千元", 2, "`02` begins with 0"),
        ("3亿余5000万元", 3, "a second number"),
        ("1万2亿元", 2, "a second number that is nought, or reaches the magnitude before it"),
        ("3余5个", 2, "a second number"),
        ("下降负3%", 2, "a sign with a qualifier, a rise or a fall"),
        ("增长-3%", 2, "a sign with a qualifier, a rise or a fall"),
        ("第-3位", 1, "a place in an order with another word"),
        ("-3至5%", 0, "a range with a qualifier or a sign"),
        ("负3余个", 0, "a sign with a qualifier, a rise or a fall"),
        ("--3%", 1, "`-`"),
        ("百分之-3", 3, "`-`"),
        ("超过下降3%", 2, "`下降` comes second"),
        ("3余余个", 2, "a second qualifier"),
        ("三余余个", 2, "a second qualifier"),
        ("1.5余个", 3, "`余` behind a decimal fraction"),
        ("1.5余万个", 3, "`余` behind a decimal fraction"),
        ("三点五余万个", 3, "`余` behind a decimal fraction"),
        ("10万余亿元", 4, "`亿`, a numeral in the words of the unit"),
        ("近0个", 1, "余, 多 or 近 with nought"),
        ("零余个", 0, "余, 多 or 近 with nought"),
        ("0余个", 0, "余, 多 or 近 with nought"),
        ("近零个", 1, "余, 多 or 近 with nought"),
        ("3个半天", 2, "`半`: it is not certain of what it is the half"),
        ("两个半年", 2, "`半`: it is not certain of what it is the half"),
        ("半百", 1, "it is not certain of what it is the half"),
        ("半万", 1, "it is not certain of what it is the half"),
        ("半3个", 1, "it is not certain of what it is the half"),
        ("3万个半月", 3, "`半`: it is not certain of what it is the half"),
        ("3万年半", 3, "`半`: it is not certain of what it is the half"),
        ("3元3", 2, "a second number"),
        ("3元.", 2, "a second number"),
        ("3元,", 2, "a second number"),
        ("三点两个", 2, "点 without digits"),
        ("第3年半", 1, "a place in an order with another word"),
        ("半年多", 0, "余, 多 or 近 with 半"),
        ("近半个", 1, "余, 多 or 近 with 半"),
        ("一年半多", 0, "余, 多 or 近 with 半"),
        ("一半", 1, "`半`: it is not certain of what it is the half"),
        ("半数", 1, "`数`: no rule gives its bounds"),
        ("半个多月", 2, "`多` in the words of the unit"),
        ("一个多月", 2, "`多` in the words of the unit"),
        ("近三年", 1, "近 before a length of time, which may mean the last of it"),
        ("近3个月", 1, "近 before a length of time, which may mean the last of it"),
        ("近18天", 1, "近 before a length of time, which may mean the last of it"),
        ("近半年", 1, "余, 多 or 近 with 半"),
        ("近3小时", 1, "近 before a length of time, which may mean the last of it"),
        ("近5周", 1, "近 before a length of time, which may mean the last of it"),
        ("2005年", 4, "a year of the calendar, or a length of time"),
        ("2005.5年", 6, "a year of the calendar, or a length of time"),
        ("2005年代", 4, "`年代`: a grade or the number of one thing"),
        ("两千年", 2, "a year of the calendar, or a length of time"),
        ("2000多年", 5, "a year of the calendar, or a length of time"),
        ("3月", 1, "`月` may be a date"),
        ("3月份", 1, "`月份` may be a date"),
        ("三月", 1, "`月` may be a date"),
        ("3日", 1, "`日` may be a date"),
        ("3季度", 1, "`季度` may be a date"),
        ("3时", 1, "`时` may be a date"),
        ("3点", 1, "`点`: a time, or the point of another numeral"),
        ("三点", 2, "点 without digits"),
        ("3点5万元", 1, "`点`: a time, or the point of another numeral"),
        ("3点半", 1, "`点`: a time, or the point of another numeral"),
        ("百八十天", 0, "`百` without a digit"),
        ("百八十万", 0, "`百` without a digit"),
        ("百余", 2, "no unit"),
        ("千二人", 0, "`千` without a digit"),
        ("百把个", 1, "`把`: no rule gives its bounds"),
        ("万把人", 1, "`把`: no rule gives its bounds"),
        ("各各各3个", 1, "`各` comes second"),
        ("同比同比增长3%", 2, "`同比` comes second"),
        ("连续连续3年", 2, "`连续` comes second"),
        ("增长增长3%", 2, "`增长` comes second"),
        ("下降下降3%", 2, "`下降` comes second"),
        ("超过增长3%", 2, "`增长` comes second"),
        ("均均3家", 1, "`均` comes second"),
        ("各均3家", 1, "`均` comes second"),
        ("同比3%", 2, "同比 without a rise or fall"),
        ("增长同比3%", 2, "`同比` comes second"),
        ("同比第3位", 3, "同比 without a rise or fall"),
        ("一万五个", 2, "`五` without its place"),
        ("一百五个", 2, "`五` without its place"),
        ("三千五个", 2, "`五` without its place"),
        ("一千零五百个", 2, "零 where no place is skipped"),
        ("一万零五千个", 2, "零 where no place is skipped"),
        ("一万十二个", 2, "no digit"),
        ("一亿五元", 2, "`五` without its place"),
        ("一百零个", 3, "no digit"),
        ("一百零零个", 3, "no digit"),
        ("三千五万个", 2, "`五` without its place"),
        ("一万零两个", 3, "两 stands only before 百, 千, 万, 亿"),
        ("1,23家", 0, "`1,23` has a comma elsewhere than before each three digits"),
        ("12,34家", 0, "`12,34` has a comma elsewhere than before each three digits"),
        ("1234,567家", 0, "`1234,567` has a comma elsewhere than before each three digits"),
        (",123家", 0, "`,`"),
        ("1,234,56家", 0, "`1,234,56` has a comma elsewhere than before each three digits"),
        ("0,123家", 0, "`0,123` begins with 0"),
        ("1，234家", 1, "`，` is full-width"),
        ("３万户", 0, "`３` is full-width"),
        ("3％", 1, "`％` is full-width"),
        ("3．5万户", 1, "`．` is full-width"),
        (" 3万户", 0, "a space"),
        ("3 万户", 1, "a space"),
        ("3万户 ", 3, "a space"),
        ("突破 13万户", 2, "a space"),
        ("一兆元", 1, "`兆`: three values are in use"),
        ("約3万户", 0, "`約` is a traditional character"),
        ("3萬户", 1, "`萬` is a traditional character"),
        ("3億元", 1, "`億` is a traditional character"),
        ("3餘户", 1, "`餘` is a traditional character"),
        ("3層", 1, "`層` is a traditional character"),
        ("约3万", 0, "`约`: no rule gives its bounds"),
        ("大约3个", 0, "`大`"),
        ("3个左右", 2, "`左右`: no rule gives its bounds"),
        ("3个上下", 2, "`上下`: no rule gives its bounds"),
        ("几个", 0, "`几`: no rule gives its bounds"),
        ("十几个", 1, "`几`: no rule gives its bounds"),
        ("数百个", 0, "`数`: no rule gives its bounds"),
        ("十来个", 1, "`来`: no rule gives its bounds"),
        ("大概3个", 0, "`大概`: no rule gives its bounds"),
        ("可能3个", 0, "`可能`: no rule gives its bounds"),
        ("3或5个", 1, "`或`: no rule gives its bounds"),
        ("3个或5个", 2, "`或`: no rule gives its bounds"),
        ("3天以外", 2, "`以`: a limit where none is read"),
        ("3亿千瓦时", 1, "`亿千` is not a magnitude"),
        ("3个百分点", 2, "`百`, a numeral in the words of the unit"),
        ("3百分点", 2, "`分点`: the end of 百分点"),
        ("百分点", 1, "`分点`: the end of 百分点"),
        ("一二百人", 0, "`一二`: two digits without 十 or the like between them"),
        ("三四个", 0, "`三四`: two digits without 十 or the like between them"),
        ("十一二个", 1, "`一二`: two digits without 十 or the like between them"),
        ("上万人", 0, "`上`: no rule gives its bounds"),
        ("成千上万人", 0, "`成`: no rule gives its bounds"),
        ("过万人", 0, "`过`: no word of this grammar"),
        ("数十个", 0, "`数`: no rule gives its bounds"),
        ("好几个", 0, "`好`: no rule gives its bounds"),
        ("若干个", 0, "`若干`: no rule gives its bounds"),
        ("两三个", 0, "`两三`: two digits without 十 or the like between them"),
        ("三五个", 0, "`三五`: two digits without 十 or the like between them"),
        ("3.5.2个", 0, "`3.5.2` is not a decimal number"),
        ("①个", 0, "`①`"),
        ("3①个", 1, "`①`, a numeral in the words of the unit"),
        ("⅓个", 0, "`⅓`"),
        ("Ⅲ级", 0, "`Ⅲ`"),
        ("3Ⅲ个", 1, "`Ⅲ`, a numeral in the words of the unit"),
        ("廿个", 0, "`廿`"),
        ("卅个", 0, "`卅`"),
        ("俩人", 0, "`俩`"),
        ("三俩", 1, "`俩`, a numeral in the words of the unit"),
        ("仨人", 0, "`仨`"),
        ("翻一番", 0, "`翻`: growth by doublings"),
        ("翻两番", 0, "`翻`: growth by doublings"),
        ("三成", 1, "`成`: a fraction or a share of ten"),
        ("3折", 1, "`折`: a fraction or a share of ten"),
        ("点五个", 0, "`点`"),
        ("首位第一", 2, "`第` in the words of the unit"),
        ("第首位", 1, "`首`"),
        ("第一", 2, "no unit"),
        ("前十名", 0, "`前`: a place among the first"),
        ("前3位", 0, "`前`: a place among the first"),
        ("每3个", 0, "`每`: a rate that no known unit has"),
        ("3个/天", 2, "`/`: a fraction or a share of ten"),
        ("百分之半", 4, "it is not certain of what it is the half"),
        ("半%", 1, "`%` behind 百分之, 千分之 or 半"),
        ("千千万万人", 0, "`千` without a digit"),
        ("亿万人", 1, "万 without a digit"),
        ("万万人", 0, "no digit"),
        ("零下3度", 0, "`零下`: a sign in words"),
        ("03个", 0, "`03` begins with 0"),
        ("00个", 0, "`00` begins with 0"),
        ("三A级", 1, "`A` in the words of the unit"),
        ("3w户", 1, "`w` in the words of the unit"),
        ("3k元", 1, "`k` in the words of the unit"),
        ("3km", 1, "`k` in the words of the unit"),
        ("3个。", 2, "`。` in the words of the unit"),
        ("3+个", 1, "`+` in the words of the unit"),
        ("100+", 3, "`+` in the words of the unit"),
        (">3个", 0, "`>`"),
        ("≥3个", 0, "`≥`"),
        ("￥3元", 0, "`￥`"),
        ("3²个", 1, "`²`, a numeral in the words of the unit"),
        ("3个起", 2, "`起`: a limit where none is read"),
        ("3元起", 2, "`起`: a limit where none is read"),
        ("3天内", 2, "`内`: a limit where none is read"),
        ("3年前", 2, "`前`: a limit where none is read"),
        ("3年有余", 2, "`有`: a limit where none is read"),
        ("十有余", 1, "`有`: no rule gives its bounds"),
        ("3个不等", 2, "`不`: a limit where none is read"),
        ("3至5个不等", 4, "`不`: a limit where none is read"),
        ("3个不到", 2, "`不`: a limit where none is read"),
        ("3个不止", 2, "`不`: a limit where none is read"),
        ("不止3个", 0, "`不`: a limit where none is read"),
        ("30出头", 2, "`出头`: no rule gives its bounds"),
        ("3个等", 2, "`等`: a limit where none is read"),
        ("三等奖", 1, "`等`: a grade or the number of one thing"),
        ("3号", 1, "`号`: a day, or the number of one thing"),
        ("1.5个亿", 3, "`个亿`: a magnitude behind 个"),
        ("一个亿", 1, "`个亿`: a magnitude behind 个"),
        ("两万万元", 0, "两 stands only before 百, 千, 万, 亿"),
        ("3亿万元", 1, "`亿万` is not a magnitude"),
        ("三两", 0, "`三两`: two digits without 十 or the like between them"),
        ("3两", 1, "`两` is not a magnitude"),
        ("近二十余年", 3, "a second qualifier"),
        ("多功能厅3个", 0, "`多`"),
        ("3个多功能厅", 2, "`多` in the words of the unit"),
        ("增长至5%", 2, "`至`: no word of a number or a unit"),
        ("下降到3%", 2, "`到`: no word of a number or a unit"),
        ("增长了3%", 2, "`了`"),
        ("第3万位", 1, "a place in an order with another word"),
        ("第三万位", 1, "a place in an order with another word"),
        ("第1.5位", 1, "a place in an order with another word"),
        ("第3%", 1, "a place in an order with another word"),
        ("第24位以上", 1, "a place in an order with another word"),
        ("超过第3位", 3, "a place in an order with another word"),
        ("第0位", 1, "第 with nought"),
        ("第零位", 1, "第 with nought"),
        ("连续第3位", 3, "a place in an order with another word"),
        ("连续首位", 2, "a place in an order with another word"),
        ("首位以上", 0, "a place in an order with another word"),
        ("连续增长3%", 4, "连续 with a rise, a fall or a sign"),
        ("连续增长3年", 4, "连续 with a rise, a fall or a sign"),
        ("增长第3位", 3, "a place in an order with another word"),
        ("五零个", 2, "no digit"),
        ("二〇二〇年", 2, "a place comes twice or out of order"),
        ("五一个", 0, "`五一`: two digits without 十 or the like between them"),
        ("十四五规划", 1, "`四五`: two digits without 十 or the like between them"),
        ("百分之33%", 5, "`%` behind 百分之, 千分之 or 半"),
        ("千分之3‰", 4, "`‰` behind 百分之, 千分之 or 半"),
        ("百分之三‰", 4, "`‰` behind 百分之, 千分之 or 半"),
        ("3%%", 2, "words after a percentage"),
        ("3%点", 2, "words after a percentage"),
        ("1e5个", 1, "`e` in the words of the unit"),
        ("0x10元", 1, "`x` in the words of the unit"),
        (".5元", 0, "`.`"),
        ("5.元", 0, "`5.` is not a decimal number"),
        ("3k", 1, "`k` in the words of the unit"),
        ("一", 1, "no unit"),
        ("3", 1, "no unit"),
        ("个", 0, "`个`"),
        ("千儿八百个", 2, "`八`, a numeral in the words of the unit"),
        ("八九不离十", 0, "`八九`: two digits without 十 or the like between them"),
        ("3个一", 2, "`一`, a numeral in the words of the unit"),
        ("3家超市", 2, "`超` in the words of the unit"),
        ("3百千元", 1, "`百千` is not a magnitude"),
        ("3万五千个", 1, "`万五千` is not a magnitude"),
        ("三万5千个", 2, "a second number"),
        ("万八千个", 1, "digits behind 百, 千, 万 or 亿 that has none before it"),
        ("百万五千个", 2, "digits behind 百, 千, 万 or 亿 that has none before it"),
        ("百万零五百个", 2, "digits behind 百, 千, 万 or 亿 that has none before it"),
        ("第3季度", 2, "`季度` may be a date"),
        ("3个千分点", 2, "`千`, a numeral in the words of the unit"),
        ("百分之负三", 3, "`负`"),
        ("1万万元", 1, "`万万` is not a magnitude"),
        ("百八个", 0, "`百` without a digit"),
        ("", 0, "the figure ends"),
        ("1.2.3元", 0, "`1.2.3` is not a decimal number"),
        ("1.元", 0, "`1.` is not a decimal number"),
        (
            "1234567890123456789012345678901234567890元",
            0,
            "`1234567890123456789012345678901234567890` is not a decimal number",
        ),
        ("33%左右", 3, "words after a percentage"),
        ("3万", 2, "no unit"),
        ("40", 2, "no unit"),
        ("40以上", 2, "no unit"),
        ("40家左右", 3, "`左右`: no rule gives its bounds"),
        ("5万万元", 1, "`万万` is not a magnitude"),
        ("9000000000万亿元", 12, "the number is too large"),
        ("1000000万亿元", 9, "the number is too large"),
        ("999999999999999999.000000000000元", 31, "the number is too large"),
        ("99999999999999999.00元", 20, "the number is too large"),
        ("一十一十个", 2, "a place comes twice or out of order"),
        ("一百零五十个", 2, "零 where no place is skipped"),
        ("三点元", 2, "点 without digits"),
        ("二三个", 0, "`二三`: two digits without 十 or the like between them"),
        ("二十两个", 2, "两 stands only before 百, 千, 万, 亿"),
        ("元", 0, "`元`"),
        ("十百个", 1, "no digit"),
        ("数百人", 0, "`数`: no rule gives its bounds"),
        ("突破13万余户", 5, "a second qualifier"),
        ("突破超过13万户", 2, "a second qualifier"),
        ("第第24位", 1, "`第` comes second"),
        ("约40家", 0, "`约`: no rule gives its bounds"),
        ("零五个", 0, "零 at the front"),
        ("3分之一", 1, "`分之`: a fraction or a share of ten"),
        ("一个半天", 2, "`半`: it is not certain of what it is the half"),
        ("下降3至5%", 3, "a rise or fall with 至 or 到, which may name the level reached"),
        ("3、5个", 1, "`、` in the words of the unit"),
        ("近4万余户", 3, "a second qualifier"),
        ("3个以上以上", 2, "`以`: a limit where none is read"),
        ("多于3个以上", 3, "a second qualifier"),
        ("3万五元", 1, "`万五` is not a magnitude"),
        ("两两个", 0, "`两两`: two digits without 十 or the like between them"),
        ("半成", 1, "`成`: a fraction or a share of ten"),
        ("大半年", 0, "`大`"),
        ("半个半天", 2, "`半`: it is not certain of what it is the half"),
        ("零万元", 0, "零 at the front"),
        ("一点点", 2, "点 without digits"),
        ("百分点3", 1, "`分点`: the end of 百分点"),
    ] {
        let (found, error) = refused(text);
        assert_eq!((found, said(&error)), (at, message), "{text}");
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
