//! The grammar of printed figures: reads `突破13万户` as at least 130 000 of what is counted by 户.
//!
//! ```text
//! figure    = [basis] lead* [sign] number [to number] unit-word [trail]
//! basis     = the words that a unit prints before its number: 每人每月, 亩均税收
//! lead      = 第 | 连续 | 各 | 均 | 同比 | 增长 … | 下降 … | 突破 | 超过 | 不足 | 近 …
//! sign      = 负 | - | −
//! number    = 首 (before 位) | 半 | [百分之 | 千分之] (arabic | chinese) [% | ‰]
//! arabic    = digits [. digits] [more] [magnitude] [more] | (digits magnitude)* [more]
//! chinese   = integer [点 digits] [more] [万 | 亿 | 万亿] [more]
//! digits    = Arabic digits, all or in groups of three: 12,345,678
//! magnitude = 十 | 百 | 千 | 万 | 亿, and their compounds: 百万, 万亿
//! more      = 余 | 多
//! to        = 至 | 到 | - | ~ …
//! trail     = 以上 | 以下 | 以内 | 余 | 多 | 半
//! ```
//!
//! A text that can be read in two ways is refused, and the error names the word: 约 (no rule gives its bounds), 一万五 (a digit
//! without its place), 兆 (three values are in use), 三个半天 (three and a half, or three halves), 3月 (a length of time, or March).
//! So are fractions, traditional characters and full-width digits. The build and `Figure` read by the same rules, so that what the
//! table may print a reader may claim.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::chinese::{self, FigureError, digit};
use super::exact::Exact;
use super::numeral::{is_chinese_numeral, is_digit};
use super::precision::{Limit, Margin, Qualifier};
use super::traditional::simplified;

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
    /// 各 or 均 stands before it: it is the figure of each of several indicators.
    pub each: bool,
    /// The words before the number and after it that say what is counted.
    pub unit_words: (&'a str, &'a str),
}

impl Reading<'_> {
    /// The interval that the figure gives: of a range from the lower limit of the one number to the upper limit of the other.
    pub fn limits(&self) -> Option<(Limit, Limit)> {
        let (lower, upper) = self.margin.limits(self.value)?;
        match self.to {
            None => Some((lower, upper)),
            Some((value, margin)) => Some((lower, margin.limits(value)?.1)),
        }
    }
}

/// What a word before the number means.
#[derive(Clone, Copy)]
pub enum Lead {
    Ordinal,
    Streak,
    Each,
    /// 同比: what a rise is measured against; the rise itself is the next word.
    Against,
    Up,
    Down,
    Qualifier(Qualifier),
}

/// The words before the number. `leads` takes the first that fits, so a longer word must come before its own beginnings.
// Public, like the tables behind it: the ledger looks for the same words beside a figure, which must then have been cut short.
pub const LEADS: &[(&str, Lead)] = &[
    ("第", Lead::Ordinal),
    ("连续", Lead::Streak),
    ("各", Lead::Each),
    ("均", Lead::Each),
    ("同比", Lead::Against),
    ("增长", Lead::Up),
    ("增加", Lead::Up),
    ("提高", Lead::Up),
    ("上升", Lead::Up),
    ("下降", Lead::Down),
    ("减少", Lead::Down),
    ("降低", Lead::Down),
    // Were it not here, 负 would be read as the sign and 增长 refused as the number.
    ("负增长", Lead::Down),
    ("突破", Lead::Qualifier(Qualifier::AtLeast)),
    ("至少", Lead::Qualifier(Qualifier::AtLeast)),
    ("最少", Lead::Qualifier(Qualifier::AtLeast)),
    ("不少于", Lead::Qualifier(Qualifier::AtLeast)),
    ("不低于", Lead::Qualifier(Qualifier::AtLeast)),
    ("超过", Lead::Qualifier(Qualifier::MoreThan)),
    ("超", Lead::Qualifier(Qualifier::MoreThan)),
    ("逾", Lead::Qualifier(Qualifier::MoreThan)),
    ("多于", Lead::Qualifier(Qualifier::MoreThan)),
    ("高于", Lead::Qualifier(Qualifier::MoreThan)),
    ("不超过", Lead::Qualifier(Qualifier::AtMost)),
    ("不超", Lead::Qualifier(Qualifier::AtMost)),
    ("未超过", Lead::Qualifier(Qualifier::AtMost)),
    ("不多于", Lead::Qualifier(Qualifier::AtMost)),
    ("不高于", Lead::Qualifier(Qualifier::AtMost)),
    ("至多", Lead::Qualifier(Qualifier::AtMost)),
    ("最多", Lead::Qualifier(Qualifier::AtMost)),
    ("不足", Lead::Qualifier(Qualifier::LessThan)),
    ("不到", Lead::Qualifier(Qualifier::LessThan)),
    ("不满", Lead::Qualifier(Qualifier::LessThan)),
    ("低于", Lead::Qualifier(Qualifier::LessThan)),
    ("少于", Lead::Qualifier(Qualifier::LessThan)),
    ("近", Lead::Qualifier(Qualifier::SomeLess)),
];

