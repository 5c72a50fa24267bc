//! The ledger: whether rows stand in a report where they say, whole and with their period, and account for each of its numerals.
//!
//! It takes what it holds against the report from [`Entries`] and not from the tables, so that the tests can make up broken ones.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec;
use alloc::vec::Vec;
use core::iter;
use core::ops::RangeInclusive;

use crate::beside::{self, Lexicon, Own, Side};
use crate::model::figure::{self, Known};
use crate::model::numeral::{is_chinese_numeral, is_digit, is_ledger_character};
use crate::model::words::{JOINERS, STATUS, each, telling_leads};
use crate::text::{Month, Printed, SENTENCE_ENDS, is_heading, plain, printed_period};
use crate::vocabulary::ObsStatus;
use crate::{Aggregate, Category, Exclusion, ExclusionReason, Metric, Section, Unit};

/// What the tables say of the report, as far as its text can be held against it.
pub struct Entries<'a> {
    /// How long the report is, in characters, as all offsets are.
    pub characters: usize,
    /// Where each section begins.
    pub sections: Vec<(Section, usize)>,
    pub units: Vec<Known<'a>>,
    pub metrics: Vec<Row<'a>>,
    pub exclusions: Vec<Row<'a>>,
}

/// Where a row stands, and what it says of the text there.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    pub subject: Subject,
    pub start: usize,
    pub text: &'a str,
    /// What a metric is called, and what it counts: words that may stand beside its figure. Of an exclusion the first is
    /// its phrase.
    pub title_zh: &'a str,
    pub counted_zh: &'a [&'a str],
    /// What the row says of it besides: that it is expected, or provisional.
    pub obs_status: Option<ObsStatus>,
    /// The first and the last month of its period; `None` where the report's months say nothing of it, as of a streak.
    pub period: Option<[Month; 2]>,
    /// Whether the period is said to be printed with the figure.
    pub is_stated: bool,
    /// Whether it is a rise or a fall, so that a word for it stands in the figure, or in the one that it is joined to.
    pub is_change: bool,
    /// Whether it may stand in quotation marks: a target time, or an excluded numeral.
    pub may_be_quoted: bool,
}

impl<'a> Row<'a> {
    /// Of an exclusion, which has no more than its place.
    pub const fn excluded(subject: Subject, start: usize, text: &'a str) -> Self {
        let (title_zh, counted_zh, obs_status, period) = ("", &[] as &[&str], None, None);
        let (is_stated, is_change, may_be_quoted) = (false, false, true);
        Self { subject, start, text, title_zh, counted_zh, obs_status, period, is_stated, is_change, may_be_quoted }
    }

    fn end(&self) -> usize {
        self.start.saturating_add(self.text.chars().count())
    }
}

/// Something in which the tables and a text do not agree.
///
/// ```
/// use yongkang_metrics::{FindingKind, Subject, audit};
///
/// let audit = audit("12 apples");
/// let finding = audit.findings.last().unwrap();
/// assert_eq!((finding.subject, finding.kind), (Subject::Numeral, FindingKind::Unaccounted));
/// assert_eq!(finding.to_string(), "line 1, column 1: expected a metric or an exclusion for the numeral “12”, found none");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The row or the part of the text that it is about.
    pub subject: Subject,
    /// What does not agree.
    pub kind: FindingKind,
    /// What the tables led to expect.
    pub expected: String,
    /// What the text has instead. Empty where the text ends before.
    pub found: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
}

/// What a [`Finding`] is about.
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
    /// A row of the categories.
    Category(Category),
    /// A row of the units.
    Unit(Unit),
    /// A row of the aggregates.
    Aggregate(Aggregate),
    /// A line of the text that is no sentence.
    Heading,
    /// A numeral of the text.
    Numeral,
}

/// In what way the tables and a text do not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FindingKind {
    /// The text is longer or shorter than the report.
    Length,
    /// A section begins within a line, or at a heading none does.
    Section,
    /// At the row's position stands another text.
    Text,
    /// A word stands beside the figure that may belong to it, as nothing else accounts for it.
    NotWhole,
    /// The words name another number of indicators than there are rows for the figure.
    Indicators,
    /// The text prints another period before the figure than that of its row, or none where it is stated.
    Period,
    /// The report says that the figure is not final, or the row says so alone.
    Status,
    /// A figure stands in quotation marks, where numerals are parts of names.
    Quoted,
    /// An excluded numeral is printed with a unit, as a figure is.
    HasUnit,
    /// A title or an id fits another row better, or a name says something else than a code or a column.
    Wording,
    /// No row accounts for the numeral.
    Unaccounted,
    /// A metric and an exclusion both account for the numeral.
    AccountedTwice,
}

