use chrono::{Datelike, Days};
use yongkang_metrics::{Metric, MetricSet, NaiveDate, Period};

use crate::{random, read, some_period};

#[test]
fn starts_and_ends_on_the_days_given_but_does_not_end_before_it_starts() {
    let (start, end) = (read("2020-02-28"), read("2020-02-29"));
    let period = Period::new(start, end).expect("in order");
    assert_eq!((period.start(), period.end()), (start, end));
    assert!(Period::new(start, start).is_some());
    assert_eq!(Period::new(end, start), None);
}

#[test]
fn of_a_year_is_the_whole_of_it_and_none_where_chrono_has_no_such_year() {
    assert_eq!(Period::year(2020), Some(read("2020-01-01/2020-12-31")));
    let (first, last) = (NaiveDate::MIN.year(), NaiveDate::MAX.year());
    assert_eq!(Period::year(last).map(Period::end), Some(NaiveDate::MAX));
    assert_eq!(Period::year(first).map(Period::start), Some(NaiveDate::MIN));
    for year in [i32::MIN, first - 1, last + 1, i32::MAX] {
        assert_eq!(Period::year(year), None, "{year}");
    }
    for year in [0, 1, 999, 1949, 2020, 9999] {
        assert_eq!(format!("{year:04}").parse().ok(), Period::year(year));
    }
}

#[test]
fn days_count_both_ends() {
    for (text, days) in
        [("2020-02-29/2020-02-29", 1), ("2020-01-01/2020-11-30", 335), ("2020", 366), ("2021", 365), ("1900", 365)]
    {
        assert_eq!(read::<Period>(text).days(), days, "{text}");
    }
    let longest = Period::new(NaiveDate::MIN, NaiveDate::MAX).expect("in order");
    assert_eq!(i64::from(longest.days()), (NaiveDate::MAX - NaiveDate::MIN).num_days() + 1);
}

#[test]
fn contains_and_is_subset_ask_for_days_to_the_day() {
    let february = read::<Period>("2020-02-01/2020-02-29");
    for (day, expected) in [("2020-01-31", false), ("2020-02-01", true), ("2020-02-29", true), ("2020-03-01", false)] {
        assert_eq!(february.contains(read(day)), expected, "{day}");
        assert_eq!(read::<Period>(&format!("{day}/{day}")).is_subset(february), expected, "{day}");
    }
    for (period, expected) in [
        ("2020-02-01/2020-02-29", true),
        ("2020-01-31/2020-02-29", false),
        ("2020-02-01/2020-03-01", false),
        ("2020-01-01/2020-12-31", false),
    ] {
        assert_eq!(read::<Period>(period).is_subset(february), expected, "{period}");
    }
}

#[test]
fn sets_of_days_do_what_sets_do() {
    let mut random = random();
    for _ in 0..1000 {
        let (a, b) = (some_period(&mut random), some_period(&mut random));
        assert!(a.is_subset(a));
        assert_eq!(a.is_subset(b) && b.is_subset(a), a == b);
        let mut days = (0..u64::from(a.days())).map(|number| a.start() + Days::new(number));
        assert_eq!(a.is_subset(b), days.all(|day| b.contains(day)));
        assert_eq!(a.cmp(&b), (a.start(), a.end()).cmp(&(b.start(), b.end())));
    }
}

#[test]
fn display_reads_back() {
    let longest = Period::new(NaiveDate::MIN, NaiveDate::MAX);
    let mut random = random();
    let random = (0..1000).map(|_| some_period(&mut random));
    for period in MetricSet::ALL.iter().map(Metric::time_period).chain(random).chain(longest) {
        assert_eq!(period.to_string().parse(), Ok(period));
    }
}

/// As people type them.
#[test]
fn days_months_and_years_are_read() {
    for (text, period) in [
        ("2020", "2020-01-01/2020-12-31"),
        ("2020-06", "2020-06-01/2020-06-30"),
        ("2020-02", "2020-02-01/2020-02-29"),
        ("2021-02/2021-12", "2021-02-01/2021-12-31"),
        ("2020-01/2020-11", "2020-01-01/2020-11-30"),
        ("2019/2020-06-15", "2019-01-01/2020-06-15"),
        ("2020-06-15", "2020-06-15/2020-06-15"),
    ] {
        assert_eq!(text.parse::<Period>().map(|period| period.to_string()).as_deref(), Ok(period));
    }
}

#[test]
fn other_texts_are_refused() {
    let texts = "|/|//|20|02020|20200|+020|-020| 2020|2020-1|2020-13|2020-01/|2020-02/2020-01|2020-01-01/|/2020-12-31|20200101/20201231|2020/01/01|\
        2020-01-01/2020-12-31/|2020-01-01/2020-06-30/2020-12-31|2020-12-31/2020-01-01|2020-02-30/2020-12-31|\
        2021-02-29/2021-12-31|2020-13-01/2020-13-31|2020-01-01--2020-12-31|2020-01-01 2020-12-31|2020-01-01/P1Y|\
        2020-01-01/12-31|2020-011|202-001|2020/01|2020-01-01/..|2020-01-01T00:00/2020-12-31T00:00|2020-01-01/2020-12-031|2020-01-01/2020-12-31\0|\
        \u{FF12}\u{FF10}\u{FF12}\u{FF10}|\u{FF12}020-01-01/2020-12-31|999999-01-01/999999-12-31|二〇二〇年|👩‍🌾/👩‍🌾";
    let read_by_chrono = " 2020-01-01/2020-12-31|2020-01-01/ 2020-12-31|2020-1-1/2020-12-31|2020 - 01 - 01/2020-12-31|\
        +2020-01-01/2020-12-31|2020-01-01/2020-12-31\n";
    let huge = ["0".repeat(1 << 20), "/".repeat(1 << 20), format!("{}-01-01/2020-12-31", "9".repeat(1 << 20))];
    for text in texts.split('|').chain(read_by_chrono.split('|')).chain(huge.iter().map(String::as_str)) {
        assert!(text.parse::<Period>().is_err(), "{text:?}");
    }
}
