//! [`Query`]: what is asked at run time, from a command line, a URL or a form.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::error::Error;
use core::fmt::{self, Write as _};
use core::str::FromStr;

use crate::padding::{self, By};
use crate::{
    AdminLevel, Category, Dimension, MetricSet, ParsePeriodError, ParseSectionError, Period, Section, StatType, Unit,
    UnknownCode,
};

/// A question known at run time only: values for any of the facets, of which a metric must have one each.
///
/// *Or* within a facet, *and* between facets; a facet without values asks nothing. [`metrics`](Self::metrics) answers.
///
/// ```
/// use yongkang_metrics::{Category, Query, Unit};
///
/// let query = Query::new().category(Category::ForeignTrade).category(Category::Talent).unit(Unit::Yuan);
/// assert_eq!(query.metrics(), (Category::ForeignTrade.metrics() | Category::Talent.metrics()) & Unit::Yuan.metrics());
///
/// // As a URL has it.
/// assert_eq!(query.to_string(), "category=foreign-trade,talent&unit=yuan");
/// assert_eq!("category=foreign-trade,talent&unit=yuan".parse(), Ok(query));
/// ```
///
/// A query known at compile time is a [`MetricSet`].
///
/// # As text
///
/// A URL's query string, `facet=value,value` with `&` between two facets, which [`Display`](fmt::Display) writes and `FromStr` reads. Values are
/// codes, section numbers and [periods](Period), in Unicode or percent-encoded; names are read too, in English or
/// Chinese. A facet may come again, and without a value it asks nothing, as HTML forms send it. No more than 1 024 values of a facet
/// are read.
///
/// ```
/// use yongkang_metrics::{Metric, Query};
///
/// let query: Query = "category=对外贸易&unit=&within=2020".parse()?;
/// assert!(query.metrics().contains(Metric::FOREIGN_TRADE_TOTAL));
///
/// let error = "category=talent&unti=person".parse::<Query>().unwrap_err();
/// assert!(error.to_string().starts_with(
///     "\"unti=person\" at byte 16: no facet is called \"unti\"; did you mean `unit`?"
/// ));
/// # Ok::<(), yongkang_metrics::ParseQueryError>(())
/// ```
///
/// With the feature `serde` it is a map of lists, and reads the same text in place of a list: see [`Record`](crate::Record).
/// With the feature `search` there is one more facet, `search`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Query {
    /// In one of these categories.
    pub category: Vec<Category>,
    /// In one of these units.
    pub unit: Vec<Unit>,
    /// In a unit of one of these dimensions.
    pub dimension: Vec<Dimension>,
    /// Of one of these kinds.
    pub stat_type: Vec<StatType>,
    /// Referring to one of these levels.
    pub admin_level: Vec<AdminLevel>,
    /// In one of these sections of the report.
    pub section: Vec<Section>,
    /// For exactly one of these periods.
    pub period: Vec<Period>,
    /// For a period within one of these.
    pub within: Vec<Period>,
    /// [Found](crate::search()) by all words of one of these texts.
    #[cfg(feature = "search")]
    pub search: Vec<String>,
}

