//! The grammar of printed figures: reads `突破13万户` as at least 130 000 of what is counted by 户.
//!
//! ```text
//! figure    = [basis] lead* number unit-word [trail]
//! basis     = the words that a unit prints before its number: 每人每月, 亩均税收
//! lead      = 第 | 连续 | 各 | 均 | 同比 | 增长 … | 下降 … | 突破 | 超过 | 不足 | 近 …
//! number    = 首 (before 位) | [百分之] numeral [余 | 多] [magnitude] [余 | 多]
//! numeral   = Arabic digits with at most one point | Chinese numeral [点 digits] | 半
//! magnitude = 十 | 百 | 千 | 万 | 亿, and their compounds: 百万, 万亿
//! trail     = 以上 | 以下 | 以内 | 余 | 多 | 半
//! ```
//!
//! What the grammar cannot read for certain it refuses: 约 (no rule gives its bounds), 一万五 (a
//! digit without its place), 兆 (three values are in use).

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::exact::Exact;
use super::numeral::{is_chinese_numeral, is_digit};
use super::precision::{Precision, Qualifier};

/// A printed figure, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure<'a> {
    pub value: Exact,
    pub precision: Precision,
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

/// Why a text is not a figure, and where: an offset in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureError {
    pub at: usize,
    pub message: String,
}

#[derive(Clone, Copy)]
enum Lead {
    Ordinal,
    Streak,
    Each,
    /// Says against what a rise is measured; the rise itself is the next word.
    Against,
    Up,
    Down,
    Qualifier(Qualifier),
}

/// A longer word stands before each word that it begins with.
const LEADS: &[(&str, Lead)] = &[
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

const SOME_MORE: &[&str] = &["余", "多"];

const TRAILS: &[(&str, Qualifier)] = &[
    ("以上", Qualifier::AtLeast),
    ("以下", Qualifier::AtMost),
    ("以内", Qualifier::AtMost),
    ("余", Qualifier::SomeMore),
    ("多", Qualifier::SomeMore),
];

/// The largest mantissa of a figure: what a table row stores, with room for its bounds.
const LARGEST: i128 = 1_000_000_000_000_000_000;

/// Words that no rule gives bounds for.
const REFUSED: &[&str] = &["约", "左右", "上下", "几", "数", "兆", "来"];

/// The words by which a unit is printed: what stands before the number, and after it.
pub type UnitWords<'a> = (&'a str, &'a str);

/// Reads a whole printed figure, in which the words of these units may stand before the number.
#[inline]
pub fn parse<'a>(text: &'a str, units: &[UnitWords<'_>]) -> Result<Figure<'a>, FigureError> {
    let mut parser = Parser::new(text);
    let basis = parser.basis(units);
    parser.leads()?;
    let printed = parser.number()?;
    let unit_word = parser.unit_word(printed.percent)?;
    parser.figure(printed, (basis, unit_word))
}

/// The word at the end of `before` or at the start of `after` that belongs to the figure between them, though it stands outside
/// of it: a lead, a qualifier, a numeral, a word of a unit.
#[inline]
pub fn border<'a>(before: &'a str, figure: &str, after: &'a str, units: &[UnitWords<'_>]) -> Option<&'a str> {
    let left = border_before(before, figure, units).map(|length| &before[before.len() - length..]);
    left.or_else(|| border_after(figure, after, units).map(|length| &after[..length]))
}

