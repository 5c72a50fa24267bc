//! [`audit`]: the proof that the tables say what the report says.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use chrono::Datelike as _;

use crate::ledger::{Entries, Entry, Mismatch, Report, Span};
use crate::padding::{self, By};
use crate::{DATASET, Exclusion, Metric, MetricSet, Problem, Section, StatType, Unit, sha256};

/// Holds every metric and every exclusion against a copy of the report.
///
/// It proves that
///
/// - the text at each row's position is what the row says, and beside a figure stands no word that the grammar of figures would
///   have read with it: a qualifier, a numeral, a word of a unit;
/// - each numeral of the report (a run of Arabic digits, or one of the characters 〇零一二两三四五六七八九十百千万亿半首) is
///   accounted for by metrics or by an exclusion, and not by both;
/// - where months are printed before a figure in its sentence they are its period, and where 各 or 均 gives one figure to each of a
///   list there is a row for each;
/// - each section begins with a heading, which is a line that does not end a sentence, and each heading begins a section;
/// - the text is the report that the data was curated from, by its length and SHA-256. Copies that differ in line ends, byte
///   order mark or trailing blanks are told apart and audited all the same.
///
/// Claims without a numeral, such as to lead or to cover all, are in no table, and nothing is proved of them.
///
/// The report is not part of this crate; you need a copy. Any text can be given: there is no panic, and the time taken grows
/// with its length and no faster.
///
/// ```
/// use yongkang_metrics::audit;
///
/// let audit = audit("2020年,1234家企业。");
/// assert!(!audit.is_clean());
/// println!("{audit}");
/// ```
#[must_use]
#[inline]
pub fn audit(report: &str) -> Audit {
    let text = Report::new(report);
    let metrics: Vec<Metric> = MetricSet::ALL.iter().collect();
    let exclusions: Vec<Exclusion> = DATASET.exclusions.to_vec();
    let entries = Entries {
        characters: DATASET.source_chars,
        sections: Section::ALL.iter().map(|section| section.source_start()).collect(),
        units: Unit::ALL.iter().flat_map(|unit| unit.printed()).copied().collect(),
        metrics: metrics.iter().map(|row| span(*row)).collect(),
        exclusions: exclusions
            .iter()
            .map(|row| Span { start: row.source_start, text: row.text, months: None })
            .collect(),
    };
    let mismatches = text.examine(&entries);
    let numerals = numerals(&text, &entries, &mismatches);
    let findings = mismatches.into_iter().map(|mismatch| finding(mismatch, &text, &metrics, &exclusions)).collect();
    Audit { source: source(report, &text), findings, numerals }
}

/// How many numerals of each section are part of a metric's figure, how many of an exclusion, and how many of neither.
#[inline]
fn numerals(text: &Report, entries: &Entries<'_>, mismatches: &[Mismatch]) -> [[usize; 3]; SECTIONS] {
    let mut owners = vec![NEITHER; entries.characters];
    for (owner, spans) in [(0, &entries.metrics), (1, &entries.exclusions)] {
        for span in spans {
            owners.iter_mut().skip(span.start).take(span.text.chars().count()).for_each(|it| *it = owner);
        }
    }
    // A row of which another text stands there has none of its numerals.
    for mismatch in mismatches.iter().filter(|mismatch| mismatch.problem == Problem::Unaccounted) {
        owners.iter_mut().skip(mismatch.start).take(1).for_each(|it| *it = NEITHER);
    }
    let mut counts = [[0; 3]; SECTIONS];
    for (start, _) in text.numerals() {
        counts[usize::from(section(start).number())][owners.get(start).copied().unwrap_or(NEITHER)] += 1;
    }
    counts
}

const NEITHER: usize = 2;

const SECTIONS: usize = Section::ALL.len();

#[inline]
fn span(metric: Metric) -> Span<'static> {
    let (start, end) = (metric.time_period().start(), metric.time_period().end());
    // A streak is longer than the months that the report prints.
    let months = (metric.stat_type() != StatType::Streak).then(|| (start.month(), end.month()));
    Span { start: metric.source_start(), text: metric.obs_text(), months }
}

