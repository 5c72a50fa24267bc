//! [`Figure`]: a printed Chinese figure, read as the build reads those of the table; and [`Metric::check`], which checks one.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString as _};
use core::fmt;
use core::ops::Bound;
use core::str::FromStr;

use rust_decimal::Decimal;

use crate::model::chinese::FigureError;
use crate::model::exact::Exact;
use crate::model::figure::{self, Reading};
use crate::model::precision::Limit;
use crate::model::traditional::simplified;
use crate::model::words::Base;
use crate::unit::known;
use crate::{Bounds, Claim, Comparator, Dimension, Metric, ParseError, StatType, Unit, padding};

/// A printed figure, such as `超过380亿元`: a number with its unit, and how precise it is.
///
/// The build reads the table with the same grammar: Arabic or Chinese numerals, 万 and 亿, 百分之 and %, 余, 近, 超过, 以上 and
/// their like, 第, 连续, 增长 and 下降, ranges. Behind the unit only that may stand which a [unit](Unit::nouns) or a
/// [metric](Metric::counted_zh) counts. A text with any other word, or that can be read in more than one way, is refused, and the
/// error tells the word and its place.
///
/// ```
/// use yongkang_metrics::{Figure, Unit};
///
/// let figure: Figure = "三万余人次".parse()?;
/// assert_eq!(figure.bounds.to_string(), "more than 30000, less than 40000");
/// assert!(figure.units().eq([Unit::PersonTime]));
///
/// let error = "40家封顶".parse::<Figure>().unwrap_err();
/// assert!(error.to_string().starts_with("character 4: \"40家封顶\" is not a figure: `封顶`"));
/// # Ok::<(), yongkang_metrics::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Figure {
    /// The number, in the unit as it is printed: `3万余` is 30 000, `下降3.5%` is -3.5. `None` of a range.
    pub value: Option<Decimal>,
    /// How the actual value compares to `value`; `None` where the figure gives it as it is, exact or rounded.
    pub comparator: Option<Comparator>,
    /// The interval that the actual value lies in, by the rules at [`Bounds`]; of `3至5万元` it is 25 000 to 55 000.
    pub bounds: Bounds,
    /// The narrow reading: what the figure certainly says, as 近 and rounding have no sharp limit. `None` if no number fits.
    narrow: Option<Bounds>,
    /// The wide reading: all that it may be taken to say.
    wide: Bounds,
    text: String,
    /// The words of the unit, before and after the number.
    unit_words: (String, String),
    /// What stands behind the unit.
    pub(crate) noun: String,
    is_rank: bool,
    is_streak: bool,
    is_change: bool,
    /// Whether it is what a rise or fall led to: 增至21家.
    is_reached: bool,
    /// What a rise or fall is measured against.
    against: Option<Base>,
    dimension: Dimension,
}

/// Words of a unit that nobody tells apart.
const ALIKE: [&[&str]; 2] = [&["人", "名", "位"], &["元", "元人民币", "元(人民币)", "人民币", "元钱"]];

/// Lengths of time that are the same everywhere, in hours; a month or a year is not.
const HOURS: [(&str, i64); 4] = [("小时", 1), ("个小时", 1), ("天", 24), ("周", 168)];

impl Figure {
    /// The units that are printed like this: several where they share a measure word, none where no unit has it.
    ///
    /// ```
    /// # use yongkang_metrics::{Figure, Unit};
    /// assert!("3亿元".parse::<Figure>()?.units().eq([Unit::Yuan]));
    /// assert!("3个".parse::<Figure>()?.units().any(|unit| unit == Unit::Village));
    /// assert!("3个村".parse::<Figure>()?.units().eq([Unit::Village]));
    /// assert_eq!("3亿美元".parse::<Figure>()?.units().count(), 0);
    /// # Ok::<(), yongkang_metrics::ParseError>(())
    /// ```
    pub fn units(&self) -> impl Iterator<Item = Unit> {
        let is_counted = |unit| self.noun.is_empty() || counts(unit, &self.noun);
        Unit::ALL.iter().copied().filter(move |unit| self.is_in(*unit) && is_counted(*unit))
    }