/// How long the word before is.
#[inline]
fn border_before(before: &str, figure: &str, units: &[UnitWords<'_>]) -> Option<usize> {
    let ends = |word: &&str| !word.is_empty() && before.ends_with(*word);
    let leads = LEADS.iter().map(|(word, _)| *word).chain(["约", "几"]);
    let longest = leads.chain(units.iter().map(|(basis, _)| *basis)).filter(ends).map(str::len).max();
    // 附近 and its like are words of their own.
    let is_near = ["附近", "最近", "邻近", "就近", "接近"].iter().any(|word| before.ends_with(word));
    if longest.is_some() && !is_near {
        return longest;
    }
    // 每月 and 亩均税收 make a rate of what is behind them, whether or not a unit has the words.
    let rate = |word: &str, farthest: usize| {
        before.rfind(word).map(|at| &before[at..]).filter(|rest| rest.chars().count() <= farthest).map(str::len)
    };
    let average = ["人均", "户均", "亩均", "平均"].iter().find_map(|word| rate(word, 4));
    if let Some(length) = rate("每", 2).or(average) {
        return Some(length);
    }
    let mut chars = before.chars().rev();
    let (last, second) = (chars.next()?, chars.next());
    let is_numeral = |c: char| is_digit(c) || is_chinese_numeral(c);
    let is_range = matches!(last, '至' | '到' | '-' | '—' | '–' | '~' | '～') && second.is_some_and(is_numeral);
    let belongs = if figure.starts_with(['十', '百', '千', '万', '亿']) && matches!(last, '数' | '过' | '上' | '成')
    {
        true // 数百, 过百, 上千
    } else if figure.starts_with(is_numeral) {
        is_numeral(last) || last == '.' || is_range
    } else {
        matches!(last, '不' | '未') // 不超过 is the opposite of 超过
    };
    belongs.then_some(last.len_utf8())
}

/// How long the word behind is.
#[inline]
fn border_after(figure: &str, after: &str, units: &[UnitWords<'_>]) -> Option<usize> {
    if let Some(word) = ["以上", "以下", "以内"].iter().find(|word| after.starts_with(**word)) {
        return Some(word.len());
    }
    // 次 makes another unit of the one before it, as in 人次, whether or not a unit has the word.
    if after.strip_prefix('次').is_some_and(|rest| !rest.starts_with(['日', '月', '年'])) {
        return Some('次'.len_utf8());
    }
    // These begin other words too, 多功能 or 半导体: they belong to the figure where no word goes on behind them.
    let goes_on =
        |rest: &str| rest.starts_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c) && !"的时来月".contains(c));
    let vague = ["余", "多", "半", "左右", "上下"];
    if let Some(word) = vague.iter().find(|word| after.strip_prefix(**word).is_some_and(|rest| !goes_on(rest))) {
        return Some(word.len());
    }
    // 元 with 人民币 behind it is 元人民币: a longer word of a unit begins in the figure and ends behind it.
    let rest_of_unit = |word: &&str| {
        let mut ends = word.char_indices().map(|(at, _)| at).skip(1);
        ends.find(|&at| figure.ends_with(&word[..at]) && after.starts_with(&word[at..])).map(|at| word.len() - at)
    };
    units.iter().filter_map(|(_, word)| rest_of_unit(word)).max()
}

/// Reads a whole Chinese integer below 10^16, such as 二十 or 一万零三百.
#[inline]
pub fn parse_chinese_integer(text: &str) -> Result<i128, FigureError> {
    chinese_integer(&text.chars().collect::<Vec<_>>(), 0)
}

/// A number as printed: its value, and where its last printed digit stands.
struct Printed {
    value: Exact,
    place: i32,
    percent: bool,
    /// A magnitude or a fraction was printed, so the number was rounded to its last digit.
    rounded: bool,
}

impl Printed {
    #[inline]
    fn whole(value: i128) -> Self {
        Self { value: Exact::integer(value), place: 0, percent: false, rounded: false }
    }
}

struct Parser<'a> {
    text: &'a str,
    rest: &'a str,
    ordinal: bool,
    streak: bool,
    each: bool,
    /// Some(true) for a rise, Some(false) for a fall.
    rise: Option<bool>,
    qualifier: Option<Qualifier>,
}

impl<'a> Parser<'a> {
    #[inline]
    fn new(text: &'a str) -> Self {
        Self { text, rest: text, ordinal: false, streak: false, each: false, rise: None, qualifier: None }
    }

    #[inline]
    fn at(&self) -> usize {
        self.text.chars().count() - self.rest.chars().count()
    }

    #[inline]
    fn error<T>(&self, message: impl Into<String>) -> Result<T, FigureError> {
        Err(FigureError { at: self.at(), message: message.into() })
    }

    #[inline]
    fn take(&mut self, word: &str) -> bool {
        let taken = self.rest.strip_prefix(word);
        self.rest = taken.unwrap_or(self.rest);
        taken.is_some()
    }

