//! Each `Display` of a line honours the width that is asked for, and each of a number all that numbers honour.

use std::fmt::Display;

use yongkang_metrics::{
    AdminLevel, Aggregate, Bounds, Category, Comparator, DATASET, Decimal, Dimension, Estimate, ExclusionReason,
    Filter, Metric, MetricSet, Period, Quantity, Record, Section, StatType, Unit, unit,
};

use crate::{random, read, some_decimal};

fn pads(value: &impl Display) {
    let plain = value.to_string();
    assert!(!plain.contains('\n'), "{plain}");
    let width = plain.chars().count() + 5;
    assert_eq!(format!("{value:*^width$}"), format!("**{plain}***"));
    assert_eq!(format!("{value:width$}"), format!("{plain}     "));
    assert_eq!(format!("{value:.3}"), plain.chars().take(3).collect::<String>());
}

#[test]
fn texts_are_padded() {
    let trade = Metric::FOREIGN_TRADE_TOTAL;
    pads(&trade);
    pads(&trade.time_period());
    pads(&trade.cite());
    pads(&Category::ForeignTrade.metrics());
    pads(&Filter::new().category(Category::Talent).unit(Unit::Person));
    pads(&DATASET);
    Category::ALL.iter().for_each(pads);
    Unit::ALL.iter().for_each(pads);
    Dimension::ALL.iter().for_each(pads);
    StatType::ALL.iter().for_each(pads);
    AdminLevel::ALL.iter().for_each(pads);
    Comparator::ALL.iter().for_each(pads);
    ExclusionReason::ALL.iter().for_each(pads);
}

macro_rules! formats {
    ($($value:expr => $($format:literal $expected:literal),+;)+) => {
        $($(assert_eq!(format!($format, $value), $expected, "{}", $format);)+)+
    };
}

#[test]
fn numbers_are_formatted_as_numbers() {
    let trade = Metric::FOREIGN_TRADE_TOTAL.estimate() / 1_000_000_000;
    let tests = Metric::NUCLEIC_ACID_TESTS;
    let day = |number| Quantity::<unit::Day>::exact(read(number));
    let talents = Aggregate::TalentsRecruited.total().expect("two grades");
    let between = |[a, b]: [&str; 2]| Bounds::new(read::<Decimal>(a)..=read(b)).expect("in order");
    formats! {
        trade =>
            "{}" "38.77 (38.765 to 38.775)", "{:.3}" "38.770 (38.765 to 38.775)",
            "{:.2}" "38.77 (more than 38.76, less than 38.78)", "{:.1}" "more than 38.7, less than 38.8",
            "{:.0}" "more than 38, less than 39", "{:+.3}" "+38.770 (+38.765 to +38.775)",
            "{:028}" "000038.77 (38.765 to 38.775)", "{:*^28}" "**38.77 (38.765 to 38.775)**";
        Metric::FOREIGN_TRADE_TOTAL.estimate() => "{:.2}" "38770000000.00 (38765000000.00 to 38775000000.00)";
        tests.estimate() =>
            "{:.1}" "more than 30000.0, less than 40000.0", "{:+}" "more than +30000, less than +40000",
            "{:040}" "        more than 30000, less than 40000";
        tests.quantity::<unit::PersonTime>().expect("in person-times") =>
            "{:.0}" "more than 30000, less than 40000 person-times";
        day("1.00") => "{}" "1 day", "{:.2}" "1.00 day", "{:8}" "   1 day", "{:08}" "0001 day", "{:<8}|" "1 day   |";
        day("1.4") => "{:.0}" "more than 1, less than 2 days";
        Metric::FOREIGN_TRADE_TOTAL.display() =>
            "{:.1}" "38.77 billion yuan", "{:20}" "  38.77 billion yuan", "{:020}" "0038.77 billion yuan", "{:<20}|" "38.77 billion yuan  |";
        Metric::NUCLEIC_ACID_TESTS.display_zh() => "{:.1}" "超过3万人次", "{:_>9}" "___超过3万人次";
        talents => "{:+}" "+29 persons", "{:012}" "0029 persons", "{:#}" "Talents recruited: 29 persons", "{:12}" "  29 persons";
        Estimate::from(-5) => "{:06}" "-00005", "{:+}" "-5", "{:>4}|" "  -5|", "{:<4}|" "-5  |", "{:.1}" "-5.0";
        Estimate::from(0) => "{:+}" "+0", "{:.2}" "0.00";
        Estimate::from(read::<Decimal>("-0.004")) => "{:.2}" "more than -0.01, less than 0.00";
        Estimate::from(1) / 3 => "{:.2}" "more than 0.33, less than 0.34";
        Bounds::exact(read("1.00")) => "{}" "exactly 1", "{:.1}" "exactly 1.0", "{:12}|" "   exactly 1|", "{:<12}|" "exactly 1   |";
        between(["-1.25", "2.75"]) => "{:.1}" "more than -1.3, less than 2.8", "{:+}" "-1.25 to +2.75", "{:018}" "-000001.25 to 2.75";
        between(["2.50", "2.75"]) + read::<Decimal>("0.10") => "{}" "2.6 to 2.85";
        Bounds::new(..) .expect("all") => "{:.2}" "any value", "{:-^13}" "--any value--";
    }
    // `Decimal` panics here.
    assert_eq!(format!("{:.40}", Estimate::from(1)).len(), 42);
}

