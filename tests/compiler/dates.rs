//! Days, spans of them, and units of time.

use crate::compiler::dates::{Dates, Duration};

fn dates(text: &str) -> Dates {
    text.parse().unwrap_or_else(|()| panic!("{text}"))
}

#[test]
fn days_that_there_are() {
    for (day, there_is) in [
        ("2031-01-01", true),
        ("2031-01-31", true),
        ("2031-01-00", false),
        ("2031-01-32", false),
        ("2031-04-30", true),
        ("2031-04-31", false),
        ("2031-02-28", true),
        ("2031-02-29", false),
        ("2028-02-29", true),
        ("2100-02-29", false),
        ("2000-02-29", true),
        ("2031-12-31", true),
        ("2031-13-01", false),
        ("2031-00-01", false),
        ("2031-01-1", false),
        ("2031-01-011", false),
        ("2031-1-011", false),
        ("2031x01x01", false),
        ("2031001001", false),
        ("+031-01-01", false),
        ("2031-01-é", false),
        ("", false),
    ] {
        assert_eq!(format!("{day}/2031-01-01").parse::<Dates>().is_ok(), there_is, "{day}");
        assert_eq!(format!("2031-01-01/{day}").parse::<Dates>().is_ok(), there_is, "{day}");
    }
    assert_eq!("2031-01-01".parse::<Dates>(), Err(()));
    let span = dates("2031-02-03/2032-04-05");
    assert_eq!((span.start.year, span.start.month, span.start.day), (2031, 2, 3));
    assert_eq!((span.end.year, span.end.month, span.end.day), (2032, 4, 5));
}

#[test]
fn years_and_months() {
    for (span, is_year, months) in [
        ("2031-01-01/2031-12-31", true, None),
        ("2031-01-01/2032-12-31", false, None),
        ("2031-01-01/2031-12-30", false, None),
        ("2031-01-01/2031-09-30", false, Some((1, 9))),
        ("2031-02-01/2031-02-28", false, Some((2, 2))),
        ("2031-01-02/2031-09-30", false, None),
        ("2031-01-01/2031-09-29", false, None),
        ("2030-12-01/2031-01-31", false, None),
    ] {
        assert_eq!((dates(span).is_calendar_year(), dates(span).months()), (is_year, months), "{span}");
    }
    let year = dates("2031-01-01/2031-12-31");
    for (span, is_within) in [
        ("2031-01-01/2031-12-31", true),
        ("2031-03-01/2031-04-30", true),
        ("2030-12-31/2031-12-31", false),
        ("2031-01-01/2032-01-01", false),
    ] {
        assert_eq!(year.contains(dates(span)), is_within, "{span}");
    }
}

#[test]
fn units_of_time() {
    use Duration::{Days, Months};
    for (text, read) in [
        ("P1Y", Some(Months(12))),
        ("P3M", Some(Months(3))),
        ("P2W", Some(Days(14))),
        ("P1D", Some(Days(1))),
        ("P0D", None),
        ("P1H", None),
        ("P1", None),
        ("PY", None),
        ("P", None),
        ("", None),
        ("1Y", None),
        ("P-1Y", None),
        ("P400000000Y", None),
    ] {
        assert_eq!(text.parse().ok(), read, "{text}");
    }
}