/// Some more than the number or the unit before it.
pub const SOME_MORE: &[&str] = &["余", "多"];

/// The words behind the unit.
pub const TRAILS: &[(&str, Qualifier)] = &[
    ("以上", Qualifier::AtLeast),
    ("以下", Qualifier::AtMost),
    ("以内", Qualifier::AtMost),
    ("之内", Qualifier::AtMost),
];

/// What stands between the two numbers of a range.
pub const RANGE_MARKS: &[char] = &['至', '到', '-', '—', '–', '~', '～'];

/// Every mantissa is less than this: 18 of a `Decimal`'s 28 digits, which leaves room for bounds and arithmetic.
const MOST: i128 = 1_000_000_000_000_000_000;

const VAGUE: &str = "no rule gives its bounds; expected the number itself, or 近, 余, 超过 and the like";
const SHARE: &str = "a fraction or a share of ten; expected a percentage";
const HALF: &str = "it is not certain of what it is the half; expected a decimal fraction";
const GRADE: &str = "a grade or the number of one thing; expected what is counted";
const LIMIT: &str =
    "a limit where none is read; expected 以上, 以下 or 以内 at the end, or 超过, 不足 and the like at the front";
const RANGE: &str = "no word of a number or a unit; expected a number, or a range with its unit once, as in 3至5个";

/// Words that stand in the place of a number, or before one.
const INSTEAD: &[(&str, &str)] = &[
    ("上", VAGUE),
    ("成", VAGUE),
    ("好", VAGUE),
    // 过 as a lead would also read 过3年, "after three years".
    ("过", "no word of this grammar; expected 超过"),
    ("翻", "growth by doublings; expected it as 倍 or as a percentage"),
    ("前", "a place among the first; expected 第"),
    ("每", "a rate that no known unit has; expected the words of a unit before its number"),
    ("零下", "a sign in words; expected 负"),
];

/// Words that belong neither to a number nor to a unit. The words of known units are not looked up here.
const NOWHERE: &[(&str, &str)] = &[
    ("约", VAGUE),
    ("左右", VAGUE),
    ("上下", VAGUE),
    ("大概", VAGUE),
    ("可能", VAGUE),
    ("若干", VAGUE),
    ("出头", VAGUE),
    ("开外", VAGUE),
    ("几", VAGUE),
    ("数", VAGUE),
    ("来", VAGUE),
    ("或", VAGUE),
    ("许", VAGUE),
    ("些", VAGUE),
    ("兆", "three values are in use; expected 百万 or 万亿"),
    // What is left of 以上, 不足 or 未超过 where the whole word may not stand; where it may, it was taken before.
    ("以", LIMIT),
    ("不", LIMIT),
    ("未", LIMIT),
    ("分之", SHARE),
    ("/", SHARE),
    ("至", RANGE),
    ("到", RANGE),
];

