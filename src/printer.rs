//! Prints figures and periods as people write them: `38.77 billion yuan`, `387.7亿元`, `24th`, `January to November 2020`.
//!
//! The build script prints the pages of the documentation by it, so it knows neither `Decimal` nor any type of the API;
//! `Shown` is what the API has of it. Nothing is allocated.

use core::fmt::{self, Display, Formatter};
use core::ops::Bound::{self, Excluded, Included, Unbounded};

use crate::vocabulary::{Comparator, Precision};

/// Keeps the groups of a number together, and is narrow.
const THIN: char = '\u{202F}';

/// The language that a figure is printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    English,
    Chinese,
}

impl Language {
    #[inline]
    pub const fn pick<'a>(self, english: &'a str, chinese: &'a str) -> &'a str {
        match self {
            Self::English => english,
            Self::Chinese => chinese,
        }
    }

    /// Powers of ten that have a word, the largest first. No thousand: `14 000` is read as quickly as `14 thousand`.
    #[inline]
    const fn magnitudes(self) -> &'static [(i32, &'static str)] {
        match self {
            Self::English => &[(12, "trillion"), (9, "billion"), (6, "million")],
            Self::Chinese => &[(12, "万亿"), (8, "亿"), (4, "万")],
        }
    }
}

/// A decimal number: `digits` × 10^-`scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    pub digits: i128,
    pub scale: u32,
}

impl Number {
    /// The power of ten of the last digit other than zero.
    #[inline]
    fn last_place(self) -> i32 {
        let (mut digits, mut place) = (self.digits, -(self.scale as i32));
        while digits != 0 && digits % 10 == 0 {
            (digits, place) = (digits / 10, place + 1);
        }
        place
    }

    /// The power of ten of the first digit.
    #[inline]
    pub fn first_place(self) -> i32 {
        self.digits.unsigned_abs().checked_ilog10().unwrap_or(0) as i32 - self.scale as i32
    }

    /// The largest power of ten with a word that leaves one or more before the point, and at most three digits behind it.
    #[inline]
    pub fn magnitude(self, language: Language) -> (i32, &'static str) {
        for (power, word) in language.magnitudes() {
            if self.first_place() >= *power && self.last_place() >= power - 3 {
                return (*power, word);
            }
        }
        (0, "")
    }

    /// In this power of ten, with so many noughts behind the last digit.
    #[inline]
    fn write(self, power: i32, noughts: i32, f: &mut Formatter<'_>) -> fmt::Result {
        let decimals = (power - self.last_place() + noughts).max(0) as u32;
        let one = 10u128.saturating_pow(decimals);
        // What is divided away is noughts, as no digit stands behind the last place.
        let shift = decimals as i32 - self.scale as i32 - power;
        let ten = 10u128.saturating_pow(shift.unsigned_abs());
        let digits = self.digits.unsigned_abs();
        let digits = if shift < 0 { digits / ten } else { digits.saturating_mul(ten) };
        f.write_str(if self.digits < 0 { "−" } else { "" })?;
        grouped(digits / one, f)?;
        if decimals == 0 { Ok(()) } else { write!(f, ".{:0>1$}", digits % one, decimals as usize) }
    }
}

/// `38 770`; numbers of four digits stay whole.
#[inline]
fn grouped(number: u128, f: &mut Formatter<'_>) -> fmt::Result {
    #[inline]
    fn threes(number: u128, f: &mut Formatter<'_>) -> fmt::Result {
        if number < 1000 {
            return write!(f, "{number}");
        }
        threes(number / 1000, f)?;
        write!(f, "{THIN}{:03}", number % 1000)
    }
    if number < 10_000 { write!(f, "{number}") } else { threes(number, f) }
}

