use std::collections::HashSet;
use std::panic::catch_unwind;

use yongkang_metrics::unit::{Percent, Person, Rank, Yuan, YuanPerMu};
use yongkang_metrics::{Bounds, Decimal, Estimate, Quantity, Unit};

use crate::{random, read, some_decimal};

fn yuan(value: Decimal) -> Quantity<Yuan> {
    Quantity::exact(value)
}

#[test]
fn what_is_exact_computes_and_compares_as_its_value() {
    let mut random = random();
    let mut pairs = vec![(Decimal::ZERO, Decimal::ZERO), (Decimal::MAX, Decimal::MIN)];
    pairs.extend((0..1000).map(|_| (some_decimal(&mut random), some_decimal(&mut random))));
    for (a, b) in pairs {
        let (x, y) = (yuan(a), yuan(b));
        assert_eq!((x.value(), x.unit()), (a, Unit::Yuan));
        assert_eq!(((x + y).value(), (x - -y).value()), (a + b, a - -b));
        assert_eq!((x.checked_add(y), x.checked_sub(-y)), (Some(x + y), Some(x - -y)));
        let (mut sum, mut difference) = (x, x);
        sum += y;
        difference -= -y;
        assert_eq!((sum, difference), (x + y, x - -y));
        assert_eq!((x.certainly_less(y), x.certainly_greater(y)), (a < b, a > b));
        assert_eq!(x == y, a == b);
    }
    assert_eq!(HashSet::from(["1.0", "1.00"].map(|text| yuan(read(text)))).len(), 1);
}

#[test]
fn sum_takes_values_and_references() {
    let mut random = random();
    let values: Vec<Decimal> = (0..1000).map(|_| some_decimal(&mut random)).collect();
    let quantities: Vec<_> = values.iter().copied().map(yuan).collect();
    let expected = yuan(values.iter().sum());
    assert_eq!(quantities.iter().sum::<Quantity<Yuan>>(), expected);
    assert_eq!(quantities.into_iter().sum::<Quantity<Yuan>>(), expected);
    assert_eq!(Quantity::default(), yuan(Decimal::ZERO));
}

type Computation = fn() -> Quantity<Yuan>;

