//! [`Record`]: a metric as a row, for JSON, CSV or a data frame.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString as _};
use core::fmt;
use core::ops::Bound::Included;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::{
    AdminLevel, Aggregate, Category, Comparator, Dimension, Metric, ObsStatus, PeriodBasis, Precision, Section,
    StatType, Unit, padding,
};

// Borrowed from the table where a record is written, and owned where one was read.
pub type Text = Cow<'static, str>;

// The one list of the fields of a record: to add one, add a row. `as` names the form in which serde writes and reads a value where
// that is not its own.
macro_rules! record_fields {
    ($expand:ident) => {
        $expand! { metric:
            /// The metric, by its id.
            id: Metric = metric;
            /// [`Metric::title`].
            title: Text = metric.title().into();
            /// [`Metric::title_zh`].
            title_zh: Text = metric.title_zh().into();
            /// [`Metric::counted`].
            counted: Text as Blank = metric.counted().into();
            /// [`Metric::counted_zh`], a space between each two.
            counted_zh: Text as Blank = metric.counted_zh().join(" ").into();
            /// [`Metric::category`].
            category: Category = metric.category();
            /// [`Category::name`].
            category_name: Text = metric.category().name().into();
            /// [`Category::name_zh`].
            category_name_zh: Text = metric.category().name_zh().into();
            /// [`Metric::section`].
            section: Section = metric.section();
            /// [`Section::title`].
            section_title: Text = metric.section().title().into();
            /// [`Section::title_zh`].
            section_title_zh: Text = metric.section().title_zh().into();
            /// [`Metric::source_start`], in Unicode code points.
            source_start: u32 = metric.source_start() as u32; // the table holds it in 32 bits
            /// [`Metric::obs_text`].
            obs_text: Text = metric.obs_text().into();
            /// [`Metric::value`], in `unit`.
            obs_value: Decimal as Number = metric.value();
            /// [`Metric::comparator`].
            comparator: Option<Comparator> = metric.comparator();
            /// [`Metric::precision`].
            precision: Precision = metric.precision();
            /// The lower end of [`Metric::bounds`], in `unit`; `None` if there is none.
            lower: Option<Decimal> as Maybe = metric.bounds().ends()[0];
            /// Whether the actual value can be the lower end.
            lower_included: bool = matches!(metric.bounds().lower(), Included(_));
            /// The upper end of [`Metric::bounds`], in `unit`; `None` if there is none.
            upper: Option<Decimal> as Maybe = metric.bounds().ends()[1];
            /// Whether the actual value can be the upper end.
            upper_included: bool = matches!(metric.bounds().upper(), Included(_));
            /// [`Metric::unit`].
            unit: Unit = metric.unit();
            /// [`Unit::name`].
            unit_name: Text = metric.unit().name().into();
            /// [`Unit::name_zh`].
            unit_name_zh: Text = metric.unit().name_zh().into();
            /// [`Metric::dimension`].
            dimension: Dimension = metric.dimension();
            /// [`Metric::stat_type`].
            stat_type: StatType = metric.stat_type();
            /// The first day of [`Metric::time_period`].
            period_start: NaiveDate as Shown = metric.time_period().start();
            /// The last day of [`Metric::time_period`].
            period_end: NaiveDate as Shown = metric.time_period().end();
            /// [`Metric::period_basis`].
            period_basis: PeriodBasis = metric.period_basis();
            /// [`Metric::admin_level`].
            admin_level: Option<AdminLevel> = metric.admin_level();
            /// [`Metric::obs_status`].
            obs_status: Option<ObsStatus> = metric.obs_status();
            /// [`Metric::of_metric`].
            of_metric: Option<Metric> = metric.of_metric();
            /// [`Metric::aggregate`].
            aggregate: Option<Aggregate> = metric.aggregate();
            /// The ids of [`Metric::overlaps`], a comma and a space between each two.
            overlaps: Text as Blank = metric.overlaps().to_string().into();
            /// The place among [`Metric::HEADLINES`], from 1.
            headline: Option<u32> = (1..).zip(Metric::HEADLINES).find(|(_, it)| **it == metric).map(|(place, _)| place);
            /// [`Metric::note`].
            note: Option<Text> = metric.note().map(Cow::Borrowed);
            /// [`Metric::note_zh`].
            note_zh: Option<Text> = metric.note_zh().map(Cow::Borrowed);
            /// [`Metric::keywords`], a space between each two.
            keywords: Text as Blank = metric.keywords().join(" ").into();
        }
    };
}
#[cfg(feature = "serde")]
pub(crate) use record_fields;

