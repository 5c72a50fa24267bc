//! [`search`]: metrics by words, in English or Chinese.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use crate::model::traditional;
use crate::{Metric, MetricSet};

/// The metrics that have all the words of `text` in them, best first.
///
/// Words are parts of the id, of the titles in both languages, of the keywords, of the names of category and unit, or of the notes. They
/// match whatever their case and width, and Chinese ones in simplified or traditional characters. Metrics whose id or title
/// is the text come first, then those that have it there, then in their keywords, then in their category or unit, then in their
/// notes; among equals the report's order holds.
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
#[inline]
pub fn search(text: &str) -> Vec<Metric> {
    static INDEX: OnceBox<Vec<Indexed>> = OnceBox::new();
    let index = INDEX.get_or_init(|| Box::new(MetricSet::ALL.iter().map(Indexed::new).collect()));
    let words = fold(text);
    let words: Vec<&str> = words.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u32, Metric)> =
        index.iter().filter_map(|entry| Some((entry.rank(&words)?, entry.metric))).collect();
    // A stable sort: equals stay in report order.
    found.sort_by_key(|&(rank, _)| rank);
    found.into_iter().map(|(_, metric)| metric).collect()
}

/// A metric's folded texts, by how much a word found there says.
struct Indexed {
    metric: Metric,
    names: [String; 3],
    keywords: String,
    facets: String,
    notes: String,
}

impl Indexed {
    #[inline]
    fn new(metric: Metric) -> Self {
        let (category, unit) = (metric.category(), metric.unit());
        let facets = [category.code(), category.name(), category.name_zh(), unit.code(), unit.name(), unit.name_zh()];
        Self {
            metric,
            names: [metric.id(), metric.title(), metric.title_zh()].map(fold),
            keywords: fold(&metric.keywords().join("\n")),
            facets: fold(&facets.join("\n")),
            notes: fold(&[metric.note().unwrap_or_default(), metric.note_zh().unwrap_or_default()].join("\n")),
        }
    }

    /// How far from what was meant, summed over the words; `None` if a word is not found.
    #[inline]
    fn rank(&self, words: &[&str]) -> Option<u32> {
        if let [word] = words {
            if self.names.iter().any(|name| name == word) {
                return Some(0);
            }
        }
        words.iter().map(|word| self.rank_of_word(word)).sum()
    }

    #[inline]
    fn rank_of_word(&self, word: &str) -> Option<u32> {
        let starts_word = |name: &String| name.split([' ', '-', '(']).any(|part| part.starts_with(word));
        if self.names.iter().any(starts_word) {
            Some(1)
        } else if self.names.iter().any(|name| name.contains(word)) {
            Some(2)
        } else if self.keywords.contains(word) {
            Some(3)
        } else if self.facets.contains(word) {
            Some(4)
        } else if self.notes.contains(word) {
            Some(8)
        } else {
            None
        }
    }
}

/// Folds case, width, and traditional characters to simplified ones.
#[inline]
fn fold(text: &str) -> String {
    text.chars().map(narrow).map(simplified).flat_map(char::to_lowercase).collect()
}

/// A full-width form as its ASCII character, and the ideographic space as a space.
#[inline]
fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).expect("ASCII"),
        c => c,
    }
}

#[inline]
fn simplified(c: char) -> char {
    if c.is_ascii() { c } else { traditional::simplified(c).unwrap_or(c) }
}
