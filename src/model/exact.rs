//! Exact decimal numbers, as far as a table of figures needs them.

use std::fmt;

/// `mantissa` × 10^-`scale`, without trailing zeros after the point, so that equal numbers are equal values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

    /// Reads digits with at most one point among them; `None` for anything else, or too much of it.
    pub fn parse_unsigned(text: &str) -> Option<Self> {
        let (whole, fraction) = match text.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (text, ""),
        };
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
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

    /// As `parse_unsigned`, with an optional minus sign.
    pub fn parse(text: &str) -> Option<Self> {
        match text.strip_prefix('-') {
            Some(digits) => Self::parse_unsigned(digits).map(Self::negated),
            None => Self::parse_unsigned(text),
        }
    }

    pub fn negated(self) -> Self {
        Self::new(-self.mantissa, self.scale)
    }

    pub fn checked_mul(self, other: Self) -> Option<Self> {
        Some(Self::new(self.mantissa.checked_mul(other.mantissa)?, self.scale + other.scale))
    }

    /// The mantissa that this number has with `scale` digits after the point; `None` if it needs
    /// more of them, or does not fit.
    pub fn at_scale(self, scale: u32) -> Option<i128> {
        let missing = scale.checked_sub(self.scale)?;
        10i128.checked_pow(missing)?.checked_mul(self.mantissa)
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let scale = self.scale as usize;
        let digits = format!("{:0>width$}", self.mantissa.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let point = if scale > 0 { "." } else { "" };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}
