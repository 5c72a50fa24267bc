//! Holds titles and ids against what they are of: titles against the sentences that their figures stand in, ids against titles.
//!
//! No share of letters that a title must have in common with its sentence would hold for every report. So rows are held against each
//! other: where two titles fit each other's sentences better than their own they were exchanged.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::ledger::{Examination, FindingKind};
use crate::titles::MetricNames;

/// Tells of titles and ids that fit other rows better; as many names as there are rows.
pub fn check(examination: &mut Examination<'_>, names: &[MetricNames<'_>]) {
    check_sentences(examination, names);
    check_ids(examination, names);
}

/// That no two Chinese titles fit each other's sentences better than their own.
fn check_sentences(examination: &mut Examination<'_>, names: &[MetricNames<'_>]) {
    let rows = &examination.entries.metrics;
    let own: Vec<String> = rows.iter().map(|row| examination.context(*row)).collect();
    // What qualifies a figure has the name of that in its title, which its own words need not repeat: 油料产量6675吨,增长7.8%.
    let context = |(row, own_context): (usize, &String)| {
        let of = Some(names[row].of_metric).filter(|of| !of.is_empty());
        let of = of.and_then(|of| names.iter().position(|other| other.id == of));
        of.map_or(String::new(), |of| own[of].clone()) + own_context
    };
    let contexts: Vec<String> = own.iter().enumerate().map(context).collect();
    let contexts: Vec<Parts<'_>> = contexts.iter().map(|context| bigrams(context)).collect();
    let titles: Vec<Parts<'_>> = names.iter().map(|names| bigrams(names.title_zh)).collect();
    for (a, b) in crossed(&titles, &contexts) {
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
fn check_ids(examination: &mut Examination<'_>, names: &[MetricNames<'_>]) {
    let rows = &examination.entries.metrics;
    let lower: Vec<[String; 2]> = names.iter().map(|it| [it.id, it.title].map(str::to_lowercase)).collect();
    let ids: Vec<Parts<'_>> = lower.iter().map(|[id, _]| words(id)).collect();
    let titles: Vec<Parts<'_>> = lower.iter().map(|[_, title]| words(title)).collect();
    for (a, b) in crossed(&ids, &titles) {
        let expected = format!("the words of its id in the title `{}`", names[a].title);
        let found = format!("those of `{}`: titles or ids were exchanged", names[b].id);
        examination.tell(rows[a].subject, FindingKind::Wording, rows[a].start, expected, found);
    }
}

/// The pairs of which the names fit crosswise to the texts better than straight.
fn crossed(names: &[Parts<'_>], texts: &[Parts<'_>]) -> Vec<(usize, usize)> {
    let fit = fits(names, texts);
    let pairs = (0..names.len()).flat_map(|a| (a + 1..names.len()).map(move |b| (a, b)));
    pairs.filter(|&(a, b)| fit[a][b] + fit[b][a] > fit[a][a] + fit[b][b]).collect()
}

/// How many of a thousand parts of each name each text has, or begins a part with: sci of science.
fn fits(names: &[Parts<'_>], texts: &[Parts<'_>]) -> Vec<Vec<u16>> {
    // Most texts have nothing of a name, so only those are counted that have.
    let mut places: Vec<(&str, usize)> = Vec::new();
    for (row, text) in texts.iter().enumerate() {
        places.extend(text.iter().map(|part| (*part, row)));
    }
    places.sort_unstable();
    places.dedup();
    let fit = |name: &Parts<'_>| {
        // How many parts each text has, and the number of the last, which may begin two words of it.
        let mut counts = vec![(0, 0); texts.len()];
        for (number, part) in (1..).zip(name) {
            let first = places.partition_point(|(other, _)| other < part);
            for (_, row) in places[first..].iter().take_while(|(other, _)| other.starts_with(part)) {
                let (count, last) = &mut counts[*row];
                *count += usize::from(*last != number);
                *last = number;
            }
        }
        counts.into_iter().map(|(count, _)| (count * 1_000 / name.len().max(1)) as u16).collect()
    };
    names.iter().map(fit).collect()
}

/// The words or the pairs of characters of a text.
type Parts<'a> = Vec<&'a str>;

/// Each two characters that stand together.
fn bigrams(text: &str) -> Parts<'_> {
    let ends = text.char_indices().skip(1).map(|(at, c)| at + c.len_utf8());
    text.char_indices().zip(ends).map(|((start, _), end)| &text[start..end]).collect()
}

fn words(text: &str) -> Parts<'_> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}
