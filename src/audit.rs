//! [`audit`]: the proof that the tables say what the report says.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::ledger::{Fault, Report, Row, Span};
use crate::sha256;
use crate::{DATASET, Exclusion, Metric, MetricSet, Section};

/// Holds every metric and every exclusion against a copy of the report.
///
/// It proves that
///
/// - the text at each row's position is what the row says, and lies in the section that it says;
/// - each numeral of the report (a run of Arabic digits, or a Chinese numeral character) is accounted for by metrics or by an
///   exclusion, and not by both;
/// - the text is the report that the data was curated from, by its SHA-256. Copies that differ in line ends, byte order mark
///   or trailing blanks are told apart and audited all the same.
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
    let exclusions: Vec<Exclusion> = DATASET.exclusions().collect();
    let metric_spans: Vec<_> = metrics.iter().map(|row| span(Subject::Metric(*row))).collect();
    let exclusion_spans: Vec<_> = exclusions.iter().map(|row| span(Subject::Exclusion(*row))).collect();
    let faults = text.examine(&metric_spans, &exclusion_spans);
    let findings = faults.into_iter().map(|fault| finding(fault, &text, &metrics, &exclusions)).collect();
    let mut numerals = [0; SECTIONS + 1];
    for (start, _) in text.numerals() {
        numerals[text.section(start).map_or(SECTIONS, usize::from)] += 1;
    }
    Audit { source: source(report, &text), findings, numerals }
}

/// The opening paragraph and nine sections.
const SECTIONS: usize = Section::ALL.len();

#[inline]
fn span(subject: Subject) -> Span<'static> {
    let (section, start, text) = match subject {
        Subject::Metric(row) => (row.section(), row.source_start(), row.obs_text()),
        Subject::Exclusion(row) => (row.section(), row.source_start(), row.text()),
        Subject::Numeral => (Section::ALL[0], 0, ""),
    };
    Span { section: section.number(), start, text }
}