/// The section of an offset.
#[inline]
fn section(offset: usize) -> Section {
    let after = Section::ALL.partition_point(|section| section.source_start() <= offset);
    Section::ALL[after - 1]
}

#[inline]
fn source(report: &str, text: &Report) -> Source {
    let is_source = |text: &str| hex(sha256::digest(text.as_bytes())) == DATASET.source_sha256;
    if is_source(report) {
        Source::Identical
    } else if is_source(&text.text()) {
        Source::SameText
    } else {
        Source::Different
    }
}

#[inline]
fn hex(digest: [u32; 8]) -> String {
    digest.iter().map(|word| format!("{word:08x}")).collect()
}

#[inline]
fn finding(mismatch: Mismatch, text: &Report, metrics: &[Metric], exclusions: &[Exclusion]) -> Finding {
    let Mismatch { entry, problem, start, expected, found } = mismatch;
    let subject = match entry {
        Entry::Report => Subject::Report,
        Entry::Section(row) => Subject::Section(Section::ALL[row]),
        Entry::Metric(row) => Subject::Metric(metrics[row]),
        Entry::Exclusion(row) => Subject::Exclusion(exclusions[row]),
        Entry::Heading => Subject::Heading,
        Entry::Numeral => Subject::Numeral,
    };
    let (line, column) = text.place(start);
    Finding { subject, problem, expected, found, section: section(start), line, column }
}

/// What an [`audit`] found. Its `Display` is a page to read.
///
/// ```
/// # use yongkang_metrics::{Source, audit};
/// let audit = audit("");
/// assert_eq!(audit.source(), Source::Different);
/// assert!(audit.to_string().starts_with("Audit of Key metrics of Yongkang City, 2020"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    source: Source,
    findings: Vec<Finding>,
    /// How many numerals there are in each section: of metrics, of exclusions, and of neither.
    numerals: [[usize; 3]; SECTIONS],
}

impl Audit {
    /// Whether all is proved: the text is the report, and there are no findings.
    ///
    /// ```
    /// # use yongkang_metrics::audit;
    /// assert!(!audit("another text").is_clean());
    /// ```
    #[must_use]
    #[inline]
    pub fn is_clean(&self) -> bool {
        self.source != Source::Different && self.findings.is_empty()
    }

    /// Whether the text is the report that the data was curated from.
    ///
    /// ```
    /// # use yongkang_metrics::{Source, audit};
    /// assert_eq!(audit("another text").source(), Source::Different);
    /// ```
    #[must_use]
    #[inline]
    pub fn source(&self) -> Source {
        self.source
    }

    /// All that does not agree: first the length, then sections, metrics, exclusions, headings and numerals, each in report order.
    ///
    /// ```
    /// # use yongkang_metrics::{DATASET, Section, audit};
    /// // It is not as long, no section but the first begins in it, and no row stands where the tables say.
    /// let rows = Metric::ALL.len() + DATASET.exclusions.len();
    /// assert_eq!(audit("another text").findings().len(), 1 + (Section::ALL.len() - 1) + rows);
    /// ```
    #[must_use]
    #[inline]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many numerals the text has: runs of Arabic digits, and characters of 〇零一二两三四五六七八九十百千万亿半首.
    ///
    /// ```
    /// # use yongkang_metrics::audit;
    /// assert_eq!(audit("2020年十一月").numeral_count(), 3);
    /// ```
    #[must_use]
    #[inline]
    pub fn numeral_count(&self) -> usize {
        self.numerals.iter().flatten().sum()
    }

    /// How many numerals of these sections are of metrics, of exclusions, and of neither.
    #[inline]
    fn owned(&self, is_meant: impl Fn(Section) -> bool) -> [usize; 3] {
        let mut sum = [0; 3];
        for (section, counts) in Section::ALL.iter().zip(self.numerals) {
            for (sum, count) in sum.iter_mut().zip(counts) {
                *sum += if is_meant(*section) { count } else { 0 };
            }
        }
        sum
    }
}

