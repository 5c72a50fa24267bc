use std::collections::BTreeSet;
use std::ops::Bound::{self, Excluded, Included, Unbounded};

use yongkang_metrics::{Bounds, Comparator, Decimal, Metric, MetricSet};

use crate::read;

type Figure = (Metric, &'static str, &'static str, Bound<&'static str>, Bound<&'static str>);

/// Each sort of figure: as printed, in words, and by its ends.
const FIGURES: &[Figure] = &[
    (Metric::ENTERPRISE_PROBLEMS_SOLVED, "7538个", "exactly 7538", Included("7538"), Included("7538")),
    (Metric::COUNTY_BUSINESS_ENVIRONMENT_RANK, "第24位", "exactly 24", Included("24"), Included("24")),
    (Metric::RELIEF_AND_EMPOWERMENT_MEASURES, "十大举措", "exactly 10", Included("10"), Included("10")),
    (Metric::MINIMUM_LIVING_ALLOWANCE_STANDARD, "每人每月850元", "exactly 850", Included("850"), Included("850")),
    (
        Metric::FIVE_REDUCTIONS_RELIEF,
        "26.7亿元",
        "2665000000 to 2675000000",
        Included("2665000000"),
        Included("2675000000"),
    ),
    (
        Metric::FOREIGN_TRADE_TOTAL,
        "387.7亿元人民币",
        "38765000000 to 38775000000",
        Included("38765000000"),
        Included("38775000000"),
    ),
    (Metric::ERRANDS_RUN_FOR_RESIDENTS, "1.4万次", "13500 to 14500", Included("13500"), Included("14500")),
    (Metric::FOREIGN_TRADE_GROWTH, "同比增长33%", "32.5 to 33.5", Included("32.5"), Included("33.5")),
    (Metric::NUCLEIC_ACID_TESTS, "3万余人次", "more than 30000, less than 40000", Excluded("30000"), Excluded("40000")),
    (Metric::ENTERPRISES_NEWLY_ON_CLOUD, "800余家", "more than 800, less than 900", Excluded("800"), Excluded("900")),
    (Metric::CENTRAL_MEDIA_ARTICLES, "百余篇", "more than 100, less than 200", Excluded("100"), Excluded("200")),
    (Metric::MARKET_ENTITIES, "突破13万户", "130000 or more", Included("130000"), Unbounded),
    (Metric::LOW_EFFICIENCY_TAX_THRESHOLD, "亩均税收1万元以下", "10000 or less", Unbounded, Included("10000")),
];

#[test]
fn ends_are_where_the_printed_figure_puts_them() {
    for (metric, obs_text, words, lower, upper) in FIGURES {
        let bounds = metric.bounds();
        assert_eq!((metric.obs_text(), &*bounds.to_string()), (*obs_text, *words));
        assert_eq!((bounds.lower(), bounds.upper()), (lower.map(read), upper.map(read)), "{metric}");
        for (end, outwards) in [(bounds.lower(), -Decimal::ONE), (bounds.upper(), Decimal::ONE)] {
            let little = outwards * Decimal::new(1, 9);
            match end {
                Included(at) | Excluded(at) => {
                    assert_eq!(bounds.contains(at), end == Included(at), "{metric}");
                    assert!(!bounds.contains(at + little) && !bounds.contains(at + outwards), "{metric}");
                    assert_eq!(bounds.contains(at - little), !bounds.is_exact(), "{metric}");
                }
                Unbounded => assert!(bounds.contains(Decimal::MAX * outwards), "{metric}"),
            }
        }
    }
}

/// What makes a printed figure other than exact, by the table in the docs of `Bounds`.
const INEXACT: &str = "万 亿 . % 余 多 近 超 逾 突破 以上 至少 不少于 不低于 以下 以内 至多 不超过 不足 不到 不满 低于";

#[test]
fn what_is_printed_without_magnitude_fraction_or_qualifier_is_exact_and_nothing_else() {
    for metric in MetricSet::ALL {
        let is_plain = !INEXACT.split(' ').any(|word| metric.obs_text().contains(word));
        assert_eq!(metric.bounds().is_exact(), is_plain, "{metric}: {}", metric.obs_text());
    }
}

