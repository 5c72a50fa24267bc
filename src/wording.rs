//! Holds titles and ids against what they are of: titles against the sentences that their figures stand in, ids against titles.
//!
//! No share of letters that a title must have in common with its sentence would hold for every report. So rows are held against each
//! other: where two titles fit each other's sentences better than their own they were exchanged.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::ledger::{Examination, FindingKind, Row};

/// What a row of the metrics is called; like [`Entries`](crate::ledger::Entries), so that the tests can make up wrong ones.
pub struct Names<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub title_zh: &'a str,
    /// The id of the metric that it qualifies, or nothing.
    pub of_metric: &'a str,
}

/// Tells of titles and ids that fit other rows better; as many names as there are rows.
pub fn check(examination: &mut Examination<'_>, rows: &[Row<'_>], names: &[Names<'_>]) {
    check_sentences(examination, rows, names);
    check_ids(examination, rows, names);
}

/// That no two Chinese titles fit each other's sentences better than their own.
fn check_sentences(examination: &mut Examination<'_>, rows: &[Row<'_>], names: &[Names<'_>]) {
    // What qualifies a figure has the name of that in its title, which its own words need not repeat: 油料产量6675吨,增长7.8%.
    let context = |row: usize| {
        let of = names.iter().position(|other| other.id == names[row].of_metric);
        of.map_or(String::new(), |of| examination.context(rows[of])) + &examination.context(rows[row])
    };
    let contexts: Vec<Parts> = (0..rows.len()).map(|row| bigrams(&context(row))).collect();
    let titles: Vec<Parts> = names.iter().map(|names| bigrams(names.title_zh)).collect();
    for (a, b) in crossed(rows.len(), &|a, b| share(&titles[a], &contexts[b])) {
        // What qualifies a figure shares its words. In 分别达110个、2155台 nothing of its own stands before the second.
        let is_of_one = names[a].of_metric == names[b].id || names[b].of_metric == names[a].id;
        if is_of_one || contexts[a].is_empty() || contexts[b].is_empty() {
            continue;
        }
        let expected = format!("title_zh `{}` to fit its own sentence best", names[a].title_zh);
        let other = names[b].id;
        let found = format!("one that fits better at `{other}`, whose title fits here: read both at their places");
        examination.tell(rows[a].subject, FindingKind::Wording, rows[a].start, expected, found);
    }
}

/// That no two ids fit each other's English titles better than their own.
fn check_ids(examination: &mut Examination<'_>, rows: &[Row<'_>], metrics: &[Names<'_>]) {
    let titles: Vec<Parts> = metrics.iter().map(|metric| sorted(words(metric.title))).collect();
    let ids: Vec<Parts> = metrics.iter().map(|metric| words(metric.id)).collect();
    for (a, b) in crossed(metrics.len(), &|a, b| share(&ids[a], &titles[b])) {
        let expected = format!("the words of its id in the title `{}`", metrics[a].title);
        let found = format!("those of `{}`: titles or ids were exchanged", metrics[b].id);
        examination.tell(rows[a].subject, FindingKind::Wording, rows[a].start, expected, found);
    }
}

/// The pairs that fit crosswise better than straight.
fn crossed(count: usize, fit: &dyn Fn(usize, usize) -> usize) -> Vec<(usize, usize)> {
    let straight: Vec<usize> = (0..count).map(|row| fit(row, row)).collect();
    let pairs = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
    pairs.filter(|&(a, b)| fit(a, b) + fit(b, a) > straight[a] + straight[b]).collect()
}

/// The words or the pairs of characters of a text; sorted where others are looked up in them.
type Parts = Vec<String>;

/// How many of a thousand of these parts a text has, or begins a part with: sci of science.
fn share(parts: &Parts, text: &Parts) -> usize {
    let has = |part: &&String| {
        let next = text.partition_point(|other| other < part);
        text.get(next).is_some_and(|other| other.starts_with(part.as_str()))
    };
    parts.iter().filter(has).count() * 1_000 / parts.len().max(1)
}

/// Each two characters that stand together.
fn bigrams(text: &str) -> Parts {
    let chars: Vec<char> = text.chars().collect();
    sorted(chars.windows(2).map(|pair| pair.iter().collect()).collect())
}

fn words(text: &str) -> Parts {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn sorted(mut parts: Parts) -> Parts {
    parts.sort_unstable();
    parts
}
