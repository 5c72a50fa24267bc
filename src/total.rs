//! Totals of a [`MetricSet`]: the sum with its bounds, or the reason why there is none.

use core::fmt;
use core::ops::Bound;

use rust_decimal::Decimal;

use crate::unit::Additive;
use crate::{Bounds, Dimension, Estimate, Metric, MetricSet, Quantity, Unit, UnitMismatch, columns, padding};

/// Totals, which are refused where they would mean nothing.
impl MetricSet {
    /// The sum of the metrics with its bounds, in which nothing is counted twice.
    ///
    /// That rests on the ledger of pairs: every two metrics of one unit that add up were judged, and only where the report's words
    /// or the definitions exclude that one thing is counted in both are they taken as apart; see [`Metric::overlaps`]. Whether they are
    /// for the same [period](Metric::time_period) is yours to look at.
    ///
    /// # Errors
    ///
    /// See [`TotalError`]. A category of this report rarely adds up: what may overlap stands in it side by side. Show such metrics
    /// one by one, or ask [`distinct_total_in`](Self::distinct_total_in) what can be said of them together.
    ///
    /// ```
    /// use yongkang_metrics::{Category, Metric, MetricSet, TotalError, Unit, unit::Person};
    ///
    /// // Two ranks of one scale of talents: nobody is counted in both.
    /// let talents = MetricSet::from_iter([Metric::TOP_TALENTS_RECRUITED, Metric::LEADING_TALENTS_RECRUITED]);
    /// assert_eq!(talents.total::<Person>()?.to_string(), "29 persons");
    ///
    /// // One person may have been honoured by city and province both.
    /// let epidemic = Category::EpidemicResponse.metrics().unit(Unit::Person);
    /// assert!(matches!(epidemic.total::<Person>(), Err(TotalError::Overlap(..))));
    /// # Ok::<(), TotalError>(())
    /// ```
    #[inline]
    pub fn total<U: Additive>(self) -> Result<Quantity<U>, TotalError> {
        self.total_in(U::UNIT).map(Quantity::new)
    }

    /// As [`total`](Self::total), in a unit that is known at run time only.
    ///
    /// # Errors
    ///
    /// See [`TotalError`].
    ///
    /// ```
    /// use yongkang_metrics::{Unit, TotalError};
    ///
    /// // Of two policies, which count nothing twice.
    /// let articles = Unit::PolicyArticle.metrics();
    /// assert_eq!(articles.total_in(Unit::PolicyArticle)?.to_string(), "65");
    ///
    /// let error = Unit::Rank.metrics().total_in(Unit::Rank).unwrap_err();
    /// assert!(matches!(error, TotalError::Kind(_)));
    /// # Ok::<(), TotalError>(())
    /// ```
    #[inline]
    pub fn total_in(self, unit: Unit) -> Result<Estimate, TotalError> {
        self.check_unit_and_kind(unit)?;
        if let Some((metric, other)) = self.first_overlap() {
            return Err(TotalError::Overlap(metric, other));
        }
        Ok(self.sum())
    }

    /// What can be said of all that these metrics count, each thing once, though some may [overlap](Metric::overlaps): at least the largest of
    /// them, and the largest of those that are apart from it, and so on; at most the sum.
    ///
    /// # Errors
    ///
    /// As [`total`](Self::total), but for overlaps. Nor is there an answer where a metric is a [change](crate::StatType::Change),
    /// which may be a fall.
    ///
    /// ```
    /// use yongkang_metrics::{Category, TotalError, Unit};
    ///
    /// // 6 top talents and 23 leading ones, who are apart, and 1 and 1 in talent programmes, who may be among them.
    /// let recruited = Category::Talent.metrics().unit(Unit::Person);
    /// assert_eq!(recruited.distinct_total_in(Unit::Person)?.to_string(), "29 to 31");
    /// # Ok::<(), TotalError>(())
    /// ```
    #[inline]
    pub fn distinct_total_in(self, unit: Unit) -> Result<Bounds, TotalError> {
        self.check_unit_and_kind(unit)?;
        if let Some(change) = self.stat_type(crate::StatType::Change).first() {
            return Err(TotalError::Kind(change));
        }
        let mut least = Bounds::exact(Decimal::ZERO);
        let mut rest = self;
        while let Some(largest) = rest.largest() {
            least = least + largest.bounds();
            rest = rest - largest.overlaps() - largest.into();
        }
        Ok(Bounds::of_ends(least.lower(), self.sum().bounds().upper()))
    }