#[test]
fn the_value_is_the_end_that_the_comparator_names_or_in_the_middle() {
    for metric in MetricSet::ALL {
        let (value, bounds) = (metric.value(), metric.bounds());
        let (lower, upper) = (bounds.lower(), bounds.upper());
        match metric.comparator() {
            Some(Comparator::Greater) => assert_eq!(lower, Excluded(value), "{metric}"),
            Some(Comparator::GreaterOrEqual) => assert_eq!(lower, Included(value), "{metric}"),
            Some(Comparator::LessOrEqual) => assert_eq!(upper, Included(value), "{metric}"),
            Some(Comparator::Less) => assert_eq!(upper, Excluded(value), "{metric}"),
            None => match (lower, upper) {
                (Included(lower), Included(upper)) => assert_eq!(upper - value, value - lower, "{metric}"),
                ends => panic!("{metric}: {ends:?}"),
            },
        }
        let is_strict = matches!(metric.comparator(), Some(Comparator::Greater | Comparator::Less));
        assert_eq!(bounds.contains(value), !is_strict, "{metric}");
        assert_eq!(bounds.is_exact(), (lower, upper) == (Included(value), Included(value)), "{metric}");
    }
}

#[test]
fn ends_print_without_trailing_zeros() {
    for bounds in MetricSet::ALL.iter().map(Metric::bounds) {
        for end in [bounds.lower(), bounds.upper()] {
            if let Included(end) | Excluded(end) = end {
                assert_eq!(end.to_string(), end.normalize().to_string());
            }
        }
    }
}

#[test]
fn ends_are_a_range_that_chooses_from_an_ordered_set() {
    let bounds = Metric::ENTERPRISES_NEWLY_ON_CLOUD.bounds();
    let values = BTreeSet::from([800, 801, 899, 900].map(Decimal::from));
    assert!(values.range((bounds.lower(), bounds.upper())).eq(&[801, 899].map(Decimal::from)));
    assert_eq!(Bounds::new((bounds.lower(), bounds.upper())), Some(bounds));
    assert_eq!(format!("{bounds:?}"), "Bounds { lower: Excluded(800), upper: Excluded(900) }");
}

#[test]
fn there_is_no_empty_interval() {
    let ten = Decimal::TEN;
    assert_eq!(Bounds::new(ten..=ten), Some(Bounds::from(10)));
    assert_eq!(Bounds::from(10).intersection(10), Some(Bounds::from(10)));
    for empty in
        [(Included(ten), Excluded(ten)), (Excluded(ten), Included(ten)), (Included(ten), Included(Decimal::ONE))]
    {
        assert_eq!(Bounds::new(empty), None);
    }
}

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
fn what_has_one_digit_too_many_when_rounded_up_loses_one() {
    let sum = |a: &str, b: &str| {
        let [a, b]: [Decimal; 2] = [a, b].map(|text| text.parse().expect("a decimal"));
        (Bounds::from(a) + b).to_string()
    };
    assert_eq!(
        sum("7922816251426433759354395033.5", "0.01"),
        "more than 7922816251426433759354395033.5, less than 7922816251426433759354395034"
    );
    assert_eq!(sum("79228162514264337593543950335", "0.1"), "more than 79228162514264337593543950335");
}

/// The digits are those of Python's integers.
#[test]
fn a_product_of_all_digits_is_rounded_on_either_side() {
    let product = |a: &str, b: &str| (Bounds::exact(read(a)) * read::<Decimal>(b)).to_string();
    let (most, some) = ("7.9228162514264337593543950335", "0.1234567890123456789012345678");
    assert_eq!(
        product(most, most),
        "more than 62.77101735386680763835789423, less than 62.771017353866807638357894231"
    );
    assert_eq!(
        product(&format!("-{most}"), some),
        "more than -0.9781254543359367270846859959, less than -0.9781254543359367270846859958"
    );
}

#[test]
fn what_is_too_small_is_next_to_zero() {
    let product = |a, b| (Bounds::exact(Decimal::new(a, 15)) * Decimal::new(b, 14)).to_string();
    assert_eq!(product(2, 5), "exactly 0.0000000000000000000000000001");
    assert_eq!(product(7, 1), "more than 0, less than 0.0000000000000000000000000001");
    assert_eq!(product(-7, 1), "more than -0.0000000000000000000000000001, less than 0");
}

#[test]
fn a_ratio_may_have_more_digits_before_the_point_than_both_numbers() {
    let ratio =
        |a: &str, b: &str| Bounds::exact(read(a)).checked_div(read::<Decimal>(b)).expect("not zero").to_string();
    assert_eq!(ratio("700", "0.0001"), "exactly 7000000");
    assert_eq!(
        ratio("-1", "0.0003"),
        "more than -3333.3333333333333333333333334, less than -3333.3333333333333333333333333"
    );
    assert_eq!(ratio("7922816251426433759354395033", "0.001"), "more than 79228162514264337593543950335");
}