/// How many headings and numerals of a text are told that no row accounts for.
const MOST: usize = 1_000;

/// Who accounts for a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    Nobody,
    Metric,
    Exclusion,
    Both,
}

/// A report, ready to be looked up by offsets in characters.
pub struct Report {
    /// The text without what may differ.
    pub text: String,
    /// Where each character starts in the text, and where that ends.
    bytes: Vec<usize>,
    /// Where each line starts.
    lines: Vec<usize>,
}

/// Whether a clause ends here.
fn ends_clause(c: char) -> bool {
    SENTENCE_ENDS.contains(&c) || "，,：:".contains(c)
}

impl Report {
    /// Takes a text as the report, apart from what may differ between copies of it: a byte order mark, the kind of
    /// line ends, blanks at the end of a line, and empty lines at the end.
    pub fn new(text: &str) -> Self {
        let text = plain(text);
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let ends = text.chars().enumerate().filter(|(_, c)| *c == '\n');
        let lines = iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Self { text, bytes, lines }
    }

    /// How many characters it has.
    fn length(&self) -> usize {
        self.bytes.len() - 1
    }

    /// Line and column of an offset, both from 1.
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= offset);
        (line, offset - self.lines[line - 1] + 1)
    }

    /// What stands at an offset, as many characters as there are left.
    fn at(&self, offset: usize, length: usize) -> &str {
        let end = offset.saturating_add(length).min(self.length());
        &self.text[self.bytes[offset.min(end)]..self.bytes[end]]
    }

    /// The first characters of a line, to show it.
    fn head(&self, start: usize) -> &str {
        self.at(start, 12).split('\n').next().unwrap_or_default()
    }

    /// What stands before an offset, back to `from` or to the last character for which `is_end`.
    fn before(&self, offset: usize, from: usize, is_end: impl Fn(char) -> bool) -> &str {
        // Sentences are shorter. A text without any end of one would otherwise take time with the square of its length.
        const FARTHEST: usize = 400;
        let offset = offset.min(self.length());
        let from = from.max(offset.saturating_sub(FARTHEST)).min(offset);
        self.at(from, offset - from).rsplit(is_end).next().unwrap_or_default()
    }

    /// Holds what the tables say against this report.
    pub fn examine<'a>(&'a self, entries: &'a Entries<'a>) -> Examination<'a> {
        let sorted = |place: fn(&Row<'a>) -> usize| {
            let mut places: Vec<usize> = entries.metrics.iter().map(place).collect();
            places.sort_unstable();
            places
        };
        let mut it = Examination {
            report: self,
            entries,
            lexicon: Lexicon::new(&entries.units),
            starts: sorted(|row| row.start),
            ends: sorted(Row::end),
            owners: vec![Owner::Nobody; self.length()],
            findings: Vec::new(),
            of_text: 0,
            numerals: Vec::new(),
        };
        // Rows before headings and numerals, as these ask who accounts for a character.
        it.check_length();
        it.check_sections();
        for metric in &entries.metrics {
            if it.stands(*metric, Owner::Metric) {
                it.check_figure(*metric);
            }
        }
        for exclusion in &entries.exclusions {
            if it.stands(*exclusion, Owner::Exclusion) {
                it.check_exclusion(*exclusion);
            }
        }
        it.check_headings();
        it.check_numerals();
        it
    }
}

/// The tables held against a report.
pub struct Examination<'a> {
    report: &'a Report,
    pub entries: &'a Entries<'a>,
    lexicon: Lexicon<'a>,
    /// Where the figures start, and where they end, each in order.
    starts: Vec<usize>,
    ends: Vec<usize>,
    /// Who accounts for each character.
    owners: Vec<Owner>,
    /// What is wrong with the length and with rows, in the order of the tables and rows, then what is wrong with headings and
    /// numerals, in the order of the report.
    pub findings: Vec<Finding>,
    /// How many headings and numerals are wrong, of which [`MOST`] are told.
    of_text: usize,
    /// For each numeral, a run of Arabic digits or a Chinese character of the ledger: its section, and who accounts for it.
    pub numerals: Vec<(Section, Owner)>,
}

