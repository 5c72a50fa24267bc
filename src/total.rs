//! [`Total`] of a [`MetricSet`]: the sum with its bounds, or the reason why there is none.

use alloc::format;
use alloc::string::String;
use core::fmt;
use core::ops::Bound::{Included, Unbounded};

use rust_decimal::Decimal;

use crate::columns::INSTANCES;
use crate::unit::{Additive, UnitType};
use crate::{Aggregate, Bounds, Dimension, Estimate, Metric, MetricSet, Quantity, Relation, Unit, UnitMismatch};

/// Totals, which are refused where they would have no name or count twice.
impl MetricSet {
    /// The sum of metrics of one [aggregate](crate::Aggregate), with its bounds, in which nothing is counted twice. What lies within
    /// another of them counts once. One metric totals to itself.
    ///
    /// # Errors
    ///
    /// See [`TotalError`].
    ///
    /// ```
    /// use yongkang_metrics::{Metric, MetricSet, TotalError, unit::{Person, Yuan}};
    ///
    /// let talents = MetricSet::from([Metric::TOP_TALENTS_RECRUITED, Metric::LEADING_TALENTS_RECRUITED]);
    /// assert_eq!(talents.total::<Person>()?.to_string(), "29 persons");
    ///
    /// // Relief of a year and trade of eleven months, though both are yuan.
    /// let unlike = MetricSet::from([Metric::FIVE_REDUCTIONS_RELIEF, Metric::FOREIGN_TRADE_TOTAL]);
    /// assert!(matches!(unlike.total::<Yuan>(), Err(TotalError::Unlike(..))));
    /// # Ok::<(), TotalError>(())
    /// ```
    pub fn total<U: Additive + UnitType>(self) -> Result<Quantity<U>, TotalError> {
        self.total_in(U::UNIT).map(|total| total.estimate.in_unit())
    }

    /// Same as [`total`](Self::total), in a unit that is known only at run time.
    ///
    /// # Errors
    ///
    /// See [`TotalError`].
    #[inline]
    pub fn total_in(self, unit: Unit) -> Result<Total, TotalError> {
        self.check_alike(unit)?;
        let outermost = self.outermost();
        // The first of two that overlap comes first in report order, as the relation goes both ways.
        let overlap = outermost.iter().find_map(|metric| Some((metric, (outermost & metric.overlaps()).first()?)));
        if let Some((metric, other)) = overlap {
            return Err(TotalError::Overlap(metric, other));
        }
        let nouns = [unit.name_singular(), unit.name(), unit.measure_word()];
        Ok(Total { metrics: self, estimate: outermost.sum(), nouns })
    }

    /// How many things these metrics of one aggregate count at least and at most, in `unit`, with each counted once: at least the
    /// largest total of those that are apart, and at most the sum of those that lie within no other.
    ///
    /// # Errors
    ///
    /// As [`total`](Self::total), except that metrics may overlap.
    ///
    /// ```
    /// use yongkang_metrics::{AdminLevel, Aggregate, TotalError, Unit};
    ///
    /// // One outstanding Party member and five individuals, who may include that one.
    /// let provincial = Aggregate::PersonsCommended.metrics().admin_level(AdminLevel::Provincial);
    /// assert_eq!(provincial.distinct_total_in(Unit::Person)?.to_string(), "5 to 6");
    /// # Ok::<(), TotalError>(())
    /// ```
    #[inline]
    pub fn distinct_total_in(self, unit: Unit) -> Result<Bounds, TotalError> {
        self.check_alike(unit)?;
        Ok(self.distinct())
    }

    /// How often it happened: the sum of metrics of one aggregate, each as often as it is counted. `None` where they are of no one
    /// aggregate, or the field has no word for that.
    #[must_use]
    #[inline]
    pub fn instances(self) -> Option<Total> {
        let first = self.first()?;
        let [word, word_zh] = INSTANCES[first.aggregate()?.index()]?;
        self.check_alike(first.unit()).ok()?;
        Some(Total { metrics: self, estimate: self.sum(), nouns: [word, word, word_zh] })
    }

    /// The same as `distinct_total_in` of metrics of one aggregate.
    #[inline]
    pub(crate) fn distinct(self) -> Bounds {
        Bounds::of_ends(self.most_apart().lower(), self.outermost().sum().bounds().upper())
    }

    /// The largest total of metrics no two of which share anything, by its lower end.
    #[inline]
    fn most_apart(self) -> Bounds {
        // Those of which one thing may be counted in both.
        let sharing =
            |metric: Metric| self.filter(|other| metric.relation(other).is_some_and(|it| it != Relation::Apart));
        // The one that shares with most: with it or without it, less is left to try than with any other.
        let Some(metric) = self.iter().max_by_key(|metric| sharing(*metric).len()) else {
            return Bounds::exact(Decimal::ZERO);
        };
        // Of what may be less than nothing, nothing is certain.
        let own = metric.bounds().intersection(Bounds::of_ends(Included(Decimal::ZERO), Unbounded));
        let with = own.unwrap_or(Bounds::exact(Decimal::ZERO)) + (self - sharing(metric) - metric).most_apart();
        if sharing(metric).is_empty() {
            return with;
        }
        let without = (self - metric).most_apart();
        if with.cmp_lower(&without).is_ge() { with } else { without }
    }

    /// Those that lie within no other of the set.
    #[inline]
    fn outermost(self) -> Self {
        let is_within = |(other, relation): &(Metric, Relation)| *relation == Relation::Within && self.contains(*other);
        self.filter(|metric| !metric.related().iter().any(is_within))
    }

