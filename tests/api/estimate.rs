use yongkang_metrics::unit::{Percent, Yuan};
use yongkang_metrics::{Bounds, Decimal, Estimate, Metric, MetricSet, Quantity};

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

macro_rules! prints {
    ($($Type:ty: $($value:expr => $expected:literal),+;)+) => {$($(
        let found: $Type = $value;
        assert_eq!(found.to_string(), $expected, stringify!($value));
    )+)+};
}

#[test]
fn numbers_stand_on_either_side() {
    let bounds = Bounds::new(Decimal::ONE..=Decimal::TWO).expect("in order");
    let x = Estimate::new(Decimal::ONE, bounds).expect("at an end");
    let relief = Metric::FIVE_REDUCTIONS_RELIEF.quantity::<Yuan>().expect("in yuan");
    let growth = Metric::FOREIGN_TRADE_GROWTH.quantity::<Percent>().expect("in percent");
    let (mut sum, mut factor, mut interval) = (x, relief, bounds);
    sum += 1;
    sum += x;
    sum -= Decimal::ONE;
    factor *= 2;
    factor /= Estimate::from(4);
    factor -= factor;
    interval += 1;
    interval -= bounds;
    interval *= 2_u64;
    interval /= 4;
    prints! {
        Estimate: 1 + x => "2 (2 to 3)",
        x + 1_u64 => "2 (2 to 3)",
        Decimal::ONE - x => "0 (-1 to 0)",
        100_u64 - x => "99 (98 to 99)",
        x - 1 => "0 (0 to 1)",
        2_i64 * x => "2 (2 to 4)",
        x * 2 => "2 (2 to 4)",
        1 / x => "1 (0.5 to 1)",
        3_usize / x => "3 (1.5 to 3)",
        x / Decimal::ONE => "1 (1 to 2)",
        -x => "-1 (-2 to -1)",
        [x, x].iter().sum::<Estimate>() => "2 (2 to 4)",
        [x, x].into_iter().sum::<Estimate>() => "2 (2 to 4)",
        sum => "2 (2 to 4)";
        Quantity<Yuan>: 2 * relief => "5340000000 yuan (5330000000 to 5350000000)",
        Decimal::TWO * relief => "5340000000 yuan (5330000000 to 5350000000)",
        3_u32 * Quantity::<Yuan>::exact(Decimal::ONE) => "3 yuan",
        factor => "0 yuan (-5000000 to 5000000)";
        Bounds: 1 + bounds => "2 to 3",
        1_u32 - bounds => "-1 to 0",
        Decimal::TWO * bounds => "2 to 4",
        1_i64 / bounds => "0.5 to 1",
        bounds / 2 => "0.5 to 1",
        bounds / bounds => "0.5 to 2",
        -bounds => "-2 to -1",
        [bounds, bounds].into_iter().sum::<Bounds>() => "2 to 4",
        interval => "0 to 1";
    }
    assert_eq!((-growth).to_string(), "-33 percent (-33.5 to -32.5)");
    let set = MetricSet::from([Metric::FOREIGN_TRADE_TOTAL, Metric::MARKET_ENTITIES]);
    assert_eq!((set - Metric::MARKET_ENTITIES).to_string(), "foreign-trade-total");
}

#[test]
#[should_panic(expected = "the divisor may be zero")]
fn bounds_by_what_may_be_zero() {
    let _ = Bounds::from(1) / Bounds::new(Decimal::NEGATIVE_ONE..Decimal::ONE).expect("in order");
}

#[test]
fn ends_are_numbers() {
    let five = Decimal::from(5);
    for (bounds, ends) in [
        (Bounds::new(five..), [Some(five), None]),
        (Bounds::new(..five), [None, Some(five)]),
        (Bounds::new(..), [None, None]),
        (Bounds::new(Decimal::ONE..five), [Some(Decimal::ONE), Some(five)]),
    ] {
        assert_eq!(bounds.expect("in order").ends(), ends);
    }
}
