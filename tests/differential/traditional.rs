//! The table of traditional characters, which the build refuses and `search` folds, against an independent converter.

#[path = "support/gb_2312.rs"]
mod gb_2312;
#[path = "../src/model/traditional.rs"]
mod traditional;

use std::collections::BTreeSet;
use std::fs;

use gb_2312::is_simplified;

/// The pairs for what is in these folders: each character that the converter turns into one of theirs, but for those that simplified
/// Chinese writes too.
fn expected(folders: &[&str]) -> String {
    let used = used(folders);
    let pair = |c: char| {
        let simplified = fast2s::convert(&c.to_string()).chars().next()?;
        (!is_simplified(c) && used.contains(&simplified)).then(|| format!("{c}{simplified}"))
    };
    ('\u{4E00}'..='\u{9FFF}').filter_map(pair).collect()
}

/// The characters of the tables and sources in these folders.
fn used(folders: &[&str]) -> BTreeSet<char> {
    let mut used = BTreeSet::new();
    for folder in folders {
        for file in fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path()) {
            if file.extension().is_some_and(|extension| extension == "tsv" || extension == "rs") {
                used.extend(fs::read_to_string(file).expect("a text").chars());
            }
        }
    }
    used
}

const TABLES: [&str; 2] = ["data", "tests/other_report/data"];

#[test]
fn is_complete() {
    for tables in TABLES {
        let path = format!("{tables}/traditional.txt");
        let right = expected(&[tables, "src/model"]) + "\n";
        if fs::read_to_string(&path).unwrap_or_default() != right {
            fs::write(&path, right).expect("the file can be written");
            panic!("{path} was stale and is written anew: commit it");
        }
    }
}

/// The build knows those only that stand for a character which is written elsewhere.
#[test]
fn no_table_has_a_traditional_character() {
    let traditional = |c: &char| ('\u{4E00}'..='\u{9FFF}').contains(c) && !is_simplified(*c);
    for tables in TABLES {
        assert_eq!(used(&[tables]).into_iter().filter(traditional).collect::<String>(), "", "{tables}");
    }
}

#[test]
fn pairs_are_looked_up_by_their_first_character_only() {
    for pair in expected(&[TABLES[0], "src/model"]).chars().collect::<Vec<_>>().chunks(2) {
        assert_eq!(traditional::simplified(pair[0]), Some(pair[1]));
        assert_eq!(traditional::simplified(pair[1]), None);
    }
}
