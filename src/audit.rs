//! [`audit`]: the proof that the tables say what the report says.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use chrono::Datelike as _;

use crate::ledger::{Entries, Finding, FindingKind, Owner, Report, Row, Subject};
use crate::titles::{self, MetricNames, Names, ReportNames, Term, UnitNames};
use crate::unit::known;
use crate::unknown::quoted;
use crate::{
    Aggregate, Category, DATASET, Decimal, Metric, MetricSet, PeriodBasis, Section, StatType, Unit, padding, sha256,
    wording,
};

/// Holds every metric and every exclusion against a copy of the report.
///
/// It proves that
///
/// - the text at each row's position is what the row says, and each word beside a figure is known: punctuation, a word of its own title
///   or of what it counts, another row, or a word of a closed list, none of which changes sign, bounds or unit;
/// - where the report says that a figure is expected or provisional, so does its row;
/// - each numeral of the report (a run of Arabic digits, or one of the characters 〇零一二两三四五六七八九十百千万亿半首) is
///   accounted for by metrics or by an exclusion, and not by both;
/// - a period that is printed before a figure in its sentence is that of its row, and stated there; where 各 or 均 gives one figure to
///   each of a list there is a row for each, and nowhere else are there several;
/// - no figure stands in quotation marks but a target time, and no excluded number has a unit behind it;
/// - no two titles fit each other's sentences better than their own, nor ids each other's titles;
/// - titles say the same as codes and columns: what is counted, the kind of statistic, the level; no title of a metric has a year,
///   nor that of the report another; and names of categories, aggregates and units are those of their codes;
/// - each section begins with a line, and each heading, which is a line that ends neither a sentence nor with a colon, begins a section;
/// - the text is the report that the data was curated from, by its length and SHA-256. Copies may differ in line ends, byte order
///   mark or trailing blanks, which is told.
///
/// Claims without a numeral, such as to lead or to cover all, are in no table, and nothing is proved about them.
///
/// The report is not part of this crate; you need a copy. Any text can be given: there is no panic, and the time taken is linear in
/// its length.
///
/// ```
/// use yongkang_metrics::audit;
///
/// let audit = audit("2020年,1234家企业。");
/// assert!(!audit.is_clean());
/// println!("{audit}");
/// ```
#[must_use]
pub fn audit(report: &str) -> Audit {
    let text = Report::new(report);
    let entries = Entries {
        characters: DATASET.source_chars,
        sections: Section::ALL.iter().map(|section| (*section, section.source_start())).collect(),
        // An excluded number may have a unit that no metric has.
        units: known().collect(),
        metrics: MetricSet::ALL.iter().map(row).collect(),
        exclusions: DATASET
            .exclusions
            .iter()
            .map(|it| Row { title_zh: it.phrase, ..Row::excluded(Subject::Exclusion(*it), it.source_start, it.text) })
            .collect(),
    };
    let mut examination = text.examine(&entries);
    let names = names();
    titles::check(&mut examination, &names);
    wording::check(&mut examination, &names.metrics);
    let mut numerals = [[0; 3]; SECTIONS];
    for (section, owner) in &examination.numerals {
        let column = match owner {
            Owner::Metric => 0,
            // That both have it is a finding; it is counted once all the same.
            Owner::Exclusion | Owner::Both => 1,
            Owner::Nobody => 2,
        };
        numerals[section.index()][column] += 1;
    }
    let left_out = examination.left_out();
    Audit { source: source(report, &text), findings: examination.findings, left_out, numerals }
}

const SECTIONS: usize = Section::ALL.len();

fn row(metric: Metric) -> Row<'static> {
    let (start, end) = (metric.time_period().start(), metric.time_period().end());
    // A streak or an average is longer than the months that the report prints.
    let is_longer = matches!(metric.stat_type(), StatType::Streak | StatType::AverageGrowthRate);
    let period = (!is_longer).then(|| [start, end].map(|day| (day.year(), day.month())));
    Row {
        subject: Subject::Metric(metric),
        start: metric.source_start(),
        text: metric.obs_text(),
        title_zh: metric.title_zh(),
        counted_zh: metric.counted_zh(),
        obs_status: metric.obs_status(),
        period,
        is_stated: metric.period_basis() == PeriodBasis::Stated,
        is_change: metric.stat_type().is_change(),
        may_be_quoted: metric.stat_type() == StatType::TimeLimit,
    }
}

