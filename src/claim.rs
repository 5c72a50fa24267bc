//! [`Claim`]: a figure with what it is said of, and for when, as a text has it.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use chrono::Datelike as _;

use crate::figure::{folded, is_counted, unreadable};
use crate::model::chinese::FigureError;
use crate::model::english::translated;
use crate::model::figure::{self, Known, Reading};
use crate::model::numeral::{is_digit, is_numeral};
use crate::model::words::{PERIODS, RANGE_MARKS, each};
use crate::own_words::{OwnWords, own_words, plain};
use crate::unit::known;
use crate::{DATASET, Dimension, Figure, Metric, ParseError, Period, Unit, padding};

/// What a text says of a metric, as in the draft of an article: `2020年新增21家股份制公司`.
///
/// It is a [`Figure`] with a period and a noun, where the text has them. The unit may be left out, and English is read too.
///
/// ```
/// use yongkang_metrics::{Claim, Figure, Metric, Verdict};
///
/// let claim: Claim = "2020年1至11月，外贸进出口总值达387.7亿元".parse()?;
/// assert_eq!(claim.period, Some(Metric::FOREIGN_TRADE_TOTAL.time_period()));
/// assert_eq!(claim.figure, "达387.7亿元".parse::<Figure>()?);
/// assert_eq!(Metric::FOREIGN_TRADE_TOTAL.check(&claim), Verdict::True);
///
/// for claim in ["387.7亿", "more than 38 billion yuan", "永康进出口总额突破380亿元大关"] {
///     assert_eq!(Metric::FOREIGN_TRADE_TOTAL.check(claim.parse::<Claim>()?), Verdict::True, "{claim}");
/// }
/// # Ok::<(), yongkang_metrics::ParseError>(())
/// ```
///
/// What it is said of has to be known, whole: one of the nouns that a metric [counts](Metric::counted_zh), its title, or the title with
/// the figure in the midst of it, as in `新增21家股份制公司`. A claim of any other thing, or of another period, is not comparable, and so is
/// one with a word that says more than the title does. So a claim is never true of what it was not said of:
///
/// ```
/// # use yongkang_metrics::{Claim, Metric, Verdict};
/// for claim in ["出口总值387.7亿元", "2020年进出口总值387.7亿元", "预计进出口总值387.7亿元", "比2018年增长387.7亿元"] {
///     let judgement = Metric::FOREIGN_TRADE_TOTAL.check(claim.parse::<Claim>()?);
///     assert!(matches!(judgement.verdict, Verdict::NotComparable(_)), "{claim}");
/// }
/// # Ok::<(), yongkang_metrics::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Claim {
    /// When it is said to have been, if the text says so. A year that is left out is that of the report.
    pub period: Option<Period>,
    /// The words beside the figure, but for the period: those before it, and of an English text those behind it. Maybe none.
    pub words: String,
    /// The figure, with the noun behind its unit.
    pub figure: Figure,
    text: String,
}

/// No unit: whoever leaves it out means that of the metric.
const BARE: Known<'static> = (("", ""), Dimension::Count);

/// No clause is longer. Each place of a longer text would have to be tried.
const LONGEST: usize = 200;

impl FromStr for Claim {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        if text.chars().count() > LONGEST {
            return Err(ParseError::because("claim", text, "expected one clause, of at most 200 characters"));
        }
        let folded = folded(text);
        // What ends a sentence is no part of it. A question mark is: that is no claim.
        let clause = folded.trim_end_matches(['。', '.', ';', '!', ',', ' ']);
        // Yuan per person per month, as `display()` has it.
        let rates = Unit::ALL.iter().filter(|unit| !unit.printed()[0].0.is_empty());
        let rates: Vec<_> = rates.map(|unit| (unit.name(), unit.printed()[0])).collect();
        let english = translated(clause, &rates);
        let (said, words) = english.as_ref().map_or((clause, ""), |(said, words)| (said, words));
        let units = figure::units_in(said, known().chain([BARE]));
        // A noun that some metric counts, or else any noun, for the metric to refuse.
        let parts = Parts::read(said, &units, is_counted).or_else(|_| Parts::read(said, &units, |_| true));
        // The places in an English text are others.
        let is_english = english.is_some();
        let parts = parts.map_err(|error| match is_english {
            true => ParseError::because("claim", text, "expected words as in: up 33%, more than 38.8 billion yuan"),
            false => unreadable("claim", text, &error),
        })?;
        let part = text.chars().skip(parts.at).take(said.chars().count() - parts.at);
        let part = if is_english { text.into() } else { part.collect::<String>() };
        Ok(Self {
            period: parts.period,
            words: (words.to_owned() + &parts.before).trim().into(),
            figure: Figure::new(&parts.figure, &part),
            text: text.into(),
        })
    }
}

/// What a claim consists of.
struct Parts<'a> {
    period: Option<Period>,
    before: String,
    figure: Reading<'a>,
    /// Where it begins, in characters.
    at: usize,
}

