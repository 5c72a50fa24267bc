//! English claims in the words of the grammar: `more than 38.8 billion` as 超过388亿.
//!
//! Only words that stand here are put into Chinese. Any other is told apart, for the metric to know or to refuse.

use alloc::format;
use alloc::string::{String, ToString as _};

use super::figure::UnitWords;
use super::numeral::is_digit;

/// Words before the number. Of two that a text begins with, the longer is meant.
const WORDS: &[(&str, &str)] = &[
    ("more than", "超过"),
    ("over", "超过"),
    ("exceeding", "超过"),
    ("at least", "至少"),
    ("no less than", "不少于"),
    ("no fewer than", "不少于"),
    ("less than", "不足"),
    ("fewer than", "不足"),
    ("under", "不足"),
    ("at most", "至多"),
    ("within", "至多"),
    ("up to", "至多"),
    ("no more than", "不超过"),
    ("nearly", "近"),
    ("almost", "近"),
    ("about", "约"),
    ("around", "约"),
    ("some", "约"),
    ("roughly", "约"),
    ("approximately", "约"),
    ("up", "增长"),
    ("up by", "增长"),
    ("rose by", "增长"),
    ("grew by", "增长"),
    ("increased by", "增长"),
    ("down", "下降"),
    ("down by", "下降"),
    ("fell by", "下降"),
    ("decreased by", "下降"),
    ("ranked", ""),
];

const MAGNITUDES: &[(&str, usize)] = &[("thousand", 3), ("million", 6), ("billion", 9), ("bn", 9), ("trillion", 12)];

/// Words behind the number. Of an ordinal, 第 stands before it.
const UNITS: &[(&str, &str)] = &[
    ("%", "%"),
    ("percent", "%"),
    ("per cent", "%"),
    ("hours", "小时"),
    ("day", "天"),
    ("days", "天"),
    ("week", "周"),
    ("weeks", "周"),
    ("month", "个月"),
    ("months", "个月"),
    ("year", "年"),
    ("years", "年"),
];
const ORDINALS: &[(&str, &str)] = &[("st", "第"), ("nd", "第"), ("rd", "第"), ("th", "第")];

/// The figure of an English text in Chinese, and its other words in lower case; `None` if it is not English, or has no number. `rates`
/// are the English names of units that have words before the number in Chinese.
pub fn translated(text: &str, rates: &[(&str, UnitWords<'_>)]) -> Option<(String, String)> {
    if !text.is_ascii() || !text.contains(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let text = text.to_ascii_lowercase();
    let (mut before, rest) = text.split_at(text.find(is_digit)?);
    let (mut words, mut noun) = (String::new(), String::new());
    while !before.trim_start().is_empty() {
        before = before.trim_start();
        if let Some((chinese, rest)) = longest(WORDS, before) {
            words += chinese;
            before = rest;
        } else {
            let end = before.find(' ').unwrap_or(before.len());
            noun = noun + &before[..end] + " ";
            before = &before[end..];
        }
    }
    let end = rest.find(|c| !is_digit(c) && !",.".contains(c)).unwrap_or(rest.len());
    let digits = rest[..end].trim_end_matches([',', '.']);
    let rest = &rest[digits.len()..];
    let (ordinal, rest) = longest(ORDINALS, rest).unwrap_or(("", rest));
    let (power, rest) = longest(MAGNITUDES, rest).unwrap_or((0, rest));
    let ((basis, unit), rest) = longest(rates, rest)
        .or_else(|| longest(UNITS, rest).map(|(unit, rest)| (("", unit), rest)))
        .unwrap_or((("", ""), rest));
    let number = if power == 0 { digits.to_string() } else { in_chinese(digits, power)? };
    Some((format!("{basis}{words}{ordinal}{number}{unit}"), noun + rest.trim()))
}

/// What the longest of the words that a text begins with stands for, and the rest of the text.
fn longest<'a, T: Copy>(words: &[(&str, T)], text: &'a str) -> Option<(T, &'a str)> {
    let text = text.trim_start();
    let is_end = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    let found = words.iter().filter_map(|(word, meaning)| Some((word.len(), *meaning, text.strip_prefix(word)?)));
    let found = found.filter(|(_, _, rest)| is_end(rest)).max_by_key(|(length, ..)| *length);
    found.map(|(_, meaning, rest)| (meaning, rest))
}

/// A number of units of 10^`power` with a Chinese magnitude, and the same last digit: 38.8 billion is 388亿, and 1.3 thousand 0.13万.
fn in_chinese(digits: &str, power: usize) -> Option<String> {
    const MAGNITUDES: [&str; 9] = ["万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿"];
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let number = format!("{whole}{fraction}");
    if !number.chars().all(is_digit) || number.len() > 18 {
        return None;
    }
    // Without needless noughts in front, which the grammar refuses.
    let trimmed = |digits: &str| digits.trim_start_matches('0').to_string();
    let or_nought = |digits: String| if digits.is_empty() { "0".to_string() } else { digits };
    // The magnitude is the place of the last digit, if there is one for it.
    if let Some(magnitude) = power.checked_sub(fraction.len() + 4).map(|index| MAGNITUDES[index]) {
        return Some(or_nought(trimmed(&number)) + magnitude);
    }
    let behind_point = fraction.len() + 4 - power;
    let number = format!("{number:0>width$}", width = behind_point + 1);
    let (whole, fraction) = number.split_at(number.len() - behind_point);
    Some(format!("{}.{fraction}万", or_nought(trimmed(whole))))
}
