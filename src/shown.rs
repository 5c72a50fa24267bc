//! [`Shown`]: a figure as people write it.

use core::cmp::Ordering;
use core::fmt::{self, Formatter};
use core::ops::Bound::{self, Excluded, Included};

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;

use crate::printer::{Language, Noun, Number, Printer, Span, Words, at, noughts};
use crate::unit::UnitType;
use crate::{Bounds, Dimension, Metric, Period, PeriodBasis, Quantity, StatType, Total, Unit, padding};

/// A figure as people write it, in English or Chinese: `38.77 billion yuan`, `387.7亿元`, `more than 30 000 nucleic acid tests`, `24th`.
///
/// `{:#}` adds what a reader must know of it, the period and how precise the figure is.
///
/// ```
/// use yongkang_metrics::Metric;
///
/// let trade = Metric::FOREIGN_TRADE_TOTAL;
/// assert_eq!(trade.display().to_string(), "38.77 billion yuan");
/// assert_eq!(format!("{:#}", trade.display()), "38.77 billion yuan, January to November 2020, rounded to 10 million");
/// assert_eq!(format!("{:#}", trade.display_zh()), "387.7亿元，2020年1月至11月，精确到1000万元");
/// ```
///
/// As many digits stand there as the report prints, or as the [bounds](Bounds) of a computed value leave certain, whatever a format asks for. The numbers of the API
/// have them all: [`Metric::value`], and `Display` of [`Quantity`] and [`Bounds`]. Groups of three digits are set apart by a narrow space
/// that does not break (U+202F).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shown {
    printer: Printer<'static>,
    /// The one whose period it is, if it has one.
    metric: Option<Metric>,
}

impl Shown {
    /// The number without its magnitude, for the axis of a chart: 38.77. `None` of an interval without a value.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric};
    /// let trade = Metric::FOREIGN_TRADE_TOTAL.display();
    /// assert_eq!((trade.number(), trade.magnitude()), (Some(Decimal::new(3877, 2)), "billion"));
    /// ```
    #[must_use]
    #[inline]
    pub fn number(&self) -> Option<Decimal> {
        let (_, number) = self.printer.number()?;
        let scale = number.scale.checked_add_signed(number.magnitude(self.printer.language).0)?;
        Some(Decimal::try_from_i128_with_scale(number.digits, scale).ok()?.normalize())
    }

    /// The word for the power of ten that the number is in: billion, 亿, or nothing.
    #[must_use]
    #[inline]
    pub fn magnitude(&self) -> &'static str {
        self.printer.number().map_or("", |(_, number)| number.magnitude(self.printer.language).1)
    }

    /// How far the actual value may be from it: `exact`, `rounded to 10 million`, `less than 40 000`, `lower limit`.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// // Printed as 3万余人次.
    /// let tests = Metric::NUCLEIC_ACID_TESTS.display();
    /// assert_eq!(format!("{tests}, {}", tests.precision()), "more than 30\u{202f}000 nucleic acid tests, less than 40\u{202f}000");
    /// ```
    #[must_use]
    #[inline]
    pub fn precision(&self) -> impl fmt::Display {
        self.printer.precision()
    }

    /// The period, and whether it is assumed: `January to November 2020`, `2020 (assumed)`. Nothing of a quantity, which has none.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// assert_eq!(Metric::MARKET_ENTITIES.display().period().to_string(), "2020 (date not stated)");
    /// ```
    #[must_use]
    #[inline]
    pub fn period(&self) -> impl fmt::Display {
        let Self { metric, printer: Printer { language, .. } } = *self;
        Words(move |f: &mut Formatter<'_>| {
            let Some(metric) = metric else { return Ok(()) };
            let period = span(metric.time_period(), language);
            let basis = match (metric.period_basis(), metric.stat_type()) {
                (PeriodBasis::Stated, _) => return write!(f, "{period}"),
                (PeriodBasis::Assumed, StatType::Stock) => language.pick("date not stated", "未载明时点"),
                (PeriodBasis::Assumed, _) => language.pick("assumed", "推定"),
            };
            match language {
                Language::English => write!(f, "{period} ({basis})"),
                Language::Chinese => write!(f, "{period}（{basis}）"),
            }
        })
    }
}

