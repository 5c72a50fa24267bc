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
            Estimate::new(bounds.midpoint().expect("two ends"), bounds).expect("in the middle")
        });
        let results = [x.checked_add(y), x.checked_sub(y), x.checked_mul(y), x.checked_div(y), Some(x.round_dp(1))];
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
