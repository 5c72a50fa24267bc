//! The arithmetic of [`Bounds`] on numbers of any length, by exact integers.

use std::cmp::Ordering::{Equal, Greater, Less};
use std::ops::Bound::{Excluded, Included, Unbounded};

use num_bigint::BigInt;
use rust_decimal::Decimal;
use yongkang_metrics::Bounds;

/// Most results have more digits than a `Decimal` holds.
#[test]
fn what_no_decimal_holds_is_rounded_to_the_next_on_either_side() {
    let mut random = fastrand::Rng::with_seed(20);
    let mut number = || {
        let length = random.u32(1..97);
        let digits = random.i128(0..1 << length);
        Decimal::from_i128_with_scale(if random.bool() { -digits } else { digits }, random.u32(0..29))
    };
    let mut inexact = 0;
    for _ in 0..30_000 {
        let (a, b) = (number(), number());
        let ((x, p), (y, q)) = ((BigInt::from(a.mantissa()), a.scale()), (BigInt::from(b.mantissa()), b.scale()));
        let ten = |exponent: u32| BigInt::from(10).pow(exponent);
        let sum = (&x * ten(q) + &y * ten(p), ten(p + q));
        let difference = (&x * ten(q) - &y * ten(p), ten(p + q));
        let product = (&x * &y, ten(p + q));
        inexact += assert_nearest(Bounds::from(a) + b, &sum);
        inexact += assert_nearest(Bounds::from(a) - b, &difference);
        inexact += assert_nearest(Bounds::from(a) * b, &product);
        if let Some(ratio) = Bounds::from(a).checked_div(b) {
            let sign = BigInt::from(if b.is_sign_negative() { -1 } else { 1 });
            inexact += assert_nearest(ratio, &(&x * ten(q) * &sign, &y * ten(p) * &sign));
        }
    }
    assert!(inexact > 30_000, "only {inexact} results had to be rounded");
}

/// That an interval about an exact number is as narrow as can be; gives 1 where it has a width.
fn assert_nearest(found: Bounds, (numerator, denominator): &(BigInt, BigInt)) -> u32 {
    let cmp = |end: Decimal| {
        (numerator * BigInt::from(10).pow(end.scale())).cmp(&(BigInt::from(end.mantissa()) * denominator))
    };
    match (found.lower(), found.upper()) {
        (Included(lower), Included(upper)) => {
            assert!(lower == upper && cmp(lower) == Equal, "{found}");
            return 0;
        }
        (Excluded(lower), Excluded(upper)) => {
            assert!(cmp(lower) == Greater && cmp(upper) == Less, "{found}");
            assert!(next_above(lower) >= upper, "{found} is wider than need be");
        }
        (Excluded(lower), Unbounded) => assert!(lower == Decimal::MAX && cmp(lower) == Greater, "{found}"),
        (Unbounded, Excluded(upper)) => assert!(upper == Decimal::MIN && cmp(upper) == Less, "{found}"),
        _ => panic!("{found}"),
    }
    1
}

/// The next number above that a `Decimal` holds: with as many digits after the point as there is room for.
fn next_above(mut number: Decimal) -> Decimal {
    number.rescale(Decimal::MAX_SCALE);
    let digits = number.mantissa() + 1;
    // Below zero the next number may have one digit more.
    Decimal::try_from_i128_with_scale(digits, number.scale()).unwrap_or(Decimal::MAX)
}
