//! Drafts: what a journalist writes, of which each figure is found and held against the report; and what a curator begins with, the
//! rows that a text wants.

use arbtest::arbitrary::{Result, Unstructured};
use yongkang_metrics::{Claim, Metric, figures};

use crate::rows::{Draft, cell};
use crate::text::plain;
use crate::{PIECES, WORDS, fuzz, text};

/// Pieces of what reports say, some of them whole figures with their titles.
fn draft(u: &mut Unstructured<'_>) -> Result<String> {
    let mut draft = text(u, &[WORDS, PIECES].concat())?;
    for _ in 0..u.int_in_range(0..=3)? {
        let metric: Metric = *u.choose(Metric::ALL)?;
        let piece = *u.choose(&[metric.title_zh(), metric.obs_text(), "。", "、", "其中", "2020年", "\n"])?;
        draft.insert_str(draft.char_indices().nth(u.choose_index(8)?).map_or(draft.len(), |(at, _)| at), piece);
    }
    Ok(draft)
}

#[test]
fn each_figure_stands_where_it_is_found_and_is_judged() {
    fuzz(|u| {
        let (draft, metric) = (draft(u)?, *u.choose(Metric::ALL)?);
        let chars: Vec<char> = draft.chars().collect();
        let mut end = 0;
        for found in figures(&draft) {
            assert_eq!(&draft[found.bytes], found.text);
            assert_eq!(chars[found.characters.clone()].iter().collect::<String>(), found.text);
            assert!(end <= found.characters.start, "{draft:?}");
            end = found.characters.end;
            if let Ok(figure) = found.figure {
                let judgement = metric.check(&figure).to_string();
                assert!(!judgement.contains(['\r', '\0']), "{judgement:?}");
            }
        }
        if let Ok(claim) = draft.parse::<Claim>() {
            assert_eq!(claim.to_string(), draft);
            let _ = metric.check(claim).to_string();
        }
        Ok(())
    });
}

#[test]
fn tables_have_a_row_for_each_numeral() {
    fuzz(|u| {
        let report = plain(&draft(u)?);
        let drafted = Draft::of(&report, None);
        let mut chars: Vec<char> = report.chars().collect();
        let exclusions = drafted.exclusions();
        for (rows, column) in [(&drafted.metrics, "obs_text"), (&exclusions, "text")] {
            for row in rows {
                assert!(row.iter().all(|(_, cell)| !cell.contains(['\t', '\n', '\r'])), "{row:?}");
                let start: usize = cell(row, "source_start").parse().expect("an offset");
                let text: Vec<char> = cell(row, column).chars().collect();
                let place = &mut chars[start..start + text.len()];
                // Several metrics may have one figure.
                assert!(place == text || place.iter().all(|c| *c == ' '), "{row:?} of {report:?}");
                place.fill(' ');
            }
        }
        let is_numeral = |c: &char| "〇零一二两三四五六七八九十百千万亿半首0123456789".contains(*c);
        assert!(!chars.iter().any(is_numeral), "{report:?}: {chars:?}");
        Ok(())
    });
}
