//! Chinese integers: 二十, 一万零三百.

use alloc::format;
use alloc::string::String;

/// Why a text is not a figure, and where: an offset in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureError {
    pub at: usize,
    pub message: String,
}

/// The value of a digit; 零 is nought.
pub fn digit(c: char) -> Option<i128> {
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

fn small_unit(c: char) -> Option<u32> {
    match c {
        '十' => Some(1),
        '百' => Some(2),
        '千' => Some(3),
        _ => None,
    }
}

/// Reads a Chinese integer below 10^16 by its groups of four places: [… 万] [… 亿] [… 万] […].
///
/// 零 may stand only where a place is skipped. There it must stand before a digit without its unit, as 一万五 is short for fifteen
/// thousand; where each digit has its unit the number is certain without 零, as in 八亿五十五万.
///
/// `at` is the offset of `run` in the figure, for errors.
pub fn integer(run: &[char], at: usize) -> Result<i128, FigureError> {
    if matches!(run, ['零' | '〇']) {
        return Ok(0);
    }
    // 16: above the place of any digit of a number that is allowed, 千万亿 being 10^15.
    let mut integer = Integer { value: 0, last: 16, bare: false };
    // The last 亿, as 万亿 before it is a part of what it multiplies; a second 亿 is then no digit of its group, and refused there.
    match run.iter().rposition(|&c| c == '亿') {
        None => integer.groups(run, at, 0)?,
        Some(end) => {
            integer.groups(&run[..end], at, 8)?;
            integer.groups(&run[end + 1..], at + end + 1, 0)?;
        }
    }
    Ok(integer.value)
}

/// An integer as far as it is read, and the place of its last digit.
struct Integer {
    value: i128,
    // Each digit must have a lower place than the one before. That alone keeps digits in order and a second 万 or 亿 out, and a
    // place was skipped if the two are more than one apart.
    last: u32,
    /// The number begins with a magnitude that has no digit before it: 万人, 百万.
    bare: bool,
}

impl Integer {
    /// Reads [… 万] […], whose last group counts units of 10^`base`.
    fn groups(&mut self, run: &[char], at: usize, base: u32) -> Result<(), FigureError> {
        // Within a part of 亿, 万 comes once: what stands before it is one group, and its digits have no magnitude above 千.
        let Some(end) = run.iter().rposition(|&c| c == '万') else { return self.group(run, at, base) };
        // 一亿万 has no digit for its 万, while 万 at the front of all is one 万.
        if end == 0 && self.value > 0 {
            return error(at, "万 without a digit; expected one from 一 to 九");
        }
        self.group(&run[..end], at, base + 4)?;
        self.group(&run[end + 1..], at + end + 1, base)
    }

    /// Reads up to four digits, with 千, 百, 十 behind them.
    fn group(&mut self, run: &[char], at: usize, base: u32) -> Result<(), FigureError> {
        // At the front of the number 万, 百万 and the like mean one of it.
        let front = self.value == 0;
        let bare = match run {
            [] => Some(0),
            ['百'] => Some(2),
            ['千'] => Some(3),
            _ => None,
        };
        if let (true, Some(unit)) = (front, bare) {
            self.bare = true;
            self.last = base + unit;
            self.value = 10i128.pow(self.last);
            return Ok(());
        }
        let mut offset = 0;
        while offset < run.len() {
            offset += self.part(run, offset, at + offset, base)?;
        }
        Ok(())
    }

    /// Reads [零] digit [千 | 百 | 十] at `start`, and returns its length.
    fn part(&mut self, run: &[char], start: usize, at: usize, base: u32) -> Result<usize, FigureError> {
        if self.bare {
            return error(at, "digits behind 百, 千, 万 or 亿 that has none before it; expected 一 before it");
        }
        let zero = matches!(run[start], '零' | '〇');
        if zero && self.value == 0 {
            return error(at, "零 at the front; expected a digit from 一 to 九");
        }
        // Faults behind 零 are told at the digit; the one about 零 itself steps back.
        let at = at + usize::from(zero);
        let rest = &run[start + usize::from(zero)..];
        let (first, unit, length) = match rest {
            // 十 alone is ten at the front, and behind 零: 一万零十.
            ['十', ..] if zero || self.value == 0 => (1, Some(1), 1),
            [c, behind @ ..] if digit(*c).is_some_and(|digit| digit > 0) => {
                let unit = behind.first().and_then(|c| small_unit(*c));
                (digit(*c).unwrap_or(0), unit, 1 + usize::from(unit.is_some()))
            }
            // 百八十 may be short for about a hundred and eighty.
            ['百' | '千', ..] if self.value == 0 => {
                return error(at, format!("`{0}` without a digit; expected 一{0}, or no digits behind it", rest[0]));
            }
            _ => return error(at, "no digit; expected one from 一 to 九"),
        };
        // 一九 may be 19, two numbers or a name: a row of digits is read only behind 点.
        if unit.is_none() && rest.get(1).is_some_and(|c| digit(*c).is_some_and(|digit| digit > 0)) {
            return error(
                at,
                format!(
                    "`{}{}`: two digits without 十 or the like between them; expected one number",
                    rest[0], rest[1]
                ),
            );
        }
        let place = base + unit.unwrap_or(0);
        if place >= self.last {
            return error(at, "a place comes twice or out of order; expected falling places");
        }
        let skipped = self.value > 0 && place + 1 < self.last;
        if zero && !skipped {
            return error(at - 1, "零 where no place is skipped; expected none");
        }
        // 万 behind a group of one digit is the unit of that digit.
        let has_unit = unit.is_some() || start == 0 && base > 0;
        if skipped && !zero && !has_unit {
            return error(
                at,
                format!("`{0}` without its place; expected it with 千, 百 or 十 behind it, or 零{0}", rest[0]),
            );
        }
        // 两百 and 两万 are said, 两十 and 二十两 are not; 两 alone is the number two of a measure word, 两个.
        if rest[0] == '两' && unit.unwrap_or(0) < 2 && run.len() > 1 {
            return error(at, "两 stands only before 百, 千, 万, 亿; expected 二");
        }
        self.value += first * 10i128.pow(place);
        self.last = place;
        Ok(usize::from(zero) + length)
    }
}

fn error<T>(at: usize, message: impl Into<String>) -> Result<T, FigureError> {
    Err(FigureError { at, message: message.into() })
}
