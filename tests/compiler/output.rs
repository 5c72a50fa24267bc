//! What the compiler writes.

use crate::compiler::{self, FILES};
use crate::{OTHER_REPORT, fresh, path, tables};

fn written(tables: [String; FILES.len()]) -> Vec<(&'static str, String)> {
    let files = tables.map(String::into_bytes);
    let Ok(tables) = compiler::compile(&files) else { panic!("the tables are right") };
    compiler::write::files(&tables)
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    assert_eq!(written(tables("")), written(tables("")));
}

#[test]
fn byte_order_marks_and_crlf_are_read_as_if_they_were_not_there() {
    let windows = tables("").map(|text| format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
    assert_eq!(written(windows), written(tables("")));
}

/// On the pages by a backslash, which the literal doubles, and in the picture by HTML.
#[test]
fn markup_in_a_name_is_shown_and_not_obeyed() {
    let mut tables = tables(OTHER_REPORT);
    tables[2] = tables[2].replacen("Ocean fishery", r"A & <b> $1 `c` \ [d](e) | ~f # *g _h", 1);
    let files = written(tables);
    let has = |name: &str, text: &str| files.iter().any(|file| file.0 == name && file.1.contains(text));
    assert!(has("map.svg", r"A &amp; &lt;b> $1 `c` \ [d](e) | ~f # *g _h"));
    let escaped = r"A & \\<b\\> \\$1 \\`c\\` \\\\ \\[d\\](e) \\| \\~f \\# \\*g \\_h";
    assert!(has("metric.rs", escaped) && has("category.rs", r#""A & <b> $1 `c` \\ [d](e) | ~f # *g _h""#));
}

/// Of each sort of item one, and five metrics, as their pages are: the tests of the API hold the columns.
const ITEMS: [&str; 8] = [
    "OceanFishery =",
    "Vessel =",
    "VesselsOfMerit =",
    "OLD_FISHING_VESSELS_AGE_THRESHOLD:",
    "SEAFOOD_EXPORTS_GROWTH:",
    "ISLAND_SUBSIDY_STANDARD:",
    "ISLAND_SUBSIDY_HOUSEHOLDS:",
    "SAFE_VESSELS_OF_MERIT:",
];

#[test]
fn pages_of_the_made_up_report() {
    let mut found = String::new();
    for (name, text) in written(tables(OTHER_REPORT)) {
        if ["headlines.md", "map.svg"].contains(&name) {
            found += &format!("==> {name} <==\n{text}\n");
        }
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let is_asked = |item: &str| line.trim_start().trim_start_matches("pub const ").starts_with(item);
            if name != "columns.rs" && ITEMS.iter().any(|item| is_asked(item)) {
                // Its names for the search, its page, and itself; a line of the page is a line here.
                let item = lines[at - 2..=at].join("\n").replace("\\n", "\n");
                found += &format!("==> {name} <==\n{item}\n\n");
            }
        }
    }
    assert_eq!(found.matches("==>").count(), ITEMS.len() + 2);
    fresh::hold(path("tests/compiler/output.txt"), &found);
}
