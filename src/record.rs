//! [`Record`]: a metric as a row, for JSON, CSV or a data frame.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::fmt;
use core::ops::Bound;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::{AdminLevel, Category, Comparator, Dimension, Metric, MetricSet, Period, Section, StatType, Unit, padding};

/// A metric as a flat row: what a data frame, a JSON file or a CSV file holds of it.
///
/// The fields are the columns of the table, in its order and under its names. [`WideRecord`] has more.
///
/// # With the feature `serde`
///
/// Codes and ids are strings, the value is a decimal string, so that no digit is lost, and the period an ISO 8601 interval. What is
/// empty is `null` in JSON, an empty field in CSV, and left out of TOML, so that every row has the same columns where a format has
/// them. It is read back likewise: what may be empty may also be left out, an unknown code or id is an error that names the nearest,
/// and the value may be a number too: a whole one, or one with a fraction that binary numbers hold. Another (`0.1`) is refused, as a
/// reader has lost its digits; write it as a string. [`verify`](Self::verify) tells whether a record is the metric's own.
///
/// Other types, for writing and where so marked for reading:
///
/// | type | form |
/// |---|---|
/// | [`Metric`], [`Category`] and the other codes, [`Period`]; read too | a string |
/// | [`Section`]; read too | a number |
/// | [`MetricSet`]; read too | a list of ids |
/// | [`Query`](crate::Query); read too | a map of lists: `{"category": ["talent"]}`; a string `"talent,reform"` is read for a list |
/// | [`Bounds`](crate::Bounds) | a map: `lower`, `lower_included`, `upper`, `upper_included`; an end that is missing is `null` |
/// | [`Estimate`](crate::Estimate), [`Quantity`](crate::Quantity) | `value`, `unit` of a quantity, and the bounds' fields |
/// | [`Citation`](crate::Citation) | a map: `metric`, `text`, `bibtex` |
/// | [`Exclusion`](crate::Exclusion) | a map of the columns of its table |
/// | [`Audit`](crate::Audit), [`Finding`](crate::Finding) and their parts | maps of what their methods give |
///
/// Schemas are traced from values: serde_arrow's `from_samples` finds one in rows, while its `from_type` cannot, as it
/// reads texts of its own making, which are no codes.
///
/// ```
/// use yongkang_metrics::{Metric, MetricSet, Record};
///
/// let record = Record::from(Metric::FOREIGN_TRADE_TOTAL);
/// assert_eq!(record.obs_text, "387.7亿元人民币");
///
/// let rows: Vec<Record> = MetricSet::ALL.iter().map(Record::from).collect();
/// assert_eq!(rows.len(), MetricSet::ALL.len());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Record {
    /// The metric, by its id.
    pub id: Metric,
    /// [`Metric::title`].
    pub title: Cow<'static, str>,
    /// [`Metric::title_zh`].
    pub title_zh: Cow<'static, str>,
    /// [`Metric::category`].
    pub category: Category,
    /// [`Metric::section`].
    pub section: Section,
    /// [`Metric::source_start`].
    pub source_start: u32,
    /// [`Metric::obs_text`].
    pub obs_text: Cow<'static, str>,
    /// [`Metric::value`].
    pub obs_value: Decimal,
    /// [`Metric::comparator`].
    pub comparator: Option<Comparator>,
    /// [`Metric::unit`].
    pub unit: Unit,
    /// [`Metric::stat_type`].
    pub stat_type: StatType,
    /// [`Metric::time_period`].
    pub time_period: Period,
    /// [`Metric::admin_level`].
    pub admin_level: Option<AdminLevel>,
    /// [`Metric::of_metric`].
    pub of_metric: Option<Metric>,
    /// [`Metric::note`].
    pub note: Option<Cow<'static, str>>,
    /// [`Metric::note_zh`].
    pub note_zh: Option<Cow<'static, str>>,
    /// [`Metric::keywords`], a space between each two.
    pub keywords: Cow<'static, str>,
}

