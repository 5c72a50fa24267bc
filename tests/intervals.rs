//! Brute force over the arithmetic of [`Bounds`]: no value that an operation can have escapes the result, and one that was any
//! narrower would be escaped.
//!
//! ```text
//! YONGKANG_INTERVALS=25 cargo test --release --test intervals
//! ```
//!
//! sets how many numbers the ends are taken from (9, unless told).

use std::cmp::Ordering::{self, Equal, Greater, Less};
use std::ops::Bound::{self, Excluded, Included, Unbounded};

use num_bigint::BigInt;
use rust_decimal::Decimal;
use yongkang_metrics::Bounds;

/// An exact number, `.0 / .1`, where `.1` is greater than zero: the oracle computes with nothing else.
#[derive(Clone, Copy, Debug)]
struct Fraction(i128, i128);

impl Fraction {
    fn new(numerator: i128, denominator: i128) -> Self {
        Self(numerator * denominator.signum(), denominator.abs())
    }

    /// How it compares to a decimal.
    fn cmp(self, other: Decimal) -> Ordering {
        let ten = 10i128.pow(other.scale());
        match (self.0.checked_mul(ten), other.mantissa().checked_mul(self.1)) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => (BigInt::from(self.0) * ten).cmp(&(BigInt::from(other.mantissa()) * self.1)),
        }
    }
}

/// What is near to an end, and what is far away, in the same units as `SCALE`: a member of an interval is a whole number of them.
const SCALE: i128 = 1_000_000;

/// How many numbers the ends are taken from: 0, and halves about it.
fn numbers() -> Vec<i128> {
    let wanted = std::env::var("YONGKANG_INTERVALS").ok();
    let wanted = wanted.map_or(9, |text| text.parse().expect("YONGKANG_INTERVALS is a number"));
    let mut numbers: Vec<i128> =
        (0..wanted).map(|i| (i + 1) / 2 * if i % 2 == 0 { SCALE / 2 } else { -3 * SCALE / 4 }).collect();
    numbers.sort_unstable();
    numbers
}

/// All intervals with ends of every kind at these numbers.
fn intervals(numbers: &[i128]) -> Vec<Bounds> {
    let number = |units: &i128| Decimal::from_i128_with_scale(*units, 6);
    let mut ends = vec![Unbounded];
    ends.extend(numbers.iter().flat_map(|at| [Included(number(at)), Excluded(number(at))]));
    ends.iter().flat_map(|lower| ends.iter().filter_map(|upper| Bounds::new((*lower, *upper)))).collect()
}

/// Members of an interval in units: its ends or, where they are excluded, what is next to them; far out where there are none; and
/// what lies about zero and between.
fn members(bounds: Bounds) -> Vec<i128> {
    let units =
        |end: Decimal| (end * Decimal::from(SCALE)).mantissa() / 10i128.pow((end * Decimal::from(SCALE)).scale());
    let far = 1_000_000 * SCALE;
    let lower = match bounds.lower() {
        Included(end) => units(end),
        Excluded(end) => units(end) + 1,
        Unbounded => -far,
    };
    let upper = match bounds.upper() {
        Included(end) => units(end),
        Excluded(end) => units(end) - 1,
        Unbounded => far,
    };
    let between = [-1, 0, 1, (lower + upper) / 2].into_iter().filter(|at| (lower..=upper).contains(at));
    [lower, upper].into_iter().chain(between).collect()
}

/// How near a value must come to an end so that nothing narrower would do: the next members are a millionth off, and a factor or
/// divisor is a few units or the half of one.
const NEAR: Decimal = Decimal::from_parts(100, 0, 0, false, 6);
/// What a missing end must be exceeded by.
const FAR: Decimal = Decimal::from_parts(100, 0, 0, false, 0);

fn assert_tight(result: Bounds, values: &[Fraction], asked: &str) {
    for value in values {
        let lower_holds = match result.lower() {
            Included(end) => value.cmp(end) != Less,
            Excluded(end) => value.cmp(end) == Greater,
            Unbounded => true,
        };
        let upper_holds = match result.upper() {
            Included(end) => value.cmp(end) != Greater,
            Excluded(end) => value.cmp(end) == Less,
            Unbounded => true,
        };
        assert!(lower_holds && upper_holds, "{asked} = {result}; {value:?} escapes");
    }
    let reached = |end: Bound<Decimal>, near: Decimal, inside: Ordering, far: Decimal| match end {
        Included(end) => values.iter().any(|value| value.cmp(end) == Equal),
        Excluded(end) => values.iter().any(|value| value.cmp(end + near) != inside),
        Unbounded => values.iter().any(|value| value.cmp(far) != inside),
    };
    assert!(reached(result.lower(), NEAR, Greater, -FAR), "{asked} = {result}; its lower end is too low");
    assert!(reached(result.upper(), -NEAR, Less, FAR), "{asked} = {result}; its upper end is too high");
}

