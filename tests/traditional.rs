//! The table of traditional characters, which the build refuses and `search` folds, against an independent converter.

use std::collections::BTreeSet;

#[path = "../src/model/traditional.rs"]
mod traditional;

/// The table as it has to be: each character that the converter turns into one that stands in the tables.
fn expected() -> String {
    let tables = ["report", "sections", "categories", "units", "metrics", "exclusions"];
    let text =
        tables.map(|table| std::fs::read_to_string(format!("data/{table}.tsv")).expect("a table of the package"));
    let searched: BTreeSet<char> = text.iter().flat_map(|text| text.chars()).collect();
    ('\u{4E00}'..='\u{9FFF}')
        .filter_map(|c| {
            let simplified = fast2s::convert(&c.to_string());
            let simplified = simplified.chars().next()?;
            (simplified != c && searched.contains(&simplified) && !searched.contains(&c))
                .then(|| format!("{c}{simplified}"))
        })
        .collect()
}

#[test]
fn is_complete() {
    let path = "src/model/traditional.rs";
    let source = std::fs::read_to_string(path).expect("the source");
    let start = source.find("\\\n").expect("the table") + 2;
    let end = source.rfind("\\\n\";").expect("its end");
    let expected: Vec<char> = expected().chars().collect();
    let lines: String =
        expected.chunks(50).map(|line| format!("    {}\\\n", line.iter().collect::<String>())).collect();
    let right = format!("{}{}{}", &source[..start], lines.strip_suffix("\\\n").unwrap_or_default(), &source[end..]);
    if source != right {
        std::fs::write(path, right).expect("the source can be written");
        panic!("{path} was stale and is written anew: commit it");
    }
}

#[test]
fn pairs_are_looked_up_by_their_first_character_only() {
    for pair in expected().chars().collect::<Vec<_>>().chunks(2) {
        assert_eq!(traditional::simplified(pair[0]), Some(pair[1]));
        assert_eq!(traditional::simplified(pair[1]), None);
    }
}
