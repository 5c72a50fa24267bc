//! [`MetricSet`]: a set of metrics, and the queries that give one.

use core::fmt;
use core::iter::FusedIterator;
use core::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Not, Range, Sub, SubAssign};

use crate::columns::{self, LEN};
use crate::{AdminLevel, Category, Dimension, Metric, Period, Section, StatType, Unit, padding};

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
/// Metrics are iterated in report order. Operators `&`, `|`, `-`, `^`, `!` do what [`intersection`](Self::intersection),
/// [`union`](Self::union), [`difference`](Self::difference), [`symmetric_difference`](Self::symmetric_difference) and
/// [`complement`](Self::complement) do in `const`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct MetricSet([u64; WORDS]);

impl Category {
    /// The metrics of this category.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Metric};
    /// assert!(Category::ForeignTrade.metrics().contains(Metric::FOREIGN_TRADE_TOTAL));
    /// ```
    #[must_use]
    #[inline]
    pub const fn metrics(self) -> MetricSet {
        MetricSet(columns::BY_CATEGORY[self as usize])
    }
}

impl Unit {
    /// The metrics in this unit.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, Unit};
    /// assert!(Unit::Yuan.metrics().contains(Metric::FOREIGN_TRADE_TOTAL));
    /// ```
    #[must_use]
    #[inline]
    pub const fn metrics(self) -> MetricSet {
        MetricSet(columns::BY_UNIT[self as usize])
    }
}

impl Dimension {
    /// The metrics whose unit is of this dimension.
    ///
    /// ```
    /// # use yongkang_metrics::{Dimension, Metric};
    /// assert!(Dimension::Money.metrics().contains(Metric::FOREIGN_TRADE_TOTAL));
    /// ```
    #[must_use]
    #[inline]
    pub const fn metrics(self) -> MetricSet {
        MetricSet(columns::BY_DIMENSION[self as usize])
    }
}

impl StatType {
    /// The metrics of this kind of statistic.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, StatType};
    /// assert!(StatType::Rank.metrics().contains(Metric::CITY_CREDIT_INDEX_RANK));
    /// ```
    #[must_use]
    #[inline]
    pub const fn metrics(self) -> MetricSet {
        MetricSet(columns::BY_STAT_TYPE[self as usize])
    }
}

impl AdminLevel {
    /// The metrics that refer to this level.
    ///
    /// ```
    /// # use yongkang_metrics::{AdminLevel, Metric};
    /// assert!(AdminLevel::National.metrics().contains(Metric::CITY_CREDIT_INDEX_RANK));
    /// ```
    #[must_use]
    #[inline]
    pub const fn metrics(self) -> MetricSet {
        MetricSet(columns::BY_ADMIN_LEVEL[self as usize])
    }
}

impl Section {
    /// The metrics that stand in this section.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, Section};
    /// assert!(Section::ALL[4].metrics().contains(Metric::FOREIGN_TRADE_TOTAL));
    /// ```
    #[must_use]
    #[inline]
    pub const fn metrics(self) -> MetricSet {
        MetricSet(columns::BY_SECTION[self.number() as usize])
    }
}

/// Queries: each gives the metrics of the set that also have what is asked for.
impl MetricSet {
    /// Every metric: where queries start.
    ///
    /// ```
    /// # use yongkang_metrics::{DATASET, MetricSet};
    /// assert_eq!(MetricSet::ALL.len(), DATASET.metric_count());
    /// ```
    pub const ALL: Self = Self::NONE.complement();

    /// No metric.
    ///
    /// ```
    /// # use yongkang_metrics::MetricSet;
    /// assert!(MetricSet::NONE.is_empty());
    /// ```
    pub const NONE: Self = Self([0; WORDS]);

    /// Those of a category.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, MetricSet};
    /// const TALENT: MetricSet = MetricSet::ALL.category(Category::Talent);
    /// assert_eq!(TALENT, Category::Talent.metrics());
    /// ```
    #[must_use]
    #[inline]
    pub const fn category(self, category: Category) -> Self {
        self.intersection(category.metrics())
    }

