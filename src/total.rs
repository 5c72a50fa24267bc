//! Totals of a [`MetricSet`]: the sum with its bounds, or the reason why there is none.

use alloc::format;
use core::fmt;

use rust_decimal::Decimal;

use crate::unit::{Additive, UnitType};
use crate::{Bounds, Dimension, Estimate, Metric, MetricSet, Quantity, StatType, Unit, UnitMismatch};

/// Totals, which are refused where they would mean nothing.
impl MetricSet {
    /// The sum of the metrics with its bounds, in which nothing is counted twice.
    ///
    /// It rests on the ledger of pairs: every two metrics of one unit that adds up were judged, and are taken as apart only where
    /// the report's words or the definitions exclude that one thing is counted in both; see [`Metric::overlaps`]. Whether they are
    /// for the same [period](Metric::time_period) is for you to check.
    ///
    /// # Errors
    ///
    /// See [`TotalError`]. A whole category of this report rarely adds up, as some of its metrics may overlap. Show such metrics one
    /// by one, or ask [`distinct_total_in`](Self::distinct_total_in) what can be said of them together.
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
    pub fn total<U: Additive + UnitType>(self) -> Result<Quantity<U>, TotalError> {
        self.total_in(U::UNIT).map(Estimate::in_unit)
    }

    /// Same as [`total`](Self::total), in a unit that is known only at run time.
    ///
    /// # Errors
    ///
    /// See [`TotalError`].
    #[inline]
    pub fn total_in(self, unit: Unit) -> Result<Estimate, TotalError> {
        self.check_unit_and_kind(unit)?;
        // The first of two that overlap comes first in report order, as `overlaps` goes both ways.
        match self.iter().find_map(|metric| Some((metric, self.intersection(metric.overlaps()).first()?))) {
            Some((metric, other)) => Err(TotalError::Overlap(metric, other)),
            None => Ok(self.sum()),
        }
    }

    /// How many things these metrics count at least and at most, in `unit`, with each counted once: some metrics may
    /// [overlap](Metric::overlaps).
    ///
    /// # Errors
    ///
    /// As [`total`](Self::total), except that metrics may overlap. A [change](StatType::Change) is refused too, as it may be a fall.
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
        // Below zero "at least" would be wrong: what falls takes from the number of the others.
        if let Some(change) = self.stat_type(StatType::Change).first() {
            return Err(TotalError::Kind(change));
        }
        // The largest metric and those that overlap with it count at least as many things as the largest alone. What is apart from
        // it counts other things, so the largest of that is added; and so on until nothing is left.
        let mut least = Bounds::exact(Decimal::ZERO);
        let mut rest = self;
        while let Some(largest) = rest.largest() {
            least = least + largest.bounds();
            rest = rest - largest.overlaps() - largest;
        }
        // At most each counts things of its own, so the plain sum is the most.
        Ok(Bounds::of_ends(least.lower(), self.sum().bounds().upper()))
    }

    /// All added up, whether that makes sense or not.
    // No panic: the build reads no figure of 10^18 or more, so 1 024 of them are far from the largest `Decimal`.
    #[inline]
    fn sum(self) -> Estimate {
        self.iter().map(Metric::estimate).sum()
    }

    /// The metric whose bounds begin highest, of those that are more than zero.
    #[inline]
    fn largest(self) -> Option<Metric> {
        // Of one that may be zero nothing is certain: it adds nothing to "at least", but its
        // overlaps would be taken out with it.
        let positive = self.iter().filter(|metric| metric.bounds().certainly_greater(0));
        positive.max_by(|one, other| one.bounds().cmp_lower(&other.bounds()))
    }

    /// Refuses metrics of another unit, and those of a kind that adds up with nothing.
    #[inline]
    fn check_unit_and_kind(self, unit: Unit) -> Result<(), TotalError> {
        // The unit before the kind, as a set in two units can't be summed in any case.
        if let Some(other) = self.difference(unit.metrics()).first() {
            return Err(TotalError::Unit(UnitMismatch { metric: other, asked: unit }));
        }
        match self.iter().find(|metric| !metric.adds_up()) {
            Some(metric) => Err(TotalError::Kind(metric)),
            None => Ok(()),
        }
    }
}

impl Metric {
    /// Whether it adds up with others of its unit: a [level](crate::StatType::Level), [flow](crate::StatType::Flow) or
    /// [change](crate::StatType::Change) of money or of what is counted does, if nothing is [counted twice](Self::overlaps). Ranks,
    /// rates, thresholds, streaks and lengths of time do not.
    #[must_use]
    #[inline]
    pub const fn adds_up(self) -> bool {
        self.stat_type().adds_up(self.dimension())
    }
}

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
        let (Self::Unit(UnitMismatch { metric, .. }) | Self::Kind(metric) | Self::Overlap(metric, _)) = self;
        let (kind, unit) = (metric.stat_type(), metric.unit().name());
        let text = match self {
            Self::Unit(UnitMismatch { asked, .. }) => {
                let wanted = asked.name();
                format!("`{metric}` is in {unit}, not in {wanted}; narrow the set with `unit(Unit::{asked:?})`")
            }
            Self::Kind(_) => {
                let (of, unit) = if metric.dimension() == Dimension::Rank { ("", "") } else { (" in ", unit) };
                format!("`{metric}` is a {kind}{of}{unit}, which adds up with no other; leave it out")
            }
            Self::Overlap(_, other) => format!(
                "`{metric}` and `{other}` may count the same {unit}, so that a sum may count them twice; \
                 leave one out, or ask `distinct_total_in`"
            ),
        };
        f.pad(&text)
    }
}

impl core::error::Error for TotalError {}