    /// The words of its unit as they are printed, before the number and after it, as [`Unit::printed`] has them: of a unit that no
    /// table has too.
    ///
    /// ```
    /// # use yongkang_metrics::{Dimension, Figure};
    /// let figure: Figure = "20.1万吨".parse()?;
    /// assert_eq!((figure.unit_words(), figure.dimension()), (("", "吨"), Dimension::Mass));
    /// # Ok::<(), yongkang_metrics::ParseError>(())
    /// ```
    #[must_use]
    pub fn unit_words(&self) -> (&str, &str) {
        (&self.unit_words.0, &self.unit_words.1)
    }

    /// What sort of quantity its unit measures.
    #[must_use]
    pub fn dimension(&self) -> Dimension {
        self.dimension
    }

    /// The kind of statistic, as far as its words tell; `None` of `7538个`, which may be a stock or a flow.
    ///
    /// ```
    /// # use yongkang_metrics::{Figure, StatType};
    /// let kind = |text: &str| text.parse::<Figure>().map(|figure| figure.stat_type());
    /// assert_eq!(kind("第24位")?, Some(StatType::Rank));
    /// assert_eq!(kind("年均增长6.6%")?, Some(StatType::AverageGrowthRate));
    /// assert_eq!(kind("净增94户")?, Some(StatType::Change));
    /// # Ok::<(), yongkang_metrics::ParseError>(())
    /// ```
    #[must_use]
    pub fn stat_type(&self) -> Option<StatType> {
        let is_percent = self.unit_words.1 == "%";
        match (self.is_rank, self.is_streak, self.is_change, self.against) {
            (true, ..) => Some(StatType::Rank),
            (_, true, ..) => Some(StatType::Streak),
            (_, _, true, Some(Base::Average)) if is_percent => Some(StatType::AverageGrowthRate),
            // Against the quarter before is no rate of a year.
            (_, _, true, None | Some(Base::YearBefore)) if is_percent => Some(StatType::GrowthRate),
            // 增长3.5倍 is no amount, and no percentage.
            (_, _, true, None | Some(Base::YearBefore)) if self.unit_words.1 != "倍" => Some(StatType::Change),
            (_, _, false, _) if self.unit_words.1 == "倍" => Some(StatType::Multiple),
            _ => None,
        }
    }

    /// Whether it is printed in this unit or in words that nobody tells from it, whatever noun stands behind.
    fn is_in(&self, unit: Unit) -> bool {
        let (before, after) = (&*self.unit_words.0, &*self.unit_words.1);
        // Whoever leaves out the unit means an amount or a number of things. 33 may be 33% or 33 points, and 3 with what lasted three years
        // how many there are of it.
        if after.is_empty() {
            use Dimension::{Duration, MoneyRate, Rank, Ratio};
            return !matches!(unit.dimension(), Rank | Ratio | MoneyRate | Duration);
        }
        // 第24名 is 第24位, and 第24人 somebody.
        let alike = match self.is_rank {
            true => &["位", "名"],
            false => ALIKE.iter().find(|words| words.contains(&after)).copied().unwrap_or_default(),
        };
        let is_said = |word: &str| word == after || alike.contains(&word) && alike.contains(&after);
        // 第3位 and 3位 have the same words: only 第 makes a rank of it.
        (unit.dimension() == Dimension::Rank) == self.is_rank
            && unit.printed().iter().any(|(basis, word)| *basis == before && is_said(word))
    }

    /// The same length of time in a unit: 24小时 in days. Any other figure as it is.
    fn told_in(&self, unit: Unit) -> Self {
        let hours = |word: &str| HOURS.iter().find(|(unit, _)| *unit == word).map(|(_, hours)| Decimal::from(*hours));
        let own = unit.printed().iter().find_map(|(_, word)| Some((*word, hours(word)?)));
        let from = hours(&self.unit_words.1).filter(|_| self.unit_words.0.is_empty());
        let Some((from, (word, to))) = from.zip(own) else { return self.clone() };
        let told = |bounds: Bounds| (bounds * from).checked_div(to).unwrap_or(bounds);
        Self {
            value: self.value.map(|value| value * from / to),
            bounds: told(self.bounds),
            narrow: self.narrow.map(told),
            wide: told(self.wide),
            unit_words: (String::new(), word.to_owned()),
            ..self.clone()
        }
    }