/// How many findings `Display` prints; [`Audit::findings`] has them all.
const PRINTED: usize = 100;

/// Prints a page: what was verified, section by section, and each finding with its place.
impl fmt::Display for Audit {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Audit of {}, version {}\n", DATASET.title, DATASET.version)?;
        writeln!(f, "{}\n", self.source)?;
        self.fmt_sections(f)?;
        if self.is_clean() {
            let [figures, excluded, _] = self.owned(|_| true);
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
        let count = self.findings.len();
        write!(f, "\nNot clean: {count} finding{}", if count == 1 { "" } else { "s" })?;
        if self.source == Source::Different {
            f.write_str(", in a text that is not the report")?;
        }
        f.write_str(".")?;
        for finding in self.findings.iter().take(PRINTED) {
            write!(f, "\n  {finding}")?;
        }
        match count.saturating_sub(PRINTED) {
            0 => Ok(()),
            more => write!(f, "\n  and {more} more"),
        }
    }
}

impl Audit {
    #[inline]
    fn fmt_sections(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "section   metrics verified   exclusions verified   mismatched   numerals = in metrics + in exclusions + unaccounted"
        )?;
        let mut total = [0; 3];
        for &section in Section::ALL {
            let metrics = section.metrics().len();
            // A row may have several findings, and is wrong once.
            let wrong = |metric| self.findings.iter().any(|finding| finding.subject == Subject::Metric(metric));
            let wrong_metrics = section.metrics().iter().filter(|metric| wrong(*metric)).count();
            let exclusions = DATASET.exclusions.iter().filter(|row| row.section == section).count();
            let is_exclusion = |subject| matches!(subject, Subject::Exclusion(_));
            let findings = self.findings.iter().filter(|finding| finding.section == section);
            let wrong_exclusions = findings.filter(|finding| is_exclusion(finding.subject)).count();
            let rows = [metrics - wrong_metrics, exclusions - wrong_exclusions, wrong_metrics + wrong_exclusions];
            fmt_row(f, format_args!("{section}"), rows, self.owned(|other| other == section))?;
            for (total, count) in total.iter_mut().zip(rows) {
                *total += count;
            }
        }
        fmt_row(f, format_args!("all"), total, self.owned(|_| true))
    }
}

#[inline]
fn fmt_row(
    f: &mut fmt::Formatter<'_>,
    name: fmt::Arguments<'_>,
    [metrics, exclusions, mismatched]: [usize; 3],
    [figures, excluded, neither]: [usize; 3],
) -> fmt::Result {
    writeln!(
        f,
        "{:<7}   {metrics:>16}   {exclusions:>19}   {mismatched:>10}   {:>8} = {figures:>10} + {excluded:>13} + {neither:>11}",
        format!("{name}"),
        figures + excluded + neither,
    )
}

/// Whether a text is the report that the data was curated from.
///
/// ```
/// # use yongkang_metrics::{Source, audit};
/// assert_eq!(audit("another text").source(), Source::Different);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// It is, byte for byte.
    Identical,
    /// It is, but for line ends, a byte order mark or trailing blanks.
    SameText,
    /// It is another text, or another version of it.
    Different,
}

/// Says it in a sentence.
impl fmt::Display for Source {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sha256 = DATASET.source_sha256;
        match self {
            Self::Identical => padding::pad(
                f,
                format_args!("The text is the report that the data was curated from (SHA-256 {sha256})."),
            ),
            Self::SameText => padding::pad(
                f,
                format_args!(
                    "The text is the report that the data was curated from, but for line ends, a byte order mark or trailing \
                     blanks (SHA-256 without them {sha256})."
                ),
            ),
            Self::Different => padding::pad(
                f,
                format_args!("The text is not the report that the data was curated from (SHA-256 {sha256})."),
            ),
        }
    }
}