impl Record {
    /// The names of the fields, as the tables and all serialised forms have them.
    ///
    /// ```
    /// # use yongkang_metrics::Record;
    /// assert_eq!(Record::FIELDS[7], "obs_value");
    /// ```
    pub const FIELDS: &'static [&'static str] = &[
        "id",
        "title",
        "title_zh",
        "category",
        "section",
        "source_start",
        "obs_text",
        "obs_value",
        "comparator",
        "unit",
        "stat_type",
        "time_period",
        "admin_level",
        "of_metric",
        "note",
        "note_zh",
        "keywords",
    ];

    /// That the record says of its metric what this crate says.
    ///
    /// # Errors
    ///
    /// The first field that says something else, as one of a file that was edited, or written by another version of the data.
    ///
    /// ```
    /// # use yongkang_metrics::{Decimal, Metric, Record};
    /// let mut record = Record::from(Metric::MARKET_ENTITIES);
    /// assert_eq!(record.verify(), Ok(()));
    ///
    /// record.obs_value = Decimal::TEN;
    /// assert_eq!(
    ///     record.verify().unwrap_err().to_string(),
    ///     "`market-entities`: obs_value \"10\"; expected \"130000\"",
    /// );
    /// ```
    #[allow(clippy::missing_panics_doc, reason = "texts differ where values do")]
    #[inline]
    pub fn verify(&self) -> Result<(), RecordMismatch> {
        let right = Self::from(self.id);
        if *self == right {
            return Ok(());
        }
        let texts = self.texts().into_iter().zip(right.texts());
        let fields = Self::FIELDS.iter().zip(texts).find(|(_, (found, expected))| found != expected);
        let (field, (found, expected)) = fields.expect("texts differ where values do");
        Err(RecordMismatch { metric: self.id, field, found, expected })
    }

    #[inline]
    fn texts(&self) -> [String; Self::FIELDS.len()] {
        [
            self.id.to_string(),
            self.title.to_string(),
            self.title_zh.to_string(),
            self.category.to_string(),
            self.section.to_string(),
            self.source_start.to_string(),
            self.obs_text.to_string(),
            self.obs_value.normalize().to_string(),
            text(self.comparator.as_ref()),
            self.unit.to_string(),
            self.stat_type.to_string(),
            self.time_period.to_string(),
            text(self.admin_level.as_ref()),
            text(self.of_metric.as_ref()),
            text(self.note.as_ref()),
            text(self.note_zh.as_ref()),
            self.keywords.to_string(),
        ]
    }
}

#[inline]
fn text(value: Option<&impl ToString>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

/// A [`Record`] that says something of its metric that this crate does not.
///
/// ```
/// # use yongkang_metrics::{Metric, Record, Unit};
/// let record = Record { unit: Unit::Person, ..Record::from(Metric::MARKET_ENTITIES) };
/// let error = record.verify().unwrap_err();
/// assert_eq!((error.metric(), error.field()), (Metric::MARKET_ENTITIES, "unit"));
/// assert_eq!((error.found(), error.expected()), ("person", "market-entity"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RecordMismatch {
    metric: Metric,
    field: &'static str,
    found: String,
    expected: String,
}

impl RecordMismatch {
    /// The metric, by the record's id.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, Record};
    /// let record = Record { note: None, ..Record::from(Metric::MARKET_ENTITIES) };
    /// assert_eq!(record.verify().unwrap_err().metric(), Metric::MARKET_ENTITIES);
    /// ```
    #[must_use]
    #[inline]
    pub fn metric(&self) -> Metric {
        self.metric
    }

    /// The first of [`Record::FIELDS`] that differs.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, Record};
    /// let record = Record { note: None, ..Record::from(Metric::MARKET_ENTITIES) };
    /// assert_eq!(record.verify().unwrap_err().field(), "note");
    /// ```
    #[must_use]
    #[inline]
    pub fn field(&self) -> &'static str {
        self.field
    }

    /// What the record has, as text; nothing where it is empty.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, Record};
    /// let record = Record { note: None, ..Record::from(Metric::MARKET_ENTITIES) };
    /// assert_eq!(record.verify().unwrap_err().found(), "");
    /// ```
    #[must_use]
    #[inline]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// What this crate has, likewise.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, Record};
    /// let record = Record { comparator: None, ..Record::from(Metric::MARKET_ENTITIES) };
    /// assert_eq!(record.verify().unwrap_err().expected(), ">=");
    /// ```
    #[must_use]
    #[inline]
    pub fn expected(&self) -> &str {
        &self.expected
    }
}

impl fmt::Display for RecordMismatch {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { metric, field, found, expected } = self;
        padding::pad(f, format_args!("`{metric}`: {field} {found:?}; expected {expected:?}"))
    }
}

impl core::error::Error for RecordMismatch {}

impl From<Metric> for Record {
    #[inline]
    fn from(metric: Metric) -> Self {
        Self {
            id: metric,
            title: metric.title().into(),
            title_zh: metric.title_zh().into(),
            category: metric.category(),
            section: metric.section(),
            // The table holds it in 32 bits.
            source_start: metric.source_start() as u32,
            obs_text: metric.obs_text().into(),
            obs_value: metric.value(),
            comparator: metric.comparator(),
            unit: metric.unit(),
            stat_type: metric.stat_type(),
            time_period: metric.time_period(),
            admin_level: metric.admin_level(),
            of_metric: metric.of_metric(),
            note: metric.note().map(Cow::Borrowed),
            note_zh: metric.note_zh().map(Cow::Borrowed),
            keywords: metric.keywords().join(" ").into(),
        }
    }
}

