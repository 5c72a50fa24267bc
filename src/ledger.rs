//! The ledger: whether rows stand in a report where they say, whole and with their period, and account for each of its numerals.
//!
//! It knows spans only, not metrics, so that the tests can hold broken tables against it.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::model::figure::{self, LEADS, RANGE_MARKS, SOME_MORE, TRAILS, UnitWords};
use crate::model::numeral::{is_chinese_numeral, is_digit, is_ledger_character};

/// A report, ready to be looked up by offsets in characters.
pub struct Report {
    chars: Vec<char>,
    /// Where each line starts.
    lines: Vec<usize>,
}

/// What the tables say of the report, as far as its text can be held against it.
pub struct Entries<'a> {
    /// How long the report is.
    pub characters: usize,
    /// Where each section begins.
    pub sections: Vec<usize>,
    /// The words of the units.
    pub units: Vec<UnitWords<'a>>,
    pub metrics: Vec<Span<'a>>,
    pub exclusions: Vec<Span<'a>>,
}

/// Where a row stands, and what it says of the text there.
#[derive(Debug, Clone, Copy)]
pub struct Span<'a> {
    pub start: usize,
    pub text: &'a str,
    /// The first and the last month of its period; `None` where the report's months say nothing of it, as of a streak.
    pub months: Option<(u32, u32)>,
}

/// What does not agree, with what, and what stands in the text instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    pub entry: Entry,
    pub problem: Problem,
    pub start: usize,
    pub expected: String,
    pub found: String,
}

/// What a mismatch is about: a row by its number in its table, or something of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    Report,
    Section(usize),
    Metric(usize),
    Exclusion(usize),
    Heading,
    Numeral,
}

/// In what way the tables and a text do not agree.
///
/// ```
/// # use yongkang_metrics::{Problem, audit};
/// let audit = audit("12。");
/// assert_eq!(audit.findings().last().unwrap().problem(), Problem::Unaccounted);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Problem {
    /// The text is longer or shorter than the report.
    Length,
    /// A section begins where there is no heading, or a heading where no section begins.
    Section,
    /// At the row's position stands another text.
    Text,
    /// A word that belongs to the figure stands beside it: a qualifier, a numeral, a word of its unit.
    NotWhole,
    /// The words name another number of indicators than there are rows for the figure.
    Indicators,
    /// The text prints other months before the figure than those of its period.
    Period,
    /// No row accounts for the numeral.
    Unaccounted,
    /// A metric and an exclusion both account for the numeral.
    AccountedTwice,
}

const METRIC: u8 = 1;
const EXCLUSION: u8 = 2;

/// What ends a sentence; a line that ends without is a heading.
const SENTENCE_ENDS: &[char] = &['。', '！', '？', '；', ';', '!', '?'];

/// What ends a clause, besides the end of a sentence.
const CLAUSE_ENDS: &[char] = &['，', ',', '：', ':'];

impl Report {
    /// Takes a text as the report, apart from what may differ between copies of it: a byte order mark, the kind of
    /// line ends, blanks at the end of a line, and empty lines at the end.
    #[inline]
    pub fn new(text: &str) -> Self {
        let mut chars: Vec<char> = Vec::with_capacity(text.len());
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut previous = '\0';
        for c in text.chars() {
            if c == '\n' && previous == '\r' {
                // The line ended at the carriage return.
            } else if c == '\n' || c == '\r' {
                trim_blanks(&mut chars);
                chars.push('\n');
            } else {
                chars.push(c);
            }
            previous = c;
        }
        trim_blanks(&mut chars);
        while chars.last() == Some(&'\n') {
            chars.pop();
        }
        let ends = chars.iter().enumerate().filter(|(_, c)| **c == '\n');
        let lines = core::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect();
        Self { chars, lines }
    }

    /// The text without what may differ.
    #[inline]
    pub fn text(&self) -> String {
        self.chars.iter().collect()
    }

