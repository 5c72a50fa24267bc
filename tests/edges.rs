//! Where ends meet: what mutants of the library have shown to be untested.

use yongkang_metrics::{Bounds, Decimal, Estimate, Quantity, unit::Yuan};

#[test]
fn what_is_out_of_range_is_missing_on_its_own_side() {
    let (low, high) = (Bounds::new(Decimal::MIN..=Decimal::ONE), Bounds::new(Decimal::ONE..=Decimal::MAX));
    let (low, high) = (low.expect("an interval"), high.expect("an interval"));
    for (found, words) in [
        (low * high, format!("{} or less", Decimal::MAX)),
        (high * high, "1 or more".to_owned()),
        (low * low, format!("{} or more", Decimal::MIN)),
        (low + low, "2 or less".to_owned()),
        (high - low, "0 or more".to_owned()),
    ] {
        assert_eq!(found.to_string(), words);
    }
}

#[test]
fn a_quantity_is_multiplied_divided_and_negated_as_its_estimate_is() {
    let bounds = Bounds::new(Decimal::ONE..Decimal::TEN).expect("an interval");
    let estimate = Estimate::new(Decimal::TWO, bounds).expect("within");
    let quantity = Quantity::<Yuan>::new(estimate);
    assert_eq!(quantity.checked_mul(3).map(Quantity::estimate), Some(estimate * 3));
    assert_eq!(quantity.checked_div(3).map(Quantity::estimate), Some(estimate / 3));
    assert_eq!((-quantity).estimate(), -estimate);
    assert_eq!((-quantity).to_string(), "-2 yuan (more than -10, -1 or less)");
}