    /// The number, if no other whole number could be meant.
    fn exact(&self) -> Option<Decimal> {
        let value = self.value.filter(|_| self.comparator.is_none())?;
        let half = Decimal::new(5, 1);
        Bounds::new(value - half..value + half).filter(|near| self.wide.is_subset(*near)).map(|_| value)
    }

    /// The power of ten to which the claim would have to be rounded to be true of the metric, if it is a number without a word: 390 of
    /// 387.7.
    fn coarser(&self, metric: Metric) -> Option<Decimal> {
        let value =
            self.value.filter(|_| self.comparator.is_none() && metric.stat_type() != StatType::Threshold)?.normalize();
        let mut step = Decimal::new(1, value.scale());
        while !value.is_zero() && (value % (step * Decimal::TEN)).is_zero() {
            step *= Decimal::TEN;
        }
        let half = step / Decimal::TWO;
        let rounded = Bounds::new(value - half..=value + half)?;
        metric.bounds().is_subset(rounded).then_some(step)
    }

    /// Whether it is a limit, and another one than that of the metric: of another value, or from the other side.
    fn names_another_limit(&self, metric: Metric) -> bool {
        // Its value, and the side from which it limits: 1万元以下 and 1万元以上 are two limits. 约1万元 is open to both sides, and none.
        let open = |bounds: Bounds| [bounds.lower(), bounds.upper()].map(|end| end == Bound::Unbounded);
        let [below, above] = open(self.bounds);
        below != above && (self.value != Some(metric.value()) || open(self.bounds) != open(metric.bounds()))
    }
}

impl FromStr for Figure {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let folded = folded(text);
        let read = figure::parse(&folded, known()).and_then(|read| match is_counted(&read) {
            true => Ok(read),
            // With any other noun it may be a name and no figure: 八项规定.
            false => Err(read.unknown_noun("nothing behind the unit, or what a metric counts")),
        });
        read.map(|read| Self::new(&read, text)).map_err(|error| unreadable("figure", text, &error))
    }
}

/// Why a text is not what it was read as.
pub(crate) fn unreadable(what: &'static str, text: &str, error: &FigureError) -> ParseError {
    ParseError::because(what, text, shown(&error.message)).at(error.at)
}

/// The message of the grammar. It repeats words of the text, which may be anything.
pub(crate) fn shown(message: &str) -> String {
    let shown = |c: char| if "\"'\\".contains(c) { c.to_string() } else { c.escape_debug().to_string() };
    message.chars().take(500).map(shown).collect()
}

impl Figure {
    /// A figure as the grammar read it in a text.
    pub(crate) fn new(read: &Reading<'_>, text: &str) -> Self {
        let (before, mut after) = read.unit_words;
        // 330‰ is 33%: a claim may be in per mille where the table is in percent.
        let is_tenths = after == "‰" && !Unit::ALL.iter().any(|unit| unit.printed().contains(&("", "‰")));
        if is_tenths {
            after = "%";
        }
        let decimal = |value| if is_tenths { decimal(value) * Decimal::new(1, 1) } else { decimal(value) };
        let interval = |limits| if is_tenths { interval(limits) * Decimal::new(1, 1) } else { interval(limits) };
        let (narrow, wide) = match read.to {
            None => (read.margin.narrow(read.value), read.margin.wide(read.value)),
            // The ends of a range are rounded too. That widens what it may mean, but not what it says for certain.
            Some((to, margin)) => {
                let ends = read.margin.wide(read.value).zip(margin.wide(to));
                let wide = ends.map(|((lower, _), (_, upper))| (lower, upper));
                (Some((Limit::Included(read.value), Limit::Included(to))), wide)
            }
        };
        let comparator = read.margin.qualifier.comparator();
        let wide = interval(wide);
        // 不足50% hardly means a negative number, but only 增长不足50% says that it is none. So the narrow reading always ends at
        // zero, and the wide one where there is a comparator and a rise or fall.
        let is_fall = read.value.mantissa < 0;
        let side = if is_fall { Bounds::new(..=Decimal::ZERO) } else { Bounds::new(Decimal::ZERO..) };
        let on_side = |bounds: Bounds| bounds.intersection(side.expect("half of all numbers"));
        Self {
            value: read.to.is_none().then_some(decimal(read.value)),
            comparator,
            bounds: interval(read.limits()),
            narrow: on_side(interval(narrow)),
            wide: on_side(wide).filter(|_| read.change && comparator.is_some()).unwrap_or(wide),
            text: text.to_owned(),
            unit_words: (before.to_owned(), after.to_owned()),
            noun: read.noun.to_owned(),
            is_rank: read.ordinal,
            is_streak: read.streak,
            is_change: read.change,
            is_reached: read.reached,
            against: read.against,
            dimension: read.dimension,
        }
    }
}