#[inline]
fn source(report: &str, text: &Report) -> Source {
    let is_source = |text: &str| hex(sha256::digest(text.as_bytes())) == DATASET.source_sha256();
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
fn finding(fault: Fault, text: &Report, metrics: &[Metric], exclusions: &[Exclusion]) -> Finding {
    let subject = |row| match row {
        Row::Metric(row) => Subject::Metric(metrics[row]),
        Row::Exclusion(row) => Subject::Exclusion(exclusions[row]),
    };
    let (subject, problem, start, found) = match fault {
        Fault::Text { row, found } => (subject(row), Problem::Text, span(subject(row)).start, found),
        Fault::Section { row, found } => {
            let found = found.map_or_else(|| "the end of the text".to_owned(), |n| format!("section {n}"));
            (subject(row), Problem::Section, span(subject(row)).start, found)
        }
        Fault::Unaccounted { start, text } => (Subject::Numeral, Problem::Unaccounted, start, text),
        Fault::AccountedTwice { start, text } => (Subject::Numeral, Problem::AccountedTwice, start, text),
    };
    let (line, column) = text.place(start);
    let section = text.section(start).and_then(Section::new);
    Finding { subject, problem, found, section, line, column }
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
    /// How many numerals there are in each section, and last how many after them.
    numerals: [usize; SECTIONS + 1],
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

    /// All that does not agree: first metrics, then exclusions, then numerals, each in report order.
    ///
    /// ```
    /// # use yongkang_metrics::{DATASET, audit};
    /// // Nothing stands where the tables say, and there is no numeral that could be unaccounted for.
    /// let rows = DATASET.metric_count() + DATASET.exclusion_count();
    /// assert_eq!(audit("another text").findings().len(), rows);
    /// ```
    #[must_use]
    #[inline]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many numerals the text has: runs of Arabic digits, and Chinese numeral characters.
    ///
    /// ```
    /// # use yongkang_metrics::audit;
    /// assert_eq!(audit("2020年十一月").numeral_count(), 3);
    /// ```
    #[must_use]
    #[inline]
    pub fn numeral_count(&self) -> usize {
        self.numerals.iter().sum()
    }

    /// How many findings there are of a kind in a section.
    #[inline]
    fn count(&self, section: Section, is_kind: impl Fn(&Finding) -> bool) -> usize {
        let of_section = |finding: &&Finding| match finding.subject {
            Subject::Numeral => finding.section == Some(section),
            row => span(row).section == section.number(),
        };
        self.findings.iter().filter(of_section).filter(|finding| is_kind(finding)).count()
    }
}

/// How many findings `Display` prints; [`Audit::findings`] has them all.
const PRINTED: usize = 100;

/// Prints a page: what was verified, section by section, and each finding with its place.
impl fmt::Display for Audit {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Audit of {}, version {}\n", DATASET.title(), DATASET.version())?;
        writeln!(f, "{}\n", self.source)?;
        self.fmt_sections(f)?;
        if self.is_clean() {
            return write!(
                f,
                "\nClean: every figure and every exclusion stands where the tables say, and every numeral is accounted for."
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
        writeln!(f, "section   metrics verified   exclusions verified   mismatched   numerals   unaccounted")?;
        let mut total = [0; 5];
        for &section in Section::ALL {
            let metrics = section.metrics().len();
            let wrong_metrics = self.count(section, |finding| matches!(finding.subject, Subject::Metric(_)));
            let exclusions = DATASET.exclusions().filter(|row| row.section() == section).count();
            let wrong_exclusions = self.count(section, |finding| matches!(finding.subject, Subject::Exclusion(_)));
            let row = [
                metrics - wrong_metrics,
                exclusions - wrong_exclusions,
                wrong_metrics + wrong_exclusions,
                self.numerals[usize::from(section.number())],
                self.count(section, |finding| finding.subject == Subject::Numeral),
            ];
            fmt_row(f, format_args!("{section}"), row)?;
            for (total, count) in total.iter_mut().zip(row) {
                *total += count;
            }
        }
        let after = self.findings.iter().filter(|finding| finding.section.is_none());
        let unaccounted = after.filter(|finding| finding.subject == Subject::Numeral).count();
        if self.numerals[SECTIONS] > 0 {
            fmt_row(f, format_args!("after"), [0, 0, 0, self.numerals[SECTIONS], unaccounted])?;
            total[3] += self.numerals[SECTIONS];
            total[4] += unaccounted;
        }
        fmt_row(f, format_args!("all"), total)
    }
}

#[inline]
fn fmt_row(f: &mut fmt::Formatter<'_>, name: fmt::Arguments<'_>, counts: [usize; 5]) -> fmt::Result {
    let [metrics, exclusions, mismatched, numerals, unaccounted] = counts;
    writeln!(
        f,
        "{:<7}   {metrics:>16}   {exclusions:>19}   {mismatched:>10}   {numerals:>8}   {unaccounted:>11}",
        format!("{name}")
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
        let sha256 = DATASET.source_sha256();
        match self {
            Self::Identical => write!(f, "The text is the report that the data was curated from (SHA-256 {sha256})."),
            Self::SameText => write!(
                f,
                "The text is the report that the data was curated from, but for line ends, a byte order mark or trailing blanks \
                 (SHA-256 without them {sha256})."
            ),
            Self::Different => {
                write!(f, "The text is not the report that the data was curated from (SHA-256 {sha256}).")
            }
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
    found: String,
    section: Option<Section>,
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
pub enum Subject {
    /// A row of the metrics.
    Metric(Metric),
    /// A row of the exclusions.
    Exclusion(Exclusion),
    /// A numeral of the text.
    Numeral,
}

/// In what way the tables and a text do not agree.
///
/// ```
/// # use yongkang_metrics::{Problem, audit};
/// let audit = audit("12");
/// assert_eq!(audit.findings().last().unwrap().problem(), Problem::Unaccounted);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Problem {
    /// At the row's position stands another text.
    Text,
    /// The row's text stands at its position, but in another section.
    Section,
    /// No row accounts for the numeral.
    Unaccounted,
    /// A metric and an exclusion both account for the numeral.
    AccountedTwice,
}

impl Finding {
    /// The row or numeral that it is about.
    ///
    /// ```
    /// # use yongkang_metrics::{MetricSet, Subject, audit};
    /// let first = MetricSet::ALL.first().unwrap();
    /// assert_eq!(audit("").findings()[0].subject(), Subject::Metric(first));
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
    /// assert_eq!(audit("").findings()[0].problem(), Problem::Text);
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
    pub fn expected(&self) -> String {
        match self.problem {
            Problem::Text => span(self.subject).text.to_owned(),
            Problem::Section => format!("section {}", span(self.subject).section),
            Problem::Unaccounted => "a metric or an exclusion".to_owned(),
            Problem::AccountedTwice => "either a metric or an exclusion".to_owned(),
        }
    }

    /// What stands there: the text, the section, or the numeral. Empty where the text ends before.
    ///
    /// ```
    /// # use yongkang_metrics::audit;
    /// assert_eq!(audit("").findings()[0].found(), "");
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
        let Self { found, line, column, .. } = self;
        write!(f, "line {line}, column {column}: ")?;
        match self.subject {
            Subject::Metric(row) => write!(f, "metric `{row}`: ")?,
            Subject::Exclusion(row) => write!(f, "exclusion “{}” ({}): ", row.text(), row.reason())?,
            Subject::Numeral => {}
        }
        let expected = self.expected();
        match self.problem {
            Problem::Text if found.is_empty() => {
                write!(f, "expected “{expected}”, found the end of the text")
            }
            Problem::Text => write!(f, "expected “{expected}”, found {found:?}"),
            Problem::Section => write!(f, "expected {expected}, found {found}"),
            Problem::Unaccounted => write!(f, "expected {expected} for the numeral “{found}”, found none"),
            Problem::AccountedTwice => write!(f, "expected {expected} for the numeral “{found}”, found both"),
        }
    }
}
