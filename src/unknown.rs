//! [`UnknownCode`]: what is said of a code, id or name that there is not, with the nearest that there is.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// A code, id or name that is not in its vocabulary, with what would have been valid.
///
/// ```
/// use yongkang_metrics::Category;
///
/// let error = "foreign-trad".parse::<Category>().unwrap_err();
/// assert_eq!(error.nearest(), ["foreign-trade"]);
/// assert!(error.to_string().starts_with("no category is called \"foreign-trad\"; did you mean `foreign-trade`?"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UnknownCode {
    vocabulary: &'static str,
    given: String,
    nearest: Vec<&'static str>,
    valid: Vec<&'static str>,
}

/// How much of a text that was given is repeated in an error, in characters.
const SHOWN: usize = 48;

impl UnknownCode {
    #[inline]
    pub(crate) fn new(vocabulary: &'static str, given: &str, valid: Vec<&'static str>) -> Self {
        Self { vocabulary, given: given.to_owned(), nearest: nearest(given, &valid), valid }
    }

    /// What was looked up: `"category"`, `"unit"`, `"metric"` …
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert_eq!("euro".parse::<Unit>().unwrap_err().vocabulary(), "unit");
    /// ```
    #[must_use]
    #[inline]
    pub fn vocabulary(&self) -> &'static str {
        self.vocabulary
    }

    /// The text that was given, whole.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert_eq!("euro".parse::<Unit>().unwrap_err().given(), "euro");
    /// ```
    #[must_use]
    #[inline]
    pub fn given(&self) -> &str {
        &self.given
    }

    /// The valid codes that look most like the one given, nearest first: at most three, maybe none.
    ///
    /// ```
    /// # use yongkang_metrics::Unit;
    /// assert_eq!("yaun".parse::<Unit>().unwrap_err().nearest()[0], "yuan");
    /// ```
    #[must_use]
    #[inline]
    pub fn nearest(&self) -> &[&'static str] {
        &self.nearest
    }

    /// Every valid code, in the order of the vocabulary.
    ///
    /// ```
    /// # use yongkang_metrics::{AdminLevel, UnknownCode};
    /// let error: UnknownCode = "city".parse::<AdminLevel>().unwrap_err();
    /// assert_eq!(error.valid(), ["national", "provincial", "prefectural", "county"]);
    /// ```
    #[must_use]
    #[inline]
    pub fn valid(&self) -> &[&'static str] {
        &self.valid
    }
}

impl fmt::Display for UnknownCode {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&unknown(self.vocabulary, &self.given, &self.nearest, &self.valid))
    }
}

/// Says that there is no such code, and what there is.
#[inline]
pub fn unknown(vocabulary: &str, given: &str, nearest: &[&str], valid: &[&str]) -> String {
    let shown: String = given.chars().take(SHOWN).collect();
    let cut = if shown.len() < given.len() { "…" } else { "" };
    let mut text = format!("no {vocabulary} is called {shown:?}{cut}; ");
    if !nearest.is_empty() {
        text += &format!("did you mean {}?", list(nearest, " or `"));
    }
    match (valid.len(), nearest) {
        (0..=40, []) => text += &format!("valid: {}", list(valid, ", `")),
        (0..=40, _) => text += &format!(" Valid: {}", list(valid, ", `")),
        (count, []) => text += &format!("there are {count} valid ones"),
        _ => {}
    }
    text
}

impl core::error::Error for UnknownCode {}

#[inline]
fn list(codes: &[&str], separator: &str) -> String {
    let mut list = String::new();
    for code in codes {
        list += if list.is_empty() { "`" } else { separator };
        list += code;
        list += "`";
    }
    list
}

/// The codes that look most like `given`, nearest first, at most three.
#[inline]
pub fn nearest<'a>(given: &str, codes: &[&'a str]) -> Vec<&'a str> {
    // No code is as long as 64 characters: the rest could not change the answer, only cost time.
    let given: String = given.trim().chars().take(64).collect();
    let given: Vec<char> = given.to_lowercase().chars().collect();
    let mut nearest = Vec::new();
    let mut distances = Vec::new();
    for code in codes {
        let distance = distance(&given, code);
        if distance * 2 <= given.len().max(code.chars().count()) {
            let place = distances.iter().position(|other| *other > distance).unwrap_or(distances.len());
            distances.insert(place, distance);
            nearest.insert(place, *code);
            distances.truncate(3);
            nearest.truncate(3);
        }
    }
    nearest
}

/// The Levenshtein distance, but no more than 2 where `given` is a part of the code: who types `trade` means `foreign-trade`.
#[inline]
fn distance(given: &[char], code: &str) -> usize {
    let code: Vec<char> = code.chars().collect();
    let is_part = given.len() >= 3 && code.windows(given.len()).any(|part| part == given);
    let most = if is_part { 2 } else { usize::MAX };
    let mut row: Vec<usize> = (0..=code.len()).collect();
    for (i, a) in given.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in code.iter().enumerate() {
            let substituted = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[code.len()].min(most)
}