/// Words that turn the number before them into something else.
const BEHIND: &[(&str, &str)] = &[
    ("成", SHARE),
    ("折", SHARE),
    ("把", VAGUE),
    ("有", VAGUE),
    ("等", GRADE),
    ("级", GRADE),
    ("强", GRADE),
    ("届", GRADE),
    ("期", GRADE),
    ("楼", GRADE),
    ("星级", GRADE),
    ("年级", GRADE),
    ("年代", GRADE),
    ("号", "a day, or the number of one thing; expected what is counted"),
    ("点", "a time, or the point of another numeral; expected 3.5 or 三点五"),
    // From 3百分点: without a unit 百分点 the numerals take 百, and 分点 is left.
    ("分点", "the end of 百分点; expected it where it is a word of a known unit"),
    ("个万", "a magnitude behind 个; expected none between, as in 3万"),
    ("个亿", "a magnitude behind 个; expected none between, as in 3亿"),
];

/// Last characters of words that say where the true number lies, or where else to look: 3天内, 3元起, 3年有余.
const RELATIONS: &[char] = &['内', '外', '上', '下', '前', '后', '起', '止', '满', '有', '等'];

/// First characters of units of time, and those units whose first character begins other words too.
const TIMES: &[char] = &['年', '月', '天', '日', '周', '季', '旬', '秒', '时', '夜', '晚', '载'];
const LONG_TIMES: &[&str] = &["小时", "分钟", "星期", "世纪", "刻钟"];

/// The words by which a unit is printed: what stands before the number, and after it.
pub type UnitWords<'a> = (&'a str, &'a str);