/// How many noughts a figure with a point is printed with behind its last other digit, as in 1.0亿. Without a point they are no digits
/// that count, as in 20条.
#[inline]
pub fn noughts(obs_text: &str) -> i32 {
    let (mut noughts, mut has_point) = (0, false);
    for c in obs_text.chars() {
        match c {
            '.' => has_point = true,
            '0' => noughts += 1,
            _ if has_point && !c.is_ascii_digit() => break,
            _ => noughts = 0,
        }
    }
    if has_point { noughts } else { 0 }
}

/// The number of an end, if there is one.
#[inline]
pub fn at(end: Bound<Number>) -> Option<Number> {
    match end {
        Included(number) | Excluded(number) => Some(number),
        Unbounded => None,
    }
}

/// What stands around a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Noun<'a> {
    /// What stands before it, and before a word of comparison: 每人每月.
    pub before: &'a str,
    /// What stands behind one, and behind more.
    pub names: [&'a str; 2],
    /// Whether the number is a place in an order.
    pub is_rank: bool,
}

impl<'a> Noun<'a> {
    /// By the English names for one and for more, and the words by which the report prints the unit, before the number and behind it.
    #[inline]
    pub fn new(names: [&'a str; 2], printed: (&'a str, &'a str), is_rank: bool, language: Language) -> Self {
        match (language, printed) {
            (Language::Chinese, (_, behind)) if is_rank => Self { before: "第", names: [behind; 2], is_rank },
            (Language::Chinese, (before, behind)) => Self { before, names: [behind; 2], is_rank },
            (Language::English, (_, sign)) if is_sign(sign) => Self { before: "", names: [sign; 2], is_rank },
            (Language::English, _) => Self { before: "", names, is_rank },
        }
    }
}

/// A figure, an interval, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Printer<'a> {
    /// `None` of an interval alone.
    pub value: Option<Number>,
    pub ends: [Bound<Number>; 2],
    /// How many noughts the value is printed with behind its last digit, as in 1.0亿.
    pub noughts: i32,
    pub noun: Noun<'a>,
    pub language: Language,
}

impl<'a> Printer<'a> {
    /// The number that is printed, and the comparator before it: of a limit that, as a value beyond it would be untrue. `None` if only
    /// the whole interval says it.
    #[inline]
    pub fn number(&self) -> Option<(Option<Comparator>, Number)> {
        use Comparator::{Greater, GreaterOrEqual, Less, LessOrEqual};
        Some(match (self.ends, self.value) {
            ([Included(a), Included(b)], _) if a == b => (None, a),
            ([Included(a), Unbounded], _) => (Some(GreaterOrEqual), a),
            ([Excluded(a), Unbounded], _) => (Some(Greater), a),
            ([Unbounded, Included(b)], _) => (Some(LessOrEqual), b),
            ([Unbounded, Excluded(b)], _) => (Some(Less), b),
            ([Excluded(a), _], Some(value)) if a == value => (Some(Greater), a),
            ([_, Excluded(b)], Some(value)) if b == value => (Some(Less), b),
            (_, value) => (None, value?),
        })
    }

    /// `more than `, `超过`
    #[inline]
    fn word(&self, comparator: Comparator, f: &mut Formatter<'_>) -> fmt::Result {
        self.name(comparator.name(), comparator.name_zh(), f)?;
        f.write_str(self.language.pick(" ", ""))
    }

    /// A name of a vocabulary, within a sentence.
    #[inline]
    fn name(&self, english: &str, chinese: &str, f: &mut Formatter<'_>) -> fmt::Result {
        match self.language {
            Language::English => english.chars().try_for_each(|c| Display::fmt(&c.to_ascii_lowercase(), f)),
            Language::Chinese => f.write_str(chinese),
        }
    }