/// Something in which the tables and a text do not agree.
///
/// ```
/// use yongkang_metrics::{Problem, Subject, audit};
///
/// let audit = audit("12 apples");
/// let finding = audit.findings().last().unwrap();
/// assert_eq!((finding.subject(), finding.problem()), (Subject::Numeral, Problem::Unaccounted));
/// assert_eq!((finding.found(), finding.line(), finding.column()), ("12", 1, 1));
/// assert_eq!(finding.to_string(), "line 1, column 1: expected a metric or an exclusion for the numeral “12”, found none");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    subject: Subject,
    problem: Problem,
    expected: String,
    found: String,
    section: Section,
    line: usize,
    column: usize,
}

/// What a [`Finding`] is about.
///
/// ```
/// # use yongkang_metrics::{MetricSet, Subject, audit};
/// let audit = audit("");
/// let metrics = audit.findings().iter().filter(|finding| matches!(finding.subject(), Subject::Metric(_)));
/// assert_eq!(metrics.count(), MetricSet::ALL.len());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Subject {
    /// The report as a whole.
    Report,
    /// A row of the sections.
    Section(Section),
    /// A row of the metrics.
    Metric(Metric),
    /// A row of the exclusions.
    Exclusion(Exclusion),
    /// A line of the text that is no sentence.
    Heading,
    /// A numeral of the text.
    Numeral,
}

impl Finding {
    /// The row or numeral that it is about.
    ///
    /// ```
    /// # use yongkang_metrics::{Subject, audit};
    /// assert_eq!(audit("").findings()[0].subject(), Subject::Report);
    /// ```
    #[must_use]
    #[inline]
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// What does not agree.
    ///
    /// ```
    /// # use yongkang_metrics::{Problem, audit};
    /// assert_eq!(audit("").findings()[0].problem(), Problem::Length);
    /// ```
    #[must_use]
    #[inline]
    pub fn problem(&self) -> Problem {
        self.problem
    }

    /// What the tables led to expect.
    ///
    /// ```
    /// # use yongkang_metrics::audit;
    /// assert_eq!(audit("12").findings().last().unwrap().expected(), "a metric or an exclusion");
    /// ```
    #[must_use]
    #[inline]
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// What the text has instead. Empty where the text ends before.
    ///
    /// ```
    /// # use yongkang_metrics::audit;
    /// assert_eq!(audit("").findings()[0].found(), "0");
    /// ```
    #[must_use]
    #[inline]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// The line, from 1.
    ///
    /// ```
    /// # use yongkang_metrics::audit;
    /// assert_eq!(audit("\n12").findings().last().unwrap().line(), 2);
    /// ```
    #[must_use]
    #[inline]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column, in characters from 1.
    ///
    /// ```
    /// # use yongkang_metrics::audit;
    /// assert_eq!(audit("共12人").findings().last().unwrap().column(), 2);
    /// ```
    #[must_use]
    #[inline]
    pub fn column(&self) -> usize {
        self.column
    }
}

/// Says it in a line, place first.
impl fmt::Display for Finding {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padding::pad(f, format_args!("{}", By(|f: &mut fmt::Formatter<'_>| self.fmt_line(f))))
    }
}

impl Finding {
    #[inline]
    fn fmt_line(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { expected, found, line, column, .. } = self;
        write!(f, "line {line}, column {column}: ")?;
        match self.subject {
            Subject::Metric(row) => write!(f, "metric `{row}`: ")?,
            Subject::Exclusion(row) => write!(f, "exclusion “{}” ({}): ", row.text, row.reason)?,
            Subject::Section(section) => write!(f, "section {section}: ")?,
            Subject::Report | Subject::Heading | Subject::Numeral => {}
        }
        match self.problem {
            Problem::Text if found.is_empty() => write!(f, "expected “{expected}”, found the end of the text"),
            Problem::Text => write!(f, "expected “{expected}”, found {found:?}"),
            Problem::Section if found.is_empty() => write!(f, "expected {expected}, found the end of the text"),
            Problem::Section => write!(f, "expected {expected}, found {found:?}"),
            Problem::Unaccounted => write!(f, "expected {expected} for the numeral “{found}”, found none"),
            Problem::AccountedTwice => write!(f, "expected {expected} for the numeral “{found}”, found both"),
            _ => write!(f, "expected {expected}, found {found}"),
        }
    }
}