    /// Those in a unit.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, MetricSet, Unit};
    /// const RECRUITED: MetricSet = MetricSet::ALL.category(Category::Talent).unit(Unit::Person);
    /// assert_eq!(RECRUITED.len(), 4);
    /// ```
    #[must_use]
    #[inline]
    pub const fn unit(self, unit: Unit) -> Self {
        self.intersection(unit.metrics())
    }

    /// Those in any unit of a dimension.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Dimension, MetricSet};
    /// const RATES: MetricSet = MetricSet::ALL.category(Category::Livelihood).dimension(Dimension::MoneyRate);
    /// assert_eq!(RATES.len(), 2);
    /// ```
    #[must_use]
    #[inline]
    pub const fn dimension(self, dimension: Dimension) -> Self {
        self.intersection(dimension.metrics())
    }

    /// Those of a kind of statistic.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, MetricSet, StatType};
    /// const RANKS: MetricSet = MetricSet::ALL.category(Category::Competitiveness).stat_type(StatType::Rank);
    /// assert_eq!(RANKS.len(), 3);
    /// ```
    #[must_use]
    #[inline]
    pub const fn stat_type(self, stat_type: StatType) -> Self {
        self.intersection(stat_type.metrics())
    }

    /// Those that refer to an administrative level.
    ///
    /// ```
    /// # use yongkang_metrics::{AdminLevel, Category, MetricSet};
    /// const RANKS: MetricSet = MetricSet::ALL.category(Category::Innovation).admin_level(AdminLevel::Prefectural);
    /// assert_eq!(RANKS.len(), 2);
    /// ```
    #[must_use]
    #[inline]
    pub const fn admin_level(self, level: AdminLevel) -> Self {
        self.intersection(level.metrics())
    }

    /// Those that stand in a section of the report.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, MetricSet, Section};
    /// const SOCIAL: MetricSet = MetricSet::ALL.section(Section::ALL[6]);
    /// assert_eq!(SOCIAL, Category::Livelihood.metrics());
    /// ```
    #[must_use]
    #[inline]
    pub const fn section(self, section: Section) -> Self {
        self.intersection(section.metrics())
    }

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
}

/// The set as a set.
impl MetricSet {
    /// A bit for each row.
    #[inline]
    pub(crate) const fn from_words(words: [u64; WORDS]) -> Self {
        Self(words)
    }

