//! [`Aggregate`], an indicator that is the total of others. The aggregates are rows of `data/aggregates.tsv`.

use crate::vocabulary::vocabulary;
use crate::{Bounds, Metric, MetricSet, Relation, Total, TotalError, Unit, columns};

include!(concat!(env!("OUT_DIR"), "/aggregate.rs"));
codes! {
    /// An indicator that is the total of others: what may be added up, and under which name.
    ///
    /// Metrics of one aggregate count things of one kind, so that their total has a name, as a yearbook would print it. All others add up with
    /// nothing, however alike their units. [`Aggregate::total`] adds, where nothing would be counted twice;
    /// [`Aggregate::distinct_total`] tells how many things there are at least and at most.
    ///
    /// ```
    /// use yongkang_metrics::Aggregate;
    ///
    /// for &aggregate in Aggregate::ALL {
    ///     println!("{}: {}", aggregate.name(), aggregate.distinct_total());
    /// }
    /// ```
    #[non_exhaustive]
    pub enum Aggregate, "aggregate";
}

impl Aggregate {
    /// The unit of its metrics.
    #[must_use]
    #[inline]
    #[allow(clippy::missing_panics_doc, reason = "it never does")]
    pub const fn unit(self) -> Unit {
        self.metrics().first().expect("the build refuses an aggregate without metrics").unit()
    }

    /// The sum of its metrics, where nothing is counted twice.
    ///
    /// # Errors
    ///
    /// [`TotalError::Overlap`]: two of them may count the same things. Ask [`distinct_total`](Self::distinct_total) then.
    ///
    /// ```
    /// use yongkang_metrics::{Aggregate, TotalError};
    ///
    /// // Two grades of one scale: nobody is counted in both.
    /// assert_eq!(Aggregate::TalentsRecruited.total()?.to_string(), "29 persons");
    ///
    /// // One person may have been honoured by city and province both.
    /// assert!(matches!(Aggregate::PersonsCommended.total(), Err(TotalError::Overlap(..))));
    /// # Ok::<(), TotalError>(())
    /// ```
    #[inline]
    pub fn total(self) -> Result<Total, TotalError> {
        self.metrics().total_in(self.unit())
    }

    /// How many things there are at least and at most, with each counted once.
    ///
    /// ```
    /// use yongkang_metrics::Aggregate;
    ///
    /// // The largest of four, none of which is apart from another, and the sum.
    /// assert_eq!(Aggregate::PersonsCommended.distinct_total().to_string(), "24 to 35");
    /// ```
    #[doc(alias("double counting", "去重"))]
    #[must_use]
    #[inline]
    pub fn distinct_total(self) -> Bounds {
        self.metrics().distinct()
    }

    /// How often it happened, which is exact where things may be counted twice: 35 person-times. `None` where the field has no word for
    /// that.
    #[must_use]
    #[inline]
    pub fn instances(self) -> Option<Total> {
        self.metrics().instances()
    }
}

/// What it may be added to.
impl Metric {
    /// The indicator that this one adds up to with others. `None` where it adds up with nothing.
    #[must_use]
    #[inline]
    pub const fn aggregate(self) -> Option<Aggregate> {
        columns::AGGREGATE[self.index()]
    }

    /// What this metric has to do with another of its aggregate; `None` of all others.
    ///
    /// ```
    /// use yongkang_metrics::{Metric, Relation};
    ///
    /// let top = Metric::TOP_TALENTS_RECRUITED;
    /// assert_eq!(top.relation(Metric::LEADING_TALENTS_RECRUITED), Some(Relation::Apart));
    /// ```
    #[must_use]
    #[inline]
    pub fn relation(self, other: Self) -> Option<Relation> {
        self.related().iter().find(|(metric, _)| *metric == other).map(|(_, relation)| *relation)
    }

    /// The metrics of its aggregate that may count the same things, so that adding them may count twice.
    ///
    /// ```
    /// use yongkang_metrics::Metric;
    ///
    /// let honoured = Metric::JINHUA_OUTSTANDING_PARTY_MEMBERS;
    /// assert!(honoured.overlaps().contains(Metric::PROVINCIAL_OUTSTANDING_PARTY_MEMBERS));
    /// ```
    #[doc(alias("double counting", "重复计算", "重複計算"))]
    #[must_use]
    #[inline]
    pub const fn overlaps(self) -> MetricSet {
        let (related, mut found, mut at) = (self.related(), MetricSet::NONE, 0);
        // A `while` loop, as `for` is not `const`.
        while at < related.len() {
            if let (metric, Relation::MayOverlap) = related[at] {
                found = found.with(metric);
            }
            at += 1;
        }
        found
    }

    /// The others of its aggregate, and what it has to do with each.
    #[inline]
    pub(crate) const fn related(self) -> &'static [(Self, Relation)] {
        columns::RELATED[self.index()]
    }
}