    /// `29.03 to 29.27 billion`
    #[inline]
    fn interval(&self, f: &mut Formatter<'_>) -> fmt::Result {
        // In the power of ten that is right for both, which then stands behind the second alone. Nought has every one.
        let magnitude = |end| at(end).filter(|it| it.digits != 0).map(|it| it.magnitude(self.language));
        let (power, magnitude) = match (magnitude(self.ends[0]), magnitude(self.ends[1])) {
            (Some(lower), Some(upper)) => lower.min(upper),
            (lower, upper) => lower.or(upper).unwrap_or((0, "")),
        };
        match self.ends {
            [Included(a), Included(b)] => {
                a.write(power, 0, f)?;
                f.write_str(self.language.pick(" to ", "至"))?;
                b.write(power, 0, f)?;
            }
            [lower, upper] => {
                let and = if lower == Unbounded || upper == Unbounded { "" } else { self.language.pick(", ", "、") };
                self.end(lower, [Comparator::GreaterOrEqual, Comparator::Greater], power, f)?;
                f.write_str(and)?;
                self.end(upper, [Comparator::LessOrEqual, Comparator::Less], power, f)?;
            }
        }
        self.joined(magnitude, f)
    }

    /// `more than 800`: the word of an end that is included or excluded, and its number.
    #[inline]
    fn end(&self, end: Bound<Number>, words: [Comparator; 2], power: i32, f: &mut Formatter<'_>) -> fmt::Result {
        let (comparator, number) = match end {
            Included(number) => (words[0], number),
            Excluded(number) => (words[1], number),
            Unbounded => return Ok(()),
        };
        self.word(comparator, f)?;
        number.write(power, 0, f)
    }

    /// How far the actual value may be from the figure: `rounded to 10 million`, `less than 40 000`, `exact`.
    #[must_use]
    #[inline]
    pub fn precision(self) -> impl Display + 'a {
        Words(move |f: &mut Formatter<'_>| self.write_precision(f))
    }

    #[inline]
    fn write_precision(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let precision = match self.ends {
            [Included(a), Included(b)] if a == b => Precision::Exact,
            [Unbounded, Unbounded] => Precision::Open,
            [_, Unbounded] => Precision::More,
            [Unbounded, _] => Precision::Less,
            ends => {
                self.margin(ends, f)?;
                // English has the noun with the figure alone, but a percentage has its sign with every number.
                return match (self.noun.names[1], self.step()) {
                    (PERCENT, Some(step)) => f.write_str(match self.language {
                        Language::English if step.first_place() == 0 => " percentage point",
                        Language::English => " percentage points",
                        Language::Chinese => "个百分点",
                    }),
                    (noun, _) if self.language == Language::Chinese || is_sign(noun) => f.write_str(noun),
                    _ => Ok(()),
                };
            }
        };
        self.name(precision.name(), precision.name_zh(), f)
    }

    /// The other end, where the figure is one; else the step that it was rounded to, or both ends.
    #[inline]
    fn margin(&self, ends: [Bound<Number>; 2], f: &mut Formatter<'_>) -> fmt::Result {
        let mut only = |ends| Printer { ends, ..*self }.interval(f);
        match (ends, self.step()) {
            ([Excluded(a), upper], _) if self.value == Some(a) => only([Unbounded, upper]),
            ([lower, Excluded(b)], _) if self.value == Some(b) => only([lower, Unbounded]),
            (ends, None) => only(ends),
            (_, Some(step)) => {
                f.write_str(self.language.pick("rounded to ", "精确到"))?;
                let (power, magnitude) = step.magnitude(self.language);
                step.write(power, 0, f)?;
                self.joined(magnitude, f)
            }
        }
    }

    /// What the value was rounded to: the width of an interval that it is in the middle of, if that is a power of ten and divides it.
    #[inline]
    fn step(&self) -> Option<Number> {
        let (Some(value), [Included(a), Included(b)]) = (self.value, self.ends) else { return None };
        let scale = a.scale.max(b.scale).max(value.scale);
        let at_scale = |it: Number| 10i128.checked_pow(scale - it.scale)?.checked_mul(it.digits);
        let (a, b, value) = (at_scale(a)?, at_scale(b)?, at_scale(value)?);
        let step = b.checked_sub(a)?;
        let divides = step > 0 && 10i128.checked_pow(step.ilog10()) == Some(step) && value % step == 0;
        (divides && value.checked_sub(a) == b.checked_sub(value)).then_some(Number { digits: step, scale })
    }

