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
    let turned = |limit: Limit| limit.map(Exact::negated);
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
                let margin = figure.margin;
                let [limits, narrow, wide] = [figure.limits(), margin.narrow(value), margin.wide(value)]
                    .map(|limits| shown(limits.expect("in range")));
                // The other two readings, by which claims are judged, where one is not the usual one.
                let others = if figure.to.is_some() || [&narrow, &wide] == [&limits; 2] {
                    String::new()
                } else {
                    format!(" {narrow} {wide}")
                };
                let comparator = margin.qualifier.comparator().map_or("", Comparator::code);
                let qualifier = format!("{:?} {comparator}", margin.qualifier);
                format!(
                    "{value}\t{limits}{others}\t{}\t{before}…{after}\t{noun}\t{}",
                    qualifier.trim_end(),
                    flags.join(" ")
                )
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
