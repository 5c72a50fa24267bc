//! [`search`]: metrics by words, in English or Chinese.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use crate::model::traditional;
use crate::{Metric, MetricSet, NotPrinted};

/// The metrics that have all the words of `text` in them, best first.
///
/// A word is found in ids, titles of both languages, keywords, the figure as printed, the value, codes and names of category and unit,
/// and notes. Case, width and the number of a noun do not matter, nor whether Chinese is simplified or traditional. Metrics whose id or
/// title is the text come first, then those that have the words in these, in their keywords or figures, in their category or unit, in
/// their notes; equals stay in the report's order.
///
/// ```
/// use yongkang_metrics::{DATASET, Metric, search};
///
/// assert_eq!(search("trade")[0], Metric::FOREIGN_TRADE_TOTAL);
/// assert_eq!(search("外贸"), search("外貿"));
/// assert_eq!(search("387.7"), [Metric::FOREIGN_TRADE_TOTAL]);
/// assert_eq!(search("taxes")[0], Metric::LOW_EFFICIENCY_TAX_THRESHOLD);
///
/// // What the report does not print is better said than left open.
/// assert!(search("population").is_empty());
/// assert!(DATASET.not_printed.iter().any(|thing| thing.is_asked_by("population")));
/// ```
///
/// The folded texts are made on the first call and kept.
#[must_use]
pub fn search(text: &str) -> Vec<Metric> {
    static INDEX: OnceBox<Vec<Indexed>> = OnceBox::new();
    // `race`, as there is no `OnceLock` without std: two threads may both make the index, and one of the two is dropped.
    let index = INDEX.get_or_init(|| Box::new(MetricSet::ALL.iter().map(Indexed::new).collect()));
    let folded = folded(text);
    // Each word once, however often it stands there.
    let words = folded.split(BETWEEN).map(|word| word.trim_end_matches('.'));
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.dedup();
    if words.is_empty() {
        return Vec::new();
    }
    let words: Vec<(&str, Option<String>)> = words.into_iter().map(|word| (word, other_number(word))).collect();
    // Figures are not kept, as few look for them.
    let has_figures = folded.contains(|c: char| c.is_ascii_digit());
    let rank = |entry: &Indexed| {
        let figures = if has_figures { figures(entry.metric) } else { String::new() };
        Some((entry.rank(&words, &figures)?, entry.metric))
    };
    let mut found: Vec<(u32, Metric)> = index.iter().filter_map(rank).collect();
    // By rank, then by metric, whose order is the report's: no two are equal, so unstable is as good as stable.
    found.sort_unstable();
    found.into_iter().map(|(_, metric)| metric).collect()
}

impl NotPrinted {
    /// Whether one of its names and words stands in a text that somebody searches for, in whatever case, width or script.
    #[must_use]
    pub fn is_asked_by(&self, text: &str) -> bool {
        let text = folded(text);
        [self.name, self.name_zh].iter().chain(self.words).any(|word| text.contains(&word.to_ascii_lowercase()))
    }
}

/// What stands between words. Marks that have two widths are among these, as nothing folds those of the tables.
const BETWEEN: [char; 19] =
    [' ', '、', '。', ',', ';', ':', '(', ')', '?', '!', '"', '\'', '“', '”', '「', '」', '&', '/', '_'];

/// A metric's folded texts, a line each, in the order of how much a word found there says.
struct Indexed {
    metric: Metric,
    text: String,
    /// Where names, keywords with figures, and facets end; notes are the rest.
    ends: [usize; 3],
}

impl Indexed {
    fn new(metric: Metric) -> Self {
        let (category, unit) = (metric.category(), metric.unit());
        // Each line is closed on both sides, so that no word is found across two of them.
        let mut text = String::with_capacity(1024) + "\n";
        let mut add = |lines: &[&str]| {
            for line in lines {
                text += line;
                text.push('\n');
            }
            text.len()
        };
        let names = add(&[metric.id(), metric.title(), metric.title_zh()]);
        add(metric.keywords());
        let figures = add(&[metric.obs_text()]);
        let facets = [category.code(), category.name(), category.name_zh(), unit.code(), unit.name(), unit.name_zh()];
        let ends = [names, figures, add(&facets)];
        add(&[metric.note(), metric.note_zh()].map(Option::unwrap_or_default));
        // The build lets nothing into the tables that folds otherwise: no full-width letter or digit, no traditional character, no accent.
        text.make_ascii_lowercase();
        Self { metric, text, ends }
    }

