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

const NINE_DIGITS: i128 = 1_000_000_000;

#[inline]
pub fn add(a: Decimal, b: Decimal, toward: Toward) -> Rounded {
    let (a, b) = if a.scale() < b.scale() { (a, b) } else { (b, a) };
    let unit = 10i128.pow(b.scale() - a.scale());
    if let Some(sum) = a.mantissa().checked_mul(unit).and_then(|a| a.checked_add(b.mantissa())) {
        return round(sum, 0, 1, b.scale() as i32, toward);
    }
    // To scale the coarser one up would overflow: the finer one is cut to the coarser scale, and the rest kept as a fraction.
    let (whole, part) = divided(b.mantissa(), unit);
    round(a.mantissa() + whole, part, unit, a.scale() as i32, toward)
}

#[inline]
pub fn mul(a: Decimal, b: Decimal, toward: Toward) -> Rounded {
    // All signs go to `a`, so that the digits of `b` are taken off a number that is not negative.
    let (a, mut b, mut scale) = (signed_by(a, b), b.mantissa().abs(), (a.scale() + b.scale()) as i32);
    if let Some(product) = a.checked_mul(b) {
        return round(product, 0, 1, scale, toward);
    }
    // A product may have 192 bits. Then it is built from nine digits of `b` at a time, the last first, as on paper: the nine
    // digits that are final each time go to the fraction, and the rest stays below 2^127.
    let (mut whole, mut part, mut unit) = (0, 0, 1);
    while b != 0 {
        let (rest, digits) = divided(whole + a * (b % NINE_DIGITS), NINE_DIGITS);
        (whole, part) = (rest, part + digits * unit);
        (b, unit, scale) = (b / NINE_DIGITS, unit * NINE_DIGITS, scale - 9);
    }
    round(whole, part, unit, scale, toward)
}

/// `b` is not zero.
#[inline]
pub fn div(a: Decimal, b: Decimal, toward: Toward) -> Rounded {
    let (x, y) = (signed_by(a, b), b.mantissa().abs());
    let (whole, part) = divided(x, y);
    round(whole, part, y, a.scale() as i32 - b.scale() as i32, toward)
}

/// The quotient by a positive number, rounded down, and what is left: by one division, which of 128 bits takes long.
#[inline]
fn divided(x: i128, y: i128) -> (i128, i128) {
    let whole = x / y;
    let part = x - whole * y;
    if part < 0 { (whole - 1, part + y) } else { (whole, part) }
}

/// Negates, without making -0.
#[inline]
pub fn negative(x: Decimal) -> Decimal {
    if x.is_zero() { x.abs() } else { -x }
}

/// The digits of `a`, with the sign that a product with `b` has.
#[inline]
fn signed_by(a: Decimal, b: Decimal) -> i128 {
    a.mantissa() * b.mantissa().signum()
}

/// The `Decimal` next to (`whole` + `part` / `unit`) × 10^-`scale` on the side that is asked for, where 0 ≤ `part` < `unit`.
///
/// `whole` is rounded down also below zero, so that what was dropped is never negative: one rule serves both signs.
#[inline]
fn round(mut whole: i128, mut part: i128, unit: i128, mut scale: i32, toward: Toward) -> Rounded {
    // `Decimal` has 96 bits, and to 96 bits nine digits may be added before the end of an i128.
    let fits = |digits: i128| digits.unsigned_abs() >> 96 == 0;
    // Long division: nine digits a turn where there are more and all have room, and then a digit a turn.
    let is_long = part != 0 && fits(unit) && NINE_DIGITS % unit != 0;
    while is_long && part != 0 && scale + 9 <= Decimal::MAX_SCALE as i32 && fits(whole) && fits(whole * NINE_DIGITS) {
        let (digits, rest) = divided(part * NINE_DIGITS, unit);
        (whole, part, scale) = (whole * NINE_DIGITS + digits, rest, scale + 9);
    }
    while fits(whole) && (scale < 0 || part != 0 && scale < Decimal::MAX_SCALE as i32) {
        let (digit, rest) = divided(part * 10, unit);
        (whole, part, scale) = (whole * 10 + digit, rest, scale + 1);
    }
    // That may have been a digit too many, also as rounding up may make one more of 99…9.
    let mut exact = part == 0;
    loop {
        let digits = whole + i128::from(!exact && toward == Toward::Positive);
        if fits(digits) && (0..=Decimal::MAX_SCALE as i32).contains(&scale) {
            let value = Decimal::from_i128_with_scale(digits, scale as u32).normalize();
            return Rounded { value: Some(value), exact };
        }
        if scale <= 0 {
            // Away from zero there is no `Decimal`; toward it there is the largest.
            let value = match toward {
                Toward::Negative => (digits > 0).then_some(Decimal::MAX),
                Toward::Positive => (digits < 0).then_some(Decimal::MIN),
            };
            return Rounded { value, exact: false };
        }
        exact &= whole % 10 == 0;
        (whole, scale) = (whole.div_euclid(10), scale - 1);
    }
}
