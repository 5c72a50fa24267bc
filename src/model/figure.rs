//! The grammar of printed figures: reads `突破13万户` as at least 130 000 of what is counted by 户.
//!
//! ```text
//! figure    = [basis] lead* [sign] number [to number] unit trail* [noun]
//! basis     = the words that a unit prints before its number: 每人每月, 亩均税收
//! lead      = a word of `words::LEADS`: 第 | 连续 | 各 | 同比 | 增长 | 下降 | 突破 | 超过 | 不足 | 近 | 约 | 达到 …
//! sign      = 负 | - | −
//! number    = 首 (before 位) | 半 | [百分之 | 千分之] (arabic | chinese) [% | ‰ | 成] | 翻 digit 番
//! arabic    = digits [. digits] [more] [magnitude] [more] | (digits magnitude)* [more]
//! chinese   = integer [点 digits] [more] [万 | 亿 | 万亿] [more]
//! digits    = Arabic digits, all or in groups of three: 12,345,678
//! magnitude = 十 | 百 | 千 | 万 | 亿, and their compounds: 百万, 万亿
//! more      = 余 | 多
//! to        = 至 | 到 | - | ~ …, behind the unit too, if it comes again
//! unit      = the longest known unit that stands there, or none where the caller knows one without words; of a place in an order 位, 名
//!             or nothing
//! trail     = 半, or a word of `words::TRAILS`: 以上 | 以下 | 以内 | 余 | 多 | 左右 | 大关 …
//! noun      = what is counted, for the caller to know or to refuse
//! ```
//!
//! The words are closed lists, and what is in none of them is refused, at its place. So is what can be read in two ways: 一万五 (a digit
//! without its place), 兆 (three values are in use), 三个半天 (three and a half, or three halves), 3月 (a length of time, or March). The
//! build and `Figure` read by the same rules, so that what the table may print a reader may claim.

use alloc::format;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec::Vec;

use super::chinese::{self, FigureError, digit};
use super::exact::Exact;
use super::numeral::{is_chinese_numeral, is_digit, is_numeral};
use super::precision::{Limit, Margin, Qualifier};
use super::words::{Base, LEADS, Lead, RANGE_MARKS, SOME_MORE, TRAILS, Words};
use crate::vocabulary::Dimension;

/// A printed figure as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<'a> {
    /// The number; of a range the smaller one.
    pub value: Exact,
    pub margin: Margin,
    /// The larger number of a range, such as 3至5个.
    pub to: Option<(Exact, Margin)>,
    /// A place in an order: 第 or 首 stands before it.
    pub ordinal: bool,
    /// 连续 stands before it.
    pub streak: bool,
    /// A rise or fall: 增长, 下降 or the like stands before it.
    pub change: bool,
    /// What a rise or fall led to: 至 or 到 stands behind it.
    pub reached: bool,
    /// 各 or 均 stands before it: it is the figure of each of several indicators.
    pub each: bool,
    /// What a rise or fall is measured against.
    pub against: Option<Base>,
    /// The words of the unit before the number and after it.
    pub unit_words: UnitWords<'a>,
    pub dimension: Dimension,
    /// What stands behind the unit and its qualifiers: what is counted, or nothing.
    pub noun: &'a str,
    /// Where the noun begins, in characters.
    pub noun_at: usize,
}

impl Reading<'_> {
    /// The error of who knows no such noun.
    pub fn unknown_noun(&self, expected: &str) -> FigureError {
        FigureError { at: self.noun_at, message: unknown(self.noun, expected) }
    }

    /// The interval that the figure gives: of a range from the lower limit of the one number to the upper limit of the other.
    pub fn limits(&self) -> Option<(Limit, Limit)> {
        let (lower, mut upper) = self.margin.limits(self.value)?;
        // A share ends at the whole.
        let whole = Exact::integer(100);
        if self.unit_words.1 == "%"
            && self.value == whole
            && !self.change
            && self.margin.qualifier == Qualifier::Rounded
        {
            upper = Limit::Included(whole);
        }
        match self.to {
            None => Some((lower, upper)),
            Some((value, margin)) => Some((lower, margin.limits(value)?.1)),
        }
    }
}

/// Every mantissa is less than this: 18 of a `Decimal`'s 28 digits, which leaves room for bounds and arithmetic.
const MOST: i128 = 1_000_000_000_000_000_000;

const HALF: &str = "it is not certain of what it is the half; expected a decimal fraction";

/// The words by which a unit is printed: what stands before the number, and after it.
pub type UnitWords<'a> = (&'a str, &'a str);

/// A unit that is known, by one of its words.
pub type Known<'a> = (UnitWords<'a>, Dimension);

/// The words that units print before the number: 人均, 每人每月.
pub fn bases<'u>(units: &[Known<'u>]) -> impl Iterator<Item = &'u str> {
    units.iter().map(|((basis, _), _)| *basis).filter(|basis| !basis.is_empty())
}