    /// How well the words are found, summed over them, less being better; `None` if one is not found.
    fn rank(&self, words: &[(&str, Option<String>)], figures: &str) -> Option<u32> {
        let rank = |(word, other): &(&str, Option<String>)| {
            let rank = self.rank_of_word(word, false);
            let rank = rank.or_else(|| Some(5 + self.rank_of_word(other.as_deref()?, true)?));
            // Asked first as below.
            rank.or_else(|| if figures.contains(word) { places(figures, word, false).next().map(|_| 3) } else { None })
        };
        words.iter().map(rank).sum()
    }

    fn rank_of_word(&self, word: &str, is_whole: bool) -> Option<u32> {
        // Most metrics have not the word, and std looks for whether it is there four times as fast as for where it is.
        if !self.text.contains(word) {
            return None;
        }
        places(&self.text, word, is_whole).map(|at| self.rank_at(at, word)).min()
    }

    /// 0 if the word is a whole name, 1 if it begins a word of one, else 2; in keywords and figures 3, in facets 4, in notes 8. 5 more in
    /// another number than is asked: new of news.
    fn rank_at(&self, at: usize, word: &str) -> u32 {
        let [names, keywords, facets] = self.ends;
        match around(&self.text, at, word) {
            // A note tells of neighbouring things too, "not exports" say: two words found in keywords and a facet outweigh one found
            // there.
            _ if at >= facets => 8,
            _ if at >= keywords => 4,
            _ if at >= names => 3,
            [b'\n', b'\n'] => 0,
            [b'\n' | b' ' | b'-' | b'(', _] => 1,
            _ => 2,
        }
    }
}

/// A metric's figure in digits and as it is shown in both languages, lines as above.
fn figures(metric: Metric) -> String {
    folded(&format!("/{}/{}/{}/", metric.value(), metric.display(), metric.display_zh()))
}

/// Where a word stands in lines, and is not cut out of a number, as 24 of 240, nor, if it is to be a whole one, out of another word.
fn places<'a>(lines: &'a str, word: &'a str, is_whole: bool) -> impl Iterator<Item = usize> + 'a {
    let is_joined = move |a: u8, b: u8| {
        a.is_ascii_digit() && b.is_ascii_digit() || is_whole && a.is_ascii_alphabetic() && b.is_ascii_alphabetic()
    };
    lines.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let ([before, behind], word) = (around(lines, *at, word), word.as_bytes());
        !is_joined(before, word[0]) && !is_joined(word[word.len() - 1], behind)
    })
}

/// The bytes before and behind a word in lines. There are such, as each line begins and ends.
fn around(lines: &str, at: usize, word: &str) -> [u8; 2] {
    [at - 1, at + word.len()].map(|at| lines.as_bytes()[at])
}

/// The singular of an English plural, and the plural of what ends in y, which does not begin with its singular.
fn other_number(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ies") {
        return Some(String::from(stem) + "y");
    }
    if let Some(stem) = word.strip_suffix('y') {
        return Some(String::from(stem) + "ies");
    }
    let stem = word.strip_suffix('s')?;
    let hissing = stem.strip_suffix('e').filter(|stem| stem.ends_with(['s', 'x', 'z', 'h']));
    Some(hissing.unwrap_or(stem).into())
}

/// A text as it is compared: folded, with plain spaces, and without what keeps the groups of a number together, as in 387,700.
fn folded(text: &str) -> String {
    let mut chars = text.chars().map(fold).peekable();
    let mut folded = String::new();
    while let Some(c) = chars.next() {
        let is_digit = |c: char| c.is_ascii_digit();
        if !matches!(c, ',' | '\u{202F}') || !folded.ends_with(is_digit) || !chars.peek().is_some_and(|c| is_digit(*c))
        {
            folded.push(if c.is_whitespace() { ' ' } else { c });
        }
    }
    folded
}

/// Folds case, width, and traditional characters to simplified ones.
fn fold(c: char) -> char {
    let c = match c {
        // Most of all texts, without the tables of Unicode.
        c if c.is_ascii() => return c.to_ascii_lowercase(),
        '\u{4E00}'..='\u{9FFF}' => traditional::simplified(c).unwrap_or(c),
        // The ideographic space, and full-width forms of ASCII, which stand in its order.
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from((u32::from(c) - 0xFEE0) as u8),
        c => c,
    };
    // One character for one: of the few that fold to several the first will do, on both sides alike.
    c.to_lowercase().next().unwrap_or(c)
}