impl Query {
    /// The names of the facets, as text and all serialised forms have them.
    ///
    /// ```
    /// # use yongkang_metrics::Query;
    /// assert!(Query::FACETS.contains(&"stat_type"));
    /// ```
    pub const FACETS: &'static [&'static str] = &[
        "category",
        "unit",
        "dimension",
        "stat_type",
        "admin_level",
        "section",
        "period",
        "within",
        #[cfg(feature = "search")]
        "search",
    ];

    /// Asks nothing, so that every metric is an answer.
    ///
    /// ```
    /// # use yongkang_metrics::{MetricSet, Query};
    /// assert_eq!(Query::new().metrics(), MetricSet::ALL);
    /// ```
    #[must_use]
    #[inline]
    pub const fn new() -> Self {
        Self {
            category: Vec::new(),
            unit: Vec::new(),
            dimension: Vec::new(),
            stat_type: Vec::new(),
            admin_level: Vec::new(),
            section: Vec::new(),
            period: Vec::new(),
            within: Vec::new(),
            #[cfg(feature = "search")]
            search: Vec::new(),
        }
    }

    /// Also those of a category.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Query};
    /// let query = Query::new().category(Category::Talent);
    /// assert_eq!(query.metrics(), Category::Talent.metrics());
    /// ```
    #[must_use]
    #[inline]
    pub fn category(mut self, category: Category) -> Self {
        add(&mut self.category, category);
        self
    }

    /// Also those in a unit.
    ///
    /// ```
    /// # use yongkang_metrics::{Query, Unit};
    /// let query = Query::new().unit(Unit::Month).unit(Unit::Year);
    /// assert_eq!(query.to_string(), "unit=month,year");
    /// ```
    #[must_use]
    #[inline]
    pub fn unit(mut self, unit: Unit) -> Self {
        add(&mut self.unit, unit);
        self
    }

    /// Also those in any unit of a dimension.
    ///
    /// ```
    /// # use yongkang_metrics::{Dimension, Query};
    /// let query = Query::new().dimension(Dimension::Money).dimension(Dimension::MoneyRate);
    /// assert_eq!(query.to_string(), "dimension=money,money-rate");
    /// ```
    #[must_use]
    #[inline]
    pub fn dimension(mut self, dimension: Dimension) -> Self {
        add(&mut self.dimension, dimension);
        self
    }

    /// Also those of a kind of statistic.
    ///
    /// ```
    /// # use yongkang_metrics::{Query, StatType};
    /// assert_eq!(Query::new().stat_type(StatType::Rank).metrics(), StatType::Rank.metrics());
    /// ```
    #[must_use]
    #[inline]
    pub fn stat_type(mut self, stat_type: StatType) -> Self {
        add(&mut self.stat_type, stat_type);
        self
    }

    /// Also those that refer to an administrative level.
    ///
    /// ```
    /// # use yongkang_metrics::{AdminLevel, Query};
    /// let query = Query::new().admin_level(AdminLevel::National).admin_level(AdminLevel::Provincial);
    /// assert_eq!(query.to_string(), "admin_level=national,provincial");
    /// ```
    #[must_use]
    #[inline]
    pub fn admin_level(mut self, level: AdminLevel) -> Self {
        add(&mut self.admin_level, level);
        self
    }

    /// Also those that stand in a section of the report.
    ///
    /// ```
    /// # use yongkang_metrics::{Query, Section};
    /// assert_eq!(Query::new().section(Section::ALL[4]).to_string(), "section=4");
    /// ```
    #[must_use]
    #[inline]
    pub fn section(mut self, section: Section) -> Self {
        add(&mut self.section, section);
        self
    }

    /// Also those for exactly this period.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, Query};
    /// let query = Query::new().period(Metric::FOREIGN_TRADE_TOTAL.time_period());
    /// assert_eq!(query.to_string(), "period=2020-01-01/2020-11-30");
    /// ```
    #[must_use]
    #[inline]
    pub fn period(mut self, period: Period) -> Self {
        add(&mut self.period, period);
        self
    }

    /// Also those whose period lies within this one.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, Period, Query};
    /// let query = Query::new().within(Period::year(2020).unwrap());
    /// assert!(!query.metrics().contains(Metric::GAOKAO_RESULTS_STREAK));
    /// ```
    #[must_use]
    #[inline]
    pub fn within(mut self, period: Period) -> Self {
        add(&mut self.within, period);
        self
    }

    /// Also those that are found by all words of a text, as [`search`](crate::search()) finds them; a blank one asks nothing.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, Query};
    /// let query = Query::new().search("foreign trade");
    /// assert!(query.metrics().contains(Metric::FOREIGN_TRADE_TOTAL));
    /// assert_eq!(query.to_string(), "search=foreign%20trade");
    /// ```
    #[cfg(feature = "search")]
    #[must_use]
    #[inline]
    pub fn search(mut self, text: &str) -> Self {
        self.add_search(text);
        self
    }

    #[cfg(feature = "search")]
    #[inline]
    fn add_search(&mut self, text: &str) {
        if !text.trim().is_empty() {
            add(&mut self.search, text.to_owned());
        }
    }

    /// Also those that have one of these values of the facet that is named, as [text](Self#as-text) has both.
    ///
    /// # Errors
    ///
    /// If there is no such facet, it has no such value, or there are more than 1 024.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Query};
    /// // An option of a command line.
    /// let query = Query::new().facet("category", "talent,reform")?;
    /// assert_eq!(query.category, [Category::Talent, Category::Reform]);
    /// # Ok::<(), yongkang_metrics::ParseQueryError>(())
    /// ```
    #[inline]
    pub fn facet(mut self, name: &str, values: &str) -> Result<Self, ParseQueryError> {
        self.read(name, values).map_err(|reason| {
            let (mut part, offset) = (name.to_owned(), 0);
            part.push('=');
            part.push_str(values);
            ParseQueryError { offset, part, reason }
        })?;
        Ok(self)
    }

    /// Takes values that are not percent-encoded.
    #[inline]
    fn read(&mut self, facet: &str, values: &str) -> Result<(), Reason> {
        match facet {
            _ if values.is_empty() && Self::FACETS.contains(&facet) => Ok(()),
            "category" => read(&mut self.category, values),
            "unit" => read(&mut self.unit, values),
            "dimension" => read(&mut self.dimension, values),
            "stat_type" => read(&mut self.stat_type, values),
            "admin_level" => read(&mut self.admin_level, values),
            "section" => read(&mut self.section, values),
            "period" => read(&mut self.period, values),
            "within" => read(&mut self.within, values),
            #[cfg(feature = "search")]
            "search" => {
                // A comma is a part of the text.
                self.add_search(values);
                limited(&self.search)
            }
            #[cfg(not(feature = "search"))]
            "search" => Err(Reason::NoSearch),
            _ => Err(Reason::Code(UnknownCode::new("facet", facet, Self::FACETS.to_vec()))),
        }
    }

    /// The answer: the metrics that have one of the values of each facet that has any.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Query, Unit};
    /// let query = Query::new().category(Category::Talent).unit(Unit::Person).unit(Unit::PolicyArticle);
    /// assert_eq!(query.metrics().len(), 5);
    /// ```
    #[must_use]
    #[inline]
    pub fn metrics(&self) -> MetricSet {
        let all = any(&self.category, |it| it.metrics())
            & any(&self.unit, |it| it.metrics())
            & any(&self.dimension, |it| it.metrics())
            & any(&self.stat_type, |it| it.metrics())
            & any(&self.admin_level, |it| it.metrics())
            & any(&self.section, |it| it.metrics())
            & any(&self.period, |it| MetricSet::ALL.period(*it))
            & any(&self.within, |it| MetricSet::ALL.within(*it));
        #[cfg(feature = "search")]
        let all = {
            let asked: Vec<&String> = self.search.iter().filter(|text| !text.trim().is_empty()).collect();
            all & any(&asked, |text| crate::search(text).into_iter().collect())
        };
        all
    }

    #[inline]
    fn fmt_parts(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Parts { f, first: true };
        parts.facet("category", &self.category)?;
        parts.facet("unit", &self.unit)?;
        parts.facet("dimension", &self.dimension)?;
        parts.facet("stat_type", &self.stat_type)?;
        parts.facet("admin_level", &self.admin_level)?;
        parts.facet("section", &self.section)?;
        parts.facet("period", &self.period)?;
        parts.facet("within", &self.within)?;
        #[cfg(feature = "search")]
        for text in self.search.iter().filter(|text| !text.trim().is_empty()) {
            parts.facet("search", &[text])?;
        }
        Ok(())
    }
}

