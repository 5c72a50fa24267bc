//! [`search`]: metrics by words, in English or Chinese.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use crate::model::traditional;
use crate::{Metric, MetricSet};

/// The metrics that have all the words of `text` in them, best first.
///
/// A word is found in ids, titles of both languages, keywords, codes and names of category and unit, and notes. Case and width do not
/// matter, nor whether Chinese is simplified or traditional. Metrics whose id or title is the text come first, then those that have
/// the words in these, in their keywords, in their category or unit, in their notes; equals stay in the report's order.
///
/// ```
/// use yongkang_metrics::{Metric, search};
///
/// assert_eq!(search("trade")[0], Metric::FOREIGN_TRADE_TOTAL);
/// assert_eq!(search("外贸"), search("外貿"));
/// assert_eq!(search("TALENT leading")[0], Metric::LEADING_TALENTS_RECRUITED);
/// assert!(search("population").is_empty());
/// ```
///
/// The folded texts are made on the first call and kept.
#[must_use]
pub fn search(text: &str) -> Vec<Metric> {
    static INDEX: OnceBox<Vec<Indexed>> = OnceBox::new();
    // `race`, as there is no `OnceLock` without std: two threads may both make the index, and one of the two is dropped.
    let index = INDEX.get_or_init(|| Box::new(MetricSet::ALL.iter().map(Indexed::new).collect()));
    let folded: String = text.chars().map(fold).collect();
    // Each word once, however often it stands there.
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    words.sort_unstable();
    words.dedup();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u32, Metric)> =
        index.iter().filter_map(|entry| Some((entry.rank(&words)?, entry.metric))).collect();
    // By rank, then by metric, whose order is the report's: no two are equal, so unstable is as good as stable.
    found.sort_unstable();
    found.into_iter().map(|(_, metric)| metric).collect()
}

/// A metric's folded texts, a line each, in the order of how much a word found there says.
struct Indexed {
    metric: Metric,
    text: String,
    /// Where names, keywords and facets end; notes are the rest.
    ends: [usize; 3],
}

impl Indexed {
    fn new(metric: Metric) -> Self {
        let (category, unit) = (metric.category(), metric.unit());
        let mut text = String::with_capacity(1024);
        // Each line is closed on both sides, so that no word is found across two of them, and
        // `rank_in_name` may look at its neighbours.
        text.push('\n');
        let mut add = |lines: &[&str]| {
            for line in lines {
                text.extend(line.chars().map(fold));
                text.push('\n');
            }
            text.len()
        };
        let names = add(&[metric.id(), metric.title(), metric.title_zh()]);
        let keywords = add(metric.keywords());
        let facets =
            add(&[category.code(), category.name(), category.name_zh(), unit.code(), unit.name(), unit.name_zh()]);
        add(&[metric.note().unwrap_or_default(), metric.note_zh().unwrap_or_default()]);
        Self { metric, text, ends: [names, keywords, facets] }
    }

    /// How well the words are found, summed over them, less being better; `None` if one is not found.
    fn rank(&self, words: &[&str]) -> Option<u32> {
        words.iter().map(|word| self.rank_of_word(word)).sum()
    }

    fn rank_of_word(&self, word: &str) -> Option<u32> {
        let [names, keywords, facets] = self.ends;
        // Most metrics have not the word, and std looks for whether it is there four times as fast as for where it is.
        if !self.text.contains(word) {
            return None;
        }
        match self.text.find(word)? {
            // The first place decides on the kind, as the kinds come in order; within names the best place
            // counts, which may be a later one.
            at if at < names => self.text[..names].match_indices(word).map(|(at, _)| self.rank_in_name(at, word)).min(),
            at if at < keywords => Some(3),
            at if at < facets => Some(4),
            // A note tells of neighbouring things too, "not exports" say: two words found in keywords and a
            // facet outweigh one found there.
            _ => Some(8),
        }
    }

    /// 0 if the word is a whole name, 1 if it begins a word of one, else 2.
    fn rank_in_name(&self, at: usize, word: &str) -> u32 {
        // Names stand between line ends, so there is a byte before and behind.
        match (self.text.as_bytes()[at - 1], self.text.as_bytes()[at + word.len()]) {
            (b'\n', b'\n') => 0,
            (b'\n' | b' ' | b'-' | b'(', _) => 1,
            _ => 2,
        }
    }
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
