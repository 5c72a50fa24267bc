//! Holds titles and ids against what they are of: titles against the sentences that their figures stand in, ids against titles.
//!
//! No share of letters that a title must have in common with its sentence would hold for every report. So rows are held against each
//! other: where two titles fit each other's sentences better than their own they were exchanged.

use alloc::format;
use alloc::string::String;
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
    let contexts: Vec<_> = contexts.iter().map(|context| bigrams(context)).collect();
    let titles: Vec<_> = names.iter().map(|names| bigrams(names.title_zh)).collect();
    for (a, b) in crossed(&titles, &contexts, |part, other| part == other) {
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
    let ids: Vec<_> = lower.iter().map(|[id, _]| words(id)).collect();
    let titles: Vec<_> = lower.iter().map(|[_, title]| words(title)).collect();
    // As sci begins science.
    for (a, b) in crossed(&ids, &titles, |part, other| other.starts_with(part)) {
        let expected = format!("the words of its id in the title `{}`", names[a].title);
        let found = format!("those of `{}`: titles or ids were exchanged", names[b].id);
        examination.tell(rows[a].subject, FindingKind::Wording, rows[a].start, expected, found);
    }
}

/// The pairs of which the names fit crosswise to the texts better than straight; a part of a name fits what it begins.
fn crossed<P: Ord>(names: &[Vec<P>], texts: &[Vec<P>], begins: fn(&P, &P) -> bool) -> Vec<(usize, usize)> {
    // Of a thousand parts of the name.
    let fit = |a: usize, b: usize| common(&names[a], &texts[b], begins) * 1_000 / names[a].len().max(1);
    let mut pairs = attracted(names, texts, begins);
    pairs.sort_unstable();
    pairs.dedup();
    pairs.retain(|&(a, b)| fit(a, b) + fit(b, a) > fit(a, a) + fit(b, b));
    pairs
}

/// The pairs of which one name fits the text of the other better than its own: no others can be crossed, and there are few.
fn attracted<P: Ord>(names: &[Vec<P>], texts: &[Vec<P>], begins: fn(&P, &P) -> bool) -> Vec<(usize, usize)> {
    let mut places: Vec<(&P, usize)> = Vec::new();
    for (row, text) in texts.iter().enumerate() {
        places.extend(text.iter().map(|part| (part, row)));
    }
    places.sort_unstable();
    places.dedup();
    let mut pairs = Vec::new();
    for (own, name) in names.iter().enumerate() {
        let of_own = common(name, &texts[own], begins);
        if of_own == name.len() {
            continue;
        }
        // Which texts have which parts. A part may begin two words of a text.
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (number, part) in name.iter().enumerate() {
            let first = places.partition_point(|(other, _)| *other < part);
            let places = places[first..].iter().take_while(|(other, _)| begins(part, other));
            found.extend(places.map(|(_, text)| (*text, number)));
        }
        found.sort_unstable();
        found.dedup();
        let better = found.chunk_by(|a, b| a.0 == b.0).filter(|parts| parts.len() > of_own);
        pairs.extend(better.map(|parts| (own.min(parts[0].0), own.max(parts[0].0))));
    }
    pairs
}

/// How many parts of a name begin a part of a text.
fn common<P>(name: &[P], text: &[P], begins: fn(&P, &P) -> bool) -> usize {
    name.iter().filter(|part| text.iter().any(|other| begins(part, other))).count()
}

/// Each two characters that stand together.
fn bigrams(text: &str) -> Vec<[char; 2]> {
    text.chars().zip(text.chars().skip(1)).map(|(first, second)| [first, second]).collect()
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}