/// What is printed of a number that is exact is what `Decimal` prints, but that it is not cut.
#[test]
fn an_exact_number_is_formatted_as_a_decimal_is() {
    let mut random = random();
    for _ in 0..2_000 {
        let decimal = some_decimal(&mut random).normalize();
        let number = Estimate::from(decimal);
        assert_eq!(format!("{number:+030}"), format!("{decimal:+030}"));
        assert_eq!(format!("{number:<30}"), format!("{decimal:<30}"));
        assert_eq!(format!("{number:*^+30}"), format!("{decimal:*^+30}"));
        assert_eq!(format!("{number:30}"), format!("{decimal:30}"));
    }
}

/// Whatever the decimals, the number in front lies in the interval behind it, and in that of the number itself.
#[test]
fn no_number_is_printed_that_its_interval_excludes() {
    let mut random = random();
    for _ in 0..2_000 {
        let (a, b) = (some_decimal(&mut random), some_decimal(&mut random));
        let bounds = Bounds::new(a.min(b)..=a.max(b)).expect("in order");
        let estimate = Estimate::new((a + b) / Decimal::TWO, bounds).expect("in the middle");
        let (text, rounded) = (format!("{estimate:.1}"), estimate.round_dp(1));
        match text.split_once(" (") {
            Some((number, _)) => assert!(rounded.bounds().contains(read::<Decimal>(number)), "{text}"),
            None => assert!(text.starts_with(&format!("{:.1}", rounded.bounds())) || bounds.is_exact(), "{text}"),
        }
        assert!(bounds.is_subset(rounded.bounds()), "{text}");
    }
}

/// A number is padded as a number: to the right, and whole.
#[test]
fn sections_are_padded_as_numbers() {
    let section = Section::ALL[4];
    assert_eq!(format!("{section:>3}|{section:<3}|{section:3}|"), "  4|4  |  4|");
}

#[test]
fn errors_are_padded() {
    pads(&"x".parse::<Metric>().expect_err("no id"));
    pads(&"x".parse::<Section>().expect_err("no section"));
    pads(&"x".parse::<Period>().expect_err("no period"));
    pads(&"x".parse::<Filter>().expect_err("no query"));
    pads(&Metric::FOREIGN_TRADE_TOTAL.quantity::<unit::Person>().expect_err("in yuan"));
    pads(&MetricSet::ALL.total_in(Unit::Yuan).expect_err("not all are in yuan"));
    for unit in [Unit::Rank, Unit::Yuan] {
        pads(&unit.metrics().total_in(unit).expect_err("no total"));
    }
    let mut record = Record::from(Metric::FOREIGN_TRADE_TOTAL);
    record.unit = Unit::Rank;
    pads(&record.verify().expect_err("in yuan"));
}

#[test]
#[cfg(feature = "audit")]
fn audits_are_padded() {
    let audit = yongkang_metrics::audit("12");
    pads(&audit.source);
    pads(&audit.findings[0]);
}

#[test]
#[cfg(feature = "figures")]
fn figures_are_padded() {
    formats! {
        read::<yongkang_metrics::Figure>("387.7亿元") => "{:.2}" "387.7亿元", "{:9}" "  387.7亿元", "{:_<9}" "387.7亿元__";
        read::<yongkang_metrics::Claim>("超过380亿元") => "{:.2}" "超过380亿元", "{:9}" "  超过380亿元";
    }
    pads(&"x".parse::<yongkang_metrics::Figure>().expect_err("no figure"));
    pads(&yongkang_metrics::Verdict::Undecided);
}