impl Examination<'_> {
    /// The section that an offset is in, by the tables. The first begins with the report.
    fn section(&self, offset: usize) -> Section {
        let after = self.entries.sections.partition_point(|(_, start)| *start <= offset);
        self.entries.sections[after - 1].0
    }

    pub fn tell(
        &mut self,
        subject: Subject,
        kind: FindingKind,
        start: usize,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) {
        let (expected, found) = (expected.into(), found.into());
        let (line, column) = self.report.place(start);
        self.findings.push(Finding { subject, kind, expected, found, line, column });
    }

    /// How many headings and numerals more are wrong than are told.
    pub fn left_out(&self) -> usize {
        self.of_text.saturating_sub(MOST)
    }

    fn check_length(&mut self) {
        let (expected, found) = (self.entries.characters, self.report.length());
        if found != expected {
            let expected = format!("{expected} characters");
            self.tell(Subject::Report, FindingKind::Length, found, expected, format!("{found}"));
        }
    }

    /// Section 0 begins with the text, and every other with a line.
    fn check_sections(&mut self) {
        for &(section, start) in self.entries.sections.iter().skip(1) {
            if self.report.lines.binary_search(&start).is_err() {
                let expected = "the start of a line";
                self.tell(Subject::Section(section), FindingKind::Section, start, expected, self.report.head(start));
            }
        }
    }

    fn check_headings(&mut self) {
        let lines = &self.report.lines;
        let ends = lines.iter().skip(1).map(|next| next - 1).chain([self.report.length()]);
        // The first line is the title of the report, in section 0.
        for (&start, end) in lines.iter().zip(ends).skip(1) {
            if is_heading(self.report.at(start, end - start)) && self.entries.sections.iter().all(|it| it.1 != start) {
                let length = 12.min(end - start);
                let expected = "a section that begins here";
                self.tell_of_text(Subject::Heading, FindingKind::Section, start, length, expected);
            }
        }
    }

    /// Tells of a part of the text that is of no row, or counts it: a text may be nothing but numerals.
    fn tell_of_text(&mut self, subject: Subject, kind: FindingKind, start: usize, length: usize, expected: &str) {
        if self.of_text < MOST {
            self.tell(subject, kind, start, expected, self.report.at(start, length.min(LONGEST_CLAUSE)));
        }
        self.of_text += 1;
    }

    /// Whether the row's text stands where it says: only then does it account for what it covers.
    fn stands(&mut self, row: Row<'_>, owner: Owner) -> bool {
        let length = row.text.chars().count();
        let found = self.report.at(row.start, length);
        // An empty text stands anywhere, and would account for nothing; the build refuses one, but these rows may be made up.
        if length == 0 || found != row.text {
            self.tell(row.subject, FindingKind::Text, row.start, row.text, found);
            return false;
        }
        // In range, as the text was found there.
        for by in &mut self.owners[row.start..row.start + length] {
            *by = if *by == Owner::Nobody || *by == owner { owner } else { Owner::Both };
        }
        true
    }

    /// The words that tell what a figure is: in its sentence, from the figure before it to the end of its item. Nothing where it does
    /// not stand, or only joins a list: 110个、2155台和8200家.
    pub fn context(&self, row: Row<'_>) -> String {
        let length = row.text.chars().count();
        if self.report.at(row.start, length) != row.text {
            return String::new();
        }
        let (from, end) = (self.end_before(row.start), row.end());
        let before = self.report.before(row.start, from, |c| SENTENCE_ENDS.contains(&c));
        let behind = self.report.at(end, LONGEST_CLAUSE);
        let is_end = |c| ends_clause(c) || c == '、' || is_digit(c);
        let behind = behind.split(is_end).next().unwrap_or_default();
        let behind = behind.split("以及").next().unwrap_or_default().chars().count();
        let behind = self.report.at(end, behind.min(self.start_behind(end) - end));
        let context = format!("{before}…{behind}");
        if context.chars().filter(|c| c.is_alphabetic()).count() < 2 { String::new() } else { context }
    }

    /// Where the figure ends that stands before this place, or the report begins.
    fn end_before(&self, start: usize) -> usize {
        let after = self.ends.partition_point(|end| *end <= start);
        self.ends[..after].last().copied().unwrap_or(0)
    }

    /// Where the figure starts that stands behind this place, if there is one.
    fn start_behind(&self, end: usize) -> usize {
        let after = self.starts.partition_point(|start| *start < end);
        self.starts.get(after).copied().unwrap_or(usize::MAX)
    }

    /// Whether a figure is whole, has the period that is printed before it, and as many rows as it serves indicators.
    fn check_figure(&mut self, row: Row<'_>) {
        let Row { subject, start, text, .. } = row;
        // The build reads the figure as the table has it. That the table has all of it only the text around it tells.
        if let Some(word) = self.unaccounted(row) {
            let expected = format!("`{text}` whole, with words of its own beside it");
            self.tell(subject, FindingKind::NotWhole, start, expected, format!("`{word}` beside it"));
        }
        let sentence = self.report.before(start, 0, |c| SENTENCE_ENDS.contains(&c));
        // A period holds until the full stop, also behind a semicolon.
        let whole = self.report.before(start, 0, |c| "\n。！？!?".contains(c));
        self.check_period(row, printed_period(whole));
        self.check_status(row, sentence);
        self.check_list(row);
        if !row.may_be_quoted && is_quoted(sentence) {
            let expected = format!("`{text}` outside of quotation marks, or among the exclusions");
            self.tell(subject, FindingKind::Quoted, start, expected, "it within a quotation");
        }
        let rows = self.entries.metrics.iter().filter(|other| other.start == start).count();
        if let Some(indicators) = self.indicators(row, rows).filter(|indicators| !indicators.contains(&rows)) {
            let expected = match indicators.into_inner() {
                (_, 1) => "one row for this figure, or words that give it to several".to_owned(),
                (least, usize::MAX) => format!("{least} or more rows for this figure"),
                (least, most) if least == most => format!("{least} rows for this figure"),
                (least, most) => format!("{least} to {most} rows for this figure"),
            };
            self.tell(subject, FindingKind::Indicators, start, expected, format!("{rows}"));
        }
    }

    /// Whether the period that is printed before a figure is that of its row.
    fn check_period(&mut self, row: Row<'_>, printed: Option<Printed>) {
        let Some(period) = row.period else { return };
        let (expected, found) = match (row.is_stated, printed) {
            (true, None) => {
                ("the period in the sentence before it, as period_basis is `stated`".to_owned(), "none".to_owned())
            }
            (false, Some(printed)) => {
                ("no period in the sentence before it, as period_basis is `assumed`".to_owned(), printed.to_string())
            }
            (true, Some(printed)) if !printed.is_of(period) => {
                let [(from, first), (to, last)] = period;
                (format!("months {first} to {last} of {from} to {to}"), printed.to_string())
            }
            _ => return,
        };
        self.tell(row.subject, FindingKind::Period, row.start, expected, found);
    }

    /// Whether a rise or fall without a word for it is joined to the figure before, as in 分别增长4.3%、5.5%.
    fn check_list(&mut self, row: Row<'_>) {
        let reads_change = || figure::parse(row.text, self.entries.units.iter().copied()).is_ok_and(|read| read.change);
        if !row.is_change || reads_change() {
            return;
        }
        let end = self.end_before(row.start);
        let between = self.report.at(end, row.start - end);
        if !JOINERS.contains(&between) {
            let expected = format!("`{}` joined by 、 or the like to a figure with its direction", row.text);
            self.tell(row.subject, FindingKind::NotWhole, row.start, expected, format!("`{between}` between them"));
        }
    }

    /// Whether a word in the sentence before says that the figure is not final, exactly where its row says so. Of several sentences of
    /// a paragraph the first may say it for all.
    fn check_status(&mut self, row: Row<'_>, sentence: &str) {
        let paragraph = || self.report.before(row.start, 0, |c| c == '\n');
        let says = |text: &str| each(STATUS).find(|(word, _)| text.contains(word));
        let (expected, found) = match (says(sentence), row.obs_status) {
            (Some((word, status)), own) if own != Some(status) => {
                (format!("obs_status `{}`", status.code()), format!("`{word}` in the sentence before it"))
            }
            (None, Some(own)) if says(paragraph()).is_none_or(|(_, status)| status != own) => {
                (format!("a word for obs_status `{}` in the paragraph before it", own.code()), "none".to_owned())
            }
            _ => return,
        };
        self.tell(row.subject, FindingKind::Status, row.start, expected, found);
    }

    /// Whether an excluded number is printed as a figure is, with a magnitude or a unit behind it.
    fn check_exclusion(&mut self, row: Row<'_>) {
        let Subject::Exclusion(Exclusion { reason, .. }) = row.subject else { return };
        let phrase = row.title_zh;
        let stands = |(at, _)| {
            let start = row.start.checked_sub(phrase[..at].chars().count());
            start.is_some_and(|start| self.report.at(start, phrase.chars().count()) == phrase)
        };
        if !phrase.is_empty() && !phrase.match_indices(row.text).any(stands) {
            let found = self.report.at(row.start, phrase.chars().count());
            self.tell(row.subject, FindingKind::Text, row.start, format!("the numeral within `{phrase}`"), found);
        }
        let before = self.report.before(row.start, 0, |c| SENTENCE_ENDS.contains(&c));
        // In quotation marks it is a part of a name, whatever stands behind it.
        if is_quoted(before) {
            return;
        }
        let after = self.report.at(row.end(), LONGEST_WORD);
        let magnitude = if row.text.chars().all(is_digit) { "万亿余%‰" } else { "余" };
        if let Some(word) = after.chars().next().filter(|next| magnitude.contains(*next)) {
            let found = format!("`{}` with `{word}` behind it", row.text);
            self.tell(row.subject, FindingKind::HasUnit, row.start, NO_FIGURE, found);
            return;
        }
        if !row.text.chars().all(is_digit) {
            return;
        }
        // A year or a month is no number of them, unless a word of a figure stands before it: 连续3年.
        let is_date = after.starts_with(['年', '月', '日']) && !telling_leads().any(|word| before.ends_with(word));
        if reason == ExclusionReason::Date && is_date {
            return;
        }
        let words = after.trim_start_matches(['百', '千', '多']);
        let unit = self
            .entries
            .units
            .iter()
            .map(|((_, unit), _)| *unit)
            // The 75th anniversary of something is an event.
            .filter(|unit| words.starts_with(unit) && *unit != "周年")
            .max_by_key(|unit| unit.len());
        if let Some(unit) = unit {
            let found = format!("`{}` with the unit `{unit}`", row.text);
            self.tell(row.subject, FindingKind::HasUnit, row.start, NO_FIGURE, found);
        }
    }

    /// The word beside a figure that nothing accounts for.
    fn unaccounted(&self, row: Row<'_>) -> Option<&str> {
        let (start, end) = (row.start, row.end());
        // A row before it ends the text, but for its last numeral: 1,234 and 二十 are one number, whoever accounts for the first part.
        let is_of_row = |at: &usize| self.owners[*at] != Owner::Nobody;
        let from = (start.saturating_sub(LONGEST_CLAUSE)..start).rev().find(is_of_row).map_or(0, |at| {
            let is_numeral = self.report.at(at, 1).contains(|c| is_digit(c) || is_chinese_numeral(c));
            at + usize::from(!is_numeral)
        });
        let to = (end..self.owners.len().min(end + LONGEST_CLAUSE)).find(is_of_row).unwrap_or(end + LONGEST_CLAUSE);
        let (before, behind) = (self.report.before(start, from, |c| c == '\n'), self.report.at(end, to - end));
        // Of several indicators that a figure serves only the last stands beside it, and before 分别 only that of the last figure.
        let rest = self.report.at(end, LONGEST_CLAUSE);
        let clause = rest.split(ends_clause).next().unwrap_or_default();
        let last = if before.contains("分别") { end + clause.chars().count() } else { start };
        let mut rows = self.entries.metrics.iter().filter(|other| (start..=last).contains(&other.start));
        let word = |row: &Row<'_>| {
            let own = Own { figure: row.text, title: row.title_zh, counted: row.counted_zh, status: row.obs_status };
            let word = beside::unaccounted(Side::Before, own, before, &self.lexicon);
            let word = word.or_else(|| beside::unaccounted(Side::Behind, own, behind, &self.lexicon));
            word.or_else(|| beside::rate(own, before))
        };
        let first = word(&row)?;
        rows.all(|other| word(other).is_some()).then_some(first)
    }

    /// How many indicators a figure serves: each of a list, where 各, 均 or a rank says so, and no more than the list has wherever
    /// there are several `rows` for it.
    fn indicators(&self, row: Row<'_>, rows: usize) -> Option<RangeInclusive<usize>> {
        // A list before another figure of the clause is that one's.
        let clause = self.report.before(row.start, self.end_before(row.start), ends_clause);
        // Always read, of the tables that the build let pass; a row made up may be anything.
        let figure = figure::parse(row.text, self.entries.units.iter().copied()).ok()?;
        // Two do not share a place in an order, so a rank behind a list is that of each.
        let is_shared_rank = figure.ordinal && separators(clause, &['、']) > 0;
        if !figure.each && !says_each(clause) && !is_shared_rank {
            // The list may stand in the clause before: 均是前一年的1.3倍.
            if clause.starts_with('均') {
                return Some(2..=usize::MAX);
            }
            // An amount behind a list is the total of it. How long or by how much may be said of each.
            if !(figure.ordinal || figure.streak || figure.change) {
                return (rows > 1).then_some(1..=1);
            }
            // The list may stand behind the figure, up to the next; what begins with 、 is the next item of a longer one.
            let end = row.end();
            let behind = self.report.at(end, LONGEST_CLAUSE.min(self.start_behind(end) - end));
            let behind =
                behind.split(ends_clause).next().filter(|behind| !behind.starts_with('、')).unwrap_or_default();
            let most = [clause, behind].map(|list| separators(list, &['、', '和', '与', '及']));
            return (rows > 1).then_some(1..=1 + most[0].max(most[1]));
        }
        // 和, 与 and 及 join the parts of a list, but stand in names and verbs too: without them it has the fewest parts that it can.
        let least = 1 + separators(clause, &['、']);
        let most = 1 + separators(clause, &['、', '和', '与', '及']);
        // Where the list stands elsewhere there is no telling how long it is.
        // 各 is said of two or more, so one row is too few whatever the list.
        Some(if most == 1 { 2..=usize::MAX } else { least.max(2)..=most })
    }

    fn check_numerals(&mut self) {
        let Report { text, bytes, .. } = self.report;
        let mut start = 0;
        while let Some(at) = text[bytes[start]..].find(|c| is_digit(c) || is_ledger_character(c)) {
            let (before, rest) = text[bytes[start]..].split_at(at);
            start += before.chars().count();
            // Digits run together into one number, while each Chinese character is looked at by itself: whether 三百
            // is one is for the rows to say.
            let length = rest.chars().take_while(|c| is_digit(*c)).count().max(1);
            let owners = &self.owners[start..start + length];
            // A numeral is accounted for as a whole: by one, and not by one here and another there.
            let owner = if owners.contains(&Owner::Nobody) {
                Owner::Nobody
            } else if owners.iter().any(|owner| *owner != owners[0]) {
                Owner::Both
            } else {
                owners[0]
            };
            self.numerals.push((self.section(start), owner));
            let wrong = match owner {
                Owner::Nobody => Some((FindingKind::Unaccounted, "a metric or an exclusion")),
                Owner::Both => Some((FindingKind::AccountedTwice, "either a metric or an exclusion")),
                Owner::Metric | Owner::Exclusion => None,
            };
            if let Some((kind, expected)) = wrong {
                self.tell_of_text(Subject::Numeral, kind, start, length, expected);
            }
            start += length;
        }
    }
}