    #[inline]
    fn take_while(&mut self, accept: fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !accept(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    #[inline]
    fn basis(&mut self, units: &[UnitWords<'_>]) -> &'a str {
        let mut longest = 0;
        for (before, _) in units {
            if before.len() > longest && self.rest.starts_with(before) {
                longest = before.len();
            }
        }
        let (basis, rest) = self.rest.split_at(longest);
        self.rest = rest;
        basis
    }

    #[inline]
    fn leads(&mut self) -> Result<(), FigureError> {
        while let Some(&(word, lead)) = LEADS.iter().find(|(word, _)| self.rest.starts_with(word)) {
            match lead {
                Lead::Ordinal if !self.ordinal => self.ordinal = true,
                Lead::Streak if !self.streak => self.streak = true,
                Lead::Each => self.each = true,
                Lead::Against => {}
                Lead::Up if self.rise.is_none() => self.rise = Some(true),
                Lead::Down if self.rise.is_none() => self.rise = Some(false),
                Lead::Qualifier(qualifier) => self.qualify(qualifier)?,
                _ => return self.error(format!("`{word}` comes second; expected the number")),
            }
            self.take(word);
        }
        Ok(())
    }

    #[inline]
    fn qualify(&mut self, qualifier: Qualifier) -> Result<(), FigureError> {
        if self.qualifier.replace(qualifier).is_some() {
            return self.error("a second qualifier; expected one of 余, 突破, 以上 … at the most");
        }
        Ok(())
    }

    #[inline]
    fn some_more(&mut self) -> Result<(), FigureError> {
        match SOME_MORE.iter().find(|word| self.rest.starts_with(**word)) {
            Some(word) => {
                self.qualify(Qualifier::SomeMore)?;
                self.take(word);
                Ok(())
            }
            None => Ok(()),
        }
    }

    #[inline]
    fn number(&mut self) -> Result<Printed, FigureError> {
        if self.rest.starts_with("首位") {
            self.take("首");
            self.ordinal = true;
            return Ok(Printed::whole(1));
        }
        let percent = self.take("百分之");
        let mut printed = match self.rest.chars().next() {
            Some(c) if is_digit(c) => self.arabic()?,
            Some(c) if is_chinese_numeral(c) => self.chinese()?,
            Some(_) if REFUSED.iter().any(|word| self.rest.starts_with(word)) => {
                return self.error("a word that no rule gives bounds for; expected a number");
            }
            Some(c) => return self.error(format!("`{c}`; expected a number")),
            None => return self.error("the figure ends; expected a number"),
        };
        printed.percent = percent || self.rest.starts_with('%');
        if percent && self.rest.starts_with('%') {
            return self.error("百分之 and % together; expected one of them");
        }
        Ok(printed)
    }

    #[inline]
    fn arabic(&mut self) -> Result<Printed, FigureError> {
        let start = self.at();
        let digits = self.take_while(|c| is_digit(c) || c == '.');
        let Some(value) = Exact::parse_unsigned(digits) else {
            return Err(FigureError { at: start, message: format!("`{digits}` is not a decimal number") });
        };
        let fraction = digits.split_once('.').map_or(0, |(_, f)| f.len());
        self.some_more()?;
        let magnitude = self.magnitude(is_chinese_numeral)?;
        self.some_more()?;
        self.scaled(value, fraction, magnitude, magnitude > 0)
    }

    #[inline]
    fn chinese(&mut self) -> Result<Printed, FigureError> {
        if self.take("半") {
            return Ok(half_more(Printed::whole(0)));
        }
        let start = self.at();
        let run = self.take_while(|c| is_chinese_numeral(c) && c != '半');
        let whole = chinese_integer(&run.chars().collect::<Vec<_>>(), start)?;
        // The numeral's own last magnitude, as in 十三万: it was printed to that place.
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
                None => return self.error("too many digits after 点"),
            };
        }
        self.some_more()?;
        let magnitude = self.magnitude(|c| c == '万' || c == '亿')?;
        self.some_more()?;
        let mut printed = self.scaled(value, fraction, magnitude, own + magnitude > 0)?;
        printed.place += own as i32;
        Ok(printed)
    }

    #[inline]
    fn chinese_decimals(&mut self) -> Result<String, FigureError> {
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

    /// The power of ten of the magnitude characters that come next: 万 4, 百万 6, 万亿 12.
    #[inline]
    fn magnitude(&mut self, accept: fn(char) -> bool) -> Result<u32, FigureError> {
        let start = self.at();
        let word = self.take_while(accept);
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
            _ => Err(FigureError {
                at: start,
                message: format!("`{word}` is not a magnitude; expected 万, 亿 or the like"),
            }),
        }
    }

    #[inline]
    fn scaled(&self, value: Exact, fraction: usize, magnitude: u32, rounded: bool) -> Result<Printed, FigureError> {
        let value = value.checked_mul(Exact::integer(10i128.pow(magnitude))).filter(|value| value.mantissa <= LARGEST);
        let Some(value) = value else {
            return self.error("the number is too large; expected less than 10^18");
        };
        Ok(Printed {
            value,
            place: magnitude as i32 - fraction as i32,
            percent: false,
            rounded: rounded || fraction > 0,
        })
    }

    /// What is left without its trailing qualifier: the words of the unit.
    #[inline]
    fn unit_word(&mut self, percent: bool) -> Result<&'a str, FigureError> {
        let start = self.at();
        let mut word = self.rest;
        if let Some(&(trail, qualifier)) = TRAILS.iter().find(|(trail, _)| word.ends_with(trail)) {
            self.qualify(qualifier)?;
            word = &word[..word.len() - trail.len()];
        }
        let error = |message: &str| Err(FigureError { at: start, message: message.into() });
        if percent {
            return match word {
                "" | "%" => Ok("%"),
                _ => error("words after a percentage; expected the figure to end"),
            };
        }
        if word.is_empty() {
            return error("no unit; expected what is counted: 元, 人, 项 …");
        }
        for (i, _) in word.char_indices() {
            if let Some(refused) = REFUSED.iter().find(|refused| word[i..].starts_with(**refused)) {
                return error(&format!("`{refused}`: no rule gives its bounds"));
            }
        }
        if word.chars().any(is_digit) {
            return error("a second number; expected the unit");
        }
        Ok(word)
    }

    #[inline]
    fn figure(&self, printed: Printed, (basis, unit_word): (&'a str, &'a str)) -> Result<Figure<'a>, FigureError> {
        let (printed, unit_word) = with_half(printed, unit_word);
        let rounded = printed.rounded || printed.percent;
        let qualifier = match self.qualifier {
            Some(qualifier) => qualifier,
            None if rounded => Qualifier::Rounded,
            None => Qualifier::Exact,
        };
        let place = match qualifier {
            Qualifier::SomeMore | Qualifier::SomeLess => last_nonzero_place(printed.value),
            _ => printed.place,
        };
        let fall = self.rise == Some(false);
        if fall && qualifier.comparator().is_some() {
            return self.error("a fall with a qualifier; expected one or the other");
        }
        let Ok(place) = i8::try_from(place) else {
            return self.error("the number is too large");
        };
        Ok(Figure {
            value: if fall { printed.value.negated() } else { printed.value },
            precision: Precision { qualifier, place },
            ordinal: self.ordinal,
            streak: self.streak,
            change: self.rise.is_some(),
            each: self.each,
            unit_words: (basis, unit_word),
        })
    }
}

