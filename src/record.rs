//! [`Record`]: a metric as a row, for JSON, CSV or a data frame.

use alloc::borrow::Cow;

use rust_decimal::Decimal;

use crate::{AdminLevel, Category, Comparator, Metric, Period, Section, StatType, Unit};

/// A metric as a flat row: what a data frame, a JSON file or a CSV file holds of it.
///
/// The fields are the columns of the table, in its order and under its names. With the feature `serde` a record is
/// serialised with codes and ids as strings, the value as a decimal string, so that no digit is lost, and the period as an
/// ISO 8601 interval; what is empty is `null`, or an empty field in CSV. It is read back likewise; an unknown code or id is
/// an error that names the nearest.
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
}

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
