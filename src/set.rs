//! [`MetricSet`]: a set of metrics.

use alloc::vec::Vec;
use core::fmt;
use core::iter::FusedIterator;
use core::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Range, Sub, SubAssign};

use crate::columns::{self, LEN};
use crate::{Aggregate, Category, Metric, Period, Unit};

const WORDS: usize = LEN.div_ceil(64);

/// A set of metrics: the answer to a query, and the start of the next.
///
/// It is a bit for each metric, so it is `Copy`, and each query is an intersection that the compiler can do. Nothing
/// is allocated and nothing needs to be initialised.
///
/// ```
/// use yongkang_metrics::{AdminLevel, Category, Metric, MetricSet, Unit};
///
/// // By category and unit, evaluated at compile time.
/// const TRADE: MetricSet = MetricSet::ALL.category(Category::ForeignTrade).unit(Unit::Yuan);
/// assert!(TRADE.iter().eq([Metric::FOREIGN_TRADE_TOTAL]));
///
/// // The same as an algebra of sets.
/// let awards = Category::EpidemicResponse.metrics() & Unit::Person.metrics() & AdminLevel::Provincial.metrics();
/// for metric in awards {
///     println!("{}: {}", metric.title(), metric.value());
/// }
/// # assert_eq!(awards.len(), 2);
/// ```
///
/// Metrics are iterated in report order. The operators `&`, `|` and `-` take a set or a metric on the right; in `const` write
/// [`intersection`](Self::intersection), [`union`](Self::union) and [`difference`](Self::difference).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct MetricSet([u64; WORDS]);

/// Queries: each narrows the set to the metrics that match.
impl MetricSet {
    /// Every metric: where queries start.
    pub const ALL: Self = {
        let mut words = [u64::MAX; WORDS];
        // The last word has bits that stand for no metric.
        // Never by 64, which would overflow: the build refuses tables without metrics.
        words[WORDS - 1] >>= WORDS * 64 - LEN;
        Self(words)
    };

    /// No metric: also the default.
    pub const NONE: Self = Self([0; WORDS]);

    /// The metrics of the set that are of this aggregate; with `None` those that add up with nothing.
    ///
    /// ```
    /// # use yongkang_metrics::{Aggregate, Metric, MetricSet};
    /// assert_eq!(MetricSet::ALL.aggregate(Some(Aggregate::TalentsRecruited)).len(), 2);
    /// assert!(MetricSet::ALL.aggregate(None).contains(Metric::FOREIGN_TRADE_TOTAL));
    /// ```
    #[must_use]
    #[inline]
    pub const fn aggregate(self, aggregate: Option<Aggregate>) -> Self {
        const NONE: MetricSet = {
            let (mut none, mut number) = (MetricSet::ALL, 0);
            // A `while` loop, as `for` is not `const`.
            while number < Aggregate::ALL.len() {
                none = none.difference(Aggregate::ALL[number].metrics());
                number += 1;
            }
            none
        };
        self.intersection(if let Some(aggregate) = aggregate { aggregate.metrics() } else { NONE })
    }

    /// The metrics of the set that are for exactly this period.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, MetricSet};
    /// let same = MetricSet::ALL.period(Metric::FOREIGN_TRADE_TOTAL.time_period());
    /// assert!(same.iter().eq([Metric::FOREIGN_TRADE_TOTAL, Metric::FOREIGN_TRADE_GROWTH]));
    /// ```
    #[must_use]
    #[inline]
    pub const fn period(self, period: Period) -> Self {
        self.intersection(of_periods(period, true))
    }

    /// The metrics of the set whose period lies within this one.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, MetricSet, Period};
    /// let in_2020 = MetricSet::ALL.within(Period::year(2020).unwrap());
    /// assert!(in_2020.contains(Metric::FOREIGN_TRADE_TOTAL));
    /// assert!(!in_2020.contains(Metric::GAOKAO_RESULTS_STREAK));
    /// ```
    #[must_use]
    #[inline]
    pub const fn within(self, period: Period) -> Self {
        self.intersection(of_periods(period, false))
    }

    /// The metrics of the set for which `keep` gives `true`: for what no facet asks.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, MetricSet};
    /// let at_least = MetricSet::ALL.filter(|metric| metric.comparator().is_some());
    /// assert!(at_least.contains(Metric::MARKET_ENTITIES));
    /// ```
    #[must_use]
    pub fn filter(self, keep: impl Fn(Metric) -> bool) -> Self {
        self.iter().filter(|metric| keep(*metric)).collect()
    }

    /// The categories that occur, in the order of their table.
    #[must_use]
    #[inline]
    pub fn categories(self) -> impl DoubleEndedIterator<Item = Category> + Clone + fmt::Debug {
        Category::ALL.iter().copied().filter(move |category| !self.category(*category).is_empty())
    }

    /// The aggregates that occur, in the order of their table.
    #[must_use]
    #[inline]
    pub fn aggregates(self) -> impl DoubleEndedIterator<Item = Aggregate> + Clone + fmt::Debug {
        Aggregate::ALL.iter().copied().filter(move |aggregate| !self.aggregate(Some(*aggregate)).is_empty())
    }