/// Reads 半 behind the unit, as in 两年半 and 一个半月.
#[inline]
fn with_half(printed: Printed, unit_word: &str) -> (Printed, &str) {
    let unit = match unit_word.strip_prefix("个半") {
        Some(unit) => Some(unit),
        None => unit_word.strip_suffix('半'),
    };
    match unit {
        Some(unit) if !unit.is_empty() && printed.value.scale == 0 => (half_more(printed), unit),
        _ => (printed, unit_word),
    }
}

/// A half is no decimal fraction: it is taken as rounded to its whole unit, the wider reading.
#[inline]
fn half_more(printed: Printed) -> Printed {
    let mantissa = printed.value.mantissa * 10 + 5;
    Printed { value: Exact::new(mantissa, 1), place: 0, rounded: true, ..printed }
}

#[inline]
fn last_nonzero_place(value: Exact) -> i32 {
    let mut mantissa = value.mantissa;
    let mut place = -(value.scale as i32);
    while mantissa != 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        place += 1;
    }
    place
}

#[inline]
fn digit(c: char) -> Option<i128> {
    let value = match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some(value)
}

/// Reads a Chinese integer below 10^16 by its groups: [… 亿] [… 万] […].
///
/// `at` is where `run` starts in the figure, for errors.
#[inline]
fn chinese_integer(run: &[char], at: usize) -> Result<i128, FigureError> {
    if matches!(run, ['零' | '〇']) {
        return Ok(0);
    }
    let Some(end) = run.iter().rposition(|&c| c == '亿') else {
        return below_yi(run, at, true);
    };
    let value = below_yi(&run[..end], at, true)? * 100_000_000;
    let low = &run[end + 1..];
    // Where the whole group of 万 is empty some leave 零 out before thousands (九十亿四千四百), and the value is certain.
    let full = if low.contains(&'万') { 10_000_000 } else { 1_000 };
    Ok(value + lower_group(low, at + end + 1, full, below_yi)?)
}