/// Reads a whole printed figure. Before the number only words of these units may stand; after it also other words, as long as
/// no part of them is about a number.
pub fn parse<'a>(text: &'a str, units: &[UnitWords<'a>]) -> Result<Reading<'a>, FigureError> {
    let mut parser = Parser::new(text, units);
    parser.basis();
    parser.leads()?;
    parser.number_at = parser.at();
    parser.negative = parser.take("负") || parser.take("-") || parser.take("−");
    let mut first = parser.number()?;
    // `second` changes `first`: in 3至5万元 and 3至5% what stands behind the second number belongs to both.
    let mut second = parser.second(&mut first)?;
    // Of a range 半 is added to the second number, only so that `check_words` finds it there and refuses it.
    let unit_word = parser.unit_word(second.as_mut().unwrap_or(&mut first))?;
    parser.figure(first, second, unit_word)
}

/// A number as printed: its value, and where its last printed digit stands.
struct Printed {
    value: Exact,
    place: i32,
    /// % or ‰.
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
        Self {
            value: Exact::integer(value),
            place: 0,
            percent: "",
            percent_before: false,
            magnitude: 0,
            rounded: false,
            chinese: false,
            fraction: false,
            bare: false,
            half: false,
        }
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

struct Parser<'a, 'u> {
    text: &'a str,
    rest: &'a str,
    units: &'u [UnitWords<'a>],
    basis: &'a str,
    ordinal: bool,
    streak: bool,
    each: bool,
    /// 同比.
    against: bool,
    /// Some(true) for a rise, Some(false) for a fall.
    rise: Option<bool>,
    negative: bool,
    /// Where the number begins.
    number_at: usize,
    qualifier: Option<Qualifier>,
    /// 余 or 多 stands behind 万, 亿 or the unit: there is less than one of these more.
    counts_zeros: bool,
}

impl<'a, 'u> Parser<'a, 'u> {
    fn new(text: &'a str, units: &'u [UnitWords<'a>]) -> Self {
        Self {
            text,
            rest: text,
            units,
            basis: "",
            ordinal: false,
            streak: false,
            each: false,
            against: false,
            rise: None,
            negative: false,
            number_at: 0,
            qualifier: None,
            counts_zeros: false,
        }
    }

    fn at(&self) -> usize {
        // Characters, as editors count columns and the build names the place in a table; bytes would point behind it.
        self.text.chars().count() - self.rest.chars().count()
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

    /// Takes Chinese numerals up to the unit.
    fn take_numerals(&mut self, accept: fn(char) -> bool) -> &'a str {
        // In 3亿千瓦时 the 千 belongs to the unit: the numerals end where all that is left is a known unit.
        let start = self.rest;
        while !self.is_unit(without_trail(self.rest).0) {
            match self.rest.chars().next() {
                Some(c) if accept(c) => self.rest = &self.rest[c.len_utf8()..],
                _ => break,
            }
        }
        &start[..start.len() - self.rest.len()]
    }

    /// Whether these are the whole words of a unit.
    fn is_unit(&self, word: &str) -> bool {
        self.units.contains(&(self.basis, word))
    }

    fn basis(&mut self) {
        let mut longest = 0;
        // The longest, as one basis may begin another: with 人均 alone taken of 人均税收, the rest would have to be a number.
        for (before, _) in self.units {
            if self.rest.starts_with(before) {
                longest = longest.max(before.len());
            }
        }
        (self.basis, self.rest) = self.rest.split_at(longest);
    }

    fn leads(&mut self) -> Result<(), FigureError> {
        while let Some(&(word, lead)) = LEADS.iter().find(|(word, _)| self.rest.starts_with(word)) {
            match lead {
                Lead::Ordinal if !self.ordinal => self.ordinal = true,
                Lead::Streak if !self.streak => self.streak = true,
                Lead::Each if !self.each => self.each = true,
                // Each at most once, and in an order that Chinese has: 同比 before the rise, and the rise before its qualifier.
                // What is said twice is a slip.
                Lead::Against if !self.against && self.rise.is_none() => self.against = true,
                Lead::Up if self.rise.is_none() && self.qualifier.is_none() => self.rise = Some(true),
                Lead::Down if self.rise.is_none() && self.qualifier.is_none() => self.rise = Some(false),
                Lead::Qualifier(qualifier) => self.qualify(qualifier)?,
                _ => return self.error(format!("`{word}` comes second; expected the number")),
            }
            self.take(word);
        }
        if self.against && self.rise.is_none() {
            return self.error("同比 without a rise or fall; expected 增长, 下降 or the like behind it");
        }
        Ok(())
    }

    fn qualify(&mut self, qualifier: Qualifier) -> Result<(), FigureError> {
        if self.qualifier.replace(qualifier).is_some() {
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
            self.ordinal = true;
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
            Some(c) if is_chinese_numeral(c) && !self.rest.starts_with("零下") => self.chinese()?,
            Some(c) => {
                let message = find(INSTEAD, self.rest).or_else(|| refusal(self.rest));
                return self.error(message.unwrap_or_else(|| format!("`{c}`; expected a number")));
            }
            None => return self.error("the figure ends; expected a number"),
        };
        // 百分之半 is not said, so it is a slip or a part of something else.
        if printed.half && !before.is_empty() {
            return self.error(HALF);
        }
        printed.percent = before;
        printed.percent_before = !before.is_empty();
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
        if !is_grouped(whole) {
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
        let word = self.at();
        let magnitude = magnitude(self.take_numerals(is_chinese_numeral), word)?;
        self.some_more(false, magnitude)?;
        self.scaled(value, fraction.len(), magnitude)
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
            printed.place += own as i32;
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
        let mut printed = Printed::whole(0);
        // 4百亿 is 400亿 and printed to the last 亿: 十, 百 and 千 do not round, 万 and 亿 do.
        let last = magnitude / 4 * 4;
        printed.value = value;
        // A digit behind the point was printed on purpose, so 3.5百 is precise to 10, though 3百 is precise to one.
        printed.place = if fraction == 0 { last as i32 } else { magnitude as i32 - fraction as i32 };
        printed.magnitude = magnitude;
        printed.rounded = last > 0 || fraction > 0;
        printed.fraction = fraction > 0;
        Ok(printed)
    }

    /// Reads the second number of a range. Its magnitude and % serve the first number too: 3至5万元.
    fn second(&mut self, first: &mut Printed) -> Result<Option<Printed>, FigureError> {
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

    /// The words of the unit: what is left, without a qualifier at its end. 半 behind the unit is added to the number.
    fn unit_word(&mut self, printed: &mut Printed) -> Result<&'a str, FigureError> {
        let (word, trail) = without_trail(self.rest);
        // 余 behind the unit is less than one unit of the last printed place: 10年多 is less than 11 years, not than 20.
        if let Some(qualifier) = trail {
            self.qualify(qualifier)?;
            self.counts_zeros = true;
        }
        if !printed.percent.is_empty() {
            return match word {
                "" => Ok(printed.percent),
                _ => self.error("words after a percentage; expected the figure to end"),
            };
        }
        // Before anything is looked for in it: the words of a known unit may hold numerals and 半, as 千瓦时 does.
        if self.is_unit(word) {
            return Ok(word);
        }
        let whole = printed.value.scale == 0 && !printed.rounded;
        // 3个半月 is three months and a half, as 个月 is a unit; 3个半天 may be three half-days, so it is refused below.
        if let Some(noun) = word.strip_prefix("个半").filter(|noun| whole && !noun.is_empty()) {
            let unit = self.units.iter().find(|unit| unit.0 == self.basis && unit.1.strip_prefix('个') == Some(noun));
            if let Some(unit) = unit {
                printed.add_half();
                return Ok(unit.1);
            }
        }
        let before_half = word.strip_suffix('半').filter(|unit| whole && !unit.is_empty());
        if before_half.is_some() {
            printed.add_half();
        }
        let word = before_half.unwrap_or(word);
        self.check_unit(word)?;
        Ok(word)
    }

    /// Refuses an unknown unit with anything of a number in its words.
    fn check_unit(&self, word: &'a str) -> Result<(), FigureError> {
        if self.is_unit(word) {
            return Ok(());
        }
        if word.is_empty() {
            return self.error("no unit; expected what is counted: 元, 人, 项 …");
        }
        // 三把 is three of what has a handle, and 百把个 about a hundred.
        if let Some(message) = find(BEHIND, word).filter(|_| word != "把") {
            return self.error(message);
        }
        for (at, (i, c)) in word.char_indices().enumerate() {
            let error = |message| Err(FigureError { at: self.at() + at, message });
            if let Some(message) = refusal(&word[i..]) {
                return error(message);
            }
            if is_digit(c) || c == '.' || c == ',' {
                return error("a second number; expected the unit".into());
            }
            if c == '半' {
                return error(format!("`半`: {HALF}"));
            }
            if is_numeral_like(c) {
                return error(format!("`{c}`, a numeral in the words of the unit; expected no second number"));
            }
            // A lead within the words begins a second figure: 3个增长5%.
            let mut leads = LEADS.iter().map(|(lead, _)| lead).chain(SOME_MORE);
            if let Some(lead) = leads.find(|lead| word[i..].starts_with(**lead)) {
                return error(format!("`{lead}` in the words of the unit; expected it at the number, or at the end"));
            }
            if !('\u{4E00}'..='\u{9FFF}').contains(&c) {
                return error(format!("`{c}` in the words of the unit; expected words in Chinese, or of a known unit"));
            }
            // Not where it is the whole word: 3起 counts cases, while 3元起 is a price from 3 on.
            let is_last = i > 0 && i + c.len_utf8() == word.len();
            if is_last && RELATIONS.contains(&c) {
                return error(format!("`{c}`: {LIMIT}"));
            }
        }
        Ok(())
    }

    fn figure(self, first: Printed, second: Option<Printed>, unit_word: &'a str) -> Result<Reading<'a>, FigureError> {
        self.check_words(&first, second.as_ref())?;
        self.check_time(&first, unit_word)?;
        let fall = self.rise == Some(false);
        // 下降超过5% is a change of less than -5%: the words are about the fall, and the value has a sign.
        let qualifier = match self.qualifier {
            Some(qualifier) if fall => Some(qualifier.mirrored()),
            qualifier => qualifier,
        };
        // Zeros before 余 and 近 may be round: 800余 is 800 and some tens, so it reaches to 900. Rounding takes them as printed.
        let place = match self.qualifier {
            Some(Qualifier::SomeMore) if self.counts_zeros => first.place,
            Some(Qualifier::SomeMore | Qualifier::SomeLess) => first.value.last_place(),
            _ => first.place,
        };
        let negative = fall || self.negative;
        let signed = |value: Exact| if negative { value.negated() } else { value };
        let end = (signed(first.value), first.margin(qualifier, place));
        let other = second.map(|second| (signed(second.value), second.margin(None, second.place)));
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
            each: self.each,
            unit_words: (self.basis, unit_word),
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
            (self.streak && changes, "连续 with a rise, a fall or a sign; expected one of them"),
            (second.is_some_and(|second| second.half), "半 in a range; expected whole numbers or decimal fractions"),
            // 超过3至5个 has two lower limits, and -3至5 may end at -5 or at 5.
            (is_range && (qualified || self.negative), "a range with a qualifier or a sign; expected one or the other"),
            (
                self.negative && (qualified || self.rise.is_some()),
                "a sign with a qualifier, a rise or a fall; expected one of them, as in 下降3%",
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
    fn check_time(&self, printed: &Printed, unit_word: &str) -> Result<(), FigureError> {
        let measured = unit_word.strip_prefix('个').unwrap_or(unit_word);
        if unit_word.starts_with("日元") {
            return Ok(());
        }
        let is_time = measured.starts_with(TIMES) || LONG_TIMES.iter().any(|word| measured.starts_with(word));
        if is_time && self.qualifier == Some(Qualifier::SomeLess) {
            return self
                .error_at_number("近 before a length of time, which may mean the last of it; expected 不足, or no 近");
        }
        // With 连续 before it nobody reads 3月 as March, nor 2000年 as a year.
        if self.streak {
            return Ok(());
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

/// The text without the qualifier at its end, and the qualifier.
fn without_trail(text: &str) -> (&str, Option<Qualifier>) {
    // Only one is taken: of 以上 and 余 together, as in 3天余以上, the second is then found in the words of the unit and refused.
    for (trail, qualifier) in TRAILS {
        if let Some(word) = text.strip_suffix(trail) {
            return (word, Some(*qualifier));
        }
    }
    for trail in SOME_MORE {
        if let Some(word) = text.strip_suffix(trail) {
            return (word, Some(Qualifier::SomeMore));
        }
    }
    (text, None)
}

/// Why no figure can go on with this text, if its first word says so.
fn refusal(text: &str) -> Option<String> {
    if let Some(message) = find(NOWHERE, text) {
        return Some(message);
    }
    let c = text.chars().next()?;
    if let Some(simplified) = simplified(c) {
        return Some(format!("`{c}` is a traditional character; expected `{simplified}`"));
    }
    // The full-width forms stand in the order of ASCII.
    if let Some(ascii) =
        (c as u32).checked_sub(0xFEE0).filter(|ascii| (0x21..0x7F).contains(ascii)).and_then(char::from_u32)
    {
        return Some(format!("`{c}` is full-width; expected `{ascii}`"));
    }
    c.is_whitespace().then(|| "a space; expected none in a figure".to_string())
}

/// The message of the word that a text begins with.
fn find(words: &[(&str, &str)], text: &str) -> Option<String> {
    let (word, why) = words.iter().find(|(word, _)| text.starts_with(word))?;
    Some(format!("`{word}`: {why}"))
}

/// Whether `c` is a numeral, also one that this grammar reads no numbers from.
fn is_numeral_like(c: char) -> bool {
    is_chinese_numeral(c) || c.is_numeric() || "廿卅俩仨".contains(c)
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
    printed.place = part.place;
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
