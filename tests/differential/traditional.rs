//! The table of traditional characters, which the build refuses and `search` folds, against an independent converter.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::fresh;
use crate::model::traditional;

const TABLES: [&str; 2] = ["data", "tests/other_report/data"];

/// What is there in the folder of the crate.
fn path(name: &str) -> PathBuf {
    Path::new("../..").join(name)
}

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
        for file in fs::read_dir(path(folder)).expect("a folder").map(|file| file.expect("a file").path()) {
            if file.extension().is_some_and(|extension| extension == "tsv" || extension == "rs") {
                used.extend(fs::read_to_string(file).expect("a text").chars());
            }
        }
    }
    used
}

/// Whether simplified Chinese writes the character: GB 2312 has it, but for a few that it has for names only. GBK holds the
/// characters of GB 2312 in the rows that GB 2312 has them in.
fn is_simplified(c: char) -> bool {
    let text = c.to_string();
    let (bytes, _, _) = encoding_rs::GBK.encode(&text);
    matches!(bytes[..], [0xB0..=0xF7, 0xA1..=0xFE]) && !"仝夥後於甯疋矽菸麴麽".contains(c)
}

#[test]
fn is_complete() {
    for tables in TABLES {
        let file = format!("{tables}/traditional.txt");
        let right = expected(&[tables, "src/model"]) + "\n";
        fresh::hold(path(&file), &right);
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
