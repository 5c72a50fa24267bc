//! What an error says of an unknown code: the nearest ones, and all valid ones.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A text that others wrote, as an error repeats it: in quotes, in one line, and no more than 48 characters of it.
#[inline]
pub fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(48).collect();
    let cut = if shown.len() < text.len() { "…" } else { "" };
    // Not by `Debug`, which the compiler can be told to leave empty. A ' needs no escape in these quotes.
    format!("\"{}\"{cut}", shown.escape_debug()).replace("\\'", "'")
}

/// Says that there is no such code, and what there is.
#[inline]
pub fn unknown(vocabulary: &str, given: &str, nearest: &[&str], valid: &[&str]) -> String {
    let mut text = format!("no {vocabulary} is called {}; ", quoted(given));
    if !nearest.is_empty() {
        text += &format!("did you mean {}?", list(nearest, "` or `"));
    }
    match (valid.len(), nearest) {
        (0, _) => text += "there is none",
        // What fits on a screen is listed, and of more than that the nearest are named.
        (0..=40, []) => text += &format!("valid: {}", list(valid, "`, `")),
        (0..=40, _) => text += &format!(" Valid: {}", list(valid, "`, `")),
        (count, []) => text += &format!("there are {count} valid ones"),
        _ => {}
    }
    text
}

#[inline]
fn list(codes: &[&str], separator: &str) -> String {
    format!("`{}`", codes.join(separator))
}

/// The codes that look most like `given`, or whose names do, nearest first, at most three. Each list of names is in the order of the codes.
#[inline]
pub fn nearest<'a>(given: &str, codes: &[&'a str], names: &[&[&str]]) -> Vec<&'a str> {
    // No code is as long as 64 characters: the rest could not change the answer, only cost time.
    let given: Vec<char> = given.trim().to_lowercase().chars().take(64).collect();
    let (mut nearest, mut distances) = (Vec::new(), Vec::new());
    for (row, code) in codes.iter().enumerate() {
        let mut least = near(&given, code);
        for names in names {
            least = names.get(row).map_or(least, |name| near(&given, name).min(least));
        }
        if least < FAR {
            // By insertion, as three places need no sort, which every user would compile. Equals
            // stay in the order of the table.
            let place = distances.iter().position(|other| *other > least).unwrap_or(distances.len());
            distances.insert(place, least);
            nearest.insert(place, *code);
            distances.truncate(3);
            nearest.truncate(3);
        }
    }
    nearest
}

/// More than any distance.
const FAR: usize = usize::MAX;

/// The distance of a word, unless more than half of it is another word, where a guess would only mislead.
#[inline]
fn near(given: &[char], word: &str) -> usize {
    let word: Vec<char> = word.to_lowercase().chars().collect();
    let distance = distance(given, &word);
    if distance * 2 <= given.len().max(word.len()) { distance } else { FAR }
}

/// The Levenshtein distance, but no more than 2 where `given` is a part of the code: who types `trade` means `foreign-trade`.
#[inline]
fn distance(given: &[char], code: &[char]) -> usize {
    // Three, as shorter texts are a part of too many codes.
    let is_part = given.len() >= 3 && code.windows(given.len()).any(|part| part == given);
    let most = if is_part { 2 } else { usize::MAX };
    // One row of the matrix is enough: each cell needs its left, its upper and its diagonal neighbour, the last kept apart.
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