    /// All added up, whether that makes sense or not.
    // No panic: the build reads no figure of 10^18 or more, so 32 of them are far from the largest `Decimal`.
    #[inline]
    fn sum(self) -> Estimate {
        self.iter().map(Metric::estimate).sum()
    }

    /// Refuses all that is not of one unit, of a kind to add, and of one aggregate.
    #[inline]
    fn check_alike(self, unit: Unit) -> Result<(), TotalError> {
        let first = self.first().ok_or(TotalError::Empty)?;
        if let Some(other) = self.difference(unit.metrics()).first() {
            return Err(TotalError::Unit(UnitMismatch { metric: other, asked: unit }));
        }
        if let Some(metric) = self.iter().find(|metric| !metric.stat_type().adds_up(metric.dimension())) {
            return Err(TotalError::Kind(metric));
        }
        let alike = first.aggregate().map_or(Self::NONE, Aggregate::metrics);
        match (self - alike - first).first() {
            Some(other) => Err(TotalError::Unlike(first, other)),
            None => Ok(()),
        }
    }
}

/// What metrics come to together.
///
/// `Display` prints the number and what it counts; `{:#}` puts the name before it, and of a part of an aggregate what part it is.
///
/// ```
/// use yongkang_metrics::{AdminLevel, Aggregate, TotalError};
///
/// let total = Aggregate::TalentsRecruited.total()?;
/// assert_eq!(format!("{total:#}"), "Talents recruited: 29 persons");
///
/// let instances = Aggregate::PersonsCommended.metrics().admin_level(AdminLevel::Provincial).instances().unwrap();
/// assert_eq!(format!("{instances:#}"), "Persons commended, 2 of 4: 6 person-times");
/// # Ok::<(), TotalError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Total {
    /// The metrics that were added.
    pub metrics: MetricSet,
    /// The sum with its bounds.
    pub estimate: Estimate,
    /// What is counted: one of it, several, and in Chinese.
    pub(crate) nouns: [&'static str; 3],
}

impl Total {
    /// The indicator that it is a total of, or a part of it. `None` of one metric that adds up with nothing.
    #[must_use]
    #[inline]
    pub fn aggregate(&self) -> Option<Aggregate> {
        self.metrics.first()?.aggregate()
    }

    /// What is counted: persons, yuan, person-times.
    #[must_use]
    #[inline]
    pub const fn noun(&self) -> &'static str {
        self.nouns[1]
    }

    /// What stands behind the number in Chinese: 人, 元, 家, 人次.
    #[must_use]
    #[inline]
    pub const fn noun_zh(&self) -> &'static str {
        self.nouns[2]
    }
}

impl fmt::Display for Total {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.metrics.len();
        let name = match self.aggregate() {
            _ if !f.alternate() => String::new(),
            Some(of) if of.metrics().len() == count => format!("{}: ", of.name()),
            Some(of) if count > 1 => format!("{}, {count} of {}: ", of.name(), of.metrics().len()),
            _ => format!("{}: ", self.metrics.first().map_or("", Metric::title)),
        };
        self.estimate.print(f, &name, [self.nouns[0], self.nouns[1]])
    }
}

/// Why there is no total of a [`MetricSet`]. The first that applies is told, in this order.
///
/// ```
/// use yongkang_metrics::{Category, unit::Yuan};
///
/// let support = Category::EnterpriseSupport.metrics().unit(yongkang_metrics::Unit::Yuan);
/// assert_eq!(
///     support.total::<Yuan>().unwrap_err().to_string(),
///     "`five-reductions-relief` and `cost-and-burden-reductions` may count the same yuan, so that a sum may count them twice; \
///      leave one out, or ask `distinct_total_in`",
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TotalError {
    /// There is nothing to add: no metric is not a total of nought.
    Empty,
    /// A metric is in another unit than the one asked for.
    Unit(UnitMismatch),
    /// A metric is of a [kind](crate::StatType) that does not add up: only stocks, flows and extents of money or counts do.
    Kind(Metric),
    /// Two metrics, the first in the report's order, have no [aggregate](crate::Aggregate) in common, so that their sum would count no
    /// one thing.
    Unlike(Metric, Metric),
    /// Two metrics, the first in the report's order, may count the same things.
    Overlap(Metric, Metric),
}

impl fmt::Display for TotalError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Empty => "no metric to add: that is no total of 0, as the report says nothing; widen the set".into(),
            Self::Unit(UnitMismatch { metric, asked }) => {
                let (unit, wanted) = (metric.unit().name(), asked.name());
                format!("`{metric}` is in {unit}, not in {wanted}; narrow the set with `unit(Unit::{asked:?})`")
            }
            Self::Kind(metric) => {
                let (kind, unit) = (metric.stat_type().name().to_lowercase(), metric.unit().name());
                let (of, unit) = if metric.dimension() == Dimension::Rank { ("", "") } else { (" in ", unit) };
                format!("`{metric}` is a {kind}{of}{unit}, which adds up with no other; leave it out")
            }
            Self::Unlike(metric, other) => {
                format!(
                    "`{metric}` and `{other}` are unlike things, whose sum has no name; total the metrics of one `Aggregate`"
                )
            }
            Self::Overlap(metric, other) => format!(
                "`{metric}` and `{other}` may count the same {}, so that a sum may count them twice; \
                 leave one out, or ask `distinct_total_in`",
                metric.unit().name()
            ),
        };
        f.pad(&text)
    }
}

impl core::error::Error for TotalError {}