/// Each value once.
#[inline]
fn add<T: PartialEq>(values: &mut Vec<T>, value: T) {
    if !values.contains(&value) {
        values.push(value);
    }
}

#[inline]
fn read<T: FromStr<Err: Into<Reason>> + PartialEq>(found: &mut Vec<T>, values: &str) -> Result<(), Reason> {
    for value in values.split(',') {
        add(found, value.parse().map_err(Into::into)?);
        limited(found)?;
    }
    Ok(())
}

/// No more metrics than these are embedded, and to hold each value against all others would take the square of their number.
const MOST_VALUES: usize = 1_024;

#[inline]
fn limited<T>(values: &[T]) -> Result<(), Reason> {
    if values.len() > MOST_VALUES { Err(Reason::TooMany) } else { Ok(()) }
}

/// The metrics that have one of these; all if there are none.
#[inline]
fn any<T>(values: &[T], metrics: impl Fn(&T) -> MetricSet) -> MetricSet {
    values.iter().map(metrics).reduce(|a, b| a | b).unwrap_or(MetricSet::ALL)
}

struct Parts<'a, 'b> {
    f: &'a mut fmt::Formatter<'b>,
    first: bool,
}

impl Parts<'_, '_> {
    #[inline]
    fn facet<T: fmt::Display>(&mut self, name: &str, values: &[T]) -> fmt::Result {
        if values.is_empty() {
            return Ok(());
        }
        let and = if self.first { "" } else { "&" };
        self.first = false;
        write!(self.f, "{and}{name}={}", padding::list(values.iter().map(Encoded), ","))
    }
}

/// Prints the [text](Query#as-text), in the order of [`FACETS`](Query::FACETS).
impl fmt::Display for Query {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padding::pad(f, format_args!("{}", By(|f: &mut fmt::Formatter<'_>| self.fmt_parts(f))))
    }
}

/// Reads the [text](Query#as-text).
impl FromStr for Query {
    type Err = ParseQueryError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, ParseQueryError> {
        let mut query = Self::new();
        let mut offset = 0;
        for part in text.split('&') {
            let read = match part.split_once('=') {
                Some((facet, values)) => decoded(values).and_then(|values| query.read(facet, &values)),
                None if part.is_empty() => Ok(()),
                None => Err(Reason::NoValue),
            };
            read.map_err(|reason| ParseQueryError { offset, part: part.to_owned(), reason })?;
            offset += part.len() + 1;
        }
        Ok(query)
    }
}

/// What is displayed, percent-encoded but for what RFC 3986 reserves for nothing, and for `/`, which a query may have.
struct Encoded<T>(T);

impl<T: fmt::Display> fmt::Display for Encoded<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Encoder(f), "{}", self.0)
    }
}