fn names() -> Names<'static> {
    let period = DATASET.time_period;
    let report = ReportNames {
        titles: [DATASET.title, DATASET.title_zh],
        sources: [DATASET.source, DATASET.source_zh],
        years: [period.start().year(), period.end().year()],
        area: DATASET.area,
        area_zh: DATASET.area_zh,
    };
    let categories = Category::ALL.iter();
    let categories = categories.map(|it| term(Subject::Category(*it), it.code(), it.name(), it.metrics()));
    let aggregates = Aggregate::ALL.iter();
    let aggregates = aggregates.map(|it| term(Subject::Aggregate(*it), it.code(), it.name(), it.metrics()));
    Names {
        report,
        codes: categories.chain(aggregates).collect(),
        units: Unit::ALL.iter().map(|unit| unit_names(*unit)).collect(),
        metrics: MetricSet::ALL.iter().map(metric_names).collect(),
    }
}

fn term(subject: Subject, code: &'static str, name: &'static str, metrics: MetricSet) -> Term<'static> {
    Term { subject, start: metrics.first().map_or(0, Metric::source_start), code, name }
}

fn unit_names(unit: Unit) -> UnitNames<'static> {
    UnitNames {
        term: term(Subject::Unit(unit), unit.code(), unit.name(), unit.metrics()),
        name_singular: unit.name_singular(),
        name_zh: unit.name_zh(),
        dimension: unit.dimension(),
        printed: unit.printed(),
        nouns: unit.nouns(),
    }
}

fn metric_names(metric: Metric) -> MetricNames<'static> {
    MetricNames {
        id: metric.id(),
        title: metric.title(),
        title_zh: metric.title_zh(),
        counted: metric.counted(),
        is_one: metric.value() == Decimal::ONE,
        unit: metric.unit().index(),
        stat_type: metric.stat_type(),
        admin_level: metric.admin_level(),
        of_metric: metric.of_metric().map_or("", Metric::id),
    }
}

fn source(report: &str, text: &Report) -> Source {
    // Editors change line ends and blanks when they save, so the text without these is compared too.
    let is_source = |text: &str| {
        let words = sha256::digest(text.as_bytes()).map(|word| format!("{word:08x}"));
        words.concat() == DATASET.source_sha256
    };
    // As it came first: most copies are the file itself, and then nothing is folded.
    if is_source(report) {
        Source::Identical
    } else if text.text != report && is_source(&text.text) {
        Source::SameText
    } else {
        Source::Different
    }
}

/// What an [`audit`] found. Its `Display` is a page to read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Audit {
    /// Whether the text is the report that the data was curated from.
    pub source: Source,
    /// All that does not agree: first the length, then sections, metrics, exclusions, headings and numerals, each in report order, and
    /// at last names and titles. Of headings and numerals, of which a text may be full, these are the first thousand.
    pub findings: Vec<Finding>,
    /// How many headings and numerals more do not agree than `findings` tell.
    pub left_out: usize,
    /// How many numerals there are in each section: of metrics, of exclusions, and of neither.
    numerals: [[usize; 3]; SECTIONS],
}

impl Audit {
    /// Whether all is proved: the text is the report, and there are no findings.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.source != Source::Different && self.findings.is_empty()
    }

    /// How many numerals the text has, all of which a clean audit accounts for: runs of Arabic digits, and characters of 〇零一二两三四五六七八九十百千万亿半首.
    #[must_use]
    pub fn numeral_count(&self) -> usize {
        self.numerals.iter().flatten().sum()
    }

    /// How many metrics of the section are verified, how many exclusions, and how many rows are not; and how many numerals are of
    /// metrics, of exclusions, and of neither.
    fn counts(&self, section: Section) -> [usize; 6] {
        // A row may have several findings, and is wrong once.
        let is_wrong = |subject: Subject| self.findings.iter().any(|finding| finding.subject == subject);
        let metrics = section.metrics();
        let exclusions = || DATASET.exclusions.iter().filter(|it| it.section == section);
        let wrong_metrics = metrics.filter(|it| is_wrong(Subject::Metric(it))).len();
        let wrong_exclusions = exclusions().filter(|it| is_wrong(Subject::Exclusion(**it))).count();
        let wrong = wrong_metrics + wrong_exclusions;
        let [figures, excluded, neither] = self.numerals[section.index()];
        [metrics.len() - wrong_metrics, exclusions().count() - wrong_exclusions, wrong, figures, excluded, neither]
    }
}