/// Whether behind the unit stands nothing, or what some metric counts.
pub(crate) fn is_counted(read: &Reading<'_>) -> bool {
    // A time counts nothing but itself: 三年行动 are no three actions.
    let may_count = |unit: &Unit| read.dimension != Dimension::Duration || unit.printed().contains(&read.unit_words);
    read.noun.is_empty() || Unit::ALL.iter().any(|unit| may_count(unit) && counts(*unit, read.noun))
}

/// Whether a unit, or a metric in it, counts what has this name.
fn counts(unit: Unit, noun: &str) -> bool {
    // Folded as the text is, where 智能工厂（车间） has other brackets.
    let is_noun = |own: &&str| *own == noun || own.contains('（') && folded(own) == noun;
    unit.nouns().iter().any(is_noun) || unit.metrics().iter().any(|metric| metric.counted_zh().iter().any(is_noun))
}

/// The text with simplified characters and the digits and signs of ASCII, character by character.
pub(crate) fn folded(text: &str) -> String {
    let fold = |c: char| match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        _ => simplified(c).unwrap_or(c),
    };
    // A character is folded to one of as many bytes, or fewer.
    let mut folded = String::with_capacity(text.len());
    folded.extend(text.chars().map(fold));
    folded
}

fn decimal(Exact { mantissa, scale }: Exact) -> Decimal {
    // In range: the grammar reads no number with more than eighteen digits, and rounding and 近 add two.
    Decimal::from_i128_with_scale(mantissa, scale)
}

fn interval(limits: Option<(Limit, Limit)>) -> Bounds {
    let (lower, upper) = limits.expect("the grammar reads no figure whose interval is out of range");
    Bounds::new((lower.map(decimal), upper.map(decimal))).expect("the lower end is the smaller one")
}

/// The text as it was read.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not cut by a precision: 38 is another figure than 387.7亿元.
        padding::pad_number(f, format_args!("{}", self.text))
    }
}

/// What a claim is whose words are not the metric's.
const STRANGE: &str = "of other things, or in words that this metric does not have";

/// Whether a claim is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// By what the report states the claim holds. That the report is right is not proved.
    True,
    /// By what the report states the claim does not hold.
    False,
    /// The claim may hold or not, as far as the report tells.
    Undecided,
    /// The claim is of another thing, period, unit or kind, so that neither can be said. The text is what it is, such as `a streak`.
    NotComparable(&'static str),
}

/// Prints `true`, `false`, `undecided` or `not comparable`.
impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::True => "true",
            Self::False => "false",
            Self::Undecided => "undecided",
            Self::NotComparable(_) => "not comparable",
        })
    }
}

/// A claim held against a metric by [`Metric::check`]: the verdict, and by `Display` the reason and the citation. It
/// compares equal to its verdict.
///
/// ```
/// use yongkang_metrics::{Claim, Metric};
///
/// let judgement = Metric::FOREIGN_TRADE_TOTAL.check("近390亿元".parse::<Claim>()?);
/// assert!(judgement.to_string().starts_with(
///     "true: the report has “387.7亿元人民币”, 38.765 to 38.775 billion yuan, which is all within “近390亿元”, \
///      taken as more than 38.5, less than 39 billion yuan\n",
/// ));
/// let judgement = Metric::FOREIGN_TRADE_TOTAL.check("出口总值387.7亿元".parse::<Claim>()?);
/// assert!(judgement.to_string().contains("is of other things, or in words that this metric does not have: “出口总值”"));
/// # Ok::<(), yongkang_metrics::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Judgement {
    /// What the claim was held against, so that a list of judgements can be shown by metric.
    pub metric: Metric,
    /// What was claimed, to be shown beside the verdict.
    pub claim: Claim,
    /// Whether that is true.
    pub verdict: Verdict,
}

impl PartialEq<Verdict> for Judgement {
    fn eq(&self, verdict: &Verdict) -> bool {
        self.verdict == *verdict
    }
}

