use yongkang_metrics::{Bounds, Decimal, Estimate};

use crate::{random, read, some_decimal};

#[test]
fn the_value_is_within_the_bounds() {
    let bounds = Bounds::new(Decimal::ONE..Decimal::TEN).expect("in order");
    for (value, is_within) in [("0.9", false), ("1", true), ("5", true), ("10", true), ("10.1", false)] {
        assert_eq!(Estimate::new(read(value), bounds).is_some(), is_within, "{value}");
    }
    let mut random = random();
    for _ in 0..2_000 {
        let [x, y] = [(); 2].map(|()| {
            let (a, b) = (some_decimal(&mut random), some_decimal(&mut random));
            let bounds = Bounds::new(a.min(b)..=a.max(b)).expect("in order");
            Estimate::new((a + b) / Decimal::TWO, bounds).expect("in the middle")
        });
        let results =
            [x.checked_add(y), x.checked_sub(y), x.checked_mul(y), x.checked_div(y), Some(x.round_dp(1)), Some(-x)];
        for result in results.into_iter().flatten() {
            assert_eq!(Estimate::new(result.value(), result.bounds()), Some(result), "{x} and {y}");
        }
    }
}

#[test]
fn zero_has_no_sign() {
    assert_eq!((-Bounds::from(0)).to_string(), "exactly 0");
    assert_eq!((-Estimate::from(0)).to_string(), "0");
    assert_eq!((1 - Estimate::from(1)) * -2, Estimate::from(0));
}

#[test]
fn numbers_stand_on_either_side() {
    let bounds = Bounds::new(Decimal::ONE..=Decimal::TWO).expect("in order");
    let x = Estimate::new(Decimal::ONE, bounds).expect("at an end");
    for (found, expected) in [
        (1 + x, "2 (2 to 3)"),
        (x + 1_u64, "2 (2 to 3)"),
        (Decimal::ONE - x, "0 (-1 to 0)"),
        (x - 1, "0 (0 to 1)"),
        (2_i64 * x, "2 (2 to 4)"),
        (x * 2, "2 (2 to 4)"),
        (1 / x, "1 (0.5 to 1)"),
        (x / Decimal::ONE, "1 (1 to 2)"),
        ([x, x].iter().sum(), "2 (2 to 4)"),
    ] {
        assert_eq!(found.to_string(), expected);
    }
}
