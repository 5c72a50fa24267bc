//! What [`Shown`](yongkang_metrics::Shown) prints: of every figure, which `display.txt` has, and of what can be computed.

#[path = "support/fresh.rs"]
mod fresh;

use std::fmt::Write as _;
use std::ops::Bound;

use yongkang_metrics::{Aggregate, Bounds, Decimal, Metric, Period, Quantity, Unit, unit::Yuan};

#[test]
fn every_figure_and_total() {
    let mut text = String::new();
    for metric in Metric::ALL {
        let (figure, figure_zh) = (metric.display(), metric.display_zh());
        let _ = writeln!(text, "{metric}\t{}\n\t{figure:#}\n\t{figure_zh:#}", metric.obs_text());
    }
    for aggregate in Aggregate::ALL {
        let (bounds, unit) = (aggregate.distinct_total(), aggregate.unit());
        let _ = writeln!(text, "{aggregate}\n\t{}\n\t{}", bounds.display_in(unit), bounds.display_in_zh(unit));
        for total in aggregate.total().ok().into_iter().chain(aggregate.instances()) {
            let _ = writeln!(text, "\t{:#}\n\t{:#}", total.display(), total.display_zh());
        }
    }
    fresh::hold(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/display.txt"), &text);
}

/// The digits that stand in the report stand in the shown figure too, in Chinese with the same magnitude: 387.7亿, 1.4万.
#[test]
fn chinese_figures_have_the_digits_of_the_report() {
    let mut compared = 0;
    for metric in Metric::ALL {
        let printed = metric.obs_text();
        if printed.starts_with(|c: char| c.is_ascii_digit()) && metric.comparator().is_none() {
            let digits: String = printed.chars().take_while(|c| c.is_ascii_digit() || "..万亿".contains(*c)).collect();
            let shown = metric.display_zh().to_string();
            assert!(shown.starts_with(&digits), "{metric}: {shown} of {printed}");
            compared += 1;
        }
    }
    assert!(compared > 20);
}

fn yuan(value: &str, lower: Bound<&str>, upper: Bound<&str>) -> Quantity<Yuan> {
    let decimal = |text: &str| text.parse::<Decimal>().expect("a number");
    let bounds = Bounds::new((lower.map(decimal), upper.map(decimal))).expect("no empty interval");
    Quantity::new(decimal(value), bounds).expect("within")
}

#[test]
fn what_is_computed_ends_at_the_digit_of_its_own_width() {
    use Bound::{Excluded, Included, Unbounded};
    let exact = |value| yuan(value, Included(value), Included(value));
    for (quantity, english, chinese) in [
        (exact("0"), "0 yuan, exact", "0元，确数"),
        (exact("1"), "1 yuan, exact", "1元，确数"),
        (exact("-0.50"), "−0.5 yuan, exact", "−0.5元，确数"),
        (exact("9999"), "9999 yuan, exact", "9999元，确数"),
        (exact("12345"), "12 345 yuan, exact", "12 345元，确数"),
        (exact("999999"), "999 999 yuan, exact", "999 999元，确数"),
        (exact("1000000"), "1 million yuan, exact", "100万元，确数"),
        (exact("1234567"), "1 234 567 yuan, exact", "1 234 567元，确数"),
        (exact("1000001"), "1 000 001 yuan, exact", "1 000 001元，确数"),
        (exact("100000000"), "100 million yuan, exact", "1亿元，确数"),
        (exact("1000000000000"), "1 trillion yuan, exact", "1万亿元，确数"),
        (
            exact("79228162514264337593543950335"),
            "79 228 162 514 264 337 593 543 950 335 yuan, exact",
            "79 228 162 514 264 337 593 543 950 335元，确数",
        ),
        (
            yuan("29.15", Excluded("29.0372"), Excluded("29.2649")),
            "29.15 yuan, 29.03 to 29.27",
            "29.15元，29.03至29.27元",
        ),
        (yuan("29.999", Included("29.9"), Included("30.1")), "30 yuan, 29.9 to 30.1", "30元，29.9至30.1元"),
        (yuan("5", Included("-5"), Included("15")), "5 yuan, −5 to 15", "5元，−5至15元"),
        (yuan("3.5", Included("3"), Included("4")), "3.5 yuan, 3 to 4", "3.5元，3至4元"),
        (yuan("3", Included("2.5"), Included("3.5")), "3 yuan, rounded to 1", "3元，精确到1元"),
        (yuan("3", Excluded("3"), Unbounded), "more than 3 yuan, lower limit", "超过3元，下限"),
        (yuan("4", Included("3"), Unbounded), "at least 3 yuan, lower limit", "不少于3元，下限"),
        (yuan("4", Unbounded, Included("4")), "at most 4 yuan, upper limit", "不超过4元，上限"),
        (yuan("4", Unbounded, Excluded("4")), "less than 4 yuan, upper limit", "不足4元，上限"),
        (yuan("4", Unbounded, Unbounded), "about 4 yuan, open", "约4元，约数"),
        (yuan("4", Excluded("3"), Excluded("4")), "less than 4 yuan, more than 3", "不足4元，超过3元"),
        (yuan("3", Included("3"), Excluded("5")), "3 yuan, at least 3, less than 5", "3元，不少于3、不足5元"),
        // Numbers that no `Decimal` holds are rounded outward, but no farther than to eight digits.
        (exact("1") / 3, "more than 0.33333333 yuan, at most 0.33333334", "超过0.33333333元，不超过0.33333334元"),
    ] {
        let thin = |text: &str| text.replace('\u{202F}', " ");
        assert_eq!(thin(&format!("{:#}", quantity.display())), english);
        assert_eq!(thin(&format!("{:#}", quantity.display_zh())), chinese);
    }
}

/// Whatever is shown of an interval contains all of it.
#[test]
fn ends_are_rounded_outward() {
    let number =
        |text: &str| text.replace(['\u{202F}', ' '], "").replace('−', "-").parse::<Decimal>().expect("a number");
    let mut state = 1u64;
    let mut random = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for _ in 0..2000 {
        let scale = random(9) as u32;
        let ends = [random(2_000_000) as i64 - 1_000_000, random(2_000_000) as i64 - 1_000_000];
        let [lower, upper] = [ends[0].min(ends[1]), ends[0].max(ends[1]) + 1].map(|end| Decimal::new(end, scale));
        let bounds = Bounds::new(lower..=upper).expect("in order");
        let text = bounds.display_in(Unit::Yuan).to_string();
        let (a, b) = text.trim_end_matches(" yuan").trim_end_matches(" million").split_once(" to ").expect("two ends");
        let factor = if text.contains("million") { Decimal::from(1_000_000) } else { Decimal::ONE };
        let (a, b) = (number(a) * factor, number(b) * factor);
        // Three digits of the width: each end may move by a hundredth of it.
        let most = (upper - lower) / Decimal::from(100);
        assert!(a <= lower && upper <= b && lower - a <= most && b - upper <= most, "{bounds:?} as {text}");
    }
}

#[test]
fn periods_as_people_write_them() {
    for (period, english, chinese) in [
        ("2020", "2020", "2020年"),
        ("2016/2020", "2016 to 2020", "2016年至2020年"),
        ("2020-11", "November 2020", "2020年11月"),
        ("2020-01/2020-11", "January to November 2020", "2020年1月至11月"),
        ("2019-12/2020-02", "December 2019 to February 2020", "2019年12月至2020年2月"),
        ("2020-02-01/2020-02-28", "1 February to 28 February 2020", "2020年2月1日至2月28日"),
        ("2020-11-30", "30 November 2020", "2020年11月30日"),
        ("2019-12-30/2020-01-02", "30 December 2019 to 2 January 2020", "2019年12月30日至2020年1月2日"),
    ] {
        let read: Period = period.parse().expect("a period");
        assert_eq!((read.display().to_string(), read.display_zh().to_string()), (english.into(), chinese.into()));
    }
}

#[test]
fn a_width_is_honoured() {
    assert_eq!(
        format!("{:>22}|{:<8}|", Metric::FOREIGN_TRADE_TOTAL.display(), Metric::CITY_CREDIT_INDEX_RANK.display()),
        "    38.77 billion yuan|65th    |"
    );
}

/// 11th, 12th and 13th, and others by their last digit; and a sign behind a number stands close to it.
#[test]
fn ranks_and_percentages() {
    use yongkang_metrics::unit::{Percent, Rank};
    for (rank, text) in [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (111, "111th"),
        (122, "122nd"),
    ] {
        let shown = Quantity::<Rank>::exact(Decimal::from(rank));
        assert_eq!((shown.display().to_string(), shown.display_zh().to_string()), (text.into(), format!("第{rank}位")));
    }
    let rounded = |value, reach| {
        Bounds::new(value - reach..=value + reach).and_then(|bounds| Quantity::<Percent>::new(value, bounds))
    };
    for (value, reach, english, chinese) in [
        (Decimal::from(33), Decimal::new(5, 1), "33%, rounded to 1 percentage point", "33%，精确到1个百分点"),
        (Decimal::new(43, 1), Decimal::new(5, 2), "4.3%, rounded to 0.1 percentage points", "4.3%，精确到0.1个百分点"),
        (Decimal::from(4), Decimal::TWO, "4%, 2 to 6%", "4%，2至6%"),
    ] {
        let shown = rounded(value, reach).expect("within");
        assert_eq!(
            (format!("{:#}", shown.display()), format!("{:#}", shown.display_zh())),
            (english.into(), chinese.into())
        );
    }
    let shown = Quantity::<Percent>::exact(Decimal::new(-25, 1));
    assert_eq!((shown.display().to_string(), shown.display_zh().to_string()), ("−2.5%".into(), "−2.5%".into()));
}
