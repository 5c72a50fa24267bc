//! [`Filter`]: which metrics are asked for at run time, by a command line, a URL or a form.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::facets::facets;
use crate::parse_error::Textual;
use crate::{
    AdminLevel, Aggregate, Category, Dimension, MetricSet, ParseError, Period, PeriodBasis, Precision, Section,
    StatType, Unit,
};

macro_rules! filter {
    ($($facet:ident: $Type:ty, $whose:literal $(, |$row:ident| $value:expr)?;)+) => {
        /// A filter that is known only at run time: for each facet, the values of which a metric must have one.
        ///
        /// *Or* within a facet, *and* between facets; a facet without values lets every metric pass. [`metrics`](Self::metrics)
        /// answers. For what is known at compile time take a [`MetricSet`].
        ///
        /// ```
        /// use yongkang_metrics::{Category, Filter, Unit};
        ///
        /// let filter = Filter::new().category(Category::ForeignTrade).category(Category::Talent).unit(Unit::Yuan);
        /// assert_eq!(filter.metrics(), (Category::ForeignTrade.metrics() | Category::Talent.metrics()) & Unit::Yuan.metrics());
        ///
        /// // As a URL has it.
        /// assert_eq!(filter.to_string(), "category=foreign-trade,talent&unit=yuan");
        /// assert_eq!("category=foreign-trade,talent&unit=yuan".parse(), Ok(filter));
        /// ```
        ///
        /// # As text
        ///
        /// A URL's query string, `facet=value,value` with `&` between two facets, which [`Display`](fmt::Display) writes and
        /// `FromStr` reads, with a `?` before it too. Values are codes, section numbers and [periods](Period), and `aggregate=none`, in Unicode or percent-encoded; names are read
        /// too, in English or Chinese. A facet may come again, and without a value it asks nothing, as HTML forms send it. No more
        /// than 1 024 values of a facet are read.
        ///
        /// ```
        /// use yongkang_metrics::{Filter, Metric};
        ///
        /// let filter: Filter = "category=对外贸易&unit=&within=2020".parse()?;
        /// assert!(filter.metrics().contains(Metric::FOREIGN_TRADE_TOTAL));
        ///
        /// let error = "category=talent&unti=person".parse::<Filter>().unwrap_err();
        /// assert!(error.to_string().starts_with("character 17: no facet is called \"unti\"; did you mean `unit`?"));
        /// # Ok::<(), yongkang_metrics::ParseError>(())
        /// ```
        ///
        /// With the feature `serde` it is written as this text, and read from it or from a map: see
        /// [`Record`](crate::Record#other-types). With the feature `search` there is one more facet, `search`.
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
        #[non_exhaustive]
        pub struct Filter {
            $(
                #[doc = concat!("Lets metrics ", $whose, ", or another in the list, pass; all, if the list is empty.")]
                pub $facet: Vec<$Type>,
            )+
            /// Lets metrics [found](crate::search()) by all words of a text in the list pass; all, if the list is empty.
            #[cfg(feature = "search")]
            pub search: Vec<String>,
        }

        impl Filter {
            /// The names of the facets, as text and all serialised forms have them.
            pub const FACETS: &'static [&'static str] =
                &[$(stringify!($facet),)+ #[cfg(feature = "search")] "search"];

            /// A filter without values, which lets every metric pass.
            #[must_use]
            #[inline]
            pub const fn new() -> Self {
                Self { $($facet: Vec::new(),)+ #[cfg(feature = "search")] search: Vec::new() }
            }

            $(
                #[doc = concat!("Lets metrics ", $whose, " pass as well.")]
                #[must_use]
                #[inline]
                pub fn $facet(mut self, value: $Type) -> Self {
                    add(&mut self.$facet, value);
                    self
                }
            )+

            /// Takes values that are not percent-encoded.
            #[inline]
            fn read(&mut self, facet: &str, values: &str) -> Result<(), ParseError> {
                // As options of a command line are written, and headings of a table.
                let name = facet.to_ascii_lowercase().replace('-', "_");
                match &*name {
                    // Before all facets, as forms send `unit=` for a field that is left empty, and an empty text is no unit.
                    name if values.trim().is_empty() && Self::FACETS.contains(&name) => Ok(()),
                    $(stringify!($facet) => read(&mut self.$facet, values),)+
                    #[cfg(feature = "search")]
                    "search" => {
                        // A comma is a part of the text.
                        add(&mut self.search, values.into());
                        limited(self.search.len(), values)
                    }
                    #[cfg(not(feature = "search"))]
                    // An arm of its own: "no facet is called search" would send the reader to look for a slip of his own.
                    "search" => Err(ParseError::because("facet", facet, "it needs the feature `search` of this crate")),
                    _ => Err(ParseError::one_of("facet", Self::FACETS, &[], facet)),
                }
            }

            /// The metrics that pass: those that have one of its values for each facet with values.
            ///
            /// ```
            /// # use yongkang_metrics::{Category, Filter, Unit};
            /// let filter = Filter::new().category(Category::Talent).unit(Unit::Person).unit(Unit::PolicyArticle);
            /// assert_eq!(filter.metrics().len(), 5);
            /// ```
            #[must_use]
            #[inline]
            pub fn metrics(&self) -> MetricSet {
                let found = MetricSet::ALL;
                $(let found = found & any(&self.$facet, MetricSet::$facet);)+
                #[cfg(feature = "search")]
                let found = found & any(&self.texts(), |_, text| crate::search(text).into_iter().collect());
                found
            }

            /// `facet=value,value` of each facet that has values.
            #[inline]
            fn parts(&self) -> Vec<String> {
                let mut parts = Vec::new();
                $(parts.extend(part(stringify!($facet), &self.$facet));)+
                #[cfg(feature = "search")]
                // A part for each text, since a comma between two would be read as one text with a comma in it.
                parts.extend(self.texts().into_iter().map(|text| format!("search={}", encoded(text))));
                parts
            }
        }
    };
}

facets!(filter);

impl Filter {
    /// Lets metrics that [`search`](crate::search()) finds by all words of `text` pass as well. A blank text changes nothing.
    ///
    /// ```
    /// # use yongkang_metrics::{Filter, Metric};
    /// let filter = Filter::new().search("foreign trade");
    /// assert!(filter.metrics().contains(Metric::FOREIGN_TRADE_TOTAL));
    /// assert_eq!(filter.to_string(), "search=foreign%20trade");
    /// ```
    #[cfg(feature = "search")]
    #[must_use]
    #[inline]
    pub fn search(mut self, text: &str) -> Self {
        // A blank text is found in nothing, and would empty the answer where the form asked nothing.
        if !text.trim().is_empty() {
            add(&mut self.search, text.into());
        }
        self
    }

    /// The texts to search for. The field is public, so there may be blank ones, which ask nothing.
    #[cfg(feature = "search")]
    #[inline]
    fn texts(&self) -> Vec<&String> {
        self.search.iter().filter(|text| !text.trim().is_empty()).collect()
    }

    /// Adds values to the facet called `name`, both as the [text](Self#as-text) has them: for an option of a command line, or a
    /// field of a form.
    ///
    /// # Errors
    ///
    /// If there is no such facet, a value can't be read, or the facet then has more than 1 024 of them.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Filter};
    /// let filter = Filter::new().facet("category", "talent,reform")?;
    /// assert_eq!(filter.category, [Category::Talent, Category::Reform]);
    /// # Ok::<(), yongkang_metrics::ParseError>(())
    /// ```
    #[inline]
    pub fn facet(mut self, name: &str, values: &str) -> Result<Self, ParseError> {
        self.read(name, values)?;
        Ok(self)
    }
}

/// Each value once.
fn add<T: PartialEq>(values: &mut Vec<T>, value: T) {
    if !values.contains(&value) {
        values.push(value);
    }
}

/// A value of a facet, as the text has it.
trait Value: PartialEq + Sized {
    fn read(text: &str) -> Result<Self, ParseError>;
    fn show(&self) -> String;
}

impl<T: Textual + PartialEq> Value for T {
    fn read(text: &str) -> Result<Self, ParseError> {
        text.parse()
    }

    fn show(&self) -> String {
        self.to_string()
    }
}

/// What belongs to no aggregate.
const NONE: &str = "none";

impl Value for Option<Aggregate> {
    #[inline]
    fn read(text: &str) -> Result<Self, ParseError> {
        if text.eq_ignore_ascii_case(NONE) { Ok(None) } else { text.parse().map(Some) }
    }

    #[inline]
    fn show(&self) -> String {
        self.map_or(NONE, Aggregate::code).into()
    }
}

fn read<T: Value>(found: &mut Vec<T>, values: &str) -> Result<(), ParseError> {
    let mut at = 0;
    // Also as a Chinese keyboard has it, and with blanks about it, as one types a list.
    for value in values.split([',', '，', '、']) {
        let blanks = value.chars().take_while(|c| c.is_whitespace()).count();
        add(found, T::read(value.trim()).map_err(|error| error.at(at + blanks))?);
        // After each value and not at the end: the square of the length is what is to be avoided.
        limited(found.len(), value)?;
        at += value.chars().count() + 1;
    }
    Ok(())
}

/// As many as there can be metrics. Each value is compared with all before it, so without a limit the time would grow with the square
/// of the text's length.
const MOST_VALUES: usize = 1_024;

#[inline]
fn limited(count: usize, value: &str) -> Result<(), ParseError> {
    if count > MOST_VALUES {
        let why = format!("expected no more than {MOST_VALUES} values of a facet");
        return Err(ParseError::because("value of this filter", value, why));
    }
    Ok(())
}

/// The metrics that have one of these; all if there are none.
fn any<T: Copy>(values: &[T], narrowed: impl Fn(MetricSet, T) -> MetricSet) -> MetricSet {
    values.iter().map(|value| narrowed(MetricSet::ALL, *value)).reduce(|a, b| a | b).unwrap_or(MetricSet::ALL)
}

/// The part of the text for a facet, if it has values.
fn part<T: Value>(facet: &str, values: &[T]) -> Option<String> {
    let values: Vec<String> = values.iter().map(|value| encoded(&value.show())).collect();
    (!values.is_empty()).then(|| format!("{facet}={}", values.join(",")))
}

/// Prints the [text](Filter#as-text), in the order of [`FACETS`](Filter::FACETS).
impl fmt::Display for Filter {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.parts().join("&"))
    }
}