/// Reads a printed figure up to the noun behind it. Around the number only known words may stand.
pub fn parse<'a, 'u: 'a>(
    text: &'a str,
    units: impl IntoIterator<Item = Known<'u>>,
) -> Result<Reading<'a>, FigureError> {
    read(text, units_in(text, units))
}

/// Only the units that a text may have, as it has their bytes: all the others would be looked at again and again.
pub fn units_in<'u>(text: &str, units: impl IntoIterator<Item = Known<'u>>) -> Vec<Known<'u>> {
    let mut found = [false; 256];
    text.bytes().for_each(|byte| found[usize::from(byte)] = true);
    let may_have = |word: &str| word.bytes().rev().all(|byte| found[usize::from(byte)]);
    let units = units.into_iter().filter(|((before, after), _)| may_have(after) || !before.is_empty());
    // As many as short texts have, in one allocation.
    let mut known = Vec::with_capacity(24);
    // Not by `extend`, which asks chained and flattened iterators for each unit apart.
    units.for_each(|unit| known.push(unit));
    known
}

fn read<'a>(text: &'a str, units: Vec<Known<'a>>) -> Result<Reading<'a>, FigureError> {
    let mut parser = Parser { text, rest: text, units, ..Parser::default() };
    parser.basis();
    parser.leads()?;
    parser.number_at = parser.at();
    parser.negative = parser.take("负") || parser.take("-") || parser.take("−");
    let mut first = parser.number()?;
    // `second` changes `first`: in 3至5万元 and 3至5% what stands behind the second number belongs to both.
    let mut second = parser.second(&mut first)?;
    // Of a range 半 is added to the second number, only so that `check_words` finds it there and refuses it.
    let unit = parser.unit(second.as_mut().unwrap_or(&mut first))?;
    parser.figure(first, second, unit)
}

/// A number as printed: its value, and where its last printed digit stands.
#[derive(Default)]
struct Printed {
    value: Exact,
    /// The place of the last printed digit, which says how precise the number is: of 2千亿 千亿, of 2000亿 亿.
    place: i32,
    /// What 余 counts behind the magnitude or the unit: 亿 of both.
    base: i32,
    /// The unit that is a part of the number: % or ‰, also of 百分之 and 成, or 倍 of 翻番.
    percent: &'static str,
    /// Whether the percentage was printed before the number, as 百分之 or 千分之.
    percent_before: bool,
    /// The power of ten of the magnitude behind the digits. In a range one magnitude may serve both numbers.
    magnitude: u32,
    /// A magnitude or a fraction was printed, so the number was rounded to its last digit.
    rounded: bool,
    chinese: bool,
    /// There are digits behind the point.
    fraction: bool,
    /// A magnitude without a digit: 百, 万.
    bare: bool,
    half: bool,
}

impl Printed {
    fn whole(value: i128) -> Self {
        Self { value: Exact::integer(value), ..Self::default() }
    }

    /// Adds 半.
    fn add_half(&mut self) {
        // 三年半 is rarely meant to a tenth of a year, so it is taken as rounded to a whole one, the wider reading.
        self.value = Exact::new(self.value.mantissa * 10 + 5, 1);
        self.rounded = true;
        self.half = true;
    }

    fn margin(&self, qualifier: Option<Qualifier>, place: i32) -> Margin {
        // A percentage is computed, so even a whole one was rounded. A whole count was counted.
        let usual = if self.rounded || !self.percent.is_empty() { Qualifier::Rounded } else { Qualifier::Exact };
        // No number less than `MOST` has a place that is out of range.
        Margin { qualifier: qualifier.unwrap_or(usual), place: place as i8 }
    }
}

#[derive(Default)]
struct Parser<'a> {
    text: &'a str,
    rest: &'a str,
    units: Vec<Known<'a>>,
    basis: &'a str,
    ordinal: bool,
    streak: bool,
    each: bool,
    against: Option<Base>,
    /// 至 or 到 stands behind a rise or fall, so the number is the level that it reached.
    reached: bool,
    /// 控制在 stands before it.
    held: bool,
    /// Some(true) for a rise, Some(false) for a fall.
    rise: Option<bool>,
    negative: bool,
    /// Where the number begins.
    number_at: usize,
    qualifier: Option<Qualifier>,
    /// 余 or 多 stands behind 万, 亿 or the unit: there is less than one of these more.
    counts_zeros: bool,
    /// The unit behind the first number of a range, where it comes twice.
    first_unit: Option<&'a str>,
    /// It is in a unit of what is measured, or an average.
    is_measured: bool,
}

impl<'a> Parser<'a> {
    fn at(&self) -> usize {
        // Characters, as editors count columns and the build names the place in a table; bytes would point behind it.
        self.text[..self.text.len() - self.rest.len()].chars().count()
    }

    fn error<T>(&self, message: impl Into<String>) -> Result<T, FigureError> {
        Err(FigureError { at: self.at(), message: message.into() })
    }

    fn take(&mut self, word: &str) -> bool {
        let taken = self.rest.strip_prefix(word);
        self.rest = taken.unwrap_or(self.rest);
        taken.is_some()
    }

