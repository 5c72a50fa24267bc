//! Every check of the tables: each breaks the tables of the made-up report, and `faults.txt` holds what the compiler says of it, as
//! `tests/support/cases.rs` tells.

use crate::{OTHER_REPORT, cases, compiler, path, tables};

#[test]
fn every_broken_table_is_told_as_the_cases_say() {
    cases::hold("tests/compiler/faults.txt", |tables| {
        let faults = compiler::compile(tables).err().unwrap_or_default();
        faults.iter().map(ToString::to_string).collect()
    });
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_place() {
    let mut tables = tables(OTHER_REPORT).map(String::into_bytes);
    let at = tables[6].len() - 4;
    tables[6][at] = 0xFF;
    tables[1].clear();
    let Err(faults) = compiler::compile(&tables) else { panic!("it was built") };
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    for fault in [
        "data/pairs.tsv:18:62: a byte that is not UTF-8; expected the file to be saved as UTF-8",
        "data/sections.tsv:1:1: the last line does not end; expected a line break, so the file may be cut off",
    ] {
        assert!(faults.iter().any(|found| found == fault), "{faults:#?}");
    }
}

#[test]
fn more_metrics_than_a_person_could_look_through_are_refused() {
    let mut tables = tables(OTHER_REPORT);
    let row = "rank-N|Rank N|第N种在全省沿海县位次|||harbour-safety|3|498|首位|1||rank|rank|2031-01-01/2031-12-31|assumed|provincial||||||\n";
    let row = |n: usize| row.replace('|', "\t").replace('N', &n.to_string());
    tables[5] += &(tables[5].lines().count()..=1_024).map(row).collect::<String>();
    assert!(compiler::compile(&tables.clone().map(String::into_bytes)).is_ok());
    tables[5] += &row(1_025);
    let Err(faults) = compiler::compile(&tables.map(String::into_bytes)) else { panic!("it was built") };
    let [fault] = &faults[..] else { panic!("{faults:#?}") };
    assert!(
        fault.to_string().starts_with("data/metrics.tsv:1026:1: 1025 metrics; expected at most 1024, as"),
        "{fault}"
    );
}

#[test]
fn a_field_holds_the_punctuation_that_the_page_names_and_no_other() {
    let page = std::fs::read_to_string(path("data/README.md")).expect("the page of the tables");
    let (_, rest) = page.split_once("Chinese characters and the punctuation ").expect("the sentence");
    let (punctuation, _) = rest.split_once(", and nothing else").expect("its end");
    for (added, is_right) in
        [(punctuation, true), ("，；：（）", true), ("«", false), ("€", false), ("№", false), ("é", false)]
    {
        let mut tables = tables(OTHER_REPORT);
        tables[5] = tables[5].replace("为位次，非得分。", &format!("为位次{added}非得分。"));
        assert_eq!(compiler::compile(&tables.map(String::into_bytes)).is_ok(), is_right, "{added}");
    }
}

/// `Section` holds its number in a byte, and needs one more for what is none.
#[test]
fn the_last_section_is_the_254th_after_the_first() {
    let mut tables = tables(OTHER_REPORT);
    tables[0] = tables[0].replace("characters\t500", "characters\t9999");
    let row = |n: usize| format!("{n}\t{}\tTitle {n}\t标题\n", 1_000 + n);
    tables[1] += &(4..=254).map(row).collect::<String>();
    let compiled = compiler::compile(&tables.clone().map(String::into_bytes)).err();
    assert_eq!(compiled.unwrap_or_default().iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    tables[1] += &row(255);
    let Err(faults) = compiler::compile(&tables.map(String::into_bytes)) else { panic!("it was built") };
    assert!(faults[0].to_string().starts_with("data/sections.tsv:257:1: "), "{}", faults[0]);
}

/// To look for it takes as long as there are ids.
#[test]
fn the_nearest_id_is_told_in_the_first_hundred_faults() {
    let mut tables = tables(OTHER_REPORT);
    tables[6] += &(0..120).map(|n| format!("piers-built-{n}\treservoirs-built\tapart\n")).collect::<String>();
    let Err(faults) = compiler::compile(&tables.map(String::into_bytes)) else { panic!("it was built") };
    let told: Vec<bool> = faults.iter().map(|fault| fault.message.contains("maybe `piers-built`")).collect();
    assert_eq!(told, [[true; 100].as_slice(), &[false; 20]].concat());
}

#[test]
fn a_phrase_holds_its_numeral_and_is_short() {
    let told = |phrase: &str| {
        let mut tables = tables(OTHER_REPORT);
        let exclusions = tables.last_mut().expect("the exclusions");
        let mut phrases = ["phrase", phrase].into_iter();
        let line = |line: &str| format!("{line}\t{}\n", phrases.next().unwrap_or_default());
        *exclusions = exclusions.lines().map(line).collect();
        let faults = compiler::compile(&tables.map(String::into_bytes)).err().unwrap_or_default();
        faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    for right in ["", "2031年", "截至二三一年即2031年"] {
        assert_eq!(told(right), [""; 0], "{right}");
    }
    for wrong in ["203年", "2031年渔业生产稳步增长的年份"] {
        let expected = "expected a name with `2031` in it, of at most 12 characters, or none";
        assert_eq!(told(wrong), [format!("data/exclusions.tsv:2:15: phrase `{wrong}`; {expected}")]);
    }
}