impl<'a> Parts<'a> {
    /// Reads up to the first figure, and behind it a noun that is accepted.
    fn read(said: &'a str, units: &[Known<'a>], accept: fn(&Reading<'_>) -> bool) -> Result<Self, FigureError> {
        let own_words: Vec<&str> = own_words().collect();
        let (mut rest, mut period, mut before, mut fault) = (said, None, String::new(), None);
        while let Some(c) = rest.chars().next() {
            let named = if period.is_none() { named_period(rest) } else { None };
            if let Some((named, behind)) = named {
                (period, rest) = (Some(named), behind);
                continue;
            }
            // Words of a title are no words of a figure, but for the basis of a unit, 亩均税收: in 新增21家 is no 增21家, and in
            // 一件事改革10项 no 一件.
            let at = said.chars().count() - rest.chars().count();
            let own =
                own_words.iter().filter(|word| rest.starts_with(**word)).map(|word| word.len()).max().unwrap_or(0);
            let is_free = |figure: &Reading<'_>| own == 0 || !figure.unit_words.0.is_empty();
            let error = match figure::parse(rest, units.iter().copied()) {
                // 改革数十项 may be dozens, or ten.
                Ok(_) if before.ends_with('数') && rest.starts_with(['十', '百', '千', '万', '亿']) => {
                    FigureError { at: 0, message: "数 before a magnitude; expected a number".into() }
                }
                Ok(figure) if is_free(&figure) && accept(&figure) => {
                    return Ok(Self { period, before, figure, at });
                }
                Ok(figure) => figure.unknown_noun("what a metric counts"),
                Err(error) => error,
            };
            let length = if own > 0 {
                own
            } else if is_numeral(c) {
                // Told of the first, if no figure follows.
                fault.get_or_insert(FigureError { at: at + error.at, ..error });
                // The whole of it, as the end of a number is another one.
                rest.find(|c| !is_numeral(c) && !matches!(c, '.' | ',')).unwrap_or(rest.len())
            } else {
                c.len_utf8()
            };
            before += &rest[..length];
            rest = &rest[length..];
        }
        let message = "no number; expected a claim with one, as in 进出口总值超过380亿元".into();
        Err(fault.unwrap_or(FigureError { at: 0, message }))
    }
}

/// The period that a text begins with, and the rest: 2020年, 2020年1至11月, 1-11月, 前11个月, 一季度, 全年.
fn named_period(text: &str) -> Option<(Period, &str)> {
    let own = DATASET.time_period;
    let years = numbers(text, "年").filter(|(first, ..)| (1_000..10_000).contains(first));
    let (first_year, last_year, rest) = years.unwrap_or((own.start().year(), own.end().year(), text));
    let quarter = rest.strip_prefix('第').unwrap_or(rest);
    let word =
        each(PERIODS).find_map(|(word, (first, last))| Some((first as i32, last as i32, quarter.strip_prefix(word)?)));
    let months =
        || numbers(rest, "月").map(|(first, last, rest)| (first, last, rest.strip_prefix('份').unwrap_or(rest)));
    let to_month = || numbers(rest.strip_prefix('前')?, "个月").map(|(_, last, rest)| (1, last, rest));
    let year = || years.map(|_| (1, 12, rest.strip_prefix('度').unwrap_or(rest)));
    let (first, last, rest) = word.or_else(months).or_else(to_month).or_else(year)?;
    let period = format!("{first_year:04}-{first:02}/{last_year:04}-{last:02}");
    Some((period.parse().ok()?, rest))
}

/// A number with this word behind it, or a range of two: 2018至2020年, 1月至11月.
fn numbers<'a>(text: &'a str, word: &str) -> Option<(i32, i32, &'a str)> {
    fn number(text: &str) -> Option<(i32, &str)> {
        let (digits, rest) = text.split_at(text.find(|c| !is_digit(c)).unwrap_or(text.len()));
        Some((digits.parse().ok()?, rest))
    }
    let (first, rest) = number(text)?;
    let behind = rest.strip_prefix(word).unwrap_or(rest);
    let range = behind.strip_prefix(RANGE_MARKS).and_then(number);
    let (last, rest) = range.unwrap_or((first, rest));
    Some((first, last, rest.strip_prefix(word)?))
}

impl Claim {
    /// The words of the claim from the first one on that the metric does not have; or whether it has the whole title.
    pub(crate) fn names(&self, metric: Metric) -> Result<bool, String> {
        let own = OwnWords::of(metric);
        let (before, behind) = (plain(&self.words), plain(&self.figure.noun));
        let behind = behind.trim_start_matches('的');
        // Behind the figure stands a whole noun, and no end of one.
        if !behind.is_empty() && !own.is_noun(behind) {
            return Err(behind.to_owned());
        }
        own.read(&(before + behind)).map_err(str::to_owned)
    }
}

impl From<Figure> for Claim {
    fn from(figure: Figure) -> Self {
        Self { period: None, words: String::new(), text: format!("{figure}"), figure }
    }
}

impl From<&Figure> for Claim {
    fn from(figure: &Figure) -> Self {
        figure.clone().into()
    }
}

impl From<&Self> for Claim {
    fn from(claim: &Self) -> Self {
        claim.clone()
    }
}

/// The text as it was read.
impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padding::pad_number(f, format_args!("{}", self.text))
    }
}
