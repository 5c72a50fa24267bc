//! What is looked up in lists of words: codes, with the nearest to one that there is not, and traditional characters.

use crate::model::traditional::simplified;
use crate::path;
use crate::unknown::{nearest, unknown};

/// Every text of up to four letters, of two that there are.
fn texts() -> Vec<String> {
    let mut texts = vec![String::new()];
    for at in 0..15 {
        for letter in ['a', 'b'] {
            texts.push(format!("{}{letter}", texts[at]));
        }
    }
    texts
}

/// By how many letters two texts differ, counted in every way.
fn distance(a: &[u8], b: &[u8]) -> usize {
    match (a, b) {
        ([], rest) | (rest, []) => rest.len(),
        ([x, a_rest @ ..], [y, b_rest @ ..]) => {
            let both = distance(a_rest, b_rest) + usize::from(x != y);
            both.min(1 + distance(a_rest, b)).min(1 + distance(a, b_rest))
        }
    }
}

#[test]
fn the_nearest_are_at_most_half_another_text() {
    let texts = texts();
    let mut codes: Vec<&str> = texts.iter().map(String::as_str).collect();
    // Of which a text of three or more is a part.
    codes.extend(["bbabbbaba", "aaaaaaaab", "babababab"]);
    for given in &texts {
        let mut near = Vec::new();
        for code in &codes {
            let is_part = given.len() >= 3 && code.contains(given.as_str());
            let distance = distance(given.as_bytes(), code.as_bytes()).min(if is_part { 2 } else { usize::MAX });
            let is_near = distance * 2 <= given.len().max(code.len());
            assert_eq!(!nearest(given, &[*code], &[]).is_empty(), is_near, "{given} {code}");
            near.extend(is_near.then_some((distance, *code)));
        }
        near.sort_by_key(|(distance, _)| *distance);
        let near: Vec<&str> = near.iter().take(3).map(|(_, code)| *code).collect();
        assert_eq!(nearest(given, &codes, &[]), near, "{given}");
    }
}

#[test]
fn what_is_said_of_a_code_that_there_is_not() {
    let long = "长".repeat(49);
    let (cut, whole) = (format!("{:?}…", "长".repeat(48)), format!("{:?}", "长".repeat(48)));
    for (given, nearest, valid, said) in [
        ("x", vec![], 2, "no code is called \"x\"; valid: `c`, `c`".to_owned()),
        ("x", vec!["a", "b"], 1, "no code is called \"x\"; did you mean `a` or `b`? Valid: `c`".to_owned()),
        ("x", vec![], 41, "no code is called \"x\"; there are 41 valid ones".to_owned()),
        ("x", vec!["a"], 41, "no code is called \"x\"; did you mean `a`?".to_owned()),
        (&long, vec!["a"], 41, format!("no code is called {cut}; did you mean `a`?")),
        (&long[3..], vec!["a"], 41, format!("no code is called {whole}; did you mean `a`?")),
    ] {
        assert_eq!(unknown("code", given, &nearest, &vec!["c"; valid]), said);
    }
}

/// The table by itself: `tests/traditional.rs` holds it against a converter.
#[test]
fn traditional_characters_are_those_of_the_table() {
    let table = std::fs::read_to_string(path("data/traditional.txt")).expect("the table");
    let table: Vec<char> = table.trim_end().chars().collect();
    let mut pairs = table.chunks(2).peekable();
    for c in '\0'..=char::MAX {
        let pair = pairs.next_if(|pair| pair[0] == c);
        assert_eq!(simplified(c), pair.map(|pair| pair[1]), "{c}");
    }
    assert_eq!(pairs.next(), None, "the table is in order");
}