    /// The units that occur, in the order of their table.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Unit};
    /// let units = Category::ForeignTrade.metrics().units();
    /// assert!(units.eq([Unit::Yuan, Unit::Percent]));
    /// ```
    #[must_use]
    #[inline]
    pub fn units(self) -> impl DoubleEndedIterator<Item = Unit> + Clone + fmt::Debug {
        Unit::ALL.iter().copied().filter(move |unit| !self.unit(*unit).is_empty())
    }
}

/// The metrics whose period lies within the one asked for, or is that one.
#[inline]
const fn of_periods(asked: Period, exactly: bool) -> MetricSet {
    let ([from, to], mut found, mut i) = (columns::days(asked), MetricSet::NONE, 0);
    while i < columns::PERIODS.len() {
        let [start, end] = columns::PERIODS[i];
        if if exactly { start == from && end == to } else { from <= start && end <= to } {
            found = found.union(MetricSet(columns::BY_PERIOD[i]));
        }
        i += 1;
    }
    found
}

/// Operations of sets.
impl MetricSet {
    /// How many metrics there are in it.
    #[must_use]
    #[inline]
    pub const fn len(self) -> usize {
        let mut len = 0;
        let mut i = 0;
        while i < WORDS {
            len += self.0[i].count_ones() as usize;
            i += 1;
        }
        len
    }

    /// Whether there is no metric in it.
    #[must_use]
    #[inline]
    pub const fn is_empty(self) -> bool {
        matches!(self, Self::NONE)
    }

    /// Whether `metric` is in it.
    #[must_use]
    #[inline]
    pub const fn contains(self, metric: Metric) -> bool {
        let row = metric.index();
        self.0[row / 64] >> (row % 64) & 1 == 1
    }

    /// This set and `metric`; outside of `const` the operator `|` does the same.
    #[must_use]
    #[inline]
    pub const fn with(mut self, metric: Metric) -> Self {
        let row = metric.index();
        self.0[row / 64] |= 1 << (row % 64);
        self
    }

    /// The first metric in report order.
    #[must_use]
    #[inline]
    pub const fn first(self) -> Option<Metric> {
        let mut i = 0;
        while i < WORDS {
            if self.0[i] != 0 {
                return Some(Metric::at(i * 64 + self.0[i].trailing_zeros() as usize));
            }
            i += 1;
        }
        None
    }

    /// Whether every metric of this set is in `other`: that all figures of a chart, say, are of one dimension.
    ///
    /// ```
    /// # use yongkang_metrics::{Dimension, Unit};
    /// assert!(Unit::Yuan.metrics().is_subset(Dimension::Money.metrics()));
    /// ```
    #[must_use]
    #[inline]
    pub const fn is_subset(self, other: Self) -> bool {
        self.difference(other).is_empty()
    }

    /// The metrics in report order, from either end.
    #[must_use]
    #[inline]
    pub const fn iter(self) -> Iter {
        // With `base` at the last word no word lies behind it, and `size_hint` and `next_back` have the run alone.
        if Self::ALL.is_subset(self) {
            return Iter { run: Some(0..LEN), word: 0, base: (WORDS - 1) * 64, set: self };
        }
        Iter { run: None, word: self.0[0], base: 0, set: self }
    }
}

impl Metric {
    /// The other metrics that have their value from the same printed figure, as the report may give one to several indicators.
    ///
    /// ```
    /// use yongkang_metrics::Metric;
    ///
    /// // Printed once: the city leads by both counts.
    /// let shared = Metric::ABOVE_SIZE_UPGRADES_RANK.same_figure();
    /// assert!(shared.iter().eq([Metric::ABOVE_SIZE_UPGRADES_NET_RANK]));
    /// ```
    #[must_use]
    #[inline]
    pub const fn same_figure(self) -> MetricSet {
        let mut found = MetricSet::NONE;
        let mut row = 0;
        while row < LEN {
            // One start is one figure: the build refuses passages that overlap, other than rows of the same text.
            if columns::SOURCE_START[row] == columns::SOURCE_START[self.index()] && row != self.index() {
                found = found.with(Self::at(row));
            }
            row += 1;
        }
        found
    }
}

/// The metrics of a [`MetricSet`], in report order.
#[derive(Clone)]
pub struct Iter {
    // All metrics are a range of rows, so that a loop over them counts up, as one over a slice does. Of other sets the lowest bit is
    // looked for; what is left of the word that has it is kept apart, where the compiler can hold it in a register.
    run: Option<Range<usize>>,
    word: u64,
    /// The row of the word's lowest bit. Of the words behind it nothing has been taken from the front.
    base: usize,
    set: MetricSet,
}

/// Shows the ids that are left.
impl fmt::Debug for Iter {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.clone().collect::<MetricSet>()).finish()
    }
}

impl Iterator for Iter {
    type Item = Metric;