macro_rules! record {
    ($metric:ident: $($(#[$doc:meta])+ $field:ident: $Type:ty $(as $Form:ident)? = $value:expr;)+) => {
        /// A metric as a flat row with all that is known of it, for a data frame, JSON or CSV.
        ///
        /// ```
        /// use yongkang_metrics::{Metric, MetricSet, Record};
        ///
        /// let record = Record::from(Metric::NUCLEIC_ACID_TESTS);
        /// assert_eq!((&*record.obs_text, &*record.unit_name), ("3万余人次", "person-times"));
        /// assert_eq!((record.lower, record.lower_included), (Some(30_000.into()), false));
        ///
        /// let rows: Vec<Record> = MetricSet::ALL.iter().map(Record::from).collect();
        /// assert_eq!(rows.len(), Metric::ALL.len());
        /// ```
        ///
        /// # With the feature `serde`
        ///
        /// Codes, ids and days are strings, and so are decimals, so that no digit is lost. What is empty is `null` in JSON, an empty
        /// field in CSV, and left out of TOML, so that every row has the same columns where a format has them. It is read back
        /// likewise: what may be empty may also be left out, an unknown code or id is an error that names the nearest, and
        /// `obs_value` may be a number too: a whole one, or one with a fraction that binary numbers hold. Another (`0.1`) is refused, as
        /// a reader has lost its digits, unless serde_json's `arbitrary_precision` kept them; write it as a string. [`verify`](Self::verify) tells whether a record is the metric's own.
        ///
        /// `examples/export` writes the rows, and `data/READERS.md` of the repository makes typed columns of them, in Parquet too.
        /// Schemas are traced from values: serde_arrow's `from_samples` finds one in rows, while its `from_type` cannot, as it
        /// reads texts of its own making, which are no codes.
        ///
        /// # Other types
        ///
        /// For writing and, where so marked, for reading:
        ///
        /// | type | form |
        /// |---|---|
        /// | [`Metric`], [`Category`] and the other codes, [`Period`](crate::Period); read too | a string |
        /// | [`Section`]; read too | a number |
        /// | [`MetricSet`](crate::MetricSet); read too | a list of ids |
        /// | [`Filter`](crate::Filter); read too | its text: `"category=talent"`; a map of lists or texts is read as well, and so a flattened one, in formats for people: bincode, postcard and CBOR have the text alone, and flatten nothing. Flattened, it refuses what no field beside it is called; of two flattened ones write it last |
        /// | [`Bounds`](crate::Bounds) | a map: `lower`, `lower_included`, `upper`, `upper_included`; an end that is missing is `null` |
        /// | [`Estimate`](crate::Estimate), [`Quantity`](crate::Quantity) | `value`, `unit` of a quantity, and the bounds' fields |
        /// | [`Citation`](crate::Citation) | a map: `metric`, `text`, `bibtex` |
        /// | [`Exclusion`](crate::Exclusion) | a map of the columns of its table |
        /// | [`Audit`](crate::Audit), [`Finding`](crate::Finding) and their parts | maps of their fields |
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct Record {
            $($(#[$doc])+ pub $field: $Type,)+
        }

        impl From<Metric> for Record {
            #[inline]
            fn from($metric: Metric) -> Self {
                Self { $($field: $value),+ }
            }
        }

        impl Record {
            /// The names of the fields, as all serialised forms have them.
            pub const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];

            /// Checks that the record says of its metric what this crate says.
            ///
            /// # Errors
            ///
            /// Names the first field that differs: the file was edited, or written by another version of the data.
            ///
            /// ```
            /// # use yongkang_metrics::{Decimal, Metric, Record};
            /// let mut record = Record::from(Metric::MARKET_ENTITIES);
            /// assert_eq!(record.verify(), Ok(()));
            ///
            /// record.obs_value = Decimal::TEN;
            /// assert_eq!(record.verify().unwrap_err().to_string(), "`market-entities`: obs_value is 10; expected 130000");
            /// ```
            #[inline]
            pub fn verify(&self) -> Result<(), RecordMismatch> {
                // The whole row anew, as some fields are of the category or unit of the metric, and no column of its own.
                let right = Self::from(self.id);
                let fields = [$(compared(&self.$field, &right.$field)),+];
                for (field, (is_same, values)) in Self::FIELDS.iter().zip(fields) {
                    if !is_same {
                        let [found, expected] = values.map(|value| format!("{value:?}"));
                        return Err(RecordMismatch { metric: self.id, field, found, expected });
                    }
                }
                Ok(())
            }
        }
    };
}

record_fields!(record);

/// Whether two are the same, and both to be shown: by `Debug`, as not all types of fields have `Display`; an `Option` does not.
fn compared<'a, T: PartialEq + fmt::Debug>(found: &'a T, expected: &'a T) -> (bool, [&'a dyn fmt::Debug; 2]) {
    (found == expected, [found, expected])
}

/// A [`Record`] that says something of its metric that this crate does not.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct RecordMismatch {
    /// The metric, by the record's id.
    pub metric: Metric,
    /// The first of [`Record::FIELDS`] that differs.
    pub field: &'static str,
    /// What the record has, as `Debug` shows it.
    pub found: String,
    /// What this crate has, likewise.
    pub expected: String,
}

impl fmt::Display for RecordMismatch {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { metric, field, found, expected } = self;
        padding::pad(f, format_args!("`{metric}`: {field} is {found}; expected {expected}"))
    }
}

impl core::error::Error for RecordMismatch {}
