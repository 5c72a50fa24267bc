//! [`figures()`]: the figures of a whole text, with their places.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::iter;
use core::ops::Range;

use crate::figure::{Figure, folded, shown};
use crate::model::figure::{self, Known, Reading};
use crate::model::numeral::{is_chinese_numeral, is_digit, is_ledger_character, is_numeral};
use crate::model::precision::Qualifier;
use crate::model::words::{JOINERS, LEADS, Lead, NEUTRAL, NO_LEADS, each, idle};
use crate::unit::known;
use crate::{Dimension, ParseError};

/// A numeral of a text with the words that belong to it; an item of [`figures()`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FoundFigure<'a> {
    /// What stands there: the figure with its qualifier and unit, or a numeral and nothing else.
    pub text: &'a str,
    /// Where it stands, in bytes.
    pub bytes: Range<usize>,
    /// Where it stands, in characters (Unicode code points) from 0, as [`Metric::source_start`](crate::Metric::source_start) has it.
    pub characters: Range<usize>,
    /// The short quotation or the title that it stands in, with its marks: numerals in it are parts of a name.
    pub name: Option<&'a str>,
    /// The figure, or why the numeral is none: it may be a date, an ordinal, a grade, or a part of a name.
    pub figure: Result<Figure, ParseError>,
}

/// Finds the figures of a text, and every numeral that is none.
///
/// A figure is the longest text around a number that [`Figure`] reads: with the qualifier, the rise or fall and the words of a unit, and
/// without the noun that is counted, which in a sentence may be any. Left out are also the words at its ends that say nothing of it, 达到
/// and 大关. In a list the direction stands once: in 分别下降4.3%、5.5% the second is read as 下降5.5%, though its text has no such word.
///
/// 一批 and 八项规定 are no figures: statistics are printed in Arabic digits where one Chinese character may be an article or a part of a
/// name. What stands in a short quotation or between 《 and 》 is a part of a name. The items come in the order of the text and do not overlap,
/// and each character of 〇零一二两三四五六七八九十百千万亿半首 and each Arabic digit is in one of them. The time taken is linear in the
/// length of the text.
///
/// ```
/// use yongkang_metrics::figures;
///
/// let text = "2031年，新建渔港3个，出口额突破4.5亿美元，比上年增长6%；“十六五”规划出台。";
/// let found: Vec<_> = figures(text).collect();
/// let read: Vec<_> = found.iter().filter(|found| found.figure.is_ok()).map(|found| found.text).collect();
/// assert_eq!(read, ["3个", "突破4.5亿美元", "比上年增长6%"]);
///
/// // The others, with the reason.
/// let error = found[0].figure.as_ref().unwrap_err();
/// assert_eq!((found[0].text, found[0].characters.clone()), ("2031", 0..4));
/// assert!(error.to_string().contains("a year of the calendar"));
/// assert_eq!(&text[found[4].bytes.clone()], "十六五");
/// ```
pub fn figures(text: &str) -> impl Iterator<Item = FoundFigure<'_>> {
    let mut reader = Reader::new(text);
    iter::from_fn(move || reader.next())
}

/// No figure is farther from its first word to its number, nor from the end of its first number to its end.
const LONGEST: usize = 32;

/// Quotation marks and those of titles.
const QUOTES: [(char, char); 5] = [('“', '”'), ('‘', '’'), ('《', '》'), ('「', '」'), ('『', '』')];

/// A longer quotation is speech, and so is one with a comma or a full stop.
const LONGEST_NAME: usize = 40;

/// What may not stand between a figure and its noun: of a grade (10万吨级), a part (五分之一), a rate (3吨/户), or another unit. Any other
/// word may be the noun.
const NO_NOUN: [char; 5] = ['级', '之', '/', '每', '次'];

struct Reader<'a> {
    text: &'a str,
    /// The characters, folded as `Figure` folds them, and where each begins.
    chars: Vec<char>,
    bytes: Vec<usize>,
    units: Vec<Known<'static>>,
    /// What stands before is done.
    done: usize,
    /// The name that was begun last.
    name: Range<usize>,
    list: Option<List>,
}

/// A word before the number.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Of a unit, and the first of its figure.
    Basis,
    /// Without it the figure would be another.
    Needed,
    /// It may be the end of a word that is not of the figure: 看到3家.
    Idle,
}

