//! Exact decimals.

use crate::model::exact::Exact;

fn exact(text: &str) -> Exact {
    Exact::parse(text).unwrap_or_else(|| panic!("{text}"))
}

#[test]
fn what_is_read() {
    for (text, read) in [
        ("0", Some((0, 0))),
        ("12", Some((12, 0))),
        ("-12", Some((-12, 0))),
        ("1.50", Some((15, 1))),
        ("0.000000000001", Some((1, 12))),
        ("0.0000000000001", None), // thirteen digits after the point
        ("170141183460469231731687303715884105727", Some((i128::MAX, 0))),
        ("170141183460469231731687303715884105728", None),
        ("1701411834604692317316873037158841057270", None),
        ("", None),
        ("-", None),
        (".5", None),
        ("5.", None),
        ("1.2.3", None),
        ("a", None),
        ("1.a", None),
        ("+1", None),
        ("--1", None),
    ] {
        assert_eq!(Exact::parse(text), read.map(|(mantissa, scale)| Exact { mantissa, scale }), "{text}");
    }
}

#[test]
fn what_is_computed() {
    for (text, absolute, last_place, negated) in [
        ("0", "0", 0, "0"),
        ("120", "120", 1, "-120"),
        ("-120", "120", 1, "120"),
        ("1.25", "1.25", -2, "-1.25"),
        ("-0.5", "0.5", -1, "0.5"),
        ("1000", "1000", 3, "-1000"),
    ] {
        let number = exact(text);
        assert_eq!(number.to_string(), text);
        assert_eq!((number.absolute().to_string(), number.last_place()), (absolute.to_owned(), last_place), "{text}");
        assert_eq!(number.negated().to_string(), negated);
    }
    for (a, b, sum, product, least) in [
        ("1.5", "2.25", "3.75", "3.375", "1.5"),
        ("2.25", "1.5", "3.75", "3.375", "1.5"),
        ("-1", "0.001", "-0.999", "-0.001", "-1"),
        ("0.5", "0.5", "1", "0.25", "0.5"),
    ] {
        let (x, y) = (exact(a), exact(b));
        let found = [x.checked_add(y), x.checked_mul(y), x.least(y)].map(|found| found.map(|found| found.to_string()));
        assert_eq!(found, [sum, product, least].map(|text| Some(text.to_owned())), "{a} {b}");
    }
    for (power, expected) in [(0, Some("1")), (3, Some("1000")), (-3, Some("0.001")), (39, None), (-39, None)] {
        let found = Exact::power_of_ten(power).map(|found| found.to_string());
        assert_eq!(found.as_deref(), expected, "{power}");
    }
    let number = exact("1.5");
    assert_eq!([0, 1, 3, 40].map(|scale| number.at_scale(scale)), [None, Some(15), Some(1_500), None]);
}
