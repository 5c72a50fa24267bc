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
            &[(5, "wharf docks 泊位", "piers docks 泊位 泊位")][..],
            &[
                "data/metrics.tsv:14:133: keyword `piers` is in the titles; expected words that are not",
                "data/metrics.tsv:14:133: keyword `泊位` again; expected each once",
            ][..],
        ),
        (
            &[(5, "A rank, not a score.\t为位次，非得分。", "A rank, not a score\t为位次，非得分")],
            &[
                "data/metrics.tsv:12:180: `A rank, not a score`; expected a sentence, with .",
                "data/metrics.tsv:12:200: `为位次，非得分`; expected a sentence, with 。",
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
    ] {
        let mut tables = tables(OTHER_REPORT);
        for (table, from, to) in slips {
            assert_eq!(tables[*table].matches(from).count(), 1, "`{from}` must stand once");
            tables[*table] = tables[*table].replace(from, to);
        }
        assert_eq!(told(tables), expected);
    }
}