    /// Line and column of an offset, both from 1.
    #[inline]
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|&start| start <= offset);
        (line, offset - self.lines[line - 1] + 1)
    }

    /// What stands at an offset, as many characters as there are left.
    #[inline]
    fn at(&self, offset: usize, length: usize) -> &[char] {
        let rest = self.chars.get(offset..).unwrap_or_default();
        &rest[..length.min(rest.len())]
    }

    /// The characters before an offset back to the last for which `is_end`, as many as are looked at.
    #[inline]
    fn back_to(&self, offset: usize, is_end: impl Fn(char) -> bool) -> &[char] {
        /// No sentence is longer that means one thing.
        const FARTHEST: usize = 400;
        let before = &self.chars[offset.saturating_sub(FARTHEST)..offset];
        let start = before.iter().rposition(|c| is_end(*c)).map_or(0, |end| end + 1);
        &before[start..]
    }

    /// The numerals: each run of Arabic digits, and each Chinese character of the ledger.
    #[inline]
    pub fn numerals(&self) -> impl Iterator<Item = (usize, &[char])> {
        let mut offset = 0;
        core::iter::from_fn(move || {
            let is_numeral = |c: &char| is_digit(*c) || is_ledger_character(*c);
            offset += self.chars[offset..].iter().position(is_numeral)?;
            let digits = self.chars[offset..].iter().take_while(|c| is_digit(**c)).count();
            let numeral = (offset, self.at(offset, digits.max(1)));
            offset += digits.max(1);
            Some(numeral)
        })
    }

    /// Holds what the tables say against this report. What is wrong with rows comes first, in the order of the tables and rows,
    /// then what is wrong with headings and numerals, in the order of the report.
    #[inline]
    pub fn examine(&self, entries: &Entries<'_>) -> Vec<Mismatch> {
        let mut found = Vec::new();
        self.examine_length(entries, &mut found);
        self.examine_sections(entries, &mut found);
        let mut covered = vec![0; self.chars.len()];
        for (row, span) in entries.metrics.iter().enumerate() {
            if self.stands(Entry::Metric(row), *span, METRIC, &mut covered, &mut found) {
                self.examine_figure(row, entries, &mut found);
            }
        }
        for (row, span) in entries.exclusions.iter().enumerate() {
            self.stands(Entry::Exclusion(row), *span, EXCLUSION, &mut covered, &mut found);
        }
        self.examine_headings(entries, &mut found);
        self.examine_numerals(&covered, &mut found);
        found
    }

    #[inline]
    fn examine_length(&self, entries: &Entries<'_>, found: &mut Vec<Mismatch>) {
        let length = self.chars.len();
        if length != entries.characters {
            let expected = format!("{} characters", entries.characters);
            found.push(Mismatch {
                entry: Entry::Report,
                problem: Problem::Length,
                start: length,
                expected,
                found: format!("{length}"),
            });
        }
    }

    /// Section 0 begins with the text, and every other with a heading.
    #[inline]
    fn examine_sections(&self, entries: &Entries<'_>, found: &mut Vec<Mismatch>) {
        for (row, &start) in entries.sections.iter().enumerate().skip(1) {
            if !self.is_heading(start) {
                let text = self.at(start, 12).iter().take_while(|c| **c != '\n').collect();
                let expected = "a heading".to_owned();
                found.push(Mismatch {
                    entry: Entry::Section(row),
                    problem: Problem::Section,
                    start,
                    expected,
                    found: text,
                });
            }
        }
    }

    #[inline]
    fn examine_headings(&self, entries: &Entries<'_>, found: &mut Vec<Mismatch>) {
        for &start in &self.lines[1..] {
            if self.is_heading(start) && entries.sections.binary_search(&start).is_err() {
                let text = self.at(start, 12).iter().take_while(|c| **c != '\n').collect();
                let expected = "a section that begins here".to_owned();
                found.push(Mismatch { entry: Entry::Heading, problem: Problem::Section, start, expected, found: text });
            }
        }
    }

    /// Whether a line begins here that is no sentence.
    #[inline]
    fn is_heading(&self, start: usize) -> bool {
        let Ok(line) = self.lines.binary_search(&start) else { return false };
        let end = self.lines.get(line + 1).map_or(self.chars.len(), |next| next - 1);
        // A heading may end with a quotation, and a paragraph with one that ends its sentence.
        let last = self.chars[start..end].iter().rfind(|c| !matches!(c, '”' | '’' | '）' | ')' | '》'));
        last.is_some_and(|last| !SENTENCE_ENDS.contains(last))
    }

    /// Whether the row's text stands where it says: only then does it account for a numeral, and what it covers is marked.
    #[inline]
    fn stands(
        &self,
        entry: Entry,
        span: Span<'_>,
        kind: u8,
        covered: &mut [u8],
        mismatches: &mut Vec<Mismatch>,
    ) -> bool {
        let length = span.text.chars().count();
        let found = self.at(span.start, length);
        if length == 0 || !found.iter().copied().eq(span.text.chars()) {
            mismatches.push(Mismatch {
                entry,
                problem: Problem::Text,
                start: span.start,
                expected: span.text.to_owned(),
                found: found.iter().collect(),
            });
            return false;
        }
        for by in &mut covered[span.start..span.start + length] {
            *by |= kind;
        }
        true
    }

    /// Whether a figure is whole, has the period that is printed before it, and as many rows as it serves indicators.
    #[inline]
    fn examine_figure(&self, row: usize, entries: &Entries<'_>, found: &mut Vec<Mismatch>) {
        let span = entries.metrics[row];
        let mut tell = |problem, expected: String, text: String| {
            found.push(Mismatch { entry: Entry::Metric(row), problem, start: span.start, expected, found: text });
        };
        if let Some(word) = self.border(span, &entries.units) {
            tell(Problem::NotWhole, format!("`{}` whole", span.text), format!("`{word}` beside it"));
        }
        if let Some(months) = span.months {
            let sentence = self.back_to(span.start, |c| c == '\n' || SENTENCE_ENDS.contains(&c));
            let printed = printed_months(sentence);
            if months != printed.unwrap_or((1, 12)) {
                let expected = format!("months {} to {}", months.0, months.1);
                let text = printed.map_or("no months".to_owned(), |(first, last)| format!("months {first} to {last}"));
                tell(Problem::Period, expected, text);
            }
        }
        let sharing = entries.metrics.iter().filter(|other| other.start == span.start).count();
        let indicators = self.indicators(span, entries);
        if let Some((least, most)) = indicators.filter(|(least, most)| sharing < *least || sharing > *most) {
            let expected = match most {
                usize::MAX => format!("{least} or more"),
                _ if most == least => format!("{least}"),
                _ => format!("{least} to {most}"),
            };
            tell(Problem::Indicators, format!("{expected} rows for this figure"), format!("{sharing}"));
        }
    }

    /// The word beside a figure that belongs to it.
    #[inline]
    fn border(&self, span: Span<'_>, units: &[UnitWords<'_>]) -> Option<String> {
        /// No word of the grammar or of a unit is longer.
        const LONGEST: usize = 16;
        let end = span.start + span.text.chars().count();
        let before: String = self.chars[span.start.saturating_sub(LONGEST)..span.start].iter().collect();
        let after: String = self.at(end, LONGEST).iter().collect();
        border(&before, span.text, &after, units).map(ToOwned::to_owned)
    }

    /// How many indicators a figure serves at least and at most, where 各, 均 or a rank says that it serves each of a list.
    #[inline]
    fn indicators(&self, span: Span<'_>, entries: &Entries<'_>) -> Option<(usize, usize)> {
        let mut clause =
            self.back_to(span.start, |c| c == '\n' || SENTENCE_ENDS.contains(&c) || CLAUSE_ENDS.contains(&c));
        // What stands before another figure of the clause is that one's.
        let start = span.start - clause.len();
        let figures = entries.metrics.iter().filter(|other| other.start < span.start);
        if let Some(end) = figures.map(|other| other.start + other.text.chars().count()).max() {
            clause = &clause[end.saturating_sub(start).min(clause.len())..];
        }
        let figure = figure::parse(span.text, &entries.units).ok()?;
        // Nor is there a place in an order for two together.
        let is_shared_rank = figure.ordinal && separators(clause, &['、']) > 0;
        if !figure.each && !says_each(clause) && !is_shared_rank {
            return None;
        }
        // 和, 与 and 及 join the parts of a list, and stand in names and verbs.
        let least = 1 + separators(clause, &['、']);
        let most = 1 + separators(clause, &['、', '和', '与', '及']);
        // Where the list stands elsewhere there is no telling how long it is.
        Some(if most == 1 { (2, usize::MAX) } else { (least.max(2), most.max(2)) })
    }

    #[inline]
    fn examine_numerals(&self, covered: &[u8], found: &mut Vec<Mismatch>) {
        for (start, numeral) in self.numerals() {
            let covered = &covered[start..start + numeral.len()];
            let (problem, expected) = if covered.contains(&0) {
                (Problem::Unaccounted, "a metric or an exclusion")
            } else if covered.iter().any(|&by| by != covered[0] || by == METRIC | EXCLUSION) {
                (Problem::AccountedTwice, "either a metric or an exclusion")
            } else {
                continue;
            };
            found.push(Mismatch {
                entry: Entry::Numeral,
                problem,
                start,
                expected: expected.to_owned(),
                found: numeral.iter().collect(),
            });
        }
    }
}

