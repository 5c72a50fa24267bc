//! The grammar of printed figures.

use crate::model::chinese::FigureError;
use crate::model::exact::Exact;
use crate::model::figure::{self, Known, Reading};
use crate::model::precision::{Limit, Margin, Qualifier};
use crate::model::words::{LEADS, SOME_MORE, TRAILS, each};
use crate::vocabulary::{Comparator, Dimension};
use crate::{fresh, path};

#[path = "../../src/model/units.rs"]
mod units;
use units::COMMON;

/// Words that are rates in some report's tables.
const OWN: &[Known<'static>] = &[(("亩均税收", "元"), Dimension::MoneyRate), (("", "大举措"), Dimension::Count)];

fn parse(text: &str) -> Result<Reading<'_>, FigureError> {
    figure::parse(text, OWN.iter().chain(COMMON).copied())
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

#[test]
fn arabic_and_chinese_numbers() {
    for (text, expected, unit) in [
        ("7538个", "7538", "个"),
        ("5名", "5", "名"),
        ("26.7亿元", "2670000000", "元"),
        ("387.7亿元人民币", "38770000000", "元人民币"),
        ("1.4万次", "14000", "次"),
        ("3千米", "3", "千米"),
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
        ("近1万户", "(9000, 10000)", "(9500, 10000)", "(0, 10000]"),
        ("近3.5万户", "(34000, 35000)", "(34500, 35000)", "(31500, 35000]"),
        ("近35.50万户", "(354000, 355000)", "(354500, 355000)", "(319500, 355000]"),
        ("近0.3元", "(0.2, 0.3)", "(0.285, 0.3)", "(0.2, 0.3]"),
        ("10万余户", "(100000, 110000)", "(100000, 110000)", "(100000, 200000)"),
        ("10余万户", "(100000, 200000)", "(100000, 200000)", "(100000, 200000)"),
        ("三百万余户", "(3000000, 3010000)", "(3000000, 3010000)", "(3000000, 4000000)"),
        ("约390亿元", "(-inf, +inf)", "[38500000000, 39500000000]", "[35100000000, 42900000000]"),
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
    // With what 余 behind it counts: 万 of 4百万.
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
                // Of 1万 nobody means anything from 5000 on: a 1 alone is as precise as the next place.
                let near = if value == last && last > 1 { last / 10 } else { last };
                let half = if value == unit { unit / 20 } else { unit / 2 };
                let expected = match (before, behind, after, trail) {
                    ("超过", ..) => format!("({value}, +inf)"),
                    ("突破", ..) | (.., "以上") => format!("[{value}, +inf)"),
                    ("不足", ..) => format!("(-inf, {value})"),
                    ("不超过", ..) | (.., "以内") => format!("(-inf, {value}]"),
                    ("近", ..) => format!("({}, {value})", value - near),
                    (_, "余", ..) => format!("({value}, {})", value + last),
                    // Behind 千 zeros are not counted, and behind 万, 亿 and the unit they are.
                    (_, _, "余", _) if unit < 10_000 => format!("({value}, {})", value + last),
                    (_, _, "余", _) | (.., "多") => format!("({value}, {})", value + printed),
                    _ if unit < 10_000 => format!("[{value}, {value}]"),
                    _ => format!("[{}, {}]", value - half, value + half),
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

/// Every text that a hostile reader might take for another number, and what it is read as, or why it is refused: `figures.txt` holds
/// them, and is written anew where the grammar says something else.
#[test]
fn texts_are_read_as_the_list_says() {
    const LIST: &str = "tests/compiler/figures.txt";
    let mut found = String::new();
    for line in std::fs::read_to_string(path(LIST)).expect("the list").lines() {
        let text = line.split('\t').next().expect("the text");
        let said = match parse(text) {
            Ok(figure) => {
                let Reading { value, unit_words: (before, after), noun, .. } = figure;
                let flags = [
                    (figure.ordinal, "rank"),
                    (figure.streak, "streak"),
                    (figure.change, "change"),
                    (figure.each, "each"),
                    (figure.to.is_some(), "range"),
                ];
                let flags: Vec<&str> = flags.iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect();
                let (limits, qualifier) = (shown(figure.limits().expect("in range")), figure.margin.qualifier);
                format!("{value}\t{limits}\t{qualifier:?}\t{before}…{after}\t{noun}\t{}", flags.join(" "))
            }
            Err(error) => format!("refused at {}: {}", error.at, error.message),
        };
        found += &format!("{text}\t{said}\n");
    }
    let words =
        each(LEADS).map(|(word, _)| word).chain(each(TRAILS).map(|(word, _)| word)).chain(SOME_MORE.iter().copied());
    let words = words.chain(COMMON.iter().flat_map(|((before, after), _)| [*before, *after]));
    let is_read = |word: &str| found.lines().any(|line| line.contains(word) && !line.contains("\trefused"));
    let unread: Vec<&str> = words.filter(|word| !is_read(word)).collect();
    assert_eq!(unread, [""; 0], "{LIST} reads no text with these; expected one, so that they would be missed");
    fresh::hold(path(LIST), &found);
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
