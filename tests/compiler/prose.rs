//! Our own style in the tables: what changes no answer, so that the build of another report need not keep to it.

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
    }
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