/// The word at the end of `before` or at the start of `after` that belongs to the figure between them, though it stands outside
/// of it: a lead, a qualifier, a numeral, a word of a unit.
#[inline]
pub fn border<'a>(before: &'a str, figure: &str, after: &'a str, units: &[UnitWords<'_>]) -> Option<&'a str> {
    let left = border_before(before, figure, units).map(|length| &before[before.len() - length..]);
    left.or_else(|| border_after(figure, after, units).map(|length| &after[..length]))
}

/// With 负 behind them these are words of a burden, and no sign: 减负.
const BURDENS: &[char] = &['减', '担', '肩', '背', '自'];

/// How long the word before is.
#[inline]
fn border_before(before: &str, figure: &str, units: &[UnitWords<'_>]) -> Option<usize> {
    let ends = |word: &&str| !word.is_empty() && before.ends_with(*word);
    let leads = LEADS.iter().map(|(word, _)| *word).chain(["约", "几"]);
    let longest = leads.chain(units.iter().map(|(basis, _)| *basis)).filter(ends).map(str::len).max();
    // 附近 and its like are words of their own.
    let is_near = ["附近", "最近", "邻近", "就近", "接近"].iter().any(|word| before.ends_with(word));
    if longest.is_some() && !is_near {
        return longest;
    }
    // 每月 and 亩均税收 make a rate of what is behind them, whether or not a unit has the words.
    let rate = |word: &str, farthest: usize| {
        before.rfind(word).map(|at| &before[at..]).filter(|rest| rest.chars().count() <= farthest).map(str::len)
    };
    let average = ["人均", "户均", "亩均", "平均"].iter().find_map(|word| rate(word, 4));
    if let Some(length) = rate("每", 2).or(average) {
        return Some(length);
    }
    let mut chars = before.chars().rev();
    let (last, second) = (chars.next()?, chars.next());
    let is_numeral = |c: char| is_digit(c) || is_chinese_numeral(c);
    let is_range = RANGE_MARKS.contains(&last) && second.is_some_and(is_numeral);
    // 减负 and its like are words of their own, and a hyphen behind a letter is part of a name: A-3.
    let is_minus = match last {
        '负' => !second.is_some_and(|c| BURDENS.contains(&c)),
        '-' => !second.is_some_and(|c| c.is_ascii_alphanumeric()),
        c => c == '−',
    };
    let groups = figure.find(|c| !is_digit(c)) == Some(3) && last == ',' && second.is_some_and(is_digit);
    let belongs = if figure.starts_with(['十', '百', '千', '万', '亿']) && matches!(last, '数' | '过' | '上' | '成')
    {
        true // 数百, 过百, 上千
    } else if figure.starts_with(is_numeral) {
        is_numeral(last) || last == '.' || is_range || is_minus || groups // 1,234家
    } else {
        let is_sign_of_word = figure.starts_with('负') && BURDENS.contains(&last)
            || figure.starts_with('-') && last.is_ascii_alphanumeric();
        matches!(last, '不' | '未') || is_sign_of_word // 不超过 is the opposite of 超过
    };
    belongs.then_some(last.len_utf8())
}

/// How long the word behind is.
#[inline]
fn border_after(figure: &str, after: &str, units: &[UnitWords<'_>]) -> Option<usize> {
    if let Some(word) = TRAILS.iter().map(|(word, _)| word).find(|word| after.starts_with(**word)) {
        return Some(word.len());
    }
    // 次 makes another unit of the one before it, as in 人次, whether or not a unit has the word.
    if after.strip_prefix('次').is_some_and(|rest| !rest.starts_with(['日', '月', '年'])) {
        return Some('次'.len_utf8());
    }
    // These begin other words too, 多功能 or 半导体: they belong to the figure where no word goes on behind them.
    let goes_on =
        |rest: &str| rest.starts_with(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c) && !"的时来月".contains(c));
    let mut vague = SOME_MORE.iter().chain(&["半", "左右", "上下"]);
    if let Some(word) = vague.find(|word| after.strip_prefix(**word).is_some_and(|rest| !goes_on(rest))) {
        return Some(word.len());
    }
    // 元 with 人民币 behind it is 元人民币: a longer word of a unit begins in the figure and ends behind it.
    let rest_of_unit = |word: &&str| {
        let mut ends = word.char_indices().map(|(at, _)| at).skip(1);
        ends.find(|&at| figure.ends_with(&word[..at]) && after.starts_with(&word[at..])).map(|at| word.len() - at)
    };
    units.iter().filter_map(|(_, word)| rest_of_unit(word)).max()
}

/// The months that a text prints last, as in 1至9月 or 1月至9月; none where 全年 comes after them.
#[inline]
fn printed_months(text: &[char]) -> Option<(u32, u32)> {
    let mut months = text.iter().enumerate().filter(|(_, c)| **c == '月').map(|(at, _)| at).rev();
    let (at, found) = months.find_map(|at| Some((at, months_before(&text[..at])?)))?;
    let whole_year = text[at..].windows(2).any(|pair| pair == ['全', '年']);
    (!whole_year).then_some(found)
}

/// The two numbers at the end of a text, as in 1至9 or 1月至9.
#[inline]
fn months_before(text: &[char]) -> Option<(u32, u32)> {
    let (rest, last) = trailing_number(text)?;
    let (to, rest) = rest.split_last()?;
    let rest = rest.strip_suffix(&['月']).unwrap_or(rest);
    let (_, first) = trailing_number(rest).filter(|_| matches!(to, '至' | '到' | '-' | '—' | '–' | '~' | '～'))?;
    Some((first, last))
}

/// A number of one or two digits at the end of a text, and what stands before it.
#[inline]
fn trailing_number(text: &[char]) -> Option<(&[char], u32)> {
    let digits = text.iter().rev().take_while(|c| is_digit(**c)).count();
    let (rest, number) = text.split_at(text.len() - digits);
    let number: String = number.iter().collect();
    number.parse().ok().filter(|_| digits <= 2).map(|number| (rest, number))
}

/// Whether 均 says that each of a list has the figure, and not that it is an average or even.
#[inline]
fn says_each(clause: &[char]) -> bool {
    let average = |before: Option<&char>| before.is_none_or(|c| "平人亩户年月日".contains(*c));
    let even = |after: Option<&char>| after.is_some_and(|c| "等衡匀值价".contains(*c));
    let mut places = clause.iter().enumerate().filter(|(_, c)| **c == '均').map(|(at, _)| at);
    places.any(|at| !average(clause[..at].last()) && !even(clause.get(at + 1)))
}

/// How many words join the parts of a list, outside of quotation marks.
#[inline]
fn separators(clause: &[char], words: &[char]) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for c in clause {
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            c if !quoted && words.contains(c) => count += 1,
            _ => {}
        }
    }
    count
}

#[inline]
fn trim_blanks(line: &mut Vec<char>) {
    while matches!(line.last(), Some(' ' | '\t' | '\u{3000}')) {
        line.pop();
    }
}