impl fmt::Display for Shown {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let figure = self.printer;
        // An interval alone says itself how precise it is.
        if !f.alternate() || figure.value.is_none() {
            return padding::pad_number(f, format_args!("{figure}"));
        }
        let comma = self.printer.language.pick(", ", "，");
        let before = if self.metric.is_some() { comma } else { "" };
        padding::pad_number(f, format_args!("{figure}{before}{}{comma}{}", self.period(), self.precision()))
    }
}

/// The figure of a metric.
impl Metric {
    /// The figure in English as people write it, with as many digits as the report prints: 38.77 billion yuan. `{:#}` adds period and
    /// precision; see [`Shown`].
    #[must_use]
    #[inline]
    pub fn display(self) -> Shown {
        self.shown(Language::English)
    }

    /// The figure in Chinese: 387.7亿元.
    #[must_use]
    #[inline]
    pub fn display_zh(self) -> Shown {
        self.shown(Language::Chinese)
    }

    #[inline]
    fn shown(self, language: Language) -> Shown {
        let unit = self.unit();
        let names = if self.counted().is_empty() { [unit.name_singular(), unit.name()] } else { [self.counted(); 2] };
        let printer = Printer {
            value: Some(number(self.value())),
            ends: ends(self.bounds()),
            noughts: noughts(self.obs_text()),
            noun: noun(unit, names, language),
            language,
        };
        Shown { printer, metric: Some(self) }
    }
}

/// What was computed, as people write it.
impl<U: UnitType> Quantity<U> {
    /// The value in English, rounded to what its bounds leave certain: to two digits of their width. See [`Shown`].
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, unit::Yuan};
    /// let trade = Metric::FOREIGN_TRADE_TOTAL.quantity::<Yuan>()?;
    /// let year_before = trade / (1 + Metric::FOREIGN_TRADE_GROWTH.estimate() / 100);
    /// assert_eq!(format!("{:#}", year_before.display()), "29.15 billion yuan, 29.03 to 29.27 billion");
    /// # Ok::<(), yongkang_metrics::UnitMismatch>(())
    /// ```
    #[must_use]
    pub fn display(self) -> Shown {
        computed(Some(self.value()), self.bounds(), U::UNIT, Language::English)
    }

    /// The value in Chinese.
    #[must_use]
    pub fn display_zh(self) -> Shown {
        computed(Some(self.value()), self.bounds(), U::UNIT, Language::Chinese)
    }
}

/// The interval as people write it.
impl Bounds {
    /// The interval in English, of values in `unit`: 24 to 35 persons. See [`Shown`].
    ///
    /// ```
    /// # use yongkang_metrics::{Aggregate, Unit};
    /// let relief = Aggregate::EnterpriseRelief.distinct_total();
    /// assert_eq!(relief.display_in(Unit::Yuan).to_string(), "2.66 to 4.57 billion yuan");
    /// ```
    #[must_use]
    #[inline]
    pub fn display_in(self, unit: Unit) -> Shown {
        computed(None, self, unit, Language::English)
    }

    /// The interval in Chinese.
    #[must_use]
    #[inline]
    pub fn display_in_zh(self, unit: Unit) -> Shown {
        computed(None, self, unit, Language::Chinese)
    }
}

/// The total as people write it.
impl Total {
    /// The total in English: 29 persons. See [`Shown`].
    #[must_use]
    #[inline]
    pub fn display(&self) -> Shown {
        self.shown(Language::English)
    }

    /// The total in Chinese: 29人.
    #[must_use]
    #[inline]
    pub fn display_zh(&self) -> Shown {
        self.shown(Language::Chinese)
    }

    #[inline]
    fn shown(&self, language: Language) -> Shown {
        let [one, many, chinese] = self.nouns;
        let noun = Noun::new([one, many], ("", chinese), false, language);
        let printer = rounded(Some(self.estimate.value()), self.estimate.bounds(), noun, language);
        // All metrics of an aggregate have one period.
        Shown { printer, metric: self.metrics.first() }
    }
}