/// Each operation on every pair of intervals.
#[test]
fn no_value_escapes_and_no_end_is_too_far() {
    let all = intervals(&numbers());
    let mut cases = 0;
    for a in &all {
        let xs = members(*a);
        assert_tight(-*a, &xs.iter().map(|x| Fraction::new(-x, SCALE)).collect::<Vec<_>>(), &format!("-({a})"));
        for b in &all {
            let ys = members(*b);
            let values = |of: fn(i128, i128) -> Fraction| -> Vec<Fraction> {
                xs.iter().flat_map(|x| ys.iter().map(move |y| of(*x, *y))).collect()
            };
            assert_tight(*a + *b, &values(|x, y| Fraction::new(x + y, SCALE)), &format!("({a}) + ({b})"));
            assert_tight(*a - *b, &values(|x, y| Fraction::new(x - y, SCALE)), &format!("({a}) - ({b})"));
            assert_tight(*a * *b, &values(|x, y| Fraction::new(x * y, SCALE * SCALE)), &format!("({a}) * ({b})"));
            match a.checked_div(*b) {
                Some(result) => assert_tight(result, &values(Fraction::new), &format!("({a}) / ({b})")),
                None => assert!(ys.contains(&0), "({a}) / ({b}) is refused, and no divisor is zero"),
            }
            cases += 4;
        }
    }
    println!("{} intervals, {cases} operations", all.len());
    assert!(cases >= 100_000, "only {cases} cases");
}

/// Each comparison and operation of sets on every pair of intervals, by their members.
#[test]
fn comparisons_and_sets_are_those_of_the_members() {
    let all = intervals(&numbers());
    let mut cases = 0;
    for a in &all {
        let xs = members(*a);
        for b in &all {
            let ys = members(*b);
            let asked = format!("({a}) and ({b})");
            let some = |holds: fn(&i128, &i128) -> bool| xs.iter().any(|x| ys.iter().any(|y| holds(x, y)));
            // A millionth is not enough between two that are excluded at one place: members are as near as one likes.
            let touch =
                a.upper() != Unbounded && a.upper() == b.lower() || b.upper() != Unbounded && b.upper() == a.lower();
            if !touch {
                assert_eq!(a.possibly_less(*b), some(|x, y| x < y), "{asked}");
                assert_eq!(a.possibly_greater(*b), some(|x, y| x > y), "{asked}");
                assert_eq!(a.certainly_less(*b), !some(|x, y| x >= y), "{asked}");
                assert_eq!(a.certainly_greater(*b), !some(|x, y| x <= y), "{asked}");
            }
            let within = |x: &i128, bounds: Bounds| bounds.contains(Decimal::from_i128_with_scale(*x, 6));
            let shared = xs.iter().chain(&ys).filter(|x| within(x, *a) && within(x, *b));
            match a.intersection(*b) {
                Some(both) => {
                    assert!(both.is_subset(*a) && both.is_subset(*b) && !a.is_disjoint(*b), "{asked}");
                    assert!(shared.clone().all(|x| within(x, both)), "{asked}");
                    // What is an end of it is an end of one of the two.
                    assert!([a.lower(), b.lower()].contains(&both.lower()), "{asked}");
                    assert!([a.upper(), b.upper()].contains(&both.upper()), "{asked}");
                }
                None => assert!(a.is_disjoint(*b) && shared.count() == 0, "{asked}"),
            }
            let hull = a.hull(*b);
            assert!(a.is_subset(hull) && b.is_subset(hull), "{asked}");
            assert!([a.lower(), b.lower()].contains(&hull.lower()), "{asked}");
            assert!([a.upper(), b.upper()].contains(&hull.upper()), "{asked}");
            assert_eq!(a.is_subset(*b), xs.iter().all(|x| within(x, *b)) && a.hull(*b) == *b, "{asked}");
            cases += 1;
        }
    }
    assert!(cases >= 10_000, "only {cases} cases");
}

/// Numbers of any length, where most results have more digits than a `Decimal` holds.
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

#[test]
fn width_midpoint_and_radius_hold_all_members() {
    for bounds in intervals(&numbers()) {
        let (Some(width), Some(middle), Some(radius)) = (bounds.width(), bounds.midpoint(), bounds.radius()) else {
            assert!([bounds.lower(), bounds.upper()].contains(&Unbounded), "{bounds}");
            assert_eq!((bounds.width(), bounds.radius(), bounds.relative_error()), (None, None, None));
            continue;
        };
        assert_eq!(width, radius * Decimal::TWO, "{bounds}");
        let closed = Bounds::new(middle - radius..=middle + radius).expect("a radius is not negative");
        assert!(bounds.is_subset(closed) && closed.width() == Some(width), "{bounds}");
        assert_eq!(bounds.relative_error().is_none(), middle.is_zero(), "{bounds}");
    }
}
