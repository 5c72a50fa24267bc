//! The table of traditional characters, which the build refuses and `search` folds, against an independent converter.

#[path = "support/gb_2312.rs"]
mod gb_2312;
#[path = "../src/model/traditional.rs"]
mod traditional;

use gb_2312::{is_common, is_simplified};

/// The table as it has to be: each character that the converter turns into a common one, but for those that simplified Chinese writes
/// too, by `is_simplified`.
fn expected() -> String {
    let pair = |c: char| {
        let simplified = fast2s::convert(&c.to_string()).chars().next()?;
        (!is_simplified(c) && is_common(simplified)).then(|| format!("{c}{simplified}"))
    };
    ('\u{4E00}'..='\u{9FFF}').filter_map(pair).collect()
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