#[test]
fn out_of_range_is_none_or_a_panic_that_says_so() {
    let (most, least, one) = (yuan(Decimal::MAX), yuan(Decimal::MIN), yuan(Decimal::ONE));
    assert_eq!((most.checked_add(one), least.checked_sub(one), most.checked_sub(least)), (None, None, None));
    assert_eq!(most.checked_add(yuan(Decimal::ZERO)), Some(most));
    assert_eq!(most.checked_sub(one), Some(yuan(Decimal::MAX - Decimal::ONE)));

    let (too_large, zero) = ("out of the range of `Decimal`", "the divisor may be zero");
    let computations: [(&str, Computation); 6] = [
        (too_large, || yuan(Decimal::MAX) + yuan(Decimal::ONE)),
        (too_large, || yuan(Decimal::MIN) - yuan(Decimal::ONE)),
        (too_large, || [yuan(Decimal::MAX); 2].iter().sum()),
        (too_large, || {
            let mut most = yuan(Decimal::MAX);
            most += yuan(Decimal::ONE);
            most
        }),
        (too_large, || {
            let mut least = yuan(Decimal::MIN);
            least -= yuan(Decimal::ONE);
            least
        }),
        (zero, || yuan(Decimal::ONE) / about(0).estimate()),
    ];
    for (expected, compute) in computations {
        let panic = catch_unwind(compute).expect_err("it panics");
        let message = panic.downcast::<String>().expect("a message");
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn ratio_is_how_many_times_and_none_to_zero_or_out_of_range() {
    for (a, b, expected) in
        [("3", "2", Some("1.5")), ("-3", "2", Some("-1.5")), ("0", "2", Some("0")), ("1", "0", None), ("0", "0", None)]
    {
        let expected = expected.map(|times| Estimate::exact(read(times)));
        assert_eq!(yuan(read(a)).ratio(yuan(read(b))), expected, "{a} to {b}");
    }
    assert_eq!(yuan(Decimal::MAX).ratio(yuan(read("0.1"))), None);
    let rate = |value: i64| Quantity::<YuanPerMu>::exact(value.into());
    assert_eq!(rate(20_000).ratio(rate(10_000)), Some(2.into()));
}

#[test]
fn display_prints_the_value_and_the_name_of_the_unit_for_one_or_for_more() {
    for (value, expected) in [
        ("29", "29 persons"),
        ("1", "1 person"),
        ("1.0", "1 person"),
        ("0", "0 persons"),
        ("-1", "-1 persons"),
        ("1.5", "1.5 persons"),
    ] {
        assert_eq!(Quantity::<Person>::exact(read(value)).to_string(), expected);
    }
    assert_eq!(Quantity::<YuanPerMu>::exact(read("-0.50")).to_string(), "-0.5 yuan per mu");
}

#[test]
fn ranks_and_percentages_compare() {
    let rank = |value: i64| Quantity::<Rank>::exact(value.into());
    assert!(rank(24).certainly_less(rank(47)));
    let percent = |value: i64| Quantity::<Percent>::exact(value.into());
    assert!(percent(33).certainly_greater(percent(-1)));
}

/// About a number, to within one either way.
fn about(value: i64) -> Quantity<Yuan> {
    let bounds = Bounds::new(Decimal::from(value - 1)..=Decimal::from(value + 1)).expect("in order");
    Quantity::new(value.into(), bounds).expect("in the middle")
}

#[test]
fn bounds_go_where_the_values_go() {
    let (ten, three) = (about(10), about(3));
    for (quantity, expected) in [
        (ten + three, "13 yuan (11 to 15)"),
        (ten - three, "7 yuan (5 to 9)"),
        ([ten, three, three].iter().sum(), "16 yuan (13 to 19)"),
        (ten * 3, "30 yuan (27 to 33)"),
        (ten * three.estimate(), "30 yuan (18 to 44)"),
        (ten / 2, "5 yuan (4.5 to 5.5)"),
        (ten / three.estimate(), "3.3333333333333333333333333333 yuan (2.25 to 5.5)"),
        (ten - ten, "0 yuan (-2 to 2)"),
        (-ten, "-10 yuan (-11 to -9)"),
        (-yuan(Decimal::ZERO), "0 yuan"),
        ((ten / 3).round_dp(1), "3.3 yuan (3 or more, less than 3.7)"),
        (ten + yuan(Decimal::ONE), "11 yuan (10 to 12)"),
    ] {
        assert_eq!(quantity.to_string(), expected);
    }
    assert_eq!((ten.checked_mul(3), ten.checked_div(2)), (Some(ten * 3), Some(ten / 2)));
    assert_eq!(ten.ratio(three).expect("never zero").bounds().to_string(), "2.25 to 5.5");
    assert_eq!(ten.ratio(about(1)), None, "the divisor may be zero");
    assert_eq!(ten.checked_div(about(0).estimate()), None);
}

#[test]
fn debug_shows_value_and_bounds() {
    let shown = "Quantity { value: 10, bounds: Bounds { lower: Included(9), upper: Included(11) } }";
    assert_eq!(format!("{:?}", about(10)), shown);
}

#[test]
fn neither_of_two_that_overlap_is_certainly_less() {
    assert!(!about(3).certainly_less(about(5)) && about(3).certainly_less(about(6)));
    assert!(!about(5).certainly_greater(about(3)) && about(6).certainly_greater(about(3)));
}

#[test]
fn a_quantity_is_multiplied_divided_and_negated_as_its_estimate_is() {
    let bounds = Bounds::new(Decimal::ONE..Decimal::TEN).expect("an interval");
    let estimate = Estimate::new(Decimal::TWO, bounds).expect("within");
    let quantity = estimate.in_unit::<Yuan>();
    assert_eq!(quantity.checked_mul(3).map(Quantity::estimate), Some(estimate * 3));
    assert_eq!(quantity.checked_div(3).map(Quantity::estimate), Some(estimate / 3));
    assert_eq!((-quantity).estimate(), -estimate);
    assert_eq!((-quantity).to_string(), "-2 yuan (more than -10, -1 or less)");
}