/// Whether a quotation is open at the end of a text.
fn is_quoted(before: &str) -> bool {
    before.rfind('“') > before.rfind('”')
}

/// What is expected of an exclusion.
const NO_FIGURE: &str = "a numeral that is no figure, or a metric in its place";

/// No word of the grammar or of a unit is longer.
const LONGEST_WORD: usize = 16;

/// No clause that gives a figure to several indicators is longer.
const LONGEST_CLAUSE: usize = 60;

/// Whether 均 says that each of a list has the figure, and not that it is an average or even: 人均, 均衡.
fn says_each(clause: &str) -> bool {
    clause.match_indices('均').any(|(at, each)| {
        let (before, after) = (&clause[..at], &clause[at + each.len()..]);
        // At the front of the clause 均 has no list before it, whatever it means.
        let is_average = before.is_empty() || before.ends_with(['平', '人', '亩', '户', '年', '月', '日']);
        !is_average && !after.starts_with(['等', '衡', '匀', '值', '价'])
    })
}

/// How many words join the parts of a list, outside of quotation marks.
fn separators(clause: &str, words: &[char]) -> usize {
    let mut quoted = false;
    let is_separator = |c: &char| {
        // A quoted name may have a list within it, “一带一路、…”, that is not of the sentence.
        quoted = *c == '“' || quoted && *c != '”';
        !quoted && words.contains(c)
    };
    clause.chars().filter(is_separator).count()
}
