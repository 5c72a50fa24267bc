//! Decimal arithmetic that is exact, or rounded to the side that is asked for: IEEE 754's roundTowardNegative and
//! roundTowardPositive, which `Decimal`'s own operators do not offer.

use rust_decimal::Decimal;

/// The side to which a result is rounded that no `Decimal` holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    Negative,
    Positive,
}

/// A result, and whether it is exact.
pub struct Rounded {
    /// `None` if there is no `Decimal` on that side: the result is beyond the largest.
    pub value: Option<Decimal>,
    pub exact: bool,
}

#[inline]
pub fn add(a: Decimal, b: Decimal, toward: Toward) -> Rounded {
    let scale = a.scale().max(b.scale());
    let aligned = |x: Decimal| Wide::new(digits(x)).times_ten_to(scale - x.scale());
    let (x, y) = (aligned(a), aligned(b));
    let (negative, sum) = match (a.is_sign_negative() == b.is_sign_negative(), x.is_less(y)) {
        (true, _) => (a.is_sign_negative(), x.plus(y)),
        (false, false) => (a.is_sign_negative(), x.minus(y)),
        (false, true) => (b.is_sign_negative(), y.minus(x)),
    };
    round(negative, sum, scale, true, toward)
}

#[inline]
pub fn mul(a: Decimal, b: Decimal, toward: Toward) -> Rounded {
    let negative = a.is_sign_negative() != b.is_sign_negative();
    round(negative, Wide::new(digits(a)).times(digits(b)), a.scale() + b.scale(), true, toward)
}

/// Of zero there is only one.
#[inline]
pub fn negative(x: Decimal) -> Decimal {
    if x.is_zero() { x.abs() } else { -x }
}

/// `b` is not zero.
#[inline]
pub fn div(a: Decimal, b: Decimal, toward: Toward) -> Rounded {
    let negative = a.is_sign_negative() != b.is_sign_negative();
    let divisor = digits(b);
    // Long division, a digit a turn, as long as there is a remainder and room for a digit.
    let (mut quotient, mut rest) = (digits(a) / divisor, digits(a) % divisor);
    let mut missing = b.scale().saturating_sub(a.scale()); // zeros before the point
    let mut scale = a.scale().saturating_sub(b.scale());
    while missing > 0 || rest != 0 && scale < Decimal::MAX_SCALE {
        let longer = quotient * 10 + rest * 10 / divisor;
        if longer >> 96 != 0 && missing == 0 {
            break;
        }
        if longer >> 96 != 0 {
            return too_large(negative, toward);
        }
        (quotient, rest) = (longer, rest * 10 % divisor);
        (missing, scale) = if missing > 0 { (missing - 1, 0) } else { (0, scale + 1) };
    }
    round(negative, Wide::new(quotient), scale, rest == 0, toward)
}

#[inline]
fn digits(x: Decimal) -> u128 {
    x.mantissa().unsigned_abs()
}

/// Drops as many digits as it takes until a `Decimal` holds the number; `exact` if none was dropped before.
#[inline]
fn round(negative: bool, mut digits: Wide, mut scale: u32, mut exact: bool, toward: Toward) -> Rounded {
    while scale > Decimal::MAX_SCALE || digits.decimal().is_none() {
        if scale == 0 {
            return too_large(negative, toward);
        }
        let (shorter, last) = digits.divided_by_ten();
        (digits, scale, exact) = (shorter, scale - 1, exact && last == 0);
    }
    let away_from_zero = negative == (toward == Toward::Negative);
    if !exact && away_from_zero {
        digits = digits.plus(Wide::new(1));
        if digits.decimal().is_none() {
            if scale == 0 {
                return too_large(negative, toward);
            }
            // 2^96 ends with a 6, so a place less is rounded away from zero too.
            (digits, scale) = (digits.divided_by_ten().0.plus(Wide::new(1)), scale - 1);
        }
    }
    let digits = digits.decimal().expect("as many digits as a Decimal holds are left");
    Rounded { value: Some(signed(negative, digits, scale)), exact }
}

/// Away from zero there is no `Decimal`; toward it there is the largest.
#[inline]
fn too_large(negative: bool, toward: Toward) -> Rounded {
    let value = match (negative, toward) {
        (true, Toward::Positive) => Some(Decimal::MIN),
        (false, Toward::Negative) => Some(Decimal::MAX),
        _ => None,
    };
    Rounded { value, exact: false }
}

#[inline]
fn signed(negative: bool, digits: u128, scale: u32) -> Decimal {
    let digits = i128::try_from(digits).expect("96 bits");
    Decimal::from_i128_with_scale(if negative { -digits } else { digits }, scale).normalize()
}

/// A whole number of up to 256 bits, in words of 64, the lowest first: what sums and products of two `Decimal`s need.
#[derive(Clone, Copy)]
struct Wide([u64; 4]);

impl Wide {
    #[inline]
    fn new(x: u128) -> Self {
        Self([x as u64, (x >> 64) as u64, 0, 0])
    }

    /// The number, if it fits into the 96 bits of a `Decimal`.
    #[inline]
    fn decimal(self) -> Option<u128> {
        let [low, high, rest @ ..] = self.0;
        (rest == [0; 2] && high >> 32 == 0).then_some(u128::from(high) << 64 | u128::from(low))
    }

    #[inline]
    fn is_less(self, other: Self) -> bool {
        self.0.iter().rev().lt(other.0.iter().rev())
    }

    #[inline]
    fn plus(mut self, other: Self) -> Self {
        let mut carry = 0;
        for (word, other) in self.0.iter_mut().zip(other.0) {
            let sum = u128::from(*word) + u128::from(other) + carry;
            (*word, carry) = (sum as u64, sum >> 64);
        }
        self
    }

    /// `other` is not larger.
    #[inline]
    fn minus(mut self, other: Self) -> Self {
        let mut borrow = false;
        for (word, other) in self.0.iter_mut().zip(other.0) {
            let (less, first) = word.overflowing_sub(other);
            let (less, second) = less.overflowing_sub(u64::from(borrow));
            (*word, borrow) = (less, first || second);
        }
        self
    }

    #[inline]
    fn times_word(mut self, factor: u64) -> Self {
        let mut carry = 0;
        for word in &mut self.0 {
            let product = u128::from(*word) * u128::from(factor) + carry;
            (*word, carry) = (product as u64, product >> 64);
        }
        self
    }

    #[inline]
    fn times(self, factor: u128) -> Self {
        let [a, b, c, _] = self.times_word((factor >> 64) as u64).0;
        self.times_word(factor as u64).plus(Self([0, a, b, c]))
    }

    #[inline]
    fn times_ten_to(self, exponent: u32) -> Self {
        self.times(10u128.pow(exponent))
    }

    #[inline]
    fn divided_by_ten(mut self) -> (Self, u64) {
        let mut rest = 0;
        for word in self.0.iter_mut().rev() {
            let part = u128::from(rest) << 64 | u128::from(*word);
            (*word, rest) = ((part / 10) as u64, (part % 10) as u64);
        }
        (self, rest)
    }
}
