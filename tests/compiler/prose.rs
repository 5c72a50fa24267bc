//! Our own style in the tables: what changes no answer, so that the build of another report need not keep to it.

use crate::compiler::check::senseless_link;
use crate::compiler::rows::MetricRow;
use crate::compiler::table::Field;
use crate::compiler::{Fault, Tables, table::Faults};

/// What of our style checked tables do not keep to.
pub fn faults(tables: &Tables<'_>) -> Vec<Fault> {
    let mut faults = Faults::default();
    for row in &tables.categories {
        check_sentences(row.about, row.about_zh, &mut faults);
    }
    for row in &tables.units {
        check_sentences(row.fields.about, row.fields.about_zh, &mut faults);
    }
    for row in &tables.metrics {
        if !row.fields.note.text.is_empty() {
            check_sentences(row.fields.note, row.fields.note_zh, &mut faults);
        }
        check_keywords(row, &mut faults);
        check_link(row, tables, &mut faults);
    }
    check_ids_of_neighbours(tables, &mut faults);
    faults.0
}

fn check_sentences(text: Field<'_>, text_zh: Field<'_>, faults: &mut Faults) {
    for (field, stop) in [(text, '.'), (text_zh, '。')] {
        if !field.text.ends_with(stop) {
            faults.add(field.place, format!("`{}`; expected a sentence, with {stop}", field.text));
        }
    }
}

/// That keywords add to what the titles say.
fn check_keywords(row: &MetricRow<'_>, faults: &mut Faults) {
    let fields = &row.fields;
    let titles = [fields.title, fields.title_zh].map(|title| title.text.to_lowercase());
    for (i, keyword) in row.keywords.iter().enumerate() {
        if titles.iter().any(|title| title.contains(&keyword.to_lowercase())) {
            let message = format!("keyword `{keyword}` is in the titles; expected words that are not");
            faults.add(fields.keywords.place, message);
        }
        if row.keywords[..i].contains(keyword) {
            faults.add(fields.keywords.place, format!("keyword `{keyword}` again; expected each once"));
        }
    }
}

/// That of all that a row could qualify it names one whose Chinese title begins like its own: none begins more like it.
fn check_link(row: &MetricRow<'_>, tables: &Tables<'_>, faults: &mut Faults) {
    let alike = |other: &MetricRow<'_>| {
        let pairs = row.fields.title_zh.text.chars().zip(other.fields.title_zh.text.chars());
        pairs.take_while(|(a, b)| a == b).count()
    };
    let Some(of) = tables.of_metric(row) else { return };
    // Never the row itself, as no kind qualifies its own.
    let is_better = |other: &&MetricRow<'_>| alike(other) > alike(of) && senseless_link(row, other, tables).is_none();
    if let Some(better) = tables.metrics.iter().find(is_better) {
        let (of, better) = (of.id(), better.id());
        let message = format!("of_metric `{of}`, though title_zh begins like that of `{better}`; expected `{better}`");
        faults.add(row.fields.of_metric.place, message);
    }
}

/// That an id is made of the words of its own title, and not of those of a neighbour in the same unit.
fn check_ids_of_neighbours(tables: &Tables<'_>, faults: &mut Faults) {
    let shared = |id: &MetricRow<'_>, title: &MetricRow<'_>| {
        let title = title.fields.title.text.to_lowercase();
        id.id().split('-').filter(|word| title.contains(word)).count()
    };
    for (number, row) in tables.metrics.iter().enumerate() {
        let next = tables.metrics[number + 1..].iter().find(|next| next.unit == row.unit);
        let Some(next) = next else { continue };
        if shared(row, next) + shared(next, row) > shared(row, row) + shared(next, next) {
            let (id, other, line) = (next.id(), row.id(), row.fields.id.place.line);
            let message =
                format!("id `{id}` fits the title of line {line}, and `{other}` this one; expected them otherwise");
            faults.add(next.fields.id.place, message);
        }
    }
}