/// Reads the [text](Filter#as-text).
impl FromStr for Filter {
    type Err = ParseError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let mut filter = Self::new();
        // As a URL has it before its query.
        let parts = text.strip_prefix('?').unwrap_or(text);
        let mut at = text.len() - parts.len();
        for part in parts.split('&') {
            // At the first `=`: a text that is searched for may have more.
            let read = match part.split_once('=') {
                Some((facet, values)) => filter.read(facet, "").and_then(|()| {
                    let read = decoded(values).and_then(|values| filter.read(facet, &values));
                    read.map_err(|error| error.at(facet.chars().count() + 1))
                }),
                None if part.is_empty() => Ok(()),
                None => Err(ParseError::because(
                    "part of a filter",
                    part,
                    "expected a facet and its values, as in `unit=yuan,person`",
                )),
            };
            read.map_err(|error| error.at(at))?;
            at += part.chars().count() + 1;
        }
        Ok(filter)
    }
}

/// Percent-encodes all but RFC 3986's unreserved characters and `/`, which a query may have, and each period has.
#[inline]
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => encoded.push(byte.into()),
            _ => encoded += &format!("%{byte:02X}"),
        }
    }
    encoded
}

/// Percent-decodes a text, in which `+` is a space, as forms send it.
#[inline]
fn decoded(text: &str) -> Result<String, ParseError> {
    let error = || ParseError::because("text of a URL", text, "expected percent-encoded UTF-8");
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        // Digit by digit, as `from_str_radix` would take `%+1`.
        let mut digit = || rest.next().and_then(|byte| char::from(byte).to_digit(16)).ok_or_else(error);
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => (digit()? * 16 + digit()?) as u8,
            byte => byte,
        });
    }
    String::from_utf8(bytes).map_err(|_| error())
}