impl fmt::Display for Judgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { metric, claim, verdict } = self;
        let unit = metric.unit();
        let (figure, strange) = (claim.figure.told_in(unit), claim.names(*metric).err());
        write!(f, "{verdict}: the report has “{}”, {}", metric.obs_text(), metric.bounds().display_in(unit))?;
        // It may hold anything, and is shown in a line.
        let claim = shown(&claim.to_string());
        let taken = |taken: Bounds| {
            let exactly = if matches!(taken.ends(), [Some(a), Some(b)] if a == b) { "exactly " } else { "" };
            format!("“{claim}”, taken as {exactly}{}", taken.display_in(unit))
        };
        // The reading that decided: a claim is true within the narrow one, and false outside of the wide one.
        match verdict {
            Verdict::NotComparable(what) => match strange.filter(|_| *what == STRANGE) {
                Some(words) => write!(f, "; “{claim}” is {what}: “{}”", shown(&words)),
                None => write!(f, "; “{claim}” is {what}"),
            },
            // Said apart, as its narrow reading may be narrower than the report's bounds, and "within" would be untrue of them.
            Verdict::True if metric.says_the_same(&figure) => write!(f, ", and so says “{claim}”"),
            Verdict::True => write!(f, ", which is all within {}", taken(figure.narrow.unwrap_or(figure.wide))),
            Verdict::False if metric.stat_type() == StatType::Threshold => {
                write!(f, ", another limit than {}", taken(figure.wide))
            }
            Verdict::False => write!(f, ", which is outside of {}", taken(figure.wide)),
            Verdict::Undecided if metric.stat_type() == StatType::TimeLimit => {
                write!(f, ", a target, which does not decide how long it took: “{claim}”")
            }
            Verdict::Undecided => match figure.narrow {
                // 突破 and 超过, say: the commonest of paraphrases, and not the same.
                Some(narrow) if narrow.ends() == metric.bounds().ends() => {
                    write!(
                        f,
                        ", which does not decide {}: the words differ in whether it may be exactly that",
                        taken(narrow)
                    )
                }
                Some(narrow) => write!(f, ", which does not decide {}", taken(narrow)),
                None => write!(f, ", which does not decide “{claim}”, which nothing can be"),
            },
        }?;
        if let Some(step) = figure.coarser(*metric).filter(|_| *verdict == Verdict::False) {
            let step = Bounds::exact(step).display_in(unit);
            write!(f, "; as a number rounded to the nearest {step} it would be true")?;
        }
        write!(f, "\nPeriod: {}", metric.display().period())?;
        if let Some(note) = metric.note() {
            write!(f, "\nNote: {note}")?;
        }
        write!(f, "\n{}", metric.cite())
    }
}

/// Fact-checking.
impl Metric {
    /// Holds a claim about this metric, as in the draft of a text, against the report.
    ///
    /// It is true if every value that the report allows satisfies the claim, and false if none does, by the rules at [`Bounds`]. Where a claim has no sharp limit it is true only in a narrow reading and false only in a wide one: what is rounded or
    /// has 近 or 约 is true only within half a unit of its last digit and a twentieth of its value, and what has 近, 约, 余 or 多 is
    /// false only beyond a unit of its last digit other than zero and a tenth of its value.
    ///
    /// A [threshold](StatType::Threshold) is no value that could lie within a claim: a claim is true of it if it names the same limit,
    /// and false if it names another. A [streak](StatType::Streak) of ten years holds one of nine, so what is less is undecided, and so is
    /// every other time than the target of a [time limit](StatType::TimeLimit), which says nothing of how long it took.
    ///
    /// Of a [claim](Claim) with a noun or a period, both are the metric's, or it is not comparable. A growth against any other time than
    /// the metric's is another figure.
    ///
    /// ```
    /// use yongkang_metrics::{Claim, Figure, Metric, Verdict};
    ///
    /// // Printed as 3万余人次.
    /// let tests = Metric::NUCLEIC_ACID_TESTS;
    /// assert_eq!(tests.check("超过3万人次".parse::<Figure>()?), Verdict::True);
    /// assert_eq!(tests.check("近3万人次".parse::<Figure>()?), Verdict::False);
    /// assert_eq!(tests.check("近4万人次".parse::<Figure>()?), Verdict::Undecided);
    /// assert!(matches!(tests.check("3万余人".parse::<Figure>()?).verdict, Verdict::NotComparable(_)));
    /// # Ok::<(), yongkang_metrics::ParseError>(())
    /// ```
    #[must_use]
    pub fn check(self, claim: impl Into<Claim>) -> Judgement {
        let claim = claim.into();
        let figure = claim.figure.told_in(self.unit());
        let verdict = self.obstacle(&claim, &figure).map_or_else(|| self.verdict(&figure), Verdict::NotComparable);
        Judgement { metric: self, claim, verdict }
    }