/// Defines [`WideRecord`] from the fields and what each is of a metric.
macro_rules! wide {
    ($metric:ident: $($(#[$doc:meta])+ $field:ident: $Type:ty = $value:expr;)+) => {
        /// A metric as a wide row, with all that is known of it, for data frames: names beside codes, bounds, both days.
        ///
        /// With the feature `serde` it is serialised as a [`Record`] is, and not read back. Decimals and days are strings;
        /// `examples/export` writes the rows, and `data/READERS.md` of the repository makes typed columns of them, in Parquet too.
        ///
        /// ```
        /// use yongkang_metrics::{Metric, WideRecord};
        ///
        /// let row = WideRecord::from(Metric::NUCLEIC_ACID_TESTS);
        /// assert_eq!((row.unit_name, row.unit_name_zh), ("person-times", "人次"));
        /// assert_eq!((row.lower, row.lower_included), (Some(30_000.into()), false));
        /// ```
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct WideRecord {
            $($(#[$doc])+ pub $field: $Type,)+
        }

        impl WideRecord {
            /// The names of the fields.
            ///
            /// ```
            /// # use yongkang_metrics::WideRecord;
            /// assert!(WideRecord::FIELDS.contains(&"period_start"));
            /// ```
            pub const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];
        }

        impl From<Metric> for WideRecord {
            #[inline]
            fn from($metric: Metric) -> Self {
                Self { $($field: $value),+ }
            }
        }

        #[cfg(feature = "serde")]
        crate::serialize::fields! { row: WideRecord, "WideRecord"; $($field: crate::serialize::Wire::wire(&row.$field),)+ }
    };
}

wide! { metric:
    /// The metric, by its id.
    id: Metric = metric;
    /// [`Metric::title`].
    title: &'static str = metric.title();
    /// [`Metric::title_zh`].
    title_zh: &'static str = metric.title_zh();
    /// [`Metric::category`].
    category: Category = metric.category();
    /// [`Category::name`].
    category_name: &'static str = metric.category().name();
    /// [`Category::name_zh`].
    category_name_zh: &'static str = metric.category().name_zh();
    /// [`Metric::section`].
    section: Section = metric.section();
    /// [`Section::title`].
    section_title: &'static str = metric.section().title();
    /// [`Section::title_zh`].
    section_title_zh: &'static str = metric.section().title_zh();
    /// [`Metric::source_start`].
    source_start: u32 = metric.source_start() as u32; // the table holds it in 32 bits
    /// [`Metric::obs_text`].
    obs_text: &'static str = metric.obs_text();
    /// [`Metric::value`].
    obs_value: Decimal = metric.value();
    /// [`Metric::comparator`].
    comparator: Option<Comparator> = metric.comparator();
    /// The lower end of [`Metric::bounds`].
    lower: Option<Decimal> = end(metric.bounds().lower()).0;
    /// Whether the true value can be the lower end.
    lower_included: bool = end(metric.bounds().lower()).1;
    /// The upper end of [`Metric::bounds`].
    upper: Option<Decimal> = end(metric.bounds().upper()).0;
    /// Whether the true value can be the upper end.
    upper_included: bool = end(metric.bounds().upper()).1;
    /// [`Metric::unit`].
    unit: Unit = metric.unit();
    /// [`Unit::name`].
    unit_name: &'static str = metric.unit().name();
    /// [`Unit::name_zh`].
    unit_name_zh: &'static str = metric.unit().name_zh();
    /// [`Metric::dimension`].
    dimension: Dimension = metric.dimension();
    /// [`Metric::stat_type`].
    stat_type: StatType = metric.stat_type();
    /// The first day of [`Metric::time_period`].
    period_start: NaiveDate = metric.time_period().start();
    /// The last day of [`Metric::time_period`].
    period_end: NaiveDate = metric.time_period().end();
    /// [`Metric::admin_level`].
    admin_level: Option<AdminLevel> = metric.admin_level();
    /// [`Metric::of_metric`].
    of_metric: Option<Metric> = metric.of_metric();
    /// [`Metric::adds_up`].
    adds_up: bool = metric.adds_up();
    /// [`Metric::overlaps`]; ids with a comma and a space between where it is serialised.
    overlaps: MetricSet = metric.overlaps();
    /// [`Metric::note`].
    note: Option<&'static str> = metric.note();
    /// [`Metric::note_zh`].
    note_zh: Option<&'static str> = metric.note_zh();
    /// [`Metric::keywords`], a space between each two.
    keywords: String = metric.keywords().join(" ");
}

/// An end as a number, and whether it is included.
#[inline]
pub(crate) fn end(end: Bound<Decimal>) -> (Option<Decimal>, bool) {
    match end {
        Bound::Included(number) => (Some(number), true),
        Bound::Excluded(number) => (Some(number), false),
        Bound::Unbounded => (None, false),
    }
}