    /// How many metrics there are in it.
    ///
    /// ```
    /// # use yongkang_metrics::Category;
    /// assert_eq!(Category::ForeignTrade.metrics().len(), 2);
    /// ```
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
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Unit};
    /// assert!((Category::ForeignTrade.metrics() & Unit::Person.metrics()).is_empty());
    /// ```
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
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, Unit};
    /// assert!(Unit::Yuan.metrics().contains(Metric::FIVE_REDUCTIONS_RELIEF));
    /// ```
    #[must_use]
    #[inline]
    pub const fn contains(self, metric: Metric) -> bool {
        let row = metric.index();
        self.0[row / 64] >> (row % 64) & 1 == 1
    }

    /// This set with `metric` in it.
    ///
    /// ```
    /// # use yongkang_metrics::{Metric, MetricSet};
    /// const ONE: MetricSet = MetricSet::NONE.with(Metric::FIVE_REDUCTIONS_RELIEF);
    /// assert_eq!(ONE.len(), 1);
    /// ```
    #[must_use]
    #[inline]
    pub const fn with(mut self, metric: Metric) -> Self {
        let row = metric.index();
        self.0[row / 64] |= 1 << (row % 64);
        self
    }

    /// This set without `metric` in it.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Metric};
    /// let rest = Category::ForeignTrade.metrics().without(Metric::FOREIGN_TRADE_GROWTH);
    /// assert!(rest.iter().eq([Metric::FOREIGN_TRADE_TOTAL]));
    /// ```
    #[must_use]
    #[inline]
    pub const fn without(mut self, metric: Metric) -> Self {
        let row = metric.index();
        self.0[row / 64] &= !(1 << (row % 64));
        self
    }

    /// Those for which `keep` gives `true`.
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
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Unit};
    /// let categories = Unit::Percent.metrics().categories();
    /// assert!(categories.eq([Category::ForeignTrade]));
    /// ```
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

    /// The first metric in report order.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Metric};
    /// assert_eq!(Category::ForeignTrade.metrics().first(), Some(Metric::FOREIGN_TRADE_TOTAL));
    /// ```
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

    /// The last metric in report order.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Metric};
    /// assert_eq!(Category::ForeignTrade.metrics().last(), Some(Metric::FOREIGN_TRADE_GROWTH));
    /// ```
    #[must_use]
    #[inline]
    pub const fn last(self) -> Option<Metric> {
        let mut i = WORDS;
        while i > 0 {
            i -= 1;
            if self.0[i] != 0 {
                return Some(Metric::at(i * 64 + 63 - self.0[i].leading_zeros() as usize));
            }
        }
        None
    }

    /// What is in both: `a & b`.
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Unit};
    /// let (a, b) = (Category::Talent.metrics(), Unit::Person.metrics());
    /// assert_eq!(a.intersection(b), a & b);
    /// ```
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
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// let (a, b) = (Unit::Person.metrics(), Unit::PersonTime.metrics());
    /// assert_eq!(a.union(b), a | b);
    /// ```
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
    ///
    /// ```
    /// # use yongkang_metrics::{AdminLevel, Unit};
    /// let (a, b) = (Unit::Person.metrics(), AdminLevel::National.metrics());
    /// assert_eq!(a.difference(b), a - b);
    /// ```
    #[must_use]
    #[inline]
    pub const fn difference(self, other: Self) -> Self {
        self.intersection(other.complement())
    }

    /// What is in one of them and not in both: `a ^ b`.
    ///
    /// ```
    /// # use yongkang_metrics::{AdminLevel, Unit};
    /// let (a, b) = (Unit::Person.metrics(), AdminLevel::National.metrics());
    /// assert_eq!(a.symmetric_difference(b), a ^ b);
    /// ```
    #[must_use]
    #[inline]
    pub const fn symmetric_difference(self, other: Self) -> Self {
        self.difference(other).union(other.difference(self))
    }

    /// What is not in this set: `!a`.
    ///
    /// ```
    /// # use yongkang_metrics::{MetricSet, Unit};
    /// assert_eq!(Unit::Yuan.metrics().complement(), MetricSet::ALL - Unit::Yuan.metrics());
    /// ```
    #[must_use]
    #[inline]
    pub const fn complement(mut self) -> Self {
        let mut i = 0;
        while i < WORDS {
            // The last word has bits that stand for no metric.
            let used = LEN - i * 64;
            let mask = if used < 64 { (1 << used) - 1 } else { u64::MAX };
            self.0[i] = !self.0[i] & mask;
            i += 1;
        }
        self
    }

    /// Whether all that is in this set is in `other`.
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
    ///
    /// ```
    /// # use yongkang_metrics::{Category, Metric};
    /// let mut trade = Category::ForeignTrade.metrics().iter();
    /// assert_eq!(trade.len(), 2);
    /// assert_eq!(trade.next_back(), Some(Metric::FOREIGN_TRADE_GROWTH));
    /// ```
    #[must_use]
    #[inline]
    pub const fn iter(self) -> Iter {
        const BACK: usize = (WORDS - 1) * 64;
        // To look at all costs less than to stop at the first that is not full.
        let (mut full, mut i) = (u64::MAX, 0);
        while i < WORDS - 1 {
            full &= self.0[i];
            i += 1;
        }
        if full != u64::MAX {
            return Iter { run: None, word: self.0[0], front: 0, back: BACK, set: self };
        }
        let word = self.0[WORDS - 1];
        let run = Some(0..BACK + word.trailing_ones() as usize);
        Iter { run, word: word & word.wrapping_add(1), front: BACK, back: BACK, set: self }
    }
}

