//! What stands beside a figure in its report, and whether it is accounted for.
//!
//! The build reads a figure as the table has it. That the table has all of it, with sign, bounds and unit, only the text around it tells,
//! and no list of the words that would change a figure is complete. So each word beside it has to be known: punctuation, a word of the
//! row's own title, what it counts, another row, or one of the [neutral words](NEUTRAL).

use alloc::vec::Vec;

use crate::model::figure::{Known, bases};
use crate::model::numeral::is_digit;
use crate::model::words::{
    Beside, LEADS, Lead, NEUTRAL, PER_HEAD, STATUS, TRAILS, each, idle_leads, idle_trails, periods, telling_leads,
};
use crate::vocabulary::ObsStatus;

/// A figure, and the words that are its own.
#[derive(Debug, Clone, Copy)]
pub struct Own<'a> {
    pub figure: &'a str,
    pub title: &'a str,
    pub counted: &'a [&'a str],
    pub status: Option<ObsStatus>,
}

/// A side of a figure. Texts and words are taken from its end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Before,
    Behind,
}

impl Side {
    /// What is left without the word next to the figure, if it stands there.
    fn strip<'a>(self, text: &'a str, word: &str) -> Option<&'a str> {
        if self == Self::Before { text.strip_suffix(word) } else { text.strip_prefix(word) }
    }

    fn first(self, text: &str) -> Option<char> {
        if self == Self::Before { text.chars().next_back() } else { text.chars().next() }
    }

    /// So many characters next to the figure, if there are as many.
    fn nearest(self, text: &str, count: usize) -> Option<&str> {
        let at = if self == Self::Before {
            text.char_indices().rev().nth(count - 1).map(|(at, _)| at)
        } else {
            text.char_indices().nth(count - 1).map(|(at, c)| at + c.len_utf8())
        };
        at.map(|at| if self == Self::Before { &text[at..] } else { &text[..at] })
    }

    /// The length of the longest of these words that stands next to the figure; 0 for none.
    fn longest<'w>(self, text: &str, words: impl Iterator<Item = &'w str>) -> usize {
        words.filter(|word| self.strip(text, word).is_some()).map(str::len).max().unwrap_or(0)
    }
}

const PUNCTUATION: &str = "。，、；：！？…“”‘’「」『』《》〈〉（）【】〔〕\n.,;:!?()[]\"'";

/// What is in brackets behind a figure may be a word of its unit, and has to be accounted for too.
const OPENING: &str = "（(〔[【";

/// The words beside figures that every report has: those that change the figure, and the neutral ones with the reason. Of each side by the
/// character next to the figure, so that only a few are looked at.
pub struct Lexicon<'a>([Vec<(char, &'a str, Option<Beside>)>; 2]);

impl<'a> Lexicon<'a> {
    pub fn new(units: &'a [Known<'a>]) -> Self {
        let leads = telling_leads().chain(bases(units));
        let trails = each(TRAILS).filter(|(_, qualifier)| qualifier.is_some()).map(|(word, _)| word);
        Self([Self::of(Side::Before, leads, idle_leads()), Self::of(Side::Behind, trails, idle_trails())])
    }

    fn of(
        side: Side,
        changing: impl Iterator<Item = &'a str>,
        idle: impl Iterator<Item = &'static str>,
    ) -> Vec<(char, &'a str, Option<Beside>)> {
        let neutral = each(NEUTRAL).chain(idle.map(|word| (word, Beside::Leads)));
        let words = changing.map(|word| (word, None)).chain(neutral.map(|(word, why)| (word, Some(why))));
        let mut words: Vec<_> = words.filter_map(|(word, why)| Some((side.first(word)?, word, why))).collect();
        words.sort_by_key(|(nearest, ..)| *nearest);
        words
    }

    /// The words that stand next to the figure, each with what is left without it.
    fn at<'t>(&self, side: Side, text: &'t str) -> impl Iterator<Item = (&'a str, Option<Beside>, &'t str)> {
        let words = &self.0[side as usize];
        let c = side.first(text).unwrap_or_default();
        let words = words[words.partition_point(|(nearest, ..)| *nearest < c)..].iter();
        let words = words.take_while(move |(nearest, ..)| *nearest == c);
        words.filter_map(move |(_, word, why)| Some((*word, *why, side.strip(text, word)?)))
    }
}