struct Encoder<'a, 'b>(&'a mut fmt::Formatter<'b>);

impl fmt::Write for Encoder<'_, '_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.bytes().try_for_each(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                self.0.write_char(byte.into())
            }
            _ => write!(self.0, "%{byte:02X}"),
        })
    }
}

/// What is percent-encoded as it was, and each `+` a space, as forms send it.
#[inline]
fn decoded(text: &str) -> Result<String, Reason> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, more @ ..] = rest {
        rest = more;
        bytes.push(match (first, more) {
            (b'+', _) => b' ',
            (b'%', [high, low, more @ ..]) => {
                rest = more;
                let digit = |byte: &u8| char::from(*byte).to_digit(16);
                let (high, low) = (digit(high).ok_or(Reason::Encoding)?, digit(low).ok_or(Reason::Encoding)?);
                u8::try_from(high * 16 + low).expect("two hexadecimal digits")
            }
            (b'%', _) => return Err(Reason::Encoding),
            (byte, _) => *byte,
        });
    }
    String::from_utf8(bytes).map_err(|_| Reason::Encoding)
}

/// A text that is no [`Query`], or a facet or value that there is not.
///
/// Its [`source`](core::error::Error::source) is the error of the value: an [`UnknownCode`], a [`ParseSectionError`] or a [`ParsePeriodError`].
///
/// ```
/// # use yongkang_metrics::Query;
/// let error = "category=talent&section=12".parse::<Query>().unwrap_err();
/// assert_eq!((error.offset(), error.part()), (16, "section=12"));
/// assert_eq!(
///     error.to_string(),
///     "\"section=12\" at byte 16: not a section of the report; expected a number from 0 to 9"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ParseQueryError {
    offset: usize,
    part: String,
    reason: Reason,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Reason {
    Code(UnknownCode),
    Section(ParseSectionError),
    Period(ParsePeriodError),
    NoValue,
    TooMany,
    Encoding,
    #[cfg(not(feature = "search"))]
    NoSearch,
}

impl From<UnknownCode> for Reason {
    #[inline]
    fn from(error: UnknownCode) -> Self {
        Self::Code(error)
    }
}

impl From<ParseSectionError> for Reason {
    #[inline]
    fn from(error: ParseSectionError) -> Self {
        Self::Section(error)
    }
}

impl From<ParsePeriodError> for Reason {
    #[inline]
    fn from(error: ParsePeriodError) -> Self {
        Self::Period(error)
    }
}

impl ParseQueryError {
    /// Where in the text the part begins that is wrong, in bytes.
    ///
    /// ```
    /// # use yongkang_metrics::Query;
    /// assert_eq!("unit=yuan&unit=yaun".parse::<Query>().unwrap_err().offset(), 10);
    /// ```
    #[must_use]
    #[inline]
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// The part that is wrong, of one facet, as it was given.
    ///
    /// ```
    /// # use yongkang_metrics::Query;
    /// assert_eq!("unit=yuan&unit=yaun".parse::<Query>().unwrap_err().part(), "unit=yaun");
    /// ```
    #[must_use]
    #[inline]
    pub fn part(&self) -> &str {
        &self.part
    }
}

impl fmt::Display for ParseQueryError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match &self.reason {
            Reason::Code(error) => error.to_string(),
            Reason::Section(error) => error.to_string(),
            Reason::Period(error) => error.to_string(),
            Reason::NoValue => "expected a facet and its values, as in `unit=yuan,person`".to_owned(),
            Reason::TooMany => format!("more than {MOST_VALUES} values of a facet; expected fewer"),
            Reason::Encoding => "expected percent-encoded UTF-8".to_owned(),
            #[cfg(not(feature = "search"))]
            Reason::NoSearch => "there is no `search` without the feature `search` of this crate".to_owned(),
        };
        let (part, cut) = shown(&self.part);
        match self.offset {
            0 => padding::pad(f, format_args!("{part:?}{cut}: {reason}")),
            offset => padding::pad(f, format_args!("{part:?}{cut} at byte {offset}: {reason}")),
        }
    }
}

/// As much of a text as an error repeats.
#[inline]
fn shown(text: &str) -> (&str, &'static str) {
    text.char_indices().nth(48).map_or((text, ""), |(end, _)| (&text[..end], "…"))
}

impl Error for ParseQueryError {
    #[inline]
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.reason {
            Reason::Code(error) => Some(error),
            Reason::Section(error) => Some(error),
            Reason::Period(error) => Some(error),
            _ => None,
        }
    }
}