/// The metrics of a [`MetricSet`], in report order.
///
/// ```
/// # use yongkang_metrics::{Category, Metric};
/// let reversed: Vec<Metric> = Category::ForeignTrade.metrics().into_iter().rev().collect();
/// assert_eq!(reversed, [Metric::FOREIGN_TRADE_GROWTH, Metric::FOREIGN_TRADE_TOTAL]);
/// ```
#[derive(Clone)]
pub struct Iter {
    /// The rows that a nearly full set begins with: they come first, and a loop over all metrics is one over numbers.
    run: Option<Range<usize>>,
    /// What is still to come of the word that begins with row `front`; of those after it, to the one that begins with row
    /// `back`, all is. They are rows, and no numbers of words, so that a bit's place has only to be added.
    word: u64,
    front: usize,
    back: usize,
    set: MetricSet,
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
        if let Some(run) = &mut self.run {
            if let Some(row) = run.next() {
                return Some(Metric::at(row));
            }
        }
        while self.word == 0 {
            let next = self.front + 64;
            if next > self.back {
                return None;
            }
            self.front = next;
            self.word = self.set.0[next / 64];
        }
        let row = self.front + self.word.trailing_zeros() as usize;
        self.word &= self.word - 1;
        Some(Metric::at(row))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let run = self.run.as_ref().map_or(0, Range::len);
        let rest = (self.front / 64..self.back / 64).map(|i| self.set.0[i + 1]);
        let words = rest.fold(self.word.count_ones(), |len, word| len + word.count_ones());
        (run + words as usize, Some(run + words as usize))
    }
}

impl DoubleEndedIterator for Iter {
    #[inline]
    fn next_back(&mut self) -> Option<Metric> {
        while self.front < self.back {
            let word = &mut self.set.0[self.back / 64];
            if let Some(bit) = word.checked_ilog2() {
                *word ^= 1 << bit;
                return Some(Metric::at(self.back + bit as usize));
            }
            self.back -= 64;
        }
        if let Some(bit) = self.word.checked_ilog2() {
            self.word ^= 1 << bit;
            return Some(Metric::at(self.front + bit as usize));
        }
        self.run.as_mut()?.next_back().map(Metric::at)
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

impl<'a> FromIterator<&'a Metric> for MetricSet {
    #[inline]
    fn from_iter<I: IntoIterator<Item = &'a Metric>>(metrics: I) -> Self {
        metrics.into_iter().copied().collect()
    }
}

impl<'a> Extend<&'a Metric> for MetricSet {
    #[inline]
    fn extend<I: IntoIterator<Item = &'a Metric>>(&mut self, metrics: I) {
        self.extend(metrics.into_iter().copied());
    }
}

impl<const N: usize> From<[Metric; N]> for MetricSet {
    #[inline]
    fn from(metrics: [Metric; N]) -> Self {
        metrics.into_iter().collect()
    }
}

impl Extend<Metric> for MetricSet {
    #[inline]
    fn extend<I: IntoIterator<Item = Metric>>(&mut self, metrics: I) {
        *self |= metrics.into_iter().collect();
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

impl BitAnd for MetricSet {
    type Output = Self;

    #[inline]
    fn bitand(self, other: Self) -> Self {
        self.intersection(other)
    }
}

impl BitOr for MetricSet {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        self.union(other)
    }
}

impl Sub for MetricSet {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        self.difference(other)
    }
}

impl BitXor for MetricSet {
    type Output = Self;

    #[inline]
    fn bitxor(self, other: Self) -> Self {
        self.symmetric_difference(other)
    }
}

impl Not for MetricSet {
    type Output = Self;

    #[inline]
    fn not(self) -> Self {
        self.complement()
    }
}

impl BitAndAssign for MetricSet {
    #[inline]
    fn bitand_assign(&mut self, other: Self) {
        *self = *self & other;
    }
}

impl BitOrAssign for MetricSet {
    #[inline]
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

impl BitXorAssign for MetricSet {
    #[inline]
    fn bitxor_assign(&mut self, other: Self) {
        *self = *self ^ other;
    }
}

impl SubAssign for MetricSet {
    #[inline]
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}