/// The period as people write it.
impl Period {
    /// In English: January to November 2020.
    #[must_use]
    #[inline]
    pub fn display(self) -> impl fmt::Display {
        span(self, Language::English)
    }

    /// In Chinese: 2020年1月至11月.
    #[must_use]
    #[inline]
    pub fn display_zh(self) -> impl fmt::Display {
        span(self, Language::Chinese)
    }
}

#[inline]
fn span(period: Period, language: Language) -> Span {
    let day = |day: NaiveDate| [day.year(), day.month() as i32, day.day() as i32];
    let ends_month = period.end().succ_opt().is_none_or(|next| next.day() == 1);
    Span { start: day(period.start()), end: day(period.end()), ends_month, language }
}

#[inline]
fn noun(unit: Unit, names: [&'static str; 2], language: Language) -> Noun<'static> {
    Noun::new(names, unit.printed()[0], unit.dimension() == Dimension::Rank, language)
}

#[inline]
fn computed(value: Option<Decimal>, bounds: Bounds, unit: Unit, language: Language) -> Shown {
    let noun = noun(unit, [unit.name_singular(), unit.name()], language);
    Shown { printer: rounded(value, bounds, noun, language), metric: None }
}

/// A value to two digits of the width of its interval, an interval alone to three; but to eight digits of the number, where the interval
/// is narrower than that, or has one end. The ends go outward.
#[inline]
fn rounded(value: Option<Decimal>, bounds: Bounds, noun: Noun<'static>, language: Language) -> Printer<'static> {
    let (value, [lower, upper]) = (value.map(number), ends(bounds));
    let mut printer = Printer { value, ends: [lower, upper], noughts: 0, noun, language };
    if bounds.is_exact() {
        return printer;
    }
    let first =
        [Some(lower), Some(upper), value.map(Included)].into_iter().flatten().filter_map(at).map(Number::first_place);
    let mut place = first.max().unwrap_or(0) - 7;
    // Two ends that are farther apart than the largest `Decimal` keep their eight digits.
    let width = if let [Some(lower), Some(upper)] = bounds.ends() { upper.checked_sub(lower) } else { None };
    if let Some(width) = width {
        place = place.max(number(width).first_place() - if value.is_none() { 2 } else { 1 });
    }
    let end = |end: Bound<Number>, side| match end {
        // An end that moves outward may be included: the value is not that, nor anything near. A limit stays one.
        Excluded(it) if Some(it) != value && it.rounded(place, side) != it => Included(it.rounded(place, side)),
        other => other.map(|it| it.rounded(place, side)),
    };
    let limit = [(lower, Ordering::Less), (upper, Ordering::Greater)].into_iter().find(|(end, _)| at(*end) == value);
    printer.value = value.map(|it| it.rounded(place, limit.map_or(Ordering::Equal, |(_, side)| side)));
    printer.ends = [end(lower, Ordering::Less), end(upper, Ordering::Greater)];
    printer
}

#[inline]
fn ends(bounds: Bounds) -> [Bound<Number>; 2] {
    [bounds.lower().map(number), bounds.upper().map(number)]
}

#[inline]
fn number(value: Decimal) -> Number {
    let value = value.normalize();
    Number { digits: value.mantissa(), scale: value.scale() }
}

impl Number {
    /// Without the digits behind this place: the next below, above, or the nearest.
    #[inline]
    fn rounded(self, place: i32, side: Ordering) -> Self {
        let places = u32::try_from(place + self.scale as i32).ok();
        // Nothing behind that place, or all of it, and then the number stays.
        let Some(unit) = places.and_then(|places| 10i128.checked_pow(places)) else { return self };
        let (down, rest) = (self.digits.div_euclid(unit), self.digits.rem_euclid(unit));
        let up = match side {
            Ordering::Less => false,
            Ordering::Equal => rest >= unit - rest,
            Ordering::Greater => rest > 0,
        };
        Self { digits: (down + i128::from(up)) * unit, ..self }
    }
}