    /// The verdict on a figure that can be compared.
    fn verdict(self, claim: &Figure) -> Verdict {
        let bounds = self.bounds();
        // What is counted has no fractions: 800.0家 is 800家, and nothing that was rounded to tenths.
        let of_count = claim.exact().filter(|_| self.dimension() == Dimension::Count);
        let exact = of_count.map(Bounds::exact);
        let (narrow, wide) = (exact.or(claim.narrow), exact.unwrap_or(claim.wide));
        // Whoever repeats the report is right, also where the narrow reading is narrower than the report's bounds: of 1%, or 近3万.
        if self.says_the_same(claim) {
            Verdict::True
        } else if self.stat_type() == StatType::TimeLimit {
            // 一天以内 is the target in other words. How long it took the report does not say.
            let is_limit = claim.comparator == Some(Comparator::LessOrEqual) && claim.value == Some(self.value());
            if is_limit { Verdict::True } else { Verdict::Undecided }
        } else if self.stat_type() == StatType::Threshold {
            if claim.names_another_limit(self) { Verdict::False } else { Verdict::Undecided }
        } else if of_count.is_some_and(|count| !count.is_integer()) {
            Verdict::False
        } else if narrow.is_some_and(|narrow| bounds.is_subset(narrow)) {
            Verdict::True
        } else if bounds.is_disjoint(wide) && !self.holds_a_shorter_streak(claim) {
            Verdict::False
        } else {
            Verdict::Undecided
        }
    }

    /// Whether the claim is the figure of the report, in these words or in others.
    fn says_the_same(self, claim: &Figure) -> bool {
        let here = (Some(self.value()), self.comparator(), self.bounds());
        // All three, as 近4万 and 3万余 have the same bounds and say different things.
        (claim.value, claim.comparator, claim.bounds) == here
    }

    fn holds_a_shorter_streak(self, claim: &Figure) -> bool {
        // Less only: who claims eleven years where the report has ten is wrong.
        self.stat_type() == StatType::Streak && claim.wide.certainly_less(self.bounds())
    }

    /// Why a claim, whose figure is told in the unit of the metric if it can be, cannot be compared: what it is.
    fn obstacle(self, claim: &Claim, figure: &Figure) -> Option<&'static str> {
        let (kind, names, is_rank) = (self.stat_type(), claim.names(self), self.dimension() == Dimension::Rank);
        let is_against = match figure.against {
            None => !(kind == StatType::AverageGrowthRate && figure.is_change),
            Some(Base::YearBefore) => kind == StatType::GrowthRate,
            Some(Base::Average) => kind == StatType::AverageGrowthRate,
            Some(Base::Before) => false,
        };
        // From the plainest difference to the finest, as only the first is told.
        let obstacles = [
            (figure.is_rank && !is_rank, "a place in an order"),
            (is_rank && !figure.is_rank, "no place in an order: 第 …"),
            (!figure.is_in(self.unit()), "in another unit"),
            (names.is_err(), STRANGE),
            (claim.period.is_some_and(|period| period != self.time_period()), "of another period"),
            // Not the other way round: 10年 may be said of a streak without 连续.
            (figure.is_streak && kind != StatType::Streak, "a streak"),
            // 公司增至21家 are all that there are, and not 21 new ones.
            (figure.is_reached && kind == StatType::Flow && names != Ok(true), "a level that was reached"),
            (figure.is_change && !kind.is_change(), "how much it grew"),
            // Of a growth rate 33% is taken as it stands, but of a change in persons a bare number is more likely the level.
            (!figure.is_change && kind == StatType::Change, "not how much it grew"),
            (!is_against, "measured against another time, or one that the report does not name"),
        ];
        obstacles.into_iter().find(|(is_one, _)| *is_one).map(|(_, what)| what)
    }
}