    /// That all are in this unit, and of a kind that adds up.
    #[inline]
    fn check_unit_and_kind(self, unit: Unit) -> Result<(), TotalError> {
        if let Some(other) = self.difference(unit.metrics()).first() {
            return Err(TotalError::Unit(UnitMismatch::new(other, unit)));
        }
        match self.difference(ADDS_UP).first() {
            Some(metric) => Err(TotalError::Kind(metric)),
            None => Ok(()),
        }
    }

    #[inline]
    fn first_overlap(self) -> Option<(Metric, Metric)> {
        self.iter().find_map(|metric| Some((metric, self.intersection(metric.overlaps()).first()?)))
    }

    #[inline]
    fn sum(self) -> Estimate {
        self.iter().fold(Estimate::exact(Decimal::ZERO), |sum, metric| sum + metric.estimate())
    }

    /// The metric of which there is most at least.
    #[inline]
    fn largest(self) -> Option<Metric> {
        let at_least = |metric: Metric| match metric.bounds().lower() {
            Bound::Included(end) => Some((end, false)),
            Bound::Excluded(end) => Some((end, true)),
            Bound::Unbounded => None,
        };
        let known = self.iter().filter(|metric| at_least(*metric).is_some_and(|(end, _)| end > Decimal::ZERO));
        known.max_by_key(|metric| at_least(*metric))
    }
}

impl Metric {
    /// Whether it adds up with others of its unit: a [level](crate::StatType::Level), [flow](crate::StatType::Flow) or
    /// [change](crate::StatType::Change) of money or of what is counted does, if nothing is [counted twice](Self::overlaps). Ranks,
    /// rates, thresholds, streaks and lengths of time do not.
    ///
    /// ```
    /// # use yongkang_metrics::Metric;
    /// assert!(Metric::FIVE_REDUCTIONS_RELIEF.adds_up());
    /// assert!(!Metric::FOREIGN_TRADE_GROWTH.adds_up());
    /// ```
    #[must_use]
    #[inline]
    pub const fn adds_up(self) -> bool {
        ADDS_UP.contains(self)
    }
}

const ADDS_UP: MetricSet = MetricSet::from_words(columns::ADDS_UP[0]);

/// Why there is no total of a [`MetricSet`].
///
/// ```
/// use yongkang_metrics::{Category, TotalError, Unit, unit::Yuan};
///
/// let support = Category::EnterpriseSupport.metrics().unit(Unit::Yuan);
/// let error = support.total::<Yuan>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`five-reductions-relief` and `cost-and-burden-reductions` may count the same yuan, so that a sum may count them twice; \
///      leave one out, or ask `distinct_total_in`",
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TotalError {
    /// A metric is in another unit than the one asked for.
    Unit(UnitMismatch),
    /// A metric does not [add up](Metric::adds_up) with anything.
    Kind(Metric),
    /// Two metrics, the first in the report's order, may count the same things.
    Overlap(Metric, Metric),
}

impl fmt::Display for TotalError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unit(mismatch) => {
                let (metric, asked) = (mismatch.metric(), mismatch.asked());
                let (name, wanted) = (metric.unit().name(), asked.name());
                padding::pad(
                    f,
                    format_args!(
                        "`{metric}` is in {name}, not in {wanted}; narrow the set with `unit(Unit::{asked:?})`"
                    ),
                )
            }
            Self::Kind(metric) => {
                let unit = match metric.dimension() {
                    Dimension::Rank => "",
                    _ => metric.unit().name(),
                };
                let (kind, of) = (metric.stat_type(), if unit.is_empty() { "" } else { " in " });
                padding::pad(
                    f,
                    format_args!("`{metric}` is a {kind}{of}{unit}, which adds up with no other; leave it out"),
                )
            }
            Self::Overlap(metric, other) => {
                let unit = metric.unit().name();
                padding::pad(
                    f,
                    format_args!(
                        "`{metric}` and `{other}` may count the same {unit}, so that a sum may count them twice; \
                         leave one out, or ask `distinct_total_in`"
                    ),
                )
            }
        }
    }
}

impl core::error::Error for TotalError {}