fn fmt_row(f: &mut fmt::Formatter<'_>, name: &str, counts: [usize; 6]) -> fmt::Result {
    let [metrics, exclusions, wrong, figures, excluded, neither] = counts;
    let all = figures + excluded + neither;
    writeln!(
        f,
        "{name:<7}   {metrics:>16}   {exclusions:>19}   {wrong:>10}   {all:>8} = {figures:>10} + {excluded:>13} + {neither:>11}"
    )
}

// Of another text nearly every row is a finding, and the first ones tell enough.
/// How many findings `Display` prints; [`Audit::findings`] has them all.
const PRINTED: usize = 100;

/// Prints a page: what was verified, section by section, and each finding with its place.
impl fmt::Display for Audit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Audit of {}, version {}\n", DATASET.title, DATASET.version)?;
        writeln!(f, "{}\n", self.source)?;
        writeln!(
            f,
            "section   metrics verified   exclusions verified   mismatched   numerals = in metrics + in exclusions + unaccounted"
        )?;
        let mut all = [0; 6];
        for section in Section::ALL {
            let counts = self.counts(*section);
            all.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
            fmt_row(f, &section.to_string(), counts)?;
        }
        fmt_row(f, "all", all)?;
        if self.is_clean() {
            let [.., figures, excluded, _] = all;
            return write!(
                f,
                "\nClean: every figure and every exclusion stands where the tables say, and every numeral is accounted for:\n\
                 each run of Arabic digits, and each of 〇零一二两三四五六七八九十百千万亿半首. The {} of them are\n\
                 {figures} in the figures of {} metrics, and {excluded} in {} exclusions.",
                figures + excluded,
                Metric::ALL.len(),
                DATASET.exclusions.len(),
            );
        }
        let count = self.findings.len() + self.left_out;
        let findings = if count == 1 { "finding" } else { "findings" };
        let of_text = match (self.source, count) {
            (Source::Different, 0) => {
                ", but a text that is not the report. Every figure and every exclusion stands where the tables say, so that it\n\
                 differs in other words, which no table has: only the SHA-256 tells"
            }
            (Source::Different, _) => ", in a text that is not the report",
            _ => "",
        };
        write!(f, "\nNot clean: {count} {findings}{of_text}.")?;
        for finding in self.findings.iter().take(PRINTED) {
            write!(f, "\n  {finding}")?;
        }
        match count.saturating_sub(PRINTED) {
            0 => Ok(()),
            more => write!(f, "\n  and {more} more"),
        }
    }
}

/// Whether a text is the report that the data was curated from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// It is, byte for byte.
    Identical,
    /// It is, but for line ends, a byte order mark or trailing blanks.
    SameText,
    /// It is another text, or another version of it.
    Different,
}

/// Prints a sentence.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (is, hash) = match self {
            Self::Identical => ("is the report that the data was curated from", "SHA-256"),
            Self::SameText => (
                "is the report that the data was curated from, but for line ends, a byte order mark or trailing blanks",
                "SHA-256 without them",
            ),
            Self::Different => ("is not the report that the data was curated from", "SHA-256"),
        };
        padding::pad(f, format_args!("The text {is} ({hash} {}).", DATASET.source_sha256))
    }
}

/// Prints one line, the place first.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { subject, kind, expected, found, line, column } = self;
        let subject = match subject {
            Subject::Metric(row) => format!("metric `{row}`: "),
            Subject::Exclusion(row) => format!("exclusion “{}” ({}): ", row.text, row.reason),
            Subject::Category(code) => format!("category `{code}`: "),
            Subject::Unit(code) => format!("unit `{code}`: "),
            Subject::Aggregate(code) => format!("aggregate `{code}`: "),
            Subject::Section(section) => format!("section {section}: "),
            Subject::Report | Subject::Heading | Subject::Numeral => String::new(),
        };
        // What stands in a text that is not the report may be line ends and control characters.
        let shown = if found.is_empty() { "the end of the text".into() } else { quoted(found) };
        let said = match kind {
            FindingKind::Text => format!("“{expected}”, found {shown}"),
            FindingKind::Section => format!("{expected}, found {shown}"),
            FindingKind::Unaccounted => format!("{expected} for the numeral “{found}”, found none"),
            FindingKind::AccountedTwice => format!("{expected} for the numeral “{found}”, found both"),
            _ => format!("{expected}, found {found}"),
        };
        padding::pad(f, format_args!("line {line}, column {column}: {subject}expected {said}"))
    }
}
