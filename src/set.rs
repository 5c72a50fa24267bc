//! [`MetricSet`]: a set of metrics.

use core::fmt;
use core::iter::FusedIterator;
use core::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Range, Sub, SubAssign};

use crate::columns::{self, LEN};
use crate::{Category, Metric, Period, Unit, padding};

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
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct MetricSet([u64; WORDS]);

/// Queries: each gives the metrics of the set that also have what is asked for.
impl MetricSet {
    /// Every metric: where queries start.
    pub const ALL: Self = {
        let mut words = [u64::MAX; WORDS];
        // The last word has bits that stand for no metric.
        words[WORDS - 1] >>= WORDS * 64 - LEN;
        Self(words)
    };

    /// No metric.
    pub const NONE: Self = Self([0; WORDS]);

    /// Those for exactly this period.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, MetricSet};
    /// let same = MetricSet::ALL.period(Metric::FOREIGN_TRADE_TOTAL.time_period());
    /// assert!(same.iter().eq([Metric::FOREIGN_TRADE_TOTAL, Metric::FOREIGN_TRADE_GROWTH]));
    /// ```
    #[must_use]
    #[inline]
    pub const fn period(self, period: Period) -> Self {
        let mut found = Self::NONE;
        let mut i = 0;
        while i < columns::PERIODS.len() {
            if period.is(columns::PERIODS[i]) {
                found = Self(columns::BY_PERIOD[i]);
            }
            i += 1;
        }
        self.intersection(found)
    }

    /// Those whose period lies within this one.
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
        let mut found = Self::NONE;
        let mut i = 0;
        while i < columns::PERIODS.len() {
            if columns::PERIODS[i].is_subset(period) {
                found = found.union(Self(columns::BY_PERIOD[i]));
            }
            i += 1;
        }
        self.intersection(found)
    }

    /// Those for which `keep` gives `true`: what no facet asks for.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, MetricSet};
    /// let at_least = MetricSet::ALL.filter(|metric| metric.comparator().is_some());
    /// assert!(at_least.contains(Metric::MARKET_ENTITIES));
    /// ```
    #[must_use]
    #[inline]
    pub fn filter(self, keep: impl Fn(Metric) -> bool) -> Self {
        self.iter().filter(|metric| keep(*metric)).collect()
    }

    /// The categories that occur, in the order of their table.
    #[must_use]
    #[inline]
    pub fn categories(self) -> impl DoubleEndedIterator<Item = Category> + Clone + fmt::Debug {
        Category::ALL.iter().copied().filter(move |category| !self.category(*category).is_empty())
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

/// The set as a set.
impl MetricSet {
    /// A bit for each row.
    #[inline]
    pub(crate) const fn from_words(words: [u64; WORDS]) -> Self {
        Self(words)
    }

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
        let mut i = 0;
        while i < WORDS {
            if self.0[i] != 0 {
                return false;
            }
            i += 1;
        }
        true
    }

    /// Whether `metric` is in it.
    #[must_use]
    #[inline]
    pub const fn contains(self, metric: Metric) -> bool {
        let row = metric.index();
        self.0[row / 64] >> (row % 64) & 1 == 1
    }

    /// This set with `metric` in it, which the operator `|` does outside of `const`.
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

    /// What is in both: `a & b`.
    #[must_use]
    #[inline]
    pub const fn intersection(mut self, other: Self) -> Self {
        let mut i = 0;
        while i < WORDS {
            self.0[i] &= other.0[i];
            i += 1;
        }
        self
    }

    /// What is in either: `a | b`.
    #[must_use]
    #[inline]
    pub const fn union(mut self, other: Self) -> Self {
        let mut i = 0;
        while i < WORDS {
            self.0[i] |= other.0[i];
            i += 1;
        }
        self
    }

    /// What is in this set and not in `other`: `a - b`.
    #[must_use]
    #[inline]
    pub const fn difference(mut self, other: Self) -> Self {
        let mut i = 0;
        while i < WORDS {
            self.0[i] &= !other.0[i];
            i += 1;
        }
        self
    }

    /// Whether all that is in this set is in `other`: that every figure of a chart, say, is of one dimension.
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
        Iter { run: 0..0, word: 0, rest: self }
    }
}

