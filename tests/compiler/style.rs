//! That our tables, and those of the made-up report, keep to our style, and that a slip is told.

use crate::compiler::{self, FILES};
use crate::{OTHER_REPORT, prose, tables};

/// What is told of these tables.
fn told(tables: [String; FILES.len()]) -> Vec<String> {
    let files = tables.map(String::into_bytes);
    let Ok(tables) = compiler::compile(&files) else { panic!("the tables are right") };
    prose::faults(&tables).iter().map(ToString::to_string).collect()
}

#[test]
fn the_tables_keep_to_it() {
    for folder in ["", OTHER_REPORT] {
        assert_eq!(told(tables(folder)), [""; 0], "{folder}");
    }
}

#[test]
fn a_slip_is_told() {
    for (slips, expected) in [
        (
            &[(4, "wharf docks 泊位", "piers docks 泊位 泊位")][..],
            &[
                "data/metrics.tsv:14:98: keyword `piers` is in the titles; expected words that are not",
                "data/metrics.tsv:14:98: keyword `泊位` again; expected each once",
            ][..],
        ),
        (
            &[(4, "A rank, not a score.\t为位次，非得分。", "A rank, not a score\t为位次，非得分")],
            &[
                "data/metrics.tsv:12:161: `A rank, not a score`; expected a sentence, with .",
                "data/metrics.tsv:12:181: `为位次，非得分`; expected a sentence, with 。",
            ],
        ),
        (
            &[(3, "Persons, each counted as often as they came.", "Persons")],
            &["data/units.tsv:7:66: `Persons`; expected a sentence, with ."],
        ),
        (
            &[(2, "Subsidies, buses and festivals.", "Subsidies, buses and festivals")],
            &["data/categories.tsv:6:30: `Subsidies, buses and festivals`; expected a sentence, with ."],
        ),
        (
            &[
                (4, "old-fishing-vessels-age-threshold", "X"),
                (4, "harbour-safety-streak", "old-fishing-vessels-age-threshold"),
                (4, "\nX\t", "\nharbour-safety-streak\t"),
            ],
            &[
                "data/metrics.tsv:13:1: id `old-fishing-vessels-age-threshold` fits the title of line 4, and `harbour-safety-streak` this one; expected them otherwise",
            ],
        ),
        (
            &[(4, "\told-fishing-vessels-refitted\tA criterion", "\tocean-fishing-vessels\tA criterion")],
            &[
                "data/metrics.tsv:4:163: of_metric `ocean-fishing-vessels`, though title_zh begins like that of `old-fishing-vessels-refitted`; expected `old-fishing-vessels-refitted`",
            ],
        ),
    ] {
        let mut tables = tables(OTHER_REPORT);
        for (table, from, to) in slips {
            assert_eq!(tables[*table].matches(from).count(), 1, "`{from}` must stand once");
            tables[*table] = tables[*table].replace(from, to);
        }
        assert_eq!(told(tables), expected);
    }
}