    fn take_while(&mut self, accept: fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !accept(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\u{3000}']);
    }

    /// Takes Chinese numerals up to the unit.
    fn take_numerals(&mut self, accept: fn(char) -> bool) -> &'a str {
        let start = self.rest;
        while let Some(c) = self.rest.chars().next().filter(|c| accept(*c)) {
            // In 3亿千瓦时 the 千 belongs to the unit: the numerals end where a known unit begins.
            if self.known(self.rest).is_some() {
                break;
            }
            self.rest = &self.rest[c.len_utf8()..];
        }
        &start[..start.len() - self.rest.len()]
    }

    /// The longest known unit that a text begins with.
    fn known(&self, text: &str) -> Option<(&'a str, Dimension)> {
        let mut longest: Option<(&'a str, Dimension)> = None;
        // The first of equals, as our own units come before the common ones.
        for ((_, unit), dimension) in &self.units {
            if begins(text, unit) && longest.is_none_or(|(longest, _)| longest.len() < unit.len()) {
                longest = Some((unit, *dimension));
            }
        }
        longest
    }

    /// What a number without a unit counts, where the caller knows.
    fn wordless(&self) -> Option<Dimension> {
        self.units.iter().find(|((_, unit), _)| unit.is_empty()).map(|(_, dimension)| *dimension)
    }

    /// A place in an order: 第三批 and 第五次 number events, so no other unit may stand behind it.
    fn order(&mut self) {
        self.ordinal = true;
        self.units.retain(|(_, dimension)| *dimension == Dimension::Rank);
    }

    fn basis(&mut self) {
        let mut longest = 0;
        // The longest, as one basis may begin another: with 人均 alone taken of 人均税收, the rest would have to be a number.
        for ((before, _), _) in &self.units {
            if self.rest.starts_with(before) {
                longest = longest.max(before.len());
            }
        }
        (self.basis, self.rest) = self.rest.split_at(longest);
        let basis = self.basis;
        self.units.retain(|((before, _), _)| *before == basis);
    }

    fn leads(&mut self) -> Result<(), FigureError> {
        // No word begins with a numeral.
        while !self.rest.starts_with(is_numeral) {
            // The longest: 至少 and not 至.
            let Some((word, lead)) = longest(LEADS, self.rest) else { break };
            match lead {
                Lead::Neutral => {}
                Lead::Ordinal if !self.ordinal => self.order(),
                Lead::Streak if !self.streak => self.streak = true,
                Lead::Each if !self.each => self.each = true,
                Lead::Held if !self.held => self.held = true,
                Lead::Average if !self.is_measured => self.is_measured = true,
                // Each at most once, and in an order that Chinese has: 同比 before the rise, and the rise before its qualifier.
                // What is said twice is a slip.
                Lead::Against(base) if self.against.is_none() && self.rise.is_none() => self.against = Some(base),
                Lead::Up if self.rise.is_none() && self.qualifier.is_none() => self.rise = Some(true),
                Lead::Down if self.rise.is_none() && self.qualifier.is_none() => self.rise = Some(false),
                Lead::Reached if self.rise.is_some() && !self.reached => self.reached = true,
                Lead::Qualifier(qualifier) => self.qualify(qualifier)?,
                Lead::Reached => {
                    return self.error(format!("`{word}` without a rise or fall before it; expected the number"));
                }
                _ => return self.error(format!("`{word}` comes second; expected the number")),
            }
            self.take(word);
            // 增长了, 突破了.
            self.take("了");
            self.skip_spaces();
        }
        if self.against.is_some() && self.rise.is_none() {
            return self.error("no rise or fall behind 同比 or the like; expected 增长, 下降 or the like");
        }
        if self.reached {
            self.rise = None;
        }
        Ok(())
    }

    fn qualify(&mut self, qualifier: Qualifier) -> Result<(), FigureError> {
        // 约40家左右 says one thing twice, and 超800余家 the narrower one.
        if self.qualifier.replace(qualifier).is_some_and(|other| {
            !matches!(
                (other, qualifier),
                (Qualifier::About, Qualifier::About) | (Qualifier::MoreThan, Qualifier::SomeMore)
            )
        }) {
            return self.error("a second qualifier; expected one of 余, 突破, 以上 … at the most");
        }
        Ok(())
    }

    /// Takes 余 or 多, if there is one, behind digits with or without a fraction and behind a magnitude (0 for none).
    fn some_more(&mut self, fraction: bool, magnitude: u32) -> Result<(), FigureError> {
        let Some(word) = SOME_MORE.iter().find(|word| self.rest.starts_with(**word)) else { return Ok(()) };
        // What 余 counts behind a fraction is open, in 3.5余万 too. 3.5万余 is certain: less than 3.6万.
        if fraction && magnitude == 0 {
            return self.error(format!("`{word}` behind a decimal fraction; expected it behind 万, 亿 or the unit"));
        }
        self.qualify(Qualifier::SomeMore)?;
        // 10余万 is less than 20万, and 10万余 less than 11万. Behind 百 and 千 zeros are zeros still: 3百余 is less than 4百.
        self.counts_zeros = magnitude >= 4;
        self.take(word);
        Ok(())
    }

    fn number(&mut self) -> Result<Printed, FigureError> {
        // Only before 位: 首 begins many words that are no place in an order, as 首次. 位 is left as the unit.
        if !self.ordinal && self.rest.starts_with("首位") {
            self.take("首");
            self.order();
            return Ok(Printed::whole(1));
        }
        let before = if self.take("百分之") {
            "%"
        } else if self.take("千分之") {
            "‰"
        } else {
            ""
        };
        let mut printed = match self.rest.chars().next() {
            Some(c) if is_digit(c) => self.arabic()?,
            Some(c) if is_chinese_numeral(c) => self.chinese()?,
            // 增长翻一番 says twice how much it grew.
            Some('翻') if before.is_empty() && self.rise.is_none() && !self.negative => return self.doublings(),
            Some(_) => return self.unknown("a number, or a word that stands before one"),
            None => return self.error("the figure ends; expected a number"),
        };
        // 百分之半 is not said, so it is a slip or a part of something else.
        if printed.half && !before.is_empty() {
            return self.error(HALF);
        }
        printed.percent = before;
        printed.percent_before = !before.is_empty();
        self.skip_spaces();
        // 七成 is 70%, to the nearest ten of them.
        if before.is_empty() && !printed.half && self.rest.starts_with('成') && self.known(self.rest).is_none() {
            self.take("成");
            printed.value = printed
                .value
                .checked_mul(Exact::integer(10))
                .filter(|value| value.mantissa <= MOST)
                .unwrap_or(printed.value);
            printed.place += 1;
            printed.percent = "%";
            return Ok(printed);
        }
        for percent in ["%", "‰"] {
            if self.rest.starts_with(percent) {
                if printed.percent_before || printed.half {
                    return self.error(format!("`{percent}` behind 百分之, 千分之 or 半; expected one of them"));
                }
                self.take(percent);
                printed.percent = percent;
                break;
            }
        }
        Ok(printed)
    }

    /// Reads 翻一番: twice as much, so 2倍. 翻两番 is four times.
    fn doublings(&mut self) -> Result<Printed, FigureError> {
        let text = self.rest.strip_prefix('翻').unwrap_or_default();
        let times = text.chars().next().and_then(digit).filter(|times| *times > 0);
        let (Some(times), Some(rest)) = (times, text.get(3..).and_then(|rest| rest.strip_prefix('番'))) else {
            return self.unknown("翻 with one digit and 番, as in 翻一番");
        };
        self.rest = rest;
        Ok(Printed { percent: "倍", ..Printed::whole(1 << times) })
    }

    /// Reads an Arabic number, or several with falling magnitudes: 1万2千.
    fn arabic(&mut self) -> Result<Printed, FigureError> {
        let mut printed = self.arabic_part()?;
        while self.rest.starts_with(is_digit) {
            let start = self.at();
            // In 1万余2千 it is open what 余 adds to.
            if self.qualifier == Some(Qualifier::SomeMore) || printed.magnitude == 0 {
                return self.error("a second number; expected the unit");
            }
            let part = self.arabic_part()?;
            let error = |message: &str| Err(FigureError { at: start, message: message.into() });
            if part.magnitude == 0 {
                return error("a second number without its own magnitude; expected one number, as in 3.05万 or 30500");
            }
            if part.fraction || printed.fraction {
                return error(
                    "a decimal fraction among several magnitudes; expected one number, as in 3.05万 or 30500",
                );
            }
            // This makes magnitudes fall, and keeps the sum below `MOST`, as a part fits into the zeros of the number before it.
            if part.value.mantissa == 0 || part.value.mantissa >= 10i128.pow(printed.magnitude) {
                return error(
                    "a second number that is nought, or reaches the magnitude before it; expected one number",
                );
            }
            part_of(&mut printed, &part);
        }
        Ok(printed)
    }

    /// Reads digits and their magnitude.
    fn arabic_part(&mut self) -> Result<Printed, FigureError> {
        let start = self.at();
        // All that could be meant as one number, so that 1.2.3 is refused as a whole and not read as 1.2.
        let digits = self.take_while(|c| is_digit(c) || c == '.' || c == ',');
        let error = |message: &str| Err(FigureError { at: start, message: format!("`{digits}` {message}") });
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if !is_grouped(whole) || fraction.contains(',') {
            return error("has a comma elsewhere than before each three digits; expected one as in 1,234, or none");
        }
        let Some(value) = Exact::parse_unsigned(&digits.replace(',', "")) else {
            return error("is not a decimal number; expected digits with at most one point between them");
        };
        // 007 is a name, and a table has one spelling for each number.
        if whole.len() > 1 && whole.starts_with('0') {
            return error("begins with 0; expected no needless zeros");
        }
        self.some_more(!fraction.is_empty(), 0)?;
        self.skip_spaces();
        let word = self.at();
        let mut power = magnitude(self.take_numerals(is_chinese_numeral), word)?;
        self.some_more(false, power)?;
        // 30万多亿, as 三十万多亿, and 3百多亿.
        if power > 0 && self.qualifier == Some(Qualifier::SomeMore) {
            power += magnitude(self.take_numerals(|c| c == '万' || c == '亿'), word)?;
        }
        self.scaled(value, fraction.len(), power)
    }

    fn chinese(&mut self) -> Result<Printed, FigureError> {
        let start = self.at();
        if self.take("半") {
            // 半百 is fifty, and an age more often than a number.
            if self.rest.starts_with(is_chinese_numeral) || self.rest.starts_with(is_digit) {
                return self.error(HALF);
            }
            let mut half = Printed::whole(0);
            half.add_half();
            return Ok(half);
        }
        // 半 is no part of the number itself: behind the unit it adds a half, 三年半.
        let run = self.take_numerals(|c| is_chinese_numeral(c) && c != '半');
        if run.is_empty() {
            return self.error("a unit that begins with a numeral; expected a number before it");
        }
        let whole = chinese::integer(&run.chars().collect::<Vec<_>>(), start)?;
        // 十三万 ends with a magnitude of its own, and was rounded to it, as 13万 is.
        let own = match run.chars().last() {
            Some('万') => 4,
            Some('亿') if run.ends_with("万亿") => 12,
            Some('亿') => 8,
            _ => 0,
        };
        let mut value = Exact::integer(whole);
        let mut fraction = 0;
        if own == 0 && self.take("点") {
            let decimals = self.chinese_decimals()?;
            fraction = decimals.len();
            value = match Exact::parse_unsigned(&format!("{whole}.{decimals}")) {
                Some(value) => value,
                None => return self.error("too many digits after 点; expected at most twelve"),
            };
        }
        self.some_more(fraction > 0, own)?;
        // 百万 without a digit is one round number, so 百万余 may be nearly two million, unlike 三百万余.
        self.counts_zeros &= !run.starts_with(['百', '千']);
        let word = self.at();
        // Only these may follow 余 or a fraction: 三十余万, 三点五亿. 三点五百 is not said.
        let magnitude = magnitude(self.take_numerals(|c| c == '万' || c == '亿'), word)?;
        self.some_more(false, magnitude)?;
        let mut printed = self.scaled(value, fraction, magnitude)?;
        printed.chinese = true;
        printed.bare = run.starts_with(['百', '千', '万', '亿']);
        // `scaled` saw only the magnitude behind 余 or 点; 十三万 has its own within the run.
        if own > 0 {
            printed.magnitude += own;
            printed.base += own as i32;
            // 三百万 prints no noughts, so its last digit is that of 百万.
            printed.place = printed.value.last_place();
            printed.rounded = true;
        }
        Ok(printed)
    }

    fn chinese_decimals(&mut self) -> Result<String, FigureError> {
        // 两 is two of something, and never a digit in a row of digits.
        let digits = self.take_while(|c| digit(c).is_some() && c != '两');
        if digits.is_empty() {
            return self.error("点 without digits; expected 一 to 九 or 零");
        }
        let mut arabic = String::new();
        for digit in digits.chars().filter_map(digit) {
            arabic += &digit.to_string();
        }
        Ok(arabic)
    }

    fn scaled(&self, value: Exact, fraction: usize, magnitude: u32) -> Result<Printed, FigureError> {
        // The noughts behind the point count too, since the last printed place says how precise the figure is: half a unit of it
        // has to fit in a `Decimal` beside the number.
        let behind_point = (fraction as u32).saturating_sub(magnitude);
        let fits = |value: &Exact| value.at_scale(behind_point).is_some_and(|digits| digits < MOST);
        let Some(value) = value.checked_mul(Exact::integer(10i128.pow(magnitude))).filter(fits) else {
            return self.error("the number is too large; expected less than 10^18, and no more than eighteen digits");
        };
        // 十, 百 and 千 alone do not round, as 3百 is 300.
        let (has_fraction, rounded) = (fraction > 0, magnitude >= 4 || fraction > 0);
        let place = if rounded { magnitude as i32 - fraction as i32 } else { 0 };
        let base = if has_fraction { place } else { magnitude as i32 / 4 * 4 };
        Ok(Printed { value, place, base, magnitude, rounded, fraction: has_fraction, ..Printed::default() })
    }

    /// Reads the second number of a range. Its magnitude and % serve the first number too: 3至5万元.
    fn second(&mut self, first: &mut Printed) -> Result<Option<Printed>, FigureError> {
        // 380亿元至390亿元 has its unit twice, which must be the same.
        if let Some((unit, _)) = self.known(self.rest) {
            let behind = &self.rest[unit.len()..];
            let number = behind.strip_prefix(RANGE_MARKS).and_then(|number| number.chars().next());
            if number.is_some_and(is_numeral) {
                (self.first_unit, self.rest) = (Some(unit), behind);
            }
        }
        if !self.rest.starts_with(RANGE_MARKS) {
            return Ok(None);
        }
        let start = self.at();
        let error = |message: &str| Err(FigureError { at: start, message: message.into() });
        // 增长3至5% is a range, but 增长至5% and 增长3到5% are often the level: who means a range can print - or ~.
        if self.rise.is_some() && self.rest.starts_with(['至', '到']) {
            return error(
                "a rise or fall with 至 or 到, which may name the level reached; expected a range as in 3%-5%",
            );
        }
        self.skip();
        let mut second = self.number()?;
        if first.chinese != second.chinese {
            return error("a range of Arabic and Chinese numerals; expected the same for both numbers");
        }
        if first.half || second.half {
            return error("半 in a range; expected whole numbers or decimal fractions");
        }
        // 百分之 serves from the front, % from behind: 百分之三至五 and 3至5% are whole, 百分之三至5% and 3%至五 are not.
        if first.percent_before && second.percent.is_empty() {
            second.percent = first.percent;
            second.percent_before = true;
        } else if first.percent.is_empty() && !second.percent_before {
            first.percent = second.percent;
        }
        if (first.percent, first.percent_before) != (second.percent, second.percent_before) {
            return error("a range with percentages of two kinds; expected the same for both numbers");
        }
        // 3万至5 is a range from 30 000 to 5 or to 50 000. The other way round, 3至5万, everybody means 30 000 to 50 000.
        if first.magnitude > 0 && second.magnitude == 0 {
            return error(
                "a range whose second number has no magnitude; expected one behind both numbers, or the second",
            );
        }
        if first.chinese && is_open(first, &second) {
            return error(
                "a range whose first number may count tens or ones; expected 十, 百 or 千 behind it too, or digits",
            );
        }
        if first.magnitude == 0 && second.magnitude > 0 {
            // 3.5至5百 is 3.5百 to 5百, precise to the 0.1百 that the first number prints.
            let fraction = if first.fraction { first.place.unsigned_abs() as usize } else { 0 };
            *first = self.scaled(first.value, fraction, second.magnitude)?;
            first.percent = second.percent;
        }
        // Equal numbers are refused too: 3至3 is a slip, and no way to say 3.
        let difference = second.value.checked_add(first.value.negated());
        if difference.is_none_or(|difference| difference.mantissa <= 0) {
            return error("a range whose second number is not the larger; expected the smaller one first");
        }
        Ok(Some(second))
    }

    /// Takes one character.
    fn skip(&mut self) {
        let mut chars = self.rest.chars();
        chars.next();
        self.rest = chars.as_str();
    }

    /// The unit, with the qualifiers behind it. 半 behind the unit is added to the number.
    fn unit(&mut self, printed: &mut Printed) -> Result<(&'a str, Dimension), FigureError> {
        self.skip_spaces();
        let whole = printed.value.scale == 0 && !printed.rounded && printed.percent.is_empty();
        let half = if whole { self.half_of_unit() } else { None };
        let (unit, dimension) = if !printed.percent.is_empty() {
            (printed.percent, Dimension::Ratio)
        } else if let Some(unit) = half {
            printed.add_half();
            unit
        } else if let Some(unit) = self.known(self.rest) {
            self.take(unit.0);
            unit
        } else if self.ordinal && self.rest.is_empty() {
            ("位", Dimension::Rank)
        } else if self.ordinal {
            return self.unknown("位, 名 or nothing behind a place in an order");
        // Half of what, if the unit was left out?
        } else if let Some(dimension) = self.wordless().filter(|_| !printed.half && !self.rest.starts_with('半')) {
            ("", dimension)
        } else if self.rest.is_empty() {
            return self.error("no unit; expected what is counted: 元, 人, 项 …");
        } else {
            return self.unknown("a known unit");
        };
        // What is measured or averaged was rounded, without a magnitude too.
        self.is_measured |= is_measured(dimension) || self.basis.contains('均');
        if self.first_unit.is_some_and(|first| first != unit) {
            return self.error("a range in two units; expected one");
        }
        if whole && self.rest.starts_with('半') {
            // 3个半天 may be three half-days.
            if !is_end(&self.rest['半'.len_utf8()..]) {
                return self.error(format!("`半`: {HALF}"));
            }
            self.take("半");
            printed.add_half();
        }
        self.trails()?;
        Ok((unit, dimension))
    }

    /// Takes 个半月, where 个月 is a unit: one and a half of it.
    fn half_of_unit(&mut self) -> Option<(&'a str, Dimension)> {
        let behind = self.rest.strip_prefix("个半")?;
        for ((_, unit), dimension) in &self.units {
            let noun = unit.strip_prefix('个').filter(|noun| !noun.is_empty());
            if let Some(rest) = noun.and_then(|noun| behind.strip_prefix(noun)) {
                self.rest = rest;
                return Some((unit, *dimension));
            }
        }
        None
    }

    /// The words behind the unit.
    fn trails(&mut self) -> Result<(), FigureError> {
        while let Some((word, qualifier)) = longest(TRAILS, self.rest) {
            // A single character begins many nouns: 3家内资企业, 3个多功能厅.
            if word.chars().count() == 1 && !is_end(&self.rest[word.len()..]) {
                break;
            }
            if let Some(qualifier) = qualifier {
                self.qualify(qualifier)?;
                // 余 behind the unit is less than one unit of the last printed place: 10年多 is less than 11 years, not than 20.
                self.counts_zeros = true;
            }
            self.take(word);
        }
        self.skip_spaces();
        Ok(())
    }

    /// Refuses what stands here.
    fn unknown<T>(&self, expected: &str) -> Result<T, FigureError> {
        self.error(unknown(self.rest, expected))
    }

    fn figure(
        self,
        mut first: Printed,
        mut second: Option<Printed>,
        (unit, dimension): (&'a str, Dimension),
    ) -> Result<Reading<'a>, FigureError> {
        for printed in [&mut first].into_iter().chain(&mut second) {
            printed.rounded |= self.is_measured;
        }
        self.check_words(&first, second.as_ref())?;
        self.check_time(&first, unit, dimension)?;
        let fall = self.rise == Some(false);
        // 下降超过5% is a change of less than -5%: the words are about the fall, and the value has a sign.
        let qualifier = match self.qualifier {
            Some(qualifier) if fall => Some(qualifier.mirrored()),
            qualifier => qualifier,
        };
        // Zeros before 余 and 近 may be round: 800余 is 800 and some tens, so it reaches to 900. Rounding takes them as printed.
        let place = |printed: &Printed| match self.qualifier {
            Some(Qualifier::SomeMore) if self.counts_zeros => printed.base,
            Some(Qualifier::SomeMore) => printed.value.last_place(),
            Some(Qualifier::SomeLess | Qualifier::About) => printed.value.first_of_one(printed.value.last_place()),
            _ => printed.value.first_of_one(printed.place),
        };
        let negative = fall || self.negative;
        let end = |printed: Printed| {
            let margin = printed.margin(qualifier, place(&printed));
            (if negative { printed.value.negated() } else { printed.value }, margin)
        };
        let (end, other) = (end(first), second.map(end));
        // A fall by 3 to 5 is a change from -5 to -3.
        let ((value, margin), to) = match other {
            Some(other) if fall => (other, Some(end)),
            other => (end, other),
        };
        Ok(Reading {
            value,
            margin,
            to,
            ordinal: self.ordinal,
            streak: self.streak,
            change: self.rise.is_some(),
            reached: self.reached,
            each: self.each,
            against: self.against,
            unit_words: (self.basis, unit),
            dimension,
            noun: self.rest,
            noun_at: self.at(),
        })
    }

    /// An error about the words around the number; it points at the number.
    fn error_at_number<T>(&self, message: &str) -> Result<T, FigureError> {
        Err(FigureError { at: self.number_at, message: message.into() })
    }

    /// Refuses words that make no sense together.
    fn check_words(&self, first: &Printed, second: Option<&Printed>) -> Result<(), FigureError> {
        let is_range = second.is_some();
        let rounded = first.rounded || !first.percent.is_empty();
        let qualified = self.qualifier.is_some();
        let changes = self.rise.is_some() || self.negative;
        let some = matches!(self.qualifier, Some(Qualifier::SomeMore | Qualifier::SomeLess));
        let zero = first.value.mantissa == 0;
        let senseless = [
            (self.ordinal && zero, "第 with nought; expected 1 or a larger whole number"),
            // 百余家 and 近百家 are said, while 百家 is "all sorts of". 百分之百 is a number.
            (
                first.bare && first.percent.is_empty() && !qualified && !is_range,
                "a magnitude without a digit, which is a round number; expected 一百, 一万 or the like",
            ),
            (
                self.ordinal && (rounded || qualified || changes || self.streak || is_range),
                "a place in an order with another word; expected 第 with a whole number alone",
            ),
            (
                self.held && !qualified,
                "控制在 alone, which may mean that or at most that; expected 以内, 左右 or the like",
            ),
            (self.streak && changes, "连续 with a rise, a fall or a sign; expected one of them"),
            (second.is_some_and(|second| second.half), "半 in a range; expected whole numbers or decimal fractions"),
            // 超过3至5个 has two lower limits, and -3至5 may end at -5 or at 5.
            (
                is_range && (qualified && self.qualifier != Some(Qualifier::About) || self.negative),
                "a range with a qualifier or a sign; expected one or the other",
            ),
            (
                self.negative && (qualified || self.rise == Some(false)),
                "a sign with a qualifier or a fall; expected one of them, as in 下降3%",
            ),
            (some && zero, "余, 多 or 近 with nought; expected a number to be near to"),
            // What would 余 be a part of: of the half, or of the whole?
            (some && first.half, "余, 多 or 近 with 半; expected a whole number or a decimal fraction"),
        ];
        match senseless.iter().find(|(is_so, _)| *is_so) {
            Some((_, message)) => self.error_at_number(message),
            None => Ok(()),
        }
    }

    /// Refuses a length of time that may be a date, and 近 where it may mean "in the last".
    fn check_time(&self, printed: &Printed, unit_word: &str, dimension: Dimension) -> Result<(), FigureError> {
        // With 连续 before it nobody reads 3月 as March, nor 2000年 as a year.
        if dimension != Dimension::Duration || self.streak {
            return Ok(());
        }
        // 近80岁 has one meaning.
        if self.qualifier == Some(Qualifier::SomeLess) && !unit_word.ends_with('岁') {
            return self
                .error_at_number("近 before a length of time, which may mean the last of it; expected 不足, or no 近");
        }
        let whole = printed.value.mantissa / 10i128.pow(printed.value.scale);
        if unit_word.starts_with('年') && (1_000..3_000).contains(&whole) {
            return self.error("a year of the calendar, or a length of time; expected 年 with less than 1000, or 连续");
        }
        // 一月 alone is taken as one month, and not as January.
        let is_date = unit_word.starts_with(['月', '日', '时']) || unit_word.starts_with("季度");
        if is_date && (unit_word, self.text) != ("月", "一月") {
            return self
                .error(format!("`{unit_word}` may be a date; expected a length of time, as in 3个月, 3天, 3小时"));
        }
        Ok(())
    }
}

/// Why a text is refused that begins with no word of the grammar. It names the first characters, up to the end of the word as far as
/// can be told.
pub fn unknown(text: &str, expected: &str) -> String {
    let mut word = String::new();
    for c in text.chars().take(4) {
        if !word.is_empty() && is_numeral(c) {
            break;
        }
        word.push(c);
    }
    format!("`{word}`: no word of this grammar; expected {expected}")
}

/// Whether it is measured, and so rounded to the last printed digit, and not counted.
fn is_measured(dimension: Dimension) -> bool {
    use Dimension::{Area, Concentration, Energy, Length, Mass, Power, Ratio, Volume};
    matches!(dimension, Mass | Length | Area | Volume | Energy | Power | Concentration | Ratio)
}

/// The longest of these words that a text begins with.
fn longest<T: Copy>(words: Words<T>, text: &str) -> Option<(&'static str, T)> {
    let mut longest: Option<(&'static str, T)> = None;
    for (meaning, words) in words {
        for word in *words {
            if begins(text, word) && longest.is_none_or(|(longest, _)| longest.len() < word.len()) {
                longest = Some((word, *meaning));
            }
        }
    }
    longest
}

/// Whether a text begins with a word. Of most words one byte tells that it does not, for less than a comparison of texts costs.
fn begins(text: &str, word: &str) -> bool {
    let last = word.len().wrapping_sub(1);
    last < text.len() && text.as_bytes()[last] == word.as_bytes()[last] && text.starts_with(word)
}

/// Whether nothing but words behind a unit is left.
fn is_end(text: &str) -> bool {
    text.is_empty() || longest(TRAILS, text).is_some()
}

/// Whether digits have no commas, or one before every three digits.
fn is_grouped(digits: &str) -> bool {
    let mut groups = digits.split(',');
    let first = groups.next().unwrap_or_default();
    let mut grouped = false;
    for group in groups {
        grouped = true;
        if group.len() != 3 {
            return false;
        }
    }
    !grouped || (1..=3).contains(&first.len())
}

/// The power of ten of a magnitude: 万 4, 百万 6, 万亿 12.
fn magnitude(word: &str, at: usize) -> Result<u32, FigureError> {
    match word {
        "" => Ok(0),
        "十" => Ok(1),
        "百" => Ok(2),
        "千" => Ok(3),
        "万" => Ok(4),
        "十万" => Ok(5),
        "百万" => Ok(6),
        "千万" => Ok(7),
        "亿" => Ok(8),
        "十亿" => Ok(9),
        "百亿" => Ok(10),
        "千亿" => Ok(11),
        "万亿" => Ok(12),
        _ => Err(FigureError { at, message: format!("`{word}` is not a magnitude; expected 万, 亿 or the like") }),
    }
}

/// Adds the second part of 1万2千 to the first, where neither has a fraction.
fn part_of(printed: &mut Printed, part: &Printed) {
    printed.value.mantissa += part.value.mantissa;
    // 7000万 behind 387亿 is 0.7亿: its noughts only fill the places.
    printed.place = if part.rounded { part.value.last_place() } else { part.place };
    printed.base = part.base;
    // As precise as the last part: 1万2千 is exact, as 2千 is, and 3亿5000万 is rounded to 万.
    printed.rounded = part.rounded;
    printed.magnitude = part.magnitude;
}

/// Whether the first number of a range may share 十, 百 or 千 with the second.
fn is_open(first: &Printed, second: &Printed) -> bool {
    // 三至五百 is 3 to 500 or 300 to 500, while 八至五百 is certain: 800 to 500 is no range.
    let last = second.value.last_place() - second.magnitude as i32;
    let shared =
        u32::try_from(last).ok().and_then(|last| first.value.mantissa.checked_mul(10i128.pow(last + second.magnitude)));
    let is_digit = first.value.scale == 0 && (1..10).contains(&first.value.mantissa);
    is_digit && last > 0 && shared.is_some_and(|shared| shared < second.value.mantissa)
}
