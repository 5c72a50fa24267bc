//! Exact decimal numbers, no more of them than a table of figures needs.

use core::fmt;

/// `mantissa` × 10^-`scale`, without trailing zeros after the point, so that equal numbers are equal values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Exact {
    pub mantissa: i128,
    pub scale: u32,
}

impl Exact {
    /// The largest number of digits after the point.
    const MAX_SCALE: u32 = 12;

    pub const fn integer(mantissa: i128) -> Self {
        Self { mantissa, scale: 0 }
    }

    pub const fn new(mut mantissa: i128, mut scale: u32) -> Self {
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Self { mantissa, scale }
    }

    /// Reads digits with at most one point among them; `None` for anything else, and for too many digits.
    pub fn parse_unsigned(text: &str) -> Option<Self> {
        let (whole, fraction) = match text.split_once('.') {
            Some((_, "")) => return None,
            // `3.` is refused above and `.5` below: both are slips, and a table has one spelling for each number.
            Some(parts) => parts,
            None => (text, ""),
        };
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        // The digits as printed, with zeros at the end: a limit on the text, so that no text makes `10^scale` overflow.
        let scale = u32::try_from(fraction.len()).ok()?;
        if whole.is_empty() || !digits(whole) || !digits(fraction) || scale > Self::MAX_SCALE {
            return None;
        }
        let mut mantissa = 0i128;
        for digit in text.bytes().filter(u8::is_ascii_digit) {
            mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
        }
        Some(Self::new(mantissa, scale))
    }

    /// Same as `parse_unsigned`, with an optional minus sign.
    pub fn parse(text: &str) -> Option<Self> {
        match text.strip_prefix('-') {
            Some(digits) => Self::parse_unsigned(digits).map(Self::negated),
            None => Self::parse_unsigned(text),
        }
    }

    pub fn negated(self) -> Self {
        Self::new(-self.mantissa, self.scale)
    }

    pub fn absolute(self) -> Self {
        Self { mantissa: self.mantissa.abs(), ..self }
    }

    /// The smaller of two; `None` if their difference is out of range.
    pub fn least(self, other: Self) -> Option<Self> {
        let difference = self.checked_add(other.negated())?;
        Some(if difference.mantissa < 0 { self } else { other })
    }

    /// The place of the last printed digit; of a 1 alone that of the next, as nobody rounds 5000 to 1万.
    pub fn first_of_one(self, place: i32) -> i32 {
        let is_one = self.absolute() == Self::power_of_ten(place).unwrap_or(self) && place > 0;
        if is_one { place - 1 } else { place }
    }

    /// The power of ten of the last digit other than zero.
    pub fn last_place(self) -> i32 {
        let mut mantissa = self.mantissa;
        let mut place = -(self.scale as i32);
        // Zero has no such digit, and would loop for ever; its place is that of its only digit.
        while mantissa != 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            place += 1;
        }
        place
    }

    /// 10^`exponent`, also below zero; `None` if it is out of range.
    pub fn power_of_ten(exponent: i32) -> Option<Self> {
        let digits = 10i128.checked_pow(exponent.unsigned_abs())?;
        Some(if exponent < 0 { Self::new(1, exponent.unsigned_abs()) } else { Self::integer(digits) })
    }

    pub fn checked_add(self, other: Self) -> Option<Self> {
        // At the finer scale nothing is lost; `new` takes the zeros away again, so that equal sums are equal values.
        let scale = self.scale.max(other.scale);
        Some(Self::new(self.at_scale(scale)?.checked_add(other.at_scale(scale)?)?, scale))
    }

    pub fn checked_mul(self, other: Self) -> Option<Self> {
        Some(Self::new(self.mantissa.checked_mul(other.mantissa)?, self.scale + other.scale))
    }

    /// The mantissa with `scale` digits after the point; `None` if the number needs more of them, or it is out of range.
    pub fn at_scale(self, scale: u32) -> Option<i128> {
        let missing = scale.checked_sub(self.scale)?;
        10i128.checked_pow(missing)?.checked_mul(self.mantissa)
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let one = 10u128.pow(self.scale);
        // The sign apart, as -0.5 has the whole part 0, which would print without one.
        let digits = self.mantissa.unsigned_abs();
        write!(f, "{sign}{}", digits / one)?;
        if self.scale > 0 {
            write!(f, ".{:0>width$}", digits % one, width = self.scale as usize)?;
        }
        Ok(())
    }
}