/// The word on one side of a figure that nothing accounts for. The text ends with the line or where another row stands.
pub fn unaccounted<'a>(side: Side, own: Own<'_>, text: &'a str, lexicon: &Lexicon<'_>) -> Option<&'a str> {
    let mut rest = text;
    loop {
        rest = rest.trim_matches([' ', '\u{3000}']);
        let c = side.first(rest)?;
        let (changing, neutral) = (changing(side, rest, lexicon), neutral(side, rest, lexicon));
        let own_length = own_word(side, own, rest, changing);
        // The longest word is meant: 新增 and not 增, which would be a rise.
        if changing > own_length.max(neutral.map_or(0, |(behind, _)| rest.len() - behind.len())) {
            break;
        }
        if own_length > 0 || is_date(side, rest) {
            return None;
        }
        if is_mark(c) && !(rest == text && is_within_number(side, own.figure, text)) {
            if side == Side::Before || !OPENING.contains(c) {
                return None;
            }
            rest = &rest[c.len_utf8()..];
            continue;
        }
        match neutral {
            Some((_, Beside::Joins)) => return None,
            Some((behind, _)) => rest = behind,
            None => break,
        }
    }
    // To be shown: up to four characters of it.
    let word = (1..=4).map_while(|count| side.nearest(rest, count)).take_while(|word| !word.contains(is_mark)).last();
    word.or(side.nearest(rest, 1))
}

/// The word before a figure, next to it or not, that makes a rate of it, if the title says nothing of one.
pub fn rate(own: Own<'_>, before: &str) -> Option<&'static str> {
    let clause = before.rfind(is_mark).map_or(before, |mark| &before[mark..]);
    let mut rates = PER_HEAD.iter().chain(&["每", "平均"]).copied();
    rates.find(|rate| clause.contains(rate) && !own.title.contains(rate))
}

fn is_mark(c: char) -> bool {
    PUNCTUATION.contains(c)
}

/// How long the word is that the grammar of figures would read with the figure, and that says something of it.
fn changing(side: Side, text: &str, lexicon: &Lexicon<'_>) -> usize {
    lexicon.at(side, text).filter(|(_, why, _)| why.is_none()).map(|(word, ..)| word.len()).max().unwrap_or(0)
}

/// How long the word is that the row has itself: what it counts, its status, or two characters of its title or more.
fn own_word(side: Side, own: Own<'_>, text: &str, changing: usize) -> usize {
    let is_of_title = |piece: &&str| own.title.contains(*piece);
    let piece = (2..).map_while(|count| side.nearest(text, count)).take_while(is_of_title).last();
    // A title has 增长 and 连续 too, where its figure has them. One character may end another word, as in 节约.
    let piece = piece.filter(|_| changing <= '约'.len_utf8());
    let status = each(STATUS).filter(|(_, status)| own.status == Some(*status)).map(|(word, _)| word);
    piece.map_or(0, str::len).max(side.longest(text, own.counted.iter().copied().chain(status)))
}

/// Whether a date or the name of a period ends here: that it is the row's own, the audit holds apart.
fn is_date(side: Side, text: &str) -> bool {
    let number = text.trim_end_matches("份").strip_suffix(['年', '月', '日']);
    side == Side::Before
        && (number.is_some_and(|number| number.ends_with(is_digit)) || periods().any(|word| text.ends_with(word)))
}

/// Whether a mark is a part of a number: 1,234 or 26.7.
fn is_within_number(side: Side, figure: &str, text: &str) -> bool {
    let other = if side == Side::Before { Side::Behind } else { Side::Before };
    let beyond = side.nearest(text, 2).and_then(|two| other.first(two));
    beyond.is_some_and(is_digit) && other.first(figure).is_some_and(is_digit)
}

/// What is left without a neutral word, and why that is neutral.
fn neutral<'t>(side: Side, text: &'t str, lexicon: &Lexicon<'_>) -> Option<(&'t str, Beside)> {
    let longest = lexicon.at(side, text).filter_map(|(_, why, rest)| Some((rest, why?)));
    longest.min_by_key(|(rest, _)| rest.len()).or_else(|| Some((reached(side, text)?, Beside::Leads)))
}

/// What is left without 提高到 or the like, which leads to the level that was reached.
fn reached(side: Side, text: &str) -> Option<&str> {
    let rise = text.strip_suffix(['到', '至']).filter(|_| side == Side::Before)?;
    let words = each(LEADS).filter(|(_, lead)| matches!(lead, Lead::Up | Lead::Down));
    words.filter_map(|(word, _)| rise.strip_suffix(word)).min_by_key(|rest| rest.len())
}