/// The metrics of a [`MetricSet`], in report order.
#[derive(Clone)]
pub struct Iter {
    // Rows that lie together are taken out of the set a run at a time, so that a loop over many metrics counts up as one over a
    // slice does, and only between runs looks for the next bit.
    run: Range<usize>,
    /// The word of the set in which the next run begins, or a later one.
    word: usize,
    /// What is not in the run.
    rest: MetricSet,
}

impl Iter {
    /// Takes the next run out of the set. It ends where its word does, which costs a long set nothing that one would notice.
    #[inline]
    fn next_run(&mut self) -> Option<Metric> {
        while self.rest.0[self.word] == 0 {
            self.word += 1;
            if self.word == WORDS {
                self.word = 0;
                return None;
            }
        }
        let word = &mut self.rest.0[self.word];
        let start = word.trailing_zeros() as usize;
        let len = (*word >> start).trailing_ones() as usize;
        // Adding the lowest bit carries through the run, so that the two have only what lies above it in common.
        *word &= word.wrapping_add(1 << start);
        let row = self.word * 64 + start;
        self.run = row + 1..row + len;
        Some(Metric::at(row))
    }
}

/// Shows the ids of what is still to come.
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
        match self.run.next() {
            Some(row) => Some(Metric::at(row)),
            None => self.next_run(),
        }
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.run.len() + self.rest.len();
        (left, Some(left))
    }
}

impl DoubleEndedIterator for Iter {
    #[inline]
    fn next_back(&mut self) -> Option<Metric> {
        for i in (self.word..WORDS).rev() {
            let word = &mut self.rest.0[i];
            if let Some(bit) = word.checked_ilog2() {
                *word ^= 1 << bit;
                return Some(Metric::at(i * 64 + bit as usize));
            }
        }
        self.run.next_back().map(Metric::at)
    }
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

impl IntoIterator for &MetricSet {
    type Item = Metric;
    type IntoIter = Iter;

    #[inline]
    fn into_iter(self) -> Iter {
        self.iter()
    }
}

impl FromIterator<Metric> for MetricSet {
    #[inline]
    fn from_iter<I: IntoIterator<Item = Metric>>(metrics: I) -> Self {
        metrics.into_iter().fold(Self::NONE, Self::with)
    }
}

impl Extend<Metric> for MetricSet {
    #[inline]
    fn extend<I: IntoIterator<Item = Metric>>(&mut self, metrics: I) {
        *self |= metrics.into_iter().collect::<Self>();
    }
}

impl<const N: usize> From<[Metric; N]> for MetricSet {
    #[inline]
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

/// No metric.
impl Default for MetricSet {
    #[inline]
    fn default() -> Self {
        Self::NONE
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
        padding::pad(f, format_args!("{}", padding::list(*self, ", ")))
    }
}

macro_rules! operators {
    ($($Operator:ident $operator:ident, $OperatorAssign:ident $operator_assign:ident, $method:ident;)+) => {$(
        impl<T: Into<Self>> $Operator<T> for MetricSet {
            type Output = Self;

            #[inline]
            fn $operator(self, other: T) -> Self {
                self.$method(other.into())
            }
        }

        impl<T: Into<Self>> $OperatorAssign<T> for MetricSet {
            #[inline]
            fn $operator_assign(&mut self, other: T) {
                *self = self.$method(other.into());
            }
        }
    )+};
}

operators! {
    BitAnd bitand, BitAndAssign bitand_assign, intersection;
    BitOr bitor, BitOrAssign bitor_assign, union;
    Sub sub, SubAssign sub_assign, difference;
}
