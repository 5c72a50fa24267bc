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
    fn cmp(self, decimal: Decimal) -> Ordering {
        let (mut a, mut b) = (self, Self(decimal.mantissa(), 10i128.pow(decimal.scale())));
        // Cross products may overflow, so it compares the whole parts and then, while those are the same, the rests turned over, of
        // which the larger is that of the smaller.
        loop {
            let whole = a.0.div_euclid(a.1).cmp(&b.0.div_euclid(b.1));
            let (rest, other) = (a.0.rem_euclid(a.1), b.0.rem_euclid(b.1));
            if whole != Equal || rest == 0 || other == 0 {
                return whole.then(rest.cmp(&other));
            }
            (a, b) = (Self(b.1, other), Self(a.1, rest));
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
            assert_eq!(a.is_subset(*b), xs.iter().all(|x| within(x, *b)) && a.intersection(*b) == Some(*a), "{asked}");
            cases += 1;
        }
    }
    assert!(cases >= 10_000, "only {cases} cases");
}