    #[inline]
    fn next(&mut self) -> Option<Metric> {
        if let Some(run) = &mut self.run {
            return run.next().map(Metric::at);
        }
        while self.word == 0 {
            // Against the last word and not the end of all: so the compiler sees that there are few turns, and unrolls them.
            let next = self.base + 64;
            if next > (WORDS - 1) * 64 {
                return None;
            }
            self.base = next;
            self.word = self.set.0[next / 64];
        }
        let row = self.base + self.word.trailing_zeros() as usize;
        // Without its lowest bit.
        self.word &= self.word - 1;
        Some(Metric::at(row))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let behind = self.set.0[self.base / 64 + 1..].iter();
        let words = behind.fold(self.word.count_ones(), |len, word| len + word.count_ones());
        let left = self.run.as_ref().map_or(0, Range::len) + words as usize;
        (left, Some(left))
    }
}

impl DoubleEndedIterator for Iter {
    #[inline]
    fn next_back(&mut self) -> Option<Metric> {
        let behind = self.base / 64 + 1;
        // Words behind `base` are taken from in place, and the word of `base` itself last, in the copy that `next` uses too.
        for (i, word) in self.set.0.iter_mut().enumerate().skip(behind).rev() {
            if let Some(bit) = take_highest(word) {
                return Some(Metric::at(i * 64 + bit));
            }
        }
        let row = take_highest(&mut self.word).map(|bit| self.base + bit);
        row.or_else(|| self.run.as_mut()?.next_back()).map(Metric::at)
    }
}

#[inline]
fn take_highest(word: &mut u64) -> Option<usize> {
    let bit = word.checked_ilog2()?;
    *word ^= 1 << bit;
    Some(bit as usize)
}

impl ExactSizeIterator for Iter {}
impl FusedIterator for Iter {}

impl IntoIterator for MetricSet {
    type Item = Metric;
    type IntoIter = Iter;

    #[inline]
    fn into_iter(self) -> Iter {
        self.iter()
    }
}

// A set is `Copy`, but generic code takes `&collection`, and so do many who write `for metric in &set`.
impl IntoIterator for &MetricSet {
    type Item = Metric;
    type IntoIter = Iter;

    #[inline]
    fn into_iter(self) -> Iter {
        self.iter()
    }
}

impl FromIterator<Metric> for MetricSet {
    fn from_iter<I: IntoIterator<Item = Metric>>(metrics: I) -> Self {
        let mut found = Self::NONE;
        // Changed in place: a `fold` would hand on the whole set with each metric.
        metrics.into_iter().for_each(|metric| found |= metric);
        found
    }
}

impl Extend<Metric> for MetricSet {
    fn extend<I: IntoIterator<Item = Metric>>(&mut self, metrics: I) {
        *self |= metrics.into_iter().collect::<Self>();
    }
}

impl<const N: usize> From<[Metric; N]> for MetricSet {
    fn from(metrics: [Metric; N]) -> Self {
        metrics.into_iter().collect()
    }
}

impl From<Metric> for MetricSet {
    #[inline]
    fn from(metric: Metric) -> Self {
        Self::NONE.with(metric)
    }
}

/// Shows the ids.
impl fmt::Debug for MetricSet {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Metric::id)).finish()
    }
}

/// Prints the ids, a comma between each two.
///
/// ```
/// # use yongkang_metrics::Category;
/// assert_eq!(Category::ForeignTrade.metrics().to_string(), "foreign-trade-total, foreign-trade-growth");
/// ```
impl fmt::Display for MetricSet {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.iter().map(Metric::id).collect::<Vec<_>>().join(", "))
    }
}

macro_rules! operators {
    ($(
        $(#[$page:meta])+
        $method:ident: $Operator:ident $operator:ident, $OperatorAssign:ident $operator_assign:ident, |$a:ident, $b:ident| $bits:expr;
    )+) => {
        impl MetricSet {$(
            $(#[$page])+
            #[must_use]
            #[inline]
            pub const fn $method(mut self, other: Self) -> Self {
                let mut i = 0;
                while i < WORDS {
                    let ($a, $b) = (self.0[i], other.0[i]);
                    self.0[i] = $bits;
                    i += 1;
                }
                self
            }
        )+}

        $(
            // By `Into`, so that a metric stands on the right without a second set of operators.
            impl<T: Into<Self>> $Operator<T> for MetricSet {
                type Output = Self;

                fn $operator(self, other: T) -> Self {
                    self.$method(other.into())
                }
            }

            impl<T: Into<Self>> $OperatorAssign<T> for MetricSet {
                fn $operator_assign(&mut self, other: T) {
                    *self = self.$method(other.into());
                }
            }
        )+
    };
}

operators! {
    /// What is in both: `a & b`.
    intersection: BitAnd bitand, BitAndAssign bitand_assign, |a, b| a & b;
    /// What is in either: `a | b`.
    union: BitOr bitor, BitOrAssign bitor_assign, |a, b| a | b;
    /// What is in this set and not in `other`: `a - b`.
    difference: Sub sub, SubAssign sub_assign, |a, b| a & !b;
}