    /// A word behind a number, apart from it in English unless it is a sign: `33%`.
    #[inline]
    fn joined(&self, word: &str, f: &mut Formatter<'_>) -> fmt::Result {
        let is_apart = self.language == Language::English && !word.is_empty() && !is_sign(word);
        f.write_str(if is_apart { " " } else { "" })?;
        f.write_str(word)
    }
}

/// Prints the figure: `more than 30 000 nucleic acid tests`.
impl Display for Printer<'_> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Noun { before, names: [one, many], is_rank } = self.noun;
        f.write_str(before)?;
        let Some((comparator, number)) = self.number() else {
            self.interval(f)?;
            return self.joined(many, f);
        };
        match comparator {
            Some(comparator) => self.word(comparator, f)?,
            None if self.ends == [Unbounded, Unbounded] => f.write_str(self.language.pick("about ", "约"))?,
            None => {}
        }
        let (power, magnitude) = number.magnitude(self.language);
        number.write(power, if self.value == Some(number) { self.noughts } else { 0 }, f)?;
        self.joined(magnitude, f)?;
        match self.language {
            Language::English if is_rank => f.write_str(ordinal_ending(number)),
            _ => self.joined(if number == (Number { digits: 1, scale: 0 }) { one } else { many }, f),
        }
    }
}

const PERCENT: &str = "%";

/// Whether this is `%` or the like, and no word.
#[inline]
fn is_sign(word: &str) -> bool {
    !word.is_empty() && !word.contains(char::is_alphanumeric)
}

#[inline]
fn ordinal_ending(number: Number) -> &'static str {
    match (number.digits % 100, number.digits % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

/// A span of days: years, months and days, both ends included.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    pub start: [i32; 3],
    pub end: [i32; 3],
    /// Whether the last day is the last of its month.
    pub ends_month: bool,
    pub language: Language,
}

/// `January to November 2020`, `2020年1月至11月`; whole years as years, odd days as days.
impl Display for Span {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (from, to) = (self.start, self.end);
        // How much of a date is told: the year, the month too, or the day too.
        let parts = match (from, to) {
            ([_, 1, 1], [_, 12, 31]) => 1,
            ([_, _, 1], _) if self.ends_month => 2,
            _ => 3,
        };
        let is_year = from[0] == to[0];
        match self.language {
            _ if from[..parts] == to[..parts] => self.date(to, 0..parts, f),
            // The year of both stands behind the second in English, and before the first in Chinese.
            Language::English => {
                self.date(from, usize::from(is_year)..parts, f)?;
                f.write_str(" to ")?;
                self.date(to, 0..parts, f)
            }
            Language::Chinese => {
                self.date(from, 0..parts, f)?;
                f.write_str("至")?;
                self.date(to, usize::from(is_year)..parts, f)
            }
        }
    }
}

impl Span {
    /// These parts of a date: 0 is the year, 1 the month, 2 the day.
    #[inline]
    fn date(&self, date: [i32; 3], parts: core::ops::Range<usize>, f: &mut Formatter<'_>) -> fmt::Result {
        const MONTHS: &str = "January February March April May June July August September October November December";
        let month = || MONTHS.split(' ').nth(date[1] as usize - 1).unwrap_or_default();
        match self.language {
            Language::English => {
                for part in parts.clone().rev() {
                    f.write_str(if part + 1 == parts.end { "" } else { " " })?;
                    if part == 1 { f.write_str(month())? } else { write!(f, "{}", date[part])? }
                }
            }
            Language::Chinese => {
                for part in parts {
                    write!(f, "{}{}", date[part], ["年", "月", "日"][part])?;
                }
            }
        }
        Ok(())
    }
}

/// What a function writes.
pub struct Words<F>(pub F);

impl<F: Fn(&mut Formatter<'_>) -> fmt::Result> Display for Words<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0(f)
    }
}