/// A rise or fall that what is joined to it may be a member of.
struct List {
    end: usize,
    /// The words before its number.
    lead: String,
    /// The unit behind it.
    unit: String,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        // A full-width comma ends a clause, while one of ASCII may stand in a number.
        let folded = folded(text);
        let chars = text.chars().zip(folded.chars()).map(|(c, folded)| if c == '，' { c } else { folded }).collect();
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { text, chars, bytes, units: known().collect(), done: 0, name: 0..0, list: None }
    }

    fn next(&mut self) -> Option<FoundFigure<'a>> {
        let numeral = self.numeral()?;
        let (characters, figure) = match self.read(&numeral) {
            Ok((figure, characters)) => (characters, Ok(figure)),
            Err(error) => (numeral, Err(error)),
        };
        self.done = characters.end;
        let bytes = |span: &Range<usize>| self.bytes[span.start]..self.bytes[span.end];
        let name = self.name.contains(&characters.start).then(|| &self.text[bytes(&self.name)]);
        let bytes = bytes(&characters);
        Some(FoundFigure { text: &self.text[bytes.clone()], bytes, characters, name, figure })
    }

    /// The next numeral, with all that may be written together with it: 1,234.5, 三百, 1万2千.
    fn numeral(&mut self) -> Option<Range<usize>> {
        let mut start = self.done;
        let begins_one = |c: &char| is_digit(*c) || is_ledger_character(*c);
        while !begins_one(self.chars.get(start)?) {
            self.begin_name(start);
            start += 1;
        }
        let mut end = start + 1;
        let is_numeral = |at: usize| self.chars.get(at).is_some_and(|c| is_numeral(*c));
        let is_point = |at: usize| self.chars.get(at).is_some_and(|c| matches!(c, '.' | ','));
        // 首 is a numeral by itself.
        while self.chars[start] != '首' && (is_numeral(end) || is_point(end) && self.is_between_digits(end)) {
            end += 1;
        }
        Some(start..end)
    }

    fn is_between_digits(&self, at: usize) -> bool {
        is_digit(self.chars[at - 1]) && self.chars.get(at + 1).is_some_and(|c| is_digit(*c))
    }

    /// Notes where a short quotation ends that begins here.
    fn begin_name(&mut self, at: usize) {
        let Some((_, close)) = QUOTES.iter().find(|(open, _)| *open == self.chars[at]) else { return };
        let inside = self.chars[at..].iter().take(LONGEST_NAME).take_while(|c| !"\n，,。；;！!？?".contains(**c));
        if let Some(length) = inside.clone().position(|c| c == close) {
            // “十四五”规划 within 《》 is still a part of the title.
            if self.name.end < at + length {
                self.name = at..at + length + 1;
            }
        }
    }

    /// Reads the figure around a numeral, and tells from where to where it stands.
    fn read(&mut self, numeral: &Range<usize>) -> Result<(Figure, Range<usize>), ParseError> {
        let text = &self.text[self.bytes[numeral.start]..self.bytes[numeral.end.min(numeral.start + LONGEST)]];
        let refuse = |why: &str| ParseError::because("figure", text, String::from(why));
        if self.name.contains(&numeral.start) {
            return Err(refuse("in a quotation or a title, where a numeral is a part of a name"));
        }
        // Here the grammar would begin with the word 首次 and go on to the next number.
        if self.chars[numeral.start] == '首' && self.chars.get(numeral.end) != Some(&'位') {
            return Err(refuse("the beginning of a word; expected 首位, the first place"));
        }
        if numeral.len() > LONGEST {
            return Err(refuse("too long; expected a number of at most eighteen digits"));
        }
        let number = if self.ends_with(numeral.start, "翻") { numeral.start - 1 } else { numeral.start };
        let end = self.clause_end(numeral.end);
        let mut error = None;
        for start in self.starts(number) {
            let window = self.words(start..end);
            match figure::parse(&window, self.units.iter().copied()).map_err(|error| error.message) {
                Ok(read) => match self.obstacle(numeral, &read) {
                    None => return Ok(self.found(start, number, read)),
                    Some(why) => error = Some(why.into()),
                },
                Err(why) => error = Some(why),
            }
        }
        Err(refuse(&shown(&error.unwrap_or_default())))
    }

    /// The figure that was read, without the words at its ends that say nothing of it.
    fn found(&mut self, start: usize, number: usize, mut read: Reading<'_>) -> (Figure, Range<usize>) {
        let mut span = start..start + read.noun_at;
        while self.chars[span.end - 1] == ' ' {
            span.end -= 1;
        }
        let mut words = self.words(span.clone());
        while let Some(word) = idle(&words) {
            let length = word.chars().count();
            if words.starts_with(word) {
                span.start += length;
            } else {
                span.end -= length;
            }
            words = self.words(span.clone());
        }
        let text = &self.text[self.bytes[span.start]..self.bytes[span.end]];
        read.noun = "";
        if let Some(figure) = self.of_list(&span, number, &read) {
            self.list.as_mut().expect("it is of one").end = span.end;
            return (figure, span);
        }
        let figure = Figure::new(&read, text);
        // What a qualifier before the first says of the others is open.
        let begins_list = read.change && read.to.is_none() && figure.comparator.is_none();
        let lead = self.words(span.start..number);
        self.list = begins_list.then(|| List { end: span.end, lead, unit: read.unit_words.1.into() });
        (figure, span)
    }

    /// The member of a list, read with the words that stand once, before the first: 下降4.3%、5.5%.
    fn of_list(&self, span: &Range<usize>, number: usize, read: &Reading<'_>) -> Option<Figure> {
        let List { end, lead, unit } = self.list.as_ref()?;
        let between = self.words(*end..span.start.min(end + 3));
        let is_joined = JOINERS.contains(&&*between);
        if !is_joined || span.start != number || read.unit_words.1 != unit {
            return None;
        }
        format!("{lead}{}", self.words(span.clone())).parse().ok()
    }

    /// Where a figure may begin, the farthest place first. Words that say something of it are never left out.
    fn starts(&self, number: usize) -> Vec<usize> {
        let (mut starts, mut at) = (Vec::from([number]), number);
        while let Some((length, kind)) = self.word_before(at).filter(|(length, _)| at - length + LONGEST > number) {
            at -= length;
            if kind != Kind::Idle {
                starts.clear();
            }
            starts.push(at);
            // It is the first word of a figure, and what stands before it is of another: 提高到每人每月850元.
            if kind == Kind::Basis {
                break;
            }
        }
        starts.reverse();
        starts
    }

    /// The word of a figure that ends here: its length, and its kind.
    fn word_before(&self, end: usize) -> Option<(usize, Kind)> {
        let spaces = self.chars[self.done..end].iter().rev().take_while(|c| **c == ' ').count();
        let after = usize::from(self.ends_with(end - spaces, "了"));
        let at = end - spaces - after;
        let leads = each(LEADS).map(|(word, lead)| {
            (word, if matches!(lead, Lead::Neutral | Lead::Reached) { Kind::Idle } else { Kind::Needed })
        });
        let bases = figure::bases(&self.units).map(|basis| (basis, Kind::Basis));
        let signs = ["负", "-", "−"].into_iter().filter(|sign| *sign == "负" || self.is_minus(at));
        let signs = signs.map(|sign| (sign, Kind::Needed));
        let words = leads.chain(bases).chain(signs).filter(|(word, _)| self.ends_with(at, word));
        let (word, kind) = words.max_by_key(|(word, _)| word.len())?;
        // 附近 ends with 近, and is a word of its own.
        let mut others = each(NEUTRAL).map(|(other, _)| other).chain(NO_LEADS.iter().copied());
        if others.any(|other| other.len() > word.len() && other.ends_with(word) && self.ends_with(at, other)) {
            return None;
        }
        Some((word.chars().count() + after + spaces, kind))
    }

    /// Whether a dash that ends here is a minus, and no part of a name or of a range: A-3.
    fn is_minus(&self, end: usize) -> bool {
        let before = end.checked_sub(2).map_or(' ', |at| self.chars[at]);
        !before.is_ascii_alphanumeric() && !is_chinese_numeral(before)
    }

    fn words(&self, characters: Range<usize>) -> String {
        self.chars[characters].iter().collect()
    }

    fn ends_with(&self, end: usize, word: &str) -> bool {
        let mut before = self.chars[self.done..end].iter().rev();
        word.chars().rev().all(|c| before.next() == Some(&c))
    }

    /// Where the clause ends, or a figure at the latest.
    fn clause_end(&self, from: usize) -> usize {
        let farthest = self.chars.len().min(from + LONGEST);
        let is_end = |at: &usize| match self.chars[*at] {
            ',' | ':' => !self.is_between_digits(*at),
            c => "\n\r\t，、。；;！!？?“”‘’《》「」『』".contains(c),
        };
        (from..farthest).find(is_end).unwrap_or(farthest)
    }

    /// Why what the grammar reads is no figure in a sentence.
    fn obstacle(&self, numeral: &Range<usize>, read: &Reading<'_>) -> Option<&'static str> {
        // 90年代.
        let is_time = read.unit_words.1 == "年" && read.noun.starts_with('代');
        if is_time || read.noun.starts_with(NO_NOUN) {
            return Some(
                "a grade, a part, a rate, a time, or in an unknown unit; expected a noun behind the unit, or nothing",
            );
        }
        if read.dimension != Dimension::Count {
            return None;
        }
        if read.value.scale > 0 {
            return Some("a fraction of what is counted by the whole, so that its unit stands elsewhere");
        }
        let is_alone = !read.change && read.margin.qualifier == Qualifier::Exact && !read.noun.is_empty();
        match self.chars[numeral.clone()] {
            ['一'] => {
                Some("一 and a measure word, which may say that there are some: 一批; expected 1, if it is a number")
            }
            [c] if is_chinese_numeral(c) && is_alone => {
                Some("one character before a noun, as in a name: 八项规定; expected Arabic digits, if it is a number")
            }
            _ => None,
        }
    }
}