/// Reads a Chinese integer below 10^8: [… 万] […].
#[inline]
fn below_yi(run: &[char], at: usize, leading: bool) -> Result<i128, FigureError> {
    match run.iter().rposition(|&c| c == '万') {
        None => below_wan(run, at, leading),
        Some(end) => {
            let value = below_wan(&run[..end], at, leading)? * 10_000;
            Ok(value + lower_group(&run[end + 1..], at + end + 1, 1_000, below_wan)?)
        }
    }
}

/// Reads what follows 万 or 亿. Where its first place is empty 零 must say so (一万零三百), which also
/// keeps out the short form 一万五, in which 五 means five thousand.
#[inline]
fn lower_group(
    run: &[char],
    at: usize,
    full: i128,
    read: fn(&[char], usize, bool) -> Result<i128, FigureError>,
) -> Result<i128, FigureError> {
    let (zero, digits) = match run {
        [] => return Ok(0),
        ['零' | '〇', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let value = read(digits, at + usize::from(zero), false)?;
    if value < full && !zero {
        return Err(FigureError { at, message: "a place is skipped without 零, so its value is not certain".into() });
    }
    Ok(value)
}

/// Reads a Chinese integer from 1 to 9999: digits with 千, 百, 十 behind them, 零 for skipped places.
///
/// Only at the front of a whole number (`leading`) may 十, 百, 千 or nothing before 万 stand for one of it.
#[inline]
fn below_wan(run: &[char], at: usize, leading: bool) -> Result<i128, FigureError> {
    if run.is_empty() && leading {
        return Ok(1);
    }
    let error = |offset: usize, message: &str| Err(FigureError { at: at + offset, message: message.into() });
    let mut value = 0;
    let mut place = 4;
    let mut offset = 0;
    while offset < run.len() {
        let zero = matches!(run[offset], '零' | '〇');
        if zero && offset == 0 {
            return error(offset, "零 at the front; expected a digit from 一 to 九");
        }
        offset += usize::from(zero);
        let (digit, exponent, length) = match (run.get(offset), run.get(offset + 1)) {
            (Some(&c), next) if digit(c).is_some_and(|d| d > 0) => {
                let exponent = next.copied().and_then(small_unit);
                let length = 1 + usize::from(exponent.is_some());
                (digit(c).unwrap_or(0), exponent.unwrap_or(0), length)
            }
            // 十 alone is ten, also behind 万 or 亿 and 零: 一万零十.
            (Some(&c), _) if offset == 0 && (leading || c == '十') && small_unit(c).is_some() => {
                (1, small_unit(c).unwrap_or(0), 1)
            }
            _ => return error(offset, "expected a digit from 一 to 九"),
        };
        if exponent >= place {
            return error(offset, "a place comes twice or out of order");
        }
        let skipped = offset > 0 && exponent + 1 < place;
        if skipped != zero {
            return error(offset, "零 must stand where a place is skipped, and nowhere else");
        }
        if run[offset] == '两' && exponent < 2 && run.len() > 1 {
            return error(offset, "两 stands only before 百, 千, 万, 亿; expected 二");
        }
        value += digit * 10i128.pow(exponent);
        place = exponent;
        offset += length;
    }
    if value == 0 {
        return error(0, "expected a number");
    }
    Ok(value)
}

#[inline]
fn small_unit(c: char) -> Option<u32> {
    match c {
        '十' => Some(1),
        '百' => Some(2),
        '千' => Some(3),
        _ => None,
    }
}
